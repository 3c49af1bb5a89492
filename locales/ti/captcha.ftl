# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = ነቶም ቁጽርታት ጽሓፉ
captcha-why = ቅድሚ ምንዳይ፣ ቁጽርታት ክትጽሕፉ ንሓትት። እዚ ንፕሮግራማት ኮምፒዩተር የደናጕዮም።
captcha-cannot-explained = ነቶም ቁጽርታት ክትርእይዎም ኮነ ክትሰምዕዎም ኣይትኽእሉን ዲኹም? “እዚ ክገብር ኣይክእልን እየ” ጠውቑ። 20 ሰከንድ ትጽበዩ፣ ድሕሪኡ ትቕጽሉ።
captcha-crowded-title = ሕጂ ብዙሓት ሰባት ነዚ መስመር ኢንተርነት ይጥቀምሉ ኣለዉ
captcha-crowded-text = እቲ ምስሊ ከይመጸ ክተርፍ ይኽእል። ሽዑ “እዚ ክገብር ኣይክእልን እየ” ጠውቑ። ብእኡ እውን ክትቅጽሉ ትኽእሉ።
captcha-cookie-title = ንምንዳይ ሓደ ኩኪ የድሊ፣ ብራውዘርኩም ግን ኣይሰደደን።
captcha-cookie-text = ነዚ መርበብ ኩኪ ፍቐዱሉ፣ ቁጽርታት ድማ ጽሓፉ። ወይ ስእልታት ብዘይ ምንዳይ ርኣዩ።
captcha-digits-missing = ነቶም ቁጽርታት ጽሓፉ፣ ወይ “እዚ ክገብር ኣይክእልን እየ” ጠውቑ
captcha-digits-wrong = እቶም ቁጽርታት ካልኦት እዮም ነይሮም። እንሆ ሓደስቲ ቁጽርታት።
captcha-digits-expired = እቶም ቁጽርታት ግዜኦም ሓሊፉ። እንሆ ሓደስቲ ቁጽርታት።
captcha-digits-spent = እዞም ቁጽርታት ቅድሚ ሕጂ ኣገልጊሎም እዮም። እንሆ ሓደስቲ ቁጽርታት።
captcha-digits-moved = መስመር ኢንተርነትኩም ተቐይሩ። እንሆ ሓደስቲ ቁጽርታት።
captcha-digits-unavailable = ሕጂ ነቶም ቁጽርታት ከነረጋግጾም ኣይከኣልናን። ድሕሪ ሓንቲ ደቒቕ እንደገና ፈትኑ።

wait-title = ቁሩብ ተጸበዩ
wait-text = { $seconds ->
        [one] ድሕሪ { $seconds } ሰከንድ ትቕጽሉ።
       *[other] ድሕሪ { $seconds } ሰከንድ ትቕጽሉ።
    }
wait-button-hint = እቲ ገጽ ባዕሉ ይቕጽል። እንተ ዘይቀጺሉ፣ ነቲ መጠወቒ ጠውቕዎ።
