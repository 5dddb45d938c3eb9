# Apwyntiadau fel y cânt eu cynnig, eu hateb, eu cytuno a'u canslo.
offers-waiting = Yn aros am eich ateb
offers-agreed = Yr hyn a gytunwyd
offers-over = { $count ->
    [one] 1 sydd wedi dod i ben
   *[other] { $count } sydd wedi dod i ben
}
offers-no-contact = Ni all neb gynnig dim newydd i chi nawr, oherwydd yr hyn a ddywedoch am gysylltu. Mae'r hyn a gytunwyd yn sefyll nes i chi ei ganslo.
offers-answer-link = Darllen ac ateb
offers-see-link = Ei weld
offers-times-count = { $count ->
    [one] 1 amser
   *[other] { $count } amser i ddewis ohonynt
}
offers-with-how-long = { $who }. { $how }, { $minutes ->
    [60] 1 awr
    [90] 1 awr 30 munud
   *[other] { $minutes } munud
}
offers-how-long = { $how }, { $minutes ->
    [60] 1 awr
    [90] 1 awr 30 munud
   *[other] { $minutes } munud
}
offers-next = { $when }: { $how }, gyda { $who }.
offers-open = { $count ->
    [one] Mae rhywun yn cynnig apwyntiad i chi. Gallwch ddweud ie neu na, neu awgrymu un arall.
   *[other] Cynigir { $count } apwyntiad i chi. Gallwch ddweud ie neu na, neu awgrymu un arall.
}
slot-said = { $day }, { $from } tan { $until }

offers-one-heading = Apwyntiad
offers-when = Pryd
offers-with = Pwy
offers-why = Beth yw'r pwnc
offers-format = Sut
offers-place = Ble
offers-minutes = Pa mor hir
offers-bring = Beth i ddod ag ef
offers-bring-nothing = Dim byd
offers-not-bring = Beth i beidio â dod ag ef
offers-suggested = Yr hyn a awgrymoch
offers-replaces = Byddai hwn yn cymryd lle { $when }. Mae hwnnw'n sefyll nes i chi ddweud ie i hwn.
offers-answer = Eich ateb
offers-slot = Pa amser sy'n dda, os dywedwch ie?
offers-only-time = Yr amser yw:
offers-question = Hoffech chi'r apwyntiad hwn?
offers-suggest = Awgrymu un arall
offers-answers-what = Mae'r tri ateb yn iawn. Nid oes neb yn gofyn pam, ac nid yw atebion yn cael eu cyfrif.
offers-fixed = Mae ie yn pennu hyn i gyd: pwy, pam, pryd, pa mor hir, ble a beth i ddod ag ef. Cynnig newydd yw unrhyw newid.
offers-else = Os ydych yn awgrymu un arall
offers-else-what = Llenwch yr hyn a hoffech, a gadewch y gweddill. Mae'r hyn a gynigir yma yn aros ar agor.
offers-day = Diwrnod arall
offers-from = Amser arall
offers-any-time = Unrhyw amser
offers-other-format = Ffordd arall o gwrdd
format-title-none = Fel y mae
offers-words = Yn eich geiriau eich hun
offers-move = Gofyn am amser neu ffordd arall
offers-move-what = Mae'r hyn a gytunwyd yn sefyll nes i chi ddweud ie i gynnig newydd.
offers-cancel = Ei ganslo
offers-cancel-what = Mae'n dod i ben ar unwaith, a gall { $who } weld hynny. Nid oes neb yn gofyn pam.
offers-cancel-now = Ei ganslo nawr
offers-calendar = Ei roi yn eich calendr (ICS)
offers-calendar-out = Ei dynnu o'ch calendr (ICS)
offers-calendar-what = Yn y calendr ei enw yw “Preifat”. Nid yw'n dweud beth ydyw.

appointment-status-offered = Mae'n aros am eich ateb.
appointment-status-suggested = Awgrymoch rywbeth arall. Gallwch ateb hwn o hyd.
appointment-status-agreed = Mae wedi'i gytuno.
appointment-status-moving = Mae wedi'i gytuno. Gofynnoch am rywbeth arall, ac mae hwn yn sefyll nes i chi ddweud ie i un arall.
appointment-status-past = Mae ei amser wedi dod.
appointment-status-lapsed = Mae ei amserau wedi mynd heibio.
appointment-status-declined = Dywedoch na.
appointment-status-withdrawn = Nid yw'n cael ei gynnig mwyach.
appointment-status-cancelled = Mae wedi'i ganslo.
appointment-status-moved = Cymerodd un arall ei le.

appointment-said-with = Gyda { $who }
appointment-said-why = Beth yw'r pwnc: { $words }
appointment-said-place = Ble: { $place }
appointment-said-when = Pryd: { $when }
appointment-said-time = Amser a gynigiwyd: { $when }
appointment-said-bring = Beth i ddod ag ef: { $words }
appointment-said-not-bring = Beth i beidio â dod ag ef: { $words }
appointment-said-replaces = Fe'i cynigiwyd i gymryd lle un arall.
appointment-said-suggested = Yr hyn a awgrymwyd: { $words }
appointment-said-offered = Cynigiwyd ar { $day }

breaks-cancels-what = Mae'r apwyntiadau hyn yn y seibiant hwn. Cânt eu canslo pan fyddwch yn ei gadw:
breaks-cancels = Canslo'r rhain hefyd

