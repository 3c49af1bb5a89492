# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = به متن صفحه بروید
title-error = خطا:
title-part = { $title }، بخش { $part }
back = برگشت
menu-label = صفحه‌های اصلی
menu-photos = عکس‌ها
menu-return = پیام من
menu-safety = مصونیت شما
menu-help = رهنمایی
languages-label = زبان‌ها
languages-jump = زبان‌های دیگر

# The safety lines: translate these first, and have them read by a native speaker.
free-line = این خدمت رایگان است. ما هیچ‌وقت پول نمی‌خواهیم.
caller-check-rule = وقتی به شما زنگ می‌زنیم، اول شمارهٔ اطمینان شما را می‌گوییم. اگر زنگ‌زننده شماره را نگوید یا غلط بگوید، تیلیفون را قطع کنید.
leave-label = راه خروج فوری
leave-now = فوراً از این صفحه خارج شوید
leave-explained = دکمهٔ «فوراً از این صفحه خارج شوید» یک صفحه دربارهٔ هوا را باز می‌کند. نوشته‌های شما در این‌جا هم پاک می‌شود.
child-note = آیا شما طفل هستید؟ می‌توانید از کلان‌سالی که به او اعتماد دارید بخواهید کنارتان بنشیند.

foot-safety = برای مصونیت شما چه می‌کنیم
foot-privacy = چه معلوماتی را نگه می‌داریم و تا چه وقت
foot-directory = دفتر صلیب سرخ یا هلال احمر (سره میاشت) را پیدا کنید
foot-questions = سؤال‌ها و جواب‌ها
foot-scams = فریبکارانی که به نام کمک پول می‌خواهند
foot-clear = چگونه نشانه‌های این ویب‌سایت را از تیلیفون پاک کنید
foot-posters = پوسترها برای چاپ
foot-about = دربارهٔ این ویب‌سایت

form-errors-title = یک بار دیگر به این نگاه کنید
form-error-spoken = خطا:
form-optional = (می‌توانید این را خالی بگذارید)
form-continue = ادامه
form-send = فرستادن
form-save = ذخیره
form-cancel = لغو
form-yes = بلی
form-no = نخیر
form-unknown = نمی‌دانم
form-letters-too-many = { $count ->
        [one] { $count } حرف زیاد است.
       *[other] { $count } حرف زیاد است.
    }

captcha-label = رقم‌های داخل تصویر را بنویسید
captcha-hint = می‌توانید رقم‌های زبان خود را بنویسید.
captcha-picture-alt = تصویر چند رقم. رقم‌ها را شنیده هم می‌توانید.
captcha-listen = رقم‌ها را بشنوید
captcha-listen-in = رقم‌ها را به این زبان بشنوید: { $language }
captcha-another = یک تصویر دیگر
captcha-cannot = این کار را کرده نمی‌توانم

listen-page = این صفحه را بشنوید
listen-stop = خواندن را متوقف کنید

code-copy = کاپی
code-copied = کاپی شد
code-print = چاپ

photo-number-label = شمارهٔ عکس

pager-label = صفحه‌ها
pager-previous = صفحهٔ قبلی
pager-next = صفحهٔ بعدی
pager-page = صفحهٔ { $page }
pager-current = صفحهٔ { $page }، همین صفحه
