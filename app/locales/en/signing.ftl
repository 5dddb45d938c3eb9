# Ways to sign in
way-in-email = By a link in an email to { $address }
way-in-passkey = By a passkey: a key on your phone, computer or stick
way-in-passkey-id = The passkey's own number: { $id }
way-in-passkey-key = Its public half, by which we know it again: { $key }
way-in-passkey-more = What we know it by
way-in-passkey-more-what = Computers read this. It opens nothing by itself, and there is nothing in it that you need.
way-in-provider = Through { $issuer }, who knows you
way-in-provider-subject = The name by which they know you, told to nobody else: { $subject }

# An invitation
invitation-title = Invitation
invitation-what = Someone you talked to has made a place for you here. Nobody can open it but you. You can look first, and stop at any time.
invitation-help = Has somebody asked you to help them here? You can use that code here too.
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

# Signing in by a link in an email
sign-in-email-title = Sign in by a link in an email
sign-in-email = Your email address
sign-in-email-hint = We send a link there. You have nothing to remember, and nothing to copy.
sign-in-email-send = Send me a link
sign-in-email-asked = Look in your email
sign-in-email-on-its-way = If someone signs in here with { $address }, a link is on its way there.
sign-in-email-once = It works once, for 30 minutes. You can open it on this device or on another.
sign-in-email-kept = What you wrote is kept on this page for 24 hours. Leave the page open. Once you have signed in, come back here and go on.
sign-in-email-back = I have signed in
sign-in-email-nothing = If nothing comes
sign-in-email-nothing-1 = Look among unwanted emails (spam).
sign-in-email-nothing-2 = Check that the address above is right. You can go back and change it.
sign-in-email-nothing-3 = Wait a few minutes, then ask again. Only so many emails go to one address.
error-email-empty = Write your email address.

# Where links in emails lead
link-press = Press the button to sign in. The link is used up then.
link-elsewhere = Sign in here?
link-elsewhere-what = You asked for this on another device.
link-no-what = If you say no, nobody is signed in, and the link stops working. You can ask for another at any time.
link-which = Whose place do you want to open?
link-which-what = More than one person signs in with this address.
link-nothing = This link does not open anything
link-nothing-what = It may be too old, or used already. Nothing is lost. You can ask for another.
link-left = Nothing was done
link-left-what = You said no, so the link does not work any more. You can ask for another at any time.
address-title = Do you want to sign in with this address?
address-what = Someone who is signed in to Own Terms asked for it. If it was you, say yes.
address-no-what = If you say no, nothing changes, and the link stops working.
address-added = You can sign in with this address
address-added-what = It works from now on. You see it under “How you sign in” once you are signed in.
error-name-too-many = You can have up to { $max } ways to sign in. Close one first.

# How the person signs in
ways-in-title = How you sign in
ways-in-none = How do you want to sign in next time?
ways-in-none-what = You can choose now or later. Until you choose, only a new invitation brings you back in.
ways-in-what = You can have several. Only you can see these.
ways-in-add = Add a way
ways-in-add-none = No other way can be added here yet.
way-in-add-email = By a link in an email
way-in-email-name = My email
way-in-email-what = You type your address when you want to sign in, and get a link. You have nothing to remember.
way-in-email-seen = Whoever can read your email could sign in too. Choose an address that only you can open.
way-in-email-hint = We send a link there, to see that it is yours. It is kept only once you have opened that.
way-in-since = It says this since { $when }.
way-in-change = Change its name, or close it
way-in-name = What do you want to call it?
way-in-name-hint = Any name by which you know it again.
way-in-close-title = Close it
way-in-close-what = Nobody can sign in by it any more. You can add it again at any time.
way-in-close-sessions = Wherever somebody signed in by it, they are signed out.
way-in-close-here = You signed in by it here: here you stay signed in until you sign out.
way-in-last = This is your last way to sign in. Once it is closed, only a new invitation brings you back in.
way-in-sure = I know that I cannot sign in by myself again
way-in-close = Close it
way-in-gone = This way is closed.
error-sure-not-chosen = Tick this if you want to close your last way to sign in.
done-way-in-named = Saved.
done-way-in-closed = It is closed. Nobody can sign in by it any more.
done-way-in-added = You can sign in with it from now on.
done-way-in-email-asked = Look in your email. A link is on its way there. Open it to add the address.

