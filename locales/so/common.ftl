# Awaits a native reader: written with care, read by no native speaker yet.
# Shared by every page of both faces: layouts and components.

brand = Kinlight

skip-to-content = U gudub qoraalka bogga
title-error = Khalad:
title-part = { $title }, qaybta { $part }
back = Dib u noqo
menu-label = Bogagga muhiimka ah
menu-photos = Sawirrada
menu-return = Farriintayda
menu-safety = Badbaadadaada
menu-help = Caawimaad
languages-label = Luqadaha
languages-jump = Luqado kale

# The safety lines: translate these first, and have them read by a native speaker.
free-line = Waa bilaash. Marnaba lacag kuma weydiinno.
caller-check-rule = Marka aan ku soo wacno, waxaan marka hore kuu sheegnaa lambarkaaga hubinta. Haddii aan lambarka laguu sheegin, ama uu khaldan yahay, taleefanka ka xir.
leave-label = Si dhakhso ah uga bax
leave-now = Hadda ka bax boggan
leave-explained = “Hadda ka bax boggan” wuxuu kuu furayaa bog cimilada ku saabsan. Wuxuu kaloo tirtirayaa wixii aad halkan ku qortay.
child-note = Haddii da’daadu yar tahay, waxaad weydiisan kartaa qof weyn oo aad ku kalsoon tahay inuu kula fadhiisto.

foot-safety = Sida aan u ilaalinno badbaadadaada
foot-privacy = Waxa aan kaydinno, iyo inta aan hayno
foot-directory = Raadso Laanqeyrta Cas ama Bisha Cas ee kuu dhow
foot-questions = Su’aalo iyo jawaabo
foot-scams = Dad iska dhiga inay ku caawinayaan, lacagna raba
foot-clear = Sida aad raadkaaga uga tirtirto taleefankan
foot-posters = Warqado la daabaco oo derbiga lagu dhejiyo
foot-about = Ku saabsan websaytkan

form-errors-title = Mar kale fiiri waxyaabahan
form-error-spoken = Khalad:
form-optional = (waad iska dhaafi kartaa)
form-continue = Sii wad
form-send = Dir
form-save = Kaydi
form-cancel = Ka noqo
form-yes = Haa
form-no = Maya
form-unknown = Ma garanayo
form-letters-too-many = { $count ->
        [one] Hal xaraf ayaa dheeraad ah.
       *[other] { $count } xaraf ayaa dheeraad ah.
    }

captcha-label = Qor tirooyinka sawirka ku jira
captcha-hint = Waxaad isticmaali kartaa tirooyinka luqaddaada.
captcha-picture-alt = Sawir ay tirooyin ku qoran yihiin. Waad dhegaysan kartaa sidoo kale.
captcha-listen = Dhegayso tirooyinka
captcha-listen-in = Dhegayso tirooyinka oo lagu akhrinayo luqaddan: { $language }
captcha-another = I tus sawir kale
captcha-cannot = Kan ma samayn karo

listen-page = Dhegayso boggan
listen-stop = Jooji akhriska

code-copy = Koobi garee
code-copied = Waa la koobi gareeyay
code-print = Daabac

photo-number-label = Lambarka sawirka

pager-label = Bogagga
pager-previous = Bogga ka horreeya
pager-next = Bogga ku xiga
pager-page = Bogga { $page }
pager-current = Bogga { $page }, waa boggan
