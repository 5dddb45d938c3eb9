//! Adding somebody who supports the person, wording it, and taking them away.

use leptos::prelude::*;
use own_terms_domain::{
    form::Parse as _, ids::SupporterId, item::ItemId, state::State, supporter::Supporter, text::OwnWords as Words,
};

use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, OwnWords, TextInput, Textarea},
    form::FormState,
    pages::{Page, your_choice},
    t,
};

/// The form as it is opened: blank, or as it stands.
pub fn fresh_supporter(state: &State, id: SupporterId) -> FormState {
    let fields = state.supporter(id).map(Supporter::fields).unwrap_or_default();
    FormState::of(fields.with("who", id.to_string()))
}

/// The page.
pub fn supporter<'a>(state: &'a State, id: SupporterId, form: &'a FormState) -> Page<'a> {
    Page::new("network-add", move || {
        let stands = state.supporter(id);
        let title = if stands.is_some() { t!("network-change") } else { t!("network-add") };
        let fields = view! {
            <TextInput name="name" label=t!("network-name") hint=t!("network-name-hint") value=form.value("name") error=form.error("name") />
            <Textarea name="does" label=t!("network-does") hint=t!("network-optional") value=form.value("does") error=form.error("does") max=Words::MAX rows=3 />
            <TextInput name="reach" label=t!("network-reach-them") hint=t!("network-optional") value=form.value("reach") error=form.error("reach") />
        };
        let now = stands.map(|stands| stands.name.to_string());
        view! {
            <Backlink href="/people" />
            {form.problems(|| now.map(|text| view! { <OwnWords text /> }).into_any())}
            <h1>{title}</h1>
            {your_choice()}
            <p>{t!("network-only-you")}</p>
            <Form id="supporter".to_owned() version=form.version(state.version(ItemId::Supporter(id))) to=here(id)>
                <input type="hidden" name="who" value=id.to_string() />
                {fields}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
            {stands.is_some().then(|| remove(state, id))}
        }
        .into_any()
    })
}

fn here(id: SupporterId) -> String {
    format!("/people/supporter?who={id}")
}

/// What goes with them, before it goes.
fn remove(state: &State, id: SupporterId) -> AnyView {
    view! {
        <h2>{t!("network-take-away")}</h2>
        <p>{t!("network-take-away-what")}</p>
        <Form class="actions" bare=true version=state.version(ItemId::Supporter(id)).to_string() to=here(id)>
            <input type="hidden" name="who" value=id.to_string() />
            <Button label=t!("network-take-away-now") name="do".to_owned() value="remove".to_owned() />
        </Form>
    }
    .into_any()
}
