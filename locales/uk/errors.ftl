# Awaits a native reader: written with care, read by no native speaker yet.

error-home = Перейти на початкову сторінку
error-incident = Якщо розповідатимете про це комусь, назвіть цей номер: { $number }.
error-not-found-title = Ми не можемо знайти цю сторінку
error-not-found-text = Можливо, адреса неправильна або сторінку перенесли.
error-gone-title = Це фото більше не показують
error-gone-text = Його прибрали. Ви можете переглянути інші фото.
error-forbidden-title = Ви не можете відкрити цю сторінку
error-forbidden-text = Ваш обліковий запис не має такого дозволу. Якщо він Вам потрібен, зверніться до адміністратора.
error-no-token-title = Ця форма вже закрита
error-no-token-text = Нічого не надіслано. Поверніться, відкрийте сторінку знову й надішліть ще раз.
error-bad-form-title = Ми не змогли прочитати цю форму
error-bad-form-text = Нічого не збережено. Поверніться й спробуйте ще раз.
error-too-large-title = Тут забагато даних
error-too-large-text = Нічого не збережено. Надішліть коротший текст або менший файл.
error-too-many-title = Забагато спроб за короткий час
error-too-many-text = Зачекайте кілька хвилин, а потім спробуйте ще раз.
error-conflict-title = Хтось Вас випередив
error-conflict-text = Тим часом це змінили. Нічого Вашого не перезаписано. Відкрийте ще раз, щоб побачити, як є зараз.
error-no-key-title = У Вас немає ключа
error-no-key-text = Зверніться до адміністраторів. Вони можуть дати Вам ключ або знову відкрити закриту справу.
error-unavailable-title = Зараз це не працює
error-unavailable-text = Нічого не втрачено й нічого не змінено. Спробуйте ще раз за кілька хвилин.
error-internal-title = У нас сталася помилка
error-internal-text = Це не Ваша провина. Спробуйте ще раз за кілька хвилин.
