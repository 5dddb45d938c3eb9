//! How the person signs in: each way with what it is, one page to name or close it, and another to add one.

use leptos::prelude::*;
use own_terms_domain::{
    ids::WayInId,
    item::{Held, Item, ItemId},
    recovery::SaidFrom,
    sign_in::WayIn,
    state::State,
    time::Now,
};

use super::{Offered, email::sent_here, recovery::in_the_list};
use crate::{
    components::{Backlink, Button, Checkbox, Form, Kind, Link, OwnWords, Pick, TextInput},
    form::FormState,
    pages::{Page, said::way_in as way_in_said, words::say_moment, your_choice},
    t,
};

/// Every way there is, and what can be added. Whoever has none is asked how they want to come back. A new way in that somebody
/// asked for stands first.
pub fn ways_in<'a>(
    state: &'a State,
    offered: Offered,
    from: Option<SaidFrom>,
    now: Now,
    form: &'a FormState,
) -> Page<'a> {
    Page::new("ways-in-title", move || {
        let ways: Vec<_> =
            state.ways_in().filter_map(|(id, way)| Some(one(id, way, state.get(ItemId::SignIn(id))?))).collect();
        let (heading, list) = if ways.is_empty() {
            (t!("ways-in-none"), view! { <p>{t!("ways-in-none-what")}</p> }.into_any())
        } else {
            let what = view! { <p>{t!("ways-in-what")}</p> };
            (t!("ways-in-title"), view! { {what} <ul class="held stack">{ways}</ul> }.into_any())
        };
        let link = |href: &str, label: String| {
            view! { <li><Link href=href.to_owned() label kind=Kind::Plain /></li> }
        };
        let through = |name: &String| link("/settings/sign-in/provider", t!("provider-through", name = name.clone()));
        let add = [
            offered.passkeys.then(|| link("/settings/sign-in/passkey", t!("passkey-add-title"))),
            offered.email.then(|| link("/settings/sign-in/email", t!("way-in-add-email"))),
            offered.provider.as_ref().map(through),
        ];
        let add = if offered.is_anything() {
            view! { <h2>{t!("ways-in-add")}</h2> <ul class="stack">{add.into_iter().flatten().collect_view()}</ul> }
                .into_any()
        } else {
            view! { <p>{t!("ways-in-add-none")}</p> }.into_any()
        };
        view! {
            <Backlink href="/settings" />
            {form.problems_with_buttons()}
            <h1>{heading}</h1>
            {in_the_list(state, from, now)}
            {your_choice()}
            {list}
            {add}
            {sent_here().filter(|_| offered.email)}
            <p><Link href="/home" label=t!("start-home") /></p>
        }
        .into_any()
    })
}

fn one(id: WayInId, way: &WayIn, held: &Held) -> AnyView {
    let name = way.name.to_string();
    let how = way_in_said(&way.how);
    view! {
        <li class="stack">
            <h2><OwnWords text=name.as_str() /></h2>
            {how}
            <p class="hint">{t!("way-in-since", when = say_moment(held.at))}</p>
            <p><Link href=format!("/settings/sign-in/way?way={id}") label=t!("way-in-change") about=name /></p>
        </li>
    }
    .into_any()
}

/// One way: another name for it, or its end. `here` says that whoever reads the page signed in by it.
pub fn way_in<'a>(state: &'a State, id: WayInId, here: bool, form: &'a FormState) -> Page<'a> {
    Page::new("ways-in-title", move || {
        let item = ItemId::SignIn(id);
        let Some((held, way)) = state.get(item).zip(state.way_in(id)) else {
            return view! {
                <Backlink href="/settings/sign-in" />
                <h1>{t!("ways-in-title")}</h1>
                <p>{t!("way-in-gone")}</p>
            }
            .into_any();
        };
        let stands = |held: &Held| match &held.item {
            Item::SignIn(way) => view! { <OwnWords text=way.name.as_str() /> }.into_any(),
            _ => ().into_any(),
        };
        let how = way_in_said(&way.how);
        let name = if form.fields.get("do") == "name" { form.value("name") } else { way.name.to_string() };
        let is_last = state.ways_in().count() == 1;
        let version = form.version(state.version(item));
        let which = move || view! { <input type="hidden" name="way" value=id.to_string() /> };
        let field = view! {
            <TextInput name="name" label=t!("way-in-name") hint=t!("way-in-name-hint") value=name error=form.error("name")
                spellcheck=false />
        };
        let sure = is_last.then(|| {
            let pick = Pick::new("yes", t!("way-in-sure"));
            view! { <p>{t!("way-in-last")}</p> <Checkbox name="sure" pick error=form.error("sure") /> }
        });
        view! {
            <Backlink href="/settings/sign-in" />
            {form.problems(|| stands(held))}
            <h1><OwnWords text=way.name.as_str() /></h1>
            {how}
            <Form version=version.clone()>
                {which()}
                {field}
                <Button label=t!("save") kind=Kind::Action name="do".to_owned() value="name".to_owned() />
            </Form>
            <h2>{t!("way-in-close-title")}</h2>
            <p>{t!("way-in-close-what")}</p>
            <p>{t!("way-in-close-sessions")} {here.then(|| format!(" {}", t!("way-in-close-here")))}</p>
            <Form version bare={!is_last}>
                {which()}
                {sure}
                <Button label=t!("way-in-close") name="do".to_owned() value="close".to_owned() />
            </Form>
        }
        .into_any()
    })
}

/// Asks for an address to sign in with.
pub fn add_email(form: &FormState) -> Page<'_> {
    Page::new("ways-in-title", move || {
        let field = view! {
            <TextInput name="email" label=t!("sign-in-email") hint=t!("way-in-email-hint") value=form.value("email")
                error=form.error("email") kind="email" autocomplete="email" spellcheck=false />
        };
        view! {
            <Backlink href="/settings/sign-in" />
            {form.problems(|| ().into_any())}
            <h1>{t!("way-in-add-email")}</h1>
            {your_choice()}
            <p>{t!("way-in-email-what")}</p>
            <p>{t!("way-in-email-seen")}</p>
            <Form>
                {field}
                <Button label=t!("sign-in-email-send") kind=Kind::Action />
            </Form>
        }
        .into_any()
    })
}
