# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = این پیام را پیش از پیام‌های دیگر می‌بینیم.
clock-closed-now = همین حالا کسی پیام‌های نو را نمی‌خواند.
clock-closed-today = امروز کسی پیام‌های نو را نمی‌خواند.
clock-closed-tonight = امشب کسی پیام‌های نو را نمی‌خواند.
clock-today = یک کارمند آن را امروز می‌خواند.
clock-tomorrow = یک کارمند آن را حداکثر تا فردا می‌خواند.
clock-two-days = یک کارمند آن را حداکثر تا دو روز دیگر می‌خواند.
clock-monday = یک کارمند آن را حداکثر تا روز دوشنبه می‌خواند.
clock-tuesday = یک کارمند آن را حداکثر تا روز سه‌شنبه می‌خواند.
clock-wednesday = یک کارمند آن را حداکثر تا روز چهارشنبه می‌خواند.
clock-thursday = یک کارمند آن را حداکثر تا روز پنج‌شنبه می‌خواند.
clock-friday = یک کارمند آن را حداکثر تا روز جمعه می‌خواند.
clock-saturday = یک کارمند آن را حداکثر تا روز شنبه می‌خواند.
clock-sunday = یک کارمند آن را حداکثر تا روز یک‌شنبه می‌خواند.
clock-two-weeks = یک کارمند آن را در دو هفته می‌خواند.
clock-later = تا یک کارمند آن را بخواند، بیشتر از دو هفته می‌گذرد.
clock-where = روزها را به وقت جایی حساب می‌کنیم که کارمندان ما کار می‌کنند.
clock-slow-digits = اول پیام‌هایی را می‌خوانیم که رقم‌های‌شان بررسی شده است. پیام شما رقم ندارد.
clock-slow-many = از انترنت شما پیام‌های زیادی رسیده است. شاید پیام‌های دیگر پیش از پیام شما خوانده شوند.
