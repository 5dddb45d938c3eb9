//! Signing in at the desk through the identity provider of those who work here, and binding it to whoever came by a code.
//!
//! It says who somebody is and never that they work here: only a name that was bound in a session of theirs opens the desk.

use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{form::FormState, pages};
use own_terms_domain::{
    account::SignedInBy,
    form::{ErrorKind, Fields},
    sign_in::{FoundBy, How, MOST_WAYS_IN},
    text::Text,
};

use super::{
    super::provider::away::{Away, Back, For, log},
    sign_in::{By, begin, sign_in_page, wrong},
};
use crate::{
    provider::Fault,
    store::Opening,
    web::{
        failure::Failure,
        kept::{self, OfStaff},
        member::{Anyone, Member},
        opened,
        reply::{page, put_cookie},
        typed::Typed,
        visit::{Answer, Visit},
    },
};

/// Where somebody who is back signs in, and where it is bound to whoever is signed in.
const CONFIRM: &str = "/desk/sign-in/provider/confirm";
const ADD: &str = "/desk/provider";
const ADDED: &str = "/desk/provider/add";

/// Sends whoever it is to the provider, to sign in.
pub async fn go(mut visit: Visit, Typed(fields): Typed) -> Answer {
    match Away::of(&visit)?.go(For::SigningIn, &fields).await? {
        Ok(response) => Ok(response),
        Err(fault) => refused(&mut visit, fault, fields).await,
    }
}

/// Takes what somebody brings back from there, and leads on to where it is used.
pub async fn back(mut visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let back = Away::of(&visit)?.back(query).await?;
    match back {
        Back::Empty => Ok(Redirect::to("/desk/sign-in").into_response()),
        Back::Known { adding } => Ok(Redirect::to(if adding { ADDED } else { CONFIRM }).into_response()),
        Back::Not { fault, adding: true } => {
            log(fault);
            ADD.clone_into(&mut visit.path);
            Ok(not_added(&Member::of(visit).await?, Fields::new()))
        }
        Back::Not { fault, .. } => refused(&mut visit, fault, Fields::new()).await,
    }
}

/// Asks whoever is back to press the button.
pub async fn show_confirm(visit: Visit) -> Answer {
    let away = Away::of(&visit)?;
    match away.who(false, Opening::Look).await? {
        Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, pages::desk::confirm_provider(away.name()))),
        None => Ok(Redirect::to("/desk/sign-in").into_response()),
    }
}

/// Signs in whoever the provider named, if somebody here has bound that name.
pub async fn confirm(mut visit: Visit, Typed(fields): Typed) -> Answer {
    let Some(who) = Away::of(&visit)?.who(false, Opening::Use).await? else {
        return refused(&mut visit, Fault::State, fields).await;
    };
    let found = visit.app.store.staff_by(FoundBy::Provider(&who.issuer, &who.subject)).await?;
    let there = who.session.as_deref().map(|session| FoundBy::SessionThere(&who.issuer, session));
    let mut response = if let Some((staff, _)) = found {
        begin(&visit, staff, By { there, ..By::this(SignedInBy::Provider) }, None, &fields).await?
    } else {
        let content = pages::desk::nobody_by_provider(Away::of(&visit)?.name());
        page(&visit, visit.frame(), StatusCode::NOT_FOUND, content)
    };
    Away::is_over(visit.app.settings.secure, CONFIRM, &mut response);
    Ok(response)
}

/// Goes on with what was kept, once they have signed in beside the page that keeps it.
pub async fn go_on(visit: Visit, Typed(fields): Typed) -> Answer {
    let kept = kept::open::<OfStaff>(&visit.app, visit.now.at, &fields);
    let Some(kept) = kept else { return Err(Failure::DeskSignedOut) };
    match Member::<Anyone>::of(visit.clone()).await {
        Ok(member) if member.staff.id == kept.of.staff => {
            let mut response = Redirect::temporary(&kept.path).into_response();
            put_cookie(&mut response, kept.of.whom.and_then(|whom| opened::cookie(&visit.app, &member.seal(whom))));
            Ok(response)
        }
        Ok(_) | Err(Failure::DeskSignedOut) => {
            let fields = Fields::new().with(kept::FIELD, fields.get(kept::FIELD));
            sign_in_page(&visit, &FormState::of(fields)).await
        }
        Err(other) => Err(other),
    }
}

/// What it is to sign in through the provider, before they go there.
pub async fn show_add(member: Member<Anyone>) -> Answer {
    let away = Away::of(&member.visit)?;
    Ok(member.page(pages::desk::add_provider(away.name(), member.is_fresh(), &FormState::default())))
}

/// Sends them there, to see that it knows them.
pub async fn go_adding(member: Member<Anyone>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let away = Away::of(&member.visit)?;
    // As for a passkey: whoever finds a desk left alone binds no name of their own.
    if !member.is_fresh() {
        return Err(Failure::Forged);
    }
    match away.go(For::Adding(None), &Fields::new()).await? {
        Ok(response) => Ok(response),
        Err(fault) => {
            log(fault);
            Ok(not_added(&member, fields))
        }
    }
}

/// Asks whether to bind it, once they are back.
pub async fn show_known(member: Member<Anyone>) -> Answer {
    let away = Away::of(&member.visit)?;
    match away.who(true, Opening::Look).await? {
        Some(_) => Ok(member.page(pages::desk::bind_provider(away.name(), &member.staff))),
        None => Ok(Redirect::to(ADD).into_response()),
    }
}

/// Binds it. A name that somebody here has bound before, or that anyone here has, is told like any other mistake.
pub async fn add(member: Member<Anyone>, Typed(fields): Typed) -> Answer {
    member.sent(&fields)?;
    let (store, at, staff) = (&member.visit.app.store, member.visit.now.at, member.staff.id);
    let who = Away::of(&member.visit)?.who(true, Opening::Use).await?;
    let how = who.and_then(|who| {
        let (issuer, subject) = (Text::parse(&who.issuer).ok()?, Text::parse(&who.subject).ok()?);
        Some(How::Provider { issuer, subject })
    });
    let is_room = store.staff_ways(staff).await?.len() < MOST_WAYS_IN;
    let mut response = match how {
        Some(how) if is_room && store.add_staff_key(staff, &how, at).await? => {
            member.visit.go("/desk/account", Some("desk-provider-added"))
        }
        _ => not_added(&member, fields),
    };
    Away::is_over(member.visit.app.settings.secure, ADDED, &mut response);
    Ok(response)
}

fn not_added(member: &Member<Anyone>, fields: Fields) -> Response {
    let form = wrong("provider", ErrorKind::OpensNothing, fields);
    let name = Away::of(&member.visit).map_or("", |away| away.name());
    member.again(pages::desk::add_provider(name, member.is_fresh(), &form))
}

/// The page of all the ways, with that it did not work: one sentence, whatever the reason is, and never the provider's words.
async fn refused(visit: &mut Visit, fault: Fault, fields: Fields) -> Answer {
    log(fault);
    "/desk/sign-in".clone_into(&mut visit.path);
    sign_in_page(visit, &wrong("provider", ErrorKind::OpensNothing, fields)).await
}
