# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $day } janvier { $year }
date-2 = { $day } février { $year }
date-3 = { $day } mars { $year }
date-4 = { $day } avril { $year }
date-5 = { $day } mai { $year }
date-6 = { $day } juin { $year }
date-7 = { $day } juillet { $year }
date-8 = { $day } août { $year }
date-9 = { $day } septembre { $year }
date-10 = { $day } octobre { $year }
date-11 = { $day } novembre { $year }
date-12 = { $day } décembre { $year }
