//! Carers: who can act for the person, what each may do and until when; asking somebody, and ending it.

mod did;

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    carer::{CarerDraft, Delegation, DeviceUse, KINDS, Status, latest_end, usual_end},
    form::Fields,
    ids::DelegationId,
    item::Version,
    look::Look,
    permission::Scope,
    reading::Choice,
    state::State,
    time::Now,
};

pub use self::did::{Did, Undo};
use self::did::{stands, what_they_did};
use super::{
    Page,
    parts::picks,
    words::{say_choice, say_moment},
    your_choice,
};
use crate::{
    components::{
        Backlink, Button, Checkboxes, DateInput, Details, Form, Kind as ButtonKind, Link, OwnWords, Pick, Radios,
        SummaryList, SummaryRow, TextInput, ToldOnce,
    },
    form::FormState,
    i18n::{say_date, say_list},
    t,
};

/// What someone is given so that they can come: to read aloud or copy, and as a link where it is known where the service is.
pub struct Code {
    /// As it is read aloud.
    pub spoken: String,
    /// The address that has it in it.
    pub link: Option<String>,
    /// When it is too old.
    pub until: jiff::Timestamp,
}

/// One carer, as the page about them shows it.
pub struct One<'a> {
    /// Which.
    pub id: DelegationId,
    /// The version that stands.
    pub version: Version,
    /// What they may do.
    pub delegation: &'a Delegation,
    /// What they did, newest first.
    pub did: Vec<Did>,
    /// What they looked at, newest first.
    pub looked: Vec<Look>,
    /// The number of the act, and of the look, before which there may be earlier ones.
    pub earlier: [Option<u32>; 2],
    /// The code that was just made.
    pub code: Option<Code>,
}

/// Who can act for the person.
pub fn carers(state: &State, now: Now) -> Page<'_> {
    Page::new("carers-title", move || {
        let all: Vec<AnyView> = state.delegations().map(|(id, delegation)| in_list(id, delegation, now)).collect();
        view! {
            <Backlink href="/people" />
            <h1>{t!("carers-title")}</h1>
            {your_choice()}
            <p>{t!("carers-what")}</p>
            <p>{t!("carers-never")}</p>
            {if all.is_empty() {
                view! { <p>{t!("carers-none")}</p> }.into_any()
            } else {
                view! { <ul class="stack">{all}</ul> }.into_any()
            }}
            <p><Link href="/carers/invite" label=t!("carers-invite") kind=ButtonKind::Plain /></p>
        }
        .into_any()
    })
}

fn in_list(id: DelegationId, delegation: &Delegation, now: Now) -> AnyView {
    let name = delegation.name.to_string();
    view! {
        <li class="stack">
            <h2><OwnWords text=name.clone() inline=true /></h2>
            <SummaryList rows=rows(delegation, now) />
            <p><Link href=format!("/carers/one?who={id}") label=t!("carers-see") about=name /></p>
        </li>
    }
    .into_any()
}

/// Where it stands, what they may do, and until when.
fn rows(delegation: &Delegation, now: Now) -> Vec<SummaryRow> {
    let stands = say_choice("carer-status", delegation.status(now.today));
    vec![
        SummaryRow::new(t!("carer-stands"), stands),
        SummaryRow::new(t!("carer-can"), say_scopes(delegation)),
        SummaryRow::new(t!("carer-last-day"), say_date(delegation.until)),
    ]
}

/// What a carer may do, in a sentence.
pub fn say_scopes(delegation: &Delegation) -> String {
    let mut said: Vec<String> = delegation.scopes.iter().map(|scope| say_choice("scope", *scope)).collect();
    if let Some(held) = delegation.scopes.iter().position(|scope| *scope == Scope::SeeHeld) {
        let kinds: Vec<String> = delegation.kinds.iter().map(|kind| say_choice("kind", *kind).to_lowercase()).collect();
        said[held] = t!("scope-see-held-kinds", kinds = say_list(&kinds));
    }
    said.join("; ")
}

/// The warning before the end, for whoever let them in.
pub fn ends_soon(state: &State, now: Now) -> Option<AnyView> {
    let one = |(id, delegation): (DelegationId, &Delegation)| {
        delegation.ends_soon(now.today)?;
        let (name, day) = (delegation.name.to_string(), say_date(delegation.until));
        let href = format!("/carers/one?who={id}");
        Some(
            view! { <p>{t!("carer-ends-soon", name = name.clone(), day = day)} " " <Link href label=t!("change") about=name /></p> },
        )
    };
    let all: Vec<_> = state.delegations().filter_map(one).collect();
    (!all.is_empty()).then(|| view! { <h2>{t!("carers-title")}</h2> {all} }.into_any())
}

/// A new form: nothing is ticked, and the last day is a month from now.
pub fn fresh(id: DelegationId, now: Now) -> FormState {
    let until = usual_end(now.today).to_string();
    FormState::of(Fields::new().with("who", id.to_string()).with("until", until))
}

