# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = عددونه ولیکئ
captcha-why = له لټون مخکې درڅخه غواړو چې څو عددونه ولیکئ. دا کار کمپیوټري پروګرامونه ورو کوي.
captcha-cannot-explained = عددونه نه لیدلای شئ او نه اورېدلای؟ «زه دا نه شم کولای» کېکاږئ. 20 ثانیې صبر کوئ، بیا دوام ورکوئ.
captcha-crowded-title = اوس ډېر خلک همدا انټرنېټ کاروي
captcha-crowded-text = کېدای شي انځور رانه شي. بیا «زه دا نه شم کولای» کېکاږئ. په هغه هم دوام ورکوئ.
captcha-cookie-title = د لټون لپاره یوه کوکي پکار ده، او ستاسو براوزر هېڅ ونه لېږله.
captcha-cookie-text = دې ویب‌پاڼې ته د کوکي اجازه ورکړئ او شمېرې ولیکئ. یا عکسونه بې لټونه وګورئ.
captcha-digits-missing = عددونه ولیکئ، یا «زه دا نه شم کولای» کېکاږئ
captcha-digits-wrong = عددونه بل ډول وو. دا نوي عددونه دي.
captcha-digits-expired = د هغو عددونو وخت تېر شوی و. دا نوي عددونه دي.
captcha-digits-spent = هغه عددونه مخکې کارول شوي وو. دا نوي عددونه دي.
captcha-digits-moved = ستاسو انټرنټي اړیکه بدله شوه. دا نوي عددونه دي.
captcha-digits-unavailable = اوس عددونه نه شو کتلای. یوه دقیقه وروسته بیا هڅه وکړئ.

wait-title = لږ صبر وکړئ
wait-text = { $seconds ->
        [one] 1 ثانیه وروسته دوام ورکوئ.
       *[other] { $seconds } ثانیې وروسته دوام ورکوئ.
    }
wait-button-hint = پاڼه پخپله مخکې ځي. که لاړه نه شي، تڼۍ کېکاږئ.
