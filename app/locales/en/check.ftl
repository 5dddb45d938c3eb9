# Checking a receipt: the page, and the command line.
check-title = Check a receipt
check-lead = Find out if a file of receipts, or a code on paper, is as we made it. You see if anything in it was changed, left out or made up.
check-scanned = Did you scan a code? If no answer comes up here, scripts are off in this browser. Choose the file, or type the letters under the code.
check-scanned-stays = A code that you scan is checked here too, and not sent. It stays in the list of pages that you opened.
check-choice = You do not need to sign in. We do not note that you checked. It does not affect anyone's benefits.
check-sent = When you press “Check”, the file or the text is sent to us. We check it at once, and keep nothing of it.
check-stays = What you choose here stays on this device. It is checked here, and nothing is sent. It works without a connection too.
check-file = Which file?
check-file-hint = The file of receipts, just as it was downloaded. It can have up to 10 MB.
check-text = Or paste the text
check-text-hint = All of the file, from the first line to the last. Or the letters under a code on paper. Leave this empty if you chose a file.
check-do = Check
check-busy = We are checking. With many receipts this can take a minute.
check-how = How it works, and how to check without us
check-how-keys = Each receipt is signed with a key. The list of our keys is here:
check-how-keys-link = our keys
check-how-seals = Every few minutes we publish a seal over all receipts. So we cannot change one later without it showing:
check-how-seals-link = our seals
check-how-keep = Keep a copy of the keys. Then you can check receipts without us, even if this page is gone.

# Instead of an answer
error-file-empty = Choose a file, or paste the text.
check-too-large = This is more than 10 MB. Take fewer receipts at a time.
check-unreadable = We could not open this file. Choose it again.

# The answer
check-well = All is well
check-well-whole = Every receipt is as it was made, and none is missing.
check-well-some = Every receipt in this file is as it was made. The file says that it holds only some of them.
check-wrong = Something in this file is wrong
check-wrong-what = It is not as it was made. Here is where, and what that means. Keep the file, and check one freshly downloaded.
check-unread = This is not a file of receipts that we can read
check-unread-what = It may be another file, or only a part of one. Choose the file as it was downloaded, or paste all of its text.
check-keys-ours = The keys that signed it are the ones that we publish.
check-keys-alone = But the keys in the file were not held against published ones. Someone could have made all of it with a key of their own.
check-keys-compare = Compare the fingerprints below with those that the service publishes at /check/keys. Or name a file of them with --keys.
check-at-file = The whole file
check-at-line = Line { $line }
check-at-receipt = Receipt { $receipt }
check-at-both = Receipt { $receipt }, line { $line }
check-now-says = The line now says:
check-more = That is not all. Things that are wrong: { $count }.

# What is in the file
check-facts = What is in the file
check-receipts = Number of receipts
check-whole = Are all there?
check-whole-yes = Yes, from the first to the last
check-whole-no = No, only some were taken
check-made = The file was made
check-checkpoint = Published seal
check-checkpoint-in = Receipts up to number { $receipt } are under the seal of { $moment }.
check-checkpoint-none = None yet. The file was made before the first one.
check-keys = Fingerprints of the keys

# A code from paper
code-well = This is real: we signed it
code-well-what = Receipt { $number } was made by us. It is signed with a key that we publish, and nothing in the code was changed.
code-well-words = What was written is in the code too. Compare what stands below with the paper, word for word.
code-well-no-words = The code does not hold what was written. So this does not prove the words on the paper: the file of the receipt does.
code-well-not = It does not show if something newer holds now, nor whose paper it is.
code-wrong = This code proves nothing
code-wrong-unread = It is not a whole code of ours. Part of it may be missing, or one letter is another. Scan it again, or choose the file.
code-wrong-key = It was signed with a key that is not one of ours. It may come from another service, or someone made it up.
code-wrong-signature = We did not sign what stands in it. It was changed, or someone else made it. If you typed it, look for a wrong letter.
code-facts = What is in the code
code-number = Number of the receipt
code-words = What was written, as we keep it
code-by-claimant = the person whose receipt it is
code-by-carer = a carer
code-by-case-worker = a case worker
code-by-supervisor = a supervisor
code-by-system = the system of a case worker's organisation
code-by-organisation = an organisation
code-by-code-holder = someone with the code of a consent
code-by-calendar = a calendar
code-by-service = this service

# What can be wrong, and what that means
wrong-not-receipts = This is not a file of receipts.
wrong-not-receipts-means = It may be another file, or only a part of one.
wrong-line = This line is not as it was made.
wrong-line-means = Something on it was changed, or a line was added or taken out here. Saving the file in another program can do that too.
wrong-file = The file as a whole is not as it was made.
wrong-file-means = Its end was changed or is missing, or someone else put it together.
wrong-key = It was signed with a key that is not known.
wrong-key-means = The service did not make this file, or not all of it. It may also come from another service.
wrong-entry = This receipt is not as it was written down.
wrong-entry-means = Its time, its number, who wrote it or what it is about was changed afterwards.
wrong-signature = The service did not sign this receipt as it stands here.
wrong-signature-means = It was changed, or someone else made it. It proves nothing.
wrong-content = What this receipt says is not what was written down.
wrong-content-means = Its words were changed afterwards.
wrong-order = A receipt before this one is missing, or they are out of order.
wrong-order-means = Each receipt is locked to the one before. Here the lock is broken.
wrong-replaced = What this receipt replaced is not what stood before.
wrong-replaced-means = An earlier receipt about the same thing was changed or left out.
wrong-end = The last receipts are missing.
wrong-end-means = The file says that there are more receipts than it holds.
wrong-checkpoint = The seal in this file is not one that the service published.
wrong-checkpoint-means = It proves nothing about when the receipts were there.
wrong-rewritten = The receipts are not those that were there when the seal was published.
wrong-rewritten-means = They were rewritten afterwards. Only the service itself can do that, so keep this file.

# On the command line
verify-file = Checked: { $file }
verify-keys = Held against the keys in: { $file }
verify-not-there = { $file } cannot be read: { $why }
verify-no-text = { $file } is no text, so it is no file of receipts.
verify-too-large = { $file } is larger than 10 MB, which is more than is checked at once.
verify-no-keys = { $file } does not hold published keys. They are at /check/keys of the service.
verify-keys-needed = { $file } holds the code of a receipt. It has no keys in it: name a file of them with --keys.
