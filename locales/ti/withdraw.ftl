# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = ስእልኹም
withdraw-code = ኣብቲ ዝተዋህበኩም ወረቐት ዘሎ ኮድ ጽሓፉ
withdraw-code-hint = ኩሎም ኣሃዛቱ ጽሓፉ። ክፍቲ ቦታ ወይ ሓጺር መስመር (-) ኣብ መንጎ ክትገብሩ ትኽእሉ ኢኹም።
withdraw-code-unknown = እዚ ኮድ ዘለዎ ስእሊ የለን። ምስቲ ዝተዋህበኩም ወረቐት ኣነጻጽርዎ።
withdraw-lost-heading = እቲ ኮድ የብልኩምን ድዩ?
withdraw-lost-text = ስእልኹም ክፈቱ እሞ “እዚ ስእለይ እዩ፦ ኣልግሱለይ” ምረጹ።
withdraw-return-link = ናይ መልእኽቲ ኮድ ኣለኒ
withdraw-confirm-heading = ነቲ ስእሊ ከነልግሶ ዶ?
withdraw-confirm-text = ስእልኹም ብኡንብኡ ካብዚ ዌብሳይት ነልግሶ። ስለምንታይ ኢሉ ዝሓተኩም ሰብ የለን።
withdraw-confirm-search = ንስድራቤትኩም ምንዳይ ብዘይ ስእሊ እውን ክቕጽል ይኽእል እዩ። ብዛዕባኡ ምሳና ተዘራረቡ።
withdraw-now = ሕጂ ነቲ ስእሊ ኣልግስዎ
withdraw-keep = እቲ ስእሊ ይጽናሕ
withdraw-done-heading = ነቲ ስእሊ ኣልጊስናዮ ኣለና
withdraw-done-text = ድሕሪ ሕጂ ኣብዚ ዌብሳይት ክርእዮ ዝኽእል ሰብ የለን።
withdraw-done-copies = ኣብ ብራውዘር ናይ ሰባት ዝተረፉ ቅዳሓት ኣብ ውሽጢ ሓንቲ ሰዓት ይጠፍኡ።
withdraw-done-posters = እዚ ስእሊ ዘለዎም ፖስተራት ከውርድዎም ንመሳርሕትና ንሓትቶም።
withdraw-done-search = ገና ንስድራቤትኩም እንተ ተናድዩ፣ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ይሕግዙኹም እዮም።
withdraw-away-title = ሕጂ ነቲ ኮድ ከነረጋግጾ ኣይከኣልናን
withdraw-away-text = ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ። ወይ ናብ ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ደውሉ።
withdraw-kept-heading = ነቲ ስእሊ ሓቢእናዮ ኣለና
withdraw-kept-text = እዚ ሰርቨር ድሕሪ ሕጂ ንማንም ኣየርእዮን።
withdraw-kept-everywhere = ሓደ ክፋል ናይ ስርዓትና ሕጂ ኣይምልስን ኣሎ። ምስ መለሰ፣ እቲ ስእሊ ካብ ኩሉ ቦታ ይጠፍእ።
withdraw-kept-sure = ሕቶኹም ጽሒፍናዮ ኣለና። እንደገና ክትመጹ ኣየድልየኩምን።

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = ስእለይ ንምልጋስ:
withdraw-paper-text = በዚ ኮድ ኣብ ዝኾነ ግዜ ስእለይ ካብቲ መርበብ ሓበሬታ ከልግስ እኽእል። ብነጻ እዩ። ስለምንታይ ኢሉ ዝሓትት የለን። ነዚ ወረቐት ኣብ ውሑስ ቦታ እሕዞ።
