# Taking it all away, as files.
download-title = Your papers
download-what = You can take a copy of everything that is held about you. You do not have to. It will not affect your benefits.
download-shared = A file stays on the device you save it to. Anyone who can use that device may be able to open it. The names of the files do not say what is in them.
download-erase = If you erase something here, it stays in the files that you have saved.
download-contents = The files are in the language you read in. What you wrote is in your own words.
download-gone = What is held no longer
download-earlier = Earlier wordings:
download-fact = { $what }: { $said }
download-made = This is how it was on { $day }.
download-pdf = To read or print
download-pdf-what = Everything, with every earlier wording, and everyone who looked. The print is large. It works with screen readers.
download-pdf-link = Download to read or print (PDF, about { $size } kB)
download-json = For another program
download-json-what = Everything, with every earlier wording, and everyone who looked. It is for a person or a service that works with data.
download-json-link = Download for another program (JSON, about { $size } kB)
download-json-schema = What the parts of that file mean (for programmers)
download-csv = For a spreadsheet
download-csv-what = Each thing that is held as a row of a table, with every earlier wording. Who looked is not in it.
download-csv-link = Download for a spreadsheet (CSV, about { $size } kB)
download-calendar = For your calendar
download-calendar-what = Your breaks and what is agreed, in your own calendar. Each is called “Private”. They do not say what they are for.
download-calendar-link = Download for your calendar (ICS, about { $size } kB)
download-calendar-none = You have no breaks and nothing is agreed, so there is nothing for a calendar yet.
download-fhir = For a health or care service
download-fhir-what = Your name, your goals, appointments, what you and your case worker wrote, each change, and everyone who looked. A doctor's computer can read it. It is sent to nobody: you choose who gets it.
download-fhir-link = Download for a health or care service (FHIR, about { $size } kB)
download-proof = A proof of what was said
download-proof-what = These files are for reading. To show someone what was said, and when, use your receipts.
download-proof-link = Your receipts

# In the files
calendar-private = Private
csv-kind = What kind
csv-said = What it says
csv-stands = Does it hold now?
csv-who = Who wrote it
csv-when = When
csv-seen = Who can see it
csv-why = Why it is held
csv-basis = On what basis
csv-until = Until when
csv-version = Version
csv-id = Its name in this service
csv-stands-now = yes
csv-stands-before = no, an earlier wording
csv-stands-taken-away = no, taken away
csv-stands-erased = no, erased

# While a file is on its way
taking-label = How much is here
taking-began = The file is on its way.
taking-far = { $percent }% is here.
taking-done = It is all here. Your browser saves it under the name { $name }.
taking-stopped = Stopped. Nothing was saved.
taking-failed = The connection was lost, so nothing was saved. You can try again.
taking-stop = Stop
taking-again = Try again
