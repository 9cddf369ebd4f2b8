//! The form that brings a file: streamed to the disk within the limit, never held whole in memory.

use std::str::FromStr;

use domain::{
    code::Code,
    id::BaseId,
    import::ImportKind,
    refusal::{FieldFault, Refusal, Values},
    words::Word,
};
use poem::{FromRequest, Request, RequestBody, Result, http::StatusCode, web::Multipart};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    payload::Payload,
    registry::{MetaMediaType, MetaRequest, Registry},
    types::multipart::Upload,
};
use sheets::map::Overrides;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    files::{MAX_BYTES, Stored},
    house::SharedHouse,
    http::Problem,
};

/// Bytes of a field that is not the file.
const MAX_FIELD: u64 = 64 << 10;

/// As the document shows the form.
#[derive(Debug, poem_openapi::Multipart)]
#[expect(dead_code, reason = "only its schema is used; the form is read field by field")]
struct FormSchema {
    /// The spreadsheet: `.xlsx` or `.csv`, at most 50 MB.
    file: Upload,
    /// What it holds: `organizations`, `spaces` or `workdays`.
    kind: ImportKindText,
    /// For which base; needed only by operators of several bases.
    base: Option<String>,
    /// Assignment of headers as JSON, `{"header": "field"}`; an empty field leaves the column out.
    mapping: Option<String>,
    /// Row of the headers, when it is not found by itself.
    header_row: Option<u32>,
    /// For `workdays`: the file is the whole calendar of the years that it names; days that differ are put right.
    replace: Option<bool>,
}

type ImportKindText = String;

/// The form as read.
#[derive(Debug)]
pub struct SheetForm {
    /// What the file holds.
    pub kind: ImportKind,
    /// For which base.
    pub base: Option<BaseId>,
    /// Assignment of headers.
    pub mapping: Overrides,
    /// Row of the headers.
    pub header_row: Option<u32>,
    /// It is the whole calendar of its years.
    pub replaces: bool,
    /// Name of the file.
    pub file_name: String,
    /// Its bytes.
    pub stored: Stored,
}

#[derive(Default)]
struct Found {
    kind: Option<String>,
    base: Option<String>,
    mapping: Option<String>,
    header_row: Option<String>,
    replace: Option<String>,
    file: Option<(String, Stored)>,
}

impl<'a> ApiExtractor<'a> for SheetForm {
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
            return Err(status(Problem::of(Code::UnsupportedType), StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let length = request.header("content-length").and_then(|length| length.parse::<u64>().ok());
        if length.is_some_and(|length| length > (MAX_BYTES as u64) + MAX_FIELD * 4) {
            return Err(too_large());
        }
        let house = request.data::<SharedHouse>().cloned().ok_or_else(|| Problem::of(Code::Internal))?;
        let mut multipart = <Multipart as FromRequest>::from_request(request, body).await?;
        let mut found = Found::default();
        while let Some(field) = multipart.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                let file_name = field.file_name().unwrap_or_default().to_owned();
                found.file = Some((file_name, store(&house, field).await?));
                continue;
            }
            let mut text = String::new();
            let read = field.into_async_read().take(MAX_FIELD).read_to_string(&mut text).await;
            read.map_err(|_| bad(FieldFault::new(name.clone(), Code::Malformed)))?;
            let slot = match name.as_str() {
                "kind" => &mut found.kind,
                "base" => &mut found.base,
                "mapping" => &mut found.mapping,
                "header_row" => &mut found.header_row,
                "replace" => &mut found.replace,
                _ => return Err(bad(FieldFault::new(name, Code::UnknownField))),
            };
            *slot = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        }
        found.read().map_err(|faults| status(Problem::from(Refusal::fields(faults)), StatusCode::BAD_REQUEST))
    }
}

impl Found {
    /// All bad fields at once.
    fn read(self) -> std::result::Result<SheetForm, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let kind = match self.kind.as_deref().map(ImportKind::from_str) {
            Some(Ok(kind)) => Some(kind),
            other => {
                let code = if other.is_some() { Code::NotOneOf } else { Code::Required };
                let allowed: Vec<&str> = ImportKind::WORDS.iter().map(|kind| kind.word()).collect();
                faults.push(FieldFault::new("kind", code).with("allowed", allowed));
                None
            }
        };
        let base = self.base.and_then(|text| {
            let read = text.parse::<BaseId>();
            read.map_err(|bad| faults.extend(bad.at("base").fields)).ok()
        });
        let mapping = self.mapping.map_or_else(Overrides::new, |text| {
            let read = serde_json::from_str(&text);
            read.map_err(|_| faults.push(FieldFault::new("mapping", Code::Malformed))).unwrap_or_default()
        });
        let header_row = self.header_row.and_then(|text| {
            let read = text.parse::<u32>().ok().filter(|row| *row > 0);
            if read.is_none() {
                let max = i64::from(u32::MAX);
                faults.push(FieldFault::new("header_row", Code::OutOfRange).with("min", 1).with("max", max));
            }
            read
        });
        let replaces = self.replace.is_some_and(|text| {
            if !matches!(text.as_str(), "true" | "false") {
                faults.push(FieldFault::new("replace", Code::WrongType));
            }
            text == "true"
        });
        match &self.file {
            None => faults.push(FieldFault::new("file", Code::Required)),
            Some((_, stored)) if stored.size == 0 => faults.push(FieldFault::new("file", Code::SheetEmpty)),
            Some(_) => {}
        }
        match (kind, self.file) {
            (Some(kind), Some((file_name, stored))) if faults.is_empty() => {
                Ok(SheetForm { kind, base, mapping, header_row, replaces, file_name, stored })
            }
            _ => Err(faults),
        }
    }
}

/// Streams the file into the store of attachments.
async fn store(house: &SharedHouse, field: poem::web::Field) -> Result<Stored> {
    let failed = |error: std::io::Error| poem::Error::from(Problem::from(crate::fault::Fault::Files(error)));
    let part = house.blobs.part(&format!("upload-{}", &house.chance.secret()[..16])).await.map_err(failed)?;
    let mut file = tokio::fs::File::create(part.path()).await.map_err(failed)?;
    let mut bytes = field.into_async_read().take((MAX_BYTES as u64) + 1);
    let mut buffer = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        // A connection that breaks here is the caller's, not the disk's.
        let read = bytes.read(&mut buffer).await.map_err(|_| Problem::of(Code::Malformed))?;
        if read == 0 {
            break;
        }
        size += read;
        if size > MAX_BYTES {
            return Err(too_large());
        }
        file.write_all(buffer.get(..read).unwrap_or_default()).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    drop(file);
    house.blobs.adopt(part).await.map_err(failed)
}

fn too_large() -> poem::Error {
    let max = Values::from([("max", "50 MB".into())]);
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TooLarge, &max).into()
}

fn bad(fault: FieldFault) -> poem::Error {
    status(Problem::from(Refusal::fields(vec![fault])), StatusCode::BAD_REQUEST)
}

fn status(mut problem: Problem, status: StatusCode) -> poem::Error {
    problem.body.status = status.as_u16();
    problem.into()
}
