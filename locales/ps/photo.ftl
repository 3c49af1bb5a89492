# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = عکس { $number }
photo-back = ټول عکسونه
photo-age = عمر
photo-origin = د کوم ځای دی
photo-added-this-week = دا عکس په همدې اونۍ کې اېښودل شوی دی.
photo-added-weeks = { $count ->
        [one] یوه اونۍ مخکې اېښودل شوی دی.
       *[other] { $count } اونۍ مخکې اېښودل شوی دی.
    }
photo-added-months = { $count ->
        [one] یوه میاشت مخکې اېښودل شوی دی.
       *[other] { $count } میاشتې مخکې اېښودل شوی دی.
    }
photo-added-years = { $count ->
        [one] یو کال مخکې اېښودل شوی دی.
       *[other] { $count } کاله مخکې اېښودل شوی دی.
    }
photo-door-looking-for-me = دا کس ما لټوي
photo-door-i-know = زه دا کس پېژنم
photo-door-remove = دا زما عکس دی: لرې یې کړئ
photo-door-wrong = یو څه سم نه دي
photo-withdraw = زما عکس په هغه کوډ لرې کړئ چې زما په کاغذ کې دی
photo-download-open = دا عکس وساتئ
photo-download-hint = یوازې هغو خلکو ته یې وښیئ چې باور پرې لرئ. په انټرنېټ کې یې مه ږدئ.
photo-download = { $width ->
    [320] کوچنی عکس، { $width } په { $height } ټکي، { $kilobytes } کیلوبایټه
    [640] منځنی عکس، { $width } په { $height } ټکي، { $kilobytes } کیلوبایټه
    [1280] لوی عکس، { $width } په { $height } ټکي، { $kilobytes } کیلوبایټه
   *[other] ډېر کوچنی عکس، { $width } په { $height } ټکي، { $kilobytes } کیلوبایټه
}
photo-download-unweighed = عکس، { $width } په { $height } ټکي
