# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = خانوادهٔ خود را با عکس جستجو کنید

gallery-title = عکس‌ها، صفحهٔ { $page } از { $pages }
gallery-heading = آیا کسی در جستجوی شماست؟
gallery-lead = این اشخاص در جستجوی خانواده‌های خود هستند. چهره‌ای را می‌شناسید؟ عکس را باز کنید و به ما بگویید.
gallery-count = { $count ->
        [one] { $count } عکس
       *[other] { $count } عکس
    }
gallery-any = همه
gallery-filter-open = انتخاب کنید که عکس چه کسانی را ببینید
gallery-filter-seeking = در جستجوی کی هستند؟
gallery-filter-sex = در عکس کیست؟
gallery-filter-age = این شخص چند ساله است؟
gallery-filter-place = این شخص از کجاست؟
gallery-filter-regions = منطقه‌ها
gallery-filter-countries = کشورها
gallery-filter-captcha = اول چند رقم را از یک تصویر می‌نویسید. بعد تا یک ساعت می‌توانید انتخاب کنید.
gallery-filter-show = نشان دادن عکس‌ها
gallery-chosen-label = انتخاب‌های شما
gallery-chosen-remove = این انتخاب را دور کنید
gallery-chosen-sex = در عکس: { $value }
gallery-chosen-age = سن: { $value }
gallery-chosen-place = از: { $value }
gallery-see-all = همهٔ عکس‌ها را ببینید
gallery-pictures-small = نشان دادن عکس‌های کوچک‌تر، تا انترنت کمتر مصرف شود
gallery-pictures-usual = نشان دادن عکس‌های بزرگ‌تر
gallery-directory = از دفتر صلیب سرخ یا هلال احمر بپرسید
gallery-none-title = با این انتخاب عکسی نیست
gallery-none-text = کمتر انتخاب کنید، یا همهٔ عکس‌ها را ببینید. هر ماه عکس‌های نو می‌آیند.
gallery-empty-title = هنوز عکسی نیست
gallery-empty-text = بعدتر دوباره بیایید. صلیب سرخ یا هلال احمر همین حالا به شما کمک کرده می‌تواند.
gallery-unknown-title = این انتخاب را نمی‌شناسیم
gallery-unknown-text = این آدرس چیزی می‌خواهد که ما نداریم. می‌توانید همهٔ عکس‌ها را ببینید.
gallery-beyond-title = عکس دیگری نیست
gallery-beyond-text = این صفحه بعد از صفحهٔ آخر است. دوباره از صفحهٔ اول شروع کنید.
gallery-hidden-title = حالا هیچ عکسی نشان نمی‌دهیم
gallery-hidden-text = حالا دیده نمی‌توانیم که همه هنوز راضی هستند یا نه. تا آن وقت همهٔ عکس‌ها را پنهان می‌کنیم.

number-open = من شمارهٔ یک عکس را دارم
number-hint = این شماره 8 رقم دارد و مثلاً روی پوستر نوشته است. می‌توانید رقم‌های زبان خود را بنویسید.
number-go = نشان دادن این عکس
number-missing = شمارهٔ عکس را بنویسید
number-not-digits = شمارهٔ عکس تنها رقم دارد
number-wrong-length = شمارهٔ عکس 8 رقم دارد. یک بار دیگر بشمارید.
number-wrong-digit = یک رقم فرق دارد، یا جای دو رقم عوض شده است. یک بار دیگر به شماره نگاه کنید.
number-unknown = هیچ عکسی این شماره را ندارد. یک بار دیگر به شماره نگاه کنید.
