//! Who else is there at an appointment, each with what they said: on the page of one, in lists, and wherever it is said in full.

use leptos::prelude::*;
use own_terms_domain::{
    appointment::{Appointment, Coming, Part, Participant, Who},
    carer::Status,
    ids::{AppointmentId, DelegationId},
    item::ItemId,
    permission::Scope,
    reading::Choice as _,
    state::State,
    terms::Interpreter,
    time::Now,
};

use super::{One, address, words::say_with};
use crate::{
    components::{Button, Details, Form, OwnWords, Select, TextInput},
    form::FormState,
    frame::{Acting, frame},
    pages::{parts::picks_or_none, words::say_choice},
    t,
};

/// Who somebody is: "Interpreter: British Sign Language", or what the person calls them.
pub fn say_who(one: &Participant) -> String {
    match &one.who {
        Who::Interpreter { interprets, language, .. } => {
            let what = say_choice("interpreter", *interprets);
            let Some(language) = language else { return t!("there-interpreter", what = what) };
            t!("there-interpreter-of", what = what, language = language.to_string())
        }
        Who::Companion { name } | Who::Carer { name, .. } => name.to_string(),
    }
}

/// Whether they come.
pub fn say_coming(one: &Participant) -> String {
    match (&one.who, one.coming) {
        (Who::Interpreter { name: Some(name), .. }, Coming::Coming) => {
            t!("there-booked-named", name = name.to_string())
        }
        (Who::Interpreter { .. }, coming) => say_choice("interpreter-coming", coming),
        (_, coming) => say_choice("coming", coming),
    }
}

/// Both, a line each: wherever it is said in full.
pub fn say_participant(one: &Participant) -> Vec<String> {
    vec![say_who(one), say_coming(one)]
}

/// True when somebody who was to be there cannot.
pub(super) fn is_missed(state: &State, id: AppointmentId) -> bool {
    state.participants_of(id).any(|(_, one)| one.coming == Coming::CannotCome)
}

/// Kindly, that somebody cannot come and that the person is as free as before; for lists and the letter.
pub(super) fn missed(state: &State, id: AppointmentId) -> Vec<String> {
    let all = state.participants_of(id).filter(|(_, one)| one.coming == Coming::CannotCome);
    all.map(|(_, one)| match &one.who {
        Who::Interpreter { .. } => t!("there-no-interpreter"),
        Who::Companion { name } | Who::Carer { name, .. } => t!("there-no-other", name = name.to_string()),
    })
    .collect()
}

/// The part of the page of one: who is there, what can be said of each, and who else could be asked.
pub(super) fn there(state: &State, one: &One, form: &FormState, now: Now) -> Option<AnyView> {
    let status = one.appointment.status(now);
    let to_come = status.is_open() || status.is_agreed();
    match &frame().acting {
        Acting::For { name, .. } => for_carer(state, one, name, to_come),
        Acting::Nobody | Acting::Aside => Some(for_the_person(state, one, form, to_come, now)),
    }
}

fn for_the_person(state: &State, one: &One, form: &FormState, to_come: bool, now: Now) -> AnyView {
    let (id, who) = (one.id, say_with(one.appointment));
    let all: Vec<_> = state.participants_of(id).collect();
    let sorry = (to_come && is_missed(state, id)).then(|| {
        let lines = missed(state, id).into_iter().map(|line| view! { <p><OwnWords text=line inline=true /></p> });
        let what = if one.appointment.agreed().is_some() { t!("there-missed") } else { t!("there-missed-offer") };
        view! { <div class="panel">{lines.collect_view()} <p>{what}</p></div> }
    });
    let told = (!all.is_empty()).then(|| view! { <p>{t!("there-told")}</p> });
    let list = all.iter().map(|(part, other)| in_list(state, id, (*part, other), to_come)).collect_view();
    let more = to_come.then(|| more(state, one, form, now)).flatten();
    view! {
        <h2 id="there">{t!("there-title")}</h2>
        {sorry}
        <p>{t!("there-you-and", who = who)}</p>
        <ul class="stack">{list}</ul>
        {told}
        {more}
    }
    .into_any()
}

fn in_list(state: &State, id: AppointmentId, (part, one): (Part, &Participant), to_come: bool) -> AnyView {
    let version = state.version(ItemId::Participant(id, part)).to_string();
    let name = say_who(one);
    let button = |label: String, field: &'static str, value: &'static str| {
        let about = format!("– {name}");
        view! { <Button label about name=field.to_owned() value=value.to_owned() /> }.into_any()
    };
    let (yes, no) = (Coming::Coming, Coming::CannotCome);
    // What stands is not asked again.
    let answers = [(yes, "there-they-come"), (no, "there-they-cannot")].into_iter();
    let answers = answers.filter(|(coming, _)| matches!(one.who, Who::Companion { .. }) && one.coming != *coming);
    let mut buttons: Vec<AnyView> = answers.map(|(coming, label)| button(t!(label), "coming", coming.id())).collect();
    buttons.push(button(t!("there-leave-out"), "do", "leave-out"));
    let books = (matches!(one.who, Who::Interpreter { .. }) && one.coming == Coming::Asked && to_come)
        .then(|| view! { <p class="hint">{t!("there-books")}</p> });
    let form = to_come.then(|| {
        view! {
            <Form version to=address(id) bare=true>
                {names(id, part)}
                <div class="actions">{buttons}</div>
            </Form>
        }
    });
    view! {
        <li class="stack">
            <h3><OwnWords text=name.clone() inline=true /></h3>
            <p>{say_coming(one)}</p>
            {books}
            {form}
        </li>
    }
    .into_any()
}

