# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = ستاسو پیغام

respond-lead-looking-for-me = راته ووایاست چې تاسو څوک یاست. یوازې روزل شوي کارکوونکي یې لوستلای شي.
respond-lead-i-know = څه چې پوهېږئ، راته یې ووایاست. یوازې روزل شوي کارکوونکي یې لوستلای شي.
respond-lead-remove-my-photo = څومره ژر چې وکولای شو، دا عکس لرې کوو.
respond-lead-something-wrong = راته ووایاست، موږ یې ګورو.

respond-have-code-title = هغه کوډ لرئ چې ستاسو په کاغذ کې دی؟
respond-have-code-text = په کوډ سره عکس سمدستي لرې کېږي.
respond-have-code-link = همدا اوس یې په کوډ لرې کړئ

respond-relation = تاسو په عکس کې د دې کس څه کېږئ؟
respond-relation-other = بل څوک، له کورنۍ بهر
respond-relation-in-words = په خپلو کلمو
respond-relation-in-words-hint = مثلاً: ګاونډی یې، ښوونکې یې، د خور زوی یې.
respond-relation-missing = یو یې وټاکئ. «نه پوهېږم» هم ټاکلای شئ.
respond-relation-in-words-long = دا لیکنه ډېره اوږده ده. تر 100 تورو زیات مه لیکئ.

respond-story-looking-for-me = ستاسو په اړه
respond-story-i-know = څه چې پوهېږئ
respond-story-remove-my-photo = د دې عکس لرې کول
respond-story-something-wrong = یو څه سم نه دي

respond-name = ستاسو نوم
respond-name-hint = هماغسې یې ولیکئ لکه چې پخپله یې لیکئ، په هر خط.
respond-name-missing = خپل نوم ولیکئ، یا «نه غواړم خپل نوم ووایم» په نښه کړئ.
respond-name-long = دا نوم ډېر اوږد دی. تر 200 تورو زیات مه لیکئ.
respond-no-name = نه غواړم خپل نوم ووایم

respond-message-looking-for-me = ولې فکر کوئ چې دا کس تاسو لټوي؟
respond-message-i-know = د دې کس په اړه څه پوهېږئ؟
respond-message-hint = مثلاً: د زخم نښه، د کور نوم، په کورنۍ کې نور کسان. په هره ژبه یې ولیکئ.
respond-message-hint-plain = په هره ژبه یې لیکلای شئ.
respond-message-wrong = څه شی سم نه دی؟
respond-message-remove = کوم شی شته چې موږ باید پرې پوه شو؟
respond-message-missing = څو کلمې ولیکئ، چې ستاسو په خبره پوه شو.
respond-message-long = دا متن ډېر اوږد دی. تر 4000 تورو زیات مه لیکئ.
respond-message-told = ستاسو لیکنه

respond-danger = خبره د ماشوم ده یا څوک په خطر کې دی
respond-danger-hint = دا پیغامونه لومړی لولو.
respond-danger-told = خبره د ماشوم ده یا څوک په خطر کې دی

respond-contact = څنګه درسره اړیکه ونیسو؟
respond-contact-legend = یوه لاره وټاکئ
respond-by-phone = په ټېلیفون
respond-by-phone-hint = خپله شمېره لاندې ولیکئ.
respond-by-email = په ایمېل
respond-by-email-hint = خپله د ایمېل پته لاندې ولیکئ.
respond-by-code = یوازې په کوډ
respond-by-code-hint = تاسو بېرته دې وېب‌سایټ ته راځئ او زموږ پوښتنې لولئ.
respond-contact-missing = وټاکئ چې څنګه درسره اړیکه ونیسو.
respond-contact-told = ستاسو د اړیکې لاره
respond-phone = د ټېلیفون شمېره
respond-phone-hint = یوازې که ټېلیفون مو ټاکلی وي. که کولای شئ، د هېواد له کوډ څخه پیل وکړئ.
respond-phone-missing = خپله د ټېلیفون شمېره ولیکئ، یا بله لاره وټاکئ.
respond-phone-long = دا شمېره ډېره اوږده ده. تر 60 عددونو او نښو زیات مه لیکئ.
respond-email = د ایمېل پته
respond-email-hint = یوازې که ایمېل مو ټاکلی وي.
respond-email-missing = خپله د ایمېل پته ولیکئ، یا بله لاره وټاکئ.
respond-email-wrong = پتې ته یو ځل بیا وګورئ. باید @ ولري او تش ځای ونه لري.
respond-email-long = دا پته ډېره اوږده ده.

