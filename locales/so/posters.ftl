# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = Ma jiraa qof ku raadinaya?
poster-lead = { $count ->
        [one] Qofkani wuxuu raadinayaa qoyskiisa. Wejigan ma garanaysaa?
       *[other] Dadkani waxay raadinayaan qoysaskooda. Wejiyadan mid ma ka garanaysaa?
    }
poster-tell = Noogu soo sheeg websaytkan:
poster-scan = Kamaradda taleefankaaga ku jeedi afargeeska.
poster-number = Lambarka sawirka
poster-without-phone = Haddii aadan taleefan haysan, tag Laanqeyrta Cas ama Bisha Cas ee kuu dhow. Halkaas ka sheeg lambarka sawirka.
poster-take-down = Warqaddan derbiga ka fur { $date } kaddib.

posters-title = Warqado la daabaco oo derbiga lagu dhejiyo
posters-lead = Ku dheji meelaha dadku ku sugaan ama ku kulmaan. Marka hore weydii in laguu oggol yahay.
posters-none = Hadda ma jiraan warqado derbiga lagu dhejiyo. Mar dambe soo noqo.
posters-photos = { $count ->
        [one] Hal sawir
       *[other] { $count } sawir
    }
posters-file = Warqad { $paper } ah oo la daabaco, { $kilobytes } kB
posters-until = Derbiga ka fur { $date } kaddib.
posters-gone-title = Warqaddan derbiga hadda lama muujiyo
posters-gone-text = Qof sawirkiisu ku yaal ma rabo in la sii muujiyo, ama waqtigii warqadda ayaa dhammaaday. Ma ku dheggan tahay derbi kuu dhow? Ka fur.
posters-see = Eeg warqadaha kale
