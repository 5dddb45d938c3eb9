//! A site in this process, and a browser for it.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use own_terms::{
    app::{App, Settings},
    clock::{Clock, now_at},
    demo,
    entropy::Entropy,
    notify::{Carrier, Courier, Deliveries, GovukNotify, Means, Outbox, Post},
    provider::Provider,
    router::router,
    sealing::Key,
    store::Store,
};
use own_terms_domain::{
    actor::Actor,
    ids::{ClaimantId, WayInId},
    item::Version,
    state::State,
};
use tokio::sync::OnceCell;
use tower::ServiceExt as _;

use super::html::{Form, forms};
use crate::{
    given::{Folder, KEY, at, look, open, own, way_in},
    identity_provider,
    smtp::MailServer,
};

/// The host that the browser thinks it speaks to.
pub const HOST: &str = "own-terms.example";

/// The people of the demonstration.
pub const PEOPLE: [&str; 7] = ["alex", "priya", "tom", "megan", "rosa", "jamie", "sam"];

/// The files of a store with the demonstration's people in it, made once: making them is most of what a test would do.
static MADE: OnceCell<[Vec<u8>; 2]> = OnceCell::const_new();

/// A folder of its own with a copy of them.
async fn demonstration() -> Folder {
    let fill = async || {
        let folder = Folder::new();
        let store = open(&folder).await;
        demo::fill(&store, now_at(at(0).at)).await.unwrap();
        store.close().await;
        [folder.database(), folder.vault()].map(|file| std::fs::read(file).unwrap())
    };
    let (made, folder) = (MADE.get_or_init(fill).await, Folder::new());
    for (file, bytes) in [folder.database(), folder.vault()].iter().zip(made) {
        std::fs::write(file, bytes).unwrap();
    }
    folder
}

/// Through whom somebody can sign in: a person, and whoever works there.
#[derive(Clone, Default)]
struct Trusted {
    people: Option<Provider>,
    staff: Option<Provider>,
}

/// The service over a store of its own, with the demonstration's people in it.
pub struct Site {
    pub router: Router,
    pub store: Arc<dyn Store>,
    settings: Settings,
    outbox: Outbox,
    post: Arc<Post>,
    provider: Trusted,
    folder: Folder,
}

impl Site {
    pub async fn new() -> Self {
        let origin = Some(format!("https://{HOST}"));
        Self::with(Settings { demo: true, origin, ..Settings::default() }).await
    }

    /// As [`Self::new`], with a mail server by which emails leave.
    pub async fn with_mail(server: &MailServer) -> Self {
        let origin = Some(format!("https://{HOST}"));
        let settings = Settings { demo: true, origin, ..Settings::default() };
        Self::posting(settings, Carrier::smtp(&server.url()).unwrap()).await
    }

    /// As [`Self::new`], of a service that sends no emails.
    pub async fn without_mail() -> Self {
        let site = Self::new().await;
        let (outbox, settings) = (Outbox::default(), Settings { demo: true, ..Settings::default() });
        Self {
            router: Self::at_minute(&site.store, &outbox, Trusted::default(), 1, settings),
            outbox,
            provider: Trusted::default(),
            ..site
        }
    }

    /// The same, where people can sign in through this provider.
    pub fn trusting(self, provider: Provider) -> Self {
        self.with_providers(|trusted| Trusted { people: Some(provider), ..trusted })
    }

    /// The same, where those who work there can.
    pub fn trusting_at_desk(self, provider: Provider) -> Self {
        self.with_providers(|trusted| Trusted { staff: Some(provider), ..trusted })
    }

    fn with_providers(self, change: impl FnOnce(Trusted) -> Trusted) -> Self {
        let provider = change(self.provider.clone());
        let router = Self::at_minute(&self.store, &self.outbox, provider.clone(), 1, self.settings.clone());
        Self { router, provider, ..self }
    }

    pub async fn with(settings: Settings) -> Self {
        Self::posting(settings, Carrier::Nowhere).await
    }

    async fn posting(settings: Settings, carrier: Carrier) -> Self {
        let folder = if settings.demo { demonstration().await } else { Folder::new() };
        let store: Arc<dyn Store> = Arc::new(open(&folder).await);
        let from = "Own Terms <no-reply@own-terms.example>".parse().unwrap();
        let post = Arc::new(Post::new(carrier, from, settings.demo));
        let (entropy, key) = (Entropy::from_system().unwrap(), Key::from_bytes(KEY));
        let origin = format!("https://{HOST}");
        let (outbox, deliveries) = Deliveries::new(store.clone(), entropy, &key, origin, post.clone());
        tokio::spawn(deliveries.run());
        // One that nobody reaches: its pages are there.
        let nobodys = Some(identity_provider::at_address("http://127.0.0.1:9", &[]));
        let provider = Trusted { people: nobodys.clone(), staff: nobodys };
        let router = Self::at_minute(&store, &outbox, provider.clone(), 1, settings.clone());
        Self { router, store, settings, outbox, post, provider, folder }
    }

