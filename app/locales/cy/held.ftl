# Yr hyn a gedwir, a phwy sydd wedi edrych.
held-title = Yr hyn a gedwir
held-what = Dyma bopeth sy'n cael ei gadw amdanoch yma. Nid oes dim yn gudd.
held-count = { $count ->
    [0] Nid oes dim yn cael ei gadw.
    [one] Mae 1 eitem yn cael ei chadw.
   *[other] Mae { $count } eitem yn cael eu cadw.
}
held-items = Yr hyn a gedwir amdanoch
held-find = Dod o hyd i rywbeth a gedwir
held-find-hint = Mae'r hyn rydych chi'n ei ysgrifennu yn aros ar eich dyfais nes i chi bwyso Chwilio neu Enter. Yna byddwn yn edrych drwy bopeth i chi. Nid ydym yn cadw nodyn o'r hyn rydych chi'n chwilio amdano.
held-find-now = Chwilio
held-find-title = Chwilio
held-find-on = Edrych ymlaen
held-found-title = Yr hyn a gafwyd
held-found-so-far = Hyd yn hyn, edrychwyd drwy { $looked } o { $count } eitem.
held-kinds = Gweld un math yn unig
held-kind-count = { $kind }: { $count }
held-see-all = Gweld pob un o'r { $count }
held-newer = Rhai mwy newydd
held-older = Rhai hŷn
error-find-too-long = Ysgrifennwch lai: hyd at { $max } llythyren.
held-found = Eitemau sy'n cyfateb: { $count }
held-written-by = Awdur: { $who }, { $when }.
held-changed-by = Newidiwyd ddiwethaf gan: { $who }, { $when }.
held-show = Ei ddangos
held-why = Pam y mae'n cael ei gadw
held-basis = Ar ba sail
held-until = Tan pryd
held-taken-away = Gwnaethoch ei dynnu i ffwrdd ({ $moment }). Gallwch ei gael yn ôl.
held-goal-order = Trefn { $count } nod
held-about = I siarad amdano: { $words }
held-not-about = I beidio â siarad amdano: { $words }
held-safe-word = Y gair: { $word }
standing-open = Mae'r cymorth ar gael i chi, pan fyddwch chi'n gofyn amdano.
held-also = Hefyd yn cael ei gadw
held-also-changes = Pob newid a wnaethoch, gyda'r hyn a ysgrifennoch o'r blaen. Mae wedi'i gloi gyda'i gilydd, fel na all neb ei newid heb i hynny ddangos.
held-also-changes-link = Gweld pob newid
held-also-looks = Y rhestr o bwy sydd wedi edrych, isod.
held-also-locks = Yr allweddi sy'n cloi'r hyn a ysgrifennwyd, a nod o'r allwedd yn eich porwr. Nid ydym yn eu dangos i neb, fel na all neb arall ei agor.
held-place = Eich lle yma
held-place-what = Fe'i cedwir cyhyd ag y cedwir unrhyw beth ohonoch, fel nad oes neb yn edrych nac yn newid dim heb i hynny ddangos.
held-place-seen = Dim ond chi sy'n gallu gweld hyn.
held-place-made = Pryd y cafodd ei wneud
held-place-origin = I bwy y mae
held-place-name = Yr enw sydd gan y gwasanaeth hwn arnoch
held-place-seals = Pa mor bell y mae'n mynd, a'i sêl
held-place-items = Eitemau a gedwir
held-place-entries = Newidiadau a nodwyd
held-place-head = Sêl y newid olaf
held-place-anchored = Newidiadau o dan sêl a gyhoeddwyd gennym
held-place-looks = Edrychiadau a nodwyd
held-place-look-head = Sêl yr edrychiad olaf
origin-real = chi
origin-demonstration = rhywun dychmygol, i roi cynnig ar y gwasanaeth hwn
origin-measuring = rhywun dychmygol, i fesur y gwasanaeth hwn
held-sign-ins = Ble rydych wedi mewngofnodi
held-sign-ins-what = Cedwir pob un nes i chi allgofnodi, am 12 awr ar y mwyaf. Nodir i'r funud pryd y'i defnyddiwyd ddiwethaf. Dim ond chi sy'n gallu gweld hyn.
held-sign-in = Mewngofnodwyd ar { $at }. Defnyddiwyd ddiwethaf ar { $used }.
held-sign-in-lines = { $count ->
    [0] Nid oes ganddo linell yn y rhestr o bwy sydd wedi edrych.
    [one] Mae ganddo 1 llinell yn y rhestr o bwy sydd wedi edrych.
   *[other] Mae ganddo { $count } llinell yn y rhestr o bwy sydd wedi edrych.
}
held-sign-in-here = Dyma'r un rydych yn ei ddefnyddio nawr.
held-looks = Pwy sydd wedi edrych
held-looks-what = Mae un cofnod bob tro y byddwch chi'n mewngofnodi ac yn edrych. Bob tro y bydd rhywun arall yn edrych, mae cofnod ar wahân. Ni all neb dynnu cofnod i ffwrdd.
held-looks-latest = Dangosir { $count } ar y dudalen hon. Cedwir y cyfan.
held-looks-title = Pwy sydd wedi edrych
held-looks-back = Mae'n mynd yn ôl i'r diwrnod y gwnaed eich lle yma. Mae agor y rhestr hon yn cael ei nodi ynddi hefyd.
held-looks-earlier = Edrychiadau cynharach
held-looks-none = Does neb wedi edrych.
look-when = Pryd
look-who = Pwy
look-why = Pam
look-what = Beth
look-outcome = Wedi'i weld?
look-seen = wedi'i weld
look-refused = wedi'i wrthod
reason-my-own = mae amdanoch chi
reason-helping-as-asked = i helpu, fel y gofynnoch chi
reason-who-asked = i wybod pwy ofynnodd am gael siarad, ac â phwy i beidio â chysylltu
reason-conversation-asked = i baratoi at siarad, fel y gofynnoch chi
reason-signing-in = i'ch mewngofnodi
reason-telling = i wybod ble i ddweud rhywbeth wrthych
reason-consent = dywedoch chi ie iddo
reason-checking-consent = i wirio bod eich ie yn un go iawn
look-withheld = wedi'i atal yn ôl y gyfraith
law-crime = Deddf Diogelu Data 2018, Atodlen 2, paragraff 2: canfod neu atal trosedd
law-court = Deddf Diogelu Data 2018, Atodlen 2, paragraff 5: llys neu achos cyfreithiol
law-security = Deddf Diogelu Data 2018, adran 26: diogelwch gwladol
held-looks-withheld = Pan fydd deddf yn ein hatal rhag dweud pwy a edrychodd, mae'r llinell yma o hyd, ac mae'n enwi'r ddeddf.
subject-everything = popeth
subject-at-a-glance = cipolwg ar eich telerau
subject-goals = nodau
subject-contact = cysylltu
subject-terms = telerau ar gyfer apwyntiadau
subject-appointments = apwyntiadau
subject-asked = eich enw, a'r hyn a ddywedoch am gysylltu
subject-preparing = yr hyn sydd angen ei wybod er mwyn siarad â chi: cyswllt, telerau, nodau ac apwyntiadau
subject-helping = yr hyn y gofynnwyd iddynt ei wneud
subject-sign-in = yr allwedd a ddefnyddiwyd
subject-telling = ble i ddweud rhywbeth wrthych
subject-copy = copi o'r hyn y gallant ei weld
subject-shared = yr hyn rydych yn ei rannu gyda nhw
subject-consents = yr hyn y dywedoch ie neu na iddo
subject-log = pwy sydd wedi edrych

