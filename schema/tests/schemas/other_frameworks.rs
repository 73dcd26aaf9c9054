//! Schemas that are closed over another framework, and the description of all of them.

use std::sync::Arc;

use ehcp_qa_core::{Framework, Review};
use ehcp_qa_schema::{closed_names, closed_schema, closed_schemas};
use jsonschema::draft202012;
use serde_json::{Value, json};

use crate::{ALL, REVIEW, SMALL, check_valid, validator};

/// Frameworks with other ids, other scales and other parts.
fn others() -> [Arc<Framework>; 2] {
    [SMALL, include_str!("../../../tests/frameworks/green-amber-red.json")]
        .map(|text| Arc::new(Framework::from_json(text).unwrap()))
}

#[test]
fn schemas_of_other_frameworks_are_closed_over_them_and_true_of_their_examples() {
    for framework in others() {
        for (name, schema) in closed_schemas(&framework) {
            let validator = draft202012::new(&schema).unwrap();
            assert!(draft202012::meta::is_valid(&schema), "{name}");
            for example in schema["examples"].as_array().unwrap() {
                check_valid(&validator, example);
            }
        }
        let review = closed_schema(&framework, "review").unwrap();
        let example = &review["examples"][0];
        assert!(Review::from_json(&framework, &example.to_string()).is_ok(), "{example}");
        let id = framework.id();
        for wrong in [
            json!({"framework": "shropshire-2023"}),
            json!({"framework": id, "sections": {"Q": {}}}),
            json!({"framework": id, "criteria": {"complies": "met"}}),
            json!({"framework": id, "sections": {"overall": {"score": 11}}}),
        ] {
            assert!(!draft202012::is_valid(&review, &wrong), "{wrong}");
        }
    }
}

#[test]
fn there_is_a_schema_of_each_name_that_is_listed_and_of_no_other() {
    let [small, marked] = others();
    let names: Vec<_> = closed_names(&small).collect();
    assert_eq!(names.len(), 21);
    // The framework of green, amber and red has no process, no sampling and no surveys.
    let fewer: Vec<_> = closed_names(&marked).collect();
    let gone: Vec<_> = names.iter().filter(|name| !fewer.contains(name)).collect();
    assert_eq!(gone, [&"case", &"sample-request", &"family-feedback"]);
    for name in names {
        let schema = closed_schema(&marked, name);
        assert_eq!(schema.is_some(), fewer.contains(&name), "{name}");
    }
    assert!(closed_schema(&small, "assessment").is_none());
    assert!(closed_schema(&small, "").is_none());
}

/// The blocks of JSON in the description of the schemas.
fn described() -> Vec<Value> {
    let text = include_str!("../../README.md");
    let blocks = text.split("```json\n").skip(1).filter_map(|block| block.split("```").next());
    blocks.map(|block| serde_json::from_str(block).unwrap()).collect()
}

#[test]
fn the_description_names_every_schema_and_its_examples_are_reviews() {
    let text = include_str!("../../README.md");
    for (name, _) in ALL {
        assert_eq!(text.matches(&format!("\n| `{name}` |")).count(), 1, "{name}");
    }
    let [minimal, full, association] = described().try_into().unwrap();
    for review in [&minimal, &full] {
        check_valid(&validator(REVIEW), review);
        assert!(Review::from_json(&Framework::built_in(), &review.to_string()).is_ok());
    }
    assert!(association["json.schemas"].is_array());
}
