# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = መልእኽትኹም
return-code = ኮድኩም ጽሓፉ
return-code-hint = ኩሎም ኣሃዛቱ ጽሓፉ። ክፍቲ ቦታ ወይ ሓጺር መስመር (-) ኣብ መንጎ ክትገብሩ ትኽእሉ ኢኹም።
return-code-missing = ኮድኩም ጽሓፉ።
return-code-not-digits = ኣብ ኮድ ኣሃዛት ጥራይ እዮም ዘለዉ። እንደገና ርኣይዎ።
return-code-length = ዝጎደሉ ኣሃዛት ኣለዉ፣ ወይ በዚሖም። ምስ ኮድኩም ኣነጻጽርዎም።
return-code-check-digit = ሓደ ኣሃዝ ጌጋ እዩ፣ ወይ ክልተ ኣሃዛት ቦታ ተለዋዊጦም። ምስ ኮድኩም ኣነጻጽርዎም።
return-code-unknown = በዚ ኮድ ዝረኸብናዮ ነገር የለን። ድሮ ተደምሲሱ ክኸውን ይኽእል።
return-over = ንምቕጻል ኮድኩም እንደገና ጽሓፉ።
return-kept = ዝጸሓፍኩምዎ ኣይጠፍአን። ንምቕጻል ኮድኩም ጽሓፉ።
return-busy-title = ሕጂ ብዙሓት ሰባት ኣብዚ ኣለዉ
return-busy-text = ድሕሪ ሓንቲ ደቒቕ እንደገና ፈትኑ። መልእኽትኹም ብድሕነት ኣሎ።
return-wait-title = 20 ሰከንድ ተጸበዩ
return-wait-text = ድሕሪኡ “ቀጽሉ” ጠውቑ። እቲ ምስሊ ኣየድልየኩምን እዩ።
return-captcha-why = እዚ፣ ሓደ ሰብ ብግምት ናይ ካልኦት ኮድ ከይረክብ ይከላኸል።
return-lost-heading = እቲ ኮድ ጠፊኡኩም ድዩ?
return-lost-text = ካብቲ ስእሊ ሓድሽ መልእኽቲ ክትሰዱ ትኽእሉ ኢኹም።
return-withdraw-link = ናተይ ስእሊ ኣብዚ ኣሎ፣ ከልግሶ ድማ እደሊ

return-heading = መልእኽትኹም
return-state-received = መልእኽትኹም በጺሑና ኣሎ
return-state-received-text = ሓደ ሰራሕተኛ ክሳብ ዘንብቦ ይጽበ ኣሎ።
return-state-being-read = መልእኽትኹም ይንበብ ኣሎ
return-state-being-read-text = ሓደ ሰራሕተኛ ይሰርሓሉ ኣሎ።
return-state-question = ንዓኹም ሕቶ ኣለና
return-state-question-text = ኣብ ታሕቲ ኣንብብዎ፣ ምስ ከኣልኩም ድማ መልሲ ሃቡ።
return-state-closed = ኣብ መልእኽትኹም ዝነበረና ስራሕ ወዲእና
return-state-closed-text = ስለ ዝሓገዝኩምና ነመስግነኩም። ድሕሪ ዝተወሰነ ግዜ ይድምሰስ።
return-thread = ዝተጻሕፈ
return-from-staff = ካባና
return-own = መልሲ ሰዲድኩም
return-delete = ነዚ መልሲ ደምስስዎ
return-ago-now = ገና ሓንቲ ሰዓት ኣይመልአን
return-ago-hours = { $count ->
        [one] ቅድሚ { $count } ሰዓት
       *[other] ቅድሚ { $count } ሰዓታት
    }
return-ago-days = { $count ->
        [one] ቅድሚ { $count } መዓልቲ
       *[other] ቅድሚ { $count } መዓልታት
    }
return-answer = መልስኹም
return-write = ተወሳኺ ክትነግሩና ትደልዩ ዶ?
return-answer-hint = ንድሕነትኩም፣ ምስ ሰደድኩምዎ ኣብዚ ኣይረአን።
return-answer-missing = ቅድሚ ምስዳድኩም መልሲ ጽሓፉ።
return-answer-long = እዚ ጽሑፍ ኣዝዩ ነዊሕ እዩ። ክሳብ 4,000 ፊደላት ጥራይ ጽሓፉ።
return-answer-often = ሎሚ ብዙሓት መልስታት ሰዲድኩም ኣለኹም። ጽባሕ እንደገና ፈትኑ። እዚ መልሲ ገና ኣብዚ ኣሎ።
return-closed-answer = ሕጂ እውን ክትጽሕፉልና ትኽእሉ ኢኹም። ሽዑ ንመልእኽትኹም ዳግማይ ክንርእዮ ኢና።
return-caller-check-heading = ናትኩም ቁጽሪ መረጋገጺ ደዋሊ
return-finish = ወዲአ ኣለኹ
return-sent-title = መልስኹም ተዓቂቡ ኣሎ
return-sent-text = ክኸፍትዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ጥራይ እዮም።
return-deleted-title = መልስኹም ተደምሲሱ ኣሎ
return-deleted-text = ንሓዋሩ ጠፊኡ እዩ።
return-erase-open = ንምሉእ መልእኽተይ ደምስሱለይ
return-erase-title = ንመልእኽትኹም ክንድምስሶ ዶ?
return-erase-text = ዝጸሓፍኩምልና ኩሉ ይድምሰስ፣ መልስታትና እውን ይድምሰስ። ድሕሪኡ ከነንብቦ ወይ ብእኡ ክንሕግዘኩም ኣይንኽእልን።
return-erase-seen = ሰራሕተኛታት ድሮ ኣንቢቦምዎ ክኾኑ ይኽእሉ። ብዛዕባኡ ባዕሎም ዝጸሓፍዎ ጸኒሑ ይድምሰስ።
return-erase-now = እወ፣ ንኹሉ ደምስስዎ
return-erase-keep = ኣይፋል፣ ይጽናሕ
return-erased-heading = መልእኽትኹም ተደምሲሱ ኣሎ
return-erased-text = ዝጸሓፍኩምዎ ኩሉ ጠፊኡ እዩ፣ ኮድኩም ድማ ድሕሪ ሕጂ ኣይሰርሕን።
return-erased-again = ሓሳብኩም እንተ ቐይርኩም፣ ካብቲ ስእሊ እንደገና ክትጽሕፉልና ትኽእሉ ኢኹም።
return-not-saved-title = ኣይተዓቀበን
return-not-saved-text = መልስኹም ገና ኣብዚ ኣሎ። ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ።
