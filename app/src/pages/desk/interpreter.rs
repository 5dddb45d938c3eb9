//! Booking who interprets at what was agreed, and writing down whether they can come.

use leptos::prelude::*;
use own_terms_domain::{
    appointment::{Appointment, Coming, Part, Participant, Who},
    ids::AppointmentId,
    item::ItemId,
    reading::Choice as _,
    state::State,
    text::Line,
    time::Now,
};

use super::{of_whom, sure, their_name};
use crate::{
    components::{Backlink, Button, Form, OwnWords, TextInput},
    form::FormState,
    pages::{
        Page,
        appointments::{say_coming, say_slot, say_who},
    },
    t,
};

/// The page where the interpreter of one appointment is booked.
pub fn interpreter_at(id: AppointmentId) -> String {
    format!("/desk/interpreter?which={id}")
}

/// The page; none where nothing is agreed, or no interpreter is asked for.
pub fn interpreter<'a>(
    state: &'a State,
    of: String,
    id: AppointmentId,
    form: &'a FormState,
    now: Now,
) -> Option<Page<'a>> {
    let (appointment, one) = (state.appointment(id)?, state.participant(id, Part::Interpreter)?);
    let slot = appointment.agreed().filter(|_| appointment.status(now).is_agreed())?;
    let version = state.version(ItemId::Participant(id, Part::Interpreter));
    Some(Page::new("desk-interpreter-title", move || {
        let named = one.name().map(Line::as_str).unwrap_or_default();
        let value = if form.errors.is_empty() && form.notice.is_none() { named.to_owned() } else { form.value("name") };
        let fields = view! {
            <TextInput name="name" label=t!("desk-interpreter-name") hint=t!("desk-interpreter-name-hint") value error=form.error("name") />
        };
        let button = |label: String, coming: Coming| {
            view! { <Button label name="coming".to_owned() value=coming.id().to_owned() /> }
        };
        let (whom, sure, version) = (of_whom(&of), sure(form), form.version(version));
        let buttons = view! {
            {button(t!("desk-interpreter-booked"), Coming::Coming)}
            {button(t!("desk-interpreter-cannot"), Coming::CannotCome)}
        };
        view! {
            <Backlink href="/desk/agreed" />
            {form.problems(|| view! { <p>{say_coming(one)}</p> }.into_any())}
            <h1>{t!("desk-interpreter-title")}</h1>
            {their_name(state)}
            <p>{say_slot(slot, appointment.draft.minutes)}</p>
            <p><strong>{say_who(one)}</strong></p>
            <p>{say_coming(one)}</p>
            <p>{t!("desk-interpreter-what")}</p>
            <Form id="interpreter".to_owned() version>
                {whom}
                <input type="hidden" name="which" value=id.to_string() />
                {fields}
                {sure}
                <div class="actions">{buttons}</div>
            </Form>
        }
        .into_any()
    }))
}

/// Who else is there, as far as the desk is told: whom to book, and who comes.
pub(super) fn there(all: &[Participant]) -> Option<AnyView> {
    let one = |one: &Participant| {
        let who = say_who(one);
        view! { <li><OwnWords text=who inline=true /> ": " {say_coming(one)}</li> }
    };
    (!all.is_empty())
        .then(|| view! { <p>{t!("there-title")}</p> <ul>{all.iter().map(one).collect_view()}</ul> }.into_any())
}

/// Those of one appointment that are at hand.
pub(super) fn those_of(state: &State, id: AppointmentId) -> Vec<Participant> {
    state.participants_of(id).map(|(_, one)| one.clone()).collect()
}

/// What was called off or moved and is still to come, with an interpreter who was booked: they have to be told by whoever booked them.
pub(super) fn still_booked(state: &State, now: Now) -> Vec<(&Appointment, &Participant)> {
    let over = state.appointments().filter(|(_, one)| one.agreed().is_none());
    let to_come = over.filter(|(_, one)| one.slot().is_some_and(|slot| slot.is_to_come(now)));
    let booked = |one: &&Participant| one.coming == Coming::Coming && matches!(one.who, Who::Interpreter { .. });
    to_come.filter_map(|(id, one)| Some((one, state.participant(id, Part::Interpreter).filter(booked)?))).collect()
}
