//! The schemas of summaries and the engine agree.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use jsonschema::draft202012;
use serde_json::{Value, json};

use crate::{REPORT, SUMMARY, SUMMARY_RECORD, check_valid, objects, parse, validator};

/// Whether the engine and the schema accept a record and a summary with one value put in each.
#[test]
fn summaries_are_the_same_for_both() {
    let framework = Framework::built_in();
    let example = |schema| parse(schema)["examples"][0].clone();
    let (record, summary) = (example(SUMMARY_RECORD), example(SUMMARY));
    let changed = |document: &Value, pointer: &str, value: &Value| {
        let mut document = document.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).expect(pointer)[key] = value.clone();
        document
    };
    let validator = validator(SUMMARY_RECORD);
    for (pointer, value, expected) in [
        ("/dates", Value::Null, true),
        ("/dates/issued", json!(5), false),
        ("/regraded/before", json!(5), false),
        ("/regraded/after", Value::Null, false),
        ("/dimensions/advice_giver", json!("health"), true),
        ("/dimensions/phase", json!("post_16"), false),
        ("/dimensions/need", json!("two words"), false),
        ("/dimensions/two words", json!("x"), false),
        ("/wording/G", json!({}), true),
        ("/wording/Z", json!({}), false),
        ("/wording/F", Value::Null, true),
        ("/wording/F/availability", Value::Null, true),
        ("/dimensions/need", Value::Null, true),
        ("/wording/F/training", json!(0), true),
        ("/wording/F/training", json!(-1), false),
        ("/wording/F/two words", json!(1), false),
        ("/review", Value::Null, false),
        ("/review/framework", json!("other"), false),
        ("/review/sections/F/score", json!(5), false),
        ("/name", json!("x"), false),
    ] {
        let document = changed(&record, pointer, &value);
        let read = SummaryRecord::from_json(&framework, &document.to_string()).is_ok();
        assert_eq!(
            (read, validator.is_valid(&document)),
            (expected, expected),
            "{pointer} {value}"
        );
    }
    let validator = draft202012::new(&parse(SUMMARY)).unwrap();
    for (pointer, value, expected) in [
        ("/all/plans", json!(2), true),
        ("/all/plans", json!(-1), false),
        ("/framework", json!("other"), false),
        ("/sections/Z", summary["all"]["scores"].clone(), false),
        ("/descriptors/Z1", summary["descriptors"]["F3"].clone(), false),
        ("/descriptors/F3/not_met_by_phase/nursery", json!(0), false),
        (
            "/wording/F/rules/two words",
            summary["wording"]["F"]["rules"]["availability"].clone(),
            false,
        ),
        ("/wording/F/rules/availability/found_by_phase/nursery", json!(0), false),
        ("/dimensions/need/two words", summary["all"].clone(), false),
        ("/timeliness/exception_claimed", Value::Null, false),
        ("/name", json!("x"), false),
    ] {
        let document = changed(&summary, pointer, &value);
        let read = Summary::from_json(&framework, &document.to_string()).is_ok();
        assert_eq!(
            (read, validator.is_valid(&document)),
            (expected, expected),
            "{pointer} {value}"
        );
    }
    let shown = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    let validator = draft202012::new(&parse(REPORT)).unwrap();
    check_valid(&validator, &serde_json::to_value(shown).unwrap());
    // A review has no unknown fields in a record either.
    let (mut open, mut places) = (Vec::new(), 0);
    let validator = draft202012::new(&parse(SUMMARY_RECORD)).unwrap();
    for place in objects(&record).into_iter().filter(|place| place.starts_with("/review")) {
        let mut opened = record.clone();
        opened.pointer_mut(&place).unwrap()["unknown_property"] = json!("x");
        places += 1;
        if validator.is_valid(&opened) {
            open.push(place);
        }
    }
    assert_eq!((open, places), (Vec::new(), 7));
}
