# The receipt after a message was sent.

receipt-title = Your message
receipt-safe-title = Your message is saved
receipt-safe-text = Only trained staff can open it.
receipt-heading = Keep this code
receipt-lead = With it you can read our questions and answer them.
receipt-code-label = Your code
receipt-caller-check-heading = Your caller-check number
receipt-next-heading = What happens next
receipt-remove = You asked us to remove photo { $number }
receipt-remove-call = Do you want to call? Find your Red Cross or Red Crescent
receipt-next-return = Come back with your code to see if we have a question.
receipt-saved = I have saved it
receipt-saved-hint = Your message is with us, even if you do not press this.
receipt-file = Save as a small text file
receipt-file-hint = The file is called note.txt.
receipt-file-code = Code:
receipt-file-caller-check = When we call, we say this number first:
receipt-done-heading = You are finished here
receipt-done-text = This page shows nothing of what you wrote.
receipt-done-shared-phone = Do others use this phone? Close this page now.
receipt-done-return = Read our questions with your code
receipt-done-photos = Go to the photos
