# The way back with a receipt code. It never speaks of a match.

return-title = Your message
return-code = Write your code
return-code-hint = Write every digit of it. Any digits, spaces and dashes are fine.
return-code-missing = Write your code.
return-code-not-digits = The code has only digits. Look at it again.
return-code-length = Some digits are missing, or there are too many. Compare them with your code.
return-code-check-digit = A digit is wrong, or two are swapped. Compare them with your code.
return-code-unknown = We found nothing with this code. It may be erased already.
return-over = Write your code again to go on.
return-kept = What you wrote is kept. Write your code to go on.
return-busy-title = Many people are here right now
return-busy-text = Try again in a minute. Your message is safe.
return-wait-title = Wait 20 seconds
return-wait-text = Then press “Continue”. You do not need the picture.
return-captcha-why = This protects everyone’s code from guessing.
return-lost-heading = Did you lose the code?
return-lost-text = You can send a new message from the photo.
return-withdraw-link = My own photo is here, and I want to remove it

return-heading = Your message
return-state-received = We have your message
return-state-received-text = It waits until a member of staff reads it.
return-state-being-read = Your message is being read
return-state-being-read-text = A member of staff works on it.
return-state-question = We have a question for you
return-state-question-text = Read it below, and answer when you can.
return-state-closed = We have finished with your message
return-state-closed-text = Thank you for helping. It will be erased after some time.
return-thread = What was written
return-from-staff = From us
return-own = You sent an answer
return-delete = Delete this answer
return-ago-now = less than an hour ago
return-ago-hours = { $count ->
        [one] an hour ago
       *[other] { $count } hours ago
    }
return-ago-days = { $count ->
        [one] a day ago
       *[other] { $count } days ago
    }
return-answer = Your answer
return-write = Do you want to tell us more?
return-answer-hint = For your safety, it is not shown here after you send it.
return-answer-missing = Write an answer before you send.
return-answer-long = This is too long. Use at most 4,000 letters.
return-answer-often = You have sent many answers today. Try again tomorrow. This one is still here.
return-closed-answer = You can still write to us. Then we look at your message again.
return-caller-check-heading = Your caller-check number
return-finish = I am finished
return-sent-title = Your answer is saved
return-sent-text = Only trained staff can open it.
return-deleted-title = Your answer is deleted
return-deleted-text = It is gone for good.
return-erase-open = Delete my whole message
return-erase-title = Delete your message?
return-erase-text = All that you wrote to us is deleted, and our answers too. Then we can’t read it or help you with it.
return-erase-seen = Staff may have read it before. Their own notes about it are erased later.
return-erase-now = Yes, delete it all
return-erase-keep = No, keep it
return-erased-heading = Your message is deleted
return-erased-text = All that you wrote is gone, and your code no longer works.
return-erased-again = Did you change your mind? You can write to us again from the photo.
return-not-saved-title = Not saved
return-not-saved-text = Your answer is still here. Try again in a few minutes.
