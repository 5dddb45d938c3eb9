//! "I see it differently": the person's own words, which stand beside a record at once.

use leptos::prelude::*;
use own_terms_domain::{
    form::Parse as _, item::ItemId, record::OtherView, state::State, text::OwnWords as Words, time::Now,
};

use super::{Written, shown};
use crate::{
    components::{Backlink, Button, Form, Kind as ButtonKind, Link, OwnWords, Textarea},
    form::FormState,
    islands::enhance,
    pages::Page,
    t,
};

/// The form as it is opened: filled in with what they said before.
pub fn differently_form(state: &State, written: Written<'_>) -> FormState {
    FormState::of(state.other_view(written.id).map(OtherView::fields).unwrap_or_default())
}

/// That what was written stays, and how a record can be changed after all.
fn stays(written: Written<'_>) -> AnyView {
    if !written.can_be_put_right() {
        return view! { <li>{t!("differently-happens-message")}</li> }.into_any();
    }
    view! {
        <li>{t!("differently-happens-stays")} " " <Link href=written.address("correct") label=t!("correct-heading") /></li>
    }
    .into_any()
}

/// The page.
pub fn differently<'a>(state: &'a State, written: Written<'a>, form: &'a FormState, now: Now) -> Page<'a> {
    Page::new("differently-title", move || {
        let id = ItemId::OtherView(written.id);
        let said = state.other_view(written.id);
        let erase = said.map(|_| {
            let href = format!("/held/erase?what={id}");
            view! { <p><Link href label=t!("differently-erase") /></p> }
        });
        let fields = view! {
            <input type="hidden" name="what" value=written.held.id.to_string() />
            <Textarea name="view" label=t!("differently-view") hint=t!("differently-view-hint") value=form.value("view")
                error=form.error("view") max=Words::MAX />
        };
        view! {
            <Backlink href=written.back() />
            {form.problems(|| said.map(|view| view! { <OwnWords text=view.words.as_str() /> }).into_any())}
            <h1>{t!("differently-heading")}</h1>
            <p class="your-choice">{t!("record-choice")}</p>
            <h2>{t!("correct-says")}</h2>
            {shown(written, now)}
            <h2>{t!("differently-happens")}</h2>
            <ul class="stack">
                <li>{t!("differently-happens-at-once")}</li>
                <li>{t!("differently-happens-who")}</li>
                {stays(written)}
            </ul>
            <Form id="differently".to_owned() to=written.address("differently") version=form.version(state.version(id))>
                {fields}
                {enhance("differently")}
                <Button label=t!("save") kind=ButtonKind::Action />
            </Form>
            {erase}
        }
        .into_any()
    })
    .with_islands()
}
