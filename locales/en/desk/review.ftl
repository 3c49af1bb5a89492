# Review: the list of what waits, and one publication with its checklist.

review-list-title = Reviews
review-list-hint = The one that has waited longest comes first.
review-list-open = Review this publication
review-list-own = Yours
review-list-none = Nothing waits for review
review-list-none-text = When a colleague sends a draft, it appears here.

review-title = Review
review-preview-title = What visitors will see
review-preview-hint = The photo number is drawn when you publish.
review-alt-hint = The text under each card is read aloud to people who can’t see the picture.
review-fact-age = Age
review-fact-origin = Country of origin
review-fact-region = Region

review-consent = Consent
review-consent-none = There is none
review-channel = May be shown
review-agreed-on = Agreed on
review-ends-on = Ends on
review-language = Explained in
review-paper = Signed paper
review-age = Age, as the case worker knows it
review-age-minor = May be under 18
review-age-adult = Adult
review-age-unknown = Not known
review-guardian = Guardian’s consent
review-own-agreement = Young person’s own agreement

review-checklist = Checklist
review-checklist-legend = I have checked
review-checklist-hint = Tick a point only after you have looked at it.
review-check-consent = The consent covers the website, and its last day is right.
review-check-age = This person is 15 or older.
review-check-no-place = Nothing in the picture shows a place, a badge or a uniform.
review-check-no-others = Nobody else is in the picture.
review-check-crop = The part that is shown fits the face.
review-check-facts = The sentence, the facts and the text read aloud are right.
review-open-consent = Open: the consent and its last day. Nothing was published.
review-open-age = Open: the person is 15 or older. Nothing was published.
review-open-no-place = Open: no place, badge or uniform in the picture. Nothing was published.
review-open-no-others = Open: nobody else in the picture. Nothing was published.
review-open-crop = Open: the part that is shown. Nothing was published.
review-open-facts = Open: the sentence, the facts and the text. Nothing was published.
review-age-reason = Why is this person not under 15?
review-age-reason-hint = The year of birth is not known. Without a reason it can’t be published.
review-age-unexplained = Write why this person is not under 15. Nothing was published.
review-reason-too-long = This text is too long. Shorten it.
review-approve = Approve and publish

review-own-title = You worked on this draft
review-own-text = A second person must approve it. Ask a colleague who reviews.
review-conflict-title = Someone else was quicker
review-conflict-text = It was changed meanwhile. Nothing was published by you. Look at it again.
review-not-published-title = Not published
review-not-published-text = Nothing is public. The store does not answer or is full. Your ticks are kept: try again.
review-consent-over-title = The consent is over
review-consent-over-text = Nothing was published. Send it back, so that a new consent can be recorded.
review-lacks-title = Something is missing in the draft
review-lacks-text = Nothing was published. Send it back, so that it can be completed.

review-back-title = Not ready?
review-back-text = The case worker can change it and send it again.
review-back = Send back to the draft
