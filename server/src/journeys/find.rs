//! Finding something among all that is held, looked through some at a time.

use own_terms_app::{
    form::FormState,
    pages::{
        self,
        held::{Found, MOST_FOUND, MOST_LOOKED},
    },
    speaking::speaking,
};
use own_terms_domain::{find::Sought, form::Fields, item::ItemId, look::Subject, needs::Needs};

use crate::{
    store::Want,
    web::{
        failure::Failure,
        sending::Outcome,
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// How many items are opened at a time.
const BATCH: usize = 500;

/// The form.
pub async fn show(visit: Visit) -> Answer {
    let person = visit.person(Subject::Everything, Want::Items).await?;
    Ok(person.page(pages::held::find(person.state(), &FormState::default(), None, person.visit.now)))
}

/// What was found.
pub async fn find(visit: Visit, Typed(fields): Typed) -> Answer {
    let (person, fields) = visit.person_sending(Subject::Everything, fields).await?;
    let (sought, outcome) = match Sought::parse(fields.get("find")) {
        Ok(sought) => (Some(sought), Outcome::Again(Vec::new(), None)),
        Err(kind) => (None, Outcome::wrong("find", kind)),
    };
    let Some(sought) = sought.filter(|_| person.held_back.is_none()) else {
        return person
            .after(outcome, "/held/find", "", fields, |person, form| {
                pages::held::find(person.state(), form, None, person.visit.now)
            })
            .await;
    };
    let found = look_through(&person.visit, &sought, &fields).await?;
    // Opened anew, so that all of it and whoever wrote it is on one page.
    let needs = found.items.iter().fold(Needs::the_few(), |needs, id| needs.and_item(*id));
    let person = person.visit.needing(needs).person(Subject::Everything, Want::Items).await?;
    let form = FormState::of(fields);
    Ok(person.page(pages::held::find(person.state(), &form, Some(found), person.visit.now)))
}

/// Looks through what is held, from where the form says on.
async fn look_through(visit: &Visit, sought: &Sought, fields: &Fields) -> Result<Found, Failure> {
    let mut after: Option<ItemId> = fields.get("from").parse().ok();
    let mut found = Found { looked: fields.get("looked").parse().unwrap_or_default(), ..Found::default() };
    let mut left = MOST_LOOKED;
    while left > 0 {
        let needs = Needs::the_few().and_run(after, BATCH.min(left));
        let person = visit.clone().needing(needs).person(Subject::Everything, Want::Items).await?;
        let run: Vec<_> = person.state().run().collect();
        if run.is_empty() {
            return Ok(found);
        }
        let looked = speaking(person.frame(), || {
            run.iter()
                .take_while(|held| {
                    if found.items.len() == MOST_FOUND {
                        return false;
                    }
                    if sought.is_in(&pages::held::text(held, visit.now).to_lowercase()) {
                        found.items.push(held.id);
                    }
                    true
                })
                .count()
        });
        found.looked = found.looked.saturating_add(looked);
        left -= looked.min(left);
        after = looked.checked_sub(1).map(|last| run[last].id).or(after);
        if looked < run.len() {
            left = 0;
        }
    }
    // At the very end there is nothing to look on from.
    let needs = Needs::the_few().and_run(after, 1);
    let rest = visit.clone().needing(needs).person(Subject::Everything, Want::Items).await?;
    found.from = after.filter(|_| rest.state().run().next().is_some());
    Ok(found)
}
