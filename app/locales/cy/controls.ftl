# Geiriau'r ffurflenni a'r ffrâm o gwmpas pob tudalen.
control-error = Gwall:
control-error-summary = Edrychwch ar hyn eto, os gwelwch yn dda
control-done = Wedi'i wneud
control-up-to = Gallwch ysgrifennu hyd at { $max } nod.

frame-title = { $title } - Own Terms
frame-title-error = Gwall: { $title }
frame-leave = Gadael y wefan
frame-demo = Treial yw hwn. Pobl ddychmygol yw'r rhain. Peidiwch â rhoi dim byd go iawn yma.
frame-signed-in = Rydych wedi mewngofnodi fel { $name }.
frame-nav = Eich tudalennau
frame-home = Hafan
frame-goals = Nodau
frame-contact = Cysylltu
frame-appointments = Apwyntiadau
frame-held = Yr hyn a gedwir
frame-stop = Stopio'r cymorth
frame-stop-what = Mae'n stopio popeth ar unwaith. Nid yw'n effeithio ar eich budd-daliadau.
frame-stopped = Rydych wedi stopio'r cymorth. Ni fydd neb yn cysylltu â chi.
frame-come-back = Dod yn ôl
frame-help-phone = Gallwch ffonio person am unrhyw beth yma:
frame-language = Iaith
frame-reading = Maint testun, lliwiau ac iaith
frame-accessibility = Hygyrchedd
frame-privacy = Preifatrwydd
frame-sign-out = Allgofnodi
frame-translation-unread = Nid oes unrhyw siaradwr Cymraeg brodorol wedi darllen y geiriau hyn eto. Efallai bod camgymeriadau ynddynt.
