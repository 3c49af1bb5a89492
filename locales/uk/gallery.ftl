# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = Шукати рідних за фото

gallery-title = Фото, сторінка { $page } з { $pages }
gallery-heading = Може, хтось шукає Вас?
gallery-lead = Ці люди шукають своїх рідних. Впізнаєте когось? Відкрийте фото й розкажіть нам.
gallery-count = { $count ->
        [one] { $count } фото
        [few] { $count } фото
        [many] { $count } фото
       *[other] { $count } фото
    }
gallery-any = усі
gallery-filter-open = Вибрати, кого показати
gallery-filter-seeking = Кого вони шукають?
gallery-filter-sex = Хто на фото?
gallery-filter-age = Скільки років цій людині?
gallery-filter-place = Звідки ця людина?
gallery-filter-regions = Регіони
gallery-filter-countries = Країни
gallery-filter-captcha = Спершу Ви напишете кілька цифр із картинки. Після цього зможете вибирати протягом години.
gallery-filter-show = Показати фото
gallery-chosen-label = Що Ви вибрали
gallery-chosen-remove = Прибрати цей вибір
gallery-chosen-sex = На фото: { $value }
gallery-chosen-age = Вік: { $value }
gallery-chosen-place = Звідки: { $value }
gallery-see-all = Переглянути всі фото
gallery-pictures-small = Показати менші зображення, щоб заощадити трафік
gallery-pictures-usual = Показати більші зображення
gallery-directory = Запитати в Червоному Хресті або Червоному Півмісяці
gallery-none-title = За цим вибором немає жодного фото
gallery-none-text = Приберіть частину вибору або перегляньте всі фото. Нові фото з’являються щомісяця.
gallery-empty-title = Фото ще немає
gallery-empty-text = Завітайте пізніше. Червоний Хрест або Червоний Півмісяць може допомогти Вам уже зараз.
gallery-unknown-title = Ми не знаємо такого вибору
gallery-unknown-text = В адресі вказано те, чого в нас немає. Ви можете переглянути всі фото.
gallery-beyond-title = Більше фото немає
gallery-beyond-text = Ця сторінка йде вже після останньої. Почніть знову з першої сторінки.
gallery-hidden-title = Зараз ми не показуємо фото
gallery-hidden-text = Ми не можемо перевірити, чи всі люди досі згодні. Доки не перевіримо, всі фото приховано.

number-open = У мене є номер фото
number-hint = У ньому 8 цифр. Його можна побачити, наприклад, на плакаті. Можна писати цифрами своєї мови.
number-go = Показати це фото
number-missing = Напишіть номер фото
number-not-digits = У номері фото є лише цифри
number-wrong-length = У номері фото 8 цифр. Порахуйте їх ще раз.
number-wrong-digit = Одна цифра інша або дві переставлено. Погляньте на номер ще раз.
number-unknown = Фото з таким номером немає. Погляньте на номер ще раз.
