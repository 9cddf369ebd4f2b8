//! T65: canaries in another base's things, and a crawl over everything that can be read.

use crate::{
    crawl::{self, Cast, things::CANARY},
    world::{Reply, World},
};

/// Who must never see anything of the other base. The city's roles see all, and are left out.
const NARROW: &[&str] = &[
    "base_operator",
    "trainer",
    "mentor",
    "reviewer",
    "evaluator",
    "legal_representative",
    "liaison",
    "initiator",
    "system_administrator",
    "stranger",
    "nobody",
];

/// What a role sees of everything on purpose: who gives roles finds organizations by their names.
const ON_PURPOSE: &[(&str, &str)] = &[("system_administrator", "accounts_organizations")];

#[tokio::test]
async fn nothing_of_another_base_is_in_any_answer() {
    let w = World::new().await;
    let cast = Cast::of(&w).await;
    let mut leaks = Vec::new();
    for operation in crawl::operations(&w).into_iter().filter(crawl::Operation::reads) {
        for role in NARROW {
            if ON_PURPOSE.contains(&(role, operation.id.as_str())) {
                continue;
            }
            for things in [&cast.own, &cast.other] {
                let reply = operation.call(cast.caller(role), things).await;
                assert!(reply.status < 500, "{reply}");
                if readable(&reply).contains(CANARY) {
                    leaks.push(format!("{role}: {}", reply.asked));
                }
            }
        }
    }
    assert_eq!(leaks, Vec::<String>::new());
}

/// The canary is where the crawl would find it: the supervisor sees it in the list of organizations.
#[tokio::test]
async fn the_crawl_would_find_a_leak() {
    let w = World::new().await;
    let cast = Cast::of(&w).await;
    let mut seen = Vec::new();
    for operation in crawl::operations(&w).into_iter().filter(crawl::Operation::reads) {
        let reply = operation.call(cast.caller("city_supervisor"), &cast.other).await;
        if readable(&reply).contains(CANARY) {
            seen.push(operation.id);
        }
    }
    // One by one as the rooms land: the negative control of the test above.
    let rooms: Vec<String> = crawl::operations(&w).into_iter().map(|operation| operation.id).collect();
    let must = [
        "organizations_list",
        "organizations_show",
        "organizations_export",
        "intakes_show",
        "applications_show",
        "applications_list",
        "applications_export",
    ];
    for must in must {
        assert_eq!(seen.iter().any(|id| id == must), rooms.iter().any(|id| id == must), "{must}: {seen:?}");
    }
}

/// The text of an answer; of a workbook, the text of its cells.
fn readable(reply: &Reply) -> String {
    if !reply.bytes.starts_with(b"PK") {
        return reply.text();
    }
    use calamine::Reader;
    let cursor = std::io::Cursor::new(reply.bytes.clone());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(cursor).expect("a workbook");
    let mut text = String::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).expect("a sheet");
        for row in range.rows() {
            text.extend(row.iter().map(|cell| format!("{cell}\t")));
            text.push('\n');
        }
    }
    text
}
