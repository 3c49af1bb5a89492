# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $year } جنوري { $day }
date-2 = { $year } فبروري { $day }
date-3 = { $year } مارچ { $day }
date-4 = { $year } اپریل { $day }
date-5 = { $year } مۍ { $day }
date-6 = { $year } جون { $day }
date-7 = { $year } جولای { $day }
date-8 = { $year } اګست { $day }
date-9 = { $year } سېپتمبر { $day }
date-10 = { $year } اکتوبر { $day }
date-11 = { $year } نومبر { $day }
date-12 = { $year } دسمبر { $day }
