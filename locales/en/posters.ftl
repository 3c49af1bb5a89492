# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = Is someone looking for you?
poster-lead = { $count ->
        [one] This person looks for family. Do you know this face?
       *[other] These people look for their family. Do you know a face?
    }
poster-tell = Tell us on this website:
poster-scan = Point the camera of your phone at the square.
poster-number = Photo number
poster-without-phone = You have no phone? Go to your Red Cross or Red Crescent, and say the number of the photo.
poster-take-down = Take this poster down after { $date }.

posters-title = Posters to print
posters-lead = Hang them up where people wait or meet. Ask first if you may.
posters-none = There are no posters right now. Come back later.
posters-photos = { $count ->
        [one] One photo
       *[other] { $count } photos
    }
posters-file = { $paper } paper, to print, { $kilobytes } kB
posters-until = Take it down after { $date }.
posters-gone-title = This poster is no longer shown
posters-gone-text = Someone on it does not want to be shown any more, or its time is over. Is it on a wall near you? Take it down.
posters-see = See the other posters
