# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = عکس { $number }
photo-back = همهٔ عکس‌ها
photo-age = سن
photo-origin = از کجاست
photo-added-this-week = این عکس در همین هفته گذاشته شده است.
photo-added-weeks = { $count ->
        [one] یک هفته پیش گذاشته شده است.
       *[other] { $count } هفته پیش گذاشته شده است.
    }
photo-added-months = { $count ->
        [one] یک ماه پیش گذاشته شده است.
       *[other] { $count } ماه پیش گذاشته شده است.
    }
photo-added-years = { $count ->
        [one] یک سال پیش گذاشته شده است.
       *[other] { $count } سال پیش گذاشته شده است.
    }
photo-door-looking-for-me = این شخص در جستجوی من است
photo-door-i-know = من این شخص را می‌شناسم
photo-door-remove = این عکس من است: آن را حذف کنید
photo-door-wrong = یک چیز درست نیست
photo-withdraw = عکس مرا با کُد روی کاغذم حذف کنید
photo-download-open = این عکس را نگه دارید
photo-download-hint = آن را تنها به کسانی نشان بدهید که به آن‌ها اعتماد دارید. در انترنت نگذارید.
photo-download = { $width ->
    [320] عکس کوچک، { $width } در { $height } نقطه، { $kilobytes } کیلوبایت
    [640] عکس متوسط، { $width } در { $height } نقطه، { $kilobytes } کیلوبایت
    [1280] عکس بزرگ، { $width } در { $height } نقطه، { $kilobytes } کیلوبایت
   *[other] عکس بسیار کوچک، { $width } در { $height } نقطه، { $kilobytes } کیلوبایت
}
photo-download-unweighed = عکس، { $width } در { $height } نقطه
