# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = پیام شما

respond-lead-looking-for-me = به ما بگویید که شما کی هستید. تنها کارمندان آموزش‌دیده این را خوانده می‌توانند.
respond-lead-i-know = هر چه می‌دانید به ما بگویید. تنها کارمندان آموزش‌دیده این را خوانده می‌توانند.
respond-lead-remove-my-photo = هر چه زودتر بتوانیم، این عکس را حذف می‌کنیم.
respond-lead-something-wrong = به ما بگویید تا آن را بررسی کنیم.

respond-have-code-title = کُد روی کاغذتان را دارید؟
respond-have-code-text = با کُد، عکس فوراً حذف می‌شود.
respond-have-code-link = همین حالا با کُد حذف کنید

respond-relation = شما برای شخص داخل عکس چه می‌شوید؟
respond-relation-other = کس دیگر، خارج از خانواده
respond-relation-in-words = با کلمات خودتان
respond-relation-in-words-hint = مثلاً: همسایه‌اش، معلمش، پسر خواهرش.
respond-relation-missing = یکی را انتخاب کنید. می‌توانید «نمی‌دانم» را انتخاب کنید.
respond-relation-in-words-long = این نوشته بسیار دراز است. حداکثر 100 حرف بنویسید.

respond-story-looking-for-me = دربارهٔ شما
respond-story-i-know = آنچه می‌دانید
respond-story-remove-my-photo = حذف این عکس
respond-story-something-wrong = یک چیز درست نیست

respond-name = نام شما
respond-name-hint = همان‌طور بنویسید که خودتان می‌نویسید، به هر خطی.
respond-name-missing = نام خود را بنویسید، یا «نمی‌خواهم نامم را بگویم» را نشانی کنید.
respond-name-long = این نام بسیار دراز است. حداکثر 200 حرف بنویسید.
respond-no-name = نمی‌خواهم نامم را بگویم

respond-message-looking-for-me = چرا فکر می‌کنید که این شخص در جستجوی شماست؟
respond-message-i-know = دربارهٔ این شخص چه می‌دانید؟
respond-message-hint = مثلاً: جای یک زخم، یک لقب، کسان دیگر در خانواده. به هر زبان بنویسید.
respond-message-hint-plain = به هر زبان نوشته می‌توانید.
respond-message-wrong = چه چیز درست نیست؟
respond-message-remove = آیا چیزی هست که باید بدانیم؟
respond-message-missing = چند کلمه بنویسید تا منظور شما را بفهمیم.
respond-message-long = این متن بسیار دراز است. حداکثر 4000 حرف بنویسید.
respond-message-told = نوشتهٔ شما

respond-danger = موضوع دربارهٔ یک طفل است، یا کسی در خطر است
respond-danger-hint = این پیام‌ها را اول می‌خوانیم.
respond-danger-told = موضوع دربارهٔ یک طفل است، یا کسی در خطر است

respond-contact = چگونه با شما تماس بگیریم؟
respond-contact-legend = یک راه را انتخاب کنید
respond-by-phone = با تیلیفون
respond-by-phone-hint = شمارهٔ خود را پایین بنویسید.
respond-by-email = با ایمیل
respond-by-email-hint = آدرس ایمیل خود را پایین بنویسید.
respond-by-code = تنها با کُد
respond-by-code-hint = خودتان دوباره به این ویب‌سایت می‌آیید و سؤال‌های ما را می‌خوانید.
respond-contact-missing = انتخاب کنید که چگونه با شما تماس بگیریم.
respond-contact-told = راه تماس با شما
respond-phone = شمارهٔ تیلیفون
respond-phone-hint = تنها اگر تیلیفون را انتخاب کرده‌اید. اگر می‌توانید، با کُد کشور شروع کنید.
respond-phone-missing = شمارهٔ تیلیفون خود را بنویسید، یا راه دیگری را انتخاب کنید.
respond-phone-long = این شماره بسیار دراز است. حداکثر 60 رقم و علامه بنویسید.
respond-email = آدرس ایمیل
respond-email-hint = تنها اگر ایمیل را انتخاب کرده‌اید.
respond-email-missing = آدرس ایمیل خود را بنویسید، یا راه دیگری را انتخاب کنید.
respond-email-wrong = یک بار دیگر به آدرس نگاه کنید. باید @ داشته باشد، بدون فاصله.
respond-email-long = این آدرس بسیار دراز است.

respond-safe-contact = چگونه زنگ بزنیم که برای شما خطر نداشته باشد؟
respond-only-mine = آیا این تیلیفون تنها از خودتان است؟
respond-may-leave-message = آیا پیام گذاشته می‌توانیم؟
respond-good-times = چه وقت برای شما مناسب است؟
respond-good-times-hint = مثلاً: شام‌ها؛ روز جمعه هیچ‌وقت.
respond-times-long = این نوشته بسیار دراز است. حداکثر 100 حرف بنویسید.

respond-check = جواب‌های خود را ببینید
respond-check-lead = پیش از فرستادن، هر جواب را تغییر داده می‌توانید.
respond-change = تغییر دادن
respond-nothing = چیزی نوشته نشده
respond-check-remove = شما از ما می‌خواهید که عکس { $number } را حذف کنیم
respond-who-reads = تنها کارمندان آموزش‌دیدهٔ صلیب سرخ یا هلال احمر این را خوانده می‌توانند.
respond-captcha-why = این به ما کمک می‌کند که پیام‌های انسان‌ها را اول بخوانیم.
respond-slow-title = می‌توانید پیام خود را بدون رقم‌ها بفرستید
respond-slow-text = شاید خواندن آن کمی بیشتر وقت بگیرد. پیام شما گم نمی‌شود.
respond-slow-first = با آن هم پیام شما را اول می‌بینیم. پیام شما گم نمی‌شود.
respond-slow-crowd = اگر پیام‌های بسیار زیاد یک‌باره برسد، اول آنهایی را می‌خوانیم که رقم‌های‌شان بررسی شده است.
respond-digits-needed = حالا جای ما کم است. رقم‌ها را بنویسید تا پیام شما ذخیره شود.

respond-old-title = این صفحه وقت زیادی باز مانده بود
respond-old-text = جواب‌های شما هنوز این‌جاست. یک بار دیگر به آن‌ها نگاه کنید.

respond-not-saved-title = ذخیره نشد
respond-not-saved-text = پیام شما به ما نرسید. چیزی گم نشده است: هنوز در همین صفحه است.
respond-not-saved-heading = حالا پیام شما را ذخیره کرده نمی‌توانیم
respond-not-saved-lead = چند دقیقه بعد دوباره کوشش کنید. یا به دفتر صلیب سرخ یا هلال احمر زنگ بزنید.
respond-not-saved-typed = نوشتهٔ شما
respond-try-again = دوباره کوشش کنید

respond-lost-title = این فورم دیگر باز نیست
respond-lost-text = آیا یک کُد دیدید؟ پس پیام شما فرستاده شد. اگر نه، دوباره از عکس شروع کنید.
respond-lost-typed = در صفحهٔ آخر این را نوشته بودید
respond-lost-photos = به عکس‌ها بروید
respond-lost-again = دوباره شروع کنید

respond-sent-title = پیام شما فرستاده شد
respond-sent-text = کار شما تمام شد.

respond-cookie-title = یک بار دیگر نگاه کنید و دوباره فشار دهید
respond-cookie-text = کوکی این فورم نبود یا جور نیامد. آنچه نوشتید هنوز این‌جاست.
respond-cookie-off = براوزر شما کوکی نمی‌گیرد؟ باز هم می‌توانید ادامه دهید.
