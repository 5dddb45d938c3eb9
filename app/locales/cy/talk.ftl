# Yr hyn y mae gweithiwr achos yn ei ysgrifennu wrth y ddesg.
desk-person-notes = Ysgrifennu atynt, neu gynnig cytundeb
desk-notes-voluntary = Nid oes arnynt ateb i ddim yma. Nid yw dweud na, na dweud dim, yn effeithio ar eu budd-daliadau.
desk-notes-both = Mae'r ddau ohonoch yn gweld pob gair cyn gynted ag y caiff ei anfon. Nid oes nodiadau cudd, a gallant weld eich bod wedi edrych.
desk-notes-yours-to-answer = Maen nhw'n cynnig
desk-notes-theirs-to-answer = Rydych chi'n cynnig
desk-notes-words = Beth hoffech chi ei ysgrifennu?
desk-notes-words-hint = Yn blaen ac yn fyr. Mae'n aros fel yr anfonwyd ef; nodyn arall sy'n ei gywiro.
desk-notes-none = Nid oes dim wedi'i ysgrifennu eto.
desk-notes-differently = Maen nhw'n ei weld yn wahanol
desk-agreement-person = Beth fyddan nhw'n ei wneud
desk-agreement-person-hint = Gallwch adael hwn yn wag.
desk-agreement-case-worker = Beth fyddwch chi'n ei wneud
desk-agreement-until-hint = Gallwch adael hwn yn wag. Yna mae'n sefyll nes i un ohonoch ei adael.
desk-agreement-what = Mae angen ie gan y ddau ohonoch ar gytundeb, a gall y naill neu'r llall ei adael unrhyw bryd. Ei gynnig yw eich ie chi.
desk-agreement-instead = Byddai hwn yn cymryd lle'r hyn sydd wedi'i gytuno nawr. Mae hwnnw'n sefyll nes iddynt ddweud ie i hwn:
desk-agreement-proposed = { $by ->
    [person] Maen nhw'n cynnig hyn. I'r geiriau hyn yn unig y mae ie.
   *[case-worker] Mae'n aros am eu hateb. Gallant gymryd cymaint o amser ag y mynnant.
}
desk-agreement-deferred = { $by ->
    [person] Dywedoch chi ddim nawr. Gallwch ateb o hyd.
   *[case-worker] Dywedon nhw ddim nawr. Nid oes dim wedi'i gytuno.
}
desk-agreement-asking-doctor = Maen nhw'n gofyn i'w meddyg yn gyntaf. Nid oes dim wedi'i gytuno.
desk-agreement-agreed = Mae wedi'i gytuno. Gall y naill neu'r llall ohonoch ei adael unrhyw bryd.
done-desk-message-sent = Mae eich nodyn yno. Gall y ddau ohonoch ei weld.
done-desk-proposed = Mae wedi'i gynnig. Gallant ddweud ie, na, ddim nawr, neu ofyn i'w meddyg yn gyntaf.
done-desk-agreement-accepted = Dywedoch chi ie. Mae wedi'i gytuno, a gall y naill neu'r llall ohonoch ei adael.
done-desk-agreement-declined = Dywedoch chi na. Gallant weld hynny.
done-desk-agreement-held = Dywedoch chi ddim nawr. Nid oes dim wedi'i gytuno.
done-desk-agreement-left = Mae wedi dod i ben. Gallant weld hynny.
done-desk-look-again = Ni wnaed dim, gan fod y dudalen hon o'r blaen. Edrychwch sut y mae'n sefyll, a gwasgwch eto os ydych yn dal i ddymuno.

desk-person-records = Yr hyn a ysgrifennwyd amdanynt, ac ysgrifennu mwy
desk-person-consent = Gofyn a gaiff sefydliad weld rhywbeth

