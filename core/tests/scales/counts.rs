//! Findings that are counted by severity: the model of two councils, and what its rule comes to.

use ehcp_qa_core::{Live, ProblemKind, Review, assess, from_line, path_to, to_line};
use serde_json::{Value, json};

use crate::{ends, framework, grade_entry, problems, refused, review, small};

/// Two grades, PASS and FAIL: one finding that is critical fails a plan. N1 and N2 count findings.
fn pass_or_fail() -> Value {
    let mut document = small();
    let mut pass = grade_entry(1, "PASS");
    pass["heading"] = json!("PASS");
    document["wording"]["scale"]["grades"] = json!([pass, grade_entry(2, "FAIL")]);
    let interpretation = &mut document["interpretation"];
    interpretation["counts"] = json!({
        "severities": [{"id": "critical", "label": "critical"}, {"id": "standard", "label": "standard"}],
        "descriptors": ["N1", "N2"], "basis": "framework", "reason": "Findings have a severity.",
    });
    interpretation["grade_table"] = json!([
        {"score": 1, "requires": {}, "at_most": {"critical": 0}, "basis": "interpretation", "reason": "None is critical."},
        {"score": 2, "requires": {}, "basis": "interpretation", "reason": "Any is."},
    ]);
    for list in ["criteria", "section_cap", "checks", "section_suggestion"] {
        interpretation[list] = json!([]);
    }
    let evidence = interpretation["evidence"].as_array_mut().unwrap();
    for entry in evidence {
        entry["descriptors"] = json!([]);
    }
    interpretation["bearing"] = Value::Null;
    document
}

fn counts(n1: &Value, n2: &Value) -> Value {
    json!({"sections": {"N": {"descriptors": {"N1": n1, "N2": n2}}}})
}

/// What the plan is suggested, and what is counted, as a person reads it.
#[track_caller]
fn check(n1: &Value, n2: &Value, suggested: (u8, u8), printed: &str) {
    let framework = framework(&pass_or_fail());
    let review = review(&framework, &counts(n1, n2));
    let assessment = assess(&review);
    assert_eq!(ends(assessment.plan.suggested), Some(suggested));
    let totals = assessment.plan.counts.iter().map(|total| {
        let open = if total.open > 0 { " so far" } else { "" };
        format!("{} {}{open}", total.given, total.label)
    });
    assert_eq!(totals.collect::<Vec<_>>().join(", "), printed);
}

#[test]
fn a_plan_with_a_critical_finding_fails() {
    // As the model prints it: PASS, 7 standard; and FAIL.
    let none = json!({"critical": 0, "standard": 0});
    check(&json!({"critical": 0, "standard": 7}), &none, (1, 1), "0 critical, 7 standard");
    check(&json!({"critical": 1, "standard": 0}), &none, (2, 2), "1 critical, 0 standard");
    // Of several descriptors the findings add up.
    let three = json!({"critical": 0, "standard": 3});
    check(&json!({"critical": 0, "standard": 4}), &three, (1, 1), "0 critical, 7 standard");
}

#[test]
fn a_count_that_is_not_given_leaves_both_ends() {
    let none = json!({"critical": 0, "standard": 0});
    check(&none, &json!({"standard": 2}), (1, 2), "0 critical so far, 2 standard");
    check(&Value::Null, &Value::Null, (1, 2), "0 critical so far, 0 standard so far");
    check(&json!({"critical": 2}), &Value::Null, (2, 2), "2 critical so far, 0 standard so far");
}

#[test]
fn a_descriptor_is_answered_when_all_its_findings_are_counted() {
    let framework = framework(&pass_or_fail());
    let given = counts(&json!({"critical": 0, "standard": 7}), &json!({"critical": 0}));
    let review = review(&framework, &given);
    let section = &assess(&review).sections[0];
    assert_eq!(section.descriptors.counted, ["N1"]);
    assert_eq!(section.descriptors.open, ["N2", "N3", "N4"]);
    // Four descriptors and the score.
    assert_eq!((section.progress.answered, section.progress.total), (1, 5));
}

#[test]
fn the_reason_names_what_a_better_grade_allows() {
    let framework = framework(&pass_or_fail());
    let failing = counts(&json!({"critical": 1, "standard": 0}), &json!({"critical": 0}));
    let review = review(&framework, &failing);
    let because = assess(&review).plan.because;
    assert_eq!(because[0].rule, "grade-table");
    assert_eq!(
        because[0].message,
        "The criteria and counts come to 2 FAIL; a better grade also requires: critical at most 0."
    );
    assert_eq!(
        because[0].rests_on,
        ["/sections/N/descriptors/N1/critical", "/sections/N/descriptors/N2/critical"]
    );
}

#[test]
fn the_path_lowers_the_fewest_counts() {
    let mut document = pass_or_fail();
    document["interpretation"]["grade_table"][0]["at_most"] = json!({"critical": 2});
    let framework = framework(&document);
    let messages = |n1: &Value, n2: &Value| -> Vec<String> {
        let review = review(&framework, &counts(n1, n2));
        let path = path_to(&review, framework.score(1).unwrap());
        assert!(path.reachable);
        path.steps.into_iter().map(|step| step.message).collect()
    };
    // 4 + 3: the greater is lowered to nothing, and 3 are still too many.
    assert_eq!(
        messages(&json!({"critical": 3}), &json!({"critical": 4})),
        [
            "Findings of N1, critical: 2 or fewer (answered otherwise).",
            "Findings of N2, critical: 0 or fewer (answered otherwise).",
        ]
    );
    // 5 + 1: one change is enough.
    assert_eq!(
        messages(&json!({"critical": 5}), &json!({"critical": 1})),
        ["Findings of N1, critical: 1 or fewer (answered otherwise)."]
    );
    // What is not counted must be, and may have what is left of the bound.
    assert_eq!(
        messages(&json!({"critical": 1}), &Value::Null),
        ["Findings of N2, critical: 1 or fewer (not answered yet)."]
    );
    assert_eq!(messages(&json!({"critical": 1}), &json!({"critical": 1})), [""; 0]);
}

