use super::*;

fn facts(state: ImportState) -> Facts {
    Facts { state, new: 3, repeated: None, dependents: Dependents::default() }
}

#[test]
fn the_table_has_no_flaws() {
    assert_eq!(LIFECYCLE.flaws(), Vec::new());
}

#[test]
fn a_batch_is_written_only_when_every_row_is_right() {
    for state in ImportState::ALL {
        let wanted = match state {
            ImportState::Ready => Ok(ImportState::Committing),
            _ => Err(Code::WrongState),
        };
        assert_eq!(commit(&facts(*state)).map_err(|refusal| refusal.code), wanted, "{state}");
    }
}

#[test]
fn the_same_file_is_written_once() {
    let again = Facts { repeated: Some("imp_1".into()), ..facts(ImportState::Ready) };
    let refusal = commit(&again).unwrap_err();
    assert_eq!((refusal.code, &refusal.values["import"]), (Code::ImportRepeated, &"imp_1".into()));
}

#[test]
fn a_file_that_says_nothing_new_is_not_written() {
    let known = Facts { new: 0, ..facts(ImportState::Ready) };
    assert_eq!(commit(&known).unwrap_err().code, Code::ImportNothingNew);
}

#[test]
fn undo_names_what_depends_and_how_many() {
    assert_eq!(undo(&facts(ImportState::Committed)), Ok(ImportState::Undoing));
    let mut dependents = Dependents { allocations: 2, persons: 1, ..Dependents::default() };
    for name in ["甲", "乙", "甲", "丙", "丁", "戊", "己"] {
        dependents.name(name);
    }
    let refusal = undo(&Facts { dependents, ..facts(ImportState::Committed) }).unwrap_err();
    assert_eq!(refusal.code, Code::ImportInUse);
    assert_eq!((&refusal.values["allocations"], &refusal.values["persons"]), (&2.into(), &1.into()));
    assert_eq!(refusal.values["names"], serde_json::json!(["甲", "乙", "丙", "丁", "戊"]));
}

#[test]
fn what_is_written_is_not_put_aside() {
    let may_discard = |state: ImportState| can(&facts(state))[3].1.is_none();
    let allowed: Vec<_> = ImportState::ALL.iter().copied().filter(|state| may_discard(*state)).collect();
    assert_eq!(allowed, [ImportState::Faulty, ImportState::Ready, ImportState::Failed]);
}

#[test]
fn the_program_is_at_work_exactly_where_only_it_goes_on() {
    for state in ImportState::ALL {
        let by_person = LIFECYCLE.steps.iter().any(|step| step.from.contains(state) && step.who == MANAGER);
        let by_program = LIFECYCLE.steps.iter().any(|step| step.from.contains(state) && step.who == PROGRAM);
        assert_eq!(state.is_at_work(), by_program, "{state}");
        assert!(!(by_person && by_program), "{state}");
    }
}

#[test]
fn the_diagram_shows_the_way_of_a_batch() {
    let diagram = LIFECYCLE.mermaid();
    assert!(diagram.starts_with("stateDiagram-v2\n    [*] --> checking\n"));
    assert!(diagram.contains("    ready --> committing: commit\n    committing --> faulty: refuse\n"));
    assert!(diagram.ends_with("    undone --> [*]\n"));
}
