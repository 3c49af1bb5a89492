# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.

directory-title = Raadso Laanqeyrta Cas ama Bisha Cas ee kuu dhow
directory-lead = Waad wici kartaa, waad u qori kartaa, waadna u tagi kartaa. Caawimaaddoodu waa bilaash.
directory-languages = Luqadaha: { $languages }
directory-offers = Waxa ay kuu qabtaan
directory-offers-search = Waxay kula raadiyaan qoyskaaga.
directory-offers-photo = Waxay sawirkaaga halkan ku muujin karaan, haddii aad rabto.
directory-offers-messages = Waxay farriimo u kala gudbiyaan qoysaska kala maqan.
directory-offers-calls = Halkaas waxaad ka wici kartaa qoyskaaga.
directory-offers-detention = Waxay raadin karaan warka dadka xabsiga ku jira ama meel kale lagu hayo.
directory-offers-children = Waxay caawiyaan carruurta keligood ah.
directory-none = Liiska hadda waxba kuma qorna. Meesha aad joogto ka raadi Laanqeyrta Cas ama Bisha Cas.
directory-other = Haddii uusan dalkaagu halkan ku qornayn, tag Laanqeyrta Cas ama Bisha Cas ee kuu dhow. Way nala soo xiriiri karaan.

safety-title = Badbaadadaada
safety-money-title = Marnaba lacag kuma weydiinno
safety-money-text = Ma jiraa qof lacag ku weydiistay si uu qoyskaaga u helo? Qofkaasi nagama mid aha. Lacag ha bixin, oo noo soo sheeg.
safety-call-title = Ma dhab baa inaan annagu ku soo wacayno?
safety-call-text = Lambarkan waxaad arkaysaa marka aad farriin noo soo dirto kaddib. Marnaba ha u sheegin qof ku soo wacay. Annaga ayaa kuu sheegna.
safety-shown-title = Waxa dadka kale arki karaan
safety-shown-text = Sawirku ma muujiyo magac iyo meel toona. Marnaba ma sheego halka uu qofku hadda joogo.
safety-sealed-text = Farriintaadu way qufulan tahay. Waxaa furi kara oo keliya shaqaale tababaran oo ka tirsan hal Laanqeyr Cas ama Bil Cas.
safety-phone-title = Haddii dad kale taleefankaaga isticmaalaan
safety-phone-text = Khasab kuguma aha inaad lambar taleefan noo dhaafto. Kood ayaa kugu filan si aad jawaabtayada u akhrido.
safety-history-text = Browser-kaagu wuu xusuustaa bogagga aad furtay. Tirtir taariikhdiisa (history), ama isticmaal daaqad gaar ah (private).
safety-scams-link = Sida lagu garto dadka iska dhiga inay ku caawinayaan
safety-clear-link = Sida aad raadkaaga uga tirtirto taleefankan
safety-contact-title = Cidna kuguma xirno annagoo aan ku weydiin
safety-contact-text = Shaqaaluhu marka hore waxay la hadlaan labada dhinac. Cidna ma hesho lambarkaaga ama cinwaankaaga haddii aadan oggolaan.
safety-danger-title = Haddii aad hadda khatar ku jirto
safety-danger-text = Isla markiiba kuuma iman karno. Dad kale oo kuu dhow ayaa laga yaabaa inay hadda ku caawiyaan.

