# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = Ваше повідомлення
receipt-safe-title = Ваше повідомлення збережено
receipt-safe-text = Відкрити його можуть лише підготовлені працівники.
receipt-heading = Збережіть цей код
receipt-lead = З ним Ви зможете прочитати наші запитання й відповісти на них.
receipt-code-label = Ваш код
receipt-caller-check-heading = Ваш контрольний номер
receipt-next-heading = Що буде далі
receipt-remove = Ви попросили нас прибрати фото { $number }
receipt-remove-call = Хочете зателефонувати? Знайдіть Червоний Хрест або Червоний Півмісяць поблизу
receipt-next-return = Поверніться зі своїм кодом, щоб побачити, чи є в нас запитання.
receipt-saved = Готово, код збережено
receipt-saved-hint = Ваше повідомлення вже в нас, навіть якщо Ви цього не натиснете.
receipt-file = Зберегти як маленький текстовий файл
receipt-file-hint = Файл називається note.txt.
receipt-file-code = Код:
receipt-file-caller-check = Коли ми телефонуємо, ми спершу називаємо цей номер:
receipt-done-heading = Тут Ви все зробили
receipt-done-text = На цій сторінці немає нічого з того, що Ви написали.
receipt-done-shared-phone = Цим телефоном користуються й інші? Закрийте цю сторінку зараз.
receipt-done-return = Прочитати наші запитання за своїм кодом
receipt-done-photos = Перейти до фото
