# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = Je cherche ma mère.
seeks-father = Je cherche mon père.
seeks-son = Je cherche mon fils.
seeks-daughter = Je cherche ma fille.
seeks-brother = Je cherche mon frère.
seeks-sister = Je cherche ma sœur.
seeks-husband = Je cherche mon mari.
seeks-wife = Je cherche ma femme.
seeks-grandparent = Je cherche mon grand-père ou ma grand-mère.
seeks-grandchild = Je cherche mon petit-fils ou ma petite-fille.
seeks-aunt-uncle = Je cherche ma tante ou mon oncle.
seeks-cousin = Je cherche mon cousin ou ma cousine.
seeks-niece-nephew = Je cherche ma nièce ou mon neveu.
seeks-other-family = Je cherche une personne de ma famille.

# In filters and forms.
relation-mother = mère
relation-father = père
relation-son = fils
relation-daughter = fille
relation-brother = frère
relation-sister = sœur
relation-husband = mari
relation-wife = épouse
relation-grandparent = grand-père ou grand-mère
relation-grandchild = petit-fils ou petite-fille
relation-aunt-uncle = tante ou oncle
relation-cousin = cousin ou cousine
relation-niece-nephew = nièce ou neveu
relation-other-family = une autre personne de la famille

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = Ces personnes cherchent leur mère.
gallery-seeking-father = Ces personnes cherchent leur père.
gallery-seeking-son = Ces personnes cherchent leur fils.
gallery-seeking-daughter = Ces personnes cherchent leur fille.
gallery-seeking-brother = Ces personnes cherchent leur frère.
gallery-seeking-sister = Ces personnes cherchent leur sœur.
gallery-seeking-husband = Ces personnes cherchent leur mari.
gallery-seeking-wife = Ces personnes cherchent leur femme.
gallery-seeking-grandparent = Ces personnes cherchent leur grand-père ou leur grand-mère.
gallery-seeking-grandchild = Ces personnes cherchent leur petit-fils ou leur petite-fille.
gallery-seeking-aunt-uncle = Ces personnes cherchent leur tante ou leur oncle.
gallery-seeking-cousin = Ces personnes cherchent leur cousin ou leur cousine.
gallery-seeking-niece-nephew = Ces personnes cherchent leur nièce ou leur neveu.
gallery-seeking-other-family = Ces personnes cherchent une autre personne de leur famille.

sex-woman = femme
sex-man = homme
sex-not-said = non précisé

age-from-15 = 15 à 24 ans
age-from-25 = 25 à 39 ans
age-from-40 = 40 à 59 ans
age-from-60 = 60 ans et plus

region-north-africa = Afrique du Nord
region-west-africa = Afrique de l’Ouest
region-east-africa = Afrique de l’Est
region-central-and-southern-africa = Afrique centrale et australe
region-western-asia = Asie de l’Ouest
region-central-asia = Asie centrale
region-south-asia = Asie du Sud
region-east-and-south-east-asia = Asie de l’Est et du Sud-Est
region-europe = Europe
region-north-america = Amérique du Nord
region-latin-america-and-caribbean = Amérique latine et Caraïbes
region-oceania = Océanie

country-not-said = non précisé

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = Photo { $number } : { $sex ->
        [woman] { $age ->
            [from-15] une femme de 15 à 24 ans.
            [from-25] une femme de 25 à 39 ans.
            [from-40] une femme de 40 à 59 ans.
           *[from-60] une femme de 60 ans ou plus.
        }
        [man] { $age ->
            [from-15] un homme de 15 à 24 ans.
            [from-25] un homme de 25 à 39 ans.
            [from-40] un homme de 40 à 59 ans.
           *[from-60] un homme de 60 ans ou plus.
        }
       *[not-said] { $age ->
            [from-15] une personne de 15 à 24 ans.
            [from-25] une personne de 25 à 39 ans.
            [from-40] une personne de 40 à 59 ans.
           *[from-60] une personne de 60 ans ou plus.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] Elle cherche sa mère.
        [man] Il cherche sa mère.
       *[not-said] Cette personne cherche sa mère.
    }
alt-seeks-father = { $sex ->
        [woman] Elle cherche son père.
        [man] Il cherche son père.
       *[not-said] Cette personne cherche son père.
    }
alt-seeks-son = { $sex ->
        [woman] Elle cherche son fils.
        [man] Il cherche son fils.
       *[not-said] Cette personne cherche son fils.
    }
alt-seeks-daughter = { $sex ->
        [woman] Elle cherche sa fille.
        [man] Il cherche sa fille.
       *[not-said] Cette personne cherche sa fille.
    }
alt-seeks-brother = { $sex ->
        [woman] Elle cherche son frère.
        [man] Il cherche son frère.
       *[not-said] Cette personne cherche son frère.
    }
alt-seeks-sister = { $sex ->
        [woman] Elle cherche sa sœur.
        [man] Il cherche sa sœur.
       *[not-said] Cette personne cherche sa sœur.
    }
alt-seeks-husband = { $sex ->
        [woman] Elle cherche son mari.
        [man] Il cherche son mari.
       *[not-said] Cette personne cherche son mari.
    }
alt-seeks-wife = { $sex ->
        [woman] Elle cherche sa femme.
        [man] Il cherche sa femme.
       *[not-said] Cette personne cherche sa femme.
    }
alt-seeks-grandparent = { $sex ->
        [woman] Elle cherche son grand-père ou sa grand-mère.
        [man] Il cherche son grand-père ou sa grand-mère.
       *[not-said] Cette personne cherche son grand-père ou sa grand-mère.
    }
alt-seeks-grandchild = { $sex ->
        [woman] Elle cherche son petit-fils ou sa petite-fille.
        [man] Il cherche son petit-fils ou sa petite-fille.
       *[not-said] Cette personne cherche son petit-fils ou sa petite-fille.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] Elle cherche sa tante ou son oncle.
        [man] Il cherche sa tante ou son oncle.
       *[not-said] Cette personne cherche sa tante ou son oncle.
    }
alt-seeks-cousin = { $sex ->
        [woman] Elle cherche son cousin ou sa cousine.
        [man] Il cherche son cousin ou sa cousine.
       *[not-said] Cette personne cherche son cousin ou sa cousine.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] Elle cherche sa nièce ou son neveu.
        [man] Il cherche sa nièce ou son neveu.
       *[not-said] Cette personne cherche sa nièce ou son neveu.
    }
alt-seeks-other-family = { $sex ->
        [woman] Elle cherche une personne de sa famille.
        [man] Il cherche une personne de sa famille.
       *[not-said] Cette personne cherche une personne de sa famille.
    }
