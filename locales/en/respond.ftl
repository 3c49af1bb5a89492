# The form behind a photo's four doors.

respond-title = Your message

respond-lead-looking-for-me = Tell us who you are. Only trained staff can read it.
respond-lead-i-know = Tell us what you know. Only trained staff can read it.
respond-lead-remove-my-photo = We take this photo off as soon as we can.
respond-lead-something-wrong = Tell us, and we look at it.

respond-have-code-title = Do you have the code on your paper?
respond-have-code-text = With the code, the photo is gone at once.
respond-have-code-link = Remove it now with the code

respond-relation = What are you to the person in the photo?
respond-relation-other = someone else, not family
respond-relation-in-words = In your own words
respond-relation-in-words-hint = For example: his neighbour, her teacher, the son of her sister.
respond-relation-missing = Choose one. You can choose “I do not know”.
respond-relation-in-words-long = These words are too long. Use at most 100 letters.

respond-story-looking-for-me = About you
respond-story-i-know = What you know
respond-story-remove-my-photo = Remove this photo
respond-story-something-wrong = Something is wrong

respond-name = Your name
respond-name-hint = Write it your own way, in any script.
respond-name-missing = Write your name, or tick “I do not want to say my name”.
respond-name-long = This name is too long. Use at most 200 letters.
respond-no-name = I do not want to say my name

respond-message-looking-for-me = Why do you think that this person looks for you?
respond-message-i-know = What do you know about this person?
respond-message-hint = For example: a scar, a nickname, who else is in the family. Write in any language.
respond-message-hint-plain = Write in any language.
respond-message-wrong = What is wrong?
respond-message-remove = Is there anything we should know?
respond-message-missing = Write a few words, so that we can understand you.
respond-message-long = This is too long. Use at most 4,000 letters.
respond-message-told = What you wrote

respond-danger = It is about a child, or someone is in danger
respond-danger-hint = We look at these messages first.
respond-danger-told = It is about a child, or someone is in danger

respond-contact = How can we reach you?
respond-contact-legend = Choose one way
respond-by-phone = By phone
respond-by-phone-hint = Write your number below.
respond-by-email = By e-mail
respond-by-email-hint = Write your address below.
respond-by-code = Only with a code
respond-by-code-hint = You come back to this website to read our questions.
respond-contact-missing = Choose how we can reach you.
respond-contact-told = How we reach you
respond-phone = Phone number
respond-phone-hint = Only if you chose phone. Begin with the country code if you can.
respond-phone-missing = Write your phone number, or choose another way.
respond-phone-long = This number is too long. Use at most 60 digits and signs.
respond-email = E-mail address
respond-email-hint = Only if you chose e-mail.
respond-email-missing = Write your e-mail address, or choose another way.
respond-email-wrong = Look at the address again. It needs an @ and no spaces.
respond-email-long = This address is too long.

respond-safe-contact = How can we call you safely?
respond-only-mine = Is this phone only yours?
respond-may-leave-message = May we leave a message?
respond-good-times = When is a good time?
respond-good-times-hint = For example: in the evening, never on Friday.
respond-times-long = These words are too long. Use at most 100 letters.

respond-check = Look at your answers
respond-check-lead = You can change each one before you send.
respond-change = Change
respond-nothing = Nothing written
respond-check-remove = You ask us to remove photo { $number }
respond-who-reads = Only trained staff of the Red Cross or Red Crescent can read this.
respond-captcha-why = This helps us to read messages from people first.
respond-slow-title = You can send your message without the digits
respond-slow-text = It may take us a little longer to read it. It will not be lost.
respond-slow-first = We look at your message first all the same. It will not be lost.
respond-slow-crowd = If very many messages come at once, we read those with checked digits first.
respond-digits-needed = We have little room now. Write the digits, and your message is saved.

respond-old-title = This page was open for a long time
respond-old-text = Your answers are still here. Look at them once more.

respond-not-saved-title = Not saved
respond-not-saved-text = Your message did not reach us. Nothing is lost: it is still on this page.
respond-not-saved-heading = We can’t save your message now
respond-not-saved-lead = Try again in a few minutes. Or call your Red Cross or Red Crescent.
respond-not-saved-typed = What you wrote
respond-try-again = Try again

respond-lost-title = This form is no longer open
respond-lost-text = Did you see a code? Then your message was sent. If not, begin again from the photo.
respond-lost-typed = This is what you wrote on the last page
respond-lost-photos = Go to the photos
respond-lost-again = Begin again

respond-sent-title = Your message was sent
respond-sent-text = You are finished.

respond-cookie-title = Look once more, and press again
respond-cookie-text = The cookie of this form was missing or did not fit. What you wrote is still here.
respond-cookie-off = Does your browser take no cookies? You can go on all the same.
