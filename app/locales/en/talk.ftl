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
