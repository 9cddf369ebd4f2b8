//! Examples in the document: real requests and their real answers, recorded by a story that a test
//! runs (`tests/it/examples.rs`), so that no example can promise what the service does not do.

use serde_json::{Map, Value};

/// Operation id → `{"request": …, "response": …}`.
const RECORDED: &str = include_str!("examples.json");

/// Puts the recorded examples into an OpenAPI document.
pub fn put_into(document: &mut Value) {
    let recorded: Map<String, Value> = serde_json::from_str(RECORDED).unwrap_or_default();
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for operation in paths.values_mut().filter_map(Value::as_object_mut).flat_map(|methods| methods.values_mut()) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(example) = recorded.get(&id) else { continue };
        if let (Some(request), Some(content)) = (example.get("request"), operation.pointer_mut("/requestBody/content"))
        {
            put(content, request);
        }
        let answers = operation.get_mut("responses").and_then(Value::as_object_mut);
        for (status, answer) in answers.into_iter().flatten() {
            if status.starts_with('2')
                && let (Some(response), Some(content)) = (example.get("response"), answer.get_mut("content"))
            {
                put(content, response);
            }
        }
    }
}

fn put(content: &mut Value, example: &Value) {
    for (kind, media) in content.as_object_mut().into_iter().flatten() {
        if kind.starts_with("application/json")
            && let Some(media) = media.as_object_mut()
        {
            media.insert("example".to_owned(), example.clone());
        }
    }
}
