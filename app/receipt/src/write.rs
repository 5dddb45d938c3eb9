//! Writing a file of receipts, line by line.

use serde::Serialize;

use crate::{
    file::{Foot, Head, Receipt},
    keys::{For, Signer},
    text::Sums,
};

/// Writes a file piece by piece, so that one of any length can be sent as it is made.
pub struct Writer {
    sums: Sums,
    receipts: u32,
}

impl Writer {
    /// Begins a file; gives its first piece.
    pub fn begin(head: &Head) -> (Self, String) {
        let mut writer = Self { sums: Sums::default(), receipts: 0 };
        let head = pretty(head, 0);
        // Without the brace that closes it: more follows.
        let open = head.trim_end_matches(['\n', '}']).to_owned();
        let piece = format!("{open},\n  \"receipts\": [");
        writer.sums.add(&piece);
        (writer, piece)
    }

    /// The next receipt's piece.
    pub fn receipt(&mut self, receipt: &Receipt) -> String {
        let comma = if self.receipts > 0 { "," } else { "" };
        self.receipts += 1;
        let piece = format!("{comma}\n    {}", pretty(receipt, 4));
        self.sums.add(&piece);
        piece
    }

    /// The last piece, with the signature.
    pub fn end(mut self, foot: &Foot, signer: &Signer) -> String {
        let close = if self.receipts > 0 { "\n  ]" } else { "]" };
        let foot = pretty(foot, 0);
        let foot = foot.trim_start_matches('{').trim_end_matches(['\n', '}']);
        let piece = format!("{close},{foot},\n  \"signed_with\": \"{}\",\n", signer.id());
        self.sums.add(&piece);
        let sums = self.sums.line();
        self.sums.add(&sums);
        let signature = signer.sign(For::File, &self.sums.whole()).signature;
        format!("{piece}{sums}  \"signature\": \"{signature}\"\n}}\n")
    }
}

/// JSON on several lines, the ones after the first set in by `by`.
pub(crate) fn pretty(value: &impl Serialize, by: usize) -> String {
    // Only a map with keys that are no strings, or a failing `Serialize`, makes this fail; there is neither here.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.replace('\n', &format!("\n{}", " ".repeat(by)))
}
