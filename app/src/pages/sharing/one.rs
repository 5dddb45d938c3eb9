//! One consent: the very words that would go, the answers, taking it back, a code to show that it is real, and what was sent.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    consent::{Consent, Length, Said, Status},
    ids::ConsentId,
    item::{Held, Version, Wording},
    look::Look,
    reading::Choice as _,
    state::State,
    time::Now,
};

use super::{rows, say_kinds};
use crate::{
    components::{Answers, Backlink, Button, Checkbox, Form, Link, Pick, Radios, SummaryList, ToldOnce},
    form::FormState,
    i18n::say_date,
    pages::{
        Page,
        said::{lines, say_item, say_referral},
        words::{say_actor, say_choice, say_look, say_moment},
        your_choice,
    },
    t,
};

/// What a professional is given so that they can see that it is real.
pub struct Code {
    /// As it is read aloud.
    pub spoken: String,
    /// The address that has it in it, where it is known where the service is.
    pub link: Option<String>,
}

/// One consent, as the page about it shows it.
pub struct One<'a> {
    /// Which.
    pub id: ConsentId,
    /// The version that stands.
    pub version: Version,
    /// What it says.
    pub consent: &'a Consent,
    /// What was looked at because of it lately, newest first.
    pub looked: Vec<Look>,
    /// The code that was just made.
    pub code: Option<Code>,
}

/// Those of what was said yes to that say something else by now: nobody sees those.
pub(super) fn changed<'a>(state: &'a State, consent: &'a Consent, now: Now) -> Vec<&'a Held> {
    let given = consent.given().filter(|_| consent.status(now.today).is_live());
    let Some(given) = given else { return Vec::new() };
    let goes = |held: &Held| {
        let wording = held.wording();
        given.wordings.contains(&wording) && state.goes_whole(wording, &given.wordings)
    };
    state.to_read(&consent.items).into_iter().filter(|held| !goes(held)).collect()
}

/// The page.
pub fn one<'a>(state: &'a State, one: One<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("sharing-one", move || {
        let One { id, version, consent, looked, code } = one;
        let status = consent.status(now.today);
        let who = say_actor(Actor::Organisation(consent.organisation));
        let read = state.to_read(&consent.items);
        let back = status.is_live().then(|| take_back(id, consent, &who));
        let answers = (status != Status::Withdrawn).then(|| answer(id, version, status, &read, form, now));
        let changed = (!changed(state, consent, now).is_empty()).then(|| view! { <p>{t!("sharing-changed")}</p> });
        let heading = if status.is_live() && changed.is_none() { t!("sharing-read-live") } else { t!("sharing-read") };
        view! {
            <Backlink href="/sharing" />
            {form.problems(|| view! { <p>{t!("sharing-read-again")}</p> }.into_any())}
            <h1>{t!("sharing-one-heading", who = who.clone())}</h1>
            {your_choice()}
            {code.map(|code| the_code(&code))}
            {referred(consent)}
            <SummaryList rows=rows(consent, now) />
            {changed}
            <h2 id="seen">{heading}</h2>
            {what_goes(&read, now)}
            {back}
            {answers}
            {status.is_live().then(|| ask_for_a_code(id))}
            {what_was_sent(&looked)}
        }
        .into_any()
    })
}

/// What the case worker says of that organisation, where it is a referral: in their words, before anything is asked.
fn referred(consent: &Consent) -> Option<AnyView> {
    let referral = consent.referral.as_ref()?;
    let by = say_actor(consent.asked_by);
    Some(
        view! {
            <h2>{t!("referral-title")}</h2>
            <p>{t!("referral-what", by = by)}</p>
            <div class="panel stack">{lines(say_referral(referral))}</div>
        }
        .into_any(),
    )
}

/// The very words, each under what it is.
fn what_goes(read: &[&Held], now: Now) -> AnyView {
    if read.is_empty() {
        return view! { <p>{t!("sharing-gone")}</p> }.into_any();
    }
    let one = |held: &&Held| {
        view! {
            <li>
                <h3>{say_choice("kind", held.id.kind())}</h3>
                {lines(say_item(&held.item, now))}
            </li>
        }
    };
    view! {
        <ul class="panel stack">{read.iter().map(one).collect_view()}</ul>
        <p>{t!("sharing-only-this")}</p>
        // What the organisation's own system can do because of it is read before the yes as well.
        <p>{t!("sharing-passes-on")}</p>
        <p>{t!("sharing-system")}</p>
    }
    .into_any()
}

