//! The house is tidy: who imports whom, where SurrealQL lives, sizes, heads, languages.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

struct File {
    path: String,
    text: String,
}

fn rust_files(folders: &[&str]) -> Vec<File> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let root = crate::world::root();
    let mut found = Vec::new();
    for folder in folders {
        walk(&root.join(folder), &mut found);
    }
    found.sort();
    found
        .into_iter()
        .map(|path| File {
            path: path.strip_prefix(&root).expect("within").to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).expect("a file"),
        })
        .collect()
}

/// What stands before the first `mod tests {`, without comments.
fn code(file: &File) -> String {
    let text = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.ends_with("/tests.rs") || path.ends_with("/props.rs") || path.contains("/tests/")
}

/// The capabilities, from below to above: one may use those before it, through their face.
const CAPABILITIES: &[&str] = &[
    "accounts",
    "divisions",
    "bases",
    "settings",
    "workdays",
    "organizations",
    "spaces",
    "applications",
    "reviews",
    "notices",
    "certificates",
    "residencies",
    "assessments",
    "progress",
    "filings",
    "story",
    "imports",
    "overview",
];
/// What stands under all of them.
const SERVICES: &[&str] = &["claims", "journal", "files", "papers"];
/// What anything may use.
const GROUND: &[&str] = &["db", "http", "house", "clock", "fault", "messages"];

/// The room of a file or of a path behind `crate::`.
fn room(path: &str) -> &str {
    path.split(['/', ':', ';', ',', '}', '.', ' ', '(']).next().unwrap_or_default()
}

/// Everything behind `crate::` in a file: `use crate::{a::b, c}` gives a and c.
fn imports(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => rooms.push(room(rest).to_owned()),
            Some(list) => {
                let mut depth = 0;
                let mut item = String::new();
                for c in list.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            rooms.push(room(item.trim()).to_owned());
                            item.clear();
                            continue;
                        }
                        _ => {}
                    }
                    item.push(c);
                }
                rooms.push(room(item.trim()).to_owned());
            }
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms.sort();
    rooms.dedup();
    rooms
}

/// Ways against the direction that are there, each with its reason; none is added.
const KNOWN: &[(&str, &str, &str)] =
    &[("accounts", "bases", "who is signed in is answered with the bases within reach, for the page's first paint")];

fn may(from: &str, to: &str) -> bool {
    let place = |room: &str| CAPABILITIES.iter().position(|word| *word == room);
    if from == to || KNOWN.iter().any(|known| (known.0, known.1) == (from, to)) || GROUND.contains(&to) && from != "db"
    {
        return true;
    }
    match from {
        // The composition root and the command line know everything.
        "app" | "cli" | "ticks" | "check" | "demo" | "main" | "lib" => true,
        "db" => to == "journal",
        // The shell asks who a cookie is; that one face of accounts is all it knows.
        "http" => matches!(to, "accounts" | "journal"),
        "house" => matches!(to, "files" | "accounts"),
        "telemetry" => to == "config",
        _ if SERVICES.contains(&from) => SERVICES.contains(&to),
        _ => SERVICES.contains(&to) || place(from).zip(place(to)).is_some_and(|(from, to)| to < from),
    }
}

