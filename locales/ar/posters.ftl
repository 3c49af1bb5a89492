# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = هل يبحث أحد عنك؟
poster-lead = { $count ->
        [zero] هؤلاء يبحثون عن عائلاتهم. هل تعرف وجهًا منهم؟
        [one] هذا الشخص يبحث عن عائلته. هل تعرف هذا الوجه؟
        [two] هذان الشخصان يبحثان عن عائلتيهما. هل تعرف وجهًا منهما؟
        [few] هؤلاء يبحثون عن عائلاتهم. هل تعرف وجهًا منهم؟
        [many] هؤلاء يبحثون عن عائلاتهم. هل تعرف وجهًا منهم؟
       *[other] هؤلاء يبحثون عن عائلاتهم. هل تعرف وجهًا منهم؟
    }
poster-tell = أخبرنا في هذا الموقع على الإنترنت:
poster-scan = وجّه كاميرا هاتفك نحو المربّع.
poster-number = رقم الصورة
poster-without-phone = أليس لديك هاتف؟ اذهب إلى الصليب الأحمر أو الهلال الأحمر القريب منك، واذكر رقم الصورة.
poster-take-down = انزع هذا الملصق بعد تاريخ { $date }.

posters-title = ملصقات للطباعة
posters-lead = علّقها حيث ينتظر الناس أو يجتمعون. اسأل أولًا إن كان ذلك مسموحًا.
posters-none = لا توجد ملصقات الآن. عد لاحقًا.
posters-photos = { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
posters-file = للطباعة على ورق { $paper }، { $kilobytes } كيلوبايت
posters-until = انزع الملصق بعد تاريخ { $date }.
posters-gone-title = لم يعد هذا الملصق معروضًا
posters-gone-text = شخص فيه لم يعد يريد أن تُعرض صورته، أو انتهت مدة الملصق. هل هو على جدار قريب منك؟ انزعه.
posters-see = شاهد الملصقات الأخرى
