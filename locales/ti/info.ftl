# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.

directory-title = ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ርኸቡ
directory-lead = ክትድውሉ፣ ክትጽሕፉ ወይ ብኣካል ክትከዱ ትኽእሉ ኢኹም። ሓገዞም ብናጻ እዩ።
directory-languages = ቋንቋታት፦ { $languages }
directory-offers = እንታይ ከም ዝገብሩልኩም
directory-offers-search = ምሳኹም ኮይኖም ንስድራቤትኩም የናድዩ።
directory-offers-photo = እንተ ደሊኹም፣ ስእልኹም ኣብዚ ከርእዩ ይኽእሉ።
directory-offers-messages = ኣብ መንጎ ስድራቤታት መልእኽትታት የብጽሑ።
directory-offers-calls = ካብኡ ናብ ስድራቤትኩም ክትድውሉ ትኽእሉ ኢኹም።
directory-offers-detention = ብዛዕባ ኣብ ቤት ማእሰርቲ ዘለዉ ወይ ዝተታሕዙ ሰባት ክሓትቱ ይኽእሉ።
directory-offers-children = በይኖም ንዘለዉ ቆልዑ ይሕግዙ።
directory-none = እቲ ዝርዝር ሕጂ ባዶ እዩ። ኣብ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኣበይ ከም ዘሎ ሕተቱ።
directory-other = ሃገርኩም ኣብዚ የላን ድያ? ናብቲ ኣብ ቀረባኹም ዘሎ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኪዱ። ንሶም ክረኽቡና ይኽእሉ እዮም።

safety-title = ድሕነትኩም
safety-money-title = ገንዘብ ፈጺምና ኣይንሓትትን
safety-money-text = ስድራቤትኩም ንምርካብ ገንዘብ ዝሓትት ሰብ ኣሎ ዶ? ንሕና ኣይኮንናን። ገንዘብ ኣይትኽፈሉ፣ ንዓና ድማ ንገሩና።
safety-call-title = ዝድውል ዘሎ ብሓቂ ንሕና ዲና?
safety-call-text = እዚ ቁጽሪ፣ መልእኽቲ ምስ ሰደድኩምልና ትርእይዎ። ንዝደወለልኩም ሰብ ፈጺምኩም ኣይትንገርዎ። ንሕና ኢና ንዓኹም ንነግረኩም።
safety-shown-title = ካልኦት እንታይ ክርእዩ ይኽእሉ
safety-shown-text = ምስቲ ስእሊ ስም ኮነ ቦታ ኣይጽሓፍን። እቲ ሰብ ሕጂ ኣበይ ከም ዘሎ ፈጺሙ ኣይንገርን።
safety-sealed-text = መልእኽትኹም ተቖሊፉ እዩ ዝዕቀብ። ክኸፍትዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ናይ ሓደ ማሕበር ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ጥራይ እዮም።
safety-phone-title = ካልኦት እውን ብስልክኹም ዝጥቀሙ እንተ ኾይኖም
safety-phone-text = ቁጽሪ ስልኪ ክትህቡ ግድን ኣይኮነን። መልስና ንምንባብ ኮድ ጥራይ ይኣክል።
safety-history-text = ብራውዘርኩም ዝኸፈትኩምዎም ገጻት ይዝክር። ነቲ ታሪኽ (ሂስትሪ) ደምስስዎ፣ ወይ ብሕታዊ (ፕራይቨት) መስኮት ተጠቐሙ።
safety-scams-link = ሓገዝቲ መሲሎም ንዝቐርቡ ሰባት ብኸመይ ከም እተለልይዎም
safety-clear-link = ኣሰርኩም ካብዚ ስልኪ ብኸመይ ከም እትድምስሱ
safety-contact-title = ከይሓተትናኩም ምስ ሰብ ኣይነራኽበኩምን
safety-contact-text = ሰራሕተኛታትና ቅድም ምስ ክልቲኡ ወገን ይዛረቡ። እወ እንተ ዘይበልኩም፣ ቁጽርኹም ወይ ኣድራሻኹም ንዋላ ሓደ ሰብ ኣይወሃብን።
safety-danger-title = ሕጂ ኣብ ሓደጋ እንተ ሃሊኹም
safety-danger-text = ንሕና ብኡንብኡ ክንመጽእ ኣይንኽእልን ኢና። ኣብ ጥቓኹም ዘለዉ ካልኦት ሕጂ ክሕግዙኹም ይኽእሉ።

