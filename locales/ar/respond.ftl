# The form behind a photo's four doors.

respond-title = رسالتك

respond-lead-looking-for-me = أخبرنا من أنت. لا يقرأ ذلك إلا موظفون مدرَّبون.
respond-lead-i-know = أخبرنا بما تعرفه. لا يقرأ ذلك إلا موظفون مدرَّبون.
respond-lead-remove-my-photo = سنزيل هذه الصورة في أقرب وقت ممكن.
respond-lead-something-wrong = أخبرنا وسننظر في الأمر.

respond-have-code-title = هل لديك الرمز المكتوب على ورقتك؟
respond-have-code-text = باستعمال الرمز تختفي الصورة فورًا.
respond-have-code-link = أزل الصورة الآن باستعمال الرمز

respond-relation = ما صلتك بالشخص الذي في الصورة؟
respond-relation-other = شخص آخر من غير العائلة
respond-relation-in-words = بكلماتك أنت
respond-relation-in-words-hint = مثلًا: جاره، أو معلّمتها، أو ابن أختها.
respond-relation-missing = اختر إجابة واحدة. يمكنك اختيار «لا أعرف».
respond-relation-in-words-long = هذه الكلمات طويلة جدًا. اكتب 100 حرف على الأكثر.

respond-story-looking-for-me = عنك
respond-story-i-know = ما تعرفه
respond-story-remove-my-photo = إزالة هذه الصورة
respond-story-something-wrong = هناك شيء غير صحيح

respond-name = اسمك
respond-name-hint = اكتبه كما تكتبه عادةً، بأي أبجدية.
respond-name-missing = اكتب اسمك، أو ضع علامة عند «لا أريد أن أقول اسمي».
respond-name-long = هذا الاسم طويل جدًا. اكتب 200 حرف على الأكثر.
respond-no-name = لا أريد أن أقول اسمي

respond-message-looking-for-me = لماذا تعتقد أن هذا الشخص يبحث عنك؟
respond-message-i-know = ماذا تعرف عن هذا الشخص؟
respond-message-hint = مثلًا: ندبة، أو لقب، أو من أفراد العائلة الآخرون. اكتب بأي لغة.
respond-message-hint-plain = اكتب بأي لغة.
respond-message-wrong = ما الشيء غير الصحيح؟
respond-message-remove = هل هناك شيء يجب أن نعرفه؟
respond-message-missing = اكتب بضع كلمات حتى نفهمك.
respond-message-long = هذا النص طويل جدًا. اكتب 4000 حرف على الأكثر.
respond-message-told = ما كتبته

respond-danger = الأمر يخص طفلًا، أو هناك شخص في خطر
respond-danger-hint = ننظر في هذه الرسائل أولًا.
respond-danger-told = الأمر يخص طفلًا، أو هناك شخص في خطر

respond-contact = كيف نتواصل معك؟
respond-contact-legend = اختر طريقة واحدة
respond-by-phone = بالهاتف
respond-by-phone-hint = اكتب رقمك في الأسفل.
respond-by-email = بالبريد الإلكتروني
respond-by-email-hint = اكتب عنوانك في الأسفل.
respond-by-code = برمز فقط
respond-by-code-hint = تعود أنت إلى هذا الموقع لتقرأ أسئلتنا.
respond-contact-missing = اختر كيف نتواصل معك.
respond-contact-told = كيف نتواصل معك
respond-phone = رقم الهاتف
respond-phone-hint = فقط إذا اخترت الهاتف. ابدأ برمز البلد إن استطعت.
respond-phone-missing = اكتب رقم هاتفك، أو اختر طريقة أخرى.
respond-phone-long = هذا الرقم طويل جدًا. اكتب 60 رقمًا وعلامة على الأكثر.
respond-email = عنوان البريد الإلكتروني
respond-email-hint = فقط إذا اخترت البريد الإلكتروني.
respond-email-missing = اكتب عنوان بريدك الإلكتروني، أو اختر طريقة أخرى.
respond-email-wrong = انظر إلى العنوان مرة أخرى. يجب أن تكون فيه علامة @ دون مسافات.
respond-email-long = هذا العنوان طويل جدًا.

respond-safe-contact = كيف نتصل بك بأمان؟
respond-only-mine = هل هذا الهاتف لك وحدك؟
respond-may-leave-message = هل يمكننا ترك رسالة؟
respond-good-times = ما الوقت المناسب لك؟
respond-good-times-hint = مثلًا: في المساء، وليس يوم الجمعة أبدًا.
respond-times-long = هذه الكلمات طويلة جدًا. اكتب 100 حرف على الأكثر.

respond-check = راجع إجاباتك
respond-check-lead = يمكنك تغيير كل إجابة قبل الإرسال.
respond-change = تغيير
respond-nothing = لم تكتب شيئًا
respond-check-remove = تطلب منا إزالة الصورة { $number }
respond-who-reads = لا يقرأ هذا إلا موظفون مدرَّبون في الصليب الأحمر أو الهلال الأحمر.
respond-captcha-why = هذا يساعدنا على قراءة رسائل الناس أولًا.
respond-slow-title = يمكنك إرسال رسالتك من دون الأرقام
respond-slow-text = قد نحتاج إلى وقت أطول قليلًا لقراءتها. لن تضيع رسالتك.
respond-slow-first = سننظر في رسالتك أولًا رغم ذلك. لن تضيع رسالتك.
respond-slow-crowd = إذا وصلت رسائل كثيرة جدًا في وقت واحد، نقرأ أولًا التي تحققنا من أرقامها.
respond-digits-needed = المساحة لدينا قليلة الآن. اكتب الأرقام فتُحفظ رسالتك.

respond-old-title = كانت هذه الصفحة مفتوحة وقتًا طويلًا
respond-old-text = ما زالت إجاباتك هنا. راجعها مرة أخرى.

respond-not-saved-title = لم يُحفظ
respond-not-saved-text = لم تصلنا رسالتك. لم يضع شيء: ما زالت في هذه الصفحة.
respond-not-saved-heading = لا نستطيع حفظ رسالتك الآن
respond-not-saved-lead = حاول مرة أخرى بعد بضع دقائق. أو اتصل بالصليب الأحمر أو الهلال الأحمر القريب منك.
respond-not-saved-typed = ما كتبته
respond-try-again = حاول مرة أخرى

respond-lost-title = لم يعد هذا النموذج مفتوحًا
respond-lost-text = هل رأيت رمزًا؟ إذن أُرسلت رسالتك. وإن لم تره فابدأ من جديد من الصورة.
respond-lost-typed = هذا ما كتبته في الصفحة الأخيرة
respond-lost-photos = اذهب إلى الصور
respond-lost-again = ابدأ من جديد

respond-sent-title = أُرسلت رسالتك
respond-sent-text = لقد انتهيت.

respond-cookie-title = راجع مرة أخرى ثم اضغط من جديد
respond-cookie-text = كان ملف الارتباط لهذا النموذج مفقودًا أو غير مطابق. ما كتبته ما زال هنا.
respond-cookie-off = هل متصفحك لا يقبل ملفات الارتباط؟ يمكنك المتابعة مع ذلك.
