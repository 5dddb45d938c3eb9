//! What can be picked can be offered, and what cannot be picked cannot be offered (promise 3).

use jiff::SignedDuration;
use own_terms_domain::{
    actor::Actor,
    appointment::{AppointmentDraft, Promised, Slot},
    contact::{WishAnswer, WishDraft},
    decide::{Command, Refusal, decide},
    form::Parse as _,
    hours::half_hours,
    ids::StaffId,
    picker::{Wanted, days, lengths},
    reading::Choice as _,
    terms::Format,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::given::{CHOSEN, Model, a_break, appointment_draft, appointment_id, cases, formats, now, pace, times};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_time_can_be_picked_exactly_when_it_can_be_offered(
        (now, a_break) in now().prop_flat_map(|now| (Just(now), a_break(now))),
        formats in formats(), pace in pace(), times in times(), id in appointment_id(),
        format in select(Format::ALL.to_vec()), length in 0..8_usize, day in 0..35_usize,
        // Hours from now, and how many, that the case worker promised to others; of another's hours this one knows nothing.
        promised in vec((0..900_i64, 1..30_i64, any::<bool>()), 0..6),
    ) {
        let mut model = Model::default();
        let me = |model: &mut Model, command| model.me(command, now).map(drop);
        let on = own_terms_domain::item::Version(0);
        me(&mut model, Command::SetFormats { on, formats }).unwrap();
        me(&mut model, Command::SetPace { on, pace }).unwrap();
        me(&mut model, Command::SetTimes { on, times }).unwrap();
        let _ = me(&mut model, Command::AddBreak { on, a_break });
        me(&mut model, Command::ChooseCaseWorker { on, staff: Some(CHOSEN) }).unwrap();
        let draft = WishDraft { answer: WishAnswer::Talk, about: None, not_about: None, until: None };
        me(&mut model, Command::SetWish { on, draft }).unwrap();
        let promised: Vec<Promised> = promised.into_iter().map(|(from, hours, theirs)| {
            let from = now.at + SignedDuration::from_hours(from);
            let with = if theirs { CHOSEN } else { StaffId(uuid::Uuid::from_u128(7)) };
            Promised { with, from, until: from + SignedDuration::from_hours(hours) }
        }).collect();
        let state = model.state().with_promised(promised.clone());
        let chosen = state.formats().meetings.iter().any(|meeting| meeting.format == format);
        let lengths = lengths(&state);
        let minutes = lengths[length % lengths.len()];
        let all = days(&state, Wanted { with: CHOSEN, format, minutes, replaces: None }, now);
        let one = &all[day % all.len()];
        prop_assert!(one.times.is_empty() || one.why_not.is_empty(), "{:?}", one);
        for from in half_hours() {
            let slot = Slot { day: one.day, from };
            let why = own_terms_domain::text::Text::parse("to talk").unwrap();
            let draft = AppointmentDraft {
                why, format, place: None, minutes, bring: None, not_bring: None, times: vec![slot], replaces: None,
            };
            let offered = decide(&state, Actor::CaseWorker(CHOSEN), Command::OfferAppointment { id, draft }, now);
            match offered {
                Ok(_) => prop_assert!(one.times.contains(&from) && chosen, "{:?} could not be picked", slot),
                Err(Refusal::OutsideTerms(_) | Refusal::Invalid(_)) => {
                    prop_assert!(!one.times.contains(&from), "{:?} could be picked", slot);
                }
                Err(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn an_offer_reads_back_from_its_form_as_it_was_written(
        (now, draft) in now().prop_flat_map(|now| (Just(now), appointment_draft(now.today))),
    ) {
        let read = AppointmentDraft::parse(&draft.fields(), now);
        if !draft.times.is_empty() && draft.times.len() <= own_terms_domain::appointment::MOST_TIMES {
            prop_assert_eq!(read, Ok(draft));
        }
    }
}
