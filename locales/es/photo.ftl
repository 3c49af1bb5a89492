# Awaits a native reader: written with care, read by no native speaker yet.
# One photo's page.

photo-title = Foto { $number }
photo-back = Todas las fotos
photo-age = Edad
photo-origin = Origen
photo-added-this-week = Foto nueva de esta semana.
photo-added-weeks = { $count ->
        [one] Añadida hace una semana.
       *[other] Añadida hace { $count } semanas.
    }
photo-added-months = { $count ->
        [one] Añadida hace un mes.
       *[other] Añadida hace { $count } meses.
    }
photo-added-years = { $count ->
        [one] Añadida hace un año.
       *[other] Añadida hace { $count } años.
    }
photo-door-looking-for-me = Esta persona me busca
photo-door-i-know = Conozco a esta persona
photo-door-remove = Esta es mi foto: quiero quitarla
photo-door-wrong = Algo no está bien
photo-withdraw = Quitar mi foto con el código escrito en mi hoja
photo-download-open = Guardar esta imagen
photo-download-hint = Muéstrela solo a personas de confianza. No la ponga en internet.
photo-download = { $width ->
    [320] Imagen pequeña, { $width } por { $height } puntos, { $kilobytes } kB
    [640] Imagen mediana, { $width } por { $height } puntos, { $kilobytes } kB
    [1280] Imagen grande, { $width } por { $height } puntos, { $kilobytes } kB
   *[other] Imagen muy pequeña, { $width } por { $height } puntos, { $kilobytes } kB
}
photo-download-unweighed = Imagen de { $width } por { $height } puntos
