# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = اكتب الأرقام
captcha-why = قبل البحث نطلب كتابة بعض الأرقام. هذا يبطئ البرامج الآلية.
captcha-cannot-explained = ألا تستطيع رؤية الأرقام ولا سماعها؟ اضغط «لا أستطيع فعل ذلك». تنتظر 20 ثانية ثم تتابع.
captcha-crowded-title = كثيرون يستعملون هذا الاتصال الآن
captcha-crowded-text = قد لا تظهر الصورة. عندها اضغط «لا أستطيع فعل ذلك»، فهو يوصلك أيضًا.
captcha-cookie-title = يحتاج البحث إلى ملف ارتباط واحد، ولم يرسل متصفحك أي ملف.
captcha-cookie-text = اسمح بملفات الارتباط لهذا الموقع واكتب الأرقام. أو انظر إلى الصور بدون بحث.
captcha-digits-missing = اكتب الأرقام، أو اضغط «لا أستطيع فعل ذلك»
captcha-digits-wrong = كانت الأرقام مختلفة. هذه أرقام جديدة.
captcha-digits-expired = كانت الأرقام قديمة. هذه أرقام جديدة.
captcha-digits-spent = استُعملت هذه الأرقام من قبل. هذه أرقام جديدة.
captcha-digits-moved = تغيّر اتصالك بالإنترنت. هذه أرقام جديدة.
captcha-digits-unavailable = لا نستطيع التحقق من الأرقام الآن. حاول مرة أخرى بعد دقيقة.

wait-title = انتظر لحظة
wait-text = { $seconds ->
        [zero] تتابع الآن.
        [one] تتابع بعد ثانية واحدة.
        [two] تتابع بعد ثانيتين.
        [few] تتابع بعد { $seconds } ثوانٍ.
        [many] تتابع بعد { $seconds } ثانية.
       *[other] تتابع بعد { $seconds } ثانية.
    }
wait-button-hint = تتابع الصفحة وحدها. إن لم يحدث ذلك، فاضغط الزر.
