# A member's own password.

password-title = Change your password
password-lead = Your work and your keys stay. Wherever else you are signed in, you are signed out.
password-link = change your password
password-old-label = Your password until now
password-old-missing = Write your password until now.
password-old-wrong = This is not your password until now.
password-same = This is your password until now. Choose another one.
password-send = Change the password
password-changed-title = Your password is changed
password-changed-text = Use the new one from now on. Wherever else you were signed in, you are signed out.
password-everywhere-title = Sign out everywhere
password-everywhere-text = This ends all your sessions, this one too. Use it if you left a device somewhere.
password-everywhere-button = Sign out everywhere
desk-menu-password = Your password
desk-task-password = Change the password with which you sign in.

# An administrator's second passphrase (`desk/second_passphrase.rs`).

second-title = Your second passphrase
second-lead = It opens closed cases, and gives colleagues their keys. You type it only then. Signing in never asks for it.
second-rule = Keep it on paper, away from your computer. Nobody can look it up.
second-new-label = New second passphrase
second-again-label = The same second passphrase again
second-password-label = Your password for signing in
second-password-hint = We check that the two are not alike.
second-password-wrong = This is not your password.
second-old-label = Your second passphrase until now
second-forgotten-label = I have forgotten it
second-forgotten-hint = You lose the key to closed cases, and the root key. Another administrator or the recovery sheet gives them back.
second-send = Save
second-done-title = Your second passphrase is saved
second-done-text = Closed cases open with it, and colleagues get their keys. Your password alone does neither.
second-label = Your second passphrase
second-hint = Not your password for signing in.
second-missing = Write your second passphrase.
second-wrong = This is not your second passphrase.
second-differs = The two passphrases are not the same.
second-like-password = This is too much like your password. Take other words.
second-choose-first = Choose your second passphrase first. This needs it.
second-archive-first = You do not hold the key to closed cases. See how you get it.
second-root-first = You do not hold the root key. See how you get it.
password-is-second = This is your second passphrase. Signing in must never learn it.
