//! Who may do what: one table, role × action × reach, and the function that reads it.
//!
//! The table is the policy. Handlers name the act and the facts about the thing, never a role.
//! Roles after the field's own list: city supervisors, base operators, people of organizations and
//! helpers who see only what is assigned to them; the system administrator keeps accounts and
//! approves nothing (separation of duties).

use crate::{
    code::Code,
    id::{AccountId, BaseId, OrganizationId},
    refusal::Refusal,
};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $word:literal $scope:ident),* $(,)?) => {
        /// A role that an account may hold over a scope.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name),* }
        impl Role {
            /// Every role, in the order of the columns of the table.
            pub const ALL: &'static [Role] = &[$(Role::$name),*];
            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Role::$name => $word),* } }
            /// What kind of scope the role is held over.
            #[must_use]
            pub const fn scope(self) -> ScopeKind { match self { $(Role::$name => ScopeKind::$scope),* } }
        }
        impl std::str::FromStr for Role {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text { $($word => Ok(Role::$name),)* _ => Err(UnknownWord) }
            }
        }
        impl std::fmt::Display for Role {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
    };
}

/// The text is no word of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a word of this list")]
pub struct UnknownWord;

/// What kind of scope a role is held over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    /// The whole prefecture.
    City,
    /// One base.
    Base,
    /// One organization.
    Organization,
    /// What the person has or was given.
    Personal,
}

impl ScopeKind {
    /// The stable word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Base => "base",
            Self::Organization => "organization",
            Self::Personal => "self",
        }
    }
}

roles! {
    /// 市民政局: reads all, decides over all bases.
    CitySupervisor = "city_supervisor" City,
    /// 基地主任、专管员: the daily operation of one base.
    BaseOperator = "base_operator" Base,
    /// 授课教师.
    Trainer = "trainer" Base,
    /// 导师.
    Mentor = "mentor" Personal,
    /// 评审专家.
    Reviewer = "reviewer" Personal,
    /// 第三方评估机构.
    Evaluator = "evaluator" Personal,
    /// 法定代表人.
    LegalRepresentative = "legal_representative" Organization,
    /// 联络员.
    Liaison = "liaison" Organization,
    /// 发起人 of an organization not yet registered.
    Initiator = "initiator" Organization,
    /// 审计、纪检: reads all including the journal, changes nothing.
    Auditor = "auditor" City,
    /// 系统管理员: accounts, no business approval.
    SystemAdministrator = "system_administrator" City,
}

/// How far a role's permission for an action reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    No,
    /// Everywhere.
    All,
    /// Things of the base that the role is held over.
    Base,
    /// Things of the organization that the role is held over.
    Own,
    /// The caller's own account.
    Me,
}

macro_rules! table {
    ($($(#[$doc:meta])* $name:ident $word:literal: $($reach:ident)+);* $(;)?) => {
        /// An act that a route declares and the table decides.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),* }
        impl Action {
            /// Every action.
            pub const ALL: &'static [Action] = &[$(Action::$name),*];
            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Action::$name => $word),* } }
            /// The row of the table, one reach per role in the order of [`Role::ALL`].
            #[must_use]
            pub const fn row(self) -> &'static [Reach; 11] { match self { $(Action::$name => &[$(Reach::$reach),+]),* } }
        }
    };
}

