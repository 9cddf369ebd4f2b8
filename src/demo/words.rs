//! What the invented people are called and say: data, kept beside the other demo data.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::bases::api::BaseDetails;

/// The words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Name of the supervisor.
    pub supervisor: String,
    /// Name of the administrator.
    pub admin: String,
    /// Why a term is extended.
    pub extend_reason: String,
    /// Why a space is given back.
    pub give_back_reason: String,
    /// Why a space is closed.
    pub closure_reason: String,
    /// Keys that are handed over.
    pub keys: String,
    /// The base's clerk, after the base's short name.
    pub clerk: String,
    /// Who signs for an organization without a liaison.
    pub nobody: String,
    /// A team that is not registered yet.
    pub team: String,
    /// Its initiator.
    pub team_liaison: String,
    /// Its phone.
    pub team_phone: String,
    /// The texts of intakes and applications.
    pub applications: ApplicationWords,
    /// The texts of notices.
    pub notices: NoticeWords,
    /// The texts of reviews.
    pub reviews: ReviewWords,
    /// The texts of residencies.
    pub residencies: ResidencyWords,
    /// The texts of what is set going with residents.
    pub proceedings: ProceedingWords,
    /// The texts of requests to stay longer.
    pub renewals: RenewalWords,
    /// The texts of registrations and recordings.
    pub filings: FilingWords,
    /// The texts of assessments.
    pub assessments: AssessmentWords,
    /// The texts of periodic reports.
    pub progress: ProgressWords,
    /// People of the resident organization, each with an office held.
    pub staff: Vec<Staff>,
    /// Names by login.
    pub people: BTreeMap<String, String>,
    /// Particulars of some bases by code.
    pub bases: BTreeMap<String, BaseDetails>,
}

/// What stands in intakes and applications.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationWords {
    /// Name of an intake, after the year.
    pub intake: String,
    /// Name of rolling intake.
    pub rolling: String,
    /// Conditions.
    pub conditions: String,
    /// Documents of registered, recorded and preparing applicants.
    pub documents: [Vec<String>; 3],
    /// A line in a file that stands for a document.
    pub paper: String,
    /// Introductions.
    pub introductions: Vec<String>,
    /// Fields of service.
    pub fields: Vec<String>,
    /// What is planned, and how it is seen to be done.
    pub plan: Vec<[String; 2]>,
    /// What is missing.
    pub missing: Vec<String>,
    /// Why one is refused.
    pub refused: String,
    /// Why one is taken back.
    pub withdrawn: String,
    /// By what a rule was looked up.
    pub evidence: String,
}

/// What stands in requests to stay longer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalWords {
    /// Why one wants to stay.
    pub asks: String,
    /// Why one may not, by its base.
    pub denies: String,
    /// What changes of what was agreed on.
    pub changes: String,
    /// Why one may, by its base.
    pub proposes: String,
    /// Why one may not, by the city.
    pub refuses: String,
    /// Who signs for the base.
    pub signs: String,
    /// Who signs for the organization.
    pub signs_own: String,
}

/// What stands in notices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeWords {
    /// Title, after the name of the intake.
    pub title: String,
    /// The text above the list.
    pub text: String,
    /// Where else it is shown.
    pub place: String,
    /// Who objects.
    pub objector: String,
    /// What is objected.
    pub objection: String,
    /// What was found.
    pub investigation: String,
    /// What was replied.
    pub reply: String,
}

/// What stands in reviews.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWords {
    /// What reviewers say.
    pub comments: Vec<String>,
    /// Why one steps aside.
    pub recused: String,
    /// Why a review is called off.
    pub cancelled: String,
    /// Why one waits.
    pub deferred: String,
    /// Why one gets no place.
    pub rejected: String,
}

/// What stands in residencies and agreements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResidencyWords {
    /// Number of a paper from before, before the base's code and the first day.
    pub number: String,
    /// What there is to say of it.
    pub note: String,
    /// Why one leaves.
    pub leaves: String,
    /// Why one does not come.
    pub declines: String,
    /// Why no address has to be moved.
    pub no_address: String,
    /// What is agreed beside the template.
    pub extra: String,
    /// What is handed over.
    pub equipment: Vec<String>,
    /// Why one wants to graduate.
    pub graduates: String,
    /// By what it is seen that a criterion is met.
    pub evidence: String,
    /// What the base proposes to the city.
    pub proposes: String,
    /// Why a certificate is issued anew.
    pub replaces: String,
    /// How a graduate does.
    pub contact: String,
    /// What it needs help with.
    pub need: String,
}

/// What stands in warnings, requests to graduate and removals.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProceedingWords {
    /// Why one is warned.
    pub warning: String,
    /// What is to be put right.
    pub to_mend: Vec<String>,
    /// That it is.
    pub mended: String,
    /// Why one stays away.
    pub away: String,
    /// Why one wants to graduate.
    pub asks: String,
    /// By what it is seen that a criterion is met.
    pub evidence: String,
    /// The base's word to the city.
    pub proposes: String,
    /// Why it is too early.
    pub postpones: String,
    /// Why one is to be removed.
    pub removal: String,
    /// Why one wants to be heard.
    pub hearing: String,
}

/// What stands in registrations and recordings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingWords {
    /// What teams are called.
    pub teams: Vec<String>,
    /// What a team's name ends with.
    pub team: String,
    /// Who speaks for them.
    pub initiators: Vec<String>,
    /// What the name of a social group ends with.
    pub association: String,
    /// What that of a social service institution ends with.
    pub institution: String,
    /// What that of a recorded one ends with.
    pub recorded: String,
    /// The registering authority, after the place.
    pub bureau: String,
    /// The recording street, after the place.
    pub street: String,
    /// What a recorded one asks for.
    pub wish: String,
    /// What a team asks for.
    pub asks: String,
    /// Where a name was looked up.
    pub looked_up: String,
    /// A line in a file that stands for a paper.
    pub file: String,
    /// Why papers are given back.
    pub back: String,
    /// What the authority asks for besides.
    pub more: String,
    /// Why it refuses.
    pub refused: String,
    /// Why one does not want it any more.
    pub withdrawn: String,
    /// Why a base does not go on.
    pub dropped: String,
    /// The number of the team that is recorded.
    pub number: String,
}

/// What stands in assessments.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentWords {
    /// Title of a round.
    pub title: String,
    /// A note of the organization on itself.
    pub own: String,
    /// Why points are taken off.
    pub deduction: String,
    /// What was broken.
    pub breach: String,
    /// The base's word to a grade.
    pub comment: String,
    /// Why one does not agree.
    pub appeal: String,
}

/// What stands in periodic reports.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgressWords {
    /// What was done, one text a report.
    pub activities: Vec<String>,
    /// What is difficult.
    pub difficulties: Vec<String>,
    /// What is to be done next.
    pub plans: Vec<String>,
    /// What is missing: to the number of those served, to what was done.
    pub gaps: Vec<String>,
    /// The base's word to one.
    pub comment: String,
    /// Why one is opened again.
    pub reopened: String,
    /// Why the base does without one.
    pub waived: String,
    /// Name of an attachment.
    pub file: String,
    /// What stands in it.
    pub file_text: String,
}

/// Somebody of an organization.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Office.
    pub position: String,
    /// Level of the social worker's qualification.
    pub level: Option<String>,
}

/// The words.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../schema/seed/demo/words.toml"))
        .expect("the demo's words are part of the program; a test reads them")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_there() {
        assert_eq!(WORDS.people.len(), 12);
        assert!(WORDS.bases.contains_key("B00"));
    }
}
