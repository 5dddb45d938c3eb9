//! Coming with a carer's code and no place of one's own: who asks and for what is shown first, and a place is made at a yes.
//!
//! The place has its number from the code, so that one code makes one place at most, whoever presses how often; before a yes
//! that number is in no table but as the one who came.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::{FormState, Notice},
    notice,
    pages::{self, helping::Helped},
};
use own_terms_domain::{
    account::{Origin, SignedInBy},
    actor::Actor,
    decide::{Command, Refusal},
    form::{FieldError, Fields},
    ids::{CarerId, ClaimantId, DelegationId},
    item::{ItemId, Version},
    look::Subject,
    profile::Profile,
    reading::Reading,
    spoken::SpokenCode,
    text::Line,
};

use super::sign_in::{Shown, begin_at};
use crate::{
    app::App,
    store::{Opening, Order, Purpose, StoreError, TicketCode, Ticketed},
    web::{
        came_with,
        failure::Failure,
        reply::{page, put_cookie, status_of},
        visit::Visit,
    },
};

/// Somebody who came with a code, and what it is for.
struct Coming {
    visit: Visit,
    code: SpokenCode,
    fields: Fields,
    whom: ClaimantId,
    id: DelegationId,
}

/// What a carer's code is answered with; none for one that opens nothing.
///
/// # Errors
/// The store's.
pub(super) async fn come(visit: Visit, code: SpokenCode, fields: Fields) -> Result<Option<Response>, Failure> {
    let (store, at) = (visit.app.store.clone(), visit.now.at);
    let ticket = store.open_ticket(Purpose::Carer, &TicketCode::from(&code), Opening::Look, at).await?;
    let Some(Ticketed { claimant, content, .. }) = ticket else { return Ok(None) };
    let id = String::from_utf8(content).ok().and_then(|id| id.parse().ok());
    let (Some(whom), Some(id)) = (claimant, id) else { return Err(Failure::Broken) };
    if visit.is_signed_in() {
        return Ok(Some(with_code(&visit.app, &code, "/helping/accept")));
    }
    let coming = Coming { visit, code, fields, whom, id };
    match coming.fields.get("do") {
        "mine" => Ok(Some(with_code(&coming.visit.app, &coming.code, "/sign-in"))),
        "new" => coming.ask(&FormState::default()).await,
        "yes" => coming.say_yes().await,
        "no" => coming.say_no().await,
        _ => Ok(Some(coming.first())),
    }
}

/// The way to a page that goes on with the code.
fn with_code(app: &App, code: &SpokenCode, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    put_cookie(&mut response, came_with::keep(app, code));
    response
}

/// The number of the place that a code makes.
pub(super) fn place_of(app: &App, code: &SpokenCode) -> ClaimantId {
    let tag = app.form_key.for_use("own-terms places to help from 1").tag(code.to_string().as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&tag[..16]);
    ClaimantId(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

impl Coming {
    fn me(&self) -> Actor {
        Actor::Carer(CarerId(place_of(&self.visit.app, &self.code).0))
    }

    /// Whether they have a place already: both are as good.
    fn first(&self) -> Response {
        let content = pages::signing::have_a_place(self.code.to_string());
        page(&self.visit, self.visit.frame(), StatusCode::OK, content)
    }

    /// Carries out what they say about what they were asked; a refusal is given back.
    async fn submit(&self, command: Command) -> Result<Result<(), Refusal>, Failure> {
        let (now, language) = (self.visit.now, self.visit.reading.language);
        let order = Order { claimant: self.whom, actor: self.me(), command, now, notice: notice::version(language) };
        match self.visit.app.store.commit(order).await {
            Ok(_) => Ok(Ok(())),
            Err(StoreError::Refused(refusal)) => Ok(Err(refusal)),
            Err(other) => Err(other.into()),
        }
    }

    /// Who asks and for what, with a question what they want to be called here.
    async fn ask(&self, form: &FormState) -> Result<Option<Response>, Failure> {
        if self.submit(Command::OpenInvitation { id: self.id, instead: None }).await?.is_err() {
            return Ok(None);
        }
        let view = self.visit.app.store.view(self.visit.ask(self.whom, self.me(), Subject::Helping)).await?;
        let Some(delegation) = view.state.delegation(self.id).cloned() else { return Ok(None) };
        let name = view.state.name();
        let version = view.state.version(ItemId::Carer(self.id));
        let helped = Helped { name, id: self.id, version, delegation };
        let content = pages::signing::who_asks(helped, self.code.to_string(), form);
        let fresh = form.notice.is_none() && form.errors.is_empty();
        let (status, content) =
            if fresh { (StatusCode::OK, content) } else { (status_of(form.notice), content.with_errors()) };
        Ok(Some(page(&self.visit, self.visit.frame(), status, content)))
    }

    async fn again(self, errors: Vec<FieldError>, notice: Option<Notice>) -> Result<Option<Response>, Failure> {
        let form = FormState { fields: self.fields.clone(), errors, notice };
        self.ask(&form).await
    }

    /// Uses the code up; of two at the same moment, one has it.
    async fn used(&self) -> Result<bool, Failure> {
        let (code, at) = (TicketCode::from(&self.code), self.visit.now.at);
        Ok(self.visit.app.store.open_ticket(Purpose::Carer, &code, Opening::Use, at).await?.is_some())
    }

    /// Now there is a place, with their name in it, from which they help.
    async fn say_yes(self) -> Result<Option<Response>, Failure> {
        let name = match Line::parse(self.fields.get("name")) {
            Ok(name) => name,
            Err(kind) => return self.again(vec![FieldError { field: "name".to_owned(), kind }], None).await,
        };
        let on = Version::parse(self.fields.get("version"));
        match self.submit(Command::AcceptInvitation { id: self.id, on }).await? {
            Ok(()) => {}
            // To something else than they saw, they have not said yes.
            Err(Refusal::Changed(stands)) => return self.again(Vec::new(), Some(Notice::Changed(stands))).await,
            Err(_) => return Ok(None),
        }
        if !self.used().await? {
            return Ok(None);
        }
        let (app, now, language) = (&self.visit.app, self.visit.now, self.visit.reading.language);
        let place = place_of(app, &self.code);
        let origin = if app.settings.demo { Origin::Demonstration } else { Origin::Real };
        if app.store.make_place(place, origin, now.at).await? {
            let reading = Reading { language, ..Reading::default() };
            let mut said =
                vec![Command::SetProfile { on: Version(0), profile: Profile { name } }, Command::BeginHelping];
            said.extend((reading != Reading::default()).then_some(Command::SetReading { on: Version(0), reading }));
            let notice = notice::version(language);
            let order = |command| Order { claimant: place, actor: Actor::Service, command, now, notice };
            app.store.commit_all(said.into_iter().map(order).collect()).await?;
        }
        let fields = self.fields;
        begin_at(self.visit, place, Shown::by(SignedInBy::Invitation, None), &fields, "/settings/sign-in")
            .await
            .map(Some)
    }

    /// Nothing was made, and nothing is.
    async fn say_no(self) -> Result<Option<Response>, Failure> {
        if self.submit(Command::StepDown { id: self.id }).await?.is_err() || !self.used().await? {
            return Ok(None);
        }
        Ok(Some(self.visit.go("/sign-in", Some("helping-no"))))
    }
}
