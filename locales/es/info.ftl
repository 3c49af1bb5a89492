# Awaits a native reader: written with care, read by no native speaker yet.
# Pages that explain: directory, safety, privacy, help, about, and the note for children.

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
safety-call-text = Usted recibe este número cuando nos envía un mensaje. No se lo diga a nadie.
safety-shown-title = Lo que otras personas pueden ver
safety-shown-text = Una foto no muestra ni nombre ni lugar. Nunca dice dónde está la persona ahora.
safety-sealed-text = Su mensaje está bajo llave. Llega a una sola Cruz Roja o Media Luna Roja. Solo su personal capacitado puede abrirlo.
safety-phone-title = Usted comparte su teléfono
safety-phone-text = No es obligatorio dejar un número de teléfono. Basta un código para leer nuestra respuesta.
safety-history-text = Su navegador recuerda qué páginas abrió. Borre el historial o use una ventana privada.
safety-contact-title = No ponemos a nadie en contacto sin preguntar
safety-contact-text = Nuestro personal habla primero con las dos personas. Nadie recibe su número ni su dirección sin su permiso.
safety-danger-title = ¿Está en peligro ahora?
safety-danger-text = No podemos llegar de inmediato. Llame a la policía o a un número de emergencia de confianza.

privacy-title = Qué guardamos y por cuánto tiempo
privacy-look-title = Cuando usted mira las fotos
privacy-look-text = No guardamos nada sobre usted. No anotamos la dirección de internet de su aparato. No contamos las visitas.
privacy-cookie-text = Un formulario o una búsqueda necesita una cookie, un archivo pequeño. Desaparece en dos horas como máximo. Nadie más puede leerla.
privacy-write-title = Cuando usted nos escribe
privacy-write-text = Sus palabras quedan bajo llave de inmediato. Las guardamos solo mientras sirvan de ayuda.
privacy-write-unopened = Un mensaje que nadie ha abierto se queda hasta que alguien lo abra.
privacy-write-nomatch = Un mensaje que no lleva a nadie se borra 30 días después de cerrarlo.
privacy-write-closed = Los demás mensajes se borran 180 días después de cerrarlos.
privacy-write-delete = Usted puede borrar sus respuestas a nuestras preguntas con su código en cualquier momento.
privacy-photo-title = Cuando su foto está aquí
privacy-photo-text = Está aquí solo porque usted dijo que sí.
privacy-photo-consent = Su permiso dura dos años como máximo. Después se lo pedimos de nuevo.
privacy-photo-end = ¿Dice que no? La foto sale de este sitio de inmediato. La imagen se borra en pocos minutos.
privacy-photo-file = Su expediente en la Cruz Roja o Media Luna Roja se borra 90 días después.
privacy-never-title = Lo que nunca hacemos
privacy-never-text = No vendemos nada ni mostramos publicidad. Ninguna máquina compara las caras.

help-title = Cómo funciona
help-lead = Una persona que busca a su familia muestra aquí su propia foto. Tal vez usted conozca esa cara.
help-step-look = Mire las fotos. Nadie ve que usted las mira.
help-step-tell = ¿Reconoce una cara? Abra la foto. Elija la frase que sea verdad para usted.
help-step-code = Escríbanos. Usted recibe un código. Guárdelo: con él se abre nuestra respuesta.
help-step-read = Nuestro personal capacitado lee su mensaje, casi siempre en dos días hábiles.
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
children-danger-text = Díselo ahora a un adulto de confianza, o llama a la policía. No es tu culpa.
