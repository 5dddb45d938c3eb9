//! Takes out what only a hydrating browser needs.

/// The document without the `<!>` that Leptos puts where the browser might one day put something.
///
/// Outside islands nobody ever looks for them; they are no valid HTML, and a page of rows has thousands. Within an
/// island they stay. What people wrote holds none: its `<` is written `&lt;`.
pub(super) fn without_markers(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<leptos-island") {
        let end = end_of_island(&rest[start..]) + start;
        out.push_str(&rest[..start].replace("<!>", ""));
        out.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    out.push_str(&rest.replace("<!>", ""));
    out
}

/// Where the island that `html` starts with ends, with those inside it.
fn end_of_island(html: &str) -> usize {
    let mut depth = 0;
    for (at, tag) in html.match_indices('<').map(|(at, _)| (at, &html[at..])) {
        if tag.starts_with("<leptos-island") {
            depth += 1;
        } else if tag.starts_with("</leptos-island") {
            depth -= 1;
            if depth == 0 {
                return tag.find('>').map_or(html.len(), |close| at + close + 1);
            }
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::without_markers;

    #[test]
    fn go_outside_islands_and_stay_within() {
        let html =
            "<p>a<!>b</p><leptos-island x=\"1\">c<!>d<leptos-island>e<!></leptos-island><!></leptos-island><!>f<!>";
        let kept = "<p>ab</p><leptos-island x=\"1\">c<!>d<leptos-island>e<!></leptos-island><!></leptos-island>f";
        assert_eq!(without_markers(html), kept);
    }

    #[test]
    fn an_island_that_never_ends_is_left_alone() {
        assert_eq!(without_markers("<!>a<leptos-island><!>"), "a<leptos-island><!>");
    }
}
