# Gwirio derbynneb: y dudalen, a'r llinell orchymyn.
check-title = Gwirio derbynneb
check-lead = Gallwch weld a yw ffeil o dderbynebau, neu god ar bapur, fel y'i gwnaed gennym. Byddwch yn gweld a oes unrhyw beth wedi'i newid, ei adael allan neu ei ffugio.
check-scanned = Wnaethoch chi sganio cod? Os nad oes ateb yn ymddangos yma, mae sgriptiau wedi'u diffodd yn y porwr hwn. Dewiswch y ffeil, neu deipio'r llythrennau o dan y cod.
check-scanned-stays = Caiff cod rydych yn ei sganio ei wirio yma hefyd, heb ei anfon. Mae'n aros yn rhestr y tudalennau a agorwyd gennych.
check-choice = Nid oes angen mewngofnodi. Nid ydym yn nodi eich bod wedi gwirio. Nid yw'n effeithio ar fudd-daliadau neb.
check-sent = Pan fyddwch yn pwyso “Gwirio”, caiff y ffeil neu'r testun ei anfon atom. Rydym yn ei wirio ar unwaith, heb gadw dim ohono.
check-stays = Mae'r hyn a ddewiswch yma yn aros ar y ddyfais hon. Caiff ei wirio yma, ac ni chaiff dim ei anfon. Mae'n gweithio heb gysylltiad hefyd.
check-file = Pa ffeil?
check-file-hint = Y ffeil o dderbynebau, yn union fel y'i lawrlwythwyd. Gall fod hyd at 10 MB.
check-text = Neu gludo'r testun
check-text-hint = Y ffeil gyfan, o'r llinell gyntaf i'r olaf. Neu'r llythrennau o dan god ar bapur. Gadewch hwn yn wag os dewisoch ffeil.
check-do = Gwirio
check-busy = Rydym yn gwirio. Gyda llawer o dderbynebau gall hyn gymryd munud.
check-how = Sut mae'n gweithio, a sut i wirio hebom ni
check-how-keys = Caiff pob derbynneb ei llofnodi ag allwedd. Mae rhestr ein hallweddi yma:
check-how-keys-link = ein hallweddi
check-how-seals = Bob ychydig funudau rydym yn cyhoeddi sêl dros bob derbynneb. Felly ni allwn newid un yn ddiweddarach heb i hynny ddangos:
check-how-seals-link = ein seliau
check-how-keep = Cadwch gopi o'r allweddi. Yna gallwch wirio derbynebau hebom ni, hyd yn oed os bydd y dudalen hon wedi mynd.

# Yn lle ateb
error-file-empty = Dewiswch ffeil, neu gludwch y testun.
check-too-large = Mae hyn yn fwy na 10 MB. Cymerwch lai o dderbynebau ar y tro.
check-unreadable = Ni allem agor y ffeil hon. Dewiswch hi eto.

# Yr ateb
check-well = Mae popeth yn iawn
check-well-whole = Mae pob derbynneb fel y'i gwnaed, ac nid oes yr un ar goll.
check-well-some = Mae pob derbynneb yn y ffeil hon fel y'i gwnaed. Mae'r ffeil yn dweud mai dim ond rhai ohonynt sydd ynddi.
check-wrong = Mae rhywbeth o'i le yn y ffeil hon
check-wrong-what = Nid yw fel y'i gwnaed. Dyma ble, a beth mae hynny'n ei olygu. Cadwch y ffeil, a gwiriwch un newydd ei lawrlwytho.
check-unread = Nid yw hon yn ffeil o dderbynebau y gallwn ei darllen
check-unread-what = Efallai mai ffeil arall yw hi, neu ran o un yn unig. Dewiswch y ffeil fel y'i lawrlwythwyd, neu gludwch ei thestun i gyd.
check-keys-ours = Yr allweddi a'i llofnododd yw'r rhai rydym yn eu cyhoeddi.
check-keys-alone = Ond ni chymharwyd yr allweddi yn y ffeil â rhai cyhoeddedig. Gallai rhywun fod wedi gwneud y cyfan â'i allwedd ei hun.
check-keys-compare = Cymharwch yr olion bysedd isod â'r rhai y mae'r gwasanaeth yn eu cyhoeddi yn /check/keys. Neu enwch ffeil ohonynt gyda --keys.
check-at-file = Y ffeil gyfan
check-at-line = Llinell { $line }
check-at-receipt = Derbynneb { $receipt }
check-at-both = Derbynneb { $receipt }, llinell { $line }
check-now-says = Mae'r llinell nawr yn dweud:
check-more = Nid dyna'r cyfan. Pethau sydd o'u lle: { $count }.

# Beth sydd yn y ffeil
check-facts = Beth sydd yn y ffeil
check-receipts = Nifer y derbynebau
check-whole = Ydyn nhw i gyd yno?
check-whole-yes = Ydyn, o'r gyntaf i'r olaf
check-whole-no = Nac ydyn, dim ond rhai a gymerwyd
check-made = Gwnaed y ffeil
check-checkpoint = Sêl gyhoeddedig
check-checkpoint-in = Mae derbynebau hyd at rif { $receipt } o dan sêl { $moment }.
check-checkpoint-none = Dim un eto. Gwnaed y ffeil cyn y gyntaf.
check-keys = Olion bysedd yr allweddi