#[test]
fn counts_are_recorded_restored_and_edited() {
    let framework = framework(&pass_or_fail());
    let given = counts(&json!({"critical": 0, "standard": 7}), &json!({"standard": 0}));
    let recorded = review(&framework, &given);
    let written = serde_json::to_value(recorded.record().sections).unwrap();
    assert_eq!(written, given["sections"]);
    let line = to_line(&recorded);
    assert!(line.contains("/n=0,7,-,0/k="), "{line}");
    assert_eq!(from_line(&framework, &line).unwrap(), recorded);
    let mut session = Live::new(Review::new(framework.clone()));
    assert_eq!(
        session
            .count(0, "critical", Some(1))
            .unwrap()
            .plan
            .unwrap()
            .suggested
            .map(|grades| ends(Some(grades))),
        Some(Some((2, 2)))
    );
    session.count(0, "critical", Some(0)).unwrap();
    session.count(0, "standard", Some(7)).unwrap();
    session.count(1, "standard", Some(0)).unwrap();
    assert_eq!(session.review(), &recorded);
    assert_eq!(session.assessment(), assess(&recorded));
    let unknown = |what| Err(ProblemKind::UnknownId { what });
    assert_eq!(session.count(0, "minor", Some(1)), unknown("severity"));
    assert_eq!(session.count(2, "critical", Some(1)), unknown("severity"));
    let range = ProblemKind::OutOfRange { least: 0, most: 9_999 };
    assert_eq!(session.count(0, "critical", Some(10_000)), Err(range));
    assert_eq!(session.review(), &recorded);
}

#[test]
fn a_count_is_a_number_of_a_severity() {
    let framework = framework(&pass_or_fail());
    let given = json!({"sections": {"N": {"descriptors": {
        "N1": "yes", "N2": {"critical": -1, "minor": 2}, "N3": {"critical": 1},
    }}}});
    assert_eq!(
        refused(&framework, &given),
        [
            "/sections/N/descriptors/N1: This must be an object.",
            "/sections/N/descriptors/N2/critical: This must be a whole number from 0 to 9999.",
            "/sections/N/descriptors/N2/minor: The framework has no severity with this id.",
            "/sections/N/descriptors/N3: This must be text.",
        ]
    );
}

#[test]
fn counts_do_not_count_as_met() {
    // N3 and N4 alone have a share; with bands, a section with counts alone has none.
    let mut document = pass_or_fail();
    document["interpretation"]["section_suggestion"] = json!([
        {"id": "all", "score": 1, "yes_at_least": {"of": 1, "out_of": 1}, "basis": "interpretation", "reason": "All."},
        {"id": "any", "score": 2, "yes_at_least": {"of": 0, "out_of": 1}, "basis": "interpretation", "reason": "Any."},
    ]);
    let framework = framework(&document);
    let given = json!({"sections": {"N": {"descriptors": {
        "N1": {"critical": 9}, "N3": "yes", "N4": "yes",
    }}}});
    let review = review(&framework, &given);
    let section = &assess(&review).sections[0];
    assert_eq!(ends(section.suggested), Some((1, 1)));
    assert_eq!(section.because[0].message, "2 of the 2 descriptors that count met, so 1 PASS.");
}

#[test]
fn what_is_counted_is_no_evidence_and_bounds_fit() {
    let mut document = pass_or_fail();
    let interpretation = &mut document["interpretation"];
    interpretation["evidence"][0]["descriptors"] = json!(["N1"]);
    interpretation["counts"]["descriptors"] = json!(["N1", "N1", "Q1"]);
    interpretation["grade_table"][0]["at_most"] = json!({"minor": 0});
    interpretation["grade_table"][1]["at_most"] = json!({"critical": 3});
    let at = "/interpretation";
    assert_eq!(
        problems(&document),
        [
            format!(
                "{at}/counts/descriptors/1: This descriptor is there already: it can stand only once."
            ),
            format!("{at}/counts/descriptors/2: The framework has no descriptor with this id."),
            format!(
                "{at}/grade_table/0/at_most/minor: The framework has no severity with this id."
            ),
            format!(
                "{at}/grade_table/1: No answers can reach this grade: whatever meets it meets a better one too."
            ),
            format!(
                "{at}/grade_table/1/at_most: The worst grade must require nothing, or some answers would have no grade."
            ),
            format!(
                "{at}/evidence/0/descriptors/0: The framework has no descriptor with answers with this id."
            ),
        ]
    );
    // A bound that is null is none.
    let mut document = pass_or_fail();
    document["interpretation"]["grade_table"][1]["at_most"] = json!({"critical": null});
    framework(&document);
    // Where the worst grade alone has no bound, every bound can be.
    let mut document = pass_or_fail();
    document["interpretation"]["grade_table"][0]["at_most"] = json!({"critical": 9999});
    framework(&document);
}
