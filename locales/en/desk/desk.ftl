# The desk's frame and home page.

desk-sign-out = Sign out
desk-menu-queue = Responses
desk-menu-drafts = Drafts
desk-menu-reviews = Review
desk-menu-certify = Certify photos
desk-menu-publications = Publications
desk-menu-posters = Posters
desk-menu-accounts = Accounts
desk-menu-vouch = New starts
desk-menu-archive = Closed cases
desk-menu-directory-entry = Public directory
desk-menu-rota = Who is told
desk-menu-audit = Audit log
desk-menu-operator = Installation
desk-nobody-told = Nobody is told when a family answers. Say who gets an e-mail.

desk-home-title = Your desk
desk-home-lead = What waits for you.
desk-task-queue = Read what families answered, and write back to them.
desk-task-drafts = Prepare a photo with its consent, and send it to review.
desk-task-reviews = Look at what a colleague prepared, before anyone sees it.
desk-task-certify = Sign what the website shows, after a renewal or an update.
desk-task-publications = See the photos shown now. Take one down at once.
desk-task-posters = Make posters of published photos, and take them back.
desk-task-accounts = Invite colleagues, seal keys to them, and end their access.
desk-task-archive = Someone may have answered after a case was closed.
desk-task-vouch = A colleague may need your word for a new start.
desk-task-directory-entry = Say how people reach your Society, and what it does for them.
desk-task-rota = Say who gets an e-mail when families wrote.
desk-task-audit = See who did what, and check that nothing was changed.
desk-task-operator = Societies, counts, and how old the oldest unopened response is.
desk-keys-title = You do not hold your Society’s keys yet
desk-keys-text = Until then you can’t open cases or responses. It takes one call with your administrator.
desk-keys-none-title = Your Society has no keys yet
desk-keys-none-text = Cases and responses are sealed to these keys. Make them now, in this session.
desk-keys-link = See what to do
desk-second-title = Choose your second passphrase
desk-second-text = Closed cases open with it alone. A stolen password does not reach them.
desk-second-link = Choose it now
desk-archive-key-title = You do not hold the key to closed cases
desk-archive-key-text = You forgot your second passphrase. Another administrator gives the key back in one call.
desk-root-title = Your Society has no root key yet
desk-root-text = With it, nobody can exchange your keys unseen. Make it now, and print a new sheet.
desk-own-keys = Your keys

keys-title = Your keys
keys-needs-none = Your roles need no key. You never see what families write.
keys-make-lead = Your Society has no keys yet. You make them now, in your own session.
keys-make-notice-title = Have a printer ready
keys-make-notice-text = You will see a recovery key and a root key once. Print them, and lock them away where no computer is.
keys-make-button = Make this Society’s keys
keys-none-yet = Your Society has no keys yet. Its administrator makes them first.
keys-call-lead = Call your administrator, and read these digits out.
keys-call-other-lead = Call another administrator, and read these digits out.
keys-fingerprint-label = Your twelve digits
keys-call-rule = Use a phone number that you know. Never send the digits in writing.
keys-recovery-title = Or use the printed recovery key
keys-recovery-label = Recovery key
keys-recovery-hint = It begins with AGE-SECRET-KEY-1. Spaces do not matter.
keys-recovery-button = Take the keys back
keys-recovery-unreadable = This is no recovery key. Type it as it is printed.
keys-recovery-wrong = This recovery key does not open your Society’s keys.
keys-recovery-none = Your Society has no keys yet.
keys-held = You hold your Society’s keys. There is nothing to do.
keys-made-title = The keys are made
keys-made-lead = This is your recovery sheet. It is shown for half an hour, and stored nowhere.
keys-made-rule = Print it and lock it away. Without it, lost passwords can mean lost cases.
keys-made-done = I have printed it
keys-made-end = Type the last 6 letters of a key from the paper
keys-made-end-hint = So nobody goes on without a printed key.
keys-made-end-wrong = No key on the sheet ends in these 6 letters. Compare them with the paper.
keys-made-beside = Keep it with the older sheet, which has your recovery key.
keys-made-pin = This line is no secret. Give it to your operator, and publish it where people know you.
keys-root-title = Make the root key
keys-root-text = It signs the list of your keys and colleagues. From then on, nobody can exchange one of them unseen.
keys-root-notice-text = You will see the root key once. Print it, and lock it away with the recovery key.
keys-root-button = Make the root key
keys-root-label = Root key
keys-root-hint = It begins with KINLIGHT-ROOT-1. Spaces do not matter.
keys-root-wanted = The root key from the paper is needed too. Type it as it is printed.

# The tables of the queue and of one response.
desk-brand = Kinlight desk
queue-photo = Photo
queue-item = Response
queue-priority = Priority
queue-waiting = Waiting
queue-closed = When
queue-owner = With
queue-nobody = Nobody yet
compare-fact = Fact
compare-case = In the case
compare-response = In the response
compare-fit = Fit

error-key-exchanged-title = A key is not what it was
error-key-exchanged-text = We stopped. Nothing was sealed with it, and nothing was lost. Tell your operator at once.
error-row-refused-title = A record of your desk is not what it was
error-row-refused-text = Somebody changed it in the database, so it counts for nothing. Tell your operator at once.
error-chain-refused-title = The database is not the one that this desk knows
error-chain-refused-text = Its log lacks lines that this desk has seen. Nobody can work here. Tell your operator at once.

## What was typed and is not saved
typed-given-back-title = Not saved yet
typed-given-back-text = What you typed stands below, in its fields. Save it when it is right.
typed-file-again = The file that you had chosen was not kept. Choose it again.
typed-meanwhile = Someone saved a change meanwhile. Look at it before you save yours.
typed-unsaved = Not saved yet
typed-kept = What you typed
typed-open-page = Open the page with what I typed

## The lock, as the script shows it
lock-soon = Nothing was typed here for some time. The desk locks in:
lock-stay = I am still here
lock-kept = Nothing of the case is shown now. What you typed is kept. Sign in to go on.
