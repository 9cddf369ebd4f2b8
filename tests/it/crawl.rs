//! Every operation of the document, with addresses and bodies that make sense: what the guards call.
//!
//! A new operation needs a value for each new part of an address in [`things`] and, when it takes a
//! body, one in [`bodies`]; the guards say so by name.

pub mod bodies;
pub mod things;

use poem::{Body, http::Method};
use serde_json::Value;

pub use self::things::{Cast, Things};
use crate::world::{Caller, Reply, World};

/// An operation of the document.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its id, such as `bases_show`.
    pub id: String,
    /// Its method.
    pub method: Method,
    /// Its address, such as `/api/v1/bases/{id}`.
    pub path: String,
    /// What it takes: JSON, a form with files, nothing.
    pub takes: Takes,
    /// As in the document.
    pub spec: Value,
}

/// What an operation takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// No body.
    Nothing,
    /// JSON.
    Json,
    /// A form with a file.
    Form,
}

/// The document of a world.
pub fn document(w: &World) -> Value {
    serde_json::from_str(&fuhua::app::document(w.house())).expect("the document is JSON")
}

/// All operations, in order of their ids.
pub fn operations(w: &World) -> Vec<Operation> {
    let document = document(w);
    let mut all = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for (method, spec) in operations.as_object().expect("operations") {
            let content = &spec["requestBody"]["content"];
            all.push(Operation {
                id: spec["operationId"].as_str().expect("an operation has an id").to_owned(),
                method: method.to_uppercase().parse().expect("a method"),
                path: path.clone(),
                takes: match (content.get("application/json").is_some(), content.get("multipart/form-data").is_some()) {
                    (true, _) => Takes::Json,
                    (_, true) => Takes::Form,
                    _ => Takes::Nothing,
                },
                spec: spec.clone(),
            });
        }
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

impl Operation {
    /// Whether it only reads.
    pub fn reads(&self) -> bool {
        self.method == Method::GET
    }

    /// Whether its address or its query names a thing.
    pub fn names_a_thing(&self) -> bool {
        self.path.contains('{') || bodies::query(&self.id).is_some_and(|query| query.contains('{'))
    }

    /// The address with its parts filled in.
    pub fn address(&self, things: &Things) -> String {
        let mut filled = things.fill(self.path.strip_prefix("/api/v1").unwrap_or(&self.path), &self.id);
        if let Some(query) = bodies::query(&self.id) {
            filled = format!("{filled}?{}", things.fill_words(query, &self.id));
        }
        filled
    }

    /// Calls it.
    pub async fn call(&self, caller: &Caller, things: &Things) -> Reply {
        let address = self.address(things);
        match self.takes {
            Takes::Form => {
                let (name, bytes, fields) = bodies::file(&self.id);
                caller.upload(&address, name, &bytes, fields).await
            }
            Takes::Json => {
                let body = bodies::json(&self.id, things);
                caller.send(self.method.clone(), &address, Some("application/json"), body.to_string().into()).await
            }
            Takes::Nothing => caller.send(self.method.clone(), &address, None, Body::empty()).await,
        }
    }
}
