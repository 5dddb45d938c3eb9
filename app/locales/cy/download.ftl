# Mynd â'r cyfan i ffwrdd, fel ffeiliau.
download-title = Eich papurau
download-what = Gallwch gymryd copi o bopeth a gedwir amdanoch. Nid oes rhaid i chi. Nid yw'n effeithio ar eich budd-daliadau.
download-shared = Mae ffeil yn aros ar y ddyfais rydych yn ei chadw arni. Efallai y gall unrhyw un sy'n defnyddio'r ddyfais honno ei hagor. Nid yw enwau'r ffeiliau'n dweud beth sydd ynddynt.
download-erase = Os byddwch yn dileu rhywbeth yma, mae'n aros yn y ffeiliau rydych wedi'u cadw.
download-contents = Mae'r ffeiliau yn yr iaith rydych yn ei darllen. Mae'r hyn a ysgrifennoch yn eich geiriau eich hun.
download-json = Ar gyfer rhaglen arall
download-json-what = Popeth, gyda phob geiriad cynharach, a phawb a edrychodd. Mae ar gyfer person neu wasanaeth sy'n gweithio gyda data.
download-json-link = Lawrlwytho ar gyfer rhaglen arall (JSON, tua { $size } kB)
download-json-schema = Beth mae rhannau'r ffeil honno'n ei olygu (i raglenwyr)
download-proof = Prawf o'r hyn a ddywedwyd
download-proof-what = Mae'r ffeiliau hyn i'w darllen. I ddangos i rywun beth a ddywedwyd, a phryd, defnyddiwch eich derbynebau.
download-proof-link = Eich derbynebau
