//! Stories of attachments.

use domain::id::OrganizationId;
use serde_json::{Value, json};

use crate::{organizations::seat, world::World};

async fn organization(w: &World, base: &str, name: &str) -> String {
    w.organization(base, name).await.to_string()
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_under_its_chinese_name() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = organization(&w, "B01", "青禾").await;
    let path = format!("/files?owner={id}");
    let bytes = b"%PDF-1.7\nfirst".to_vec();
    let view = operator.upload(&path, "章程 2026.pdf", &bytes, &[]).await.created();
    assert_eq!(
        (&view["name"], &view["size"], &view["media_type"], &view["owner"], &view["can"]["delete"]),
        (&json!("章程 2026.pdf"), &json!(bytes.len()), &json!("application/pdf"), &json!(id), &Value::Null)
    );
    let content = operator.get(&format!("/files/{}/content", view["id"].as_str().unwrap())).await.status(200);
    assert_eq!(content.bytes, bytes);
    let header = |name: &str| content.header(name).unwrap_or_default().to_owned();
    assert_eq!(
        header("content-disposition"),
        "inline; filename=\"__ 2026.pdf\"; filename*=UTF-8''%E7%AB%A0%E7%A8%8B%202026.pdf"
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(operator.get(&path).await.ok()["items"], json!([view]));
    // The same again is the same file.
    let again = operator.upload(&path, "章程 2026.pdf", &bytes, &[]).await.created();
    assert_eq!(again["id"], view["id"]);
    assert_eq!((w.count("file").await, w.deeds(&id).await), (1, vec!["files.add".to_owned()]));
}

#[tokio::test]
async fn what_a_browser_could_run_is_only_ever_saved() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let path = format!("/files?owner={}", organization(&w, "B01", "青禾").await);
    for (name, bytes, kind) in [
        ("a.pdf", "<html><script>alert(1)</script>", "application/octet-stream"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "text/plain; charset=utf-8"),
        ("a.txt", "草原", "text/plain; charset=utf-8"),
        ("a.xml", "<?xml version='1.0'?><a/>", "application/octet-stream"),
    ] {
        let id = operator.upload(&path, name, bytes.as_bytes(), &[]).await.status(201).id();
        let content = operator.get(&format!("/files/{id}/content")).await.status(200);
        assert!(content.header("content-disposition").unwrap().starts_with("attachment;"), "{content}");
        assert_eq!(content.header("content-type"), Some(kind), "{name}");
    }
    let id = operator.upload(&path, "p.png", b"\x89PNG\r\n\x1a\n0000", &[]).await.status(201).id();
    let content = operator.get(&format!("/files/{id}/content")).await.status(200);
    assert!(content.header("content-disposition").unwrap().starts_with("inline;"));
}

#[tokio::test]
async fn bad_files_are_named_and_leave_nothing() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = organization(&w, "B01", "青禾").await;
    let path = format!("/files?owner={id}");
    let (other, trainer, auditor) = (w.operator("B02").await, w.trainer("B01").await, w.auditor().await);
    let before = w.totals().await;
    operator.upload(&path, "empty.pdf", b"", &[]).await.status(400).field("file", "required");
    operator.upload(&path, "a.exe", b"MZ\x90\x00\x03", &[]).await.status(400).field("file", "unsupported_type");
    operator.upload(&path, "a.pdf", b"x", &[("note", "y")]).await.status(400).field("note", "unknown_field");
    operator.post(&path, json!({})).await.refused(415, "unsupported_type");
    let large = vec![b'x'; (50 << 20) + 1];
    let refused = operator.upload(&path, "large.bin", &large, &[]).await.refused(413, "too_large");
    assert!(refused.problem()["detail"].as_str().unwrap().contains("50 MB"));
    operator.upload("/files", "a.pdf", b"x", &[]).await.status(400).field("owner", "required");
    operator.upload("/files?owner=acc_x", "a.pdf", b"x", &[]).await.refused(404, "not_found");
    operator.upload("/files?owner=org_x", "a.pdf", b"x", &[]).await.refused(404, "not_found");
    other.upload(&path, "a.pdf", b"x", &[]).await.refused(404, "not_found");
    trainer.upload(&path, "a.pdf", b"x", &[]).await.refused(403, "not_allowed");
    auditor.upload(&path, "a.pdf", b"x", &[]).await.refused(403, "not_allowed");
    assert_eq!(w.totals().await, before);
    let left: Vec<_> = std::fs::read_dir(w.folder().join("files")).into_iter().flatten().flatten().collect();
    assert!(left.iter().all(|entry| std::fs::read_dir(entry.path()).unwrap().next().is_none()), "{left:?}");
}

