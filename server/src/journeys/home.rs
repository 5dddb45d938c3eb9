//! Home.

use own_terms_app::pages;
use own_terms_domain::{item::Kind, look::Subject, needs::Needs};

use super::recovery;
use crate::{
    store::Want,
    web::visit::{Answer, Visit},
};

/// The letter; of somebody whom a carer acts for, what they let that carer do.
pub async fn show(visit: Visit) -> Answer {
    if visit.acting_for.is_some() {
        let person = visit.person(Subject::Helping, Want::Items).await?;
        return Ok(person.page(pages::helping::home(person.state())));
    }
    let needs = Needs::the_few().and_all(Kind::Goal).and_all(Kind::Appointment);
    let person = visit.needing(needs).person(Subject::AtAGlance, Want::Looks { before: None }).await?;
    let from = recovery::from(&person.visit);
    Ok(person.page(pages::home::home(person.state(), &person.view.looks, from, person.visit.now)))
}
