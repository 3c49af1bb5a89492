# When a person reads a message. Each sentence stands alone, and speaks of “it”: the message.

clock-first = We look at this before other messages.
clock-closed-now = Nobody reads new messages right now.
clock-closed-today = Nobody reads new messages today.
clock-closed-tonight = Nobody reads new messages tonight.
clock-today = A member of staff reads it today.
clock-tomorrow = A member of staff reads it tomorrow at the latest.
clock-two-days = A member of staff reads it in two days at the latest.
clock-monday = A member of staff reads it on Monday at the latest.
clock-tuesday = A member of staff reads it on Tuesday at the latest.
clock-wednesday = A member of staff reads it on Wednesday at the latest.
clock-thursday = A member of staff reads it on Thursday at the latest.
clock-friday = A member of staff reads it on Friday at the latest.
clock-saturday = A member of staff reads it on Saturday at the latest.
clock-sunday = A member of staff reads it on Sunday at the latest.
clock-two-weeks = A member of staff reads it within two weeks.
clock-later = It takes longer than two weeks until a member of staff reads it.
clock-where = We count days where our staff work.
clock-slow-digits = Messages with checked digits are read first. Yours has none.
clock-slow-many = Many messages came over your internet connection. Others may be read before yours.
