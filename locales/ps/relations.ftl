# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = زه خپله مور لټوم.
seeks-father = زه خپل پلار لټوم.
seeks-son = زه خپل زوی لټوم.
seeks-daughter = زه خپله لور لټوم.
seeks-brother = زه خپل ورور لټوم.
seeks-sister = زه خپله خور لټوم.
seeks-husband = زه خپل مېړه لټوم.
seeks-wife = زه خپله مېرمن لټوم.
seeks-grandparent = زه خپل نیکه یا خپله انا لټوم.
seeks-grandchild = زه خپل لمسی یا خپله لمسۍ لټوم.
seeks-aunt-uncle = زه خپل تره یا ماما، یا خپله عمه یا ترور لټوم.
seeks-cousin = زه د خپل تره، ماما، عمې یا ترور زوی یا لور لټوم.
seeks-niece-nephew = زه د خپل ورور یا د خپلې خور زوی یا لور لټوم.
seeks-other-family = زه د خپلې کورنۍ یو غړی لټوم.

# In filters and forms.
relation-mother = مور
relation-father = پلار
relation-son = زوی
relation-daughter = لور
relation-brother = ورور
relation-sister = خور
relation-husband = مېړه
relation-wife = مېرمن (ښځه)
relation-grandparent = نیکه یا انا
relation-grandchild = لمسی یا لمسۍ
relation-aunt-uncle = تره، ماما، عمه یا ترور
relation-cousin = د تره، ماما، عمې یا ترور اولاد
relation-niece-nephew = د ورور یا خور زوی یا لور
relation-other-family = د کورنۍ بل غړی

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = دا خلک خپله مور لټوي.
gallery-seeking-father = دا خلک خپل پلار لټوي.
gallery-seeking-son = دا خلک خپل زوی لټوي.
gallery-seeking-daughter = دا خلک خپله لور لټوي.
gallery-seeking-brother = دا خلک خپل ورور لټوي.
gallery-seeking-sister = دا خلک خپله خور لټوي.
gallery-seeking-husband = دا خلک خپل مېړه لټوي.
gallery-seeking-wife = دا خلک خپله مېرمن لټوي.
gallery-seeking-grandparent = دا خلک خپل نیکه یا خپله انا لټوي.
gallery-seeking-grandchild = دا خلک خپل لمسی یا خپله لمسۍ لټوي.
gallery-seeking-aunt-uncle = دا خلک خپل تره یا ماما، یا خپله عمه یا ترور لټوي.
gallery-seeking-cousin = دا خلک د خپل تره، ماما، عمې یا ترور زوی یا لور لټوي.
gallery-seeking-niece-nephew = دا خلک د خپل ورور یا د خپلې خور زوی یا لور لټوي.
gallery-seeking-other-family = دا خلک د خپلې کورنۍ بل غړی لټوي.

sex-woman = ښځه
sex-man = سړی
sex-not-said = نه دی ویل شوی

age-from-15 = له 15 تر 24 کالو
age-from-25 = له 25 تر 39 کالو
age-from-40 = له 40 تر 59 کالو
age-from-60 = 60 کاله یا زیات

region-north-africa = شمالي افریقا
region-west-africa = لوېدیځه افریقا
region-east-africa = ختیځه افریقا
region-central-and-southern-africa = د افریقا منځنۍ او جنوبي برخې
region-western-asia = لوېدیځه اسیا
region-central-asia = منځنۍ اسیا
region-south-asia = جنوبي اسیا
region-east-and-south-east-asia = ختیځه او جنوب ختیځه اسیا
region-europe = اروپا
region-north-america = شمالي امریکا
region-latin-america-and-caribbean = لاتینه امریکا او کیریبین
region-oceania = اوقیانوسیه

