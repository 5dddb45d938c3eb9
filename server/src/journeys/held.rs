//! What is held, and who looked.

use own_terms_app::pages;
use own_terms_domain::look::Subject;

use crate::{
    store::Want,
    web::visit::{Answer, Visit},
};

/// Everything, and who looked.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Everything, Want::Looks { before: None }).await?;
    Ok(person.page(pages::held::held(person.state(), &person.view.looks, person.visit.now)))
}
