# Geiriau a ddefnyddir ar bob tudalen.
service-name = Own Terms
skip-to-main = Neidio i brif ran y dudalen
yes = Ie
no = Na
not-now = Ddim nawr
save = Cadw
change = Newid
back = Yn ôl

# Amserau a dyddiadau.
# The days are bare names ("Llun"): each message puts "dydd", "ddydd" or "dyddiau" before them, as the mutation asks.
# A date begins with "dydd", so no message may put a word before it that mutates; nor before a time, and so midday
# begins with a number. "a" is "ac" before a vowel: the days, all that is listed, are written out; anything else has a comma.
date-full = dydd { $weekday } { $day } { $month } { $year }
time-am = { $clock }am
time-pm = { $clock }pm
time-midday = 12 canol dydd
list-and = { $last ->
    [Llun] { $start } a { $last }
    [Mawrth] { $start } a { $last }
    [Mercher] { $start } a { $last }
    [Iau] { $start } ac { $last }
    [Gwener] { $start } a { $last }
    [Sadwrn] { $start } a { $last }
    [Sul] { $start } a { $last }
   *[other] { $start }, { $last }
}
weekday-1 = Llun
weekday-2 = Mawrth
weekday-3 = Mercher
weekday-4 = Iau
weekday-5 = Gwener
weekday-6 = Sadwrn
weekday-7 = Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

# Dywedir hyn yn gyntaf pryd bynnag y gofynnwn am rywbeth.
your-choice = Gallwch ddweud na wrth unrhyw ran o hyn. Ni fydd yn effeithio ar eich budd-daliadau.

# Cyfnodau
in-days = { $days ->
    [0] dim diwrnodau
    [two] 2 ddiwrnod
   *[other] { $days } diwrnod
}
in-weeks = { $weeks } wythnos
in-minutes = { $minutes ->
    [60] 1 awr
    [90] 1 awr 30 munud
    [two] 2 funud
   *[other] { $minutes } munud
}
week-none = dim un diwrnod
week-group = dyddiau { $days }, { $from } tan { $until }
week-between = "; "

# Beth all fod o'i le ar faes
error-empty = Ysgrifennwch rywbeth yma.
error-too-long = Mae hyn yn hirach nag y gallwn ei gadw. Defnyddiwch hyd at { $max } nod.
error-unkeepable = Mae nod cudd yma na allwn ei gadw. Teipiwch y testun eto.
error-not-chosen = Dewiswch un o'r rhain.
error-not-a-choice = Dewiswch un o'r rhain.
error-not-a-date = Ysgrifennwch ddyddiad, fel 27 3 2027.
error-in-the-past = Mae'r diwrnod hwn wedi bod. Dewiswch heddiw neu ddiwrnod sydd i ddod.
error-ends-before-it-starts = Mae'r diwedd cyn y dechrau. Newidiwch un ohonynt.
error-not-a-phone-number = Nid yw hwn yn edrych fel rhif ffôn. Mae rhif yn edrych fel 07700 900123.
error-not-an-email = Nid yw hwn yn edrych fel cyfeiriad e-bost. Mae cyfeiriad yn edrych fel name@example.com.
error-no-postcode = Ychwanegwch god post, fel LS1 4AP, er mwyn i lythyr gyrraedd.
error-too-many = Gallwch gadw hyd at { $max } o'r rhain.
error-unchanged = Mae hyn yr un fath ag o'r blaen. Newidiwch ef, neu ewch yn ôl.
error-not-a-code = Nid yw hwn yn god cyfan. Cymharwch bob llythyren â'r hyn a gawsoch. Nid oes dim wedi'i ddefnyddio.
error-opens-nothing = Nid yw'r cod hwn yn agor dim. Efallai ei fod yn rhy hen, neu wedi'i ddefnyddio'n barod. Gallwch ofyn am un arall.

