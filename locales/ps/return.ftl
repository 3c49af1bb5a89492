# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = ستاسو پیغام
return-code = خپل کوډ ولیکئ
return-code-hint = ټول عددونه یې ولیکئ. د هرې ژبې عددونه، تش ځایونه او کرښې سمې دي.
return-code-missing = خپل کوډ ولیکئ.
return-code-not-digits = کوډ یوازې عددونه لري. یو ځل بیا ورته وګورئ.
return-code-length = ځینې عددونه کم دي، یا ډېر دي. له خپل کوډ سره یې پرتله کړئ.
return-code-check-digit = یو عدد سم نه دی، یا د دوو عددونو ځای بدل شوی. له خپل کوډ سره یې پرتله کړئ.
return-code-unknown = په دې کوډ موږ هېڅ ونه موندل. کېدای شي له مخکې پاک شوی وي.
return-over = د دوام لپاره خپل کوډ بیا ولیکئ.
return-kept = ستاسو لیکنه ساتل شوې ده. د دوام لپاره خپل کوډ ولیکئ.
return-busy-title = اوس دلته ډېر خلک دي
return-busy-text = یوه دقیقه وروسته بیا هڅه وکړئ. ستاسو پیغام خوندي دی.
return-wait-title = 20 ثانیې صبر وکړئ
return-wait-text = بیا «دوام ورکړئ» کېکاږئ. انځور ته اړتیا نشته.
return-captcha-why = دا کار نه پرېږدي چې څوک د نورو کوډ په اټکل پیدا کړي.
return-lost-heading = کوډ درڅخه ورک شوی؟
return-lost-text = د عکس له پاڼې څخه نوی پیغام لېږلای شئ.
return-withdraw-link = زما خپل عکس دلته دی او غواړم لرې یې کړم

return-heading = ستاسو پیغام
return-state-received = ستاسو پیغام موږ ته راورسېد
return-state-received-text = منتظر دی چې زموږ یو کارکوونکی یې ولولي.
return-state-being-read = ستاسو پیغام لوستل کېږي
return-state-being-read-text = زموږ یو کارکوونکی کار پرې کوي.
return-state-question = یوه پوښتنه درڅخه لرو
return-state-question-text = لاندې یې ولولئ، او چې کله وکولای شئ ځواب ورکړئ.
return-state-closed = ستاسو د پیغام کار پای ته ورسېد
return-state-closed-text = ستاسو له مرستې مننه. پیغام به څه وخت وروسته پاک شي.
return-thread = لیکنې
return-from-staff = زموږ له خوا
return-own = تاسو ځواب ولېږه
return-delete = دا ځواب پاک کړئ
return-ago-now = له یوه ساعته کم وخت مخکې
return-ago-hours = { $count ->
        [one] یو ساعت مخکې
       *[other] { $count } ساعته مخکې
    }
return-ago-days = { $count ->
        [one] یوه ورځ مخکې
       *[other] { $count } ورځې مخکې
    }
return-answer = ستاسو ځواب
return-write = غواړئ نور څه هم راته ووایاست؟
return-answer-hint = ستاسو د خوندیتوب لپاره، تر لېږلو وروسته دلته نه ښودل کېږي.
return-answer-missing = تر لېږلو مخکې یو ځواب ولیکئ.
return-answer-long = دا متن ډېر اوږد دی. تر 4000 تورو زیات مه لیکئ.
return-answer-often = نن مو ډېر ځوابونه لېږلي دي. سبا بیا هڅه وکړئ. دا ځواب لا دلته دی.
return-closed-answer = اوس هم موږ ته لیکلای شئ. بیا به ستاسو پیغام له سره وګورو.
return-caller-check-heading = ستاسو د ډاډ شمېره
return-finish = زما کار خلاص شو
return-sent-title = ستاسو ځواب خوندي شو
return-sent-text = یوازې روزل شوي کارکوونکي یې پرانیستلای شي.
return-deleted-title = ستاسو ځواب پاک شو
return-deleted-text = د تل لپاره پاک شو.
return-erase-open = زما ټول پیغام پاک کړئ
return-erase-title = ستاسو پیغام پاک شي؟
return-erase-text = څه چې موږ ته مو لیکلي دي، ټول پاکېږي، زموږ ځوابونه هم. بیا ستاسو پیغام نه شو لوستلای، او په دې اړه درسره مرسته نه شو کولای.
return-erase-seen = کېدای شي زموږ کارکوونکو ستاسو پیغام مخکې لوستی وي. د دې پیغام په اړه د هغوی خپل یادښتونه وروسته پاکېږي.
return-erase-now = هو، ټول پاک کړئ
return-erase-keep = نه، پیغام دې پاتې شي
return-erased-heading = ستاسو پیغام پاک شو
return-erased-text = څه چې مو لیکلي وو، ټول پاک شول، او ستاسو کوډ نور کار نه کوي.
return-erased-again = فکر مو بدل شو؟ د عکس له پاڼې څخه بیا موږ ته لیکلای شئ.
return-not-saved-title = خوندي نه شو
return-not-saved-text = ستاسو ځواب لا دلته دی. څو دقیقې وروسته بیا هڅه وکړئ.
