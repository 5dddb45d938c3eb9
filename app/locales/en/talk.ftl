# What a case worker writes at the desk: notes, proposals, what they were asked to put right, records, and questions for consent.
desk-person-notes = Write to them, or propose an agreement
desk-notes-voluntary = They owe no answer to anything here. Saying no, or nothing, does not affect their benefits.
desk-notes-both = You both see each word as soon as it is sent. There are no hidden notes, and they can see that you looked.
desk-notes-yours-to-answer = They propose
desk-notes-theirs-to-answer = You propose
desk-notes-words = What would you like to write?
desk-notes-words-hint = Plain and short. It stays as it was sent; another note corrects it.
desk-notes-none = Nothing is written yet.
desk-notes-differently = They see it differently
desk-agreement-person = What they will do
desk-agreement-person-hint = You can leave this empty.
desk-agreement-case-worker = What you will do
desk-agreement-until-hint = You can leave this empty. Then it stands until one of you leaves it.
desk-agreement-what = An agreement needs a yes from both of you, and either can leave it at any time. Proposing it is your yes.
desk-agreement-instead = This would take the place of what is agreed now. That stands until they say yes to this:
desk-agreement-proposed = { $by ->
    [person] They propose this. A yes is to these words alone.
   *[case-worker] It waits for their answer. They can take as long as they like.
}
desk-agreement-deferred = { $by ->
    [person] You said not now. You can still answer.
   *[case-worker] They said not now. Nothing is agreed.
}
desk-agreement-asking-doctor = They ask their doctor first. Nothing is agreed.
desk-agreement-agreed = It is agreed. Either of you can leave it at any time.
done-desk-message-sent = Your note is there. You both can see it.
done-desk-proposed = It is proposed. They can say yes, no, not now, or ask their doctor first.
done-desk-agreement-accepted = You said yes. It is agreed, and either of you can leave it.
done-desk-agreement-declined = You said no. They can see that.
done-desk-agreement-held = You said not now. Nothing is agreed.
done-desk-agreement-left = It has ended. They can see that.
done-desk-look-again = Nothing was done, as this page was from before. Look at how it stands, and press again if you still want to.

desk-person-records = What was written about them, and writing more
desk-person-consent = Ask whether an organisation may see something

# Writing down a conversation
desk-records-title = What was written about them
desk-record-voluntary = Nothing of a conversation is kept without their yes. Saying no does not affect their benefits.
desk-record-seen = They can read it as soon as you keep it, have it put right, and erase it. There are no drafts.
desk-record-words = What was said, or agreed to be kept
desk-record-words-hint = Only what they said yes to keeping. What was shown to you need not be kept.
desk-record-source = Where it comes from
desk-record-source-hint = For example: our talk on the phone.
desk-record-agreed = They said yes to keeping these words
desk-record-keep = Keep it
desk-record-until = It goes by itself on { $day }.
desk-records-held = What is held
desk-records-none = Nothing is written about them.
desk-correction-open = They asked for this to be put right, and it waits for an answer.
desk-correction-answered = They asked for this to be put right, and it was answered.
done-desk-record-kept = It is kept, and they can read it now.
error-agreed-not-chosen = Nothing is kept of a conversation before they say yes to keeping it. Tick this once they have.

# Putting right
desk-corrections-title = What you were asked to put right
desk-corrections-right = It is everyone's right to have what is written about them put right. They get an answer, whatever they say about contact.
desk-corrections-none = Nobody waits for an answer from you.
desk-corrections-answer = Answer it
desk-correction-says = It says
desk-correction-written = You wrote it on { $when }.
desk-correction-should-be = On { $day } they asked for it to say
desk-correction-by = They were told of an answer by { $day }.
desk-correction-begun = They can see that you are looking into it. They were told of an answer by { $day }.
desk-correction-begin = I am looking into it
desk-correction-done = Put it right as they ask
desk-correction-refuse = Let it stay, and tell them why
desk-correction-why = Why it stays as it is
desk-correction-why-hint = They read these words. Their own words can stand beside it.
done-desk-correction-begun = They can see that you are looking into it.
done-desk-correction-done = It says what they asked for. They can see that.
done-desk-correction-refused = It stays, and they can read why.

