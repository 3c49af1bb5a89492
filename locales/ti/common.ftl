# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = ናብ ትሕዝቶ ኪዱ
title-error = ጌጋ፦
title-part = { $title }፣ ክፋል { $part }
back = ተመለሱ
menu-label = ቀንዲ ገጻት
menu-photos = ስእልታት
menu-return = መልእኽተይ
menu-safety = ድሕነትኩም
menu-help = ሓገዝ
languages-label = ቋንቋታት
languages-jump = ካልኦት ቋንቋታት

# The safety lines: translate these first, and have them read by a native speaker.
free-line = ኣገልግሎትና ብናጻ እዩ። ገንዘብ ፈጺምና ኣይንሓትትን።
caller-check-rule = ክንድውለልኩም ከለና፣ መጀመርታ ንሕና ኢና ናትኩም ቁጽሪ መረጋገጺ ደዋሊ ንነግረኩም። እቲ ቁጽሪ እንተ ዘይተነጊሩኩም ወይ ጌጋ እንተ ኾይኑ፣ ስልኪ ዕጸዉ።
leave-label = ቅልጡፍ መውጽኢ
leave-now = ሕጂ ካብዚ ገጽ ውጽኡ
leave-explained = “ሕጂ ካብዚ ገጽ ውጽኡ” ናይ ኩነታት ኣየር ገጽ ይኸፍት። ኣብዚ ዝጸሓፍኩምዎ ድማ ይድምሰስ።
child-note = ዕድመኹም ትሕቲ 18 ዓመት ድዩ? ንእትኣምንዎ ዓቢ ሰብ ምሳኹም ኮፍ ክብል ክትሓትዎ ትኽእሉ ኢኹም።

foot-safety = ድሕነትኩም ብኸመይ ከም እንሕሉ
foot-privacy = እንታይ ከም እንዕቅብን ንኽንደይ ግዜን
foot-directory = ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ርኸቡ
foot-questions = ሕቶታትን መልስታትን
foot-scams = ሓገዝቲ መሲሎም ገንዘብ ዝደልዩ ሰባት
foot-clear = ኣሰርኩም ካብዚ ስልኪ ብኸመይ ከም እትድምስሱ
foot-posters = ክትሓትምዎም እትኽእሉ ፖስተራት
foot-about = ብዛዕባ እዚ ዌብሳይት

form-errors-title = ነዚ እንደገና ርኣይዎ
form-error-spoken = ጌጋ፦
form-optional = (ባዶ ክትገድፍዎ ትኽእሉ)
form-continue = ቀጽሉ
form-send = ስደዱ
form-save = ዕቀቡ
form-cancel = ኣቋርጹ
form-yes = እወ
form-no = ኣይፋል
form-unknown = ኣይፈልጥን
form-letters-too-many = { $count ->
        [one] { $count } ፊደል ትርፊ ኣሎ።
       *[other] { $count } ፊደላት ትርፊ ኣለዉ።
    }

captcha-label = ኣብቲ ምስሊ ዘለዉ ቁጽርታት ጽሓፉ
captcha-hint = ከም 1፣ 2፣ 3 ዝኣመሰሉ ቁጽርታት ተጠቐሙ።
captcha-picture-alt = ቁጽርታት ዘለዎ ምስሊ። ነቶም ቁጽርታት ክትሰምዕዎም እውን ትኽእሉ ኢኹም።
captcha-listen = ነቶም ቁጽርታት ስምዕዎም
captcha-listen-in = ነቶም ቁጽርታት በዚ ቋንቋ ስምዕዎም፦ { $language }
captcha-another = ካልእ ምስሊ ርኣዩ
captcha-cannot = እዚ ክገብር ኣይክእልን እየ

listen-page = ነዚ ገጽ ስምዕዎ
listen-stop = ምንባብ ኣቋርጹ

code-copy = ቅድሑ
code-copied = ተቐዲሑ
code-print = ሕተሙ

photo-number-label = ቁጽሪ ስእሊ

pager-label = ገጻት
pager-previous = ዝሓለፈ ገጽ
pager-next = ዝቕጽል ገጽ
pager-page = ገጽ { $page }
pager-current = ገጽ { $page }፣ ሕጂ ኣብኡ ኣለኹም
