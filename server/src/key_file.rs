//! The service's key: a file beside the database, readable only by the service.

use std::{fs, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use own_terms_receipt::hex::{Hex, digits};

use crate::{entropy::Entropy, sealing::Key};

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// It is not there, and the database is: another key could not open what is in it.
    #[error(
        "the key file {0} is not there, but the database is. Nothing in it can be read without the key that it was made with. Put the key file back, or name it with --key-file."
    )]
    Missing(String),
    /// It is no key.
    #[error("the key file {0} does not hold a key: 64 hexadecimal digits")]
    NotAKey(String),
    /// It cannot be read or made.
    #[error("the key file {0} cannot be read or made: {1}")]
    Unreadable(String, std::io::Error),
}

/// Reads the key, or makes one when there is no database yet.
///
/// # Errors
/// When there is none to be had.
pub fn open(file: &Path, database: &Path, entropy: &Entropy) -> Result<Key, KeyError> {
    let name = file.display().to_string();
    match fs::read_to_string(file) {
        Ok(text) => {
            // Someone may have written it down in capitals.
            let key = Hex::<32>::parse(&text.trim().to_ascii_lowercase());
            key.map(|Hex(bytes)| Key::from_bytes(bytes)).ok_or(KeyError::NotAKey(name))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if database.exists() {
                return Err(KeyError::Missing(name));
            }
            let key = Key::random(entropy);
            write(file, &key).map_err(|error| KeyError::Unreadable(name.clone(), error))?;
            tracing::info!(file = name, "made a key for what is held; keep a copy apart from the database");
            Ok(key)
        }
        Err(error) => Err(KeyError::Unreadable(name, error)),
    }
}

/// Whole on the disk before it has its name, and its name on the disk before anything is sealed with it: a power cut must
/// not leave a database without its key.
fn write(file: &Path, key: &Key) -> std::io::Result<()> {
    let unnamed = file.with_extension("key.new");
    let mut open = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unnamed)?;
    writeln!(open, "{}", digits(key.as_bytes()))?;
    open.sync_all()?;
    fs::rename(&unnamed, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
