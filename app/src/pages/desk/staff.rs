//! What an administrator keeps: who works here and for whom. Nothing of any person.

use jiff::Timestamp;
use leptos::prelude::*;
use own_terms_domain::{
    directory::Organisation,
    ids::StaffId,
    reading::Choice as _,
    staff::{Role, Staff, Training, WorkDay},
};

use super::way_in::{Given, the_code};
use crate::{
    components::{Button, Checkboxes, Form, Kind as ButtonKind, OwnWords, Radios, TextInput, photo_beside_name},
    form::FormState,
    pages::{
        Page,
        parts::{organisation_picks, picks},
        words::{say_choice, say_moment},
    },
    t,
};

/// Someone who works here, and how they sign in.
pub struct Works {
    /// Who they are.
    pub staff: Staff,
    /// Their ways to sign in, the first of them first.
    pub ways: Vec<Way>,
}

/// A way in which someone signs in at the desk.
pub struct Way {
    /// What tells it from others: it opens nothing.
    pub id: String,
    /// The last part of the name of its message.
    pub how: &'static str,
    /// Since when.
    pub added: Timestamp,
}

/// Everyone, by name, and the form for somebody new; `me` is whoever reads it, who does not shut themself out.
pub fn staff<'a>(
    all: &'a [Works],
    organisations: &'a [Organisation],
    me: StaffId,
    given: Option<Given>,
    form: &'a FormState,
) -> Page<'a> {
    Page::new("desk-staff-title", move || {
        let list = all.iter().map(|one| in_list(one, me)).collect_view();
        let code = given.map(|given| the_code(given, t!("desk-staff-once")));
        let fields = view! {
            <TextInput name="name" label=t!("desk-staff-name") value=form.value("name") error=form.error("name")
                autocomplete="off" spellcheck=false />
            <Radios name="role" legend=t!("people-role") error=form.error("role")
                picks=picks(Role::ALL, form, "role", "staff-role") />
            <Radios name="organisation" legend=t!("people-organisation") error=form.error("organisation")
                picks=organisation_picks(organisations, form) />
            <Checkboxes name="trained" legend=t!("desk-staff-trained") error=form.error("trained")
                picks=picks(Training::ALL, form, "trained", "training") />
            <Checkboxes name="days" legend=t!("desk-staff-days") error=form.error("days")
                picks=picks(WorkDay::ALL, form, "days", "weekday") />
            <TextInput name="languages" label=t!("desk-staff-languages") hint=t!("desk-staff-languages-hint")
                value=form.value("languages") error=form.error("languages") />
        };
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-staff-title")}</h1>
            {code}
            <p>{t!("desk-staff-what")}</p>
            <ul class="held stack">{list}</ul>
            <h2>{t!("desk-staff-new")}</h2>
            <p>{t!("desk-staff-shown")}</p>
            <Form id="new-staff".to_owned()>
                {fields}
                <Button label=t!("desk-staff-add") kind=ButtonKind::Action name="do".to_owned() value="add".to_owned() />
            </Form>
        }
        .into_any()
    })
}

/// Who they are, and a new code or an end for anyone but oneself.
fn in_list(Works { staff: one, ways }: &Works, me: StaffId) -> AnyView {
    let closed = one.closed.then(|| view! { <p>{t!("desk-staff-is-closed")}</p> });
    let about = format!("– {}", one.name);
    let who = one.id.to_string();
    let is_closed = one.closed;
    let take_away = || {
        let about = about.clone();
        view! { <Button label=t!("desk-staff-photo-take-away") about name="do".to_owned() value="take-photo-away".to_owned() /> }
    };
    let photo = one.photo.map(|_| take_away());
    let buttons = (one.id != me).then(|| {
        view! {
            <Form class="actions" bare=true>
                <input type="hidden" name="who" value=who />
                <Button label=t!("desk-staff-code") about=about.clone() name="do".to_owned() value="invite".to_owned() />
                {photo}
                {(!is_closed).then(|| view! { <Button label=t!("desk-staff-close") about name="do".to_owned() value="close".to_owned() /> })}
            </Form>
        }
    });
    // An empty list is read out as one.
    let ways =
        (!ways.is_empty()).then(|| view! { <ul>{ways.iter().map(|way| one_way(one, way, me)).collect_view()}</ul> });
    let role = t!(
        "desk-staff-one",
        role = say_choice("staff-role", one.role),
        organisation = one.organisation.name.to_string()
    );
    view! {
        <li class="stack">
            <h2><OwnWords text=one.name.as_str() inline=true /></h2>
            {photo_beside_name(one)}
            <p>{role}</p>
            {closed}
            {ways}
            {buttons}
        </li>
    }
    .into_any()
}

/// One way of theirs, and its end for anyone but oneself.
fn one_way(one: &Staff, way: &Way, me: StaffId) -> AnyView {
    let said = t!(format!("desk-staff-way-{}", way.how), since = say_moment(way.added));
    let about = format!("– {}: {said}", one.name);
    let (who, id) = (one.id.to_string(), way.id.clone());
    let end = (one.id != me).then(|| {
        view! {
            <Form class="actions" bare=true>
                <input type="hidden" name="who" value=who />
                <input type="hidden" name="way" value=id />
                <Button label=t!("desk-staff-way-close") about name="do".to_owned() value="close-way".to_owned() />
            </Form>
        }
    });
    view! { <li>{said} {end}</li> }.into_any()
}

/// Every organisation, by name, and the form for a new one.
pub fn organisations<'a>(all: &'a [Organisation], form: &'a FormState) -> Page<'a> {
    Page::new("desk-organisations-title", move || {
        let list = all.iter().map(|one| view! { <li><OwnWords text=one.name.as_str() /></li> }).collect_view();
        let name = view! {
            <TextInput name="name" label=t!("desk-organisation-name") value=form.value("name") error=form.error("name")
                autocomplete="off" spellcheck=false />
        };
        view! {
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-organisations-title")}</h1>
            <p>{t!("desk-organisations-what")}</p>
            <ul class="stack">{list}</ul>
            <Form id="organisation".to_owned()>
                {name}
                <Button label=t!("desk-organisation-add") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}
