# The enquirer takes the photo off the site.

withdraw-title = صورتك
withdraw-code = اكتب الرمز المكتوب على ورقتك
withdraw-code-hint = اكتب أرقامه كلها. يمكنك استعمال أي أرقام ومسافات وشرطات.
withdraw-code-unknown = لا توجد صورة بهذا الرمز. قارنه بورقتك.
withdraw-lost-heading = أليس لديك الرمز؟
withdraw-lost-text = افتح صورتك واختر «هذه صورتي: أزيلوها».
withdraw-return-link = لدي رمز رسالة
withdraw-confirm-heading = هل تريد إزالة الصورة؟
withdraw-confirm-text = تختفي الصورة من هذا الموقع فورًا. لن يسألك أحد عن السبب.
withdraw-confirm-search = يمكن أن يستمر البحث عن عائلتك من دونها. تحدث معنا عن ذلك.
withdraw-now = أزل الصورة الآن
withdraw-keep = أبقِ الصورة
withdraw-done-heading = أُزيلت الصورة
withdraw-done-text = لم يعد أحد يستطيع رؤيتها في هذا الموقع.
withdraw-done-copies = تختفي النسخ من المتصفحات خلال ساعة.
withdraw-done-posters = نطلب من زملائنا إزالة الملصقات التي فيها الصورة.
withdraw-done-search = إذا كنت ما زلت تبحث عن عائلتك، فالصليب الأحمر أو الهلال الأحمر يساعدك.
withdraw-away-title = لا نستطيع التحقق من الرمز الآن
withdraw-away-text = حاول مرة أخرى بعد بضع دقائق. أو اتصل بالصليب الأحمر أو الهلال الأحمر القريب منك.
withdraw-kept-heading = الصورة مخفية
withdraw-kept-text = لم يعد هذا الخادم يعرضها لأحد.
withdraw-kept-everywhere = جزء من نظامنا لا يستجيب الآن. حالما يستجيب تختفي الصورة من كل مكان.
withdraw-kept-sure = سجّلنا طلبك. لا تحتاج إلى العودة.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = إزالة صورتي:
withdraw-paper-text = بهذا الرمز أستطيع إزالة صورتي من الموقع متى شئت. هذا مجاني. لا يسألني أحد عن السبب. أحفظ هذه الورقة في مكان آمن.
