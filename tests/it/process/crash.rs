//! What was acknowledged survives: a stop, a kill, a full disk.

use std::{
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream};

use super::service::{PASSWORD, PROGRAM, Service, answer, free_port, request, run, run_with};

async fn with_an_administrator(folder: &Path) {
    let made =
        run_with(&["admin", "create", "first", "--data", &folder.to_string_lossy()], &format!("{PASSWORD}\n")).await;
    assert!(made.status.success(), "{made:?}");
}

async fn checked(folder: &Path) {
    let check = run(&["check", "--data", &folder.to_string_lossy()]).await;
    assert!(check.status.success(), "{check:?}");
}

/// T27: killed in a stream of acknowledged writes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    with_an_administrator(folder.path()).await;
    let mut all: Vec<String> = Vec::new();
    for round in 0..3 {
        let service = Service::start(folder.path()).await;
        let first = service.sign_in("first", PASSWORD).await;
        let acknowledged = AtomicUsize::new(0);
        let writers = (0..4).map(|writer| {
            let (first, acknowledged) = (first.clone(), &acknowledged);
            async move {
                let mut names = Vec::new();
                for n in 0.. {
                    let name = format!("r{round}w{writer}n{n}");
                    let body = json!({"name": name, "scopes": ["read"], "expires_on": tomorrow()}).to_string();
                    match first.ask("POST", "/tokens", &body).await {
                        Ok(answer) if answer.status == 200 => names.push(name),
                        // Many writers of one person's journal: told to come again, and nothing was written.
                        Ok(answer) if answer.status == 503 => {}
                        Ok(answer) => panic!("{answer:?}"),
                        Err(_) => break,
                    }
                    acknowledged.fetch_add(1, Ordering::SeqCst);
                }
                names
            }
        });
        let killed = async {
            while acknowledged.load(Ordering::SeqCst) < 40 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            service.signal("KILL");
        };
        let (names, ()) = tokio::join!(futures_util::future::join_all(writers), killed);
        all.extend(names.into_iter().flatten());
        drop(first);
        assert!(!service.ended().await.success());
        checked(folder.path()).await;
    }
    let service = Service::start(folder.path()).await;
    let list = service.sign_in("first", PASSWORD).await.get("/tokens").await;
    let kept: Vec<&str> = list["items"].as_array().unwrap().iter().filter_map(|token| token["name"].as_str()).collect();
    let lost: Vec<&String> = all.iter().filter(|name| !kept.contains(&name.as_str())).collect();
    assert_eq!(lost, Vec::<&String>::new(), "of {} acknowledged", all.len());
}

#[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's clock")]
fn tomorrow() -> String {
    (chrono::Utc::now() + chrono::Duration::days(2)).format("%Y-%m-%d").to_string()
}

#[tokio::test]
async fn a_stop_finishes_the_requests_in_flight() {
    let folder = tempfile::tempdir().unwrap();
    with_an_administrator(folder.path()).await;
    let service = Service::start(folder.path()).await;
    let body = json!({"login": "first", "password": PASSWORD}).to_string();
    let text = request("POST", "/api/v1/session", &[], &body);
    let (begin, rest) = text.split_at(text.len() - 10);
    let mut streams = Vec::new();
    for _ in 0..4 {
        let mut stream = TcpStream::connect(("127.0.0.1", service.port)).await.unwrap();
        stream.write_all(begin.as_bytes()).await.unwrap();
        streams.push(stream);
    }
    // The service has read the heads when it answers a later request.
    assert_eq!(service.ask("GET", "/health/live", &[], "").await.unwrap().status, 200);
    service.signal("TERM");
    while TcpStream::connect(("127.0.0.1", service.port)).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for mut stream in streams {
        stream.write_all(rest.as_bytes()).await.unwrap();
        assert_eq!(answer(&mut stream).await.unwrap().status, 200);
    }
    assert_eq!(service.ended().await.code(), Some(0));
    checked(folder.path()).await;
    // A clean stop leaves nothing to be recovered: the folder opens at once.
    let service = Service::start(folder.path()).await;
    service.sign_in("first", PASSWORD).await;
}

/// A disk that takes no more, made by a limit on the size of a file.
#[tokio::test]
async fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    with_an_administrator(folder.path()).await;
    let port = free_port();
    let used = largest(&folder.path().join("db")) / 1024 + 256;
    let script = format!(
        "trap '' XFSZ; ulimit -f {used}; exec '{PROGRAM}' serve --data '{}' --listen 127.0.0.1:{port}",
        folder.path().display()
    );
    let mut command = std::process::Command::new("bash");
    command.args(["-c", &script]).env_clear();
    let service = Service::start_as(command, port).await;
    let first = service.sign_in("first", PASSWORD).await;
    let mut acknowledged = Vec::new();
    let mut refused = None;
    for n in 0..5_000 {
        let body = json!({"name": format!("n{n}"), "scopes": ["read"], "expires_on": tomorrow()}).to_string();
        let answer = first.ask("POST", "/tokens", &body).await.unwrap();
        match answer.status {
            200 => acknowledged.push(format!("n{n}")),
            _ => {
                refused = Some(answer);
                break;
            }
        }
    }
    let refused = refused.expect("the disk was full");
    assert_eq!((refused.status, refused.json()["code"].as_str()), (503, Some("storage_failed")), "{refused:?}");
    assert!(refused.head.contains("retry-after: "), "{refused:?}");
    assert_eq!(service.ask("GET", "/health/live", &[], "").await.unwrap().status, 200, "it still answers");
    drop(first);
    service.signal("KILL");
    service.ended().await;
    checked(folder.path()).await;
    let service = Service::start(folder.path()).await;
    let list = service.sign_in("first", PASSWORD).await.get("/tokens").await;
    let kept: Vec<&str> = list["items"].as_array().unwrap().iter().filter_map(|token| token["name"].as_str()).collect();
    let lost: Vec<&String> = acknowledged.iter().filter(|name| !kept.contains(&name.as_str())).collect();
    assert_eq!(lost, Vec::<&String>::new());
    assert!(acknowledged.len() > 10, "{}", acknowledged.len());
}

/// Bytes of the largest file.
fn largest(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => largest(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .max()
        .unwrap_or(0)
}
