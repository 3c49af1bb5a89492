# Drafting: the list, the new draft, and the draft's page.

drafting-list-title = Drafts
drafting-new = New draft
drafting-list-drafts = Being drafted
drafting-list-hint = Names are not shown here. Each time you open a draft, the log keeps it.
drafting-list-picture = Picture
drafting-list-draft = Draft
drafting-list-by = Started by
drafting-list-touched = Last change
drafting-list-waits = Waiting for
drafting-list-open = Open this draft
drafting-list-see = See this publication
drafting-list-none = There is no draft. Start a new one.
drafting-list-in-review = Waiting for review
drafting-list-in-review-hint = A reviewer looks at these. They can’t be changed meanwhile.
drafting-list-none-in-review = Nothing waits for review.
drafting-hours = { $count ->
        [0] less than an hour
        [one] 1 hour
       *[other] { $count } hours
    }
drafting-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }

drafting-title = Draft
drafting-start = Start the draft
drafting-saved = It is saved.
drafting-missing-title = Still missing before review
drafting-complete-title = Nothing is missing
drafting-complete-text = You can send this draft to review.
drafting-conflict-title = Someone else changed this draft meanwhile
drafting-conflict-text = Nothing was overwritten. What you typed is still below. Compare before you save again.
drafting-conflict-open = See the draft as it is saved now
drafting-not-saved-title = It was not saved
drafting-not-saved-text = Something does not answer right now. What you typed is still below. Try again in a few minutes.

drafting-lacks-picture = There is no picture yet.
drafting-lacks-facts = The public facts are not complete.
drafting-lacks-consent = There is no consent for the website.
drafting-lacks-paper = The signed paper is missing.
drafting-lacks-guardian = A guardian’s consent is missing. This person may be under 18.
drafting-lacks-own-agreement = The young person’s own agreement is missing.

drafting-private-title = Private: only your Society can open this
drafting-private-lead = This is sealed. The public never sees it, and reviewers don’t either.
drafting-name = Name of the person in the photo
drafting-name-hint = As the person says it, in any script.
drafting-contact = How to reach this person
drafting-contact-hint = A phone number, an address, or someone who passes on word.
drafting-birth-year = Year of birth
drafting-birth-year-hint = An estimate is enough. Only a wide age group is shown.
drafting-sought = Names of the relatives
drafting-sought-hint = As the person says them, with other spellings.
drafting-story = What happened
drafting-compare = Facts to compare
drafting-compare-hint = Questions and answers that only a true relative knows.
drafting-save-private = Save the private part
drafting-name-missing = Write the name of the person in the photo.
drafting-too-long = This text is too long. Shorten it.
drafting-year-no-year = Write the year with four digits, such as 1987.
drafting-year-ahead = This year lies ahead. Check it.
drafting-year-too-long-ago = This is more than 120 years ago. Check it.
drafting-year-under-fifteen = This person may be under 15. A photo of a child can’t be public here.

drafting-facts-title = Public facts
drafting-facts-lead = Visitors see these facts, the picture and the photo number. Nothing else.
drafting-relations = Who is this person looking for?
drafting-relations-hint = Choose one to three.
drafting-relations-missing = Choose who this person is looking for.
drafting-relations-too-many = Choose three at most.
drafting-sex = Shown as
drafting-sex-missing = Choose what to show. “Not said” is fine.
drafting-age-known = Is the year of birth known?
drafting-age-known-yes = Yes, it is in the private part
drafting-age-known-yes-hint = The age group follows from it.
drafting-age-known-no = No, not even roughly
drafting-age-known-no-hint = The reviewer must say why this person is not under 15.
drafting-age-missing = Say whether the year of birth is known.
drafting-age-no-year = No year of birth is saved yet. Write it in the private part first.
drafting-age-has-year = A year of birth is saved. Choose “Yes”, or remove that year first.
drafting-age-band = Age group, if the year is not known
drafting-age-band-hint = How old the person seems to be.
drafting-age-band-missing = Choose an age group.
drafting-origin = Country of origin
drafting-origin-hint = Leave it at “not said” where a country tells too much.
drafting-origin-missing = Choose a country, or “not said”.
drafting-minor-note = This person may be under 18. A guardian must agree, and the person too.
drafting-save-facts = Save the public facts

