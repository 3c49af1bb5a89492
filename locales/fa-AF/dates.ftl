# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $day } جنوری { $year }
date-2 = { $day } فبروری { $year }
date-3 = { $day } مارچ { $year }
date-4 = { $day } اپریل { $year }
date-5 = { $day } می { $year }
date-6 = { $day } جون { $year }
date-7 = { $day } جولای { $year }
date-8 = { $day } اگست { $year }
date-9 = { $day } سپتمبر { $year }
date-10 = { $day } اکتوبر { $year }
date-11 = { $day } نومبر { $year }
date-12 = { $day } دسمبر { $year }
