# The desk's frame and home page.

desk-sign-out = Sign out
desk-menu-queue = Responses
desk-menu-drafts = Drafts
desk-menu-reviews = Review
desk-menu-publications = Publications
desk-menu-accounts = Accounts
desk-menu-vouch = New starts
desk-menu-audit = Audit log
desk-menu-operator = Installation

desk-home-title = Your desk
desk-home-lead = What waits for you.
desk-task-queue = Answers from families wait to be read.
desk-task-drafts = Prepare a photo with its consent, and send it to review.
desk-task-reviews = Look at what a colleague prepared, before anyone sees it.
desk-task-publications = See the photos shown now. Take one down at once.
desk-task-accounts = Invite colleagues, seal keys to them, and end their access.
desk-task-vouch = A colleague may need your word for a new start.
desk-task-audit = See who did what, and check that nothing was changed.
desk-task-operator = Societies, counts, and how old the oldest unopened response is.
desk-keys-title = You do not hold your Society’s keys yet
desk-keys-text = Until then you can’t open cases or responses. It takes one call with your administrator.
desk-keys-none-title = Your Society has no keys yet
desk-keys-none-text = Cases and responses are sealed to these keys. Make them now, in this session.
desk-keys-link = See what to do
