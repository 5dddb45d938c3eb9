//! Every address there is, and the layers that all of them go through.

use std::time::Duration;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse as _,
    routing::{MethodRouter, get, post},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel},
    limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

use crate::{
    api,
    app::App,
    assets,
    journeys::{
        appointments, calendar, carers, carrying_on, check, consent, contact, desk, download, email_link, find, goals,
        held, helping, home, invitation, listings, notes, offers, passkey, people, photo, provider, public, receipts,
        records, recovery, sessions, settings, sharing, sign_in, stop, supporters, ways_in,
    },
    web::{failure::Failure, origin, reply, security, sent_file::MOST_READ, typed::MOST_BYTES},
};

/// How long a request may take. A write waits 5 seconds for another, so this is only reached when something is wrong.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long sending a file may take: 10 MB at the 60 kB a second of slow 3G.
const PATIENCE_WITH_A_FILE: Duration = Duration::from_mins(3);

/// The service.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/", get(public::start))
        .route("/accessibility", get(public::accessibility))
        .route("/privacy", get(public::privacy))
        .route("/sign-in", get(sign_in::show).post(sign_in::choose))
        .route("/sign-in/passkey", get(passkey::show).post(passkey::sign_in))
        .route("/sign-in/passkey/begin", post(passkey::begin_signing_in))
        .route("/sign-in/email", get(email_link::show).post(email_link::ask))
        .route("/sign-in/provider", get(provider::show).post(provider::go))
        .route("/sign-in/provider/back", get(provider::back))
        .route("/sign-in/provider/confirm", get(provider::show_confirm).post(provider::confirm))
        .route("/sign-in/provider/logout", post(provider::signed_out_there))
        .route("/sign-in/link", get(email_link::show_link).post(email_link::press))
        .route("/sign-in/back", post(email_link::back))
        .route("/sign-in/address", get(ways_in::show_address).post(ways_in::answer_address))
        .route("/sign-in/undo", get(recovery::show).post(recovery::answer))
        .route("/sign-in/invitation", get(invitation::show).post(invitation::open))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/stay", post(sign_in::stay))
        .route("/signed-out", get(sign_in::signed_out))
        .route("/leave", post(sign_in::leave))
        .route("/left", get(sign_in::left))
        .route("/home", get(home::show))
        .route("/goals", get(goals::show).post(goals::act))
        .route("/goals/add", get(goals::show_add).post(goals::add))
        .route("/goals/change", get(goals::show_change).post(goals::change))
        .route("/contact", get(contact::show).post(contact::answer))
        .route("/contact/ways", get(contact::show_ways).post(contact::save_ways))
        .route("/contact/safe", get(contact::show_safe).post(contact::save_safe))
        .route("/contact/earlier", get(contact::show_earlier).post(contact::put_back))
        .merge(with_the_case_worker())
        .route("/appointments/terms", get(appointments::show_terms))
        .route("/appointments/terms/formats", get(appointments::show_formats).post(appointments::save_formats))
        .route("/appointments/terms/with-me", get(appointments::show_with_me).post(appointments::save_with_me))
        .route("/appointments/terms/pace", get(appointments::show_pace).post(appointments::save_pace))
        .route("/appointments/terms/times", get(appointments::show_times).post(appointments::save_times))
        .route("/appointments/terms/breaks", get(appointments::show_breaks).post(appointments::save_breaks))
        .route("/held", get(held::show))
        .route("/held/kind", get(held::show_kind))
        .route("/held/find", get(find::show).post(find::find))
        .route("/held/item", get(held::show_item).post(records::keep_or_show))
        .route("/held/erase", get(held::show_erase).post(held::erase))
        .route("/held/correct", get(records::show_correct).post(records::correct))
        .route("/held/differently", get(records::show_differently).post(records::say_differently))
        .route("/held/looks", get(held::show_looks))
        .route("/held/seen", get(held::show_seen))
        .route("/held/download", get(download::show))
        .route("/held/download/file", get(download::file))
        .route("/record.schema.json", get(download::schema))
        .route("/receipts", get(receipts::show))
        .route("/receipts/one", get(receipts::show_one))
        .route("/receipts/file", get(receipts::file_of_one))
        .route("/receipts/all", get(receipts::file_of_all))
        .route("/carers", get(carers::show))
        .route("/carers/invite", get(carers::show_invite).post(carers::invite))
        .route("/carers/one", get(carers::show_one).post(carers::act))
        .route("/helping", get(helping::show).post(helping::act))
        .route("/helping/accept", get(helping::show_accept).post(helping::accept))
        .route("/sharing", get(sharing::show))
        .route("/sharing/new", get(sharing::show_ask).post(sharing::ask))
        .route("/sharing/one", get(sharing::show_one).post(sharing::act))
        .route("/consent", get(consent::show).post(consent::answer))
        .merge(who_supports())
        .route("/stop", get(stop::show).post(stop::act))
        .route("/settings", get(settings::show).post(settings::save))
        .route("/settings/name", get(settings::show_name).post(settings::save_name))
        .route("/settings/sessions", get(sessions::show).post(sessions::end))
        .route("/settings/language", post(settings::language))
        .merge(ways_in_of_ones_own())
        .merge(at_the_desk());
    let pages = if app.settings.demo {
        pages.route("/examples", get(public::examples)).route("/sent", get(email_link::sent))
    } else {
        pages
    };
    pages
        .fallback(async || Failure::NotFound)
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .route("/check/keys", get(check::keys))
        .route("/check/checkpoints", get(check::checkpoints))
        .route("/check", taking_a_file(check::MOST_SENT, get(check::show).post(check::answer)))
        .route("/desk/photo", taking_a_file(MOST_READ, get(desk::photo::show).post(desk::photo::act)))
        .method_not_allowed_fallback(async || Failure::NotFound)
        .layer(CompressionLayer::new().br(true).gzip(true).quality(CompressionLevel::Precise(4)))
        // Assets are compressed beforehand, so they stand outside that layer.
        .route("/assets/{file}", get(assets::serve))
        .route("/health", get(async || "ok\n"))
        .layer(from_fn(origin::guard))
        // None is known; if there is one after all, it is met by a page and not by a connection that breaks off.
        .layer(CatchPanicLayer::custom(|_| Failure::Broken.into_response()))
        .layer(from_fn_with_state(app.clone(), sign_in::ask_who_sent))
        .layer(from_fn_with_state(app.clone(), reply::dress_failures))
        // No page sends these, and no cookie opens them: they stand outside what guards forms, and what makes failures pages.
        .nest(api::BASE, api::router(&app))
        .layer(from_fn_with_state(app.clone(), security::headers))
        .with_state(app)
}

