# Awaits a native reader: written with care, read by no native speaker yet.

error-home = لومړۍ پاڼې ته لاړ شئ
error-incident = که په دې اړه له چا سره خبرې کوئ، دا شمېره ورته ووایاست: { $number }.
error-not-found-title = دا پاڼه نه شو موندلای
error-not-found-text = کېدای شي پته سمه نه وي، یا د پاڼې ځای بدل شوی وي.
error-gone-title = دا عکس نور نه ښودل کېږي
error-gone-text = دا عکس لرې شوی دی. نور عکسونه کتلای شئ.
error-forbidden-title = دا پاڼه نه شئ پرانیستلای
error-forbidden-text = ستاسو حساب دا اجازه نه لري. که پکار مو وي، د سیسټم له مسوول څخه وپوښتئ.
error-no-token-title = دا فورمه نوره پرانیستې نه ده
error-no-token-text = هېڅ ونه لېږل شول. بېرته لاړ شئ، پاڼه بیا پرانیزئ او یو ځل بیا یې ولېږئ.
error-bad-form-title = موږ دا فورمه ونه لوستلای شوه
error-bad-form-text = هېڅ خوندي نه شول. بېرته لاړ شئ او یو ځل بیا هڅه وکړئ.
error-too-large-title = دا ډېر لوی دی
error-too-large-text = هېڅ خوندي نه شول. لنډ متن یا کوچنی فایل ولېږئ.
error-too-many-title = په لږ وخت کې ډېرې هڅې وشوې
error-too-many-text = څو دقیقې صبر وکړئ، بیا هڅه وکړئ.
error-conflict-title = بل چا مخکې بدلون راووست
error-conflict-text = په دې منځ کې بدلون راغلی دی. ستاسو هېڅ شی پاک نه شو. بیا یې پرانیزئ چې وګورئ اوس څنګه دی.
error-no-key-title = کیلي درسره نشته
error-no-key-text = د سیسټم مسوول ته ووایاست. هغه کیلي درکولای شي، یا تړلې دوسیه بیا پرانیستلای شي.
error-unavailable-title = دا کار اوس نه کېږي
error-unavailable-text = هېڅ ورک نه شول او هېڅ بدل نه شول. څو دقیقې وروسته بیا هڅه وکړئ.
error-internal-title = زموږ په سیسټم کې ستونزه پیدا شوه
error-internal-text = دا ستاسو ګناه نه ده. څو دقیقې وروسته بیا هڅه وکړئ.
