# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = ስእሊ { $number }
photo-back = ኩሎም ስእልታት
photo-age = ዕድመ
photo-origin = መበቆል
photo-added-this-week = እዚ ስእሊ ኣብዚ ሰሙን እዚ ተወሲኹ።
photo-added-weeks = { $count ->
        [one] ቅድሚ { $count } ሰሙን ተወሲኹ።
       *[other] ቅድሚ { $count } ሰሙናት ተወሲኹ።
    }
photo-added-months = { $count ->
        [one] ቅድሚ { $count } ወርሒ ተወሲኹ።
       *[other] ቅድሚ { $count } ኣዋርሕ ተወሲኹ።
    }
photo-added-years = { $count ->
        [one] ቅድሚ { $count } ዓመት ተወሲኹ።
       *[other] ቅድሚ { $count } ዓመታት ተወሲኹ።
    }
photo-door-looking-for-me = እዚ ሰብ ንዓይ የናዲ ኣሎ
photo-door-i-know = ነዚ ሰብ እፈልጦ እየ
photo-door-remove = እዚ ስእለይ እዩ፦ ኣልግሱለይ
photo-door-wrong = ገለ ጸገም ኣሎ
photo-withdraw = ኣብቲ ዝተዋህበኒ ወረቐት ብዘሎ ኮድ ስእለይ ከልግስ እደሊ
photo-download-open = ነዚ ስእሊ ዕቀብዎ
photo-download-hint = ንእትኣምንዎም ሰባት ጥራይ ኣርእይዎም። ኣብ ኢንተርነት ኣይትዘርግሕዎ።
photo-download = { $width ->
    [320] ንእሽቶ ስእሊ፣ { $width } ብ { $height } ነጥብታት፣ { $kilobytes } ኪሎባይት
    [640] ማእከላይ ስእሊ፣ { $width } ብ { $height } ነጥብታት፣ { $kilobytes } ኪሎባይት
    [1280] ዓቢ ስእሊ፣ { $width } ብ { $height } ነጥብታት፣ { $kilobytes } ኪሎባይት
   *[other] ኣዝዩ ንእሽቶ ስእሊ፣ { $width } ብ { $height } ነጥብታት፣ { $kilobytes } ኪሎባይት
}
photo-download-unweighed = ስእሊ፣ { $width } ብ { $height } ነጥብታት
