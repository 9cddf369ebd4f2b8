//! What of all that is noted of an organization belongs in its story (历程): the steps that people remember, not each
//! edit.
//!
//! The journal notes every change; the words that it uses are listed here, either as told or as left out, and a test
//! keeps the two lists whole. Told is that something happened, to whoever sees the organization; what exactly, to whoever
//! sees the thing that it happened to.

use serde_json::Value;

use crate::{access::Action, organization::Kind, words::words};

words! {
    /// What a step of an organization's story is about.
    pub enum StoryPart {
        /// The organization itself: first contact, registration, its name, its end.
        Organization = "organization",
        /// An application for a place.
        Application = "application",
        /// A residency.
        Residency = "residency",
        /// A desk, an office or another room.
        Place = "place",
        /// An assessment.
        Assessment = "assessment",
        /// A certificate.
        Certificate = "certificate",
        /// A periodic report.
        Progress = "progress",
        /// A registration or a recording that a base helps with.
        Filing = "filing",
    }
}

impl StoryPart {
    /// By which act one sees what exactly happened.
    #[must_use]
    pub const fn reads(self) -> Action {
        match self {
            Self::Organization => Action::OrganizationsRead,
            Self::Application => Action::ApplicationsRead,
            Self::Residency => Action::ResidenciesRead,
            Self::Place => Action::AllocationsRead,
            Self::Assessment => Action::AssessmentsRead,
            Self::Certificate => Action::CertificatesRead,
            Self::Progress => Action::ProgressRead,
            Self::Filing => Action::FilingsRead,
        }
    }
    /// Of steps that were taken together, the one of the lowest rank stands for all.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Organization => 0,
            Self::Residency => 1,
            Self::Application => 2,
            Self::Assessment => 3,
            Self::Certificate => 4,
            Self::Progress => 5,
            Self::Filing => 6,
            Self::Place => 7,
        }
    }
}

/// Words of the journal that the story tells, by what they are about. A step that somebody takes back, or that others
/// prepare, is told too: who reads the story later asks why it took so long.
const TOLD: &[(StoryPart, &[&str])] = &[
    (
        StoryPart::Organization,
        &[
            "organizations.create",
            "organizations.dissolve",
            "organizations.restore",
            "organizations.register",
            "organizations.rename",
        ],
    ),
    (
        StoryPart::Application,
        &[
            "application.begin",
            "application.submit",
            "application.ask_correction",
            "application.resubmit",
            "application.accept",
            "application.pass",
            "application.refuse",
            "application.withdraw",
            "application.lapse",
            "application.convene",
            "application.propose",
            "application.defer",
            "application.reject",
            "application.publicise",
            "application.unpublish",
            "application.dispute",
            "application.clear_objection",
            "application.uphold",
            "application.approve",
            "application.offer",
            "application.sign",
            "application.forfeit",
            "application.vacate",
        ],
    ),
    (
        StoryPart::Residency,
        &[
            "residency.enter",
            "residency.issue",
            "residency.reissue",
            "residency.sign",
            "residency.decline",
            "residency.forfeit",
            "residency.move_in",
            "residency.call_off",
            "residency.warn",
            "residency.mend",
            "residency.clear",
            "residency.suspend",
            "residency.resume",
            "residency.ask_graduation",
            "residency.propose",
            "residency.postpone",
            "residency.stay_on",
            "residency.graduate",
            "residency.refuse",
            "residency.ask_renewal",
            "residency.issue_change",
            "residency.sign_change",
            "residency.withdraw_change",
            "residency.propose_renewal",
            "residency.grant_renewal",
            "residency.refuse_renewal",
            "residency.offer_renewal",
            "residency.deny_renewal",
            "residency.withdraw_renewal",
            "residency.sign_renewal",
            "residency.lapse_renewal",
            "residency.propose_removal",
            "residency.hear",
            "residency.remove",
            "residency.spare",
            "residency.give_notice",
            "residency.expire",
            "residency.retract",
            "residency.close",
            "residency.follow_up",
        ],
    ),
    (
        StoryPart::Place,
        &[
            "allocation.assign",
            "allocation.hand_over_in",
            "allocation.extend",
            "allocation.give_back",
            "allocation.cancel",
            "allocation.swap",
            "allocation.swap_in",
            "allocation.expire",
        ],
    ),
    (
        StoryPart::Assessment,
        &[
            "assessment.begin",
            "assessment.hand_in",
            "assessment.conclude",
            "assessment.appeal",
            "assessment.uphold",
            "assessment.reopen",
            "assessment.cancel",
        ],
    ),
    (
        StoryPart::Progress,
        &["progress.submit", "progress.return", "progress.accept", "progress.reopen", "progress.waive"],
    ),
    (
        StoryPart::Filing,
        &[
            "filing.ask",
            "filing.accept",
            "filing.submit",
            "filing.send_back",
            "filing.file",
            "filing.ask_more",
            "filing.grant",
            "filing.refuse",
            "filing.resume",
            "filing.close",
            "filing.withdraw",
            "filing.drop",
        ],
    ),
    (StoryPart::Certificate, &["certificate.issue", "certificate.revoke", "certificate.replace"]),
];

