# One response on the desk: claimed, opened, answered, closed.
response-title = Response
response-back = Back to the responses
response-back-closed = Back to the closed responses
response-next = Go on to the next response
response-came = Came { $age } ago.
response-claim = Claim this response
response-claim-explained = When you claim it, it opens for you for 30 minutes. The log keeps that you opened it.
response-release = Release
response-unsaved = This is not saved yet. Save it or delete it before you go on.

response-taken-title = A colleague works on this response
response-taken-by = { $name } holds it.
response-taken-until = The claim lasts until { $time } (UTC).
response-taken-explained = After that, or when it is released, you can claim it.

response-conflict-title = This was not saved
response-conflict-claimed = A colleague has claimed this response meanwhile.
response-conflict-changed = This response changed after you opened the page.
response-conflict-lease = Your claim is over. Claim the response again to go on.
response-conflict-closed = A colleague has closed this response meanwhile.
response-conflict-open-again = This response is open again.
response-conflict-nothing = Nothing was overwritten.
response-conflict-kept = What you wrote, to copy
response-conflict-open = Open the response as it is now

response-claims-full-title = You hold ten responses
response-claims-full = Give one back or close one. Then you can claim another.
response-claims-full-why = So no response waits in the hands of somebody busy.
response-claims-mine = Show what I hold

response-case-panel = Photo and case: private
response-photo-alt = The published photo
response-photo-ended = The photo is no longer public.
response-case-erased = The private part of this case has been erased.
response-fact-seeks = Looks for
response-fact-sex = Sex
response-fact-age = Age
response-fact-origin = Country of origin
response-case-name = Name of the person in the photo
response-case-sought = Names of the relatives sought
response-case-birth-year = Birth year
response-case-compare = Facts to compare
response-case-story = Story
response-case-contact = Contact of the person in the photo

response-panel = The response
response-name = Name of the sender
response-name-unsaid = not said
response-relation-in-words = Relation in their words
response-language = Language
response-no-message = The sender wrote no message.
response-contact = How to reach the sender
response-say-first = Say this number first when you call:
response-phone = Phone
response-phone-only-theirs = Is this phone only theirs?
response-phone-message = May we leave a message?
response-phone-times = Good times
response-email = E-mail
response-mailbox = Mailbox
response-contact-code-only = No phone and no e-mail. Ask a question below: the sender reads it with the receipt code.
response-compare = What agrees
response-compare-relation = Relation
response-compare-name = Name
response-agrees = Agrees
response-differs = Differs
response-look-closer = Look closer

response-notes = Internal notes
response-notes-none = There is no note yet.
response-note = Write a note
response-note-label = Note for staff
response-note-hint = Only staff of your Society see it.
response-note-save = Save the note
response-note-missing = Write the note before you save it
response-note-long = The note is too long. Shorten it to 4,000 characters.

response-thread = Messages with the sender
response-thread-none = There is no message yet.
response-received = From the sender
response-sent = Sent to the sender
response-question = Write to the sender
response-question-hint = The sender reads it with the receipt code. They answered in { $language }. Name no one and no place. Never speak of money.
response-question-send = Send to the sender
response-question-missing = Write the message before you send it
response-question-long = The message is too long. Shorten it to 2,000 characters.

response-timeline = What happened, and who did it (UTC)

close-title = Close this response
close-means-list = It leaves the open responses.
close-means-sender = The sender’s page will say that it is closed.
close-means-erased = It is erased after a time that hangs on the outcome.
close-means-again = If the sender writes again, it opens again. You can undo the closing for ten seconds.
close-means-others = { $count ->
        [0] No other response to this photo is open.
        [one] { $count } other response to this photo stays open.
       *[other] { $count } other responses to this photo stay open.
    }
close-outcome = How did it end?
close-outcome-missing = Choose how it ended
close-outcome-reunited = The family is together again
close-outcome-contact-restored = They are in contact again
close-outcome-no-match = It was not this family
close-outcome-duplicate = The same response came before
close-outcome-spam = Spam
close-outcome-harmful = Someone wanted to do harm
close-outcome-taken-back = The sender deleted it
close-kept = { $count ->
        [one] It is kept for { $count } day.
       *[other] It is kept for { $count } days.
    }
close-photo = Does the photo end too?
close-photo-hint = If yes, it leaves the website at once. Nobody can undo that.
close-photo-yes = Yes, end the photo
close-photo-no = No, the photo stays
close-photo-missing = Say whether the photo ends too
close-folded = { $count ->
        [one] Close { $count } more in the same words too
       *[other] Close { $count } more in the same words too
    }
close-folded-hint = What solved the digits, was answered or is with a colleague stays open.
close-folded-outcome = A family that was found is one response: close the others with another outcome
close-send = Close the response

response-closed-title = This response is closed
response-closed-live = The photo is still public.
response-closed-ended = The photo is no longer public.
response-closed-reading = You can read it. Open it again to write to the sender.
response-again = Look at it again
response-read = Read it
response-read-explained = It opens for you for 30 minutes and stays closed. The log keeps that you opened it.
response-reopen = Open it again
response-reopen-explained = It goes back to the open responses, and you hold it.
response-reopen-sealed-explained = Open it again, and the administrators are told on their start page.
response-put-back = I have read it
response-sealed-archive = The case of this response is closed. An administrator opens it again on the page “Closed cases”.
response-sealed-keys = You do not hold the keys yet. An administrator seals them to you.

close-undo = Undo the closing
close-undo-explained = You can undo this for ten seconds. A photo that ended stays ended.
close-undo-late = It is too late to undo this. You can open the response again.
close-conflict-title = Nothing was closed
close-conflict-text = Something new came after you opened this page. Look at it, then choose again.
close-conflict-look = Go to the messages
