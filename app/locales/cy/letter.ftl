# Llythyrau ar bapur. Mae'r dewis ar y brig.
letter-title = Llythyr i chi
letter-hello = Helo { $name },
letter-invitation = Mae rhywun y buoch yn siarad â nhw wedi gwneud lle i chi yn Own Terms.
letter-what = Yno gallwch ddweud a ydych chi eisiau cymorth, sut, a pha mor aml. Rydych yn gweld popeth sydd wedi'i gadw amdanoch.
letter-nothing = Os nad ydych ei eisiau, gallwch adael y llythyr hwn. Nid oes neb yn gofyn pam.
letter-how = Sut i edrych arno
letter-open = Agorwch y cyfeiriad hwn ar ffôn neu gyfrifiadur:
letter-code = Ysgrifennwch y cod hwn yno. Nid yw llythrennau mawr neu fach, bylchau na llinellau'n gwneud gwahaniaeth.
letter-until = Mae'r cod yn gweithio unwaith, tan { $day }. Wedi hynny gallwch ofyn am un arall.
letter-help = Gall rhywun rydych yn ymddiried ynddynt ei ddarllen i chi, neu ei deipio i chi.
letter-phone = Gallwch ffonio rhywun am y llythyr hwn: { $phone }
letter-read-out = Gall rhywun ei ddarllen i chi: { $phone }
