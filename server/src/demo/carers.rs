//! Jamie, who helps two people of the demonstration: each lets them do something else.

use own_terms_domain::{
    actor::Actor,
    carer::{CarerDraft, DeviceUse, usual_end},
    decide::Command,
    ids::{CarerId, DelegationId},
    item::{Kind, Version},
    permission::Scope,
    text::Text,
    time::Now,
};

use super::uuid;

/// Jamie, by the number of the place that is theirs.
const JAMIE: Actor = Actor::Carer(CarerId(uuid(7)));

/// What someone lets Jamie do, and that Jamie said yes; by the person themself where nobody is named.
pub(super) fn of(person: &str, now: Now) -> Vec<(Option<Actor>, Command)> {
    let (number, scopes, kinds, opened): (_, &[Scope], &[Kind], _) = match person {
        "priya" => {
            let scopes: &[Scope] =
                &[Scope::SeeGoals, Scope::ChangeGoals, Scope::SeeTerms, Scope::SetTerms, Scope::AnswerAppointments];
            (0x901, scopes, &[], 6)
        }
        "megan" => (0x902, &[Scope::SeeGoals, Scope::SeeHeld], &[Kind::Note], 6),
        _ => return Vec::new(),
    };
    let id = DelegationId(uuid(number));
    let Ok(name) = Text::parse("Jamie") else { return Vec::new() };
    let (scopes, kinds, until) = (scopes.to_vec(), kinds.to_vec(), usual_end(now.today));
    let draft = CarerDraft { name, scopes, kinds, until, device: DeviceUse::OnlyMine };
    vec![
        (None, Command::InviteCarer { id, draft }),
        (Some(JAMIE), Command::OpenInvitation { id, instead: None }),
        (Some(JAMIE), Command::AcceptInvitation { id, on: Version(opened) }),
    ]
}
