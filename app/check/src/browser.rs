//! The page "Check a receipt" with scripts: the file is read and checked on the device, and nothing is sent.

use std::rc::Rc;

use jiff::{Timestamp, civil::Date};
use own_terms_receipt::{keys::PublicKey, read::published_keys};
use wasm_bindgen::{JsCast as _, JsValue, prelude::*};
use web_sys::{Document, Element, Event, File, HtmlElement, HtmlInputElement, HtmlTextAreaElement, UrlSearchParams};

use crate::{
    MOST_BYTES, as_made, found, html,
    said::{self, Words},
};

/// The most bytes that are checked at once, as the browser counts them.
#[expect(clippy::cast_precision_loss, reason = "far below what is exact")]
const MOST_SIZE: f64 = MOST_BYTES as f64;

/// What the page handed over.
struct Page {
    document: Document,
    words: UrlSearchParams,
    keys: Vec<PublicKey>,
}

/// Begins; called by the loader once the module is there.
#[wasm_bindgen]
pub fn hydrate() {
    let Some(page) = Page::find().map(Rc::new) else { return };
    // Now it stays on the device, and the page says so.
    for (id, is_so) in [("check-sent", false), ("check-stays", true)] {
        if let Some(element) = page.by_id(id) {
            let _ = element.class_list().toggle_with_force("unseen", !is_so);
        }
    }
    page.clone().scanned();
    if let Some(window) = web_sys::window() {
        let page = page.clone();
        let scanned = Closure::<dyn Fn()>::new(move || page.clone().scanned());
        let _ = window.add_event_listener_with_callback("hashchange", scanned.as_ref().unchecked_ref());
        scanned.forget();
    }
    let Some(form) = page.by_id("check") else { return };
    let submit = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        event.prevent_default();
        page.clone().submitted();
    });
    let _ = form.add_event_listener_with_callback("submit", submit.as_ref().unchecked_ref());
    // As long as the page is there.
    submit.forget();
}

