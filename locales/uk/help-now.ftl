# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = Допомога за країною
help-now-title = Хто може допомогти зараз
help-now-lead = Де людина, яка в небезпеці? Відкрийте цю країну.
help-now-private = Ніхто не бачить, яку країну Ви відкриваєте.
help-now-society = Телефонуйте зараз:
help-now-child = Лінія допомоги дітям:
help-now-police = Поліція, якщо телефонувати безпечно:
help-now-checked = Цей номер перевірено { $date }.
help-now-none = Ми ще не знаємо номера для цієї країни.
help-now-directory = Як іще з ними зв’язатися
help-now-elsewhere = Моєї країни тут немає
help-now-elsewhere-text = Ми ще не знаємо номерів для інших країн. Розкажіть дорослій людині, якій довіряєте, або зверніться там до Червоного Хреста чи Червоного Півмісяця.
help-now-write = Напишіть і нам. Повідомлення про небезпеку ми переглядаємо першими.
help-now-line = Дитина або хтось у небезпеці? Подивіться, хто може допомогти зараз
help-now-danger-title = Хтось зараз у небезпеці?
help-now-danger-text = Ваше повідомлення ми переглянемо першим, але прибути одразу не можемо.
help-now-link = Подивитися, хто може допомогти зараз
