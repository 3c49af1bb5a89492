# The desk's queue of responses. Never a name, a contact or a word that a responder wrote.
queue-title = الردود
queue-tabs = أقسام القائمة
queue-tab-open = مفتوحة
queue-tab-mine = ما عندي
queue-tab-closed = مغلقة
queue-oldest = أقدم رد لم يفتحه أحد وصل قبل { $age }.
queue-oldest-open = انتقل إليه
queue-none-unseen = فُتحت كل الردود المفتوحة مرة واحدة على الأقل.
queue-rush-title = رسائل أكثر بكثير من المعتاد
queue-rush-since = جاء آخر إنذار قبل { $age }.
queue-rush-text = الرسائل التي لها الكلمات نفسها تظهر كرسالة واحدة. انظر إلى الصفوف الأولى في كل صفحة، وأخبر مشغّل النظام.
queue-fold-title = رسائل بالكلمات نفسها
queue-fold-lead = لم تضع أي رسالة منها. يمكن فتح كل واحدة وحدها، وإغلاقها مع الأولى.
queue-empty-title = لا رد ينتظر
queue-empty-text = تظهر الردود الجديدة هنا فور وصولها.
queue-empty-closed = لا رد مغلقًا بعد
queue-empty-mine = لا رد عندك
queue-claim = استلم
queue-keys = المفاتيح: J وK للتنقل، وEnter للفتح، وC للاستلام.

queue-closed-ago = أُغلق قبل { $age }
queue-age-minutes = أقل من ساعة
queue-age-hours = { $count ->
        [zero] أقل من ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
queue-age-days = { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }

queue-door-looking-for-me = «هذا الشخص يبحث عني»
queue-door-i-know = «أعرف هذا الشخص»
queue-door-remove-my-photo = «هذه صورتي: أزيلوها»
queue-door-something-wrong = «هناك خطأ ما»
queue-door-sealed = مختوم: المفاتيح ليست لديك بعد
queue-door-archived = في ملف مغلق: المفتاح لدى المسؤول

queue-relation-unsaid = صلة القرابة غير مذكورة
queue-fits = كما تطلب الصورة
queue-fits-not = غير ما تطلبه الصورة

queue-level-high = عاجل
queue-level-normal = عادي
queue-level-low = غير عاجل

reason-removal-asked = يطلب المرسل إزالة الصورة.
reason-danger = يقول المرسل إن الأمر يخص طفلًا أو شخصًا في خطر.
reason-urgent = يطلب المرسل إزالة الصورة، أو يقول إن الأمر يخص طفلًا أو شخصًا في خطر.
reason-wrote-again = كتب المرسل من جديد بعد إغلاق الرد.
reason-answer-waits = آخر رسالة هي من المرسل.
reason-slow-lane = وصل الرد فوق الحد أو من دون أرقام الصورة.
reason-rush = وصل من دون أرقام صحيحة، حين وصلت رسائل عاجلة كثيرة جدًا.
reason-after-the-end = كانت الصورة قد انتهى عرضها حين وصل الرد.
reason-relation-fits = صلة القرابة تناسب الصورة.

queue-stage-new = جديد
queue-stage-claimed = مستلَم
queue-stage-in-contact = على تواصل
queue-stage-closed = مغلق

queue-flag-removal = إزالة صورة
queue-flag-danger = خطر أو طفل
queue-flag-urgent = عاجل
queue-flag-answer = جواب ينتظر
queue-flag-code-only = صندوق الرسائل فقط
queue-flag-reopened = أُغلق من قبل: { $outcome }
queue-after-harm = { $count ->
        [zero] لم يكتب أحد من جديد بعد إغلاق بسبب إزعاج أو أذى
        [one] كتب مرسل واحد من جديد بعد إغلاق بسبب إزعاج أو أذى
        [two] كتب مرسلان من جديد بعد إغلاق بسبب إزعاج أو أذى
        [few] كتب { $count } مرسلين من جديد بعد إغلاق بسبب إزعاج أو أذى
        [many] كتب { $count } مرسلًا من جديد بعد إغلاق بسبب إزعاج أو أذى
       *[other] كتب { $count } مرسل من جديد بعد إغلاق بسبب إزعاج أو أذى
    }
queue-folded = { $count ->
        [zero] لا ردود أخرى بالنص نفسه
        [one] رد آخر بالنص نفسه
        [two] ردان آخران بالنص نفسه
        [few] { $count } ردود أخرى بالنص نفسه
        [many] { $count } ردًا آخر بالنص نفسه
       *[other] { $count } رد آخر بالنص نفسه
    }
