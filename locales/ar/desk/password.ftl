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
password-everywhere-title = تسجيل الخروج من كل مكان
password-everywhere-text = ينهي هذا كل جلساتك، وهذه أيضًا. استعمله إن تركت جهازًا في مكان ما.
password-everywhere-button = تسجيل الخروج من كل مكان
desk-menu-password = كلمة مرورك
desk-task-password = غيّر كلمة المرور التي تسجل بها الدخول.

# An administrator's second passphrase (`desk/second_passphrase.rs`).

second-title = عبارة المرور الثانية
second-lead = تفتح الملفات المغلقة، وبها تسلّم الزملاء مفاتيحهم. لا تكتبها إلا لذلك. تسجيل الدخول لا يطلبها أبدًا.
second-rule = احفظها على ورقة بعيدة عن حاسوبك. لا يستطيع أحد الاطلاع عليها.
second-new-label = عبارة المرور الثانية الجديدة
second-again-label = عبارة المرور الثانية نفسها مرة أخرى
second-password-label = كلمة مرورك لتسجيل الدخول
second-password-hint = نتأكد من أن الاثنتين غير متشابهتين.
second-password-wrong = هذه ليست كلمة مرورك.
second-old-label = عبارة مرورك الثانية حتى الآن
second-forgotten-label = نسيتها
second-forgotten-hint = تفقد مفتاح الملفات المغلقة ومفتاح الجذر. يعيدهما إليك مسؤول آخر أو ورقة الاستعادة.
second-send = حفظ
second-done-title = حُفظت عبارة مرورك الثانية
second-done-text = بها تُفتح الملفات المغلقة ويتسلّم الزملاء مفاتيحهم. كلمة مرورك وحدها لا تكفي لأي منهما.
second-label = عبارة مرورك الثانية
second-hint = ليست كلمة مرورك لتسجيل الدخول.
second-missing = اكتب عبارة مرورك الثانية.
second-wrong = هذه ليست عبارة مرورك الثانية.
second-differs = العبارتان مختلفتان.
second-like-password = هذه تشبه كلمة مرورك كثيرًا. اختر كلمات أخرى.
second-choose-first = اختر عبارة مرورك الثانية أولًا. لا يتم هذا إلا بها.
second-archive-first = ليس لديك مفتاح الملفات المغلقة. اعرف كيف تحصل عليه.
second-root-first = ليس لديك مفتاح الجذر. اعرف كيف تحصل عليه.
password-is-second = هذه عبارة مرورك الثانية. يجب ألا يعرفها تسجيل الدخول أبدًا.
