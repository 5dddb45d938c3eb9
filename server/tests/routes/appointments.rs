//! Appointments: each part of the terms is saved, and comes back on its form.

use axum::http::StatusCode;

use super::Site;

const TERMS: &str = "/appointments/terms";

#[tokio::test]
async fn each_part_is_saved_and_comes_back_on_its_form() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    for (path, with, fields) in [
        (
            "/appointments/terms/formats",
            "rank-writing",
            vec![("rank-my-place", "1"), ("place-my-place", "the <library>"), ("rank-writing", "2")],
        ),
        (
            "/appointments/terms/with-me",
            "companion",
            vec![("companion", "my sister"), ("interpreter", "bsl"), ("adjustments", "breaks"), ("also", "a & b")],
        ),
        (
            "/appointments/terms/pace",
            "longest",
            vec![("longest", "15"), ("gap", "28"), ("most", "2"), ("notice", "5"), ("reminders", "day-before")],
        ),
        ("/appointments/terms/times", "from-1", vec![("from-1", "09:30"), ("until-1", "10:00"), ("from-2", "")]),
    ] {
        let done = browser.fill_in(path, with, &fields).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, TERMS), "{path}: {}", done.text());
        let form = browser.get(path).await.form_with(with);
        for (name, value) in fields {
            assert_eq!(form.all(name).next(), Some(value), "{path} {name}");
        }
        assert_eq!(browser.get(TERMS).await.status, StatusCode::OK);
    }
    let state = site.held("sam").await;
    assert_eq!((state.pace().longest, state.pace().gap, state.pace().most), (15, 28, Some(2)));
    assert_eq!(state.formats().meetings.len(), 2);
}

#[tokio::test]
async fn breaks_are_added_and_taken_away() {
    let site = Site::new().await;
    let mut browser = site.signed_in("sam").await;
    let path = "/appointments/terms/breaks";
    let day = |days: i64| crate::given::at(days * 24 * 60).today.to_string();
    for (from, name) in [(20, "second"), (3, "first <b>")] {
        let fields = [("from", &*day(from)), ("until", &*day(from + 2)), ("name", name), ("do", "add")];
        let done = browser.fill_in(path, "from", &fields).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, path));
    }
    let names = |state: &own_terms_domain::state::State| -> Vec<String> {
        state.breaks().breaks.iter().map(|a_break| a_break.name.as_ref().unwrap().to_string()).collect()
    };
    assert_eq!(names(&site.held("sam").await), ["first <b>", "second"]);
    let form = browser.get(path).await.forms().into_iter().find(|form| form.all("at").next() == Some("0")).unwrap();
    let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("do", "remove"));
    assert_eq!(browser.post(path, &fields).await.status, StatusCode::SEE_OTHER);
    // The same button touched twice takes away no other break.
    assert_eq!(browser.post(path, &fields).await.status, StatusCode::CONFLICT);
    assert_eq!(names(&site.held("sam").await), ["second"]);
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    for (path, with, first, second) in [
        ("/appointments/terms/pace", "longest", ("longest", "10"), ("longest", "90")),
        ("/appointments/terms/with-me", "companion", ("companion", "my brother"), ("companion", "nobody <b>")),
        ("/appointments/terms/formats", "rank-video", ("rank-video", "1"), ("rank-at-home", "1")),
        ("/appointments/terms/times", "from-5", ("until-2", "16:00"), ("until-2", "14:30")),
        ("/contact/ways", "rank-email", ("detail-text", "07700 900999"), ("detail-text", "07700 900111")),
        ("/contact/safe", "word", ("word", "heron"), ("word", "wren")),
        ("/contact", "about", ("about", "this"), ("about", "that")),
    ] {
        let old = browser.get(path).await.form_with(with);
        let answer = if path == "/contact" { vec![("answer", "yes")] } else { vec![] };
        let mut fields = vec![first];
        fields.extend(&answer);
        assert_eq!(browser.fill_in(path, with, &fields).await.status, StatusCode::SEE_OTHER, "{path}");
        let before = site.everything().await;
        let mut fields: Vec<(&str, &str)> = old.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.retain(|(name, _)| *name != second.0);
        fields.push(second);
        fields.extend(&answer);
        let told = browser.post(path, &fields).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{path}");
        told.assert_whole(path);
        assert_eq!(told.form_with(with).all(second.0).next(), Some(second.1), "{path}: what was typed is kept");
        assert_eq!(site.everything().await, before, "{path}: nothing was overwritten");
        // Sent again once told, it is saved.
        let form = told.form_with(with);
        let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.extend(&answer);
        assert_eq!(browser.post(path, &fields).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}
