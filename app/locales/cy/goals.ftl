# Nodau, yng ngeiriau'r person ei hun.
goals-title = Eich nodau
goals-what = Gall nod fod am unrhyw ran o'ch bywyd. Gall fod yn fawr neu'n fach. Chi sy'n ei ysgrifennu yn eich geiriau eich hun, ac nid ydym byth yn eu newid.
goals-none = Nid oes gennych nodau yma. Mae hynny'n iawn.
goals-add = Ychwanegu nod
goals-add-what = Gallwch ei newid, rhoi hoe iddo neu ei dynnu i ffwrdd pryd bynnag yr hoffech chi.
goals-change = Newid y nod hwn
goals-words = Beth hoffech chi?
goals-words-hint = Yn eich geiriau eich hun, mewn unrhyw iaith. Er enghraifft: “mynd allan o'r tŷ”, neu “cysgu'n well”.
goals-area = Am ba ran o fywyd y mae?
goals-area-hint = Dim ond os ydych chi eisiau dweud. Mae'n eich helpu i ddod o hyd iddo eto.
goals-audience = Pwy sy'n gallu ei weld?
goals-audience-hint = Gallwch newid hyn unrhyw bryd.
goals-audience-carer = Eu dewis nhw o hyd yw pwy sy'n gallu ei weld. Dangosir un newydd iddyn nhw ac i bobl sy'n gallu gweithredu drostynt.
goals-stage = Ble ydych chi arni gyda'r nod?
goals-stage-about = ble rydych chi arni gyda'r nod
goals-stage-hint = Mae unrhyw un o'r rhain yn iawn. Does neb yn gwirio.
goals-move-up = Symud i fyny
goals-move-down = Symud i lawr
goals-take-away = Tynnu i ffwrdd
goals-bring-back = Ei gael yn ôl
goals-taken-away = { $count ->
    [one] 1 nod rydych wedi'i dynnu i ffwrdd
   *[other] { $count } nod rydych wedi'u tynnu i ffwrdd
}

area-home = Cartref a bywyd bob dydd
area-health = Iechyd a theimlo'n dda
area-people = Teulu, ffrindiau a phobl
area-out-and-about = Mynd allan ac o gwmpas
area-money = Arian a dyledion
area-learning = Dysgu rhywbeth
area-work = Gwaith, am dâl neu beidio
area-else = Rhywbeth arall
area-none = Byddai'n well gen i beidio â dweud

stage-thinking = Meddwl amdano
stage-doing = Wrthi'n ei wneud
stage-resting = Rhoi hoe iddo
stage-done = Wedi'i wneud
stage-let-go = Wedi gadael iddo fynd

audience-only-me = Dim ond fi
audience-case-worker = Fi, a'r gweithiwr achos rwy'n ei ddewis
audience-carers = Fi, a phobl sy'n gallu gweithredu drosof a gweld nodau
audience-both = Fi, fy ngweithiwr achos, a'r bobl hynny
audience-said-only-me = Dim ond chi sy'n gallu gweld hwn.
audience-said-case-worker = Chi, a'r gweithiwr achos rydych chi'n ei ddewis, sy'n gallu gweld hwn.
audience-said-carers = Chi, a phobl sy'n gallu gweithredu drosoch a gweld nodau, sy'n gallu gweld hwn.
audience-said-both = Chi, eich gweithiwr achos, a phobl sy'n gallu gweithredu drosoch a gweld nodau, sy'n gallu gweld hwn.

done-goal-added = Mae eich nod wedi'i gadw.
done-goal-changed = Mae eich nod wedi'i newid.
done-goal-marked = Wedi'i gadw.
done-goal-moved = Wedi'i symud.
done-goal-taken-away = Mae'r nod wedi'i dynnu i ffwrdd. Gallwch ei gael yn ôl ar ddiwedd y dudalen hon.
done-goal-brought-back = Mae eich nod yn ôl.

error-words-empty = Ysgrifennwch beth hoffech chi, yn eich geiriau eich hun.
error-words-too-many = Gallwch gadw hyd at { $max } nod. Tynnwch un i ffwrdd i ychwanegu un arall.
error-audience-not-chosen = Dewiswch pwy sy'n gallu ei weld.
error-stage-not-chosen = Dewiswch ble ydych chi arni gyda'r nod.