# Ysgrifennu sgwrs i lawr
desk-records-title = Yr hyn a ysgrifennwyd amdanynt
desk-record-voluntary = Ni chedwir dim o sgwrs heb iddynt ddweud ie i'w gadw. Nid yw dweud na yn effeithio ar eu budd-daliadau.
desk-record-seen = Gallant ei ddarllen cyn gynted ag y cadwch ef, ei gael wedi'i gywiro, a'i ddileu. Nid oes drafftiau.
desk-record-words = Yr hyn a ddywedwyd, neu y cytunwyd ei gadw
desk-record-words-hint = Dim ond yr hyn y dywedon nhw ie i'w gadw. Nid oes angen cadw'r hyn a ddangoswyd i chi.
desk-record-source = O ble y mae'n dod
desk-record-source-hint = Er enghraifft: ein sgwrs ar y ffôn.
desk-record-agreed = Dywedon nhw ie i gadw'r geiriau hyn
desk-record-keep = Ei gadw
desk-record-until = Mae'n mynd ar ei ben ei hun ar { $day }.
desk-records-held = Yr hyn a gedwir
desk-records-none = Nid oes dim wedi'i ysgrifennu amdanynt.
desk-correction-open = Gofynnon nhw am gywiro hyn, ac mae'n aros am ateb.
desk-correction-answered = Gofynnon nhw am gywiro hyn, ac fe'i hatebwyd.
done-desk-record-kept = Mae wedi'i gadw, a gallant ei ddarllen nawr.
error-agreed-not-chosen = Ni chedwir dim o sgwrs cyn iddynt ddweud ie i'w gadw. Ticiwch hwn ar ôl iddynt wneud.

# Cywiro
desk-corrections-title = Yr hyn y gofynnwyd i chi ei gywiro
desk-corrections-right = Mae gan bawb hawl i gael yr hyn a ysgrifennir amdanynt wedi'i gywiro. Maent yn cael ateb, beth bynnag a ddywedant am gysylltu.
desk-corrections-none = Nid oes neb yn aros am ateb gennych.
desk-corrections-answer = Ei ateb
desk-correction-says = Mae'n dweud
desk-correction-written = Ysgrifennoch ef ar { $when }.
desk-correction-should-be = Ar { $day } gofynnon nhw iddo ddweud
desk-correction-by = Dywedwyd wrthynt y ceir ateb erbyn { $day }.
desk-correction-begun = Gallant weld eich bod yn edrych i mewn iddo. Dywedwyd wrthynt y ceir ateb erbyn { $day }.
desk-correction-begin = Rwy'n edrych i mewn iddo
desk-correction-done = Ei gywiro fel y gofynnant
desk-correction-refuse = Gadael iddo aros, a dweud wrthynt pam
desk-correction-why = Pam y mae'n aros fel y mae
desk-correction-why-hint = Maent yn darllen y geiriau hyn. Gall eu geiriau eu hunain sefyll wrth ei ymyl.
done-desk-correction-begun = Gallant weld eich bod yn edrych i mewn iddo.
done-desk-correction-done = Mae'n dweud yr hyn y gofynnon nhw amdano. Gallant weld hynny.
done-desk-correction-refused = Mae'n aros, a gallant ddarllen pam.

