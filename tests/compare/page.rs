//! The comparison as a page.

use ehcp_qa_core::whole::comparison_to_html;

use crate::files::{compared, plan_of};

#[test]
fn reductions_come_first_with_both_versions_and_the_reasons() {
    let old = plan_of(&[(
        "F",
        "A TA will read with Ann for 45 minutes weekly.\nA TA will teach Ann to cook, daily.\nA <b>tag</b> stays.",
    )]);
    let new = plan_of(&[(
        "F",
        "A teacher will teach Ann to cook, daily.\nA TA will read with Ann for 30 minutes weekly.\nA <b>tag</b> goes.",
    )]);
    let page = comparison_to_html(&compared(&old, &new));
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not in\n{page}"));
    assert!(at("Provision: reduced (1)") < at("Provision: increased (1)"));
    let removed =
        r#"<del><span class="sign"> [removed: </span>45<span class="sign">] </span></del> minutes"#;
    let added =
        r#"<ins><span class="sign"> [new: </span>30<span class="sign">] </span></ins> minutes"#;
    assert!(at(removed) < at(added));
    at("Time: “45 minutes weekly” became “30 minutes weekly”, 45 to 30 minutes a week.");
    at("Who provides it: “TA” became “teacher”.");
    at("A &lt;b&gt;tag&lt;/b&gt;");
    assert!(!page.contains("<b>tag"));
    at(r##"<a href="#provision-reduced">1</a>"##);
}

#[test]
fn two_equal_versions_have_a_page_without_changes() {
    let plan = plan_of(&[("F", "A TA will read with Ann for 45 minutes weekly.")]);
    let page = comparison_to_html(&compared(&plan, &plan));
    assert!(page.contains("1 statement is the same in both versions."));
    assert!(!page.contains("<ins>") && !page.contains("<del>"));
}
