# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.

directory-title = Trouver la Croix-Rouge ou le Croissant-Rouge près de vous
directory-lead = Vous pouvez appeler, écrire ou y aller. Leur aide est gratuite.
directory-languages = Langues : { $languages }
directory-offers = Ce que leurs équipes font pour vous
directory-offers-search = Elles cherchent votre famille avec vous.
directory-offers-photo = Elles peuvent montrer votre photo ici, si vous le voulez.
directory-offers-messages = Elles transmettent des messages entre les personnes d’une même famille.
directory-offers-calls = Sur place, vous pouvez téléphoner à votre famille.
directory-offers-detention = Elles peuvent demander des nouvelles de personnes en prison ou en détention.
directory-offers-children = Elles aident les enfants qui sont seuls.
directory-none = La liste est vide pour le moment. Là où vous êtes, demandez la Croix-Rouge ou le Croissant-Rouge.
directory-other = Votre pays n’est pas ici ? Allez à la Croix-Rouge ou au Croissant-Rouge près de vous. Son équipe peut nous joindre.

safety-title = Votre sécurité
safety-money-title = Nous ne demandons jamais d’argent
safety-money-text = Quelqu’un demande de l’argent pour retrouver votre famille ? Ce n’est pas nous. Ne payez pas, et dites-le-nous.
safety-call-title = Est-ce vraiment nous au téléphone ?
safety-call-text = Vous voyez ce numéro après l’envoi de votre message. Ne le dites jamais à la personne qui appelle. C’est nous qui vous le disons.
safety-shown-title = Ce que les autres peuvent voir
safety-shown-text = Une photo ne montre ni nom ni lieu. Elle ne dit jamais où est la personne maintenant.
safety-sealed-text = Votre message est sous clé. Il va à une seule Croix-Rouge ou à un seul Croissant-Rouge. Seul son personnel formé peut l’ouvrir.
safety-phone-title = Vous partagez votre téléphone
safety-phone-text = Le numéro de téléphone n’est pas obligatoire. Un code suffit pour lire notre réponse.
safety-history-text = Votre navigateur garde en mémoire les pages ouvertes. Effacez son historique, ou utilisez une fenêtre privée.
safety-scams-link = Comment reconnaître ceux qui font semblant d’aider
safety-clear-link = Comment effacer votre visite de ce téléphone
safety-contact-title = Nous ne vous mettons pas en contact sans vous demander
safety-contact-text = Notre personnel parle d’abord avec les deux personnes. Personne ne reçoit votre numéro ni votre adresse sans votre accord.
safety-danger-title = Vous êtes en danger maintenant ?
safety-danger-text = Nous ne pouvons pas venir tout de suite. D’autres, près de vous, peuvent aider maintenant.

privacy-title = Ce que nous gardons, et pendant combien de temps
privacy-look-title = Quand vous regardez les photos
privacy-look-text = Nous ne gardons rien sur vous. Nous ne notons pas l’adresse internet de votre appareil. Nous ne comptons pas les visites.
privacy-cookie-text = Un formulaire ou une recherche a besoin d’un cookie, un petit fichier. Il disparaît quand vous avez fini, ou après un jour. Personne d’autre ne peut le lire.
privacy-write-title = Quand vous nous écrivez
privacy-write-text = Vos mots sont tout de suite mis sous clé. Nous les gardons seulement tant qu’ils sont utiles.
privacy-write-unsent = Tant que vous ne l’avez pas envoyé, votre texte reste sous clé sur notre serveur.
privacy-write-unsent-gone = Personne ne peut l’ouvrir sans le cookie de ce navigateur. Il est effacé deux heures après votre dernière étape.
privacy-write-unopened = Un message que personne n’a encore ouvert reste jusqu’à ce que quelqu’un l’ouvre.
privacy-write-nomatch = { $days ->
        [one] Un message qui ne mène à personne est effacé { $days } jour après sa fermeture.
       *[other] Un message qui ne mène à personne est effacé { $days } jours après sa fermeture.
    }
privacy-write-closed = { $days ->
        [one] Les autres messages sont effacés { $days } jour après leur fermeture.
       *[other] Les autres messages sont effacés { $days } jours après leur fermeture.
    }
