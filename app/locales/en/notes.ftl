# Agreements, and what the person and their case worker write to each other.
notes-title = Notes and agreements
notes-both = Here you and your case worker write to each other. You both see each word at once. There are no hidden notes.
notes-no-duty = Nothing here is a duty. You owe no answer, and nobody is told whether you have read something.
notes-with = The other person here is { $who }. If you choose another case worker, they can read this too. You can erase any of it.
notes-nobody = You have not chosen a case worker, so there is nobody to write to. That is fine.
notes-stopped = You have stopped support. Nobody can write to you here, and nothing is agreed any more. You can read it all.
notes-silent = { $who } cannot write to you or answer here now, because of what you said about contact. You can still write.
notes-waiting = Waiting for your answer
notes-proposed = What you proposed
notes-agreed = What is agreed
notes-over = What is over
notes-conversation = What you wrote to each other
notes-newest = The newest is first.
notes-none = Nothing is written yet. That is fine.
notes-you = You
notes-who-when = { $who }: { $when }
notes-about-message = Who can see it, or erase
notes-others = Notes that others wrote about you
notes-others-what = You can read each of them, say how you see it, and have it put right.
notes-others-link = Read those notes
notes-open = { $count ->
    [one] Your case worker proposes an agreement. You can say yes, no or not now.
   *[other] Your case worker proposes { $count } agreements. You can say yes, no or not now.
}
notes-latest = The latest note to you is from { $who }, on { $when }.
notes-read = Read it
notes-write = Write a note
notes-write-title = Write a note
notes-sees-at-once = { $who } can see it as soon as you send it. So can you, here.
notes-stays = A note stays as it was sent. To correct it you write another, and you can erase it.
notes-words = What would you like to say?
notes-words-hint = In your own words, as short as you like.
notes-send = Send it
notes-propose = Propose an agreement
notes-propose-title = Propose an agreement

message-said-with = Between you and { $who }

agreement-heading = An agreement
agreement-what = An agreement needs a yes from both of you. Either can leave it at any time. It changes nothing about your benefits.
agreement-person = What you will do
agreement-person-hint = You can leave this empty.
agreement-case-worker = What your case worker will do
agreement-case-worker-hint = You can leave this empty if you wrote something above.
agreement-until = The last day
agreement-until-hint = You can leave this empty. Then it stands until one of you leaves it.
agreement-no-end = None. It stands until one of you leaves it.
agreement-with = With whom
agreement-by = Who proposed it
agreement-where = You answer it, change it and leave it on a page of its own.
agreement-nothing = Nothing
agreement-propose = Propose it
agreement-instead = This would take the place of what is agreed now. That stands until your case worker says yes to this:
agreement-question = Would you like to agree to this?
agreement-answers-what = All four answers are fine. Nobody asks why, and answers are not counted.
agreement-yes-means = A yes is to these words alone. Any change is a new proposal. With “Not now” or “I ask my doctor first” nothing is agreed.
agreement-replaces = This would take the place of another agreement. That one stands until there is a yes to this.
agreement-replaces-link = See the one that stands
agreement-take-back = Take it back
agreement-take-back-what = Then your case worker can no longer say yes to it. Nobody asks why.
agreement-take-back-now = Take it back now
agreement-change = Change it
agreement-change-what = A change is a new proposal. What is agreed stands until both of you have said yes to the new one.
agreement-change-link = Propose a change
agreement-leave = Leave it
agreement-leave-what = It ends at once, and { $who } can see that. Nobody asks why. It changes nothing about your benefits.
agreement-leave-now = Leave it now

agreement-status-proposed = { $by ->
    [person] It waits for your case worker to answer.
   *[case-worker] It waits for your answer. You can take as long as you like.
}
agreement-status-deferred = { $by ->
    [person] Your case worker said not now. Nothing is agreed.
   *[case-worker] You said not now. Nothing is agreed, and you can still answer.
}
agreement-status-asking-doctor = You ask your doctor first. Nothing is agreed until you answer here.
agreement-status-agreed = It is agreed. Either of you can leave it at any time.
agreement-status-past = It was agreed, and its last day is over.
agreement-status-lapsed = Its last day is over, and it was not agreed.
agreement-status-declined = { $by ->
    [person] Your case worker said no.
   *[case-worker] You said no.
}
agreement-status-withdrawn = It is no longer proposed.
agreement-status-left = { $left ->
    [person] It has ended from your side.
   *[case-worker] It has ended from your case worker's side.
}
agreement-status-replaced = Another agreement took its place.

agreement-said-with = With { $who }
agreement-said-by = Who proposed it: { $who }
agreement-said-part = { $whose }: { $words }
agreement-said-until = The last day: { $day }
agreement-said-replaces = It was proposed to take the place of another.
agreement-said-since = So since { $day }

differently-happens-message = What was written stays as it is.

done-message-sent = Your note is there. You both can see it.
done-agreement-proposed = It is proposed. Your case worker can say yes, no or not now.
done-agreement-accepted = You said yes. It is agreed, and you can leave it at any time.
done-agreement-declined = You said no. Nobody asks why.
done-agreement-held = Nothing is agreed. You can answer again when you like.
done-agreement-left = It has ended. Nobody asks why.

error-with-not-chosen = You have not chosen a case worker, so there is nobody to write to yet.
error-person-empty = Write what one of you will do.
error-person-too-many = You can have up to { $max } of these. Take one back or erase one first.
error-case_worker-empty = Write what you will do. Nobody is asked for something for nothing.
error-until-too-far-away = Choose a day within a year from now, or leave this empty.
error-replaces-not-a-choice = What this was to take the place of is no longer agreed. Go back and propose it anew.
error-conditional = “{ $phrase }” makes support sound as if it hangs on something. It cannot be sent. Please say it another way.
error-coercive = “{ $phrase }” can read as an order. Say it another way, or tick that you are happy to send it as it is.
