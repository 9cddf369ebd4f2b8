//! Stories of accounts: signing in and out, passwords, roles, tokens, the first administrator.

mod manage;
mod setup;
mod signin;
mod tokens;

use serde_json::{Value, json};

use crate::world::{Caller, Reply, World};

/// Signs in over HTTP.
async fn sign_in(w: &World, login: &str, password: &str) -> Reply {
    w.nobody().post("/session", json!({"login": login, "password": password})).await
}

/// The person behind an answer of a sign-in, with its own cookie.
fn entered(w: &World, reply: &Reply) -> Caller {
    let csrf = reply.json()["csrf"].as_str().expect("a cross-site token").to_owned();
    w.nobody().by_session(&reply.cookie(), &csrf)
}

/// An account that an administrator makes, with the password that came with it.
async fn made(w: &World, login: &str) -> (String, String) {
    let made = w.admin().await.post("/accounts", json!({"login": login, "name": "图雅"})).await.created();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    (text(&made["account"]["id"]), text(&made["password"]))
}
