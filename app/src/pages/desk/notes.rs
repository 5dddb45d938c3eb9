//! What somebody and their case worker write to each other and agree, as the case worker sees it: the same words, from the other side.

use jiff::civil::Date;
use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    agreement::{Agreement, AgreementDraft, Side, Status, latest_end},
    directory::Known,
    form::{Fields, Parse as _},
    ids::AgreementId,
    item::{Held, Item, ItemId},
    message::Message,
    reading::Choice as _,
    state::State,
    text::OwnWords as Words,
    time::Now,
};

use super::{of_whom, pages_of, records::differently, sure, their_name};
use crate::{
    components::{
        Backlink, Button, DateInput, ErrorMessage, Form, Kind as ButtonKind, Link, OwnWords, Textarea, three_answers,
    },
    form::FormState,
    frame::frame,
    i18n::say_date,
    pages::{
        Page,
        said::beginning,
        words::{say_actor, say_moment},
    },
    t,
};

/// How many letters tell one agreement from others.
const WHICH: usize = 30;

/// Somebody as the pages about what is written and agreed with them are given them.
pub struct Talk<'a> {
    /// What they let be seen of it.
    pub state: &'a State,
    /// What names them to this session and to nobody else.
    pub of: String,
    /// When.
    pub now: Now,
}

/// What waits for an answer first, then what is agreed, then the messages with the newest first; of what is over, nothing.
pub fn notes<'a>(talk: &'a Talk<'a>, from: usize, form: &'a FormState) -> Page<'a> {
    Page::new("notes-title", move || {
        let Talk { state, of, now } = talk;
        let group = |title: &'static str, keep: fn(&Agreement, Status) -> bool| {
            let list = those(state, *now, keep).into_iter().map(|(id, one)| in_list(talk, id, one)).collect_view();
            (!list.is_empty()).then(|| view! { <h2>{t!(title)}</h2> <ul class="held stack">{list}</ul> })
        };
        let theirs = group("desk-notes-yours-to-answer", |one, status| status.is_open() && one.by == Side::Person);
        let yours = group("desk-notes-theirs-to-answer", |one, status| status.is_open() && one.by == Side::CaseWorker);
        let agreed = group("notes-agreed", |_, status| status == Status::Agreed);
        let which = form.value("which");
        let words = view! {
            {of_whom(of)}
            <input type="hidden" name="which" value=which />
            <Textarea name="words" label=t!("desk-notes-words") hint=t!("desk-notes-words-hint") value=form.value("words")
                error=form.error("words") max=Words::MAX />
            {sure(form)}
        };
        view! {
            <Backlink href="/desk/person" />
            {form.problems(|| ().into_any())}
            <h1>{t!("notes-title")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-notes-voluntary")}</p>
            <p>{t!("desk-notes-both")}</p>
            {theirs}
            {yours}
            {agreed}
            <p><Link href="/desk/propose" label=t!("notes-propose") kind=ButtonKind::Plain /></p>
            <h2>{t!("notes-conversation")}</h2>
            <Form id="message".to_owned()>
                {words}
                <Button label=t!("notes-send") kind=ButtonKind::Action />
            </Form>
            {conversation(state, from)}
        }
        .into_any()
    })
}

/// Those that `keep` picks, the newest first.
fn those(state: &State, now: Now, keep: fn(&Agreement, Status) -> bool) -> Vec<(AgreementId, &Agreement)> {
    let mut all: Vec<_> = state.agreements().filter(|(_, one)| keep(one, one.status(now.today))).collect();
    all.sort_by_key(|(id, one)| (std::cmp::Reverse(one.since), *id));
    all
}

/// What each of the two would do, until when, how it stands, and what can be said to it.
fn in_list(talk: &Talk<'_>, id: AgreementId, one: &Agreement) -> AnyView {
    let part = |label: &'static str, words: &Option<Words>| {
        let words = words.as_ref()?.as_str().to_owned();
        Some(view! { <p class="hint">{t!(label)}</p> <OwnWords text=words /> })
    };
    let draft = &one.draft;
    let until = draft.until.map(|day| view! { <p>{t!("agreement-said-until", day = say_date(day))}</p> });
    view! {
        <li class="stack">
            {part("desk-agreement-person", &draft.person)}
            {part("desk-agreement-case-worker", &draft.case_worker)}
            {until}
            {replaces(talk, one)}
            <p>{say_status(one, talk.now.today)}</p>
            {buttons(talk, id, one)}
        </li>
    }
    .into_any()
}

/// That it is to take another's place, which stands until then.
fn replaces(talk: &Talk<'_>, one: &Agreement) -> Option<AnyView> {
    let before = talk.state.agreement(one.draft.replaces?)?;
    let stands = before.status(talk.now.today) == Status::Agreed && one.status(talk.now.today).is_open();
    let words = before.draft.person.as_ref().or(before.draft.case_worker.as_ref())?.as_str().to_owned();
    stands.then(|| view! { <p>{t!("agreement-replaces")}</p> <OwnWords text=words /> }.into_any())
}

/// How one that is not over stands.
fn say_status(one: &Agreement, today: Date) -> String {
    t!(format!("desk-agreement-{}", one.status(today).id()), by = one.by.id())
}