/// Words of the same rooms that the story leaves out: edits, scores on the way, steps within a step.
pub const LEFT_OUT: &[&str] = &[
    "organizations.edit",
    "organizations.edit_contacts",
    "organizations.import",
    "organizations.remove",
    "application.save",
    "application.rule",
    "application.dismiss",
    "application.conclude",
    "application.send_back",
    "residency.recheck",
    "residency.judge",
    "residency.ask_hearing",
    "residency.check",
    "residency.confirm",
    "assessment.draft",
    "assessment.go_on",
    "assessment.send_back",
    "assessment.score",
    "assessment.evaluate",
    "assessment.deliver",
    "assessment.excuse",
    "progress.open",
    "progress.require",
    "progress.draft",
    "progress.keep",
    "filing.mark",
    "filing.check",
    "filing.check_name",
    "filing.care",
];

/// A step of a story: its word and what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The word, `<room>.<verb>`.
    pub word: &'static str,
    /// What it is about.
    pub part: StoryPart,
}

/// All words that a story uses.
pub fn words_told() -> impl Iterator<Item = Told> {
    TOLD.iter().flat_map(|(part, words)| words.iter().map(|word| Told { word, part: *part }))
}

fn word(text: &str) -> Option<Told> {
    words_told().find(|told| told.word == text)
}

/// What the story tells of a line of the journal; none for what it leaves out. An edit of the organization is told when
/// it is one that people remember: that it was registered or recorded, that it has another name.
#[must_use]
pub fn told(action: &str, before: Option<&Value>, after: Option<&Value>) -> Option<Told> {
    if action != "organizations.edit" {
        return word(action);
    }
    let field = |of: Option<&Value>, name: &str| of?.get(name)?.as_str().map(str::to_owned);
    let kind = |of: Option<&Value>| field(of, "kind").and_then(|kind| kind.parse::<Kind>().ok());
    // Only what changed stands in a line.
    let team = kind(before) == Some(Kind::PreRegistration);
    let recorded = kind(before) == Some(Kind::Recorded);
    match kind(after) {
        Some(now) if team && now != Kind::PreRegistration => word("organizations.register"),
        Some(now) if recorded && !matches!(now, Kind::Recorded | Kind::PreRegistration) => {
            word("organizations.register")
        }
        _ => field(before, "name").and_then(|_| word("organizations.rename")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_word_is_told_once_or_left_out() {
        let mut all: Vec<&str> = words_told().map(|told| told.word).chain(LEFT_OUT.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert_eq!(told("application.save", None, None), None);
        assert_eq!(told("application.submit", None, None).map(|told| told.part), Some(StoryPart::Application));
        assert_eq!(told("persons.edit", None, None), None);
    }

    #[test]
    fn of_edits_only_the_memorable_ones_are_told() {
        let edit = |before: Value, after: Value| {
            told("organizations.edit", Some(&before), Some(&after)).map(|told| told.word.to_owned())
        };
        let registered = Some("organizations.register".to_owned());
        let kind = |kind: &str| json!({ "kind": kind });
        assert_eq!(edit(kind("pre_registration"), kind("service_institution")), registered);
        assert_eq!(edit(kind("pre_registration"), kind("recorded")), registered);
        assert_eq!(edit(kind("recorded"), kind("association")), registered);
        assert_eq!(edit(kind("association"), kind("recorded")), None);
        assert_eq!(edit(kind("association"), kind("foundation")), None);
        assert_eq!(edit(json!({"volunteers": 3}), json!({"volunteers": 5})), None);
        let renamed = edit(json!({"name": "晨光筹备组"}), json!({"name": "晨光助老社"}));
        assert_eq!(renamed.as_deref(), Some("organizations.rename"));
        // Registered under another name: that it was registered says more.
        let both = edit(
            json!({"kind": "pre_registration", "name": "晨光筹备组"}),
            json!({"kind": "association", "name": "晨光协会"}),
        );
        assert_eq!(both, registered);
        // Nothing known of what changed is nothing told.
        assert_eq!(told("organizations.edit", None, None), None);
    }
}
