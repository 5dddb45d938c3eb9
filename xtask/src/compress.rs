//! Compresses a file as hard as it goes, once: these bytes are sent thousands of times.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The kinds of file that get smaller; pictures and fonts are compressed as they are.
const SHRINKS: &[&str] = &["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The compressed neighbours of a file: `.br` and `.gz`, or none where that gains nothing.
pub fn neighbours(file: &Path) -> Vec<PathBuf> {
    let extension = file.extension().unwrap_or_default();
    if !SHRINKS.iter().any(|shrinks| extension == *shrinks) {
        return Vec::new();
    }
    let name = file.as_os_str().to_string_lossy();
    vec![PathBuf::from(format!("{name}.br")), PathBuf::from(format!("{name}.gz"))]
}

/// Writes the neighbours that are not there yet: names change with the content, so one that is there is right.
pub fn write_neighbours(file: &Path, content: &[u8]) -> Result<()> {
    for neighbour in neighbours(file).iter().filter(|neighbour| !neighbour.exists()) {
        let compressed = if neighbour.extension() == Some("br".as_ref()) { brotli(content)? } else { gzip(content)? };
        write_whole(neighbour, &compressed)?;
    }
    Ok(())
}

/// Writes a file so that nobody ever sees half of it, not even when we are stopped meanwhile.
pub fn write_whole(file: &Path, content: &[u8]) -> Result<()> {
    let half = file.with_extension("half");
    let written = fs::write(&half, content).and_then(|()| fs::rename(&half, file));
    written.with_context(|| format!("cannot write {}", file.display()))
}

/// Brotli at its best.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut out, &parameters).context("brotli failed")?;
    Ok(out)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).context("gzip failed")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_give_back_what_went_in() {
        let content = b"the same again and again ".repeat(99);
        let mut back = Vec::new();
        brotli::Decompressor::new(&*brotli(&content).unwrap(), 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, content);
        back.clear();
        flate2::read::GzDecoder::new(&*gzip(&content).unwrap()).read_to_end(&mut back).unwrap();
        assert_eq!(back, content);
    }

    #[test]
    fn a_picture_is_left_alone() {
        assert!(neighbours(Path::new("a.png")).is_empty());
        assert_eq!(neighbours(Path::new("a.css")), [PathBuf::from("a.css.br"), PathBuf::from("a.css.gz")]);
    }
}