kind-profile = Eich enw
kind-standing = A yw'r cymorth ar gael
kind-case-worker = Eich gweithiwr achos
kind-goal = Nodau
kind-goal-order = Trefn eich nodau
kind-wish = A ydych chi eisiau i ni gysylltu
kind-ways = Sut i gysylltu â chi
kind-safe = Cysylltu'n ddiogel
kind-earlier-contact = Sut i gysylltu â chi, cyn hyn
kind-formats = Sut i gwrdd
kind-with-me = Pwy sydd gyda chi, a beth sy'n helpu
kind-pace = Pa mor hir a pha mor aml
kind-times = Diwrnodau ac amserau
kind-breaks = Seibiannau
kind-appointment = Apwyntiadau
kind-reading = Gosodiadau darllen
kind-sign-in = Sut rydych yn mewngofnodi
kind-recovery = Ffyrdd newydd i mewn y gofynnwyd amdanynt
kind-carer = Pobl sy'n gallu gweithredu drosoch
kind-consent = Yr hyn rydych yn ei rannu
kind-note = Nodiadau gan eraill
kind-referral = Yr hyn a basiodd eraill ymlaen
kind-payment = Arian a dalwyd i chi
kind-correction = Yr hyn y gofynnoch ei gywiro
kind-other-view = Lle rydych chi'n ei weld yn wahanol
kind-kept-back = Yr hyn rydych yn ei gadw rhag y rhai sy'n gweithredu drosoch

