//! Rows of periodic reports.

use domain::{
    access::Facts,
    id::{BaseId, OrganizationId, ProgressReportId, ResidencyId},
    progress::{ProgressReport, ReportCourse, ReportFigure, ReportPeriod, ReportQuestion, ReportState},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use surrealdb::types::SurrealValue;

use crate::{
    db::{At, Civil, Db, DbError, Read, Rec, Text, rid},
    http::by_base::{OfBase, Way},
    settings::store::Source,
};

/// A report as stored.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct ReportRow {
    /// Identifier.
    pub id: Rec<ProgressReportId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which residency.
    pub residency: Rec<ResidencyId>,
    /// On what.
    pub period: Text<ReportPeriod>,
    /// Residency and period: of those there is one.
    pub seat: String,
    /// Where it stands.
    pub state: Text<ReportState>,
    /// The last day for handing it in, as it was told.
    pub due: Civil,
    /// Days by which it came late.
    pub late: Option<i64>,
    /// The form as it stood, see [`Form`].
    pub form: Json,
    /// Where the form comes from, see [`Source`].
    pub source: Json,
    /// The numbers of what was accepted last, see [`Counted`].
    pub counted: Json,
    /// How it went, see [`ReportCourse`].
    pub course: Json,
    /// Version.
    pub version: i64,
    /// Made.
    pub created_at: At,
    /// Changed.
    pub updated_at: At,
}

/// The form of a report, as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Form {
    questions: Vec<ReportQuestion>,
}

/// The numbers that a report counts with, as they are stored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Counted {
    figures: Vec<ReportFigure>,
}

fn read<T: serde::de::DeserializeOwned>(id: ProgressReportId, part: &str, json: &Json) -> Result<T, DbError> {
    serde_json::from_value(json.clone()).map_err(|error| DbError::Corrupt(format!("{id}: {part}: {error}")))
}

fn written(of: impl Serialize) -> Json {
    serde_json::to_value(of).unwrap_or_default()
}

impl ReportRow {
    /// A new row.
    #[must_use]
    pub fn born(of: &ProgressReport, source: &Source, now: At) -> Self {
        Self {
            id: Rec(of.id),
            base: Rec(of.base),
            organization: Rec(of.organization),
            residency: Rec(of.residency),
            period: of.period.into(),
            seat: seat(of.residency, of.period),
            state: of.state.into(),
            due: of.due.into(),
            late: of.course.late,
            form: written(Form { questions: of.form.clone() }),
            source: written(source),
            counted: written(Counted { figures: of.figures() }),
            course: written(&of.course),
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
    /// Its form.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn form(&self) -> Result<Vec<ReportQuestion>, DbError> {
        read::<Form>(self.id.0, "form", &self.form).map(|form| form.questions)
    }
    /// Where its form comes from.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn source(&self) -> Result<Source, DbError> {
        read(self.id.0, "source", &self.source)
    }
    /// The numbers that it counts with.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn figures(&self) -> Result<Vec<ReportFigure>, DbError> {
        read::<Counted>(self.id.0, "counted", &self.counted).map(|counted| counted.figures)
    }
    /// How it went.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn course(&self) -> Result<ReportCourse, DbError> {
        read(self.id.0, "course", &self.course)
    }
    /// As the rules see it.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn report(&self) -> Result<ProgressReport, DbError> {
        Ok(ProgressReport {
            id: self.id.0,
            base: self.base.0,
            organization: self.organization.0,
            residency: self.residency.0,
            period: self.period.0,
            due: self.due.0,
            form: self.form()?,
            state: self.state.0,
            course: self.course()?,
        })
    }
    /// The next version, with what the rules have decided.
    #[must_use]
    pub fn with(&self, decided: &ProgressReport, now: At) -> Self {
        Self {
            state: decided.state.into(),
            due: decided.due.into(),
            late: decided.course.late,
            counted: written(Counted { figures: decided.figures() }),
            course: written(&decided.course),
            version: self.version + 1,
            updated_at: now,
            ..self.clone()
        }
    }
    /// What the policy asks of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts { organization: Some(self.organization.0), ..Facts::of_base(self.base.0) }
    }
}

