# Ffyrdd o fewngofnodi
way-in-email = Drwy ddolen mewn e-bost i { $address }
way-in-passkey = Drwy allwedd: allwedd ar eich ffôn, eich cyfrifiadur neu ffon
way-in-passkey-id = Rhif yr allwedd ei hun: { $id }
way-in-passkey-key = Ei hanner cyhoeddus, yr ydym yn ei hadnabod wrtho: { $key }
way-in-passkey-more = Sut rydym yn ei hadnabod
way-in-passkey-more-what = Cyfrifiaduron sy'n darllen hyn. Nid yw'n agor dim ar ei ben ei hun, ac nid oes dim ynddo sydd ei angen arnoch.
way-in-provider = Drwy { $issuer }, sy'n eich adnabod
way-in-provider-subject = Yr enw y maent yn eich adnabod wrtho, na ddywedir wrth neb arall: { $subject }

# Gwahoddiad
invitation-title = Gwahoddiad
invitation-what = Mae rhywun y buoch yn siarad â nhw wedi gwneud lle i chi yma. Ni all neb ei agor ond chi. Gallwch edrych yn gyntaf, a stopio unrhyw bryd.
invitation-help = A oes rhywun wedi gofyn i chi eu helpu yma? Gallwch ddefnyddio'r cod hwnnw yma hefyd.
invitation-in-link = Daeth eich cod gyda'r ddolen. Dim ond pan bwyswch y botwm y caiff ei ddefnyddio.
invitation-code = Eich cod
invitation-code-hint = Mae ganddo 12 llythyren a rhif, fel K7MP-4XQ9-T2WC. Nid yw priflythrennau na bylchau'n gwneud gwahaniaeth.
invitation-open = Agor fy lle
error-code-empty = Ysgrifennwch y cod a gawsoch.
error-code-opens-nothing = Nid yw'r cod hwn yn agor dim. Efallai ei fod yn rhy hen, neu wedi'i ddefnyddio eisoes. Gofynnwch am un arall i'r sawl a'i rhoddodd i chi.

# E-byst: niwtral i bwy bynnag arall sy'n eu gweld
mail-sign-in-subject = Eich dolen
mail-sign-in = Helo. Gofynnodd rhywun am ddolen i fewngofnodi i Own Terms â'r cyfeiriad hwn. Os chi oedd, agorwch hon:
mail-sign-in-once = Mae'n gweithio unwaith, am 30 munud. Os nad chi oedd, gallwch ei gadael. Ni fydd dim yn digwydd.
mail-new-subject = Eich dolen
mail-new = Helo. Mae rhywun am fewngofnodi i Own Terms â'r cyfeiriad hwn o hyn ymlaen. Os chi oedd, agorwch hon:
mail-new-once = Mae'n gweithio unwaith, am 30 munud. Os nad chi oedd, gallwch ei gadael. Ni fydd dim yn digwydd.
mail-changed-subject = Newid i sut rydych yn mewngofnodi
mail-changed = Helo. Cafodd ffordd o fewngofnodi i Own Terms ei hychwanegu neu ei chau.
mail-changed-not-you = Os chi oedd, nid oes dim i'w wneud. Os nad chi, mewngofnodwch ac edrychwch dan “Sut rydych yn mewngofnodi”. Gallwch gau ffordd yno.

