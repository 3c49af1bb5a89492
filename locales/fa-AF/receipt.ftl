# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = پیام شما
receipt-safe-title = پیام شما ذخیره شد
receipt-safe-text = تنها کارمندان آموزش‌دیده آن را باز کرده می‌توانند.
receipt-heading = این کُد را نگه دارید
receipt-lead = با این کُد می‌توانید سؤال‌های ما را بخوانید و جواب بدهید.
receipt-code-label = کُد شما
receipt-caller-check-heading = شمارهٔ اطمینان شما
receipt-next-heading = بعد از این چه می‌شود
receipt-remove = شما از ما خواستید که عکس { $number } را حذف کنیم
receipt-remove-call = می‌خواهید زنگ بزنید؟ دفتر صلیب سرخ یا هلال احمر (سره میاشت) را پیدا کنید
receipt-next-return = با کُد خود دوباره بیایید و ببینید که آیا سؤالی از شما داریم.
receipt-saved = کُد را نگه داشتم
receipt-saved-hint = پیام شما نزد ماست، حتی اگر این دکمه را فشار ندهید.
receipt-file = ذخیره در یک فایل کوچک متنی
receipt-file-hint = نام فایل note.txt است.
receipt-file-code = کُد:
receipt-file-caller-check = وقتی زنگ می‌زنیم، اول این شماره را می‌گوییم:
receipt-done-heading = کار شما این‌جا تمام شد
receipt-done-text = این صفحه از نوشته‌های شما هیچ‌چیز را نشان نمی‌دهد.
receipt-done-shared-phone = دیگران هم از این تیلیفون استفاده می‌کنند؟ همین حالا این صفحه را ببندید.
receipt-done-return = سؤال‌های ما را با کُد خود بخوانید
receipt-done-photos = به عکس‌ها بروید