/// Yes, no, not now and "I ask my doctor first": four equal buttons in that order, none chosen beforehand.
fn answer(id: ConsentId, version: Version, status: Status, read: &[&Held], form: &FormState, now: Now) -> AnyView {
    let seen: Vec<Wording> = read.iter().map(|held| held.wording()).collect();
    let seen = seen.into_iter().map(|wording| view! { <input type="hidden" name="seen" value=wording.to_string() /> });
    let lengths = Length::ALL.iter().map(|length| {
        let chosen = match form.fields.get("length") {
            "" => *length == Length::Month,
            typed => typed == length.id(),
        };
        let until = t!("sharing-length-until", day = say_date(length.until(now.today)));
        Pick::new(length.id(), say_choice("consent-length", *length)).hint(until).chosen(chosen)
    });
    let remind = Pick::new("yes", t!("sharing-remind")).chosen(form.has("remind", "yes"));
    let (heading, legend) = if status.is_live() || status == Status::Expired {
        (t!("sharing-renew"), t!("sharing-renew-question"))
    } else {
        (t!("sharing-answer"), t!("sharing-question"))
    };
    let answers = Said::ALL.iter().copied().map(in_words).collect();
    let error = form.error("answer").or_else(|| form.error("seen"));
    let fields = view! {
        <Radios name="length" legend=t!("sharing-length") hint=t!("sharing-length-hint") error=form.error("length")
            picks=lengths.collect() />
        <Checkbox name="remind" pick=remind />
    };
    view! {
        <h2>{heading}</h2>
        <Form id="answers".to_owned() version=form.version(version) to=format!("/sharing/one?which={id}")>
            <input type="hidden" name="which" value=id.to_string() />
            {seen.collect_view()}
            {fields}
            <Answers legend answers error />
            <p>{t!("sharing-answers-what")}</p>
        </Form>
    }
    .into_any()
}

/// What a button sends, and its words.
fn in_words(said: Said) -> (&'static str, String) {
    let label = match said {
        Said::Yes => t!("yes"),
        Said::No => t!("no"),
        Said::NotNow => t!("not-now"),
        Said::AskDoctor => t!("sharing-ask-doctor"),
    };
    (said.id(), label)
}

/// What taking it back stops, before it is taken back.
fn take_back(id: ConsentId, consent: &Consent, who: &str) -> AnyView {
    view! {
        <h2>{t!("sharing-take-back")}</h2>
        <p>{t!("sharing-take-back-what", who = who.to_owned(), kinds = say_kinds(consent))}</p>
        <p>{t!("sharing-take-back-not")}</p>
        <Form class="actions" to=format!("/sharing/one?which={id}") bare=true>
            <input type="hidden" name="which" value=id.to_string() />
            <Button label=t!("sharing-take-back-now") name="do".to_owned() value="take-back".to_owned() />
        </Form>
    }
    .into_any()
}

fn ask_for_a_code(id: ConsentId) -> AnyView {
    view! {
        <h2>{t!("sharing-code")}</h2>
        <p>{t!("sharing-code-what")}</p>
        <Form class="actions" to=format!("/sharing/one?which={id}") bare=true>
            <input type="hidden" name="which" value=id.to_string() />
            <Button label=t!("sharing-make-code") name="do".to_owned() value="code".to_owned() />
        </Form>
    }
    .into_any()
}

fn the_code(code: &Code) -> AnyView {
    let link = code.link.clone().map(|link| {
        view! { <p>{t!("sharing-code-link")}</p> <p class="code"><bdi dir="ltr">{link}</bdi></p> }
    });
    view! {
        <ToldOnce title=t!("sharing-code-title") code=code.spoken.clone()>
            <p>{t!("sharing-code-give")}</p>
            {link}
            <p>{t!("sharing-code-once")}</p>
        </ToldOnce>
    }
    .into_any()
}

/// What was sent, when and to whom; and who asked whether it is real.
fn what_was_sent(looked: &[Look]) -> AnyView {
    let one = |look: &Look| {
        let [_, who, _, what, outcome] = say_look(look);
        let when = say_moment(look.at);
        let shown = say_shown(&look.shown);
        view! { <li>{t!("sharing-sent-one", when = when, who = who, what = what, outcome = outcome)} {shown}</li> }
    };
    let all: Vec<_> = looked.iter().map(one).collect();
    view! {
        <h2>{t!("sharing-sent")}</h2>
        {if all.is_empty() { view! { <p>{t!("sharing-sent-none")}</p> }.into_any() } else { view! { <ul class="stack">{all}</ul> }.into_any() }}
        <p><Link href="/held/looks" label=t!("looked-all") /></p>
    }
    .into_any()
}

/// What an organisation was shown, each with the way to the very words.
pub fn say_shown(shown: &[Wording]) -> Option<AnyView> {
    let one = |wording: &Wording| {
        let Wording { item, version } = *wording;
        let href = format!("/receipts/one?number={version}");
        view! { <li><Link href label=say_choice("kind", item.kind()) about=t!("sharing-shown-words") /></li> }
    };
    (!shown.is_empty()).then(|| view! { <ul>{shown.iter().map(one).collect_view()}</ul> }.into_any())
}