    /// Where its files are.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Sends what is due some minutes into the day of the tests: nothing leaves by itself meanwhile.
    pub async fn sends(&self, minutes: i64) {
        self.sends_by(Means { post: Some(self.post.clone()), govuk: None }, minutes).await;
    }

    /// The same, where GOV.UK Notify sends too.
    pub async fn sends_with(&self, govuk: &GovukNotify, minutes: i64) {
        self.sends_by(Means { post: Some(self.post.clone()), govuk: Some(govuk.clone()) }, minutes).await;
    }

    async fn sends_by(&self, means: Means, minutes: i64) {
        while self.courier(means.clone()).round(Clock::Stopped(at(minutes).at)).await.unwrap() > 0 {}
    }

    pub fn courier(&self, means: Means) -> Courier {
        let courier = Courier::new(self.store.clone(), &Key::from_bytes(KEY), format!("https://{HOST}"), means);
        courier.with_helpline("0808 157 0123".to_owned())
    }

    /// How many messages wait for a person of the demonstration, and how often each was tried.
    pub async fn waits(&self, person: &str) -> Vec<u32> {
        let claimant = demo::chosen(person).unwrap();
        let ask = own_terms::store::Ask {
            want: own_terms::store::Want::Overview,
            ..look(claimant, Actor::Claimant(claimant), None)
        };
        let account = self.store.view(ask).await.unwrap().account.unwrap();
        account.to_send.iter().map(|message| message.tried).collect()
    }

    /// The same site at another time of the day.
    pub fn later(&self, minutes: i64) -> Router {
        Self::at_minute(&self.store, &self.outbox, self.provider.clone(), minutes, self.settings.clone())
    }

    fn at_minute(
        store: &Arc<dyn Store>,
        outbox: &Outbox,
        provider: Trusted,
        minutes: i64,
        settings: Settings,
    ) -> Router {
        let entropy = Entropy::from_system().unwrap();
        let clock = Clock::Stopped(at(minutes).at);
        let app = App::new(store.clone(), clock, entropy, &Key::from_bytes(KEY), settings);
        router(app.sending(outbox.clone()).trusting(provider.people).trusting_for_staff(provider.staff))
    }

    /// The file under the store.
    pub fn database(&self) -> std::path::PathBuf {
        self.folder.database()
    }

    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new() }
    }

    /// A browser in which someone has signed in.
    pub async fn signed_in(&self, person: &str) -> Browser {
        let mut browser = self.browser();
        let page = browser.post("/sign-in", &[("person", person)]).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/home"));
        browser
    }

    /// A browser at the desk, where someone who works in the demonstration has signed in.
    pub async fn at_desk(&self, word: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in_at_desk(word).await;
        browser
    }

    /// What is held of a person of the demonstration.
    pub async fn held(&self, person: &str) -> State {
        let claimant = demo::chosen(person).unwrap();
        self.held_of(claimant).await
    }

    pub async fn held_of(&self, claimant: ClaimantId) -> State {
        self.store.view(look(claimant, Actor::Claimant(claimant), None)).await.unwrap().state
    }

    /// A way to sign in of a person's own, by a link to this address: its name, and its version.
    pub async fn with_way_in(&self, person: &str, address: &str) -> (WayInId, Version) {
        let claimant = demo::chosen(person).unwrap();
        let id = WayInId(Entropy::from_system().unwrap().id());
        let done = self.store.commit(own(claimant, way_in(id, address), at(1))).await.unwrap();
        (id, Version(done.entries[0].0))
    }

    /// What is held of everyone, to see that nothing was changed.
    pub async fn everything(&self) -> String {
        let mut all = String::new();
        for person in PEOPLE {
            all.extend(self.held(person).await.all().map(|held| format!("{held:?}\n")));
        }
        all
    }
}

