# Contact: whether, how and when, and how to do it safely.
contact-title = Contact
contact-now = You have said:
contact-question = Would you like to talk with a case worker?
contact-more = Say more first, if you like
contact-about = What would you like to talk about?
contact-about-hint = You do not have to say.
contact-not-about = Is there anything you do not want to talk about?
contact-not-about-hint = A case worker sees this before anything else, and does not bring it up.
contact-until = If you say “not now”: until which day?
contact-until-hint = Leave it empty for “until I say”.
contact-yes-means = Yes: the case worker can offer you a time. The offer fits your terms, and you can say no to it.
contact-no-means = No: nobody contacts you about support.
contact-not-now-means = Not now: nobody contacts you until your day has passed, or until you say.
contact-offers = With “No” or “Not now”, offers that wait for your answer end. What you agreed stands until you cancel it.
contact-how = How to reach you
wish-not-said = nothing yet. Nobody will contact you.
wish-talk = you would like to talk.
wish-talk-again = you would like to talk. Your “not now” is over.
wish-no-contact = no contact.
wish-not-now = not now, until you say.
wish-not-now-until = not now, until { $day }.
wish-not-now-over = not now, until { $day }. That day has passed. Nobody will contact you until you ask.

ways-term = How
ways-hours-term = When
ways-any-time = At any time
ways-not-said = You have not said. Messages wait for you here.
ways-between = ", then "
ways-title = How and when to reach you
ways-what = Choose what suits you, and what comes first. We use nothing you have not chosen.
ways-hours = When is a good time?
ways-hours-what = Choose days and times. If you choose none, it can be at any time.
channel-here = a message here
channel-letter = letter
channel-email = email
channel-text = text message
channel-phone = phone call
channel-title-here = A message here, for when you next visit
channel-title-letter = Letter
channel-title-email = Email
channel-title-text = Text message
channel-title-phone = Phone call
channel-detail-letter = Name and address, as on an envelope
channel-detail-email = Email address
channel-detail-text = Mobile number
channel-detail-phone = Phone number

rank-label = Use this
rank-none = No, not this
rank-1 = Yes, first
rank-2 = Yes, second
rank-3 = Yes, third
rank-4 = Yes, fourth
rank-5 = Yes, fifth
rank-6 = Yes, sixth
rank-7 = Yes, seventh
rank-8 = Yes, eighth
week-day = { $day }
week-not = Not on { $day }
week-from = From
week-until = Until

safe-term = Safe contact
safe-not-said = You have set nothing.
safe-said = { $count ->
    [one] You have set 1 thing.
   *[other] You have set { $count } things.
}
safe-title = Contact
safe-what = If someone near you should not know about this, say here how to be careful. No carer and no other organisation ever sees it, or that it is there.
safe-rules = How should we be careful?
safe-rules-hint = Choose any that help.
safe-rule-no-voicemail = Leave no message on an answering machine
safe-rule-say-nothing-to-others = Say who you are only to me
safe-rule-ask-if-safe = First ask me if it is safe to talk
safe-rule-show-number = Show a number, not “unknown”
safe-rule-plain-envelopes = Use plain envelopes with no sender on them
safe-rule-nothing-in-messages = In texts and emails, say only that there is something to read
safe-word = A word that shows it is really us
safe-word-hint = We say it when we call. Leave it empty if you do not want one.
safe-avoid = Is there anything else to avoid?
safe-avoid-hint = For example: times of day, people, or numbers not to call.

done-wish-yes = You have asked to talk. Every offer of a time has to keep to your terms. You can change your mind here.
done-wish-no = Saved. Nobody will contact you about support. It does not affect your benefits.
done-wish-not-now = Saved. Nobody will contact you for now. It does not affect your benefits.
done-ways-saved = Saved. We will only reach you in these ways.
done-safe-saved = Saved.

error-answer-not-chosen = Press one of the buttons.
error-until-in-the-past = Choose today or a day to come, or leave it empty.

# What was said before, for as long as it can be put back
earlier-title = What you said before
earlier-changed = How to reach you was changed on { $when }. If it was not you, you can put it back.
earlier-see = See what it was
earlier-what = Here you can put back how to reach you, as it was before a change.
earlier-told = A day after a change, an email says that there is something to read. It goes in your hours, to the address before and the address now. Nothing is sent if you want no contact.
earlier-now = Now
earlier-until = Until { $when }
earlier-kept = You can put it back until { $when }.
earlier-put-back = Put this back
earlier-put-back-about = – as it was until { $when }
earlier-none = There is nothing to put back.
done-earlier-put-back = It is as it was before.
