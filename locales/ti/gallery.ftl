# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = ንስድራቤትኩም ብስእሊ ኣናድዩ

gallery-title = ስእልታት፣ ገጽ { $page } ካብ { $pages }
gallery-heading = ንዓኹም ዘናዲ ሰብ ኣሎ ዶ?
gallery-lead = እዞም ሰባት ንስድራቤቶም የናድዩ ኣለዉ። እትፈልጥዎ ሰብ ኣሎ ዶ? ነቲ ስእሊ ክፈትዎ እሞ ንገሩና።
gallery-count = { $count ->
        [one] { $count } ስእሊ
       *[other] { $count } ስእልታት
    }
gallery-any = ኩሉ
gallery-filter-open = ንመን ክትርእዩ ከም እትደልዩ ምረጹ
gallery-filter-seeking = ንመን የናድዩ ኣለዉ?
gallery-filter-sex = ኣብቲ ስእሊ መን ኣሎ?
gallery-filter-age = እዚ ሰብ ዕድሚኡ ክንደይ እዩ?
gallery-filter-place = እዚ ሰብ ካበይ እዩ?
gallery-filter-regions = ክፍልታት ዓለም
gallery-filter-countries = ሃገራት
gallery-filter-captcha = መጀመርታ ኣብ ምስሊ ዘለዉ ቁጽርታት ትጽሕፉ። ድሕሪኡ ንሓንቲ ሰዓት ክትመርጹ ትኽእሉ ኢኹም።
gallery-filter-show = ስእልታት ርኣዩ
gallery-chosen-label = ዝመረጽኩምዎ
gallery-chosen-remove = ነዚ ምርጫ ሰርዝዎ
gallery-chosen-sex = ኣብ ስእሊ፦ { $value }
gallery-chosen-age = ዕድመ፦ { $value }
gallery-chosen-place = መበቆል፦ { $value }
gallery-see-all = ኩሎም ስእልታት ርኣዩ
gallery-pictures-small = ዳታ (ኢንተርነት) ንምቑጣብ፣ ዝነኣሱ ስእልታት ርኣዩ
gallery-pictures-usual = ዝዓበዩ ስእልታት ርኣዩ
gallery-directory = ንናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ሕተቱ
gallery-none-title = በዚ ምርጫ ዝተረኽበ ስእሊ የለን
gallery-none-text = ምርጫታት ቀንሱ፣ ወይ ኩሎም ስእልታት ርኣዩ። ሓደስቲ ስእልታት ኣብ ነፍሲ ወከፍ ወርሒ ይመጹ።
gallery-empty-title = ገና ስእልታት የለዉን
gallery-empty-text = ጸኒሕኩም ተመለሱ። ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ግን ሕጂ ክሕግዙኹም ይኽእሉ እዮም።
gallery-unknown-title = ነዚ ምርጫ ኣይንፈልጦን ኢና
gallery-unknown-text = እቲ ኣድራሻ ኣባና ዘየለ ነገር ይሓትት ኣሎ። ኩሎም ስእልታት ክትርእዩ ትኽእሉ ኢኹም።
gallery-beyond-title = ካልእ ስእሊ የለን
gallery-beyond-text = እቶም ገጻት ቅድሚ እዚ ተወዲኦም። ካብ ቀዳማይ ገጽ እንደገና ጀምሩ።
gallery-hidden-title = ሕጂ ስእልታት ኣይነርእን ኣለና
gallery-hidden-text = ኩሎም ሰባት ገና ከም ዝተሰማምዑ ከነረጋግጽ ኣይከኣልናን። ክሳብ እነረጋግጽ፣ ንኹሎም ስእልታት ንሓብኦም።

number-open = ቁጽሪ ስእሊ ኣለኒ
number-hint = 8 ኣሃዛት ኣለዎ፣ ንኣብነት ኣብ ፖስተር ይርከብ። ከም 1፣ 2፣ 3 ዝኣመሰሉ ቁጽርታት ተጠቐሙ።
number-go = ነዚ ስእሊ ርኣይዎ
number-missing = ቁጽሪ ስእሊ ጽሓፉ
number-not-digits = ኣብ ቁጽሪ ስእሊ ኣሃዛት ጥራይ እዮም ዘለዉ
number-wrong-length = ቁጽሪ ስእሊ 8 ኣሃዛት ኣለዎ። እንደገና ቁጸርዎም።
number-wrong-digit = ሓደ ኣሃዝ ካልእ እዩ፣ ወይ ክልተ ኣሃዛት ቦታ ተለዋዊጦም። ነቲ ቁጽሪ እንደገና ርኣይዎ።
number-unknown = እዚ ቁጽሪ ዘለዎ ስእሊ የለን። ነቲ ቁጽሪ እንደገና ርኣይዎ።