purpose-own-terms = er mwyn i'r cymorth fod fel rydych chi ei eisiau
purpose-reaching = er mwyn cysylltu â chi dim ond fel rydych chi'n dweud
purpose-signing-in = er mwyn gwybod mai chi sydd yno
purpose-reading = er mwyn dangos tudalennau fel rydych chi'n hoffi eu darllen
purpose-proof = fel na all neb edrych na newid dim heb i hynny ddod i'r golwg
purpose-helping = fel na fydd angen i chi ei ddweud ddwywaith
purpose-accounts = er mwyn gallu gwirio cyfrifon
purpose-putting-right = er mwyn cywiro'r hyn sy'n anghywir
basis-consent = Rydych wedi cytuno (GDPR y DU, Erthygl 6(1)(a), a 9(2)(a) ar gyfer iechyd). Gallwch dynnu hynny'n ôl.
basis-accountability = Mae'r gyfraith yn gofyn i ni ddangos beth gafodd ei wneud (GDPR y DU, Erthygl 6(1)(c)).
basis-public-task = Mae'n rhan o dasg er budd y cyhoedd (GDPR y DU, Erthygl 6(1)(e), a 9(2)(h) ar gyfer iechyd). Gallwch wrthwynebu.
basis-legal-duty = Mae'r gyfraith yn gofyn i ni gadw cyfrifon (GDPR y DU, Erthygl 6(1)(c)).
retention-until-taken-away = Nes i chi ei ddileu. Cedwir yr hyn a ddywedai o'r blaen tan hynny hefyd.
retention-until-its-day = Tan y diwrnod y mae'n ei enwi, neu nes i chi ei ddileu. Mae'n mynd ar ei ben ei hun.
retention-kept-by-law = Tan y diwrnod y mae'n ei enwi, am fod y gyfraith yn gofyn am hynny. Yna mae'n mynd ar ei ben ei hun.
retention-with-its-record = Cyhyd â'r hyn y mae'n sôn amdano, neu nes i chi ei ddileu.
retention-session = Nes i chi allgofnodi, 12 awr ar y mwyaf
retention-as-long-as-anything = Tra bydd unrhyw beth amdanoch yn cael ei gadw
seen-nobody = Dim ond chi sy'n gallu gweld hwn.
seen-case-worker = Chi, a'r gweithiwr achos rydych chi'n ei ddewis, sy'n gallu gweld hwn.
seen-whoever-wrote-it = Chi, a'r gweithiwr achos rydych chi'n ei ddewis, sy'n gallu gweld hwn. Tra byddwch yn aros am ateb, gall pwy bynnag a'i hysgrifennodd ei weld hefyd.
seen-whom-it-is-about = Chi sy'n gallu gweld hyn, a phwy bynnag y mae amdano pan fyddant yn defnyddio eu cod.
seen-whoever-asked = Chi sy'n gallu gweld hyn, a'ch gweithiwr achos os hwy a ofynnodd. Mae pwy bynnag sydd â'i god yn gweld ei fod yn un go iawn.
seen-as-it-says = Chi sy'n dewis ar gyfer pob un.

