//! Home.

use own_terms_app::pages;
use own_terms_domain::{
    item::Kind,
    look::Subject,
    needs::{Needs, Place, Shelf},
};

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
    let all = [Kind::Goal, Kind::Appointment, Kind::Participant, Kind::Agreement]
        .into_iter()
        .fold(Needs::the_few(), Needs::and_all);
    let needs = all.and_page(Shelf::Of(Kind::Message), Place::Newest, 1);
    let person = visit.needing(needs).person(Subject::AtAGlance, Want::Looks { by: None, before: None }).await?;
    let from = recovery::from(&person.visit);
    Ok(person.page(pages::home::home(person.state(), &person.view.looks, from, person.visit.now)))
}
