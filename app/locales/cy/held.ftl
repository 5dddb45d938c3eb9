# Yr hyn a gedwir, a phwy sydd wedi edrych.
held-title = Yr hyn a gedwir
held-what = Dyma bopeth sy'n cael ei gadw amdanoch yma. Nid oes dim yn gudd.
held-count = { $count ->
    [0] Nid oes dim yn cael ei gadw.
    [one] Mae 1 eitem yn cael ei chadw.
   *[other] Mae { $count } eitem yn cael eu cadw.
}
held-items = Yr hyn a gedwir amdanoch
held-search = Dod o hyd i rywbeth yn y rhestr hon
held-search-hint = Mae'r hyn rydych chi'n ei ysgrifennu yma yn aros ar eich dyfais. Nid yw'n cael ei anfon i unman.
held-found = Eitemau sy'n cyfateb: { $count }
held-written-by = Awdur: { $who }, { $when }.
held-show = Ei ddangos
held-facts = Pam y mae'n cael ei gadw, ac am ba hyd
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
held-also-changes = Pob newid rydych chi wedi'i wneud, gyda'r hyn roeddech chi wedi'i ysgrifennu o'r blaen. Mae'r cyfan wedi'i gloi ynghyd, fel na all neb ei newid heb i hynny ddod i'r golwg. Bydd fersiwn nes ymlaen o'r dudalen hon yn dangos hyn i chi.
held-also-session = Eich bod wedi mewngofnodi, nes i chi allgofnodi, neu am 12 awr ar y mwyaf. Dim ond chi sy'n gallu gweld hyn.
held-also-looks = Y rhestr o bwy sydd wedi edrych, isod.
held-looks = Pwy sydd wedi edrych
held-looks-what = Mae un cofnod bob tro y byddwch chi'n mewngofnodi ac yn edrych. Bob tro y bydd rhywun arall yn edrych, mae cofnod ar wahân. Ni all neb dynnu cofnod i ffwrdd.
held-looks-latest = Dangosir y { $count } diweddaraf. Cedwir pob un.
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
reason-conversation-asked = i baratoi at siarad, fel y gofynnoch chi
subject-everything = popeth
subject-at-a-glance = cipolwg ar eich telerau
subject-goals = nodau
subject-contact = cysylltu
subject-terms = telerau ar gyfer apwyntiadau

kind-profile = Eich enw
kind-standing = A yw'r cymorth ar gael
kind-goal = Nodau
kind-goal-order = Trefn eich nodau
kind-wish = A ydych chi eisiau i ni gysylltu
kind-ways = Sut i gysylltu â chi
kind-safe = Cysylltu'n ddiogel
kind-formats = Sut i gwrdd
kind-with-me = Pwy sydd gyda chi, a beth sy'n helpu
kind-pace = Pa mor hir a pha mor aml
kind-times = Diwrnodau ac amserau
kind-breaks = Seibiannau
kind-reading = Gosodiadau darllen

purpose-own-terms = er mwyn i'r cymorth fod fel rydych chi ei eisiau
purpose-reaching = er mwyn cysylltu â chi dim ond fel rydych chi'n dweud
purpose-signing-in = er mwyn gwybod mai chi sydd yno
purpose-reading = er mwyn dangos tudalennau fel rydych chi'n hoffi eu darllen
purpose-proof = fel na all neb edrych na newid dim heb i hynny ddod i'r golwg
basis-consent = Rydych wedi cytuno (GDPR y DU, Erthygl 6(1)(a), a 9(2)(a) ar gyfer iechyd). Gallwch dynnu hynny'n ôl.
basis-accountability = Mae'r gyfraith yn gofyn i ni ddangos beth gafodd ei wneud (GDPR y DU, Erthygl 6(1)(c)).
retention-until-taken-away = Nes i chi ei newid neu ei dynnu i ffwrdd. Mae'r rhestr o newidiadau yn cadw'r hyn a ddywedai o'r blaen.
retention-session = Nes i chi allgofnodi, 12 awr ar y mwyaf
retention-as-long-as-anything = Tra bydd unrhyw beth amdanoch yn cael ei gadw
seen-nobody = Dim ond chi sy'n gallu gweld hwn.
seen-case-worker = Chi, a'r gweithiwr achos rydych chi'n ei ddewis, sy'n gallu gweld hwn.
seen-as-it-says = Chi sy'n dewis ar gyfer pob un.
