# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = Aller au contenu
title-error = Erreur :
title-part = { $title }, partie { $part }
back = Retour
menu-label = Pages principales
menu-photos = Photos
menu-return = Mon message
menu-safety = Votre sécurité
menu-help = Aide
languages-label = Langues
languages-jump = Autres langues

# The safety lines: translate these first, and have them read by a native speaker.
free-line = C’est gratuit. Nous ne demandons jamais d’argent.
caller-check-rule = Quand nous appelons, nous disons d’abord votre numéro de vérification. Si on ne vous dit pas ce numéro, ou si on vous en dit un autre, raccrochez.
leave-label = Sortie rapide
leave-now = Quitter cette page maintenant
leave-explained = « Quitter cette page maintenant » ouvre une page de météo. Ce que vous avez écrit ici est aussi effacé.
child-note = Tu as moins de 18 ans ? Tu peux demander à un adulte de confiance de s’asseoir avec toi.

foot-safety = Comment nous vous protégeons
foot-privacy = Ce que nous gardons, et pendant combien de temps
foot-directory = Trouver la Croix-Rouge ou le Croissant-Rouge près de vous
foot-questions = Questions et réponses
foot-scams = Ceux qui font semblant d’aider pour de l’argent
foot-clear = Comment effacer votre visite de ce téléphone
foot-posters = Affiches à imprimer
foot-about = À propos de ce site

form-errors-title = Regardez ceci encore une fois
form-error-spoken = Erreur :
form-optional = (vous pouvez laisser vide)
form-continue = Continuer
form-send = Envoyer
form-save = Enregistrer
form-cancel = Annuler
form-yes = Oui
form-no = Non
form-unknown = Je ne sais pas
form-letters-too-many = { $count ->
        [one] Il y a une lettre de trop.
       *[other] Il y a { $count } lettres de trop.
    }

captcha-label = Écrivez les chiffres de l’image
captcha-hint = Vous pouvez écrire avec les chiffres de votre langue.
captcha-picture-alt = Une image avec des chiffres. Vous pouvez aussi les écouter.
captcha-listen = Écouter les chiffres
captcha-listen-in = Écouter les chiffres dans cette langue : { $language }
captcha-another = Montrer une autre image
captcha-cannot = Je n’y arrive pas

listen-page = Écouter cette page
listen-stop = Arrêter la lecture

code-copy = Copier
code-copied = Copié
code-print = Imprimer

photo-number-label = Numéro de photo

pager-label = Pages
pager-previous = Page précédente
pager-next = Page suivante
pager-page = Page { $page }
pager-current = Page { $page }, cette page