#[tokio::test]
async fn a_file_is_seen_by_whoever_sees_what_it_hangs_on() {
    let w = World::new().await;
    let (operator, other) = (w.operator("B01").await, w.operator("B02").await);
    let id = organization(&w, "B01", "青禾").await;
    let own: OrganizationId = id.parse().unwrap();
    let file = operator.upload(&format!("/files?owner={id}"), "金丝雀.txt", b"canary", &[]).await.status(201).id();
    let content = format!("/files/{file}/content");
    other.get(&content).await.refused(404, "not_found");
    other.get(&format!("/files?owner={id}")).await.refused(404, "not_found");
    other.delete(&format!("/files/{file}")).await.refused(404, "not_found");
    w.trainer("B01").await.get(&content).await.refused(403, "not_allowed");
    w.nobody().get(&content).await.refused(401, "not_signed_in");
    for reader in [w.liaison(own).await, w.auditor().await, w.supervisor().await] {
        assert_eq!(reader.get(&content).await.status(200).bytes, b"canary");
    }
    let stranger: OrganizationId = organization(&w, "B01", "别家").await.parse().unwrap();
    w.liaison(stranger).await.get(&content).await.refused(404, "not_found");
    // A place at the other base opens it there; a file of the term is of both.
    let term = seat(&w, "B02", &id, "C01").await;
    assert_eq!(other.get(&content).await.status(200).bytes, b"canary");
    let signed = other.upload(&format!("/files?owner={term}"), "交接单.txt", b"x", &[]).await.status(201).id();
    assert_eq!(w.liaison(own).await.get(&format!("/files/{signed}/content")).await.status(200).bytes, b"x");
    let base = format!("/files?owner={}", w.base("B01"));
    operator.upload(&base, "消防.txt", b"y", &[]).await.created();
    other.get(&base).await.refused(403, "not_allowed");
    other.upload(&base, "z.txt", b"z", &[]).await.refused(403, "not_allowed");
    assert_eq!(w.deeds(&id).await, vec!["files.add", "files.add"]);
}

#[tokio::test]
async fn a_removed_file_is_gone_from_the_lists_and_known_to_the_history() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = organization(&w, "B01", "青禾").await;
    let file = operator.upload(&format!("/files?owner={id}"), "旧.txt", b"old", &[]).await.status(201).id();
    w.auditor().await.delete(&format!("/files/{file}")).await.refused(403, "not_allowed");
    operator.delete(&format!("/files/{file}")).await.done();
    assert_eq!(operator.get(&format!("/files?owner={id}")).await.ok()["items"], json!([]));
    operator.get(&format!("/files/{file}/content")).await.refused(404, "not_found");
    operator.delete(&format!("/files/{file}")).await.refused(404, "not_found");
    let history = operator.get(&format!("/history/{id}")).await.ok();
    let actions: Vec<&str> = history["items"].as_array().unwrap().iter().filter_map(|l| l["action"].as_str()).collect();
    assert_eq!(actions, ["files.remove", "files.add"]);
    assert_eq!(history["items"][0]["before"]["name"], "旧.txt");
}

#[tokio::test]
async fn a_double_tap_adds_a_file_once() {
    let w = World::new().await;
    let operator = w.operator("B01").await;
    let id = organization(&w, "B01", "青禾").await;
    let path = format!("/files?owner={id}");
    let sent = (0..6).map(|_| operator.upload(&path, "章程.txt", b"x", &[]));
    let answers = futures_util::future::join_all(sent).await;
    let ids: std::collections::BTreeSet<String> = answers.into_iter().map(|answer| answer.status(201).id()).collect();
    assert_eq!((ids.len(), w.count("file").await), (1, 1));
}
