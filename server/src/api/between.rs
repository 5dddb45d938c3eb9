//! What an organisation's system looks at, in a case worker's stead or because a consent covers it: given and logged in one transaction.

use own_terms_domain::{
    actor::Actor,
    item::Kind,
    look::{Reason, Subject},
    needs::Needs,
};

use super::{
    caller::{Caller, Named},
    problem::Problem,
};
use crate::{
    app::App,
    store::{Ask, View, Want},
};

/// What the system is given of one part, while the consent holds.
pub(super) async fn look(
    app: &App,
    caller: &Caller,
    consent: &str,
    subject: Subject,
) -> Result<(Named, View), Problem> {
    let named = caller.named_by(app, consent).await?;
    let actor = caller.in_stead(app, named).await?;
    Ok((named, app.store.view(ask(caller, named, actor, subject, Want::ByConsent(named.by))).await?))
}

/// What the consent covers, or what is `only` of one kind.
pub(super) async fn look_at_shared(
    app: &App,
    caller: &Caller,
    consent: &str,
    only: Option<Kind>,
) -> Result<(Named, View), Problem> {
    let named = caller.named_by(app, consent).await?;
    let want = Want::SharedBy { consent: named.by.consent, only };
    Ok((named, app.store.view(ask(caller, named, caller.actor(), Subject::Shared, want)).await?))
}

fn ask(caller: &Caller, named: Named, actor: Actor, subject: Subject, want: Want) -> Ask {
    Ask {
        claimant: named.claimant,
        actor,
        reason: Reason::Consent,
        subject,
        now: caller.now,
        withheld: None,
        session: None,
        needs: Needs::everything(),
        want,
    }
}
