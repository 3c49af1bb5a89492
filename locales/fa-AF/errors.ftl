# Awaits a native reader: written with care, read by no native speaker yet.

error-home = به صفحهٔ اول بروید
error-incident = اگر در این باره با کسی صحبت می‌کنید، این شماره را بگویید: { $number }.
error-not-found-title = این صفحه را پیدا کرده نمی‌توانیم
error-not-found-text = شاید آدرس درست نباشد، یا جای صفحه تغییر کرده باشد.
error-gone-title = این عکس دیگر نشان داده نمی‌شود
error-gone-text = این عکس حذف شده است. می‌توانید عکس‌های دیگر را ببینید.
error-forbidden-title = این صفحه را باز کرده نمی‌توانید
error-forbidden-text = حساب شما این اجازه را ندارد. اگر به آن ضرورت دارید، از مسئول سیستم بپرسید.
error-no-token-title = این فورم دیگر باز نیست
error-no-token-text = چیزی فرستاده نشد. برگردید، صفحه را دوباره باز کنید و یک بار دیگر بفرستید.
error-bad-form-title = این فورم را خوانده نتوانستیم
error-bad-form-text = چیزی ذخیره نشد. برگردید و یک بار دیگر کوشش کنید.
error-too-large-title = این بسیار بزرگ است
error-too-large-text = چیزی ذخیره نشد. متن کوتاه‌تر یا فایل کوچک‌تر بفرستید.
error-too-many-title = در وقت کم، بسیار کوشش شد
error-too-many-text = چند دقیقه صبر کنید، بعد دوباره کوشش کنید.
error-conflict-title = کس دیگری پیش‌تر آن را تغییر داد
error-conflict-text = در این میان تغییر آمده است. هیچ‌چیز شما پاک نشد. دوباره باز کنید تا ببینید حالا چگونه است.
error-no-key-title = کلید نزد شما نیست
error-no-key-text = از مسئول سیستم بخواهید. او می‌تواند کلید را به شما بدهد، یا دوسیهٔ بسته را دوباره باز کند.
error-unavailable-title = این کار حالا نمی‌شود
error-unavailable-text = چیزی گم نشد و چیزی تغییر نکرد. چند دقیقه بعد دوباره کوشش کنید.
error-internal-title = در سیستم ما مشکلی پیش آمد
error-internal-text = گناه شما نیست. چند دقیقه بعد دوباره کوشش کنید.
