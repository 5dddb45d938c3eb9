//! Who else supports Rosa in the demonstration, what they advised, what Jo suggests, and what help there is nearby.

use own_terms_domain::{
    actor::Actor,
    consent::{ConsentDraft, Purpose},
    decide::Command,
    directory::Organisation,
    ids::{AdviceId, ConsentId, OrganisationId, SupporterId},
    item::{ItemId, Kind, Version},
    referral::{Referral, ReferralDraft},
    supporter::{AdviceDraft, Adviser, Supporter},
};

use super::{
    others::{JO_EVANS, text},
    staff::JO,
    uuid,
};
use crate::{
    listings,
    store::{Store, StoreError},
};

const HILLSIDE: OrganisationId = OrganisationId(uuid(0x403));
const OPEN_DOOR: OrganisationId = OrganisationId(uuid(0x404));
/// What Jo suggests.
const SUGGESTED: ConsentId = ConsentId(uuid(0xc02));
/// What she was advised about the garden, and about bad days.
const GARDEN: AdviceId = AdviceId(uuid(0x1b01));
const REST: AdviceId = AdviceId(uuid(0x1b02));
/// What is listed: invented, as everything here.
const LISTED: &[u8] = include_bytes!("listings.csv");

/// Puts in two more organisations, and what is listed where nothing is yet.
pub(super) async fn introduce(store: &dyn Store) -> Result<(), StoreError> {
    for (id, name) in [(HILLSIDE, "Hillside Physiotherapy"), (OPEN_DOOR, "Open Door Peers")] {
        store.put_organisation(&Organisation { id, name: text(name) }).await?;
    }
    if store.listings().await?.is_empty()
        && let Ok(read) = listings::read(LISTED)
    {
        store.put_listings(&read.listings).await?;
    }
    Ok(())
}

/// Her doctor and her sister, two pieces of advice that pull against each other, and a referral that waits for her answer.
pub(super) fn for_rosa() -> Vec<(Option<Actor>, Command)> {
    let on = Version(0);
    let supporter = |number, name, does, reach: Option<&str>| {
        let supporter = Supporter { name: text(name), does: Some(text(does)), reach: reach.map(text) };
        (None, Command::SetSupporter { id: SupporterId(uuid(number)), on, supporter })
    };
    let advice = |id, from, words| {
        let draft = AdviceDraft { from, words: text(words) };
        (None, Command::SetAdvice { id, on, draft })
    };
    let consent =
        ConsentDraft { organisation: HILLSIDE, purpose: Purpose::Help, items: vec![ItemId::The(Kind::Profile)] };
    let referral = Referral {
        why: text("You said that you would like to be out in the garden more, and that the stairs are hard."),
        does: text("They come to your home and show you what is easier on your body. You pick what you try."),
        reach: Some(text("01632 960130, Fridays")),
    };
    vec![
        (Some(JO_EVANS), Command::ProposeReferral { id: SUGGESTED, draft: ReferralDraft { consent, referral } }),
        supporter(0x1a01, "Dr Adeyemi, my GP", "Looks after my joints and my tablets.", Some("Quay Street surgery")),
        supporter(0x1a02, "My sister Carla", "Rings on Sundays, and drives me to the sea.", None),
        advice(GARDEN, Adviser::CaseWorker(JO), "A little time in the garden each day could help."),
        advice(REST, Adviser::Supporter(SupporterId(uuid(0x1a01))), "Rest on bad days. Do not go outside on those."),
    ]
}

/// That the last of those pulls against the other, as it was written just now.
pub(super) fn marked(on: Version) -> Command {
    Command::MarkAdvice { id: REST, on, against: Some(GARDEN) }
}