/// A browser: it keeps cookies, and says where its requests come from.
#[derive(Clone)]
pub struct Browser {
    pub router: Router,
    pub cookies: BTreeMap<String, String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }

    pub fn forms(&self) -> Vec<Form> {
        forms(&self.body)
    }

    /// The form that has a field or a button of this name.
    pub fn form_with(&self, name: &str) -> Form {
        let has = |form: &Form| form.fields.iter().chain(&form.buttons).any(|(n, _)| n == name);
        self.forms().into_iter().find(has).unwrap_or_else(|| panic!("no form with {name}: {}", self.body))
    }

    pub fn text(&self) -> String {
        super::html::text(&self.body)
    }

    /// The page without what is another each time.
    pub fn without_tokens(&self) -> String {
        let mut body = self.body.clone();
        for token in self.forms().iter().flat_map(|form| form.all("token")).filter(|token| !token.is_empty()) {
            body = body.replace(token, "");
        }
        body
    }

    pub fn set_cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap()).collect()
    }

    /// A whole page of ours: with a title, one heading, and an end.
    #[track_caller]
    pub fn assert_whole(&self, what: &str) {
        assert!(self.body.starts_with("<!DOCTYPE html>"), "{what}: {}", &self.body[..self.body.len().min(200)]);
        assert!(self.body.trim_end().ends_with("</html>"), "{what} has no end");
        let kind = self.headers.get(header::CONTENT_TYPE).unwrap();
        assert_eq!(kind, "text/html; charset=utf-8", "{what}");
        let names = super::html::tag_names(&self.body);
        for needed in ["title", "h1", "main"] {
            assert_eq!(names.iter().filter(|name| **name == needed).count(), 1, "{what}: {needed}");
        }
    }
}

pub fn encode(fields: &[(&str, &str)]) -> String {
    let mut encoded = form_urlencoded::Serializer::new(String::new());
    encoded.extend_pairs(fields);
    encoded.finish()
}

impl Browser {
    /// The same browser, at another time of the day.
    pub fn at(&self, router: Router) -> Self {
        Self { router, cookies: self.cookies.clone() }
    }

    /// A request with this browser's cookies, and no word of where it comes from.
    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request
    }

    pub async fn send(&mut self, request: Request<Body>) -> Page {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let page = Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).expect("a page is text"),
        };
        for cookie in page.set_cookies() {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        page
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request(Method::GET, path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// What is there that is no page.
    pub async fn get_file(&mut self, path: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = self.request(Method::GET, path).body(Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
    }

    /// A form sent from one of our own pages.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_bytes(path, encode(fields)).await
    }

    pub async fn post_bytes(&mut self, path: &str, body: impl Into<Body>) -> Page {
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, format!("https://{HOST}"))
            .body(body.into())
            .unwrap();
        self.send(request).await
    }

    /// Signs in at the desk too.
    pub async fn sign_in_at_desk(&mut self, word: &str) {
        let page = self.post("/desk/sign-in", &[("staff", word)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        assert!(page.location().starts_with("/desk"), "{}", page.location());
    }

    /// The token of this session's forms, as a page shows it.
    pub async fn token(&mut self) -> String {
        let page = self.get("/settings").await;
        page.form_with("size").all("token").next().unwrap_or_default().to_owned()
    }

    /// The token of whoever is at the desk.
    pub async fn desk_token(&mut self) -> String {
        let page = self.get("/desk/account").await;
        page.form_with("token").all("token").next().unwrap_or_default().to_owned()
    }

    /// A form of a page of the session, with its token.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token().await;
        let mut all = vec![("token", token.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }

    /// A form of the page at `path` as it stands there, with some of its fields filled in anew.
    pub async fn fill_in(&mut self, path: &str, with: &str, fields: &[(&str, &str)]) -> Page {
        let form = self.get(path).await.form_with(with);
        let mut all: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, _)| !fields.iter().any(|(filled, _)| filled == name))
            .collect();
        all.extend(fields);
        let to = if form.action.is_empty() { path } else { &form.action };
        self.post(to, &all).await
    }
}

/// A page of the service, as the router's own source names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub path: &'static str,
    pub get: bool,
    pub post: bool,
}

/// True for an address of the desk, which knows nothing of who is signed in as a person.
pub fn is_at_desk(path: &str) -> bool {
    path == "/desk" || path.starts_with("/desk/")
}

/// Every route there is, read from the router's source, so that a new one is tried as soon as it is there.
pub fn routes() -> Vec<Route> {
    let source = include_str!("../../src/router.rs");
    let routes: Vec<Route> = source
        .split(".route(\"")
        .skip(1)
        .map(|rest| {
            let (path, rest) = rest.split_once('"').unwrap();
            let methods =
                rest.split(".route(").next().unwrap().split(';').next().unwrap().split(".fallback").next().unwrap();
            let methods = methods.split(".layer").next().unwrap();
            Route { path, get: methods.contains("get("), post: methods.contains("post(") }
        })
        .collect();
    assert!(routes.len() > 20 && routes.iter().all(|route| route.get || route.post), "{routes:?}");
    routes
}
