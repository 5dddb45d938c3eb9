//! A form of the desk that a file came with: who sent it is asked before any of the file is held in memory.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::StreamExt as _;
use own_terms_domain::{
    form::Fields,
    photo::{MOST_SENT, NotAPhoto},
};

use super::{
    failure::Failure,
    member::{Member, Reach},
    sent::Sent,
    turns::Place,
    typed::{MOST_BYTES, Typed},
    visit::Visit,
};
use crate::app::App;

/// The most that is read of such a form. What is more than can be used is let go by as it comes, because a browser shows no answer
/// before it has sent everything.
pub const MOST_READ: usize = 4 * MOST_SENT;
/// The field of the file.
pub const FILE: &str = "photo";

/// The form, and the file.
pub struct SentFile<R: Reach> {
    /// The form.
    pub sent: Sent<R>,
    /// What is in the file, or why there is none to look at.
    pub file: Result<Vec<u8>, NotAPhoto>,
    /// A place among those whose files are held in memory, given up with the answer.
    _place: Option<Place>,
}

impl<R: Reach> FromRequest<App> for SentFile<R> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let path = request.uri().path();
        let visit = Visit::of(app, request.headers(), path).await.map_err(IntoResponse::into_response)?;
        if !is_multipart(&request) {
            let Typed(fields) = Typed::from_request(request, app).await.map_err(IntoResponse::into_response)?;
            let sent = Sent::of(visit, fields).await.map_err(IntoResponse::into_response)?;
            return Ok(Self { sent, file: Err(NotAPhoto::Nothing), _place: None });
        }
        match Member::<R>::of(visit.clone()).await {
            Ok(_) => Self::of(visit, request, app).await.map_err(IntoResponse::into_response),
            Err(failure) => {
                let_by(request.into_body()).await;
                Err(match failure {
                    // A file cannot wait on a page until they are back, as what is typed does; so it is said that it did not arrive.
                    Failure::DeskSignedOut => visit.go("/desk/sign-in", Some("desk-file-not-sent")),
                    other => other.into_response(),
                })
            }
        }
    }
}

impl<R: Reach> SentFile<R> {
    async fn of(visit: Visit, request: Request, app: &App) -> Result<Self, Failure> {
        let place = app.turns.place()?;
        let mut read = Read { fields: Fields::new(), typed: 0, file: Vec::new(), is_too_heavy: false };
        read.all(request, app).await?;
        let file = if read.is_too_heavy { Err(NotAPhoto::TooHeavy) } else { Ok(read.file) };
        Ok(Self { sent: Sent::of(visit, read.fields).await?, file, _place: Some(place) })
    }
}

fn is_multipart(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

/// Reads to the end and keeps nothing.
async fn let_by(body: Body) {
    let mut pieces = body.into_data_stream();
    while let Some(Ok(_)) = pieces.next().await {}
}

/// What was read so far.
struct Read {
    fields: Fields,
    /// How many bytes the fields have.
    typed: usize,
    file: Vec<u8>,
    is_too_heavy: bool,
}

impl Read {
    async fn all(&mut self, request: Request, app: &App) -> Result<(), Failure> {
        let mut parts = Multipart::from_request(request, app).await.map_err(|_| Failure::Unreadable)?;
        while let Some(mut part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            let mut value = Vec::new();
            while let Some(piece) = part.chunk().await.map_err(|error| unreadable(&error))? {
                if name == FILE {
                    self.take(&piece);
                } else {
                    self.typed += piece.len();
                    value.extend_from_slice(&piece);
                }
                if self.typed > MOST_BYTES {
                    return Err(Failure::TooLarge);
                }
            }
            if name != FILE {
                // A part without a word in it takes room too.
                self.typed += name.len() + 1;
                self.fields.push(name, String::from_utf8_lossy(&value));
            }
        }
        Ok(())
    }

    /// Keeps a piece of the file, until it is more than can be used: then nothing of it is kept.
    fn take(&mut self, piece: &[u8]) {
        self.is_too_heavy |= self.file.len() + piece.len() > MOST_SENT;
        if self.is_too_heavy {
            self.file = Vec::new();
        } else {
            self.file.extend_from_slice(piece);
        }
    }
}

fn unreadable(error: &MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::Unreadable }
}
