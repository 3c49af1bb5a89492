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
desk-menu-password = Your password
desk-task-password = Change the password with which you sign in.
