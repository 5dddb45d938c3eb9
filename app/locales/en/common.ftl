# Words used on every page.
service-name = Own Terms
skip-to-main = Skip to the main part of the page
yes = Yes
no = No
not-now = Not now
save = Save
change = Change
back = Back

# Times and dates
date-full = { $weekday } { $day } { $month } { $year }
time-am = { $clock }am
time-pm = { $clock }pm
time-midday = midday
list-and = { $start } and { $last }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Said first wherever we ask for something.
your-choice = You can say no to any of this. It will not affect your benefits.

# Lengths of time
in-days = { $days ->
    [0] no days
    [one] 1 day
   *[other] { $days } days
}
in-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
in-minutes = { $minutes ->
    [60] 1 hour
    [90] 1 hour 30 minutes
   *[other] { $minutes } minutes
}
week-none = no days
week-group = { $days }, { $from } to { $until }
week-between = "; "

# What can be wrong with a field
error-empty = Write something here.
error-too-long = This is longer than we can keep. Use up to { $max } characters.
error-unkeepable = There is a hidden character here that we cannot keep. Type the text again.
error-not-chosen = Choose one of these.
error-not-a-choice = Choose one of these.
error-not-a-date = Write a date, like 27 3 2027.
error-in-the-past = This day is in the past. Choose today or a day to come.
error-ends-before-it-starts = The end is before the beginning. Change one of them.
error-not-a-phone-number = This does not look like a phone number. A number is like 07700 900123.
error-not-an-email = This does not look like an email address. An address is like name@example.com.
error-no-postcode = Add a postcode, like LS1 4AP, so that a letter arrives.
error-too-many = You can keep up to { $max } of these.
error-unchanged = This is the same as before. Change it, or go back.
error-not-a-code = This is not a whole code. Check each letter against what you were given. Nothing was used up.
error-opens-nothing = This code does not open anything. It may be too old, or used already. You can ask for another.

# Why else something was not saved
notice-title = This is not saved yet
notice-busy = The service is busy. Nothing is lost. Please press the button again.
notice-stopped = You have stopped support, so nobody can contact you. Come back first if you want to talk.
notice-sign-in-again = Please sign out and sign in again when you are by yourself. Then you can check it here.
notice-changed = This was changed somewhere else after you opened it. What is saved now is:
notice-changed-choose = What you wrote is below. Press the button to save yours, or go back to keep what is saved.
notice-changed-list = This page had changed already, so nothing was done. Below is how it is now. Press again if you still want to.
notice-kept = You were signed out before this was saved. What you wrote is kept on this page for 24 hours. Sign in from here and you will see it again.
notice-signed-out = You were signed out before this was saved. Here is what you wrote. Save it if you still want it.
notice-old-page = This page was from before you signed in, so nothing was saved. Here is what you wrote. Save it if you still want it.
notice-old-buttons = This page was from before you signed in, so nothing was done. Press again if you still want to.

# Pages that say something went wrong
failure-not-found-title = We cannot find this page
failure-not-found = Nothing is lost. The address may be wrong, or the page is not there any more.
failure-forged-title = This was not done
failure-forged = The page may have been open for a long time, or from before you signed in. Nothing was changed. Go back: what you wrote should still be there. Copy it, open the page again, and put it in.
failure-too-large-title = That is more than we can take
failure-too-large = Nothing was changed. Go back and make it shorter.
failure-unreadable-title = We could not read that
failure-unreadable = Nothing was changed. Go back and try once more.
failure-busy-title = The service is busy
failure-busy = Nothing is lost. Wait a little and try again.
failure-broken-title = Something went wrong here
failure-broken = It is not your fault. What you saved before is safe. Try again in a little while.
failure-home = Go to the first page

# Drafts, and how much can be written
draft-found = You were writing something here before.
draft-also = You were also writing something else here.
draft-put-back = Put it back
draft-throw-away = Throw it away
control-left = You can write { $count } more characters.
control-over = This is { $count } characters too long.
