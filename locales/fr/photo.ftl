# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = Photo { $number }
photo-back = Toutes les photos
photo-age = Âge
photo-origin = Origine
photo-added-this-week = Photo ajoutée cette semaine.
photo-added-weeks = { $count ->
        [one] Ajoutée il y a une semaine.
       *[other] Ajoutée il y a { $count } semaines.
    }
photo-added-months = { $count ->
        [one] Ajoutée il y a un mois.
       *[other] Ajoutée il y a { $count } mois.
    }
photo-added-years = { $count ->
        [one] Ajoutée il y a un an.
       *[other] Ajoutée il y a { $count } ans.
    }
photo-door-looking-for-me = Cette personne me cherche
photo-door-i-know = Je connais cette personne
photo-door-remove = C’est ma photo : je veux la retirer
photo-door-wrong = Quelque chose ne va pas
photo-withdraw = Retirer ma photo avec le code écrit sur ma feuille
photo-download-open = Garder cette image
photo-download-hint = Montrez-la seulement à des personnes de confiance. Ne la mettez pas sur internet.
photo-download = { $width ->
    [320] Petite image, { $width } sur { $height } points, { $kilobytes } ko
    [640] Image moyenne, { $width } sur { $height } points, { $kilobytes } ko
    [1280] Grande image, { $width } sur { $height } points, { $kilobytes } ko
   *[other] Très petite image, { $width } sur { $height } points, { $kilobytes } ko
}
photo-download-unweighed = Image de { $width } sur { $height } points
