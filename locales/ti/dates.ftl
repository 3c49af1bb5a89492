# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = ጥሪ { $day }, { $year }
date-2 = ለካቲት { $day }, { $year }
date-3 = መጋቢት { $day }, { $year }
date-4 = ሚያዝያ { $day }, { $year }
date-5 = ጉንበት { $day }, { $year }
date-6 = ሰነ { $day }, { $year }
date-7 = ሓምለ { $day }, { $year }
date-8 = ነሓሰ { $day }, { $year }
date-9 = መስከረም { $day }, { $year }
date-10 = ጥቅምቲ { $day }, { $year }
date-11 = ሕዳር { $day }, { $year }
date-12 = ታሕሳስ { $day }, { $year }
