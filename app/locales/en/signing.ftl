# Ways to sign in
way-in-email = By a link in an email to { $address }
way-in-passkey = By a passkey: a key on your phone, computer or stick
way-in-passkey-id = The passkey's own number: { $id }
way-in-passkey-key = Its public half, by which we know it again: { $key }
way-in-provider = Through { $issuer }, who knows you
way-in-provider-subject = The name by which they know you, told to nobody else: { $subject }

# An invitation
invitation-title = Invitation
invitation-what = Someone you talked to has made a place for you here. Nobody can open it but you. You can look first, and stop at any time.
invitation-in-link = Your code came with the link. It is used up only when you press the button.
invitation-code = Your code
invitation-code-hint = It has 12 letters and digits, like K7MP-4XQ9-T2WC. Capital or small letters, gaps and lines make no difference.
invitation-open = Open my place
error-code-empty = Write the code that you were given.
error-code-opens-nothing = This code does not open anything. It may be too old, or used already. Ask whoever gave it to you for another.

# Emails: neutral for whoever else sees them
mail-sign-in-subject = Your link
mail-sign-in = Hello. Someone asked for a link to sign in to Own Terms with this address. If it was you, open this:
mail-sign-in-once = It works once, for 30 minutes. If it was not you, you can leave it. Nothing happens then.
mail-new-subject = Your link
mail-new = Hello. Someone wants to sign in to Own Terms with this address from now on. If it was you, open this:
mail-new-once = It works once, for 30 minutes. If it was not you, you can leave it. Nothing happens then.
mail-changed-subject = A change to how you sign in
mail-changed = Hello. A way to sign in to Own Terms was added or closed.
mail-changed-not-you = If it was you, there is nothing to do. If it was not, sign in and look under “How you sign in”. You can close a way there.
