//! `make bench`: drives the real program with a load and prints the figures of RESULTS.md.
//!
//! A folder is filled with the demo, then with organizations up to 10,000 and claims up to 200,000
//! (copies of the demo's own rows, written by the house's own transactions); the program is started
//! on it as a child. Clients are threads with a connection each that ask as fast as they are
//! answered, on the same machine: the figures are of both together.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench prints, and a bench that cannot go on fails"
)]

mod client;
mod fill;
mod reservations;

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use client::Client;

/// Clients at once, as the aims name them.
const CLIENTS: usize = 32;
/// How long each load lasts.
const LASTS: Duration = Duration::from_secs(8);
/// What a client waits between an answer and its next question, where it waits: 32 of them then ask
/// some 300 times a second, more than all desks of a prefecture do.
const PAUSE: Duration = Duration::from_millis(100);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str| arguments.iter().position(|a| a == flag).and_then(|at| arguments.get(at + 1)).cloned();
    // `cargo test --all-targets` runs it too, without a program to drive.
    let Some(program) = after("--bin") else { return };
    let small = arguments.iter().any(|a| a == "--small");
    let folder = tempfile::tempdir().unwrap();
    println!("| what | figure |\n|---|---|");
    let began = Instant::now();
    let accounts = fill::demo(&program, folder.path());
    row("demo filled in", format!("{:.1} s", began.elapsed().as_secs_f64()));
    let (organizations, claims) = if small { (1_000, 5_000) } else { (10_000, 200_000) };
    let began = Instant::now();
    fill::more(folder.path(), organizations, claims);
    row(
        &format!("{organizations} organizations, {claims} claims filled in"),
        format!("{:.1} s", began.elapsed().as_secs_f64()),
    );

    if arguments.iter().any(|a| a == "--core") {
        return core(folder.path());
    }
    let service = Service::start(&program, folder.path(), "first start after filling");
    drop(service);
    let service = Service::start(&program, folder.path(), "start after a clean stop");
    row("memory after the start", service.memory("VmRSS"));
    let person = accounts.iter().find(|(_, _, role)| role == "city_supervisor").expect("a supervisor");
    let client = || Client::signed_in(service.port, &person.0, &person.1);
    let mut first = client();
    let bases: Vec<String> = first.ids("/api/v1/bases");
    let mut clients: Vec<Client> = (0..CLIENTS).map(|_| client()).collect();
    let listed = first.json("/api/v1/certificates");
    let certificates = listed["items"].as_array().unwrap().iter();
    let codes: Vec<String> = certificates.clone().filter_map(|of| of["code"].as_str().map(str::to_owned)).collect();
    // Who has graduated has the longest story.
    let graduates = certificates.filter_map(|of| of["organization"]["id"].as_str().map(str::to_owned)).collect();
    for (what, paths) in reads(&bases, &codes).into_iter().chain(stories(&bases, graduates)) {
        let ask = |client: &mut Client, n: usize| client.get(&paths[n % paths.len()]) == 200;
        load(&format!("{what}, {CLIENTS} eager clients"), &mut clients, None, &ask);
        load(&format!("{what}, {CLIENTS} clients with a pause"), &mut clients, Some(PAUSE), &ask);
    }
    row("memory after the reads", service.memory("VmRSS"));
    let spaces = free_spaces(&mut first, &bases);
    let organizations = first.ids("/api/v1/organizations?limit=200");
    let turn = AtomicUsize::new(0);
    let what = format!("assignments over {} spaces to {} organizations", spaces.len(), organizations.len());
    load(&format!("{what}, {CLIENTS} eager clients"), &mut clients, None, &|client, _| {
        let n = turn.fetch_add(1, Ordering::SeqCst);
        let organization = &organizations[n % organizations.len()];
        let (space, days) = (&spaces[n % spaces.len()], 400 + 2 * (n / spaces.len()) as i64);
        let day = domain::day::Day::of(chrono::DateTime::UNIX_EPOCH, chrono::FixedOffset::east_opt(0).unwrap())
            .plus(today_number() + days);
        let body = format!(r#"{{"space":"{space}","organization":"{organization}","from":"{day}","to":"{day}"}}"#);
        client.post("/api/v1/allocations", &body) == 201
    });
    row("memory after the writes", service.memory("VmRSS"));
    row("most memory at any time", service.memory("VmHWM"));
    let size = fill::bytes(folder.path());
    row("data folder", format!("{} MB", size >> 20));
    drop(service);
    let began = Instant::now();
    let checked = Command::new(&program).args(["check", "--data"]).arg(folder.path()).output().unwrap();
    row("fuhua check", format!("{:.1} s, {}", began.elapsed().as_secs_f64(), checked.status));
    // What does not hold after all this is worth more than the figures.
    if !checked.status.success() {
        println!("{}", String::from_utf8_lossy(&checked.stdout));
    }
    core(folder.path());
}

/// `--core`: this alone.
fn core(folder: &Path) {
    let waits = reservations::claims(folder, CLIENTS, LASTS);
    figures(&format!("claims of the core alone over 500 resources, {CLIENTS} writers"), waits, LASTS, 0);
}

fn row(what: &str, figure: String) {
    println!("| {what} | {figure} |");
}

#[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's clock")]
fn today_number() -> i64 {
    chrono::Utc::now().timestamp() / 86_400
}

