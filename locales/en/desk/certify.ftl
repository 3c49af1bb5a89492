# Photos that a reviewer should certify.

certify-title = Certify photos
certify-lead = The website shows only what a reviewer has signed. Tick the photos that are as they should be.
certify-photos = Photos to certify
certify-hint = Compare each photo with its facts and its last day. Leave out what looks wrong, and tell your operator.
certify-more = There may be more. They are listed when these are done.
certify-button = Certify the ticked photos
certify-none-ticked = Tick at least one photo.
certify-nothing = Every photo is certified. There is nothing to do.
certify-done = { $count ->
        [one] 1 photo is certified.
       *[other] { $count } photos are certified.
    }
certify-own = { $count ->
        [one] You recorded 1 new consent yourself. A colleague must certify it.
       *[other] You recorded { $count } new consents yourself. A colleague must certify them.
    }
certify-due-uncertified = Not shown: nobody has certified it
certify-due-unsigned = From before there were certificates
certify-due-renewed = Its consent was renewed
certify-due-signer = Who certified it has no valid signature any more
