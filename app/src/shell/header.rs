//! What stands above every page: the way past it, the name, the way out, and the way about.

use leptos::prelude::*;

use crate::{
    components::{Button, Form, Nav, NavItem, SkipLink},
    frame::Frame,
    i18n::say,
    t,
};

/// The header. Quick exit is in the same place on every page, for someone who has no time to look for it.
pub(super) fn header(frame: &Frame) -> impl IntoView + use<> {
    let home = if frame.person.is_some() { "/home" } else { "/" };
    view! {
        <SkipLink />
        <header class="top">
            <div class="bar">
                <a class="service" href=home>{t!("service-name")}</a>
                <Form to="/leave".to_owned() id="leave".to_owned() bare=true>
                    <Button label=t!("frame-leave") />
                </Form>
            </div>
            {frame.demo.then(|| view! { <p class="demo">{t!("frame-demo")}</p> })}
            {frame.person.is_some().then(|| {
                view! { <Nav label=t!("frame-nav") items=pages() current=frame.path.clone() /> }
            })}
        </header>
    }
}

/// The pages that someone signed in can go to from any other.
fn pages() -> Vec<NavItem> {
    ["home", "goals", "contact", "appointments", "held"]
        .map(|page| NavItem::new(format!("/{page}"), say(&format!("frame-{page}"), None)))
        .into()
}