impl Page {
    fn find() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let given = document.get_element_by_id("check-given")?;
        let words = UrlSearchParams::new_with_str(&given.get_attribute("data-pairs")?).ok()?;
        let keys = published_keys(&words.get("keys")?)?;
        Some(Self { document, words, keys })
    }

    fn by_id(&self, id: &str) -> Option<Element> {
        self.document.get_element_by_id(id)
    }

    /// Checks what a code on paper brought along: it stands after the `#` of the address, which no browser sends anywhere.
    fn scanned(self: Rc<Self>) {
        let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        let letters = address.split_once('#').map_or("", |(_, letters)| letters);
        // A part of the page that a link leads to is no code.
        if !letters.is_empty() && self.by_id(letters).is_none() {
            self.begin();
            self.check_soon(format!("/check#{letters}").into_bytes());
        }
    }

    fn submitted(self: Rc<Self>) {
        self.mark_empty(false);
        let text = self.by_id("text").map(|area| area.unchecked_into::<HtmlTextAreaElement>().value());
        match (self.file(), text.filter(|text| !text.trim().is_empty())) {
            (Some(file), _) if file.size() > MOST_SIZE => self.answer(&self.problem("check-too-large", None)),
            (Some(file), _) => self.read(&file),
            (None, Some(text)) => {
                self.begin();
                self.check_soon(as_made(&text).into_bytes());
            }
            (None, None) => {
                self.mark_empty(true);
                self.answer(&self.problem("error-file-empty", Some("file")));
            }
        }
    }

    fn file(&self) -> Option<File> {
        self.by_id("file")?.unchecked_into::<HtmlInputElement>().files()?.get(0)
    }

    /// Reads a file byte by byte as it is: read as text it would lose a mark at its beginning.
    fn read(self: Rc<Self>, file: &File) {
        self.begin();
        let page = self.clone();
        let read = Closure::once_into_js(move |read: JsValue| page.check_soon(js_sys::Uint8Array::new(&read).to_vec()));
        let page = self;
        let failed =
            Closure::once_into_js(move |_: JsValue| page.answer(&page.problem("check-unreadable", Some("file"))));
        let promise: JsValue = file.array_buffer().into();
        if let Ok(then) = js_sys::Reflect::get(&promise, &"then".into()) {
            let _ = then.unchecked_into::<js_sys::Function>().call2(&promise, &read, &failed);
        }
    }

    /// Takes the last answer away and says that it is at it.
    fn begin(&self) {
        self.set_html("check-result", "");
        self.say_busy(true);
    }

    /// Checks after the next paint, so that it is seen and heard that something goes on.
    fn check_soon(self: Rc<Self>, bytes: Vec<u8>) {
        let check = Closure::once_into_js(move || self.answer(&html::write(&self.check(&bytes), false)));
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(check.unchecked_ref(), 60);
        }
    }

    fn check(&self, bytes: &[u8]) -> said::Said {
        let words = Words { say: &|id, with| self.say(id, with), moment: &|at| self.moment(at) };
        // What is no text is no file of receipts.
        let text = str::from_utf8(bytes).unwrap_or_default();
        found(text, Some(&self.keys)).say(text, true, &words)
    }

    /// A moment by the clock on the wall in London, in the page's own words: few browsers have the words of Welsh.
    fn moment(&self, at: Timestamp) -> String {
        let options = js_sys::Object::new();
        let two = "2-digit";
        for (name, value) in [
            ("timeZone", "Europe/London"),
            ("year", "numeric"),
            ("month", two),
            ("day", two),
            ("hour", two),
            ("minute", two),
            ("hourCycle", "h23"),
        ] {
            let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
        }
        #[expect(clippy::cast_precision_loss, reason = "exact for some 285 thousand years")]
        let date = js_sys::Date::new(&JsValue::from_f64(at.as_millisecond() as f64));
        let numbers = String::from(date.to_locale_string("en-GB", &options));
        let numbers = numbers.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
        match numbers.collect::<Vec<i16>>()[..] {
            [day, month, year, hour, minute] => self.say_moment(year, month, day, hour, minute),
            _ => at.to_string(),
        }
    }

    fn say_moment(&self, year: i16, month: i16, day: i16, hour: i16, minute: i16) -> String {
        let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
        let date = date.and_then(|(month, day)| Date::new(year, month, day).ok());
        let weekday = date.map(|date| self.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()), &[]));
        let date = [
            ("weekday", weekday.unwrap_or_default()),
            ("day", day.to_string()),
            ("month", self.say(&format!("month-{month}"), &[])),
            ("year", year.to_string()),
        ];
        let twelve = (hour + 11) % 12 + 1;
        let clock = if minute == 0 { twelve.to_string() } else { format!("{twelve}:{minute:02}") };
        let time = match (hour, minute) {
            (12, 0) => self.say("time-midday", &[]),
            (0..12, _) => self.say("time-am", &[("clock", clock)]),
            _ => self.say("time-pm", &[("clock", clock)]),
        };
        self.say("moment", &[("day", self.say("date-full", &date)), ("time", time)])
    }

    fn say(&self, id: &str, with: &[(&str, String)]) -> String {
        let said = self.words.get(id).unwrap_or_default();
        with.iter().fold(said, |said, (name, text)| said.replace(&format!("{{{name}}}"), text))
    }

    /// What is wrong with what was given, as the server's summary of mistakes has it.
    fn problem(&self, id: &str, field: Option<&str>) -> String {
        let (title, text) = (self.words.get("title").unwrap_or_default(), self.words.get(id).unwrap_or_default());
        html::problem(&title, &text, field)
    }

    /// The mistake beside the field, wired as the server wires it.
    fn mark_empty(&self, empty: bool) {
        let (Some(field), Some(place)) = (self.by_id("file"), self.by_id("file-error")) else { return };
        let place = place.unchecked_into::<HtmlElement>();
        let said = self.words.get("error-file-empty").filter(|_| empty);
        place.set_text_content(said.as_deref());
        place.set_hidden(!empty);
        let _ =
            if empty { field.set_attribute("aria-invalid", "true") } else { field.remove_attribute("aria-invalid") };
    }

    fn say_busy(&self, busy: bool) {
        if let Some(said) = self.by_id("check-busy") {
            said.set_text_content(self.words.get("check-busy").filter(|_| busy).as_deref());
        }
    }

    /// Shows the answer and puts the focus on it.
    fn answer(&self, answer: &str) {
        self.say_busy(false);
        self.set_html("check-result", answer);
        if let Some(answer) = self.by_id(html::ANSWER) {
            let _ = answer.unchecked_into::<HtmlElement>().focus();
        }
    }

    fn set_html(&self, id: &str, html: &str) {
        if let Some(element) = self.by_id(id) {
            element.set_inner_html(html);
        }
    }
}
