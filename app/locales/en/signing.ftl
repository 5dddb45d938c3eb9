# Ways to sign in
way-in-email = By a link in an email to { $address }
way-in-passkey = By a passkey: a key on your phone, computer or stick
way-in-passkey-id = The passkey's own number: { $id }
way-in-passkey-key = Its public half, by which we know it again: { $key }
way-in-provider = Through { $issuer }, who knows you
way-in-provider-subject = The name by which they know you, told to nobody else: { $subject }
