//! Invented people in any number, for measuring; made through the same door as everybody.

use own_terms_domain::{
    actor::Actor,
    decide::Command,
    goals::{Audience, GoalDraft},
    ids::{ClaimantId, GoalId},
    item::Version,
    ledger::NoticeVersion,
    profile::Profile,
    text::Text,
    time::Now,
};

use crate::{
    entropy::Entropy,
    store::{Order, Origin, Store, StoreError},
};

/// Makes `claimants` people with `goals` goals each, and calls `progress` after each with how many there are.
///
/// # Errors
/// The store's own.
pub async fn seed(
    store: &dyn Store,
    entropy: &Entropy,
    now: Now,
    (claimants, goals): (u32, u32),
    mut progress: impl FnMut(u32),
) -> Result<(), StoreError> {
    for number in 1..=claimants {
        let claimant = ClaimantId(entropy.id());
        store.make_place(claimant, Origin::Measuring, now.at).await?;
        let order = |actor, command| Order { claimant, actor, command, now, notice: NoticeVersion::default() };
        let mut orders = Vec::new();
        if let Ok(name) = Text::parse(&format!("Person {number}")) {
            orders.push(order(Actor::Service, Command::SetProfile { on: Version(0), profile: Profile { name } }));
        }
        for goal in 1..=goals {
            let Ok(words) = Text::parse(&format!("Goal {goal} of person {number}: a walk by the river each week"))
            else {
                continue;
            };
            let draft = GoalDraft { words, area: None, audience: Audience::CaseWorker };
            orders.push(order(Actor::Claimant(claimant), Command::AddGoal { id: GoalId(entropy.id()), draft }));
        }
        store.commit_all(orders).await?;
        progress(number);
    }
    Ok(())
}
