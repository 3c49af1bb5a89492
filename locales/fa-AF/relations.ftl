# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = من در جستجوی مادرم هستم.
seeks-father = من در جستجوی پدرم هستم.
seeks-son = من در جستجوی پسرم هستم.
seeks-daughter = من در جستجوی دخترم هستم.
seeks-brother = من در جستجوی برادرم هستم.
seeks-sister = من در جستجوی خواهرم هستم.
seeks-husband = من در جستجوی شوهرم هستم.
seeks-wife = من در جستجوی خانمم هستم.
seeks-grandparent = من در جستجوی پدرکلان یا مادرکلانم هستم.
seeks-grandchild = من در جستجوی نواسه‌ام هستم.
seeks-aunt-uncle = من در جستجوی کاکا، ماما، عمه یا خاله‌ام هستم.
seeks-cousin = من در جستجوی فرزند کاکا، ماما، عمه یا خاله‌ام هستم.
seeks-niece-nephew = من در جستجوی برادرزاده یا خواهرزاده‌ام هستم.
seeks-other-family = من در جستجوی یکی از اعضای خانواده‌ام هستم.

# In filters and forms.
relation-mother = مادر
relation-father = پدر
relation-son = پسر
relation-daughter = دختر
relation-brother = برادر
relation-sister = خواهر
relation-husband = شوهر
relation-wife = خانم (همسر)
relation-grandparent = پدرکلان یا مادرکلان
relation-grandchild = نواسه
relation-aunt-uncle = کاکا، ماما، عمه یا خاله
relation-cousin = فرزند کاکا، ماما، عمه یا خاله
relation-niece-nephew = برادرزاده یا خواهرزاده
relation-other-family = عضو دیگر خانواده

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = این اشخاص در جستجوی مادر خود هستند.
gallery-seeking-father = این اشخاص در جستجوی پدر خود هستند.
gallery-seeking-son = این اشخاص در جستجوی پسر خود هستند.
gallery-seeking-daughter = این اشخاص در جستجوی دختر خود هستند.
gallery-seeking-brother = این اشخاص در جستجوی برادر خود هستند.
gallery-seeking-sister = این اشخاص در جستجوی خواهر خود هستند.
gallery-seeking-husband = این اشخاص در جستجوی شوهر خود هستند.
gallery-seeking-wife = این اشخاص در جستجوی خانم خود هستند.
gallery-seeking-grandparent = این اشخاص در جستجوی پدرکلان یا مادرکلان خود هستند.
gallery-seeking-grandchild = این اشخاص در جستجوی نواسهٔ خود هستند.
gallery-seeking-aunt-uncle = این اشخاص در جستجوی کاکا، ماما، عمه یا خالهٔ خود هستند.
gallery-seeking-cousin = این اشخاص در جستجوی فرزند کاکا، ماما، عمه یا خالهٔ خود هستند.
gallery-seeking-niece-nephew = این اشخاص در جستجوی برادرزاده یا خواهرزادهٔ خود هستند.
gallery-seeking-other-family = این اشخاص در جستجوی عضو دیگر خانوادهٔ خود هستند.

sex-woman = زن
sex-man = مرد
sex-not-said = گفته نشده

age-from-15 = 15 تا 24 سال
age-from-25 = 25 تا 39 سال
age-from-40 = 40 تا 59 سال
age-from-60 = 60 سال و بالاتر

region-north-africa = شمال افریقا
region-west-africa = غرب افریقا
region-east-africa = شرق افریقا
region-central-and-southern-africa = مرکز و جنوب افریقا
region-western-asia = غرب آسیا
region-central-asia = آسیای میانه
region-south-asia = جنوب آسیا
region-east-and-south-east-asia = شرق و جنوب‌شرق آسیا
region-europe = اروپا
region-north-america = امریکای شمالی
region-latin-america-and-caribbean = امریکای لاتین و کارائیب
region-oceania = اوقیانوسیه

