# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = Farriintan waxaan eegnaa ka hor farriimaha kale.
clock-closed-now = Hadda cidna ma akhrido farriimo cusub.
clock-closed-today = Maanta cidna ma akhrido farriimo cusub.
clock-closed-tonight = Caawa cidna ma akhrido farriimo cusub.
clock-today = Shaqaalahayaga ayaa maanta akhriya.
clock-tomorrow = Shaqaalahayaga ayaa akhriya ugu dambayn berri.
clock-two-days = Shaqaalahayaga ayaa akhriya ugu dambayn laba maalmood ka dib.
clock-monday = Shaqaalahayaga ayaa akhriya ugu dambayn Isniinta.
clock-tuesday = Shaqaalahayaga ayaa akhriya ugu dambayn Talaadada.
clock-wednesday = Shaqaalahayaga ayaa akhriya ugu dambayn Arbacada.
clock-thursday = Shaqaalahayaga ayaa akhriya ugu dambayn Khamiista.
clock-friday = Shaqaalahayaga ayaa akhriya ugu dambayn Jimcaha.
clock-saturday = Shaqaalahayaga ayaa akhriya ugu dambayn Sabtida.
clock-sunday = Shaqaalahayaga ayaa akhriya ugu dambayn Axadda.
clock-two-weeks = Shaqaalahayaga ayaa laba toddobaad gudahood ku akhriya.
clock-later = Waxay qaadanaysaa in ka badan laba toddobaad ilaa shaqaalahayagu akhriyaan.
clock-where = Maalmaha waxaan ku tirinnaa meesha ay shaqaalahayagu ka shaqeeyaan.
clock-slow-digits = Marka hore waxaan akhrinnaa farriimaha tirooyinkooda la hubiyay. Taadu ma laha.
clock-slow-many = Farriimo badan ayaa ka yimid xiriirkaaga internetka. Kuwa kale ayaa laga yaabaa in taada ka hor la akhriyo.
