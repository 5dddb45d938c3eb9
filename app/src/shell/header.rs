//! What stands above every page: the way past it, the name, the way out, and the way about.

use leptos::prelude::*;
use own_terms_domain::{permission::Scope, staff::Role};

use crate::{
    components::{Button, Form, Nav, NavItem, SkipLink},
    frame::{Acting, Desk, Frame},
    i18n::say,
    t,
};

/// Where someone at the desk begins: only case workers see anything of a person.
pub fn desk_home(role: Role) -> &'static str {
    match role {
        Role::CaseWorker => "/desk",
        Role::Supervisor => "/desk/workload",
        Role::Administrator => "/desk/staff",
    }
}

/// The header. Quick exit is in the same place on every page, for someone who has no time to look for it.
pub(super) fn header(frame: &Frame) -> impl IntoView + use<> {
    let home = match (&frame.desk, &frame.person) {
        (Desk::Member { role, .. }, _) => desk_home(*role),
        (Desk::SignedOut, _) => "/desk",
        (Desk::Not, Some(_)) => "/home",
        (Desk::Not, None) => "/",
    };
    // For someone who is not safe at home; the desk is at work.
    let leave = (frame.desk == Desk::Not).then(|| {
        view! {
            <Form to="/leave".to_owned() id="leave".to_owned() bare=true>
                <Button label=t!("frame-leave") />
            </Form>
        }
    });
    view! {
        <SkipLink />
        <header class="top">
            <div class="bar">
                <a class="service" href=home>{t!("service-name")}</a>
                {leave}
            </div>
            {frame.shared.then(shared)}
            {frame.demo.then(|| view! { <p class="demo">{t!("frame-demo")}</p> })}
            {acting(&frame.acting)}
            {at_desk(&frame.desk).map(|items| view! { <Nav label=t!("frame-nav") items current=frame.path.clone() /> })}
            {frame.person.is_some().then(|| {
                view! { <Nav label=t!("frame-nav") items=pages(frame) current=frame.path.clone() /> }
            })}
        </header>
    }
}

/// The pages that someone at the desk can go to from any other, by what they do.
fn at_desk(desk: &Desk) -> Option<Vec<NavItem>> {
    let Desk::Member { role, .. } = desk else { return None };
    Some(match role {
        Role::CaseWorker => {
            vec![NavItem::alone("/desk", t!("desk-title")), NavItem::new("/desk/agreed", t!("desk-agreed-title"))]
        }
        Role::Supervisor => vec![NavItem::new("/desk/workload", t!("desk-workload-title"))],
        Role::Administrator => vec![
            NavItem::new("/desk/staff", t!("desk-staff-title")),
            NavItem::new("/desk/organisations", t!("desk-organisations-title")),
        ],
    })
}

/// The way out first, where others use the device too.
fn shared() -> AnyView {
    view! {
        <div class="band">
            <p>{t!("shared-band")}</p>
            <Form to="/sign-out".to_owned() bare=true>
                <Button label=t!("frame-sign-out") />
            </Form>
        </div>
    }
    .into_any()
}

/// For whom they act, on every page, with the way to stop it.
fn acting(acting: &Acting) -> Option<AnyView> {
    let said = match acting {
        Acting::Nobody => return None,
        Acting::For { name, .. } => t!("acting-for", name = name.clone()),
        Acting::Aside => t!("acting-aside"),
    };
    let stop = view! {
        <Form to="/helping".to_owned() bare=true>
            <Button label=t!("acting-stop") name="do".to_owned() value="stop".to_owned() />
        </Form>
    };
    Some(view! { <div class="band"><p>{said}</p> {stop}</div> }.into_any())
}

/// The pages that someone signed in can go to from any other: a carer, those of which something was given to them.
fn pages(frame: &Frame) -> Vec<NavItem> {
    let pages = [
        ("home", None),
        ("goals", Some(Scope::SeeGoals)),
        ("contact", None),
        ("appointments", Some(Scope::AnswerAppointments)),
        ("notes", None),
        ("held", Some(Scope::SeeHeld)),
    ];
    let is_there = |(page, scope): &(&str, Option<Scope>)| match frame.acting {
        Acting::Nobody => true,
        Acting::For { .. } => *page == "home" || scope.is_some_and(|scope| frame.may(scope)),
        Acting::Aside => *page == "home",
    };
    let item = |(page, _)| NavItem::new(format!("/{page}"), say(&format!("frame-{page}"), None));
    pages.into_iter().filter(is_there).map(item).collect()
}
