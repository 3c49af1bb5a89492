# The enquirer takes the photo off the site.

withdraw-title = Your photo
withdraw-code = Write the code from your paper
withdraw-code-hint = Write every digit of it. Any digits, spaces and dashes are fine.
withdraw-code-unknown = No photo has this code. Compare it with your paper.
withdraw-lost-heading = Do you not have the code?
withdraw-lost-text = Open your photo and choose “This is my photo: remove it”.
withdraw-return-link = I have the code of a message
withdraw-confirm-heading = Remove the photo?
withdraw-confirm-text = The photo leaves this website at once. Nobody asks you why.
withdraw-confirm-search = The search for your family can go on without it. Talk to us about that.
withdraw-now = Remove the photo now
withdraw-keep = Keep the photo
withdraw-done-heading = The photo is removed
withdraw-done-text = Nobody can see it on this website any more.
withdraw-done-copies = Copies in browsers are gone within the hour.
withdraw-done-posters = We ask our colleagues to take posters with it down.
withdraw-done-search = If you still look for your family, your Red Cross or Red Crescent helps you.
withdraw-away-title = We can’t check the code now
withdraw-away-text = Try again in a few minutes. Or call your Red Cross or Red Crescent.
withdraw-kept-heading = The photo is hidden
withdraw-kept-text = This server shows it to nobody any more.
withdraw-kept-everywhere = A part of our system does not answer now. As soon as it does, the photo is off everywhere.
withdraw-kept-sure = We have written down your wish. You need not come back.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = Remove my photo:
withdraw-paper-text = With this code I can remove my photo from the website at any time. It is free. Nobody asks why. I keep this paper in a safe place.
