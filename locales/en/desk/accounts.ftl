# Accounts, one colleague's account, invitations, new starts, and the operator's pages.

accounts-title = Accounts
accounts-ended-now = Access has ended.
accounts-ended-later = Access has ended. The signed list of colleagues will say so when you next give somebody keys.
accounts-name = Name
accounts-roles = Roles
accounts-stage = Stage
accounts-ends-on = Access ends on
accounts-invite-title = Invite a colleague
accounts-invite-text = You will get a link. It works once, for 48 hours, and opens no case by itself.
accounts-name-label = Name for signing in
accounts-name-hint = 2 to 40 small letters a to z, digits, dots and dashes.
accounts-roles-legend = Roles
accounts-ends-on-label = Access ends on
accounts-ends-on-hint = Year, month, day: 2027-05-31. At most two years from now.
accounts-invite-button = Make the invitation
accounts-name-wrong = Use 2 to 40 small letters a to z, digits, dots and dashes.
accounts-name-taken = Somebody has this name already. Choose another one.
accounts-roles-missing = Choose at least one role.
accounts-administrator-lone = You are the only administrator. Ask whoever runs this installation to invite a second one. From then on, two of you decide together.
accounts-ends-on-unreadable = Write the day as year, month, day: 2027-05-31.
accounts-ends-on-past = This day is over. Write a day to come.
accounts-ends-on-far = Access lasts two years at most. Write an earlier day.
accounts-role-case-worker = Case worker
accounts-role-case-worker-hint = Prepares photos with their consent.
accounts-role-reviewer = Reviewer
accounts-role-reviewer-hint = Checks what others prepared, and publishes it.
accounts-role-moderator = Moderator
accounts-role-moderator-hint = Reads responses from families and answers them.
accounts-role-administrator = Administrator
accounts-role-administrator-hint = Invites colleagues and seals keys to them.
accounts-role-auditor = Auditor
accounts-role-auditor-hint = Reads the audit log. Sees no case.
accounts-role-operator = Operator
accounts-role-operator-hint = Runs the installation. Sees no case.
accounts-stage-invited = Invited
accounts-stage-awaiting-keys = Waits for the keys
accounts-stage-active = Active
accounts-stage-ended = Ended
accounts-stage-expired = Access is over

invitation-title = The invitation is ready
invitation-lead = This link is shown only now.
invitation-link-label = Link
invitation-rule = Hand it over in person or in a safe message. It works once, for 48 hours.
invitation-needs-colleague = It works only after a second colleague has agreed. They find it under “New starts”.
invitation-needs-administrator = It works only after a second administrator has agreed. They find it under “Accounts”, on this person’s page.
invitation-done = Done

colleague-title = A colleague
colleague-sealed = The keys are sealed to this colleague. They can begin.
colleague-seal-title = Seal the keys
colleague-seal-text = Call this colleague on a number that you know. Let them read you their twelve digits.
colleague-second-first = They choose their second passphrase first. Then they see the digits for you.
colleague-fingerprint-label = The twelve digits that you heard
colleague-fingerprint-hint = Take them from the call, never from a message.
colleague-fingerprint-wrong = These are not the digits of this account. Call again; if they differ again, stop.
colleague-not-bound = These keys can’t be trusted yet. Let this colleague sign in once more, then call again.
colleague-seal-button = Seal the keys
colleague-agree-title = A further administrator
colleague-agree-text = A colleague invited this person as an administrator. Administrators hold every key of the Society. Agree only if you know that this is wanted.
colleague-agree-button = I agree
colleague-agreed = You agreed. Their link works now.
colleague-sign-out-title = A device lost, or a session left open?
colleague-sign-out-text = End every session of this colleague. They sign in again with password and code.
colleague-sign-out-button = Sign out everywhere
colleague-signed-out = This colleague is signed out on every device.
colleague-recovery-title = Password or phone lost?
colleague-recovery-text = Start anew with a fresh link. A second colleague must agree, and you seal the keys again.
colleague-recovery-button = Start anew
colleague-end-title = End access
colleague-end-text = They are signed out at once and lose every key. This can’t be undone.
colleague-end-hint = Access ends with or without it. With it, the signed list of colleagues says so at once.
colleague-end-button = End access now
colleague-self = You can’t change your own account. Another administrator can.

vouch-title = New starts
vouch-lead = These colleagues lost a password or a phone. Agree only if you spoke to them yourself.
vouch-button = I spoke to them: I agree
vouch-agreed = You agreed. Their link works now.
vouch-same-person = You asked for this new start. Another colleague has to agree.
vouch-over = This new start is over or was used already.
vouch-empty-title = Nobody waits
vouch-empty-text = When a colleague needs your word, their name is here.

operator-title = Installation
operator-lead = Societies and counts. Nothing here is about a person.
operator-societies = Societies
operator-society = Society
operator-keys = Keys
operator-keys-made = Made
operator-keys-no-root = Made, no root key yet
operator-keys-none = Not yet
operator-live = Photos shown
operator-unopened = Unopened responses
operator-oldest = The oldest has waited
operator-none-waits = None waits
operator-waited-hours = { $count ->
    [0] Less than an hour
    [one] One hour
   *[other] { $count } hours
}
operator-waited-days = { $count ->
    [one] One day
   *[other] { $count } days
}
operator-limits-shared = Limits are shared by all processes.
operator-limits-own = Each process counts limits for itself.
operator-limits-alone = Limits: this process alone since { $time } (UTC).
operator-limits-alone-text = The server that counts for all does not answer. Everything goes on, and this process tries again every few seconds.
operator-create-title = Create a Society
operator-name-label = Name of the Society
operator-name-hint = As the public directory shows it.
operator-slug-label = Short name
operator-slug-hint = Small letters a to z, digits and dashes.
operator-contact-label = How people reach it
operator-contact-hint = The public directory shows this.
operator-languages-label = Languages of its staff
operator-languages-hint = Codes with commas between: en, ar
operator-create-button = Create the Society
operator-name-missing = Write the name of the Society.
operator-name-long = This name is too long. Use at most 200 letters.
operator-slug-wrong = Use small letters a to z, digits and dashes, at most 40.
operator-slug-taken = A Society has this short name already.
operator-invite-title = Administrators
operator-invite-text = You invite the Society’s first two. The first makes the Society’s keys in their own session, and gives them to the second. You never hold them.
operator-has-administrators = The Society has two administrators. From now on it invites its own people.
