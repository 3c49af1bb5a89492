# Awaits a native reader: written with care, read by no native speaker yet.
# The way back with a receipt code. It never speaks of a match.

return-title = Su mensaje
return-code = Escriba su código
return-code-hint = Escriba todos sus dígitos. Puede usar los números de su propio idioma, espacios y guiones.
return-code-missing = Escriba su código.
return-code-not-digits = El código solo tiene dígitos. Revíselo otra vez.
return-code-length = Faltan dígitos, o hay demasiados. Compare con su código.
return-code-check-digit = Un dígito es diferente, o dos están cambiados de lugar. Compare con su código.
return-code-unknown = No encontramos nada con este código. Tal vez el mensaje ya se borró.
return-over = Escriba su código otra vez para continuar.
return-kept = Lo que usted escribió sigue guardado. Escriba su código para seguir.
return-busy-title = Hay muchas personas aquí en este momento
return-busy-text = Inténtelo de nuevo en un minuto. Su mensaje está seguro.
return-wait-title = Espere 20 segundos
return-wait-text = Después presione «Continuar». No necesita la imagen.
return-captcha-why = Así es más difícil adivinar los códigos.
return-lost-heading = ¿Perdió el código?
return-lost-text = Puede enviar un mensaje nuevo desde la foto.
return-withdraw-link = Mi propia foto está aquí y quiero quitarla

return-heading = Su mensaje
return-state-received = Tenemos su mensaje
return-state-received-text = Espera hasta que una persona de nuestro equipo lo lea.
return-state-being-read = Estamos leyendo su mensaje
return-state-being-read-text = Una persona de nuestro equipo se ocupa de él.
return-state-question = Tenemos una pregunta para usted
return-state-question-text = Léala más abajo y responda cuando pueda.
return-state-closed = Hemos terminado con su mensaje
return-state-closed-text = Gracias por su ayuda. Se borrará después de un tiempo.
return-thread = Lo que se escribió
return-from-staff = De nuestra parte
return-own = Usted envió una respuesta
return-delete = Borrar esta respuesta
return-ago-now = hace menos de una hora
return-ago-hours = { $count ->
        [one] hace una hora
       *[other] hace { $count } horas
    }
return-ago-days = { $count ->
        [one] hace un día
       *[other] hace { $count } días
    }
return-answer = Su respuesta
return-write = ¿Quiere contarnos algo más?
return-answer-hint = Por su seguridad, no se muestra aquí después de enviarla.
return-answer-missing = Escriba una respuesta antes de enviar.
return-answer-long = Es demasiado largo. Use 4000 letras como máximo.
return-answer-often = Hoy envió muchas respuestas. Inténtelo de nuevo mañana. Esta sigue aquí.
return-closed-answer = Todavía puede escribirnos. Entonces volveremos a leer su mensaje.
return-caller-check-heading = Su número de verificación
return-finish = Ya terminé
return-sent-title = Su respuesta está guardada
return-sent-text = Solo nuestro personal capacitado puede abrirla.
return-deleted-title = Su respuesta está borrada
return-deleted-text = Se borró para siempre.
return-erase-open = Borrar todo mi mensaje
return-erase-title = ¿Borrar su mensaje?
return-erase-text = Se borra todo lo que usted nos escribió, y también nuestras respuestas. Después ya no podemos leerlo ni ayudarle con este mensaje.
return-erase-seen = Tal vez nuestro personal ya lo leyó. Las notas que nuestro personal escribió sobre el mensaje se borran más tarde.
return-erase-now = Sí, borrar todo
return-erase-keep = No, dejarlo como está
return-erased-heading = Su mensaje está borrado
return-erased-text = Se borró todo lo que usted escribió, y su código ya no funciona.
return-erased-again = ¿Cambió de idea? Puede escribirnos de nuevo desde la foto.
return-not-saved-title = No se guardó
return-not-saved-text = Su respuesta sigue aquí. Inténtelo de nuevo en unos minutos.
