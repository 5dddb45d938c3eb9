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
desk-sees-supervisor = Nothing about any person. You see that case workers have the time that they promised, once that page is there.
desk-sees-administrator = Nothing about any person. You keep organisations and who works for them.
desk-cookies = The desk keeps up to three small notes (cookies) on this device: that you are signed in, whom you opened, and what you have just done.
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
