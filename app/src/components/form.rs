//! A form that is sent to the page's own address, and comes back with everything that was typed if it is refused.

use leptos::prelude::*;

use super::{Button, Example, Kind, TextInput};
use crate::frame::frame;

/// A form, sent to the page's own address unless `to` says otherwise, with the token that shows it is from here.
///
/// `novalidate`: a browser's own messages come one at a time, vanish, and are in the browser's language.
#[component]
pub fn Form(
    /// The address it is sent to, when not the page's own.
    #[prop(into, default = None)]
    to: Option<String>,
    /// Its id.
    #[prop(into, default = None)]
    id: Option<String>,
    /// Its class, such as `actions` when it holds only buttons.
    #[prop(default = "form")]
    class: &'static str,
    /// True when it holds nothing but buttons: a screen reader then says those, and not where a form begins and ends.
    #[prop(optional)]
    bare: bool,
    /// True when a file is sent with it.
    #[prop(optional)]
    file: bool,
    /// The version of what it changes, so that two people do not overwrite each other without knowing.
    #[prop(into, default = None)]
    version: Option<String>,
    /// The fields and buttons.
    children: Children,
) -> AnyView {
    let frame = frame();
    let role = bare.then_some("none");
    let kind = file.then_some("multipart/form-data");
    let to = to.unwrap_or_else(|| frame.path.clone());
    view! {
        <form method="post" action=to id=id class=class role=role enctype=kind novalidate>
            <input type="hidden" name="token" value=frame.token.clone() />
            {version.map(|version| view! { <input type="hidden" name="version" value=version /> })}
            {children()}
        </form>
    }
    .into_any()
}

/// With a field and a button.
pub(super) fn examples() -> Vec<Example> {
    vec![Example {
        name: "With a field and a button",
        html: || {
            view! {
                <Form version="3".to_owned()>
                    <TextInput name="first-name" label="Your name" autocomplete="given-name" spellcheck=false />
                    <Button label="Save" kind=Kind::Action />
                </Form>
            }
            .into_any()
        },
    }]
}

#[cfg(test)]
mod tests {
    use crate::components::tests::html;

    #[test]
    fn is_a_post_with_token_and_version() {
        let html = html(super::examples()[0]);
        assert!(
            html.starts_with(r#"<form method="post" action="" novalidate><input type="hidden" name="token" value>"#)
                || html.contains(r#"name="token" value="""#),
            "{html}"
        );
        assert!(html.contains(r#"name="version" value="3""#), "{html}");
    }
}
