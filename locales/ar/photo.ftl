# One photo's page.

photo-title = الصورة { $number }
photo-back = كل الصور
photo-age = العمر
photo-origin = بلد الأصل
photo-added-this-week = هذه الصورة جديدة هذا الأسبوع.
photo-added-weeks = { $count ->
        [zero] أُضيفت قبل أقل من أسبوع.
        [one] أُضيفت قبل أسبوع.
        [two] أُضيفت قبل أسبوعين.
        [few] أُضيفت قبل { $count } أسابيع.
        [many] أُضيفت قبل { $count } أسبوعًا.
       *[other] أُضيفت قبل { $count } أسبوع.
    }
photo-added-months = { $count ->
        [zero] أُضيفت قبل أقل من شهر.
        [one] أُضيفت قبل شهر.
        [two] أُضيفت قبل شهرين.
        [few] أُضيفت قبل { $count } أشهر.
        [many] أُضيفت قبل { $count } شهرًا.
       *[other] أُضيفت قبل { $count } شهر.
    }
photo-added-years = { $count ->
        [zero] أُضيفت قبل أقل من سنة.
        [one] أُضيفت قبل سنة.
        [two] أُضيفت قبل سنتين.
        [few] أُضيفت قبل { $count } سنوات.
        [many] أُضيفت قبل { $count } سنة.
       *[other] أُضيفت قبل { $count } سنة.
    }
photo-door-looking-for-me = هذا الشخص يبحث عني
photo-door-i-know = أعرف هذا الشخص
photo-door-remove = هذه صورتي: أزيلوها
photo-door-wrong = هناك خطأ ما
photo-withdraw = أزيلوا صورتي بالرمز المكتوب على ورقتي
photo-download-open = احتفظ بهذه الصورة
photo-download-hint = لا تُرِها إلا لمن تثق بهم. لا تنشرها على الإنترنت.
photo-download = { $width ->
    [320] صورة صغيرة، { $width } في { $height } نقطة، { $kilobytes } كيلوبايت
    [640] صورة متوسطة، { $width } في { $height } نقطة، { $kilobytes } كيلوبايت
    [1280] صورة كبيرة، { $width } في { $height } نقطة، { $kilobytes } كيلوبايت
   *[other] صورة صغيرة جدًا، { $width } في { $height } نقطة، { $kilobytes } كيلوبايت
}
photo-download-unweighed = صورة، { $width } في { $height } نقطة
