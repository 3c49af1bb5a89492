# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = Sawirkaaga
withdraw-code = Qor koodka warqaddaada ku qoran
withdraw-code-hint = Qor dhammaan tirooyinkiisa. Waxaad isticmaali kartaa tirooyinka luqad kasta, meelo bannaan iyo jiitimo.
withdraw-code-unknown = Ma jiro sawir koodkan leh. La barbardhig warqaddaada.
withdraw-lost-heading = Haddii aadan koodka haysan
withdraw-lost-text = Fur sawirkaaga oo dooro “Kani waa sawirkayga: ka saar”.
withdraw-return-link = Waxaan hayaa koodka farriin
withdraw-confirm-heading = Ma rabtaa in sawirka laga saaro?
withdraw-confirm-text = Sawirku isla markiiba websaytkan wuu ka baxayaa. Cidna kuma weydiinayso sababta.
withdraw-confirm-search = Raadinta qoyskaaga waa la sii wadi karaa sawirka la’aantiis. Arrintaas nagala hadal.
withdraw-now = Hadda sawirka ka saar
withdraw-keep = Sawirka ha la daayo
withdraw-done-heading = Sawirka waa laga saaray
withdraw-done-text = Cidna websaytkan kuma arki karto hadda kaddib.
withdraw-done-copies = Nuqullada browser-yada ku jira hal saac gudaheed ayay ku tirtirmayaan.
withdraw-done-posters = Waxaan shaqaalahayaga ka codsanaynaa inay furaan warqadaha derbiyada ku dheggan ee sawirku ku yaal.
withdraw-done-search = Haddii aad weli qoyskaaga raadinayso, Laanqeyrta Cas ama Bisha Cas ee kuu dhow ayaa ku caawinaysa.
withdraw-away-title = Hadda ma hubin karno koodka
withdraw-away-text = Isku day mar kale dhowr daqiiqo kaddib. Ama wac Laanqeyrta Cas ama Bisha Cas ee kuu dhow.
withdraw-kept-heading = Sawirka waa la qariyay
withdraw-kept-text = Server-kan cidna uma muujiyo hadda kaddib.
withdraw-kept-everywhere = Qayb ka mid ah nidaamkayaga hadda ma jawaabayso. Marka ay jawaabto, sawirku meel walba wuu ka baxayaa.
withdraw-kept-sure = Codsigaaga waan qornay. Uma baahnid inaad soo noqoto.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = Ka saar sawirkayga:
withdraw-paper-text = Koodkan waxaan sawirkayga websaydka kaga saari karaa wakhti kasta. Waa bilaash. Qofna ma weydiiyo sababta. Warqaddan meel ammaan ah ayaan ku hayaa.
