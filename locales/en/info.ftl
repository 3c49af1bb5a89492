# Pages that explain: directory, safety, privacy, help, about, and the note for children.

directory-title = Find your Red Cross or Red Crescent
directory-lead = You can call, write or go there. Their help is free.
directory-languages = Languages: { $languages }
directory-none = The list is empty right now. Ask for the Red Cross or Red Crescent where you are.
directory-other = Is your country not here? Go to the Red Cross or Red Crescent near you. They can reach us.

safety-title = Your safety
safety-money-title = We never ask for money
safety-money-text = Someone asks for money to find your family? It is not us. Do not pay, and tell us.
safety-call-title = Is it really us on the phone?
safety-call-text = You get this number when you send us a message. Tell it to no one.
safety-shown-title = What others can see
safety-shown-text = A photo shows no name and no place. It never says where the person is now.
safety-sealed-text = Your message is sealed. Only trained staff of one Red Cross or Red Crescent can open it.
safety-phone-title = You share your phone
safety-phone-text = You do not have to leave a phone number. A code is enough to read our answer.
safety-history-text = Your browser remembers which pages you opened. Delete its history, or use a private window.
safety-contact-title = We do not connect you without asking
safety-contact-text = Staff speak with both sides first. Nobody gets your number or address without your yes.
safety-danger-title = You are in danger now
safety-danger-text = We can’t come at once. Call the police or an emergency number you trust.

privacy-title = What we keep, and for how long
privacy-look-title = When you look at photos
privacy-look-text = We keep nothing about you. We do not note your address on the internet. We count no visits.
privacy-cookie-text = A form or a search needs one cookie. It ends within two hours. No one else can read it.
privacy-write-title = When you write to us
privacy-write-text = Your words are sealed at once. We keep them only as long as they help.
privacy-write-unopened = A message that no one has opened yet stays until someone opens it.
privacy-write-nomatch = A message that leads to no one is deleted 30 days after we close it.
privacy-write-closed = Other messages are deleted 180 days after we close them.
privacy-write-delete = You can delete your answers to our questions with your code, at any time.
privacy-photo-title = When your photo is here
privacy-photo-text = It is here only because you agreed.
privacy-photo-consent = Your yes ends after two years at most. Then we ask you again.
privacy-photo-end = You say no? The photo goes from this site at once. The picture is erased within minutes.
privacy-photo-file = Your file at the Red Cross or Red Crescent is erased 90 days later.
privacy-never-title = What we never do
privacy-never-text = We sell nothing and show no advertising. We match no faces by computer.

help-title = How it works
help-lead = A person looks for family and shows a photo here. You may know the face.
help-step-look = Look at the photos. Nobody sees that you look.
help-step-tell = You know a face? Open the photo. Choose the sentence that is true for you.
help-step-code = Write to us. You get a code. Keep it: it opens our answer.
help-step-read = Trained staff read your message, mostly within two working days.
help-step-meet = We speak with both sides. You both decide if you want contact.
help-number-title = You have a number from a poster
help-number-text = Write it here. Then you see the photo.
help-seek-title = You look for someone yourself
help-seek-text = Go to your Red Cross or Red Crescent. They look with you, and it is free.
help-remove-title = It is your photo, and you want it gone
help-remove-text = Use the code on your paper. Then it is gone at once.

about-title = About this website
about-lead = Kinlight helps families who lost each other find each other again, by photo.
about-who = Red Cross and Red Crescent Societies put the photos here. They alone read the messages.
about-consent = Everyone in a photo agreed to it. Children under 15 are never shown here.
about-faces = People look at these faces, no computer compares them. Computers are too often wrong about faces.
about-share = Do not copy these photos to other websites. It can bring people into danger.

children-title = For children
children-lead = You look for your family, or your family looks for you? We are glad that you are here.
children-adult = Ask an adult you trust to sit with you.
children-free = It costs nothing. Never send money to anyone.
children-unknown = You do not have to answer every question.
children-meet = Never meet someone from the internet alone. We never ask you to.
children-secret = Does someone say that you must keep it secret? Tell an adult you trust.
children-danger-title = Does someone hurt you, or are you afraid?
children-danger-text = Tell an adult you trust now, or call the police. It is not your fault.
