# Awaits a native reader: written with care, read by no native speaker yet.
# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = Miramos este mensaje antes que otros.
clock-closed-now = En este momento nadie lee mensajes nuevos.
clock-closed-today = Hoy nadie lee mensajes nuevos.
clock-closed-tonight = Esta noche nadie lee mensajes nuevos.
clock-today = Una persona de nuestro equipo lo lee hoy.
clock-tomorrow = Una persona de nuestro equipo lo lee mañana a más tardar.
clock-two-days = Una persona de nuestro equipo lo lee en dos días a más tardar.
clock-monday = Una persona de nuestro equipo lo lee el lunes a más tardar.
clock-tuesday = Una persona de nuestro equipo lo lee el martes a más tardar.
clock-wednesday = Una persona de nuestro equipo lo lee el miércoles a más tardar.
clock-thursday = Una persona de nuestro equipo lo lee el jueves a más tardar.
clock-friday = Una persona de nuestro equipo lo lee el viernes a más tardar.
clock-saturday = Una persona de nuestro equipo lo lee el sábado a más tardar.
clock-sunday = Una persona de nuestro equipo lo lee el domingo a más tardar.
clock-two-weeks = Una persona de nuestro equipo lo lee en las próximas dos semanas.
clock-later = Pasan más de dos semanas hasta que una persona de nuestro equipo lo lee.
clock-where = Contamos los días del lugar donde trabaja nuestro equipo.
clock-slow-digits = Leemos primero los mensajes con números comprobados. El suyo no los tiene.
clock-slow-many = Llegaron muchos mensajes por su conexión a internet. Otros pueden leerse antes que el suyo.
