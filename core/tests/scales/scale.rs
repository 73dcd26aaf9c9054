//! Scales of any number of grades, in either direction, and scores that are only entered.

use ehcp_qa_core::case::Case;
use ehcp_qa_core::grading::GateState;
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use ehcp_qa_core::{Score, assess, from_line, to_line};
use serde_json::{Value, json};

use crate::{ends, framework, grade_entry, problems, refused, review, small};

/// Three grades: the worst of `small-framework.json` is left out everywhere.
fn three_grades() -> Value {
    let mut document = small();
    let interpretation = &mut document["interpretation"];
    interpretation["grade_table"].as_array_mut().unwrap().pop();
    interpretation["grade_table"][2]["requires"] = json!({});
    interpretation["section_cap"].as_array_mut().unwrap().pop();
    document["wording"]["scale"]["grades"].as_array_mut().unwrap().pop();
    document
}

/// Scores of 0 to 10, of which 10 is the best, in four grades. Scores are only entered.
fn ten_points() -> Value {
    let mut document = small();
    document["wording"]["scale"]["grades"] = json!([
        {"id": "outstanding", "score": 9, "up_to": 10, "heading": "9, 10", "label": "Outstanding", "criteria": []},
        {"id": "good", "score": 6, "up_to": 8, "heading": "6-8", "label": "Good", "criteria": []},
        {"id": "weak", "score": 3, "up_to": 5, "heading": "3-5", "label": "Requires improvement", "criteria": []},
        {"id": "poor", "score": 0, "up_to": 2, "heading": "0-2", "label": "Inadequate", "criteria": []},
    ]);
    let interpretation = &mut document["interpretation"];
    interpretation["scale"] =
        json!({"best": "greatest", "basis": "framework", "reason": "10 is the best."});
    for list in ["criteria", "grade_table", "section_suggestion", "section_cap", "checks"] {
        interpretation[list] = json!([]);
    }
    interpretation["gate"]["issue_at"] = json!(6);
    interpretation["plan"] = Value::Null;
    interpretation["bearing"] = Value::Null;
    document
}

#[test]
fn three_grades_have_no_fourth() {
    let framework = framework(&three_grades());
    assert_eq!(framework.scores().map(Score::number).collect::<Vec<_>>(), [1, 2, 3]);
    let not_lawful = review(&framework, &json!({"criteria": {"lawful": "no"}}));
    // The least row asks for nothing, so whatever is not clear is 3.
    assert_eq!(ends(assess(&not_lawful).plan.criteria), Some((3, 3)));
    let given = json!({"sections": {"N": {"score": 4}}});
    let message = "/sections/N/score: This must be a whole number from 1 to 3.";
    assert_eq!(refused(&framework, &given), [message]);
}

#[test]
fn a_row_about_a_grade_that_the_scale_does_not_have_is_a_problem() {
    let mut document = three_grades();
    document["interpretation"]["section_cap"][0]["section_score"] = json!(4);
    let message =
        "/interpretation/section_cap/0/section_score: This must be a whole number from 1 to 3.";
    assert!(problems(&document).contains(&message.to_owned()), "{:?}", problems(&document));
}

