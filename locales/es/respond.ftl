# Awaits a native reader: written with care, read by no native speaker yet.
# The form behind a photo's four doors.

respond-title = Su mensaje

respond-lead-looking-for-me = Díganos quién es usted. Solo nuestro personal capacitado puede leerlo.
respond-lead-i-know = Díganos lo que sabe. Solo nuestro personal capacitado puede leerlo.
respond-lead-remove-my-photo = Quitamos esta foto lo antes posible.
respond-lead-something-wrong = Díganos qué no está bien. Lo vamos a revisar.

respond-have-code-title = ¿Tiene el código escrito en su hoja?
respond-have-code-text = Con el código, la foto desaparece de inmediato.
respond-have-code-link = Quitarla ahora con el código

respond-relation = ¿Quién es usted para la persona de la foto?
respond-relation-other = otra persona, no de la familia
respond-relation-in-words = Con sus propias palabras
respond-relation-in-words-hint = Por ejemplo: su vecino, su maestra, el hijo de su hermana.
respond-relation-missing = Elija una respuesta. Puede elegir «No lo sé».
respond-relation-in-words-long = Este texto es demasiado largo. Use 100 letras como máximo.

respond-story-looking-for-me = Sobre usted
respond-story-i-know = Lo que usted sabe
respond-story-remove-my-photo = Quitar esta foto
respond-story-something-wrong = Algo no está bien

respond-name = Su nombre
respond-name-hint = Escríbalo a su manera, con las letras de cualquier idioma.
respond-name-missing = Escriba su nombre o marque «No quiero decir mi nombre».
respond-name-long = Este nombre es demasiado largo. Use 200 letras como máximo.
respond-no-name = No quiero decir mi nombre

respond-message-looking-for-me = ¿Por qué piensa que esta persona le busca a usted?
respond-message-i-know = ¿Qué sabe usted de esta persona?
respond-message-hint = Por ejemplo: una cicatriz, un apodo, quién más hay en la familia. Escriba en cualquier idioma.
respond-message-hint-plain = Escriba en cualquier idioma.
respond-message-wrong = ¿Qué no está bien?
respond-message-remove = ¿Hay algo que debamos saber?
respond-message-missing = Escriba unas palabras para que podamos entender.
respond-message-long = Es demasiado largo. Use 4000 letras como máximo.
respond-message-told = Lo que usted escribió

respond-danger = Se trata de un niño o una niña, o alguien está en peligro
respond-danger-hint = Estos mensajes los miramos primero.
respond-danger-told = Se trata de un niño o una niña, o alguien está en peligro

respond-contact = ¿Cómo podemos comunicarnos con usted?
respond-contact-legend = Elija una manera
respond-by-phone = Por teléfono
respond-by-phone-hint = Escriba su número más abajo.
respond-by-email = Por correo electrónico
respond-by-email-hint = Escriba su dirección más abajo.
respond-by-code = Solo con un código
respond-by-code-hint = Usted vuelve a este sitio web para leer nuestras preguntas.
respond-contact-missing = Elija cómo podemos comunicarnos con usted.
respond-contact-told = Cómo nos comunicamos con usted
respond-phone = Número de teléfono
respond-phone-hint = Solo si eligió el teléfono. Si puede, empiece con el código del país.
respond-phone-missing = Escriba su número de teléfono o elija otra manera.
respond-phone-long = Este número es demasiado largo. Use 60 dígitos y signos como máximo.
respond-email = Correo electrónico
respond-email-hint = Solo si eligió el correo electrónico.
respond-email-missing = Escriba su dirección de correo electrónico o elija otra manera.
respond-email-wrong = Revise la dirección otra vez. Necesita una @ y no lleva espacios.
respond-email-long = Esta dirección es demasiado larga.

respond-safe-contact = ¿Cómo podemos llamar sin peligro para usted?
respond-only-mine = ¿Es usted la única persona que usa este teléfono?
respond-may-leave-message = ¿Podemos dejar un mensaje?
respond-good-times = ¿Cuál es un buen momento?
respond-good-times-hint = Por ejemplo: por la noche, nunca los viernes.
respond-times-long = Este texto es demasiado largo. Use 100 letras como máximo.

respond-check = Revise sus respuestas
respond-check-lead = Puede cambiar cada una antes de enviar.
respond-change = Cambiar
respond-nothing = Nada escrito
respond-check-remove = Usted nos pide quitar la foto { $number }
respond-who-reads = Solo personal capacitado de la Cruz Roja o la Media Luna Roja puede leer esto.
respond-captcha-why = Esto nos ayuda a leer primero los mensajes de personas reales.
respond-slow-title = Puede enviar su mensaje sin los números
respond-slow-text = Tal vez tardemos un poco más en leerlo. No se perderá.
respond-slow-first = De todos modos miramos su mensaje primero. No se perderá.
respond-slow-crowd = Si llegan muchísimos mensajes a la vez, leemos primero los que tienen números comprobados.
respond-digits-needed = Ahora tenemos poco espacio. Escriba los números y su mensaje quedará guardado.

respond-old-title = Esta página estuvo abierta mucho tiempo
respond-old-text = Sus respuestas siguen aquí. Revíselas otra vez.

respond-not-saved-title = No se guardó
respond-not-saved-text = Su mensaje no nos llegó. No se perdió nada: sigue en esta página.
respond-not-saved-heading = Ahora no podemos guardar su mensaje
respond-not-saved-lead = Inténtelo de nuevo en unos minutos. O llame a la Cruz Roja o la Media Luna Roja más cercana.
respond-not-saved-typed = Lo que usted escribió
respond-try-again = Intentar de nuevo

respond-lost-title = Este formulario ya no está abierto
respond-lost-text = ¿Vio un código? Entonces su mensaje fue enviado. Si no, empiece de nuevo desde la foto.
respond-lost-typed = Esto es lo que escribió en la última página
respond-lost-photos = Ir a las fotos
respond-lost-again = Empezar de nuevo

respond-sent-title = Su mensaje fue enviado
respond-sent-text = Ya terminó.

respond-cookie-title = Mire otra vez y pulse de nuevo
respond-cookie-text = La cookie de este formulario faltaba o no coincidía. Lo que usted escribió sigue aquí.
respond-cookie-off = ¿Su navegador no acepta cookies? Puede continuar de todos modos.
