//! The photo of somebody who works here, where they put one there; where they did not there is nothing in its place.

use leptos::prelude::*;
use own_terms_domain::{ids::PhotoId, staff::Staff};

use crate::{
    frame::{Desk, frame},
    t,
};

/// Their photo beside their name. To a screen reader it is nothing: the name says who it is, and "Photo of Jo Evans, Jo Evans"
/// before each of many names would only have to be listened through.
pub fn photo_beside_name(staff: &Staff) -> Option<AnyView> {
    photo(staff.photo?, String::new())
}

/// Their photo by itself: "Photo of Jo Evans". Whoever does not see it knows that it is there to be shown to somebody who does.
pub fn photo_by_itself(staff: &Staff) -> Option<AnyView> {
    photo(staff.photo?, t!("photo-of", name = staff.name.to_string()))
}

/// The photo, where photos are shown. It has its room from the first, so that nothing moves; and it is asked for only where it is
/// about to be seen, so that a long list costs what is looked at of it.
pub(super) fn photo(id: PhotoId, alt: String) -> Option<AnyView> {
    let frame = frame();
    // Each front knows of its own sessions alone.
    let at = if frame.desk == Desk::Not { "/people/photo" } else { "/desk/photo/file" };
    let image = || {
        view! {
            <img class="photo" src=format!("{at}?which={id}") alt=alt width="96" height="96" loading="lazy" />
        }
    };
    frame.photos.then(|| image().into_any())
}
