# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = المساعدة حسب البلد
help-now-title = من يستطيع المساعدة الآن
help-now-lead = أين الشخص المعرَّض للخطر؟ افتح اسم ذلك البلد.
help-now-private = لا أحد يرى أي بلد تفتح.
help-now-society = اتصل بهم الآن:
help-now-child = خط مساعدة الأطفال:
help-now-police = الشرطة، إن كان الاتصال آمنًا لك:
help-now-checked = تم التحقق من هذا الرقم في { $date }.
help-now-none = لا نعرف بعد رقمًا لهذا البلد.
help-now-directory = طرق أخرى للوصول إليهم
help-now-elsewhere = بلدي غير موجود هنا
help-now-elsewhere-text = لا نعرف بعد أرقامًا لبلدان أخرى. أخبر شخصًا كبيرًا تثق به، أو اذهب إلى الصليب الأحمر أو الهلال الأحمر هناك.
help-now-write = اكتب إلينا أيضًا. ننظر أولًا في الرسائل التي تتحدث عن خطر.
help-now-line = طفل أو شخص في خطر؟ شاهد من يستطيع المساعدة الآن
help-now-danger-title = هل هناك شخص في خطر الآن؟
help-now-danger-text = ننظر في رسالتك أولًا، لكننا لا نستطيع القدوم فورًا.
help-now-link = شاهد من يستطيع المساعدة الآن
