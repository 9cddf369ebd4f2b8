//! A client that keeps its connection: the least of HTTP that the bench needs.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

use serde_json::{Value, json};

/// Somebody with a connection and a session.
pub struct Client {
    stream: BufReader<TcpStream>,
    session: String,
}

/// A text as a part of a query.
pub fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

impl Client {
    /// Whether the service answers yet.
    pub fn ready(port: u16) -> bool {
        let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
        let mut client = Self { stream: BufReader::new(stream), session: String::new() };
        client.ask("GET", "/health/ready", "").0 == 200
    }

    /// Signs in on a connection of its own.
    pub fn signed_in(port: u16, login: &str, password: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut client = Self { stream: BufReader::new(stream), session: String::new() };
        let body = json!({"login": login, "password": password}).to_string();
        let (status, head, answer) = client.ask("POST", "/api/v1/session", &body);
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer));
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        let view: Value = serde_json::from_slice(&answer).unwrap();
        client.session = format!(
            "cookie: {}\r\nx-csrf-token: {}\r\n",
            cookie.split(';').next().unwrap_or_default(),
            view["csrf"].as_str().unwrap_or_default()
        );
        client
    }

    /// The status of a read.
    pub fn get(&mut self, path: &str) -> u16 {
        self.ask("GET", path, "").0
    }

    /// The status of a write.
    pub fn post(&mut self, path: &str, body: &str) -> u16 {
        self.ask("POST", path, body).0
    }

    /// What a read says.
    pub fn json(&mut self, path: &str) -> Value {
        let (status, _, body) = self.ask("GET", path, "");
        assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&body));
        serde_json::from_slice(&body).unwrap()
    }

    /// Identifiers of a list.
    pub fn ids(&mut self, path: &str) -> Vec<String> {
        let list = self.json(path);
        let items = list["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|item| item["id"].as_str().map(str::to_owned)).collect()
    }

    fn ask(&mut self, method: &str, path: &str, body: &str) -> (u16, String, Vec<u8>) {
        let mut text = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{}", self.session);
        if !body.is_empty() {
            text.push_str(&format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len()));
        }
        text.push_str("\r\n");
        text.push_str(body);
        self.stream.get_mut().write_all(text.as_bytes()).unwrap();
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(self.stream.read_line(&mut head).unwrap() > 0, "the connection ended: {head}");
        }
        let head = head.replace("\r\n", "\n");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map(|n| n.parse().unwrap());
        let mut answer = vec![0; length.unwrap_or(0)];
        self.stream.read_exact(&mut answer).unwrap();
        if length.is_none() && head.contains("transfer-encoding: chunked") {
            answer = self.chunks();
        }
        (status, head, answer)
    }

    fn chunks(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            let length = usize::from_str_radix(line.trim(), 16).unwrap();
            let mut chunk = vec![0; length + 2];
            self.stream.read_exact(&mut chunk).unwrap();
            if length == 0 {
                return all;
            }
            all.extend_from_slice(&chunk[..length]);
        }
    }
}
