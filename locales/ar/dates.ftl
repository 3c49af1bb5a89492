# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $day } يناير { $year }
date-2 = { $day } فبراير { $year }
date-3 = { $day } مارس { $year }
date-4 = { $day } أبريل { $year }
date-5 = { $day } مايو { $year }
date-6 = { $day } يونيو { $year }
date-7 = { $day } يوليو { $year }
date-8 = { $day } أغسطس { $year }
date-9 = { $day } سبتمبر { $year }
date-10 = { $day } أكتوبر { $year }
date-11 = { $day } نوفمبر { $year }
date-12 = { $day } ديسمبر { $year }
