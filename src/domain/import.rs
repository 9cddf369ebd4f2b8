//! A spreadsheet brought in: checked, committed as a whole, undone as a whole.

use crate::{
    code::Code,
    lifecycle::{Lifecycle, step},
    refusal::Refusal,
    words::words,
};

words! {
    /// What a spreadsheet holds.
    pub enum ImportKind {
        /// The ledger of organizations.
        Organizations = "organizations",
        /// Rooms and desks.
        Spaces = "spaces",
        /// Days off and make-up days.
        Workdays = "workdays",
    }
    /// Where a batch stands.
    pub enum ImportState {
        /// Being read and checked.
        Checking = "checking",
        /// Some rows are wrong: nothing can be written.
        Faulty = "faulty",
        /// Every row is right; nothing is written yet.
        Ready = "ready",
        /// Being checked again and written.
        Committing = "committing",
        /// All rows are written.
        Committed = "committed",
        /// Being taken back.
        Undoing = "undoing",
        /// All that it made is gone again.
        Undone = "undone",
        /// The file cannot be taken as a whole.
        Failed = "failed",
    }
    /// What is done with a batch.
    pub enum ImportAction {
        /// The check found no fault.
        Pass = "pass",
        /// The check found faults.
        Fault = "fault",
        /// The file could not be taken.
        Fail = "fail",
        /// The columns are assigned anew.
        Remap = "remap",
        /// Its rows are to be written.
        Commit = "commit",
        /// The check before writing found faults that were not there before.
        Refuse = "refuse",
        /// All rows are written.
        Finish = "finish",
        /// What it made is to be removed.
        Undo = "undo",
        /// Something came to depend on it: it stays.
        Keep = "keep",
        /// What it made is removed.
        Restore = "restore",
        /// The file is put aside without being written.
        Discard = "discard",
    }
}

/// The lifecycle of a batch. A discarded one is gone, so that step leads to no other state.
pub const LIFECYCLE: Lifecycle<ImportState, ImportAction> = {
    use ImportAction::{Commit, Discard, Fail, Fault, Finish, Keep, Pass, Refuse, Remap, Restore, Undo};
    use ImportState::{Checking, Committed, Committing, Failed, Faulty, Ready, Undoing, Undone};
    Lifecycle {
        name: "import",
        initial: Checking,
        steps: &[
            step(&[Checking], Pass, Ready, PROGRAM, None),
            step(&[Checking], Fault, Faulty, PROGRAM, None),
            step(&[Checking, Committing], Fail, Failed, PROGRAM, None),
            step(&[Ready, Faulty, Failed], Remap, Checking, MANAGER, None),
            step(&[Ready], Commit, Committing, MANAGER, Some("writes_something_new")),
            step(&[Committing], Refuse, Faulty, PROGRAM, None),
            step(&[Committing], Finish, Committed, PROGRAM, None),
            step(&[Committed], Undo, Undoing, MANAGER, Some("nothing_depends")),
            step(&[Undoing], Keep, Committed, PROGRAM, None),
            step(&[Undoing], Restore, Undone, PROGRAM, None),
            step(&[Faulty], Discard, Faulty, MANAGER, None),
            step(&[Ready], Discard, Ready, MANAGER, None),
            step(&[Failed], Discard, Failed, MANAGER, None),
        ],
    }
};

/// What a person needs to do a step.
const MANAGER: &str = "imports_manage";
/// Steps that the program takes by itself.
const PROGRAM: &str = "program";

impl ImportState {
    /// Whether the program is at work on it, so that a restart must take the work up again.
    #[must_use]
    pub const fn is_at_work(self) -> bool {
        matches!(self, Self::Checking | Self::Committing | Self::Undoing)
    }
}

/// What the rules need to know of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Where it stands.
    pub state: ImportState,
    /// Rows that would be written.
    pub new: i64,
    /// Another batch with the same file and kind is committed.
    pub repeated: Option<String>,
    /// What depends on what it made.
    pub dependents: Dependents,
}

/// What depends on what a batch made, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dependents {
    /// Terms of desks and offices.
    pub allocations: usize,
    /// Times in which a space is closed, and other claims.
    pub claims: usize,
    /// Applications of organizations, ended ones too.
    pub applications: usize,
    /// Cases of help with a registration or a recording, ended ones too.
    pub filings: usize,
    /// Persons of organizations.
    pub persons: usize,
    /// Roles that people hold over organizations.
    pub roles: usize,
    /// Attachments.
    pub files: usize,
    /// Rooms and desks made elsewhere that are part of its spaces.
    pub parts: usize,
    /// Things changed since.
    pub changed: usize,
    /// The first of them by name.
    pub names: Vec<String>,
}

impl Dependents {
    /// How many names a refusal tells.
    pub const NAMED: usize = 5;

    /// Whether nothing depends on it.
    #[must_use]
    pub fn is_none(&self) -> bool {
        let hanging = self.allocations + self.claims + self.applications + self.filings + self.persons;
        hanging + self.roles + self.files + self.parts + self.changed == 0
    }

    /// Keeps a name, while there are few.
    pub fn name(&mut self, name: &str) {
        if self.names.len() < Self::NAMED && !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }

    fn refusal(&self) -> Refusal {
        Refusal::state(Code::ImportInUse)
            .with("allocations", self.allocations)
            .with("claims", self.claims)
            .with("applications", self.applications)
            .with("filings", self.filings)
            .with("persons", self.persons)
            .with("roles", self.roles)
            .with("files", self.files)
            .with("parts", self.parts)
            .with("changed", self.changed)
            .with("names", self.names.clone())
    }
}

/// Whether the rows may be written now.
///
/// # Errors
/// `wrong_state`; `import_repeated` when the same file is written already; `import_nothing_new`.
pub fn commit(facts: &Facts) -> Result<ImportState, Refusal> {
    let next = LIFECYCLE.next(facts.state, ImportAction::Commit)?;
    if let Some(other) = &facts.repeated {
        return Err(Refusal::state(Code::ImportRepeated).with("import", other.clone()));
    }
    if facts.new == 0 {
        return Err(Refusal::state(Code::ImportNothingNew));
    }
    Ok(next)
}

/// Whether all that it made may be removed.
///
/// # Errors
/// `wrong_state`; `import_in_use` with what depends on it and how many.
pub fn undo(facts: &Facts) -> Result<ImportState, Refusal> {
    let next = LIFECYCLE.next(facts.state, ImportAction::Undo)?;
    if facts.dependents.is_none() { Ok(next) } else { Err(facts.dependents.refusal()) }
}

/// What a person may do with a batch now: each action with `None` for yes or the reason why not.
#[must_use]
pub fn can(facts: &Facts) -> [(&'static str, Option<Code>); 4] {
    let plain = |action| LIFECYCLE.can(facts.state, action, |_| None);
    [
        ("commit", commit(facts).err().map(|refusal| refusal.code)),
        ("undo", undo(facts).err().map(|refusal| refusal.code)),
        ("remap", plain(ImportAction::Remap)),
        ("delete", plain(ImportAction::Discard)),
    ]
}

#[cfg(test)]
mod tests;
