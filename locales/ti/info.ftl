# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, privacy, help, about, and the note for children.

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
safety-call-text = እዚ ቁጽሪ፣ መልእኽቲ ምስ ሰደድኩምልና ይወሃበኩም። ንዋላ ሓደ ሰብ ኣይትንገርዎ።
safety-shown-title = ካልኦት እንታይ ክርእዩ ይኽእሉ
safety-shown-text = ምስቲ ስእሊ ስም ኮነ ቦታ ኣይጽሓፍን። እቲ ሰብ ሕጂ ኣበይ ከም ዘሎ ፈጺሙ ኣይንገርን።
safety-sealed-text = መልእኽትኹም ተቖሊፉ እዩ ዝዕቀብ። ክኸፍትዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ናይ ሓደ ማሕበር ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ጥራይ እዮም።
safety-phone-title = ካልኦት እውን ብስልክኹም ዝጥቀሙ እንተ ኾይኖም
safety-phone-text = ቁጽሪ ስልኪ ክትህቡ ግድን ኣይኮነን። መልስና ንምንባብ ኮድ ጥራይ ይኣክል።
safety-history-text = ብራውዘርኩም ዝኸፈትኩምዎም ገጻት ይዝክር። ነቲ ታሪኽ (ሂስትሪ) ደምስስዎ፣ ወይ ብሕታዊ (ፕራይቨት) መስኮት ተጠቐሙ።
safety-contact-title = ከይሓተትናኩም ምስ ሰብ ኣይነራኽበኩምን
safety-contact-text = ሰራሕተኛታትና ቅድም ምስ ክልቲኡ ወገን ይዛረቡ። እወ እንተ ዘይበልኩም፣ ቁጽርኹም ወይ ኣድራሻኹም ንዋላ ሓደ ሰብ ኣይወሃብን።
safety-danger-title = ሕጂ ኣብ ሓደጋ እንተ ሃሊኹም
safety-danger-text = ንሕና ብኡንብኡ ክንመጽእ ኣይንኽእልን ኢና። ናብ ፖሊስ ወይ ናብ እትኣምንዎ ናይ ህጹጽ ሓገዝ ቁጽሪ ደውሉ።

privacy-title = እንታይ ከም እንዕቅብን ንኽንደይ ግዜን
privacy-look-title = ስእልታት ክትርእዩ ከለኹም
privacy-look-text = ብዛዕባኹም ዋላ ሓንቲ ኣይንዕቅብን። ናይ ኢንተርነት ኣድራሻኹም ኣይንጽሕፎን። ክንደይ ሰባት ከም ዝርእዩ ኣይንቖጽርን።
privacy-cookie-text = ቅጥዒ ንምምላእ ወይ ንምንዳይ ሓደ “ኩኪ” (ኣብ ብራውዘር ዝጽሓፍ ንእሽቶ ምልክት) የድሊ። ኣብ ውሽጢ ክልተ ሰዓት ይጠፍእ። ካልእ ሰብ ከንብቦ ኣይክእልን።
privacy-write-title = ንዓና ክትጽሕፉ ከለኹም
privacy-write-text = ጽሑፍኩም ብኡንብኡ ይቑለፍ። ክሳብ ዝጠቅም ጥራይ ንዕቅቦ።
privacy-write-unopened = ገና ዝኸፈቶ ሰብ ዘየለ መልእኽቲ፣ ክሳብ ዝኽፈት ይጸንሕ።
privacy-write-nomatch = ናብ ዋላ ሓደ ሰብ ዘየብጽሓና መልእኽቲ፣ ምስ ዓጸናዮ ድሕሪ 30 መዓልቲ ይድምሰስ።
privacy-write-closed = ካልኦት መልእኽትታት፣ ምስ ዓጸናዮም ድሕሪ 180 መዓልቲ ይድምሰሱ።
privacy-write-delete = ኣብ ዝኾነ ግዜ ብኮድኩም ንሕቶታትና ዝሃብኩምዎ መልስታት ክትድምስሱ ትኽእሉ ኢኹም።
privacy-photo-title = ስእልኹም ኣብዚ እንተ ሃልዩ
privacy-photo-text = ስእልኹም ኣብዚ ዘሎ፣ ስለ ዝተሰማማዕኩም ጥራይ እዩ።
privacy-photo-consent = ስምምዕኩም እንተ ነውሐ ክልተ ዓመት ይጸንሕ። ድሕሪኡ እንደገና ንሓተኩም።
privacy-photo-end = ኣይፋል እንተ ኢልኩም፣ ስእልኹም ብኡንብኡ ካብዚ ዌብሳይት ነልግሶ። ፋይል ናይቲ ስእሊ ድማ ኣብ ውሽጢ ደቓይቕ ይድምሰስ።
privacy-photo-file = ኣብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ዘሎ መዝገብኩም፣ ድሕሪኡ ኣብ 90 መዓልቲ ይድምሰስ።
privacy-never-title = ፈጺምና ዘይንገብሮ ነገራት
privacy-never-text = ዋላ ሓንቲ ኣይንሸይጥን፣ መወዓውዒ እውን ኣይነርእን። ንገጽ ሰባት ብኮምፒዩተር ኣይነነጻጽርን።

help-title = ብኸመይ ይሰርሕ
help-lead = ስድራቤቱ ዘናዲ ሰብ፣ ኣብዚ ስእሉ የርኢ። ምናልባት ንስኹም ነቲ ሰብ ትፈልጥዎ ትኾኑ።
help-step-look = ነቶም ስእልታት ርኣይዎም። ትርእዩ ከም ዘለኹም ዝርኢ ሰብ የለን።
help-step-tell = እትፈልጥዎ ሰብ ኣሎ ዶ? ነቲ ስእሊ ክፈትዎ። ንዓኹም ቅኑዕ ዝኾነ መልሲ ምረጹ።
help-step-code = ጽሓፉልና። ኮድ ይወሃበኩም። ሓዝዎ፦ መልስና ብእኡ ይኽፈት።
help-step-read = ዝሰልጠኑ ሰራሕተኛታት መልእኽትኹም የንብብዎ፣ መብዛሕትኡ ግዜ ኣብ ውሽጢ ክልተ ናይ ስራሕ መዓልታት።
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
children-danger-text = ሕጂ ንእትኣምንዎ ዓቢ ሰብ ንገርዎ፣ ወይ ናብ ፖሊስ ደውሉ። ናትኩም ጌጋ ኣይኮነን።
