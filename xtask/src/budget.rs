//! Keeps the pages light: what they load is weighed as it is sent, and too much is a failure.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::compress::neighbours;
use crate::site::{SCRIPTS, STYLESHEET, Site};

/// The most that a page with islands may load for them, in bytes of brotli: the loader, the glue and the WebAssembly.
const SCRIPTS_BUDGET: u64 = 75_000;
/// The most that the stylesheet may weigh: with a page's HTML it must fit in the first round trip, 14 kB.
const STYLESHEET_BUDGET: u64 = 9_000;

/// Prints what each file weighs and fails if a budget is overdrawn.
pub fn check(site: &Site) -> Result<()> {
    println!("  {:<34} {:>9} {:>9}", "file", "bytes", "brotli");
    let (mut scripts, mut stylesheet) = (0, 0);
    for (logical, file) in site.files() {
        let whole = size(file)?;
        let sent = neighbours(file).first().map_or(Ok(whole), |brotli| size(brotli))?;
        println!("  {logical:<34} {whole:>9} {sent:>9}");
        if SCRIPTS.contains(&logical) {
            scripts += sent;
        }
        if logical == STYLESHEET {
            stylesheet += sent;
        }
    }
    println!(
        "  scripts and WebAssembly: {scripts} of {SCRIPTS_BUDGET} bytes; stylesheet: {stylesheet} of {STYLESHEET_BUDGET}"
    );
    ensure!(scripts <= SCRIPTS_BUDGET, "the islands weigh {scripts} bytes, {} too many", scripts - SCRIPTS_BUDGET);
    ensure!(
        stylesheet <= STYLESHEET_BUDGET,
        "the stylesheet weighs {stylesheet} bytes, {} too many",
        stylesheet - STYLESHEET_BUDGET
    );
    Ok(())
}

fn size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("cannot weigh {}", file.display()))?.len())
}