#[test]
fn of_ten_points_the_greatest_is_the_best() {
    let framework = framework(&ten_points());
    let numbers: Vec<u8> = framework.scores().map(Score::number).collect();
    assert_eq!(numbers, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    for (score, name, state) in [
        (9, "9 Outstanding", GateState::MayBeIssued),
        (6, "6 Good", GateState::MayBeIssued),
        (5, "5 Requires improvement", GateState::NotToBeIssued),
        (0, "0 Inadequate", GateState::NotToBeIssued),
    ] {
        let review = review(&framework, &json!({"sections": {"overall": {"score": score}}}));
        let assessment = assess(&review);
        assert_eq!(framework.grade_name(assessment.plan.recorded.unwrap()), name);
        assert_eq!(assessment.plan.gate.as_ref().unwrap().state, state);
        // Nothing is suggested, and so there is nothing to differ from.
        assert_eq!(assessment.plan.suggested, None);
        assert_eq!(assessment.plan.criteria, None);
        assert_eq!(assessment.plan.gate.as_ref().unwrap().suggestion, None);
        assert!(
            !assessment.path.as_ref().unwrap().reachable
                && assessment.path.as_ref().unwrap().steps.is_empty()
        );
        assert_eq!(to_line(&from_line(&framework, &to_line(&review)).unwrap()), to_line(&review));
    }
}

#[test]
fn a_score_beyond_ten_points_and_a_mean_of_many_plans_are_refused() {
    let framework = framework(&ten_points());
    let at_overall = |score: Value| json!({"sections": {"overall": {"score": score}}});
    assert_eq!(
        refused(&framework, &at_overall(json!(11))),
        ["/sections/overall/score: This must be a whole number from 0 to 10."]
    );
    assert_eq!(
        refused(&framework, &at_overall(json!(5.2))),
        ["/sections/overall/score: This must be a whole number."]
    );
    let pair = json!({"review": {"framework": framework.id()}, "graded_twice": {"first": 10, "second": 12}});
    let problems = SummaryRecord::from_json(&framework, &pair.to_string()).unwrap_err();
    let message = "/graded_twice/second: This must be a whole number from 0 to 10.";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
    let event =
        json!({"kind": "graded", "date": "2026-03-01", "role": "panel", "by": "P", "score": 11});
    let problems =
        Case::from_json(&framework, &json!({"events": [event]}).to_string()).unwrap_err();
    let message = "/events/0/score: This must be a whole number from 0 to 10.";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
}

#[test]
fn plans_are_counted_by_the_grade_of_their_points() {
    let framework = framework(&ten_points());
    let mut summary = Summary::new(&framework);
    // The counts of one council: 1 in 100 Outstanding, 37 Good, 58 Requires improvement, 4 Inadequate.
    for (score, times) in [(10, 1), (9, 0), (8, 20), (6, 17), (5, 40), (3, 18), (1, 4)] {
        let record = json!({
            "review": {"framework": framework.id(), "sections": {"overall": {"score": score}}},
            "regraded": {"before": 5, "after": score},
        });
        for _ in 0..times {
            let record = SummaryRecord::from_json(&framework, &record.to_string()).unwrap();
            summary.add(&record).unwrap();
        }
    }
    let counts = serde_json::to_value(&summary).unwrap();
    let expected = json!({"outstanding": 1, "good": 37, "weak": 58, "poor": 4});
    assert_eq!(counts["all"]["scores"], expected);
    assert_eq!(counts["regraded"]["weak"], expected);
    let order: Vec<&str> =
        counts["all"]["scores"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(order.len(), 4);
    let read = Summary::from_json(&framework, &counts.to_string()).unwrap();
    assert_eq!(read, summary);
    let shown = report(&framework, &summary, HiddenBelow::NOTHING);
    let grades = &shown.tables[0];
    assert_eq!(grades.columns[0].label, "9 to 10 Outstanding");
    assert_eq!(grades.columns[1].label, "6 to 8 Good");
}

#[test]
fn a_summary_has_each_grade_and_no_other() {
    let framework = framework(&ten_points());
    let mut document = serde_json::to_value(Summary::new(&framework)).unwrap();
    document["all"]["scores"] = json!({"outstanding": 0, "good": 0, "weak": 0, "excellent": 0});
    let problems = Summary::from_json(&framework, &document.to_string()).unwrap_err();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "/all/scores/excellent: This field is not known here.",
            "/all/scores/poor: This field is required.",
        ]
    );
}

#[test]
fn grades_may_not_share_a_score_and_a_range_runs_upwards() {
    let mut document = ten_points();
    document["wording"]["scale"]["grades"][1]["up_to"] = json!(9);
    assert!(problems(&document)[0].starts_with("/wording/scale/grades/1/score: "));
    let mut document = ten_points();
    document["wording"]["scale"]["grades"][0]["up_to"] = json!(8);
    assert!(problems(&document)[0].starts_with("/wording/scale/grades/0/up_to: "));
    let mut document = ten_points();
    document["wording"]["scale"]["grades"] = json!([]);
    assert_eq!(
        problems(&document)[0],
        "/wording/scale/grades: This must be a list with at least one entry."
    );
}

#[test]
fn a_scale_without_a_number_between_lists_its_scores() {
    let mut document = ten_points();
    document["wording"]["scale"]["grades"] =
        json!([grade_entry(0, "Fail"), grade_entry(5, "Pass"), grade_entry(10, "Distinction")]);
    document["interpretation"]["gate"]["issue_at"] = json!(5);
    let framework = framework(&document);
    assert_eq!(
        refused(&framework, &json!({"sections": {"N": {"score": 4}}})),
        ["/sections/N/score: This must be one of: 10, 5, 0."]
    );
}
