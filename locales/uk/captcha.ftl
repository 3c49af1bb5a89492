# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = Напишіть цифри
captcha-why = Перед пошуком ми просимо написати кілька цифр. Це сповільнює комп’ютерні програми.
captcha-cannot-explained = Не можете ні побачити, ні почути цифри? Натисніть «Не можу цього зробити». Через 20 секунд Ви перейдете далі.
captcha-crowded-title = Зараз цим з’єднанням користується багато людей
captcha-crowded-text = Картинка може не з’явитися. Тоді натисніть «Не можу цього зробити». Так Ви теж перейдете далі.
captcha-cookie-title = Для пошуку потрібен один файл «кукі», а Ваш браузер його не надіслав.
captcha-cookie-text = Дозвольте «кукі» для цього сайту й напишіть цифри. Або перегляньте фото без пошуку.
captcha-digits-missing = Напишіть цифри або натисніть «Не можу цього зробити»
captcha-digits-wrong = Цифри були інші. Ось нові.
captcha-digits-expired = Час для цих цифр минув. Ось нові.
captcha-digits-spent = Ці цифри вже використано. Ось нові.
captcha-digits-moved = З’єднання змінилося. Ось нові цифри.
captcha-digits-unavailable = Зараз ми не можемо перевірити цифри. Спробуйте ще раз за хвилину.

wait-title = Зачекайте трохи
wait-text = Ви перейдете далі через { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунди.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунди.
    }
wait-button-hint = Сторінка перейде далі сама. Якщо цього не сталося, натисніть кнопку.
