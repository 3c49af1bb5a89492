# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = Votre message
receipt-safe-title = Votre message est enregistré
receipt-safe-text = Seul notre personnel formé peut l’ouvrir.
receipt-heading = Gardez ce code
receipt-lead = Avec ce code, vous pouvez lire nos questions et y répondre.
receipt-code-label = Votre code
receipt-caller-check-heading = Votre numéro de vérification
receipt-next-heading = Et maintenant ?
receipt-remove = Vous nous avez demandé de retirer la photo { $number }
receipt-remove-call = Vous voulez appeler ? Trouvez la Croix-Rouge ou le Croissant-Rouge près de vous
receipt-next-return = Revenez avec votre code pour voir si nous avons une question.
receipt-saved = J’ai gardé le code
receipt-saved-hint = Nous avons votre message, même si vous n’appuyez pas ici.
receipt-file = Enregistrer dans un petit fichier texte
receipt-file-hint = Le fichier s’appelle note.txt.
receipt-file-code = Code :
receipt-file-caller-check = Quand nous appelons, nous disons d’abord ce numéro :
receipt-done-heading = C’est terminé
receipt-done-text = Cette page ne montre rien de ce que vous avez écrit.
receipt-done-shared-phone = D’autres personnes utilisent ce téléphone ? Fermez cette page maintenant.
receipt-done-return = Lire nos questions avec votre code
receipt-done-photos = Aller aux photos
