# Posters: which hang, a new one, and what a photo's page says of them.

desk-posters-title = الملصقات
desk-posters-lead = ملصقات يستطيع أي شخص تنزيلها من الموقع وطباعتها.
desk-posters-new = إعداد ملصق
desk-posters-made-title = الملصق جاهز
desk-posters-made-text = يستطيع الجميع تنزيله من الموقع الآن.
desk-posters-hanging = متاحة للتنزيل الآن
desk-posters-none = لا يوجد ملصق الآن.
desk-posters-poster = الملصق
desk-posters-what = { $count ->
        [zero] ورق { $paper }، بلا صور
        [one] ورق { $paper }، صورة واحدة
        [two] ورق { $paper }، صورتان
        [few] ورق { $paper }، { $count } صور
        [many] ورق { $paper }، { $count } صورة
       *[other] ورق { $paper }، { $count } صورة
    }
desk-posters-weight = { $kilobytes } كيلوبايت
desk-posters-languages = اللغات
desk-posters-until = يُعلَّق حتى
desk-posters-take-back = سحب
desk-posters-take-back-now = اسحبه الآن
desk-posters-ended = لم تعد على الموقع
desk-posters-ended-hint = قد تبقى نسخ معلّقة على الجدران. اطلب ممن علّقها أن ينزعها.
desk-posters-why = السبب
desk-posters-ended-taken-back = سحبه الموظفون
desk-posters-ended-day-over = انتهى آخر يوم له
desk-posters-ended-photo-gone = صورة فيه لا يجوز عرضها بعد الآن

desk-posters-new-title = إعداد ملصق
desk-posters-new-lead = يمكن اختيار صور من وافقوا على الملصقات فقط.
desk-posters-no-photos-yet = لا توجد الآن صورة لها موافقة على الملصقات.
desk-posters-which = أي صور؟
desk-posters-which-chosen = الصور التي أختارها أدناه
desk-posters-which-new = كل الصور الجديدة هذا الشهر
desk-posters-new-count = { $count ->
        [zero] لا صورة جديدة هذا الشهر.
        [one] صورة واحدة جديدة هذا الشهر.
        [two] صورتان جديدتان هذا الشهر.
        [few] { $count } صور جديدة هذا الشهر.
        [many] { $count } صورة جديدة هذا الشهر.
       *[other] { $count } صورة جديدة هذا الشهر.
    }
desk-posters-photos = الصور
desk-posters-photos-hint = 48 صورة على الأكثر. الأحدث أولًا.
desk-posters-consent-until = الموافقة حتى { $date }
desk-posters-paper = الورق
desk-posters-per-page = عدد الصور في الصفحة
desk-posters-per-page-hint = كلما قلّت الصور كبرت. حتى أربع صور، لكل صورة مربع لكاميرا الهاتف.
desk-posters-language = اللغة
desk-posters-second = لغة ثانية
desk-posters-second-none = لا شيء
desk-posters-ends-on = يُنزع بعد
desk-posters-ends-on-hint = اتركه فارغًا لثلاثة أشهر، أو حتى نهاية أول موافقة.
desk-posters-make = إعداد الملصق

desk-posters-no-photo = اختر صورة واحدة على الأقل.
desk-posters-too-many = اختر 48 صورة على الأكثر.
desk-posters-not-postable = إحدى هذه الصور لم تعد مسموحة على الملصقات. اختر من جديد.
desk-posters-bad-day = اختر يومًا من اليوم فصاعدًا، لا يتجاوز نهاية أول موافقة.
desk-posters-no-day = اكتب اليوم والشهر والسنة، أو اتركها كلها فارغة.
desk-posters-no-paper = اختر الورق.
desk-posters-no-per-page = اختر عدد الصور في الصفحة.
desk-posters-no-language = اختر لغة.
desk-posters-same-language = اختر لغة ثانية مختلفة، أو لا شيء.
desk-posters-too-long = النصوص لا تتسع. اختر صورًا أقل في الصفحة، أو لغة واحدة.

# On the page of a photo.
publications-print = تنزيل الصورة للملصقات
publications-print-hint = هي أكبر مما على الموقع. يُسجَّل التنزيل في سجل التدقيق.
publications-carried-title = { $count ->
        [zero] هذه الصورة ليست على أي ملصق
        [one] هذه الصورة على ملصق واحد
        [two] هذه الصورة على ملصقين
        [few] هذه الصورة على { $count } ملصقات
        [many] هذه الصورة على { $count } ملصقًا
       *[other] هذه الصورة على { $count } ملصق
    }
publications-carried-live = عندما تنتهي الصورة لا يمكن تنزيل هذه الملصقات بعدها.
publications-carried-ended = لم يعد تنزيلها ممكنًا. اطلب نزع النسخ المعلّقة على الجدران.
publications-carried-until = حتى { $date }
