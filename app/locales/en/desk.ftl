# The desk, for those who work here.
desk-title = Who chose you
desk-voluntary = Talking with you is their choice. Saying no, or stopping, does not affect anyone's benefits.
desk-told = Each person named here can see that you looked, and when.
desk-nobody = Nobody has chosen you yet.
desk-group-asked = They asked to talk
desk-group-asked-what = Whoever has waited longest is first.
desk-group-nothing = They chose you
desk-group-nothing-what = They have not asked to talk. Wait until they do.
desk-group-do-not-contact = Do not contact
desk-group-do-not-contact-what = Please do not contact them in any way. They can ask for you whenever they like.
desk-no-name = Someone without a name here
desk-asked-on = Asked to talk on { $day }.
desk-open = See their terms
desk-pages = More people
desk-before = Back to those before
desk-after = On to the next
# One person
desk-person-title = Their terms
desk-told-person = They can see that you have looked at this page.
desk-do-not-contact = Do not contact them.
desk-do-not-contact-what = They do not want contact now. Nobody asks why. They can ask for you whenever they like.
desk-talk = What they want to talk about
desk-about = To talk about
desk-not-about = Not to talk about
desk-not-said = They have not said.
desk-until-said = They have not said. Until they do: { $terms }
desk-ways-not-said = They have not said. Messages wait for them here.
desk-reaching = How to reach them, and how to be careful
desk-ways = How to reach them
desk-with-me = Who is with them, and what helps
desk-meeting = How they want to meet
desk-meeting-binds = An offer outside these terms cannot be made.
desk-by-carer = By { $carer } for { $person }.
desk-by-a-carer = By a carer for { $person }.
desk-goals = Goals they show you
desk-goals-none = They show you no goals.
desk-agreed = Agreed
desk-agreed-title = What you agreed
desk-agreed-none = Nothing is agreed that is still to come.
desk-promised = In the next 7 days you have promised { $hours ->
    [0] { $minutes } minutes
    [one] 1 hour and { $minutes } minutes
   *[other] { $hours } hours and { $minutes } minutes
}.
desk-you-work = You work on { $days }.
desk-offered = Offered
desk-appointments-none = Nothing is offered or agreed.
desk-appointment-offered = It waits for their answer.
desk-appointment-suggested = They suggested something else.
desk-appointment-agreed = It is agreed.
desk-appointment-moving = It is agreed. They suggested another, and this stands until they say yes to that.
# Who someone is at the desk
desk-account-title = Your account
desk-account-shown = People see this when they choose whom to talk to, and when they see who looked.
desk-sees = What you can see here
desk-sees-case-worker = Only people who chose you, and only what they let you see. Each look of yours is shown to them.
desk-sees-supervisor = You see that case workers have the time that they promised. Of a person you see something only once you have typed a reason, which they read.
desk-sees-administrator = Nothing about any person. You keep organisations and who works for them.
desk-cookies = The desk keeps up to four small notes (cookies) on this device. They say that you are signed in, whom you opened, what you have just done, and that you went to sign in elsewhere.
desk-passkeys = Your passkeys
desk-passkeys-count = { $count ->
    [0] You have no passkey here yet. Without one you cannot sign in again.
    [one] You have one passkey here.
   *[other] You have { $count } passkeys here.
}
desk-passkey-own = It is yours alone. Nobody else signs in with it.
desk-passkey-sign-in-again = A passkey can be added in the first 10 minutes after you sign in. Sign out, sign in again, and come back here.
# Signing in
desk-sign-in-title = Sign in at the desk
desk-sign-in-what = This is for people who work here. Are you here for your own support?
desk-sign-in-people = Sign in to your own place
desk-sign-in-demo = This is a trial. Choose one of these people. They are made up.
desk-invitation-title = Invitation to work here
desk-invitation-link = I have an invitation
desk-invitation-what = Someone who runs this service made an account for you. The code works once.
desk-invitation-hint = It has 12 letters and digits, like K7MP-4XQ9-T2WC. Capital or small letters, gaps and lines make no difference.
desk-invitation-open = Open my account
desk-lost-title = If you have lost your passkey
desk-lost-what = Has your device been lost? Tell whoever runs this service at once. They close it, and give you a new invitation.
done-desk-signed-out = You are signed out of the desk.
# Signing in through the identity provider of those who work here
desk-provider-learns = { $name } then knows that you sign in at the desk, and when. It tells us a code that stands for you, and neither your name nor your address.
desk-provider-nobody = This opens no desk here yet
desk-provider-nobody-what = { $name } knows you. Nobody who works here signs in with that. Ask whoever runs this service for an invitation. With it you can add { $name }.
desk-provider-sign-in-again = This can be added in the first 10 minutes after you sign in. Sign out, sign in again, and come back here.
desk-provider-bind = From then on, whoever can sign in at { $name } as you signs in here as { $staff }.
desk-provider-bound = You sign in here with { $name }. When you sign out there, you are signed out here too.
desk-provider-not-bound = You do not sign in here with { $name } yet.
done-desk-provider-added = You can sign in with it from now on.