privacy-title = Waxa aan kaydinno, iyo inta aan hayno
privacy-look-title = Marka aad sawirrada eegto
privacy-look-text = Waxba kaama kaydinno. Cinwaankaaga internetka ma qoranno. Ma tirinno dadka soo booqda.
privacy-cookie-text = Foomka iyo raadintu waxay u baahan yihiin hal fayl oo yar (cookie). Wuu baaba’aa markaad dhammayso, ama hal maalin kadib. Cid kale ma akhrin karto.
privacy-write-title = Marka aad wax noo soo qorto
privacy-write-text = Hadalladaada isla markiiba waa la qufulaa. Waxaan haynaa oo keliya inta ay wax tarayaan.
privacy-write-unsent = Ilaa aad dirto, waxa aad qorto waxaa lagu hayaa server-keenna iyagoo qufulan.
privacy-write-unsent-gone = Cidna ma furi karto cookie-ga browser-kan la’aantiis. Waxaa la tirtiraa laba saacadood kadib tallaabadaada ugu dambeysa.
privacy-write-unopened = Farriin aan weli cidna furin way sii jirtaa ilaa qof uu furo.
privacy-write-nomatch = { $days ->
        [one] Farriin aan cidna lagu helin waxaan tirtirnaa hal maalin kaddib markaan xirno.
       *[other] Farriin aan cidna lagu helin waxaan tirtirnaa { $days } maalmood kaddib markaan xirno.
    }
privacy-write-closed = { $days ->
        [one] Farriimaha kale waxaan tirtirnaa hal maalin kaddib markaan xirno.
       *[other] Farriimaha kale waxaan tirtirnaa { $days } maalmood kaddib markaan xirno.
    }
privacy-write-delete = Waqti kasta waxaad koodkaaga ku tirtiri kartaa farriintaada, ama hal jawaab.
privacy-photo-title = Marka sawirkaagu halkan ku jiro
privacy-photo-text = Sawirku wuxuu halkan u yaal oo keliya maadaama aad oggolaatay.
privacy-photo-consent = { $months ->
        [12] Oggolaanshahaagu wuxuu dhammaadaa ugu badnaan hal sano kaddib. Markaas mar kale ayaan ku weydiinaynaa.
        [24] Oggolaanshahaagu wuxuu dhammaadaa ugu badnaan laba sano kaddib. Markaas mar kale ayaan ku weydiinaynaa.
        [one] Oggolaanshahaagu wuxuu dhammaadaa ugu badnaan hal bil kaddib. Markaas mar kale ayaan ku weydiinaynaa.
       *[other] Oggolaanshahaagu wuxuu dhammaadaa ugu badnaan { $months } bilood kaddib. Markaas mar kale ayaan ku weydiinaynaa.
    }
privacy-photo-end = Haddii aad diiddo, sawirku isla markiiba websaytkan wuu ka baxayaa. Faylka sawirka dhowr daqiiqo gudahood ayaa lagu tirtirayaa.
privacy-photo-file = { $days ->
        [one] Xogtaada ay Laanqeyrta Cas ama Bisha Cas hayso waxaa la tirtiraa hal maalin kaddib.
       *[other] Xogtaada ay Laanqeyrta Cas ama Bisha Cas hayso waxaa la tirtiraa { $days } maalmood kaddib.
    }
privacy-never-title = Waxyaabaha aannaan marnaba samayn
privacy-never-text = Waxba ma iibinno, xayaysiisna ma muujinno. Wejiyada kombiyuutar iskuma barbardhigno.

scams-title = Dad iska dhiga inay ku caawinayaan, lacagna raba
scams-lead = Dadka qaarkood waxay sheegtaan inay annaga yihiin, ama inay qoyskaaga heleen. Waxay rabaan lacagtaada.
scams-signs-title = Sida lagu garto
scams-sign-money = Waxay kaa codsadaan lacag, kaar taleefanka lagu shubto, ama lambarka kaarka bangiga.
scams-sign-number = Hore ayaad noogu soo qortay, iyaguna ma sheegi karaan lambarkaaga hubinta.
scams-sign-code = Taleefan ama farriin ayay kugu weydiistaan koodkaaga, ama sawirka waraaqahaaga aqoonsiga.
scams-sign-hurry = Waxay ku yiraahdaan waa inaad degdegto, ama waa inaad arrinta sir ka dhigto.
scams-do-title = Waxa aad samayn karto
scams-do-stop = Waxba ha bixin. Taleefanka ka xir, mar dambena ha u jawaabin.
scams-do-keep = Hayso lambarkooda iyo wixii ay kuu soo qoreen.
scams-do-tell = U sheeg Laanqeyrta Cas ama Bisha Cas ee kuu dhow. Khalad ma lihid, mana aha adiga oo keliya ciddii ay ku dhacday.
scams-threat-title = Haddii qof kuu sheego inuu haysto qof qaraabadaada ah
scams-threat-text = Ka hor intaadan waxba bixin, la hadal qof aad ku kalsoon tahay. Wac booliska haddii taasi ammaan kuu tahay. Annagana noo soo sheeg.

