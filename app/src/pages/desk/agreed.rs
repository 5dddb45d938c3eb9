//! What a case worker has agreed and is to come, and how much of their time that is.

use leptos::prelude::*;
use own_terms_domain::{
    actor::Actor,
    appointment::{Appointment, Participant, Slot, Who},
    directory::Directory,
    ids::AppointmentId,
    staff::Staff,
};

use super::{by_carer, interpreter::there, turn};
use crate::{
    components::{Button, Form, OwnWords},
    pages::{
        Page,
        appointments::say_slot,
        words::{say_choice, say_work_days},
    },
    t,
};

/// A time that was promised.
pub struct Promised {
    /// When.
    pub slot: Slot,
    /// To whom.
    pub name: String,
    /// Who said the last word about it, and the names by which the person knows who that can be.
    pub by: (Actor, Directory),
    /// What is agreed.
    pub appointment: Appointment,
    /// Who else is there.
    pub there: Vec<Participant>,
    /// Its number, and with whom it is, named to this session alone.
    pub which: (AppointmentId, String),
}

/// What is to come, the earliest first; `minutes` are promised in the next seven days.
pub fn agreed(
    staff: &Staff,
    minutes: u32,
    all: Vec<Promised>,
    before: Option<usize>,
    after: Option<usize>,
) -> Page<'_> {
    Page::new("desk-agreed-title", move || {
        let time = t!("desk-promised", hours = minutes / 60, minutes = minutes % 60);
        let days = (!staff.days.is_empty()).then(|| t!("desk-you-work", days = say_work_days(staff)));
        let none = all.is_empty().then(|| view! { <p>{t!("desk-agreed-none")}</p> });
        let list = all.into_iter().map(in_list).collect_view();
        view! {
            <h1>{t!("desk-agreed-title")}</h1>
            <p>{time} " " {days}</p>
            <p>{t!("desk-told")}</p>
            {none}
            <ul class="stack">{list}</ul>
            {turn("/desk/agreed", before, after)}
        }
        .into_any()
    })
}

fn in_list(Promised { slot, name, by, appointment, there: others, which }: Promised) -> AnyView {
    let draft = appointment.draft;
    let by = by_carer(&by.1, by.0, &name).map(|by| view! { <p>{by}</p> });
    let name = if name.is_empty() { t!("desk-no-name") } else { name };
    let how = t!("offers-how-long", how = say_choice("format-title", draft.format), minutes = draft.minutes);
    let line = |label: &'static str, words: Option<String>| {
        words.map(|words| view! { <OwnWords text=t!(label, words = words) /> })
    };
    let place = draft.place.as_ref().map(|place| view! { <OwnWords text=place.as_str() /> });
    let interprets = others.iter().any(|one| matches!(one.who, Who::Interpreter { .. }));
    let about = format!("– {name}");
    let books = interprets.then(|| {
        view! {
            <Form to="/desk/agreed".to_owned() bare=true>
                <input type="hidden" name="who" value=which.1 />
                <input type="hidden" name="which" value=which.0.to_string() />
                <Button label=t!("desk-interpreter-title") about />
            </Form>
        }
    });
    view! {
        <li class="stack">
            <h2>{say_slot(slot, draft.minutes)}</h2>
            <OwnWords text=name />
            {by}
            <p>{how}</p>
            {place}
            {line("appointment-said-why", Some(draft.why.to_string()))}
            {line("appointment-said-bring", draft.bring.map(|words| words.to_string()))}
            {line("appointment-said-not-bring", draft.not_bring.map(|words| words.to_string()))}
            {there(&others)}
            {books}
        </li>
    }
    .into_any()
}
