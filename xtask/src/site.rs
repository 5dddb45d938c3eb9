//! Puts together what the server embeds: every file under a name with its hash, compressed, and a list of the names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compress::{neighbours, write_neighbours, write_whole};
use crate::wasm::Built;
use crate::{css, hash, paths};

/// The list of names, which the server's build script reads: logical name to hashed name.
const LIST: &str = "site.json";
/// The module that loads a bundle and wakes what is in it.
const LOADER: &str = include_str!("loader.js");

/// The logical name of the one stylesheet.
pub const STYLESHEET: &str = "own-terms.css";

/// A built site: logical names, and the files that hold them.
pub struct Site(BTreeMap<String, PathBuf>);

impl Site {
    /// Every logical name with its file.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.iter().map(|(logical, file)| (logical.as_str(), file.as_path()))
    }
}

/// Makes the site from the bundles, the stylesheets and the public files; what did not change is not touched.
pub fn assemble(bundles: &[Built]) -> Result<Site> {
    let root = paths::root();
    let folder = paths::site();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut names = BTreeMap::new();
    let mut add = |logical: &str, content: &[u8]| -> Result<String> {
        let name = hash::hashed_name(logical, content);
        let file = folder.join(&name);
        if !file.exists() {
            write_whole(&file, content)?;
        }
        write_neighbours(&file, content)?;
        names.insert(logical.to_owned(), name.clone());
        Ok(name)
    };

    for built in bundles {
        let [loader, glue, wasm] = built.bundle.files();
        let glue = add(&glue, &read(&built.glue)?)?;
        let wasm = add(&wasm, &read(&built.wasm)?)?;
        add(&loader, script(LOADER, &glue, &wasm).as_bytes())?;
    }
    add(STYLESHEET, css::squeeze(&stylesheet(&root.join("style"))?).as_bytes())?;
    let public = root.join("public");
    for file in hash::files(&public)? {
        add(&logical_name(&public, &file), &read(&file)?)?;
    }

    let list = serde_json::to_string_pretty(&names)?;
    if fs::read_to_string(folder.join(LIST)).ok().as_deref() != Some(&list) {
        write_whole(&folder.join(LIST), list.as_bytes())?;
    }
    let site = Site(names.into_iter().map(|(logical, name)| (logical, folder.join(name))).collect());
    remove_others(&folder, &site)?;
    Ok(site)
}

/// All stylesheets in order of their names, one after the other.
fn stylesheet(folder: &Path) -> Result<String> {
    let sheets = hash::files(folder)?.into_iter().filter(|file| file.extension() == Some("css".as_ref()));
    sheets.map(|file| fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))).collect()
}

/// The loader with its two addresses, and without its comments, which are for us.
fn script(template: &str, glue: &str, wasm: &str) -> String {
    let lines = template.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n").replace("{glue}", glue).replace("{wasm}", wasm)
}

fn logical_name(folder: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(folder).unwrap_or(file).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// Removes what earlier builds left, so that the binary doesn't carry it about.
fn remove_others(folder: &Path, site: &Site) -> Result<()> {
    let compressed = site.files().flat_map(|(_, file)| neighbours(file));
    let keep: BTreeSet<PathBuf> = site.files().map(|(_, file)| file.to_path_buf()).chain(compressed).collect();
    for file in hash::files(folder)?.into_iter().filter(|file| !keep.contains(file) && !file.ends_with(LIST)) {
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_has_its_addresses_and_no_comments() {
        let script = script(LOADER, "glue.1.js", "app.2.wasm");
        assert!(script.contains("import('/assets/glue.1.js')") && script.contains("'/assets/app.2.wasm'"), "{script}");
        assert!(!script.contains("//") && !script.contains("{glue}") && !script.contains("{wasm}"), "{script}");
    }

    #[test]
    fn a_folder_is_part_of_the_logical_name() {
        assert_eq!(logical_name(Path::new("/p"), Path::new("/p/icons/a.svg")), "icons/a.svg");
    }
}