# Asking for a consent
desk-consent-title = Ask about sharing
desk-consent-voluntary = It is their choice. They can say no, not now, or ask their doctor first, and no answer affects their benefits.
desk-consent-what = They read each word before it goes, choose for how long, and can take it back at any time. Until they say yes, nothing goes.
desk-consent-organisation = Which organisation would see it?
desk-consent-items = What would they see?
desk-consent-items-hint = Ask for as little as will do, up to { $most } things. They can leave any of it out.
desk-consent-name = Their name
desk-consent-goal = A goal
desk-consent-nothing = There is nothing that could be shared, or no organisation to share it with.
desk-consent-ask = Ask them
desk-consent-asked = What you asked before
desk-purpose-introduction = So that they need not tell it twice when they first meet
desk-purpose-help = To give the help that they asked for
desk-purpose-advice = To advise about money, debts or housing
desk-purpose-adjustments = To make what they need ready for a meeting
desk-purpose-health = To take it into account in health care
desk-consent-status-requested = It waits for their answer. Nothing goes.
desk-consent-status-deferred = They said not now. Nothing goes.
desk-consent-status-asking-doctor = They ask their doctor first. Nothing goes.
desk-consent-status-given = They said yes. It can be seen.
desk-consent-status-renewed = They said yes again. It can be seen.
done-desk-consent-asked = You have asked. They can answer when they like, or not at all.
error-purpose-too-many = Up to { $max } questions of yours can wait for them at once. Wait until they answer one.

# Time, for a supervisor
desk-workload-title = Time for people
desk-workload-what = These are the case workers of { $organisation }, by name.
desk-workload-not = It shows time, and nothing about any person. There is no number to reach.
desk-workload-none = No case worker works there yet.
desk-workload-caption = Hours promised and hours there
desk-workload-promised = Promised in the next 7 days
desk-workload-there = There in a week
desk-workload-days = Days
desk-workload-day = A day that somebody works counts as { $hours } hours for people. The rest is for writing and breaks.
desk-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
desk-hours-minutes = { $hours ->
    [0] { $minutes } minutes
    [one] 1 hour and { $minutes } minutes
   *[other] { $hours } hours and { $minutes } minutes
}
desk-not-known = Not said

# Who works here, for an administrator
desk-staff-title = Who works here
desk-staff-what = A new code closes what somebody signed in with before. Closing is for whoever does not work here any more: at once, nobody can choose them, and those who did are told.
desk-staff-is-closed = They do not work here any more. Nobody can choose them.
desk-staff-one = { $role } at { $organisation }
desk-staff-code = Give a new code
desk-staff-close = Close
desk-staff-once = It opens the desk once, under their name, and is shown only now. Give it to them and nobody else.
desk-staff-new = Somebody new
desk-staff-shown = People see all of this when they choose whom to talk to.
desk-staff-name = The name they work under
desk-staff-trained = What they are trained in, if they are a case worker
desk-staff-days = The days they work
desk-staff-languages = Languages they speak
desk-staff-languages-hint = You can leave this empty.
desk-staff-add = Let them in
desk-organisations-title = Organisations
desk-organisations-what = People can choose to share with these, one by one. An organisation sees nothing before that.
desk-organisation-name = The name of a new one
desk-organisation-add = Add it
desk-staff-way-passkey = Signs in with a passkey, added on { $since }
desk-staff-way-provider = Signs in through the identity provider, added on { $since }
desk-staff-way-close = End this way in
done-desk-staff-way-closed = That way in is ended. They are signed out everywhere.
done-desk-staff-closed = It is closed. They are signed out, and nothing they had opens the desk.
done-desk-organisation-added = It is there. Nothing is shared with it.
error-role-not-chosen = Choose what they do here.
error-name-unchanged = There is one of this name already.

# A supervisor who looks into something, and what the person is told of it
cause-complaint = Somebody complained of something
cause-safeguarding = Somebody may not be safe
cause-asked = The person asked for it
look-into-title = Look into something
look-into-link = Say why, and look
look-into-rule = You see something of a person only once you have typed a reason. They read your reason and your name.
look-into-what = You see what was offered, agreed and written between a person and their case worker, for 30 minutes. You see nothing else of theirs.
look-into-told = They are told at once: who looked, when, and your reason in your own words. They can end it at any time.
look-into-of = Which case worker?
look-into-name = What is the person called here?
look-into-name-hint = Type the name as it stands here. There is no list.
look-into-why = What sort of reason?
look-into-words = What is the reason?
look-into-words-hint = They read these words. Write what you would say to them.
look-into-look = Keep the reason, and look
look-into-until = You can see this until { $time }.
look-into-none = There is nothing.
look-into-written = { $who }, { $when }
error-person-name-opens-nothing = Nobody of that name can be looked into. They may want no contact, have chosen another case worker, or share the name with somebody.
oversight-title = Supervisors
oversight-rule = A supervisor of your case worker sees nothing of yours, unless they type a reason. Then they see what was offered, agreed and written between the two of you, for 30 minutes.
oversight-said = { $who } looked into how { $of } works with you.
oversight-until = From { $from } until { $until }.
oversight-told = { $who } looked into how your case worker works with you, { $when }. The sort of reason: { $why }. Their words:
oversight-open = They can see it until { $until }.
oversight-end = End it now
oversight-reasons = Every reason that a supervisor typed
