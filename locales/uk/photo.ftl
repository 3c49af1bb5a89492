# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = Фото { $number }
photo-back = Усі фото
photo-age = Вік
photo-origin = Звідки
photo-added-this-week = Це фото з’явилося цього тижня.
photo-added-weeks = Додано { $count ->
        [one] { $count } тиждень тому.
        [few] { $count } тижні тому.
        [many] { $count } тижнів тому.
       *[other] { $count } тижня тому.
    }
photo-added-months = Додано { $count ->
        [one] { $count } місяць тому.
        [few] { $count } місяці тому.
        [many] { $count } місяців тому.
       *[other] { $count } місяця тому.
    }
photo-added-years = Додано { $count ->
        [one] { $count } рік тому.
        [few] { $count } роки тому.
        [many] { $count } років тому.
       *[other] { $count } року тому.
    }
photo-door-looking-for-me = Ця людина шукає мене
photo-door-i-know = Я знаю цю людину
photo-door-remove = Це моє фото: приберіть його
photo-door-wrong = Тут щось не так
photo-withdraw = Прибрати моє фото за кодом із мого аркуша
photo-download-open = Зберегти це зображення
photo-download-hint = Показуйте його лише тим, кому довіряєте. Не викладайте його в інтернет.
photo-download = { $width ->
    [320] Маленьке зображення, { $width } на { $height } точок, { $kilobytes } кБ
    [640] Середнє зображення, { $width } на { $height } точок, { $kilobytes } кБ
    [1280] Велике зображення, { $width } на { $height } точок, { $kilobytes } кБ
   *[other] Дуже маленьке зображення, { $width } на { $height } точок, { $kilobytes } кБ
}
photo-download-unweighed = Зображення, { $width } на { $height } точок
