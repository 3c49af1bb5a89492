# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = Look for your family by photo

gallery-title = Photos, page { $page } of { $pages }
gallery-heading = Is someone looking for you?
gallery-lead = These people look for their family. Do you know a face? Open the photo and tell us.
gallery-count = { $count ->
        [one] One photo
       *[other] { $count } photos
    }
gallery-any = all
gallery-filter-open = Choose whom to see
gallery-filter-seeking = Whom do they look for?
gallery-filter-sex = Who is in the photo?
gallery-filter-age = How old is this person?
gallery-filter-place = Where does this person come from?
gallery-filter-regions = Regions
gallery-filter-countries = Countries
gallery-filter-captcha = First you write some digits from a picture. After that you can choose for one hour.
gallery-filter-show = Show photos
gallery-chosen-label = What you chose
gallery-chosen-remove = Take this choice away
gallery-chosen-sex = In the photo: { $value }
gallery-chosen-age = Age: { $value }
gallery-chosen-place = From: { $value }
gallery-see-all = See all photos
gallery-pictures-small = Show smaller pictures, to save data
gallery-pictures-usual = Show bigger pictures
gallery-directory = Ask your Red Cross or Red Crescent
gallery-none-title = No photo fits this choice
gallery-none-text = Choose less, or look at all photos. New photos come each month.
gallery-empty-title = There are no photos yet
gallery-empty-text = Come back later. Your Red Cross or Red Crescent can help you now.
gallery-unknown-title = We do not know this choice
gallery-unknown-text = The address asks for something that we do not have. You can see all photos.
gallery-beyond-title = There are no more photos
gallery-beyond-text = This page lies behind the last one. Begin again with the first page.
gallery-hidden-title = We show no photos right now
gallery-hidden-text = We can’t check that everyone still agrees. So we hide all photos until we can.

number-open = I have a photo number
number-hint = It has 8 digits, for example on a poster. You can use the digits of your own language.
number-go = Show this photo
number-missing = Write the photo number
number-not-digits = A photo number has digits only
number-wrong-length = A photo number has 8 digits. Count them once more.
number-wrong-digit = One digit is different, or two are swapped. Look at the number once more.
number-unknown = No photo has this number. Look at the number once more.
