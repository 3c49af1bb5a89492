# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = Qoyskaaga ku raadi sawirro

gallery-title = Sawirrada, bogga { $page } oo ka mid ah { $pages }
gallery-heading = Ma jiraa qof ku raadinaya?
gallery-lead = Dadkani waxay raadinayaan qoysaskooda. Haddii aad qof garato, fur sawirka oo noo sheeg.
gallery-count = { $count ->
        [one] Hal sawir
       *[other] { $count } sawir
    }
gallery-any = dhammaan
gallery-filter-open = Dooro cidda aad rabto inaad aragto
gallery-filter-seeking = Yay raadinayaan?
gallery-filter-sex = Yaa sawirka ku jira?
gallery-filter-age = Immisa jir buu qofkani yahay?
gallery-filter-place = Qofkani xaggee buu ka soo jeedaa?
gallery-filter-regions = Qaybaha dunida
gallery-filter-countries = Dalalka
gallery-filter-captcha = Marka hore waxaad qoraysaa tirooyin sawir ku jira. Kaddib waxaad wax dooran kartaa muddo hal saac ah.
gallery-filter-show = I tus sawirrada
gallery-chosen-label = Waxa aad dooratay
gallery-chosen-remove = Ka saar doorashadan
gallery-chosen-sex = Sawirka waxaa ku jira: { $value }
gallery-chosen-age = Da’da: { $value }
gallery-chosen-place = Ka soo jeeda: { $value }
gallery-see-all = Eeg dhammaan sawirrada
gallery-pictures-small = I tus sawirro ka yaryar, oo internet (data) yar isticmaala
gallery-pictures-usual = I tus sawirro ka waaweyn
gallery-directory = Weydii Laanqeyrta Cas ama Bisha Cas ee kuu dhow
gallery-none-title = Ma jiro sawir ku habboon doorashadan
gallery-none-text = Doorashada yaree, ama eeg dhammaan sawirrada. Bil kasta waxaa yimaada sawirro cusub.
gallery-empty-title = Weli sawirro ma jiraan
gallery-empty-text = Mar dambe soo noqo. Laanqeyrta Cas ama Bisha Cas ee kuu dhow ayaa hadda ku caawin karta.
gallery-unknown-title = Doorashadan ma garanayno
gallery-unknown-text = Cinwaanku wuxuu weydiinayaa wax aannaan hayn. Waxaad eegi kartaa dhammaan sawirrada.
gallery-beyond-title = Sawirro kale ma jiraan
gallery-beyond-text = Boggani wuxuu ka dambeeyaa bogga ugu dambeeya. Mar kale ka bilow bogga koowaad.
gallery-hidden-title = Hadda sawirro ma muujinayno
gallery-hidden-text = Hadda ma hubin karno in qof kasta weli oggol yahay. Ilaa aan ka hubinno, dhammaan sawirrada waan qarinaynaa.

number-open = Waxaan hayaa lambar sawir
number-hint = Waa 8 tiro. Waxaad ku arki kartaa, tusaale ahaan, warqad derbi ku dheggan. Waxaad isticmaali kartaa tirooyinka luqaddaada.
number-go = I tus sawirkan
number-missing = Qor lambarka sawirka
number-not-digits = Lambarka sawirku waa tirooyin keliya
number-wrong-length = Lambarka sawirku waa 8 tiro. Mar kale tiri.
number-wrong-digit = Hal tiro ayaa khaldan, ama laba ayaa kala beddelan. Mar kale fiiri lambarka.
number-unknown = Ma jiro sawir lambarkan leh. Mar kale fiiri lambarka.
