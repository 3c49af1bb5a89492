# The way back with a receipt code. It never speaks of a match.

return-title = رسالتك
return-code = اكتب رمزك
return-code-hint = اكتب أرقامه كلها. يمكنك استعمال أي أرقام ومسافات وشرطات.
return-code-missing = اكتب رمزك.
return-code-not-digits = في الرمز أرقام فقط. انظر إليه مرة أخرى.
return-code-length = هناك أرقام ناقصة أو زائدة. قارنها برمزك.
return-code-check-digit = هناك رقم خاطئ أو رقمان متبادلان. قارنها برمزك.
return-code-unknown = لم نجد شيئًا بهذا الرمز. ربما مُحي من قبل.
return-over = اكتب رمزك مرة أخرى لتتابع.
return-kept = ما كتبته محفوظ هنا. اكتب رمزك لتتابع.
return-busy-title = كثيرون يستعملون هذا الموقع الآن
return-busy-text = حاول مرة أخرى بعد دقيقة. رسالتك في أمان.
return-wait-title = انتظر 20 ثانية
return-wait-text = ثم اضغط على «متابعة». لا تحتاج إلى الصورة.
return-captcha-why = هذا يحمي رموز الجميع من التخمين.
return-lost-heading = هل فقدت الرمز؟
return-lost-text = يمكنك إرسال رسالة جديدة من صفحة الصورة.
return-withdraw-link = صورتي هنا وأريد إزالتها

return-heading = رسالتك
return-state-received = وصلتنا رسالتك
return-state-received-text = تنتظر رسالتك حتى يقرأها أحد موظفينا.
return-state-being-read = رسالتك قيد القراءة
return-state-being-read-text = يعمل عليها أحد موظفينا.
return-state-question = لدينا سؤال لك
return-state-question-text = اقرأه في الأسفل وأجب عندما تستطيع.
return-state-closed = انتهينا من رسالتك
return-state-closed-text = شكرًا لمساعدتك. ستُمحى الرسالة بعد مدة.
return-thread = ما كُتب
return-from-staff = منّا
return-own = أرسلتَ جوابًا
return-delete = احذف هذا الجواب
return-ago-now = قبل أقل من ساعة
return-ago-hours = { $count ->
        [zero] قبل أقل من ساعة
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
return-ago-days = { $count ->
        [zero] قبل أقل من يوم
        [one] قبل يوم
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
return-answer = جوابك
return-write = هل تريد أن تخبرنا بالمزيد؟
return-answer-hint = من أجل سلامتك، لا يظهر هنا بعد إرساله.
return-answer-missing = اكتب جوابًا قبل الإرسال.
return-answer-long = هذا النص طويل جدًا. اكتب 4000 حرف على الأكثر.
return-answer-often = أرسلت أجوبة كثيرة اليوم. حاول مرة أخرى غدًا. ما زال هذا الجواب هنا.
return-closed-answer = ما زال بإمكانك الكتابة إلينا. عندها ننظر في رسالتك من جديد.
return-caller-check-heading = رقم التحقق الخاص بك
return-finish = لقد انتهيت
return-sent-title = تم حفظ جوابك
return-sent-text = لا يستطيع فتحه إلا موظفون مدرَّبون.
return-deleted-title = تم حذف جوابك
return-deleted-text = لقد مُحي نهائيًا.
return-erase-open = احذف رسالتي كلها
return-erase-title = هل تريد حذف رسالتك؟
return-erase-text = يُحذف كل ما كتبته إلينا، وتُحذف أجوبتنا أيضًا. بعد ذلك لا نستطيع قراءة رسالتك ولا مساعدتك بها.
return-erase-seen = ربما قرأها الموظفون من قبل. أما ما دوّنوه هم عنها فيُمحى لاحقًا.
return-erase-now = نعم، احذفها كلها
return-erase-keep = لا، أبقِها
return-erased-heading = تم حذف رسالتك
return-erased-text = مُحي كل ما كتبته، ولم يعد رمزك يعمل.
return-erased-again = هل غيّرت رأيك؟ يمكنك أن تكتب إلينا مرة أخرى من صفحة الصورة.
return-not-saved-title = لم يُحفظ
return-not-saved-text = ما زال جوابك هنا. حاول مرة أخرى بعد بضع دقائق.
