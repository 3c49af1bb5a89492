# The way in: an invitation's page.

join-title = Welcome to the desk
join-lead = Choose a password and connect your phone. This takes five minutes.
join-name-label = Your name for signing in
join-password-title = 1. Your password
join-password-text = Only you know it. Nobody can look it up, and nobody will ask you for it.
join-offer = You can use these six words, or choose your own:
join-password-label = New password
join-password-hint = At least 14 characters. Several words that do not belong together are good.
join-password-again-label = The same password again
join-password-short = Use at least 14 characters.
join-password-long = Use at most 200 characters.
join-password-weak = This one is easy to guess. Take words that do not belong together.
join-password-differs = The two passwords are not the same.
join-phone-title = 2. Your phone
join-phone-text = Open an authenticator app on your phone and scan this picture.
join-qr-alt = A square code for your authenticator app
join-typed-text = If you can’t scan it, type these letters into the app:
join-code-label = Write the code that the app shows
join-code-wrong = The code is not right. Wait for the next one, and write that.
join-send = Join
join-closed-title = This invitation can’t be used
join-closed-text = It was used already, or it is older than 48 hours. Ask your administrator for a new one.
join-waits-title = A colleague has to agree first
join-waits-text = A second colleague gives their word for you. Then open this link again.
