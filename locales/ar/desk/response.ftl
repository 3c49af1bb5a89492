# One response on the desk: claimed, opened, answered, closed.
response-title = رد
response-back = العودة إلى الردود
response-back-closed = العودة إلى الردود المغلقة
response-next = انتقل إلى الرد التالي
response-came = وصل قبل { $age }.
response-claim = استلم هذا الرد
response-claim-explained = عندما تستلمه ينفتح لك مدة 30 دقيقة. ويحفظ السجل أنك فتحته.
response-release = اتركه لغيرك
response-unsaved = لم يُحفظ هذا بعد. احفظه أو امحه قبل أن تتابع.

response-taken-title = زميل يعمل على هذا الرد
response-taken-by = هذا الرد عند { $name }.
response-taken-until = يدوم الاستلام حتى { $time } (التوقيت العالمي).
response-taken-explained = بعد ذلك، أو حين يُترك، يمكنك استلامه.

response-conflict-title = لم يُحفظ هذا
response-conflict-claimed = استلم زميل هذا الرد في هذه الأثناء.
response-conflict-changed = تغيّر هذا الرد بعد أن فتحت الصفحة.
response-conflict-lease = انتهت مدة استلامك. استلم الرد من جديد لتتابع.
response-conflict-closed = أغلق زميل هذا الرد في هذه الأثناء.
response-conflict-open-again = انفتح هذا الرد من جديد.
response-conflict-nothing = لم يُستبدل شيء.
response-conflict-kept = ما كتبته، لتنسخه
response-conflict-open = افتح الرد كما هو الآن

response-claims-full-title = عندك عشرة ردود
response-claims-full = اترك ردًا منها أو أغلقه، ثم يمكنك استلام غيره.
response-claims-full-why = هكذا لا ينتظر رد عند من هو مشغول.
response-claims-mine = اعرض ما عندي

response-case-panel = الصورة والملف: معلومات خاصة
response-photo-alt = الصورة المنشورة
response-photo-ended = لم تعد الصورة معروضة.
response-case-erased = مُحي الجزء الخاص من هذا الملف.
response-fact-seeks = البحث عن
response-fact-sex = الجنس
response-fact-age = العمر
response-fact-origin = البلد الأصلي
response-case-name = اسم صاحب الصورة
response-case-sought = أسماء الأقارب المطلوبين
response-case-birth-year = سنة الميلاد
response-case-compare = معلومات للمقارنة
response-case-story = القصة
response-case-contact = طريقة التواصل مع صاحب الصورة

response-panel = الرد
response-name = اسم المرسل
response-name-unsaid = لم يُذكر
response-relation-in-words = صلة القرابة بكلماته
response-language = اللغة
response-no-message = لم يكتب المرسل رسالة.
response-contact = كيف نصل إلى المرسل
response-say-first = اذكر هذا الرقم أولًا عندما تتصل:
response-phone = الهاتف
response-phone-only-theirs = هل الهاتف له وحده؟
response-phone-message = هل يمكن ترك رسالة؟
response-phone-times = أوقات مناسبة
response-email = البريد الإلكتروني
response-mailbox = صندوق الرسائل
response-contact-code-only = لا هاتف ولا بريد. اكتب سؤالًا في الأسفل: يقرؤه المرسل برمز الإيصال.
response-compare = ما يتفق
response-compare-relation = صلة القرابة
response-compare-name = الاسم
response-agrees = متفق
response-differs = مختلف
response-look-closer = دقّق النظر

response-notes = ملاحظات داخلية
response-notes-none = لا ملاحظات بعد.
response-note = اكتب ملاحظة
response-note-label = ملاحظة للموظفين
response-note-hint = لا يراها إلا موظفو جمعيتك.
response-note-save = احفظ الملاحظة
response-note-missing = اكتب الملاحظة قبل حفظها
response-note-long = الملاحظة طويلة جدًا. اختصرها إلى 4000 حرف.

response-thread = الرسائل مع المرسل
response-thread-none = لا رسائل بعد.
response-received = من المرسل
response-sent = أُرسلت إلى المرسل
response-question = اكتب إلى المرسل
response-question-hint = يقرؤها المرسل برمز الإيصال. أجاب بهذه اللغة: { $language }. لا تذكر اسم أحد ولا مكانًا. لا تتحدث عن المال أبدًا.
response-question-send = أرسل إلى المرسل
response-question-missing = اكتب الرسالة قبل إرسالها
response-question-long = الرسالة طويلة جدًا. اختصرها إلى 2000 حرف.

