//! Answers: a whole page, the same page again with what was typed, or the way to the next page.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use own_terms_app::{
    form::{FormState, Notice},
    frame::{Desk, Frame},
    pages::{self, Page},
    shell,
};
use own_terms_domain::form::Fields;

use super::{
    acting, cookies,
    failure::Failure,
    member::{Anyone, Member},
    sending::Outcome,
    visit::{Answer, Person, Visit},
};
use crate::{app::App, store::Want};

/// A page in its frame.
pub fn page(visit: &Visit, frame: Frame, status: StatusCode, page: Page<'_>) -> Response {
    // Something that was done before has nothing to say above something that was not.
    let was_done = frame.done.is_some();
    let frame = if status == StatusCode::OK { frame } else { Frame { done: None, ..frame } };
    let html = shell::document(frame, page);
    let mut response = (status, Html(html)).into_response();
    if was_done {
        put_cookie(&mut response, cookies::clear(visit.app.settings.secure, cookies::done_at(&visit.path)));
    }
    response
}

impl Person {
    /// A page for the person.
    pub fn page(&self, content: Page<'_>) -> Response {
        page(&self.visit, self.frame(), StatusCode::OK, content)
    }

    /// The way to `to` with `done` said there; or the page again with everything that was typed and what is wrong.
    ///
    /// # Errors
    /// Those of seeing the person's items anew, where they were changed meanwhile.
    pub async fn after(
        self,
        outcome: Outcome,
        to: &str,
        done: &str,
        fields: Fields,
        again: impl for<'a> FnOnce(&'a Person, &'a FormState) -> Page<'a>,
    ) -> Answer {
        let (errors, notice) = match (self.held_back, outcome) {
            (None, Outcome::Done) => return Ok(self.visit.go(to, Some(done))),
            (None, Outcome::Again(errors, notice)) => (errors, notice),
            // What is wrong in it is said once they want it saved.
            (held_back, _) => (Vec::new(), held_back),
        };
        let status = status_of(notice);
        let form = FormState { fields, errors, notice };
        // What stands now is shown beside what was typed.
        let person = self.visit.person(self.subject, Want::Items).await?;
        let content = again(&person, &form).with_errors();
        Ok(page(&person.visit, person.frame(), status, content))
    }
}

/// How a form is answered that is shown again.
pub fn status_of(notice: Option<Notice>) -> StatusCode {
    match notice {
        None | Some(Notice::Stopped | Notice::SignInAgain | Notice::KeptByLaw(_) | Notice::NotBefore(_)) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(Notice::Changed(_)) => StatusCode::CONFLICT,
        Some(Notice::Busy) => StatusCode::SERVICE_UNAVAILABLE,
        // They asked to sign in, and did.
        Some(Notice::SignedOut) => StatusCode::OK,
        Some(Notice::OldPage) => StatusCode::FORBIDDEN,
        Some(Notice::Kept) => StatusCode::UNAUTHORIZED,
    }
}

impl Visit {
    /// The way to another page (303), with what was done to be said there once.
    pub fn go(&self, to: &str, done: Option<&str>) -> Response {
        let mut response = Redirect::to(to).into_response();
        if let Some(done) = done {
            put_cookie(&mut response, cookies::set(self.app.settings.secure, cookies::done_at(to), done));
        }
        response
    }
}

/// About how many bytes a file has before it is made smaller on the way, so that whoever waits for it sees an end.
pub const ABOUT_LENGTH: HeaderName = HeaderName::from_static("x-about-length");

/// A file to keep, of about this length. Its name tells nothing to whoever sees it in a list of downloads (promise 12).
pub fn attachment(name: &str, media_type: &'static str, about_length: usize, body: Body) -> Response {
    let mut response = ([(header::CONTENT_TYPE, media_type)], body).into_response();
    response.headers_mut().insert(ABOUT_LENGTH, about_length.into());
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// Adds a cookie to an answer.
pub fn put_cookie(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Has the browser forget what pages kept on the device: drafts go even if no script runs there any more.
pub fn clear_storage(response: &mut Response) {
    let storage = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), storage);
}

/// After how many seconds to try again where others were in the way.
const SOON: HeaderValue = HeaderValue::from_static("10");

/// Puts a whole page, in the reader's language, into answers that are failures.
pub async fn dress_failures(State(app): State<App>, request: Request, next: Next) -> Response {
    let (headers, path) = (request.headers().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let failure = match (response.extensions().get::<Failure>(), response.status()) {
        (Some(Failure::ActsNoMore), _) => return acts_no_more(&app),
        (Some(failure), _) => failure.clone(),
        (None, StatusCode::PAYLOAD_TOO_LARGE) => Failure::TooLarge,
        // In axum's words, which are about what is inside.
        (None, StatusCode::BAD_REQUEST) => Failure::Unreadable,
        (None, StatusCode::SERVICE_UNAVAILABLE) if !has_page(&response) => Failure::Busy,
        _ => return response,
    };
    let frame = failure_frame(&app, &headers, &path, &failure).await;
    let html = shell::document(frame, pages::failure::failure(failure.id()));
    let mut response = (failure.status(), Html(html)).into_response();
    if failure == Failure::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, SOON);
    }
    response
}

/// Back to their own place, with the ordinary word for it.
fn acts_no_more(app: &App) -> Response {
    let mut response = Redirect::to("/home").into_response();
    put_cookie(&mut response, acting::choose_nobody(app));
    put_cookie(&mut response, cookies::set(app.settings.secure, cookies::DONE, "acts-no-more"));
    response
}

/// True when the answer is a page already, as a form is that is shown again.
fn has_page(response: &Response) -> bool {
    response.headers().contains_key(header::CONTENT_TYPE)
}

/// The frame of whoever asks.
async fn frame_of(visit: Visit) -> Result<Frame, Failure> {
    if !cookies::is_at_desk(&visit.path) {
        return Ok(visit.any_frame().await?.1);
    }
    let signed_out = visit.frame();
    match Member::<Anyone>::of(visit).await {
        Err(Failure::DeskSignedOut) => Ok(signed_out),
        other => Ok(other?.frame()),
    }
}

/// The frame of the person where someone is signed in, so that stopping is at the foot of this page too; and one that
/// asks nothing of a store that is busy or broken.
async fn failure_frame(app: &App, headers: &HeaderMap, path: &str, failure: &Failure) -> Frame {
    if !matches!(failure, Failure::Busy | Failure::Broken)
        && let Ok(visit) = Visit::of(app, headers, path).await
        && let Ok(frame) = frame_of(visit).await
    {
        let path = if frame.desk == Desk::Not { "/" } else { "/desk" };
        return Frame { path: path.to_owned(), done: None, ..frame };
    }
    let reading = cookies::get(headers, app.settings.secure, cookies::READING).map(cookies::read_reading);
    Frame {
        reading: reading.unwrap_or_default(),
        path: "/".to_owned(),
        demo: app.settings.demo,
        exit: app.settings.exit.clone(),
        helpline: app.settings.helpline.clone(),
        asset: crate::assets::href,
        ..Frame::empty()
    }
}