drafting-picture-title = Picture
drafting-photo = Photo file
drafting-photo-hint = JPEG, HEIC, PNG or WebP, up to 25 MB. Place and device data in it are removed.
drafting-upload = Upload this photo
drafting-picture-whole = The whole picture
drafting-picture-shown = What visitors will see
drafting-crop-drag = Drag the box. Pull its corner to make it larger or smaller. Then save.
drafting-crop-later = Save the public facts first. Then you can choose the part to show.
drafting-crop = Which part is shown?
drafting-crop-hint = Numbers are in percent of the picture. The other choices move what is shown now.
drafting-crop-drawn = As the box or the numbers say
drafting-crop-centred = The middle
drafting-crop-higher = Higher
drafting-crop-lower = Lower
drafting-crop-left = More to the left
drafting-crop-right = More to the right
drafting-crop-closer = Closer
drafting-crop-wider = Wider
drafting-crop-field-left = From the left, %
drafting-crop-field-top = From the top, %
drafting-crop-field-width = Width, %
drafting-crop-field-height = Height, %
drafting-save-crop = Save this part
drafting-crop-missing = Choose which part is shown.
drafting-crop-no-number = Write a number from 0 to 100.
drafting-crop-outside = The box reaches beyond the picture.
drafting-crop-empty = The box has no width or no height.
drafting-crop-too-small = This part is too small to recognise a face. Choose a wider one.

drafting-consent-title = Consent
drafting-channels = Where may the photo be shown?
drafting-channels-hint = Tick only what the person agreed to.
drafting-channel-web = On this website
drafting-channel-poster = On posters
drafting-channel-catalogue = In the restricted catalogue
drafting-channel-partner = With partner organisations
drafting-channels-missing = Tick at least one place.
drafting-agreed-on = Agreed on
drafting-ends-on = Ends on
drafting-day = Day
drafting-month = Month
drafting-year = Year
drafting-day-hint = For example 27 3 2026.
drafting-ends-on-hint = The last day counts. At most { $months } months after the agreement.
drafting-agreed-no-day = Write the day, month and year of the agreement.
drafting-ends-no-day = Write the day, month and year on which it ends.
drafting-agreed-ahead = The day of the agreement lies ahead. Check it.
drafting-ends-over = This consent is over already. Check the last day.
drafting-ends-too-long = This is longer than a consent may last.
drafting-language = Language in which it was explained
drafting-language-hint = The person must have understood it.
drafting-language-missing = Write the language in which it was explained.
drafting-before-whom = Before whom it was given
drafting-before-missing = Write before whom the consent was given.
drafting-guardian = Guardian who agreed
drafting-guardian-hint = Needed when the person may be under 18.
drafting-own-agreement = The young person agreed too
drafting-paper = Signed paper
drafting-paper-hint = A scan or photo of it: PDF, JPEG or PNG, up to 10 MB. It is sealed.
drafting-paper-kept = The signed paper is kept
drafting-paper-too-large = The file is larger than 10 MB.
drafting-paper-other-kind = This is not a PDF, JPEG or PNG file.
drafting-save-consent = Save the consent

drafting-code-title = Withdrawal code
drafting-code-lead = With this code the person can remove the photo at any time, without asking anyone.
drafting-code-drawn = A code was drawn
drafting-code-draw = Draw the withdrawal code
drafting-code-again = Draw a new code
drafting-code-once = This code is shown for ten minutes. Write it on the paper that the person keeps.
drafting-code-label = Withdrawal code
drafting-code-paper-title = Words for the paper
drafting-code-replace-title = A code is on the person’s paper
drafting-code-replace-text = It can’t be shown again. If you draw another, the code on the paper stops working.
drafting-code-replace = Draw another code; the old one stops
drafting-code-other-paper = The same words in another language:
drafting-code-language-unknown = The consent says { $language }. Choose a language that the person reads.
drafting-lacks-code = No withdrawal code was drawn. The person needs it to take the photo back.
drafting-unsaved = Something on this page is not saved yet. Save it first.
drafting-code-written = I have written it down

drafting-send-title = Review
drafting-send-lead = A second person looks at it. Until then nothing is public.
drafting-send = Send to review
drafting-end = End this draft

