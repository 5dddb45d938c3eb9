# A new way in, after every way is lost
sign-in-lost = Have you lost every way in?
sign-in-lost-what = Your case worker can help. Ask them for a new way in.
recovery-title = Somebody asked for a new way into your place
recovery-who = { $who } asked for it on { $when }.
recovery-opens = Its code opens your place from { $from } until { $until }.
recovery-will-come = Whoever has the code can come in from { $from }. Nobody can before.
recovery-can-come = Whoever has the code can come in now, until { $until }.
recovery-came = Somebody has come in by it. You can undo that until { $until }.
recovery-known = You said on { $when } that this was you.
recovery-yours = You came in by a new way. Add a way to sign in, so that you can come back.
recovery-where = If it was not you, you can stop it:
recovery-stop = Stop this
recovery-mine = This was me
recovery-stop-what = If you stop it, nobody comes in by it. Nothing else changes.
recovery-undo-what = If you stop it, nobody comes in by it. Whoever has is signed out, and every way to sign in that was added since is closed. What others were let do or see since then ends too. Nothing else changes.
recovery-status-waiting = The code opens nothing yet.
recovery-status-open = The code opens your place now.
recovery-status-expired = Nobody came in by it in time. The code opens nothing any more.
recovery-status-stopped = It was stopped on { $when }, { $through }.
recovery-status-opened = Somebody came in by it on { $when }. { $count ->
    [0] You had no other way to sign in then.
    [one] The way to sign in that you had then can undo it until { $until }.
   *[other] Each of the { $count } ways to sign in that you had then can undo it until { $until }.
}
recovery-status-settled = Somebody came in by it on { $when }. { $count ->
    [0] You had no other way to sign in then.
    [one] You had 1 other way to sign in then.
   *[other] You had { $count } other ways to sign in then.
}
recovery-status-undone = It was undone on { $when }, { $through }.
recovery-through-link = by a link that we sent
recovery-through-signed-in = by someone who was signed in
done-recovery-stopped = It is stopped. Nobody can come in by it.
done-recovery-undone = It is undone. Whoever came in by it is signed out.
done-recovery-known = Saved. You can still stop it here.
undo-what = Was it you? Then there is nothing to do. If it was not you, stop it.
undo-done = It is stopped
undo-done-what = Nobody can come in by it. If somebody had, they are signed out, and every way to sign in that was added since is closed.
undo-left-what = You said that this was you. The link still works, if you change your mind.
not-yet-title = It is too early for this code
not-yet-from = This code works from { $from }.
not-yet-what = Keep it until then. Nothing was used up.
not-yet-back = Use a code
mail-recovery-subject = Something to read
mail-recovery = Hello. Someone asked for a new way to sign in to Own Terms for you. If it was you, there is nothing to do. If it was not you, open this and stop it:
mail-recovered = Hello. Someone has signed in to Own Terms by a new way that was asked for. If it was you, there is nothing to do. If it was not you, open this and undo it:
mail-recovery-not-you = Opening it changes nothing. You press a button there.
mail-to-read = Hello. There is something for you to read:
mail-to-read-what = Opening it changes nothing.
mail-news = Hello. There is something new for you to read:
mail-news-when = You can read it when you like, or leave it.
mail-reminder-subject = Your reminder
mail-reminder = Hello. You asked us to remind you. You can see of what here:
mail-reminder-change = You can change your reminders there, or have none.
sms-news = There is something new for you to read, when you like.
sms-reminder = This is the reminder that you asked for.
held-waiting-recovery = The code of a new way in, of { $made }, can be used until { $until }.
held-waiting-undo = A link to stop a new way in was sent on { $made }. It is open until { $until }.
signed-in-by-recovery = By a new way in that your case worker asked for
notice-not-before = This can be done from { $moment } on. Until then it stays, so that nobody else can take it from you.
