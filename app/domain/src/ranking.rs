//! Several things chosen from a set: ticked, or put in order with one select a thing, without dragging.

use crate::{
    form::{Check, ErrorKind, Fields},
    reading::Choice,
};

/// The name of the field that ranks `choice`.
pub fn rank_name<C: Choice>(choice: C) -> String {
    format!("rank-{}", choice.id())
}

/// Reads the rank fields of all choices, in the person's order; two with the same rank keep the form's order.
/// A field left out or empty means "not this one".
pub fn parse<C: Choice>(fields: &Fields, check: &mut Check) -> Vec<C> {
    let mut ranked = Vec::new();
    for choice in C::ALL.iter().copied() {
        let name = rank_name(choice);
        let typed = fields.get(&name);
        if typed.is_empty() {
            continue;
        }
        let rank =
            typed.parse::<usize>().ok().filter(|rank| (1..=C::ALL.len()).contains(rank)).ok_or(ErrorKind::NotAChoice);
        if let Some(rank) = check.field(&name, rank) {
            ranked.push((rank, choice));
        }
    }
    // A few at most, so this is no slower than sorting, and brings no sorting to the phone (5 kB compressed).
    (1..=C::ALL.len())
        .flat_map(|at| ranked.iter().filter(move |(rank, _)| *rank == at))
        .map(|(_, choice)| *choice)
        .collect()
}

/// What was found for each choice, in the person's order.
pub fn in_order<C: Choice, T: Clone>(order: &[C], found: &[T], choice_of: impl Fn(&T) -> C) -> Vec<T> {
    order.iter().filter_map(|choice| found.iter().find(|one| choice_of(one) == *choice).cloned()).collect()
}

/// The fields that would send this order again.
pub fn add_to<C: Choice>(mut fields: Fields, order: impl IntoIterator<Item = C>) -> Fields {
    for (at, choice) in order.into_iter().enumerate() {
        fields.push(rank_name(choice), (at + 1).to_string());
    }
    fields
}

/// Reads the boxes ticked under `name`, in the form's order, each once.
pub fn ticked<C: Choice>(fields: &Fields, name: &str, check: &mut Check) -> Vec<C> {
    // Said once, however many there are.
    if let Some(kind) = fields.all(name).find_map(|typed| C::parse(typed).err()) {
        check.wrong(name, kind);
    }
    C::ALL.iter().copied().filter(|choice| fields.has(name, choice.id())).collect()
}