country-not-said = نه دی ویل شوی

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = عکس { $number }: { $sex ->
        [woman] { $age ->
            [from-15] یوه ښځه، عمر یې له 15 تر 24 کالو دی.
            [from-25] یوه ښځه، عمر یې له 25 تر 39 کالو دی.
            [from-40] یوه ښځه، عمر یې له 40 تر 59 کالو دی.
           *[from-60] یوه ښځه، عمر یې 60 کاله یا زیات دی.
        }
        [man] { $age ->
            [from-15] یو سړی، عمر یې له 15 تر 24 کالو دی.
            [from-25] یو سړی، عمر یې له 25 تر 39 کالو دی.
            [from-40] یو سړی، عمر یې له 40 تر 59 کالو دی.
           *[from-60] یو سړی، عمر یې 60 کاله یا زیات دی.
        }
       *[not-said] { $age ->
            [from-15] یو کس، عمر یې له 15 تر 24 کالو دی.
            [from-25] یو کس، عمر یې له 25 تر 39 کالو دی.
            [from-40] یو کس، عمر یې له 40 تر 59 کالو دی.
           *[from-60] یو کس، عمر یې 60 کاله یا زیات دی.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] دا ښځه خپله مور لټوي.
        [man] دا سړی خپله مور لټوي.
       *[not-said] دا کس خپله مور لټوي.
    }
alt-seeks-father = { $sex ->
        [woman] دا ښځه خپل پلار لټوي.
        [man] دا سړی خپل پلار لټوي.
       *[not-said] دا کس خپل پلار لټوي.
    }
alt-seeks-son = { $sex ->
        [woman] دا ښځه خپل زوی لټوي.
        [man] دا سړی خپل زوی لټوي.
       *[not-said] دا کس خپل زوی لټوي.
    }
alt-seeks-daughter = { $sex ->
        [woman] دا ښځه خپله لور لټوي.
        [man] دا سړی خپله لور لټوي.
       *[not-said] دا کس خپله لور لټوي.
    }
alt-seeks-brother = { $sex ->
        [woman] دا ښځه خپل ورور لټوي.
        [man] دا سړی خپل ورور لټوي.
       *[not-said] دا کس خپل ورور لټوي.
    }
alt-seeks-sister = { $sex ->
        [woman] دا ښځه خپله خور لټوي.
        [man] دا سړی خپله خور لټوي.
       *[not-said] دا کس خپله خور لټوي.
    }
alt-seeks-husband = { $sex ->
        [woman] دا ښځه خپل مېړه لټوي.
        [man] دا سړی خپل مېړه لټوي.
       *[not-said] دا کس خپل مېړه لټوي.
    }
alt-seeks-wife = { $sex ->
        [woman] دا ښځه خپله مېرمن لټوي.
        [man] دا سړی خپله مېرمن لټوي.
       *[not-said] دا کس خپله مېرمن لټوي.
    }
alt-seeks-grandparent = { $sex ->
        [woman] دا ښځه خپل نیکه یا خپله انا لټوي.
        [man] دا سړی خپل نیکه یا خپله انا لټوي.
       *[not-said] دا کس خپل نیکه یا خپله انا لټوي.
    }
alt-seeks-grandchild = { $sex ->
        [woman] دا ښځه خپل لمسی یا خپله لمسۍ لټوي.
        [man] دا سړی خپل لمسی یا خپله لمسۍ لټوي.
       *[not-said] دا کس خپل لمسی یا خپله لمسۍ لټوي.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] دا ښځه خپل تره یا ماما، یا خپله عمه یا ترور لټوي.
        [man] دا سړی خپل تره یا ماما، یا خپله عمه یا ترور لټوي.
       *[not-said] دا کس خپل تره یا ماما، یا خپله عمه یا ترور لټوي.
    }
alt-seeks-cousin = { $sex ->
        [woman] دا ښځه د خپل تره، ماما، عمې یا ترور زوی یا لور لټوي.
        [man] دا سړی د خپل تره، ماما، عمې یا ترور زوی یا لور لټوي.
       *[not-said] دا کس د خپل تره، ماما، عمې یا ترور زوی یا لور لټوي.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] دا ښځه د خپل ورور یا د خپلې خور زوی یا لور لټوي.
        [man] دا سړی د خپل ورور یا د خپلې خور زوی یا لور لټوي.
       *[not-said] دا کس د خپل ورور یا د خپلې خور زوی یا لور لټوي.
    }
alt-seeks-other-family = { $sex ->
        [woman] دا ښځه د خپلې کورنۍ یو غړی لټوي.
        [man] دا سړی د خپلې کورنۍ یو غړی لټوي.
       *[not-said] دا کس د خپلې کورنۍ یو غړی لټوي.
    }
