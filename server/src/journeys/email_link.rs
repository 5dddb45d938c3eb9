//! Signing in by a link in an email: the same answer whoever has the address, and a link that only a button uses up.

use axum::{
    extract::{RawQuery, State as Extracted},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use own_terms_app::{
    form::{FormState, Notice},
    pages::signing::{self, Link, Place},
};
use own_terms_domain::{
    account::SignedInBy,
    email::EmailAddress,
    form::{ErrorKind, FieldError, Fields},
    ids::{ClaimantId, WayInId},
    item::ItemId,
    sign_in::FoundBy,
};
use own_terms_receipt::hex;
use sha2::{Digest as _, Sha256};

use super::sign_in::{Shown, again, begin, place_of};
use crate::{
    app::App,
    notify::{Asked, LINK_OPEN_FOR, LinkTicket, can_be_sent_to},
    store::{Opening, Purpose, TicketCode, Ticketed},
    web::{
        cookies,
        failure::Failure,
        kept::{self, OfPerson},
        reply::{page, put_cookie},
        token,
        typed::{Typed, decode},
        visit::{Answer, Visit},
    },
};

/// Asks for the address.
pub async fn show(visit: Visit) -> Answer {
    asking(&visit, StatusCode::OK, FormState::default())
}

fn asking(visit: &Visit, status: StatusCode, form: FormState) -> Answer {
    if !visit.app.outbox.is_open() {
        return Err(Failure::NotFound);
    }
    let content = signing::email(&form);
    let content = if form.errors.is_empty() { content } else { content.with_errors() };
    Ok(page(visit, visit.frame(), status, content))
}

/// Puts down that a link is asked for. Who has the address is looked up after the answer, which is the same for everyone.
pub async fn ask(visit: Visit, Typed(fields): Typed) -> Answer {
    if fields.all("email").next().is_none() {
        return asking(&visit, StatusCode::OK, FormState::of(fields));
    }
    let address = match address(&fields) {
        Ok(address) => address,
        Err(kind) => {
            let errors = vec![FieldError { field: "email".to_owned(), kind }];
            return asking(&visit, StatusCode::UNPROCESSABLE_ENTITY, FormState { fields, errors, notice: None });
        }
    };
    if !visit.app.outbox.is_open() {
        return Err(Failure::NotFound);
    }
    // A second link from this device is of the same device.
    let device = visit.asked_from.clone().unwrap_or_else(|| hex::digits(&visit.app.entropy.bytes::<16>()));
    visit.app.outbox.put(Asked::SignIn {
        address,
        device: hash(&device),
        language: visit.reading.language,
        at: visit.now.at,
    });
    let mut response = page(&visit, visit.frame(), StatusCode::OK, signing::email_asked(&FormState::of(fields)));
    let seconds = LINK_OPEN_FOR.as_secs().unsigned_abs();
    put_cookie(&mut response, cookies::set_for(visit.app.settings.secure, cookies::ASKED, &device, seconds));
    Ok(response)
}

/// An address that an email can be sent to.
pub(super) fn address(fields: &Fields) -> Result<EmailAddress, ErrorKind> {
    let address = EmailAddress::parse(fields.get("email"))?;
    if can_be_sent_to(&address) { Ok(address) } else { Err(ErrorKind::NotAnEmail) }
}

fn hash(device: &str) -> String {
    hex::digits(&Sha256::digest(device.as_bytes()))
}

/// Goes on with what was kept, once they have signed in beside the page that keeps it.
pub async fn back(visit: Visit, Typed(fields): Typed) -> Answer {
    let Some(kept) = kept::open::<OfPerson>(&visit.app, visit.now.at, &fields) else { return Err(Failure::SignedOut) };
    if visit.claimant() == Some(kept.of.claimant) {
        return Ok(Redirect::temporary(&kept.path).into_response());
    }
    let fields = Fields::new().with(kept::FIELD, fields.get(kept::FIELD));
    Ok(again(&visit, &FormState { fields, errors: Vec::new(), notice: Some(Notice::Kept) }))
}

/// Asks whether to sign in here.
pub async fn show_link(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let query = decode(query.unwrap_or_default().as_bytes());
    let code = query.get("code");
    if code.is_empty() {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let Some(ticket) = opened(&visit, code, Opening::Look).await? else { return Ok(nothing(&visit)) };
    let asked_here = visit.asked_from.as_deref().map(hash) == Some(ticket.device);
    let link = Link { code, asked_here, shared: false };
    Ok(page(&visit, visit.frame(), StatusCode::OK, signing::link(link)))
}

/// Signs in, where somebody pressed the button; or uses the link up for nothing, where they said no.
pub async fn press(visit: Visit, Typed(fields): Typed) -> Answer {
    let code = fields.get("code");
    if fields.get("do") != "yes" {
        return match opened(&visit, code, Opening::Use).await? {
            Some(_) => Ok(page(&visit, visit.frame(), StatusCode::OK, signing::left_alone())),
            None => Ok(nothing(&visit)),
        };
    }
    let Some(ticket) = opened(&visit, code, Opening::Look).await? else { return Ok(nothing(&visit)) };
    // Of those who have the address now: a way that was closed since opens nothing.
    let places = places_of(&visit, FoundBy::Email(&ticket.address)).await?;
    let chosen = match places.as_slice() {
        [one] => Some((one.claimant, one.way)),
        several => several.iter().find(|one| one.place.id == fields.get("place")).map(|one| (one.claimant, one.way)),
    };
    let Some((claimant, way)) = chosen else {
        if places.is_empty() {
            return Ok(nothing(&visit));
        }
        let places: Vec<Place> = places.into_iter().map(|one| one.place).collect();
        let link = Link { code, asked_here: true, shared: fields.has("shared", "yes") };
        return Ok(page(&visit, visit.frame(), StatusCode::OK, signing::which_place(link, &places)));
    };
    // Of two who press at the same moment, one has it.
    match opened(&visit, code, Opening::Use).await? {
        Some(_) => {
            let secure = visit.app.settings.secure;
            let mut response = begin(visit, claimant, Shown::by(SignedInBy::Email, way), &fields).await?;
            put_cookie(&mut response, cookies::clear(secure, cookies::ASKED));
            Ok(response)
        }
        None => Ok(nothing(&visit)),
    }
}

/// A place that something opens, by which of its person's ways.
pub(super) struct Opens {
    pub(super) claimant: ClaimantId,
    pub(super) way: Option<WayInId>,
    pub(super) place: Place,
}

/// The places of whoever has this now, to choose from. One alone is not looked at: there is nothing to choose.
pub(super) async fn places_of(visit: &Visit, by: FoundBy<'_>) -> Result<Vec<Opens>, Failure> {
    let mut found = visit.app.store.found(by).await?;
    found.dedup_by_key(|(claimant, _)| *claimant);
    let alone = found.len() == 1;
    let mut places = Vec::with_capacity(found.len());
    for (claimant, id) in found {
        let name = if alone {
            String::new()
        } else {
            let state = place_of(&visit.app, claimant, visit.now).await?;
            state.name()
        };
        let way = match id {
            ItemId::SignIn(way) => Some(way),
            _ => None,
        };
        places.push(Opens {
            claimant,
            way,
            place: Place { id: token::draft_tag(&visit.app.form_key, claimant), name },
        });
    }
    Ok(places)
}

async fn opened(visit: &Visit, code: &str, opening: Opening) -> Result<Option<LinkTicket>, Failure> {
    let ticket = open(visit, Purpose::EmailLink, code, opening).await?;
    Ok(ticket.and_then(|ticket| serde_json::from_slice(&ticket.content).ok()))
}

/// What a link opens; none for whatever does not open.
pub(super) async fn open(
    visit: &Visit,
    purpose: Purpose,
    code: &str,
    opening: Opening,
) -> Result<Option<Ticketed>, Failure> {
    let Some(code) = TicketCode::of_link(code) else { return Ok(None) };
    Ok(visit.app.store.open_ticket(purpose, &code, opening, visit.now.at).await?)
}

/// That a link opens nothing.
pub(super) fn nothing(visit: &Visit) -> Response {
    page(visit, visit.frame(), StatusCode::NOT_FOUND, signing::opens_nothing())
}

/// What a demonstration would have sent.
pub async fn sent(Extracted(app): Extracted<App>, visit: Visit) -> Answer {
    let shown = app.outbox.shown().ok_or(Failure::NotFound)?;
    let one = |mail: crate::notify::Mail| signing::Sent {
        to: mail.to.to_string(),
        subject: mail.subject,
        text: mail.text,
        at: mail.at,
    };
    let all = shown.into_iter().map(one).collect();
    let (visit, frame) = visit.any_frame().await?;
    Ok(page(&visit, frame, StatusCode::OK, signing::sent(all)))
}
