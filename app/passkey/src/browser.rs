//! What is done with the form of a page: it asks our server what to ask, the device, and sends what that answers.
//!
//! Everything that our server may have to say is said by its own pages: when it does not say what to ask, the form is sent as it
//! is, and comes back with why.

use std::{cell::Cell, rc::Rc};

use js_sys::{JSON, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, prelude::*};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CredentialCreationOptions, CredentialRequestOptions, Element, Event, FormData, HtmlFormElement, HtmlInputElement,
    RequestInit, Response, UrlSearchParams, Window,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON, catch)]
    fn parse_creation(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON, catch)]
    fn parse_request(options: &JsValue) -> Result<JsValue, JsValue>;

    /// What a device answers with.
    type Answer;
    #[wasm_bindgen(method, js_name = toJSON, catch)]
    fn to_json(this: &Answer) -> Result<JsValue, JsValue>;
}

/// The part of the page that offers it.
struct Offer {
    window: Window,
    form: HtmlFormElement,
    /// Where what happens is said.
    said: Element,
    words: UrlSearchParams,
    /// True while the device is asked: a second press asks nothing more.
    asking: Cell<bool>,
}

/// Begins; called by the loader once the module is there. A browser without passkeys keeps what the page says to it.
#[wasm_bindgen]
pub fn hydrate() {
    let _ = wake();
}

fn wake() -> Option<()> {
    let window = web_sys::window()?;
    if !has_passkeys(&window) {
        return None;
    }
    let document = window.document()?;
    let part = document.query_selector("[data-passkey^='/']").ok()??;
    let not = document.query_selector("[data-passkey='not']").ok()??;
    let offer = Rc::new(Offer {
        form: part.query_selector("form").ok()??.unchecked_into(),
        said: part.query_selector("[data-passkey='said']").ok()??,
        words: UrlSearchParams::new_with_str(&part.get_attribute("data-pairs")?).ok()?,
        asking: Cell::new(false),
        window,
    });
    let form = offer.form.clone();
    let submit = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        event.prevent_default();
        if !offer.asking.replace(true) {
            let offer = offer.clone();
            spawn_local(async move { offer.ask().await });
        }
    });
    form.add_event_listener_with_callback("submit", submit.as_ref().unchecked_ref()).ok()?;
    // As long as the page is there.
    submit.forget();
    part.class_list().remove_1("unseen").ok()?;
    not.class_list().add_1("unseen").ok()
}

/// True where passkeys can be asked for in JSON: everywhere since the spring of 2025.
fn has_passkeys(window: &Window) -> bool {
    let known = Reflect::get(window, &"PublicKeyCredential".into()).unwrap_or_default();
    ["parseCreationOptionsFromJSON", "parseRequestOptionsFromJSON"]
        .iter()
        .all(|name| Reflect::get(&known, &(*name).into()).is_ok_and(|function| function.is_function()))
}

impl Offer {
    /// Asks the device, and sends the form with what it answers.
    async fn ask(&self) {
        self.say("waiting");
        if let Some(asked) = self.asked().await {
            match self.answer(&asked).await {
                Ok(answer) => self.fill("answer", &answer),
                Err(error) => {
                    let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
                    self.say(&name.unwrap_or_default());
                    return self.asking.set(false);
                }
            }
        }
        let _ = self.form.submit();
    }

    /// What our server wants the device to be asked.
    async fn asked(&self) -> Option<JsValue> {
        let begin = RequestInit::new();
        begin.set_method("POST");
        // Read pair by pair: what the browser's own reader takes is wider than its name here.
        let fields = FormData::new_with_form(&self.form).ok()?;
        begin.set_body(UrlSearchParams::new_with_record_from_str_to_str(fields.unchecked_ref()).ok()?.as_ref());
        let address = format!("{}/begin", self.form.get_attribute("action")?);
        let response: Response =
            JsFuture::from(self.window.fetch_with_str_and_init(&address, &begin)).await.ok()?.unchecked_into();
        let asked = JsFuture::from(response.json().ok()?).await.ok().filter(|_| response.ok())?;
        let ticket = Reflect::get(&asked, &"ticket".into()).ok()?.as_string()?;
        self.fill("ticket", &ticket);
        Reflect::get(&asked, &"options".into()).ok()
    }

    /// What the device answers: as text, or as the browser's own error.
    async fn answer(&self, asked: &JsValue) -> Result<String, JsValue> {
        let answer: Answer = JsFuture::from(self.answering(asked)?).await?.unchecked_into();
        Ok(JSON::stringify(&answer.to_json()?)?.into())
    }

    /// A new passkey is known by whose it is to be.
    fn answering(&self, asked: &JsValue) -> Result<Promise, JsValue> {
        let credentials = self.window.navigator().credentials();
        let options = Object::new();
        let put = |parsed: JsValue| Reflect::set(&options, &"publicKey".into(), &parsed);
        if Reflect::has(asked, &"user".into())? {
            put(parse_creation(asked)?)?;
            credentials.create_with_options(options.unchecked_ref::<CredentialCreationOptions>())
        } else {
            put(parse_request(asked)?)?;
            credentials.get_with_options(options.unchecked_ref::<CredentialRequestOptions>())
        }
    }

    fn fill(&self, name: &str, value: &str) {
        let field = self.form.query_selector(&format!("[name='{name}']")).ok().flatten();
        if let Some(field) = field {
            field.unchecked_into::<HtmlInputElement>().set_value(value);
        }
    }

    /// Says what happens, or why nothing does.
    fn say(&self, what: &str) {
        let words = self.words.get(what).or_else(|| self.words.get("else"));
        self.said.set_text_content(words.as_deref());
    }
}