/// Names what a form is about.
fn names(id: AppointmentId, part: Part) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="which" value=id.to_string() />
        <input type="hidden" name="part" value=part.to_string() />
    }
}

/// Who else could be there: somebody the person brings, an interpreter, a carer who may see appointments.
fn more(state: &State, one: &One, form: &FormState, now: Now) -> Option<AnyView> {
    let id = one.id;
    let to = || address(id);
    let companion = state.participant(id, Part::Companion).is_none().then(|| {
        let hint = t!("there-companion-hint");
        let field = view! { <TextInput name="companion" label=t!("there-companion") hint value=form.value("companion") error=form.error("companion") /> };
        view! {
            <Form to=to() version="0".to_owned()>
                {which(id)}
                {field}
                <Button label=t!("there-bring") name="do".to_owned() value="bring".to_owned() />
            </Form>
        }
    });
    let interpreter = state.participant(id, Part::Interpreter).is_none().then(|| {
        let mut picks = picks_or_none(Interpreter::ALL, form, "interpreter", "interpreter");
        picks.rotate_right(1);
        let fields = view! {
            <Select name="interpreter" label=t!("there-which-interpreter") error=form.error("interpreter") picks />
            <TextInput name="language" label=t!("with-me-language") value=form.value("language") error=form.error("language") />
        };
        view! {
            <Form to=to() version="0".to_owned()>
                {which(id)}
                {fields}
                <Button label=t!("there-ask-interpreter") name="do".to_owned() value="interpreter".to_owned() />
            </Form>
        }
    });
    let carers: Vec<(DelegationId, String)> = askable(state, id, now);
    let carers = (!carers.is_empty()).then(|| {
        let each = carers.into_iter().map(|(carer, name)| {
            let label = t!("there-ask-carer", name = name);
            view! {
                <Form to=to() bare=true>
                    {which(id)}
                    <input type="hidden" name="carer" value=carer.to_string() />
                    <Button label name="do".to_owned() value="carer".to_owned() />
                </Form>
            }
        });
        view! { <p>{t!("there-carers-what")}</p> {each.collect_view()} }
    });
    let open = ["companion", "interpreter", "language"].iter().any(|name| form.error(name).is_some());
    if companion.is_none() && interpreter.is_none() && carers.is_none() {
        return None;
    }
    Some(view! { <Details summary=t!("there-more") open>{companion} {interpreter} {carers}</Details> }.into_any())
}

fn which(id: AppointmentId) -> impl IntoView + use<> {
    view! { <input type="hidden" name="which" value=id.to_string() /> }
}

/// The carers who may see appointments and are not asked yet.
fn askable(state: &State, id: AppointmentId, now: Now) -> Vec<(DelegationId, String)> {
    let live = state.delegations().filter(|(_, one)| one.status(now.today) == Status::Live);
    let may = live.filter(|(_, one)| one.scopes.contains(&Scope::AnswerAppointments));
    let new = may.filter(|(carer, _)| state.participant(id, Part::Carer(*carer)).is_none());
    new.map(|(carer, one)| (carer, one.name.to_string())).collect()
}

/// What a carer may see of it, and what they are asked themself.
fn for_carer(state: &State, one: &One, person: &str, to_come: bool) -> Option<AnyView> {
    let id = one.id;
    let all: Vec<_> = state.participants_of(id).collect();
    if all.is_empty() {
        return None;
    }
    let each = all.iter().map(|(part, other)| match other.who {
        Who::Carer { .. } => themself(state, id, (*part, other), person, to_come),
        _ => view! { <li class="stack"><h3><OwnWords text=say_who(other) inline=true /></h3> <p>{say_coming(other)}</p></li> }
            .into_any(),
    });
    let list = each.collect_view();
    Some(view! { <h2 id="there">{t!("there-title")}</h2> <ul class="stack">{list}</ul> }.into_any())
}

/// What is asked of whoever reads it: yes and no, as big as each other, and neither chosen beforehand.
fn themself(
    state: &State,
    id: AppointmentId,
    (part, one): (Part, &Participant),
    person: &str,
    to_come: bool,
) -> AnyView {
    let version = state.version(ItemId::Participant(id, part)).to_string();
    let stands = match one.coming {
        Coming::Asked => t!("there-asked-you", name = person.to_owned()),
        Coming::Coming => t!("there-you-come"),
        Coming::CannotCome => t!("there-you-cannot"),
    };
    let answer = |label: String, coming: Coming| {
        view! { <Button label name="coming".to_owned() value=coming.id().to_owned() /> }.into_any()
    };
    let form = to_come.then(|| {
        let buttons =
            vec![answer(t!("there-i-come"), Coming::Coming), answer(t!("there-i-cannot"), Coming::CannotCome)];
        view! {
            <p class="hint">{t!("there-for-yourself", name = person.to_owned())}</p>
            <Form version to=address(id) bare=true>
                {names(id, part)}
                <div class="actions">{buttons}</div>
            </Form>
        }
    });
    view! { <li class="stack"><h3>{t!("there-yourself")}</h3> <p>{stands}</p> {form}</li> }.into_any()
}

/// That a carer is asked, or has said, whether they come: beside one in their list.
pub(super) fn asked_of_me(state: &State, id: AppointmentId, one: &Appointment, now: Now) -> Option<String> {
    let status = one.status(now);
    let waits = (status.is_open() || status.is_agreed()) && matches!(frame().acting, Acting::For { .. });
    let asked = |part: &Participant| matches!(part.who, Who::Carer { .. }) && part.coming == Coming::Asked;
    (waits && state.participants_of(id).any(|(_, part)| asked(part))).then(|| t!("there-asked-short"))
}
