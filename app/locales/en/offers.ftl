# Appointments as they are offered, answered, agreed and called off.
offers-waiting = Waiting for your answer
offers-agreed = What is agreed
offers-over = { $count ->
    [one] 1 that is over
   *[other] { $count } that are over
}
offers-no-contact = Nobody can offer you anything new now, because of what you said about contact. What was agreed stands until you cancel it.
offers-answer-link = Read and answer
offers-see-link = See it
offers-times-count = { $count ->
    [one] 1 time
   *[other] { $count } times to choose from
}
offers-with-how-long = { $who }. { $how }, { $minutes ->
    [60] 1 hour
    [90] 1 hour 30 minutes
   *[other] { $minutes } minutes
}
offers-how-long = { $how }, { $minutes ->
    [60] 1 hour
    [90] 1 hour 30 minutes
   *[other] { $minutes } minutes
}
offers-next = { $when }: { $how }, with { $who }.
offers-open = { $count ->
    [one] Somebody offers you an appointment. You can say yes, no, or suggest another.
   *[other] You are offered { $count } appointments. You can say yes, no, or suggest another.
}
slot-said = { $day }, { $from } to { $until }

offers-one-heading = An appointment
offers-when = When
offers-with = Who
offers-why = What it is about
offers-format = How
offers-place = Where
offers-minutes = How long
offers-bring = What to bring
offers-bring-nothing = Nothing
offers-not-bring = What not to bring
offers-suggested = What you suggested
offers-replaces = This would take the place of { $when }. That one stands until you say yes to this.
offers-answer = Your answer
offers-slot = Which time is good, if you say yes?
offers-only-time = The time is:
offers-question = Would you like this appointment?
offers-suggest = Suggest another
offers-answers-what = All three answers are fine. Nobody asks why, and answers are not counted.
offers-fixed = A yes fixes all of this: who, why, when, how long, where and what to bring. Any change is a new offer.
offers-else = If you suggest another
offers-else-what = Fill in what you like, and leave the rest. What is offered here stays open.
offers-day = Another day
offers-from = Another time
offers-any-time = Any time
offers-other-format = Another way to meet
format-title-none = As it is
offers-words = In your own words
offers-move = Ask for another time or way
offers-move-what = What is agreed stands until you say yes to a new offer.
offers-cancel = Cancel it
offers-cancel-what = It ends at once, and { $who } can see that. Nobody asks why.
offers-cancel-now = Cancel it now
offers-calendar = Put it in your calendar (ICS)
offers-calendar-out = Take it out of your calendar (ICS)
offers-calendar-what = In the calendar it is called “Private”. It does not say what it is.

appointment-status-offered = It waits for your answer.
appointment-status-suggested = You suggested something else. You can still answer this.
appointment-status-agreed = It is agreed.
appointment-status-moving = It is agreed. You asked for something else, and this stands until you say yes to another.
appointment-status-past = Its time has come.
appointment-status-lapsed = Its times have passed.
appointment-status-declined = You said no.
appointment-status-withdrawn = It is no longer offered.
appointment-status-cancelled = It is cancelled.
appointment-status-moved = Another took its place.

appointment-said-with = With { $who }
appointment-said-why = What it is about: { $words }
appointment-said-place = Where: { $place }
appointment-said-when = When: { $when }
appointment-said-time = A time that was offered: { $when }
appointment-said-bring = What to bring: { $words }
appointment-said-not-bring = What not to bring: { $words }
appointment-said-replaces = It was offered to take the place of another.
appointment-said-suggested = What was suggested: { $words }
appointment-said-offered = Offered on { $day }

breaks-cancels-what = These appointments are in this break. They are cancelled when you save it:
breaks-cancels = Cancel these too

done-offer-accepted = You said yes. It is agreed.
done-offer-declined = You said no. Nobody asks why.
done-offer-suggested = Your suggestion is there for your case worker to see.
done-appointment-cancelled = It is cancelled.

error-cancels-not-chosen = Tick this to save the break, or choose other days.
error-slot-not-chosen = Choose one of the times. To say no or suggest another you can leave this.
error-slot-not-a-choice = Choose one of the times that are offered.
error-slot-in-the-past = This time has passed. Choose another.
error-day-not-chosen = Fill in a day, a time, a way to meet or some words.
error-do-in-the-past = It has begun already, so it cannot be cancelled any more.
error-no-such-time = The clocks change on that day, and this time is skipped. Choose another time.
error-overlaps = Two of these are at the same time. Change one of them.
error-taken = Someone else said yes to that time first. It is nothing you did. Pick another, or suggest one.
error-promised = You have promised a part of that time to someone. Pick another.
error-term-format = This is not one of the ways to meet in the terms.
error-term-too-long = This is longer than the terms say.
error-term-too-short = This is too short.
error-term-too-close = This is too close to another appointment for the terms.
error-term-too-many-in-month = This would be more in the month than the terms say.
error-term-outside-hours = This is outside the days and times in the terms.
error-term-on-break = This is in a break.
error-term-too-little-notice = This is sooner than the notice in the terms.

# Who else is there, each with what they said.
there-title = Who will be there
there-you-and = You and { $who }.
there-told = Your case worker sees who interprets, and who comes. They see nothing of anyone who has not answered or cannot come.
there-interpreter = Interpreter: { $what }
there-interpreter-of = Interpreter: { $what }, { $language }
there-booked-named = Booked: { $name }
interpreter-coming-asked = Not booked yet.
interpreter-coming-coming = Booked.
interpreter-coming-cannot-come = Cannot come.
coming-asked = Not answered yet.
coming-coming = Comes.
coming-cannot-come = Cannot come.
there-books = Your case worker books them.
there-they-come = They come
there-they-cannot = They cannot come
there-leave-out = Not for this one
there-no-interpreter = There is no interpreter for this one.
there-no-other = { $name } cannot come.
there-missed = You can keep this appointment, ask for another time, or cancel it. All are fine, and nobody asks why. To keep it, there is nothing to do.
there-missed-offer = You can still say yes, say no, or suggest another. All are fine, and nobody asks why.
there-more = Ask somebody else to be there
there-companion = Who comes with you?
there-companion-hint = For example: “my sister”. You ask them yourself: we write to nobody.
there-bring = They come with me
there-which-interpreter = Which interpreter would you like?
there-ask-interpreter = Ask for an interpreter
there-carers-what = Somebody who helps you here can say for themself whether they come.
there-ask-carer = Ask { $name } to be there
there-yourself = You
there-asked-you = { $name } asks whether you come.
there-asked-short = You are asked whether you come.
there-you-come = You said that you come.
there-you-cannot = You said that you cannot come.
there-for-yourself = This is about you alone. It answers nothing for { $name }, and changes nothing about the appointment.
there-i-come = I come
there-i-cannot = I cannot come
done-there-saved = It is saved.
error-companion-empty = Write who comes with you.
error-interpreter-not-chosen = Choose which interpreter.
