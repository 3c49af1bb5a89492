# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = Ваше фото
withdraw-code = Напишіть код з аркуша, який Вам дали
withdraw-code-hint = Напишіть усі його цифри. Можна писати будь-якими цифрами, з пробілами й рисками.
withdraw-code-unknown = Фото з таким кодом немає. Порівняйте код із тим, що на аркуші.
withdraw-lost-heading = У Вас немає коду?
withdraw-lost-text = Відкрийте своє фото й виберіть «Це моє фото: приберіть його».
withdraw-return-link = У мене є код від повідомлення
withdraw-confirm-heading = Прибрати фото?
withdraw-confirm-text = Фото одразу зникне з цього сайту. Ніхто не питатиме чому.
withdraw-confirm-search = Пошук Вашої родини може тривати й без фото. Поговоріть із нами про це.
withdraw-now = Прибрати фото зараз
withdraw-keep = Не прибирати фото
withdraw-done-heading = Фото прибрано
withdraw-done-text = На цьому сайті його вже ніхто не побачить.
withdraw-done-copies = Копії в браузерах зникнуть протягом години.
withdraw-done-posters = Ми просимо колег зняти плакати з цим фото.
withdraw-done-search = Якщо Ви й далі шукаєте рідних, Червоний Хрест або Червоний Півмісяць допоможе Вам.
withdraw-away-title = Зараз ми не можемо перевірити код
withdraw-away-text = Спробуйте ще раз за кілька хвилин. Або зателефонуйте до Червоного Хреста чи Червоного Півмісяця.
withdraw-kept-heading = Фото приховано
withdraw-kept-text = Цей сервер більше нікому його не показує.
withdraw-kept-everywhere = Частина нашої системи зараз не відповідає. Щойно вона відповість, фото зникне звідусіль.
withdraw-kept-sure = Ваше прохання записано. Повертатися не потрібно.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = Прибрати моє фото:
withdraw-paper-text = З цим кодом я можу будь-коли прибрати своє фото із сайту. Це безкоштовно. Ніхто не питає чому. Я зберігаю цей аркуш у безпечному місці.
