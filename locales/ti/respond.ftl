# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = መልእኽትኹም

respond-lead-looking-for-me = መን ምዃንኩም ንገሩና። ከንብብዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ጥራይ እዮም።
respond-lead-i-know = እትፈልጥዎ ንገሩና። ከንብብዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ጥራይ እዮም።
respond-lead-remove-my-photo = ነዚ ስእሊ ብዝተኻእለና ቅልጣፈ ነልግሶ።
respond-lead-something-wrong = ንገሩና፣ ንሕና ድማ ንርእዮ።

respond-have-code-title = ኣብቲ ዝተዋህበኩም ወረቐት ዘሎ ኮድ ኣለኩም ዶ?
respond-have-code-text = በቲ ኮድ፣ እቲ ስእሊ ብኡንብኡ ካብዚ ይጠፍእ።
respond-have-code-link = ሕጂ በቲ ኮድ ኣልግስዎ

respond-relation = ነቲ ኣብዚ ስእሊ ዘሎ ሰብ እንታዩ ኢኹም?
respond-relation-other = ዘመድ ዘይኮነ ካልእ ሰብ
respond-relation-in-words = ብናትኩም ቃላት ግለጹ
respond-relation-in-words-hint = ንኣብነት፦ ጎረቤቱ፣ መምህራ፣ ወዲ ሓፍታ።
respond-relation-missing = ሓደ ምረጹ። “ኣይፈልጥን” ክትመርጹ እውን ትኽእሉ ኢኹም።
respond-relation-in-words-long = እዚ ጽሑፍ ኣዝዩ ነዊሕ እዩ። ክሳብ 100 ፊደላት ጥራይ ጽሓፉ።

respond-story-looking-for-me = ብዛዕባኹም
respond-story-i-know = እትፈልጥዎ
respond-story-remove-my-photo = ነዚ ስእሊ ኣልግስዎ
respond-story-something-wrong = ገለ ጸገም ኣሎ

respond-name = ስምኩም
respond-name-hint = ከም ልማድኩም ጽሓፍዎ፣ ብዝኾነ ፊደል።
respond-name-missing = ስምኩም ጽሓፉ፣ ወይ “ስመይ ክነግር ኣይደልን” ምረጹ።
respond-name-long = እዚ ስም ኣዝዩ ነዊሕ እዩ። ክሳብ 200 ፊደላት ጥራይ ጽሓፉ።
respond-no-name = ስመይ ክነግር ኣይደልን

respond-message-looking-for-me = እዚ ሰብ ንዓኹም የናዲ ከም ዘሎ ስለምንታይ ትሓስቡ?
respond-message-i-know = ብዛዕባ እዚ ሰብ እንታይ ትፈልጡ?
respond-message-hint = ንኣብነት፦ በሰላ፣ ሳጓ፣ ኣብቲ ስድራቤት ካልእ መን ከም ዘሎ። ብዝኾነ ቋንቋ ጽሓፉ።
respond-message-hint-plain = ብዝኾነ ቋንቋ ጽሓፉ።
respond-message-wrong = እንታይ ጸገም ኣሎ?
respond-message-remove = ክንፈልጦ ዘለና ነገር ኣሎ ዶ?
respond-message-missing = ክንርድኣኩም ምእንቲ፣ ቁሩብ ቃላት ጽሓፉ።
respond-message-long = እዚ ጽሑፍ ኣዝዩ ነዊሕ እዩ። ክሳብ 4,000 ፊደላት ጥራይ ጽሓፉ።
respond-message-told = ዝጸሓፍኩምዎ

respond-danger = ብዛዕባ ቆልዓ (ትሕቲ 18 ዓመት) እዩ፣ ወይ ኣብ ሓደጋ ዘሎ ሰብ ኣሎ
respond-danger-hint = ከምዚ ዝበሉ መልእኽትታት ቅድሚ ኩሉ ንርእዮም።
respond-danger-told = ብዛዕባ ቆልዓ (ትሕቲ 18 ዓመት) እዩ፣ ወይ ኣብ ሓደጋ ዘሎ ሰብ ኣሎ

respond-contact = ብኸመይ ክንረኽበኩም ንኽእል?
respond-contact-legend = ሓደ መንገዲ ምረጹ
respond-by-phone = ብስልኪ
respond-by-phone-hint = ቁጽርኹም ኣብ ታሕቲ ጽሓፉ።
respond-by-email = ብኢመይል
respond-by-email-hint = ኣድራሻኹም ኣብ ታሕቲ ጽሓፉ።
respond-by-code = ብኮድ ጥራይ
respond-by-code-hint = ሕቶታትና ንምንባብ ናብዚ ዌብሳይት ትምለሱ።
respond-contact-missing = ብኸመይ ክንረኽበኩም ከም እንኽእል ምረጹ።
respond-contact-told = ብኸመይ ከም እንረኽበኩም
respond-phone = ቁጽሪ ስልኪ
respond-phone-hint = ስልኪ እንተ መሪጽኩም ጥራይ። እንተ ክኢልኩም፣ ብኮድ ሃገር ጀምሩ።
respond-phone-missing = ቁጽሪ ስልክኹም ጽሓፉ፣ ወይ ካልእ መንገዲ ምረጹ።
respond-phone-long = እዚ ቁጽሪ ኣዝዩ ነዊሕ እዩ። ክሳብ 60 ኣሃዛትን ምልክታትን ጥራይ ጽሓፉ።
respond-email = ኢመይል ኣድራሻ
respond-email-hint = ኢመይል እንተ መሪጽኩም ጥራይ።
respond-email-missing = ኢመይል ኣድራሻኹም ጽሓፉ፣ ወይ ካልእ መንገዲ ምረጹ።
respond-email-wrong = ነቲ ኣድራሻ እንደገና ርኣይዎ። @ ክህልዎ ኣለዎ፣ ክፍቲ ቦታ ግን ኣይሃልዎ።
respond-email-long = እዚ ኣድራሻ ኣዝዩ ነዊሕ እዩ።

