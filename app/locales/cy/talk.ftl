# Yr hyn y mae gweithiwr achos yn ei ysgrifennu wrth y ddesg.
desk-person-notes = Ysgrifennu atynt, neu gynnig cytundeb
desk-notes-voluntary = Nid oes arnynt ateb i ddim yma. Nid yw dweud na, na dweud dim, yn effeithio ar eu budd-daliadau.
desk-notes-both = Mae'r ddau ohonoch yn gweld pob gair cyn gynted ag y caiff ei anfon. Nid oes nodiadau cudd, a gallant weld eich bod wedi edrych.
desk-notes-yours-to-answer = Maen nhw'n cynnig
desk-notes-theirs-to-answer = Rydych chi'n cynnig
desk-notes-words = Beth hoffech chi ei ysgrifennu?
desk-notes-words-hint = Yn blaen ac yn fyr. Mae'n aros fel yr anfonwyd ef; nodyn arall sy'n ei gywiro.
desk-notes-none = Nid oes dim wedi'i ysgrifennu eto.
desk-notes-differently = Maen nhw'n ei weld yn wahanol
desk-agreement-person = Beth fyddan nhw'n ei wneud
desk-agreement-person-hint = Gallwch adael hwn yn wag.
desk-agreement-case-worker = Beth fyddwch chi'n ei wneud
desk-agreement-until-hint = Gallwch adael hwn yn wag. Yna mae'n sefyll nes i un ohonoch ei adael.
desk-agreement-what = Mae angen ie gan y ddau ohonoch ar gytundeb, a gall y naill neu'r llall ei adael unrhyw bryd. Ei gynnig yw eich ie chi.
desk-agreement-instead = Byddai hwn yn cymryd lle'r hyn sydd wedi'i gytuno nawr. Mae hwnnw'n sefyll nes iddynt ddweud ie i hwn:
desk-agreement-proposed = { $by ->
    [person] Maen nhw'n cynnig hyn. I'r geiriau hyn yn unig y mae ie.
   *[case-worker] Mae'n aros am eu hateb. Gallant gymryd cymaint o amser ag y mynnant.
}
desk-agreement-deferred = { $by ->
    [person] Dywedoch chi ddim nawr. Gallwch ateb o hyd.
   *[case-worker] Dywedon nhw ddim nawr. Nid oes dim wedi'i gytuno.
}
desk-agreement-asking-doctor = Maen nhw'n gofyn i'w meddyg yn gyntaf. Nid oes dim wedi'i gytuno.
desk-agreement-agreed = Mae wedi'i gytuno. Gall y naill neu'r llall ohonoch ei adael unrhyw bryd.
done-desk-message-sent = Mae eich nodyn yno. Gall y ddau ohonoch ei weld.
done-desk-proposed = Mae wedi'i gynnig. Gallant ddweud ie, na, ddim nawr, neu ofyn i'w meddyg yn gyntaf.
done-desk-agreement-accepted = Dywedoch chi ie. Mae wedi'i gytuno, a gall y naill neu'r llall ohonoch ei adael.
done-desk-agreement-declined = Dywedoch chi na. Gallant weld hynny.
done-desk-agreement-held = Dywedoch chi ddim nawr. Nid oes dim wedi'i gytuno.
done-desk-agreement-left = Mae wedi dod i ben. Gallant weld hynny.
done-desk-look-again = Ni wnaed dim, gan fod y dudalen hon o'r blaen. Edrychwch sut y mae'n sefyll, a gwasgwch eto os ydych yn dal i ddymuno.
