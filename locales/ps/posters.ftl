# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = ایا څوک تاسو لټوي؟
poster-lead = { $count ->
        [one] دا کس خپله کورنۍ لټوي. دا څېره پېژنئ؟
       *[other] دا خلک خپلې کورنۍ لټوي. کومه څېره پېژنئ؟
    }
poster-tell = په دې وېب‌سایټ کې موږ ته ووایاست:
poster-scan = د خپل ټېلیفون کامره دې مربع ته ونیسئ.
poster-number = د عکس شمېره
poster-without-phone = ټېلیفون نه لرئ؟ د سره صلیب یا سرې میاشتې دفتر ته ورشئ، او د عکس شمېره ووایاست.
poster-take-down = تر { $date } وروسته دا پوسټر لرې کړئ.

posters-title = د چاپ لپاره پوسټرونه
posters-lead = هلته یې ولګوئ، چېرته چې خلک انتظار کوي یا سره راټولېږي. لومړی اجازه واخلئ.
posters-none = اوس هېڅ پوسټر نشته. وروسته بیا راشئ.
posters-photos = { $count ->
        [one] یو عکس
       *[other] { $count } عکسونه
    }
posters-file = پر { $paper } کاغذ د چاپ لپاره، { $kilobytes } کیلوبایټه
posters-until = تر { $date } وروسته یې لرې کړئ.
posters-gone-title = دا پوسټر نور نه ښودل کېږي
posters-gone-text = د پوسټر یو کس نور نه غواړي چې وښودل شي، یا د پوسټر وخت تېر شوی دی. دا پوسټر تاسو ته نژدې پر کوم دېوال دی؟ لرې یې کړئ.
posters-see = نور پوسټرونه وګورئ
