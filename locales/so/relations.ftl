# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = Waxaan raadinayaa hooyaday.
seeks-father = Waxaan raadinayaa aabbahay.
seeks-son = Waxaan raadinayaa wiilkayga.
seeks-daughter = Waxaan raadinayaa gabadhayda.
seeks-brother = Waxaan raadinayaa walaalkay.
seeks-sister = Waxaan raadinayaa walaashay.
seeks-husband = Waxaan raadinayaa ninkayga.
seeks-wife = Waxaan raadinayaa xaaskayga.
seeks-grandparent = Waxaan raadinayaa awoowgay ama ayeeyaday.
seeks-grandchild = Waxaan raadinayaa ilmaha wiilkayga ama ilmaha gabadhayda.
seeks-aunt-uncle = Waxaan raadinayaa adeerkay, abtigay, eeddaday ama habaryartay.
seeks-cousin = Waxaan raadinayaa ilma adeer, abti, eeddo ama habaryar.
seeks-niece-nephew = Waxaan raadinayaa ilmaha walaalkay ama ilmaha walaashay.
seeks-other-family = Waxaan raadinayaa qof qaraabadayda ah.

# In filters and forms.
relation-mother = hooyada
relation-father = aabbaha
relation-son = wiilka
relation-daughter = gabadha
relation-brother = walaalka
relation-sister = walaasha
relation-husband = ninka (seyga)
relation-wife = xaaska
relation-grandparent = awoowaha ama ayeeyada
relation-grandchild = ilmaha wiilka/gabadha
relation-aunt-uncle = adeer, abti, eeddo, habaryar
relation-cousin = ilma adeer/abti/eeddo/habaryar
relation-niece-nephew = ilmaha walaalka/walaasha
relation-other-family = qof kale oo qaraabo ah

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = Waxay raadinayaan hooyadood.
gallery-seeking-father = Waxay raadinayaan aabbahood.
gallery-seeking-son = Waxay raadinayaan wiilkooda.
gallery-seeking-daughter = Waxay raadinayaan gabadhooda.
gallery-seeking-brother = Waxay raadinayaan walaalkood.
gallery-seeking-sister = Waxay raadinayaan walaashood.
gallery-seeking-husband = Waxay raadinayaan seygooda.
gallery-seeking-wife = Waxay raadinayaan xaaskooda.
gallery-seeking-grandparent = Waxay raadinayaan awoowgood ama ayeeyadood.
gallery-seeking-grandchild = Waxay raadinayaan ilmaha wiilkooda ama ilmaha gabadhooda.
gallery-seeking-aunt-uncle = Waxay raadinayaan adeerkood, abtigood, eeddadood ama habaryartood.
gallery-seeking-cousin = Waxay raadinayaan ilma adeer, ilma abti, ilma eeddo ama ilma habaryar.
gallery-seeking-niece-nephew = Waxay raadinayaan ilmaha walaalkood ama ilmaha walaashood.
gallery-seeking-other-family = Waxay raadinayaan qof kale oo qaraabadooda ah.

sex-woman = haweeney
sex-man = nin
sex-not-said = lama sheegin

age-from-15 = 15 ilaa 24 sano
age-from-25 = 25 ilaa 39 sano
age-from-40 = 40 ilaa 59 sano
age-from-60 = 60 sano iyo ka badan

region-north-africa = Waqooyiga Afrika
region-west-africa = Galbeedka Afrika
region-east-africa = Bariga Afrika
region-central-and-southern-africa = Bartamaha iyo Koonfurta Afrika
region-western-asia = Galbeedka Aasiya
region-central-asia = Bartamaha Aasiya
region-south-asia = Koonfurta Aasiya
region-east-and-south-east-asia = Bariga iyo Koonfur-bari Aasiya
region-europe = Yurub
region-north-america = Waqooyiga Ameerika
region-latin-america-and-caribbean = Laatiin Ameerika iyo Kariibiyaanka
region-oceania = Osheeniya

