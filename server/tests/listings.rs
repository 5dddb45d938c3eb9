//! Listings read from files: a table, and services of Open Referral UK; all or nothing, with each line that is refused and why.

use own_terms::{
    listings::{Read, Refused, Why, read},
    store::ListingStore as _,
};
use own_terms_domain::{
    form::ErrorKind,
    listing::{MOST_LISTINGS, Topic},
};
use proptest::prelude::*;

use crate::given::{Folder, open};

const HEADS: &str = "id,name,organisation,description,topics,where,when,phone,email,web\n";

fn wrong(file: &str) -> Vec<(u64, Why)> {
    read(file.as_bytes()).unwrap_err().into_iter().map(|Refused { line, why }| (line, why)).collect()
}

#[test]
fn a_table_is_read_with_its_byte_order_mark_quotes_and_only_the_columns_that_it_has() {
    let file =
        "\u{feff}Name,id,organisation,description,Topics\r\n\"Tea, and more\",1,Peers,\"Come\nin\",peers; health\r\n";
    let Read { listings, left_out } = read(file.as_bytes()).unwrap();
    assert_eq!((listings.len(), left_out), (1, 0));
    let one = &listings[0];
    assert_eq!((one.name.as_str(), one.about.as_str()), ("Tea, and more", "Come\nin"));
    assert_eq!((one.topics.as_slice(), &one.place), ([Topic::Peers, Topic::Health].as_slice(), &None));
}

#[test]
fn each_line_that_is_refused_is_said_with_everything_that_is_wrong_with_it() {
    let long = "x".repeat(201);
    let file = format!(
        "{HEADS}1,Tea,Peers,Come in.,peers,,,,,\n1,,Peers,Come in.,money;gold,,,,not an address,javascript:alert(1)\n\
         3,{long},Peers,Come in.,,,,,,https://x.example\n"
    );
    let field = |name, kind| Why::Field(name, kind);
    assert_eq!(
        wrong(&file),
        [
            (3, Why::SameKey),
            (3, field("name", ErrorKind::Empty)),
            (3, field("topics", ErrorKind::NotAChoice)),
            (3, field("email", ErrorKind::NotAnEmail)),
            (3, field("web", ErrorKind::NotAChoice)),
            (4, field("name", ErrorKind::TooLong { max: 200 })),
        ]
    );
    assert_eq!(
        wrong("id,name,description,colour\n"),
        [(1, Why::NoColumn("organisation")), (1, Why::UnknownColumn("colour".to_owned())),]
    );
    assert!(matches!(wrong(&format!("{HEADS}1,Tea\n"))[..], [(2, Why::Unreadable(_))]));
    assert_eq!(wrong(HEADS), [(0, Why::Nothing)]);
    let many: Vec<String> = (0..=MOST_LISTINGS).map(|id| format!("{id},Tea,Peers,Come in.,,,,,,")).collect();
    let many = many.join("\n");
    assert_eq!(wrong(&format!("{HEADS}{many}")), [(0, Why::TooMany)]);
}

#[test]
fn services_of_open_referral_uk_are_read_as_one_as_a_list_and_as_a_page() {
    let one = r#"{"id": "a", "name": "Debt help", "description": "Free.", "status": "active", "url": "https://x.example",
        "email": "a@x.example", "organization": {"id": "o", "name": "Harbour"}, "phones": [{"number": "01632 960120"}],
        "schedules": [{"description": "Mondays"}], "attributes": [{"taxonomy_term": {"name": "Debt advice"}}],
        "service_at_locations": [{"location": {"name": "Hall", "addresses":
            [{"address_1": "12 Quay Street", "city": "Riverside", "postal_code": "RS1 1AA"}]}}], "fees": "none"}"#;
    let closed = r#"{"id": "b", "name": "Gone", "status": "defunct"}"#;
    for (file, left_out) in [
        (one.to_owned(), 0),
        (format!(" [{one}, {closed}]"), 1),
        (format!(r#"{{"total_items": 2, "contents": [{one}, {closed}]}}"#), 1),
    ] {
        let read = read(file.as_bytes()).unwrap();
        assert_eq!((read.listings.len(), read.left_out), (1, left_out), "{file}");
        let listing = &read.listings[0];
        assert_eq!(listing.topics, [Topic::Money]);
        assert_eq!(listing.place.as_ref().unwrap().as_str(), "Hall, 12 Quay Street, Riverside, RS1 1AA");
        assert_eq!(
            [&listing.phone, &listing.email, &listing.open].map(|said| said.as_ref().unwrap().as_str()),
            ["01632 960120", "a@x.example", "Mondays"]
        );
    }
    let bare = r#"[{"id": "a", "name": "Tea"}, {"id": "b"}, 7]"#;
    let lines: Vec<u64> = wrong(bare).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3], "each that is no service");
    assert_eq!(wrong(r#"[{"id": "a", "name": "Tea"}]"#), [(1, Why::Field("description", ErrorKind::Empty))]);
    assert!(matches!(wrong("{")[..], [(0, Why::Unreadable(_))]));
}

#[tokio::test]
async fn what_is_kept_is_the_last_file_and_nothing_else() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let first =
        read(format!("{HEADS}1,Tea,Peers,Come in.,peers,,,,,\n2,Bus,Wheels,A lift.,,,,,,\n").as_bytes()).unwrap();
    store.put_listings(&first.listings).await.unwrap();
    assert_eq!(store.listings().await.unwrap().len(), 2);
    let second =
        read(format!("{HEADS}2,Bus,Wheels,A lift home.,,Here,Now,01,,https://x.example\n").as_bytes()).unwrap();
    store.put_listings(&second.listings).await.unwrap();
    assert_eq!(store.listings().await.unwrap(), second.listings, "as it was read");
    // Two of one key are one too many for the store as well: then what was there stays.
    let twice = [second.listings.clone(), second.listings.clone()].concat();
    assert!(store.put_listings(&twice).await.is_err());
    assert_eq!(store.listings().await.unwrap(), second.listings);
}

proptest! {
    #[test]
    fn whatever_bytes_a_file_has_there_is_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn whatever_text_stands_in_a_table_or_in_json_there_is_an_answer(text in "\\PC{0,80}", heads in any::<bool>()) {
        let _ = read(format!("{}{text}", if heads { HEADS } else { "[" }).as_bytes());
    }
}