response-timeline = ما حدث ومن فعله (التوقيت العالمي)

close-title = أغلق هذا الرد
close-means-list = يخرج من الردود المفتوحة.
close-means-sender = ستقول صفحة المرسل إنه مغلق.
close-means-erased = يُمحى بعد مدة تختلف بحسب النتيجة.
close-means-again = إذا كتب المرسل من جديد انفتح من جديد. يمكنك التراجع عن الإغلاق خلال عشر ثوانٍ.
close-means-others = { $count ->
        [zero] لا رد آخر مفتوحًا على هذه الصورة.
        [one] يبقى رد آخر على هذه الصورة مفتوحًا.
        [two] يبقى ردان آخران على هذه الصورة مفتوحين.
        [few] تبقى { $count } ردود أخرى على هذه الصورة مفتوحة.
        [many] يبقى { $count } ردًا آخر على هذه الصورة مفتوحًا.
       *[other] يبقى { $count } رد آخر على هذه الصورة مفتوحًا.
    }
close-outcome = كيف انتهى؟
close-outcome-missing = اختر كيف انتهى
close-outcome-reunited = اجتمعت العائلة من جديد
close-outcome-contact-restored = عاد التواصل بينهم
close-outcome-no-match = ليست هذه العائلة
close-outcome-duplicate = وصل الرد نفسه من قبل
close-outcome-spam = رسالة مزعجة
close-outcome-harmful = أراد أحد أن يؤذي
close-outcome-taken-back = حذفه المرسل
close-kept = { $count ->
        [zero] لا يُحفظ.
        [one] يُحفظ يومًا واحدًا.
        [two] يُحفظ يومين.
        [few] يُحفظ { $count } أيام.
        [many] يُحفظ { $count } يومًا.
       *[other] يُحفظ { $count } يوم.
    }
close-photo = هل ينتهي عرض الصورة أيضًا؟
close-photo-hint = إذا اخترت نعم تُزال من الموقع فورًا. ولا يمكن التراجع عن ذلك.
close-photo-yes = نعم، أنهِ عرض الصورة
close-photo-no = لا، تبقى الصورة
close-photo-missing = اذكر هل ينتهي عرض الصورة أيضًا
close-folded = { $count ->
        [zero] لا ردود أخرى بالكلمات نفسها
        [one] أغلق معه ردًا آخر بالكلمات نفسها
        [two] أغلق معه ردين آخرين بالكلمات نفسها
        [few] أغلق معه { $count } ردود أخرى بالكلمات نفسها
        [many] أغلق معه { $count } ردًا آخر بالكلمات نفسها
       *[other] أغلق معه { $count } رد آخر بالكلمات نفسها
    }
close-folded-hint = يبقى مفتوحًا ما كُتبت أرقامه صحيحة، أو ما أُجيب عنه، أو ما هو مع زميل.
close-folded-outcome = العائلة التي وُجدت رد واحد: أغلق الردود الأخرى بنتيجة أخرى
close-send = أغلق الرد

response-closed-title = هذا الرد مغلق
response-closed-live = ما زالت الصورة معروضة.
response-closed-ended = لم تعد الصورة معروضة.
response-closed-reading = يمكنك قراءته. افتحه من جديد لتكتب إلى المرسل.
response-again = انظر إليه مرة أخرى
response-read = اقرأه
response-read-explained = ينفتح لك مدة 30 دقيقة ويبقى مغلقًا. ويحفظ السجل أنك فتحته.
response-reopen = افتحه من جديد
response-reopen-explained = يعود إلى الردود المفتوحة ويكون عندك.
response-reopen-sealed-explained = افتحه من جديد، فيُخبَر المسؤولون في صفحتهم الأولى.
response-put-back = قرأته
response-sealed-archive = ملف هذا الرد مغلق. يفتحه المسؤول من جديد في صفحة «الملفات المغلقة».
response-sealed-keys = المفاتيح ليست لديك بعد. يسلّمها إليك المسؤول.

close-undo = تراجع عن الإغلاق
close-undo-explained = يمكنك التراجع خلال عشر ثوانٍ. الصورة التي انتهى عرضها لا تعود.
close-undo-late = فات وقت التراجع. يمكنك فتح الرد من جديد.
close-conflict-title = لم يُغلق شيء
close-conflict-text = وصل شيء جديد بعد أن فتحت هذه الصفحة. انظر إليه ثم اختر من جديد.
close-conflict-look = انتقل إلى الرسائل
