//! Who may do what: the table, and what each operation really answers to each role.

use std::fmt::Write;

use crate::{
    crawl::{self, Cast, Operation},
    golden,
    world::{Reply, World},
};

#[test]
fn the_policy_is_the_kept_one_golden() {
    golden::same("access.txt", &domain::access::as_text());
}

/// T63: every operation as every role, on a thing of one's own and on one of another base or
/// organization. `ok` is anything but "you may not": the rule after the gate is another story.
#[tokio::test]
async fn every_operation_answers_each_role_as_kept_golden() {
    let w = World::new().await;
    let all = crawl::operations(&w);
    let mut cast = Cast::of(&w).await;
    let mut text = format!("{:<34}{:<7}", "operation", "thing");
    for (role, _) in &cast.callers {
        write!(text, "{:<9}", role.split('_').next_back().unwrap_or(role).chars().take(8).collect::<String>()).unwrap();
    }
    text = text.trim_end().to_owned() + "\n";
    let mut bad = Vec::new();
    for operation in &all {
        let sides: &[&str] = if operation.names_a_thing() { &["own", "other"] } else { &["-"] };
        for side in sides {
            let mut line = format!("{:<34}{side:<7}", operation.id);
            let replies = match operation.id.as_str() {
                // They end the callers' own sessions.
                "session_delete" | "sessions_delete" => {
                    let w = World::new().await;
                    let mut cast = Cast::of(&w).await;
                    answers(&w, &mut cast, operation, side).await
                }
                _ => answers(&w, &mut cast, operation, side).await,
            };
            for reply in replies {
                if reply.status >= 500 || reply.status == 400 || reply.status == 415 {
                    bad.push(format!("{} {side}: {reply}", operation.id));
                }
                write!(line, "{:<9}", word(&reply)).unwrap();
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    assert_eq!(bad, Vec::<String>::new(), "a request of the crawl that says nothing about access");
    golden::same("operations.txt", &text);
}

fn word(reply: &Reply) -> String {
    match reply.status {
        401 | 403 | 404 => reply.status.to_string(),
        _ => "ok".to_owned(),
    }
}

/// What each caller is answered. After an operation that changed something, the next caller finds
/// new things.
async fn answers(w: &World, cast: &mut Cast, operation: &Operation, side: &str) -> Vec<Reply> {
    let mut replies = Vec::new();
    for n in 0..cast.callers.len() {
        let caller = cast.callers[n].1.clone();
        let things = if side == "other" { &cast.other } else { &cast.own };
        let reply = operation.call(&caller, things).await;
        if reply.status < 300 && !operation.reads() {
            cast.renew(w, Some(operation)).await;
        }
        replies.push(reply);
    }
    replies
}

/// T64: a guessed id of another base is answered exactly like one that does not exist.
#[tokio::test]
async fn a_thing_of_others_is_answered_like_one_that_is_not_there() {
    let w = World::new().await;
    let cast = Cast::of(&w).await;
    for operation in crawl::operations(&w).into_iter().filter(|op| op.reads() && op.path.contains('{')) {
        for (role, caller) in &cast.callers {
            let caller = caller.with("x-request-id", "same-request-id");
            let reply = operation.call(&caller, &cast.other).await;
            if reply.status != 404 {
                continue;
            }
            let missing = reply.json();
            let address = operation.address(&cast.other);
            // The same kind of identifier with other digits.
            let Some(at) = address.find('_').map(|at| at + 1) else { continue };
            let guessed = format!("{}01ARZ3NDEKTSV4RRFFQ69G5FAV{}", &address[..at], &address[at + 26..]);
            let nothing = caller.get(&guessed).await;
            assert_eq!((nothing.status, nothing.json()), (404, missing), "{role}: {address}");
        }
    }
}
