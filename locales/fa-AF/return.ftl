# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = پیام شما
return-code = کُد خود را بنویسید
return-code-hint = همهٔ رقم‌های آن را بنویسید. رقم‌های هر زبان، با فاصله یا خط، درست است.
return-code-missing = کُد خود را بنویسید.
return-code-not-digits = کُد تنها رقم دارد. یک بار دیگر به آن نگاه کنید.
return-code-length = چند رقم کم یا زیاد است. با کُد خود مقایسه کنید.
return-code-check-digit = یک رقم فرق دارد، یا جای دو رقم عوض شده است. با کُد خود مقایسه کنید.
return-code-unknown = با این کُد چیزی پیدا نکردیم. شاید پیش از این پاک شده باشد.
return-over = برای ادامه، کُد خود را دوباره بنویسید.
return-kept = نوشتهٔ شما نگه داشته شده است. برای ادامه، کُد خود را بنویسید.
return-busy-title = حالا اشخاص زیادی این‌جا هستند
return-busy-text = یک دقیقه بعد دوباره کوشش کنید. پیام شما محفوظ است.
return-wait-title = 20 ثانیه صبر کنید
return-wait-text = بعد «ادامه» را فشار دهید. به تصویر ضرورت ندارید.
return-captcha-why = این کار نمی‌گذارد که کسی کُد دیگران را حدس بزند.
return-lost-heading = کُد را گم کرده‌اید؟
return-lost-text = می‌توانید از صفحهٔ عکس یک پیام نو بفرستید.
return-withdraw-link = عکس خودم این‌جاست و می‌خواهم آن را حذف کنم

return-heading = پیام شما
return-state-received = پیام شما به ما رسید
return-state-received-text = منتظر است تا یک کارمند آن را بخواند.
return-state-being-read = پیام شما را می‌خوانیم
return-state-being-read-text = یک کارمند روی آن کار می‌کند.
return-state-question = از شما یک سؤال داریم
return-state-question-text = آن را پایین بخوانید و هر وقت توانستید جواب بدهید.
return-state-closed = کار ما با پیام شما تمام شد
return-state-closed-text = از کمک شما تشکر. پیام بعد از مدتی پاک می‌شود.
return-thread = نوشته‌ها
return-from-staff = از طرف ما
return-own = شما جواب فرستادید
return-delete = این جواب را پاک کنید
return-ago-now = کمتر از یک ساعت پیش
return-ago-hours = { $count ->
        [one] یک ساعت پیش
       *[other] { $count } ساعت پیش
    }
return-ago-days = { $count ->
        [one] یک روز پیش
       *[other] { $count } روز پیش
    }
return-answer = جواب شما
return-write = می‌خواهید چیز دیگری هم به ما بگویید؟
return-answer-hint = برای مصونیت شما، بعد از فرستادن این‌جا نشان داده نمی‌شود.
return-answer-missing = پیش از فرستادن، جوابی بنویسید.
return-answer-long = این متن بسیار دراز است. حداکثر 4000 حرف بنویسید.
return-answer-often = امروز جواب‌های زیادی فرستاده‌اید. فردا دوباره کوشش کنید. این جواب هنوز این‌جاست.
return-closed-answer = هنوز هم می‌توانید به ما بنویسید. آنگاه پیام شما را دوباره می‌بینیم.
return-caller-check-heading = شمارهٔ اطمینان شما
return-finish = کار من تمام شد
return-sent-title = جواب شما ذخیره شد
return-sent-text = تنها کارمندان آموزش‌دیده آن را باز کرده می‌توانند.
return-deleted-title = جواب شما پاک شد
return-deleted-text = برای همیشه پاک شده است.
return-erase-open = تمام پیام مرا پاک کنید
return-erase-title = پیام شما پاک شود؟
return-erase-text = هر چه به ما نوشته‌اید پاک می‌شود، و جواب‌های ما هم. بعد از آن، پیام شما را خوانده نمی‌توانیم و در این باره به شما کمک کرده نمی‌توانیم.
return-erase-seen = شاید کارمندان ما پیام شما را پیش از این خوانده باشند. یادداشت‌های خودشان دربارهٔ آن بعدتر پاک می‌شود.
return-erase-now = بلی، همه را پاک کنید
return-erase-keep = نخیر، پیام بماند
return-erased-heading = پیام شما پاک شد
return-erased-text = هر چه نوشته بودید پاک شد، و کُد شما دیگر کار نمی‌کند.
return-erased-again = نظرتان تغییر کرد؟ می‌توانید از صفحهٔ عکس دوباره به ما بنویسید.
return-not-saved-title = ذخیره نشد
return-not-saved-text = جواب شما هنوز این‌جاست. چند دقیقه بعد دوباره کوشش کنید.
