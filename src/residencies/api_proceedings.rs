//! Routes of warnings, times away, graduation and removal.

use domain::{
    day::Day,
    id::{AssessmentId, ResidencyId},
    residency::{Judgement, RemovalGround, WarningGround, care::ToMend},
};
use poem_openapi::{Object, OpenApi, param::Path};
use serde::Deserialize;

use super::{
    proceed::Proceeding,
    steps::{self, Step},
    views::{self, ResidencyView},
};
use crate::{
    house::SharedHouse,
    http::{Answer, Body, By, Caller, Found, ReasonBody, Tag, act},
};

/// Routes of warnings, times away, graduation and removal.
#[derive(Debug)]
pub struct ProceedingsApi(pub SharedHouse);

/// Something that is to be put right.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct ToMendBody {
    /// What.
    what: String,
    /// By when.
    due: Day,
}

/// A warning.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct WarningBody {
    /// Why.
    ground: WarningGround,
    /// In words.
    text: String,
    /// The assessment that it rests on.
    #[serde(default)]
    assessment: Option<AssessmentId>,
    /// What is to be put right.
    items: Vec<ToMendBody>,
}

/// What was done about an item.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct MendBody {
    /// The item's place in the warning, from 0.
    item: u32,
    /// What was done.
    note: String,
}

/// What the base found.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RecheckBody {
    /// The item's place in the warning, from 0.
    item: u32,
    /// It is put right.
    passed: bool,
    /// What was seen; needed where it is not put right.
    #[serde(default)]
    note: Option<String>,
    /// By when else; needed where it is not put right.
    #[serde(default)]
    due: Option<Day>,
}

/// A time away.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct SuspensionBody {
    /// Why.
    reason: String,
    /// The day by which it is expected back.
    until: Day,
}

/// Some words.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct WordsBody {
    /// The words.
    text: String,
}

/// What was found of a criterion.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct JudgeBody {
    /// Key of the criterion.
    criterion: String,
    /// What was found.
    judgement: Judgement,
    /// By what that is seen.
    evidence: String,
}

/// A last day.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct GraduateBody {
    /// The last day.
    last: Day,
}

/// A removal.
#[derive(Debug, Deserialize, Object)]
#[serde(deny_unknown_fields)]
struct RemovalBody {
    /// Its grounds.
    grounds: Vec<RemovalGround>,
    /// The facts.
    text: String,
}

impl ProceedingsApi {
    async fn step(&self, by: &Caller, id: ResidencyId, of: Proceeding) -> Answer<Found<ResidencyView>> {
        let row = steps::step(&self.0, by, id, &Step::Proceed(of)).await?;
        Ok(Found(views::view(&self.0, by, row).await?))
    }
}

fn place(item: u32) -> usize {
    usize::try_from(item).unwrap_or(usize::MAX)
}

#[OpenApi(prefix_path = "/api/v1")]
impl ProceedingsApi {
    /// Warn an organization
    ///
    /// It has to put right what the warning names, item by item and day by day.
    #[oai(path = "/residencies/:id/warn", method = "post", operation_id = "residencies_warn", tag = Tag::Residencies)]
    async fn warn(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<WarningBody>,
    ) -> Answer<Found<ResidencyView>> {
        let WarningBody { ground, text, assessment, items } = body.0;
        let items = items.into_iter().map(|of| ToMend { what: of.what, due: of.due }).collect();
        self.step(&by, id.0, Proceeding::Warn(ground, text, assessment, items)).await
    }

