# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = Caawimo dal kasta
help-now-title = Yaa hadda caawin kara
help-now-lead = Xaggee joogaa qofka khatarta ku jira? Fur dalkaas.
help-now-private = Cidna ma aragto dalka aad furto.
help-now-society = Hadda wac:
help-now-child = Khadka caawinta carruurta:
help-now-police = Booliska, haddii aad si ammaan ah u wici karto:
help-now-checked = Lambarkan waxaa la hubiyay { $date }.
help-now-none = Wali lambar dalkan ah ma naqaan.
help-now-directory = Siyaabo kale oo loola xiriiro
help-now-elsewhere = Dalkaygu halkan kuma jiro
help-now-elsewhere-text = Wali lambarro dalal kale ah ma naqaan. U sheeg qof weyn oo aad ku kalsoon tahay, ama halkaas uga tag Laanqeyrta Cas ama Bisha Cas.
help-now-write = Annagana noo soo qor. Farriimaha khatarta ku saabsan ayaan marka hore eegnaa.
help-now-line = Ilmo ama qof khatar ku jira? Eeg cidda hadda caawin karta
help-now-danger-title = Ma jiraa qof hadda khatar ku jira?
help-now-danger-text = Farriintaada marka hore ayaan eegnaa, laakiin isla markiiba ma iman karno.
help-now-link = Eeg cidda hadda caawin karta
