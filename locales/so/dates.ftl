# Made by tools/dates.py from cldr-dates-full 48.2.0 (Unicode CLDR; licence Unicode-3.0, see NOTICE).
date-1 = Janaayo { $day }, { $year }
date-2 = Febraayo { $day }, { $year }
date-3 = Maarso { $day }, { $year }
date-4 = Abriil { $day }, { $year }
date-5 = Maayo { $day }, { $year }
date-6 = Juun { $day }, { $year }
date-7 = Luulyo { $day }, { $year }
date-8 = Agosto { $day }, { $year }
date-9 = Sebtembar { $day }, { $year }
date-10 = Oktoobar { $day }, { $year }
date-11 = Noofeembar { $day }, { $year }
date-12 = Diseembar { $day }, { $year }
