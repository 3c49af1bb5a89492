# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = ንኣደይ ኣናዲ ኣለኹ።
seeks-father = ንኣቦይ ኣናዲ ኣለኹ።
seeks-son = ንወደይ ኣናዲ ኣለኹ።
seeks-daughter = ንጓለይ ኣናዲ ኣለኹ።
seeks-brother = ንሓወይ ኣናዲ ኣለኹ።
seeks-sister = ንሓፍተይ ኣናዲ ኣለኹ።
seeks-husband = ንበዓል ቤተይ ኣናዲ ኣለኹ።
seeks-wife = ንበዓልቲ ቤተይ ኣናዲ ኣለኹ።
seeks-grandparent = ንኣቦሓጎይ ወይ ንዓባየይ ኣናዲ ኣለኹ።
seeks-grandchild = ንውላድ ወደይ ወይ ንውላድ ጓለይ ኣናዲ ኣለኹ።
seeks-aunt-uncle = ንሓወቦይ፣ ንኣኮይ፣ ንኣሞይ ወይ ንሓትኖይ ኣናዲ ኣለኹ።
seeks-cousin = ንውላድ ሓወቦይ፣ ንውላድ ኣኮይ፣ ንውላድ ኣሞይ ወይ ንውላድ ሓትኖይ ኣናዲ ኣለኹ።
seeks-niece-nephew = ንውላድ ሓወይ ወይ ንውላድ ሓፍተይ ኣናዲ ኣለኹ።
seeks-other-family = ንዘመደይ ኣናዲ ኣለኹ።

# In filters and forms.
relation-mother = ኣደ
relation-father = ኣቦ
relation-son = ወዲ
relation-daughter = ጓል
relation-brother = ሓው
relation-sister = ሓፍቲ
relation-husband = በዓል ቤት
relation-wife = በዓልቲ ቤት
relation-grandparent = ኣቦሓጎ ወይ ዓባይ
relation-grandchild = ውላድ ወዲ ወይ ውላድ ጓል
relation-aunt-uncle = ሓወቦ፣ ኣኮ፣ ኣሞ ወይ ሓትኖ
relation-cousin = ውላድ ሓወቦ፣ ኣኮ፣ ኣሞ ወይ ሓትኖ
relation-niece-nephew = ውላድ ሓው ወይ ውላድ ሓፍቲ
relation-other-family = ካልእ ዘመድ

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = ንኣዲኦም የናድዩ ኣለዉ።
gallery-seeking-father = ንኣቦኦም የናድዩ ኣለዉ።
gallery-seeking-son = ንወዶም የናድዩ ኣለዉ።
gallery-seeking-daughter = ንጓሎም የናድዩ ኣለዉ።
gallery-seeking-brother = ንሓዎም የናድዩ ኣለዉ።
gallery-seeking-sister = ንሓፍቶም የናድዩ ኣለዉ።
gallery-seeking-husband = ንበዓል ቤቶም የናድዩ ኣለዉ።
gallery-seeking-wife = ንበዓልቲ ቤቶም የናድዩ ኣለዉ።
gallery-seeking-grandparent = ንኣቦሓጎኦም ወይ ንዓባዮም የናድዩ ኣለዉ።
gallery-seeking-grandchild = ንውላድ ወዶም ወይ ንውላድ ጓሎም የናድዩ ኣለዉ።
gallery-seeking-aunt-uncle = ንሓወቦኦም፣ ንኣኮኦም፣ ንኣሞኦም ወይ ንሓትኖኦም የናድዩ ኣለዉ።
gallery-seeking-cousin = ንውላድ ሓወቦኦም፣ ንውላድ ኣኮኦም፣ ንውላድ ኣሞኦም ወይ ንውላድ ሓትኖኦም የናድዩ ኣለዉ።
gallery-seeking-niece-nephew = ንውላድ ሓዎም ወይ ንውላድ ሓፍቶም የናድዩ ኣለዉ።
gallery-seeking-other-family = ንካልእ ዘመዶም የናድዩ ኣለዉ።

sex-woman = ጓል ኣንስተይቲ
sex-man = ወዲ ተባዕታይ
sex-not-said = ኣይተገልጸን

age-from-15 = ካብ 15 ክሳብ 24 ዓመት
age-from-25 = ካብ 25 ክሳብ 39 ዓመት
age-from-40 = ካብ 40 ክሳብ 59 ዓመት
age-from-60 = 60 ዓመትን ልዕሊኡን

region-north-africa = ሰሜን ኣፍሪቃ
region-west-africa = ምዕራብ ኣፍሪቃ
region-east-africa = ምብራቕ ኣፍሪቃ
region-central-and-southern-africa = ማእከላይን ደቡባውን ኣፍሪቃ
region-western-asia = ምዕራብ ኤስያ
region-central-asia = ማእከላይ ኤስያ
region-south-asia = ደቡብ ኤስያ
region-east-and-south-east-asia = ምብራቕን ደቡብ ምብራቕን ኤስያ
region-europe = ኤውሮጳ
region-north-america = ሰሜን ኣመሪካ
region-latin-america-and-caribbean = ላቲን ኣመሪካን ካሪብያንን
region-oceania = ኦሽያንያ