# Mewngofnodi drwy ddolen mewn e-bost
sign-in-email-title = Mewngofnodi drwy ddolen mewn e-bost
sign-in-email = Eich cyfeiriad e-bost
sign-in-email-hint = Rydym yn anfon dolen yno. Nid oes gennych ddim i'w gofio, na dim i'w gopïo.
sign-in-email-send = Anfonwch ddolen ataf
sign-in-email-asked = Edrychwch yn eich e-bost
sign-in-email-on-its-way = Os oes rhywun yn mewngofnodi yma gyda { $address }, mae dolen ar ei ffordd yno.
sign-in-email-once = Mae'n gweithio unwaith, am 30 munud. Gallwch ei hagor ar y ddyfais hon neu ar un arall.
sign-in-email-kept = Mae'r hyn a ysgrifennoch yn cael ei gadw ar y dudalen hon am 24 awr. Gadewch y dudalen ar agor. Ar ôl mewngofnodi, dewch yn ôl yma ac ewch ymlaen.
sign-in-email-back = Rwyf wedi mewngofnodi
sign-in-email-nothing = Os na ddaw dim
sign-in-email-nothing-1 = Edrychwch ymhlith e-byst diangen (sbam).
sign-in-email-nothing-2 = Gwnewch yn siŵr bod y cyfeiriad uchod yn gywir. Gallwch fynd yn ôl a'i newid.
sign-in-email-nothing-3 = Arhoswch ychydig funudau, yna gofynnwch eto. Dim ond hyn a hyn o e-byst sy'n mynd i un cyfeiriad.
error-email-empty = Ysgrifennwch eich cyfeiriad e-bost.

# I ble mae dolenni mewn e-byst yn arwain
link-press = Pwyswch y botwm i fewngofnodi. Bydd y ddolen wedi'i defnyddio wedyn.
link-elsewhere = Mewngofnodi yma?
link-elsewhere-what = Gofynasoch am hyn ar ddyfais arall.
link-no-what = Os dywedwch na, ni chaiff neb ei fewngofnodi, ac mae'r ddolen yn peidio â gweithio. Gallwch ofyn am un arall unrhyw bryd.
link-which = Lle pwy ydych chi am ei agor?
link-which-what = Mae mwy nag un person yn mewngofnodi gyda'r cyfeiriad hwn.
link-nothing = Nid yw'r ddolen hon yn agor dim
link-nothing-what = Efallai ei bod yn rhy hen, neu wedi'i defnyddio eisoes. Nid oes dim wedi'i golli. Gallwch ofyn am un arall.
link-left = Ni wnaed dim
link-left-what = Dywedasoch na, felly nid yw'r ddolen yn gweithio mwyach. Gallwch ofyn am un arall unrhyw bryd.
address-title = Ydych chi am fewngofnodi â'r cyfeiriad hwn?
address-what = Gofynnodd rhywun sydd wedi mewngofnodi i Own Terms amdano. Os chi oedd, dywedwch ie.
address-no-what = Os dywedwch na, nid oes dim yn newid, ac mae'r ddolen yn peidio â gweithio.
address-added = Gallwch fewngofnodi â'r cyfeiriad hwn
address-added-what = Mae'n gweithio o hyn ymlaen. Fe'i gwelwch dan “Sut rydych yn mewngofnodi” ar ôl mewngofnodi.
error-name-too-many = Gallwch gael hyd at { $max } ffordd o fewngofnodi. Caewch un yn gyntaf.

