//! How pages put islands in, with everything they say finished in the reader's language.

use leptos::prelude::*;
use own_terms_domain::form::ErrorKind;

use super::{
    form_help::{DraftWords, FormHelp, FormWords},
    leave::{Drafts, Leave},
    reading::ReadingPreview,
    search::SearchHeld,
};
use crate::{
    frame::{Frame, frame},
    i18n::{FluentArgs, say, say_if_any},
    t,
};

/// The fields that have words of their own for a mistake.
const OWN_WORDS: [&str; 6] = ["words", "audience", "stage", "answer", "from", "until"];

/// Help for the form with this id, standing inside it.
pub fn enhance(form: &'static str) -> impl IntoView {
    let frame = frame();
    // Safe-contact rules are never kept on a device: whom they protect from may hold it.
    let draft = (frame.own_device && form != "safe").then(|| DraftWords {
        person: frame.draft_tag.clone(),
        found: t!("draft-found"),
        put_back: t!("draft-put-back"),
        throw_away: t!("draft-throw-away"),
    });
    let words = FormWords {
        error: t!("control-error"),
        mistakes: mistakes(),
        left: [t!("control-left", count = "{count}"), t!("control-over", count = "{count}")],
    };
    view! { <FormHelp form=form.to_owned() today=frame.today.to_string() words draft /> }
}

/// Every mistake in words, for any field and for those with words of their own; `{max}` stands for the number.
fn mistakes() -> Vec<(String, String)> {
    let mut args = FluentArgs::new();
    args.set("max", "{max}");
    let mut said = Vec::new();
    for kind in ErrorKind::ALL {
        let id = kind.id();
        said.push((id.to_owned(), say(&format!("error-{id}"), Some(&args))));
        for field in OWN_WORDS {
            if let Some(words) = say_if_any(&format!("error-{field}-{id}"), Some(&args)) {
                said.push((format!("{field}-{id}"), words));
            }
        }
    }
    said
}

/// What stands on every page that has islands.
pub fn everywhere(frame: &Frame) -> impl IntoView + use<> {
    let drafts = match (&frame.person, &frame.done) {
        (None, _) => Drafts::ForgetAll,
        (Some(_), Some(_)) => Drafts::ForgetSent,
        (Some(_), None) => Drafts::Keep,
    };
    view! { <Leave to=frame.exit.clone() drafts /> }
}

/// Reading settings shown as they are chosen.
pub fn reading_preview() -> impl IntoView {
    view! { <ReadingPreview /> }
}

/// Finding an item among what is held.
pub fn search_held() -> impl IntoView {
    view! { <SearchHeld label=t!("held-search") hint=t!("held-search-hint") found=t!("held-found", count = "{count}") /> }
}
