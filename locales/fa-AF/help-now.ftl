# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = کمک در هر کشور
help-now-title = حالا چه کسی کمک کرده می‌تواند
help-now-lead = شخصی که در خطر است کجاست؟ همان کشور را باز کنید.
help-now-private = هیچ‌کس نمی‌بیند که کدام کشور را باز می‌کنید.
help-now-society = همین حالا به آن‌ها زنگ بزنید:
help-now-child = شمارهٔ کمک به اطفال:
help-now-police = پولیس، اگر بدون خطر زنگ زده می‌توانید:
help-now-checked = این شماره در { $date } بررسی شده است.
help-now-none = هنوز شماره‌ای برای این کشور نمی‌دانیم.
help-now-directory = راه‌های دیگر تماس با آن‌ها
help-now-elsewhere = کشور من این‌جا نیست
help-now-elsewhere-text = هنوز شماره‌ای برای کشورهای دیگر نمی‌دانیم. به کلان‌سالی که به او اعتماد دارید بگویید، یا آن‌جا به صلیب سرخ یا هلال احمر بروید.
help-now-write = به ما هم بنویسید. پیام‌های مربوط به خطر را اول می‌بینیم.
help-now-line = طفل، یا کسی در خطر است؟ ببینید حالا چه کسی کمک کرده می‌تواند
help-now-danger-title = همین حالا کسی در خطر است؟
help-now-danger-text = پیام شما را اول می‌بینیم، ولی فوراً آمده نمی‌توانیم.
help-now-link = ببینید حالا چه کسی کمک کرده می‌تواند
