# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = دا پیغام له نورو مخکې ګورو.
clock-closed-now = همدا اوس څوک نوي پیغامونه نه لولي.
clock-closed-today = نن څوک نوي پیغامونه نه لولي.
clock-closed-tonight = نن شپه څوک نوي پیغامونه نه لولي.
clock-today = زموږ یو کارکوونکی یې نن لولي.
clock-tomorrow = زموږ یو کارکوونکی یې تر سبا پورې لولي.
clock-two-days = زموږ یو کارکوونکی یې تر دوو ورځو پورې لولي.
clock-monday = زموږ یو کارکوونکی یې د دوشنبې تر پایه لولي.
clock-tuesday = زموږ یو کارکوونکی یې د سې‌شنبې تر پایه لولي.
clock-wednesday = زموږ یو کارکوونکی یې د چارشنبې تر پایه لولي.
clock-thursday = زموږ یو کارکوونکی یې د پنجشنبې تر پایه لولي.
clock-friday = زموږ یو کارکوونکی یې د جمعې تر پایه لولي.
clock-saturday = زموږ یو کارکوونکی یې د شنبې تر پایه لولي.
clock-sunday = زموږ یو کارکوونکی یې د یکشنبې تر پایه لولي.
clock-two-weeks = زموږ یو کارکوونکی یې په دوو اونیو کې لولي.
clock-later = تر هغه چې زموږ کارکوونکی یې ولولي، له دوو اونیو ډېر وخت تېرېږي.
clock-where = ورځې د هغه ځای په وخت شمېرو چې زموږ کارکوونکي پکې کار کوي.
clock-slow-digits = لومړی هغه پیغامونه لولو چې عددونه یې کتل شوي وي. ستاسو پیغام عددونه نه لري.
clock-slow-many = ستاسو د انټرنېټ له لارې ډېر پیغامونه راغلي دي. ښايي نور ستاسو تر پیغام مخکې ولوستل شي.
