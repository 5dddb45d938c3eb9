//! What the document says of what every address asks for and of how it can answer otherwise, once for all of them.

use std::collections::BTreeMap;

use utoipa::{
    IntoParams, IntoResponses,
    openapi::{
        ContentBuilder, Header, HeaderBuilder, ObjectBuilder, Ref, RefOr, Required, Response, ResponseBuilder,
        path::{Parameter, ParameterBuilder, ParameterIn},
        schema::{KnownFormat, SchemaFormat, Type},
    },
};

/// How a consent is written.
const CONSENT: &str = "^[0-9a-f]{32}$";

/// The consent that names the person.
pub(super) struct OfConsent;

/// One thing of theirs.
pub(super) struct Which;

/// The key under which something is made once.
pub(super) struct Once;

fn parameter(name: &str, within: ParameterIn, said: &str, schema: ObjectBuilder) -> Parameter {
    let parameter = ParameterBuilder::new().name(name).parameter_in(within).required(Required::True);
    parameter.description(Some(said)).schema(Some(schema)).build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

impl IntoParams for OfConsent {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let consent = text().pattern(Some(CONSENT));
        vec![parameter("id", ParameterIn::Path, "The id of the consent.", consent)]
    }
}

impl IntoParams for Which {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter("which", ParameterIn::Path, "Its id, as it was given.", text())]
    }
}

impl IntoParams for Once {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let key = text().min_length(Some(1)).max_length(Some(255)).pattern(Some("^[0-9A-Za-z_.:-]+$"));
        let said = "Of this request and no other, for 24 hours.";
        vec![parameter("Idempotency-Key", ParameterIn::Header, said, key)]
    }
}

/// To whoever asks for anything.
pub(super) struct AnyOther;

/// To whoever asks for a token too often.
pub(super) struct TooOften;

/// To whoever asks for what a consent has to hold for.
pub(super) struct NotThere;

/// To whoever sends something that is read.
pub(super) struct NotRead;

/// To whoever asks for a change that the rules can refuse.
pub(super) struct NotDone;

type Answers = BTreeMap<String, RefOr<Response>>;

fn answer(said: &str) -> ResponseBuilder {
    let details = ContentBuilder::new().schema(Some(Ref::from_schema_name("Details"))).build();
    ResponseBuilder::new().description(said).content("application/problem+json", details)
}

fn problem(status: u16, said: &str) -> (String, RefOr<Response>) {
    (status.to_string(), answer(said).build().into())
}

/// When to come back, in seconds.
fn retry_after() -> Header {
    let seconds =
        ObjectBuilder::new().schema_type(Type::Integer).format(Some(SchemaFormat::KnownFormat(KnownFormat::Int32)));
    HeaderBuilder::new().schema(Some(seconds)).description(Some("After how many seconds to try again.")).build()
}

fn too_often() -> (String, RefOr<Response>) {
    let answer = answer("Too often; it says when to try again.").header("Retry-After", retry_after());
    ("429".to_owned(), answer.build().into())
}

impl IntoResponses for TooOften {
    fn responses() -> Answers {
        Answers::from([too_often()])
    }
}

impl IntoResponses for AnyOther {
    fn responses() -> Answers {
        let known = problem(401, "No token, or one that is over.");
        Answers::from([known, too_often(), problem(503, "Not now; trying again is safe.")])
    }
}

impl IntoResponses for NotThere {
    fn responses() -> Answers {
        let said = "There is none, it is not for this organisation, or no consent holds for which it could be.";
        Answers::from([problem(404, said)])
    }
}

impl IntoResponses for NotRead {
    fn responses() -> Answers {
        let too_much = ResponseBuilder::new().description("More than is taken.").build();
        Answers::from([problem(400, "It cannot be read, or has no key."), ("413".to_owned(), too_much.into())])
    }
}

impl IntoResponses for NotDone {
    fn responses() -> Answers {
        Answers::from([
            problem(409, "The person wants no contact now, or it was changed or erased meanwhile."),
            problem(422, "Outside the terms, badly worded, too many of them, or another request under this key."),
        ])
    }
}
