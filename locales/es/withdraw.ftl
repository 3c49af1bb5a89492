# Awaits a native reader: written with care, read by no native speaker yet.
# The enquirer takes the photo off the site.

withdraw-title = Su foto
withdraw-code = Escriba el código que está en su hoja
withdraw-code-hint = Escriba todos sus dígitos. Puede usar los números de su propio idioma, espacios y guiones.
withdraw-code-unknown = Ninguna foto tiene este código. Compárelo con su hoja.
withdraw-lost-heading = ¿No tiene el código?
withdraw-lost-text = Abra su foto y elija «Esta es mi foto: quiero quitarla».
withdraw-return-link = Tengo el código de un mensaje
withdraw-confirm-heading = ¿Quitar la foto?
withdraw-confirm-text = La foto sale de este sitio web de inmediato. Nadie le preguntará por qué.
withdraw-confirm-search = La búsqueda de su familia puede seguir sin la foto. Hable con nosotros sobre eso.
withdraw-now = Quitar la foto ahora
withdraw-keep = Dejar la foto como está
withdraw-done-heading = Ya se quitó la foto
withdraw-done-text = Ya nadie puede verla en este sitio web.
withdraw-done-copies = Las copias en los navegadores desaparecen en menos de una hora.
withdraw-done-posters = Pedimos a nuestros colegas que quiten los carteles donde aparece.
withdraw-done-search = Si aún busca a su familia, la Cruz Roja o Media Luna Roja le ayuda.
withdraw-away-title = Ahora no podemos comprobar el código
withdraw-away-text = Inténtelo de nuevo en unos minutos. O llame a la Cruz Roja o la Media Luna Roja más cercana.
withdraw-kept-heading = La foto está oculta
withdraw-kept-text = Este servidor ya no la muestra a nadie.
withdraw-kept-everywhere = Una parte de nuestro sistema no responde ahora. En cuanto responda, la foto desaparecerá de todas partes.
withdraw-kept-sure = Su petición quedó guardada. No hace falta que vuelva.

## On the paper that the person keeps; the code stands beside the first line
withdraw-paper-title = Quitar mi foto:
withdraw-paper-text = Con este código puedo quitar mi foto del sitio web en cualquier momento. Es gratis. Nadie pregunta por qué. Guardo esta hoja en un lugar seguro.