privacy-title = እንታይ ከም እንዕቅብን ንኽንደይ ግዜን
privacy-look-title = ስእልታት ክትርእዩ ከለኹም
privacy-look-text = ብዛዕባኹም ዋላ ሓንቲ ኣይንዕቅብን። ናይ ኢንተርነት ኣድራሻኹም ኣይንጽሕፎን። ክንደይ ሰባት ከም ዝርእዩ ኣይንቖጽርን።
privacy-cookie-text = ቅጥዒ ንምምላእ ወይ ንምንዳይ ሓደ “ኩኪ” (ኣብ ብራውዘር ዝጽሓፍ ንእሽቶ ምልክት) የድሊ። ምስ ወዳእኩም፣ ወይ ድሕሪ ሓደ መዓልቲ ይጠፍእ። ካልእ ሰብ ከንብቦ ኣይክእልን።
privacy-write-title = ንዓና ክትጽሕፉ ከለኹም
privacy-write-text = ጽሑፍኩም ብኡንብኡ ይቑለፍ። ክሳብ ዝጠቅም ጥራይ ንዕቅቦ።
privacy-write-unsent = ክሳብ እትሰዱዎ፣ እትጽሕፍዎ ተቖሊፉ ኣብ ሰርቨርና ይዕቀብ።
privacy-write-unsent-gone = ብዘይ ኩኪ ናይዚ ብራውዘር ማንም ክኸፍቶ ኣይክእልን። ድሕሪ ናይ መወዳእታ ስጉምትኹም ክልተ ሰዓት ይድምሰስ።
privacy-write-unopened = ገና ዝኸፈቶ ሰብ ዘየለ መልእኽቲ፣ ክሳብ ዝኽፈት ይጸንሕ።
privacy-write-nomatch = { $days ->
        [one] ናብ ዋላ ሓደ ሰብ ዘየብጽሓና መልእኽቲ፣ ምስ ዓጸናዮ ድሕሪ { $days } መዓልቲ ይድምሰስ።
       *[other] ናብ ዋላ ሓደ ሰብ ዘየብጽሓና መልእኽቲ፣ ምስ ዓጸናዮ ድሕሪ { $days } መዓልቲ ይድምሰስ።
    }
privacy-write-closed = { $days ->
        [one] ካልኦት መልእኽትታት፣ ምስ ዓጸናዮም ድሕሪ { $days } መዓልቲ ይድምሰሱ።
       *[other] ካልኦት መልእኽትታት፣ ምስ ዓጸናዮም ድሕሪ { $days } መዓልቲ ይድምሰሱ።
    }
privacy-write-delete = ኣብ ዝኾነ ግዜ ብኮድኩም መልእኽትኹም ወይ ሓደ መልሲ ክትድምስሱ ትኽእሉ ኢኹም።
privacy-photo-title = ስእልኹም ኣብዚ እንተ ሃልዩ
privacy-photo-text = ስእልኹም ኣብዚ ዘሎ፣ ስለ ዝተሰማማዕኩም ጥራይ እዩ።
privacy-photo-consent = { $months ->
        [12] ስምምዕኩም እንተ ነውሐ ሓደ ዓመት ይጸንሕ። ድሕሪኡ እንደገና ንሓተኩም።
        [24] ስምምዕኩም እንተ ነውሐ ክልተ ዓመት ይጸንሕ። ድሕሪኡ እንደገና ንሓተኩም።
        [one] ስምምዕኩም እንተ ነውሐ ሓደ ወርሒ ይጸንሕ። ድሕሪኡ እንደገና ንሓተኩም።
       *[other] ስምምዕኩም እንተ ነውሐ { $months } ኣዋርሕ ይጸንሕ። ድሕሪኡ እንደገና ንሓተኩም።
    }
privacy-photo-end = ኣይፋል እንተ ኢልኩም፣ ስእልኹም ብኡንብኡ ካብዚ ዌብሳይት ነልግሶ። ፋይል ናይቲ ስእሊ ድማ ኣብ ውሽጢ ደቓይቕ ይድምሰስ።
privacy-photo-file = { $days ->
        [one] ኣብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ዘሎ መዝገብኩም፣ ድሕሪኡ ኣብ { $days } መዓልቲ ይድምሰስ።
       *[other] ኣብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ዘሎ መዝገብኩም፣ ድሕሪኡ ኣብ { $days } መዓልቲ ይድምሰስ።
    }
