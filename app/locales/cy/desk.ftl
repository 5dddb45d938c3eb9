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
desk-sees-supervisor = Dim byd am unrhyw berson. Byddwch yn gweld bod gan weithwyr achos yr amser a addawsant, pan fydd y dudalen honno yma.
desk-sees-administrator = Dim byd am unrhyw berson. Chi sy'n cadw'r sefydliadau a phwy sy'n gweithio iddynt.
desk-cookies = Mae'r ddesg yn cadw hyd at dri nodyn bach (cwcis) ar y ddyfais hon: eich bod wedi mewngofnodi, pwy yr ydych wedi'i agor, a'r hyn yr ydych newydd ei wneud.
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
