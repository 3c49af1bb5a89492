# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = Aide par pays
help-now-title = Qui peut aider maintenant
help-now-lead = Où est la personne en danger ? Ouvrez ce pays.
help-now-private = Personne ne voit quel pays vous ouvrez.
help-now-society = Appelez maintenant :
help-now-child = Ligne d’aide pour les enfants :
help-now-police = La police, si vous pouvez appeler sans danger :
help-now-checked = Ce numéro a été vérifié le { $date }.
help-now-none = Nous ne connaissons pas encore de numéro pour ce pays.
help-now-directory = Comment les joindre autrement
help-now-elsewhere = Mon pays n’est pas ici
help-now-elsewhere-text = Nous ne connaissons pas encore de numéros pour d’autres pays. Parlez à un adulte de confiance, ou allez là-bas à la Croix-Rouge ou au Croissant-Rouge.
help-now-write = Écrivez-nous aussi. Nous regardons d’abord les messages sur un danger.
help-now-line = Un enfant, ou quelqu’un en danger ? Voyez qui peut aider maintenant
help-now-danger-title = Quelqu’un est en danger maintenant ?
help-now-danger-text = Nous regardons votre message en premier, mais nous ne pouvons pas venir tout de suite.
help-now-link = Voir qui peut aider maintenant
