# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = Farriintaada
receipt-safe-title = Farriintaada waa la kaydiyay
receipt-safe-text = Waxaa furi kara oo keliya shaqaale tababaran.
receipt-heading = Koodkan hayso
receipt-lead = Waxaad ku akhrin kartaa su’aalahayaga, waadna kaga jawaabi kartaa.
receipt-code-label = Koodkaaga
receipt-caller-check-heading = Lambarkaaga hubinta
receipt-next-heading = Waxa xiga
receipt-remove = Waxaad naga codsatay inaan saarno sawirka { $number }
receipt-remove-call = Ma rabtaa inaad wacdo? Raadso Laanqeyrta Cas ama Bisha Cas ee kuu dhow
receipt-next-return = Koodkaaga kula soo noqo si aad u aragto haddii aan su’aal kuu hayno.
receipt-saved = Waan kaydsaday
receipt-saved-hint = Farriintaadu way na soo gaartay, xataa haddii aadan tan riixin.
receipt-file = Ku kaydso fayl qoraal ah oo yar
receipt-file-hint = Magaca faylku waa note.txt.
receipt-file-code = Koodka:
receipt-file-caller-check = Marka aan ku soo wacno, lambarkan ayaan marka hore sheegnaa:
receipt-done-heading = Halkan waad ku dhammaysay
receipt-done-text = Boggani ma muujinayo wax ka mid ah wixii aad qortay.
receipt-done-shared-phone = Haddii dad kale ay isticmaalaan taleefankan, hadda xir boggan.
receipt-done-return = Su’aalahayaga ku akhri koodkaaga
receipt-done-photos = Tag sawirrada
