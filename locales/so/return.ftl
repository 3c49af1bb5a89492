# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = Farriintaada
return-code = Qor koodkaaga
return-code-hint = Qor dhammaan tirooyinkiisa. Waxaad isticmaali kartaa tirooyinka luqad kasta, meelo bannaan iyo jiitimo.
return-code-missing = Qor koodkaaga.
return-code-not-digits = Koodku waa tirooyin keliya. Mar kale fiiri.
return-code-length = Tirooyin ayaa ka maqan, ama way ka badan yihiin. La barbardhig koodkaaga.
return-code-check-digit = Hal tiro ayaa khaldan, ama laba ayaa kala beddelan. La barbardhig koodkaaga.
return-code-unknown = Koodkan waxba kuma helin. Waxaa laga yaabaa in hore loo tirtiray.
return-over = Mar kale qor koodkaaga si aad u sii wadato.
return-kept = Wixii aad qortay waan haynaa. Qor koodkaaga si aad u sii waddo.
return-busy-title = Dad badan ayaa hadda websaytkan ku jira
return-busy-text = Isku day mar kale hal daqiiqo kaddib. Farriintaadu way badbaadsan tahay.
return-wait-title = Sug 20 ilbiriqsi
return-wait-text = Kaddib riix “Sii wad”. Sawirka uma baahnid.
return-captcha-why = Tani waxay ilaalisaa koodka qof kasta, si aan cid kale u qiyaasin.
return-lost-heading = Koodkii ma kaa lumay?
return-lost-text = Sawirka waxaad ka diri kartaa farriin cusub.
return-withdraw-link = Sawirkayga ayaa halkan yaal, waxaana rabaa inaan ka saaro

return-heading = Farriintaada
return-state-received = Farriintaadii waan helnay
return-state-received-text = Way sugaysaa ilaa shaqaalahayagu akhriyaan.
return-state-being-read = Farriintaada waa la akhrinayaa
return-state-being-read-text = Qof shaqaalahayaga ka mid ah ayaa ka shaqaynaya.
return-state-question = Su’aal ayaan kuu haynaa
return-state-question-text = Hoos ka akhri, kana jawaab marka aad awooddo.
return-state-closed = Farriintaadii shaqadeeda waan dhammaynay
return-state-closed-text = Waad ku mahadsan tahay caawimaaddaada. Muddo kaddib waa la tirtirayaa.
return-thread = Wixii la qoray
return-from-staff = Annaga ayaa qornay
return-own = Jawaab ayaad dirtay
return-delete = Tirtir jawaabtan
return-ago-now = wax ka yar hal saac ka hor
return-ago-hours = { $count ->
        [one] hal saac ka hor
       *[other] { $count } saacadood ka hor
    }
return-ago-days = { $count ->
        [one] hal maalin ka hor
       *[other] { $count } maalmood ka hor
    }
return-answer = Jawaabtaada
return-write = Ma rabtaa inaad wax kale noo sheegto?
return-answer-hint = Badbaadadaada awgeed, halkan laguma muujiyo marka aad dirto kaddib.
return-answer-missing = Marka hore jawaab qor, kaddib dir.
return-answer-long = Qoraalkani aad buu u dheer yahay. Isticmaal ugu badnaan 4,000 oo xaraf.
return-answer-often = Maanta jawaabo badan ayaad dirtay. Isku day mar kale berri. Tani weli halkan ayay ku jirtaa.
return-closed-answer = Weli waad noo soo qori kartaa. Markaas farriintaada mar kale ayaan eegaynaa.
return-caller-check-heading = Lambarkaaga hubinta
return-finish = Waan dhammeeyay
return-sent-title = Jawaabtaada waa la kaydiyay
return-sent-text = Waxaa furi kara oo keliya shaqaale tababaran.
return-deleted-title = Jawaabtaada waa la tirtiray
return-deleted-text = Dib looma soo celin karo.
return-erase-open = Tirtir farriintayda oo dhan
return-erase-title = Ma rabtaa in farriintaada la tirtiro?
return-erase-text = Wixii aad noo soo qortay oo dhan waa la tirtirayaa, jawaabahayagana sidoo kale. Kaddib ma akhrin karno farriinta, kugumana caawin karno.
return-erase-seen = Waxaa laga yaabaa in shaqaaluhu hore u akhriyeen. Wixii ay iyagu ka qorteenna waxaa la tirtiraa muddo kaddib.
return-erase-now = Haa, dhammaan tirtir
return-erase-keep = Maya, farriinta ha la daayo
return-erased-heading = Farriintaada waa la tirtiray
return-erased-text = Wixii aad qortay oo dhan way tirtirmeen, koodkaaguna mar dambe ma shaqaynayo.
return-erased-again = Haddii aad go’aankaaga beddesho, sawirka ayaad mar kale nooga soo qori kartaa.
return-not-saved-title = Lama kaydin
return-not-saved-text = Jawaabtaadu weli halkan ayay ku jirtaa. Isku day mar kale dhowr daqiiqo kaddib.
