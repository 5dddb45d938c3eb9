# Ffordd newydd i mewn, ar ôl colli pob ffordd
sign-in-lost = Ydych chi wedi colli pob ffordd i mewn?
sign-in-lost-what = Gall eich gweithiwr achos helpu. Gofynnwch iddynt am ffordd newydd i mewn.
recovery-title = Gofynnodd rhywun am ffordd newydd i mewn i'ch lle
recovery-who = Gofynnodd { $who } amdani ar { $when }.
recovery-opens = Mae ei chod yn agor eich lle o { $from } tan { $until }.
recovery-will-come = Gall pwy bynnag sydd â'r cod ddod i mewn o { $from }. Ni all neb cyn hynny.
recovery-can-come = Gall pwy bynnag sydd â'r cod ddod i mewn nawr, tan { $until }.
recovery-came = Mae rhywun wedi dod i mewn drwyddi. Gallwch ddadwneud hynny tan { $until }.
recovery-known = Dywedasoch ar { $when } mai chi oedd hyn.
recovery-yours = Daethoch i mewn drwy ffordd newydd. Ychwanegwch ffordd o fewngofnodi, er mwyn i chi allu dod yn ôl.
recovery-where = Os nad chi oedd, gallwch ei stopio:
recovery-stop = Stopio hyn
recovery-mine = Fi oedd hyn
recovery-stop-what = Os stopiwch hi, ni ddaw neb i mewn drwyddi. Nid oes dim arall yn newid.
recovery-undo-what = Os stopiwch hi, ni ddaw neb i mewn drwyddi. Caiff pwy bynnag sydd wedi dod ei allgofnodi, a chaeir pob ffordd o fewngofnodi a ychwanegwyd wedyn. Daw'r hyn y cafodd eraill ei wneud neu ei weld ers hynny i ben hefyd. Nid oes dim arall yn newid.
recovery-status-waiting = Nid yw'r cod yn agor dim eto.
recovery-status-open = Mae'r cod yn agor eich lle nawr.
recovery-status-expired = Ni ddaeth neb i mewn drwyddi mewn pryd. Nid yw'r cod yn agor dim mwyach.
recovery-status-stopped = Cafodd ei stopio ar { $when }, { $through }.
recovery-status-opened = Daeth rhywun i mewn drwyddi ar { $when }. { $count ->
    [0] Nid oedd gennych ffordd arall o fewngofnodi bryd hynny.
    [one] Gall y ffordd o fewngofnodi a oedd gennych bryd hynny ei dadwneud tan { $until }.
   *[other] Gall pob un o'r { $count } ffordd o fewngofnodi a oedd gennych bryd hynny ei dadwneud tan { $until }.
}
recovery-status-settled = Daeth rhywun i mewn drwyddi ar { $when }. { $count ->
    [0] Nid oedd gennych ffordd arall o fewngofnodi bryd hynny.
    [one] Roedd gennych 1 ffordd arall o fewngofnodi bryd hynny.
   *[other] Roedd gennych { $count } ffordd arall o fewngofnodi bryd hynny.
}
recovery-status-undone = Cafodd ei dadwneud ar { $when }, { $through }.
recovery-through-link = drwy ddolen a anfonwyd gennym
recovery-through-signed-in = gan rywun a oedd wedi mewngofnodi
done-recovery-stopped = Mae wedi'i stopio. Ni all neb ddod i mewn drwyddi.
done-recovery-undone = Mae wedi'i dadwneud. Mae pwy bynnag a ddaeth i mewn drwyddi wedi'i allgofnodi.
done-recovery-known = Wedi'i gadw. Gallwch ei stopio yma o hyd.
undo-what = Ai chi oedd hyn? Yna nid oes dim i'w wneud. Os nad chi, stopiwch hi.
undo-done = Mae wedi'i stopio
undo-done-what = Ni all neb ddod i mewn drwyddi. Os oedd rhywun wedi dod, mae wedi'i allgofnodi, ac mae pob ffordd o fewngofnodi a ychwanegwyd wedyn wedi'i chau.
undo-left-what = Dywedasoch mai chi oedd hyn. Mae'r ddolen yn dal i weithio, os newidiwch eich meddwl.
not-yet-title = Mae'n rhy gynnar i'r cod hwn
not-yet-from = Mae'r cod hwn yn gweithio o { $from }.
not-yet-what = Cadwch ef tan hynny. Ni ddefnyddiwyd dim.
not-yet-back = Defnyddio cod
mail-recovery-subject = Rhywbeth i'w ddarllen
mail-recovery = Helo. Gofynnodd rhywun am ffordd newydd o fewngofnodi i Own Terms i chi. Os chi oedd, nid oes dim i'w wneud. Os nad chi, agorwch hon a'i stopio:
mail-recovered = Helo. Mae rhywun wedi mewngofnodi i Own Terms drwy ffordd newydd y gofynnwyd amdani. Os chi oedd, nid oes dim i'w wneud. Os nad chi, agorwch hon a'i dadwneud:
mail-recovery-not-you = Nid yw ei hagor yn newid dim. Rydych yn pwyso botwm yno.
mail-to-read = Helo. Mae rhywbeth i chi ei ddarllen:
mail-to-read-what = Nid yw ei hagor yn newid dim.
mail-news = Helo. Mae rhywbeth newydd i chi ei ddarllen:
mail-news-when = Gallwch ei ddarllen pan fynnwch, neu ei adael.
mail-reminder-subject = Eich nodyn atgoffa
mail-reminder = Helo. Gofynnoch i ni eich atgoffa. Gallwch weld o beth yma:
mail-reminder-change = Gallwch newid eich nodiadau atgoffa yno, neu gael dim.
sms-news = Mae rhywbeth newydd i chi ei ddarllen, pan fynnwch.
sms-reminder = Dyma'r nodyn atgoffa y gofynnoch amdano.
held-waiting-recovery = Gellir defnyddio cod ffordd newydd i mewn, o { $made }, tan { $until }.
held-waiting-undo = Anfonwyd dolen i stopio ffordd newydd i mewn ar { $made }. Mae ar agor tan { $until }.
signed-in-by-recovery = Drwy ffordd newydd i mewn y gofynnodd eich gweithiwr achos amdani
notice-not-before = Gellir gwneud hyn o { $moment } ymlaen. Tan hynny mae'n aros, fel na all neb arall ei gymryd oddi arnoch.
