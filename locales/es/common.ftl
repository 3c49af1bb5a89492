# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = Ir al contenido
title-error = Error:
title-part = { $title }, parte { $part }
back = Volver
menu-label = Páginas principales
menu-photos = Fotos
menu-return = Mi mensaje
menu-safety = Su seguridad
menu-help = Ayuda
languages-label = Idiomas
languages-jump = Otros idiomas

# The safety lines: translate these first, and have them read by a native speaker.
free-line = Es gratis. Nunca pedimos dinero.
caller-check-rule = Cuando llamamos, primero decimos su número de verificación. Si no le dicen este número, o le dicen otro, cuelgue.
leave-label = Salida rápida
leave-now = Salir de esta página ahora
leave-explained = «Salir de esta página ahora» abre una página con el pronóstico del tiempo. También borra lo que usted escribió aquí.
child-note = ¿Tienes menos de 18 años? Puedes pedir a un adulto de confianza que se siente contigo.

foot-safety = Cómo cuidamos su seguridad
foot-privacy = Qué guardamos y por cuánto tiempo
foot-directory = Buscar la Cruz Roja o la Media Luna Roja más cercana
foot-questions = Preguntas y respuestas
foot-scams = Personas que fingen ayudar y quieren dinero
foot-clear = Cómo borrar su visita de este teléfono
foot-posters = Carteles para imprimir
foot-about = Acerca de este sitio web

form-errors-title = Revise esto otra vez
form-error-spoken = Error:
form-optional = (puede dejarlo en blanco)
form-continue = Continuar
form-send = Enviar
form-save = Guardar
form-cancel = Cancelar
form-yes = Sí
form-no = No
form-unknown = No lo sé
form-letters-too-many = { $count ->
        [one] Sobra una letra.
       *[other] Sobran { $count } letras.
    }

captcha-label = Escriba los números de la imagen
captcha-hint = Puede usar los números de su propio idioma.
captcha-picture-alt = Una imagen con números. También puede escucharlos.
captcha-listen = Escuchar los números
captcha-listen-in = Escuchar los números en este idioma: { $language }
captcha-another = Mostrar otra imagen
captcha-cannot = No puedo hacerlo

listen-page = Escuchar esta página
listen-stop = Detener la lectura

code-copy = Copiar
code-copied = Copiado
code-print = Imprimir

photo-number-label = Número de foto

pager-label = Páginas
pager-previous = Página anterior
pager-next = Página siguiente
pager-page = Página { $page }
pager-current = Página { $page }, esta página
