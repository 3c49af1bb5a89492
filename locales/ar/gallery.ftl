# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = ابحث عن عائلتك بالصور

gallery-title = الصور، الصفحة { $page } من { $pages }
gallery-heading = هل يبحث أحد عنك؟
gallery-lead = هؤلاء يبحثون عن عائلاتهم. هل تعرف وجهًا منهم؟ افتح الصورة وأخبرنا.
gallery-count = { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
gallery-any = الكل
gallery-filter-open = اختر من تريد أن ترى
gallery-filter-seeking = عمّن يبحثون؟
gallery-filter-sex = من في الصورة؟
gallery-filter-age = كم عمر هذا الشخص؟
gallery-filter-place = من أين هذا الشخص؟
gallery-filter-regions = المناطق
gallery-filter-countries = البلدان
gallery-filter-captcha = أولًا تكتب بعض الأرقام من صورة. بعد ذلك يمكنك الاختيار لمدة ساعة.
gallery-filter-show = أظهر الصور
gallery-chosen-label = ما اخترته
gallery-chosen-remove = أزل هذا الاختيار
gallery-chosen-sex = في الصورة: { $value }
gallery-chosen-age = العمر: { $value }
gallery-chosen-place = من: { $value }
gallery-see-all = شاهد كل الصور
gallery-pictures-small = أظهر صورًا أصغر حجمًا لتوفير بيانات الإنترنت
gallery-pictures-usual = أظهر صورًا أكبر حجمًا
gallery-directory = اسأل الصليب الأحمر أو الهلال الأحمر القريب منك
gallery-none-title = لا توجد صورة تناسب هذا الاختيار
gallery-none-text = اختر أقل، أو شاهد كل الصور. تأتي صور جديدة كل شهر.
gallery-empty-title = لا توجد صور بعد
gallery-empty-text = عد لاحقًا. يستطيع الصليب الأحمر أو الهلال الأحمر مساعدتك الآن.
gallery-unknown-title = لا نعرف هذا الاختيار
gallery-unknown-text = يطلب العنوان شيئًا ليس عندنا. يمكنك مشاهدة كل الصور.
gallery-beyond-title = لا توجد صور أخرى
gallery-beyond-text = هذه الصفحة بعد الصفحة الأخيرة. ابدأ من جديد من الصفحة الأولى.
gallery-hidden-title = لا نعرض صورًا الآن
gallery-hidden-text = لا نستطيع التأكد من أن الجميع ما زالوا موافقين. لذلك نخفي كل الصور حتى نتأكد.

number-open = لدي رقم صورة
number-hint = فيه 8 أرقام، على ملصق مثلًا. يمكنك استعمال أرقام لغتك.
number-go = أظهر هذه الصورة
number-missing = اكتب رقم الصورة
number-not-digits = رقم الصورة مكوّن من أرقام فقط
number-wrong-length = في رقم الصورة 8 أرقام. عُدّها مرة أخرى.
number-wrong-digit = هناك رقم مختلف، أو رقمان متبادلان. انظر إلى الرقم مرة أخرى.
number-unknown = لا توجد صورة بهذا الرقم. انظر إلى الرقم مرة أخرى.
