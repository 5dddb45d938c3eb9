# Words of the controls and of the frame round every page.
control-error = Error:
control-error-summary = Please look at this again
control-done = Done
control-up-to = You can write up to { $max } characters.

frame-title = { $title } - Own Terms
frame-title-error = Error: { $title }
frame-leave = Leave this site
frame-demo = This is a trial. These people are made up. Do not put in anything real.
frame-signed-in = You are signed in as { $name }.
frame-nav = Your pages
frame-home = Home
frame-goals = Goals
frame-contact = Contact
frame-appointments = Appointments
frame-held = What is held
frame-stop = Stop support
frame-stop-what = Stops everything at once. It does not affect your benefits.
frame-stopped = You have stopped support. Nobody will contact you.
frame-come-back = Come back
frame-help-phone = You can phone a person about anything here:
frame-language = Language
frame-reading = Text size, colours and language
frame-accessibility = Accessibility
frame-privacy = Privacy
frame-sign-out = Sign out
frame-translation-unread = No native speaker has read these words yet. They may have mistakes.