privacy-never-title = ፈጺምና ዘይንገብሮ ነገራት
privacy-never-text = ዋላ ሓንቲ ኣይንሸይጥን፣ መወዓውዒ እውን ኣይነርእን። ንገጽ ሰባት ብኮምፒዩተር ኣይነነጻጽርን።

scams-title = ሓገዝቲ መሲሎም ገንዘብ ዝደልዩ ሰባት
scams-lead = ሓደሓደ ሰባት ንዓና መሲሎም ይቐርቡ፣ ወይ ንስድራቤትኩም ረኺብናዮም ኣለና ይብሉ። ገንዘብኩም እዮም ዝደልዩ።
scams-signs-title = ብኸመይ ከም እተለልይዎም
scams-sign-money = ገንዘብ፣ ካርድ ስልኪ ወይ ቁጽሪ ካርድ ባንኪ ይሓቱ።
scams-sign-number = ቅድሚ ሕጂ ጽሒፍኩምልና ነይርኩም፣ ንሶም ግን ናትኩም ቁጽሪ መረጋገጺ ደዋሊ ክነግሩኹም ኣይክእሉን።
scams-sign-code = ብስልኪ ወይ ብመልእኽቲ፣ ኮድኩም ወይ ስእሊ ናይ መንነት ወረቓቕትኹም ይሓቱ።
scams-sign-hurry = “ቀልጥፉ” ወይ “ንሰብ ኣይትንገሩ” ይብሉኹም።
scams-do-title = እንታይ ክትገብሩ ትኽእሉ
scams-do-stop = ዋላ ሓንቲ ኣይትኽፈሉ። ስልኪ ዕጸዉ፣ ደጊምኩም ድማ ኣይትመልሱሎም።
scams-do-keep = ቁጽሮምን ዝጸሓፉልኩም ነገርን ዕቀብዎ።
scams-do-tell = ንናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ንገሩ። ናትኩም ጌጋ ኣይኮነን፣ ንዓኹም ጥራይ እውን ኣይኮነን ዘጋጠመ።
scams-threat-title = “ንዘመድኩም ሒዘ ኣለኹ” ዝብል ሰብ እንተ ሃልዩ
scams-threat-text = ቅድሚ ዋላ ሓንቲ ምኽፋልኩም፣ ምስ እትኣምንዎ ሰብ ተዘራረቡ። ንድሕነትኩም ዘየስግእ እንተ ኾይኑ፣ ናብ ፖሊስ ደውሉ። ንዓና እውን ንገሩና።

clear-title = ኣሰርኩም ካብዚ ስልኪ ብኸመይ ከም እትድምስሱ
clear-lead = በዚ ስልኪ ካልኦት ሰባት ይጥቀሙ ዶ? ምስ ወዳእኩም እዚ ግበሩ።
clear-fast-title = ክትቅልጥፉ ዘድልየኩም እንተ ኾይኑ
clear-fast-text = “ሕጂ ካብዚ ገጽ ውጽኡ” ጠውቑ። ካልእ ገጽ ይኽፈት። ጽሒፍኩም ዘይሰደድኩምዎ ድማ ይድምሰስ።
clear-history-title = ብራውዘር ዝዝክሮ ደምስሱ
clear-history-dots = ኣብ መብዛሕትኡ ስልኪ፦ ኣብ ብራውዘር ሰለስተ ነጥብታት ወይ መስመራት ዘለዎ ዝርዝር (ሜኑ) ክፈቱ። ታሪኽ (ሂስትሪ) ክፈቱ እሞ፣ ኣብዚ ዝነበርኩምሉ ሰዓታት ደምስሱ።
clear-history-iphone = ኣብ ኣይፎን (iPhone)፦ ሰቲንግስ ክፈቱ፣ ድሕሪኡ ሳፋሪ (Safari) ኣናድዩ። ታሪኽን ናይ ዌብሳይት ዳታን ምድምሳስ ምረጹ።
clear-files-title = ዝዓቀብኩምዎ ደምስሱ
clear-files-text = ኣብቶም ዝወረዱ ፋይላት (ዳውንሎድ) ካብዚ ዌብሳይት ዝመጸ ስእልን note.txt ዝበሃል ፋይልን ኣናድዩ። ኮድኩም ኣብ ወረቐት ጽሓፍዎ። ድሕሪኡ ነቲ ስእልን ነቲ ፋይልን ደምስስዎም።
clear-files-code = ንኮድኩም ብስእሊ ኣልዒልኩምዎ ዲኹም? ነቲ ኮድ ኣብ ወረቐት ጽሓፍዎ። ድሕሪኡ ነቲ ስእሊ ደምስስዎ።
clear-next-title = ንዝቕጽል ግዜ
clear-next-text = ቅድም ብሕታዊ (ፕራይቨት) መስኮት ክፈቱ። ምስ ተዓጽወ፣ ብራውዘር ንኹሉ ይርስዖ።
clear-limits-title = በዚ ክሕባእ ዘይክእል
clear-limits-text = ነቲ መስመር ኢንተርነት ዘካይድ ኣካል፣ እዚ ስልኪ ነዚ ዌብሳይት ከም ዝኸፈቶ ክርኢ ይኽእል እዩ። ዝጸሓፍኩምዎ ግን ክርኢ ኣይክእልን።

