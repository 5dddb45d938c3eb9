# Mewngofnodi gydag allwedd, ac ychwanegu un.
passkey-title = Allwedd
passkey-sign-in = Mewngofnodi gydag allwedd
passkey-not = Mae allwedd angen sgriptiau, a phorwr sy'n gyfarwydd ag allweddi. Oes dim botwm yma? Yna defnyddiwch ffordd arall o fewngofnodi.
passkey-add-title = Ychwanegu allwedd
passkey-what = Allwedd yw hon y mae eich ffôn, eich cyfrifiadur neu ffon yn ei chadw i chi. Rydych yn ei defnyddio fel rydych yn datgloi'r ddyfais: â bys, eich wyneb neu rif.
passkey-shared = Gall unrhyw un sy'n gallu datgloi'r ddyfais ddefnyddio'r allwedd hefyd. Ydy hi'n cael ei rhannu? Yna mae ffordd arall o fewngofnodi yn fwy diogel.
passkey-called = Beth hoffech chi ei galw?
passkey-called-hint = Rydych yn gweld yr enw hwn yn rhestr eich ffyrdd o fewngofnodi. Gall eich dyfais ei ddangos hefyd.
passkey-name = Fy nyfais
passkey-add = Ei hychwanegu
done-passkey-added = Gallwch fewngofnodi gyda'r allwedd hon o hyn ymlaen.
# Tra bod y ddyfais yn gofyn, a phan na ddaw dim
passkey-waiting = Mae eich dyfais yn gofyn i chi nawr.
passkey-not-allowed = Ni roddodd eich dyfais allwedd i ni. Efallai nad oes un ganddi ar gyfer y safle hwn, neu fe'i stopiwyd, neu fe gymerodd yn rhy hir. Does dim wedi'i golli. Gallwch roi cynnig arall arni, neu ddefnyddio ffordd arall.
passkey-there-already = Mae gan y ddyfais hon allwedd i chi ar gyfer y safle hwn yn barod. Gallwch fewngofnodi gyda honno.
passkey-not-here = Nid yw allweddi'n gweithio yn y cyfeiriad hwn. Does dim wedi'i golli. Gallwch ddefnyddio ffordd arall.
passkey-cannot = Ni weithiodd hynny ar y ddyfais hon. Does dim wedi'i golli. Gallwch roi cynnig arall arni, neu ddefnyddio ffordd arall.
# Pan nad yw ei hateb yn iawn
error-passkey-opens-nothing = Ni allem eich mewngofnodi gyda'r allwedd hon. Nid yw'n un rydym yn ei hadnabod, neu fe gymerodd yn rhy hir. Does dim wedi'i golli. Gallwch roi cynnig arall arni, neu ddefnyddio ffordd arall.
error-new-passkey-opens-nothing = Ni chafodd yr allwedd ei hychwanegu. Fe gymerodd yn rhy hir, neu ni allem ddarllen yr hyn a anfonodd eich dyfais. Does dim wedi'i golli. Gallwch roi cynnig arall arni.
