//! The table of requirements, enumerated.

#![cfg(feature = "authoring")]

use ehcp_qa_core::Framework;
use ehcp_qa_core::authoring::table;
use serde_json::{Value, json};

const SMALL: &str = include_str!("small-framework.json");
const MARKED: &str = include_str!("../../tests/frameworks/green-amber-red.json");

/// What a second program in JavaScript makes of the framework's JSON.
const DIGEST: &str = include_str!("../../tests/vectors/requirements.sha256");

#[test]
fn the_table_of_the_built_in_framework_is_the_one_that_is_kept() {
    let framework = Framework::built_in();
    let table = table(&framework).unwrap();
    assert_eq!(table.rows().count(), 6_144);
    assert_eq!(table.sha256(), DIGEST.trim());
}

/// Worked out by hand: two answers, three answers, and a worst section of 1 to 4, which limits the plan to the same.
#[test]
fn every_combination_has_its_grade() {
    let framework = Framework::from_json(SMALL).unwrap();
    let csv = table(&framework).unwrap().to_csv();
    let mut expected = vec!["lawful,clear,worst_section,grade".to_owned()];
    let by_criteria = [
        ("no,unclear", 4),
        ("no,fair", 4),
        ("no,clear", 4),
        ("yes,unclear", 3),
        ("yes,fair", 2),
        ("yes,clear", 1),
    ];
    for (answers, grade) in by_criteria {
        for section in 1..=4 {
            expected.push(format!("{answers},{section},{}", grade.max(section)));
        }
    }
    assert_eq!(csv, expected.join("\n") + "\n");
}

/// Findings within the bounds of a grade, and beyond them.
#[test]
fn bounds_on_findings_have_a_column() {
    let mut framework: Value = serde_json::from_str(SMALL).unwrap();
    let interpretation = &mut framework["interpretation"];
    interpretation["counts"] = json!({
        "severities": [{"id": "critical", "label": "Critical"}], "descriptors": ["overall.1"],
        "basis": "framework", "reason": "Findings are counted.",
    });
    for list in ["criteria", "section_cap", "bearing", "checks"] {
        interpretation[list] = json!([]);
    }
    let row = |score: u8, at_most: Value| json!({"score": score, "requires": {}, "at_most": at_most, "basis": "framework", "reason": "As printed."});
    interpretation["grade_table"] = json!([
        row(1, json!({"critical": 0})),
        row(2, json!({"critical": 3})),
        row(3, json!({"critical": 9})),
        row(4, Value::Null),
    ]);
    for entry in interpretation["evidence"].as_array_mut().unwrap() {
        entry["descriptors"] = json!([]);
    }
    let framework = Framework::from_json(&framework.to_string()).unwrap();
    let csv = table(&framework).unwrap().to_csv();
    assert_eq!(csv, "critical,grade\nmore,4\n9_or_fewer,3\n3_or_fewer,2\n0_or_fewer,1\n");
}

#[test]
fn without_limits_there_is_no_column_for_sections() {
    let mut framework: Value = serde_json::from_str(SMALL).unwrap();
    framework["interpretation"]["section_cap"] = json!([]);
    let framework = Framework::from_json(&framework.to_string()).unwrap();
    let table = table(&framework).unwrap();
    assert_eq!(table.columns(), ["lawful", "clear", "grade"]);
    assert_eq!(table.rows().last().unwrap(), ["yes", "clear", "1"]);
    let markdown = table.to_markdown();
    assert!(
        markdown.starts_with("| lawful | clear | grade |\n|---|---|---|\n| no | unclear | 4 |\n")
    );
    assert!(markdown.ends_with(&format!("\nSHA-256: {}\n", table.sha256())));
}

#[test]
fn a_framework_without_a_table_says_so() {
    let framework = Framework::from_json(MARKED).unwrap();
    let problems = table(&framework).unwrap_err();
    assert_eq!(problems[0].to_string(), "The framework in use has no table of requirements.");
}

#[test]
fn a_table_has_a_bound() {
    let mut framework: Value = serde_json::from_str(SMALL).unwrap();
    let interpretation = &mut framework["interpretation"];
    // 6 combinations, times 2 to the power of 18, times 4 scores.
    for number in 0..18 {
        let id = format!("more-{number}");
        let values = json!([{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]);
        interpretation["grade_table"][0]["requires"][&id] = json!("yes");
        interpretation["criteria"].as_array_mut().unwrap().push(json!({
            "id": id, "label": "More", "hint": "", "values": values, "basis": "interpretation",
            "reason": "R.",
        }));
    }
    let framework = Framework::from_json(&framework.to_string()).unwrap();
    assert_eq!(table(&framework).unwrap_err()[0].kind.code(), "too_many");
}
