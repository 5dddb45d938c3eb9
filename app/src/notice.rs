//! The notice: what people are told of what is held and that it is voluntary, and which wording of it applied (promise 9).

use std::sync::LazyLock;

use own_terms_domain::{
    ledger::NoticeVersion,
    reading::{Choice as _, Language},
};
use sha2::{Digest as _, Sha256};

use crate::i18n::FILES;

/// The file of the messages that are the notice: those of the start page and the privacy page.
const FILE: &str = "public";

static VERSIONS: LazyLock<Vec<NoticeVersion>> = LazyLock::new(|| Language::ALL.iter().map(|l| of(*l)).collect());

fn of(language: Language) -> NoticeVersion {
    let text = FILES.iter().find(|(of, file, _)| *of == language && *file == FILE).map_or("", |(.., text)| *text);
    let hash = Sha256::digest(text);
    NoticeVersion(std::array::from_fn(|at| hash[at]))
}

/// The version of the notice in a language: the first bytes of the SHA-256 of its messages, so that a changed word is a changed
/// version.
pub fn version(language: Language) -> NoticeVersion {
    let at = Language::ALL.iter().position(|of| *of == language);
    at.and_then(|at| VERSIONS.get(at)).copied().unwrap_or_default()
}