# Pam arall na chafodd rhywbeth ei gadw
notice-title = Nid yw hwn wedi'i gadw eto
notice-busy = Mae'r gwasanaeth yn brysur. Nid oes dim wedi'i golli. Pwyswch y botwm eto, os gwelwch yn dda.
notice-stopped = Rydych wedi stopio'r cymorth, felly ni all neb gysylltu â chi. Dewch yn ôl yn gyntaf os hoffech chi siarad.
notice-sign-in-again = Allgofnodwch a mewngofnodwch eto pan fyddwch ar eich pen eich hun. Wedyn gallwch ei wirio yma.
notice-changed = Cafodd hwn ei newid yn rhywle arall ar ôl i chi ei agor. Dyma beth sydd wedi'i gadw nawr:
notice-changed-choose = Mae'r hyn a ysgrifennoch chi isod. Pwyswch y botwm i gadw eich fersiwn chi, neu ewch yn ôl i adael pethau fel y maent.
notice-changed-list = Roedd y dudalen hon wedi newid yn barod, felly ni wnaed dim. Isod mae sut mae hi nawr. Pwyswch eto os ydych am wneud hynny o hyd.
notice-kept = Roeddech wedi allgofnodi cyn i hyn gael ei gadw. Mae'r hyn a ysgrifennoch yn aros ar y dudalen hon am 24 awr. Mewngofnodwch o'r fan hon i'w weld eto.
notice-signed-out = Roeddech wedi allgofnodi cyn i hyn gael ei gadw. Dyma'r hyn a ysgrifennoch. Cadwch ef os ydych yn dal ei eisiau.
notice-old-page = Roedd y dudalen hon yn agored cyn i chi fewngofnodi, felly ni chadwyd dim. Dyma'r hyn a ysgrifennoch. Cadwch ef os ydych yn dal ei eisiau.
notice-old-buttons = Roedd y dudalen hon yn agored cyn i chi fewngofnodi, felly ni wnaed dim. Pwyswch eto os ydych yn dal eisiau.

# Tudalennau sy'n dweud bod rhywbeth wedi mynd o'i le
failure-not-found-title = Ni allwn ddod o hyd i'r dudalen hon
failure-not-found = Nid oes dim wedi'i golli. Efallai fod y cyfeiriad yn anghywir, neu nid yw'r dudalen yno mwyach.
failure-forged-title = Ni chafodd hyn ei wneud
failure-forged = Efallai bod y dudalen wedi bod ar agor am amser hir, neu ers cyn i chi fewngofnodi. Ni newidiwyd dim. Ewch yn ôl: dylai'r hyn a ysgrifennoch fod yno o hyd. Copïwch ef, agorwch y dudalen eto, a'i roi i mewn.
failure-too-large-title = Mae hynny'n fwy nag y gallwn ei dderbyn
failure-too-large = Nid oes dim wedi newid. Ewch yn ôl a'i wneud yn fyrrach.
failure-unreadable-title = Ni allem ddarllen hynny
failure-unreadable = Nid oes dim wedi newid. Ewch yn ôl a rhowch gynnig arall arni.
failure-busy-title = Mae'r gwasanaeth yn brysur
failure-busy = Nid oes dim wedi'i golli. Arhoswch ychydig a rhowch gynnig arall arni.
failure-broken-title = Aeth rhywbeth o'i le yma
failure-broken = Nid eich bai chi yw hyn. Mae'r hyn a gadwoch chi o'r blaen yn ddiogel. Rhowch gynnig arall arni cyn bo hir.
failure-home = Mynd i'r dudalen gyntaf

# Drafftiau, a faint y gellir ei ysgrifennu
draft-found = Roeddech chi'n ysgrifennu rhywbeth yma o'r blaen.
draft-also = Roeddech chi hefyd yn ysgrifennu rhywbeth arall yma.
draft-put-back = Ei roi yn ôl
draft-throw-away = Ei daflu
control-left = Gallwch ysgrifennu { $count } nod arall.
control-over = Mae hyn { $count } nod yn rhy hir.