// The policy. Columns: CITY OPERator TRAINer MENTor REVIEWer EVALuator LEGAL LIAISon INITiator AUDITor SYSADMin
table! {
    //                                                      CITY OPER TRAI MENT REVI EVAL LEGA LIAI INIT AUDI SYSA
    /// Work with one's own account, sessions and tokens.
    AccountSelf       "account.self":                       Me   Me   Me   Me   Me   Me   Me   Me   Me   Me   Me;
    /// See accounts and their roles.
    AccountsRead      "accounts.read":                      All  No   No   No   No   No   No   No   No   All  All;
    /// Create accounts, give and end roles, reset passwords, lock.
    AccountsManage    "accounts.manage":                    No   No   No   No   No   No   No   No   No   No   All;
    /// See divisions, the work calendar, count a deadline.
    ReferenceRead     "reference.read":                     All  All  All  All  All  All  All  All  All  All  All;
    /// Bring in a year of the work calendar.
    WorkdaysImport    "workdays.import":                    All  No   No   No   No   No   No   No   No   No   All;
    /// See bases.
    BasesRead         "bases.read":                         All  All  All  All  All  All  All  All  All  All  All;
    /// Change a base's particulars.
    BasesEdit         "bases.edit":                         All  Base No   No   No   No   No   No   No   No   No;
    /// The city's figures.
    OverviewCity      "overview.city":                      All  No   No   No   No   No   No   No   No   All  No;
    /// A base's figures and what needs doing.
    OverviewBase      "overview.base":                      All  Base Base No   No   No   No   No   No   All  No;
    /// See organizations.
    OrganizationsRead "organizations.read":                 All  Base Base No   No   No   Own  Own  Own  All  No;
    /// Take up an organization.
    OrganizationsCreate "organizations.create":             All  Base No   No   No   No   No   No   No   No   No;
    /// Change an organization's particulars.
    OrganizationsEdit "organizations.edit":                 All  Base No   No   No   No   No   No   No   No   No;
    /// Change an organization's contacts and introduction.
    ContactsEdit      "organizations.edit_contacts":        All  Base No   No   No   No   Own  Own  Own  No   No;
    /// See phone numbers and other particulars of persons.
    PersonsRead       "persons.read":                       All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Add persons and their offices in an organization.
    PersonsEdit       "persons.edit":                       All  Base No   No   No   No   Own  Own  Own  No   No;
    /// See and fetch attachments.
    FilesRead         "files.read":                         All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Add and remove attachments.
    FilesAdd          "files.add":                          All  Base No   No   No   No   Own  Own  Own  No   No;
    /// See who changed what.
    HistoryRead       "history.read":                       All  Base No   No   No   No   Own  Own  Own  All  All;
    /// See the rules that can be set.
    SettingsRead      "settings.read":                      All  All  All  No   No   No   No   No   No   All  All;
    /// Set a rule for the city or for a base.
    SettingsEdit      "settings.edit":                      All  Base No   No   No   No   No   No   No   No   No;
    /// See rooms, desks and who sits where.
    SpacesRead        "spaces.read":                        All  Base Base No   No   No   No   No   No   All  No;
    /// Make and change buildings, floors, rooms and desks.
    SpacesEdit        "spaces.edit":                        All  Base No   No   No   No   No   No   No   No   No;
    /// Close a space for a time.
    SpacesClose       "spaces.close":                       All  Base No   No   No   No   No   No   No   No   No;
    /// See terms of desks and offices.
    AllocationsRead   "allocations.read":                   All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Give, extend, swap, take back desks and offices.
    AllocationsManage "allocations.manage":                 All  Base No   No   No   No   No   No   No   No   No;
    /// Record a hand-over.
    HandoversRecord   "handovers.record":                   All  Base No   No   No   No   No   No   No   No   No;
    /// See intakes that are not announced yet, and how many applied.
    IntakesRead       "intakes.read":                       All  Base No   No   No   No   No   No   No   All  No;
    /// Announce, extend and close intakes.
    IntakesManage     "intakes.manage":                     All  Base No   No   No   No   No   No   No   No   No;
    /// See applications.
    ApplicationsRead  "applications.read":                  All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Write, hand in and take back an application; a base does it for one that came on paper.
    ApplicationsWrite "applications.write":                 No   Base No   No   No   No   Own  Own  Own  No   No;
    /// Ask for what is missing, accept, check; who decides in the end does not prepare.
    ApplicationsProcess "applications.process":             No   Base No   No   No   No   No   No   No   No   No;
    /// See reviews: who reviews what, and once it is closed what came out.
    ReviewsRead       "reviews.read":                       All  Base No   No   No   No   No   No   No   All  No;
    /// Convene, extend, close a review and call it off.
    ReviewsManage     "reviews.manage":                     No   Base No   No   No   No   No   No   No   No   No;
    /// Decide on a review and on the waiting list; who decides in the end does not prepare.
    ReviewsDecide     "reviews.decide":                     All  No   No   No   No   No   No   No   No   No   No;
    /// See what one was asked to review.
    SheetsRead        "sheets.read":                        No   No   No   No   Me   No   No   No   No   All  No;
    /// Declare that one is free to review, score, hand in.
    SheetsWrite       "sheets.write":                       No   No   No   No   Me   No   No   No   No   No   No;
    /// See publicity notices, and that there are objections.
    NoticesRead       "notices.read":                       All  Base No   No   No   No   No   No   No   All  No;
    /// Publish, answer objections, approve, take down.
    NoticesManage     "notices.manage":                     All  No   No   No   No   No   No   No   No   No   No;
    /// See who objects and what; never who it is about, nor the base.
    ObjectionsRead    "objections.read":                    All  No   No   No   No   No   No   No   No   All  No;
    /// See residencies and agreements.
    ResidenciesRead   "residencies.read":                   All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Issue agreements, note signatures, move in, settle the exit; who decides in the end does not prepare.
    ResidenciesManage "residencies.manage":                 No   Base No   No   No   No   No   No   No   No   No;
    /// Decline, announce leaving, confirm the hand-back: the organization, or the base for what came on paper.
    ResidenciesAnswer "residencies.answer":                 No   Base No   No   No   No   Own  Own  Own  No   No;
    /// Let an organization graduate or stay longer, remove it; who decides in the end does not prepare.
    ResidenciesDecide "residencies.decide":                 All  No   No   No   No   No   No   No   No   No   No;
    /// See certificates.
    CertificatesRead  "certificates.read":                  All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Revoke a certificate, issue another in its place.
    CertificatesDecide "certificates.decide":               All  No   No   No   No   No   No   No   No   No   No;
    /// See assessments.
    AssessmentsRead   "assessments.read":                   All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Open rounds of assessment, score, give grades.
    AssessmentsManage "assessments.manage":                 No   Base No   No   No   No   No   No   No   No   No;
    /// Score oneself, appeal: the organization, or the base for what came on paper.
    AssessmentsAnswer "assessments.answer":                 No   Base No   No   No   No   Own  Own  Own  No   No;
    /// See and score what one was asked to as an expert.
    AssessmentsEvaluate "assessments.evaluate":             No   No   No   No   Me   Me   No   No   No   No   No;
    /// Answer appeals; who decides in the end does not prepare.
    AssessmentsDecide "assessments.decide":                 All  No   No   No   No   No   No   No   No   No   No;
    /// See periodic reports.
    ProgressRead      "progress.read":                      All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Ask for periodic reports, accept them, give them back, do without them.
    ProgressManage    "progress.manage":                    No   Base No   No   No   No   No   No   No   No   No;
    /// Fill and hand in a periodic report: the organization, or the base for what came on paper.
    ProgressAnswer    "progress.answer":                    No   Base No   No   No   No   Own  Own  Own  No   No;
    /// See the story of an organization and what it has received; of each thing in it, as far as one sees the thing.
    StoryRead         "story.read":                         All  Base Base No   No   No   Own  Own  Own  All  No;
    /// See what the organizations of a base, or of all, have received.
    ValueRead         "value.read":                         All  Base No   No   No   No   No   No   No   All  No;
    /// See registrations and recordings that a base helps with.
    FilingsRead       "filings.read":                       All  Base No   No   No   No   Own  Own  Own  All  No;
    /// Accept, check papers, hand to the authority, note what it decides.
    FilingsManage     "filings.manage":                     No   Base No   No   No   No   No   No   No   No   No;
    /// Ask for help, mark papers, withdraw: the organization, or the base for what came on paper.
    FilingsAnswer     "filings.answer":                     No   Base No   No   No   No   Own  Own  Own  No   No;
    /// See spreadsheets that were brought in, and what was wrong in them.
    ImportsRead       "imports.read":                       All  Base No   No   No   No   No   No   No   All  No;
    /// Bring in spreadsheets, commit and undo them.
    ImportsManage     "imports.manage":                     All  Base No   No   No   No   No   No   No   No   No;
}

