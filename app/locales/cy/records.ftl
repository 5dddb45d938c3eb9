# Yr hyn a ysgrifennodd eraill am y person, a'i gywiro.
record-source-said = O ble y daw: { $source }
held-goes-on = { $until } Mae'n mynd ar { $day }.
correction-was = Roedd yn dweud: { $words }
correction-should-be = Gofynnoch am: { $words }
correction-reason = Pam: { $words }
correction-asked = Gofynnoch ar { $day }.
progress-open = Nid oes neb wedi dechrau eto.
progress-open-next = Bydd rhywun yn dechrau erbyn { $day }.
progress-in-progress = Mae rhywun yn edrych arno.
progress-in-progress-next = Cewch ateb erbyn { $day }.
progress-done = Mae wedi'i gywiro.
progress-done-next = Bydd pawb a gafodd yr hen eiriau yn cael gwybod erbyn { $day }.
progress-refused = Mae'n aros fel y mae.
progress-why = Maen nhw'n dweud pam: { $words }
progress-refused-next = Gallwch ofyn eto, a chewch ateb erbyn { $day }. Gallwch hefyd ysgrifennu sut rydych chi'n ei weld, neu ofyn i'r Comisiynydd Gwybodaeth.
notice-kept-by-law = Mae'r gyfraith yn gofyn i ni gadw hwn tan { $day }, er mwyn gallu gwirio cyfrifon. Mae'n mynd ar ei ben ei hun y diwrnod hwnnw. Nid oes neb yn ei ddefnyddio at ddim arall.

# Wrth ymyl yr hyn a ysgrifennodd eraill
beside-differently = Rydych chi'n ei weld yn wahanol:
beside-correction = Rydych wedi gofyn i hwn gael ei gywiro:
record-choice = Nid oes rhaid i chi. Ni fydd yn effeithio ar eich budd-daliadau.
record-say-differently = Dweud sut rydych chi'n ei weld
record-change-view = Newid sut rydych chi'n dweud eich bod yn ei weld
record-change-asked = Newid yr hyn y gofynnoch amdano, neu ei dynnu'n ôl
record-ask-again = Gofyn eto i hwn gael ei gywiro
progress-late = Mae'r diwrnod hwnnw wedi bod, a dylech fod wedi clywed. Gallwch ddweud wrth y Comisiynydd Gwybodaeth.

# Gofyn iddo gael ei gywiro
correct-title = Cywiro
correct-heading = Gofyn i hwn gael ei gywiro
correct-says = Beth mae'n ei ddweud nawr
correct-asked = Yr hyn y gofynnoch amdano o'r blaen
correct-take-back = Ei dynnu'n ôl
correct-take-back-what = Gallwch ei dynnu'n ôl. Yna ni fydd neb yn edrych arno mwyach, ac mae'r hyn a ysgrifennwyd yn aros.
correct-happens = Os gofynnwch amdano
correct-happens-who = Mae'n mynd at bwy bynnag a ysgrifennodd hwn: { $who }. Maen nhw'n gweld hwn a'ch geiriau chi nes iddyn nhw ateb.
correct-happens-when = Bydd rhywun yn dechrau erbyn { $begin }. Cewch ateb erbyn { $answer }.
correct-happens-no = Os dywedant na, byddant yn dweud pam. Yna gallwch ofyn eto, ysgrifennu sut rydych chi'n ei weld, neu ofyn i'r Comisiynydd Gwybodaeth.
correct-should-be = Beth ddylai ei ddweud?
correct-should-be-hint = Mae wedi'i lenwi â'r hyn y mae'n ei ddweud nawr. Gallwch newid un gair, neu'r cyfan.
correct-should-be-asked = Mae wedi'i lenwi â'r hyn y gofynnoch amdano.
correct-reason = Pam?
correct-reason-hint = Dim ond os ydych chi eisiau dweud.
correct-happens-anew = Os newidiwch ef
correct-counts-anew = Bydd yn cyfrif fel cais a wnaed heddiw.
correct-ask = Gofyn am hyn
correct-change = Gofyn am hyn yn lle hynny
done-correction-asked = Rydych wedi gofyn iddo gael ei gywiro. Isod mae'r hyn sy'n digwydd nesaf.
done-correction-taken-back = Rydych wedi'i dynnu'n ôl. Nid oes neb yn edrych arno mwyach.
error-should_be-empty = Ysgrifennwch beth ddylai ei ddweud.
error-should_be-unchanged = Dyma beth mae'n ei ddweud nawr. Newidiwch yr hyn sy'n anghywir.

