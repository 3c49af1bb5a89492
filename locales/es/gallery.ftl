# Awaits a native reader: written with care, read by no native speaker yet.
# The language chooser, the gallery, its filter and the look-up of a photo number.

home-enter = Busque a su familia con fotos

gallery-title = Fotos, página { $page } de { $pages }
gallery-heading = ¿Alguien le está buscando?
gallery-lead = Estas personas buscan a su familia. ¿Reconoce alguna cara? Abra la foto y cuéntenos.
gallery-count = { $count ->
        [one] Una foto
       *[other] { $count } fotos
    }
gallery-any = todas las opciones
gallery-filter-open = Elegir a quién ver
gallery-filter-seeking = ¿A quién buscan?
gallery-filter-sex = ¿Quién está en la foto?
gallery-filter-age = ¿Qué edad tiene esta persona?
gallery-filter-place = ¿De dónde viene esta persona?
gallery-filter-regions = Regiones
gallery-filter-countries = Países
gallery-filter-captcha = Primero usted escribe los números de una imagen. Después puede elegir durante una hora.
gallery-filter-show = Mostrar fotos
gallery-chosen-label = Lo que usted eligió
gallery-chosen-remove = Quitar esta elección
gallery-chosen-sex = En la foto: { $value }
gallery-chosen-age = Edad: { $value }
gallery-chosen-place = Origen: { $value }
gallery-see-all = Ver todas las fotos
gallery-pictures-small = Mostrar imágenes más pequeñas, para gastar menos datos
gallery-pictures-usual = Mostrar imágenes más grandes
gallery-directory = Preguntar a la Cruz Roja o la Media Luna Roja más cercana
gallery-none-title = No hay fotos con esta elección
gallery-none-text = Quite alguna elección o vea todas las fotos. Cada mes llegan fotos nuevas.
gallery-empty-title = Todavía no hay fotos
gallery-empty-text = Vuelva más tarde. La Cruz Roja o la Media Luna Roja más cercana ya puede ayudarle.
gallery-unknown-title = No conocemos esta elección
gallery-unknown-text = La dirección pide algo que no tenemos. Puede ver todas las fotos.
gallery-beyond-title = No hay más fotos
gallery-beyond-text = Esta página está después de la última. Empiece de nuevo en la primera página.
gallery-hidden-title = En este momento no mostramos fotos
gallery-hidden-text = No podemos comprobar que cada persona siga de acuerdo. Hasta entonces ocultamos todas las fotos.

number-open = Tengo un número de foto
number-hint = Tiene 8 dígitos y está, por ejemplo, en un cartel. Puede usar los números de su propio idioma.
number-go = Mostrar esta foto
number-missing = Escriba el número de foto
number-not-digits = Un número de foto solo tiene dígitos
number-wrong-length = Un número de foto tiene 8 dígitos. Cuéntelos otra vez.
number-wrong-digit = Un dígito es diferente, o dos están cambiados de lugar. Revise el número otra vez.
number-unknown = Ninguna foto tiene este número. Revise el número otra vez.
