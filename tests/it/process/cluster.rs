//! Several instances over one database server: `make test-cluster` builds the server and runs these.
//!
//! What keeps two writers of one process apart, the queue in front of a family, does not exist
//! between processes; what is left is the guard that both write.

use std::{path::Path, process::Stdio, time::Duration};

use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::service::{Person, Service, free_port, program, run};

/// The server that `make test-cluster` has built.
fn server() -> String {
    std::env::var("FUHUA_DATABASE_SERVER").expect("the path of a database server: run `make test-cluster`")
}

/// A running database server.
struct Server {
    child: std::process::Child,
    port: u16,
}

impl Server {
    async fn start(folder: &Path, port: u16) -> Self {
        let child = std::process::Command::new(server())
            .args(["start", "--user", "root", "--pass", "root", "--bind", &format!("127.0.0.1:{port}")])
            .arg(format!("surrealkv://{}", folder.join("server").display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let server = Self { child, port };
        for _ in 0..3_000 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the database server does not listen");
    }

    fn url(&self) -> String {
        format!("ws://127.0.0.1:{}", self.port)
    }

    /// Ends it as a power failure does.
    fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What every instance is started with.
fn settings<'a>(url: &'a str, folder: &'a str) -> [&'a str; 8] {
    ["--db", url, "--db-user", "root", "--db-password", "root", "--data", folder]
}

async fn instance(url: &str, folder: &Path) -> Service {
    let (port, folder) = (free_port(), folder.to_string_lossy().into_owned());
    let listen = format!("127.0.0.1:{port}");
    let mut arguments = vec!["serve", "--listen", &listen];
    arguments.extend(settings(url, &folder));
    Service::start_as(program(&arguments), port).await
}

/// The demo over the server: logins with their passwords by role and scope.
async fn filled(url: &str, folder: &Path) -> Vec<Vec<String>> {
    let folder = folder.to_string_lossy().into_owned();
    let mut arguments = vec!["demo"];
    arguments.extend(settings(url, &folder));
    let made = run(&arguments).await;
    assert!(made.status.success(), "{made:?}");
    let lines = String::from_utf8(made.stdout).expect("text");
    lines.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

async fn checked(url: &str, folder: &Path) {
    let folder = folder.to_string_lossy().into_owned();
    let mut arguments = vec!["check"];
    arguments.extend(settings(url, &folder));
    let check = run(&arguments).await;
    assert!(check.status.success(), "{check:?}");
}

fn account<'a>(accounts: &'a [Vec<String>], role: &str) -> (&'a str, &'a str) {
    let found = accounts.iter().find(|line| line[2] == role).expect("an account of the role");
    (&found[0], &found[1])
}

/// Spaces of the first base of somebody that nobody has, and organizations to give them to.
async fn free(person: &Person<'_>) -> (Vec<String>, Vec<String>) {
    let text = |value: &Value| value["id"].as_str().expect("an identifier").to_owned();
    let base = text(&person.get("/bases").await["items"][0]);
    let plan = person.get(&format!("/bases/{base}/plan")).await;
    let spaces = plan["spaces"].as_array().expect("spaces").iter();
    let spaces = spaces.filter(|space| space["state"] == "free" && space["kind"] == "desk").map(text).collect();
    let list = person.get("/organizations?limit=50&live=true").await;
    (spaces, list["items"].as_array().expect("organizations").iter().map(text).collect())
}

fn term(space: &str, organization: &str, days: i64) -> String {
    #[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's clock")]
    let from = (chrono::Utc::now() + chrono::Duration::days(days)).format("%Y-%m-%d").to_string();
    json!({"space": space, "organization": organization, "from": from, "to": from}).to_string()
}

/// T19: of writers at two instances exactly one gets a desk, and the others hear that it is taken.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a database server: make test-cluster"]
async fn two_instances_give_a_desk_once() {
    let (data, one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Server::start(data.path(), free_port()).await;
    let accounts = filled(&server.url(), one.path()).await;
    let url = server.url();
    let (first, second) = tokio::join!(instance(&url, one.path()), instance(&url, two.path()));
    let (login, password) = account(&accounts, "base_operator");
    let here = first.sign_in(login, password).await;
    // One session holds at both, and what one writes the other reads.
    let there = here.at(&second);
    let (spaces, organizations) = free(&there).await;
    assert!(spaces.len() >= 2 && organizations.len() >= 8, "{} {}", spaces.len(), organizations.len());
    for round in 0..20 {
        let space = &spaces[round % spaces.len()];
        let asked = organizations.iter().take(8).enumerate().map(|(n, organization)| {
            let person = if n % 2 == 0 { &here } else { &there };
            let body = term(space, organization, 500 + round as i64);
            async move { person.ask("POST", "/allocations", &body).await.expect("an answer") }
        });
        let answers = futures_util::future::join_all(asked).await;
        let won = answers.iter().filter(|answer| answer.status == 201).count();
        assert_eq!(won, 1, "round {round}: {answers:#?}");
        for answer in answers.iter().filter(|answer| answer.status != 201) {
            assert_eq!((answer.status, answer.json()["code"].as_str()), (409, Some("taken")), "{answer:?}");
        }
    }
    // Who signs out at one is out at the other.
    assert_eq!(here.ask("DELETE", "/session", "").await.unwrap().status, 204);
    assert_eq!(there.ask("GET", "/session", "").await.unwrap().status, 401);
    drop((here, there));
    drop((first, second));
    checked(&server.url(), one.path()).await;
}

/// The database goes away and comes back; nothing acknowledged is lost, nobody has to restart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a database server: make test-cluster"]
async fn a_lost_database_is_told_and_found_again() {
    let (data, one) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Server::start(data.path(), free_port()).await;
    let (url, port) = (server.url(), server.port);
    let accounts = filled(&url, one.path()).await;
    let service = instance(&url, one.path()).await;
    let (login, password) = account(&accounts, "base_operator");
    let person = service.sign_in(login, password).await;
    let (spaces, organizations) = free(&person).await;
    let mut acknowledged = Vec::new();
    for n in 0..10 {
        let body = term(&spaces[n % spaces.len()], &organizations[n % organizations.len()], 500 + n as i64);
        let answer = person.ask("POST", "/allocations", &body).await.unwrap();
        assert_eq!(answer.status, 201, "{answer:?}");
        acknowledged.push(answer.json()["id"].as_str().unwrap().to_owned());
    }
    server.kill();
    let away = person.ask("GET", "/session", "").await.unwrap();
    assert_eq!((away.status, away.json()["code"].as_str()), (503, Some("database_away")), "{away:?}");
    assert_eq!(service.ask("GET", "/health/ready", &[], "").await.unwrap().status, 503);
    assert_eq!(service.ask("GET", "/health/live", &[], "").await.unwrap().status, 200, "it still answers");
    let server = Server::start(data.path(), port).await;
    let mut waited = 0;
    while person.ask("GET", "/session", "").await.unwrap().status != 200 {
        waited += 1;
        assert!(waited < 300, "the service does not find its database again");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    for id in &acknowledged {
        person.get(&format!("/allocations/{id}")).await;
    }
    let body = term(&spaces[0], &organizations[0], 600);
    assert_eq!(person.ask("POST", "/allocations", &body).await.unwrap().status, 201);
    drop(person);
    drop(service);
    checked(&server.url(), one.path()).await;
}
