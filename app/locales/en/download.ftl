# Taking it all away, as files.
download-title = Your papers
download-what = You can take a copy of everything that is held about you. You do not have to. It will not affect your benefits.
download-shared = A file stays on the device you save it to. Anyone who can use that device may be able to open it. The names of the files do not say what is in them.
download-erase = If you erase something here, it stays in the files that you have saved.
download-contents = The files are in the language you read in. What you wrote is in your own words.
download-json = For another program
download-json-what = Everything, with every earlier wording, and everyone who looked. It is for a person or a service that works with data.
download-json-link = Download for another program (JSON, about { $size } kB)
download-json-schema = What the parts of that file mean (for programmers)
download-proof = A proof of what was said
download-proof-what = These files are for reading. To show someone what was said, and when, use your receipts.
download-proof-link = Your receipts
