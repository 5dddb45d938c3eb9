//! Invented people in any number, for measuring; made through the same door as everybody.

use own_terms_domain::{
    account::Origin,
    actor::Actor,
    decide::Command,
    goals::{Audience, GoalDraft},
    ids::{ClaimantId, GoalId, OrganisationId, RecordId},
    item::Version,
    ledger::NoticeVersion,
    look::{Reason, Subject},
    needs::Needs,
    profile::Profile,
    record::{RecordDraft, Sort},
    text::Text,
    time::Now,
};

use crate::{
    entropy::Entropy,
    store::{Ask, Order, Store, StoreError, Want},
};

/// How much to put in for each person.
#[derive(Debug, Clone, Copy, Default)]
pub struct Amount {
    /// How many goals.
    pub goals: u32,
    /// How many records that an organisation passed on.
    pub records: u32,
    /// How many looks of a stranger, each refused.
    pub looks: u32,
}

/// How many commands are one transaction.
const AT_ONCE: usize = 500;

/// Makes `claimants` people with so much each, and calls `progress` after each with how many there are.
///
/// # Errors
/// The store's own.
pub async fn seed(
    store: &dyn Store,
    entropy: &Entropy,
    now: Now,
    (claimants, amount): (u32, Amount),
    mut progress: impl FnMut(u32),
) -> Result<(), StoreError> {
    for number in 1..=claimants {
        let claimant = ClaimantId(entropy.id());
        store.make_place(claimant, Origin::Measuring, now.at).await?;
        if let Ok(name) = Text::parse(&format!("Person {number}")) {
            let command = Command::SetProfile { on: Version(0), profile: Profile { name } };
            store.commit(order(claimant, Actor::Service, command, now)).await?;
        }
        put_in(store, entropy, now, claimant, amount).await?;
        progress(number);
    }
    Ok(())
}

/// Puts so much into a place that is there.
///
/// # Errors
/// The store's own.
pub async fn put_in(
    store: &dyn Store,
    entropy: &Entropy,
    now: Now,
    claimant: ClaimantId,
    amount: Amount,
) -> Result<(), StoreError> {
    let stranger = Actor::Organisation(OrganisationId(entropy.id()));
    // The looks first: each is asked of everything that is there.
    for _ in 0..amount.looks {
        let (reason, subject) = (Reason::HelpingAsAsked, Subject::Everything);
        let (needs, want) = (Needs::the_few(), Want::Items);
        let ask = Ask { claimant, actor: stranger, reason, subject, now, withheld: None, session: None, needs, want };
        match store.view(ask).await {
            Ok(_) | Err(StoreError::NotThere) => {}
            Err(other) => return Err(other),
        }
    }
    let mut orders = Vec::new();
    for goal in 1..=amount.goals {
        let Ok(words) = Text::parse(&format!("Goal {goal}: a walk by the river each week")) else { continue };
        let draft = GoalDraft { words, area: None, audience: Audience::CaseWorker };
        let command = Command::AddGoal { id: GoalId(entropy.id()), draft };
        orders.push(order(claimant, Actor::Claimant(claimant), command, now));
    }
    for record in 1..=amount.records {
        let words = Text::parse(&format!("Paper {record}: a letter about the garden, passed on as it came"));
        let (Ok(words), Ok(source)) = (words, Text::parse("a letter")) else { continue };
        let draft = RecordDraft { sort: Sort::Referral, words, source };
        let command = Command::WriteRecord { id: RecordId(entropy.id()), draft };
        orders.push(order(claimant, stranger, command, now));
    }
    for some in orders.chunks(AT_ONCE) {
        store.commit_all(some.to_vec()).await?;
    }
    Ok(())
}

fn order(claimant: ClaimantId, actor: Actor, command: Command, now: Now) -> Order {
    Order { claimant, actor, command, now, notice: NoticeVersion::default() }
}
