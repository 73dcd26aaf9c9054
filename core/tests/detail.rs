//! Details of a review, recorded one at a time, and gradings of many plans.

use ehcp_qa_core::grading::grade_lines;
use ehcp_qa_core::review::DetailField;
use ehcp_qa_core::{Framework, Live, Review, grade};

#[test]
fn details_are_recorded_and_taken_back() {
    let framework = Framework::built_in();
    let mut live = Live::new(Review::new(framework.clone()));
    live.detail(DetailField::Reference, Some("EHC-0412".to_owned())).unwrap();
    live.detail(DetailField::Role, Some("Team Manager".to_owned())).unwrap();
    live.detail(DetailField::Reviewer, Some("TM-1".to_owned())).unwrap();
    live.detail(DetailField::Date, Some("2024-02-29".to_owned())).unwrap();
    live.level(Some(2)).unwrap();
    let text = r#"{"framework": "shropshire-2023", "plan": {"reference": "EHC-0412"}, "review":
        {"level": 2, "reviewer": {"role": "Team Manager", "id": "TM-1"}, "date": "2024-02-29"}}"#;
    assert_eq!(live.review(), &Review::from_json(&framework, text).unwrap());
    for field in DetailField::ALL {
        live.detail(*field, None).unwrap();
    }
    live.level(None).unwrap();
    assert_eq!(live.review(), &Review::new(framework));
}

#[test]
fn a_refused_detail_changes_nothing() {
    let mut live = Live::new(Review::new(Framework::built_in()));
    live.detail(DetailField::Date, Some("2024-02-28".to_owned())).unwrap();
    let before = live.review().clone();
    let long = "x".repeat(65);
    let refused = [
        (DetailField::Reference, long.as_str(), "too_long"),
        (DetailField::Reviewer, &long, "too_long"),
        (DetailField::Date, "2023-02-29", "no_such_date"),
        (DetailField::Date, "28/2/2024", "no_such_date"),
    ];
    for (field, text, code) in refused {
        assert_eq!(live.detail(field, Some(text.to_owned())).unwrap_err().code(), code);
    }
    assert_eq!(live.level(Some(6)).unwrap_err().code(), "out_of_range");
    assert_eq!(live.review(), &before);
}

#[test]
fn a_bad_line_stops_no_other() {
    let framework = Framework::built_in();
    let good = r#"{"framework": "shropshire-2023", "criteria": {"no_admin_errors": "not_met"}}"#;
    let review = Review::from_json(&framework, good).unwrap();
    let text = ["\u{feff}", good, "\r\n{\n\n", good].concat();
    let mut seen = Vec::new();
    grade_lines(&framework, &text, |line| {
        if let Some(grading) = &line.grading {
            assert_eq!(grading, &grade(&review));
        }
        let codes: Vec<&str> = line.problems.iter().map(|problem| problem.kind.code()).collect();
        seen.push((line.line, line.grading.is_some(), codes));
    });
    assert_eq!(seen, [(1, true, vec![]), (2, false, vec!["not_json"]), (4, true, vec![])]);
}
