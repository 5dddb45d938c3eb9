//! Home.

use own_terms_app::pages;
use own_terms_domain::look::Subject;

use crate::{
    store::Want,
    web::visit::{Answer, Visit},
};

/// The letter.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::AtAGlance, Want::Looks { before: None }).await?;
    Ok(person.page(pages::home::home(person.state(), &person.view.looks, person.visit.now)))
}