    /// Say that something is put right
    #[oai(path = "/residencies/:id/mend", method = "post", operation_id = "residencies_mend", tag = Tag::Residencies)]
    async fn mend(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<MendBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Mend(place(body.0.item), body.0.note)).await
    }

    /// Note what was found when looking at it again
    #[oai(path = "/residencies/:id/recheck", method = "post", operation_id = "residencies_recheck", tag = Tag::Residencies)]
    async fn recheck(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<RecheckBody>,
    ) -> Answer<Found<ResidencyView>> {
        let RecheckBody { item, passed, note, due } = body.0;
        self.step(&by, id.0, Proceeding::Recheck { item: place(item), passed, note, due }).await
    }

    /// Close a warning of which all is put right
    #[oai(path = "/residencies/:id/clear", method = "post", operation_id = "residencies_clear", tag = Tag::Residencies)]
    async fn clear(&self, by: By<act::ResidenciesManage>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Clear).await
    }

    /// Note that the organization stays away for a time
    ///
    /// It stays resident, and its places stay its own.
    #[oai(path = "/residencies/:id/suspend", method = "post", operation_id = "residencies_suspend", tag = Tag::Residencies)]
    async fn suspend(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<SuspensionBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Suspend(body.0.reason, body.0.until)).await
    }

    /// Note that the organization is back
    #[oai(path = "/residencies/:id/resume", method = "post", operation_id = "residencies_resume", tag = Tag::Residencies)]
    async fn resume(&self, by: By<act::ResidenciesManage>, id: Path<ResidencyId>) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Resume).await
    }

    /// Ask to graduate
    ///
    /// The criteria are those that hold today.
    #[oai(path = "/residencies/:id/ask-graduation", method = "post", operation_id = "residencies_ask_graduation", tag = Tag::Residencies)]
    async fn ask_graduation(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<WordsBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::AskGraduation(body.0.text)).await
    }

    /// Note what was found of a criterion of graduation
    #[oai(path = "/residencies/:id/judge", method = "post", operation_id = "residencies_judge", tag = Tag::Residencies)]
    async fn judge(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<JudgeBody>,
    ) -> Answer<Found<ResidencyView>> {
        let JudgeBody { criterion, judgement, evidence } = body.0;
        self.step(&by, id.0, Proceeding::Judge(criterion, judgement, evidence)).await
    }

    /// Propose graduation to the city
    ///
    /// Every criterion is examined by then, and none is unmet.
    #[oai(path = "/residencies/:id/propose", method = "post", operation_id = "residencies_propose", tag = Tag::Residencies)]
    async fn propose(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<WordsBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Propose(body.0.text)).await
    }

    /// Send an organization on with its residency instead of graduating
    #[oai(path = "/residencies/:id/postpone", method = "post", operation_id = "residencies_postpone", tag = Tag::Residencies)]
    async fn postpone(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Postpone(body.0.reason)).await
    }

    /// Take the request to graduate back
    #[oai(path = "/residencies/:id/stay-on", method = "post", operation_id = "residencies_stay_on", tag = Tag::Residencies)]
    async fn stay_on(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::StayOn(body.0.reason)).await
    }

    /// Let an organization graduate
    ///
    /// The hand-back begins.
    #[oai(path = "/residencies/:id/graduate", method = "post", operation_id = "residencies_graduate", tag = Tag::Residencies)]
    async fn graduate(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<GraduateBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Graduate(body.0.last)).await
    }

    /// Do not let an organization graduate yet
    #[oai(path = "/residencies/:id/refuse", method = "post", operation_id = "residencies_refuse", tag = Tag::Residencies)]
    async fn refuse(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Refuse(body.0.reason)).await
    }

    /// Announce a removal
    ///
    /// The organization may ask to be heard before the city decides.
    #[oai(path = "/residencies/:id/propose-removal", method = "post", operation_id = "residencies_propose_removal", tag = Tag::Residencies)]
    async fn propose_removal(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<RemovalBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::ProposeRemoval(body.0.grounds, body.0.text)).await
    }

    /// Ask to be heard before a removal
    #[oai(path = "/residencies/:id/ask-hearing", method = "post", operation_id = "residencies_ask_hearing", tag = Tag::Residencies)]
    async fn ask_hearing(
        &self,
        by: By<act::ResidenciesAnswer>,
        id: Path<ResidencyId>,
        body: Body<WordsBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::AskHearing(body.0.text)).await
    }

    /// Note what was said at the hearing
    #[oai(path = "/residencies/:id/hear", method = "post", operation_id = "residencies_hear", tag = Tag::Residencies)]
    async fn hear(
        &self,
        by: By<act::ResidenciesManage>,
        id: Path<ResidencyId>,
        body: Body<WordsBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Hear(body.0.text)).await
    }

    /// Remove an organization
    ///
    /// Who asked to be heard is heard by then; who has not asked had the time for it. The hand-back begins.
    #[oai(path = "/residencies/:id/remove", method = "post", operation_id = "residencies_remove", tag = Tag::Residencies)]
    async fn remove(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Remove(body.0.reason)).await
    }

    /// Let an organization stay that was to be removed
    #[oai(path = "/residencies/:id/spare", method = "post", operation_id = "residencies_spare", tag = Tag::Residencies)]
    async fn spare(
        &self,
        by: By<act::ResidenciesDecide>,
        id: Path<ResidencyId>,
        body: Body<ReasonBody>,
    ) -> Answer<Found<ResidencyView>> {
        self.step(&by, id.0, Proceeding::Spare(body.0.reason)).await
    }
}
