# Accounts, one colleague's account, invitations, new starts, and the operator's pages.

accounts-title = الحسابات
accounts-ended-now = انتهت الصلاحية.
accounts-ended-later = انتهت الصلاحية. ستذكر القائمة الموقّعة للزملاء ذلك حين تسلّم أحدًا المفاتيح في المرة القادمة.
accounts-name = الاسم
accounts-roles = الأدوار
accounts-stage = الحالة
accounts-ends-on = تنتهي الصلاحية في
accounts-invite-title = دعوة زميل
accounts-invite-text = ستحصل على رابط يعمل مرة واحدة خلال 48 ساعة، ولا يفتح أي ملف بذاته.
accounts-name-label = الاسم لتسجيل الدخول
accounts-name-hint = من 2 إلى 40 من الحروف الصغيرة a إلى z والأرقام والنقاط والشرطات.
accounts-roles-legend = الأدوار
accounts-ends-on-label = تنتهي الصلاحية في
accounts-ends-on-hint = السنة ثم الشهر ثم اليوم: {"\u200E"}2027-05-31{"\u200E"}. سنتان من الآن على الأكثر.
accounts-invite-button = إنشاء الدعوة
accounts-name-wrong = استعمل من 2 إلى 40 من الحروف الصغيرة a إلى z والأرقام والنقاط والشرطات.
accounts-name-taken = هذا الاسم مستعمل. اختر اسمًا آخر.
accounts-roles-missing = اختر دورًا واحدًا على الأقل.
accounts-administrator-lone = أنت المسؤول الوحيد. اطلب ممن يشغّل هذا النظام أن يدعو مسؤولًا ثانيًا. ومن ثم يقرر اثنان منكم معًا.
accounts-ends-on-unreadable = اكتب التاريخ هكذا: السنة ثم الشهر ثم اليوم، {"\u200E"}2027-05-31{"\u200E"}.
accounts-ends-on-past = مضى هذا اليوم. اكتب يومًا قادمًا.
accounts-ends-on-far = تدوم الصلاحية سنتين على الأكثر. اكتب يومًا أقرب.
accounts-role-case-worker = مسؤول ملفات
accounts-role-case-worker-hint = يجهّز الصور مع موافقة أصحابها.
accounts-role-reviewer = مراجع
accounts-role-reviewer-hint = يتحقق مما أعدّه غيره وينشره.
accounts-role-moderator = مشرف الردود
accounts-role-moderator-hint = يقرأ ردود العائلات ويجيب عنها.
accounts-role-administrator = مسؤول
accounts-role-administrator-hint = يدعو الزملاء ويسلّمهم المفاتيح.
accounts-role-auditor = مدقق
accounts-role-auditor-hint = يقرأ سجل التدقيق، ولا يرى أي ملف.
accounts-role-operator = مشغّل
accounts-role-operator-hint = يدير النظام، ولا يرى أي ملف.
accounts-stage-invited = مدعو
accounts-stage-awaiting-keys = ينتظر المفاتيح
accounts-stage-active = نشط
accounts-stage-ended = منتهٍ
accounts-stage-expired = انتهت الصلاحية

invitation-title = الدعوة جاهزة
invitation-lead = يظهر هذا الرابط الآن فقط.
invitation-link-label = الرابط
invitation-rule = سلّمه يدًا بيد أو في رسالة آمنة. يعمل مرة واحدة خلال 48 ساعة.
invitation-needs-colleague = لا يعمل إلا بعد موافقة زميل ثانٍ. يجده تحت «بدايات جديدة».
invitation-needs-administrator = لا يعمل إلا بعد موافقة مسؤول ثانٍ. يجده ضمن «الحسابات»، في صفحة هذا الشخص.
invitation-done = تم

