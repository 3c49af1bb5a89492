# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = عکس شما
withdraw-code = کُد روی کاغذتان را بنویسید
withdraw-code-hint = همهٔ رقم‌های آن را بنویسید. رقم‌های هر زبان، با فاصله یا خط، درست است.
withdraw-code-unknown = هیچ عکسی این کُد را ندارد. آن را با کاغذتان مقایسه کنید.
withdraw-lost-heading = کُد را ندارید؟
withdraw-lost-text = عکس خود را باز کنید و «این عکس من است: آن را حذف کنید» را انتخاب کنید.
withdraw-return-link = من کُد یک پیام را دارم
withdraw-confirm-heading = عکس حذف شود؟
withdraw-confirm-text = عکس فوراً از این ویب‌سایت دور می‌شود. هیچ‌کس از شما نمی‌پرسد که چرا.
withdraw-confirm-search = جستجوی خانوادهٔ شما بدون عکس هم ادامه یافته می‌تواند. در این باره با ما صحبت کنید.
withdraw-now = همین حالا عکس را حذف کنید
withdraw-keep = عکس بماند
withdraw-done-heading = عکس حذف شد
withdraw-done-text = دیگر هیچ‌کس آن را در این ویب‌سایت دیده نمی‌تواند.
withdraw-done-copies = کاپی‌های داخل براوزرها تا یک ساعت از بین می‌روند.
withdraw-done-posters = از همکاران خود می‌خواهیم پوسترهایی را که این عکس در آن‌هاست بردارند.
withdraw-done-search = اگر هنوز در جستجوی خانوادهٔ خود هستید، صلیب سرخ یا هلال احمر به شما کمک می‌کند.
withdraw-away-title = حالا کُد را بررسی کرده نمی‌توانیم
withdraw-away-text = چند دقیقه بعد دوباره کوشش کنید. یا به دفتر صلیب سرخ یا هلال احمر زنگ بزنید.
withdraw-kept-heading = عکس پنهان شد
withdraw-kept-text = این سرور دیگر آن را به هیچ‌کس نشان نمی‌دهد.
withdraw-kept-everywhere = یک بخش سیستم ما حالا جواب نمی‌دهد. همین که جواب بدهد، عکس از همه‌جا دور می‌شود.
withdraw-kept-sure = خواست شما نوشته شد. ضرورت نیست دوباره بیایید.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = حذف عکس من:
withdraw-paper-text = با این کُد می‌توانم عکسم را هر وقت که بخواهم از وب‌سایت حذف کنم. رایگان است. هیچ‌کس دلیلش را نمی‌پرسد. این کاغذ را در جای امن نگه می‌دارم.
