# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = Busco a mi madre.
seeks-father = Busco a mi padre.
seeks-son = Busco a mi hijo.
seeks-daughter = Busco a mi hija.
seeks-brother = Busco a mi hermano.
seeks-sister = Busco a mi hermana.
seeks-husband = Busco a mi esposo.
seeks-wife = Busco a mi esposa.
seeks-grandparent = Busco a mi abuelo o abuela.
seeks-grandchild = Busco a mi nieto o nieta.
seeks-aunt-uncle = Busco a mi tía o tío.
seeks-cousin = Busco a mi primo o prima.
seeks-niece-nephew = Busco a mi sobrina o sobrino.
seeks-other-family = Busco a alguien de mi familia.

# In filters and forms.
relation-mother = madre
relation-father = padre
relation-son = hijo
relation-daughter = hija
relation-brother = hermano
relation-sister = hermana
relation-husband = esposo
relation-wife = esposa
relation-grandparent = abuelo o abuela
relation-grandchild = nieto o nieta
relation-aunt-uncle = tía o tío
relation-cousin = primo o prima
relation-niece-nephew = sobrina o sobrino
relation-other-family = otra persona de la familia

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = Estas personas buscan a su madre.
gallery-seeking-father = Estas personas buscan a su padre.
gallery-seeking-son = Estas personas buscan a su hijo.
gallery-seeking-daughter = Estas personas buscan a su hija.
gallery-seeking-brother = Estas personas buscan a su hermano.
gallery-seeking-sister = Estas personas buscan a su hermana.
gallery-seeking-husband = Estas personas buscan a su esposo.
gallery-seeking-wife = Estas personas buscan a su esposa.
gallery-seeking-grandparent = Estas personas buscan a su abuelo o abuela.
gallery-seeking-grandchild = Estas personas buscan a su nieto o nieta.
gallery-seeking-aunt-uncle = Estas personas buscan a su tía o tío.
gallery-seeking-cousin = Estas personas buscan a su primo o prima.
gallery-seeking-niece-nephew = Estas personas buscan a su sobrina o sobrino.
gallery-seeking-other-family = Estas personas buscan a otra persona de su familia.

sex-woman = mujer
sex-man = hombre
sex-not-said = sin precisar

age-from-15 = 15 a 24 años
age-from-25 = 25 a 39 años
age-from-40 = 40 a 59 años
age-from-60 = 60 años o más

region-north-africa = Norte de África
region-west-africa = África Occidental
region-east-africa = África Oriental
region-central-and-southern-africa = África Central y Austral
region-western-asia = Asia Occidental
region-central-asia = Asia Central
region-south-asia = Sur de Asia
region-east-and-south-east-asia = Este y Sudeste de Asia
region-europe = Europa
region-north-america = América del Norte
region-latin-america-and-caribbean = América Latina y el Caribe
region-oceania = Oceanía

country-not-said = sin precisar

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = Foto { $number }: { $sex ->
        [woman] { $age ->
            [from-15] una mujer de 15 a 24 años.
            [from-25] una mujer de 25 a 39 años.
            [from-40] una mujer de 40 a 59 años.
           *[from-60] una mujer de 60 años o más.
        }
        [man] { $age ->
            [from-15] un hombre de 15 a 24 años.
            [from-25] un hombre de 25 a 39 años.
            [from-40] un hombre de 40 a 59 años.
           *[from-60] un hombre de 60 años o más.
        }
       *[not-said] { $age ->
            [from-15] una persona de 15 a 24 años.
            [from-25] una persona de 25 a 39 años.
            [from-40] una persona de 40 a 59 años.
           *[from-60] una persona de 60 años o más.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] Ella busca a su madre.
        [man] Él busca a su madre.
       *[not-said] Esta persona busca a su madre.
    }
alt-seeks-father = { $sex ->
        [woman] Ella busca a su padre.
        [man] Él busca a su padre.
       *[not-said] Esta persona busca a su padre.
    }
alt-seeks-son = { $sex ->
        [woman] Ella busca a su hijo.
        [man] Él busca a su hijo.
       *[not-said] Esta persona busca a su hijo.
    }
alt-seeks-daughter = { $sex ->
        [woman] Ella busca a su hija.
        [man] Él busca a su hija.
       *[not-said] Esta persona busca a su hija.
    }
alt-seeks-brother = { $sex ->
        [woman] Ella busca a su hermano.
        [man] Él busca a su hermano.
       *[not-said] Esta persona busca a su hermano.
    }
alt-seeks-sister = { $sex ->
        [woman] Ella busca a su hermana.
        [man] Él busca a su hermana.
       *[not-said] Esta persona busca a su hermana.
    }
alt-seeks-husband = { $sex ->
        [woman] Ella busca a su esposo.
        [man] Él busca a su esposo.
       *[not-said] Esta persona busca a su esposo.
    }
alt-seeks-wife = { $sex ->
        [woman] Ella busca a su esposa.
        [man] Él busca a su esposa.
       *[not-said] Esta persona busca a su esposa.
    }
alt-seeks-grandparent = { $sex ->
        [woman] Ella busca a su abuelo o abuela.
        [man] Él busca a su abuelo o abuela.
       *[not-said] Esta persona busca a su abuelo o abuela.
    }
alt-seeks-grandchild = { $sex ->
        [woman] Ella busca a su nieto o nieta.
        [man] Él busca a su nieto o nieta.
       *[not-said] Esta persona busca a su nieto o nieta.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] Ella busca a su tía o tío.
        [man] Él busca a su tía o tío.
       *[not-said] Esta persona busca a su tía o tío.
    }
alt-seeks-cousin = { $sex ->
        [woman] Ella busca a su primo o prima.
        [man] Él busca a su primo o prima.
       *[not-said] Esta persona busca a su primo o prima.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] Ella busca a su sobrina o sobrino.
        [man] Él busca a su sobrina o sobrino.
       *[not-said] Esta persona busca a su sobrina o sobrino.
    }
alt-seeks-other-family = { $sex ->
        [woman] Ella busca a alguien de su familia.
        [man] Él busca a alguien de su familia.
       *[not-said] Esta persona busca a alguien de su familia.
    }
