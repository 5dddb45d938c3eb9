# Y ddesg, i'r rhai sy'n gweithio yma.
desk-title = Pwy a'ch dewisodd chi
desk-voluntary = Eu dewis nhw yw siarad â chi. Nid yw dweud na, na stopio, yn effeithio ar fudd-daliadau neb.
desk-told = Gall pob un a enwir yma weld eich bod wedi edrych, a phryd.
desk-nobody = Nid oes neb wedi'ch dewis eto.
desk-group-asked = Maen nhw wedi gofyn am gael siarad
desk-group-asked-what = Y sawl sydd wedi aros hiraf sydd gyntaf.
desk-group-nothing = Maen nhw wedi'ch dewis
desk-group-nothing-what = Nid ydynt wedi gofyn am gael siarad. Arhoswch nes iddynt ofyn.
desk-group-do-not-contact = Peidiwch â chysylltu
desk-group-do-not-contact-what = Peidiwch â chysylltu â nhw mewn unrhyw ffordd. Gallant ofyn amdanoch pryd bynnag y mynnant.
desk-no-name = Rhywun heb enw yma
desk-asked-on = Gofynnodd am gael siarad ar { $day }.
desk-open = Gweld eu telerau
desk-pages = Mwy o bobl
desk-before = Yn ôl at y rhai blaenorol
desk-after = Ymlaen at y nesaf
# Un person
desk-person-title = Eu telerau
desk-told-person = Gallant weld eich bod wedi edrych ar y dudalen hon.
desk-do-not-contact = Peidiwch â chysylltu â nhw.
desk-do-not-contact-what = Nid ydynt eisiau cyswllt nawr. Nid oes neb yn gofyn pam. Gallant ofyn amdanoch pryd bynnag y mynnant.
desk-talk = Yr hyn y maen nhw am siarad amdano
desk-about = I siarad amdano
desk-not-about = Peidio â siarad amdano
desk-not-said = Nid ydynt wedi dweud.
desk-until-said = Nid ydynt wedi dweud. Nes iddynt ddweud: { $terms }
desk-ways-not-said = Nid ydynt wedi dweud. Mae negeseuon yn aros amdanynt yma.
desk-reaching = Sut i'w cyrraedd, a sut i fod yn ofalus
desk-ways = Sut i'w cyrraedd
desk-with-me = Pwy sydd gyda nhw, a beth sy'n helpu
desk-meeting = Sut y maen nhw am gwrdd
desk-meeting-binds = Ni ellir gwneud cynnig y tu allan i'r telerau hyn.
desk-by-carer = Gan { $carer } dros { $person }.
desk-by-a-carer = Gan ofalwr dros { $person }.
desk-goals = Nodau y maen nhw'n eu dangos i chi
desk-goals-none = Nid ydynt yn dangos unrhyw nodau i chi.
desk-agreed = Wedi'u cytuno
desk-agreed-title = Yr hyn a gytunwyd
desk-agreed-none = Nid oes dim wedi'i gytuno sydd eto i ddod.
desk-promised = Yn y 7 diwrnod nesaf rydych wedi addo { $hours ->
    [0] { $minutes } munud
    [one] 1 awr a { $minutes } munud
   *[other] { $hours } awr a { $minutes } munud
}.
desk-you-work = Rydych yn gweithio ar { $days }.
desk-offered = Wedi'u cynnig
desk-appointments-none = Nid oes dim wedi'i gynnig na'i gytuno.
desk-appointment-offered = Mae'n aros am eu hateb.
desk-appointment-suggested = Maen nhw wedi awgrymu rhywbeth arall.
desk-appointment-agreed = Mae wedi'i gytuno.
desk-appointment-moving = Mae wedi'i gytuno. Maen nhw wedi awgrymu un arall, ac mae hwn yn sefyll nes iddynt gytuno i hwnnw.
# Pwy yw rhywun wrth y ddesg
desk-account-title = Eich cyfrif
desk-account-shown = Mae pobl yn gweld hyn pan fyddant yn dewis â phwy i siarad, a phan welant pwy edrychodd.
desk-sees = Yr hyn y gallwch ei weld yma
desk-sees-case-worker = Dim ond pobl a'ch dewisodd, a dim ond yr hyn y maen nhw'n gadael i chi ei weld. Dangosir iddynt bob tro yr edrychwch.
desk-sees-supervisor = Rydych yn gweld bod gan weithwyr achos yr amser a addawsant. Dim ond ar ôl teipio rheswm, y maent yn ei ddarllen, y gwelwch rywbeth am berson.
desk-sees-administrator = Dim byd am unrhyw berson. Chi sy'n cadw'r sefydliadau a phwy sy'n gweithio iddynt.
desk-cookies = Mae'r ddesg yn cadw hyd at bedwar nodyn bach (cwcis) ar y ddyfais hon. Maen nhw'n dweud eich bod wedi mewngofnodi, pwy yr ydych wedi'i agor, beth rydych newydd ei wneud, a'ch bod wedi mynd i fewngofnodi rywle arall.
desk-passkeys = Eich allweddi
desk-passkeys-count = { $count ->
    [0] Nid oes gennych allwedd yma eto. Heb un ni allwch fewngofnodi eto.
    [one] Mae gennych un allwedd yma.
   *[other] Mae gennych { $count } o allweddi yma.
}
desk-passkey-own = Chi yn unig biau hi. Nid oes neb arall yn mewngofnodi â hi.
desk-passkey-sign-in-again = Gellir ychwanegu allwedd yn y 10 munud cyntaf ar ôl i chi fewngofnodi. Allgofnodwch, mewngofnodwch eto, a dewch yn ôl yma.
# Mewngofnodi
desk-sign-in-title = Mewngofnodi wrth y ddesg
desk-sign-in-what = I bobl sy'n gweithio yma y mae hyn. Ydych chi yma ar gyfer eich cymorth eich hun?
desk-sign-in-people = Mewngofnodi i'ch lle eich hun
desk-sign-in-demo = Treial yw hwn. Dewiswch un o'r bobl hyn. Pobl ddychmygol ydynt.
desk-invitation-title = Gwahoddiad i weithio yma
desk-invitation-link = Mae gen i wahoddiad
desk-invitation-what = Mae rhywun sy'n rhedeg y gwasanaeth hwn wedi gwneud cyfrif i chi. Mae'r cod yn gweithio unwaith.
desk-invitation-hint = Mae ganddo 12 llythyren a rhif, fel K7MP-4XQ9-T2WC. Nid yw llythrennau bach neu fawr, bylchau a llinellau yn gwneud gwahaniaeth.
desk-invitation-open = Agor fy nghyfrif
desk-lost-title = Os ydych wedi colli'ch allwedd
desk-lost-what = A yw eich dyfais ar goll? Dywedwch ar unwaith wrth bwy bynnag sy'n rhedeg y gwasanaeth hwn. Byddant yn ei chau, ac yn rhoi gwahoddiad newydd i chi.
done-desk-signed-out = Rydych wedi allgofnodi o'r ddesg.
# Mewngofnodi drwy ddarparwr hunaniaeth y rhai sy'n gweithio yma
desk-provider-learns = Mae { $name } wedyn yn gwybod eich bod yn mewngofnodi wrth y ddesg, a phryd. Mae'n rhoi cod i ni sy'n sefyll drosoch chi, heb eich enw na'ch cyfeiriad.
desk-provider-nobody = Nid yw hyn yn agor desg yma eto
desk-provider-nobody-what = Mae { $name } yn eich adnabod. Nid oes neb sy'n gweithio yma yn mewngofnodi gyda hynny. Gofynnwch i bwy bynnag sy'n rhedeg y gwasanaeth hwn am wahoddiad. Gyda hwnnw gallwch ychwanegu { $name }.
desk-provider-sign-in-again = Gellir ychwanegu hyn yn y 10 munud cyntaf ar ôl i chi fewngofnodi. Allgofnodwch, mewngofnodwch eto, a dewch yn ôl yma.
desk-provider-bind = O hynny ymlaen, mae pwy bynnag sy'n gallu mewngofnodi yn { $name } fel chi yn mewngofnodi yma fel { $staff }.
desk-provider-bound = Rydych yn mewngofnodi yma gyda { $name }. Pan fyddwch yn allgofnodi yno, byddwch wedi allgofnodi yma hefyd.
desk-provider-not-bound = Nid ydych yn mewngofnodi yma gyda { $name } eto.
done-desk-provider-added = Gallwch fewngofnodi ag ef o hyn ymlaen.

