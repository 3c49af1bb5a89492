# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = Qor tirooyinka
captcha-why = Raadinta ka hor waxaan ku weydiinaynaa tirooyin. Taasi waxay daahisaa barnaamijyada kombiyuutarka.
captcha-cannot-explained = Haddii aadan tirooyinka arki karin, maqlina karin, riix “Kan ma samayn karo”. Sug 20 ilbiriqsi, kaddib waad sii soconaysaa.
captcha-crowded-title = Dad badan ayaa hadda wada isticmaalaya khadkan internetka
captcha-crowded-text = Waxaa laga yaabaa inuusan sawirku soo bixin. Markaas riix “Kan ma samayn karo”. Sidaasna waad ku sii soconaysaa.
captcha-cookie-title = Raadintu waxay u baahan tahay hal cookie, browser-kaaguna midna ma uu soo dirin.
captcha-cookie-text = U oggolow cookie-ga boggan, kaddibna qor nambarrada. Ama eeg sawirrada adigoon raadin.
captcha-digits-missing = Qor tirooyinka, ama riix “Kan ma samayn karo”
captcha-digits-wrong = Tirooyinku way ka duwanaayeen. Waa kuwan tirooyin cusub.
captcha-digits-expired = Waqtigii tirooyinkaas waa dhammaaday. Waa kuwan tirooyin cusub.
captcha-digits-spent = Tirooyinkaas hore ayaa loo isticmaalay. Waa kuwan tirooyin cusub.
captcha-digits-moved = Xiriirkaaga internetka waa isbeddelay. Waa kuwan tirooyin cusub.
captcha-digits-unavailable = Hadda ma hubin karno tirooyinka. Isku day mar kale hal daqiiqo kaddib.

wait-title = Wax yar sug
wait-text = { $seconds ->
        [one] Waxaad sii soconaysaa 1 ilbiriqsi kaddib.
       *[other] Waxaad sii soconaysaa { $seconds } ilbiriqsi kaddib.
    }
wait-button-hint = Boggu iskiis ayuu u gudbayaa. Haddii uusan gudbin, riix badhanka.
