//! A case worker's own photo.

use leptos::prelude::*;
use own_terms_domain::{
    photo::{MOST_PIXELS, MOST_SENT, NotAPhoto, SIDE},
    reading::Choice as _,
    staff::Staff,
};

use crate::{
    components::{Backlink, Button, ErrorSummary, Form, Kind, photo_by_itself},
    form::FormState,
    i18n::{FluentArgs, say},
    pages::{Page, parts::file_field},
    t,
};

/// The one that is there, and the form for another; `why` is why what was sent is none.
pub fn photo<'a>(staff: &'a Staff, why: Option<NotAPhoto>, form: &'a FormState) -> Page<'a> {
    Page::new("desk-photo-title", move || {
        let error = why.map(say_why);
        let mistakes = error.iter().map(|words| ("photo".to_owned(), words.clone())).collect();
        let there =
            if staff.photo.is_some() { there(staff) } else { view! { <p>{t!("desk-photo-none")}</p> }.into_any() };
        let heading = if staff.photo.is_some() { t!("desk-photo-another") } else { t!("desk-photo-new") };
        let hint = t!("desk-photo-hint", max = megabytes());
        let file = file_field("photo", t!("desk-photo-file"), hint, error, "image/jpeg,image/png");
        view! {
            <Backlink href="/desk/account" />
            {form.problems_with_buttons()}
            <ErrorSummary mistakes />
            <h1>{t!("desk-photo-title")}</h1>
            <p>{t!("desk-photo-choice")}</p>
            <p>{t!("desk-photo-seen")}</p>
            {there}
            <h2>{heading}</h2>
            <ul class="stack">
                <li>{t!("desk-photo-kept")}</li>
                <li>{t!("desk-photo-goes")}</li>
                <li>{t!("desk-photo-copied")}</li>
            </ul>
            <Form id="put".to_owned() file=true>
                {file}
                <Button label=t!("desk-photo-put") kind=Kind::Action name="do".to_owned() value="put".to_owned() />
            </Form>
        }
        .into_any()
    })
}

/// As people see it, and the way to take it away.
fn there(staff: &Staff) -> AnyView {
    view! {
        <p>{t!("desk-photo-there")}</p>
        <p>{photo_by_itself(staff)}</p>
        <Form class="actions" bare=true>
            <Button label=t!("desk-photo-take-away") name="do".to_owned() value="take-away".to_owned() />
        </Form>
    }
    .into_any()
}

/// Why it is none, and what to do.
fn say_why(why: NotAPhoto) -> String {
    let mut args = FluentArgs::new();
    args.set("max", megabytes());
    args.set("side", SIDE);
    args.set("most", MOST_PIXELS / 1_000_000);
    say(&format!("error-photo-{}", why.id()), Some(&args))
}

fn megabytes() -> usize {
    MOST_SENT / (1024 * 1024)
}