# Un eitem, a'i hanes
held-more = Geiriadau cynharach, neu ddileu
held-more-kept = Geiriadau cynharach, a phwy sydd wedi edrych
held-facts = Pam y mae'n cael ei gadw, ac am ba hyd
held-item-title = Manylion
held-who = Pwy a'i hysgrifennodd
held-who-changed = Pwy a'i newidiodd ddiwethaf
held-when = Pryd
held-item-gone = Ni chedwir dim yma nawr.
held-history = Pob geiriad, y diweddaraf yn gyntaf
held-history-what = Dim ond chi all weld geiriadau cynharach.
held-history-earlier = Geiriadau cynharach
held-past = Wedi'i dynnu i ffwrdd, ond yn dal yn ddarllenadwy
held-past-all = Gweld y rhain i gyd
held-past-what = Nid ydych yn defnyddio'r rhain mwyach. Dim ond chi all ddarllen yr hyn roeddent yn ei ddweud, nes i chi eu dileu.

# Dileu
held-erase = Dileu hwn
held-erase-kind = Dileu'r rhain i gyd
held-erase-all = Dileu popeth
held-erase-all-what = Gallwch ddinistrio popeth a ysgrifennoch yma. Nid yw'n effeithio ar eich budd-daliadau.
erase-title = Dileu
erase-item = Dileu hwn? { $kind }
erase-everything = Dileu popeth?
erase-everything-what = { $count ->
    [0] Ni chedwir dim nawr. Bydd yr hyn a gadwyd o'r blaen yn mynd.
    [one] Bydd 1 eitem yn mynd.
   *[other] Bydd { $count } eitem yn mynd.
}
erase-more = A { $count } arall.
erase-choice = Nid oes rhaid i chi. Ni fydd yn effeithio ar eich budd-daliadau.
erase-happens = Os byddwch yn ei ddileu
erase-happens-now = Caiff ei ddinistrio ar unwaith, gyda phopeth roedd yn ei ddweud o'r blaen.
erase-happens-never = Ni all neb ei gael yn ôl. Nid chi, ac nid ni.
erase-happens-line = Mae un llinell yn aros: bod rhywbeth o'r math hwn yma, a phryd y gwnaethoch ei ddileu. Nid yw'n dweud beth oedd. Mae'r gyfraith yn gofyn i ni allu dangos beth a wnaed.
erase-happens-stopped = Mae'r ffaith eich bod wedi stopio yn aros, fel na fydd neb yn cysylltu â chi.
erase-happens-copies = Mae ffeiliau rydych wedi'u lawrlwytho yn aros lle rhoesoch chi nhw. Dim ond dan glo y mae copïau diogelwch o'r gwasanaeth hwn yn ei ddal. Unwaith y gwneir y copi nesaf, ni all neb ei ddarllen yno chwaith.
erase-now = Ei ddileu
erase-keep = Ei gadw
done-erased = Wedi'i ddileu.

# Pwy all weld beth
seen-title = Pwy all weld beth
seen-what = Gallwch chi weld y cyfan. Dim ond yr hyn rydych yn ei ganiatáu y mae eraill yn ei weld.
seen-rule = Mae wedi'i dynnu gan yr un rheol sy'n eu hateb nhw. Bob tro y bydd rhywun yn edrych, nodir hynny yn y rhestr o bwy sydd wedi edrych.
seen-picture = Pwy all weld pob peth, fel y mae nawr
seen-table = Fel tabl
seen-kind = Beth
viewer-claimant = Chi
viewer-case-worker = Y gweithiwr achos a ddewiswch
viewer-carers = Gofalwyr rydych yn eu gadael i mewn
viewer-organisations = Sefydliadau
viewer-decision-makers = Pobl sy'n penderfynu ar fudd-daliadau
sees-all = y cyfan
sees-some = rhywfaint ohono
sees-none = dim
