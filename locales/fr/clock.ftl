# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = Nous regardons ce message avant les autres.
clock-closed-now = En ce moment, personne ne lit de nouveaux messages.
clock-closed-today = Aujourd’hui, personne ne lit de nouveaux messages.
clock-closed-tonight = Cette nuit, personne ne lit de nouveaux messages.
clock-today = Une personne de notre équipe le lit aujourd’hui.
clock-tomorrow = Une personne de notre équipe le lit demain au plus tard.
clock-two-days = Une personne de notre équipe le lit dans deux jours au plus tard.
clock-monday = Une personne de notre équipe le lit lundi au plus tard.
clock-tuesday = Une personne de notre équipe le lit mardi au plus tard.
clock-wednesday = Une personne de notre équipe le lit mercredi au plus tard.
clock-thursday = Une personne de notre équipe le lit jeudi au plus tard.
clock-friday = Une personne de notre équipe le lit vendredi au plus tard.
clock-saturday = Une personne de notre équipe le lit samedi au plus tard.
clock-sunday = Une personne de notre équipe le lit dimanche au plus tard.
clock-two-weeks = Une personne de notre équipe le lit dans les deux semaines.
clock-later = Il faut plus de deux semaines avant qu’une personne de notre équipe le lise.
clock-where = Nous comptons les jours là où travaille notre équipe.
clock-slow-digits = Nous lisons d’abord les messages avec des chiffres vérifiés. Le vôtre n’en a pas.
clock-slow-many = Beaucoup de messages sont arrivés par votre connexion internet. D’autres seront peut-être lus avant le vôtre.
