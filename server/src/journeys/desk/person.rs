//! Someone whom a case worker has opened. What they said about contact is looked at first, and nothing more unless they asked to talk.

use axum::response::{IntoResponse as _, Redirect};
use own_terms_app::pages;
use own_terms_domain::{
    desk::{Said, said},
    look::{Reason, Subject},
};

use crate::web::{
    member::{CaseWorker, Member},
    visit::Answer,
};

/// Their terms; or that they are not to be contacted. Of nobody, and of someone who chose another, there is one answer.
pub async fn show(member: Member<CaseWorker>) -> Answer {
    let back = || Ok(Redirect::to("/desk").into_response());
    let now = member.visit.now;
    let Some(whom) = member.opened() else { return back() };
    let Some(first) = member.look(whom, Reason::WhoAsked, Subject::Asked).await? else { return back() };
    if said(&first.state, now.today) != Some(Said::Asked) {
        let name = first.state.name();
        return Ok(member.page(pages::desk::do_not_contact(name)));
    }
    let Some(view) = member.look(whom, Reason::ConversationAsked, Subject::Preparing).await? else { return back() };
    Ok(member.page(pages::desk::person(&view.state, &view.names, now)))
}
