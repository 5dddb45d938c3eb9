# Cytundebau, a'r hyn y mae'r person a'i weithiwr achos yn ei ysgrifennu at ei gilydd.
notes-title = Nodiadau a chytundebau
notes-both = Yma rydych chi a'ch gweithiwr achos yn ysgrifennu at eich gilydd. Mae'r ddau ohonoch yn gweld pob gair ar unwaith. Nid oes nodiadau cudd.
notes-no-duty = Nid oes dim yma y gall neb ei hawlio gennych. Nid oes arnoch ateb i neb, ac ni ddywedir wrth neb a ydych wedi darllen rhywbeth.
notes-with = Y person arall yma yw { $who }. Os dewiswch weithiwr achos arall, gallant hwythau ddarllen hyn. Gallwch ddileu unrhyw ran ohono.
notes-nobody = Nid ydych wedi dewis gweithiwr achos, felly nid oes neb i ysgrifennu ato. Mae hynny'n iawn.
notes-stopped = Rydych wedi stopio cymorth. Ni all neb ysgrifennu atoch yma, ac nid oes dim wedi'i gytuno mwyach. Gallwch ddarllen y cyfan.
notes-silent = Ni all { $who } ysgrifennu atoch na'ch ateb yma nawr, oherwydd yr hyn a ddywedoch am gysylltu. Gallwch chi ysgrifennu o hyd.
notes-waiting = Yn aros am eich ateb
notes-proposed = Yr hyn a gynigioch
notes-agreed = Yr hyn a gytunwyd
notes-over = Yr hyn sydd wedi dod i ben
notes-conversation = Yr hyn a ysgrifennoch at eich gilydd
notes-newest = Mae'r diweddaraf yn gyntaf.
notes-none = Nid oes dim wedi'i ysgrifennu eto. Mae hynny'n iawn.
notes-you = Chi
notes-who-when = { $who }: { $when }
notes-about-message = Pwy all ei weld, neu ddileu
notes-others = Nodiadau a ysgrifennodd eraill amdanoch
notes-others-what = Gallwch ddarllen pob un, dweud sut rydych chi'n ei weld, a chael ei gywiro.
notes-others-link = Darllen y nodiadau hynny
notes-open = { $count ->
    [one] Mae eich gweithiwr achos yn cynnig cytundeb. Gallwch ddweud ie, na neu ddim nawr.
   *[other] Mae eich gweithiwr achos yn cynnig { $count } cytundeb. Gallwch ddweud ie, na neu ddim nawr.
}
notes-latest = Daw'r nodyn diweddaraf atoch gan { $who }, { $when }.
notes-read = Ei ddarllen
notes-write = Ysgrifennu nodyn
notes-write-title = Ysgrifennu nodyn
notes-sees-at-once = Gall { $who } ei weld cyn gynted ag y byddwch yn ei anfon. Gallwch chithau ei weld yma.
notes-stays = Mae nodyn yn aros fel yr anfonwyd ef. I'w gywiro rydych yn ysgrifennu un arall, a gallwch ei ddileu.
notes-words = Beth hoffech ei ddweud?
notes-words-hint = Yn eich geiriau eich hun, mor fyr ag y mynnwch.
notes-send = Ei anfon
notes-propose = Cynnig cytundeb
notes-propose-title = Cynnig cytundeb

message-said-with = Rhyngoch chi a { $who }

agreement-heading = Cytundeb
agreement-what = Mae cytundeb angen ie gan y ddau ohonoch. Gall y naill neu'r llall ei adael unrhyw bryd. Nid yw'n newid dim am eich budd-daliadau.
agreement-person = Beth fyddwch chi'n ei wneud
agreement-person-hint = Gallwch adael hwn yn wag.
agreement-case-worker = Beth fydd eich gweithiwr achos yn ei wneud
agreement-case-worker-hint = Gallwch adael hwn yn wag os ysgrifennoch rywbeth uchod.
agreement-until = Y diwrnod olaf
agreement-until-hint = Gallwch adael hwn yn wag. Yna mae'n sefyll nes i un ohonoch ei adael.
agreement-no-end = Dim. Mae'n sefyll nes i un ohonoch ei adael.
agreement-with = Gyda phwy
agreement-by = Pwy a'i cynigiodd
agreement-where = Rydych yn ei ateb, ei newid a'i adael ar dudalen ei hun.
agreement-nothing = Dim byd
agreement-propose = Ei gynnig
agreement-instead = Byddai hwn yn cymryd lle'r hyn a gytunwyd nawr. Mae hwnnw'n sefyll nes i'ch gweithiwr achos ddweud ie i hwn:
agreement-question = Hoffech chi gytuno i hyn?
agreement-answers-what = Mae'r pedwar ateb yn iawn. Nid oes neb yn gofyn pam, ac nid yw atebion yn cael eu cyfrif.
agreement-yes-means = I'r geiriau hyn yn unig y mae ie. Cynnig newydd yw unrhyw newid. Gyda “Ddim nawr” neu “Gofynnaf i'm meddyg yn gyntaf” nid oes dim wedi'i gytuno.
agreement-replaces = Byddai hwn yn cymryd lle cytundeb arall. Mae hwnnw'n sefyll nes bod ie i hwn.
agreement-replaces-link = Gweld yr un sy'n sefyll
agreement-take-back = Ei dynnu'n ôl
agreement-take-back-what = Yna ni all eich gweithiwr achos ddweud ie iddo mwyach. Nid oes neb yn gofyn pam.
agreement-take-back-now = Ei dynnu'n ôl nawr
agreement-change = Ei newid
agreement-change-what = Cynnig newydd yw newid. Mae'r hyn a gytunwyd yn sefyll nes i'r ddau ohonoch ddweud ie i'r un newydd.
agreement-change-link = Cynnig newid
agreement-leave = Ei adael
agreement-leave-what = Mae'n dod i ben ar unwaith, a gall { $who } weld hynny. Nid oes neb yn gofyn pam. Nid yw'n newid dim am eich budd-daliadau.
agreement-leave-now = Ei adael nawr