# Cynnig apwyntiad
desk-offer-title = Cynnig apwyntiad
desk-offer-fixed = Yr hyn a ysgrifennwch yma yw'r hyn y maent yn dweud ie neu na iddo. Mae eu ie yn ei bennu; cynnig newydd yw newid.
desk-offer-long = Pa mor hir?
desk-offer-long-hint = Ni ellir dewis dim hirach nag a ddywedon nhw.
desk-offer-minutes = { $count } munud
desk-offer-show = Dangos yr amserau sy'n ffitio
desk-offer-times = Amserau am { $minutes } munud
desk-offer-up-to = Dewiswch hyd at { $count } amser iddynt ddewis ohonynt. Dim ond amserau o fewn eu telerau sydd yma.
desk-offer-not-then = Nid ar y diwrnod hwn
desk-offer-none = Nid oes amser yn y pum wythnos nesaf sy'n ffitio eu telerau.
desk-offer-why-not = Pam nad yw dyddiau eraill yn ffitio
desk-offer-format = Sut byddwch yn cwrdd?
desk-offer-place = Ble, os yw mewn lle
desk-offer-place-hint = Dywedon nhw: { $places }
desk-offer-why = Beth yw'r pwnc?
desk-offer-why-hint = Maent yn darllen y geiriau hyn cyn ateb.
desk-offer-bring = Beth allent ei ddod? Cânt ei adael gartref.
desk-offer-not-bring = Beth nad oes angen iddynt ei ddod?
desk-offer-instead = Yn lle un y cytunwyd arno?
desk-offer-instead-hint = Mae hwnnw'n sefyll nes iddynt ddweud ie i hwn.
desk-offer-instead-none = Na, un arall yw hwn
desk-offer-send = Ei gynnig
desk-sure = Sut y gall ddarllen
desk-sure-yes = Rwy'n hapus i'w anfon fel y mae
desk-withdraw = Tynnu'r cynnig hwn yn ôl
desk-call-off = Ei ganslo
done-desk-offered = Mae wedi'i gynnig. Byddant yn ei weld ar eu hymweliad nesaf.
done-desk-withdrawn = Nid yw'n cael ei gynnig mwyach.
done-desk-called-off = Mae wedi'i ganslo. Byddant yn gweld hynny ar eu hymweliad nesaf.

