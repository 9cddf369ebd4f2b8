//! The shell: requests in, answers out. Knows no capability.

pub mod act;
pub mod address;
pub mod allow;
pub mod assets;
pub mod body;
pub mod by_base;
pub mod caller;
pub mod context;
pub mod docs;
pub mod download;
pub mod examples;
pub mod idempotency;
pub mod metrics;
pub mod pack;
pub mod pdf;
pub mod problem;
pub mod reply;
pub mod shell;
pub mod walk;
pub mod xlsx;

pub use self::{
    body::{Body, ReasonBody},
    caller::{By, Caller},
    problem::Problem,
    reply::{Created, Found, Page, Versioned},
};

/// What a handler answers.
pub type Answer<T> = Result<T, Problem>;

/// The parts of the document, one per capability.
#[derive(Debug, poem_openapi::Tags)]
pub enum Tag {
    /// Sign in and out, own password, sessions and tokens; the first administrator.
    Session,
    /// Accounts and the roles that they hold.
    Accounts,
    /// Administrative divisions.
    Divisions,
    /// Working days and deadlines.
    Workdays,
    /// Incubation bases and their figures.
    Bases,
    /// Social organizations and their people.
    Organizations,
    /// Buildings, floors, rooms and desks.
    Spaces,
    /// Desks and offices given to organizations for a term; closures and hand-overs.
    Allocations,
    /// Windows in which the bases take applications; the public sees those that are announced.
    Intakes,
    /// Applications for a place in a base, up to the first check.
    Applications,
    /// Reviews of applications: sheets, what they come to, what the city decides.
    Reviews,
    /// Publicity: what is to be decided, shown to everybody; objections and their answers.
    Notices,
    /// Organizations in bases: agreements, moving in, leaving.
    Residencies,
    /// Assessments of residents: rounds, self scores, grades, appeals.
    Assessments,
    /// Periodic reports of residents: what they did in a month or a quarter.
    Progress,
    /// Registrations and recordings that a base helps with.
    Filings,
    /// Certificates; anybody looks one up by its code.
    Certificates,
    /// The story of an organization and what it has received.
    Story,
    /// Spreadsheets in.
    Imports,
    /// Attachments.
    Files,
    /// Who changed what.
    History,
    /// Rules that can be set, for the city and for a base, from a day on.
    Settings,
}
