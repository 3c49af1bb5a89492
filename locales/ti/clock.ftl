# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = ነዚ መልእኽቲ ቅድሚ ካልኦት ንርእዮ።
clock-closed-now = ሕጂ ሓደስቲ መልእኽትታት ዘንብብ ሰብ የለን።
clock-closed-today = ሎሚ ሓደስቲ መልእኽትታት ዘንብብ ሰብ የለን።
clock-closed-tonight = ሎሚ ለይቲ ሓደስቲ መልእኽትታት ዘንብብ ሰብ የለን።
clock-today = ሓደ ሰራሕተኛ ሎሚ የንብቦ።
clock-tomorrow = ሓደ ሰራሕተኛ እንተ ደንጎየ ጽባሕ የንብቦ።
clock-two-days = ሓደ ሰራሕተኛ እንተ ደንጎየ ድሕሪ ክልተ መዓልታት የንብቦ።
clock-monday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብሰኑይ የንብቦ።
clock-tuesday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብሰሉስ የንብቦ።
clock-wednesday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብረቡዕ የንብቦ።
clock-thursday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብሓሙስ የንብቦ።
clock-friday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብዓርቢ የንብቦ።
clock-saturday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብቀዳም የንብቦ።
clock-sunday = ሓደ ሰራሕተኛ እንተ ደንጎየ ብሰንበት የንብቦ።
clock-two-weeks = ሓደ ሰራሕተኛ ኣብ ውሽጢ ክልተ ሰሙን የንብቦ።
clock-later = ሓደ ሰራሕተኛ ክሳብ ዘንብቦ ካብ ክልተ ሰሙን ንላዕሊ ይወስድ።
clock-where = መዓልታት ሰራሕተኛታትና ኣብ ዝሰርሕሉ ቦታ ንቖጽሮም።
clock-slow-digits = ቅድም እቶም ቁጽርታቶም ዝተረጋገጹ መልእኽትታት ነንብብ። ናትኩም ቁጽርታት የብሉን።
clock-slow-many = ብናትኩም መስመር ኢንተርነት ብዙሓት መልእኽትታት መጺኦም። ካልኦት ቅድሚ ናትኩም ክንበቡ ይኽእሉ።