clear-title = Sida aad raadkaaga uga tirtirto taleefankan
clear-lead = Ma jiraan dad kale oo taleefankan isticmaala? Waxyaabahan samee marka aad dhammayso.
clear-fast-title = Haddii aad degdegsan tahay
clear-fast-text = Riix “Hadda ka bax boggan”. Bog kale ayaa furmaya. Wixii aad qortay oo aadan dirin way tirtirmayaan.
clear-history-title = Tirtir waxa uu browser-ku xusuusto
clear-history-dots = Taleefannada badankood: fur liiska (menu) browser-ka, oo leh saddex dhibcood ama xariiqyo. Fur taariikhda (history), oo tirtir saacadihii aad websaytkan ku jirtay.
clear-history-iphone = iPhone: fur Settings, kaddib raadi Safari. Dooro inaad tirtirto taariikhda iyo xogta websaytyada (Clear History and Website Data).
clear-files-title = Tirtir wixii aad kaydsatay
clear-files-text = Faylasha la soo dejiyay (downloads) ka dhex raadi sawir websaytkan ka yimid, iyo faylka note.txt. Koodkaaga warqad ku qor, kaddib labadaba tirtir.
clear-files-code = Koodkaaga sawir ma ka qaadday? Koodka warqad ku qor. Kaddib sawirka tirtir.
clear-next-title = Marka xigta
clear-next-text = Marka hore fur daaqad gaar ah (private). Marka aad xirto, browser-ku waxba kama xusuusto.
clear-limits-title = Waxa aanay tani qarin karin
clear-limits-text = Cidda maamusha khadka internetka weli way arki kartaa in websaytkan laga furay taleefankan. Wixii aad qortay ma arki karto.

questions-title = Su’aalo iyo jawaabo
questions-cost = Lacag ma ku baxdaa?
questions-cost-answer = Maya. Wax kasta oo halkan yaal waa bilaash. Laanqeyrta Cas ama Bisha Cas ee kuu dhowna waa bilaash.
questions-unsure = Ma hubo inaan wejigan garanayo. Ma habboon tahay inaan idiin soo qoro?
questions-unsure-answer = Haa. Noo soo qor, oo sheeg inaadan hubin. Shaqaaluhu si taxaddar leh ayay u eegaan.
questions-reads = Yaa akhriya waxa aan qoro?
questions-reads-answer = Waxaa akhriya shaqaale tababaran oo ka tirsan hal Laanqeyr Cas ama Bil Cas. Way ku weydiiyaan ka hor intaanay cid kale u sheegin.
questions-police = Ma u shaqaysaan booliska ama dowlad?
questions-police-answer = Maya. Waxaan caawinnaa qoysaska, cid kasta oo ay yihiin. Farriintaada waxaa furi kara oo keliya shaqaale tababaran.
questions-language = Luqaddayda ma ku qori karaa?
questions-language-answer = Haa, luqad kasta iyo far kasta waad ku qori kartaa.
questions-names = Maxaad magacyo iyo meelo halkan ugu qori weydeen?
questions-names-answer = Si loo ilaaliyo dadka soo qaxay. Qoyskaagu wejigaaga wuu garanayaa.
questions-long = Muddo intee le’eg ayay qaadataa?
questions-long-answer = Marka aad farriin noo soo dirto, waxaan kuu sheegnaa goorta aan akhrinno. In qoyska la helo waqti aad uga badan ayay qaadan kartaa, cidna ma ballanqaadi karto.
questions-lost-code = Koodkii waa iga lumay. Hadda maxaan sameeyaa?
questions-lost-code-answer = Sawirka ka dir farriin cusub. Ku qor inaad hore noogu soo qortay. Haddii sawirkii websaytka laga saaray, weydii Laanqeyrta Cas ama Bisha Cas ee kuu dhow.
questions-own-photo = Sawirkayga halkan ma la dhigi karaa?
questions-own-photo-answer = Haa, haddii aad qoyskaaga raadinayso. Tag Laanqeyrta Cas ama Bisha Cas ee kuu dhow oo weydii.
questions-children = Maxaan carruur yaryar halkan ugu arki waayay?
questions-children-answer = Carruurta 15 sano ka yar marnaba halkan kuma muujinno. Shaqaalaha ayaa kula raadin kara.

