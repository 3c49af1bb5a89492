# The desk's frame and home page.

desk-sign-out = تسجيل الخروج
desk-menu-queue = الردود
desk-menu-drafts = المسودات
desk-menu-reviews = المراجعة
desk-menu-certify = اعتماد الصور
desk-menu-publications = المنشورات
desk-menu-posters = الملصقات
desk-menu-accounts = الحسابات
desk-menu-vouch = بدايات جديدة
desk-menu-archive = الملفات المغلقة
desk-menu-directory-entry = الدليل العام
desk-menu-rota = من يُخبَر
desk-menu-audit = سجل التدقيق
desk-menu-operator = النظام
desk-nobody-told = لا أحد يُخبَر حين تجيب عائلة. حدّد من تصله رسالة.

desk-home-title = مكتبك
desk-home-lead = ما ينتظرك.
desk-task-queue = اقرأ ما أجابت به العائلات، واكتب إليها.
desk-task-drafts = جهّز صورة مع موافقة صاحبها، ثم أرسلها إلى المراجعة.
desk-task-reviews = انظر في ما أعدّه زميلك قبل أن يراه أحد.
desk-task-certify = وقّع ما يعرضه الموقع بعد تجديد موافقة أو تحديث.
desk-task-publications = شاهد الصور المعروضة الآن. ويمكنك إزالة أي صورة فورًا.
desk-task-posters = أعدّ ملصقات من الصور المنشورة، واسحبها.
desk-task-accounts = ادعُ الزملاء، وسلّمهم المفاتيح، وأنهِ صلاحياتهم.
desk-task-archive = ربما كتب أحد بعد إغلاق ملف.
desk-task-vouch = قد يحتاج زميل إلى شهادتك ليبدأ من جديد.
desk-task-directory-entry = اكتب كيف يصل الناس إلى جمعيتك، وماذا تقدّم لهم.
desk-task-rota = حدّد من تصله رسالة حين تكتب العائلات.
desk-task-audit = اعرف من فعل ماذا، وتحقق من أن شيئًا لم يتغيّر.
desk-task-operator = الجمعيات والأعداد، وعمر أقدم رد لم يُفتح بعد.
desk-keys-title = ليست لديك مفاتيح جمعيتك بعد
desk-keys-text = لا يمكنك فتح الملفات أو الردود قبل ذلك. تكفي مكالمة واحدة مع المسؤول.
desk-keys-none-title = ليس لجمعيتك مفاتيح بعد
desk-keys-none-text = بهذه المفاتيح تُختم الملفات والردود. أنشئها الآن في هذه الجلسة.
desk-keys-link = اعرف ما عليك فعله
desk-second-title = اختر عبارة مرورك الثانية
desk-second-text = بها وحدها تُفتح الملفات المغلقة. كلمة المرور المسروقة لا تصل إليها.
desk-second-link = اخترها الآن
desk-archive-key-title = ليس لديك مفتاح الملفات المغلقة
desk-archive-key-text = نسيت عبارة مرورك الثانية. يعيد إليك مسؤول آخر المفتاح بمكالمة واحدة.
desk-root-title = ليس لجمعيتك مفتاح جذر بعد
desk-root-text = معه لا يستطيع أحد استبدال مفاتيحكم خفيةً. أنشئه الآن واطبع ورقة جديدة.
desk-own-keys = مفاتيحك

