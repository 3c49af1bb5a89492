# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = Sawirka { $number }
photo-back = Dhammaan sawirrada
photo-age = Da’da
photo-origin = Ka soo jeeda
photo-added-this-week = Sawirkan toddobaadkan ayaa la soo geliyay.
photo-added-weeks = { $count ->
        [one] Waxaa la soo geliyay toddobaad ka hor.
       *[other] Waxaa la soo geliyay { $count } toddobaad ka hor.
    }
photo-added-months = { $count ->
        [one] Waxaa la soo geliyay bil ka hor.
       *[other] Waxaa la soo geliyay { $count } bilood ka hor.
    }
photo-added-years = { $count ->
        [one] Waxaa la soo geliyay sannad ka hor.
       *[other] Waxaa la soo geliyay { $count } sannadood ka hor.
    }
photo-door-looking-for-me = Qofkani aniga ayuu i raadinayaa
photo-door-i-know = Qofkan waan aqaan
photo-door-remove = Kani waa sawirkayga: ka saar
photo-door-wrong = Wax baa khaldan
photo-withdraw = Sawirkayga kaga saar koodka warqaddayda ku qoran
photo-download-open = Sawirkan kaydso
photo-download-hint = Tus oo keliya dadka aad ku kalsoon tahay. Internetka ha gelin.
photo-download = { $width ->
    [320] Sawir yar: ballac { $width }, dherer { $height } dhibcood, { $kilobytes } kB
    [640] Sawir dhexdhexaad ah: ballac { $width }, dherer { $height } dhibcood, { $kilobytes } kB
    [1280] Sawir weyn: ballac { $width }, dherer { $height } dhibcood, { $kilobytes } kB
   *[other] Sawir aad u yar: ballac { $width }, dherer { $height } dhibcood, { $kilobytes } kB
}
photo-download-unweighed = Sawir: ballac { $width }, dherer { $height } dhibcood
