//! Pages that anyone can read.

use axum::{http::StatusCode, response::Response};
use own_terms_app::pages::{self, Page};

use crate::web::{
    reply::page,
    visit::{Answer, Visit},
};

/// What this is.
pub async fn start(visit: Visit) -> Answer {
    show(visit, pages::public::start()).await
}

/// The accessibility statement.
pub async fn accessibility(visit: Visit) -> Answer {
    show(visit, pages::public::accessibility()).await
}

/// What is held and why.
pub async fn privacy(visit: Visit) -> Answer {
    show(visit, pages::public::privacy()).await
}

/// Every control with its examples, in the demonstration only.
pub async fn examples(visit: Visit) -> Response {
    page(&visit, visit.frame(), StatusCode::OK, pages::examples::examples())
}

async fn show(visit: Visit, content: Page<'static>) -> Answer {
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::OK, content))
}