# Ei weld yn wahanol
differently-title = Eich geiriau eich hun
differently-heading = Dweud sut rydych chi'n ei weld
differently-happens = Os ysgrifennwch yma
differently-happens-at-once = Mae eich geiriau'n sefyll yn union o dan yr hyn a ysgrifennwyd, ar unwaith. Nid oes angen i neb gytuno yn gyntaf.
differently-happens-who = Gall pwy bynnag sy'n gweld yr hyn a ysgrifennwyd weld eich geiriau chi hefyd. Gallwch eu newid neu eu dileu unrhyw bryd.
differently-happens-stays = Mae'r hyn a ysgrifennwyd yn aros fel y mae. I'w newid, gallwch:
differently-view = Sut rydych chi'n ei weld?
differently-view-hint = Yn eich geiriau eich hun, mewn unrhyw iaith.
differently-erase = Dileu'r hyn a ysgrifennoch
done-differently-saved = Mae eich geiriau wedi'u cadw. Maen nhw'n sefyll yn union o dan yr hyn a ysgrifennwyd.
error-view-empty = Ysgrifennwch sut rydych chi'n ei weld, yn eich geiriau eich hun.

# Un eitem: beth ellir ei wneud ag ef, pwy all ei weld, pwy sydd wedi edrych
item-you-wrote = Chi a ysgrifennodd hwn. Gallwch ei newid.
item-you-can = Gallwch newid hwn.
can-see-title = Pwy all ei weld nawr, a pham
can-see-one = { $who }: { $why }.
can-see-yours = mae amdanoch chi
can-see-oversight = maent yn goruchwylio eich gweithiwr achos, ac wedi teipio rheswm
can-see-chosen = rydych wedi'u dewis i siarad â nhw
can-see-owes-an-answer = rydych wedi gofyn iddyn nhw ei gywiro, ac nid ydynt wedi ateb eto
can-see-let-in = rydych wedi'u gadael i mewn
can-see-signing-in = i wybod mai chi sydd yno pan fyddwch yn mewngofnodi
can-see-telling = i wybod ble i ddweud wrthych am rywbeth sy'n digwydd i'ch lle
can-see-consent = dywedoch chi ie iddo
can-see-has-the-code = rhoesoch ei god iddynt
can-see-calendar = mae ganddo'r cyfeiriad a wnaethoch i'ch calendr
can-see-nobody-else = Ni all neb arall ei weld yma. Ni all neb sy'n penderfynu ar fudd-daliadau ei weld.
can-see-copy = Ysgrifennwyd hwn gan { $who }. Efallai fod ganddynt gopi eu hunain y tu allan i'r gwasanaeth hwn.
looked-title = Pwy arall sydd wedi edrych, a pham
looked-what = Roedd pob un o'r rhain yn edrych ar ran y mae hwn yn perthyn iddi. Dim ond os gallent ei weld bryd hynny y gwelsant hwn.
looked-none = Does neb arall wedi edrych arno.
looked-latest = Dangosir y { $count } diweddaraf.
looked-back = Mae'r rhestr hon yn dechrau ar y diwrnod yr ysgrifennwyd hwn gyntaf. Mae eich edrychiadau chi yn y rhestr gyfan.
looked-all = Y rhestr gyfan o bwy sydd wedi edrych

# Yr hyn y mae'r gyfraith yn ei gadw
erase-not-yet = Ni ellir dileu hwn eto
erase-stays = Yr hyn sy'n aros
erase-kept = { $kind }: { $count ->
    [one] tan { $day }.
   *[other] { $count } tan { $day }.
}
erase-kept-what = Mae'r gyfraith yn gofyn i ni gadw hwn tan hynny, er mwyn gallu gwirio cyfrifon. Mae'n mynd ar ei ben ei hun y diwrnod hwnnw. Nid oes neb yn ei ddefnyddio at ddim arall.
erase-happens-beside = Mae'r hyn y gofynnoch amdano ac a ysgrifennoch amdano yn mynd gydag ef.
erase-happens-theirs = Efallai fod gan bwy bynnag a'i hysgrifennodd gopi ei hun y tu allan i'r gwasanaeth hwn. Gallwch ofyn iddo ddileu hwnnw hefyd.

from-carers-shown = Gall y rhai sy'n gweithredu drosoch weld hwn, os ydych yn gadael iddynt weld pethau o'r math hwn. Gallwch gadw'r un hwn rhagddynt.
from-carers-kept = Rydych yn cadw hwn rhag pawb sy'n gweithredu drosoch. Ni ddywedir wrthynt ei fod yma, ac nid yw'n cael ei gyfrif iddynt.
from-carers-keep = Cadw hwn rhag fy ngofalwyr
from-carers-show = Dangos hwn i'm gofalwyr
from-carers-again = Cadw hwn rhag fy ngofalwyr, neu ei ddangos
kept-back-said = Rydych yn cadw un o'r rhain rhag pawb sy'n gweithredu drosoch: { $kind }.
done-kept-from-carers = Wedi'i gadw rhag pawb sy'n gweithredu drosoch.
done-shown-to-carers = Gall y rhai sy'n gweithredu drosoch ei weld eto, os ydych yn gadael iddynt weld pethau o'r math hwn.
