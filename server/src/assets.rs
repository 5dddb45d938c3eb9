//! The stylesheet, scripts, WebAssembly and icons: inside the binary, under names that change with their content.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// One embedded file, as it is and compressed beforehand where that gains something.
struct Asset {
    /// What pages call it: `own-terms.css`.
    logical: &'static str,
    /// Where it is served: `/assets/own-terms.0123456789.css`.
    href: &'static str,
    identity: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

// static ASSETS: &[Asset], made by build.rs.
include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset by its logical name; none if it was not built (scripts on a fresh clone).
pub fn href(logical: &str) -> Option<&'static str> {
    ASSETS.iter().find(|asset| asset.logical == logical).map(|asset| asset.href)
}

/// Answers `GET /assets/{file}`.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let named = |asset: &&Asset| asset.href.strip_prefix("/assets/") == Some(&*file);
    let Some(asset) = ASSETS.iter().find(named) else {
        return (StatusCode::NOT_FOUND, "Not found\n").into_response();
    };
    let (encoding, body) = asset.best_for(&headers);
    let fixed = [
        (header::CONTENT_TYPE, content_type(asset.logical)),
        // The name changes with the content, so a copy is right for ever.
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    let encoding = encoding.map(|encoding| [(header::CONTENT_ENCODING, encoding)]);
    (fixed, encoding, body).into_response()
}

impl Asset {
    /// The smallest form that the browser takes, and what that is called; none for the file as it is.
    fn best_for(&self, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        let forms = [("br", self.brotli), ("gzip", self.gzip)];
        let accepted = forms.into_iter().find_map(|(name, bytes)| {
            let bytes = bytes.filter(|_| accepts(headers, name))?;
            Some((Some(name), bytes))
        });
        accepted.unwrap_or((None, self.identity))
    }
}

/// Whether Accept-Encoding names this encoding, or says `*`, and not with `q=0`.
fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter();
    let offers = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let offers = offers.map(|offer| {
        let (name, parameters) = offer.split_once(';').unwrap_or((offer, ""));
        let weight = parameters.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
        (name.trim(), weight.unwrap_or(1.0_f32) > 0.0)
    });
    let offers: Vec<_> = offers.collect();
    let says = |name: &str| {
        let offer = offers.iter().find(|(offered, _)| offered.eq_ignore_ascii_case(name));
        offer.map(|(_, wanted)| *wanted)
    };
    says(encoding).or_else(|| says("*")).unwrap_or(false)
}

/// The media type, by the end of the name. Browsers compile WebAssembly as it arrives only if it is called that.
fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    const ASSET: Asset =
        Asset { logical: "a.css", href: "/assets/a.1.css", identity: b"whole", brotli: Some(b"br"), gzip: Some(b"gz") };

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, value.parse().unwrap())])
    }

    #[test]
    fn the_smallest_form_that_is_accepted_is_sent() {
        for (accept, expected) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip;q=1.0, BR;q=0.1", Some("br")),
            ("gzip, br;q=0", Some("gzip")),
            ("*", Some("br")),
            ("br;q=0, *", Some("gzip")),
            ("identity", None),
            ("*;q=0", None),
            ("brotli", None),
            ("", None),
        ] {
            assert_eq!(ASSET.best_for(&accepting(accept)).0, expected, "{accept}");
        }
        assert_eq!(ASSET.best_for(&HeaderMap::new()), (None, ASSET.identity));
        let picture = Asset { brotli: None, gzip: None, ..ASSET };
        assert_eq!(picture.best_for(&accepting("br")), (None, ASSET.identity));
    }

    #[test]
    fn every_asset_has_an_address_and_a_type() {
        assert!(href("own-terms.css").is_some_and(|href| href.starts_with("/assets/own-terms.")));
        assert_eq!(href("no-such.css"), None);
        for asset in ASSETS {
            assert_eq!(href(asset.logical), Some(asset.href));
            assert_ne!(content_type(asset.logical), "application/octet-stream", "{}", asset.logical);
        }
    }

    #[tokio::test]
    async fn the_stylesheet_is_kept_for_ever() {
        let href = href("own-terms.css").unwrap();
        let file = href.trim_start_matches("/assets/").to_owned();
        let answer = serve(Path(file), HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let is = |name, value: &str| assert_eq!(answer.headers()[name], value);
        is(header::CONTENT_TYPE, "text/css; charset=utf-8");
        is(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        is(header::VARY, "accept-encoding");
        is(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
        let sheet = ASSETS.iter().find(|asset| asset.href == href).unwrap();
        assert_eq!(to_bytes(answer.into_body(), usize::MAX).await.unwrap(), sheet.identity);
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_found() {
        for file in ["own-terms.css", "../Cargo.toml", ""] {
            let answer = serve(Path(file.to_owned()), HeaderMap::new()).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{file}");
        }
    }
}
