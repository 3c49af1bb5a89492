# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = ستاسو عکس
withdraw-code = هغه کوډ ولیکئ چې ستاسو په کاغذ کې دی
withdraw-code-hint = ټول عددونه یې ولیکئ. د هرې ژبې عددونه، تش ځایونه او کرښې سمې دي.
withdraw-code-unknown = هېڅ عکس دا کوډ نه لري. له خپل کاغذ سره یې پرتله کړئ.
withdraw-lost-heading = کوډ نه لرئ؟
withdraw-lost-text = خپل عکس پرانیزئ او «دا زما عکس دی: لرې یې کړئ» وټاکئ.
withdraw-return-link = زه د یوه پیغام کوډ لرم
withdraw-confirm-heading = عکس لرې شي؟
withdraw-confirm-text = عکس سمدستي له دې وېب‌سایټ څخه لرې کېږي. هېڅوک مو نه پوښتي چې ولې.
withdraw-confirm-search = ستاسو د کورنۍ لټون بې له عکس هم دوام کولای شي. په دې اړه له موږ سره خبرې وکړئ.
withdraw-now = همدا اوس عکس لرې کړئ
withdraw-keep = عکس دې پاتې شي
withdraw-done-heading = عکس لرې شو
withdraw-done-text = نور یې هېڅوک په دې وېب‌سایټ کې نه شي لیدلای.
withdraw-done-copies = په براوزرونو کې کاپيګانې یې تر یوه ساعته له منځه ځي.
withdraw-done-posters = له خپلو همکارانو غواړو چې هغه پوسټرونه لرې کړي چې دا عکس پکې دی.
withdraw-done-search = که لا هم خپله کورنۍ لټوئ، د سره صلیب یا سرې میاشتې دفتر درسره مرسته کوي.
withdraw-away-title = اوس کوډ نه شو کتلای
withdraw-away-text = څو دقیقې وروسته بیا هڅه وکړئ. یا د سره صلیب یا سرې میاشتې دفتر ته زنګ ووهئ.
withdraw-kept-heading = عکس پټ شو
withdraw-kept-text = دا سرور یې نور هېچا ته نه ښیي.
withdraw-kept-everywhere = زموږ د سیستم یوه برخه اوس ځواب نه ورکوي. څنګه چې ځواب ورکړي، عکس له هر ځایه لرې کېږي.
withdraw-kept-sure = ستاسو غوښتنه ولیکل شوه. بیا راتلو ته اړتیا نشته.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = زما د عکس لرې کول:
withdraw-paper-text = په دې کوډ کولای شم هر وخت خپل عکس له وېب‌پاڼې لرې کړم. وړیا دی. هېڅوک یې دلیل نه پوښتي. دا کاغذ په خوندي ځای کې ساتم.
