//! Suggesting an organisation that could help: what the person would read, and what that organisation would see with their yes.

use leptos::prelude::*;
use own_terms_domain::{
    consent::{Consent, MOST_ITEMS, Purpose},
    directory::Organisation,
    ids::ConsentId,
    reading::Choice as _,
    state::State,
    text::OwnWords as Words,
    time::Now,
};

use super::{consent::could_be_shared, of_whom, sure, their_name};
use crate::{
    components::{Backlink, Button, Checkboxes, Form, Kind as ButtonKind, OwnWords, Pick, Radios, TextInput, Textarea},
    form::FormState,
    pages::{
        Page,
        parts::{organisation_picks, picks},
        words::say_choice,
    },
    t,
};

/// The page; `id` is the name that the referral would have, and `asked` what of consents the case worker sees.
pub fn refer<'a>(
    state: &'a State,
    asked: &'a State,
    organisations: Vec<Organisation>,
    (of, id): (String, ConsentId),
    form: &'a FormState,
    now: Now,
) -> Page<'a> {
    Page::new("desk-refer-title", move || {
        let items: Vec<Pick> = state.at_hand().filter_map(|held| could_be_shared(state, held, form, now)).collect();
        let nothing = organisations.is_empty() || items.is_empty();
        let fields = view! {
            <Radios name="organisation" legend=t!("desk-refer-to") error=form.error("organisation")
                picks=organisation_picks(&organisations, form) />
            <Textarea name="why" label=t!("desk-refer-why") hint=t!("desk-refer-why-hint") value=form.value("why") error=form.error("why") max=Words::MAX rows=3 />
            <Textarea name="does" label=t!("desk-refer-does") value=form.value("does") error=form.error("does") max=Words::MAX rows=3 />
            <TextInput name="reach" label=t!("desk-refer-reach") hint=t!("network-optional") value=form.value("reach") error=form.error("reach") />
            <Radios name="purpose" legend=t!("sharing-purpose") error=form.error("purpose") picks=picks(Purpose::ALL, form, "purpose", "desk-purpose") />
            <Checkboxes name="items" legend=t!("desk-refer-items") hint=t!("desk-refer-items-hint", most = MOST_ITEMS) error=form.error("items") picks=items />
        };
        let (sure, whom) = (sure(form), of_whom(&of));
        let form_of = if nothing {
            view! { <p>{t!("desk-consent-nothing")}</p> }.into_any()
        } else {
            view! {
                <Form id="refer".to_owned()>
                    {whom}
                    <input type="hidden" name="which" value=id.to_string() />
                    {fields}
                    {sure}
                    <Button label=t!("desk-refer-send") kind=ButtonKind::Action />
                </Form>
            }
            .into_any()
        };
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-refer-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-refer-what")}</p>
            {suggested(asked, &organisations, &of, now)}
            {form_of}
        }
        .into_any()
    })
}

/// Those that wait for an answer or hold. Of one that was declined or ended nothing is here, and nothing counts it.
fn suggested(asked: &State, organisations: &[Organisation], of: &str, now: Now) -> Option<AnyView> {
    let one = |(id, consent): (ConsentId, &Consent)| {
        let referral = consent.referral.as_ref()?;
        let known = organisations.iter().find(|one| one.id == consent.organisation);
        let name = known.map(|one| one.name.to_string()).unwrap_or_default();
        let about = format!("– {name}");
        let of = of.to_owned();
        let take_back = consent.is_open().then(|| {
            let of = of_whom(&of);
            view! {
                <Form bare=true>
                    {of}
                    <input type="hidden" name="which" value=id.to_string() />
                    <Button label=t!("desk-refer-withdraw") about name="do".to_owned() value="withdraw".to_owned() />
                </Form>
            }
        });
        let stands = if consent.is_open() {
            t!("desk-refer-open")
        } else {
            say_choice("desk-consent-status", consent.status(now.today))
        };
        Some(view! {
            <li class="stack">
                <h3><bdi>{name}</bdi></h3>
                <OwnWords text=referral.why.as_str() />
                <p>{stands}</p>
                {take_back}
            </li>
        })
    };
    let all: Vec<_> = asked.consents().filter_map(one).collect();
    (!all.is_empty()).then(|| view! { <h2>{t!("desk-refer-suggested")}</h2> <ul class="stack">{all}</ul> }.into_any())
}
