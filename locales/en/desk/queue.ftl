# The desk's queue of responses. Never a name, a contact or a word that a responder wrote.
queue-title = Responses
queue-tabs = Parts of the queue
queue-tab-open = Open
queue-tab-mine = Mine
queue-tab-closed = Closed
queue-oldest = The oldest response that no one has opened came { $age } ago.
queue-oldest-open = Go to it
queue-none-unseen = Someone has opened every open response.
queue-rush-title = Far more messages than usual
queue-rush-since = The last alarm came { $age } ago.
queue-rush-text = Those in the same words are shown as one. Look at each screen’s first rows, and tell your operator.
queue-fold-title = Messages in the same words
queue-fold-lead = None is lost. Each can be opened by itself, and closed together with the first.
queue-empty-title = No response waits
queue-empty-text = New responses appear here as soon as they arrive.
queue-empty-closed = No response is closed yet
queue-empty-mine = You hold no response
queue-claim = Claim
queue-keys = Keys: J and K move, Enter opens, C claims.

queue-closed-ago = Closed { $age } ago
queue-age-minutes = less than an hour
queue-age-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
queue-age-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

queue-door-looking-for-me = “This person is looking for me”
queue-door-i-know = “I know this person”
queue-door-remove-my-photo = “This is my photo: remove it”
queue-door-something-wrong = “Something is wrong”
queue-door-sealed = Sealed: you do not hold the keys yet
queue-door-archived = In a closed case: an administrator holds the key

queue-relation-unsaid = relation not said
queue-fits = as the photo seeks
queue-fits-not = not what the photo seeks

queue-level-high = High
queue-level-normal = Normal
queue-level-low = Low

reason-removal-asked = The sender asks us to remove the photo.
reason-danger = The sender says that it is about a child or someone in danger.
reason-urgent = The sender asks for a removal, or says that it is about a child or someone in danger.
reason-wrote-again = The sender wrote again after it was closed.
reason-answer-waits = The last message is the sender’s.
reason-slow-lane = It came over a limit or without the picture digits.
reason-rush = It came without checked digits, while very many urgent messages came.
reason-after-the-end = The photo had ended when it came.
reason-relation-fits = The relation fits the photo.

queue-stage-new = New
queue-stage-claimed = Claimed
queue-stage-in-contact = In contact
queue-stage-closed = Closed

queue-flag-removal = Remove photo
queue-flag-danger = Danger or child
queue-flag-urgent = Urgent
queue-flag-answer = Answer waits
queue-flag-code-only = Mailbox only
queue-flag-reopened = Closed before: { $outcome }
queue-after-harm = { $count ->
        [one] { $count } sender wrote again after a closing as spam or harm
       *[other] { $count } senders wrote again after a closing as spam or harm
    }
queue-folded = { $count ->
        [one] { $count } more with the same text
       *[other] { $count } more with the same text
    }
