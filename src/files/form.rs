//! A form with one file, read piece by piece into the store: a large one never stands in memory.

use domain::{
    code::Code,
    refusal::{FieldFault, Refusal, Values},
};
use poem::{FromRequest, Request, RequestBody, Result, http::StatusCode, web::Multipart};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    payload::Payload,
    registry::{MetaMediaType, MetaRequest, Registry},
    types::multipart::Upload,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{MAX_BYTES, Stored};
use crate::{
    fault::Fault,
    house::House,
    http::{Answer, Problem},
};

/// Room for the form's own lines around the file.
const FRAME: u64 = 16 << 10;
/// So many first bytes say what a file is.
const HEAD: usize = 8 << 10;

/// As the document shows the form.
#[derive(Debug, poem_openapi::Multipart)]
#[expect(dead_code, reason = "only its schema is used; the form is read piece by piece")]
struct FormSchema {
    /// The file, at most 50 MB.
    file: Upload,
}

/// A form whose file is read when the caller has been found to be allowed.
pub struct FileForm(Multipart);

impl std::fmt::Debug for FileForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileForm")
    }
}

/// A file that came.
#[derive(Debug)]
pub struct Arrived {
    /// Its name, made harmless.
    pub name: String,
    /// What it is, by its first bytes.
    pub media_type: &'static str,
    /// Its bytes.
    pub stored: Stored,
}

impl<'a> ApiExtractor<'a> for FileForm {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        <FormSchema as Payload>::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(MetaRequest {
            description: None,
            content: vec![MetaMediaType {
                content_type: "multipart/form-data",
                schema: <FormSchema as Payload>::schema_ref(),
            }],
            required: true,
        })
    }

    async fn from_request(request: &'a Request, body: &mut RequestBody, _: ExtractParamOptions<()>) -> Result<Self> {
        let kind = request.content_type().unwrap_or_default();
        if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("multipart/form-data") {
            return Err(with(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::UnsupportedType).into());
        }
        let length = request.header("content-length").and_then(|length| length.parse::<u64>().ok());
        if length.is_some_and(|length| length > MAX_BYTES as u64 + FRAME) {
            return Err(too_large().into());
        }
        Ok(Self(<Multipart as FromRequest>::from_request(request, body).await?))
    }
}

fn with(status: StatusCode, code: Code) -> Problem {
    Problem::new(status, code, &Values::new())
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TooLarge, &Values::from([("max", "50 MB".into())]))
}

fn bad(fault: FieldFault) -> Problem {
    let mut problem = Problem::from(Refusal::fields(vec![fault]));
    problem.body.status = StatusCode::BAD_REQUEST.as_u16();
    problem
}

impl FileForm {
    /// Reads the field `file` into the store.
    ///
    /// # Errors
    /// No such field or another one, an empty file, a program, more than [`MAX_BYTES`].
    pub async fn read(mut self, house: &House) -> Answer<Arrived> {
        let broken = |_| bad(FieldFault::new("file", Code::Malformed));
        let field = self.0.next_field().await.map_err(broken)?;
        let Some(field) = field else { return Err(bad(FieldFault::new("file", Code::Required))) };
        let called = field.name().unwrap_or_default().to_owned();
        if called != "file" {
            return Err(bad(FieldFault::new(called, Code::UnknownField)));
        }
        let name = harmless(field.file_name().unwrap_or_default());
        let part = house.blobs.part(&format!("upload-{}", &house.chance.secret()[..16])).await.map_err(Fault::Files)?;
        let mut file = tokio::fs::File::create(part.path()).await.map_err(Fault::Files)?;
        let mut bytes = field.into_async_read().take(MAX_BYTES as u64 + 1);
        let (mut buffer, mut head, mut size) = (vec![0; 64 << 10], Vec::new(), 0);
        loop {
            // A connection that breaks here is the caller's, not the disk's.
            let read = bytes.read(&mut buffer).await.map_err(|_| bad(FieldFault::new("file", Code::Malformed)))?;
            let piece = buffer.get(..read).unwrap_or_default();
            if piece.is_empty() {
                break;
            }
            size += read;
            if size > MAX_BYTES {
                return Err(too_large());
            }
            head.extend(piece.iter().take(HEAD - head.len().min(HEAD)));
            file.write_all(piece).await.map_err(Fault::Files)?;
        }
        let media_type = super::sniff(&head);
        if size == 0 {
            return Err(bad(FieldFault::new("file", Code::Required)));
        }
        if super::is_program(media_type) {
            return Err(bad(FieldFault::new("file", Code::UnsupportedType)));
        }
        file.flush().await.map_err(Fault::Files)?;
        drop(file);
        let stored = house.blobs.adopt(part).await.map_err(Fault::Files)?;
        Ok(Arrived { name, media_type, stored })
    }
}

/// The last part of a path, without signs that would change how a name is read, at most 200 characters.
fn harmless(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // Marks of direction make `exe.fdp` look like a `pdf`.
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let plain: String = last.chars().filter(|c| !hidden(*c)).collect();
    let plain = plain.trim().trim_start_matches('.');
    if plain.is_empty() {
        return "file".to_owned();
    }
    let count = plain.chars().count();
    // A long name keeps its end, which says what it is.
    if count <= 200 {
        plain.to_owned()
    } else {
        plain.chars().take(180).chain(['…']).chain(plain.chars().skip(count - 19)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_name_is_only_a_name() {
        assert_eq!(harmless("章程.pdf"), "章程.pdf");
        assert_eq!(harmless("C:\\tmp\\..\\a.txt"), "a.txt");
        assert_eq!(harmless("../../etc/passwd"), "passwd");
        assert_eq!(harmless("a\u{202e}fdp.exe\r\n"), "afdp.exe");
        assert_eq!(harmless("..."), "file");
        assert_eq!(harmless(""), "file");
        assert_eq!(harmless(&format!("{}.pdf", "长".repeat(300))).chars().count(), 200);
    }
}
