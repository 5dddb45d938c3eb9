//! How SQLite finds what a page needs: by an index, and without going through the rest.

use own_terms::store::sqlite::{items, lists};
use sqlx::{Connection as _, Row as _};

use crate::{
    files::behind,
    given::{Folder, open},
};

/// How SQLite finds the answer to a query, a line a step.
async fn plan(folder: &Folder, sql: &'static str) -> Vec<String> {
    let mut connection = behind(folder).await;
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
    let steps = sqlx::query(explain).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    steps.iter().map(|step| step.get("detail")).collect()
}

#[tokio::test]
async fn a_page_of_any_list_is_found_by_an_index_and_costs_no_more_the_more_there_are() {
    let folder = Folder::new();
    let store = open(&folder).await;
    drop(store);
    for (sql, by) in [
        (lists::OF_KIND[0], "USING COVERING INDEX item_of_kind (claimant_id=? AND <expr>=? AND version<?)"),
        (lists::OF_KIND[1], "USING COVERING INDEX item_of_kind (claimant_id=? AND <expr>=? AND version>?)"),
        (lists::TAKEN_AWAY[0], "USING INDEX ledger_taken_away (claimant_id=? AND number<?)"),
        (lists::TAKEN_AWAY[1], "USING INDEX ledger_taken_away (claimant_id=? AND number>?)"),
        (lists::NEXT, "USING PRIMARY KEY (claimant_id=? AND item_id>?)"),
        (lists::LOOKS, "USING PRIMARY KEY (claimant_id=? AND number<?)"),
        (lists::ENTRIES, "USING PRIMARY KEY (claimant_id=? AND number<?)"),
        (lists::LOOKS_BY_OTHERS, "USING INDEX look_by_others (claimant_id=? AND looked_at>?)"),
        (lists::LOOKS_BY, "USING INDEX look_by_another (claimant_id=? AND actor_id=? AND number<?)"),
        (lists::ENTRIES_BY, "USING INDEX ledger_by_another (claimant_id=? AND actor_id=? AND number<?)"),
        (lists::PROMISED, "USING INDEX promised_of_staff (staff_id=? AND ends_at>?)"),
        (lists::LAST_LOOK, "USING INDEX look_by_another (claimant_id=? AND actor_id=?)"),
        (lists::ANOTHERS, "SCAN CONSTANT ROW"),
        (lists::OWED, "USING COVERING INDEX item_by_organisation (actor_id=?)"),
        (lists::SHARED, "USING COVERING INDEX item_found_by (found_by=? AND item_id>?)"),
        (lists::FIRST_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=?)"),
        (lists::LAST_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=?)"),
        (lists::ENTRIES_OF, "USING INDEX ledger_of_item (claimant_id=? AND item_id=? AND number<?)"),
    ] {
        let plan = plan(&folder, sql).await;
        assert!(plan[0].contains(by), "{sql}: {plan:?}");
        for step in &plan {
            // The names of the parts that are asked for are a list of a few.
            let step = step.replace("SCAN json_each", "").replace("SCAN CONSTANT ROW", "");
            assert!(!step.contains("SCAN") && !step.contains("TEMP B-TREE"), "{sql}: {plan:?}");
        }
    }
}

#[tokio::test]
async fn items_are_found_by_their_names_and_no_others_are_gone_through() {
    let folder = Folder::new();
    drop(open(&folder).await);
    for (sql, steps) in [(items::SOME, ["item_id=?)", "item_id>? AND item_id<?)"].as_slice()), (items::ALL, &[])] {
        let plan = plan(&folder, sql).await;
        for by in steps {
            let by = format!("SEARCH item USING PRIMARY KEY (claimant_id=? AND {by}");
            assert!(plan.contains(&by), "{by}: {plan:?}");
        }
        let scans = plan.iter().filter(|step| step.contains("SCAN") && !step.contains("VIRTUAL TABLE"));
        assert_eq!(scans.count(), 0, "{plan:?}");
    }
}
