# Derbynebau.
receipts-title = Derbynebau
receipts-what = Mae derbynneb i bob peth rydych yn ei ddweud neu'n ei benderfynu yma. Mae'n dangos beth ddywedoch chi, beth a ddisodlwyd, a phryd.
receipts-proof = Mae pob derbynneb wedi'i llofnodi a'i chloi wrth yr un o'i blaen. Os bydd unrhyw un yn newid un, neu'n tynnu un allan, bydd yn dangos. Mae hynny'n wir amdanom ni hefyd.
receipts-take = Mynd ag ef gyda chi
receipts-take-what = Cadwch y ffeil lle dim ond chi all ei hagor. Mae'n dal yr hyn a ysgrifennoch. Gallwch adael hynny allan: mae'r prawf yn dal yn dda.
receipts-all = Lawrlwytho pob derbynneb
receipts-all-without = Lawrlwytho pob derbynneb, heb yr hyn a ysgrifennoch
receipts-check-what = Gall unrhyw un wirio derbynneb. Nid oes angen cyfrif, ac nid oes rhaid i neb gymryd ein gair.
receipts-check = Gwirio derbynneb
receipts-list = Eich derbynebau
receipts-count = { $count ->
    [0] Nid oes rhai eto.
    [one] Mae 1.
   *[other] Mae { $count }. Y diweddaraf sydd gyntaf.
}
receipts-earlier = Derbynebau cynharach

receipt-title = Derbynneb
receipt-number = Derbynneb { $number }
receipt-by-when = Gan { $who }, ar { $when }.
receipt-set = Wedi'i ysgrifennu neu ei newid: { $kind }.
receipt-take-away = Wedi'i dynnu i ffwrdd: { $kind }.
receipt-erase = Wedi'i ddileu: { $kind }.
receipt-nothing = Nid yw'n dweud dim o hyn ymlaen.
receipt-nothing-before = Nid oedd dim yno o'r blaen.
receipt-erased = Cafodd yr hyn a ddywedai ei ddileu.
receipt-left-out = Wedi'i adael allan, fel y dewisoch.
receipt-what = Beth a wnaed
receipt-by = Gan bwy
receipt-when = Pryd
receipt-before = Beth roedd yn ei ddweud o'r blaen
receipt-after = Beth mae'n ei ddweud o hyn ymlaen
receipt-notice = Y dudalen breifatrwydd fel yr oedd bryd hynny, fersiwn
receipt-download = Lawrlwytho'r dderbynneb hon
receipt-download-without = Lawrlwytho'r dderbynneb hon, heb yr hyn a ysgrifennoch
receipt-proof = Y prawf
receipt-published = Cyhoeddwyd sêl dros eich derbynebau gennym ar { $when }. Mae'r un hon oddi tani.
receipt-not-published = Bydd y dderbynneb hon yn mynd o dan y sêl nesaf a gyhoeddwn, ymhen ychydig funudau.
receipt-hash = Ei sêl
receipt-previous = Sêl yr un o'i blaen
receipt-key = Yr allwedd y'i llofnodwyd â hi
receipt-replaced = Sêl yr hyn y mae'n cymryd ei le
receipt-commitment = Marc yr hyn y mae'n ei ddweud
receipt-signature = Y llofnod
receipt-checkpoint = Rhif y sêl honno
receipt-leaf = Eich lle oddi tani
receipt-entries = Eich newidiadau oddi tani
receipt-head = Sêl yr olaf o'r rheini
receipt-looks = Edrychiadau ar eich pethau oddi tani
receipt-look-head = Sêl yr olaf o'r edrychiadau hynny
receipt-path = Y marciau wrth ymyl eich un chi
receipt-path-none = Dim: eich un chi yw'r unig un oddi tani.

# Yr un peth ar bapur
paper-title = Cod i'w sganio, ar gyfer papur
paper-print = Argraffwch y dudalen hon i gael y dderbynneb ar bapur. Caiff y cod ei argraffu gyda hi. Nid oes rhaid i chi: mae'r ffeil yn profi mwy.
paper-for = Gall camera ffôn ddarllen y cod hwn. Mae'n agor y dudalen “Gwirio derbynneb”, sy'n dangos a lofnodwyd y dderbynneb hon gennym. Gall unrhyw un wneud hynny, heb gyfrif.
paper-holds = Mae'r cod yn dal pryd oedd hyn, beth yw ei bwnc, rhif sy'n eich cynrychioli yma, a'n llofnod. Nid yw eich enw ynddo.
paper-no-words = Nid yw'r hyn a ysgrifennoch yn y cod, felly nid yw'r cod yn profi'r geiriau ar y papur.
paper-words = Mae popeth a ysgrifennoch ac a ddewisoch yma yn y cod hefyd. Gall unrhyw un sy'n ei sganio ddarllen hynny.
paper-with = Rhoi'r hyn a ysgrifennoch yn y cod
paper-without = Gadael yr hyn a ysgrifennoch allan o'r cod
paper-too-long = Mae'r hyn a ysgrifennoch yn rhy hir i god. Mae lle iddo yn y ffeil.
paper-picture = Cod i'w sganio â chamera. Mae'n agor y dudalen sy'n gwirio'r dderbynneb hon.
paper-open = Agor yr hyn y mae'r cod yn ei agor
paper-letters = Os na ellir ei sganio, agorwch { $address } a theipio'r llythrennau hyn yno. Nid yw bylchau na llythrennau bach yn gwneud gwahaniaeth.
