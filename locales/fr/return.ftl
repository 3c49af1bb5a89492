# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = Votre message
return-code = Écrivez votre code
return-code-hint = Écrivez tous ses chiffres. Vous pouvez utiliser les chiffres de votre langue, des espaces et des tirets.
return-code-missing = Écrivez votre code.
return-code-not-digits = Le code contient seulement des chiffres. Regardez-le encore une fois.
return-code-length = Il manque des chiffres, ou il y en a trop. Comparez avec votre code.
return-code-check-digit = Un chiffre est différent, ou deux chiffres sont inversés. Comparez avec votre code.
return-code-unknown = Nous n’avons rien trouvé avec ce code. Le message est peut-être déjà effacé.
return-over = Écrivez encore une fois votre code pour continuer.
return-kept = Ce que vous avez écrit est gardé. Écrivez votre code pour continuer.
return-busy-title = Beaucoup de personnes sont ici en ce moment
return-busy-text = Réessayez dans une minute. Votre message est en sécurité.
return-wait-title = Attendez 20 secondes
return-wait-text = Appuyez ensuite sur « Continuer ». Vous n’avez pas besoin de l’image.
return-captcha-why = Ainsi, il est plus difficile de deviner les codes.
return-lost-heading = Avez-vous perdu le code ?
return-lost-text = Vous pouvez envoyer un nouveau message à partir de la photo.
return-withdraw-link = Ma propre photo est ici, et je veux la retirer

return-heading = Votre message
return-state-received = Nous avons votre message
return-state-received-text = Il attend qu’une personne de notre équipe le lise.
return-state-being-read = Nous lisons votre message
return-state-being-read-text = Une personne de notre équipe s’en occupe.
return-state-question = Nous avons une question pour vous
return-state-question-text = Lisez-la plus bas, et répondez quand vous pouvez.
return-state-closed = Nous avons terminé avec votre message
return-state-closed-text = Merci de votre aide. Le message sera effacé après un certain temps.
return-thread = Ce qui a été écrit
return-from-staff = De notre part
return-own = Vous avez envoyé une réponse
return-delete = Effacer cette réponse
return-ago-now = il y a moins d’une heure
return-ago-hours = { $count ->
        [one] il y a une heure
       *[other] il y a { $count } heures
    }
return-ago-days = { $count ->
        [one] il y a un jour
       *[other] il y a { $count } jours
    }
return-answer = Votre réponse
return-write = Voulez-vous nous en dire plus ?
return-answer-hint = Pour votre sécurité, elle n’est plus montrée ici après l’envoi.
return-answer-missing = Écrivez une réponse avant d’envoyer.
return-answer-long = C’est trop long. Écrivez 4 000 lettres au plus.
return-answer-often = Vous avez envoyé beaucoup de réponses aujourd’hui. Réessayez demain. Celle-ci est toujours là.
return-closed-answer = Vous pouvez encore nous écrire. Alors nous relirons votre message.
return-caller-check-heading = Votre numéro de vérification
return-finish = J’ai terminé
return-sent-title = Votre réponse est enregistrée
return-sent-text = Seul notre personnel formé peut l’ouvrir.
return-deleted-title = Votre réponse est effacée
return-deleted-text = Elle a disparu pour toujours.
return-erase-open = Effacer tout mon message
return-erase-title = Effacer votre message ?
return-erase-text = Tout ce que vous nous avez écrit sera effacé, et nos réponses aussi. Nous ne pourrons plus le lire, ni vous aider avec ce message.
return-erase-seen = Notre personnel l’a peut-être déjà lu. Ses propres notes sur ce message sont effacées plus tard.
return-erase-now = Oui, tout effacer
return-erase-keep = Non, garder mon message
return-erased-heading = Votre message est effacé
return-erased-text = Tout ce que vous avez écrit a disparu, et votre code ne marche plus.
return-erased-again = Avez-vous changé d’avis ? Vous pouvez nous écrire de nouveau à partir de la photo.
return-not-saved-title = Pas enregistré
return-not-saved-text = Votre réponse est encore ici. Réessayez dans quelques minutes.
