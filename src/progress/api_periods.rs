//! Routes of periods of reports.

use domain::{
    access::{Action, Reached},
    id::BaseId,
    progress::ReportPeriod,
    refusal::{Code, Refusal},
};
use poem_openapi::{Object, OpenApi, param::Query, payload::Json};
use serde::Deserialize;

use super::{
    periods,
    views_periods::{self, PeriodList, PeriodSummary, PeriodView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Tag, act},
};

/// Routes of periods of reports.
#[derive(Debug)]
pub struct PeriodsApi(pub SharedHouse);

/// What is asked for.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct OpenBody {
    /// In which base.
    base: BaseId,
    /// On what: a month such as `2026-09` or a quarter such as `2026-Q3`.
    period: ReportPeriod,
}

/// What was asked for.
#[derive(Debug, Object)]
struct Opened {
    /// How many were asked now.
    asked: i64,
    /// The reports of the period.
    reports: PeriodView,
}

/// Fails unless the caller sees the reports of all bases.
fn sees_all(by: &Caller) -> Result<(), Refusal> {
    match by.reach(Action::ProgressRead)? {
        Reached::All => Ok(()),
        _ => Err(Refusal::forbidden(Code::NotAllowed).with("action", Action::ProgressRead.as_str())),
    }
}

#[OpenApi(prefix_path = "/api/v1")]
impl PeriodsApi {
    /// The months or quarters that can be chosen
    #[oai(path = "/progress-reports/periods", method = "get", operation_id = "progress_periods", tag = Tag::Progress)]
    async fn periods(
        &self,
        by: By<act::ProgressRead>,
        /// Of which base; of all, for who sees all, if left out.
        base: Query<Option<BaseId>>,
    ) -> Answer<Json<PeriodList>> {
        match base.0 {
            Some(base) => periods::seen(&self.0, &by, base).await?,
            None => sees_all(&by)?,
        }
        Ok(Json(views_periods::choices(&self.0, base.0).await?))
    }

    /// The reports of a base on a month or quarter, and what they come to
    #[oai(path = "/progress-reports/period", method = "get", operation_id = "progress_period", tag = Tag::Progress)]
    async fn period(
        &self,
        by: By<act::ProgressRead>,
        /// Of which base.
        base: Query<BaseId>,
        /// On what: a month such as `2026-09` or a quarter such as `2026-Q3`.
        period: Query<ReportPeriod>,
    ) -> Answer<Json<PeriodView>> {
        Ok(Json(views_periods::period(&self.0, &by, base.0, period.0).await?))
    }

    /// The reports of all bases on a month or quarter, in figures
    #[oai(path = "/progress-reports/summary", method = "get", operation_id = "progress_summary", tag = Tag::Progress)]
    async fn summary(
        &self,
        by: By<act::ProgressRead>,
        /// On what: a month such as `2026-09` or a quarter such as `2026-Q3`.
        period: Query<ReportPeriod>,
    ) -> Answer<Json<PeriodSummary>> {
        sees_all(&by)?;
        Ok(Json(views_periods::summary(&self.0, period.0).await?))
    }

    /// Ask everybody who was resident in a month or quarter for a report
    ///
    /// Whoever was asked already is passed over: asking again adds those who are missing.
    #[oai(path = "/progress-reports/open", method = "post", operation_id = "progress_open", tag = Tag::Progress)]
    async fn open(&self, by: By<act::ProgressManage>, body: Body<OpenBody>) -> Answer<Json<Opened>> {
        let OpenBody { base, period } = body.0;
        let asked = periods::open(&self.0, &by, base, period).await?;
        let reports = views_periods::period(&self.0, &by, base, period).await?;
        Ok(Json(Opened { asked: i64::try_from(asked).unwrap_or(i64::MAX), reports }))
    }
}
