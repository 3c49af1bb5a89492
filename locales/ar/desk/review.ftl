# Review: the list of what waits, and one publication with its checklist.

review-list-title = المراجعات
review-list-hint = الأطول انتظارًا يأتي أولًا.
review-list-open = راجع هذا النشر
review-list-own = لك
review-list-none = لا شيء بانتظار المراجعة
review-list-none-text = عندما يرسل زميل مسودة، تظهر هنا.

review-title = المراجعة
review-preview-title = ما سيراه الزوار
review-preview-hint = يصدر رقم الصورة عند النشر.
review-alt-hint = النص تحت كل بطاقة يُقرأ لمن لا يرى الصورة.
review-fact-age = العمر
review-fact-origin = بلد الأصل
review-fact-region = المنطقة

review-faces = الأشخاص الآخرون في الصورة
review-photo-damaged = الملف تالف، وضاع جزء من هذه الصورة.
review-photo-small = الصورة صغيرة.
review-faces-found = { $count ->
    [zero] لا يرى البرنامج أي وجه. انظر بنفسك.
    [one] يرى البرنامج وجهًا واحدًا.
    [two] يرى البرنامج وجهين.
    [few] يرى البرنامج { $count } وجوه.
    [many] يرى البرنامج { $count } وجهًا.
   *[other] يرى البرنامج { $count } وجه.
}
review-faces-not-checked = لم يستطع البرنامج البحث عن وجوه.
review-faces-looked-at = نظر مسؤول الملف إلى الصورة، ويقول إنه لا يمكن التعرّف على أحد غيره.
review-faces-covered = { $count ->
    [zero] لم يُغطَّ أي جزء.
    [one] غُطّي جزء واحد.
    [two] غُطّي جزءان.
    [few] غُطّيت { $count } أجزاء.
    [many] غُطّي { $count } جزءًا.
   *[other] غُطّي { $count } جزء.
}
review-faces-cropped = { $count ->
    [zero] لا وجه يقع خارج الجزء الظاهر.
    [one] وجه واحد يقع خارج الجزء الظاهر.
    [two] وجهان يقعان خارج الجزء الظاهر.
    [few] { $count } وجوه تقع خارج الجزء الظاهر.
    [many] { $count } وجهًا يقع خارج الجزء الظاهر.
   *[other] { $count } وجه يقع خارج الجزء الظاهر.
}
review-faces-left-not-a-face = { $count ->
    [zero] لم يُترك شيء على أنه ليس وجهًا.
    [one] تُرك واحد لأنه ليس وجهًا.
    [two] تُرك اثنان لأنهما ليسا وجهين.
    [few] تُركت { $count } لأنها ليست وجوهًا.
    [many] تُرك { $count } لأنها ليست وجوهًا.
   *[other] تُرك { $count } لأنها ليست وجوهًا.
}
review-faces-left-only-a-picture = { $count ->
    [zero] لم يُترك وجه على أنه صورة.
    [one] تُرك وجه واحد لأنه صورة أو تمثال فقط.
    [two] تُرك وجهان لأنهما صورتان أو تمثالان فقط.
    [few] تُركت { $count } وجوه لأنها صور أو تماثيل فقط.
    [many] تُرك { $count } وجهًا لأنها صور أو تماثيل فقط.
   *[other] تُرك { $count } وجه لأنها صور أو تماثيل فقط.
}
review-faces-left-agreed-too = { $count ->
    [zero] لم يُترك وجه لشخص آخر.
    [one] تُرك وجه واحد لأن صاحبه وافق هو أيضًا ووقّع.
    [two] تُرك وجهان لأن صاحبيهما وافقا أيضًا ووقّعا.
    [few] تُركت { $count } وجوه لأن أصحابها وافقوا أيضًا ووقّعوا.
    [many] تُرك { $count } وجهًا لأن أصحابها وافقوا أيضًا ووقّعوا.
   *[other] تُرك { $count } وجه لأن أصحابها وافقوا أيضًا ووقّعوا.
}

review-consent = الموافقة
review-consent-none = لا توجد
review-channel = يجوز عرضها
review-agreed-on = يوم الموافقة
review-ends-on = تنتهي في
review-language = شُرحت بلغة
review-paper = الورقة الموقعة
review-age = العمر كما يعرفه مسؤول الملف
review-age-minor = قد يكون دون 18 سنة
review-age-adult = بالغ
review-age-unknown = غير معروف
review-guardian = موافقة ولي الأمر
review-own-agreement = موافقة الشاب أو الشابة

review-checklist = قائمة التحقق
review-checklist-legend = تحققت من
review-checklist-hint = ضع العلامة بعد أن تنظر في النقطة فقط.
review-check-consent = الموافقة تشمل الموقع، ويومها الأخير صحيح.
review-check-age = هذا الشخص عمره 15 سنة أو أكثر.
review-check-no-place = لا شيء في الصورة يدل على مكان أو شارة أو زي رسمي.
review-check-no-others = لا يمكن التعرف على أحد غيره، إلا من وافق أيضًا.
review-check-crop = الجزء الظاهر مناسب للوجه.
review-check-facts = الجملة والمعلومات والنص المقروء صحيحة.
review-open-consent = بقي: الموافقة ويومها الأخير. لم يُنشر شيء.
review-open-age = بقي: العمر 15 سنة أو أكثر. لم يُنشر شيء.
review-open-no-place = بقي: لا مكان ولا شارة ولا زي في الصورة. لم يُنشر شيء.
review-open-no-others = بقي: لا يمكن التعرف على أحد غيره. لم يُنشر شيء.
review-open-crop = بقي: الجزء الظاهر. لم يُنشر شيء.
review-open-facts = بقي: الجملة والمعلومات والنص. لم يُنشر شيء.
review-age-reason = لماذا ليس هذا الشخص دون 15 سنة؟
review-age-reason-hint = سنة الميلاد غير معروفة. لا يمكن النشر دون ذكر السبب.
review-age-unexplained = اكتب لماذا ليس هذا الشخص دون 15 سنة. لم يُنشر شيء.
review-reason-too-long = هذا النص طويل جدًا. اختصره.
review-approve = وافق وانشر

review-own-title = عملتَ على هذه المسودة
review-own-text = يجب أن يوافق عليها شخص ثانٍ. اطلب ذلك من زميل مراجِع.
review-conflict-title = سبقك شخص آخر
review-conflict-text = تغيّرت في هذه الأثناء. لم تنشر أنت شيئًا. انظر فيها من جديد.
review-not-published-title = لم يُنشر
review-not-published-text = لا شيء علني. المخزن لا يستجيب أو هو ممتلئ. علاماتك محفوظة: حاول ثانية.
review-consent-over-title = انتهت الموافقة
review-consent-over-text = لم يُنشر شيء. أعدها لكي تُسجَّل موافقة جديدة.
review-lacks-title = هناك شيء ناقص في المسودة
review-lacks-text = لم يُنشر شيء. أعدها لكي تُستكمل.

review-back-title = ليست جاهزة؟
review-back-text = يستطيع مسؤول الملف تغييرها وإرسالها من جديد.
review-back = أعدها إلى المسودة

review-taken-down-open = لم يذكر أحد لماذا يجوز عرض هذه الصورة. أعدها لكي يجيب مسؤول الملف.
