# Awaits a native reader: written with care, read by no native speaker yet.
# The public facts of a person in words. Every sentence is whole: nothing is glued from parts.

# On the card and the photo page, spoken by the person in the photo.
seeks-mother = Я шукаю свою матір.
seeks-father = Я шукаю свого батька.
seeks-son = Я шукаю свого сина.
seeks-daughter = Я шукаю свою доньку.
seeks-brother = Я шукаю свого брата.
seeks-sister = Я шукаю свою сестру.
seeks-husband = Я шукаю свого чоловіка.
seeks-wife = Я шукаю свою дружину.
seeks-grandparent = Я шукаю свого дідуся або свою бабусю.
seeks-grandchild = Я шукаю свого онука або свою онучку.
seeks-aunt-uncle = Я шукаю свою тітку або свого дядька.
seeks-cousin = Я шукаю двоюрідного брата або двоюрідну сестру.
seeks-niece-nephew = Я шукаю свою племінницю або свого племінника.
seeks-other-family = Я шукаю когось зі своєї родини.

# In filters and forms.
relation-mother = мати
relation-father = батько
relation-son = син
relation-daughter = донька
relation-brother = брат
relation-sister = сестра
relation-husband = чоловік (у шлюбі)
relation-wife = дружина
relation-grandparent = дідусь або бабуся
relation-grandchild = онук або онучка
relation-aunt-uncle = тітка або дядько
relation-cousin = двоюрідні брат або сестра
relation-niece-nephew = племінниця або племінник
relation-other-family = хтось інший із родини

# What a visitor chose to see, above the photos: people of any sex, all of whom look for this relative.
gallery-seeking-mother = Кожна людина тут шукає свою матір.
gallery-seeking-father = Кожна людина тут шукає свого батька.
gallery-seeking-son = Кожна людина тут шукає свого сина.
gallery-seeking-daughter = Кожна людина тут шукає свою доньку.
gallery-seeking-brother = Кожна людина тут шукає свого брата.
gallery-seeking-sister = Кожна людина тут шукає свою сестру.
gallery-seeking-husband = Кожна людина тут шукає свого чоловіка.
gallery-seeking-wife = Кожна людина тут шукає свою дружину.
gallery-seeking-grandparent = Кожна людина тут шукає свого дідуся або свою бабусю.
gallery-seeking-grandchild = Кожна людина тут шукає свого онука або свою онучку.
gallery-seeking-aunt-uncle = Кожна людина тут шукає свою тітку або свого дядька.
gallery-seeking-cousin = Кожна людина тут шукає двоюрідного брата або двоюрідну сестру.
gallery-seeking-niece-nephew = Кожна людина тут шукає свою племінницю або свого племінника.
gallery-seeking-other-family = Кожна людина тут шукає когось іншого зі своєї родини.

sex-woman = жінка
sex-man = чоловік
sex-not-said = не вказано

age-from-15 = від 15 до 24 років
age-from-25 = від 25 до 39 років
age-from-40 = від 40 до 59 років
age-from-60 = 60 років і більше

region-north-africa = Північна Африка
region-west-africa = Західна Африка
region-east-africa = Східна Африка
region-central-and-southern-africa = Центральна та Південна Африка
region-western-asia = Західна Азія
region-central-asia = Центральна Азія
region-south-asia = Південна Азія
region-east-and-south-east-asia = Східна та Південно-Східна Азія
region-europe = Європа
region-north-america = Північна Америка
region-latin-america-and-caribbean = Латинська Америка та країни Карибського моря
region-oceania = Океанія

country-not-said = не вказано

# The description of a photo for who cannot see it: alt-photo, then one alt-seeks sentence for each relation.
# $number is the photo number, $sex and $age are codes. It repeats published facts and guesses nothing.
alt-photo = Фото { $number }: { $sex ->
        [woman] { $age ->
            [from-15] жінка, вік від 15 до 24 років.
            [from-25] жінка, вік від 25 до 39 років.
            [from-40] жінка, вік від 40 до 59 років.
           *[from-60] жінка, вік 60 років або більше.
        }
        [man] { $age ->
            [from-15] чоловік, вік від 15 до 24 років.
            [from-25] чоловік, вік від 25 до 39 років.
            [from-40] чоловік, вік від 40 до 59 років.
           *[from-60] чоловік, вік 60 років або більше.
        }
       *[not-said] { $age ->
            [from-15] людина, вік від 15 до 24 років.
            [from-25] людина, вік від 25 до 39 років.
            [from-40] людина, вік від 40 до 59 років.
           *[from-60] людина, вік 60 років або більше.
        }
    }
alt-seeks-mother = { $sex ->
        [woman] Вона шукає свою матір.
        [man] Він шукає свою матір.
       *[not-said] Ця людина шукає свою матір.
    }
alt-seeks-father = { $sex ->
        [woman] Вона шукає свого батька.
        [man] Він шукає свого батька.
       *[not-said] Ця людина шукає свого батька.
    }
alt-seeks-son = { $sex ->
        [woman] Вона шукає свого сина.
        [man] Він шукає свого сина.
       *[not-said] Ця людина шукає свого сина.
    }
alt-seeks-daughter = { $sex ->
        [woman] Вона шукає свою доньку.
        [man] Він шукає свою доньку.
       *[not-said] Ця людина шукає свою доньку.
    }
alt-seeks-brother = { $sex ->
        [woman] Вона шукає свого брата.
        [man] Він шукає свого брата.
       *[not-said] Ця людина шукає свого брата.
    }
alt-seeks-sister = { $sex ->
        [woman] Вона шукає свою сестру.
        [man] Він шукає свою сестру.
       *[not-said] Ця людина шукає свою сестру.
    }
alt-seeks-husband = { $sex ->
        [woman] Вона шукає свого чоловіка.
        [man] Він шукає свого чоловіка.
       *[not-said] Ця людина шукає свого чоловіка.
    }
alt-seeks-wife = { $sex ->
        [woman] Вона шукає свою дружину.
        [man] Він шукає свою дружину.
       *[not-said] Ця людина шукає свою дружину.
    }
alt-seeks-grandparent = { $sex ->
        [woman] Вона шукає свого дідуся або свою бабусю.
        [man] Він шукає свого дідуся або свою бабусю.
       *[not-said] Ця людина шукає свого дідуся або свою бабусю.
    }
alt-seeks-grandchild = { $sex ->
        [woman] Вона шукає свого онука або свою онучку.
        [man] Він шукає свого онука або свою онучку.
       *[not-said] Ця людина шукає свого онука або свою онучку.
    }
alt-seeks-aunt-uncle = { $sex ->
        [woman] Вона шукає свою тітку або свого дядька.
        [man] Він шукає свою тітку або свого дядька.
       *[not-said] Ця людина шукає свою тітку або свого дядька.
    }
alt-seeks-cousin = { $sex ->
        [woman] Вона шукає двоюрідного брата або двоюрідну сестру.
        [man] Він шукає двоюрідного брата або двоюрідну сестру.
       *[not-said] Ця людина шукає двоюрідного брата або двоюрідну сестру.
    }
alt-seeks-niece-nephew = { $sex ->
        [woman] Вона шукає свою племінницю або свого племінника.
        [man] Він шукає свою племінницю або свого племінника.
       *[not-said] Ця людина шукає свою племінницю або свого племінника.
    }
alt-seeks-other-family = { $sex ->
        [woman] Вона шукає когось зі своєї родини.
        [man] Він шукає когось зі своєї родини.
       *[not-said] Ця людина шукає когось зі своєї родини.
    }
