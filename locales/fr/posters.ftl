# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = Est-ce que quelqu’un vous cherche ?
poster-lead = { $count ->
        [one] Cette personne cherche sa famille. Reconnaissez-vous ce visage ?
       *[other] Ces personnes cherchent leur famille. Reconnaissez-vous un visage ?
    }
poster-tell = Dites-le-nous sur ce site internet :
poster-scan = Pointez l’appareil photo de votre téléphone vers le carré.
poster-number = Numéro de photo
poster-without-phone = Vous n’avez pas de téléphone ? Allez à la Croix-Rouge ou au Croissant-Rouge près de vous. Dites le numéro de la photo.
poster-take-down = Retirez cette affiche après le { $date }.

posters-title = Affiches à imprimer
posters-lead = Accrochez-les là où les gens attendent ou se rencontrent. Demandez d’abord si c’est permis.
posters-none = Il n’y a pas d’affiches pour le moment. Revenez plus tard.
posters-photos = { $count ->
        [one] Une photo
       *[other] { $count } photos
    }
posters-file = Papier { $paper }, à imprimer, { $kilobytes } ko
posters-until = Affiche à retirer après le { $date }.
posters-gone-title = Cette affiche n’est plus montrée
posters-gone-text = Une personne sur l’affiche ne veut plus être montrée, ou la date de l’affiche est passée. Vous la voyez sur un mur près de vous ? Retirez-la.
posters-see = Voir les autres affiches
