//! The document round every page: head, skip link, banner, quick exit, the page, and the foot.
