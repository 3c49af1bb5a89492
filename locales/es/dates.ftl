# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = { $day } de enero de { $year }
date-2 = { $day } de febrero de { $year }
date-3 = { $day } de marzo de { $year }
date-4 = { $day } de abril de { $year }
date-5 = { $day } de mayo de { $year }
date-6 = { $day } de junio de { $year }
date-7 = { $day } de julio de { $year }
date-8 = { $day } de agosto de { $year }
date-9 = { $day } de septiembre de { $year }
date-10 = { $day } de octubre de { $year }
date-11 = { $day } de noviembre de { $year }
date-12 = { $day } de diciembre de { $year }
