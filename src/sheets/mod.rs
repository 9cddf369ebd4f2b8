//! Spreadsheets in and out: pure rules, bytes to drafts and rows to bytes.
//!
//! A file is read ([`read`]), its headers are matched with the columns of a kind ([`map`]), and each
//! kind turns rows into drafts together with every fault of every row at once. No row is written
//! anywhere from here: the service decides, and only when no fault blocks the batch.

pub mod credit;
pub mod divisions;
pub mod error;
pub mod export;
pub mod fault;
pub mod founding;
pub mod line;
pub mod map;
pub mod organizations;
pub mod pinyin;
pub mod progress;
pub mod read;
pub mod spaces;
pub mod templates;
pub mod vocabulary;
pub mod workdays;
pub mod writing;

#[cfg(test)]
mod samples;
