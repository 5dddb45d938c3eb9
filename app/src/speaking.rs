//! Saying something outside a page: in a receipt, in a file that someone takes away.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::frame::Frame;

/// What `say` gives while this frame, and its language, are at hand as they are within a page.
pub fn speaking<T>(frame: Frame, say: impl FnOnce() -> T) -> T {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let said = owner.with(|| {
        provide_context(frame.reading.language);
        provide_context(Arc::new(frame));
        say()
    });
    owner.unset();
    said
}

#[cfg(test)]
mod tests {
    use own_terms_domain::reading::{Language, Reading};

    use super::speaking;
    use crate::{frame::Frame, t};

    #[test]
    fn it_speaks_the_language_of_the_frame_and_then_that_of_before() {
        let welsh = Frame { reading: Reading { language: Language::Welsh, ..Reading::default() }, ..Frame::empty() };
        assert_eq!(speaking(welsh, || t!("save")), "Cadw");
        assert_eq!(speaking(Frame::empty(), || t!("save")), "Save");
    }
}