/// What two reports never share.
#[must_use]
pub fn seat(residency: ResidencyId, period: ReportPeriod) -> String {
    format!("{residency} {period}")
}

/// The index that keeps two reports from one seat.
pub const SEAT: &str = "progress_report_seat";

/// A report.
pub async fn find(db: &Db, id: ProgressReportId) -> Result<Option<ReportRow>, DbError> {
    db.find_record("progress_report", rid(id)).await
}

/// The reports of a base on a period.
#[must_use]
pub fn of_period(base: BaseId, period: ReportPeriod) -> Read<ReportRow> {
    let sql =
        "SELECT * FROM progress_report WITH INDEX progress_report_base_period WHERE base = $base AND period = $period";
    Read::new("progress_reports_of_period", sql).bind("base", Rec(base)).bind("period", Text(period))
}

/// Where a report stands, for sums over all bases.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Standing {
    /// Identifier.
    pub id: Rec<ProgressReportId>,
    /// In which base.
    pub base: Rec<BaseId>,
    /// Whose.
    pub organization: Rec<OrganizationId>,
    /// Of which residency.
    pub residency: Rec<ResidencyId>,
    /// On what.
    pub period: Text<ReportPeriod>,
    /// Where it stands.
    pub state: Text<ReportState>,
    /// The last day for handing it in, as it was told.
    pub due: Civil,
    /// Days by which it came late.
    pub late: Option<i64>,
    /// The numbers of what was accepted last.
    pub counted: Json,
    /// Made.
    pub created_at: At,
}

impl Standing {
    /// The numbers that it counts with.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn figures(&self) -> Result<Vec<ReportFigure>, DbError> {
        read::<Counted>(self.id.0, "counted", &self.counted).map(|counted| counted.figures)
    }
}

/// Where the reports of all bases on a period stand.
#[must_use]
pub fn standing_of(period: ReportPeriod) -> Read<Standing> {
    let sql = "SELECT id, base, organization, residency, period, state, due, late, counted, created_at
               FROM progress_report WITH INDEX progress_report_period WHERE period = $period";
    Read::new("progress_reports_standing", sql).bind("period", Text(period))
}

/// How many there are.
#[derive(Debug, Clone, PartialEq, SurrealValue)]
pub struct Count {
    /// So many.
    pub count: i64,
}

/// How many reports on a period there are, of one base or of all.
#[must_use]
pub fn count_of(base: Option<BaseId>, period: ReportPeriod) -> Read<Count> {
    let read = match base {
        Some(base) => {
            let sql = "SELECT count() AS count FROM progress_report WITH INDEX progress_report_base_period
                       WHERE base = $base AND period = $period GROUP ALL";
            Read::new("progress_reports_count_base", sql).bind("base", Rec(base))
        }
        None => {
            let sql = "SELECT count() AS count FROM progress_report WITH INDEX progress_report_period
                       WHERE period = $period GROUP ALL";
            Read::new("progress_reports_count", sql)
        }
    };
    read.bind("period", Text(period))
}

/// Reports in a state, of one base or of all.
#[must_use]
pub fn standing(state: ReportState, base: Option<BaseId>) -> Read<ReportRow> {
    let sql = "SELECT * FROM progress_report WITH INDEX progress_report_state WHERE state = $state";
    let read = match base {
        Some(base) => Read::new("progress_reports_in_base", format!("{sql} AND base = $base")).bind("base", Rec(base)),
        None => Read::new("progress_reports_in", sql),
    };
    read.bind("state", Text(state))
}

impl OfBase for ReportRow {
    type Id = ProgressReportId;
    const WAYS: [Way; 2] =
        [("progress_reports_page", "progress_report_created"), ("progress_reports_page_base", "progress_report_base")];
    const OWN: Option<Way> = Some(("progress_reports_page_organization", "progress_report_organization"));
    fn born(&self) -> (At, ProgressReportId) {
        (self.created_at, self.id.0)
    }
    fn base(&self) -> BaseId {
        self.base.0
    }
    fn asked(&self) -> Facts {
        self.facts()
    }
}