respond-safe-contact = ብኸመይ ብድሕነት ክንድውለልኩም ንኽእል?
respond-only-mine = እዚ ስልኪ ናትኩም ጥራይ ድዩ?
respond-may-leave-message = መልእኽቲ ክንገድፈልኩም ንኽእል ዶ?
respond-good-times = ክንድውል ዝጥዕመኩም ግዜ መዓስ እዩ?
respond-good-times-hint = ንኣብነት፦ ምሸት ይጥዕመኒ፣ ዓርቢ ግን ፈጺሙ ኣይጥዕመንን።
respond-times-long = እዚ ጽሑፍ ኣዝዩ ነዊሕ እዩ። ክሳብ 100 ፊደላት ጥራይ ጽሓፉ።

respond-check = መልስታትኩም ርኣዩ
respond-check-lead = ቅድሚ ምስዳድኩም ንነፍሲ ወከፍ መልሲ ክትቅይርዎ ትኽእሉ ኢኹም።
respond-change = ቀይሩ
respond-nothing = ዝተጻሕፈ የለን
respond-check-remove = ስእሊ { $number } ክነልግስ ትሓቱና ኣለኹም
respond-who-reads = ነዚ ከንብብዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ጥራይ እዮም።
respond-captcha-why = እዚ፣ ሰባት ባዕሎም ዝጸሓፍዎ መልእኽትታት ቅድም ንኸነንብብ ይሕግዘና።
respond-slow-title = መልእኽትኹም ብዘይ ቁጽርታት ክትሰዱ ትኽእሉ ኢኹም
respond-slow-text = ንምንባቡ ቁሩብ ዝያዳ ግዜ ክወስደልና ይኽእል እዩ። መልእኽትኹም ግን ኣይጠፍእን።
respond-slow-first = ኮይኑ ግን መልእኽትኹም ቅድሚ ኩሉ ንርእዮ። መልእኽትኹም ኣይጠፍእን።
respond-slow-crowd = ብሓደ ግዜ ብጣዕሚ ብዙሓት መልእኽትታት እንተመጺኦም፣ ቅድም እቶም ቁጽርታቶም ዝተረጋገጹ ነንብብ።
respond-digits-needed = ሕጂ ቦታ ጸቢቡና ኣሎ። ነቶም ቁጽርታት ምስ ጸሓፍኩም መልእኽትኹም ይዕቀብ።

respond-old-title = እዚ ገጽ ንነዊሕ ግዜ ተኸፊቱ ጸኒሑ
respond-old-text = መልስታትኩም ገና ኣብዚ ኣለዉ። እንደገና ርኣይዎም።

respond-not-saved-title = ኣይተዓቀበን
respond-not-saved-text = መልእኽትኹም ኣይበጽሓናን። ዝጠፍአ ግን የለን፦ ገና ኣብዚ ገጽ ኣሎ።
respond-not-saved-heading = ሕጂ መልእኽትኹም ክንዕቅቦ ኣይከኣልናን
respond-not-saved-lead = ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ። ወይ ናብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ደውሉ።
respond-not-saved-typed = ዝጸሓፍኩምዎ
respond-try-again = እንደገና ፈትኑ

respond-lost-title = እዚ ቅጥዒ ድሕሪ ሕጂ ክፉት ኣይኮነን
respond-lost-text = ኮድ ርኢኹም ዲኹም? እምበኣር መልእኽትኹም ተላኢኹ ኣሎ። እንተዘይርኢኹም ካብቲ ስእሊ እንደገና ጀምሩ።
respond-lost-typed = ኣብቲ ናይ መወዳእታ ገጽ ዝጸሓፍኩምዎ እዚ እዩ
respond-lost-photos = ናብ ስእልታት ኪዱ
respond-lost-again = እንደገና ጀምሩ

respond-sent-title = መልእኽትኹም ተላኢኹ ኣሎ
respond-sent-text = ወዲእኩም ኣለኹም።

respond-cookie-title = ሓንሳብ እንደገና ርኣዩ፣ ድሕሪኡ ደጊምኩም ጠውቑ
respond-cookie-text = ኩኪ ናይዚ ቅጥዒ ኣይነበረን ወይ ኣይሰማምዐን። ዝጸሓፍኩሞ ገና ኣብዚ ኣሎ።
respond-cookie-off = ብራውዘርኩም ኩኪ ኣይቅበልን ድዩ? ይኹን እምበር ክትቅጽሉ ትኽእሉ።
