# The way in: an invitation's page.

join-title = أهلًا بك في المكتب
join-lead = اختر كلمة مرور واربط هاتفك. يستغرق هذا خمس دقائق.
join-name-label = اسمك لتسجيل الدخول
join-password-title = ١. كلمة المرور
join-password-text = أنت وحدك تعرفها. لا يستطيع أحد الاطلاع عليها، ولن يسألك أحد عنها.
join-offer = يمكنك استعمال هذه الكلمات الست، أو اختيار غيرها:
join-password-label = كلمة المرور الجديدة
join-password-hint = 14 حرفًا على الأقل. من الجيد اختيار كلمات لا علاقة بينها.
join-password-again-label = كلمة المرور نفسها مرة أخرى
join-password-short = استعمل 14 حرفًا على الأقل.
join-password-long = استعمل 200 حرف على الأكثر.
join-password-weak = يسهل تخمين هذه. اختر كلمات لا علاقة بينها.
join-password-differs = كلمتا المرور مختلفتان.
join-phone-title = ٢. هاتفك
join-phone-text = افتح تطبيق المصادقة في هاتفك وامسح هذه الصورة.
join-qr-alt = رمز مربع لتطبيق المصادقة
join-typed-text = إن لم تستطع مسحه، فاكتب هذه الحروف في التطبيق:
join-code-label = اكتب الرمز الذي يعرضه التطبيق
join-code-wrong = الرمز غير صحيح. انتظر الرمز التالي واكتبه.
join-send = انضمام
join-closed-title = لا يمكن استعمال هذه الدعوة
join-closed-text = استُعملت من قبل، أو مضى عليها أكثر من 48 ساعة. اطلب دعوة جديدة من المسؤول.
join-waits-title = يجب أن يوافق زميل أولًا
join-waits-text = يشهد لك زميل ثانٍ. ثم افتح هذا الرابط مرة أخرى.
