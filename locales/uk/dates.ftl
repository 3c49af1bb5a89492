# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $day } січня { $year } року
date-2 = { $day } лютого { $year } року
date-3 = { $day } березня { $year } року
date-4 = { $day } квітня { $year } року
date-5 = { $day } травня { $year } року
date-6 = { $day } червня { $year } року
date-7 = { $day } липня { $year } року
date-8 = { $day } серпня { $year } року
date-9 = { $day } вересня { $year } року
date-10 = { $day } жовтня { $year } року
date-11 = { $day } листопада { $year } року
date-12 = { $day } грудня { $year } року
