# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = رقم‌ها را بنویسید
captcha-why = پیش از جستجو، از شما می‌خواهیم چند رقم بنویسید. این کار پروگرام‌های کمپیوتری را کند می‌سازد.
captcha-cannot-explained = رقم‌ها را نه دیده می‌توانید و نه شنیده؟ «این کار را کرده نمی‌توانم» را فشار دهید. 20 ثانیه صبر می‌کنید، بعد ادامه می‌دهید.
captcha-crowded-title = حالا اشخاص زیادی از همین انترنت استفاده می‌کنند
captcha-crowded-text = شاید تصویر نیاید. آن وقت «این کار را کرده نمی‌توانم» را فشار دهید. با آن هم ادامه می‌دهید.
captcha-cookie-title = برای جستجو یک کوکی لازم است، و براوزر شما هیچ کوکی نفرستاد.
captcha-cookie-text = به این ویب‌سایت اجازهٔ کوکی بدهید و رقم‌ها را بنویسید. یا عکس‌ها را بدون جستجو ببینید.
captcha-digits-missing = رقم‌ها را بنویسید، یا «این کار را کرده نمی‌توانم» را فشار دهید
captcha-digits-wrong = رقم‌ها فرق داشتند. این‌ها رقم‌های نو هستند.
captcha-digits-expired = وقت آن رقم‌ها گذشته بود. این‌ها رقم‌های نو هستند.
captcha-digits-spent = آن رقم‌ها پیش از این استفاده شده بودند. این‌ها رقم‌های نو هستند.
captcha-digits-moved = اتصال انترنت شما تغییر کرد. این‌ها رقم‌های نو هستند.
captcha-digits-unavailable = حالا رقم‌ها را بررسی کرده نمی‌توانیم. یک دقیقه بعد دوباره کوشش کنید.

wait-title = کمی صبر کنید
wait-text = { $seconds ->
        [one] بعد از { $seconds } ثانیه ادامه می‌دهید.
       *[other] بعد از { $seconds } ثانیه ادامه می‌دهید.
    }
wait-button-hint = صفحه خودش پیش می‌رود. اگر نرفت، دکمه را فشار دهید.
