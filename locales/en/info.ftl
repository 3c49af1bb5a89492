# Pages that explain: directory, safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.

directory-title = Find your Red Cross or Red Crescent
directory-lead = You can call, write or go there. Their help is free.
directory-languages = Languages: { $languages }
directory-offers = What they do for you
directory-offers-search = They search for your family with you.
directory-offers-photo = They can show your photo here, if you want that.
directory-offers-messages = They carry messages between families.
directory-offers-calls = You can call your family from there.
directory-offers-detention = They can ask about people in prison or detention.
directory-offers-children = They help children who are alone.
directory-none = The list is empty right now. Ask for the Red Cross or Red Crescent where you are.
directory-other = Is your country not here? Go to the Red Cross or Red Crescent near you. They can reach us.

safety-title = Your safety
safety-money-title = We never ask for money
safety-money-text = Someone asks for money to find your family? It is not us. Do not pay, and tell us.
safety-call-title = Is it really us on the phone?
safety-call-text = You see this number after you send us a message. Never say it to a caller. We say it to you.
safety-shown-title = What others can see
safety-shown-text = A photo shows no name and no place. It never says where the person is now.
safety-sealed-text = Your message is sealed. Only trained staff of one Red Cross or Red Crescent can open it.
safety-phone-title = You share your phone
safety-phone-text = You do not have to leave a phone number. A code is enough to read our answer.
safety-history-text = Your browser remembers which pages you opened. Delete its history, or use a private window.
safety-scams-link = How to know false helpers
safety-clear-link = How to clear this phone
safety-contact-title = We do not connect you without asking
safety-contact-text = Staff speak with both sides first. Nobody gets your number or address without your yes.
safety-danger-title = You are in danger now
safety-danger-text = We can’t come at once. Others near you may help you now.

privacy-title = What we keep, and for how long
privacy-look-title = When you look at photos
privacy-look-text = We keep nothing about you. We do not note your address on the internet. We count no visits.
privacy-cookie-text = A form or a search needs one cookie. It goes when you finish, or after one day. No one else can read it.
privacy-write-title = When you write to us
privacy-write-text = Your words are sealed at once. We keep them only as long as they help.
privacy-write-unsent = Until you send it, what you type is kept sealed on our server.
privacy-write-unsent-gone = Nobody can open it without the cookie of this browser. It is erased two hours after your last step.
privacy-write-unopened = A message that no one has opened yet stays until someone opens it.
privacy-write-nomatch = { $days ->
        [one] A message that leads to no one is deleted one day after we close it.
       *[other] A message that leads to no one is deleted { $days } days after we close it.
    }
privacy-write-closed = { $days ->
        [one] Other messages are deleted one day after we close them.
       *[other] Other messages are deleted { $days } days after we close them.
    }
privacy-write-delete = You can delete your message, or one answer, with your code at any time.
privacy-photo-title = When your photo is here
privacy-photo-text = It is here only because you agreed.
privacy-photo-consent = { $months ->
        [12] Your yes ends after one year at most. Then we ask you again.
        [24] Your yes ends after two years at most. Then we ask you again.
        [one] Your yes ends after one month at most. Then we ask you again.
       *[other] Your yes ends after { $months } months at most. Then we ask you again.
    }
privacy-photo-end = You say no? The photo goes from this site at once. The picture is erased within minutes.
privacy-photo-file = { $days ->
        [one] Your file at the Red Cross or Red Crescent is erased one day later.
       *[other] Your file at the Red Cross or Red Crescent is erased { $days } days later.
    }
privacy-never-title = What we never do
privacy-never-text = We sell nothing and show no advertising. We match no faces by computer.

scams-title = False helpers who want money
scams-lead = Some people say that they are us, or that they found your family. They want your money.
scams-signs-title = How you know them
scams-sign-money = They ask for money, for phone credit, or for the number of a bank card.
scams-sign-number = You wrote to us before, and they can’t say your caller-check number.
scams-sign-code = On the phone or in a message, they ask for your code or a photo of your identity papers.
scams-sign-hurry = They say that you must hurry, or that you must keep it secret.
scams-do-title = What you can do
scams-do-stop = Pay nothing. Hang up, and do not answer any more.
scams-do-keep = Keep their number and what they wrote.
scams-do-tell = Tell your Red Cross or Red Crescent. It is not your fault, and you are not the only one.
scams-threat-title = Someone says that they hold your relative
scams-threat-text = Speak with someone you trust before you pay anything. Call the police if that is safe for you. Tell us too.

clear-title = How to clear this phone
clear-lead = Do other people use this phone? Do this when you are finished.
clear-fast-title = You must be quick
clear-fast-text = Press “Leave this page now”. Another page opens. What you typed and did not send is gone.
clear-history-title = Delete what the browser remembers
clear-history-dots = Most phones: open the browser’s menu, with three dots or lines. Open the history, and delete the hours in which you were here.
clear-history-iphone = iPhone: open the settings and look for Safari. Choose to delete the history and website data.
clear-files-title = Delete what you saved
clear-files-text = Look among the downloads for a photo from here, and for the file note.txt. Write your code on paper, then delete them.
clear-files-code = Did you make a picture of your code? Write the code on paper. Then delete the picture.
clear-next-title = Next time
clear-next-text = Open a private window first. The browser forgets it when you close it.
clear-limits-title = What this can’t hide
clear-limits-text = Whoever runs the network can still see that this phone opened this website. They can’t see what you wrote.

questions-title = Questions and answers
questions-cost = Does it cost anything?
questions-cost-answer = No. Everything here is free, and your Red Cross or Red Crescent is free too.
questions-unsure = I am not sure that I know this face. Should I write?
questions-unsure-answer = Yes. Write to us, and say that you are not sure. Staff look at it with care.
questions-reads = Who reads what I write?
questions-reads-answer = Trained staff of one Red Cross or Red Crescent. They ask you before they tell anyone else.
questions-police = Do you work for the police or a government?
questions-police-answer = No. We help families, whoever they are. Only trained staff can open your message.
questions-language = Can I write in my own language?
questions-language-answer = Yes, in any language and any script.
questions-names = Why are there no names and no places?
questions-names-answer = To protect people who fled. Your family knows your face.
questions-long = How long does it take?
questions-long-answer = After you send a message, we tell you when we read it. To find family can take much longer, and nobody can promise it.
questions-lost-code = I lost my code. What now?
questions-lost-code-answer = Send a new message from the photo, and write that you wrote before. Is the photo gone? Ask your Red Cross or Red Crescent.
questions-own-photo = Can my own photo be here?
questions-own-photo-answer = Yes, if you look for family. Go to your Red Cross or Red Crescent and ask.
questions-children = Why do I see no small children?
questions-children-answer = We never show children under 15 here. Staff can look for them with you.

help-title = How it works
help-lead = A person looks for family and shows a photo here. You may know the face.
help-step-look = Look at the photos. Nobody sees that you look.
help-step-tell = You know a face? Open the photo. Choose the sentence that is true for you.
help-step-code = Write to us. You get a code. Keep it: it opens our answer.
help-step-read = Trained staff read your message. After you send it, we tell you when.
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
children-danger-text = Tell an adult you trust now. It is not your fault.
