# Apwyntiadau a'r telerau ar eu cyfer.
appointments-title = Apwyntiadau
appointments-offers = Pan fydd gweithiwr achos yn cynnig amser i chi, bydd yn dod yma. Gallwch ddweud ie neu na, neu awgrymu amser arall.
appointments-terms = Gweld neu newid eich telerau
appointments-terms-what = Bydd pob cynnig yn cadw at eich telerau. Mae cynnig y tu allan iddynt yn cael ei wrthod cyn iddo eich cyrraedd.
terms-title = Eich telerau

formats-term = Sut i gwrdd
formats-title = Sut i gwrdd
formats-what = Dewiswch y ffyrdd sy'n addas i chi, a beth sy'n dod yn gyntaf. Dim ond y rhain y gall staff eu cynnig.
formats-none = dim ffordd o gwbl. Ni all neb gynnig dim.
formats-not-said = Nid ydych wedi dweud eto. Tan hynny, yn ysgrifenedig yn unig.
formats-place = Pa le?
formats-place-hint = Gallwch adael hwn yn wag a'i ddweud wedyn.
format-writing = yn ysgrifenedig
format-phone = dros y ffôn
format-text-relay = drwy wasanaeth cyfnewid testun
format-video = drwy fideo
format-at-home = yn eich cartref
format-my-place = rhywle rydych chi'n ei ddewis
format-elsewhere = rhywle arall
format-jobcentre = yn y ganolfan gwaith
format-with-place = { $way } ({ $place })
format-title-writing = Yn ysgrifenedig, pawb yn ei amser ei hun
format-title-phone = Dros y ffôn
format-title-text-relay = Drwy wasanaeth cyfnewid testun
format-title-video = Drwy fideo
format-title-at-home = Wyneb yn wyneb, yn fy nghartref
format-title-my-place = Wyneb yn wyneb, rhywle rwy'n ei ddewis
format-title-elsewhere = Wyneb yn wyneb, rhywle arall
format-title-jobcentre = Wyneb yn wyneb, yn y ganolfan gwaith

with-me-term = Pwy sydd gyda chi, a beth sy'n helpu
with-me-title = Pwy sydd gyda chi, a beth sy'n helpu
with-me-what = Nid ydym yn gofyn am ddiagnosis, ac nid ydym yn cadw un.
with-me-none = Nid ydych wedi dweud.
with-me-companion = Pwy sy'n dod gyda chi?
with-me-companion-hint = Er enghraifft: “fy chwaer”. Gadewch hwn yn wag os nad oes neb.
with-me-interpreter = Ydych chi eisiau cyfieithydd?
with-me-language = Pa iaith, neu unrhyw beth arall amdani?
with-me-language-hint = Er enghraifft: “Pwyleg”, neu “arwyddion y Gogledd, os gwelwch yn dda”.
with-me-adjustments = Beth fyddai'n helpu?
with-me-adjustments-hint = Dewiswch unrhyw rai. Does dim rhaid i chi ddweud pam.
with-me-also = Oes rhywbeth arall sy'n helpu?
interpreter-bsl = Iaith Arwyddion Prydain (BSL)
interpreter-sse = Saesneg gydag arwyddion (SSE)
interpreter-lipspeaker = Gwefuslefarydd
interpreter-deafblind = Sillafu ar y llaw neu arwyddo drwy gyffwrdd, i bobl fyddarddall
interpreter-speech-to-text = Lleferydd i destun
interpreter-spoken = Iaith lafar
interpreter-none = Dim cyfieithydd
adjustment-agenda-before = Dweud wrthyf cyn hynny beth fydd dan sylw
adjustment-breaks = Egwyl pan fyddaf yn gofyn
adjustment-more-time = Mwy o amser i feddwl ac ateb
adjustment-plain-words = Geiriau syml
adjustment-note-after = Nodyn byr wedyn o'r hyn a gafodd ei ddweud
adjustment-same-person = Yr un person bob tro
adjustment-camera-off = Camera wedi'i ddiffodd
adjustment-quiet-room = Ystafell dawel
adjustment-soft-light = Golau meddal
adjustment-step-free = Dim grisiau
adjustment-parking = Lle parcio gerllaw
adjustment-hearing-loop = Dolen glyw
adjustment-large-print = Print bras

