# Ffyrdd o fewngofnodi
way-in-email = Drwy ddolen mewn e-bost i { $address }
way-in-passkey = Drwy allwedd: allwedd ar eich ffôn, eich cyfrifiadur neu ffon
way-in-passkey-id = Rhif yr allwedd ei hun: { $id }
way-in-passkey-key = Ei hanner cyhoeddus, yr ydym yn ei hadnabod wrtho: { $key }
way-in-provider = Drwy { $issuer }, sy'n eich adnabod
way-in-provider-subject = Yr enw y maent yn eich adnabod wrtho, na ddywedir wrth neb arall: { $subject }
