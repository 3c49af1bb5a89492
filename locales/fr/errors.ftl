# Awaits a native reader: written with care, read by no native speaker yet.

error-home = Aller à la page d’accueil
error-incident = Si vous en parlez à quelqu’un, donnez ce numéro : { $number }.
error-not-found-title = Nous ne trouvons pas cette page
error-not-found-text = L’adresse n’est peut-être pas la bonne, ou la page a changé de place.
error-gone-title = Cette photo n’est plus montrée
error-gone-text = Elle a été retirée. Vous pouvez regarder les autres photos.
error-forbidden-title = Vous ne pouvez pas ouvrir cette page
error-forbidden-text = Votre compte n’a pas cette autorisation. Si besoin, demandez-la à la personne qui gère les comptes.
error-no-token-title = Ce formulaire n’est plus ouvert
error-no-token-text = Rien n’a été envoyé. Revenez en arrière, rouvrez la page et envoyez encore une fois.
error-bad-form-title = Nous n’avons pas pu lire ce formulaire
error-bad-form-text = Rien n’a été enregistré. Revenez en arrière et essayez encore une fois.
error-too-large-title = C’est trop grand
error-too-large-text = Rien n’a été enregistré. Envoyez un texte plus court ou un fichier plus petit.
error-too-many-title = Trop d’essais en peu de temps
error-too-many-text = Attendez quelques minutes, puis réessayez.
error-conflict-title = Quelqu’un d’autre a été plus rapide
error-conflict-text = Cela a changé entre-temps. Rien de ce que vous avez fait n’a été écrasé. Rouvrez la page pour voir où cela en est.
error-no-key-title = Vous n’avez pas la clé
error-no-key-text = Demandez à la personne qui gère les comptes. Elle peut vous donner la clé, ou rouvrir le dossier fermé.
error-unavailable-title = Cela ne marche pas pour le moment
error-unavailable-text = Rien n’est perdu et rien n’a changé. Réessayez dans quelques minutes.
error-internal-title = Un problème est survenu chez nous
error-internal-text = Ce n’est pas votre faute. Réessayez dans quelques minutes.
