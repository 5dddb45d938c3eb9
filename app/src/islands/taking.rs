//! Taking a file away: how far it is, a way to stop, and another try when the connection is lost.

use leptos::prelude::*;

/// Has a link to a file fetch it here, and show how far it is; without scripts the browser does it and says what it likes.
#[island]
pub fn Taking() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    live::begin();
}

#[cfg(feature = "hydrate")]
mod live {
    use std::{
        cell::{Cell, RefCell},
        rc::Rc,
        time::Duration,
    };

    use leptos::prelude::set_timeout;
    use own_terms_domain::form::Fields;
    use wasm_bindgen::{JsCast as _, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{AbortController, Element, HtmlElement, MouseEvent, RequestInit, Response, Url};

    use crate::islands::{data, dom};

    /// How long the browser may take to write a file down that it was given.
    const SAVED: Duration = Duration::from_mins(2);

    /// What stands on the page for it, and what is under way.
    struct Panel {
        place: Element,
        words: Fields,
        /// The link whose file is or was fetched last.
        link: RefCell<Option<HtmlElement>>,
        /// Stops what is under way.
        stop: RefCell<Option<AbortController>>,
        /// How many quarters were said to be here.
        quarters: Cell<u32>,
    }

    pub fn begin() {
        let Some(place) = dom::by_id("taking") else { return };
        let panel = Rc::new(Panel {
            words: data::read(&place),
            place,
            link: RefCell::default(),
            stop: RefCell::default(),
            quarters: Cell::default(),
        });
        for link in dom::all("main a[download]") {
            let panel = panel.clone();
            dom::listen_and_maybe_stop(&link.clone(), "click", move |event| panel.clone().pressed(&link, event));
        }
        if let (Some(stop), Some(again)) = (dom::by_id("taking-stop"), dom::by_id("taking-again")) {
            let of = panel.clone();
            dom::listen(&stop, "click", move |_| {
                if let Some(stop) = &*of.stop.borrow() {
                    stop.abort();
                }
            });
            dom::listen(&again, "click", move |_| {
                let link = panel.link.borrow().clone();
                if let Some(link) = link {
                    panel.clone().take(&link);
                }
            });
        }
    }

    impl Panel {
        /// True when the press was seen to here. One that asks for a window of its own, and one for another file meanwhile, are
        /// the browser's.
        fn pressed(self: Rc<Self>, link: &HtmlElement, event: &web_sys::Event) -> bool {
            let plain = event.dyn_ref::<MouseEvent>().is_some_and(|press| {
                press.button() == 0 && !(press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key())
            });
            let busy = self.stop.borrow().is_some();
            if plain && !busy {
                self.take(link);
                return true;
            }
            plain && self.link.borrow().as_ref() == Some(link)
        }

        fn take(self: Rc<Self>, link: &HtmlElement) {
            let Ok(stop) = AbortController::new() else { return };
            self.clear();
            *self.link.borrow_mut() = Some(link.clone());
            *self.stop.borrow_mut() = Some(stop.clone());
            self.quarters.set(0);
            // After what is said of it, so that the next press of Tab comes to "Stop".
            if let Some(said) = self.said() {
                let _ = said.insert_adjacent_element("afterend", &self.place);
            }
            self.show(true, "taking-stop");
            self.far(0, 0);
            self.tell("began", "", "");
            let link = link.clone();
            spawn_local(async move {
                let taken = fetch(&self, &link, &stop).await;
                *self.stop.borrow_mut() = None;
                let (said, name) = match &taken {
                    Ok(Some(name)) => ("done", name.as_str()),
                    // The page that says why is on its way.
                    Ok(None) => ("", ""),
                    Err(_) if stop.signal().aborted() => ("stopped", ""),
                    Err(_) => ("failed", ""),
                };
                self.end(said == "failed", &link);
                self.tell(said, "{name}", name);
            });
        }

        /// Where it is said how far the link's file is.
        fn said(&self) -> Option<Element> {
            self.link.borrow().as_ref()?.parent_element()?.next_element_sibling()
        }

        fn tell(&self, id: &str, name: &str, value: &str) {
            if let Some(said) = self.said() {
                said.set_text_content(Some(&self.words.get(id).replace(name, value)));
            }
        }

        /// Takes away what was said of the last file.
        fn clear(&self) {
            if let Some(said) = self.said() {
                said.set_text_content(None);
            }
        }

        /// Shows how far it is: to the eye at once, to the ear at each quarter.
        fn far(&self, have: u32, about: u32) {
            let Some(bar) = dom::by_id("taking-far") else { return };
            if about == 0 {
                let _ = bar.remove_attribute("value");
                return;
            }
            // It is not all there before it is said to be: the length is about right only.
            let percent = (u64::from(have) * 100 / u64::from(about)).min(99);
            let percent = u32::try_from(percent).unwrap_or_default();
            let _ = bar.set_attribute("value", &percent.to_string());
            if percent / 25 > self.quarters.replace(percent / 25) {
                self.tell("far", "{percent}", &percent.to_string());
            }
        }

        /// Shows the bar and the one of the two buttons that can be pressed now. What is not shown keeps its room, so that nothing
        /// moves away under a finger once the file is there.
        fn show(&self, bar: bool, button: &str) {
            let _ = self.place.remove_attribute("hidden");
            for id in ["taking-bar", "taking-stop", "taking-again"] {
                if let Some(element) = dom::by_id(id) {
                    let shown = if id == "taking-bar" { bar } else { id == button };
                    let _ = element.class_list().toggle_with_force("unseen", !shown);
                }
            }
        }

        /// Takes the bar away. Whoever was on a button that goes is led on, and not to the top of the page.
        fn end(&self, again: bool, link: &HtmlElement) {
            let held = dom::document().and_then(|document| document.active_element());
            let was_here = held.is_some_and(|held| self.place.contains(Some(&held)));
            self.show(false, if again { "taking-again" } else { "" });
            let next = dom::by_id("taking-again").filter(|_| again).and_then(|next| next.dyn_into().ok());
            if was_here {
                let _ = next.as_ref().unwrap_or(link).focus();
            }
        }
    }

    /// Fetches the file and has the browser save it; its name, or none when the browser has gone to the page that says why not.
    async fn fetch(panel: &Panel, link: &HtmlElement, stop: &AbortController) -> Result<Option<String>, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let href = link.get_attribute("href").unwrap_or_default();
        let options = RequestInit::new();
        options.set_signal(Some(&stop.signal()));
        let response: Response =
            JsFuture::from(window.fetch_with_str_and_init(&href, &options)).await?.unchecked_into();
        let header = |name| response.headers().get(name).ok().flatten();
        let name = header("content-disposition").and_then(|is| is.split('"').nth(1).map(str::to_owned));
        let (Some(name), Some(body), true) = (name, response.body(), response.ok()) else {
            window.location().assign(&href)?;
            return Ok(None);
        };
        let about = header("x-about-length").and_then(|length| length.parse().ok()).unwrap_or_default();
        let reader: web_sys::ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let (pieces, mut have) = (js_sys::Array::new(), 0_u32);
        loop {
            let read = JsFuture::from(reader.read()).await?;
            let piece = js_sys::Reflect::get(&read, &"value".into())?;
            // Nothing more to come.
            let Some(piece) = piece.dyn_ref::<js_sys::Uint8Array>() else { break };
            pieces.push(piece);
            have = have.saturating_add(piece.length());
            panel.far(have, about);
        }
        save(&pieces, &header("content-type").unwrap_or_default(), &name)?;
        Ok(Some(name))
    }

    /// Has the browser save a file, as if a link to it had been pressed.
    fn save(pieces: &js_sys::Array, media_type: &str, name: &str) -> Result<(), JsValue> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(pieces, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link = dom::document().ok_or(JsValue::NULL)?.create_element("a")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("download", name)?;
        link.unchecked_into::<HtmlElement>().click();
        set_timeout(move || drop(Url::revoke_object_url(&address)), SAVED);
        Ok(())
    }
}
