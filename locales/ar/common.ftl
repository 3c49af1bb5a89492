# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = انتقل إلى المحتوى
title-error = خطأ:
title-part = { $title }، الجزء { $part }
back = رجوع
menu-label = الصفحات الرئيسية
menu-photos = الصور
menu-return = رسالتي
menu-safety = سلامتك
menu-help = المساعدة
languages-label = اللغات
languages-jump = لغات أخرى

# The safety lines: translate these first, and have them read by a native speaker.
free-line = الخدمة مجانية. لا نطلب المال أبدًا.
caller-check-rule = عندما نتصل بك، نذكر رقم التحقق الخاص بك أولًا. إن لم يذكره المتصل أو ذكر رقمًا آخر، فأنهِ المكالمة.
leave-label = مخرج سريع
leave-now = اخرج من الصفحة الآن
leave-explained = زر «اخرج من الصفحة الآن» يفتح صفحة عن الطقس، ويمحو ما كتبته هنا.
child-note = هل أنت طفل؟ يمكنك أن تطلب من شخص كبير تثق به أن يجلس معك.

foot-safety = كيف نحافظ على سلامتك
foot-privacy = ما الذي نحتفظ به وإلى متى
foot-directory = ابحث عن الصليب الأحمر أو الهلال الأحمر القريب منك
foot-questions = أسئلة وأجوبة
foot-scams = محتالون يدّعون المساعدة ويريدون المال
foot-clear = كيف تمحو آثار زيارتك من هذا الهاتف
foot-posters = ملصقات للطباعة
foot-about = عن هذا الموقع

form-errors-title = انظر إلى هذا مرة أخرى
form-error-spoken = خطأ:
form-optional = (يمكنك ترك هذا فارغًا)
form-continue = متابعة
form-send = إرسال
form-save = حفظ
form-cancel = إلغاء
form-yes = نعم
form-no = لا
form-unknown = لا أعرف
form-letters-too-many = { $count ->
        [zero] لا يزيد النص أي حرف.
        [one] يزيد النص حرفًا واحدًا.
        [two] يزيد النص حرفين.
        [few] يزيد النص { $count } أحرف.
        [many] يزيد النص { $count } حرفًا.
       *[other] يزيد النص { $count } حرف.
    }

captcha-label = اكتب الأرقام التي في الصورة
captcha-hint = يمكنك استعمال أرقام لغتك.
captcha-picture-alt = صورة فيها أرقام. يمكنك أيضًا الاستماع إليها.
captcha-listen = استمع إلى الأرقام
captcha-listen-in = استمع إلى الأرقام بهذه اللغة: { $language }
captcha-another = أرني صورة أخرى
captcha-cannot = لا أستطيع فعل ذلك

listen-page = استمع إلى هذه الصفحة
listen-stop = أوقف القراءة

code-copy = نسخ
code-copied = تم النسخ
code-print = طباعة

photo-number-label = رقم الصورة

pager-label = الصفحات
pager-previous = الصفحة السابقة
pager-next = الصفحة التالية
pager-page = الصفحة { $page }
pager-current = الصفحة { $page }، وهي هذه الصفحة
