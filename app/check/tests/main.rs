//! What a check found, in words and as HTML: nothing of the file steers the page or the terminal.

use own_terms_check::{
    as_made, html,
    said::{Said, Verdict, Words, messages, say},
};
use own_terms_domain::reading::Choice as _;
use own_terms_receipt::check::{Fault, Report, Wrong};

fn fault(wrong: Wrong) -> Fault {
    Fault { wrong, line: None, field: None, receipt: None }
}

fn report(faults: Vec<Fault>) -> Report {
    Report { receipts: 2, made_at: "2027-03-01T12:00:00Z".parse().ok(), whole: true, faults, ..Report::default() }
}

/// Says each message by its id, with what stands in it.
fn said(text: &str, report: &Report, published: bool) -> Said {
    let words = Words {
        say: &|id, with| {
            let names: Vec<&str> = with.iter().map(|(name, _)| *name).collect();
            let known = messages().find(|(known, _)| known == id).unwrap_or_else(|| panic!("{id} is not handed over"));
            assert_eq!(known.1, names, "{id}");
            with.iter().fold(id.to_owned(), |said, (name, value)| format!("{said} {name}={value}"))
        },
        moment: &|at| at.to_string(),
    };
    say(text, report, published, &words)
}

#[test]
fn the_answer_comes_first_and_says_against_which_keys() {
    let well = said("", &report(Vec::new()), true);
    assert_eq!((well.verdict, well.heading.as_str()), (Verdict::Well, "check-well"));
    assert_eq!(well.lead, ["check-well-whole", "check-keys-ours"]);
    let alone = said("", &report(Vec::new()), false);
    assert_eq!(alone.lead, ["check-well-whole", "check-keys-alone", "check-keys-compare"]);
    let some = said("", &Report { whole: false, ..report(Vec::new()) }, true);
    assert_eq!(some.lead[0], "check-well-some");
}

#[test]
fn every_fault_is_said_with_where_it_is_and_what_it_means() {
    let text = "{\n  \"number\": 7,\n  \"a\": 1\n";
    for wrong in Wrong::ALL {
        let id = wrong.id();
        let faults = vec![
            Fault { line: Some(3), receipt: Some(7), ..fault(*wrong) },
            Fault { receipt: Some(7), ..fault(*wrong) },
            Fault { receipt: Some(8), ..fault(*wrong) },
            Fault { line: Some(9), ..fault(*wrong) },
            fault(*wrong),
        ];
        let said = said(text, &report(faults), true);
        assert_eq!(said.verdict, Verdict::Wrong);
        let places: Vec<&str> = said.faults.iter().map(|fault| fault.place.as_str()).collect();
        let both = ["check-at-both receipt=7 line=3", "check-at-both receipt=7 line=2"];
        assert_eq!(places[..2], both, "a receipt is where its number is");
        assert_eq!(places[2..], ["check-at-receipt receipt=8", "check-at-line line=9", "check-at-file"]);
        assert!(said.faults.iter().all(|f| f.what == format!("wrong-{id}") && f.means == format!("wrong-{id}-means")));
        assert_eq!(said.faults[0].now, Some(("check-now-says".to_owned(), "\"a\": 1".to_owned())));
        assert!(said.faults[1..].iter().all(|fault| fault.now.is_none()));
    }
}

#[test]
fn what_cannot_be_read_has_an_answer_of_its_own_unless_a_changed_line_is_why() {
    let none = Report { made_at: None, ..report(vec![fault(Wrong::NotReceipts)]) };
    let unread = said("hello", &none, true);
    assert_eq!((unread.verdict, unread.faults.len(), unread.facts.len()), (Verdict::Unread, 0, 0));
    let broken = Report { made_at: None, ..report(vec![Fault { line: Some(1), ..fault(Wrong::Line) }]) };
    let broken = said("hello", &broken, true);
    assert_eq!((broken.verdict, broken.faults.len()), (Verdict::Wrong, 1));
}

#[test]
fn a_line_of_the_file_is_shown_as_text_and_steers_nothing() {
    let line = format!("<img src=x>&\u{1b}[2J\u{202e}{}", "é".repeat(300));
    let said = said(&line, &report(vec![Fault { line: Some(1), ..fault(Wrong::Line) }]), true);
    let shown = &said.faults[0].now.as_ref().unwrap().1;
    assert!(shown.starts_with("<img src=x>&\u{fffd}[2J\u{fffd}é") && shown.ends_with("é…"), "{shown}");
    assert_eq!(shown.chars().count(), 201);
    let html = html::write(&said, true);
    assert!(html.contains("&lt;img src=x&gt;&amp;") && !html.contains("<img"), "{html}");
}

#[test]
fn of_very_many_faults_the_first_are_shown_and_all_are_counted() {
    let said = said("", &report(vec![fault(Wrong::Order); 1000]), true);
    assert_eq!((said.faults.len(), said.more.as_deref()), (20, Some("check-more count=1000")));
}

#[test]
fn the_answer_takes_the_focus_by_itself_only_as_part_of_a_page() {
    let said = said("", &report(Vec::new()), true);
    assert!(html::write(&said, true).contains("tabindex=\"-1\" autofocus>"));
    assert!(!html::write(&said, false).contains("autofocus"));
    assert!(!html::problem("a", "<b>", Some("file")).contains("<b>"));
}

#[test]
fn a_pasted_text_is_the_file_that_it_was_copied_from() {
    for pasted in ["{\n}\n", "{\r\n}\r\n", "{\n}", "\n {\n}\n\n"] {
        assert_eq!(as_made(pasted), "{\n}\n", "{pasted:?}");
    }
}
