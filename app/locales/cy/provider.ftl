# Mewngofnodi trwy rywun arall sy'n eich adnabod.
provider-through = Trwy { $name }
provider-learns = Mae { $name } wedyn yn gwybod eich bod yn mewngofnodi i Own Terms, a phryd. Rydym yn dweud eich iaith wrtho, a dim arall. Mae'n rhoi cod i ni sy'n sefyll drosoch chi, heb eich enw na'ch cyfeiriad.
provider-sign-in = Mewngofnodi gyda { $name }
provider-going = Rydych ar eich ffordd i { $name }
provider-going-what = Os nad oes dim yn digwydd, pwyswch hwn:
provider-go-on = Mynd ymlaen i { $name }
provider-kept = Mae'r hyn a ysgrifennoch yn cael ei gadw ar y dudalen hon am 24 awr. Gadewch y dudalen ar agor. Mewngofnodwch gyda { $name } wrth ei hochr, yna dewch yn ôl yma a mynd ymlaen.
provider-go-on-beside = Mynd ymlaen i { $name } (yn agor wrth ochr y dudalen hon)
# Yn ôl eto
provider-knows = Mae { $name } yn eich adnabod
provider-confirm-what = Pwyswch y botwm i fewngofnodi yma.
provider-which-what = Mae mwy nag un person yn mewngofnodi yma gyda'r cyfrif { $name } hwn.
provider-nobody = Nid yw hyn yn agor lle yma eto
provider-nobody-first = Mae { $name } yn eich adnabod. Nid oes gan neb le yma sy'n agor gyda hynny. Y tro cyntaf, gwahoddiad sy'n agor eich lle.
provider-nobody-already = A ydych wedi bod yma o'r blaen? Yna mewngofnodwch mewn ffordd arall, ac ychwanegwch { $name } dan “Sut rydych yn mewngofnodi”.
error-provider-opens-nothing = Ni weithiodd hynny. Ni ddigwyddodd dim, ac nid oes dim wedi'i golli. Gallwch roi cynnig arall arni, neu ddefnyddio ffordd arall.
# Ychwanegu un
provider-add-what = Rydych yn mewngofnodi yn { $name } ac yn dod yn ôl yma. Nid oes gennych ddim mwy i'w gofio i ni.
provider-seen = Gallai pwy bynnag sy'n gallu mewngofnodi yno fel chi fewngofnodi yma hefyd.
provider-name-what = Gallwch fewngofnodi ag ef ar ôl ei ychwanegu.
done-provider-added = Gallwch fewngofnodi ag ef o hyn ymlaen.
error-name-opens-nothing = Ni chafodd ei ychwanegu, oherwydd cymerodd hynny ormod o amser. Nid oes dim wedi'i golli. Ewch yn ôl, a rhowch gynnig arall arni.
