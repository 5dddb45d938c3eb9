//! A code that a phone's camera reads (QR, ISO/IEC 18004), drawn as lines.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::Example;

/// The largest that cameras of cheap phones read from paper when it is 7 cm wide: 97 squares a side.
const LARGEST: u8 = 20;
/// How wide the empty border is, in squares: without it cameras do not see where the code ends.
const BORDER: i32 = 4;

/// A code, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// How many squares wide it is with its border.
    size: i32,
    /// Its dark squares, row by row, as an SVG path of lines one square thick.
    path: String,
}

impl Drawn {
    /// The code for an address that ends in digits and capitals, which take less room; none when it is too long for paper.
    pub fn of(address: &str, capitals: &str) -> Option<Self> {
        let rest = QrSegment::is_alphanumeric(capitals).then(|| QrSegment::make_alphanumeric(capitals))?;
        let parts = [QrSegment::make_bytes(address.as_bytes()), rest];
        // Less can be lost of a larger one, which is better than none.
        let code = [QrCodeEcc::Medium, QrCodeEcc::Low].into_iter().find_map(|lost| {
            QrCode::encode_segments_advanced(&parts, lost, Version::MIN, Version::new(LARGEST), None, true).ok()
        })?;
        Some(Self { size: code.size() + 2 * BORDER, path: (0..code.size()).map(|y| row(&code, y)).collect() })
    }
}

/// The lines of a row: each begins where the one before ended.
fn row(code: &QrCode, y: i32) -> String {
    let mut path = format!("M{BORDER} {}.5", y + BORDER);
    let mut x = 0;
    while x < code.size() {
        let dark = code.get_module(x, y);
        let end = (x..code.size()).find(|x| code.get_module(*x, y) != dark).unwrap_or(code.size());
        // Writing to a string cannot fail; light ones at the end of a row need no line.
        let _ = match (dark, end == code.size()) {
            (true, _) => write!(path, "h{}", end - x),
            (false, false) => write!(path, "m{} 0", end - x),
            (false, true) => Ok(()),
        };
        x = end;
    }
    path
}

/// A code to scan. It is dark on light whatever the page's colours are: few cameras read it the other way round.
#[component]
pub fn ScanCode(
    /// The code.
    drawn: Drawn,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: String,
) -> AnyView {
    let Drawn { size, path } = drawn;
    view! {
        <svg class="scan" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=size height=size fill="#fff" />
            <path stroke="#000" d=path />
        </svg>
    }
    .into_any()
}

/// A short one.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "An address",
        html: || {
            let drawn = Drawn::of("https://own-terms.example/check#", "04ABC");
            drawn.map(|drawn| view! { <ScanCode drawn label="A code that opens a page" /> }).into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::tests::html;

    #[test]
    fn is_a_picture_with_words_and_has_a_light_border() {
        let html = html(examples()[0]);
        assert!(html.contains(r#"role="img" aria-label="A code that opens a page""#), "{html}");
        // 29 squares, and 4 on each side; the first square is dark in every code.
        assert!(html.contains(r#"viewBox="0 0 37 37""#) && html.contains(r#"d="M4 4.5h7m"#), "{html}");
    }

    #[test]
    fn is_no_larger_than_a_camera_reads_from_paper() {
        let of = |count: usize| Drawn::of("https://own-terms.example/check#", &"A".repeat(count));
        assert_eq!(of(360).map(|drawn| drawn.size), Some(65 + 8));
        assert_eq!(of(1180).map(|drawn| drawn.size), Some(97 + 8));
        assert_eq!(of(1300), None);
        assert_eq!(Drawn::of("https://own-terms.example/check#", "small"), None);
    }
}
