# Awaits a native reader: written with care, read by no native speaker yet.
# The receipt after a message was sent.

receipt-title = Su mensaje
receipt-safe-title = Su mensaje está guardado
receipt-safe-text = Solo nuestro personal capacitado puede abrirlo.
receipt-heading = Guarde este código
receipt-lead = Con este código puede leer nuestras preguntas y responderlas.
receipt-code-label = Su código
receipt-caller-check-heading = Su número de verificación
receipt-next-heading = Qué pasa ahora
receipt-remove = Usted nos pidió quitar la foto { $number }
receipt-remove-call = ¿Quiere llamar? Busque la Cruz Roja o la Media Luna Roja más cercana
receipt-next-return = Vuelva con su código para ver si tenemos una pregunta.
receipt-saved = Ya guardé el código
receipt-saved-hint = Tenemos su mensaje, aunque usted no presione aquí.
receipt-file = Guardar en un pequeño archivo de texto
receipt-file-hint = El archivo se llama note.txt.
receipt-file-code = Código:
receipt-file-caller-check = Cuando llamamos, primero decimos este número:
receipt-done-heading = Ya terminó
receipt-done-text = Esta página no muestra nada de lo que usted escribió.
receipt-done-shared-phone = ¿Otras personas usan este teléfono? Cierre esta página ahora.
receipt-done-return = Leer nuestras preguntas con su código
receipt-done-photos = Ir a las fotos