/// A role as held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// Over what.
    pub scope: Scope,
}

/// What a role is held over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole prefecture.
    City,
    /// One base.
    Base(BaseId),
    /// One organization.
    Organization(OrganizationId),
    /// What the person has or was given.
    Personal,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The account.
    pub account: AccountId,
    /// Name at the time, for the journal.
    pub name: String,
    /// Roles held now.
    pub held: Vec<Held>,
    /// False for a token that may only read.
    pub writes: bool,
}

/// What is known of the thing that the act is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Bases that the thing belongs to: its own, or its organization's home and hosts.
    pub bases: Vec<BaseId>,
    /// Organization that the thing is of.
    pub organization: Option<OrganizationId>,
    /// Account that the thing is of.
    pub account: Option<AccountId>,
}

impl Facts {
    /// Something of one base.
    #[must_use]
    pub fn of_base(base: BaseId) -> Self {
        Self { bases: vec![base], ..Self::default() }
    }
}

/// How far all of a caller's roles together reach, for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// Nothing at all.
    Nothing,
    /// Only within these bases and organizations.
    Within {
        /// Bases.
        bases: Vec<BaseId>,
        /// Organizations.
        organizations: Vec<OrganizationId>,
    },
    /// Everything.
    All,
}

impl Principal {
    /// The first role that allows the act on a thing with these facts; it is named in the journal.
    #[must_use]
    pub fn role_for(&self, action: Action, facts: &Facts) -> Option<Role> {
        self.held.iter().find(|held| allows(**held, action, facts, self.account)).map(|held| held.role)
    }

