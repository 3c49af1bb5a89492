# Publications: what is live, what needs a new consent, what has ended.

publications-title = Publications
publications-tabs = Lists of publications
publications-tab-live = Live
publications-tab-renew = Consent ends soon
publications-tab-ended = Ended
publications-renew-hint = Their consent ends within 60 days. Ask each person whether it goes on.
publications-photo = Photo
publications-shown = Shown to all
publications-live-for = Live for
publications-consent-until = Consent until
publications-ended-why = Why it ended
publications-ended-at = Ended at
publications-never-public = Was never public
publications-none = There is none in this list.

publications-one-title = Publication
publications-picture = The published picture
publications-stage = Stage
publications-stage-draft = Draft
publications-stage-in-review = Waiting for review
publications-stage-live = Live
publications-stage-ended = Ended
publications-since = Live since
publications-published-title = Published
publications-published-text = Everyone can see it now. Its number:
publications-ended-title = It has ended
publications-ended-text = It is gone from the website. Its files are erased within five minutes.
publications-open-responses = { $count ->
        [one] 1 response is still open. Ending the photo does not close it.
       *[other] { $count } responses are still open. Ending the photo does not close them.
    }
publications-posters = This photo may hang on posters. Have them taken down when it ends.

publications-end-title = End it
publications-end-live = The photo leaves the website at once. This can’t be undone.
publications-end-draft = The draft ends, and its picture is erased. This can’t be undone.
publications-reason = Why does it end?
publications-reason-withdrawn-by-staff = We take it back
publications-reason-reunited = The family is reunited
publications-reason-missing = Choose why it ends.
publications-end-now = Remove the photo now
publications-end-draft-now = End this draft now
publications-ended-withdrawn-by-staff = Taken back by staff
publications-ended-withdrawn-by-code = Removed by the person, with the code
publications-ended-consent-ended = The consent was over
publications-ended-reunited = The family is reunited
publications-ended-erased = No one worked on the draft any more

renewal-title = Renew the consent
renewal-lead = The person has agreed again and signed a new paper. The withdrawal code of the first paper stays good.
renewal-save = Record the new consent
renewal-done = The new consent is recorded. A reviewer certifies it; until then the older last day counts.
