# A Society's entry in the public directory, written by its administrators.

directory-entry-title = Your entry in the public directory
directory-entry-lead = Anyone can read it: families, and those who look for them. Name no colleague here.
directory-entry-name = Name of your Society
directory-entry-name-rule = Whoever runs this installation can change the name.
directory-entry-contact-label = How people reach you
directory-entry-contact-hint = Write one thing a line: telephone, e-mail, street, hours. A number or address alone on its line becomes a link.
directory-entry-languages-label = Languages that you speak with families
directory-entry-other-label = Further languages
directory-entry-other-hint = Write each as its speakers write it, with commas between: Türkçe, کوردی
directory-entry-offers-label = What you do for families
directory-entry-offers-hint = They read these sentences in their own language.
directory-entry-contact-missing = Write at least one way to reach the Society.
directory-entry-contact-long = Write at most 8 lines, and at most 120 characters a line.
directory-entry-languages-missing = Choose or write at least one language.
directory-entry-languages-wrong = Write names of languages only, with commas between, at most 20.
directory-entry-offers-unknown = Choose from this list only.
directory-entry-saved-title = Saved
directory-entry-saved-text = Within five minutes everyone sees the new entry.
directory-entry-see = See it on the public page
directory-entry-meanwhile-title = A colleague changed this entry meanwhile
directory-entry-meanwhile-text = Your words are not saved yet. This is how the entry stands now:
directory-entry-meanwhile-rule = Your own words are in the form below. If you save now, they take its place.
