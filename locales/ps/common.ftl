# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = د پاڼې متن ته لاړ شئ
title-error = تېروتنه:
title-part = { $title }، برخه { $part }
back = بېرته
menu-label = اصلي پاڼې
menu-photos = عکسونه
menu-return = زما پیغام
menu-safety = ستاسو خوندیتوب
menu-help = لارښوونه
languages-label = ژبې
languages-jump = نورې ژبې

# The safety lines: translate these first, and have them read by a native speaker.
free-line = دا خدمت وړیا دی. موږ هېڅکله پیسې نه غواړو.
caller-check-rule = کله چې زنګ درته وهو، لومړی ستاسو د ډاډ شمېره وایو. که زنګ وهونکی شمېره ونه وايي یا یې غلطه ووايي، ټېلیفون قطع کړئ.
leave-label = د ژر وتلو لار
leave-now = همدا اوس له دې پاڼې ووځئ
leave-explained = د «همدا اوس له دې پاڼې ووځئ» تڼۍ د هوا د حالت پاڼه پرانیزي. هغه څه هم پاکوي چې دلته مو لیکلي دي.
child-note = ماشوم یا ماشومه یاست؟ له داسې لوی کس څخه چې باور پرې لرئ، غوښتلای شئ چې درسره کښېني.

foot-safety = ستاسو د خوندیتوب لپاره څه کوو
foot-privacy = کوم معلومات ساتو او تر کله یې ساتو
foot-directory = د سره صلیب یا سرې میاشتې دفتر ومومئ
foot-questions = پوښتنې او ځوابونه
foot-scams = هغه ټګماران چې د مرستې په نوم پیسې غواړي
foot-clear = د دې وېب‌سایټ نښې له ټېلیفون څخه څنګه پاکې کړئ
foot-posters = د چاپ لپاره پوسټرونه
foot-about = د دې وېب‌سایټ په اړه

form-errors-title = دې ته یو ځل بیا وګورئ
form-error-spoken = تېروتنه:
form-optional = (دا خالي پرېښودلای شئ)
form-continue = دوام ورکړئ
form-send = ولېږئ
form-save = خوندي کړئ
form-cancel = لغوه کړئ
form-yes = هو
form-no = نه
form-unknown = نه پوهېږم
form-letters-too-many = { $count ->
        [one] یو توری زیات دی.
       *[other] { $count } توري زیات دي.
    }

captcha-label = د انځور عددونه ولیکئ
captcha-hint = د خپلې ژبې عددونه لیکلای شئ.
captcha-picture-alt = د څو عددونو انځور. عددونه اورېدلای هم شئ.
captcha-listen = عددونه واورئ
captcha-listen-in = عددونه په دې ژبه واورئ: { $language }
captcha-another = بل انځور
captcha-cannot = زه دا نه شم کولای

listen-page = دا پاڼه واورئ
listen-stop = لوستل ودروئ

code-copy = کاپي کړئ
code-copied = کاپي شو
code-print = چاپ کړئ

photo-number-label = د عکس شمېره

pager-label = پاڼې
pager-previous = مخکینۍ پاڼه
pager-next = بله پاڼه
pager-page = پاڼه { $page }
pager-current = پاڼه { $page }، همدا پاڼه
