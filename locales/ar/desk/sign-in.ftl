# Signing in to the desk, and the fresh second factor.

sign-in-title = تسجيل الدخول
sign-in-name-label = الاسم
sign-in-password-label = كلمة المرور
sign-in-lost = هل فقدت كلمة المرور أو هاتفك؟ اتصل بالمسؤول.
sign-in-name-missing = اكتب اسمك.
sign-in-password-missing = اكتب كلمة المرور.
sign-in-wrong = الاسم أو كلمة المرور غير صحيح.
sign-in-too-many = كانت هناك محاولات كثيرة. انتظر بضع دقائق ثم حاول مرة أخرى.
sign-in-busy = كثيرون يسجلون الدخول الآن. حاول مرة أخرى بعد دقيقة.
sign-in-too-late = استغرق هذا وقتًا طويلًا. ابدأ من جديد بكلمة المرور.
sign-in-locked-title = المكتب مقفل
sign-in-locked-text = لم يحدث شيء هنا منذ عشر دقائق. سجّل الدخول لتتابع.
sign-in-kept-title = ما كتبته محفوظ معك
sign-in-kept-text = لم يُحفظ شيء بعد. سجّل الدخول ليعود إلى حقوله.
sign-in-joined-title = حسابك جاهز
sign-in-joined-text = سجّل الدخول بكلمة المرور الجديدة ورمز من هاتفك.
sign-in-code-title = الرمز
sign-in-code-label = اكتب الرمز الذي في هاتفك
sign-in-code-hint = ستة أرقام من تطبيق المصادقة. كل رمز يصلح مرة واحدة.
sign-in-code-wrong = الرمز غير صحيح، أو استُعمل من قبل. انتظر الرمز التالي.
sign-in-send = دخول
fresh-factor-title = أكّد أنك ما زلت أنت
fresh-factor-lead = لقد فتحت ملفات كثيرة، أو تحتاج هذه الخطوة إلى عناية خاصة. رمز جديد من هاتفك يتيح لك المتابعة.
