# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = ستاسو پیغام
receipt-safe-title = ستاسو پیغام خوندي شو
receipt-safe-text = یوازې روزل شوي کارکوونکي یې پرانیستلای شي.
receipt-heading = دا کوډ وساتئ
receipt-lead = په دې کوډ زموږ پوښتنې لوستلای شئ او ځواب ورکولای شئ.
receipt-code-label = ستاسو کوډ
receipt-caller-check-heading = ستاسو د ډاډ شمېره
receipt-next-heading = بیا څه کېږي
receipt-remove = له موږ مو وغوښتل چې عکس { $number } لرې کړو
receipt-remove-call = زنګ وهل غواړئ؟ د سره صلیب یا سرې میاشتې دفتر ومومئ
receipt-next-return = له خپل کوډ سره بیا راشئ او وګورئ چې کومه پوښتنه درڅخه لرو که نه.
receipt-saved = کوډ مې وساته
receipt-saved-hint = ستاسو پیغام له موږ سره دی، حتی که دا تڼۍ ونه کېکاږئ.
receipt-file = په یوه کوچني متني فایل کې یې خوندي کړئ
receipt-file-hint = د فایل نوم note.txt دی.
receipt-file-code = کوډ:
receipt-file-caller-check = کله چې زنګ وهو، لومړی دا شمېره وایو:
receipt-done-heading = ستاسو کار دلته پای ته ورسېد
receipt-done-text = دا پاڼه ستاسو له لیکنو هېڅ نه ښیي.
receipt-done-shared-phone = نور خلک هم دا ټېلیفون کاروي؟ همدا اوس دا پاڼه وتړئ.
receipt-done-return = زموږ پوښتنې په خپل کوډ ولولئ
receipt-done-photos = عکسونو ته لاړ شئ
