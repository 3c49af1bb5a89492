# كيف يُخبَر الموظفون بأن عملًا ينتظرهم: الرسائل وصفحة المناوبة. لا تذكر الرسالة أي شخص، وذلك عن قصد.

telling-welcome-subject = Kinlight: أنت في قائمة المناوبة
telling-welcome-text = ستصلك رسالة مثل هذه حين ينتظر عمل في مكتبك.
telling-waits-subject = Kinlight: شيء ينتظر في مكتبك
telling-waits-text = كتب أحدهم، ولم ينظر أحد في ذلك بعد.
telling-overdue-subject = Kinlight: شيء انتظر أطول مما ينبغي
telling-overdue-text = في مكتبك شيء ينتظر منذ وقت أطول مما وُعدت به العائلات.
telling-urgent-subject = Kinlight: شيء عاجل ينتظر في مكتبك
telling-urgent-text = في مكتبك شيء يجب أن يُنظر فيه قبل كل شيء آخر.
telling-at-least =
    { $count ->
        [zero] لا رسائل تنتظر.
        [one] رسالة واحدة على الأقل تنتظر.
        [two] رسالتان على الأقل تنتظران.
        [few] { $count } رسائل على الأقل تنتظر.
        [many] { $count } رسالة على الأقل تنتظر.
       *[other] { $count } رسالة على الأقل تنتظر.
    }
telling-no-link = سجّل الدخول إلى المكتب كما تفعل دائمًا. لا رابط في هذه الرسالة، كي لا يخدعك أحد برابط مزيّف.
telling-no-reply = لا أحد يقرأ الردود على هذه الرسالة.

rota-title = من يُخبَر بأن عملًا ينتظر
rota-lead = تصل إلى هذه العناوين رسالة حين تكتب العائلات. ولا تذكر أبدًا من كتب أو عمّا كتب.
rota-empty = لا أحد يُخبَر حين تجيب عائلة. أضف عنوانًا واحدًا على الأقل.
rota-address = العنوان
rota-days = الأيام
rota-state = هل يعمل؟
rota-change = تغيير
rota-every-day = كل يوم
rota-on-call = الأمور العاجلة في أي ساعة
rota-webhook = نظام التنبيه لدى من يدير هذا النظام
rota-state-works = يعمل
rota-state-untold = لم يُرسل شيء بعد
rota-state-failing = تعذّر الإرسال
rota-told-at = آخر رسالة في { $time } (UTC)
rota-state-hint = تصل الرسالة الأولى خلال دقيقة. إن لم تصل، فاسأل من يدير هذا النظام.
rota-test = إرسال تجربة
rota-remove = حذف
rota-add-title = إضافة عنوان
rota-address-label = عنوان البريد الإلكتروني
rota-address-hint = عنوان للعمل، لزميل أو للفريق.
rota-days-legend = في أي أيام
rota-days-hint = في ساعات العمل، ومرة واحدة في الساعة على الأكثر.
rota-on-call-label = وفي الليل وأيام العطلة أيضًا، إن كان الأمر عاجلًا
rota-on-call-hint = العاجل هو ما يخص طفلًا أو خطرًا أو صورة يريد أحدهم إزالتها.
rota-language-legend = اللغة
rota-add-button = إضافة هذا العنوان
rota-address-wrong = اكتب عنوان بريد إلكتروني واحدًا، مثل tracing@example.org.
rota-address-known = هذا العنوان في القائمة من قبل.
rota-full = في القائمة 30 عنوانًا. احذف واحدًا أولًا.
rota-days-missing = اختر يومًا واحدًا على الأقل، أو الأمور العاجلة في أي ساعة.
rota-done-added = أُضيف العنوان. رسالة أولى في طريقها إليه.
rota-done-tested = رسالة تجريبية في طريقها.
rota-done-removed = حُذف العنوان.
rota-day-mon = الاثنين
rota-day-tue = الثلاثاء
rota-day-wed = الأربعاء
rota-day-thu = الخميس
rota-day-fri = الجمعة
rota-day-sat = السبت
rota-day-sun = الأحد
