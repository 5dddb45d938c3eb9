# What is held, and who looked.
held-title = What is held
held-what = This is everything that is held about you here. There is nothing hidden.
held-count = { $count ->
    [0] Nothing is held.
    [one] 1 item is held.
   *[other] { $count } items are held.
}
held-items = What is held about you
held-find = Find something that is held
held-find-hint = What you write stays on your device until you press Find or Enter. We then look through everything for you. We keep no note of what you look for.
held-find-now = Find
held-find-title = Find
held-find-on = Look on
held-found-title = What was found
held-found-so-far = So far { $looked } of { $count } items were looked through.
held-kinds = See one kind only
held-kind-count = { $kind }: { $count }
held-see-all = See all { $count }
held-newer = Newer ones
held-older = Older ones
error-find-too-long = Write less: up to { $max } letters.
held-found = Items found: { $count }
held-written-by = Written by { $who }, on { $when }.
held-changed-by = Last changed by { $who }, on { $when }.
held-show = Show it
held-facts = Why it is held, and until when
held-why = Why it is held
held-basis = On what basis
held-until = Until when
held-taken-away = You took it away on { $moment }. You can get it back.
held-goal-order = The order of { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
held-about = To talk about: { $words }
held-not-about = Not to talk about: { $words }
held-safe-word = The word: { $word }
standing-open = Support is on, as far as you ask for it.
held-also = Also held
held-also-changes = Each change you have made, with what you had written before. It is locked together, so that nobody can alter it unseen.
held-also-changes-link = See each change
held-also-looks = The list of who has looked, below.
held-also-locks = The keys that lock what is written, and a mark of the key in your browser. We show these to nobody, so that nobody else can open it.
held-place = Your place here
held-place-what = It is kept as long as anything of yours is held, so that nobody looks or changes anything unseen.
held-place-seen = Only you can see this.
held-place-made = When it was made
held-place-origin = Who it is for
held-place-name = The name this service has for you
held-place-seals = How far it goes, and its seal
held-place-items = Items held
held-place-entries = Changes written down
held-place-head = The seal of the last change
held-place-anchored = Changes under a seal that we published
held-place-looks = Looks written down
held-place-look-head = The seal of the last look
origin-real = you
origin-demonstration = someone invented, to try this service
origin-measuring = someone invented, to measure this service
held-sign-ins = Where you are signed in
held-sign-ins-what = Each is kept until you sign out, for 12 hours at most. When it was last used is exact to a minute. Only you can see this.
held-sign-in = Signed in on { $at }. Last used on { $used }.
held-sign-in-lines = { $count ->
    [0] It has no line in the list of who has looked.
    [one] It has 1 line in the list of who has looked.
   *[other] It has { $count } lines in the list of who has looked.
}
held-sign-in-here = You are using this one now.
held-looks = Who has looked
held-looks-what = Your own looks are one entry for each time you sign in. Each look by anyone else is an entry of its own. Nobody can take an entry away.
held-looks-latest = { $count } are shown on this page. All are kept.
held-looks-title = Who has looked
held-looks-back = It goes back to the day your place here was made. Opening this list is written in it too.
held-looks-earlier = Earlier looks
held-looks-none = Nobody has looked.
look-when = When
look-who = Who
look-why = Why
look-what = What
look-outcome = Seen?
look-seen = seen
look-refused = refused
look-withheld = withheld by law
law-crime = Data Protection Act 2018, Schedule 2, paragraph 2: finding or stopping a crime
law-court = Data Protection Act 2018, Schedule 2, paragraph 5: a court or a case at law
law-security = Data Protection Act 2018, section 26: national security
held-looks-withheld = Where a law stops us from saying who looked, the line is still here, and it names the law.
reason-my-own = it is about you
reason-helping-as-asked = to help, as you asked
reason-who-asked = to know who asked to talk, and whom not to contact
reason-conversation-asked = to get ready to talk, as you asked
reason-putting-right = to answer what you asked to have put right
reason-signing-in = to sign you in
reason-telling = to know where to tell you of something
reason-consent = you said yes to it
reason-checking-consent = to check that your yes is real
reason-calendar = to show in a calendar when there is something
subject-everything = everything
subject-at-a-glance = your terms, and what comes next
subject-goals = goals
subject-contact = contact
subject-terms = terms for appointments
subject-appointments = appointments
subject-calendar = when there is something, and not what
subject-notes = notes and agreements
subject-records = what others wrote about you, and what you say to it
subject-asked = your name, and what you said about contact
subject-preparing = what they need to know to talk with you: contact, terms, goals and appointments
subject-helping = what they were asked to do
subject-sign-in = the passkey that was used
subject-telling = where to tell you of something
subject-copy = a copy of what they can see
subject-shared = what you share with them
subject-consents = what you said yes or no to
subject-log = who has looked

kind-profile = What you are called
kind-standing = Whether support is on
kind-case-worker = Your case worker
kind-supporter = People you added
kind-advice = What they advised
kind-goal = Goals
kind-goal-order = The order of your goals
kind-wish = Whether you want contact
kind-ways = How to reach you
kind-safe = Safe contact
kind-earlier-contact = How to reach you, before
kind-formats = How to meet
kind-with-me = Who is with you, and what helps
kind-pace = How long and how often
kind-times = Days and times
kind-breaks = Breaks
kind-carrying-on = Carrying on
kind-appointment = Appointments
kind-participant = Who else is there
kind-calendar-feed = The address for your calendar
kind-agreement = Agreements
kind-message = What you and your case worker wrote
kind-oversight = A supervisor's look
reason-oversight = to look into how your case worker works with you, for a reason that you can read
kind-reading = Reading settings
kind-sign-in = How you sign in
kind-recovery = New ways in that were asked for
kind-carer = People who can act for you
kind-consent = What you share
kind-note = Notes by others
kind-referral = What others passed on
kind-payment = Money paid to you
kind-correction = What you asked to be put right
kind-other-view = Where you see it differently
kind-kept-back = What you keep from those who act for you

purpose-own-terms = so that support is as you want it
purpose-reaching = to reach you only as you say
purpose-signing-in = to know that it is you
purpose-reading = to show pages as you like to read
purpose-proof = so that nobody looks or changes anything unseen
purpose-helping = so that you need not tell it twice
purpose-accounts = so that accounts can be checked
purpose-putting-right = so that what is wrong is put right
basis-consent = You agreed (UK GDPR Article 6(1)(a), and 9(2)(a) for health). You can take it back.
basis-accountability = The law asks us to show what was done (UK GDPR Article 6(1)(c)).
basis-public-task = It is part of a task in the public interest (UK GDPR Article 6(1)(e), and 9(2)(h) for health). You can object.
basis-legal-duty = The law asks us to keep accounts (UK GDPR Article 6(1)(c)).
retention-until-taken-away = Until you erase it. What it said before is kept until then too.
retention-until-its-day = Until the day it names, or until you erase it. It goes by itself.
retention-kept-by-law = Until the day it names, because the law asks for that. Then it goes by itself.
retention-with-its-record = As long as what it is about, or until you erase it.
retention-session = Until you sign out, 12 hours at most
retention-as-long-as-anything = As long as anything of yours is held
seen-nobody = Only you can see this.
seen-case-worker = You, and the case worker you choose, can see this.
seen-whoever-wrote-it = You, and the case worker you choose, can see this. While you wait for an answer, whoever wrote it can too.
seen-whom-it-is-about = You can see this, and whoever it is about once they use their code.
seen-whoever-asked = You can see this, and your case worker if they asked for it. Whoever has its code sees that it is real.
seen-as-it-says = You choose for each one.

# One item, and its history
held-more = Earlier wordings, or erase
held-more-kept = Earlier wordings, and who has looked
held-item-title = Details
held-who = Who wrote it
held-who-changed = Who last changed it
held-when = When
held-item-gone = Nothing is held here now.
held-history = Each wording, the newest first
held-history-what = Only you can see earlier wordings.
held-history-earlier = Earlier wordings
held-past = Taken away, still readable
held-past-all = See all of these
held-past-what = You no longer use these. Only you can read what they said, until you erase them.

# Erasing
held-erase = Erase this
held-erase-kind = Erase all of these
held-erase-all = Erase everything
held-erase-all-what = You can destroy all that you wrote here. It does not affect your benefits.
erase-title = Erase
erase-item = Erase this? { $kind }
erase-everything = Erase everything?
erase-everything-what = { $count ->
    [0] Nothing is held now. What was held before goes.
    [one] 1 item goes.
   *[other] { $count } items go.
}
erase-more = And { $count } more.
erase-choice = You do not have to. It will not affect your benefits.
erase-happens = If you erase it
erase-happens-now = It is destroyed at once, with everything it said before.
erase-happens-never = Nobody can get it back. Not you, and not us.
erase-happens-line = One line stays: that something of this kind was here, and when you erased it. It does not say what it was. The law asks us to be able to show what was done.
erase-happens-stopped = That you have stopped stays, so that nobody contacts you.
erase-happens-copies = Files you have downloaded stay where you put them. Safety copies of this service hold it only locked. Once the next copy is made, nobody can read it there either.
erase-now = Erase it
erase-keep = Keep it
done-erased = Erased.

# Who can see what
seen-title = Who can see what
seen-what = You can see all of it. Others see only what you let them.
seen-rule = It is drawn by the same rule that answers them. Each time anyone looks, it is written in the list of who has looked.
seen-picture = Who can see each thing, as it is now
seen-table = As a table
seen-kind = What
viewer-claimant = You
viewer-case-worker = The case worker you choose
viewer-carers = Carers you let in
viewer-organisations = Organisations
viewer-decision-makers = People who decide about benefits
sees-all = all of it
sees-some = some of it
sees-none = nothing