colleague-title = زميل
colleague-sealed = سُلّمت المفاتيح إلى هذا الزميل. يمكنه أن يبدأ.
colleague-seal-title = تسليم المفاتيح
colleague-seal-text = اتصل بهذا الزميل على رقم تعرفه، ودعه يقرأ لك أرقامه الاثني عشر.
colleague-second-first = يختار الزميل عبارة مروره الثانية أولًا. ثم تظهر له الأرقام ليقرأها لك.
colleague-fingerprint-label = الأرقام الاثنا عشر التي سمعتها
colleague-fingerprint-hint = خذها من المكالمة، وليس من رسالة أبدًا.
colleague-fingerprint-wrong = هذه ليست أرقام هذا الحساب. اتصل مرة أخرى، وإن اختلفت ثانيةً فتوقف.
colleague-not-bound = لا يمكن الوثوق بهذه المفاتيح بعد. دع هذا الزميل يسجّل الدخول مرة أخرى، ثم اتصل من جديد.
colleague-seal-button = تسليم المفاتيح
colleague-agree-title = مسؤول إضافي
colleague-agree-text = دعا أحد الزملاء هذا الشخص ليكون مسؤولًا. لدى المسؤولين كل مفاتيح الجمعية. وافق فقط إذا كنت تعلم أن هذا مطلوب.
colleague-agree-button = أوافق
colleague-agreed = لقد وافقت. رابطه يعمل الآن.
colleague-sign-out-title = فُقد جهاز، أو بقيت جلسة مفتوحة؟
colleague-sign-out-text = أنهِ كل جلسات هذا الزميل. يسجّل الدخول من جديد بكلمة المرور والرمز.
colleague-sign-out-button = تسجيل الخروج من كل مكان
colleague-signed-out = سُجّل خروج هذا الزميل من كل الأجهزة.
colleague-recovery-title = هل فُقدت كلمة المرور أو الهاتف؟
colleague-recovery-text = ابدأ من جديد برابط جديد. يجب أن يوافق زميل ثانٍ، ثم تسلّم المفاتيح مرة أخرى.
colleague-recovery-button = بداية جديدة
colleague-end-title = إنهاء الصلاحية
colleague-end-text = يُسجَّل خروجه فورًا ويفقد كل مفتاح. لا يمكن التراجع عن هذا.
colleague-end-hint = تنتهي الصلاحية بها أو من دونها. بها تذكر القائمة الموقّعة للزملاء ذلك فورًا.
colleague-end-button = إنهاء الصلاحية الآن
colleague-self = لا يمكنك تغيير حسابك أنت. يستطيع ذلك مسؤول آخر.

vouch-title = بدايات جديدة
vouch-lead = فقد هؤلاء الزملاء كلمة المرور أو الهاتف. لا توافق إلا إذا تحدثت إليهم بنفسك.
vouch-button = تحدثت إليه وأوافق
vouch-agreed = وافقت. رابطه يعمل الآن.
vouch-same-person = أنت من طلب هذه البداية. يجب أن يوافق زميل آخر.
vouch-over = انتهت هذه البداية أو استُعملت من قبل.
vouch-empty-title = لا أحد ينتظر
vouch-empty-text = عندما يحتاج زميل إلى شهادتك، يظهر اسمه هنا.

operator-title = النظام
operator-lead = الجمعيات والأعداد. لا شيء هنا عن أي شخص.
operator-societies = الجمعيات
operator-society = الجمعية
operator-keys = المفاتيح
operator-keys-made = موجودة
operator-keys-no-root = موجودة، بلا مفتاح جذر بعد
operator-keys-none = ليس بعد
operator-live = الصور المعروضة
operator-unopened = الردود التي لم تُفتح
operator-oldest = أقدمها ينتظر منذ
operator-none-waits = لا شيء ينتظر
operator-waited-hours = { $count ->
    [0] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
operator-waited-days = { $count ->
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
operator-limits-shared = حدود الاستعمال مشتركة بين كل العمليات.
operator-limits-own = كل عملية تحسب حدود الاستعمال بمفردها.
operator-limits-alone = حدود الاستعمال: هذه العملية وحدها منذ { $time } (UTC).
operator-limits-alone-text = الخادم الذي يحسبها للجميع لا يجيب. كل شيء مستمر، وتعيد هذه العملية المحاولة كل بضع ثوانٍ.
operator-create-title = إنشاء جمعية
operator-name-label = اسم الجمعية
operator-name-hint = كما يظهر في الدليل العام.
operator-slug-label = الاسم القصير
operator-slug-hint = حروف صغيرة a إلى z وأرقام وشرطات.
operator-contact-label = كيف يصل الناس إليها
operator-contact-hint = يظهر هذا في الدليل العام.
operator-languages-label = لغات العاملين فيها
operator-languages-hint = رموز بينها فواصل: en, ar
operator-create-button = إنشاء الجمعية
operator-name-missing = اكتب اسم الجمعية.
operator-name-long = هذا الاسم طويل جدًا. اكتب 200 حرف على الأكثر.
operator-slug-wrong = استعمل حروفًا صغيرة a إلى z وأرقامًا وشرطات، 40 على الأكثر.
operator-slug-taken = لجمعية أخرى هذا الاسم القصير.
operator-invite-title = المسؤولون
operator-invite-text = أنت تدعو أول مسؤولَين للجمعية. الأول ينشئ مفاتيح الجمعية في جلسته ويسلّمها إلى الثاني. لن تكون لديك أبدًا.
operator-has-administrators = للجمعية مسؤولان. من الآن تدعو الجمعية العاملين فيها بنفسها.
