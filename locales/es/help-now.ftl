# Awaits a native reader: written with care, read by no native speaker yet.
# Who can help now, by the country where somebody is in danger. Translate these first, with the safety lines.

help-now-page = Ayuda por país
help-now-title = Quién puede ayudar ahora
help-now-lead = ¿Dónde está la persona en peligro? Abra ese país.
help-now-private = Nadie ve qué país abre usted.
help-now-society = Llame ahora:
help-now-child = Línea de ayuda para niños y niñas:
help-now-police = La policía, si puede llamar sin peligro:
help-now-checked = Este número se comprobó el { $date }.
help-now-none = Todavía no conocemos un número para este país.
help-now-directory = Otras formas de comunicarse
help-now-elsewhere = Mi país no está aquí
help-now-elsewhere-text = Todavía no conocemos números de otros países. Cuénteselo a un adulto de confianza, o vaya allí a la Cruz Roja o la Media Luna Roja.
help-now-write = Escríbanos también. Miramos primero los mensajes sobre un peligro.
help-now-line = ¿Un niño, una niña o alguien en peligro? Vea quién puede ayudar ahora
help-now-danger-title = ¿Hay alguien en peligro ahora?
help-now-danger-text = Miramos su mensaje primero, pero no podemos llegar de inmediato.
help-now-link = Vea quién puede ayudar ahora
