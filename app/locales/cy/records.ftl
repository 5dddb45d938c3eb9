# Yr hyn a ysgrifennodd eraill am y person, a'i gywiro.
record-source-said = O ble y daw: { $source }
held-goes-on = { $until } Mae'n mynd ar { $day }.
correction-was = Roedd yn dweud: { $words }
correction-should-be = Gofynnoch am: { $words }
correction-reason = Pam: { $words }
correction-asked = Gofynnoch ar { $day }.
progress-open = Nid oes neb wedi dechrau eto.
progress-open-next = Bydd rhywun yn dechrau erbyn { $day }.
progress-in-progress = Mae rhywun yn edrych arno.
progress-in-progress-next = Cewch ateb erbyn { $day }.
progress-done = Mae wedi'i gywiro.
progress-done-next = Bydd pawb a gafodd yr hen eiriau yn cael gwybod erbyn { $day }.
progress-refused = Mae'n aros fel y mae.
progress-why = Maen nhw'n dweud pam: { $words }
progress-refused-next = Gallwch ofyn eto, a chewch ateb erbyn { $day }. Gallwch hefyd ysgrifennu sut rydych chi'n ei weld, neu ofyn i'r Comisiynydd Gwybodaeth.
notice-kept-by-law = Mae'r gyfraith yn gofyn i ni gadw hwn tan { $day }, er mwyn gallu gwirio cyfrifon. Mae'n mynd ar ei ben ei hun y diwrnod hwnnw. Nid oes neb yn ei ddefnyddio at ddim arall.
