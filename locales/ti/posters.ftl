# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = ንዓኹም ዘናዲ ሰብ ኣሎ ዶ?
poster-lead = { $count ->
        [one] እዚ ሰብ ንስድራቤቱ የናዲ ኣሎ። ነዚ ሰብ ትፈልጥዎ ዲኹም?
       *[other] እዞም ሰባት ንስድራቤቶም የናድዩ ኣለዉ። እትፈልጥዎ ሰብ ኣሎ ዶ?
    }
poster-tell = በዚ ዌብሳይት ንገሩና፦
poster-scan = ካሜራ ስልክኹም ናብቲ ርቡዕ ምልክት ኣቕንዕዎ።
poster-number = ቁጽሪ ስእሊ
poster-without-phone = ስልኪ የብልኩምን ድዩ? ናብ ናይ ከባቢኹም ቀይሕ መስቀል ወይ ቀይሕ ወርሒ ኬድኩም፣ ቁጽሪ ናይቲ ስእሊ ንገርዎም።
poster-take-down = ነዚ ፖስተር ድሕሪ { $date } ኣውርድዎ።

posters-title = ክትሓትምዎም እትኽእሉ ፖስተራት
posters-lead = ሰባት ኣብ ዝጽበዩሉ ወይ ዝራኸቡሉ ቦታ ስቐልዎም። ቅድም ፍቓድ ሕተቱ።
posters-none = ሕጂ ፖስተራት የለዉን። ጸኒሕኩም ተመለሱ።
posters-photos = { $count ->
        [one] { $count } ስእሊ
       *[other] { $count } ስእልታት
    }
posters-file = ንምሕታም ዝኸውን { $paper } ወረቐት፣ { $kilobytes } ኪሎባይት
posters-until = ድሕሪ { $date } ኣውርድዎ።
posters-gone-title = እዚ ፖስተር ድሕሪ ሕጂ ኣይረአን
posters-gone-text = ኣብዚ ፖስተር ዘሎ ሓደ ሰብ ደጊም ክረአ ኣይደልን፣ ወይ ግዜ ናይቲ ፖስተር ሓሊፉ። ኣብ ከባቢኹም ኣብ መንደቕ ተሰቒሉ ኣሎ ዶ? ኣውርድዎ።
posters-see = ካልኦት ፖስተራት ርኣዩ
