# What others wrote about the person, and putting it right.
record-source-said = Where it comes from: { $source }
held-goes-on = { $until } It goes on { $day }.
correction-was = It said: { $words }
correction-should-be = You asked for: { $words }
correction-reason = Why: { $words }
correction-asked = You asked on { $day }.
progress-open = Nobody has begun yet.
progress-open-next = Someone begins by { $day }.
progress-in-progress = Someone is looking into it.
progress-in-progress-next = You get an answer by { $day }.
progress-done = It is put right.
progress-done-next = Everyone who was given the old words is told by { $day }.
progress-refused = It stays as it is.
progress-why = They say why: { $words }
progress-refused-next = You can ask again, and are answered by { $day }. You can also write how you see it, or ask the Information Commissioner.
notice-kept-by-law = The law asks us to keep this until { $day }, so that accounts can be checked. It goes by itself on that day. Nobody uses it for anything else.

# Beside what others wrote
beside-differently = You see it differently:
beside-correction = You asked for this to be put right:
record-choice = You do not have to. It will not affect your benefits.
record-say-differently = Say how you see it
record-change-view = Change how you say you see it
record-change-asked = Change what you asked for, or take it back
record-ask-again = Ask again for this to be put right
progress-late = That day has gone by, and you should have heard by then. You can tell the Information Commissioner.

# Asking for it to be put right
correct-title = Put right
correct-heading = Ask for this to be put right
correct-says = What it says now
correct-asked = What you asked for before
correct-take-back = Take it back
correct-take-back-what = You can take it back. Then nobody looks into it any more, and what was written stays.
correct-happens = If you ask for it
correct-happens-who = It goes to whoever wrote this: { $who }. They see this and your words until they answer.
correct-happens-when = Someone begins by { $begin }. You get an answer by { $answer }.
correct-happens-no = If they say no, they say why. Then you can ask again, write how you see it, or ask the Information Commissioner.
correct-should-be = What should it say?
correct-should-be-hint = It is filled in with what it says now. You can change one word, or all of it.
correct-should-be-asked = It is filled in with what you asked for.
correct-reason = Why?
correct-reason-hint = Only if you want to say.
correct-happens-anew = If you change it
correct-counts-anew = It counts as asked today.
correct-ask = Ask for this
correct-change = Ask for this instead
done-correction-asked = You have asked for it to be put right. Below is what happens next.
done-correction-taken-back = You have taken it back. Nobody looks into it any more.
error-should_be-empty = Write what it should say.
error-should_be-unchanged = This is what it says now. Change what is wrong.

# Seeing it differently
differently-title = Your own words
differently-heading = Say how you see it
differently-happens = If you write here
differently-happens-at-once = Your words stand right under what was written, at once. Nobody has to agree first.
differently-happens-who = Whoever can see what was written can see your words too. You can change or erase them at any time.
differently-happens-stays = What was written stays as it is. To have it changed, you can:
differently-view = How do you see it?
differently-view-hint = In your own words, in any language.
differently-erase = Erase what you wrote
done-differently-saved = Your words are saved. They stand right under what was written.
error-view-empty = Write how you see it, in your own words.

# One item: what can be done with it, who can see it, who has looked
item-you-wrote = You wrote this. You can just change it.
item-you-can = You can just change this.
can-see-title = Who can see it now, and why
can-see-one = { $who }: { $why }.
can-see-yours = it is about you
can-see-oversight = they supervise your case worker, and typed a reason
can-see-chosen = you chose them to talk to
can-see-owes-an-answer = you asked them to put it right, and they have not answered yet
can-see-let-in = you let them in
can-see-signing-in = to know that it is you when you sign in
can-see-telling = to know where to tell you of something that happens to your place
can-see-consent = you said yes to it
can-see-has-the-code = you gave them its code
can-see-calendar = it has the address that you made for your calendar
can-see-nobody-else = Nobody else can see it here. Nobody who decides about benefits can.
can-see-copy = This was written by { $who }. They may have a copy of their own outside this service.
looked-title = Who else has looked, and why
looked-what = Each of these was a look at a part that this belongs to. They saw this only if they could see it at that time.
looked-none = Nobody else has looked at it.
looked-latest = The latest { $count } are shown.
looked-back = This list begins on the day this was first written. Your own looks are in the whole list.
looked-all = The whole list of who has looked

# What the law keeps
erase-not-yet = This cannot be erased yet
erase-stays = What stays
erase-kept = { $kind }: { $count ->
    [one] until { $day }.
   *[other] { $count } until { $day }.
}
erase-kept-what = The law asks us to keep this until then, so that accounts can be checked. It goes by itself on that day. Nobody uses it for anything else.
erase-happens-beside = What you asked for and wrote about it goes with it.
erase-happens-theirs = Whoever wrote it may have a copy of their own outside this service. You can ask them to erase that too.

from-carers-shown = Those who act for you can see this, if you let them see things of this kind. You can keep this one from them.
from-carers-kept = You keep this from everyone who acts for you. They are not told that it is here, and it is not counted for them.
from-carers-keep = Keep this from my carers
from-carers-show = Show this to my carers
from-carers-again = Keep this from my carers, or show it
kept-back-said = You keep one of these from everyone who acts for you: { $kind }.
done-kept-from-carers = Kept from everyone who acts for you.
done-shown-to-carers = Those who act for you can see it again, if you let them see things of this kind.
