# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = Ваше повідомлення

respond-lead-looking-for-me = Розкажіть нам, хто Ви. Це прочитають лише підготовлені працівники.
respond-lead-i-know = Розкажіть нам, що Ви знаєте. Це прочитають лише підготовлені працівники.
respond-lead-remove-my-photo = Ми приберемо це фото, щойно зможемо.
respond-lead-something-wrong = Розкажіть нам, і ми це перевіримо.

respond-have-code-title = У Вас є код на аркуші, який Вам дали?
respond-have-code-text = З кодом фото зникне одразу.
respond-have-code-link = Прибрати зараз за кодом

respond-relation = Хто Ви для людини на фото?
respond-relation-other = хтось інший, не з родини
respond-relation-in-words = Своїми словами
respond-relation-in-words-hint = Наприклад: його сусід, її вчителька, син її сестри.
respond-relation-missing = Виберіть щось одне. Можна вибрати «Не знаю».
respond-relation-in-words-long = Тут забагато слів. Напишіть не більше 100 літер.

respond-story-looking-for-me = Про Вас
respond-story-i-know = Що Ви знаєте
respond-story-remove-my-photo = Прибрати це фото
respond-story-something-wrong = Тут щось не так

respond-name = Ваше ім’я
respond-name-hint = Пишіть так, як звикли, будь-якими літерами.
respond-name-missing = Напишіть своє ім’я або позначте «Не хочу називати своє ім’я».
respond-name-long = Це ім’я задовге. Напишіть не більше 200 літер.
respond-no-name = Не хочу називати своє ім’я

respond-message-looking-for-me = Чому Ви думаєте, що ця людина шукає Вас?
respond-message-i-know = Що Ви знаєте про цю людину?
respond-message-hint = Наприклад: шрам, прізвисько, хто ще є в родині. Пишіть будь-якою мовою.
respond-message-hint-plain = Пишіть будь-якою мовою.
respond-message-wrong = Що не так?
respond-message-remove = Чи є щось, що нам треба знати?
respond-message-missing = Напишіть кілька слів, щоб ми Вас зрозуміли.
respond-message-long = Текст задовгий. Напишіть не більше 4000 літер.
respond-message-told = Що Ви написали

respond-danger = Ідеться про дитину, або хтось у небезпеці
respond-danger-hint = Такі повідомлення ми читаємо першими.
respond-danger-told = Ідеться про дитину, або хтось у небезпеці

respond-contact = Як нам із Вами зв’язатися?
respond-contact-legend = Виберіть один спосіб
respond-by-phone = Телефоном
respond-by-phone-hint = Напишіть свій номер нижче.
respond-by-email = Електронною поштою
respond-by-email-hint = Напишіть свою адресу нижче.
respond-by-code = Лише за кодом
respond-by-code-hint = Ви самі повертаєтеся на цей сайт, щоб прочитати наші запитання.
respond-contact-missing = Виберіть, як нам із Вами зв’язатися.
respond-contact-told = Як нам із Вами зв’язатися
respond-phone = Номер телефону
respond-phone-hint = Лише якщо Ви вибрали телефон. Якщо можете, почніть із коду країни.
respond-phone-missing = Напишіть свій номер телефону або виберіть інший спосіб.
respond-phone-long = Цей номер задовгий. Напишіть не більше 60 цифр і знаків.
respond-email = Адреса електронної пошти
respond-email-hint = Лише якщо Ви вибрали електронну пошту.
respond-email-missing = Напишіть свою адресу електронної пошти або виберіть інший спосіб.
respond-email-wrong = Погляньте на адресу ще раз. У ній має бути @ і не має бути пробілів.
respond-email-long = Ця адреса задовга.

respond-safe-contact = Як безпечно Вам зателефонувати?
respond-only-mine = Цим телефоном користуєтеся лише Ви?
respond-may-leave-message = Чи можна залишити Вам повідомлення?
respond-good-times = Коли Вам зручно?
respond-good-times-hint = Наприклад: увечері, але ніколи в п’ятницю.
respond-times-long = Тут забагато слів. Напишіть не більше 100 літер.

respond-check = Перегляньте свої відповіді
respond-check-lead = Кожну можна змінити, перш ніж надіслати.
respond-change = Змінити
respond-nothing = Нічого не написано
respond-check-remove = Ви просите нас прибрати фото { $number }
respond-who-reads = Це можуть прочитати лише підготовлені працівники Червоного Хреста або Червоного Півмісяця.
respond-captcha-why = Це допомагає нам спершу читати повідомлення від людей.
respond-slow-title = Ви можете надіслати повідомлення без цифр
respond-slow-text = Можливо, ми прочитаємо його трохи пізніше. Воно не загубиться.
respond-slow-first = Ваше повідомлення ми все одно переглянемо першим. Воно не загубиться.
respond-slow-crowd = Якщо одночасно надійде дуже багато повідомлень, спершу ми читаємо ті, що мають перевірені цифри.
respond-digits-needed = Зараз у нас мало місця. Напишіть цифри, і Ваше повідомлення буде збережено.

respond-old-title = Ця сторінка була довго відкрита
respond-old-text = Ваші відповіді досі тут. Перегляньте їх ще раз.

respond-not-saved-title = Не збережено
respond-not-saved-text = Ваше повідомлення до нас не дійшло. Нічого не втрачено: воно досі на цій сторінці.
respond-not-saved-heading = Зараз ми не можемо зберегти Ваше повідомлення
respond-not-saved-lead = Спробуйте ще раз за кілька хвилин. Або зателефонуйте до Червоного Хреста чи Червоного Півмісяця.
respond-not-saved-typed = Що Ви написали
respond-try-again = Спробувати ще раз

respond-lost-title = Ця форма вже закрита
respond-lost-text = Ви бачили код? Тоді Ваше повідомлення надіслано. Якщо ні, почніть знову з фото.
respond-lost-typed = Ось що Ви написали на останній сторінці
respond-lost-photos = Перейти до фото
respond-lost-again = Почати знову

respond-sent-title = Ваше повідомлення надіслано
respond-sent-text = Ви все зробили.

respond-cookie-title = Перегляньте ще раз і натисніть знову
respond-cookie-text = Файлу «кукі» цієї форми не було, або він не підійшов. Те, що Ви написали, досі тут.
respond-cookie-off = Ваш браузер не приймає «кукі»? Ви все одно можете продовжити.
