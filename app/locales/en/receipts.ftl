# Receipts.
receipts-title = Receipts
receipts-what = Each thing you say or decide here has a receipt. It shows what you said, what it replaced, and when.
receipts-proof = Each receipt is signed and locked to the one before. If anyone changes one, or takes one out, it shows. That holds for us too.
receipts-take = Take it with you
receipts-take-what = Keep the file where only you can open it. It holds what you wrote. You can leave that out: the proof stays good.
receipts-all = Download all receipts
receipts-all-without = Download all receipts, without what you wrote
receipts-check-what = Anyone can check a receipt. It needs no account, and nobody has to take our word.
receipts-check = Check a receipt
receipts-list = Your receipts
receipts-count = { $count ->
    [0] There are none yet.
    [one] There is 1.
   *[other] There are { $count }. The newest is first.
}
receipts-earlier = Earlier receipts

receipt-title = Receipt
receipt-number = Receipt { $number }
receipt-by-when = By { $who }, on { $when }.
receipt-set = Written or changed: { $kind }.
receipt-take-away = Taken away: { $kind }.
receipt-erase = Erased: { $kind }.
receipt-nothing = It says nothing from here on.
receipt-nothing-before = Nothing was there before.
receipt-erased = What it said was erased.
receipt-left-out = Left out, as you chose.
receipt-what = What was done
receipt-by = By whom
receipt-when = When
receipt-before = What it said before
receipt-after = What it says from here on
receipt-notice = Privacy page as it was then, version
receipt-download = Download this receipt
receipt-download-without = Download this receipt, without what you wrote
receipt-proof = The proof
receipt-published = We published a seal over your receipts on { $when }. This one is under it.
receipt-not-published = This receipt goes under the next seal that we publish, in a few minutes.
receipt-hash = Its seal
receipt-previous = The seal of the one before
receipt-key = The key it is signed with
receipt-replaced = The seal of what it takes the place of
receipt-commitment = The mark of what it says
receipt-signature = The signature
receipt-checkpoint = The number of that seal
receipt-leaf = Your place under it
receipt-entries = Your changes under it
receipt-head = The seal of the last of those
receipt-looks = Looks at your things under it
receipt-look-head = The seal of the last of those looks
receipt-path = The marks beside yours
receipt-path-none = None: yours is the only one under it.

# The same on paper
paper-title = A code to scan, for paper
paper-print = Print this page to have the receipt on paper. The code is printed with it. You do not have to: the file proves more.
paper-for = A phone's camera can read this code. It opens the page “Check a receipt”, which shows if we signed this receipt. Anyone can do that, without an account.
paper-holds = The code holds when this was, what it is about, a number that stands for you here, and our signature. Your name is not in it.
paper-no-words = What you wrote is not in the code, so the code does not prove the words on the paper.
paper-words = All that you wrote and chose here is in the code too. Anyone who scans it can read that.
paper-with = Put what you wrote into the code
paper-without = Leave what you wrote out of the code
paper-too-long = What you wrote is too long for a code. The file has room for it.
paper-picture = A code to scan with a camera. It opens the page that checks this receipt.
paper-open = Open what the code opens
paper-letters = If it cannot be scanned, open { $address } and type these letters there. Gaps make no difference, nor do small letters.
