//! Who applies and with which documents: for the application, and for its reviewers.

use domain::{
    access::Action,
    application::form::Form,
    day::Day,
    id::{FileId, OrganizationId},
    intake::{ApplicantKind, Intake, ResidencyMode, Wanted},
    organization::Kind,
};
use poem_openapi::Object;

use super::{service::Matter, store::ApplicationRow};
use crate::{fault::Fault, files, house::House, http::Caller, organizations::store as organizations};

/// The organization that applies, as far as a decision on it needs.
#[derive(Debug, Clone, Object)]
pub struct ApplicantView {
    /// Identifier.
    pub id: OrganizationId,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// Unified social credit code.
    #[oai(skip_serializing_if_is_none)]
    pub credit_code: Option<String>,
    /// Record number.
    #[oai(skip_serializing_if_is_none)]
    pub record_number: Option<String>,
    /// Founded on.
    #[oai(skip_serializing_if_is_none)]
    pub founded_on: Option<Day>,
    /// The caller may open its page.
    pub opens: bool,
}

/// A document that is asked for, with what is filed as it.
#[derive(Debug, Clone, Object)]
pub struct DocumentView {
    /// Its mark.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Without it the application is not complete.
    pub required: bool,
    /// What is filed as it.
    pub files: Vec<FiledView>,
}

/// An attachment, briefly.
#[derive(Debug, Clone, Object)]
pub struct FiledView {
    /// Identifier.
    pub id: FileId,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

pub(super) fn applicant(by: &Caller, who: &organizations::OrganizationRow) -> ApplicantView {
    ApplicantView {
        id: who.id.0,
        name: who.name.clone(),
        kind: who.kind.0,
        credit_code: who.credit_code.clone(),
        record_number: who.record_number.clone(),
        founded_on: who.founded_on.map(|day| day.0),
        opens: by.principal.role_for(Action::OrganizationsRead, &who.facts()).is_some(),
    }
}

pub(super) fn documents(to: &Intake, kind: ApplicantKind, filed: &[files::store::FileRow]) -> Vec<DocumentView> {
    let view = |wanted: &Wanted| {
        let key = wanted.key.clone().unwrap_or_default();
        let files = filed.iter().filter(|file| file.document.as_deref() == Some(key.as_str()));
        let files = files.map(|file| FiledView { id: file.id.0, name: file.name.clone(), size: file.size }).collect();
        DocumentView { key, name: wanted.name.clone(), required: wanted.required, files }
    };
    to.documents_of(kind).map(view).collect()
}

/// An application as its reviewers see it: what it asks for and who applies, without whom to call.
#[derive(Debug, Clone, Object)]
pub struct DossierView {
    /// Who applies.
    pub organization: ApplicantView,
    /// With or without a place: what the intake offers.
    pub modes: Vec<ResidencyMode>,
    /// What it asks for.
    pub form: Form,
    /// Documents wanted, and what is filed.
    pub documents: Vec<DocumentView>,
}

/// An application as its reviewers see it.
///
/// # Errors
/// What the database says.
pub async fn dossier(house: &House, by: &Caller, row: ApplicationRow) -> Result<DossierView, Fault> {
    let matter = Matter::read(house, row).await?;
    let (to, row) = (matter.to.intake(), &matter.row);
    let filed = files::store::of(&house.db, &row.id.0.to_string()).await?;
    Ok(DossierView {
        organization: ApplicantView { opens: false, ..applicant(by, &matter.who) },
        modes: to.particulars.modes.clone(),
        form: Form { contact_name: None, contact_phone: None, ..row.form()? },
        documents: documents(&to, row.kind.0, &filed),
    })
}
