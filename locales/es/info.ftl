# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.

directory-title = Buscar la Cruz Roja o la Media Luna Roja más cercana
directory-lead = Puede llamar, escribir o ir en persona. Su ayuda es gratis.
directory-languages = Idiomas: { $languages }
directory-offers = Lo que hacen por usted
directory-offers-search = Buscan a su familia con usted.
directory-offers-photo = Pueden mostrar su foto aquí, si usted quiere.
directory-offers-messages = Llevan mensajes entre personas de una misma familia.
directory-offers-calls = Desde allí usted puede llamar a su familia.
directory-offers-detention = Pueden preguntar por personas que están presas o detenidas.
directory-offers-children = Ayudan a los niños y las niñas que están solos.
directory-none = La lista está vacía en este momento. Pregunte por la Cruz Roja o la Media Luna Roja donde esté.
directory-other = ¿Su país no está aquí? Vaya a la Cruz Roja o la Media Luna Roja más cercana. Su equipo puede comunicarse con nosotros.

safety-title = Su seguridad
safety-money-title = Nunca pedimos dinero
safety-money-text = ¿Alguien le pide dinero para encontrar a su familia? No somos nosotros. No pague y avísenos.
safety-call-title = ¿De verdad somos nosotros quienes llamamos?
safety-call-text = Usted ve este número después de enviarnos un mensaje. Nunca se lo diga a quien llama. Somos nosotros quienes se lo decimos a usted.
safety-shown-title = Lo que otras personas pueden ver
safety-shown-text = Una foto no muestra ni nombre ni lugar. Nunca dice dónde está la persona ahora.
safety-sealed-text = Su mensaje está bajo llave. Llega a una sola Cruz Roja o Media Luna Roja. Solo su personal capacitado puede abrirlo.
safety-phone-title = Usted comparte su teléfono
safety-phone-text = No es obligatorio dejar un número de teléfono. Basta un código para leer nuestra respuesta.
safety-history-text = Su navegador recuerda qué páginas abrió. Borre el historial o use una ventana privada.
safety-scams-link = Cómo reconocer a quienes fingen ayudar
safety-clear-link = Cómo borrar su visita de este teléfono
safety-contact-title = No ponemos a nadie en contacto sin preguntar
safety-contact-text = Nuestro personal habla primero con las dos personas. Nadie recibe su número ni su dirección sin su permiso.
safety-danger-title = ¿Está en peligro ahora?
safety-danger-text = No podemos llegar de inmediato. Otras personas cerca de usted pueden ayudar ahora.

privacy-title = Qué guardamos y por cuánto tiempo
privacy-look-title = Cuando usted mira las fotos
privacy-look-text = No guardamos nada sobre usted. No anotamos la dirección de internet de su aparato. No contamos las visitas.
privacy-cookie-text = Un formulario o una búsqueda necesita una cookie, un archivo pequeño. Desaparece cuando usted termina, o después de un día. Nadie más puede leerla.
privacy-write-title = Cuando usted nos escribe
privacy-write-text = Sus palabras quedan bajo llave de inmediato. Las guardamos solo mientras sirvan de ayuda.
privacy-write-unsent = Hasta que usted lo envíe, lo que escribe se guarda bajo llave en nuestro servidor.
privacy-write-unsent-gone = Nadie puede abrirlo sin la cookie de este navegador. Se borra dos horas después de su último paso.
privacy-write-unopened = Un mensaje que nadie ha abierto se queda hasta que alguien lo abra.
privacy-write-nomatch = { $days ->
        [one] Un mensaje que no lleva a nadie se borra un día después de cerrarlo.
       *[other] Un mensaje que no lleva a nadie se borra { $days } días después de cerrarlo.
    }
privacy-write-closed = { $days ->
        [one] Los demás mensajes se borran un día después de cerrarlos.
       *[other] Los demás mensajes se borran { $days } días después de cerrarlos.
    }
