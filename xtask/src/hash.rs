//! Names that change with the content, and one stamp for a whole tree of inputs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The name a file is served under: `logo.svg` becomes `logo.0123456789.svg`, a folder a dash.
pub fn hashed_name(logical: &str, content: &[u8]) -> String {
    let hash = hex(&Sha256::digest(content))[..10].to_owned();
    let flat = logical.replace('/', "-");
    match flat.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{flat}.{hash}"),
    }
}

/// One hash of the content of these files and of everything in these folders, and of what else matters.
/// Content and not dates: a fresh clone or a change of branch and back must not build anything again.
pub fn stamp(root: &Path, inputs: &[&str], extra: &[String]) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in inputs.iter().map(|input| files(&root.join(input))).collect::<Result<Vec<_>>>()?.concat() {
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy();
        add(&mut hasher, name.as_bytes());
        add(&mut hasher, &content);
    }
    for text in extra {
        add(&mut hasher, text.as_bytes());
    }
    Ok(hex(&hasher.finalize()))
}

/// The files at or below a path in order of name, without hidden ones (editors leave them); none if there is no such path.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))?;
    let mut entries = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    entries.sort();
    entries.retain(|entry| !entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    Ok(entries.iter().map(|entry| files(entry)).collect::<Result<Vec<_>>>()?.concat())
}

// The length goes in first, so that moving a byte from one file to the next is a change.
fn add(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update((bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_the_hash_before_its_extension() {
        assert_eq!(hashed_name("a.css", b""), "a.e3b0c44298.css");
        assert_eq!(hashed_name("icons/a.b.svg", b""), "icons-a.b.e3b0c44298.svg");
        assert_eq!(hashed_name("LICENSE", b""), "LICENSE.e3b0c44298");
    }

    #[test]
    fn a_stamp_changes_with_content_names_and_extras_only() {
        let root = std::env::temp_dir().join(format!("own-terms-stamp-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let file = root.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        let take = || stamp(&root, &["src", "Cargo.toml", "missing"], &["rustc 1".to_owned()]).unwrap();
        write("Cargo.toml", "[package]");
        write("src/b/lib.rs", "one");
        let first = take();
        write("src/b/lib.rs", "one");
        write("src/.lib.rs.swp", "an editor's");
        assert_eq!(take(), first);
        write("src/b/lib.rs", "two");
        let second = take();
        assert_ne!(second, first);
        fs::rename(root.join("src/b/lib.rs"), root.join("src/b/main.rs")).unwrap();
        assert_ne!(take(), second);
        let with = |extra: [&str; 2]| stamp(&root, &["src"], &extra.map(str::to_owned)).unwrap();
        assert_ne!(with(["a", "b"]), with(["ab", ""]));
        fs::remove_dir_all(&root).unwrap();
    }
}
