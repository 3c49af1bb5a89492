# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = Écrivez les chiffres
captcha-why = Avant une recherche, nous demandons quelques chiffres. Cela ralentit les programmes automatiques.
captcha-cannot-explained = Vous ne pouvez ni voir ni entendre les chiffres ? Appuyez sur « Je n’y arrive pas ». Vous attendez 20 secondes, puis vous continuez.
captcha-crowded-title = Beaucoup de personnes utilisent cette connexion en ce moment
captcha-crowded-text = L’image ne s’affichera peut-être pas. Appuyez alors sur « Je n’y arrive pas ». Cela permet aussi de continuer.
captcha-cookie-title = Une recherche a besoin d’un cookie, et votre navigateur n’en a pas envoyé.
captcha-cookie-text = Autorisez les cookies pour ce site et écrivez les chiffres. Ou regardez les photos sans recherche.
captcha-digits-missing = Écrivez les chiffres, ou appuyez sur « Je n’y arrive pas »
captcha-digits-wrong = Les chiffres étaient différents. En voici de nouveaux.
captcha-digits-expired = Trop de temps a passé. Voici de nouveaux chiffres.
captcha-digits-spent = Ces chiffres ont déjà servi. En voici de nouveaux.
captcha-digits-moved = Votre connexion a changé. Voici de nouveaux chiffres.
captcha-digits-unavailable = Nous ne pouvons pas vérifier les chiffres pour le moment. Réessayez dans une minute.

wait-title = Attendez un instant
wait-text = { $seconds ->
        [one] Vous continuez dans { $seconds } seconde.
       *[other] Vous continuez dans { $seconds } secondes.
    }
wait-button-hint = La suite s’ouvre toute seule. Sinon, appuyez sur le bouton.
