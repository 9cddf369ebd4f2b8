//! Each action as a type, so that a handler's signature names the act that it is.

use domain::access::Action;

/// An action as a type.
pub trait Act: Send + Sync + 'static {
    /// The action.
    const ACTION: Action;
    /// Further actions one of which is enough to come in; which of them the thing needs, the
    /// handler decides when it knows the thing.
    const ALSO: &'static [Action] = &[];
}

macro_rules! acts {
    ($($name:ident),* $(,)?) => {$(
        #[doc = concat!("The action [`Action::", stringify!($name), "`].")]
        #[derive(Debug)]
        pub struct $name;
        impl Act for $name { const ACTION: Action = Action::$name; }
    )*};
}

acts!(
    AccountSelf,
    AccountsRead,
    AccountsManage,
    ReferenceRead,
    WorkdaysImport,
    BasesRead,
    BasesEdit,
    OverviewCity,
    OverviewBase,
    OrganizationsRead,
    OrganizationsCreate,
    OrganizationsEdit,
    ContactsEdit,
    PersonsRead,
    PersonsEdit,
    FilesRead,
    FilesAdd,
    HistoryRead,
    SettingsRead,
    SettingsEdit,
    SpacesRead,
    SpacesEdit,
    SpacesClose,
    AllocationsRead,
    AllocationsManage,
    HandoversRecord,
    IntakesRead,
    IntakesManage,
    ApplicationsRead,
    ApplicationsWrite,
    ApplicationsProcess,
    ReviewsRead,
    ReviewsManage,
    ReviewsDecide,
    SheetsRead,
    SheetsWrite,
    NoticesRead,
    NoticesManage,
    ObjectionsRead,
    ResidenciesRead,
    ResidenciesManage,
    ResidenciesAnswer,
    ResidenciesDecide,
    CertificatesRead,
    CertificatesDecide,
    AssessmentsRead,
    AssessmentsManage,
    AssessmentsAnswer,
    AssessmentsEvaluate,
    AssessmentsDecide,
    ProgressRead,
    ProgressManage,
    ProgressAnswer,
    StoryRead,
    ValueRead,
    FilingsRead,
    FilingsManage,
    FilingsAnswer,
    ImportsRead,
    ImportsManage,
);

/// Seeing what was brought in: the work calendar's files are seen by those who bring them in.
#[derive(Debug)]
pub struct ImportsSee;
impl Act for ImportsSee {
    const ACTION: Action = Action::ImportsRead;
    const ALSO: &'static [Action] = &[Action::WorkdaysImport];
}

/// Bringing spreadsheets in: a year of the work calendar is an action of its own.
#[derive(Debug)]
pub struct ImportsBring;
impl Act for ImportsBring {
    const ACTION: Action = Action::ImportsManage;
    const ALSO: &'static [Action] = &[Action::WorkdaysImport];
}

/// Looking at an assessment: the expert who is asked sees it by an action of his own.
#[derive(Debug)]
pub struct AssessmentsSee;
impl Act for AssessmentsSee {
    const ACTION: Action = Action::AssessmentsRead;
    const ALSO: &'static [Action] = &[Action::AssessmentsEvaluate];
}