country-not-said = گفته نشده

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = عکس { $number }: { $sex ->
        [woman] { $age ->
            [from-15] یک زن، 15 تا 24 ساله.
            [from-25] یک زن، 25 تا 39 ساله.
            [from-40] یک زن، 40 تا 59 ساله.
           *[from-60] یک زن، 60 ساله یا بالاتر.
        }
        [man] { $age ->
            [from-15] یک مرد، 15 تا 24 ساله.
            [from-25] یک مرد، 25 تا 39 ساله.
            [from-40] یک مرد، 40 تا 59 ساله.
           *[from-60] یک مرد، 60 ساله یا بالاتر.
        }
       *[not-said] { $age ->
            [from-15] یک شخص، 15 تا 24 ساله.
            [from-25] یک شخص، 25 تا 39 ساله.
            [from-40] یک شخص، 40 تا 59 ساله.
           *[from-60] یک شخص، 60 ساله یا بالاتر.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] این زن در جستجوی مادر خود است.
        [man] این مرد در جستجوی مادر خود است.
       *[not-said] این شخص در جستجوی مادر خود است.
    }
alt-seeks-father = { $sex ->
        [woman] این زن در جستجوی پدر خود است.
        [man] این مرد در جستجوی پدر خود است.
       *[not-said] این شخص در جستجوی پدر خود است.
    }
alt-seeks-son = { $sex ->
        [woman] این زن در جستجوی پسر خود است.
        [man] این مرد در جستجوی پسر خود است.
       *[not-said] این شخص در جستجوی پسر خود است.
    }
alt-seeks-daughter = { $sex ->
        [woman] این زن در جستجوی دختر خود است.
        [man] این مرد در جستجوی دختر خود است.
       *[not-said] این شخص در جستجوی دختر خود است.
    }
alt-seeks-brother = { $sex ->
        [woman] این زن در جستجوی برادر خود است.
        [man] این مرد در جستجوی برادر خود است.
       *[not-said] این شخص در جستجوی برادر خود است.
    }
alt-seeks-sister = { $sex ->
        [woman] این زن در جستجوی خواهر خود است.
        [man] این مرد در جستجوی خواهر خود است.
       *[not-said] این شخص در جستجوی خواهر خود است.
    }
alt-seeks-husband = { $sex ->
        [woman] این زن در جستجوی شوهر خود است.
        [man] این مرد در جستجوی شوهر خود است.
       *[not-said] این شخص در جستجوی شوهر خود است.
    }
alt-seeks-wife = { $sex ->
        [woman] این زن در جستجوی خانم خود است.
        [man] این مرد در جستجوی خانم خود است.
       *[not-said] این شخص در جستجوی خانم خود است.
    }
alt-seeks-grandparent = { $sex ->
        [woman] این زن در جستجوی پدرکلان یا مادرکلان خود است.
        [man] این مرد در جستجوی پدرکلان یا مادرکلان خود است.
       *[not-said] این شخص در جستجوی پدرکلان یا مادرکلان خود است.
    }
alt-seeks-grandchild = { $sex ->
        [woman] این زن در جستجوی نواسهٔ خود است.
        [man] این مرد در جستجوی نواسهٔ خود است.
       *[not-said] این شخص در جستجوی نواسهٔ خود است.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] این زن در جستجوی کاکا، ماما، عمه یا خالهٔ خود است.
        [man] این مرد در جستجوی کاکا، ماما، عمه یا خالهٔ خود است.
       *[not-said] این شخص در جستجوی کاکا، ماما، عمه یا خالهٔ خود است.
    }
alt-seeks-cousin = { $sex ->
        [woman] این زن در جستجوی فرزند کاکا، ماما، عمه یا خالهٔ خود است.
        [man] این مرد در جستجوی فرزند کاکا، ماما، عمه یا خالهٔ خود است.
       *[not-said] این شخص در جستجوی فرزند کاکا، ماما، عمه یا خالهٔ خود است.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] این زن در جستجوی برادرزاده یا خواهرزادهٔ خود است.
        [man] این مرد در جستجوی برادرزاده یا خواهرزادهٔ خود است.
       *[not-said] این شخص در جستجوی برادرزاده یا خواهرزادهٔ خود است.
    }
alt-seeks-other-family = { $sex ->
        [woman] این زن در جستجوی یکی از اعضای خانوادهٔ خود است.
        [man] این مرد در جستجوی یکی از اعضای خانوادهٔ خود است.
       *[not-said] این شخص در جستجوی یکی از اعضای خانوادهٔ خود است.
    }
