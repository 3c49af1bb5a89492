# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = Help by country
help-now-title = Who can help now
help-now-lead = Where is the person in danger? Open that country.
help-now-private = Nobody sees which country you open.
help-now-society = Call them now:
help-now-child = Helpline for children:
help-now-police = The police, if you can call safely:
help-now-checked = This number was checked on { $date }.
help-now-none = We know no number for this country yet.
help-now-directory = How else to reach them
help-now-elsewhere = My country is not here
help-now-elsewhere-text = We know no number for other countries yet. Tell an adult you trust, or go to the Red Cross or Red Crescent there.
help-now-write = Write to us as well. We look at messages about a danger first.
help-now-line = A child, or someone in danger? See who can help now
help-now-danger-title = Is someone in danger now?
help-now-danger-text = We look at your message first, but we can’t come at once.
help-now-link = See who can help now
