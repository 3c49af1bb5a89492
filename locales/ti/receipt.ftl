# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = መልእኽትኹም
receipt-safe-title = መልእኽትኹም ተዓቂቡ ኣሎ
receipt-safe-text = ክኸፍትዎ ዝኽእሉ ዝሰልጠኑ ሰራሕተኛታት ጥራይ እዮም።
receipt-heading = ነዚ ኮድ ሓዝዎ
receipt-lead = በዚ ኮድ ሕቶታትና ከተንብቡን ክትምልሱን ትኽእሉ ኢኹም።
receipt-code-label = ኮድኩም
receipt-caller-check-heading = ናትኩም ቁጽሪ መረጋገጺ ደዋሊ
receipt-next-heading = ድሕሪ ሕጂ እንታይ ይኸውን
receipt-remove = ስእሊ { $number } ክነልግስ ሓቲትኩምና
receipt-remove-call = ክትድውሉ ትደልዩ ዶ? ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ርኸቡ
receipt-next-return = ሕቶ እንተ ሃልዩና ንምርኣይ፣ ኮድኩም ሒዝኩም ተመለሱ።
receipt-saved = ነቲ ኮድ ሒዘዮ ኣለኹ
receipt-saved-hint = ነዚ እንተ ዘይጠወቕኩም እውን፣ መልእኽትኹም ምሳና ኣሎ።
receipt-file = ከም ንእሽቶ ናይ ጽሑፍ ፋይል ዕቀቡ
receipt-file-hint = ስም እቲ ፋይል note.txt እዩ።
receipt-file-code = ኮድ፦
receipt-file-caller-check = ክንድውል ከለና፣ መጀመርታ ንሕና እዚ ቁጽሪ ንነግር፦
receipt-done-heading = ወዲእኩም ኣለኹም
receipt-done-text = እዚ ገጽ ካብቲ ዝጸሓፍኩምዎ ዋላ ሓንቲ ኣየርእን።
receipt-done-shared-phone = በዚ ስልኪ ካልኦት ይጥቀሙ ዶ? ሕጂ ነዚ ገጽ ዕጸውዎ።
receipt-done-return = ብኮድኩም ሕቶታትና ኣንብቡ
receipt-done-photos = ናብ ስእልታት ኪዱ
