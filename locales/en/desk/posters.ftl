# Posters: which hang, a new one, and what a photo's page says of them.

desk-posters-title = Posters
desk-posters-lead = Posters that anyone can download from the website and print.
desk-posters-new = Make a poster
desk-posters-made-title = The poster is made
desk-posters-made-text = Everyone can download it from the website now.
desk-posters-hanging = Can be downloaded now
desk-posters-none = There is no poster now.
desk-posters-poster = Poster
desk-posters-what = { $count ->
        [one] { $paper } paper, 1 photo
       *[other] { $paper } paper, { $count } photos
    }
desk-posters-weight = { $kilobytes } kB
desk-posters-languages = Languages
desk-posters-until = Hangs until
desk-posters-take-back = Take back
desk-posters-take-back-now = Take back now
desk-posters-ended = No longer on the website
desk-posters-ended-hint = Copies may still hang on walls. Ask the people who hung them to take them down.
desk-posters-why = Why
desk-posters-ended-taken-back = Taken back by staff
desk-posters-ended-day-over = Its last day is over
desk-posters-ended-photo-gone = A photo on it may no longer be shown

desk-posters-new-title = Make a poster
desk-posters-new-lead = Only photos of people who agreed to posters can be chosen.
desk-posters-no-photos-yet = No photo has a consent for posters now.
desk-posters-which = Which photos?
desk-posters-which-chosen = The photos that I choose below
desk-posters-which-new = All new photos of this month
desk-posters-new-count = { $count ->
        [0] No photo is new this month.
        [one] One photo is new this month.
       *[other] { $count } photos are new this month.
    }
desk-posters-photos = Photos
desk-posters-photos-hint = At most 48. The newest comes first.
desk-posters-consent-until = Consent until { $date }
desk-posters-paper = Paper
desk-posters-per-page = Photos on a page
desk-posters-per-page-hint = Fewer photos are larger. With up to four, each has a square for the phone’s camera.
desk-posters-language = Language
desk-posters-second = Second language
desk-posters-second-none = None
desk-posters-ends-on = Take it down after
desk-posters-ends-on-hint = Leave it empty for three months, or until the first consent ends.
desk-posters-make = Make the poster

desk-posters-no-photo = Choose at least one photo.
desk-posters-too-many = Choose at most 48 photos.
desk-posters-not-postable = One of these photos may not be on posters any more. Choose again.
desk-posters-bad-day = Choose a day from today on, no later than the first consent’s end.
desk-posters-no-day = Write day, month and year, or leave all three empty.
desk-posters-no-paper = Choose the paper.
desk-posters-no-per-page = Choose how many photos are on a page.
desk-posters-no-language = Choose a language.
desk-posters-same-language = Choose another language as the second one, or none.
desk-posters-too-long = The texts do not fit. Choose fewer photos on a page, or one language.

# On the page of a photo.
publications-print = Download the picture for posters
publications-print-hint = It is larger than on the website. The download is written into the audit log.
publications-carried-title = { $count ->
        [one] This photo is on one poster
       *[other] This photo is on { $count } posters
    }
publications-carried-live = When the photo ends, they can’t be downloaded any more.
publications-carried-ended = They can’t be downloaded any more. Ask for copies on walls to be taken down.
publications-carried-until = until { $date }
