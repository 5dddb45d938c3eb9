//! Who supports the person: everyone on one page, and the case worker whom they chose, or nobody.

use axum::extract::RawQuery;
use own_terms_app::pages::{self, people::NOBODY};
use own_terms_domain::{
    decide::Command,
    form::{ErrorKind, Fields},
    ids::StaffId,
    item::{Kind, Version},
    look::Subject,
    needs::{Needs, Place, Shelf},
    staff::Staff,
};

use crate::{
    store::Want,
    web::{
        sending::Outcome,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// What was asked to be put right last: whoever owes an answer sees that.
fn needs() -> Needs {
    Needs::the_few().and_page(Shelf::Of(Kind::Correction), Place::Newest, pages::held::SHOWN)
}

/// Everyone: what they do, what they were told, and what they advised.
pub async fn show(visit: Visit) -> Answer {
    let needs = Needs::the_few().and_all(Kind::Supporter).and_all(Kind::Advice);
    let want = Want::Looks { before: None, by: None };
    let person = visit.needing(needs.and_page(Shelf::Of(Kind::Correction), Place::Newest, pages::held::SHOWN));
    let person = person.person(Subject::AtAGlance, want).await?;
    Ok(person.page(pages::people::network(person.state(), &person.view.looks, person.visit.now)))
}

/// Who is chosen, and everyone whom one can choose. Photos that were left out to save data are there where they are asked for.
pub async fn show_case_worker(mut visit: Visit, RawQuery(query): RawQuery) -> Answer {
    visit.saves_data &= decode(query.unwrap_or_default().as_bytes()).get("photos") != "yes";
    let person = visit.needing(needs()).person(Subject::AtAGlance, Want::Items).await?;
    let staff = person.visit.app.store.case_workers().await?;
    let form = pages::people::choice(person.state());
    Ok(person.page(pages::people::case_worker(person.state(), staff, &form)))
}

/// Chooses someone, or nobody.
pub async fn choose(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.needing(needs()).person_sending(Subject::AtAGlance, fields).await?;
    let staff = person.visit.app.store.case_workers().await?;
    let on = Version::parse(fields.get("version"));
    let (outcome, done) = match chosen(&fields, &staff) {
        Ok(chosen) => {
            let done = if chosen.is_some() { "case-worker-chosen" } else { "case-worker-nobody" };
            (person.submit(Command::ChooseCaseWorker { on, staff: chosen }).await?, done)
        }
        Err(kind) => (Outcome::wrong("staff", kind), ""),
    };
    person
        .after(outcome, "/people/case-worker", done, fields, |person, form| {
            pages::people::case_worker(person.state(), staff, form)
        })
        .await
}

/// Whom a form chooses: someone in the directory, or nobody.
fn chosen(fields: &Fields, staff: &[Staff]) -> Result<Option<StaffId>, ErrorKind> {
    match fields.get("staff") {
        "" => Err(ErrorKind::NotChosen),
        NOBODY => Ok(None),
        id => {
            let id: StaffId = id.parse().map_err(|_| ErrorKind::NotAChoice)?;
            let known = staff.iter().any(|staff| staff.id == id);
            if known { Ok(Some(id)) } else { Err(ErrorKind::NotAChoice) }
        }
    }
}
