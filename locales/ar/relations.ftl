# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = أبحث عن أمي.
seeks-father = أبحث عن أبي.
seeks-son = أبحث عن ابني.
seeks-daughter = أبحث عن ابنتي.
seeks-brother = أبحث عن أخي.
seeks-sister = أبحث عن أختي.
seeks-husband = أبحث عن زوجي.
seeks-wife = أبحث عن زوجتي.
seeks-grandparent = أبحث عن جدي أو جدتي.
seeks-grandchild = أبحث عن حفيدي أو حفيدتي.
seeks-aunt-uncle = أبحث عن عمي أو عمتي، أو خالي أو خالتي.
seeks-cousin = أبحث عن أحد أبناء أعمامي أو أخوالي.
seeks-niece-nephew = أبحث عن أحد أبناء إخوتي أو أخواتي.
seeks-other-family = أبحث عن أحد أفراد عائلتي.

# In filters and forms.
relation-mother = الأم
relation-father = الأب
relation-son = الابن
relation-daughter = الابنة
relation-brother = الأخ
relation-sister = الأخت
relation-husband = الزوج
relation-wife = الزوجة
relation-grandparent = الجد أو الجدة
relation-grandchild = الحفيد أو الحفيدة
relation-aunt-uncle = العم أو العمة، أو الخال أو الخالة
relation-cousin = أحد أبناء العم أو الخال
relation-niece-nephew = أحد أبناء الأخ أو الأخت
relation-other-family = قريب آخر من العائلة

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = كل شخص هنا يبحث عن أمه.
gallery-seeking-father = كل شخص هنا يبحث عن أبيه.
gallery-seeking-son = كل شخص هنا يبحث عن ابنه.
gallery-seeking-daughter = كل شخص هنا يبحث عن ابنته.
gallery-seeking-brother = كل شخص هنا يبحث عن أخيه.
gallery-seeking-sister = كل شخص هنا يبحث عن أخته.
gallery-seeking-husband = كل شخص هنا يبحث عن زوجه.
gallery-seeking-wife = كل شخص هنا يبحث عن زوجته.
gallery-seeking-grandparent = كل شخص هنا يبحث عن جده أو جدته.
gallery-seeking-grandchild = كل شخص هنا يبحث عن حفيده أو حفيدته.
gallery-seeking-aunt-uncle = كل شخص هنا يبحث عن عمه أو عمته، أو خاله أو خالته.
gallery-seeking-cousin = كل شخص هنا يبحث عن أحد أبناء أعمامه أو أخواله.
gallery-seeking-niece-nephew = كل شخص هنا يبحث عن أحد أبناء إخوته أو أخواته.
gallery-seeking-other-family = كل شخص هنا يبحث عن قريب آخر من عائلته.

sex-woman = امرأة
sex-man = رجل
sex-not-said = غير مذكور

age-from-15 = من 15 إلى 24 سنة
age-from-25 = من 25 إلى 39 سنة
age-from-40 = من 40 إلى 59 سنة
age-from-60 = 60 سنة فأكثر

region-north-africa = شمال أفريقيا
region-west-africa = غرب أفريقيا
region-east-africa = شرق أفريقيا
region-central-and-southern-africa = وسط أفريقيا وجنوبها
region-western-asia = غرب آسيا
region-central-asia = آسيا الوسطى
region-south-asia = جنوب آسيا
region-east-and-south-east-asia = شرق آسيا وجنوب شرقها
region-europe = أوروبا
region-north-america = أمريكا الشمالية
region-latin-america-and-caribbean = أمريكا اللاتينية والكاريبي
region-oceania = أوقيانوسيا

