//! Embeds the site that `cargo xtask build` made, or without one just the stylesheet and the public files: a plain
//! `cargo check` on a fresh clone works, and so do the pages, without scripts.

use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// A file to embed: its logical name, the name it is served under, and where it is.
struct Asset {
    logical: String,
    served: String,
    file: PathBuf,
}

fn main() -> io::Result<()> {
    let root = folder_of("CARGO_MANIFEST_DIR")?.join("..").canonicalize()?;
    // They are inside the binary too, and the macro that puts them there does not see a new one.
    watch(&root.join("server/migrations"));
    let out = folder_of("OUT_DIR")?;
    println!("cargo::rerun-if-env-changed=OWN_TERMS_SITE");
    let site = env::var_os("OWN_TERMS_SITE").map_or_else(|| root.join("target/site"), PathBuf::from);
    // Cargo looks only at what is there: of a folder that is missing it would say "changed" each time.
    fs::create_dir_all(&site)?;
    watch(&site);

    let list = site.join("site.json");
    let assets = if list.is_file() { built(&site, &list)? } else { plain(&root, &out)? };
    fs::write(out.join("assets.rs"), rust(&assets))
}

/// What the site's list says, one `"logical": "served"` a line.
fn built(site: &Path, list: &Path) -> io::Result<Vec<Asset>> {
    let text = fs::read_to_string(list)?;
    let pairs = text.lines().filter_map(|line| {
        let mut quoted = line.split('"').skip(1).step_by(2);
        Some((quoted.next()?, quoted.next()?))
    });
    let assets = pairs.map(|(logical, served)| Asset {
        logical: logical.to_owned(),
        served: served.to_owned(),
        file: site.join(served),
    });
    Ok(assets.collect())
}

/// The stylesheets as they are, and the public files.
fn plain(root: &Path, out: &Path) -> io::Result<Vec<Asset>> {
    let (style, public) = (root.join("style"), root.join("public"));
    let mut sheet = String::new();
    for file in files(&style)?.iter().filter(|file| file.extension() == Some("css".as_ref())) {
        sheet += &fs::read_to_string(file)?;
    }
    let whole = out.join("own-terms.css");
    fs::write(&whole, sheet)?;
    let mut assets = vec![hashed("own-terms.css".to_owned(), whole)?];
    for file in files(&public)? {
        let logical = file.strip_prefix(&public).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        assets.push(hashed(logical, file)?);
    }
    [style, public].iter().filter(|folder| folder.exists()).for_each(|folder| watch(folder));
    Ok(assets)
}

/// An asset under a name of the same form as in a built site. Any hash will do, so this one needs no crate.
fn hashed(logical: String, file: PathBuf) -> io::Result<Asset> {
    let mut hasher = DefaultHasher::new();
    fs::read(&file)?.hash(&mut hasher);
    let hash = &format!("{:016x}", hasher.finish())[..10];
    let flat = logical.replace('/', "-");
    let served = match flat.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{flat}.{hash}"),
    };
    Ok(Asset { logical, served, file })
}

/// The files at or below a folder, in order of name, without hidden ones; none if there is no such folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    entries.retain(|entry| !entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    let nested = entries.into_iter().map(|entry| if entry.is_dir() { files(&entry) } else { Ok(vec![entry]) });
    Ok(nested.collect::<io::Result<Vec<_>>>()?.concat())
}

/// The table as Rust source; `src/assets.rs` says what its columns are.
fn rust(assets: &[Asset]) -> String {
    let mut source = String::from("static ASSETS: &[Asset] = &[\n");
    for Asset { logical, served, file } in assets {
        let compressed = |extension: &str| {
            let file = format!("{}.{extension}", file.display());
            if Path::new(&file).is_file() { format!("Some(include_bytes!({file:?}))") } else { "None".to_owned() }
        };
        let (brotli, gzip) = (compressed("br"), compressed("gz"));
        let file = file.display().to_string();
        // Writing to a string cannot fail.
        let _ = writeln!(
            source,
            "    Asset {{ logical: {logical:?}, href: \"/assets/{served}\", identity: include_bytes!({file:?}), \
             brotli: {brotli}, gzip: {gzip} }},"
        );
    }
    source + "];\n"
}

fn folder_of(variable: &str) -> io::Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("cargo did not set {variable}")))
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}