questions-title = ሕቶታትን መልስታትን
questions-cost = ገንዘብ የኽፍል ዶ?
questions-cost-answer = ኣይፋል። ኣብዚ ዘሎ ኩሉ ብናጻ እዩ። ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ እውን ብናጻ ይሕግዙ።
questions-unsure = ነዚ ሰብ ከም ዝፈልጦ ርግጸኛ ኣይኮንኩን። ክጽሕፈልኩም ዶ?
questions-unsure-answer = እወ። ጽሓፉልና፣ ርግጸኛታት ከም ዘይኮንኩም ድማ ንገሩና። ሰራሕተኛታት ብጥንቃቐ ይርእይዎ።
questions-reads = ዝጽሕፎ መን የንብቦ?
questions-reads-answer = ዝሰልጠኑ ሰራሕተኛታት ናይ ሓደ ማሕበር ቀይሕ መስቀል ወይ ቀይሕ ወርሒ የንብብዎ። ንካልእ ሰብ ቅድሚ ምንጋሮም ንዓኹም ይሓቱኹም።
questions-police = ንፖሊስ ወይ ንመንግስቲ ትሰርሑ ዲኹም?
questions-police-answer = ኣይፋል። ንሕና፣ መን ምዃኖም ብዘየገድስ፣ ንስድራቤታት ንሕግዝ። መልእኽትኹም ክኸፍትዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ጥራይ እዮም።
questions-language = ብቋንቋይ ክጽሕፍ ይኽእል ዶ?
questions-language-answer = እወ፣ ብዝኾነ ቋንቋን ፊደልን ክትጽሕፉ ትኽእሉ ኢኹም።
questions-names = ስምን ቦታን ስለምንታይ ኣይጽሓፍን?
questions-names-answer = ንዝሃደሙ ሰባት ካብ ሓደጋ ንምሕላው እዩ። ስድራቤትኩም መልክዕ ገጽኩም ይፈልጡ እዮም።
questions-long = ክንደይ ግዜ ይወስድ?
questions-long-answer = መልእኽቲ ምስ ሰደድኩም፣ መዓስ ከም እነንብቦ ንነግረኩም። ስድራቤት ምርካብ ግን ኣዝዩ ነዊሕ ግዜ ክወስድ ይኽእል። ክርከቡ እዮም ኢሉ ቃል ክኣቱ ዝኽእል ሰብ የለን።
questions-lost-code = ኮደይ ጠፊኡኒ። ሕጂ እንታይ ክገብር?
questions-lost-code-answer = ካብቲ ስእሊ ሓድሽ መልእኽቲ ስደዱ። ቅድሚ ሕጂ ከም ዝጸሓፍኩም ኣብኡ ንገሩና። እቲ ስእሊ ድሕሪ ሕጂ የለን ድዩ? ንናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ሕተቱ።
questions-own-photo = ናተይ ስእሊ ኣብዚ ክኸውን ይኽእል ዶ?
questions-own-photo-answer = እወ፣ ንስድራቤትኩም እተናድዩ እንተ ኾንኩም። ናብ ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኬድኩም ሕተቱ።
questions-children = ንኣሽቱ ቆልዑ ስለምንታይ ኣብዚ ዘየለዉ?
questions-children-answer = ትሕቲ 15 ዓመት ዝኾኑ ቆልዑ ፈጺሞም ኣብዚ ኣይርኣዩን። ሰራሕተኛታት ግን ምሳኹም ኮይኖም ከናድይዎም ይኽእሉ።