# What a demonstration would have sent
sent-title = Emails
sent-here = This is a trial: nothing is really sent. See what it would have sent:
sent-what = This is a trial: nothing is really sent. These are the latest emails that it would have sent, for everyone to see.
sent-none = There are none yet.
sent-to = To { $to }, { $when }

# What stays when something is erased
erase-elsewhere = You close this somewhere else
erase-ways-in = How you sign in stays, so that you can come back. You can close each way by itself.
erase-ways-in-link = Close ways to sign in

# Where someone is signed in
sessions-title = Where you are signed in
sessions-what = If you do not know one of these, sign out there. Then look at how you sign in.
sessions-end = Sign out there
sessions-end-others = Sign out everywhere else
session-on-phone = on the phone
session-on-computer = on the computer
session-on-other = on the other device
done-session-ended = You are signed out there.

# A phone or computer that others use too
shared-device = Other people use this phone or computer
shared-device-hint = Then you are signed out after 15 minutes in which you do nothing. Nothing you type is kept on it.
shared-band = Other people use this device.
sessions-sharing = This phone or computer
sessions-shared = You said that other people use it. You are signed out after 15 minutes in which you do nothing, and nothing you type is kept on it.
sessions-share-not = Nobody else uses it
sessions-not-shared = Do other people use it? Say so, and you are signed out after 15 minutes in which you do nothing. Nothing you type is then kept on it.
done-session-shared = Saved. You are signed out here after 15 minutes in which you do nothing.
done-session-not-shared = Saved. You stay signed in here for longer.
held-sign-in-shared = Other people use the device, so it ends after 15 minutes without use.
frame-ends-shared = If you do nothing here, you are signed out at { $time }.
stay-words-shared = You are signed out at { $time } if you do nothing here.
held-sign-in-how = { $by }, on { $device }.
signed-in-by-choosing = By choosing a person of the trial
signed-in-by-invitation = By an invitation
signed-in-by-email = By a link in an email
signed-in-by-passkey = By a passkey
signed-in-by-provider = Through someone else who knows you
device-phone = a phone or tablet
device-computer = a computer
device-other = another device
held-waiting = What waits for you to open it
held-waiting-invitation = An invitation of { $made } is open until { $until }.
held-waiting-staff-invitation = An invitation to work here, of { $made }, is open until { $until }.
held-waiting-staff-passkey = A passkey for work was asked for on { $made }. We wait for it until { $until }.
held-waiting-staff-provider = Signing in at work was begun on { $made }. We wait for the answer until { $until }.
held-waiting-carer = An invitation to help someone, of { $made }, is open until { $until }.
held-waiting-consent = A code to check what you share was made on { $made }. It is open until { $until }, while you share it.
held-waiting-email-link = A link to sign in was asked for on { $made }. It is open until { $until }.
held-to-send = Messages that wait to be sent to you
held-to-send-one = A message of { $made } waits to be sent. We look at it again on { $next }. { $tried ->
    [0] It was not tried yet.
    [one] It was tried once.
   *[other] It was tried { $tried } times.
}
held-waiting-new-email = A link to add an address was asked for on { $made }. It is open until { $until }.
held-waiting-passkey = A passkey was asked for on { $made }. We wait for it until { $until }.
held-waiting-provider = Someone who knows you was asked on { $made }. We wait until { $until }.
retention-until-opened = Until it is opened, or the time it names has come.
retention-until-sent = Until it has left, or there is nothing to tell any more.

# When a session ends
frame-ends = If you do nothing here, you are signed out at { $time }. What you typed is kept.
stay-words = You are signed out at { $time } if you do nothing here. What you typed is kept.
stay-label = Staying signed in
stay-on = Stay signed in
stay-stayed = You stay signed in.
