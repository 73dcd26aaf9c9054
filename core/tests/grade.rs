//! Grades alone are those of an assessment.

mod edits;
mod notation;

use ehcp_qa_core::{Framework, Review, assess, grade};
use proptest::prelude::*;
use serde_json::{Value, json};

use edits::{any_edits, make};
use notation::review;

/// Grades a review, and expects what an assessment of it says.
fn check(review: &Review) {
    let grading = serde_json::to_value(grade(review)).unwrap();
    let assessment = assess(review);
    let plan = &assessment.plan;
    let sections: serde_json::Map<String, Value> = assessment
        .sections
        .iter()
        .map(|section| (section.id.to_owned(), json!(section.suggested)))
        .collect();
    let findings: Vec<_> = assessment.findings.iter().map(|finding| finding.rule).collect();
    let expected = json!({
        "framework": assessment.framework,
        "plan": {
            "criteria": plan.criteria,
            "cap": plan.cap,
            "suggested": plan.suggested,
            "recorded": plan.recorded,
            "gate": plan.gate.as_ref().map(|gate| json!({"state": gate.state, "suggestion": gate.suggestion})),
        },
        "sections": sections,
        "findings": findings,
    });
    assert_eq!(grading, expected);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_review_is_graded_as_it_is_assessed(edits in any_edits(150)) {
        let mut review = Review::new(Framework::built_in());
        for edit in &edits {
            let _ = make(edit, &mut review);
        }
        check(&review);
    }
}

#[test]
fn grades_as_worked_out_by_hand() {
    // C is 0 or 1 of 2 and overall 2 at best; G does not apply; the criteria leave 1 to 4.
    let graded = review("stage=draft health_needs=false C1=no overall.score=1");
    let grading = grade(&graded);
    let text = serde_json::to_string(&grading).unwrap();
    let start = "{\"framework\":\"shropshire-2023\",\"plan\":{\"criteria\":{\"best\":1,\"worst\":4},\
                 \"cap\":{\"best\":2,\"worst\":3},\"suggested\":{\"best\":2,\"worst\":4},\"recorded\":1,\
                 \"gate\":{\"state\":\"may_be_issued\",\"suggestion\":\"across\"}},\
                 \"sections\":{\"A\":{\"best\":2,\"worst\":4},";
    assert!(text.starts_with(start), "{text}");
    let suggested: Vec<_> = grading.sections.iter().filter(|(id, _)| "CGI".contains(id)).collect();
    let suggested = suggested.iter().map(|(id, interval)| {
        (*id, interval.map(|interval| (interval.best.number(), interval.worst.number())))
    });
    assert_eq!(suggested.collect::<Vec<_>>(), [("C", Some((3, 4))), ("G", None), ("I", None)]);
    // Better than its sections allow, without a rationale; C1 is answered no without an improvement.
    assert_eq!(
        grading.findings,
        [
            "recorded-better-than-cap",
            "score-without-rationale",
            "no-without-improvement",
            "context-not-known",
        ]
    );
    check(&graded);
}
