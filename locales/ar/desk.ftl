# The desk's frame and home page.

desk-sign-out = تسجيل الخروج
desk-menu-queue = الردود
desk-menu-drafts = المسودات
desk-menu-reviews = المراجعة
desk-menu-publications = المنشورات
desk-menu-accounts = الحسابات
desk-menu-vouch = بدايات جديدة
desk-menu-audit = سجل التدقيق
desk-menu-operator = النظام

desk-home-title = مكتبك
desk-home-lead = ما ينتظرك.
desk-task-queue = ردود من العائلات تنتظر من يقرؤها.
desk-task-drafts = جهّز صورة مع موافقة صاحبها، ثم أرسلها إلى المراجعة.
desk-task-reviews = انظر في ما أعدّه زميلك قبل أن يراه أحد.
desk-task-publications = شاهد الصور المعروضة الآن. ويمكنك إزالة أي صورة فورًا.
desk-task-accounts = ادعُ الزملاء، وسلّمهم المفاتيح، وأنهِ صلاحياتهم.
desk-task-vouch = قد يحتاج زميل إلى شهادتك ليبدأ من جديد.
desk-task-audit = اعرف من فعل ماذا، وتحقق من أن شيئًا لم يتغيّر.
desk-task-operator = الجمعيات والأعداد، وعمر أقدم رد لم يُفتح بعد.
desk-keys-title = ليست لديك مفاتيح جمعيتك بعد
desk-keys-text = لا يمكنك فتح الملفات أو الردود قبل ذلك. تكفي مكالمة واحدة مع المسؤول.
desk-keys-none-title = ليس لجمعيتك مفاتيح بعد
desk-keys-none-text = بهذه المفاتيح تُختم الملفات والردود. أنشئها الآن في هذه الجلسة.
desk-keys-link = اعرف ما عليك فعله
