//! Attachments: the bytes in a folder under their SHA-256, their particulars in the database.
//!
//! Written to a temporary name, synced and renamed, so that a name in the folder always has all of
//! its bytes; the row is written after. A file is served inline only when a browser cannot be
//! made to run it.
//!
//! Owns the table `file`; the routes under `/files`.

pub mod api;
pub mod form;
pub mod service;
pub mod store;

use std::{
    io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

/// Largest attachment.
pub const MAX_BYTES: usize = 50 << 20;

/// The folder of attachments' bytes.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

/// A file that is being written; it is removed when it is not adopted.
#[derive(Debug)]
pub struct Part(PathBuf);

impl Part {
    /// Where to write.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // After the adoption there is nothing left under this name.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Bytes that were stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 in hex.
    pub sha256: String,
    /// Bytes.
    pub size: usize,
}

impl Blobs {
    /// The store in a folder, which is made when the first file comes.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn path(&self, sha256: &str) -> Option<PathBuf> {
        let plain = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit());
        plain.then(|| self.folder.join(&sha256[..2]).join(sha256))
    }

    /// Stores bytes durably and returns their name.
    pub async fn put(&self, bytes: &[u8]) -> io::Result<Stored> {
        let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let path = self.path(&sha256).ok_or_else(|| io::Error::other("a digest is always a name"))?;
        if tokio::fs::metadata(&path).await.is_ok_and(|meta| meta.len() == bytes.len() as u64) {
            return Ok(Stored { sha256, size: bytes.len() });
        }
        let parent = path.parent().unwrap_or(Path::new("."));
        tokio::fs::create_dir_all(parent).await?;
        let part = path.with_extension("part");
        let mut file = tokio::fs::File::create(&part).await?;
        file.write_all(bytes).await?;
        file.sync_all().await?;
        drop(file);
        tokio::fs::rename(&part, &path).await?;
        tokio::fs::File::open(parent).await?.sync_all().await?;
        Ok(Stored { sha256, size: bytes.len() })
    }

    /// A name for a file that is being written, in the folder itself so that it can be renamed.
    /// What is not [adopted](Self::adopt) goes away with the returned guard.
    pub async fn part(&self, word: &str) -> io::Result<Part> {
        let folder = self.folder.join("new");
        tokio::fs::create_dir_all(&folder).await?;
        Ok(Part(folder.join(format!("{word}.part"))))
    }

    /// Takes a file that was written under a [part](Self::part)'s name into the store, durably.
    pub async fn adopt(&self, part: Part) -> io::Result<Stored> {
        let blobs = self.clone();
        tokio::task::spawn_blocking(move || blobs.adopt_now(&part)).await.map_err(io::Error::other)?
    }

    fn adopt_now(&self, part: &Part) -> io::Result<Stored> {
        let mut file = std::fs::File::open(&part.0)?;
        let mut digest = Sha256::new();
        let size = io::copy(&mut file, &mut digest)?;
        file.sync_all()?;
        let sha256: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let path = self.path(&sha256).ok_or_else(|| io::Error::other("a digest is always a name"))?;
        let parent = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(parent)?;
        std::fs::rename(&part.0, &path)?;
        std::fs::File::open(parent)?.sync_all()?;
        Ok(Stored { sha256, size: usize::try_from(size).unwrap_or(usize::MAX) })
    }

    /// Opens bytes by their name, to read a part of them; for threads that may block.
    pub fn open(&self, sha256: &str) -> io::Result<std::fs::File> {
        match self.path(sha256) {
            Some(path) => std::fs::File::open(path),
            None => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }

    /// How many bytes are there under a name; none when there is no such file.
    pub async fn size(&self, sha256: &str) -> Option<u64> {
        tokio::fs::metadata(self.path(sha256)?).await.ok().map(|meta| meta.len())
    }

    /// Reads bytes by their name.
    pub async fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        match self.path(sha256) {
            Some(path) => tokio::fs::read(path).await,
            None => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }
}

/// What kind of file the bytes are: by their first bytes, never by the name alone. A text that was cut
/// within a character is still one.
#[must_use]
pub fn sniff(bytes: &[u8]) -> &'static str {
    let text = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    match infer::get(bytes) {
        Some(kind) => kind.mime_type(),
        None if text => "text/plain",
        None => "application/octet-stream",
    }
}

/// Whether it is a program: nothing that an office keeps as evidence, and the first thing that is
/// passed on by people who mean harm.
#[must_use]
pub fn is_program(media_type: &str) -> bool {
    matches!(
        media_type,
        "application/vnd.microsoft.portable-executable"
            | "application/x-executable"
            | "application/x-mach-binary"
            | "application/x-msi"
            | "application/java"
            | "application/vnd.android.dex"
            | "application/wasm"
    )
}

/// Whether a browser may show it in place: pictures and documents that run nothing.
#[must_use]
pub fn shows_inline(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_come_back_under_their_digest() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(folder.path());
        let stored = blobs.put(b"abc").await.unwrap();
        assert_eq!(stored.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(blobs.get(&stored.sha256).await.unwrap(), b"abc");
        assert!(blobs.get("../../etc/passwd").await.is_err());
    }

    #[tokio::test]
    async fn a_part_is_adopted_or_gone() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(folder.path());
        let part = blobs.part("one").await.unwrap();
        std::fs::write(part.path(), b"abc").unwrap();
        let stored = blobs.adopt(part).await.unwrap();
        assert_eq!(stored, blobs.put(b"abc").await.unwrap());
        let part = blobs.part("two").await.unwrap();
        std::fs::write(part.path(), b"half").unwrap();
        let path = part.path().to_owned();
        drop(part);
        assert!(!path.exists());
    }

    #[test]
    fn a_page_is_never_shown_inline() {
        assert_eq!(sniff(b"<html><script>alert(1)</script>"), "text/html");
        assert_eq!(sniff(&"草原".as_bytes()[..5]), "text/plain");
        assert!(
            is_program(sniff(b"MZ\x90\x00")) && is_program(sniff(&[b"\x7fELF\x02\x01".as_slice(), &[0; 64]].concat()))
        );
        assert!(!shows_inline("text/html") && !shows_inline("image/svg+xml") && shows_inline("image/png"));
    }
}
