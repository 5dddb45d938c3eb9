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
