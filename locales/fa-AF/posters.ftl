# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = آیا کسی در جستجوی شماست؟
poster-lead = { $count ->
        [one] این شخص در جستجوی خانوادهٔ خود است. این چهره را می‌شناسید؟
       *[other] این اشخاص در جستجوی خانواده‌های خود هستند. چهره‌ای را می‌شناسید؟
    }
poster-tell = در این ویب‌سایت به ما بگویید:
poster-scan = کمرهٔ تیلیفون خود را به طرف این مربع بگیرید.
poster-number = شمارهٔ عکس
poster-without-phone = تیلیفون ندارید؟ به دفتر صلیب سرخ یا هلال احمر (سره میاشت) بروید و شمارهٔ عکس را بگویید.
poster-take-down = بعد از { $date } این پوستر را بردارید.

posters-title = پوسترها برای چاپ
posters-lead = آن‌ها را در جایی نصب کنید که مردم منتظر می‌مانند یا جمع می‌شوند. اول اجازه بگیرید.
posters-none = حالا هیچ پوستری نیست. بعدتر دوباره بیایید.
posters-photos = { $count ->
        [one] { $count } عکس
       *[other] { $count } عکس
    }
posters-file = برای چاپ روی کاغذ { $paper }، { $kilobytes } کیلوبایت
posters-until = بعد از { $date } آن را بردارید.
posters-gone-title = این پوستر دیگر نشان داده نمی‌شود
posters-gone-text = یکی از اشخاص این پوستر دیگر نمی‌خواهد نشان داده شود، یا وقت پوستر گذشته است. این پوستر روی دیواری نزدیک شماست؟ آن را بردارید.
posters-see = پوسترهای دیگر را ببینید
