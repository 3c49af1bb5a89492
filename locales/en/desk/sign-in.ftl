# Signing in to the desk, and the fresh second factor.

sign-in-title = Sign in
sign-in-name-label = Name
sign-in-password-label = Password
sign-in-lost = Lost your password or your phone? Call your administrator.
sign-in-name-missing = Write your name.
sign-in-password-missing = Write your password.
sign-in-wrong = The name or the password is not right.
sign-in-too-many = There were too many tries. Wait a few minutes, then try again.
sign-in-busy = Many people are signing in now. Try again in a minute.
sign-in-too-late = This took too long. Start again with your password.
sign-in-locked-title = The desk is locked
sign-in-locked-text = Nothing happened here for ten minutes. Sign in to go on.
sign-in-kept-title = What you typed is kept
sign-in-kept-text = Nothing is saved yet. Sign in, and it stands in its fields again.
sign-in-joined-title = Your account is ready
sign-in-joined-text = Sign in with your new password and a code.
sign-in-code-title = Your code
sign-in-code-label = Write the code from your phone
sign-in-code-hint = Six digits from your authenticator app. Each code works once.
sign-in-code-wrong = The code is not right, or it was used already. Wait for the next one.
sign-in-send = Sign in
fresh-factor-title = Show that it is still you
fresh-factor-lead = You opened many files, or this step needs extra care. A new code from your phone lets you go on.
