# Cysylltu: a ydym yn cysylltu, sut a phryd, a sut i wneud hynny'n ddiogel.
contact-title = Cysylltu
contact-now = Rydych wedi dweud:
contact-question = Hoffech chi siarad â gweithiwr achos?
contact-more = Dweud mwy yn gyntaf, os hoffech chi
contact-about = Am beth hoffech chi siarad?
contact-about-hint = Does dim rhaid i chi ddweud.
contact-not-about = Oes rhywbeth nad ydych chi eisiau siarad amdano?
contact-not-about-hint = Mae gweithiwr achos yn gweld hyn cyn dim byd arall, ac ni fydd yn ei godi.
contact-until = Os dywedwch “ddim nawr”: tan pa ddiwrnod?
contact-until-hint = Gadewch hwn yn wag i olygu “nes i mi ddweud”.
contact-yes-means = Ie: gall y gweithiwr achos gynnig amser i chi. Bydd y cynnig yn cyd-fynd â'ch telerau, a gallwch ddweud na wrtho.
contact-no-means = Na: ni fydd neb yn cysylltu â chi am gymorth.
contact-not-now-means = Ddim nawr: ni fydd neb yn cysylltu â chi nes bod eich diwrnod wedi mynd heibio, neu nes i chi ddweud.
contact-offers = Gyda “Na” neu “Ddim nawr”, mae cynigion sy'n aros am eich ateb yn dod i ben. Mae'r hyn a gytunoch yn sefyll nes i chi ei ganslo.
contact-how = Sut i gysylltu â chi
wish-not-said = dim byd eto. Ni fydd neb yn cysylltu â chi.
wish-talk = rydych chi eisiau siarad.
wish-talk-again = rydych chi eisiau siarad. Mae eich “ddim nawr” ar ben.
wish-no-contact = dim cysylltu.
wish-not-now = ddim nawr, nes i chi ddweud.
wish-not-now-until = ddim nawr, tan ddiwedd { $day }.
wish-not-now-over = ddim nawr, tan ddiwedd { $day }. Mae'r diwrnod hwnnw wedi bod. Ni fydd neb yn cysylltu â chi nes i chi ofyn.

ways-term = Sut
ways-hours-term = Pryd
ways-any-time = Unrhyw bryd
ways-not-said = Nid ydych wedi dweud. Bydd negeseuon yn aros amdanoch yma.
ways-between = ", wedyn "
ways-title = Sut a phryd i gysylltu â chi
ways-what = Dewiswch beth sy'n addas i chi, a beth sy'n dod yn gyntaf. Nid ydym yn defnyddio dim nad ydych wedi'i ddewis.
ways-hours = Pa amserau sy'n dda i chi?
ways-hours-what = Dewiswch ddiwrnodau ac amserau. Os na ddewiswch yr un, gall fod unrhyw bryd.
channel-here = neges yma
channel-letter = llythyr
channel-email = e-bost
channel-text = neges destun
channel-phone = galwad ffôn
channel-title-here = Neges yma, ar gyfer y tro nesaf y byddwch yn dod
channel-title-letter = Llythyr
channel-title-email = E-bost
channel-title-text = Neges destun
channel-title-phone = Galwad ffôn
channel-detail-letter = Enw a chyfeiriad, fel ar amlen
channel-detail-email = Cyfeiriad e-bost
channel-detail-text = Rhif ffôn symudol
channel-detail-phone = Rhif ffôn

rank-label = Defnyddio hwn
rank-none = Na, nid hwn
rank-1 = Ie, yn gyntaf
rank-2 = Ie, yn ail
rank-3 = Ie, yn drydydd
rank-4 = Ie, yn bedwerydd
rank-5 = Ie, yn bumed
rank-6 = Ie, yn chweched
rank-7 = Ie, yn seithfed
rank-8 = Ie, yn wythfed
week-day = Dydd { $day }
week-not = Dim ar ddydd { $day }
week-from = Dechrau
week-until = Gorffen

