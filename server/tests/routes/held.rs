//! What is held, and who looked.

use axum::http::StatusCode;
use own_terms::{demo, store::Ask};
use own_terms_domain::{actor::Actor, ids::StaffId, look::Reason};
use uuid::Uuid;

use super::Site;
use crate::given::look;

#[tokio::test]
async fn it_shows_the_person_their_own_and_who_looked_refused_ones_too() {
    let site = Site::new().await;
    let mut browser = site.signed_in("alex").await;
    let alex = demo::chosen("alex").unwrap();
    let stranger = Actor::CaseWorker(StaffId(Uuid::from_u128(77)));
    let ask = Ask { reason: Reason::ConversationAsked, ..look(alex, stranger, None) };
    assert!(site.store.view(ask).await.is_err());
    let page = browser.get("/held").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_whole("/held");
    let text = page.text();
    assert!(text.contains("Understand the letters about my rent.\nSomeone to read them with me."));
    assert!(text.contains("07700 900123") && text.contains("my sister"));
    // Two looks: their own at signing in, and the one that was refused.
    let rows = super::html::tag_names(&page.body).iter().filter(|name| **name == "tr").count();
    assert_eq!(rows, 1 + 2, "{text}");
}

#[tokio::test]
async fn nobody_elses_is_on_it() {
    let site = Site::new().await;
    let text = site.signed_in("priya").await.get("/held").await.text();
    assert!(text.contains("Finish the quilt"));
    for theirs in ["rent", "07700", "Alex", "my sister", "Sleep through the night"] {
        assert!(!text.contains(theirs), "{theirs}");
    }
}
