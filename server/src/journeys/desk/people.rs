//! Who chose the case worker, a page at a time; and opening one of them.

use axum::{
    extract::RawQuery,
    response::{IntoResponse as _, Redirect},
};
use own_terms_app::pages::{
    self,
    desk::{Chose, Group, SHOWN},
};
use own_terms_domain::{
    desk::Said,
    look::{Reason, Subject},
    reading::Choice as _,
};

use crate::web::{
    failure::Failure,
    member::{CaseWorker, Member},
    opened,
    reply::put_cookie,
    typed::{Typed, decode},
    visit::Answer,
};

/// A page of them. Each whose name is on it is told of that look.
pub async fn show(member: Member<CaseWorker>, RawQuery(query): RawQuery) -> Answer {
    let from = from(query);
    let all = member.visit.app.store.who_chose(member.staff.id, member.visit.now.today).await?;
    if from > 0 && from >= all.len() {
        return Ok(Redirect::to("/desk").into_response());
    }
    let mut groups: Vec<Group> = Said::ALL.iter().map(|said| Group { said: *said, people: Vec::new() }).collect();
    for (whom, _) in all.iter().skip(from).take(SHOWN) {
        let Some(view) = member.look(*whom, Reason::WhoAsked, Subject::Asked).await? else { continue };
        // As it is at the look, which may be later than the list.
        let Some(said) = own_terms_domain::desk::said(&view.state, member.visit.now.today) else { continue };
        let name = view.state.name();
        let one = Chose { sealed: member.seal(*whom), name, asked: view.state.wish().asked };
        groups.iter_mut().filter(|group| group.said == said).for_each(|group| group.people.push(one.clone()));
    }
    groups.retain(|group| !group.people.is_empty());
    let (before, after) = around(from, all.len());
    Ok(member.page(pages::desk::people(groups, before, after)))
}

/// Where in a list a page begins.
pub(super) fn from(query: Option<String>) -> usize {
    decode(query.unwrap_or_default().as_bytes()).get("from").parse().unwrap_or_default()
}

/// Where the pages before and after one begin, of a list of so many.
pub(super) fn around(from: usize, of: usize) -> (Option<usize>, Option<usize>) {
    let (before, after) = (from.checked_sub(SHOWN).or((from > 0).then_some(0)), from.saturating_add(SHOWN));
    (before, (after < of).then_some(after))
}

/// Opens one of them: from here on this session shows that person.
pub async fn open(member: Member<CaseWorker>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let who = fields.get("who");
    if member.unseal(who).is_none() {
        return Err(Failure::NotFound);
    }
    let mut response = Redirect::to("/desk/person").into_response();
    put_cookie(&mut response, opened::cookie(&member.visit.app, who));
    Ok(response)
}