country-not-said = ኣይተገልጸን

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = ስእሊ { $number }፦ { $sex ->
        [woman] { $age ->
            [from-15] ጓል ኣንስተይቲ፣ ዕድሚኣ ካብ 15 ክሳብ 24 ዓመት።
            [from-25] ጓል ኣንስተይቲ፣ ዕድሚኣ ካብ 25 ክሳብ 39 ዓመት።
            [from-40] ጓል ኣንስተይቲ፣ ዕድሚኣ ካብ 40 ክሳብ 59 ዓመት።
           *[from-60] ጓል ኣንስተይቲ፣ ዕድሚኣ 60 ዓመትን ልዕሊኡን።
        }
        [man] { $age ->
            [from-15] ወዲ ተባዕታይ፣ ዕድሚኡ ካብ 15 ክሳብ 24 ዓመት።
            [from-25] ወዲ ተባዕታይ፣ ዕድሚኡ ካብ 25 ክሳብ 39 ዓመት።
            [from-40] ወዲ ተባዕታይ፣ ዕድሚኡ ካብ 40 ክሳብ 59 ዓመት።
           *[from-60] ወዲ ተባዕታይ፣ ዕድሚኡ 60 ዓመትን ልዕሊኡን።
        }
       *[not-said] { $age ->
            [from-15] ሰብ፣ ዕድሚኡ ካብ 15 ክሳብ 24 ዓመት።
            [from-25] ሰብ፣ ዕድሚኡ ካብ 25 ክሳብ 39 ዓመት።
            [from-40] ሰብ፣ ዕድሚኡ ካብ 40 ክሳብ 59 ዓመት።
           *[from-60] ሰብ፣ ዕድሚኡ 60 ዓመትን ልዕሊኡን።
        }
    }
alt-seeks-mother = { $sex ->
        [woman] ንሳ ንኣዲኣ ተናዲ ኣላ።
        [man] ንሱ ንኣዲኡ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንኣዲኡ የናዲ ኣሎ።
    }
alt-seeks-father = { $sex ->
        [woman] ንሳ ንኣቦኣ ተናዲ ኣላ።
        [man] ንሱ ንኣቦኡ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንኣቦኡ የናዲ ኣሎ።
    }
alt-seeks-son = { $sex ->
        [woman] ንሳ ንወዳ ተናዲ ኣላ።
        [man] ንሱ ንወዱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንወዱ የናዲ ኣሎ።
    }
alt-seeks-daughter = { $sex ->
        [woman] ንሳ ንጓላ ተናዲ ኣላ።
        [man] ንሱ ንጓሉ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንጓሉ የናዲ ኣሎ።
    }
alt-seeks-brother = { $sex ->
        [woman] ንሳ ንሓዋ ተናዲ ኣላ።
        [man] ንሱ ንሓዉ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንሓዉ የናዲ ኣሎ።
    }
alt-seeks-sister = { $sex ->
        [woman] ንሳ ንሓፍታ ተናዲ ኣላ።
        [man] ንሱ ንሓፍቱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንሓፍቱ የናዲ ኣሎ።
    }
alt-seeks-husband = { $sex ->
        [woman] ንሳ ንበዓል ቤታ ተናዲ ኣላ።
        [man] ንሱ ንበዓል ቤቱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንበዓል ቤቱ የናዲ ኣሎ።
    }
alt-seeks-wife = { $sex ->
        [woman] ንሳ ንበዓልቲ ቤታ ተናዲ ኣላ።
        [man] ንሱ ንበዓልቲ ቤቱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንበዓልቲ ቤቱ የናዲ ኣሎ።
    }
alt-seeks-grandparent = { $sex ->
        [woman] ንሳ ንኣቦሓጎኣ ወይ ንዓባያ ተናዲ ኣላ።
        [man] ንሱ ንኣቦሓጎኡ ወይ ንዓባዩ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንኣቦሓጎኡ ወይ ንዓባዩ የናዲ ኣሎ።
    }
alt-seeks-grandchild = { $sex ->
        [woman] ንሳ ንውላድ ወዳ ወይ ንውላድ ጓላ ተናዲ ኣላ።
        [man] ንሱ ንውላድ ወዱ ወይ ንውላድ ጓሉ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንውላድ ወዱ ወይ ንውላድ ጓሉ የናዲ ኣሎ።
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] ንሳ ንሓወቦኣ፣ ንኣኮኣ፣ ንኣሞኣ ወይ ንሓትኖኣ ተናዲ ኣላ።
        [man] ንሱ ንሓወቦኡ፣ ንኣኮኡ፣ ንኣሞኡ ወይ ንሓትኖኡ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንሓወቦኡ፣ ንኣኮኡ፣ ንኣሞኡ ወይ ንሓትኖኡ የናዲ ኣሎ።
    }
alt-seeks-cousin = { $sex ->
        [woman] ንሳ ንውላድ ሓወቦኣ፣ ንውላድ ኣኮኣ፣ ንውላድ ኣሞኣ ወይ ንውላድ ሓትኖኣ ተናዲ ኣላ።
        [man] ንሱ ንውላድ ሓወቦኡ፣ ንውላድ ኣኮኡ፣ ንውላድ ኣሞኡ ወይ ንውላድ ሓትኖኡ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንውላድ ሓወቦኡ፣ ንውላድ ኣኮኡ፣ ንውላድ ኣሞኡ ወይ ንውላድ ሓትኖኡ የናዲ ኣሎ።
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] ንሳ ንውላድ ሓዋ ወይ ንውላድ ሓፍታ ተናዲ ኣላ።
        [man] ንሱ ንውላድ ሓዉ ወይ ንውላድ ሓፍቱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንውላድ ሓዉ ወይ ንውላድ ሓፍቱ የናዲ ኣሎ።
    }
alt-seeks-other-family = { $sex ->
        [woman] ንሳ ንዘመዳ ተናዲ ኣላ።
        [man] ንሱ ንዘመዱ የናዲ ኣሎ።
       *[not-said] እዚ ሰብ ንዘመዱ የናዲ ኣሎ።
    }
