# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = Farriintaada

respond-lead-looking-for-me = Noo sheeg cidda aad tahay. Waxaa akhrin kara oo keliya shaqaale tababaran.
respond-lead-i-know = Noo sheeg waxa aad ogtahay. Waxaa akhrin kara oo keliya shaqaale tababaran.
respond-lead-remove-my-photo = Sawirkan waxaan uga saaraynaa sida ugu dhakhsaha badan.
respond-lead-something-wrong = Noo sheeg, waana eegaynaa.

respond-have-code-title = Ma haysataa koodka warqaddaada ku qoran?
respond-have-code-text = Haddii aad koodka isticmaasho, sawirku isla markiiba wuu baxayaa.
respond-have-code-link = Hadda kaga saar koodka

respond-relation = Maxaad u tahay qofka sawirka ku jira?
respond-relation-other = qof kale oo aan qaraabo ahayn
respond-relation-in-words = Erayadaada ku sheeg
respond-relation-in-words-hint = Tusaale: deriskiisa, macallimaddeeda, wiilka walaasheed.
respond-relation-missing = Mid dooro. Waxaad dooran kartaa “Ma garanayo”.
respond-relation-in-words-long = Qoraalkani aad buu u dheer yahay. Isticmaal ugu badnaan 100 xaraf.

respond-story-looking-for-me = Wax nooga sheeg naftaada
respond-story-i-know = Waxa aad ogtahay
respond-story-remove-my-photo = Ka saar sawirkan
respond-story-something-wrong = Wax baa khaldan

respond-name = Magacaaga
respond-name-hint = U qor sidaad adigu u qorto, farta aad rabto.
respond-name-missing = Qor magacaaga, ama calaamadee “Ma rabo inaan magacayga sheego”.
respond-name-long = Magacani aad buu u dheer yahay. Isticmaal ugu badnaan 200 oo xaraf.
respond-no-name = Ma rabo inaan magacayga sheego

respond-message-looking-for-me = Maxaad ugu malaynaysaa in qofkani adiga ku raadinayo?
respond-message-i-know = Maxaad ka ogtahay qofkan?
respond-message-hint = Tusaale: nabar, naanays, ama cidda kale ee qoyska ku jirta. Ku qor luqad kasta.
respond-message-hint-plain = Ku qor luqad kasta.
respond-message-wrong = Maxaa khaldan?
respond-message-remove = Ma jiraan wax ay tahay inaan ogaanno?
respond-message-missing = Dhowr eray qor, si aan kuu fahanno.
respond-message-long = Qoraalkani aad buu u dheer yahay. Isticmaal ugu badnaan 4,000 oo xaraf.
respond-message-told = Waxa aad qortay

respond-danger = Arrintu waxay ku saabsan tahay ilmo, ama qof baa khatar ku jira
respond-danger-hint = Farriimahan ayaan marka hore eegnaa.
respond-danger-told = Arrintu waxay ku saabsan tahay ilmo, ama qof baa khatar ku jira

respond-contact = Sidee baan kula soo xiriiri karnaa?
respond-contact-legend = Hal dariiqo dooro
respond-by-phone = Taleefan
respond-by-phone-hint = Lambarkaaga hoos ku qor.
respond-by-email = Iimayl
respond-by-email-hint = Cinwaankaaga hoos ku qor.
respond-by-code = Kood oo keliya
respond-by-code-hint = Adiga ayaa websaytkan ku soo noqonaya si aad su’aalahayaga u akhrido.
respond-contact-missing = Dooro sida aan kula soo xiriiri karno.
respond-contact-told = Sida aan kula soo xiriiri karno
respond-phone = Lambarka taleefanka
respond-phone-hint = Qor oo keliya haddii aad taleefan dooratay. Haddii aad awooddo, ka bilow lambarka dalka.
respond-phone-missing = Qor lambarkaaga taleefanka, ama dariiqo kale dooro.
respond-phone-long = Lambarkani aad buu u dheer yahay. Isticmaal ugu badnaan 60 tiro iyo calaamado.
respond-email = Cinwaanka iimaylka
respond-email-hint = Qor oo keliya haddii aad iimayl dooratay.
respond-email-missing = Qor cinwaankaaga iimaylka, ama dariiqo kale dooro.
respond-email-wrong = Mar kale fiiri cinwaanka. Waa inuu leeyahay @, meelo bannaanna uusan lahayn.
respond-email-long = Cinwaankani aad buu u dheer yahay.

respond-safe-contact = Sidee baan si ammaan ah kuu soo wici karnaa?
respond-only-mine = Taleefankan ma adiga oo keliya ayaa isticmaala?
respond-may-leave-message = Ma kuu dhaafi karnaa farriin?
respond-good-times = Waqtigee kugu habboon?
respond-good-times-hint = Tusaale: fiidkii, Jimcaha marnaba maya.
respond-times-long = Qoraalkani aad buu u dheer yahay. Isticmaal ugu badnaan 100 xaraf.

respond-check = Fiiri jawaabahaaga
respond-check-lead = Ka hor intaadan dirin, mid kasta waad beddeli kartaa.
respond-change = Beddel
respond-nothing = Waxba lama qorin
respond-check-remove = Waxaad naga codsanaysaa inaan saarno sawirka { $number }
respond-who-reads = Tan waxaa akhrin kara oo keliya shaqaalaha tababaran ee Laanqeyrta Cas ama Bisha Cas.
respond-captcha-why = Tani waxay naga caawisaa inaan marka hore akhrinno farriimaha ay dadku soo qoreen.
respond-slow-title = Farriintaada waad diri kartaa tirooyinka la’aantood
respond-slow-text = Akhrinteeda wax yar baan la daahi karnaa. Farriintu ma lumayso.
respond-slow-first = Si kastaba farriintaada marka hore ayaan eegnaa. Ma lumayso.
respond-slow-crowd = Haddii farriimo aad u badan isku mar yimaadaan, marka hore waxaan akhrinnaa kuwa tirooyinkooda la hubiyay.
respond-digits-needed = Hadda meel yar ayaa noo bannaan. Qor tirooyinka, markaas farriintaada waa la kaydinayaa.

respond-old-title = Boggani muddo dheer ayuu furnaa
respond-old-text = Jawaabahaagu weli halkan ayay yaallaan. Mar kale fiiri.

respond-not-saved-title = Lama kaydin
respond-not-saved-text = Farriintaadu nama soo gaarin. Waxba ma lumin: weli boggan ayay ku jirtaa.
respond-not-saved-heading = Hadda ma kaydin karno farriintaada
respond-not-saved-lead = Isku day mar kale dhowr daqiiqo kaddib. Ama wac Laanqeyrta Cas ama Bisha Cas ee kuu dhow.
respond-not-saved-typed = Waxa aad qortay
respond-try-again = Mar kale isku day

respond-lost-title = Foomkani hadda ma furna
respond-lost-text = Ma aragtay kood? Markaas farriintaada waa la diray. Haddii kale, mar kale ka bilow sawirka.
respond-lost-typed = Waa kan wixii aad ku qortay boggii ugu dambeeyay
respond-lost-photos = Tag sawirrada
respond-lost-again = Mar kale bilow

respond-sent-title = Farriintaada waa la diray
respond-sent-text = Waad dhammaysay.

respond-cookie-title = Mar kale eeg, kaddibna mar kale riix
respond-cookie-text = Cookie-ga foomkan wuu maqnaa ama ma uu haboonayn. Wixii aad qortay weli halkan ayay yaallaan.
respond-cookie-off = Browser-kaagu ma aqbalo cookie? Weli waad sii wadi kartaa.