    /// How far the caller's roles reach for an act, for lists.
    #[must_use]
    pub fn reach(&self, action: Action) -> Reached {
        let (mut bases, mut organizations) = (Vec::new(), Vec::new());
        for held in &self.held {
            match (reach_of(held.role, action), held.scope) {
                (Reach::All, _) => return Reached::All,
                (Reach::Base, Scope::Base(base)) if !bases.contains(&base) => bases.push(base),
                (Reach::Own, Scope::Organization(own)) if !organizations.contains(&own) => organizations.push(own),
                _ => {}
            }
        }
        if bases.is_empty() && organizations.is_empty() {
            Reached::Nothing
        } else {
            Reached::Within { bases, organizations }
        }
    }

    /// Whether any role of the caller does this act at all, on whatever thing.
    #[must_use]
    pub fn ever(&self, action: Action) -> bool {
        self.held.iter().any(|held| reach_of(held.role, action) != Reach::No) || action == Action::AccountSelf
    }
}

/// What the table says for a role and an action.
#[must_use]
pub fn reach_of(role: Role, action: Action) -> Reach {
    action.row()[role as usize]
}

fn allows(held: Held, action: Action, facts: &Facts, account: AccountId) -> bool {
    match (reach_of(held.role, action), held.scope) {
        (Reach::All, _) => true,
        (Reach::Base, Scope::Base(base)) => facts.bases.contains(&base),
        (Reach::Own, Scope::Organization(own)) => facts.organization == Some(own),
        (Reach::Me, _) => facts.account == Some(account),
        _ => false,
    }
}

