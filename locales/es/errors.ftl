# Awaits a native reader: written with care, read by no native speaker yet.

error-home = Ir a la página de inicio
error-incident = Si le cuenta esto a alguien, dé este número: { $number }.
error-not-found-title = No encontramos esta página
error-not-found-text = Tal vez la dirección no es correcta o la página cambió de lugar.
error-gone-title = Esta foto ya no se muestra
error-gone-text = La foto se retiró. Puede ver las otras fotos.
error-forbidden-title = Usted no puede abrir esta página
error-forbidden-text = Su cuenta no tiene este permiso. Si lo necesita, pídalo a la persona que administra las cuentas.
error-no-token-title = Este formulario ya no está abierto
error-no-token-text = No se envió nada. Vuelva atrás, abra la página de nuevo y envíelo otra vez.
error-bad-form-title = No pudimos leer este formulario
error-bad-form-text = No se guardó nada. Vuelva atrás e inténtelo otra vez.
error-too-large-title = Esto es demasiado grande
error-too-large-text = No se guardó nada. Envíe un texto más corto o un archivo más pequeño.
error-too-many-title = Demasiados intentos en poco tiempo
error-too-many-text = Espere unos minutos y vuelva a intentarlo.
error-conflict-title = Otra persona fue más rápida
error-conflict-text = Esto cambió mientras tanto. Nada de lo suyo se sobrescribió. Ábralo de nuevo para ver cómo está.
error-no-key-title = Usted no tiene la llave
error-no-key-text = Hable con la persona que administra las cuentas. Puede darle la llave o abrir de nuevo el caso cerrado.
error-unavailable-title = Esto no funciona en este momento
error-unavailable-text = No se perdió nada y nada cambió. Inténtelo de nuevo en unos minutos.
error-internal-title = Algo falló de nuestro lado
error-internal-text = No es culpa suya. Inténtelo de nuevo en unos minutos.
