# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = Може, хтось шукає Вас?
poster-lead = { $count ->
        [one] Ця людина шукає своїх рідних. Впізнаєте це обличчя?
        [few] Ці люди шукають своїх рідних. Впізнаєте когось?
        [many] Ці люди шукають своїх рідних. Впізнаєте когось?
       *[other] Ці люди шукають своїх рідних. Впізнаєте когось?
    }
poster-tell = Розкажіть нам на цьому сайті:
poster-scan = Наведіть камеру свого телефону на квадрат.
poster-number = Номер фото
poster-without-phone = Не маєте телефону? Прийдіть до Червоного Хреста або Червоного Півмісяця й назвіть номер фото.
poster-take-down = Зніміть цей плакат після { $date }.

posters-title = Плакати для друку
posters-lead = Розвішуйте їх там, де люди чекають або зустрічаються. Спершу запитайте, чи можна.
posters-none = Зараз плакатів немає. Завітайте пізніше.
posters-photos = { $count ->
        [one] { $count } фото
        [few] { $count } фото
        [many] { $count } фото
       *[other] { $count } фото
    }
posters-file = Для друку на папері { $paper }, { $kilobytes } кБ
posters-until = Зніміть плакат після { $date }.
posters-gone-title = Цей плакат більше не показують
posters-gone-text = Хтось на ньому більше не хоче, щоб його показували, або термін плаката минув. Плакат висить поруч із Вами? Зніміть його.
posters-see = Переглянути інші плакати
