# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = خپله کورنۍ د عکس له لارې ولټوئ

gallery-title = عکسونه، پاڼه { $page } له { $pages } څخه
gallery-heading = ایا څوک تاسو لټوي؟
gallery-lead = دا خلک خپلې کورنۍ لټوي. کومه څېره پېژنئ؟ عکس پرانیزئ او موږ ته ووایاست.
gallery-count = { $count ->
        [one] یو عکس
       *[other] { $count } عکسونه
    }
gallery-any = ټول
gallery-filter-open = وټاکئ چې د چا عکسونه وګورئ
gallery-filter-seeking = څوک لټوي؟
gallery-filter-sex = په عکس کې څوک دی؟
gallery-filter-age = دا کس څو کلن دی؟
gallery-filter-place = دا کس د کوم ځای دی؟
gallery-filter-regions = سیمې
gallery-filter-countries = هېوادونه
gallery-filter-captcha = لومړی له یوه انځور څخه څو عددونه لیکئ. بیا تر یوه ساعته ټاکلای شئ چې د چا عکسونه وګورئ.
gallery-filter-show = عکسونه وښیئ
gallery-chosen-label = هغه څه چې تاسو ټاکلي دي
gallery-chosen-remove = دا لرې کړئ
gallery-chosen-sex = په عکس کې: { $value }
gallery-chosen-age = عمر: { $value }
gallery-chosen-place = د کوم ځای دی: { $value }
gallery-see-all = ټول عکسونه وګورئ
gallery-pictures-small = کوچني عکسونه وښیئ، چې انټرنېټ لږ ولګېږي
gallery-pictures-usual = لوی عکسونه وښیئ
gallery-directory = د سره صلیب یا سرې میاشتې له دفتر څخه وپوښتئ
gallery-none-title = داسې هېڅ عکس نشته
gallery-none-text = لږ شیان وټاکئ، یا ټول عکسونه وګورئ. هره میاشت نوي عکسونه راځي.
gallery-empty-title = لا هېڅ عکس نشته
gallery-empty-text = وروسته بیا راشئ. د سره صلیب یا سرې میاشتې دفتر همدا اوس درسره مرسته کولای شي.
gallery-unknown-title = موږ نه پوهېږو چې څه مو ټاکلي دي
gallery-unknown-text = دا پته داسې څه غواړي چې موږ یې نه لرو. ټول عکسونه کتلای شئ.
gallery-beyond-title = نور عکسونه نشته
gallery-beyond-text = دا پاڼه تر وروستۍ پاڼې وروسته ده. بیا له لومړۍ پاڼې پیل وکړئ.
gallery-hidden-title = اوس هېڅ عکس نه ښیو
gallery-hidden-text = اوس نه شو معلومولای چې د ټولو اجازه لا شته که نه. تر هغه وخته ټول عکسونه پټوو.

number-open = زه د یوه عکس شمېره لرم
number-hint = دا شمېره 8 عدده لري او مثلاً په پوسټر کې لیکل شوې وي. د خپلې ژبې عددونه لیکلای شئ.
number-go = دا عکس وښیئ
number-missing = د عکس شمېره ولیکئ
number-not-digits = د عکس شمېره یوازې عددونه لري
number-wrong-length = د عکس شمېره 8 عدده لري. یو ځل بیا یې وشمېرئ.
number-wrong-digit = یو عدد بل ډول دی، یا د دوو عددونو ځای بدل شوی. شمېرې ته یو ځل بیا وګورئ.
number-unknown = هېڅ عکس دا شمېره نه لري. شمېرې ته یو ځل بیا وګورئ.
