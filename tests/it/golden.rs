//! Exact texts that leave the house, kept in `tests/golden`. `make golden` writes them anew; the
//! difference is read before it is committed.

use std::path::PathBuf;

/// The folder of golden files.
pub fn folder() -> PathBuf {
    crate::world::root().join("tests/golden")
}

/// Compares a text with its golden file.
#[track_caller]
pub fn same(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).expect("a golden file is written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == text {
        return;
    }
    let (line, (old, new)) = kept
        .lines()
        .map(Some)
        .chain(std::iter::repeat(None))
        .zip(text.lines().map(Some).chain(std::iter::repeat(None)))
        .enumerate()
        .find(|(_, (old, new))| old != new || old.is_none())
        .expect("the chains have no end");
    panic!(
        "tests/golden/{name} differs from line {}:\n  kept: {}\n  now:  {}\nrun `make golden` and read the difference",
        line + 1,
        old.unwrap_or("(end)"),
        new.unwrap_or("(end)")
    );
}
