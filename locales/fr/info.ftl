# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, privacy, help, about, and the note for children.

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
safety-call-text = Vous recevez ce numéro quand vous nous envoyez un message. Ne le dites à personne.
safety-shown-title = Ce que les autres peuvent voir
safety-shown-text = Une photo ne montre ni nom ni lieu. Elle ne dit jamais où est la personne maintenant.
safety-sealed-text = Votre message est sous clé. Il va à une seule Croix-Rouge ou à un seul Croissant-Rouge. Seul son personnel formé peut l’ouvrir.
safety-phone-title = Vous partagez votre téléphone
safety-phone-text = Le numéro de téléphone n’est pas obligatoire. Un code suffit pour lire notre réponse.
safety-history-text = Votre navigateur garde en mémoire les pages ouvertes. Effacez son historique, ou utilisez une fenêtre privée.
safety-contact-title = Nous ne vous mettons pas en contact sans vous demander
safety-contact-text = Notre personnel parle d’abord avec les deux personnes. Personne ne reçoit votre numéro ni votre adresse sans votre accord.
safety-danger-title = Vous êtes en danger maintenant ?
safety-danger-text = Nous ne pouvons pas venir tout de suite. Appelez la police, ou un numéro d’urgence de confiance.

privacy-title = Ce que nous gardons, et pendant combien de temps
privacy-look-title = Quand vous regardez les photos
privacy-look-text = Nous ne gardons rien sur vous. Nous ne notons pas l’adresse internet de votre appareil. Nous ne comptons pas les visites.
privacy-cookie-text = Un formulaire ou une recherche a besoin d’un cookie, un petit fichier. Il disparaît en deux heures au plus. Personne d’autre ne peut le lire.
privacy-write-title = Quand vous nous écrivez
privacy-write-text = Vos mots sont tout de suite mis sous clé. Nous les gardons seulement tant qu’ils sont utiles.
privacy-write-unopened = Un message que personne n’a encore ouvert reste jusqu’à ce que quelqu’un l’ouvre.
privacy-write-nomatch = Un message qui ne mène à personne est effacé 30 jours après sa fermeture.
privacy-write-closed = Les autres messages sont effacés 180 jours après leur fermeture.
privacy-write-delete = Vous pouvez effacer vos réponses à nos questions avec votre code, à tout moment.
privacy-photo-title = Quand votre photo est ici
privacy-photo-text = Elle est ici seulement parce que vous avez dit oui.
privacy-photo-consent = Votre accord dure deux ans au plus. Ensuite, nous vous le demandons à nouveau.
privacy-photo-end = Vous dites non ? La photo quitte ce site tout de suite. L’image est effacée en quelques minutes.
privacy-photo-file = Votre dossier à la Croix-Rouge ou au Croissant-Rouge est effacé 90 jours plus tard.
privacy-never-title = Ce que nous ne faisons jamais
privacy-never-text = Nous ne vendons rien et ne montrons pas de publicité. Aucun ordinateur ne compare les visages.

help-title = Comment ça marche
help-lead = Une personne qui cherche sa famille montre ici sa propre photo. Vous connaissez peut-être ce visage.
help-step-look = Regardez les photos. Personne ne voit que vous regardez.
help-step-tell = Vous reconnaissez un visage ? Ouvrez la photo. Choisissez la phrase qui est vraie pour vous.
help-step-code = Écrivez-nous. Vous recevez un code. Gardez-le : il ouvre notre réponse.
help-step-read = Notre personnel formé lit votre message, le plus souvent dans les deux jours ouvrables.
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
children-danger-text = Parle maintenant à un adulte de confiance, ou appelle la police. Ce n’est pas ta faute.
