//! The text of a file, line by line: a short sum of each, so that a check can say which one was changed.

use own_terms_domain::ledger::Hash;
use sha2::{Digest as _, Sha256};

use crate::hex;

/// How many bytes of each line's SHA-256 are kept: enough to point at a line, while the signature proves the whole.
const KEPT: usize = 4;
/// How the line with the sums begins, and the one with the signature after it.
const SUMS: &str = "  \"line_sums\": \"";
const SIGNATURE: &str = "  \"signature\": \"";

/// The sums of a text that is being written.
#[derive(Default)]
pub(crate) struct Sums {
    whole: Sha256,
    line: Sha256,
    of_lines: Vec<u8>,
}

impl Sums {
    /// More of the text.
    pub(crate) fn add(&mut self, piece: &str) {
        self.whole.update(piece);
        for part in piece.split_inclusive('\n') {
            self.line.update(part);
            if part.ends_with('\n') {
                self.of_lines.extend_from_slice(&self.line.finalize_reset()[..KEPT]);
            }
        }
    }

    /// The line that holds the sums of the lines so far.
    pub(crate) fn line(&self) -> String {
        format!("{SUMS}{}\",\n", hex::digits(&self.of_lines))
    }

    /// The hash of everything so far.
    pub(crate) fn whole(&self) -> Hash {
        self.whole.clone().finalize().into()
    }
}

/// A text taken apart.
pub(crate) struct Parts<'a> {
    /// The lines that are summed.
    pub(crate) lines: Vec<&'a str>,
    /// The sums as they are given; none when the line is not one.
    pub(crate) sums: Option<Vec<u8>>,
    /// The hash that the signature is over.
    pub(crate) whole: Hash,
}

/// Takes a file apart at its last lines.
pub(crate) fn take_apart(text: &str) -> Parts<'_> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    // Looked for at the end and not counted from it, so that lines added after it do not hide it.
    let sums_at = lines.iter().rposition(|line| line.starts_with(SUMS));
    let signed_end = sums_at.map_or(0, |at| lines[..=at].iter().map(|line| line.len()).sum());
    let whole = Sha256::digest(&text.as_bytes()[..signed_end]).into();
    let sums = sums_at.and_then(|at| {
        let digits = lines[at].strip_prefix(SUMS)?.strip_suffix("\",\n")?;
        hex::bytes(digits)
    });
    lines.truncate(sums_at.unwrap_or_default());
    Parts { lines, sums, whole }
}

impl Parts<'_> {
    /// The first line (from 1) that is not what was summed; none when all are.
    pub(crate) fn first_changed(&self) -> Option<usize> {
        let sums = self.sums.as_deref()?;
        let (sums, _) = sums.as_chunks::<KEPT>();
        let is = |line: &str| -> [u8; KEPT] {
            let hash = Sha256::digest(line);
            std::array::from_fn(|at| hash[at])
        };
        let differs = self.lines.iter().zip(sums).position(|(line, sum)| is(line) != *sum);
        differs.or((self.lines.len() != sums.len()).then_some(self.lines.len().min(sums.len()))).map(|at| at + 1)
    }

    /// What is after the line with the sums: exactly the signature and the end.
    pub(crate) fn ends_as_made(text: &str, signature: &str) -> bool {
        text.ends_with(&format!("\",\n{SIGNATURE}{signature}\"\n}}\n"))
    }
}
