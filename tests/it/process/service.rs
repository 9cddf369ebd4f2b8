//! A running `fuhua`, and the least of HTTP to talk to it.

use std::{
    io::Write,
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_fuhua");
/// A password that the program takes.
pub const PASSWORD: &str = "seven grey herons wade";
/// How long the program may take to be there, on a machine that also compiles.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program with arguments and nothing of this process's settings.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program to its end.
pub async fn run(arguments: &[&str]) -> Output {
    run_with(arguments, "").await
}

/// Runs the program to its end with something on its standard input.
pub async fn run_with(arguments: &[&str], input: &str) -> Output {
    finish(program(arguments), input).await
}

/// Runs a command to its end, off this thread.
pub async fn finish(mut command: Command, input: &str) -> Output {
    let input = input.to_owned();
    let work = move || {
        let mut child = command.spawn().expect("the program starts");
        // It may end without reading.
        let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
        child.wait_with_output().expect("the program ends")
    };
    tokio::task::spawn_blocking(work).await.expect("the program ran")
}

/// What it said when it failed: one line.
pub fn complaint(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(text.lines().count(), 1, "one line: {text}");
    text.trim_end().to_owned()
}

/// A running service.
pub struct Service {
    child: Child,
    pub port: u16,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Service {
    /// Starts it on a folder and waits until it is ready.
    pub async fn start(folder: &Path) -> Self {
        let port = free_port();
        let command =
            program(&["serve", "--data", &folder.to_string_lossy(), "--listen", &format!("127.0.0.1:{port}")]);
        Self::start_as(command, port).await
    }

    /// Starts it by a command that listens at `port`.
    pub async fn start_as(mut command: Command, port: u16) -> Self {
        // Its words are not read while it runs: a full pipe would stop it.
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        let mut service = Self { child, port };
        let begun = Instant::now();
        loop {
            if service.ask("GET", "/health/ready", &[], "").await.is_ok_and(|answer| answer.status == 200) {
                return service;
            }
            let ended = service.child.try_wait().expect("its state");
            assert!(ended.is_none() && begun.elapsed() < PATIENCE, "the program is not ready: {ended:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Asks once, on a connection of its own.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        stream.write_all(request(method, path, headers, body).as_bytes()).await?;
        answer(&mut stream).await
    }

    /// Process number.
    pub fn pid(&self) -> i32 {
        self.child.id().try_into().expect("a process number")
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let done = Command::new("kill").args([&format!("-{name}"), &self.pid().to_string()]).status();
        assert!(done.expect("kill").success());
    }

    /// Waits for its end.
    pub async fn ended(mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Signs in.
    pub async fn sign_in(&self, login: &str, password: &str) -> Person<'_> {
        let body = json!({"login": login, "password": password}).to_string();
        let answer = self.ask("POST", "/api/v1/session", &[], &body).await.expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        let cookie = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        Person {
            service: self,
            cookie: cookie.split(';').next().unwrap_or_default().to_owned(),
            csrf: answer.json()["csrf"].as_str().expect("a cross-site token").to_owned(),
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Person<'a> {
    service: &'a Service,
    cookie: String,
    csrf: String,
}

impl Person<'_> {
    /// The same person at another instance.
    pub fn at<'a>(&self, service: &'a Service) -> Person<'a> {
        Person { service, cookie: self.cookie.clone(), csrf: self.csrf.clone() }
    }

    pub async fn ask(&self, method: &str, path: &str, body: &str) -> std::io::Result<Answer> {
        let headers = [("cookie", self.cookie.as_str()), ("x-csrf-token", self.csrf.as_str())];
        self.service.ask(method, &format!("/api/v1{path}"), &headers, body).await
    }

    pub async fn get(&self, path: &str) -> Value {
        let answer = self.ask("GET", path, "").await.expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }
}

/// The text of a request whose connection ends with its answer.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if !body.is_empty() {
        text.push_str(&format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len()));
    }
    text + "\r\n" + body
}

/// Reads an answer to the end of its connection.
pub async fn answer(stream: &mut TcpStream) -> std::io::Result<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status =
        head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(std::io::ErrorKind::InvalidData)?;
    let whole = |length: &str| length.trim().parse() == Ok(body.len());
    let head = head.replace("\r\n", "\n");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    if length.is_some_and(|length| !whole(length)) {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Answer { status, body: body.to_owned(), head })
}

/// A port that nobody listens at.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}