# Cod o bapur
code-well = Mae hwn yn ddilys: ni a'i llofnododd
code-well-what = Ni wnaeth dderbynneb { $number }. Mae wedi'i llofnodi ag allwedd rydym yn ei chyhoeddi, ac ni newidiwyd dim yn y cod.
code-well-words = Mae'r hyn a ysgrifennwyd yn y cod hefyd. Cymharwch yr hyn sydd isod â'r papur, air am air.
code-well-no-words = Nid yw'r cod yn dal yr hyn a ysgrifennwyd. Felly nid yw'n profi'r geiriau ar y papur: ffeil y dderbynneb sy'n gwneud hynny.
code-well-not = Nid yw'n dangos a oes rhywbeth mwy newydd erbyn hyn, na phapur pwy ydyw.
code-wrong = Nid yw'r cod hwn yn profi dim
code-wrong-unread = Nid yw'n god cyfan gennym ni. Efallai bod rhan ar goll, neu fod un llythyren yn wahanol. Sganiwch ef eto, neu dewiswch y ffeil.
code-wrong-key = Fe'i llofnodwyd ag allwedd nad yw'n un o'n rhai ni. Efallai ei fod o wasanaeth arall, neu fod rhywun wedi'i ffugio.
code-wrong-signature = Ni wnaethom lofnodi'r hyn sydd ynddo. Cafodd ei newid, neu rywun arall a'i gwnaeth. Os teipioch ef, chwiliwch am lythyren anghywir.
code-facts = Beth sydd yn y cod
code-number = Rhif y dderbynneb
code-words = Beth a ysgrifennwyd, fel rydym yn ei gadw
code-by-claimant = y person y mae'r dderbynneb yn perthyn iddo
code-by-carer = gofalwr
code-by-case-worker = gweithiwr achos
code-by-supervisor = goruchwyliwr
code-by-system = system sefydliad gweithiwr achos
code-by-organisation = sefydliad
code-by-code-holder = rhywun â chod cydsyniad
code-by-calendar = calendr
code-by-service = y gwasanaeth hwn

# Beth all fod o'i le, a beth mae hynny'n ei olygu
wrong-not-receipts = Nid ffeil o dderbynebau yw hon.
wrong-not-receipts-means = Efallai mai ffeil arall yw hi, neu ran o un yn unig.
wrong-line = Nid yw'r llinell hon fel y'i gwnaed.
wrong-line-means = Newidiwyd rhywbeth arni, neu ychwanegwyd neu tynnwyd llinell yma. Gall cadw'r ffeil mewn rhaglen arall wneud hynny hefyd.
wrong-file = Nid yw'r ffeil gyfan fel y'i gwnaed.
wrong-file-means = Newidiwyd ei diwedd neu mae ar goll, neu rhywun arall a'i rhoddodd at ei gilydd.
wrong-key = Fe'i llofnodwyd ag allwedd nad yw'n hysbys.
wrong-key-means = Nid y gwasanaeth a wnaeth y ffeil hon, neu nid y cyfan ohoni. Gall hefyd ddod o wasanaeth arall.
wrong-entry = Nid yw'r dderbynneb hon fel y'i hysgrifennwyd.
wrong-entry-means = Newidiwyd wedyn ei hamser, ei rhif, pwy a'i hysgrifennodd neu am beth y mae.
wrong-signature = Ni lofnododd y gwasanaeth y dderbynneb hon fel y mae yma.
wrong-signature-means = Fe'i newidiwyd, neu rhywun arall a'i gwnaeth. Nid yw'n profi dim.
wrong-content = Nid yr hyn y mae'r dderbynneb hon yn ei ddweud a ysgrifennwyd.
wrong-content-means = Newidiwyd ei geiriau wedyn.
wrong-order = Mae derbynneb cyn hon ar goll, neu nid ydynt mewn trefn.
wrong-order-means = Mae pob derbynneb wedi'i chloi wrth yr un o'i blaen. Yma mae'r clo wedi torri.
wrong-replaced = Nid yr hyn a ddisodlodd y dderbynneb hon oedd yno o'r blaen.
wrong-replaced-means = Newidiwyd neu gadawyd allan dderbynneb gynharach am yr un peth.
wrong-end = Mae'r derbynebau olaf ar goll.
wrong-end-means = Mae'r ffeil yn dweud bod mwy o dderbynebau nag sydd ynddi.
wrong-checkpoint = Nid yw'r sêl yn y ffeil hon yn un a gyhoeddodd y gwasanaeth.
wrong-checkpoint-means = Nid yw'n profi dim am bryd yr oedd y derbynebau yno.
wrong-rewritten = Nid y derbynebau oedd yno pan gyhoeddwyd y sêl yw'r rhain.
wrong-rewritten-means = Cawsant eu hailysgrifennu wedyn. Dim ond y gwasanaeth ei hun all wneud hynny, felly cadwch y ffeil hon.

# Ar y llinell orchymyn
verify-file = Gwiriwyd: { $file }
verify-keys = Cymharwyd â'r allweddi yn: { $file }
verify-not-there = Ni ellir darllen { $file }: { $why }
verify-no-text = Nid testun yw { $file }, felly nid yw'n ffeil o dderbynebau.
verify-too-large = Mae { $file } yn fwy na 10 MB, sy'n fwy nag a gaiff ei wirio ar unwaith.
verify-no-keys = Nid yw { $file } yn dal allweddi cyhoeddedig. Maent yn /check/keys y gwasanaeth.
verify-keys-needed = Mae { $file } yn dal cod derbynneb. Nid oes allweddi ynddo: enwch ffeil ohonynt gyda --keys.