country-not-said = lama sheegin

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = Sawirka { $number }: { $sex ->
        [woman] { $age ->
            [from-15] haweeney da’deedu tahay 15 ilaa 24 sano.
            [from-25] haweeney da’deedu tahay 25 ilaa 39 sano.
            [from-40] haweeney da’deedu tahay 40 ilaa 59 sano.
           *[from-60] haweeney da’deedu tahay 60 sano ama ka badan.
        }
        [man] { $age ->
            [from-15] nin da’diisu tahay 15 ilaa 24 sano.
            [from-25] nin da’diisu tahay 25 ilaa 39 sano.
            [from-40] nin da’diisu tahay 40 ilaa 59 sano.
           *[from-60] nin da’diisu tahay 60 sano ama ka badan.
        }
       *[not-said] { $age ->
            [from-15] qof da’diisu tahay 15 ilaa 24 sano.
            [from-25] qof da’diisu tahay 25 ilaa 39 sano.
            [from-40] qof da’diisu tahay 40 ilaa 59 sano.
           *[from-60] qof da’diisu tahay 60 sano ama ka badan.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] Waxay raadinaysaa hooyadeed.
        [man] Wuxuu raadinayaa hooyadiis.
       *[not-said] Qofkani wuxuu raadinayaa hooyadiis.
    }
alt-seeks-father = { $sex ->
        [woman] Waxay raadinaysaa aabbaheed.
        [man] Wuxuu raadinayaa aabbihiis.
       *[not-said] Qofkani wuxuu raadinayaa aabbihiis.
    }
alt-seeks-son = { $sex ->
        [woman] Waxay raadinaysaa wiilkeeda.
        [man] Wuxuu raadinayaa wiilkiisa.
       *[not-said] Qofkani wuxuu raadinayaa wiilkiisa.
    }
alt-seeks-daughter = { $sex ->
        [woman] Waxay raadinaysaa gabadheeda.
        [man] Wuxuu raadinayaa gabadhiisa.
       *[not-said] Qofkani wuxuu raadinayaa gabadhiisa.
    }
alt-seeks-brother = { $sex ->
        [woman] Waxay raadinaysaa walaalkeed.
        [man] Wuxuu raadinayaa walaalkiis.
       *[not-said] Qofkani wuxuu raadinayaa walaalkiis.
    }
alt-seeks-sister = { $sex ->
        [woman] Waxay raadinaysaa walaasheed.
        [man] Wuxuu raadinayaa walaashiis.
       *[not-said] Qofkani wuxuu raadinayaa walaashiis.
    }
alt-seeks-husband = { $sex ->
        [woman] Waxay raadinaysaa ninkeeda.
        [man] Wuxuu raadinayaa seygiisa.
       *[not-said] Qofkani wuxuu raadinayaa seygiisa.
    }
alt-seeks-wife = { $sex ->
        [woman] Waxay raadinaysaa xaaskeeda.
        [man] Wuxuu raadinayaa xaaskiisa.
       *[not-said] Qofkani wuxuu raadinayaa xaaskiisa.
    }
alt-seeks-grandparent = { $sex ->
        [woman] Waxay raadinaysaa awoowgeed ama ayeeyadeed.
        [man] Wuxuu raadinayaa awoowgiis ama ayeeyadiis.
       *[not-said] Qofkani wuxuu raadinayaa awoowgiis ama ayeeyadiis.
    }
alt-seeks-grandchild = { $sex ->
        [woman] Waxay raadinaysaa ilmaha wiilkeeda ama ilmaha gabadheeda.
        [man] Wuxuu raadinayaa ilmaha wiilkiisa ama ilmaha gabadhiisa.
       *[not-said] Qofkani wuxuu raadinayaa ilmaha wiilkiisa ama ilmaha gabadhiisa.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] Waxay raadinaysaa adeerkeed, abtigeed, eeddadeed ama habaryarteed.
        [man] Wuxuu raadinayaa adeerkiis, abtigiis, eeddadiis ama habaryartiis.
       *[not-said] Qofkani wuxuu raadinayaa adeerkiis, abtigiis, eeddadiis ama habaryartiis.
    }
alt-seeks-cousin = { $sex ->
        [woman] Waxay raadinaysaa ilma adeer, ilma abti, ilma eeddo ama ilma habaryar.
        [man] Wuxuu raadinayaa ilma adeer, ilma abti, ilma eeddo ama ilma habaryar.
       *[not-said] Qofkani wuxuu raadinayaa ilma adeer, ilma abti, ilma eeddo ama ilma habaryar.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] Waxay raadinaysaa ilmaha walaalkeed ama ilmaha walaasheed.
        [man] Wuxuu raadinayaa ilmaha walaalkiis ama ilmaha walaashiis.
       *[not-said] Qofkani wuxuu raadinayaa ilmaha walaalkiis ama ilmaha walaashiis.
    }
alt-seeks-other-family = { $sex ->
        [woman] Waxay raadinaysaa qof qaraabadeeda ah.
        [man] Wuxuu raadinayaa qof qaraabadiisa ah.
       *[not-said] Qofkani wuxuu raadinayaa qof qaraabadiisa ah.
    }