help-title = Sida ay u shaqayso
help-lead = Qof qoyskiisa raadinaya ayaa sawirkiisa halkan ku muujinaya. Waxaa laga yaabaa inaad wejigaas garanayso.
help-step-look = Sawirrada eeg. Cidna ma aragto inaad eegayso.
help-step-tell = Haddii aad weji garato, fur sawirka. Dooro hadalka adiga run kuu ah.
help-step-code = Wax noo soo qor. Waxaad helaysaa kood. Hayso: wuxuu kuu furayaa jawaabtayada.
help-step-read = Shaqaale tababaran ayaa farriintaada akhriya. Marka aad dirto, waxaan kuu sheegnaa goorta.
help-step-meet = Waxaan la hadalnaa labada dhinac. Labadiinnuba waxaad go’aansanaysaan inaad xiriir rabtaan iyo in kale.
help-number-title = Haddii aad hayso lambar ku qornaa warqad derbi ku dheggan
help-number-text = Halkan ku qor. Kaddib sawirka ayaad arkaysaa.
help-seek-title = Haddii adiguba aad qof raadinayso
help-seek-text = Tag Laanqeyrta Cas ama Bisha Cas ee kuu dhow. Way kula raadinayaan, waana bilaash.
help-remove-title = Haddii sawirku kaaga yahay oo aad rabto in laga saaro
help-remove-text = Isticmaal koodka warqaddaada ku qoran. Markaas sawirku isla markiiba wuu baxayaa.

about-title = Ku saabsan websaytkan
about-lead = Kinlight waxay qoysaska kala lumay ka caawisaa inay mar kale isku helaan sawirro.
about-who = Ururrada Laanqeyrta Cas iyo Bisha Cas ayaa sawirrada halkan dhiga. Iyaga oo keliya ayaa farriimaha akhriya.
about-consent = Qof kasta oo sawir ku jira wuu oggolaaday. Carruurta 15 sano ka yar marnaba halkan laguma muujiyo.
about-faces = Wejiyadan dad ayaa eega, kombiyuutar isma barbardhigo. Kombiyuutarradu marar badan ayay wejiyada ku khaldamaan.
about-share = Sawirradan ha ku dhigin websaytyo kale. Taasi dadka khatar bay gelin kartaa.

children-title = Bogga carruurta
children-lead = Ma qoyskaaga ayaad raadinaysaa, mise qoyskaaga ayaa ku raadinaya? Waan ku faraxsannahay inaad halkan timid.
children-adult = Weydiiso qof weyn oo aad ku kalsoon tahay inuu kula fadhiisto.
children-free = Waa bilaash. Marnaba cidna lacag ha u dirin.
children-unknown = Khasab kuguma aha inaad su’aal kasta ka jawaabto.
children-meet = Marnaba keligaa ha la kulmin qof aad internetka ku baratay. Annagu marnaba taas kaama codsanno.
children-secret = Ma jiraa qof kugu leh waa inaad sir ka dhigtaa? U sheeg qof weyn oo aad ku kalsoon tahay.
children-danger-title = Ma jiraa qof wax ku yeelaya, mise waad baqaysaa?
children-danger-text = Hadda u sheeg qof weyn oo aad ku kalsoon tahay. Adigu khalad ma lihid.
