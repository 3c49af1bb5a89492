# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = Write the digits
captcha-why = Before a search we ask for some digits. This slows programs down.
captcha-cannot-explained = You can neither see nor hear the digits? Press “I can’t do this”. You wait 20 seconds, then you go on.
captcha-crowded-title = Many people use this connection now
captcha-crowded-text = The picture may not come. Then press “I can’t do this”. It leads on too.
captcha-cookie-title = A search needs one cookie, and your browser sent none.
captcha-cookie-text = Allow cookies for this website, and write the digits. Or look at the photos without a search.
captcha-digits-missing = Write the digits, or press “I can’t do this”
captcha-digits-wrong = The digits were different. Here are new ones.
captcha-digits-expired = The digits were too old. Here are new ones.
captcha-digits-spent = These digits were used before. Here are new ones.
captcha-digits-moved = Your connection changed. Here are new digits.
captcha-digits-unavailable = We can’t check the digits right now. Try again in a minute.

wait-title = Wait a moment
wait-text = { $seconds ->
        [one] In 1 second you go on.
       *[other] In { $seconds } seconds you go on.
    }
wait-button-hint = The page goes on by itself. If it does not, press the button.
