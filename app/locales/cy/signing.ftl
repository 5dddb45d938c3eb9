# Ffyrdd o fewngofnodi
way-in-email = Drwy ddolen mewn e-bost i { $address }
way-in-passkey = Drwy allwedd: allwedd ar eich ffôn, eich cyfrifiadur neu ffon
way-in-passkey-id = Rhif yr allwedd ei hun: { $id }
way-in-passkey-key = Ei hanner cyhoeddus, yr ydym yn ei hadnabod wrtho: { $key }
way-in-provider = Drwy { $issuer }, sy'n eich adnabod
way-in-provider-subject = Yr enw y maent yn eich adnabod wrtho, na ddywedir wrth neb arall: { $subject }

# Gwahoddiad
invitation-title = Gwahoddiad
invitation-what = Mae rhywun y buoch yn siarad â nhw wedi gwneud lle i chi yma. Ni all neb ei agor ond chi. Gallwch edrych yn gyntaf, a stopio unrhyw bryd.
invitation-in-link = Daeth eich cod gyda'r ddolen. Dim ond pan bwyswch y botwm y caiff ei ddefnyddio.
invitation-code = Eich cod
invitation-code-hint = Mae ganddo 12 llythyren a rhif, fel K7MP-4XQ9-T2WC. Nid yw priflythrennau na bylchau'n gwneud gwahaniaeth.
invitation-open = Agor fy lle
error-code-empty = Ysgrifennwch y cod a gawsoch.
error-code-opens-nothing = Nid yw'r cod hwn yn agor dim. Efallai ei fod yn rhy hen, neu wedi'i ddefnyddio eisoes. Gofynnwch am un arall i'r sawl a'i rhoddodd i chi.

# E-byst: niwtral i bwy bynnag arall sy'n eu gweld
mail-sign-in-subject = Eich dolen
mail-sign-in = Helo. Gofynnodd rhywun am ddolen i fewngofnodi i Own Terms â'r cyfeiriad hwn. Os chi oedd, agorwch hon:
mail-sign-in-once = Mae'n gweithio unwaith, am 30 munud. Os nad chi oedd, gallwch ei gadael. Ni fydd dim yn digwydd.
mail-new-subject = Eich dolen
mail-new = Helo. Mae rhywun am fewngofnodi i Own Terms â'r cyfeiriad hwn o hyn ymlaen. Os chi oedd, agorwch hon:
mail-new-once = Mae'n gweithio unwaith, am 30 munud. Os nad chi oedd, gallwch ei gadael. Ni fydd dim yn digwydd.
mail-changed-subject = Newid i sut rydych yn mewngofnodi
mail-changed = Helo. Cafodd ffordd o fewngofnodi i Own Terms ei hychwanegu neu ei chau.
mail-changed-not-you = Os chi oedd, nid oes dim i'w wneud. Os nad chi, mewngofnodwch ac edrychwch dan “Sut rydych yn mewngofnodi”. Gallwch gau ffordd yno.
