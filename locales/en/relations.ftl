# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = I am looking for my mother.
seeks-father = I am looking for my father.
seeks-son = I am looking for my son.
seeks-daughter = I am looking for my daughter.
seeks-brother = I am looking for my brother.
seeks-sister = I am looking for my sister.
seeks-husband = I am looking for my husband.
seeks-wife = I am looking for my wife.
seeks-grandparent = I am looking for my grandparent.
seeks-grandchild = I am looking for my grandchild.
seeks-aunt-uncle = I am looking for my aunt or uncle.
seeks-cousin = I am looking for my cousin.
seeks-niece-nephew = I am looking for my niece or nephew.
seeks-other-family = I am looking for a member of my family.

# In filters and forms.
relation-mother = mother
relation-father = father
relation-son = son
relation-daughter = daughter
relation-brother = brother
relation-sister = sister
relation-husband = husband
relation-wife = wife
relation-grandparent = grandparent
relation-grandchild = grandchild
relation-aunt-uncle = aunt or uncle
relation-cousin = cousin
relation-niece-nephew = niece or nephew
relation-other-family = another family member

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = They look for their mother.
gallery-seeking-father = They look for their father.
gallery-seeking-son = They look for their son.
gallery-seeking-daughter = They look for their daughter.
gallery-seeking-brother = They look for their brother.
gallery-seeking-sister = They look for their sister.
gallery-seeking-husband = They look for their husband.
gallery-seeking-wife = They look for their wife.
gallery-seeking-grandparent = They look for their grandparent.
gallery-seeking-grandchild = They look for their grandchild.
gallery-seeking-aunt-uncle = They look for their aunt or uncle.
gallery-seeking-cousin = They look for their cousin.
gallery-seeking-niece-nephew = They look for their niece or nephew.
gallery-seeking-other-family = They look for another member of their family.

sex-woman = woman
sex-man = man
sex-not-said = not said

age-from-15 = 15 to 24
age-from-25 = 25 to 39
age-from-40 = 40 to 59
age-from-60 = 60 and over

region-north-africa = North Africa
region-west-africa = West Africa
region-east-africa = East Africa
region-central-and-southern-africa = Central and Southern Africa
region-western-asia = Western Asia
region-central-asia = Central Asia
region-south-asia = South Asia
region-east-and-south-east-asia = East and South-East Asia
region-europe = Europe
region-north-america = North America
region-latin-america-and-caribbean = Latin America and the Caribbean
region-oceania = Oceania

country-not-said = not said

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = Photo { $number }: { $sex ->
        [woman] { $age ->
            [from-15] a woman, 15 to 24 years old.
            [from-25] a woman, 25 to 39 years old.
            [from-40] a woman, 40 to 59 years old.
           *[from-60] a woman, 60 years old or over.
        }
        [man] { $age ->
            [from-15] a man, 15 to 24 years old.
            [from-25] a man, 25 to 39 years old.
            [from-40] a man, 40 to 59 years old.
           *[from-60] a man, 60 years old or over.
        }
       *[not-said] { $age ->
            [from-15] a person, 15 to 24 years old.
            [from-25] a person, 25 to 39 years old.
            [from-40] a person, 40 to 59 years old.
           *[from-60] a person, 60 years old or over.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] She is looking for her mother.
        [man] He is looking for his mother.
       *[not-said] This person is looking for their mother.
    }
alt-seeks-father = { $sex ->
        [woman] She is looking for her father.
        [man] He is looking for his father.
       *[not-said] This person is looking for their father.
    }
alt-seeks-son = { $sex ->
        [woman] She is looking for her son.
        [man] He is looking for his son.
       *[not-said] This person is looking for their son.
    }
alt-seeks-daughter = { $sex ->
        [woman] She is looking for her daughter.
        [man] He is looking for his daughter.
       *[not-said] This person is looking for their daughter.
    }
alt-seeks-brother = { $sex ->
        [woman] She is looking for her brother.
        [man] He is looking for his brother.
       *[not-said] This person is looking for their brother.
    }
alt-seeks-sister = { $sex ->
        [woman] She is looking for her sister.
        [man] He is looking for his sister.
       *[not-said] This person is looking for their sister.
    }
alt-seeks-husband = { $sex ->
        [woman] She is looking for her husband.
        [man] He is looking for his husband.
       *[not-said] This person is looking for their husband.
    }
alt-seeks-wife = { $sex ->
        [woman] She is looking for her wife.
        [man] He is looking for his wife.
       *[not-said] This person is looking for their wife.
    }
alt-seeks-grandparent = { $sex ->
        [woman] She is looking for her grandparent.
        [man] He is looking for his grandparent.
       *[not-said] This person is looking for their grandparent.
    }
alt-seeks-grandchild = { $sex ->
        [woman] She is looking for her grandchild.
        [man] He is looking for his grandchild.
       *[not-said] This person is looking for their grandchild.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] She is looking for her aunt or uncle.
        [man] He is looking for his aunt or uncle.
       *[not-said] This person is looking for their aunt or uncle.
    }
alt-seeks-cousin = { $sex ->
        [woman] She is looking for her cousin.
        [man] He is looking for his cousin.
       *[not-said] This person is looking for their cousin.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] She is looking for her niece or nephew.
        [man] He is looking for his niece or nephew.
       *[not-said] This person is looking for their niece or nephew.
    }
alt-seeks-other-family = { $sex ->
        [woman] She is looking for a member of her family.
        [man] He is looking for a member of his family.
       *[not-said] This person is looking for a member of their family.
    }
