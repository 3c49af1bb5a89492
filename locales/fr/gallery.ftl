# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = Cherchez votre famille avec des photos

gallery-title = Photos, page { $page } sur { $pages }
gallery-heading = Est-ce que quelqu’un vous cherche ?
gallery-lead = Ces personnes cherchent leur famille. Vous reconnaissez un visage ? Ouvrez la photo et dites-le-nous.
gallery-count = { $count ->
        [one] Une photo
       *[other] { $count } photos
    }
gallery-any = tous les choix
gallery-filter-open = Choisir qui voir
gallery-filter-seeking = Qui ces personnes cherchent-elles ?
gallery-filter-sex = Qui est sur la photo ?
gallery-filter-age = Quel âge a cette personne ?
gallery-filter-place = D’où vient cette personne ?
gallery-filter-regions = Régions
gallery-filter-countries = Pays
gallery-filter-captcha = D’abord, vous écrivez les chiffres d’une image. Ensuite, vous pouvez choisir pendant une heure.
gallery-filter-show = Montrer les photos
gallery-chosen-label = Ce que vous avez choisi
gallery-chosen-remove = Enlever ce choix
gallery-chosen-sex = Sur la photo : { $value }
gallery-chosen-age = Âge : { $value }
gallery-chosen-place = Origine : { $value }
gallery-see-all = Voir toutes les photos
gallery-pictures-small = Montrer des images plus petites, pour utiliser moins de données
gallery-pictures-usual = Montrer des images plus grandes
gallery-directory = Demander à la Croix-Rouge ou au Croissant-Rouge près de vous
gallery-none-title = Aucune photo ne correspond à ce choix
gallery-none-text = Enlevez un choix, ou regardez toutes les photos. De nouvelles photos arrivent chaque mois.
gallery-empty-title = Il n’y a pas encore de photos
gallery-empty-text = Revenez plus tard. La Croix-Rouge ou le Croissant-Rouge près de vous peut déjà vous aider.
gallery-unknown-title = Nous ne connaissons pas ce choix
gallery-unknown-text = L’adresse demande quelque chose que nous n’avons pas. Vous pouvez voir toutes les photos.
gallery-beyond-title = Il n’y a plus d’autres photos
gallery-beyond-text = Cette page vient après la dernière. Recommencez à la première page.
gallery-hidden-title = Nous ne montrons aucune photo pour le moment
gallery-hidden-text = Nous ne pouvons pas vérifier que chaque personne est toujours d’accord. En attendant, nous cachons toutes les photos.

number-open = J’ai un numéro de photo
number-hint = Il a 8 chiffres et se trouve par exemple sur une affiche. Vous pouvez écrire avec les chiffres de votre langue.
number-go = Montrer cette photo
number-missing = Écrivez le numéro de photo
number-not-digits = Un numéro de photo contient seulement des chiffres
number-wrong-length = Un numéro de photo a 8 chiffres. Comptez-les encore une fois.
number-wrong-digit = Un chiffre est différent, ou deux chiffres sont inversés. Regardez le numéro encore une fois.
number-unknown = Aucune photo n’a ce numéro. Regardez le numéro encore une fois.
