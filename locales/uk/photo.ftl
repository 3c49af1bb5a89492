# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = Фото { $number }
photo-back = Усі фото
photo-age = Вік
photo-origin = Звідки
photo-added-this-week = Це фото з’явилося цього тижня.
photo-added-weeks = { $count ->
        [one] Додано { $count } тиждень тому.
        [few] Додано { $count } тижні тому.
        [many] Додано { $count } тижнів тому.
       *[other] Додано { $count } тижня тому.
    }
photo-added-months = { $count ->
        [one] Додано { $count } місяць тому.
        [few] Додано { $count } місяці тому.
        [many] Додано { $count } місяців тому.
       *[other] Додано { $count } місяця тому.
    }
photo-added-years = { $count ->
        [one] Додано { $count } рік тому.
        [few] Додано { $count } роки тому.
        [many] Додано { $count } років тому.
       *[other] Додано { $count } року тому.
    }
photo-door-looking-for-me = Ця людина шукає мене
photo-door-i-know = Я знаю цю людину
photo-door-remove = Це моє фото: приберіть його
photo-door-wrong = Тут щось не так
photo-withdraw = Прибрати моє фото за кодом із мого аркуша
photo-download-open = Зберегти це зображення
photo-download-hint = Показуйте його лише тим, кому довіряєте. Не викладайте його в інтернет.
photo-download = Зображення, { $width } на { $height } точок