agreement-status-proposed = { $by ->
    [person] Mae'n aros i'ch gweithiwr achos ateb.
   *[case-worker] Mae'n aros am eich ateb. Cymerwch gymaint o amser ag y mynnwch.
}
agreement-status-deferred = { $by ->
    [person] Dywedodd eich gweithiwr achos ddim nawr. Nid oes dim wedi'i gytuno.
   *[case-worker] Dywedoch ddim nawr. Nid oes dim wedi'i gytuno, a gallwch ateb o hyd.
}
agreement-status-asking-doctor = Rydych yn gofyn i'ch meddyg yn gyntaf. Nid oes dim wedi'i gytuno nes i chi ateb yma.
agreement-status-agreed = Mae wedi'i gytuno. Gall y naill neu'r llall ohonoch ei adael unrhyw bryd.
agreement-status-past = Fe'i cytunwyd, ac mae ei ddiwrnod olaf wedi mynd heibio.
agreement-status-lapsed = Mae ei ddiwrnod olaf wedi mynd heibio, ac ni chytunwyd arno.
agreement-status-declined = { $by ->
    [person] Dywedodd eich gweithiwr achos na.
   *[case-worker] Dywedoch na.
}
agreement-status-withdrawn = Nid yw'n cael ei gynnig mwyach.
agreement-status-left = { $left ->
    [person] Daeth i ben o'ch ochr chi.
   *[case-worker] Daeth i ben o ochr eich gweithiwr achos.
}
agreement-status-replaced = Cymerodd cytundeb arall ei le.

agreement-said-with = Gyda { $who }
agreement-said-by = Pwy a'i cynigiodd: { $who }
agreement-said-part = { $whose }: { $words }
agreement-said-until = Y diwrnod olaf: { $day }
agreement-said-replaces = Fe'i cynigiwyd i gymryd lle un arall.
agreement-said-since = Felly ers { $day }

differently-happens-message = Mae'r hyn a ysgrifennwyd yn aros fel y mae.

done-message-sent = Mae eich nodyn yno. Gall y ddau ohonoch ei weld.
done-agreement-proposed = Mae wedi'i gynnig. Gall eich gweithiwr achos ddweud ie, na neu ddim nawr.
done-agreement-accepted = Dywedoch ie. Mae wedi'i gytuno, a gallwch ei adael unrhyw bryd.
done-agreement-declined = Dywedoch na. Nid oes neb yn gofyn pam.
done-agreement-held = Nid oes dim wedi'i gytuno. Gallwch ateb eto pan fynnwch.
done-agreement-left = Mae wedi dod i ben. Nid oes neb yn gofyn pam.

error-with-not-chosen = Nid ydych wedi dewis gweithiwr achos, felly nid oes neb i ysgrifennu ato eto.
error-person-empty = Ysgrifennwch beth fydd un ohonoch yn ei wneud.
error-person-too-many = Gallwch gael hyd at { $max } o'r rhain. Tynnwch un yn ôl neu ddileu un yn gyntaf.
error-case_worker-empty = Ysgrifennwch beth fyddwch chi'n ei wneud. Ni ofynnir i neb am rywbeth am ddim.
error-until-too-far-away = Dewiswch ddiwrnod o fewn blwyddyn o nawr, neu gadewch hwn yn wag.
error-replaces-not-a-choice = Nid yw'r hyn yr oedd hwn i gymryd ei le wedi'i gytuno mwyach. Ewch yn ôl a'i gynnig o'r newydd.
error-conditional = Mae “{ $phrase }” yn gwneud i gymorth swnio fel pe bai'n dibynnu ar rywbeth. Ni ellir ei anfon. Dywedwch ef mewn ffordd arall.
error-coercive = Gall “{ $phrase }” ddarllen fel gorchymyn. Dywedwch ef mewn ffordd arall, neu ticiwch eich bod yn fodlon ei anfon fel y mae.
