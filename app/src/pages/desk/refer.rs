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

use super::{of_whom, sure, their_name};
use crate::{
    components::{Backlink, Button, Checkboxes, Form, Kind as ButtonKind, OwnWords, Pick, Radios, TextInput, Textarea},
    form::FormState,
    pages::{Page, parts::picks, sharing::pick, words::say_choice},
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
        let organisation = |one: &Organisation| {
            let id = one.id.to_string();
            let chosen = form.has("organisation", &id);
            Pick::new(id, one.name.to_string()).chosen(chosen)
        };
        let items: Vec<Pick> = state.at_hand().filter_map(|held| pick(held, form, now)).collect();
        let fields = view! {
            <Radios name="organisation" legend=t!("desk-refer-to") error=form.error("organisation")
                picks=organisations.iter().map(organisation).collect() />
            <Textarea name="why" label=t!("desk-refer-why") hint=t!("desk-refer-why-hint") value=form.value("why") error=form.error("why") max=Words::MAX rows=3 />
            <Textarea name="does" label=t!("desk-refer-does") value=form.value("does") error=form.error("does") max=Words::MAX rows=3 />
            <TextInput name="reach" label=t!("desk-refer-reach") hint=t!("network-optional") value=form.value("reach") error=form.error("reach") />
            <Radios name="purpose" legend=t!("sharing-purpose") error=form.error("purpose") picks=picks(Purpose::ALL, form, "purpose", "desk-purpose") />
            <Checkboxes name="items" legend=t!("desk-refer-items") hint=t!("desk-refer-items-hint", most = MOST_ITEMS) error=form.error("items") picks=items />
        };
        let sure = sure(form);
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("desk-refer-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-voluntary")}</p>
            <p>{t!("desk-refer-what")}</p>
            {suggested(asked, &organisations, &of, now)}
            <Form id="refer".to_owned()>
                {of_whom(&of)}
                <input type="hidden" name="which" value=id.to_string() />
                {fields}
                {sure}
                <Button label=t!("desk-refer-send") kind=ButtonKind::Action />
            </Form>
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
