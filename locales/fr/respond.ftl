# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = Votre message

respond-lead-looking-for-me = Dites-nous qui vous êtes. Seul notre personnel formé peut le lire.
respond-lead-i-know = Dites-nous ce que vous savez. Seul notre personnel formé peut le lire.
respond-lead-remove-my-photo = Nous retirons cette photo dès que possible.
respond-lead-something-wrong = Dites-nous ce qui ne va pas. Nous allons regarder.

respond-have-code-title = Avez-vous le code écrit sur votre feuille ?
respond-have-code-text = Avec le code, la photo disparaît tout de suite.
respond-have-code-link = La retirer maintenant avec le code

respond-relation = Qui êtes-vous pour la personne sur la photo ?
respond-relation-other = une autre personne, pas de la famille
respond-relation-in-words = Avec vos propres mots
respond-relation-in-words-hint = Par exemple : son voisin, sa maîtresse d’école, le fils de sa sœur.
respond-relation-missing = Choisissez une réponse. Vous pouvez choisir « Je ne sais pas ».
respond-relation-in-words-long = Ce texte est trop long. Écrivez 100 lettres au plus.

respond-story-looking-for-me = À propos de vous
respond-story-i-know = Ce que vous savez
respond-story-remove-my-photo = Retirer cette photo
respond-story-something-wrong = Quelque chose ne va pas

respond-name = Votre nom
respond-name-hint = Écrivez-le à votre façon, dans n’importe quelle écriture.
respond-name-missing = Écrivez votre nom, ou cochez « Je ne veux pas dire mon nom ».
respond-name-long = Ce nom est trop long. Écrivez 200 lettres au plus.
respond-no-name = Je ne veux pas dire mon nom

respond-message-looking-for-me = Pourquoi pensez-vous que cette personne vous cherche ?
respond-message-i-know = Que savez-vous de cette personne ?
respond-message-hint = Par exemple : une cicatrice, un surnom, les autres membres de la famille. Écrivez dans n’importe quelle langue.
respond-message-hint-plain = Écrivez dans n’importe quelle langue.
respond-message-wrong = Qu’est-ce qui ne va pas ?
respond-message-remove = Y a-t-il quelque chose que nous devons savoir ?
respond-message-missing = Écrivez quelques mots pour que nous puissions vous comprendre.
respond-message-long = C’est trop long. Écrivez 4 000 lettres au plus.
respond-message-told = Ce que vous avez écrit

respond-danger = Il s’agit d’un enfant, ou quelqu’un est en danger
respond-danger-hint = Nous regardons ces messages en premier.
respond-danger-told = Il s’agit d’un enfant, ou quelqu’un est en danger

respond-contact = Comment pouvons-nous vous joindre ?
respond-contact-legend = Choisissez un moyen
respond-by-phone = Par téléphone
respond-by-phone-hint = Écrivez votre numéro plus bas.
respond-by-email = Par e-mail
respond-by-email-hint = Écrivez votre adresse plus bas.
respond-by-code = Avec un code seulement
respond-by-code-hint = Vous revenez sur ce site pour lire nos questions.
respond-contact-missing = Choisissez comment nous pouvons vous joindre.
respond-contact-told = Comment vous joindre
respond-phone = Numéro de téléphone
respond-phone-hint = Seulement si vous avez choisi le téléphone. Si possible, commencez par l’indicatif du pays.
respond-phone-missing = Écrivez votre numéro de téléphone, ou choisissez un autre moyen.
respond-phone-long = Ce numéro est trop long. Écrivez 60 chiffres et signes au plus.
respond-email = Adresse e-mail
respond-email-hint = Seulement si vous avez choisi l’e-mail.
respond-email-missing = Écrivez votre adresse e-mail, ou choisissez un autre moyen.
respond-email-wrong = Regardez l’adresse encore une fois. Il faut un @ et pas d’espaces.
respond-email-long = Cette adresse est trop longue.

respond-safe-contact = Comment vous appeler sans danger pour vous ?
respond-only-mine = Êtes-vous la seule personne à utiliser ce téléphone ?
respond-may-leave-message = Pouvons-nous laisser un message ?
respond-good-times = Quel est le bon moment ?
respond-good-times-hint = Par exemple : le soir, jamais le vendredi.
respond-times-long = Ce texte est trop long. Écrivez 100 lettres au plus.

respond-check = Regardez vos réponses
respond-check-lead = Vous pouvez changer chaque réponse avant l’envoi.
respond-change = Changer
respond-nothing = Rien d’écrit
respond-check-remove = Vous nous demandez de retirer la photo { $number }
respond-who-reads = Seul le personnel formé de la Croix-Rouge ou du Croissant-Rouge peut lire ceci.
respond-captcha-why = Cela nous aide à lire d’abord les messages de vraies personnes.
respond-slow-title = Vous pouvez envoyer votre message sans les chiffres
respond-slow-text = Nous mettrons peut-être un peu plus de temps à le lire. Il ne sera pas perdu.
respond-slow-first = Nous regardons quand même votre message en premier. Il ne sera pas perdu.
respond-slow-crowd = Si de très nombreux messages arrivent en même temps, nous lisons d’abord ceux avec des chiffres vérifiés.
respond-digits-needed = Nous avons peu de place en ce moment. Écrivez les chiffres, et votre message sera enregistré.

respond-old-title = Cette page est restée longtemps ouverte
respond-old-text = Vos réponses sont toujours là. Regardez-les encore une fois.

respond-not-saved-title = Pas enregistré
respond-not-saved-text = Votre message ne nous est pas arrivé. Rien n’est perdu : il est encore sur cette page.
respond-not-saved-heading = Nous ne pouvons pas enregistrer votre message maintenant
respond-not-saved-lead = Réessayez dans quelques minutes. Ou appelez la Croix-Rouge ou le Croissant-Rouge près de vous.
respond-not-saved-typed = Ce que vous avez écrit
respond-try-again = Réessayer

respond-lost-title = Ce formulaire n’est plus ouvert
respond-lost-text = Avez-vous vu un code ? Alors votre message a été envoyé. Sinon, recommencez à partir de la photo.
respond-lost-typed = Voici ce que vous avez écrit à la dernière page
respond-lost-photos = Aller aux photos
respond-lost-again = Recommencer

respond-sent-title = Votre message a été envoyé
respond-sent-text = C’est terminé.

respond-cookie-title = Regardez encore une fois, puis appuyez de nouveau
respond-cookie-text = Le cookie de ce formulaire manquait ou ne correspondait pas. Ce que vous avez écrit est toujours là.
respond-cookie-off = Votre navigateur n’accepte pas de cookies ? Vous pouvez continuer quand même.
