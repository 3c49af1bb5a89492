# Awaits a native reader: written with care, read by no native speaker yet.
# Posters: what is printed on them, and the page where anyone finds them.

# On the paper. People read it in a corridor, a bus station or a camp.
poster-heading = ¿Alguien le está buscando?
poster-lead = { $count ->
        [one] Esta persona busca a su familia. ¿Reconoce esta cara?
       *[other] Estas personas buscan a su familia. ¿Reconoce alguna cara?
    }
poster-tell = Cuéntenos en este sitio web:
poster-scan = Apunte la cámara de su teléfono al cuadrado.
poster-number = Número de foto
poster-without-phone = ¿No tiene teléfono? Vaya a la Cruz Roja o la Media Luna Roja más cercana. Diga el número de la foto.
poster-take-down = Quite este cartel después del { $date }.

posters-title = Carteles para imprimir
posters-lead = Póngalos donde la gente espera o se reúne. Pregunte primero si está permitido.
posters-none = En este momento no hay carteles. Vuelva más tarde.
posters-photos = { $count ->
        [one] Una foto
       *[other] { $count } fotos
    }
posters-file = Papel { $paper }, para imprimir, { $kilobytes } kB
posters-until = Quite el cartel después del { $date }.
posters-gone-title = Este cartel ya no se muestra
posters-gone-text = Una persona del cartel ya no quiere aparecer, o ya pasó la fecha del cartel. ¿Lo ve en una pared cerca de usted? Quítelo.
posters-see = Ver los otros carteles