/// What is between the person and their case worker: offered, written and agreed.
fn with_the_case_worker() -> Router<App> {
    Router::new()
        .route("/appointments", get(offers::show))
        .route("/appointments/one", get(offers::show_one).post(offers::act))
        .route("/appointments/one/file", get(offers::file))
        .route("/appointments/calendar", get(calendar::show).post(calendar::act))
        // The calendar itself comes here, signed in as nobody.
        .route("/calendar/{file}", get(calendar::feed))
        .route("/notes", get(notes::show))
        .route("/notes/write", get(notes::show_write).post(notes::write))
        .route("/notes/propose", get(notes::show_propose).post(notes::propose))
        .route("/notes/agreement", get(notes::show_one).post(notes::act))
}

/// Who supports the person, and whom they could turn to.
fn who_supports() -> Router<App> {
    Router::new()
        .route("/people", get(people::show))
        .route("/people/case-worker", get(people::show_case_worker).post(people::choose))
        .route("/people/photo", get(photo::show))
        .route("/people/supporter", get(supporters::show).post(supporters::save))
        .route("/people/advice", get(supporters::show_advice).post(supporters::save_advice))
        .route("/people/advice/send", get(supporters::show_send).post(supporters::send))
        .route("/people/carrying-on", get(carrying_on::show).post(carrying_on::save))
        .route("/people/listings", get(listings::show).post(listings::find))
}

