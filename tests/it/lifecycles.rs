//! The diagrams in the papers are those of the tables in the code.

use domain::{lifecycle::Lifecycle, words::Word};

fn chapter<S: Word, A: Word>(title: &str, table: &Lifecycle<S, A>) -> String {
    assert_eq!(table.flaws(), [], "{}", table.name);
    let mut text = format!("## {title}\n\n```mermaid\n{}```\n\n", table.mermaid());
    text.push_str("| 从 from | 做什么 action | 到 to | 谁 who | 条件 guard | 期限 days |\n|---|---|---|---|---|---|\n");
    for step in table.steps {
        let known = domain::access::Action::ALL.iter().any(|action| action.as_str() == step.who);
        assert!(known, "{}.{}: no row {:?} in the policy", table.name, step.action, step.who);
        let from: Vec<&str> = step.from.iter().map(|state| state.word()).collect();
        let deadline = step.deadline.map(|rule| format!("{} ({})", rule.days, rule.setting)).unwrap_or_default();
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            from.join(", "),
            step.action,
            step.to,
            step.who,
            step.guard.unwrap_or_default(),
            deadline
        ));
    }
    text.push('\n');
    text
}

#[test]
fn the_diagrams_are_those_of_the_code() {
    let mut text = String::from(
        "# 各类事项的状态与流转 · Lifecycles\n\nWritten from the tables in `src/domain` by `make golden`; a test keeps them equal.\n\n",
    );
    text.push_str(&chapter("空间分配 Allocation of a desk or an office", &domain::allocation::LIFECYCLE));
    text.push_str(&chapter("空间停用 Closure of a space", &domain::closure::LIFECYCLE));
    text.push_str(&chapter("社会组织 Social organization", &domain::organization::LIFECYCLE));
    text.push_str(&chapter("招募 Intake", &domain::intake::LIFECYCLE));
    text.push_str(&chapter("入驻申请 Application for a place in a base", &domain::application::LIFECYCLE));
    text.push_str(&chapter("评审 Review of applications", &domain::review::LIFECYCLE));
    text.push_str(&chapter("评分表 Score sheet", &domain::review::sheet::LIFECYCLE));
    text.push_str(&chapter("公示 Publicity", &domain::notice::LIFECYCLE));
    text.push_str(&chapter("异议 Objection", &domain::notice::OBJECTION));
    text.push_str(&chapter("入驻 Residency", &domain::residency::LIFECYCLE));
    text.push_str(&chapter("考核 Assessment of a resident", &domain::assessment::LIFECYCLE));
    text.push_str(&chapter("定期报告 Periodic report of a resident", &domain::progress::LIFECYCLE));
    text.push_str(&chapter("登记备案辅导 Help with a registration or a recording", &domain::filing::LIFECYCLE));
    text.push_str(&chapter("证书 Certificate", &domain::certificate::LIFECYCLE));
    let text = text.trim_end().to_owned() + "\n";
    let path = crate::world::root().join("docs/lifecycles.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("docs");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text, "run `make golden` and read the difference");
}
