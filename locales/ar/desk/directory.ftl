# ما يقوله الدليل العام عن الجمعية، ويكتبه مسؤولوها.

directory-entry-title = ما يقوله الدليل العام عن جمعيتكم
directory-entry-lead = يقرؤه الجميع: العائلات ومن يبحثون عنها أيضًا. لا تذكر اسم أي زميل هنا.
directory-entry-name = اسم جمعيتكم
directory-entry-name-rule = يغيّر الاسمَ من يدير هذا النظام.
directory-entry-contact-label = كيف يصل الناس إليكم
directory-entry-contact-hint = اكتب شيئًا واحدًا في كل سطر: هاتفًا أو بريدًا إلكترونيًا أو عنوانًا أو ساعات العمل. الرقم أو البريد وحده في سطره يصبح رابطًا.
directory-entry-languages-label = اللغات التي تتحدثون بها مع العائلات
directory-entry-other-label = لغات أخرى
directory-entry-other-hint = اكتب كل لغة كما يكتبها أهلها، وبينها فواصل: Türkçe، کوردی
directory-entry-offers-label = ما تقدّمونه للعائلات
directory-entry-offers-hint = تقرأ العائلات هذه الجمل بلغتها.
directory-entry-contact-missing = اكتب طريقة واحدة على الأقل للوصول إلى الجمعية.
directory-entry-contact-long = اكتب 8 أسطر على الأكثر، و120 حرفًا في السطر على الأكثر.
directory-entry-languages-missing = اختر لغة واحدة على الأقل أو اكتبها.
directory-entry-languages-wrong = اكتب أسماء اللغات فقط، وبينها فواصل، و20 لغة على الأكثر.
directory-entry-offers-unknown = اختر من هذه القائمة فقط.
directory-entry-saved-title = حُفظ
directory-entry-saved-text = خلال خمس دقائق يراه الجميع.
directory-entry-see = شاهده في الصفحة العامة
directory-entry-meanwhile-title = غيّر زميلٌ هذا في هذه الأثناء
directory-entry-meanwhile-text = لم يُحفظ كلامك بعد. هذا هو المكتوب الآن:
directory-entry-meanwhile-rule = كلامك باقٍ في النموذج أدناه. إن حفظت الآن حلّ محل المكتوب.
