# A member's own password.

password-title = غيّر كلمة مرورك
password-lead = يبقى عملك وتبقى مفاتيحك. وينتهي دخولك من أي جهاز آخر.
password-link = غيّر كلمة مرورك
password-old-label = كلمة مرورك حتى الآن
password-old-missing = اكتب كلمة مرورك حتى الآن.
password-old-wrong = هذه ليست كلمة مرورك حتى الآن.
password-same = هذه هي كلمة مرورك حتى الآن. اختر غيرها.
password-send = غيّر كلمة المرور
password-changed-title = تغيّرت كلمة مرورك
password-changed-text = استعمل الكلمة الجديدة من الآن. وانتهى دخولك من أي جهاز آخر.
desk-menu-password = كلمة مرورك
desk-task-password = غيّر كلمة المرور التي تسجل بها الدخول.