privacy-write-delete = Con su código puede borrar su mensaje, o una de sus respuestas, en cualquier momento.
privacy-photo-title = Cuando su foto está aquí
privacy-photo-text = Está aquí solo porque usted dijo que sí.
privacy-photo-consent = { $months ->
        [12] Su permiso dura un año como máximo. Después se lo pedimos de nuevo.
        [24] Su permiso dura dos años como máximo. Después se lo pedimos de nuevo.
        [one] Su permiso dura un mes como máximo. Después se lo pedimos de nuevo.
       *[other] Su permiso dura { $months } meses como máximo. Después se lo pedimos de nuevo.
    }
privacy-photo-end = ¿Dice que no? La foto sale de este sitio de inmediato. La imagen se borra en pocos minutos.
privacy-photo-file = { $days ->
        [one] Su expediente en la Cruz Roja o Media Luna Roja se borra un día después.
       *[other] Su expediente en la Cruz Roja o Media Luna Roja se borra { $days } días después.
    }
privacy-never-title = Lo que nunca hacemos
privacy-never-text = No vendemos nada ni mostramos publicidad. Ninguna máquina compara las caras.

scams-title = Personas que fingen ayudar y quieren dinero
scams-lead = Algunas personas dicen que trabajan con nosotros, o que encontraron a su familia. Solo quieren sacarle dinero.
scams-signs-title = Cómo reconocerlas
scams-sign-money = Piden dinero, saldo para el teléfono o el número de una tarjeta bancaria.
scams-sign-number = Usted ya nos escribió antes, y esas personas no pueden decirle su número de verificación.
scams-sign-code = Por teléfono o en un mensaje, piden su código o una foto de sus documentos de identidad.
scams-sign-hurry = Dicen que debe darse prisa, o que debe guardar el secreto.
scams-do-title = Lo que usted puede hacer
scams-do-stop = No pague nada. Cuelgue y no conteste más.
scams-do-keep = Guarde el número de teléfono y lo que le escribieron.
scams-do-tell = Avise a la Cruz Roja o la Media Luna Roja más cercana. No es culpa suya, y les pasa también a otras personas.
scams-threat-title = Alguien dice que tiene retenida a una persona de su familia
scams-threat-text = Hable con alguien de confianza antes de pagar nada. Llame a la policía si puede hacerlo sin peligro. Avísenos también a nosotros.

clear-title = Cómo borrar su visita de este teléfono
clear-lead = ¿Otras personas usan este teléfono? Haga esto cuando termine.
clear-fast-title = ¿Tiene que darse prisa?
clear-fast-text = Presione «Salir de esta página ahora». Se abre otra página. Se borra lo que usted escribió y no envió.
clear-history-title = Borre lo que el navegador recuerda
clear-history-dots = En la mayoría de los teléfonos: abra el menú del navegador, con tres puntos o tres rayas. Abra el historial y borre las horas en que usted estuvo aquí.
clear-history-iphone = En un iPhone: abra Ajustes o Configuración, y busque Safari. Elija borrar el historial y los datos de sitios web.
clear-files-title = Borre lo que guardó
clear-files-text = Busque en las descargas las fotos de este sitio web y el archivo note.txt. Escriba su código en un papel. Después borre las fotos y el archivo.
clear-files-code = ¿Hizo una imagen de su código? Escriba el código en un papel. Después borre la imagen.
clear-next-title = La próxima vez
clear-next-text = Abra primero una ventana privada. Cuando la cierra, el navegador olvida su visita.
clear-limits-title = Lo que esto no puede ocultar
clear-limits-text = Quien maneja la red todavía puede ver que este teléfono abrió este sitio web. No puede ver lo que usted escribió.