done-offer-accepted = Dywedoch ie. Mae wedi'i gytuno.
done-offer-declined = Dywedoch na. Nid oes neb yn gofyn pam.
done-offer-suggested = Mae eich awgrym yno i'ch gweithiwr achos ei weld.
done-appointment-cancelled = Mae wedi'i ganslo.

error-cancels-not-chosen = Ticiwch hwn i gadw'r seibiant, neu dewiswch ddiwrnodau eraill.
error-slot-not-chosen = Dewiswch un o'r amserau. I ddweud na neu awgrymu un arall gallwch adael hwn.
error-slot-not-a-choice = Dewiswch un o'r amserau a gynigir.
error-slot-in-the-past = Mae'r amser hwn wedi mynd heibio. Dewiswch un arall.
error-day-not-chosen = Llenwch ddiwrnod, amser, ffordd o gwrdd neu rai geiriau.
error-do-in-the-past = Mae wedi dechrau'n barod, felly ni ellir ei ganslo mwyach.
error-no-such-time = Mae'r clociau'n newid ar y diwrnod hwnnw, ac nid yw'r amser hwn yn bod. Dewiswch amser arall.
error-overlaps = Mae dau o'r rhain ar yr un pryd. Newidiwch un ohonynt.
error-taken = Dywedodd rhywun arall ie i'r amser hwnnw yn gyntaf. Nid chi sydd ar fai. Dewiswch un arall, neu awgrymwch un.
error-promised = Rydych wedi addo rhan o'r amser hwnnw i rywun. Dewiswch un arall.
error-term-format = Nid yw hwn yn un o'r ffyrdd o gwrdd yn y telerau.
error-term-too-long = Mae hwn yn hirach na'r hyn y mae'r telerau'n ei ddweud.
error-term-too-short = Mae hwn yn rhy fyr.
error-term-too-close = Mae hwn yn rhy agos at apwyntiad arall i'r telerau.
error-term-too-many-in-month = Byddai hwn yn fwy yn y mis na'r hyn y mae'r telerau'n ei ddweud.
error-term-outside-hours = Mae hwn y tu allan i'r diwrnodau a'r amserau yn y telerau.
error-term-on-break = Mae hwn mewn seibiant.
error-term-too-little-notice = Mae hwn yn gynt na'r rhybudd yn y telerau.

# Pwy arall sydd yno, pob un gyda'r hyn a ddywedodd.
there-title = Pwy fydd yno
there-you-and = Chi a { $who }.
there-told = Mae eich gweithiwr achos yn gweld pwy sy'n cyfieithu, a phwy sy'n dod. Nid ydynt yn gweld dim am neb sydd heb ateb neu na all ddod.
there-interpreter = Cyfieithydd: { $what }
there-interpreter-of = Cyfieithydd: { $what }, { $language }
there-booked-named = Wedi'i drefnu: { $name }
interpreter-coming-asked = Heb ei drefnu eto.
interpreter-coming-coming = Wedi'i drefnu.
interpreter-coming-cannot-come = Ni all ddod.
coming-asked = Heb ateb eto.
coming-coming = Yn dod.
coming-cannot-come = Ni all ddod.
there-books = Eich gweithiwr achos sy'n ei drefnu.
there-they-come = Maent yn dod
there-they-cannot = Ni allant ddod
there-leave-out = Nid ar gyfer hwn
there-no-interpreter = Nid oes cyfieithydd ar gyfer hwn.
there-no-other = Ni all { $name } ddod.
there-missed = Gallwch gadw'r apwyntiad hwn, gofyn am amser arall, neu ei ganslo. Mae pob un yn iawn, ac nid oes neb yn gofyn pam. I'w gadw, nid oes dim i'w wneud.
there-missed-offer = Gallwch ddweud ie, dweud na, neu awgrymu un arall o hyd. Mae pob un yn iawn, ac nid oes neb yn gofyn pam.
there-more = Gofyn i rywun arall fod yno
there-companion = Pwy sy'n dod gyda chi?
there-companion-hint = Er enghraifft: “fy chwaer”. Chi sy'n gofyn iddynt: nid ydym yn ysgrifennu at neb.
there-bring = Maent yn dod gyda mi
there-which-interpreter = Pa gyfieithydd hoffech chi?
there-ask-interpreter = Gofyn am gyfieithydd
there-carers-what = Gall rhywun sy'n eich helpu chi yma ddweud drosto'i hun a yw'n dod.
there-ask-carer = Gofyn i { $name } fod yno
there-yourself = Chi
there-asked-you = Mae { $name } yn gofyn a ydych yn dod.
there-asked-short = Gofynnir a ydych yn dod.
there-you-come = Dywedoch eich bod yn dod.
there-you-cannot = Dywedoch na allwch ddod.
there-for-yourself = Mae hwn amdanoch chi yn unig. Nid yw'n ateb dim dros { $name }, ac nid yw'n newid dim am yr apwyntiad.
there-i-come = Rwy'n dod
there-i-cannot = Ni allaf ddod
done-there-saved = Mae wedi'i gadw.
error-companion-empty = Ysgrifennwch pwy sy'n dod gyda chi.
error-interpreter-not-chosen = Dewiswch pa gyfieithydd.