# Sut mae'r person yn mewngofnodi
ways-in-title = Sut rydych yn mewngofnodi
ways-in-none = Sut hoffech chi fewngofnodi y tro nesaf?
ways-in-none-what = Gallwch ddewis nawr neu'n hwyrach. Nes i chi ddewis, dim ond gwahoddiad newydd all ddod â chi'n ôl i mewn.
ways-in-what = Gallwch gael sawl un. Dim ond chi all weld y rhain.
ways-in-add = Ychwanegu ffordd
ways-in-add-none = Ni ellir ychwanegu ffordd arall yma eto.
way-in-add-email = Drwy ddolen mewn e-bost
way-in-email-name = Fy e-bost
way-in-email-what = Rydych yn teipio'ch cyfeiriad pan fyddwch am fewngofnodi, ac yn cael dolen. Nid oes gennych ddim i'w gofio.
way-in-email-seen = Gallai pwy bynnag sy'n gallu darllen eich e-bost fewngofnodi hefyd. Dewiswch gyfeiriad na all neb ond chi ei agor.
way-in-email-hint = Rydym yn anfon dolen yno, i weld mai chi biau'r cyfeiriad. Dim ond ar ôl i chi ei hagor y caiff ei gadw.
way-in-since = Mae'n dweud hyn ers { $when }.
way-in-change = Newid ei henw, neu ei chau
way-in-name = Beth hoffech chi ei galw?
way-in-name-hint = Unrhyw enw y byddwch yn ei hadnabod wrtho.
way-in-close-title = Ei chau
way-in-close-what = Ni all neb fewngofnodi drwyddi mwyach. Gallwch ei hychwanegu eto unrhyw bryd.
way-in-close-sessions = Lle bynnag y mewngofnododd rhywun drwyddi, cânt eu hallgofnodi.
way-in-close-here = Drwyddi hi y gwnaethoch fewngofnodi yma: yma byddwch wedi mewngofnodi nes i chi allgofnodi.
way-in-last = Dyma'ch ffordd olaf o fewngofnodi. Ar ôl ei chau, dim ond gwahoddiad newydd all ddod â chi'n ôl i mewn.
way-in-sure = Rwy'n gwybod na allaf fewngofnodi fy hun eto
way-in-close = Ei chau
way-in-gone = Mae'r ffordd hon wedi'i chau.
error-sure-not-chosen = Ticiwch hwn os ydych am gau eich ffordd olaf o fewngofnodi.
done-way-in-named = Wedi'i gadw.
done-way-in-closed = Mae wedi'i chau. Ni all neb fewngofnodi drwyddi mwyach.
done-way-in-added = Gallwch fewngofnodi gydag ef o hyn ymlaen.
done-way-in-email-asked = Edrychwch yn eich e-bost. Mae dolen ar ei ffordd yno. Agorwch hi i ychwanegu'r cyfeiriad.

# Yr hyn y byddai arddangosiad wedi'i anfon
sent-title = E-byst
sent-here = Treial yw hwn: ni chaiff dim ei anfon mewn gwirionedd. Gweld yr hyn y byddai wedi'i anfon:
sent-what = Treial yw hwn: ni chaiff dim ei anfon mewn gwirionedd. Dyma'r e-byst diweddaraf y byddai wedi'u hanfon, i bawb eu gweld.
sent-none = Nid oes yr un eto.
sent-to = At { $to }, { $when }

# Yr hyn sy'n aros pan gaiff rhywbeth ei ddileu
erase-elsewhere = Rydych yn cau hyn yn rhywle arall
erase-ways-in = Mae sut rydych yn mewngofnodi yn aros, fel y gallwch ddod yn ôl. Gallwch gau pob ffordd ar ei phen ei hun.
erase-ways-in-link = Cau ffyrdd o fewngofnodi