country-not-said = غير مذكور

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = الصورة { $number }: { $sex ->
        [woman] { $age ->
            [from-15] امرأة، عمرها بين 15 و24 سنة.
            [from-25] امرأة، عمرها بين 25 و39 سنة.
            [from-40] امرأة، عمرها بين 40 و59 سنة.
           *[from-60] امرأة، عمرها 60 سنة أو أكثر.
        }
        [man] { $age ->
            [from-15] رجل، عمره بين 15 و24 سنة.
            [from-25] رجل، عمره بين 25 و39 سنة.
            [from-40] رجل، عمره بين 40 و59 سنة.
           *[from-60] رجل، عمره 60 سنة أو أكثر.
        }
       *[not-said] { $age ->
            [from-15] شخص، عمره بين 15 و24 سنة.
            [from-25] شخص، عمره بين 25 و39 سنة.
            [from-40] شخص، عمره بين 40 و59 سنة.
           *[from-60] شخص، عمره 60 سنة أو أكثر.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] هي تبحث عن أمها.
        [man] هو يبحث عن أمه.
       *[not-said] هذا الشخص يبحث عن أمه.
    }
alt-seeks-father = { $sex ->
        [woman] هي تبحث عن أبيها.
        [man] هو يبحث عن أبيه.
       *[not-said] هذا الشخص يبحث عن أبيه.
    }
alt-seeks-son = { $sex ->
        [woman] هي تبحث عن ابنها.
        [man] هو يبحث عن ابنه.
       *[not-said] هذا الشخص يبحث عن ابنه.
    }
alt-seeks-daughter = { $sex ->
        [woman] هي تبحث عن ابنتها.
        [man] هو يبحث عن ابنته.
       *[not-said] هذا الشخص يبحث عن ابنته.
    }
alt-seeks-brother = { $sex ->
        [woman] هي تبحث عن أخيها.
        [man] هو يبحث عن أخيه.
       *[not-said] هذا الشخص يبحث عن أخيه.
    }
alt-seeks-sister = { $sex ->
        [woman] هي تبحث عن أختها.
        [man] هو يبحث عن أخته.
       *[not-said] هذا الشخص يبحث عن أخته.
    }
alt-seeks-husband = { $sex ->
        [woman] هي تبحث عن زوجها.
        [man] هو يبحث عن زوجه.
       *[not-said] هذا الشخص يبحث عن زوجه.
    }
alt-seeks-wife = { $sex ->
        [woman] هي تبحث عن زوجتها.
        [man] هو يبحث عن زوجته.
       *[not-said] هذا الشخص يبحث عن زوجته.
    }
alt-seeks-grandparent = { $sex ->
        [woman] هي تبحث عن جدها أو جدتها.
        [man] هو يبحث عن جده أو جدته.
       *[not-said] هذا الشخص يبحث عن جده أو جدته.
    }
alt-seeks-grandchild = { $sex ->
        [woman] هي تبحث عن حفيدها أو حفيدتها.
        [man] هو يبحث عن حفيده أو حفيدته.
       *[not-said] هذا الشخص يبحث عن حفيده أو حفيدته.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] هي تبحث عن عمها أو عمتها، أو خالها أو خالتها.
        [man] هو يبحث عن عمه أو عمته، أو خاله أو خالته.
       *[not-said] هذا الشخص يبحث عن عمه أو عمته، أو خاله أو خالته.
    }
alt-seeks-cousin = { $sex ->
        [woman] هي تبحث عن أحد أبناء أعمامها أو أخوالها.
        [man] هو يبحث عن أحد أبناء أعمامه أو أخواله.
       *[not-said] هذا الشخص يبحث عن أحد أبناء أعمامه أو أخواله.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] هي تبحث عن أحد أبناء إخوتها أو أخواتها.
        [man] هو يبحث عن أحد أبناء إخوته أو أخواته.
       *[not-said] هذا الشخص يبحث عن أحد أبناء إخوته أو أخواته.
    }
alt-seeks-other-family = { $sex ->
        [woman] هي تبحث عن أحد أفراد عائلتها.
        [man] هو يبحث عن أحد أفراد عائلته.
       *[not-said] هذا الشخص يبحث عن أحد أفراد عائلته.
    }