/// The form that asks somebody.
pub fn invite(form: &FormState, now: Now) -> Page<'_> {
    Page::new("carers-invite", move || {
        let (id, fields) = (form.value("who"), draft_fields(form, now));
        view! {
            <Backlink href="/carers" />
            {form.problems(|| ().into_any())}
            <h1>{t!("carers-invite")}</h1>
            {your_choice()}
            <p>{t!("carers-invite-what")}</p>
            <Form id="carer".to_owned()>
                <input type="hidden" name="who" value=id />
                {fields}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// The fields of what somebody may do.
fn draft_fields(form: &FormState, now: Now) -> impl IntoView + use<> {
    let scope = |scope: &Scope| {
        let id = scope.id();
        Pick::new(id, say_choice("scope", *scope)).hint(t!(format!("scope-{id}-what"))).chosen(form.has("scopes", id))
    };
    let until_hint = t!("carer-until-hint", day = say_date(latest_end(now.today)));
    view! {
        <TextInput name="name" label=t!("carer-name") hint=t!("carer-name-hint") value=form.value("name")
            error=form.error("name") spellcheck=false />
        <Checkboxes name="scopes" legend=t!("carer-scopes") hint=t!("carer-scopes-hint") error=form.error("scopes")
            picks=Scope::ALL.iter().map(scope).collect() />
        <Checkboxes name="kinds" legend=t!("carer-kinds") hint=t!("carer-kinds-hint") error=form.error("kinds")
            picks=picks(&KINDS, form, "kinds", "kind") />
        <DateInput name="until" label=t!("carer-until-question") hint=until_hint value=form.value("until")
            error=form.error("until") />
        <Radios name="device" legend=t!("carer-device") hint=t!("carer-device-hint") error=form.error("device")
            picks=picks(DeviceUse::ALL, form, "device", "device") />
    }
}

/// One carer: what they may do, what they did, and how to change or end it.
pub fn one<'a>(one: One<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("carers-one", move || {
        let One { id, version, delegation, did, looked, earlier, code } = one;
        let name = delegation.name.to_string();
        let status = delegation.status(now.today);
        let over = status == Status::Ended;
        // What was sent to put something back is not about what they may do.
        let put_back = form.value("do") == "put-back";
        let nothing = FormState::default();
        let about_them = if put_back { &nothing } else { form };
        let change = (!over).then(|| {
            let form = about_them;
            let filled = if form.fields.get("name").is_empty() { FormState::of(CarerDraft::fields_of(delegation)) } else { form.clone() };
            let (fields, version) = (draft_fields(&filled, now), form.version(version));
            let open = !form.errors.is_empty();
            view! {
                <h2>{t!("carer-change")}</h2>
                <Details summary=t!("carer-change-show") open>
                    <Form id="carer".to_owned() version to=format!("/carers/one?who={id}")>
                        <input type="hidden" name="who" value=id.to_string() />
                        {fields.into_any()}
                        <Button label=t!("save") kind=ButtonKind::Action name="do".to_owned() value="change".to_owned() />
                    </Form>
                </Details>
            }
        });
        let in_its_place = || {
            if put_back {
                stands(&did, &form.value("number"))
            } else {
                view! { <SummaryList rows=rows(delegation, now) /> }.into_any()
            }
        };
        let problems = form.problems(in_its_place);
        let can = view! { <SummaryList rows=rows(delegation, now) /> }.into_any();
        view! {
            <Backlink href="/carers" />
            {problems}
            <h1><OwnWords text=name.clone() inline=true /></h1>
            {your_choice()}
            {code.map(|code| the_code(&code, &name))}
            {can}
            {(status == Status::Unchecked || delegation.unchecked_since.is_some() && !over).then(|| check(id, version))}
            {(status == Status::Invited).then(|| make_code(id))}
            {change}
            {(!over).then(|| end(id, name.clone()))}
            {what_they_did(id, did, &looked, earlier)}
        }
        .into_any()
    })
}

fn the_code(code: &Code, name: &str) -> AnyView {
    let until = say_moment(code.until);
    let link = code.link.clone().map(|link| {
        view! { <p>{t!("carer-code-link")}</p> <p class="code"><bdi dir="ltr">{link}</bdi></p> }
    });
    view! {
        <ToldOnce title=t!("carer-code-title", name = name.to_owned()) code=code.spoken.clone()>
            <p>{t!("carer-code-what", until = until)}</p>
            {link}
            <p>{t!("carer-code-once")}</p>
        </ToldOnce>
    }
    .into_any()
}

/// The question that they answer alone, later.
fn check(id: DelegationId, version: Version) -> AnyView {
    view! {
        <h2>{t!("carer-check")}</h2>
        <p>{t!("carer-check-what")}</p>
        <Form version=version.to_string() to=format!("/carers/one?who={id}") bare=true>
            <input type="hidden" name="who" value=id.to_string() />
            <Button label=t!("carer-check-yes") name="do".to_owned() value="check".to_owned() />
        </Form>
    }
    .into_any()
}

fn make_code(id: DelegationId) -> AnyView {
    view! {
        <Form to=format!("/carers/one?who={id}") bare=true>
            <input type="hidden" name="who" value=id.to_string() />
            <Button label=t!("carer-new-code") name="do".to_owned() value="code".to_owned() />
        </Form>
    }
    .into_any()
}

fn end(id: DelegationId, name: String) -> AnyView {
    view! {
        <h2>{t!("carer-end")}</h2>
        <p>{t!("carer-end-what")}</p>
        <Form to=format!("/carers/one?who={id}") bare=true>
            <input type="hidden" name="who" value=id.to_string() />
            <Button label=t!("carer-end-now") about=name name="do".to_owned() value="end".to_owned() />
        </Form>
    }
    .into_any()
}

/// Who this carer is in the ledger and the log; nobody as long as nobody came with the code.
pub fn actor(delegation: &Delegation) -> Option<Actor> {
    delegation.carer().map(Actor::Carer)
}
