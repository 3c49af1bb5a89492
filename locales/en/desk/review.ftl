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

review-faces = Other people in the picture
review-photo-damaged = The file was damaged, and a part of this photo is lost.
review-photo-small = The photo is small.
review-faces-found = { $count ->
    [0] The program sees no face. Look yourself.
    [one] The program sees one face.
   *[other] The program sees { $count } faces.
}
review-faces-not-checked = The program could not look for faces.
review-faces-looked-at = The case worker looked, and says that nobody else can be recognised.
review-faces-covered = { $count ->
    [one] One part was covered.
   *[other] { $count } parts were covered.
}
review-faces-cropped = { $count ->
    [one] One face lies outside the part that is shown.
   *[other] { $count } faces lie outside the part that is shown.
}
review-faces-left-not-a-face = { $count ->
    [one] One was left in, because it is not a face.
   *[other] { $count } were left in, because they are not faces.
}
review-faces-left-only-a-picture = { $count ->
    [one] One face was left in, because it is only a picture or a statue.
   *[other] { $count } faces were left in, because they are only pictures or statues.
}
review-faces-left-agreed-too = { $count ->
    [one] One face was left in, because this person agreed as well, and signed.
   *[other] { $count } faces were left in, because these people agreed as well, and signed.
}

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
review-check-no-others = Nobody else can be recognised, except who agreed as well.
review-check-crop = The part that is shown fits the face.
review-check-facts = The sentence, the facts and the text read aloud are right.
review-open-consent = Open: the consent and its last day. Nothing was published.
review-open-age = Open: the person is 15 or older. Nothing was published.
review-open-no-place = Open: no place, badge or uniform in the picture. Nothing was published.
review-open-no-others = Open: nobody else can be recognised. Nothing was published.
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

review-taken-down-open = Nobody has said why this photo may be shown. Send it back, so that the case worker can answer.
