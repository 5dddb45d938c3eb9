# Letters on paper. Whoever opens one reads it first: the choice stands at the top.
letter-title = A letter for you
letter-hello = Hello { $name },
letter-invitation = Someone you talked to has made a place for you at Own Terms.
letter-what = There you can say if you want support, how, and how often. You see everything that is held about you.
letter-nothing = If you do not want it, you can leave this letter. Nobody asks you why.
letter-how = How to look at it
letter-open = Open this address on a phone or a computer:
letter-code = Write this code there. Capital or small letters, gaps and lines make no difference.
letter-until = The code works once, until { $day }. After that you can ask for another.
letter-help = Someone you trust can read it out to you, or type it for you.
letter-phone = You can phone a person about this letter: { $phone }
letter-read-out = A person can read it to you: { $phone }