questions-title = Preguntas y respuestas
questions-cost = ¿Esto cuesta algo?
questions-cost-answer = No. Aquí todo es gratis. La ayuda de la Cruz Roja y la Media Luna Roja también es gratis.
questions-unsure = No sé bien si conozco esta cara. ¿Debo escribir?
questions-unsure-answer = Sí. Escríbanos y diga que tiene dudas. Nuestro personal mira cada mensaje con cuidado.
questions-reads = ¿Quién lee lo que escribo?
questions-reads-answer = El personal capacitado de una sola Cruz Roja o Media Luna Roja. Le pide permiso a usted antes de contárselo a otra persona.
questions-police = ¿Trabajan para la policía o para un gobierno?
questions-police-answer = No. Ayudamos a las familias, sean quienes sean. Solo nuestro personal capacitado puede abrir su mensaje.
questions-language = ¿Puedo escribir en mi propio idioma?
questions-language-answer = Sí, en cualquier idioma y con las letras de cualquier idioma.
questions-names = ¿Por qué no hay nombres ni lugares?
questions-names-answer = Para proteger a las personas que huyeron. Su familia conoce su cara.
questions-long = ¿Cuánto tiempo tarda?
questions-long-answer = Cuando envía un mensaje, le decimos cuándo lo leemos. Encontrar a la familia puede tardar mucho más. Nadie puede prometer encontrarla.
questions-lost-code = Perdí mi código. ¿Qué hago?
questions-lost-code-answer = Envíe un mensaje nuevo desde la foto. Escriba en él que ya nos escribió antes. ¿La foto ya no está? Pregunte en la Cruz Roja o la Media Luna Roja más cercana.
questions-own-photo = ¿Mi propia foto puede estar aquí?
questions-own-photo-answer = Sí, si usted busca a su familia. Vaya a la Cruz Roja o la Media Luna Roja más cercana y pregunte.
questions-children = ¿Por qué no veo niños ni niñas pequeños?
questions-children-answer = Aquí nunca mostramos niños ni niñas menores de 15 años. Nuestro personal puede buscar a un niño o una niña con usted.

help-title = Cómo funciona
help-lead = Una persona que busca a su familia muestra aquí su propia foto. Tal vez usted conozca esa cara.
help-step-look = Mire las fotos. Nadie ve que usted las mira.
help-step-tell = ¿Reconoce una cara? Abra la foto. Elija la frase que sea verdad para usted.
help-step-code = Escríbanos. Usted recibe un código. Guárdelo: con él se abre nuestra respuesta.
help-step-read = Nuestro personal capacitado lee su mensaje. Al enviarlo, le decimos cuándo.
help-step-meet = Hablamos con las dos personas. Solo hay contacto si las dos lo quieren.
help-number-title = Usted tiene el número de un cartel
help-number-text = Escríbalo aquí. Así verá la foto.
help-seek-title = Usted busca a alguien
help-seek-text = Vaya a la Cruz Roja o la Media Luna Roja más cercana. Su equipo busca con usted, y es gratis.
help-remove-title = Es su foto y quiere quitarla
help-remove-text = Use el código escrito en su hoja. La foto desaparece de inmediato.

about-title = Acerca de este sitio web
about-lead = Con fotos, Kinlight ayuda a las familias separadas a encontrarse de nuevo.
about-who = Las Sociedades de la Cruz Roja y la Media Luna Roja ponen aquí las fotos. Solo ellas leen los mensajes.
about-consent = Cada persona de las fotos dio su permiso. Aquí nunca se muestran niños ni niñas menores de 15 años.
about-faces = Estas caras las miran personas. Ninguna máquina las compara. Las máquinas se equivocan demasiado con las caras.
about-share = No copie estas fotos en otros sitios web. Eso puede poner a personas en peligro.

children-title = Para niños y niñas
children-lead = ¿Buscas a tu familia, o tu familia te busca? Nos alegra que estés aquí.
children-adult = Pide a un adulto de confianza que se siente contigo.
children-free = Es gratis. Nunca envíes dinero a nadie.
children-unknown = Puedes dejar preguntas sin responder.
children-meet = Nunca vayas sin un adulto de confianza a ver a alguien de internet. Nosotros nunca te lo pedimos.
children-secret = ¿Alguien te dice que guardes el secreto? Cuéntaselo a un adulto de confianza.
children-danger-title = ¿Alguien te hace daño, o tienes miedo?
children-danger-text = Díselo ahora a un adulto de confianza. No es tu culpa.
