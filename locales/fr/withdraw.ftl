# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = Votre photo
withdraw-code = Écrivez le code qui est sur votre feuille
withdraw-code-hint = Écrivez tous ses chiffres. Vous pouvez utiliser les chiffres de votre langue, des espaces et des tirets.
withdraw-code-unknown = Aucune photo n’a ce code. Comparez-le avec votre feuille.
withdraw-lost-heading = Vous n’avez pas le code ?
withdraw-lost-text = Ouvrez votre photo et choisissez « C’est ma photo : je veux la retirer ».
withdraw-return-link = J’ai le code d’un message
withdraw-confirm-heading = Retirer la photo ?
withdraw-confirm-text = La photo quitte ce site tout de suite. Personne ne vous demandera pourquoi.
withdraw-confirm-search = La recherche de votre famille peut continuer sans elle. Parlez-en avec nous.
withdraw-now = Retirer la photo maintenant
withdraw-keep = Laisser la photo
withdraw-done-heading = La photo est retirée
withdraw-done-text = Personne ne peut plus la voir sur ce site.
withdraw-done-copies = Les copies dans les navigateurs disparaissent en moins d’une heure.
withdraw-done-posters = Nous demandons à nos collègues de retirer les affiches où elle se trouve.
withdraw-done-search = Si vous cherchez encore votre famille, la Croix-Rouge ou le Croissant-Rouge vous aide.
withdraw-away-title = Nous ne pouvons pas vérifier le code pour le moment
withdraw-away-text = Réessayez dans quelques minutes. Ou appelez la Croix-Rouge ou le Croissant-Rouge près de vous.
withdraw-kept-heading = La photo est cachée
withdraw-kept-text = Ce serveur ne la montre plus à personne.
withdraw-kept-everywhere = Une partie de notre système ne répond pas. Dès qu’elle répond, la photo disparaît partout.
withdraw-kept-sure = Votre demande est bien notée. Vous n’avez pas besoin de revenir.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = Retirer ma photo :
withdraw-paper-text = Avec ce code, je peux retirer ma photo du site à tout moment. C’est gratuit. Personne ne demande pourquoi. Je garde cette feuille en lieu sûr.