/// An address that takes a file, and gives it the time that a slow line needs to send it.
fn taking_a_file(most: usize, methods: MethodRouter<App>) -> MethodRouter<App> {
    methods.layer((
        DefaultBodyLimit::disable(),
        RequestBodyLimitLayer::new(most),
        TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE_WITH_A_FILE),
    ))
}

/// Where a person sees and changes how they sign in.
fn ways_in_of_ones_own() -> Router<App> {
    Router::new()
        .route("/settings/sign-in", get(ways_in::show).post(recovery::say))
        .route("/settings/sign-in/way", get(ways_in::show_way).post(ways_in::change_way))
        .route("/settings/sign-in/email", get(ways_in::show_email).post(ways_in::add_email))
        .route("/settings/sign-in/passkey", get(passkey::show_add).post(passkey::add))
        .route("/settings/sign-in/passkey/begin", post(passkey::begin_adding))
        .route("/settings/sign-in/provider", get(provider::show_add).post(provider::go_adding))
        .route("/settings/sign-in/provider/add", get(provider::show_name).post(provider::add))
}

/// The desk of those who work here.
fn at_the_desk() -> Router<App> {
    Router::new()
        .route("/desk", get(desk::people::show).post(desk::people::open))
        .route("/desk/person", get(desk::person::show).post(desk::offer::end))
        .route("/desk/offer", get(desk::offer::show).post(desk::offer::send))
        .route("/desk/ending", get(desk::ending::show).post(desk::ending::send))
        .route("/desk/refer", get(desk::refer::show).post(desk::refer::send))
        .route("/desk/notes", get(desk::notes::show).post(desk::notes::write))
        .route("/desk/propose", get(desk::notes::show_propose).post(desk::notes::propose))
        .route("/desk/agreement", get(desk::notes::show_act).post(desk::notes::act))
        .route("/desk/records", get(desk::records::show).post(desk::records::write))
        .route("/desk/corrections", get(desk::records::show_corrections).post(desk::records::answer))
        .route("/desk/consent", get(desk::consent::show).post(desk::consent::ask))
        .route("/desk/workload", get(desk::workload::show))
        .route("/desk/look-into", get(desk::look_into::show).post(desk::look_into::send))
        .route("/desk/look-into/person", get(desk::look_into::show_person))
        .route("/desk/staff", get(desk::staff::show).post(desk::staff::act))
        .route("/desk/organisations", get(desk::staff::show_organisations).post(desk::staff::add_organisation))
        .route("/desk/agreed", get(desk::agreed::show).post(desk::interpreter::open))
        .route("/desk/interpreter", get(desk::interpreter::show).post(desk::interpreter::save))
        .route("/desk/invite", get(desk::way_in::show_invite).post(desk::way_in::invite))
        .route("/desk/lost", get(desk::way_in::show_lost).post(desk::way_in::ask))
        .route("/desk/account", get(desk::account::show))
        .route("/desk/photo/file", get(photo::show_at_desk))
        .route("/desk/passkey", get(desk::passkey::show_add).post(desk::passkey::add))
        .route("/desk/passkey/begin", post(desk::passkey::begin_adding))
        .route("/desk/sign-in", get(desk::sign_in::show).post(desk::sign_in::choose))
        .route("/desk/sign-in/passkey", get(desk::sign_in::show_answer).post(desk::passkey::sign_in))
        .route("/desk/sign-in/passkey/begin", post(passkey::begin_signing_in))
        .route("/desk/sign-in/provider", get(desk::sign_in::show_answer).post(desk::provider::go))
        .route("/desk/sign-in/provider/back", get(desk::provider::back))
        .route("/desk/sign-in/provider/confirm", get(desk::provider::show_confirm).post(desk::provider::confirm))
        .route("/desk/sign-in/provider/logout", post(provider::signed_out_there))
        .route("/desk/sign-in/back", post(desk::provider::go_on))
        .route("/desk/provider", get(desk::provider::show_add).post(desk::provider::go_adding))
        .route("/desk/provider/add", get(desk::provider::show_known).post(desk::provider::add))
        .route("/desk/invitation", get(desk::sign_in::show_invitation).post(desk::sign_in::open_invitation))
        .route("/desk/sign-out", post(desk::sign_in::sign_out))
}