# Ffyrdd i mewn y mae gweithiwr achos yn eu rhoi
desk-ways-in = Ffyrdd i mewn
desk-invite-title = Gwahodd rhywun
desk-invite-voluntary = Dywedwch wrthynt mai eu dewis nhw yw hyn. Nid yw dweud na yn effeithio ar eu budd-daliadau.
desk-invite-what = Gwneir lle iddynt, heb ddim ynddo ond yr enw a'r iaith hyn. Gallant newid y ddau.
desk-invite-name = Beth yw eu henw?
desk-invite-name-hint = Yr enw y maent am gael eu galw wrtho.
desk-invite-language = Pa iaith maent yn ei darllen?
desk-invite-code = Gwneud dolen a chod
desk-invite-letter = Gwneud llythyr i'w argraffu
desk-invite-once = Mae'n agor eu lle unwaith, a dim ond nawr y caiff ei ddangos. Peidiwch â'i roi i neb arall.
desk-code-from = Nid yw'n agor dim cyn { $when }.
desk-code-until = Gellir ei ddefnyddio tan { $when }.
desk-lost-way-title = Collodd rhywun bob ffordd i mewn
desk-lost-way-what = Gallwch ofyn am ffordd newydd i mewn i rywun a'ch dewisodd chi. Nid yw'n agor dim am dri diwrnod. Dywedir wrthynt ar unwaith ble bynnag y maent yn mewngofnodi, a gallant ei stopio ag un gwasgiad.
desk-lost-way-sure = Nid oes neb yn dod i mewn yn gynt na hynny, beth bynnag a ddywedant. Gall rhywun arall fod yn gofyn drostynt.
desk-lost-way-ask = Gofyn am ffordd newydd i mewn
desk-lost-way-once = Mae'n agor eu lle unwaith, a dim ond nawr y caiff ei ddangos. Rhowch ef iddyn nhw a neb arall.
desk-lost-way-not = Ni ellir gofyn am hyn. Efallai eu bod wedi dewis rhywun arall, neu wedi stopio.
desk-lost-way-not-before = Gofynnwyd am un yn ddiweddar. Gellir gofyn am un arall o { $when }.

# Trefnu pwy sy'n cyfieithu.
desk-interpreter-title = Trefnu cyfieithydd
desk-interpreter-what = Maent yn gweld yr hyn a ysgrifennwch yma ar unwaith. Os na all neb ddod, gallant gadw'r apwyntiad, gofyn am amser arall, neu ei ganslo.
desk-interpreter-name = Pwy sy'n cyfieithu, neu pa wasanaeth?
desk-interpreter-name-hint = Maent yn darllen hwn. Gallwch ei adael yn wag.
desk-interpreter-booked = Wedi'i drefnu
desk-interpreter-cannot = Ni all neb ddod
desk-interpreter-off = Wedi'i ganslo neu ei symud: dywedwch wrth bwy bynnag sy'n cyfieithu
done-desk-interpreter-saved = Mae wedi'i ysgrifennu. Maent yn ei weld ar unwaith.
