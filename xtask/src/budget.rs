//! Keeps the pages light: what they load is weighed as it is sent, and too much is a failure.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::compress::neighbours;
use crate::site::{STYLESHEET, Site};
use crate::wasm::{BUNDLES, Bundle};

/// The most that the stylesheet may weigh: with a page's HTML it must fit in the first round trip, 14 kB.
const STYLESHEET_BUDGET: u64 = 9_000;

/// Prints what each file weighs and fails if a budget is overdrawn.
pub fn check(site: &Site) -> Result<()> {
    println!("  {:<34} {:>9} {:>9}", "file", "bytes", "brotli");
    let bundles = BUNDLES.each_ref().map(Bundle::files);
    let mut weights = BUNDLES.each_ref().map(|_| 0);
    let mut stylesheet = 0;
    for (logical, file) in site.files() {
        let whole = size(file)?;
        let sent = neighbours(file).first().map_or(Ok(whole), |brotli| size(brotli))?;
        println!("  {logical:<34} {whole:>9} {sent:>9}");
        if let Some(of) = bundles.iter().position(|files| files.iter().any(|file| file == logical)) {
            weights[of] += sent;
        }
        if logical == STYLESHEET {
            stylesheet += sent;
        }
    }
    for (bundle, weight) in BUNDLES.iter().zip(weights) {
        println!("  {}: {weight} of {} bytes", bundle.name, bundle.most);
    }
    println!("  stylesheet: {stylesheet} of {STYLESHEET_BUDGET} bytes");
    for (bundle, weight) in BUNDLES.iter().zip(weights) {
        ensure!(weight > 0, "{} is not in the site", bundle.name);
        let over = weight.saturating_sub(bundle.most);
        ensure!(over == 0, "{} weighs {weight} bytes, {over} too many", bundle.name);
    }
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
