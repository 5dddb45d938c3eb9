//! Those who help in the demonstration, and what they wrote about one of its people.

use own_terms_app::notice;
use own_terms_domain::{
    actor::Actor,
    consent::{ConsentDraft, Purpose},
    correction::{Answer, CorrectionDraft},
    decide::Command,
    directory::Organisation,
    ids::{ClaimantId, ConsentId, OrganisationId, RecordId},
    item::{ItemId, Kind, Version},
    look::{Reason, Subject},
    needs::Needs,
    reading::Language,
    record::{OtherView, RecordDraft, Sort},
    text::Text,
    time::Now,
};

use super::{
    staff::{self, JO, SAMIRA},
    uuid,
};
use crate::photo::Photo;
use crate::store::{ApiClient, Ask, ClientId, Order, Store, StoreError, Want};

/// The same, as who asks.
pub(super) const JO_EVANS: Actor = Actor::CaseWorker(JO);
const HARBOUR: OrganisationId = OrganisationId(uuid(0x402));

/// Harbour Advice's own system, and what it knows: anybody may, because nobody in the demonstration is real.
const HARBOURS_SYSTEM: ClientId = ClientId(uuid(0x502));
/// The system of the organisation that Jo works for.
const RIVERSIDES_SYSTEM: ClientId = ClientId(uuid(0x503));
const HARBOURS_SECRET: &str = "demonstration";

/// What Harbour Advice passed on.
const REFERRAL: RecordId = RecordId(uuid(0x701));
/// What Jo wrote down.
const NOTE: RecordId = RecordId(uuid(0x702));
/// What Jo asks whether Harbour Advice may see.
const ASKED: ConsentId = ConsentId(uuid(0xc01));
/// What was paid.
const PAYMENT: RecordId = RecordId(uuid(0x703));

pub(super) fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap_or_else(|_| unreachable!("the demonstration's words are text"))
}

/// Puts in who works where.
pub(super) async fn introduce(store: &dyn Store) -> Result<(), StoreError> {
    let is_new = store.all_staff().await?.is_empty();
    for someone in staff::everyone() {
        store.put_staff(&someone).await?;
    }
    // Once: whoever takes theirs away finds it gone when the demonstration is started again.
    for (id, portrait) in staff::PORTRAITS.iter().filter(|_| is_new) {
        if let Ok(photo) = Photo::of_file(portrait) {
            store.put_photo(*id, &photo).await?;
        }
    }
    let riverside = Organisation { id: staff::RIVERSIDE, name: text("Riverside Support") };
    store.put_client(&ApiClient::known(RIVERSIDES_SYSTEM, text("Case files"), riverside, HARBOURS_SECRET)).await?;
    let harbour = Organisation { id: HARBOUR, name: text("Harbour Advice") };
    store.put_client(&ApiClient::known(HARBOURS_SYSTEM, text("Case files"), harbour, HARBOURS_SECRET)).await?;
    super::network::introduce(store).await
}

/// What others wrote about someone, what they say to it, and who looked.
pub(super) async fn write_about(store: &dyn Store, claimant: ClaimantId, now: Now) -> Result<(), StoreError> {
    let teller = Teller { store, claimant, now };
    let (rosa, jo, harbour) = (Actor::Claimant(claimant), Actor::CaseWorker(JO), Actor::Organisation(HARBOUR));
    teller.tell(rosa, Command::ChooseCaseWorker { on: Version(0), staff: Some(JO) }).await?;
    let words = "Rosa would like help with a letter about her electricity. She prefers to meet in the morning.";
    let referral = teller.write(harbour, REFERRAL, Sort::Referral, words, "your talk with us in the library").await?;
    let words = "Rosa says that the stairs are hard on bad days. She would like to be out in the garden more.";
    teller.write(jo, NOTE, Sort::Note, words, "our talk on the phone").await?;
    teller.write(jo, PAYMENT, Sort::Payment, "£6.80 for the bus there and back.", "the tickets you showed").await?;
    let view = OtherView { words: text("The stairs are hard on every day. On bad days I cannot use them at all.") };
    teller.tell(rosa, Command::SayDifferently { record: NOTE, on: Version(0), view }).await?;
    let draft = CorrectionDraft {
        should_be: text("Rosa would like help with a letter about her electricity. She prefers to meet after lunch."),
        reason: Some(text("Mornings are when I rest.")),
    };
    let ask = Command::AskCorrection { record: REFERRAL, on: Version(0), seen: referral, draft };
    let on = teller.tell(rosa, ask).await?;
    teller.tell(harbour, Command::AnswerCorrection { record: REFERRAL, on, answer: Answer::Begin }).await?;
    let items = vec![ItemId::The(Kind::Profile), ItemId::Record(Sort::Note, NOTE)];
    let draft = ConsentDraft { organisation: HARBOUR, purpose: Purpose::Advice, items };
    let mut after = super::appointments::for_rosa(now);
    // Once she wants to talk, which is the second of these.
    after.insert(2, (Some(jo), Command::AskConsent { id: ASKED, draft }));
    for (by, command) in after.into_iter().chain(super::talk::for_rosa()) {
        teller.tell(by.unwrap_or(rosa), command).await?;
    }
    let mut on = Version(0);
    for (by, command) in super::network::for_rosa() {
        on = teller.tell(by.unwrap_or(rosa), command).await?;
    }
    teller.tell(rosa, super::network::marked(on)).await?;
    teller.look(jo, Reason::ConversationAsked, Subject::Everything).await?;
    // Someone whom the person did not choose is refused, and that stands in the log as well.
    match teller.look(Actor::CaseWorker(SAMIRA), Reason::HelpingAsAsked, Subject::Goals).await {
        Err(StoreError::NotThere) => Ok(()),
        other => other,
    }
}

/// Says things in one person's place, one after another.
struct Teller<'a> {
    store: &'a dyn Store,
    claimant: ClaimantId,
    now: Now,
}

impl Teller<'_> {
    /// Carries out a command; the version of what it wrote first.
    async fn tell(&self, actor: Actor, command: Command) -> Result<Version, StoreError> {
        let Self { store, claimant, now } = *self;
        let order = Order { claimant, actor, command, now, notice: notice::version(Language::English) };
        let done = store.commit(order).await?;
        Ok(done.entries.first().map_or(Version(0), |(number, _)| Version(*number)))
    }

    async fn write(
        &self,
        actor: Actor,
        id: RecordId,
        sort: Sort,
        words: &str,
        source: &str,
    ) -> Result<Version, StoreError> {
        let draft = RecordDraft { sort, words: text(words), source: text(source) };
        self.tell(actor, Command::WriteRecord { id, draft }).await
    }

    async fn look(&self, actor: Actor, reason: Reason, subject: Subject) -> Result<(), StoreError> {
        let Self { store, claimant, now } = *self;
        let ask = Ask {
            claimant,
            actor,
            reason,
            subject,
            now,
            withheld: None,
            session: None,
            needs: Needs::the_few(),
            want: Want::Items,
        };
        store.view(ask).await.map(drop)
    }
}