# Ble mae rhywun wedi mewngofnodi
sessions-title = Ble rydych wedi mewngofnodi
sessions-what = Os nad ydych yn adnabod un o'r rhain, allgofnodwch yno. Yna edrychwch sut rydych yn mewngofnodi.
sessions-end = Allgofnodi yno
sessions-end-others = Allgofnodi ym mhob man arall
session-on-phone = ar y ffôn
session-on-computer = ar y cyfrifiadur
session-on-other = ar y ddyfais arall
done-session-ended = Rydych wedi allgofnodi yno.
shared-device = Mae pobl eraill yn defnyddio'r ffôn neu'r cyfrifiadur hwn
shared-device-hint = Yna cewch eich allgofnodi ar ôl 15 munud heb i chi wneud dim. Ni chedwir dim a deipiwch arno.
shared-band = Mae pobl eraill yn defnyddio'r ddyfais hon.
sessions-sharing = Y ffôn neu'r cyfrifiadur hwn
sessions-shared = Dywedasoch fod pobl eraill yn ei ddefnyddio. Cewch eich allgofnodi ar ôl 15 munud heb i chi wneud dim, ac ni chedwir dim a deipiwch arno.
sessions-share-not = Does neb arall yn ei ddefnyddio
sessions-not-shared = A oes pobl eraill yn ei ddefnyddio? Dywedwch hynny, a chewch eich allgofnodi ar ôl 15 munud heb i chi wneud dim. Yna ni chedwir dim a deipiwch arno.
done-session-shared = Wedi'i gadw. Cewch eich allgofnodi yma ar ôl 15 munud heb i chi wneud dim.
done-session-not-shared = Wedi'i gadw. Byddwch wedi mewngofnodi yma am fwy o amser.
held-sign-in-shared = Mae pobl eraill yn defnyddio'r ddyfais, felly mae'n dod i ben ar ôl 15 munud heb ei defnyddio.
frame-ends-shared = Os na wnewch ddim yma, cewch eich allgofnodi am { $time }.
stay-words-shared = Cewch eich allgofnodi am { $time } os na wnewch ddim yma.
held-sign-in-how = { $by }, ar { $device }.
signed-in-by-choosing = Drwy ddewis person o'r treial
signed-in-by-invitation = Drwy wahoddiad
signed-in-by-email = Drwy ddolen mewn e-bost
signed-in-by-passkey = Drwy allwedd
signed-in-by-provider = Drwy rywun arall sy'n eich adnabod
device-phone = ffôn neu lechen
device-computer = cyfrifiadur
device-other = dyfais arall
held-waiting = Yr hyn sy'n aros i chi ei agor
held-waiting-invitation = Mae gwahoddiad o { $made } ar agor tan { $until }.
held-waiting-staff-invitation = Mae gwahoddiad i weithio yma, o { $made }, ar agor tan { $until }.
held-waiting-staff-passkey = Gofynnwyd am allwedd at waith ar { $made }. Rydym yn aros amdani tan { $until }.
held-waiting-staff-provider = Dechreuwyd mewngofnodi i'r gwaith ar { $made }. Rydym yn aros am yr ateb tan { $until }.
held-waiting-carer = Mae gwahoddiad i helpu rhywun, o { $made }, ar agor tan { $until }.
held-waiting-consent = Gwnaed cod i wirio'r hyn rydych yn ei rannu ar { $made }. Mae ar agor tan { $until }, tra byddwch yn ei rannu.
held-waiting-email-link = Gofynnwyd am ddolen i fewngofnodi ar { $made }. Mae ar agor tan { $until }.
held-to-send = Negeseuon sy'n aros i gael eu hanfon atoch
held-to-send-one = Mae neges o { $made } yn aros i gael ei hanfon. Byddwn yn edrych arni eto ar { $next }. { $tried ->
    [0] Ni roddwyd cynnig arni eto.
    [one] Rhoddwyd cynnig arni unwaith.
   *[other] Rhoddwyd cynnig arni { $tried } o weithiau.
}
held-waiting-new-email = Gofynnwyd am ddolen i ychwanegu cyfeiriad ar { $made }. Mae ar agor tan { $until }.
held-waiting-passkey = Gofynnwyd am allwedd ar { $made }. Rydym yn aros amdani tan { $until }.
held-waiting-provider = Gofynnwyd i rywun sy'n eich adnabod ar { $made }. Rydym yn aros tan { $until }.
retention-until-opened = Nes ei agor, neu nes i'r amser y mae'n ei enwi ddod.
retention-until-sent = Nes iddi adael, neu nes nad oes dim i'w ddweud mwyach.

# Pryd mae sesiwn yn dod i ben
frame-ends = Os na wnewch ddim yma, cewch eich allgofnodi am { $time }. Cedwir yr hyn a deipioch.
stay-words = Cewch eich allgofnodi am { $time } os na wnewch ddim yma. Cedwir yr hyn a deipioch.
stay-label = Aros wedi mewngofnodi
stay-on = Aros wedi mewngofnodi
stay-stayed = Rydych yn aros wedi mewngofnodi.