respond-safe-contact = څنګه زنګ ووهو چې تاسو ته خطر نه وي؟
respond-only-mine = ایا دا ټېلیفون یوازې ستاسو دی؟
respond-may-leave-message = پیغام درته پرېښودلای شو؟
respond-good-times = کوم وخت درته ښه دی؟
respond-good-times-hint = مثلاً: ماښام، د جمعې په ورځ هېڅکله نه.
respond-times-long = دا لیکنه ډېره اوږده ده. تر 100 تورو زیات مه لیکئ.

respond-check = خپلو ځوابونو ته وګورئ
respond-check-lead = تر لېږلو مخکې هر ځواب بدلولای شئ.
respond-change = بدل کړئ
respond-nothing = څه نه دي لیکل شوي
respond-check-remove = له موږ غواړئ چې عکس { $number } لرې کړو
respond-who-reads = یوازې د سره صلیب یا سرې میاشتې روزل شوي کارکوونکي یې لوستلای شي.
respond-captcha-why = دا له موږ سره مرسته کوي چې لومړی د انسانانو پیغامونه ولولو.
respond-slow-title = خپل پیغام بې له عددونو هم لېږلای شئ
respond-slow-text = ښايي لږ ناوخته یې ولولو. ستاسو پیغام نه ورکېږي.
respond-slow-first = بیا هم ستاسو پیغام لومړی ګورو. ستاسو پیغام نه ورکېږي.
respond-slow-crowd = که ډېر زیات پیغامونه په یو وخت راشي، لومړی هغه لولو چې عددونه یې کتل شوي وي.
respond-digits-needed = اوس زموږ ځای لږ دی. عددونه ولیکئ، چې ستاسو پیغام خوندي شي.

respond-old-title = دا پاڼه ډېر وخت پرانیستې وه
respond-old-text = ستاسو ځوابونه لا دلته دي. یو ځل بیا ورته وګورئ.

respond-not-saved-title = خوندي نه شو
respond-not-saved-text = ستاسو پیغام موږ ته ونه رسېد. څه نه دي ورک شوي: لا په همدې پاڼه کې دی.
respond-not-saved-heading = اوس ستاسو پیغام نه شو خوندي کولای
respond-not-saved-lead = څو دقیقې وروسته بیا هڅه وکړئ. یا د سره صلیب یا سرې میاشتې دفتر ته زنګ ووهئ.
respond-not-saved-typed = ستاسو لیکنه
respond-try-again = بیا هڅه وکړئ

respond-lost-title = دا فورمه نوره پرانیستې نه ده
respond-lost-text = کوډ مو ولید؟ نو ستاسو پیغام لېږل شوی دی. که نه، بیا له عکس څخه پیل وکړئ.
respond-lost-typed = په وروستۍ پاڼه کې مو دا لیکلي وو
respond-lost-photos = عکسونو ته لاړ شئ
respond-lost-again = بیا پیل وکړئ

respond-sent-title = ستاسو پیغام ولېږل شو
respond-sent-text = ستاسو کار پای ته ورسېد.

respond-cookie-title = یو ځل بیا وګورئ او بیا یې کېکاږئ
respond-cookie-text = د دې فورمې کوکي نه وه یا سمه نه وه. هغه څه چې مو لیکلي دي لا دلته دي.
respond-cookie-off = ستاسو براوزر کوکي نه اخلي؟ بیا هم دوام ورکولای شئ.