photo-missing = Choose a photo file.
photo-not-saved = The photo was not saved: the store is full or away. Try again later.
photo-refused-too-many-bytes = The file is larger than 25 MB. Choose a smaller one.
photo-refused-not-a-photo = This is not a JPEG, HEIC, PNG or WebP photo. Choose another file.
photo-refused-heic = This is a HEIC or AVIF photo. Open it on the phone, share it as JPEG, then upload that file.
photo-refused-animated = This picture moves. Choose one that stands still.
photo-refused-too-wide = One side is longer than 16,382 pixels. Cut a part out, or make it smaller.
photo-refused-too-many-pixels = The photo has too many pixels. Save it smaller: 24 megapixels are enough.
photo-refused-too-small = The photo is too small to recognise a face. Choose a larger one.
photo-refused-too-many-scans = This file is built in an unusual way. Save it anew as JPEG.
photo-refused-unsupported = This rare kind of photo can’t be read. Save it as plain JPEG.
photo-refused-broken = The file is damaged or cut off. Copy it again from the camera or phone.
photo-refused-took-too-long = Reading the photo took too long. Save it smaller, as JPEG, and try again.
photo-refused-too-big-to-open = Opening this photo takes too much memory. Save it smaller, as JPEG, and try again.
photo-refused-unreadable = This photo can’t be read. Open it on the phone or computer, save it anew as JPEG, and try again.
photo-busy = Many photos are being read at this moment. Wait a minute, then send yours again.
photo-no-worker = Photos can’t be read at the moment. Your file is fine. Try again later.

## Who else is in the picture
drafting-faces-title = Who is in the picture?
drafting-faces-lead = Say for each numbered face who it is. A face that nobody agreed to show must be covered or cropped away.
drafting-faces-none = The program found no face. Look yourself: can relatives recognise the person, and is nobody else to be seen?
drafting-faces-not-checked = The program could not look for faces in this photo. Somebody has to look.
drafting-faces-alt = The whole photo with numbered faces
drafting-face = Face { $number }
drafting-face-doubtful = Face { $number }: perhaps somebody, look closely
drafting-face-person = The person who is looking for relatives
drafting-face-cover = Cover this face
drafting-face-not-a-face = This is not a face
drafting-face-only-a-picture = Only a picture or a statue
drafting-face-agreed-too = Agreed as well, and signed
drafting-face-two-persons = Only one face can be the person. Choose one.
drafting-cover-more = Cover another part
drafting-cover-hint = In percent of the photo. What is covered is gone for good: upload the photo again to undo it.
drafting-cover-drag = You can also draw the part on the photo above.
drafting-cover-outside = This part reaches beyond the photo. All four numbers are needed.
drafting-covered = { $count ->
    [one] { $count } part is covered
   *[other] { $count } parts are covered
}
drafting-turn = Turn the photo upright
drafting-looked-at = I looked at the photo: nobody else can be recognised
drafting-save-faces = Save what I said of the faces
drafting-advice-small-face = The face is small. Relatives may not recognise it on a phone.
drafting-advice-dark = The face is dark. A photo with more light helps.
drafting-advice-blurred = The face is blurred. A sharper photo helps.
drafting-advice-no-face = No face was found.
drafting-advice-not-upright = The photo seems to lie on its side.
drafting-advice-damaged = The file was damaged, and a part of this photo is lost. Look, or ask for another copy.
drafting-advice-small-photo = The photo is small. A larger one shows the face better.
drafting-lacks-not-checked = Nobody has looked for other people in the photo.
drafting-lacks-faces = There is another face in what is shown.

## The same photo twice
drafting-alike-title = This photo looks like one that is already here
drafting-alike-lead = Look at both before you go on: the same person may have been drafted twice.
drafting-alike-likely = Most likely the same photo
drafting-alike-maybe = Perhaps the same photo
drafting-alike-live = On the website since { $day }:
drafting-alike-draft = A draft that { $name } started on { $day }.
drafting-alike-in-review = A photo that { $name } drafted on { $day }. It waits for review.
drafting-alike-ended = A photo that ended on { $day }, not by withdrawal:
drafting-alike-open = See it
drafting-taken-down-title = A photo much like this one was taken down
drafting-taken-down-by-person = The person in a photo much like this one asked for it to be taken down on { $day }. Don’t publish it again unless they ask.
drafting-taken-down-by-staff = A photo much like this one was taken back by staff on { $day }. Find out why before you publish it again.
drafting-taken-down-legend = Why may this photo be shown all the same?
drafting-taken-down-hint = The log keeps your answer, and the reviewer sees it. If neither is true, end this draft or upload another photo.
drafting-taken-down-asked-again = The person has asked for it to be shown again
drafting-taken-down-another-photo = It is another photo that only looks alike
drafting-taken-down-answered = The case worker’s answer:
drafting-taken-down-missing = Choose why this photo may be shown. Nothing was saved.
drafting-save-taken-down = Save this answer
drafting-lacks-taken-down = A photo much like this one was taken down. Say why this one may be shown.
