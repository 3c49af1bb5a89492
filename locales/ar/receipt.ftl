# The receipt after a message was sent.

receipt-title = رسالتك
receipt-safe-title = تم حفظ رسالتك
receipt-safe-text = لا يستطيع فتحها إلا موظفون مدرَّبون.
receipt-heading = احتفظ بهذا الرمز
receipt-lead = به تستطيع قراءة أسئلتنا والإجابة عنها.
receipt-code-label = رمزك
receipt-caller-check-heading = رقم التحقق الخاص بك
receipt-next-heading = ماذا يحدث بعد ذلك
receipt-remove = لقد طلبت منا إزالة الصورة { $number }
receipt-remove-call = هل تريد الاتصال؟ ابحث عن الصليب الأحمر أو الهلال الأحمر القريب منك
receipt-next-return = عد مع رمزك لترى هل لدينا سؤال.
receipt-saved = لقد حفظته
receipt-saved-hint = رسالتك لدينا، حتى إن لم تضغط على هذا الزر.
receipt-file = احفظه في ملف نصي صغير
receipt-file-hint = اسم الملف note.txt.
receipt-file-code = الرمز:
receipt-file-caller-check = عندما نتصل بك، نذكر هذا الرقم أولًا:
receipt-done-heading = لقد انتهيت هنا
receipt-done-text = لا تعرض هذه الصفحة شيئًا مما كتبته.
receipt-done-shared-phone = هل يستعمل آخرون هذا الهاتف؟ أغلق هذه الصفحة الآن.
receipt-done-return = اقرأ أسئلتنا باستعمال رمزك
receipt-done-photos = اذهب إلى الصور
