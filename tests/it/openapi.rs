//! The document: exact, complete, and named as the house names things.

use std::collections::BTreeSet;

use crate::{crawl, golden, world::World};

#[tokio::test]
async fn the_document_is_the_kept_one_golden() {
    let w = World::bare().await;
    // It stands with the page, whose typed client is written from it: so it builds without the service.
    golden::same("../../web/openapi.json", &fuhua::app::document(w.house()));
    let served = w.nobody().get("//api/openapi.json").await;
    assert_eq!(served.text(), fuhua::app::document(w.house()));
}

/// `<word>_<verb>`, one tag of the list, a summary, who may call it, and what it answers when not.
#[tokio::test]
async fn every_operation_says_what_it_is() {
    let w = World::bare().await;
    let document = crawl::document(&w);
    let tags: BTreeSet<&str> =
        document["tags"].as_array().unwrap().iter().filter_map(|tag| tag["name"].as_str()).collect();
    let open = [
        "session_create",
        "setup_show",
        "setup_create",
        "public_intakes",
        "public_intake",
        "public_sign_up",
        "public_notices",
        "public_notice",
        "public_object",
        "public_objection",
        "public_certificate",
    ];
    let mut ids = BTreeSet::new();
    for operation in crawl::operations(&w) {
        let (id, spec) = (&operation.id, &operation.spec);
        assert!(ids.insert(id.clone()), "{id} twice");
        let plain = id.contains('_') && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        assert!(plain, "{id}: an operation is named <word>_<verb>");
        let tagged: Vec<&str> = spec["tags"].as_array().unwrap().iter().filter_map(|tag| tag.as_str()).collect();
        assert!(tagged.len() == 1 && tags.contains(tagged[0]), "{id}: {tagged:?}");
        assert!(spec["summary"].as_str().is_some_and(|text| !text.is_empty()), "{id} has no summary");
        assert_eq!(spec["security"].is_array(), !open.contains(&id.as_str()), "{id}: who may call it?");
        assert!(spec["responses"]["401"].is_object() && spec["responses"]["422"].is_object(), "{id}: its problems");
        for parameter in spec["parameters"].as_array().into_iter().flatten() {
            let said = parameter["description"].as_str().is_some_and(|text| !text.is_empty());
            assert!(said || parameter["in"] == "path", "{id}: what is {}?", parameter["name"]);
        }
    }
}

/// The operations that the sources name, however many of them share an address.
fn named_in(folder: &std::path::Path, ids: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            named_in(&path, ids);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a file");
            let after = text.split("operation_id = \"").skip(1);
            ids.extend(after.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
}

/// Of two parts of the API with one address, the document would show the operations of one alone: then nobody would
/// notice that neither the access matrix nor the crawl asks for the other's.
#[tokio::test]
async fn no_operation_is_missing_in_the_document() {
    let w = World::bare().await;
    let mut named = BTreeSet::new();
    named_in(&crate::world::root().join("src"), &mut named);
    let shown: BTreeSet<String> = crawl::operations(&w).into_iter().map(|operation| operation.id).collect();
    assert_eq!(named, shown);
}

/// Each property of each schema is explained: the document is a product.
#[tokio::test]
async fn every_property_is_explained() {
    let w = World::bare().await;
    let document = crawl::document(&w);
    let mut silent = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (property, spec) in schema["properties"].as_object().into_iter().flatten() {
            let said = |spec: &serde_json::Value| spec["description"].as_str().is_some_and(|text| !text.is_empty());
            let within = spec["allOf"].as_array().into_iter().flatten().any(said);
            if !said(spec) && !within && spec.get("$ref").is_none() {
                silent.push(format!("{name}.{property}"));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

#[tokio::test]
async fn the_readable_page_loads_nothing_from_elsewhere() {
    let w = World::bare().await;
    let page = w.nobody().get("//api/docs").await.status(200);
    let text = page.text();
    for sign in ["src=\"http", "href=\"http", "src=\"//", "@import", "url(http"] {
        assert!(!text.contains(sign), "{sign}");
    }
}
