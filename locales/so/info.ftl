# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, privacy, help, about, and the note for children.

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
safety-call-text = Lambarkan waxaad helaysaa marka aad farriin noo soo dirto. Cidna ha u sheegin.
safety-shown-title = Waxa dadka kale arki karaan
safety-shown-text = Sawirku ma muujiyo magac iyo meel toona. Marnaba ma sheego halka uu qofku hadda joogo.
safety-sealed-text = Farriintaadu way qufulan tahay. Waxaa furi kara oo keliya shaqaale tababaran oo ka tirsan hal Laanqeyr Cas ama Bil Cas.
safety-phone-title = Haddii dad kale taleefankaaga isticmaalaan
safety-phone-text = Khasab kuguma aha inaad lambar taleefan noo dhaafto. Kood ayaa kugu filan si aad jawaabtayada u akhrido.
safety-history-text = Browser-kaagu wuu xusuustaa bogagga aad furtay. Tirtir taariikhdiisa (history), ama isticmaal daaqad gaar ah (private).
safety-contact-title = Cidna kuguma xirno annagoo aan ku weydiin
safety-contact-text = Shaqaaluhu marka hore waxay la hadlaan labada dhinac. Cidna ma hesho lambarkaaga ama cinwaankaaga haddii aadan oggolaan.
safety-danger-title = Haddii aad hadda khatar ku jirto
safety-danger-text = Isla markiiba kuuma iman karno. Wac booliska ama lambar gurmad degdeg ah oo aad ku kalsoon tahay.

privacy-title = Waxa aan kaydinno, iyo inta aan hayno
privacy-look-title = Marka aad sawirrada eegto
privacy-look-text = Waxba kaama kaydinno. Cinwaankaaga internetka ma qoranno. Ma tirinno dadka soo booqda.
privacy-cookie-text = Foomka iyo raadintu waxay u baahan yihiin hal fayl oo yar (cookie). Laba saac gudahood ayuu ku dhammaadaa. Cid kale ma akhrin karto.
privacy-write-title = Marka aad wax noo soo qorto
privacy-write-text = Hadalladaada isla markiiba waa la qufulaa. Waxaan haynaa oo keliya inta ay wax tarayaan.
privacy-write-unopened = Farriin aan weli cidna furin way sii jirtaa ilaa qof uu furo.
privacy-write-nomatch = Farriin aan cidna lagu helin waxaan tirtirnaa 30 maalmood kaddib markaan xirno.
privacy-write-closed = Farriimaha kale waxaan tirtirnaa 180 maalmood kaddib markaan xirno.
privacy-write-delete = Waqti kasta waxaad koodkaaga ku tirtiri kartaa jawaabaha aad ka bixisay su’aalahayaga.
privacy-photo-title = Marka sawirkaagu halkan ku jiro
privacy-photo-text = Sawirku wuxuu halkan u yaal oo keliya maadaama aad oggolaatay.
privacy-photo-consent = Oggolaanshahaagu wuxuu dhammaadaa ugu badnaan laba sano kaddib. Markaas mar kale ayaan ku weydiinaynaa.
privacy-photo-end = Haddii aad diiddo, sawirku isla markiiba websaytkan wuu ka baxayaa. Faylka sawirka dhowr daqiiqo gudahood ayaa lagu tirtirayaa.
privacy-photo-file = Xogtaada ay Laanqeyrta Cas ama Bisha Cas hayso waxaa la tirtiraa 90 maalmood kaddib.
privacy-never-title = Waxyaabaha aannaan marnaba samayn
privacy-never-text = Waxba ma iibinno, xayaysiisna ma muujinno. Wejiyada kombiyuutar iskuma barbardhigno.

help-title = Sida ay u shaqayso
help-lead = Qof qoyskiisa raadinaya ayaa sawirkiisa halkan ku muujinaya. Waxaa laga yaabaa inaad wejigaas garanayso.
help-step-look = Sawirrada eeg. Cidna ma aragto inaad eegayso.
help-step-tell = Haddii aad weji garato, fur sawirka. Dooro hadalka adiga run kuu ah.
help-step-code = Wax noo soo qor. Waxaad helaysaa kood. Hayso: wuxuu kuu furayaa jawaabtayada.
help-step-read = Shaqaale tababaran ayaa farriintaada akhriya, inta badan laba maalmood oo shaqo gudahood.
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
children-danger-text = Hadda u sheeg qof weyn oo aad ku kalsoon tahay, ama wac booliska. Adigu khalad ma lihid.