privacy-write-delete = Avec votre code, vous pouvez effacer votre message, ou une de vos réponses, à tout moment.
privacy-photo-title = Quand votre photo est ici
privacy-photo-text = Elle est ici seulement parce que vous avez dit oui.
privacy-photo-consent = { $months ->
        [12] Votre accord dure un an au plus. Ensuite, nous vous le demandons à nouveau.
        [24] Votre accord dure deux ans au plus. Ensuite, nous vous le demandons à nouveau.
        [one] Votre accord dure { $months } mois au plus. Ensuite, nous vous le demandons à nouveau.
       *[other] Votre accord dure { $months } mois au plus. Ensuite, nous vous le demandons à nouveau.
    }
privacy-photo-end = Vous dites non ? La photo quitte ce site tout de suite. L’image est effacée en quelques minutes.
privacy-photo-file = { $days ->
        [one] Votre dossier à la Croix-Rouge ou au Croissant-Rouge est effacé { $days } jour plus tard.
       *[other] Votre dossier à la Croix-Rouge ou au Croissant-Rouge est effacé { $days } jours plus tard.
    }
privacy-never-title = Ce que nous ne faisons jamais
privacy-never-text = Nous ne vendons rien et ne montrons pas de publicité. Aucun ordinateur ne compare les visages.

scams-title = Ceux qui font semblant d’aider pour de l’argent
scams-lead = Des gens disent qu’ils travaillent avec nous, ou qu’ils ont trouvé votre famille. Ils veulent seulement votre argent.
scams-signs-title = Comment les reconnaître
scams-sign-money = Ils demandent de l’argent, du crédit de téléphone ou le numéro d’une carte bancaire.
scams-sign-number = Vous nous avez déjà écrit, et ils ne peuvent pas dire votre numéro de vérification.
scams-sign-code = Au téléphone ou dans un message, ils demandent votre code ou une photo de vos papiers d’identité.
scams-sign-hurry = Ils disent que vous devez faire vite, ou que vous devez garder le secret.
scams-do-title = Ce que vous pouvez faire
scams-do-stop = Ne payez rien. Raccrochez, et ne répondez plus.
scams-do-keep = Gardez leur numéro et ce qu’ils ont écrit.
scams-do-tell = Dites-le à la Croix-Rouge ou au Croissant-Rouge près de vous. Ce n’est pas votre faute, et cela arrive à d’autres aussi.
scams-threat-title = Quelqu’un dit qu’il retient une personne de votre famille
scams-threat-text = Parlez à une personne de confiance avant de payer quoi que ce soit. Appelez la police si c’est sans danger pour vous. Dites-le-nous aussi.

clear-title = Comment effacer votre visite de ce téléphone
clear-lead = D’autres personnes utilisent ce téléphone ? Faites ceci quand vous avez terminé.
clear-fast-title = Vous devez faire vite ?
clear-fast-text = Appuyez sur « Quitter cette page maintenant ». Une autre page s’ouvre. Ce que vous avez écrit sans l’envoyer disparaît.
clear-history-title = Effacez ce que le navigateur garde en mémoire
clear-history-dots = Sur la plupart des téléphones : ouvrez le menu du navigateur, avec trois points ou trois traits. Ouvrez l’historique, et effacez les heures où vous étiez ici.
clear-history-iphone = Sur un iPhone : ouvrez les réglages, et cherchez Safari. Choisissez d’effacer l’historique et les données des sites.
clear-files-title = Effacez ce que vous avez enregistré
clear-files-text = Dans les téléchargements, cherchez les photos de ce site et le fichier note.txt. Écrivez votre code sur un papier. Effacez ensuite les photos et le fichier.
clear-files-code = Avez-vous fait une image de votre code ? Écrivez le code sur un papier. Effacez ensuite l’image.
clear-next-title = La prochaine fois
clear-next-text = Ouvrez d’abord une fenêtre privée. Quand vous la fermez, le navigateur oublie votre visite.
clear-limits-title = Ce que cela ne peut pas cacher
clear-limits-text = Ceux qui gèrent le réseau peuvent encore voir que ce téléphone a ouvert ce site. Ils ne peuvent pas voir ce que vous avez écrit.

