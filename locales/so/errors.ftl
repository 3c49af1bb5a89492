# Awaits a native reader: written with care, read by no native speaker yet.

error-home = Tag bogga bilowga
error-incident = Haddii aad arrintan qof u sheegto, sii lambarkan: { $number }.
error-not-found-title = Boggan ma heli karno
error-not-found-text = Waxaa laga yaabaa in cinwaanku khaldan yahay ama bogga la raray.
error-gone-title = Sawirkan hadda lama muujiyo
error-gone-text = Waa laga saaray halkan. Waxaad eegi kartaa sawirrada kale.
error-forbidden-title = Boggan ma furi kartid
error-forbidden-text = Akoonkaagu ma laha oggolaanshahan. Haddii aad u baahan tahay, weydiiso maamulahaaga.
error-no-token-title = Foomkani hadda ma furna
error-no-token-text = Waxba lama dirin. Dib u noqo, bogga mar kale fur, kaddibna mar kale dir.
error-bad-form-title = Foomkan waan akhrin kari weynay
error-bad-form-text = Waxba lama kaydin. Dib u noqo oo mar kale isku day.
error-too-large-title = Kani aad buu u weyn yahay
error-too-large-text = Waxba lama kaydin. Dir qoraal ka gaaban ama fayl ka yar.
error-too-many-title = Isku dayo badan oo muddo gaaban ah
error-too-many-text = Dhowr daqiiqo sug, kaddib mar kale isku day.
error-conflict-title = Qof kale ayaa kaa hormaray
error-conflict-text = Intaas way isbeddeshay. Shaqadaada waxba laguma dul qorin. Mar kale fur si aad u aragto sida ay hadda tahay.
error-no-key-title = Furaha ma haysid
error-no-key-text = Weydiiso maamulayaashaada. Iyaga ayaa furaha ku siin kara, ama mar kale furi kara kiiska la xiray.
error-unavailable-title = Tani hadda ma shaqaynayso
error-unavailable-text = Waxba ma lumin, waxbana lama beddelin. Isku day mar kale dhowr daqiiqo kaddib.
error-internal-title = Wax baa ka khaldamay dhinacayaga
error-internal-text = Khaladku adiga kaama iman. Isku day mar kale dhowr daqiiqo kaddib.
