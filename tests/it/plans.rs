//! Every named read of a large table is served by an index.

use std::collections::BTreeMap;

use crate::{
    crawl::{self, Cast},
    world::World,
};

/// Reads of whole tables that stay small, with the reason.
const WHOLE: &[(&str, &str)] = &[
    ("bases_all", "a dozen bases, 150 in a province"),
    ("work_days", "some 35 rows a year"),
    ("divisions_all", "some 1,500 rows, for matching the names of a spreadsheet"),
    ("migrations", "a row a step"),
    ("overview_spaces", "the rooms and desks of all bases, some hundred each, for the figures of the city"),
    ("settings_all", "a handful of values in the life of a house"),
    ("organizations_page", "scanned on purpose: ten times faster than an index, see organizations/store_list.rs"),
    ("organizations_count", "the same conditions as the page"),
    ("imports", "backwards from the newest, as many as are shown; some hundred a year"),
    ("imports_of_kind", "as above"),
    ("journal_from", "the verification reads everything, some rows at a time"),
    ("journal_last_seal", "the last record of the table, read from its end"),
    ("test_count", "the test's own"),
];

/// Plans seen by calling every read of the document as every role, and the reads of the ticks.
async fn plans() -> BTreeMap<&'static str, String> {
    let w = World::watching_plans().await;
    let cast = Cast::of(&w).await;
    crate::applications::one_handed_in(&w).await;
    for operation in crawl::operations(&w).into_iter().filter(crawl::Operation::reads) {
        for (_, caller) in &cast.callers {
            for things in [&cast.own, &cast.other] {
                operation.call(caller, things).await;
            }
        }
    }
    // What changes things also reads; a caller of every role, as things are after the one before.
    for operation in crawl::operations(&w).into_iter().filter(|operation| !operation.reads()) {
        for (_, caller) in &cast.callers {
            operation.call(caller, &cast.own).await;
        }
    }
    w.advance(chrono::Duration::days(2));
    fuhua::applications::ticks::lapse_due(w.house()).await.unwrap();
    fuhua::journal::seal(w.db(), w.now()).await.unwrap();
    fuhua::journal::verify(w.db()).await.unwrap();
    fuhua::accounts::signin::sweep(w.house()).await.unwrap();
    fuhua::http::idempotency::forget(w.house()).await.unwrap();
    w.plans()
}

#[tokio::test]
async fn no_read_scans_a_table_that_grows() {
    let plans = plans().await;
    assert!(plans.len() > 20, "the plans are watched: {:?}", plans.keys());
    let scans: Vec<String> = plans
        .iter()
        .filter(|(name, plan)| plan.contains("TableScan") && !WHOLE.iter().any(|(known, _)| known == *name))
        .map(|(name, plan)| format!("{name}: {plan}"))
        .collect();
    assert_eq!(scans, Vec::<String>::new());
}