# Offering an appointment
desk-offer-title = Offer an appointment
desk-offer-fixed = What you write here is what they say yes or no to. Their yes fixes it; a change is a new offer.
desk-offer-long = How long?
desk-offer-long-hint = Nothing longer than they said can be picked.
desk-offer-minutes = { $count } minutes
desk-offer-show = Show the times that fit
desk-offer-times = Times for { $minutes } minutes
desk-offer-up-to = Pick up to { $count } times for them to choose from. Only times within their terms are here.
desk-offer-not-then = Not on this day
desk-offer-none = No time in the next five weeks fits their terms.
desk-offer-why-not = Why other days do not fit
desk-offer-format = How will you meet?
desk-offer-place = Where, if it is at a place
desk-offer-place-hint = They said: { $places }
desk-offer-why = What is it about?
desk-offer-why-hint = They read these words before they answer.
desk-offer-bring = What could they bring? They can leave it at home.
desk-offer-not-bring = What do they not need to bring?
desk-offer-instead = Instead of one that is agreed?
desk-offer-instead-hint = That one stands until they say yes to this.
desk-offer-instead-none = No, this is another
desk-offer-send = Offer it
desk-sure = How it can read
desk-sure-yes = I am happy to send it as it is
desk-withdraw = Take this offer back
desk-call-off = Call it off
done-desk-offered = It is offered. They see it at their next visit.
done-desk-withdrawn = It is no longer offered.
done-desk-called-off = It is called off. They see that at their next visit.

# Ways in that a case worker gives out
desk-ways-in = Ways in
desk-invite-title = Invite somebody
desk-invite-voluntary = Tell them that it is their choice. Saying no does not affect their benefits.
desk-invite-what = A place is made for them, with nothing in it but this name and language. They can change both.
desk-invite-name = What are they called?
desk-invite-name-hint = The name that they want to be called by.
desk-invite-language = Which language do they read?
desk-invite-code = Make a link and a code
desk-invite-letter = Make a letter to print
desk-invite-once = It opens their place once, and is shown only now. Give it to nobody else.
desk-code-from = It opens nothing before { $when }.
desk-code-until = It can be used until { $when }.
desk-lost-way-title = Somebody lost every way in
desk-lost-way-what = You can ask for a new way in for someone who chose you. It opens nothing for three days. They are told at once wherever they sign in, and can stop it with one press.
desk-lost-way-sure = Nobody gets in faster than that, whatever they say. Someone else may be asking for them.
desk-lost-way-ask = Ask for a new way in
desk-lost-way-once = It opens their place once, and is shown only now. Give it to them and nobody else.
desk-lost-way-not = This cannot be asked for. They may have chosen somebody else, or stopped.
desk-lost-way-not-before = One was asked for not long ago. Another can be asked for from { $when }.

# Booking who interprets.
desk-interpreter-title = Book an interpreter
desk-interpreter-what = They see what you write here at once. If nobody can come, they can keep the appointment, ask for another time, or cancel it.
desk-interpreter-name = Who interprets, or which service?
desk-interpreter-name-hint = They read this. You can leave it empty.
desk-interpreter-booked = They are booked
desk-interpreter-cannot = Nobody can come
desk-interpreter-off = Called off or moved: tell whoever interprets
done-desk-interpreter-saved = It is written down. They see it at once.
