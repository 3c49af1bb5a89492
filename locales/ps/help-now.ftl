# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = د هر هېواد مرسته
help-now-title = همدا اوس څوک مرسته کولای شي
help-now-lead = هغه کس چې په خطر کې دی چېرته دی؟ هماغه هېواد پرانیزئ.
help-now-private = هېڅوک نه ویني چې کوم هېواد پرانیزئ.
help-now-society = همدا اوس ورته زنګ ووهئ:
help-now-child = د ماشومانو د مرستې شمېره:
help-now-police = پولیس، که بې خطره زنګ وهلای شئ:
help-now-checked = دا شمېره په { $date } کتل شوې ده.
help-now-none = د دې هېواد شمېره لا نه پېژنو.
help-now-directory = نورې لارې چې ورته ورسېږئ
help-now-elsewhere = زما هېواد دلته نشته
help-now-elsewhere-text = د نورو هېوادونو شمېرې لا نه پېژنو. داسې لوی کس ته ووایاست چې باور پرې لرئ، یا هلته د سره صلیب یا سرې میاشتې دفتر ته ورشئ.
help-now-write = موږ ته هم ولیکئ. د خطر پیغامونه لومړی ګورو.
help-now-line = ماشوم، یا څوک په خطر کې دی؟ وګورئ چې اوس څوک مرسته کولای شي
help-now-danger-title = همدا اوس څوک په خطر کې دی؟
help-now-danger-text = ستاسو پیغام لومړی ګورو، خو سمدستي نه شو درتلای.
help-now-link = وګورئ چې اوس څوک مرسته کولای شي