pace-term = Pa mor hir a pha mor aml
pace-title = Pa mor hir a pha mor aml
pace-what = Ewch ar eich cyflymder eich hun. Mae'r llun yn dangos sut gallai mis edrych.
pace-longest = Pa mor hir, ar y mwyaf?
pace-gap = Faint o amser o un apwyntiad i'r nesaf, o leiaf?
pace-gap-hint = Mae cynnig cyn hynny yn cael ei wrthod.
pace-most = Sawl apwyntiad mewn mis, ar y mwyaf?
pace-most-any = Unrhyw nifer
pace-most-number = { $most }
pace-notice = Faint ymlaen llaw yr hoffech chi wybod?
pace-notice-hint = Mae cynnig am ddiwrnod cyn hynny yn cael ei wrthod.
pace-reminders = Pryd dylem ni eich atgoffa?
pace-reminders-hint = Os na ddewiswch yr un, ni fyddwn yn eich atgoffa.
pace-longest-said = hyd at { $minutes ->
    [60] 1 awr
    [90] 1 awr 30 munud
    [two] 2 funud
   *[other] { $minutes } munud
}
pace-gap-said = o leiaf { $gap } rhwng apwyntiadau
pace-most-said = { $most ->
    [one] unwaith y mis ar y mwyaf
    [two] dwywaith y mis ar y mwyaf
   *[other] { $most } gwaith y mis ar y mwyaf
}
pace-notice-said = { $notice } o rybudd
reminder-week-before = Wythnos cyn hynny
reminder-day-before = Y diwrnod cynt
reminder-same-morning = Y bore hwnnw

times-term = Diwrnodau ac amserau
times-title = Diwrnodau ac amserau
times-what = Dewiswch y diwrnodau a'r amserau sy'n dda i chi. Nid oes dim yn cael ei gynnig ar unrhyw adeg arall.

breaks-term = Seibiannau
breaks-title = Seibiannau
breaks-what = Yn ystod seibiant, nid oes dim byd o gwbl yn cael ei gynnig. Does dim rhaid i chi ddweud pam.
breaks-none = Dim seibiannau
breaks-add = Ychwanegu seibiant
breaks-from = Diwrnod cyntaf
breaks-until = Diwrnod olaf
breaks-name = Beth hoffech chi ei alw?
breaks-name-hint = Dim ond os hoffech chi. Er enghraifft: “gorffwys”.
breaks-remove = Tynnu i ffwrdd
break-said = { $from } tan ddiwedd { $until }
break-named = { $days }: { $name }

# Llun y mis
month-nobody = Ni all neb gynnig dim i chi nawr, gan nad ydych wedi gofyn am sgwrs. Fel hyn y byddai pe baech chi'n gofyn.
month-caption = { $month } { $year } dan y telerau hyn
month-most = { $count ->
    [0] Dan y telerau hyn, ni allai dim gael ei gynnig ym mis { $month }.
   *[other] Dan y telerau hyn, gallech gael cynnig { $count } apwyntiad ar y mwyaf ym mis { $month }
}
month-parts-0 = {""}
month-parts-1 = , dim ond yn y bore.
month-parts-2 = , dim ond yn y prynhawn.
month-parts-3 = , byth gyda'r nos.
month-parts-4 = , dim ond gyda'r nos.
month-parts-5 = , byth yn y prynhawn.
month-parts-6 = , byth yn y bore.
month-parts-7 = .
month-example = Mae'r llun yn dangos un ffordd y gallai fynd, gyda phob apwyntiad mor gynnar ag y gall fod.
month-table = Yr un mis, fesul diwrnod
month-days = Diwrnodau
month-what = Beth ydynt
month-day = dydd { $weekday } { $day }
month-run = { $from } tan ddiwedd { $until }
mark-call = Gallai apwyntiad fod yma
mark-gap = Yn rhydd, eich bwlch
mark-full = Yn rhydd, eich nifer mwyaf mewn mis
mark-break = Seibiant
mark-closed = Ddim yn un o'ch diwrnodau
done-formats-saved = Wedi'i gadw. Mae pob cynnig yn cadw at hyn.
done-with-me-saved = Wedi'i gadw.
done-pace-saved = Wedi'i gadw. Mae pob cynnig yn cadw at hyn.
done-times-saved = Wedi'i gadw. Mae pob cynnig yn cadw at hyn.
done-break-added = Mae'r seibiant wedi'i gadw. Nid oes dim yn cael ei gynnig ynddo.
done-break-removed = Mae'r seibiant wedi'i dynnu i ffwrdd.

error-from-empty = Ysgrifennwch y diwrnod cyntaf.
error-until-empty = Ysgrifennwch y diwrnod olaf.
error-until-ends-before-it-starts = Mae'r diwedd cyn y dechrau. Newidiwch un ohonynt.
