# Awaits a native reader: written with care, read by no native speaker yet.

error-home = ናብ መጀመርታ ገጽ ኪዱ
error-incident = ብዛዕባ እዚ ንሰብ እንተ ነጊርኩም፣ እዚ ቁጽሪ ሃቡ፦ { $number }።
error-not-found-title = ነዚ ገጽ ክንረኽቦ ኣይከኣልናን
error-not-found-text = እቲ ኣድራሻ ጌጋ ክኸውን ይኽእል፣ ወይ እቲ ገጽ ቦታኡ ቀይሩ ይኸውን።
error-gone-title = እዚ ስእሊ ድሕሪ ሕጂ ኣይረአን
error-gone-text = ካብዚ ኣልጊስናዮ ኣለና። ካልኦት ስእልታት ክትርእዩ ትኽእሉ ኢኹም።
error-forbidden-title = ነዚ ገጽ ክትከፍትዎ ኣይትኽእሉን ኢኹም
error-forbidden-text = ኣካውንትኩም እዚ ፍቓድ የብሉን። እንተ ኣድልዩኩም፣ ንኣመሓዳሪኹም ሕተቱ።
error-no-token-title = እዚ ቅጥዒ ድሕሪ ሕጂ ክፉት ኣይኮነን
error-no-token-text = ዝተሰደደ ነገር የለን። ተመሊስኩም ነቲ ገጽ እንደገና ክፈትዎ፣ ድሕሪኡ ስደድዎ።
error-bad-form-title = ነዚ ቅጥዒ ከነንብቦ ኣይከኣልናን
error-bad-form-text = ዝተዓቀበ ነገር የለን። ተመሊስኩም እንደገና ፈትኑ።
error-too-large-title = እዚ ኣዝዩ ዓቢ እዩ
error-too-large-text = ዝተዓቀበ ነገር የለን። ዝሓጸረ ጽሑፍ ወይ ዝነኣሰ ፋይል ስደዱ።
error-too-many-title = ኣብ ሓጺር ግዜ ብዙሕ ፈተነ ተገይሩ
error-too-many-text = ቁሩብ ደቓይቕ ተጸበዩ፣ ድሕሪኡ እንደገና ፈትኑ።
error-conflict-title = ካልእ ሰብ ቀዲሙ ጽሒፉ
error-conflict-text = ኣብዚ መንጎ ተቐይሩ ኣሎ። ናትኩም ዝጠፍአ ነገር የለን። ሕጂ ከመይ ከም ዘሎ ንምርኣይ እንደገና ክፈትዎ።
error-no-key-title = እቲ መፍትሕ የብልኩምን
error-no-key-text = ንኣመሓዳሪኹም ሕተቱ። እቲ መፍትሕ ክህቡኹም፣ ወይ ነቲ ዝተዓጽወ ጉዳይ እንደገና ክኸፍቱ ይኽእሉ።
error-unavailable-title = እዚ ሕጂ ኣይሰርሕን ኣሎ
error-unavailable-text = ዝጠፍአ ወይ ዝተቐየረ ነገር የለን። ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ።
error-internal-title = ኣብ ወገንና ጸገም ኣጋጢሙ
error-internal-text = ናትኩም ጌጋ ኣይኮነን። ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ።