# Gofyn am ganiatâd
desk-consent-title = Gofyn am rannu
desk-consent-voluntary = Eu dewis nhw yw hyn. Gallant ddweud na, ddim nawr, neu ofyn i'w meddyg yn gyntaf, ac nid oes ateb sy'n effeithio ar eu budd-daliadau.
desk-consent-what = Maent yn darllen pob gair cyn iddo fynd, yn dewis am ba hyd, ac yn gallu ei dynnu'n ôl unrhyw bryd. Nid oes dim yn mynd nes iddynt ddweud ie.
desk-consent-organisation = Pa sefydliad fyddai'n ei weld?
desk-consent-items = Beth fydden nhw'n ei weld?
desk-consent-items-hint = Gofynnwch am gyn lleied ag a wna'r tro, hyd at { $most } o bethau. Gallant adael unrhyw ran allan.
desk-consent-name = Eu henw
desk-consent-goal = Nod
desk-consent-nothing = Nid oes dim y gellid ei rannu, na sefydliad i'w rannu ag ef.
desk-consent-ask = Gofyn iddynt
desk-consent-asked = Yr hyn a ofynnoch o'r blaen
desk-purpose-introduction = Fel nad oes angen iddynt ei ddweud ddwywaith wrth gwrdd gyntaf
desk-purpose-help = I roi'r help y gofynnon nhw amdano
desk-purpose-advice = I gynghori am arian, dyledion neu dai
desk-purpose-adjustments = I gael yr hyn sydd ei angen arnynt yn barod ar gyfer cyfarfod
desk-purpose-health = I'w ystyried mewn gofal iechyd
desk-consent-status-requested = Mae'n aros am eu hateb. Nid oes dim yn mynd.
desk-consent-status-deferred = Dywedon nhw ddim nawr. Nid oes dim yn mynd.
desk-consent-status-asking-doctor = Maen nhw'n gofyn i'w meddyg yn gyntaf. Nid oes dim yn mynd.
desk-consent-status-given = Dywedon nhw ie. Gellir ei weld.
desk-consent-status-renewed = Dywedon nhw ie eto. Gellir ei weld.
done-desk-consent-asked = Rydych wedi gofyn. Gallant ateb pan fynnant, neu ddim o gwbl.
error-purpose-too-many = Gall hyd at { $max } o'ch cwestiynau aros amdanynt ar unwaith. Arhoswch nes iddynt ateb un.

# Amser, i oruchwyliwr
desk-workload-title = Amser i bobl
desk-workload-what = Dyma weithwyr achos { $organisation }, yn ôl enw.
desk-workload-not = Mae'n dangos amser, a dim am unrhyw berson. Nid oes rhif i'w gyrraedd.
desk-workload-none = Nid oes gweithiwr achos yn gweithio yno eto.
desk-workload-caption = Oriau a addawyd ac oriau yno
desk-workload-promised = Wedi'u haddo yn y 7 diwrnod nesaf
desk-workload-there = Yno mewn wythnos
desk-workload-days = Dyddiau
desk-workload-day = Mae diwrnod y mae rhywun yn gweithio yn cyfrif fel { $hours } awr i bobl. Mae'r gweddill ar gyfer ysgrifennu a seibiannau.
desk-hours = { $hours ->
    [one] 1 awr
   *[other] { $hours } awr
}
desk-hours-minutes = { $hours ->
    [0] { $minutes } munud
    [one] 1 awr a { $minutes } munud
   *[other] { $hours } awr a { $minutes } munud
}
desk-not-known = Heb ei ddweud

# Pwy sy'n gweithio yma, i weinyddwr
desk-staff-title = Pwy sy'n gweithio yma
desk-staff-what = Mae cod newydd yn cau'r hyn yr oedd rhywun yn mewngofnodi ag ef o'r blaen. Mae cau ar gyfer pwy bynnag nad yw'n gweithio yma mwyach: ar unwaith, ni all neb eu dewis, a dywedir wrth y rhai a wnaeth.
desk-staff-is-closed = Nid ydynt yn gweithio yma mwyach. Ni all neb eu dewis.
desk-staff-one = { $role } yn { $organisation }
desk-staff-code = Rhoi cod newydd
desk-staff-close = Cau
desk-staff-once = Mae'n agor y ddesg unwaith, dan eu henw nhw, a dim ond nawr y caiff ei ddangos. Rhowch ef iddyn nhw a neb arall.
desk-staff-new = Rhywun newydd
desk-staff-shown = Mae pobl yn gweld hyn i gyd pan fyddant yn dewis â phwy i siarad.
desk-staff-name = Yr enw y maent yn gweithio dano
desk-staff-trained = Yr hyn y maent wedi'u hyfforddi ynddo, os ydynt yn weithiwr achos
desk-staff-days = Y dyddiau y maent yn gweithio
desk-staff-languages = Ieithoedd y maent yn eu siarad
desk-staff-languages-hint = Gallwch adael hwn yn wag.
desk-staff-add = Eu gadael i mewn
desk-organisations-title = Sefydliadau
desk-organisations-what = Gall pobl ddewis rhannu â'r rhain, fesul un. Nid yw sefydliad yn gweld dim cyn hynny.
desk-organisation-name = Enw un newydd
desk-organisation-add = Ei ychwanegu
desk-staff-way-passkey = Yn mewngofnodi ag allwedd, a ychwanegwyd ar { $since }
desk-staff-way-provider = Yn mewngofnodi drwy'r darparwr hunaniaeth, a ychwanegwyd ar { $since }
desk-staff-way-close = Dod â'r ffordd hon i ben
done-desk-staff-way-closed = Mae'r ffordd honno ar ben. Maent wedi'u hallgofnodi ym mhobman.
done-desk-staff-closed = Mae wedi'i gau. Maent wedi'u hallgofnodi, ac nid oes dim oedd ganddynt yn agor y ddesg.
done-desk-organisation-added = Mae yno. Nid oes dim yn cael ei rannu ag ef.
error-role-not-chosen = Dewiswch beth y maent yn ei wneud yma.
error-name-unchanged = Mae un o'r enw hwn eisoes.

