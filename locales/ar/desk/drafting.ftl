# Drafting: the list, the new draft, and the draft's page.

drafting-list-title = المسودات
drafting-new = مسودة جديدة
drafting-list-drafts = قيد الإعداد
drafting-list-hint = لا تظهر الأسماء هنا. كل فتح لمسودة يُسجَّل في السجل.
drafting-list-picture = الصورة
drafting-list-draft = المسودة
drafting-list-by = بدأها
drafting-list-touched = آخر تغيير
drafting-list-waits = مدة الانتظار
drafting-list-open = افتح هذه المسودة
drafting-list-see = اعرض هذا النشر
drafting-list-none = لا توجد مسودة. ابدأ واحدة جديدة.
drafting-list-in-review = بانتظار المراجعة
drafting-list-in-review-hint = ينظر فيها مراجِع. لا يمكن تغييرها في هذه الأثناء.
drafting-list-none-in-review = لا شيء بانتظار المراجعة.
drafting-hours = { $count ->
        [0] أقل من ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
drafting-days = { $count ->
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }

drafting-title = المسودة
drafting-start = ابدأ المسودة
drafting-saved = تم الحفظ.
drafting-missing-title = ما ينقص قبل المراجعة
drafting-complete-title = لا ينقص شيء
drafting-complete-text = يمكنك إرسال هذه المسودة إلى المراجعة.
drafting-conflict-title = غيّر شخص آخر هذه المسودة في هذه الأثناء
drafting-conflict-text = لم يُستبدل شيء. ما كتبته ما زال أدناه. قارن قبل أن تحفظ من جديد.
drafting-conflict-open = اعرض المسودة كما هي محفوظة الآن
drafting-not-saved-title = لم يتم الحفظ
drafting-not-saved-text = هناك خدمة لا تستجيب الآن. ما كتبته ما زال أدناه. حاول بعد دقائق.

drafting-lacks-picture = لا توجد صورة بعد.
drafting-lacks-facts = المعلومات العلنية غير مكتملة.
drafting-lacks-consent = لا توجد موافقة على النشر في الموقع.
drafting-lacks-paper = الورقة الموقعة ناقصة.
drafting-lacks-guardian = موافقة ولي الأمر ناقصة. قد يكون هذا الشخص دون 18 سنة.
drafting-lacks-own-agreement = موافقة الشاب أو الشابة ناقصة.

drafting-private-title = خاص: جمعيتك وحدها تستطيع فتحه
drafting-private-lead = هذا مختوم. لا يراه الجمهور أبدًا، ولا يراه المراجعون.
drafting-name = اسم الشخص الذي في الصورة
drafting-name-hint = كما يقوله الشخص، بأي كتابة.
drafting-contact = كيف نصل إلى هذا الشخص
drafting-contact-hint = رقم هاتف أو عنوان أو من ينقل الخبر.
drafting-birth-year = سنة الميلاد
drafting-birth-year-hint = يكفي التقدير. لا تظهر إلا فئة عمرية واسعة.
drafting-sought = أسماء الأقارب
drafting-sought-hint = كما يقولها الشخص، مع طرق كتابة أخرى.
drafting-story = ما الذي حدث
drafting-compare = معلومات للمقارنة
drafting-compare-hint = أسئلة وأجوبة لا يعرفها إلا القريب الحقيقي.
drafting-save-private = احفظ الجزء الخاص
drafting-name-missing = اكتب اسم الشخص الذي في الصورة.
drafting-too-long = هذا النص طويل جدًا. اختصره.
drafting-year-no-year = اكتب السنة بأربعة أرقام، مثل 1987.
drafting-year-ahead = هذه السنة لم تأتِ بعد. تحقق منها.
drafting-year-too-long-ago = هذا قبل أكثر من 120 سنة. تحقق منه.
drafting-year-under-fifteen = قد يكون هذا الشخص دون 15 سنة. لا يمكن نشر صورة طفل هنا.

drafting-facts-title = المعلومات العلنية
drafting-facts-lead = يرى الزوار هذه المعلومات والصورة ورقمها. لا شيء غير ذلك.
drafting-relations = عمّن يبحث هذا الشخص؟
drafting-relations-hint = اختر من واحد إلى ثلاثة.
drafting-relations-missing = اختر عمّن يبحث هذا الشخص.
drafting-relations-too-many = اختر ثلاثة على الأكثر.
drafting-sex = يظهر على أنه
drafting-sex-missing = اختر ما يظهر. «غير مذكور» مقبول.
drafting-age-known = هل سنة الميلاد معروفة؟
drafting-age-known-yes = نعم، هي في الجزء الخاص
drafting-age-known-yes-hint = تُحسب الفئة العمرية منها.
drafting-age-known-no = لا، ولا حتى بالتقريب
drafting-age-known-no-hint = على المراجِع أن يذكر لماذا ليس الشخص دون 15 سنة.
drafting-age-missing = اذكر هل سنة الميلاد معروفة.
drafting-age-no-year = لم تُحفظ سنة الميلاد بعد. اكتبها أولًا في الجزء الخاص.
drafting-age-has-year = سنة الميلاد محفوظة. اختر «نعم»، أو احذف السنة أولًا.
drafting-age-band = الفئة العمرية إن لم تُعرف السنة
drafting-age-band-hint = العمر الذي يبدو عليه الشخص.
drafting-age-band-missing = اختر فئة عمرية.
drafting-origin = بلد الأصل
drafting-origin-hint = اتركه «غير مذكور» إن كان البلد يكشف الكثير.
drafting-origin-missing = اختر بلدًا أو «غير مذكور».
drafting-minor-note = قد يكون هذا الشخص دون 18 سنة. يجب أن يوافق ولي الأمر والشخص نفسه.
drafting-save-facts = احفظ المعلومات العلنية

drafting-picture-title = الصورة
drafting-photo = ملف الصورة
drafting-photo-hint = JPEG أو HEIC أو PNG أو WebP حتى 25 ميغابايت. تُحذف منه بيانات المكان والجهاز.
drafting-upload = ارفع هذه الصورة
drafting-picture-whole = الصورة كاملة
drafting-picture-shown = ما سيراه الزوار
drafting-crop-drag = حرّك الإطار. اسحب زاويته لتكبيره أو تصغيره، ثم احفظ.
drafting-crop-later = احفظ المعلومات العلنية أولًا. بعدها تختار الجزء الذي يظهر.
drafting-crop = أي جزء يظهر؟
drafting-crop-hint = الأرقام بالنسبة المئوية من الصورة. الخيارات الأخرى تحرّك ما يظهر الآن.
drafting-crop-drawn = كما يقول الإطار أو الأرقام
drafting-crop-centred = الوسط
drafting-crop-higher = إلى الأعلى
drafting-crop-lower = إلى الأسفل
drafting-crop-left = إلى اليسار
drafting-crop-right = إلى اليمين
drafting-crop-closer = أقرب
drafting-crop-wider = أوسع
drafting-crop-field-left = من اليسار، ٪
drafting-crop-field-top = من الأعلى، ٪
drafting-crop-field-width = العرض، ٪
drafting-crop-field-height = الارتفاع، ٪
drafting-save-crop = احفظ هذا الجزء
drafting-crop-missing = اختر الجزء الذي يظهر.
drafting-crop-no-number = اكتب عددًا من 0 إلى 100.
drafting-crop-outside = الإطار يخرج عن الصورة.
drafting-crop-empty = الإطار بلا عرض أو بلا ارتفاع.
drafting-crop-too-small = هذا الجزء أصغر من أن يُعرف فيه وجه. اختر جزءًا أوسع.

drafting-consent-title = الموافقة
drafting-channels = أين يجوز عرض الصورة؟
drafting-channels-hint = ضع علامة على ما وافق عليه الشخص فقط.
drafting-channel-web = في هذا الموقع
drafting-channel-poster = على الملصقات
drafting-channel-catalogue = في السجل المقيد
drafting-channel-partner = لدى المنظمات الشريكة
drafting-channels-missing = ضع علامة على مكان واحد على الأقل.
drafting-agreed-on = يوم الموافقة
drafting-ends-on = تنتهي في
drafting-day = اليوم
drafting-month = الشهر
drafting-year = السنة
drafting-day-hint = مثال: 27 3 2026.
drafting-ends-on-hint = اليوم الأخير محسوب. أقصاه { $months } شهرًا بعد الموافقة.
drafting-agreed-no-day = اكتب يوم الموافقة وشهرها وسنتها.
drafting-ends-no-day = اكتب يوم الانتهاء وشهره وسنته.
drafting-agreed-ahead = يوم الموافقة لم يأتِ بعد. تحقق منه.
drafting-ends-over = هذه الموافقة انتهت. تحقق من اليوم الأخير.
drafting-ends-too-long = هذا أطول مما يجوز أن تدوم الموافقة.
drafting-language = اللغة التي شُرحت بها
drafting-language-hint = يجب أن يكون الشخص قد فهمها.
drafting-language-missing = اكتب اللغة التي شُرحت بها.
drafting-before-whom = أمام من أُعطيت
drafting-before-missing = اكتب أمام من أُعطيت الموافقة.
drafting-guardian = ولي الأمر الذي وافق
drafting-guardian-hint = مطلوب إن كان الشخص دون 18 سنة أو قد يكون.
drafting-own-agreement = وافق الشاب أو الشابة أيضًا
drafting-paper = الورقة الموقعة
drafting-paper-hint = نسخة أو صورة منها: PDF أو JPEG أو PNG حتى 10 ميغابايت. تُختم.
drafting-paper-kept = الورقة الموقعة محفوظة
drafting-paper-too-large = الملف أكبر من 10 ميغابايت.
drafting-paper-other-kind = هذا ليس ملف PDF أو JPEG أو PNG.
drafting-save-consent = احفظ الموافقة

drafting-code-title = رمز السحب
drafting-code-lead = بهذا الرمز يزيل الشخص صورته متى شاء، دون أن يسأل أحدًا.
drafting-code-drawn = تم إصدار رمز
drafting-code-draw = أصدر رمز السحب
drafting-code-again = أصدر رمزًا جديدًا
drafting-code-once = يظهر هذا الرمز عشر دقائق. اكتبه على الورقة التي يحتفظ بها الشخص.
drafting-code-label = رمز السحب
drafting-code-paper-title = كلمات للورقة
drafting-code-replace-title = على ورقة الشخص رمز
drafting-code-replace-text = لا يمكن عرضه ثانية. إذا أصدرت رمزًا آخر، توقف الرمز الذي على الورقة.
drafting-code-replace = أصدر رمزًا آخر؛ الرمز القديم يتوقف
drafting-code-other-paper = الكلمات نفسها بلغة أخرى:
drafting-code-language-unknown = لغة الموافقة هي { $language }. اختر لغة يقرؤها الشخص.
drafting-lacks-code = لم يصدر رمز السحب. يحتاج إليه الشخص ليسحب صورته.
drafting-unsaved = في هذه الصفحة شيء لم يُحفظ بعد. احفظه أولًا.
drafting-code-written = كتبته

drafting-send-title = المراجعة
drafting-send-lead = ينظر فيها شخص ثانٍ. لا شيء علني قبل ذلك.
drafting-send = أرسل إلى المراجعة
drafting-end = أنهِ هذه المسودة

photo-missing = اختر ملف صورة.
photo-not-saved = لم تُحفظ الصورة: المخزن ممتلئ أو لا يستجيب. حاول لاحقًا.
photo-refused-too-many-bytes = الملف أكبر من 25 ميغابايت. اختر ملفًا أصغر.
photo-refused-not-a-photo = هذه ليست صورة JPEG أو HEIC أو PNG أو WebP. اختر ملفًا آخر.
photo-refused-heic = هذه صورة HEIC أو AVIF. افتحها في الهاتف وشاركها بصيغة JPEG، ثم ارفع ذلك الملف.
photo-refused-animated = هذه الصورة تتحرك. اختر صورة ثابتة.
photo-refused-too-wide = أحد الجانبين أطول من 16382 بكسل. اقتطع جزءًا منها أو صغّرها.
photo-refused-too-many-pixels = في الصورة بكسلات كثيرة جدًا. احفظها أصغر: 24 ميغابكسل تكفي.
photo-refused-too-small = الصورة أصغر من أن يُعرف فيها وجه. اختر صورة أكبر.
photo-refused-too-many-scans = هذا الملف مبني بطريقة غير معتادة. احفظه من جديد بصيغة JPEG.
photo-refused-unsupported = لا يمكن قراءة هذا النوع النادر من الصور. احفظها بصيغة JPEG عادية.
photo-refused-broken = الملف تالف أو ناقص. انسخه من جديد من الكاميرا أو الهاتف.
photo-refused-took-too-long = استغرقت قراءة الصورة وقتًا طويلًا. صغّرها واحفظها بصيغة JPEG وحاول ثانية.
photo-refused-too-big-to-open = يحتاج فتح هذه الصورة إلى ذاكرة كبيرة جدًا. صغّرها واحفظها بصيغة JPEG وحاول ثانية.
photo-refused-unreadable = لا يمكن قراءة هذه الصورة. افتحها في الهاتف أو الحاسوب واحفظها من جديد بصيغة JPEG وحاول ثانية.
photo-busy = تُقرأ صور كثيرة في هذه اللحظة. انتظر دقيقة ثم أرسل صورتك مرة أخرى.
photo-no-worker = لا يمكن قراءة الصور في الوقت الحالي. ملفك سليم. حاول لاحقًا.

## Who else is in the picture
drafting-faces-title = من يظهر في الصورة؟
drafting-faces-lead = قل عن كل وجه مرقّم لمن هو. الوجه الذي لم يوافق صاحبه على عرضه يجب أن يُغطّى أو يُقصّ من الصورة.
drafting-faces-none = لم يجد البرنامج أي وجه. انظر بنفسك: هل يستطيع الأقارب التعرّف على الشخص، وهل لا يظهر أحد غيره؟
drafting-faces-not-checked = لم يستطع البرنامج البحث عن وجوه في هذه الصورة. يجب أن ينظر إليها شخص.
drafting-faces-alt = الصورة كاملة مع وجوه مرقّمة
drafting-face = الوجه { $number }
drafting-face-doubtful = الوجه { $number }: ربما شخص، انظر جيدًا
drafting-face-person = الشخص الذي يبحث عن أقاربه
drafting-face-cover = غطِّ هذا الوجه
drafting-face-not-a-face = هذا ليس وجهًا
drafting-face-only-a-picture = صورة أو تمثال فقط
drafting-face-agreed-too = وافق هو أيضًا ووقّع
drafting-face-two-persons = وجه واحد فقط يمكن أن يكون للشخص. اختر واحدًا.
drafting-cover-more = غطِّ جزءًا آخر
drafting-cover-hint = بالنسبة المئوية من الصورة. ما يُغطّى يزول نهائيًا: للتراجع ارفع الصورة من جديد.
drafting-cover-drag = يمكنك أيضًا رسم الجزء على الصورة في الأعلى.
drafting-cover-outside = هذا الجزء يتجاوز حدود الصورة. الأرقام الأربعة كلها مطلوبة.
drafting-covered = { $count ->
    [zero] لم يُغطَّ أي جزء
    [one] غُطّي جزء واحد
    [two] غُطّي جزءان
    [few] غُطّيت { $count } أجزاء
    [many] غُطّي { $count } جزءًا
   *[other] غُطّي { $count } جزء
}
drafting-turn = أدِر الصورة لتكون قائمة
drafting-looked-at = نظرت إلى الصورة: لا يمكن التعرّف على أحد غيره
drafting-save-faces = حفظ ما قلته عن الوجوه
drafting-advice-small-face = الوجه صغير. قد لا يتعرّف عليه الأقارب على شاشة هاتف.
drafting-advice-dark = الوجه معتم. صورة فيها ضوء أكثر تساعد.
drafting-advice-blurred = الوجه غير واضح. صورة أوضح تساعد.
drafting-advice-no-face = لم يُعثر على أي وجه.
drafting-advice-not-upright = يبدو أن الصورة مائلة على جانبها.
drafting-advice-damaged = الملف تالف، وضاع جزء من هذه الصورة. انظر إليها، أو اطلب نسخة أخرى.
drafting-advice-small-photo = الصورة صغيرة. صورة أكبر تُظهر الوجه أوضح.
drafting-lacks-not-checked = لم ينظر أحد بعد ليرى إن كان في الصورة أشخاص آخرون.
drafting-lacks-faces = يوجد وجه آخر في الجزء الذي يُعرض.

## The same photo twice
drafting-alike-title = هذه الصورة تشبه صورة موجودة هنا
drafting-alike-lead = انظر في الصورتين قبل أن تتابع: ربما أُعدّت مسودتان للشخص نفسه.
drafting-alike-likely = على الأرجح الصورة نفسها
drafting-alike-maybe = ربما الصورة نفسها
drafting-alike-live = معروضة في الموقع منذ { $day }:
drafting-alike-draft = مسودة بدأها { $name } في { $day }.
drafting-alike-in-review = صورة أعدّها { $name } في { $day }، وهي بانتظار المراجعة.
drafting-alike-ended = صورة انتهى عرضها في { $day } دون أن تُسحب:
drafting-alike-open = اعرضها
drafting-taken-down-title = أُزيلت من قبل صورة تشبه هذه كثيرًا
drafting-taken-down-by-person = طلب الشخص الظاهر في صورة تشبه هذه كثيرًا إزالتها في { $day }. لا تنشرها من جديد إلا إذا طلب ذلك.
drafting-taken-down-by-staff = سحب الموظفون صورة تشبه هذه كثيرًا في { $day }. اعرف السبب قبل أن تنشرها من جديد.
drafting-taken-down-legend = لماذا يجوز عرض هذه الصورة رغم ذلك؟
drafting-taken-down-hint = يُحفظ جوابك في السجل ويراه المراجِع. إن لم يصحّ أي من الجوابين، فأنهِ هذه المسودة أو ارفع صورة أخرى.
drafting-taken-down-asked-again = طلب الشخص عرضها من جديد
drafting-taken-down-another-photo = هذه صورة أخرى تشبهها فقط
drafting-taken-down-answered = جواب مسؤول الملف:
drafting-taken-down-missing = اختر لماذا يجوز عرض هذه الصورة. لم يُحفظ شيء.
drafting-save-taken-down = احفظ هذا الجواب
drafting-lacks-taken-down = أُزيلت من قبل صورة تشبه هذه كثيرًا. اذكر لماذا يجوز عرض هذه.