safe-term = Cysylltu'n ddiogel
safe-not-said = Nid ydych wedi gosod dim.
safe-said = { $count ->
    [one] Rydych wedi gosod 1 peth.
    [two] Rydych wedi gosod 2 beth.
    [few] Rydych wedi gosod 3 pheth.
    [many] Rydych wedi gosod 6 pheth.
   *[other] Rydych wedi gosod { $count } peth.
}
safe-title = Cysylltu
safe-what = Os oes rhywun yn agos atoch na ddylai wybod am hyn, dywedwch yma sut i fod yn ofalus. Nid oes unrhyw ofalwr na sefydliad arall byth yn ei weld, nac yn gwybod ei fod yno.
safe-rules = Sut dylem ni fod yn ofalus?
safe-rules-hint = Dewiswch unrhyw rai sy'n helpu.
safe-rule-no-voicemail = Peidio â gadael neges ar beiriant ateb
safe-rule-say-nothing-to-others = Dweud pwy ydych chi wrthyf i yn unig
safe-rule-ask-if-safe = Gofyn i mi yn gyntaf a yw'n ddiogel siarad
safe-rule-show-number = Dangos rhif, nid “anhysbys”
safe-rule-plain-envelopes = Defnyddio amlenni plaen heb enw anfonwr arnynt
safe-rule-nothing-in-messages = Mewn negeseuon testun ac e-byst, dweud dim ond bod rhywbeth i'w ddarllen
safe-word = Gair sy'n dangos mai ni sydd yno go iawn
safe-word-hint = Rydym yn ei ddweud pan fyddwn yn ffonio. Gadewch hwn yn wag os nad ydych chi eisiau un.
safe-avoid = Oes unrhyw beth arall i'w osgoi?
safe-avoid-hint = Er enghraifft: adegau o'r dydd, pobl, neu rifau i beidio â'u ffonio.

done-wish-yes = Rydych wedi gofyn am sgwrs. Mae pob cynnig o amser yn cadw at eich telerau. Gallwch newid eich meddwl yma.
done-wish-no = Wedi'i gadw. Ni fydd neb yn cysylltu â chi am gymorth. Nid yw'n effeithio ar eich budd-daliadau.
done-wish-not-now = Wedi'i gadw. Ni fydd neb yn cysylltu â chi am y tro. Nid yw'n effeithio ar eich budd-daliadau.
done-ways-saved = Wedi'i gadw. Byddwn yn cysylltu â chi yn y ffyrdd hyn yn unig.
done-safe-saved = Wedi'i gadw.

error-answer-not-chosen = Pwyswch un o'r botymau.
error-until-in-the-past = Dewiswch heddiw neu ddiwrnod sydd i ddod, neu gadewch hwn yn wag.

# Yr hyn a ddywedwyd o'r blaen, tra gellir ei roi'n ôl
earlier-title = Yr hyn a ddywedoch o'r blaen
earlier-changed = Newidiwyd sut i gysylltu â chi ar { $when }. Os nad chi oedd, gallwch ei roi'n ôl.
earlier-see = Gweld beth oedd e
earlier-what = Yma gallwch roi'n ôl sut i gysylltu â chi, fel yr oedd cyn newid.
earlier-told = Diwrnod ar ôl newid, mae e-bost yn dweud bod rhywbeth i'w ddarllen. Mae'n mynd yn eich oriau, i'r cyfeiriad cynt ac i'r cyfeiriad nawr. Ni anfonir dim os nad ydych am gael cyswllt.
earlier-now = Nawr
earlier-until = Tan { $when }
earlier-kept = Gallwch ei roi'n ôl tan { $when }.
earlier-put-back = Rhoi hwn yn ôl
earlier-put-back-about = – fel yr oedd tan { $when }
earlier-none = Nid oes dim i'w roi'n ôl.
done-earlier-put-back = Mae fel yr oedd o'r blaen.
