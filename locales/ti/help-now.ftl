# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = ሓገዝ ብሃገር
help-now-title = ሕጂ መን ክሕግዝ ይኽእል
help-now-lead = እቲ ኣብ ሓደጋ ዘሎ ሰብ ኣበይ ኣሎ? ነታ ሃገር ክፈቱ።
help-now-private = ኣየነይቲ ሃገር ከም እትኸፍቱ ዝርኢ ሰብ የለን።
help-now-society = ሕጂ ደውሉሎም፦
help-now-child = ናይ ቆልዑ መስመር ሓገዝ፦
help-now-police = ፖሊስ፣ ብዘይ ሓደጋ ክትድውሉ እንተ ኽኢልኩም፦
help-now-checked = እዚ ቁጽሪ ብዕለት { $date } ተረጋጊጹ።
help-now-none = ናይዛ ሃገር ቁጽሪ ገና ኣይንፈልጥን ኢና።
help-now-directory = ብኻልእ መንገዲ ከመይ ከም እትረኽብዎም
help-now-elsewhere = ሃገረይ ኣብዚ የላን
help-now-elsewhere-text = ናይ ካልኦት ሃገራት ቁጽሪ ገና ኣይንፈልጥን ኢና። ንእትኣምንዎ ዓቢ ሰብ ንገሩ፣ ወይ ናብ ናይ ኣብኡ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኪዱ።
help-now-write = ንዓና እውን ጽሓፉልና። ብዛዕባ ሓደጋ ዝኾኑ መልእኽትታት ቅድሚ ኩሉ ንርእዮም።
help-now-line = ቆልዓ ወይ ኣብ ሓደጋ ዘሎ ሰብ ኣሎ ዶ? ሕጂ መን ክሕግዝ ከም ዝኽእል ርኣዩ
help-now-danger-title = ሕጂ ኣብ ሓደጋ ዘሎ ሰብ ኣሎ ዶ?
help-now-danger-text = መልእኽትኹም ቅድሚ ኩሉ ንርእዮ፣ ግን ብኡንብኡ ክንመጽእ ኣይንኽእልን ኢና።
help-now-link = ሕጂ መን ክሕግዝ ከም ዝኽእል ርኣዩ
