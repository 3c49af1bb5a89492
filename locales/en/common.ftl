# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = Go to the content
title-error = Error:
title-part = { $title }, part { $part }
back = Back
menu-label = Main pages
menu-photos = Photos
menu-return = My message
menu-safety = Your safety
menu-help = Help
languages-label = Languages
languages-jump = Other languages

# The safety lines: translate these first, and have them read by a native speaker.
free-line = Free. We never ask for money.
caller-check-rule = When we call, we say your caller-check number first. If the number is missing or wrong, hang up.
leave-label = A quick way out
leave-now = Leave this page now
leave-explained = “Leave this page now” opens a weather page. It also forgets what you typed here.
child-note = Are you a child? You can ask an adult you trust to sit with you.

foot-safety = How we keep you safe
foot-privacy = What we keep, and for how long
foot-directory = Find your Red Cross or Red Crescent
foot-questions = Questions and answers
foot-scams = False helpers who want money
foot-clear = How to clear this phone
foot-posters = Posters to print
foot-about = About this website

form-errors-title = Look at this once more
form-error-spoken = Error:
form-optional = (you can leave this empty)
form-continue = Continue
form-send = Send
form-save = Save
form-cancel = Cancel
form-yes = Yes
form-no = No
form-unknown = I do not know
form-letters-too-many = { $count ->
        [one] One letter is too many.
       *[other] { $count } letters are too many.
    }

captcha-label = Write the digits from the picture
captcha-hint = You can use the digits of your own language.
captcha-picture-alt = A picture of some digits. You can also listen to them.
captcha-listen = Listen to the digits
captcha-listen-in = Listen to the digits, spoken in this language: { $language }
captcha-another = Show another picture
captcha-cannot = I can’t do this

listen-page = Listen to this page
listen-stop = Stop reading

code-copy = Copy
code-copied = Copied
code-print = Print

photo-number-label = Photo number

pager-label = Pages
pager-previous = Previous page
pager-next = Next page
pager-page = Page { $page }
pager-current = Page { $page }, this page
