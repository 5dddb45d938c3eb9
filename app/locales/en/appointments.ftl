# Appointments and the terms for them.
appointments-title = Appointments
appointments-offers = When a case worker offers you a time, it comes here. You can say yes, no, or suggest another.
appointments-terms = See or change your terms
appointments-terms-what = Every offer has to keep to your terms. An offer outside them is refused before it reaches you.
terms-title = Your terms

formats-term = How to meet
formats-title = How to meet
formats-what = Choose the ways that suit you, and what comes first. Staff can offer only these.
formats-none = no way at all. Nothing can be offered.
formats-not-said = You have not said yet. Until you do, only in writing.
formats-place = Which place?
formats-place-hint = You can leave this empty and say it later.
format-writing = in writing
format-phone = by phone
format-text-relay = by text relay
format-video = by video
format-at-home = at your home
format-my-place = somewhere you choose
format-elsewhere = somewhere else
format-jobcentre = at the jobcentre
format-with-place = { $way } ({ $place })
format-title-writing = In writing, each in their own time
format-title-phone = By phone
format-title-text-relay = By text relay
format-title-video = By video
format-title-at-home = In person, at my home
format-title-my-place = In person, somewhere I choose
format-title-elsewhere = In person, somewhere else
format-title-jobcentre = In person, at the jobcentre

with-me-term = Who is with you, and what helps
with-me-title = Who is with you, and what helps
with-me-what = We do not ask about a diagnosis, and we do not keep one.
with-me-none = You have not said.
with-me-companion = Who comes with you?
with-me-companion-hint = For example: “my sister”. Leave it empty if nobody does.
with-me-interpreter = Do you want an interpreter?
with-me-language = Which language, or anything else about it?
with-me-language-hint = For example: “Polish”, or “Northern signs, please”.
with-me-adjustments = What would help?
with-me-adjustments-hint = Choose any. You do not have to say why.
with-me-also = Is there anything else that helps?
interpreter-bsl = British Sign Language
interpreter-sse = Sign-supported English
interpreter-lipspeaker = A lipspeaker
interpreter-deafblind = Deafblind manual or hands-on signing
interpreter-speech-to-text = Speech to text
interpreter-spoken = A spoken language
interpreter-none = No interpreter
adjustment-agenda-before = Tell me before what it is about
adjustment-breaks = Breaks when I ask
adjustment-more-time = More time to think and answer
adjustment-plain-words = Plain words
adjustment-note-after = A short note afterwards of what was said
adjustment-same-person = The same person each time
adjustment-camera-off = Camera off
adjustment-quiet-room = A quiet room
adjustment-soft-light = Soft light
adjustment-step-free = No steps
adjustment-parking = Parking close by
adjustment-hearing-loop = A hearing loop
adjustment-large-print = Large print

pace-term = How long and how often
pace-title = How long and how often
pace-what = Go at your own pace. The picture shows what a month could look like.
pace-longest = How long, at most?
pace-gap = How long from one appointment to the next, at least?
pace-gap-hint = An offer before that is refused.
pace-most = How many in a month, at most?
pace-most-any = Any number
pace-most-number = { $most }
pace-notice = How long before do you want to know?
pace-notice-hint = An offer for a day before that is refused.
pace-reminders = When should we remind you?
pace-reminders-hint = If you choose none, we do not remind you.
pace-longest-said = up to { $minutes ->
    [60] 1 hour
    [90] 1 hour 30 minutes
   *[other] { $minutes } minutes
}
pace-gap-said = at least { $gap } apart
pace-most-said = { $most ->
    [1] at most once a month
    [2] at most twice a month
   *[other] at most { $most } times a month
}
pace-notice-said = with { $notice } of notice
reminder-week-before = A week before
reminder-day-before = The day before
reminder-same-morning = The same morning

times-term = Days and times
times-title = Days and times
times-what = Choose the days and times that are good for you. Nothing is offered at any other time.

breaks-term = Breaks
breaks-title = Breaks
breaks-what = In a break, nothing is offered at all. You do not have to say why.
breaks-none = No breaks
breaks-add = Add a break
breaks-from = First day
breaks-until = Last day
breaks-name = What would you like to call it?
breaks-name-hint = Only if you like. For example: “rest”.
breaks-remove = Take away
break-said = { $from } to { $until }
break-named = { $days }: { $name }

# The picture of a month
month-nobody = Nobody can offer you anything now, because you have not asked to talk. This is how it would be if you did.
month-caption = { $month } { $year } under these terms
month-most = { $count ->
    [0] Under these terms, nothing could be offered in { $month }.
    [one] Under these terms, you could be offered at most 1 appointment in { $month }
   *[other] Under these terms, you could be offered at most { $count } appointments in { $month }
}
month-parts-0 = {""}
month-parts-1 = , only in the morning.
month-parts-2 = , only in the afternoon.
month-parts-3 = , never in the evening.
month-parts-4 = , only in the evening.
month-parts-5 = , never in the afternoon.
month-parts-6 = , never in the morning.
month-parts-7 = .
month-example = The picture shows one way it could go, with each appointment as early as it can be.
month-table = The same month, day by day
month-days = Days
month-what = What they are
month-day = { $weekday } { $day }
month-run = { $from } to { $until }
mark-call = An appointment could be here
mark-gap = Kept free, your gap
mark-full = Kept free, your most in a month
mark-break = A break
mark-closed = Not one of your days
done-formats-saved = Saved. Every offer keeps to this.
done-with-me-saved = Saved.
done-pace-saved = Saved. Every offer keeps to this.
done-times-saved = Saved. Every offer keeps to this.
done-break-added = The break is saved. Nothing is offered in it.
done-break-removed = The break is taken away.

error-from-empty = Write the first day.
error-until-empty = Write the last day.
error-until-ends-before-it-starts = The end is before the beginning. Change one of them.