questions-title = Questions et réponses
questions-cost = Est-ce que cela coûte quelque chose ?
questions-cost-answer = Non. Ici, tout est gratuit. L’aide de la Croix-Rouge et du Croissant-Rouge est gratuite aussi.
questions-unsure = Je ne sais pas bien si je connais ce visage. Est-ce que je dois écrire ?
questions-unsure-answer = Oui. Écrivez-nous, et dites que vous avez un doute. Notre personnel regarde chaque message avec soin.
questions-reads = Qui lit ce que j’écris ?
questions-reads-answer = Le personnel formé d’une seule Croix-Rouge ou d’un seul Croissant-Rouge. Il vous demande votre accord avant d’en parler à quelqu’un d’autre.
questions-police = Travaillez-vous pour la police ou pour un gouvernement ?
questions-police-answer = Non. Nous aidons les familles, quelles qu’elles soient. Seul notre personnel formé peut ouvrir votre message.
questions-language = Est-ce que je peux écrire dans ma langue ?
questions-language-answer = Oui, dans n’importe quelle langue et n’importe quelle écriture.
questions-names = Pourquoi n’y a-t-il ni noms ni lieux ?
questions-names-answer = Pour protéger les personnes qui ont fui. Votre famille connaît votre visage.
questions-long = Combien de temps faut-il ?
questions-long-answer = Quand vous envoyez un message, nous vous disons quand nous le lisons. Retrouver sa famille peut prendre beaucoup plus de temps. Personne ne peut promettre de la retrouver.
questions-lost-code = J’ai perdu mon code. Que faire ?
questions-lost-code-answer = Envoyez un nouveau message à partir de la photo. Dites dans ce message que vous nous avez déjà écrit. La photo n’est plus là ? Demandez à la Croix-Rouge ou au Croissant-Rouge près de vous.
questions-own-photo = Est-ce que ma propre photo peut être ici ?
questions-own-photo-answer = Oui, si vous cherchez votre famille. Allez à la Croix-Rouge ou au Croissant-Rouge près de vous, et demandez.
questions-children = Pourquoi est-ce que je ne vois pas de petits enfants ?
questions-children-answer = Nous ne montrons jamais ici d’enfants de moins de 15 ans. Notre personnel peut chercher un enfant avec vous.

help-title = Comment ça marche
help-lead = Une personne qui cherche sa famille montre ici sa propre photo. Vous connaissez peut-être ce visage.
help-step-look = Regardez les photos. Personne ne voit que vous regardez.
help-step-tell = Vous reconnaissez un visage ? Ouvrez la photo. Choisissez la phrase qui est vraie pour vous.
help-step-code = Écrivez-nous. Vous recevez un code. Gardez-le : il ouvre notre réponse.
help-step-read = Notre personnel formé lit votre message. Après l’envoi, nous vous disons quand.
help-step-meet = Nous parlons avec les deux personnes. Il y a un contact seulement si les deux le veulent.
help-number-title = Vous avez le numéro d’une affiche
help-number-text = Écrivez-le ici. Vous verrez la photo.
help-seek-title = Vous cherchez vous-même quelqu’un
help-seek-text = Allez à la Croix-Rouge ou au Croissant-Rouge près de vous. Son équipe cherche avec vous, et c’est gratuit.
help-remove-title = C’est votre photo, et vous voulez la retirer
help-remove-text = Utilisez le code écrit sur votre feuille. La photo disparaît tout de suite.

about-title = À propos de ce site
about-lead = Kinlight aide les familles qui se sont perdues à se retrouver, grâce aux photos.
about-who = Les Sociétés de la Croix-Rouge et du Croissant-Rouge mettent les photos ici. Elles seules lisent les messages.
about-consent = Chaque personne en photo a donné son accord. Nous ne montrons jamais ici d’enfants de moins de 15 ans.
about-faces = Des personnes regardent ces visages. Aucun ordinateur ne les compare. Les ordinateurs se trompent trop souvent sur les visages.
about-share = Ne copiez pas ces photos sur d’autres sites. Cela peut mettre des personnes en danger.

children-title = Pour les enfants
children-lead = Tu cherches ta famille, ou ta famille te cherche ? Tu as bien fait de venir ici.
children-adult = Demande à un adulte de confiance de s’asseoir avec toi.
children-free = C’est gratuit. N’envoie jamais d’argent à personne.
children-unknown = Tu peux laisser des questions sans réponse.
children-meet = Ne rencontre jamais quelqu’un d’internet sans un adulte de confiance. Nous ne te demanderons jamais cela.
children-secret = Quelqu’un te dit de garder le secret ? Parles-en à un adulte de confiance.
children-danger-title = Quelqu’un te fait du mal, ou tu as peur ?
children-danger-text = Parle maintenant à un adulte de confiance. Ce n’est pas ta faute.
