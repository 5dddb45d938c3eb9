//! The description of all of it for programs (`OpenAPI` 3.1), made from the same types that answer.

use axum::Json;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        self,
        security::{ClientCredentials, Flow, Http, HttpAuthScheme, OAuth2, Scopes, SecurityScheme},
    },
};

use super::{
    agreements, consents, corrections, fhir, messages, notes, offers, problem::Details, records, referrals, token,
};

#[derive(OpenApi)]
#[openapi(
    info(title = "Own Terms", description = "What a person lets an organisation see, for as long as they let it."),
    servers((url = "/api/v1")),
    paths(
        token::give,
        consents::list,
        consents::one,
        offers::offer,
        offers::list,
        offers::withdraw,
        offers::call_off,
        agreements::propose,
        agreements::list,
        agreements::answer,
        agreements::leave,
        corrections::of_case_worker,
        corrections::answer_in_stead,
        corrections::of_organisation,
        corrections::answer,
        messages::write,
        messages::list,
        notes::write,
        records::pass_on,
        referrals::ask,
        referrals::list,
        referrals::suggest,
        referrals::withdraw,
        referrals::organisations,
        fhir::search,
    ),
    components(schemas(Details)),
    modifiers(&Schemes),
)]
struct Document;

/// By what a client says who it is.
struct Schemes;

impl Modify for Schemes {
    fn modify(&self, document: &mut openapi::OpenApi) {
        let flow = Flow::ClientCredentials(ClientCredentials::new("/api/v1/token", Scopes::new()));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("client", SecurityScheme::Http(Http::new(HttpAuthScheme::Basic)));
        components.add_security_scheme("token", SecurityScheme::OAuth2(OAuth2::new([flow])));
    }
}

/// The document. Anyone may read it.
pub(super) async fn show() -> Json<openapi::OpenApi> {
    Json(Document::openapi())
}
