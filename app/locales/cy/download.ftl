# Mynd â'r cyfan i ffwrdd, fel ffeiliau.
download-title = Eich papurau
download-what = Gallwch gymryd copi o bopeth a gedwir amdanoch. Nid oes rhaid i chi. Nid yw'n effeithio ar eich budd-daliadau.
download-shared = Mae ffeil yn aros ar y ddyfais rydych yn ei chadw arni. Efallai y gall unrhyw un sy'n defnyddio'r ddyfais honno ei hagor. Nid yw enwau'r ffeiliau'n dweud beth sydd ynddynt.
download-erase = Os byddwch yn dileu rhywbeth yma, mae'n aros yn y ffeiliau rydych wedi'u cadw.
download-contents = Mae'r ffeiliau yn yr iaith rydych yn ei darllen. Mae'r hyn a ysgrifennoch yn eich geiriau eich hun.
download-gone = Yr hyn nas cedwir mwyach
download-earlier = Geiriadau cynharach:
download-fact = { $what }: { $said }
download-made = Fel hyn yr oedd ar { $day }.
download-pdf = I'w ddarllen neu ei argraffu
download-pdf-what = Popeth, gyda phob geiriad cynharach, a phawb a edrychodd. Mae'r print yn fawr. Mae'n gweithio gyda darllenwyr sgrin.
download-pdf-link = Lawrlwytho i'w ddarllen neu ei argraffu (PDF, tua { $size } kB)
download-json = Ar gyfer rhaglen arall
download-json-what = Popeth, gyda phob geiriad cynharach, a phawb a edrychodd. Mae ar gyfer person neu wasanaeth sy'n gweithio gyda data.
download-json-link = Lawrlwytho ar gyfer rhaglen arall (JSON, tua { $size } kB)
download-json-schema = Beth mae rhannau'r ffeil honno'n ei olygu (i raglenwyr)
download-csv = Ar gyfer taenlen
download-csv-what = Pob peth a gedwir fel rhes mewn tabl, gyda phob geiriad cynharach. Nid yw'n dangos pwy a edrychodd.
download-csv-link = Lawrlwytho ar gyfer taenlen (CSV, tua { $size } kB)
download-calendar = Ar gyfer eich calendr
download-calendar-what = Eich seibiannau a'r hyn a gytunwyd, yn eich calendr eich hun. Enw pob un yw “Preifat”. Nid ydynt yn dweud beth yw eu diben.
download-calendar-link = Lawrlwytho ar gyfer eich calendr (ICS, tua { $size } kB)
download-calendar-none = Nid oes gennych seibiannau ac nid oes dim wedi'i gytuno, felly nid oes dim ar gyfer calendr eto.
download-fhir = Ar gyfer gwasanaeth iechyd neu ofal
download-fhir-what = Eich enw, eich nodau, apwyntiadau, yr hyn a ysgrifennoch chi a'ch gweithiwr achos, pob newid, a phawb a edrychodd. Gall cyfrifiadur meddyg ei ddarllen. Ni chaiff ei anfon at neb: chi sy'n dewis pwy sy'n ei gael.
download-fhir-link = Lawrlwytho ar gyfer gwasanaeth iechyd neu ofal (FHIR, tua { $size } kB)
download-proof = Prawf o'r hyn a ddywedwyd
download-proof-what = Mae'r ffeiliau hyn i'w darllen. I ddangos i rywun beth a ddywedwyd, a phryd, defnyddiwch eich derbynebau.
download-proof-link = Eich derbynebau

# Yn y ffeiliau
calendar-private = Preifat
csv-kind = Pa fath
csv-said = Beth mae'n ei ddweud
csv-stands = A yw'n sefyll nawr?
csv-who = Pwy a'i hysgrifennodd
csv-when = Pryd
csv-seen = Pwy all ei weld
csv-why = Pam y'i cedwir
csv-basis = Ar ba sail
csv-until = Tan pryd
csv-version = Fersiwn
csv-id = Ei enw yn y gwasanaeth hwn
csv-stands-now = ydy
csv-stands-before = nac ydy, geiriad cynharach
csv-stands-taken-away = nac ydy, wedi'i dynnu i ffwrdd
csv-stands-erased = nac ydy, wedi'i ddileu

# Tra bydd ffeil ar ei ffordd
taking-label = Faint sydd yma
taking-began = Mae'r ffeil ar ei ffordd.
taking-far = Mae { $percent }% yma.
taking-done = Mae'r cyfan yma. Mae eich porwr yn ei gadw dan yr enw { $name }.
taking-stopped = Wedi stopio. Ni chadwyd dim.
taking-failed = Collwyd y cysylltiad, felly ni chadwyd dim. Gallwch roi cynnig arall arni.
taking-stop = Stopio
taking-again = Rhoi cynnig arall