keys-title = مفاتيحك
keys-needs-none = لا تحتاج أدوارك إلى مفتاح. أنت لا ترى ما تكتبه العائلات.
keys-make-lead = ليس لجمعيتك مفاتيح بعد. ستنشئها الآن في جلستك أنت.
keys-make-notice-title = جهّز طابعة
keys-make-notice-text = سترى مفتاح الاستعادة ومفتاح الجذر مرة واحدة. اطبعهما واحفظهما مقفلين بعيدًا عن أي حاسوب.
keys-make-button = إنشاء مفاتيح هذه الجمعية
keys-none-yet = ليس لجمعيتك مفاتيح بعد. على المسؤول أن ينشئها أولًا.
keys-call-lead = اتصل بالمسؤول واقرأ له هذه الأرقام.
keys-call-other-lead = اتصل بمسؤول آخر، واقرأ له هذه الأرقام.
keys-fingerprint-label = أرقامك الاثنا عشر
keys-call-rule = استعمل رقم هاتف تعرفه. لا ترسل الأرقام كتابةً أبدًا.
keys-recovery-title = أو استعمل مفتاح الاستعادة المطبوع
keys-recovery-label = مفتاح الاستعادة
keys-recovery-hint = يبدأ بـ AGE-SECRET-KEY-1. لا تهم المسافات.
keys-recovery-button = استعادة المفاتيح
keys-recovery-unreadable = هذا ليس مفتاح استعادة. اكتبه كما هو مطبوع.
keys-recovery-wrong = هذا المفتاح لا يفتح مفاتيح جمعيتك.
keys-recovery-none = ليس لجمعيتك مفاتيح بعد.
keys-held = لديك مفاتيح جمعيتك. ليس عليك فعل شيء.
keys-made-title = أُنشئت المفاتيح
keys-made-lead = هذه ورقة الاسترداد. تظهر نصف ساعة، ولا تُخزَّن في أي مكان.
keys-made-rule = اطبعه واحفظه مقفلًا. من دونه قد يعني فقدان كلمات المرور فقدان الملفات.
keys-made-done = طبعته
keys-made-end = اكتب آخر 6 أحرف من أحد المفاتيح على الورقة
keys-made-end-hint = كي لا يتابع أحد بلا مفتاح مطبوع.
keys-made-end-wrong = لا ينتهي أي مفتاح على الورقة بهذه الأحرف. قارنها بالورقة.
keys-made-beside = احفظها مع الورقة الأقدم التي عليها مفتاح الاستعادة.
keys-made-pin = هذا السطر ليس سرًّا. أعطه لمشغّل النظام، وانشره حيث يعرفكم الناس.
keys-root-title = إنشاء مفتاح الجذر
keys-root-text = به تُوقَّع قائمة مفاتيحكم وزملائكم. ومنذ ذلك الحين لا يستطيع أحد استبدال أيٍّ منها خفيةً.
keys-root-notice-text = سترى مفتاح الجذر مرة واحدة. اطبعه واحفظه مقفلًا مع مفتاح الاستعادة.
keys-root-button = أنشئ مفتاح الجذر
keys-root-label = مفتاح الجذر
keys-root-hint = يبدأ بـ KINLIGHT-ROOT-1. لا تهم المسافات.
keys-root-wanted = مفتاح الجذر من الورقة مطلوب أيضًا. اكتبه كما هو مطبوع.

# The tables of the queue and of one response.
desk-brand = مكتب Kinlight
queue-photo = الصورة
queue-item = الرد
queue-priority = الأولوية
queue-waiting = مدة الانتظار
queue-closed = متى
queue-owner = لدى
queue-nobody = لا أحد بعد
compare-fact = المعلومة
compare-case = في الملف
compare-response = في الرد
compare-fit = التطابق

error-key-exchanged-title = أحد المفاتيح ليس كما كان
error-key-exchanged-text = توقّفنا. لم يُختم به شيء، ولم يضع شيء. أخبر مشغّل النظام فورًا.
error-row-refused-title = أحد سجلات مكتبكم ليس كما كان
error-row-refused-text = غيّره أحدٌ في قاعدة البيانات، فلا قيمة له. أخبر مشغّل النظام فورًا.
error-chain-refused-title = قاعدة البيانات ليست التي يعرفها هذا المكتب
error-chain-refused-text = تنقص سجلَّها سطورٌ رآها هذا المكتب. لا يستطيع أحد العمل هنا. أخبر مشغّل النظام فورًا.

## What was typed and is not saved
typed-given-back-title = لم يُحفظ بعد
typed-given-back-text = ما كتبته موجود أدناه في حقوله. احفظه حين يكون صحيحًا.
typed-file-again = لم يُحفظ الملف الذي اخترته. اختره مرة أخرى.
typed-meanwhile = حفظ أحدهم تغييرًا في هذه الأثناء. انظر إليه قبل أن تحفظ ما كتبته.
typed-unsaved = لم يُحفظ بعد
typed-kept = ما كتبته
typed-open-page = افتح الصفحة بما كتبته

## The lock, as the script shows it
lock-soon = لم يُكتب هنا شيء منذ مدة. يُقفل المكتب بعد:
lock-stay = ما زلت هنا
lock-kept = لا يظهر الآن شيء من الملف. ما كتبته محفوظ. سجّل الدخول لتتابع.
