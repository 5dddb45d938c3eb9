//! How pages put islands in, with everything they say finished in the reader's language.

use jiff::SignedDuration;
use leptos::prelude::*;
use own_terms_domain::form::{ErrorKind, Fields};

use super::{
    data, form_help::FormHelp, leave::Leave, reading::ReadingPreview, search::SearchHeld, stay::Stay, taking::Taking,
};
use crate::{
    components::Progress,
    frame::{Ends, Frame, frame},
    i18n::{FluentArgs, say, say_if_any},
    pages::words::say_clock,
    t,
};

/// The fields that have words of their own for a mistake.
const OWN_WORDS: [&str; 8] = ["words", "audience", "stage", "answer", "from", "until", "should_be", "view"];

/// Help for the form with this id, standing inside it.
pub fn enhance(form: &'static str) -> impl IntoView {
    let frame = frame();
    let pairs = mistakes()
        .with("form", form)
        .with("today", frame.today.to_string())
        .with("person", frame.draft_tag.clone())
        .with("also", t!("draft-also"))
        .with("error", t!("control-error"))
        .with("left", t!("control-left", count = "{count}"))
        .with("over", t!("control-over", count = "{count}"));
    // Safe-contact rules are never kept on a device: whom they protect from may hold it.
    let draft = (frame.own_device && form != "safe").then(|| {
        view! {
            <div class="panel" id="draft" role="status" hidden>
                <p id="draft-said">{t!("draft-found")}</p>
                <div class="actions">
                    <button type="button" class="button" id="draft-put-back">{t!("draft-put-back")}</button>
                    <button type="button" class="button" id="draft-throw-away">{t!("draft-throw-away")}</button>
                </div>
            </div>
        }
    });
    view! {
        {draft}
        <p class="visually-hidden" aria-live="polite" id="form-said"></p>
        <div hidden id="form-help" data-pairs=data::write(&pairs)></div>
        <FormHelp />
    }
}

/// Every mistake in words, for any field and for those with words of their own; `{max}` stands for the number.
fn mistakes() -> Fields {
    let mut args = FluentArgs::new();
    args.set("max", "{max}");
    let mut said = Fields::new();
    for kind in ErrorKind::ALL {
        let id = kind.id();
        said.push(id, say(&format!("error-{id}"), Some(&args)));
        for field in OWN_WORDS {
            if let Some(words) = say_if_any(&format!("error-{field}-{id}"), Some(&args)) {
                said.push(format!("{field}-{id}"), words);
            }
        }
    }
    said
}

/// What stands on every page that has islands.
pub fn everywhere(frame: &Frame) -> impl IntoView + use<> {
    let done = frame.done.clone().unwrap_or_default();
    // A session that only ran out leaves them, so that what was being written is there again after signing in.
    let for_nobody = frame.path == "/signed-out" || frame.shared || (done == "device-saved" && !frame.own_device);
    let drafts = if for_nobody { "forget-all" } else { "keep" };
    let pairs = data::write(&Fields::new().with("to", frame.exit.as_str()).with("drafts", drafts).with("done", done));
    view! { <div hidden id="leaving" data-pairs=pairs></div> <Leave /> {frame.ends.map(|ends| staying(ends, frame.shared))} }
}

/// How long before the end it is said.
const BEFORE: SignedDuration = SignedDuration::from_mins(5);

/// What is said before the session ends, unseen until then. Where nothing moves the end there is no button to move it.
fn staying(ends: Ends, shared: bool) -> impl IntoView + use<> {
    let seconds = |after: SignedDuration| (after - BEFORE).as_secs().max(0).to_string();
    let time = say_clock(ends.at);
    let words = if shared { t!("stay-words-shared", time = time) } else { t!("stay-words", time = time) };
    let pairs = Fields::new()
        .with("wait", seconds(ends.after))
        .with("again", seconds(ends.idle))
        .with("stayed", t!("stay-stayed"));
    view! {
        <section class="panel" id="stay" aria-label=t!("stay-label") hidden data-pairs=data::write(&pairs)>
            <p id="stay-words">{words}</p>
            {ends.can_stay.then(|| view! {
                <button type="button" class="button" id="stay-on">{t!("stay-on")}</button>
            })}
        </section>
        <p class="visually-hidden" aria-live="polite" id="stay-said"></p>
        <Stay />
    }
}

/// Reading settings shown as they are chosen.
pub fn reading_preview() -> impl IntoView {
    view! { <ReadingPreview /> }
}

/// How far a file is, once it is being fetched; hidden until then. Whatever links to a file on the page has a place for what is said of
/// it right after it.
pub fn taking() -> impl IntoView {
    let pairs = Fields::new()
        .with("began", t!("taking-began"))
        .with("far", t!("taking-far", percent = "{percent}"))
        .with("done", t!("taking-done", name = "{name}"))
        .with("stopped", t!("taking-stopped"))
        .with("failed", t!("taking-failed"));
    view! {
        <div id="taking" hidden data-pairs=data::write(&pairs)>
            <div id="taking-bar"><Progress id="taking-far" label=t!("taking-label") /></div>
            <div class="either">
                <button type="button" class="button" id="taking-stop">{t!("taking-stop")}</button>
                <button type="button" class="button unseen" id="taking-again">{t!("taking-again")}</button>
            </div>
        </div>
        <Taking />
    }
}

/// What hides the items that do not have what is being written into the field of the form before it.
pub fn search_held() -> impl IntoView {
    let pairs = data::write(&Fields::new().with("found", t!("held-found", count = "{count}")));
    view! {
        <div hidden id="search" data-pairs=pairs></div>
        <p aria-live="polite" id="search-said"></p>
        <SearchHeld />
    }
}
