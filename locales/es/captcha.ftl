# Awaits a native reader: written with care, read by no native speaker yet.
# The page that asks for digits before a search, and the wait for who can't do that.

captcha-title = Escriba los números
captcha-why = Antes de una búsqueda pedimos unos números. Esto frena a los programas automáticos.
captcha-cannot-explained = ¿No puede ver ni oír los números? Presione «No puedo hacerlo». Espera 20 segundos y después sigue.
captcha-crowded-title = Muchas personas usan esta conexión ahora
captcha-crowded-text = Es posible que la imagen no aparezca. Entonces presione «No puedo hacerlo». Así también puede seguir.
captcha-cookie-title = Una búsqueda necesita una cookie, y su navegador no envió ninguna.
captcha-cookie-text = Permita las cookies para este sitio y escriba las cifras. O mire las fotos sin búsqueda.
captcha-digits-missing = Escriba los números o presione «No puedo hacerlo»
captcha-digits-wrong = Los números eran diferentes. Aquí hay otros nuevos.
captcha-digits-expired = Pasó demasiado tiempo. Aquí hay números nuevos.
captcha-digits-spent = Estos números ya se usaron. Aquí hay otros nuevos.
captcha-digits-moved = Su conexión cambió. Aquí hay números nuevos.
captcha-digits-unavailable = Ahora no podemos comprobar los números. Inténtelo de nuevo en un minuto.

wait-title = Espere un momento
wait-text = { $seconds ->
        [one] En { $seconds } segundo podrá seguir.
       *[other] En { $seconds } segundos podrá seguir.
    }
wait-button-hint = La página sigue sola. Si no sigue, presione el botón.
