# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = Перейти до змісту сторінки
title-error = Помилка:
title-part = { $title }, частина { $part }
back = Назад
menu-label = Головні сторінки
menu-photos = Фото
menu-return = Моє повідомлення
menu-safety = Ваша безпека
menu-help = Допомога
languages-label = Мови
languages-jump = Інші мови

# The safety lines: translate these first, and have them read by a native speaker.
free-line = Це безкоштовно. Ми ніколи не просимо грошей.
caller-check-rule = Коли ми телефонуємо, ми спершу називаємо Ваш контрольний номер. Якщо номера не назвали або він інший, покладіть слухавку.
leave-label = Швидкий вихід
leave-now = Вийти з цієї сторінки зараз
leave-explained = «Вийти з цієї сторінки зараз» відкриває сторінку про погоду. Усе, що Ви тут написали, стирається.
child-note = Ти ще дитина? Можеш попросити дорослу людину, якій довіряєш, посидіти поруч.

foot-safety = Як ми дбаємо про Вашу безпеку
foot-privacy = Що ми зберігаємо і як довго
foot-directory = Знайти Червоний Хрест або Червоний Півмісяць поблизу
foot-questions = Запитання й відповіді
foot-scams = Шахраї, які обіцяють допомогу й хочуть грошей
foot-clear = Як прибрати сліди з цього телефону
foot-posters = Плакати для друку
foot-about = Про цей сайт

form-errors-title = Погляньте на це ще раз
form-error-spoken = Помилка:
form-optional = (можна не заповнювати)
form-continue = Продовжити
form-send = Надіслати
form-save = Зберегти
form-cancel = Скасувати
form-yes = Так
form-no = Ні
form-unknown = Не знаю
form-letters-too-many = { $count ->
        [one] { $count } літера зайва.
        [few] { $count } літери зайві.
        [many] { $count } літер зайві.
       *[other] { $count } літери зайві.
    }

captcha-label = Напишіть цифри з картинки
captcha-hint = Можна писати цифрами своєї мови.
captcha-picture-alt = Картинка з цифрами. Їх можна також прослухати.
captcha-listen = Прослухати цифри
captcha-listen-in = Прослухати цифри цією мовою: { $language }
captcha-another = Показати іншу картинку
captcha-cannot = Не можу цього зробити

listen-page = Прослухати цю сторінку
listen-stop = Зупинити читання

code-copy = Скопіювати
code-copied = Скопійовано
code-print = Надрукувати

photo-number-label = Номер фото

pager-label = Сторінки
pager-previous = Попередня сторінка
pager-next = Наступна сторінка
pager-page = Сторінка { $page }
pager-current = Сторінка { $page }, Ви зараз тут