/// Decides an act on a thing. A thing that the caller may not even read is as good as not there;
/// one that the caller may read but not change is a plain "not allowed".
///
/// `reads` is the action by which the same thing is seen.
///
/// # Errors
/// `not_found` or `not_allowed`.
pub fn decide(who: &Principal, action: Action, reads: Action, facts: &Facts) -> Result<Role, Refusal> {
    match who.role_for(action, facts) {
        Some(role) if action == reads || who.writes => Ok(role),
        Some(_) => Err(Refusal::forbidden(Code::TokenReadsOnly)),
        None if who.role_for(reads, facts).is_some() => {
            Err(Refusal::forbidden(Code::NotAllowed).with("action", action.as_str()))
        }
        None => Err(Refusal::missing()),
    }
}

/// The policy as text, one line an action, for the reviewed file.
#[must_use]
pub fn as_text() -> String {
    let mut out = format!("{:<30}", "action");
    for role in Role::ALL {
        out.push_str(&format!(" {:<21}", role.as_str()));
    }
    out = out.trim_end().to_owned() + "\n";
    for action in Action::ALL {
        let mut line = format!("{:<30}", action.as_str());
        for reach in action.row() {
            let word = match reach {
                Reach::No => "-",
                Reach::All => "all",
                Reach::Base => "base",
                Reach::Own => "own",
                Reach::Me => "me",
            };
            line.push_str(&format!(" {word:<21}"));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn who(role: Role, scope: Scope) -> Principal {
        Principal { account: AccountId::from_key(1), name: "x".into(), held: vec![Held { role, scope }], writes: true }
    }

    #[test]
    fn a_thing_of_another_base_is_as_good_as_not_there() {
        let (mine, other) = (BaseId::from_key(1), BaseId::from_key(2));
        let operator = who(Role::BaseOperator, Scope::Base(mine));
        let reads = Action::SpacesRead;
        assert_eq!(decide(&operator, Action::SpacesEdit, reads, &Facts::of_base(mine)), Ok(Role::BaseOperator));
        assert_eq!(decide(&operator, Action::SpacesEdit, reads, &Facts::of_base(other)), Err(Refusal::missing()));
        let trainer = who(Role::Trainer, Scope::Base(mine));
        assert_eq!(
            decide(&trainer, Action::SpacesEdit, reads, &Facts::of_base(mine)).map_err(|r| r.code),
            Err(Code::NotAllowed)
        );
    }

    #[test]
    fn a_reading_token_changes_nothing() {
        let mut supervisor = who(Role::CitySupervisor, Scope::City);
        supervisor.writes = false;
        let facts = Facts::of_base(BaseId::from_key(1));
        assert_eq!(decide(&supervisor, Action::SpacesRead, Action::SpacesRead, &facts), Ok(Role::CitySupervisor));
        assert_eq!(
            decide(&supervisor, Action::SpacesEdit, Action::SpacesRead, &facts).map_err(|r| r.code),
            Err(Code::TokenReadsOnly)
        );
    }

    #[test]
    fn a_system_administrator_approves_nothing() {
        let all = [
            Action::AccountsManage,
            Action::AccountsRead,
            // Of accounts and of their own imports; a record is read by whoever may read it.
            Action::HistoryRead,
            Action::SettingsRead,
            Action::WorkdaysImport,
            Action::ReferenceRead,
            Action::BasesRead,
            Action::AccountSelf,
        ];
        for action in Action::ALL {
            let reach = reach_of(Role::SystemAdministrator, *action);
            assert_eq!(reach != Reach::No, all.contains(action), "{}", action.as_str());
        }
    }

    #[test]
    fn an_auditor_changes_nothing() {
        for action in Action::ALL {
            let reads = ["read", "overview", "account.self"].iter().any(|word| action.as_str().contains(word));
            if !reads {
                assert_eq!(reach_of(Role::Auditor, *action), Reach::No, "{}", action.as_str());
            }
        }
    }
}
