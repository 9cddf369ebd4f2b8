//! Papers that leave the house as PDF: agreements, certificates.
//!
//! A layout is a Typst file that holds no word of any language: it reads its data, all of it plain text, from
//! `data.json`. Nothing else is read, no file, no network, no clock, so that the same data is the same paper, byte by
//! byte. The fonts are part of the program.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic, Warned},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// An agreement (协议) with its annexes.
    Agreement,
    /// A certificate (证书).
    Certificate,
}

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The data are not what the layout reads; a fault of the program, not of who asked.
    #[error("the layout does not take these data: {0}")]
    Layout(String),
    /// The paper cannot be written as PDF.
    #[error("the paper cannot be written: {0}")]
    Pdf(String),
}

const LAYOUTS: &[(&str, &str)] = &[
    ("/agreement.typ", include_str!("layouts/agreement.typ")),
    ("/certificate.typ", include_str!("layouts/certificate.typ")),
    ("/house.typ", include_str!("layouts/house.typ")),
];

const FONTS: &[&[u8]] =
    &[include_bytes!("fonts/NotoSerifCJKsc-Regular.otf"), include_bytes!("fonts/NotoSerifCJKsc-Bold.otf")];

/// Paper is made of what the program brings; it is the same for everybody.
struct House {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    House { library: LazyHash::new(Library::default()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// What one paper is made of.
struct Desk {
    main: FileId,
    data: Bytes,
}

fn file(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &HOUSE.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &HOUSE.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = LAYOUTS.iter().find(|(path, _)| file(path) == Some(id));
        let (_, text) = found.ok_or(FileError::AccessDenied)?;
        Ok(Source::new(id, (*text).to_owned()))
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if file("/data.json") == Some(id) { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        HOUSE.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A paper says the day that its data say.
        None
    }
}

fn told(errors: impl IntoIterator<Item = SourceDiagnostic>) -> String {
    let texts: Vec<String> = errors.into_iter().map(|error| error.message.to_string()).collect();
    texts.join("; ")
}

/// The modules of a QR code that holds a text, row by row; 1 is dark. None for a text that none holds.
///
/// A quarter of it may be soiled (level Q): it is read from paper that was folded and copied.
#[must_use]
pub fn qr(text: &str) -> Option<Vec<Vec<u8>>> {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::Q).ok()?;
    let modules = code.to_colors();
    let row = |row: &[qrcode::Color]| row.iter().map(|of| u8::from(*of == qrcode::Color::Dark)).collect();
    Some(modules.chunks(code.width()).map(row).collect())
}

/// Makes a paper: `data` is JSON as the layout reads it. Takes some tenths of a second of a processor, so it is for
/// threads that may be kept busy.
///
/// # Errors
/// When the data are not what the layout reads.
pub fn pdf(layout: Layout, data: &[u8]) -> Result<Vec<u8>, PaperError> {
    let path = match layout {
        Layout::Agreement => "/agreement.typ",
        Layout::Certificate => "/certificate.typ",
    };
    let main = file(path).ok_or_else(|| PaperError::Layout(path.to_owned()))?;
    let desk = Desk { main, data: Bytes::new(data.to_vec()) };
    let Warned { output, .. } = typst::compile::<PagedDocument>(&desk);
    let document = output.map_err(|errors| PaperError::Layout(told(errors)))?;
    let bytes = typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default());
    // What was remembered of this paper is of no use for the next.
    typst::comemo::evict(2);
    bytes.map_err(|errors| PaperError::Pdf(told(errors)))
}

#[cfg(test)]
mod tests;