/// Yes, no and not now to what they proposed; taking back what is proposed to them; leaving what is agreed.
fn buttons(talk: &Talk<'_>, id: AgreementId, one: &Agreement) -> AnyView {
    let words = one.draft.person.as_ref().or(one.draft.case_worker.as_ref());
    let about = words.map(|words| format!("– {}", beginning(words.as_str(), WHICH))).unwrap_or_default();
    let version = talk.state.version(ItemId::Agreement(id)).to_string();
    let (open, theirs) = (one.status(talk.now.today).is_open(), one.by == Side::Person);
    let leave = |label: String| {
        view! { <Button label about=about.clone() name="do".to_owned() value="leave".to_owned() /> }.into_any()
    };
    let buttons = if open && theirs {
        let answer = |(value, label): (&'static str, String)| {
            view! { <Button label about=about.clone() name="answer".to_owned() value=value.to_owned() /> }
        };
        three_answers().into_iter().map(answer).collect_view().into_any()
    } else if open {
        leave(t!("agreement-take-back-now"))
    } else {
        leave(t!("agreement-leave-now"))
    };
    let whom = of_whom(&talk.of);
    let change = (!open).then(|| {
        let href = format!("/desk/propose?instead={id}");
        view! { <p><Link href label=t!("agreement-change-link") about=about.clone() /></p> }
    });
    view! {
        <Form to="/desk/agreement".to_owned() class="actions" version=version bare=true>
            {whom}
            <input type="hidden" name="which" value=id.to_string() />
            {buttons}
        </Form>
        {change}
    }
    .into_any()
}

/// The messages of a page, the newest first, and the ways to others.
fn conversation(state: &State, from: usize) -> AnyView {
    let mut all: Vec<(&Held, &Message)> = state
        .all()
        .filter_map(|held| match &held.item {
            Item::Message(message) => Some((held, message)),
            _ => None,
        })
        .collect();
    if all.is_empty() {
        return view! { <p>{t!("desk-notes-none")}</p> }.into_any();
    }
    all.sort_by_key(|(held, _)| std::cmp::Reverse(held.version));
    let (shown, ways) = pages_of("/desk/notes", from, all);
    let list = shown.into_iter().map(|(held, one)| message(state, held, one)).collect_view();
    view! { <p>{t!("notes-newest")}</p> <ul class="held stack">{list}</ul> {ways} }.into_any()
}

/// Who wrote, when, the words, and how the person sees them.
fn message(state: &State, held: &Held, message: &Message) -> AnyView {
    let view = held.id.record().and_then(|id| state.other_view(id)).map(|view| differently(view.words.as_str()));
    view! {
        <li class="stack">
            <h3>{t!("notes-who-when", who = say_author(state, held), when = say_moment(held.at))}</h3>
            <OwnWords text=message.words.as_str() />
            {view}
        </li>
    }
    .into_any()
}

/// Whose words they are: theirs by name, and of those who work here by name alone.
fn say_author(state: &State, held: &Held) -> String {
    match (held.by, frame().names.of(held.by)) {
        (Actor::Claimant(_), _) => {
            state.profile().map_or_else(|| t!("desk-no-name"), |profile| profile.name.to_string())
        }
        (_, Some(Known::Staff(staff))) => staff.name.to_string(),
        (by, _) => say_actor(by),
    }
}

/// A new proposal: nothing is written; or the words of the one whose place it is to take.
pub fn fresh_proposal(state: &State, id: AgreementId, instead: Option<AgreementId>, now: Now) -> FormState {
    let before = instead.and_then(|id| Some((id, state.agreement(id)?)));
    let fields = match before.filter(|(_, one)| one.status(now.today) == Status::Agreed) {
        Some((id, one)) => AgreementDraft { replaces: Some(id), ..one.draft.clone() }.fields(),
        None => Fields::new(),
    };
    FormState::of(fields.with("which", id.to_string()))
}

/// The page on which an agreement is proposed.
pub fn propose<'a>(talk: &'a Talk<'a>, form: &'a FormState) -> Page<'a> {
    Page::new("notes-propose-title", move || {
        let Talk { state, of, now } = talk;
        let instead_of = form.value("replaces").parse().ok().and_then(|id| state.agreement(id));
        let instead_of =
            instead_of.and_then(|before| before.draft.person.as_ref().or(before.draft.case_worker.as_ref()));
        let instead_of = instead_of.map(|words| {
            view! { <p>{t!("desk-agreement-instead")}</p> <div class="panel"><OwnWords text=words.as_str() /></div> }
        });
        let replaces = form.error("replaces").map(|error| {
            view! {
                <div id="replaces" tabindex="-1"><ErrorMessage id="replaces-error".to_owned() text=Some(error) /></div>
            }
        });
        let fields = view! {
            {of_whom(of)}
            <input type="hidden" name="which" value=form.value("which") />
            {replaces}
            <input type="hidden" name="replaces" value=form.value("replaces") />
            <Textarea name="case_worker" label=t!("desk-agreement-case-worker") value=form.value("case_worker")
                error=form.error("case_worker") max=Words::MAX rows=3 />
            <Textarea name="person" label=t!("desk-agreement-person") hint=t!("desk-agreement-person-hint")
                value=form.value("person") error=form.error("person") max=Words::MAX rows=3 />
            <DateInput name="until" label=t!("agreement-until") hint=t!("desk-agreement-until-hint")
                value=form.value("until") error=form.error("until") min=now.today.to_string()
                max=latest_end(now.today).to_string() />
            {sure(form)}
        };
        view! {
            <Backlink href="/desk/notes" />
            {form.problems(|| ().into_any())}
            <h1>{t!("notes-propose")}</h1>
            {their_name(state)}
            <p class="your-choice">{t!("desk-notes-voluntary")}</p>
            <p>{t!("desk-agreement-what")}</p>
            {instead_of}
            <Form id="agreement".to_owned()>
                {fields}
                <Button label=t!("agreement-propose") kind=ButtonKind::Action />
            </Form>
        }
        .into_any()
    })
}
