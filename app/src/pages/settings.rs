//! Reading settings, and whether the device is the person's own.

use leptos::prelude::*;
use own_terms_domain::{
    item::Kind,
    profile::Profile,
    reading::{Choice, Contrast, Language, Reading, Spacing, TextSize},
    state::State,
};

use super::{Page, parts::picks, words::say_reading, your_choice};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Link, OwnWords, Pick, Radios, TextInput},
    form::FormState,
    frame::frame,
    i18n::say,
    islands::reading_preview,
    t,
};

/// Reading settings. They work for anyone; `state` is of the person signed in, with whose things they are kept as well.
pub fn settings<'a>(state: Option<&'a State>, form: &'a FormState) -> Page<'a> {
    Page::new("settings-title", move || {
        let frame = frame();
        let languages = picks(Language::ALL, form, "language", "language");
        let chosen = match form.fields.get("device") {
            "" if frame.own_device => "own",
            "" => "shared",
            chosen => chosen,
        };
        let device = |value: &'static str| {
            Pick::new(value, t!(format!("settings-device-{value}"))).chosen(chosen == value)
        };
        let reading = view! {
            {radios::<TextSize>(form, "size")}
            {radios::<Spacing>(form, "spacing")}
            {radios::<Contrast>(form, "contrast")}
            <Radios name="language" legend=t!("settings-language") error=form.error("language") picks=languages />
        };
        let device = view! {
            <Radios name="device" legend=t!("settings-device") hint=t!("settings-device-hint") error=form.error("device")
                picks=vec![device("shared"), device("own")] />
        };
        view! {
            {form.problems(|| state.map(|state| saved(state.reading())).into_any())}
            <h1>{t!("settings-title")}</h1>
            <Form id="reading".to_owned() version=state.map(|state| form.version(state.version_of(Kind::Reading)))>
                {reading}
                {reading_preview()}
                <Button label=t!("save") kind=ButtonKind::Action name="do".to_owned() value="reading".to_owned() />
            </Form>
            {frame.person.is_some().then(|| view! {
                <p><Link href="/settings/name" label=t!("name-link") /></p>
                <p><Link href="/settings/sign-in" label=t!("ways-in-title") /></p>
                <p><Link href="/settings/sessions" label=t!("sessions-title") /></p>
                <hr />
                <Form>
                    {device}
                    <Button label=t!("save") about=t!("settings-device-about") name="do".to_owned() value="device".to_owned() />
                </Form>
            })}
        }
        .into_any()
    })
    .with_islands()
}

/// What the person is called: they write it, so they just change it.
pub fn name<'a>(state: &'a State, form: &'a FormState) -> Page<'a> {
    Page::new("settings-title", move || {
        let stands = |profile: &Profile| view! { <OwnWords text=profile.name.as_str() /> };
        let field = view! {
            <TextInput name="name" label=t!("name-question") hint=t!("name-hint") value=form.value("name")
                error=form.error("name") autocomplete="nickname" spellcheck=false />
        };
        view! {
            <Backlink href="/settings" />
            {form.problems(|| state.profile().map(stands).into_any())}
            <h1>{t!("name-heading")}</h1>
            {your_choice()}
            <Form version=form.version(state.version_of(Kind::Profile))>
                {field}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}

/// The settings as they are kept, each with what it is of: "usual" alone would say nothing.
fn saved(reading: Reading) -> AnyView {
    let of = ["settings-size", "settings-spacing", "settings-contrast", "settings-language"];
    let said = of.into_iter().zip(say_reading(reading));
    let said = said.map(|(of, is)| view! { <li>{say(of, None)} ": " {is}</li> });
    view! { <ul>{said.collect_view()}</ul> }.into_any()
}

fn radios<C: Choice>(form: &FormState, name: &'static str) -> impl IntoView + use<C> {
    let picks = picks(C::ALL, form, name, name);
    view! { <Radios name legend=t!(format!("settings-{name}")) error=form.error(name) picks /> }
}