#[test]
fn rooms_are_entered_in_the_allowed_directions_only() {
    let mut wrong = Vec::new();
    for file in rust_files(&["src"]) {
        if file.path.starts_with("src/domain/") || file.path.starts_with("src/sheets/") || is_test(&file.path) {
            continue;
        }
        let from = room(file.path.trim_start_matches("src/")).to_owned();
        for to in imports(&code(&file)) {
            if !may(&from, &to) {
                wrong.push(format!("{}: crate::{to}", file.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn within_a_capability_the_way_is_from_api_to_service_to_store() {
    let mut wrong = Vec::new();
    for file in rust_files(&["src"]) {
        let Some(room) = CAPABILITIES.iter().find(|word| file.path.starts_with(&format!("src/{word}/"))) else {
            continue;
        };
        let code = code(&file);
        let store = file.path.contains("/store");
        let api = file.path.contains("/api");
        for (sign, bad) in [("super::api", !api), ("super::service", store), ("poem_openapi", store)] {
            if bad && code.contains(sign) && !file.path.ends_with("/mod.rs") {
                wrong.push(format!("{}: {sign}", file.path));
            }
        }
        let _ = room;
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// SurrealQL stands in `db` and in the stores; elsewhere the rows have typed functions. The seals and
/// the keys of repeated requests have their few statements in place.
#[test]
fn only_the_database_room_and_the_stores_speak_surrealql() {
    let signs = ["SELECT ", "UPDATE {", "UPDATE ONLY", "UPSERT ", "CREATE ONLY", "DELETE {", "INSERT INTO", "RELATE "];
    let known = ["src/http/idempotency.rs", "src/journal/seal.rs"];
    let mut wrong = Vec::new();
    for file in rust_files(&["src", "scheduler"]) {
        let store = file.path.starts_with("src/db/") || file.path.contains("/store");
        if store || is_test(&file.path) || known.contains(&file.path.as_str()) {
            continue;
        }
        let code = code(&file);
        wrong.extend(signs.iter().filter(|sign| code.contains(*sign)).map(|sign| format!("{}: {sign}", file.path)));
        if code.contains("surrealdb::Surreal") || code.contains("surrealdb::engine") {
            wrong.push(format!("{}: the engine itself", file.path));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Files that are larger than they should be; a number here only ever goes down.
const LARGE: &[(&str, usize)] = &[];

#[test]
fn files_are_small_and_open_with_what_they_are_for() {
    let large: BTreeMap<&str, usize> = LARGE.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in rust_files(&["src", "scheduler", "tests"]) {
        let lines = file.text.lines().count();
        let most = large.get(file.path.as_str()).copied().unwrap_or(500);
        if lines > most {
            wrong.push(format!("{}: {lines} lines, at most {most}", file.path));
        }
        let inner = file.path.ends_with("/tests.rs") || file.path.ends_with("/props.rs");
        if !file.text.starts_with("//!") && !inner {
            wrong.push(format!("{}: does not open with //! and what it is for", file.path));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Sentences for people are in the catalogues; the words of spreadsheets in and out and the invented
/// data of the demo are theirs. A comment may give a term of the field.
#[test]
fn no_chinese_stands_in_the_code() {
    let homes = ["src/sheets/", "src/demo", "src/messages/", "src/cli.rs", "src/app.rs", "src/accounts/password.rs"];
    let mut wrong = Vec::new();
    for file in rust_files(&["src", "scheduler"]) {
        let export = file.path.ends_with("/export.rs");
        if export || is_test(&file.path) || homes.iter().any(|home| file.path.starts_with(home)) {
            continue;
        }
        for line in code(&file).lines() {
            let bare = line.split("//").next().unwrap_or_default();
            if bare.chars().any(is_chinese) {
                wrong.push(format!("{}: {}", file.path, line.trim()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_left_for_later_and_nothing_is_read_from_the_machine() {
    let never = [
        ("TODO", "do it, or say in the papers that it is not done"),
        ("FIXME", "do it"),
        ("todo!(", "do it"),
        ("unimplemented!(", "do it"),
        ("Utc::now(", "the clock is house.clock"),
        ("Local::now(", "the clock is house.clock"),
        ("rand::rng(", "chance is house.chance"),
        ("thread_rng(", "chance is house.chance"),
    ];
    let mut wrong = Vec::new();
    for file in rust_files(&["src", "scheduler", "tests"]) {
        if matches!(file.path.as_str(), "src/clock.rs" | "tests/it/tidy.rs") {
            continue;
        }
        for (sign, instead) in never {
            let tests_may = is_test(&file.path) && sign.ends_with('(');
            if file.text.contains(sign) && !tests_may {
                wrong.push(format!("{}: {sign} ({instead})", file.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_unwraps_on_a_path_that_input_reaches() {
    let mut wrong = Vec::new();
    for file in rust_files(&["src", "scheduler/src"]) {
        let samples = file.path == "src/sheets/samples.rs";
        if is_test(&file.path) || samples || file.path.starts_with("src/domain/") {
            continue;
        }
        for line in code(&file).lines().filter(|line| line.contains(".unwrap()") || line.contains("panic!(")) {
            wrong.push(format!("{}: {}", file.path, line.trim()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A word of a workbook that the catalogue lacks would show as its key.
#[test]
fn every_word_of_a_workbook_is_in_the_catalogue() {
    let catalogue = std::fs::read_to_string(crate::world::root().join("src/messages/zh.toml")).expect("the catalogue");
    let known: Vec<&str> = catalogue.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect();
    let mut wrong = Vec::new();
    for file in rust_files(&["src"]).iter().filter(|file| !is_test(&file.path)) {
        for word in code(file).split('"').filter(|part| part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')) {
            let ours = ["column_", "value_", "sheet_title_"].iter().any(|sign| word.starts_with(sign));
            if ours && !known.contains(&word) {
                wrong.push(format!("{}: {word}", file.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
