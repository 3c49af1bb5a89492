# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = Ваше повідомлення
return-code = Напишіть свій код
return-code-hint = Напишіть усі його цифри. Можна писати будь-якими цифрами, з пробілами й рисками.
return-code-missing = Напишіть свій код.
return-code-not-digits = У коді є лише цифри. Погляньте на нього ще раз.
return-code-length = Якихось цифр бракує, або їх забагато. Порівняйте їх зі своїм кодом.
return-code-check-digit = Одна цифра неправильна або дві переставлено. Порівняйте їх зі своїм кодом.
return-code-unknown = За цим кодом ми нічого не знайшли. Можливо, це вже стерто.
return-over = Щоб продовжити, напишіть свій код ще раз.
return-kept = Написане Вами збереглося. Напишіть свій код, щоб продовжити.
return-busy-title = Зараз тут багато людей
return-busy-text = Спробуйте ще раз за хвилину. З Вашим повідомленням усе гаразд.
return-wait-title = Зачекайте 20 секунд
return-wait-text = Потім натисніть «Продовжити». Картинка Вам не потрібна.
return-captcha-why = Це захищає коди всіх людей від угадування.
return-lost-heading = Ви загубили код?
return-lost-text = Ви можете надіслати нове повідомлення зі сторінки фото.
return-withdraw-link = Тут є моє власне фото, і я хочу його прибрати

return-heading = Ваше повідомлення
return-state-received = Ваше повідомлення в нас
return-state-received-text = Воно чекає, доки його прочитають наші працівники.
return-state-being-read = Ваше повідомлення читають
return-state-being-read-text = Над ним працює людина з нашої команди.
return-state-question = У нас є до Вас запитання
return-state-question-text = Прочитайте його нижче й дайте відповідь, коли зможете.
return-state-closed = Ми завершили роботу з Вашим повідомленням
return-state-closed-text = Дякуємо за допомогу. Через деякий час його буде стерто.
return-thread = Що було написано
return-from-staff = Від нас
return-own = Ви надіслали відповідь
return-delete = Видалити цю відповідь
return-ago-now = менше ніж годину тому
return-ago-hours = { $count ->
        [one] { $count } годину
        [few] { $count } години
        [many] { $count } годин
       *[other] { $count } години
    } тому
return-ago-days = { $count ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    } тому
return-answer = Ваша відповідь
return-write = Хочете розповісти нам більше?
return-answer-hint = Заради Вашої безпеки після надсилання її тут не видно.
return-answer-missing = Перш ніж надіслати, напишіть відповідь.
return-answer-long = Текст задовгий. Напишіть не більше 4000 літер.
return-answer-often = Сьогодні Ви надіслали багато відповідей. Спробуйте ще раз завтра. Ця відповідь досі тут.
return-closed-answer = Ви й далі можете нам писати. Тоді ми знову розглянемо Ваше повідомлення.
return-caller-check-heading = Ваш контрольний номер
return-finish = Завершити
return-sent-title = Вашу відповідь збережено
return-sent-text = Відкрити її можуть лише підготовлені працівники.
return-deleted-title = Вашу відповідь видалено
return-deleted-text = Її стерто назавжди.
return-erase-open = Видалити все моє повідомлення
return-erase-title = Видалити Ваше повідомлення?
return-erase-text = Усе, що Ви нам написали, буде видалено. Наші відповіді теж. Тоді ми не зможемо прочитати повідомлення й допомогти Вам завдяки йому.
return-erase-seen = Можливо, працівники вже його прочитали. Їхні власні нотатки про нього буде стерто пізніше.
return-erase-now = Так, видалити все
return-erase-keep = Ні, залишити
return-erased-heading = Ваше повідомлення видалено
return-erased-text = Усе, що Ви написали, стерто. Ваш код більше не діє.
return-erased-again = Передумали? Ви можете знову написати нам зі сторінки фото.
return-not-saved-title = Не збережено
return-not-saved-text = Ваша відповідь досі тут. Спробуйте ще раз за кілька хвилин.