# Goruchwyliwr sy'n edrych ar rywbeth, a beth a ddywedir wrth y person
cause-complaint = Cwynodd rhywun am rywbeth
cause-safeguarding = Efallai nad yw rhywun yn ddiogel
cause-asked = Gofynnodd y person amdano
look-into-title = Edrych ar rywbeth
look-into-link = Dweud pam, ac edrych
look-into-rule = Dim ond ar ôl teipio rheswm y gwelwch rywbeth am berson. Maent yn darllen eich rheswm a'ch enw.
look-into-what = Rydych yn gweld yr hyn a gynigiwyd, a gytunwyd ac a ysgrifennwyd rhwng person a'u gweithiwr achos, am 30 munud. Nid ydych yn gweld dim arall o'u heiddo.
look-into-told = Dywedir wrthynt ar unwaith: pwy edrychodd, pryd, a'ch rheswm yn eich geiriau eich hun. Gallant ddod ag ef i ben unrhyw bryd.
look-into-of = Pa weithiwr achos?
look-into-name = Beth yw enw'r person yma?
look-into-name-hint = Teipiwch yr enw fel y mae yma. Nid oes rhestr.
look-into-why = Pa fath o reswm?
look-into-words = Beth yw'r rheswm?
look-into-words-hint = Maent yn darllen y geiriau hyn. Ysgrifennwch yr hyn y byddech yn ei ddweud wrthynt.
look-into-look = Cadw'r rheswm, ac edrych
look-into-until = Gallwch weld hyn tan { $time }.
look-into-none = Nid oes dim.
look-into-written = { $who }, { $when }
error-person-name-opens-nothing = Ni ellir edrych ar neb o'r enw hwnnw. Efallai nad ydynt eisiau cyswllt, eu bod wedi dewis gweithiwr achos arall, neu'n rhannu'r enw â rhywun.
oversight-title = Goruchwylwyr
oversight-rule = Nid yw goruchwyliwr eich gweithiwr achos yn gweld dim o'ch eiddo. Dim ond ar ôl teipio rheswm y mae'n gweld yr hyn a gynigiwyd, a gytunwyd ac a ysgrifennwyd rhyngoch chi'ch dau, am 30 munud.
oversight-said = Edrychodd { $who } ar sut mae { $of } yn gweithio gyda chi.
oversight-until = O { $from } tan { $until }.
oversight-told = Edrychodd { $who } ar sut mae eich gweithiwr achos yn gweithio gyda chi, { $when }. Y math o reswm: { $why }. Eu geiriau:
oversight-open = Gallant ei weld tan { $until }.
oversight-end = Dod ag ef i ben nawr
oversight-reasons = Pob rheswm a deipiodd goruchwyliwr