/// The reads whose aim is a p99 under 10 ms.
fn reads(bases: &[String], codes: &[String]) -> Vec<(&'static str, Vec<String>)> {
    let each = |end: &str| bases.iter().map(|base| format!("/api/v1/bases/{base}{end}")).collect::<Vec<_>>();
    let words = ["海拉尔", "助残", "牙克石 环保", "hlr", "5215", "志愿", "蒙古", "zzzz"];
    let search = |word: &&str| format!("/api/v1/organizations?limit=10&q={}", client::escaped(word));
    vec![
        ("health", vec!["/health/live".into()]),
        ("session", vec!["/api/v1/session".into()]),
        ("plan of a base for a day", each("/plan")),
        (
            "applications of a base",
            bases.iter().map(|base| format!("/api/v1/applications?base={base}&open=true")).collect(),
        ),
        (
            "residencies of a base",
            bases.iter().map(|base| format!("/api/v1/residencies?base={base}&live=true")).collect(),
        ),
        ("filings of a base", bases.iter().map(|base| format!("/api/v1/filings?base={base}")).collect()),
        ("assessments of a base", bases.iter().map(|base| format!("/api/v1/assessments?base={base}")).collect()),
        (
            "rounds of assessments of a base",
            bases.iter().map(|base| format!("/api/v1/assessment-rounds?base={base}")).collect(),
        ),
        (
            "periodic reports of a base on a quarter",
            bases.iter().map(|base| format!("/api/v1/progress-reports/period?base={base}&period=2026-Q3")).collect(),
        ),
        ("periodic reports of all bases on a quarter", vec!["/api/v1/progress-reports/summary?period=2026-Q3".into()]),
        ("who was resident on a day", vec!["/api/v1/residencies/summary?on=2026-06-30".into()]),
        ("certificates, first page", vec!["/api/v1/certificates".into()]),
        (
            "a certificate looked up by its code",
            codes.iter().map(|code| format!("/api/v1/public/certificates/{code}")).collect(),
        ),
        ("occupancy of a base over a year", each("/occupancy?from=2026-01-01&to=2026-12-31")),
        ("dashboard of a base", each("/overview")),
        ("organizations, first page of 50", vec!["/api/v1/organizations".into()]),
        ("organizations, as one types", words.iter().map(search).collect()),
        ("allocations of a base", bases.iter().map(|base| format!("/api/v1/allocations?base={base}")).collect()),
    ]
}

/// Stories of organizations and what they have received.
fn stories(bases: &[String], organizations: Vec<String>) -> Vec<(&'static str, Vec<String>)> {
    let each = |end: &str| organizations.iter().map(|id| format!("/api/v1/organizations/{id}{end}")).collect();
    let span = "from=2025-12-01&to=2026-11-30";
    vec![
        ("story of an organization", each("/story")),
        ("what an organization has received", each("/value")),
        (
            "what the organizations of a base have received",
            bases.iter().map(|base| format!("/api/v1/value?base={base}&{span}")).collect(),
        ),
        ("what all organizations have received", vec![format!("/api/v1/value?{span}")]),
    ]
}

/// Spaces that can be assigned, of all bases.
fn free_spaces(client: &mut Client, bases: &[String]) -> Vec<String> {
    let mut free = Vec::new();
    for base in bases {
        let plan = client.json(&format!("/api/v1/bases/{base}/plan"));
        let spaces = plan["spaces"].as_array().unwrap().iter();
        free.extend(spaces.filter(|s| s["state"] == "free").filter_map(|s| s["id"].as_str().map(str::to_owned)));
    }
    free
}

/// Asks by many clients for a time and prints how long they waited.
fn load(
    what: &str,
    clients: &mut [Client],
    pause: Option<Duration>,
    ask: &(dyn Fn(&mut Client, usize) -> bool + Sync),
) {
    let began = Instant::now();
    let mut waits: Vec<Duration> = Vec::new();
    let mut failed = 0;
    let asking = |n: usize, client: &mut Client| {
        let (mut waits, mut failed, mut turn) = (Vec::new(), 0, n);
        // Clients with a pause begin one after the other, as people do.
        std::thread::sleep(pause.unwrap_or_default() * n as u32 / CLIENTS as u32);
        while began.elapsed() < LASTS {
            let asked = Instant::now();
            if ask(client, turn) {
                waits.push(asked.elapsed())
            } else {
                failed += 1
            }
            turn += 1;
            std::thread::sleep(pause.unwrap_or_default());
        }
        (waits, failed)
    };
    std::thread::scope(|scope| {
        let asking = &asking;
        let threads: Vec<_> =
            clients.iter_mut().enumerate().map(|(n, client)| scope.spawn(move || asking(n, client))).collect();
        for thread in threads {
            let (some, bad) = thread.join().unwrap();
            waits.extend(some);
            failed += bad;
        }
    });
    figures(what, waits, began.elapsed(), failed);
}

fn figures(what: &str, mut waits: Vec<Duration>, lasted: Duration, failed: usize) {
    waits.sort_unstable();
    let at = |part: f64| waits.get((waits.len() as f64 * part) as usize).map_or(f64::NAN, |w| w.as_secs_f64() * 1e3);
    let rate = waits.len() as f64 / lasted.as_secs_f64();
    row(
        what,
        format!("{rate:.0}/s, p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, {failed} refused", at(0.5), at(0.95), at(0.99)),
    );
}

/// The running program.
struct Service {
    child: Child,
    port: u16,
}

impl Service {
    fn start(program: &str, folder: &Path, what: &str) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let began = Instant::now();
        let mut child = Command::new(program)
            .args(["serve", "--log", "warn", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(folder)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while !Client::ready(port) {
            if let Some(status) = child.try_wait().unwrap() {
                panic!("the service ended with {status} before it was ready");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        row(what, format!("{:.2} s", began.elapsed().as_secs_f64()));
        Self { child, port }
    }

    fn memory(&self, what: &str) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kilobytes =
            status.lines().find_map(|line| line.strip_prefix(what)?.split_whitespace().nth(1)?.parse::<u64>().ok());
        kilobytes.map_or("unknown".into(), |kilobytes| format!("{} MB", kilobytes >> 10))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}
