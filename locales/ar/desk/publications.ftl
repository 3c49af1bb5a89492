# Publications: what is live, what needs a new consent, what has ended.

publications-title = المنشورات
publications-tabs = قوائم المنشورات
publications-tab-live = منشورة
publications-tab-renew = موافقتها تنتهي قريبًا
publications-tab-ended = منتهية
publications-renew-hint = تنتهي موافقتها خلال 60 يومًا. اسأل كل شخص هل تستمر.
publications-photo = الصورة
publications-shown = ما يظهر للجميع
publications-live-for = منشورة منذ
publications-consent-until = الموافقة حتى
publications-ended-why = سبب الانتهاء
publications-ended-at = انتهت في
publications-never-public = لم تُنشر قط
publications-none = لا شيء في هذه القائمة.

publications-one-title = النشر
publications-picture = الصورة المنشورة
publications-stage = المرحلة
publications-stage-draft = مسودة
publications-stage-in-review = بانتظار المراجعة
publications-stage-live = منشورة
publications-stage-ended = منتهية
publications-since = منشورة منذ
publications-published-title = تم النشر
publications-published-text = يستطيع الجميع رؤيتها الآن. رقمها:
publications-ended-title = انتهت
publications-ended-text = اختفت من الموقع. تُمحى ملفاتها خلال خمس دقائق.
publications-open-responses = { $count ->
        [one] رد واحد ما زال مفتوحًا. إنهاء الصورة لا يغلقه.
        [two] ردان ما زالا مفتوحين. إنهاء الصورة لا يغلقهما.
        [few] { $count } ردود ما زالت مفتوحة. إنهاء الصورة لا يغلقها.
        [many] { $count } ردًا ما زال مفتوحًا. إنهاء الصورة لا يغلقها.
       *[other] { $count } رد ما زال مفتوحًا. إنهاء الصورة لا يغلقها.
    }
publications-posters = قد تكون هذه الصورة على ملصقات. اطلب إزالتها عند الانتهاء.

publications-end-title = إنهاء
publications-end-live = تختفي الصورة من الموقع فورًا. لا يمكن التراجع عن ذلك.
publications-end-draft = تنتهي المسودة وتُمحى صورتها. لا يمكن التراجع عن ذلك.
publications-reason = لماذا تنتهي؟
publications-reason-withdrawn-by-staff = نسحبها نحن
publications-reason-reunited = اجتمعت العائلة
publications-reason-missing = اختر سبب الانتهاء.
publications-end-now = أزل الصورة الآن
publications-end-draft-now = أنهِ هذه المسودة الآن
publications-ended-withdrawn-by-staff = سحبها الموظفون
publications-ended-withdrawn-by-code = أزالها الشخص بالرمز
publications-ended-consent-ended = انتهت الموافقة
publications-ended-reunited = اجتمعت العائلة
publications-ended-erased = لم يعد أحد يعمل على المسودة

renewal-title = تجديد الموافقة
renewal-lead = وافق الشخص مرة أخرى ووقّع ورقة جديدة. رمز السحب في الورقة الأولى يبقى صالحًا.
renewal-save = تسجيل الموافقة الجديدة
renewal-done = سُجّلت الموافقة الجديدة. يعتمدها مراجِع، وحتى ذلك الحين يسري آخر يوم في الموافقة السابقة.
