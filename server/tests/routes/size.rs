//! More than is taken: refused with a page, and not read to its end.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use hyper::body::{Bytes, Frame};
use own_terms::web::typed::MOST_BYTES;

use super::{Site, support::routes};

/// A body of any length in pieces, which notes how much of it was read and does not say how long it is.
struct InPieces {
    left: usize,
    read: Arc<AtomicUsize>,
}

impl hyper::body::Body for InPieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let piece = self.left.min(8192);
        self.left -= piece;
        self.read.fetch_add(piece, Ordering::Relaxed);
        Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![b'a'; piece])))))
    }
}

const MEGABYTES_10: usize = 10 * 1024 * 1024;

#[tokio::test]
async fn ten_megabytes_are_refused_with_a_page_whether_their_length_is_said_or_not() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    browser.sign_in_at_desk("jo").await;
    for route in routes().into_iter().filter(|route| route.post) {
        // It takes a file, and has tests of its own.
        if route.path == "/check" {
            continue;
        }
        // These read nothing of what is sent.
        let reads_nothing = ["/sign-out", "/leave", "/stay", "/desk/sign-out"].contains(&route.path);
        for says_length in [true, false] {
            let read = Arc::new(AtomicUsize::new(0));
            let mut request = browser
                .request(Method::POST, route.path)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            if says_length {
                request = request.header(header::CONTENT_LENGTH, MEGABYTES_10);
            }
            let body = Body::new(InPieces { left: MEGABYTES_10, read: read.clone() });
            let mut copy = browser.clone();
            let page = copy.send(request.body(body).unwrap()).await;
            let read = read.load(Ordering::Relaxed);
            assert!(read <= MOST_BYTES + 16_384, "{} read {read} bytes", route.path);
            if says_length || !reads_nothing {
                assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "{} ({says_length})", route.path);
                page.assert_whole(route.path);
            }
            if reads_nothing {
                browser = site.signed_in("alex").await;
                browser.sign_in_at_desk("jo").await;
            }
        }
    }
}

#[tokio::test]
async fn the_longest_that_can_be_kept_fits_in_a_form() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    // Each of these characters is 12 bytes when it is sent.
    let longest = "\u{1f9bd}".repeat(2000);
    let done = browser.fill_in("/goals/add", "words", &[("words", &longest)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let both = [("answer", "yes"), ("about", longest.as_str()), ("not-about", longest.as_str())];
    assert_eq!(browser.fill_in("/contact", "about", &both).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.held("sam").await.goals()[0].goal.draft.words.as_str(), longest);
}

#[tokio::test]
async fn many_thousand_fields_are_no_more_work_than_they_are_bytes() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let token = browser.token().await;
    let page = browser.post_bytes("/contact/ways", format!("token={token}{}", "&rank-x=1".repeat(14_000))).await;
    assert!(matches!(page.status, StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY), "{}", page.status);
    let page = browser.post_bytes("/contact/safe", format!("token={token}{}", "&rules=x".repeat(14_000))).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.len() < 300_000, "one mistake is said once a field, not {} bytes of it", page.body.len());
}