help-title = ብኸመይ ይሰርሕ
help-lead = ስድራቤቱ ዘናዲ ሰብ፣ ኣብዚ ስእሉ የርኢ። ምናልባት ንስኹም ነቲ ሰብ ትፈልጥዎ ትኾኑ።
help-step-look = ነቶም ስእልታት ርኣይዎም። ትርእዩ ከም ዘለኹም ዝርኢ ሰብ የለን።
help-step-tell = እትፈልጥዎ ሰብ ኣሎ ዶ? ነቲ ስእሊ ክፈትዎ። ንዓኹም ቅኑዕ ዝኾነ መልሲ ምረጹ።
help-step-code = ጽሓፉልና። ኮድ ይወሃበኩም። ሓዝዎ፦ መልስና ብእኡ ይኽፈት።
help-step-read = ዝሰልጠኑ ሰራሕተኛታት መልእኽትኹም የንብብዎ። ምስ ሰደድኩም፣ መዓስ ምዃኑ ንነግረኩም።
help-step-meet = ምስ ክልቲኡ ወገን ንዛረብ። ክትራኸቡ ወይ ከይትራኸቡ ክልቴኹም ባዕልኹም ትውስኑ።
help-number-title = ካብ ፖስተር ቁጽሪ እንተ ረኺብኩም
help-number-text = ኣብዚ ጽሓፍዎ። ሽዑ ነቲ ስእሊ ትርእይዎ።
help-seek-title = ባዕልኹም ንሰብ እንተ ተናድዩ
help-seek-text = ናብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኪዱ። ምሳኹም ኮይኖም የናድዩ፣ ብናጻ ድማ እዩ።
help-remove-title = ስእልኹም ካብዚ ከተልግሱ እንተ ደሊኹም
help-remove-text = ኣብቲ ዝተዋህበኩም ወረቐት ዘሎ ኮድ ተጠቐሙ። ሽዑ እቲ ስእሊ ብኡንብኡ ይጠፍእ።

about-title = ብዛዕባ እዚ ዌብሳይት
about-lead = Kinlight፣ ዝተፈላለዩ ስድራቤታት ብስእሊ እንደገና ንኽራኸቡ ይሕግዝ።
about-who = ነዞም ስእልታት ኣብዚ ዘቐምጡ ማሕበራት ቀይሕ መስቀልን ቀይሕ ወርሕን እዮም። ነቶም መልእኽትታት ንሶም ጥራይ የንብብዎም።
about-consent = ኣብ ስእሊ ዘሎ ነፍሲ ወከፍ ሰብ ተሰማሚዑ እዩ። ትሕቲ 15 ዓመት ዝኾኑ ቆልዑ ፈጺሞም ኣብዚ ኣይርኣዩን።
about-faces = ንገጽ ሰባት ዝርእዩ ሰባት እዮም፣ ብኮምፒዩተር ኣይነነጻጽሮምን። ኮምፒዩተር ንገጽ ሰብ ኣብ ምልላይ ብዙሕ ግዜ ይጋገ።
about-share = ነዞም ስእልታት ናብ ካልእ ዌብሳይት ኣይትቕድሕዎም። ንሰባት ኣብ ሓደጋ ከውድቖም ይኽእል እዩ።

children-title = ትሕቲ 18 ዓመት ንዝኾኑ
children-lead = ንስድራቤትኩም ተናድዩ ዲኹም፣ ወይስ ስድራቤትኩም የናድዩኹም ኣለዉ? ኣብዚ ብምምጻእኩም ሕጉሳት ኢና።
children-adult = ንእትኣምንዎ ዓቢ ሰብ ምሳኹም ኮፍ ክብል ሕተትዎ።
children-free = ብናጻ እዩ። ንዋላ ሓደ ሰብ ገንዘብ ኣይትስደዱ።
children-unknown = ንኹሉ ሕቶ ክትምልሱ ግድን ኣይኮነን።
children-meet = ምስቲ ብኢንተርነት ዝፈለጥኩምዎ ሰብ በይንኹም ፈጺምኩም ኣይትራኸቡ። ንሕና ከምኡ ክትገብሩ ፈጺምና ኣይንሓትትን።
children-secret = “ንሰብ ኣይትንገሩ” ዝብለኩም ሰብ ኣሎ ዶ? ንእትኣምንዎ ዓቢ ሰብ ንገርዎ።
children-danger-title = ዝጎድኣኩም ሰብ ኣሎ ዶ? ወይስ ፈሪሕኩም ኣለኹም?
children-danger-text = ሕጂ ንእትኣምንዎ ዓቢ ሰብ ንገርዎ። ናትኩም ጌጋ ኣይኮነን።
