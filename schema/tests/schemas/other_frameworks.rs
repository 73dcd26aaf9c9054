//! Schemas that are closed over another framework, and the description of all of them.

use std::sync::Arc;

use ehcp_qa_core::{Framework, Review};
use jsonschema::draft202012;
use serde_json::{Value, json};

use crate::{ALL, REVIEW, SMALL, check_valid, parse, validator};

/// Frameworks with other ids, other scales and other parts.
fn others() -> [Arc<Framework>; 2] {
    [SMALL, include_str!("../../../tests/frameworks/green-amber-red.json")]
        .map(|text| Arc::new(Framework::from_json(text).unwrap()))
}

#[test]
fn schemas_of_other_frameworks_are_closed_over_them_and_true_of_their_examples() {
    for framework in others() {
        let schemas = ehcp_qa_schema::schemas_closed_over(&framework);
        for (file, schema) in &schemas {
            let validator = validator(schema);
            assert!(draft202012::meta::is_valid(&parse(schema)), "{file}");
            for example in parse(schema)["examples"].as_array().unwrap() {
                check_valid(&validator, example);
            }
        }
        let review = &schemas.iter().find(|(file, _)| *file == "review.schema.json").unwrap().1;
        let example = &parse(review)["examples"][0];
        assert!(Review::from_json(&framework, &example.to_string()).is_ok(), "{example}");
        let id = framework.id();
        for wrong in [
            json!({"framework": "shropshire-2023"}),
            json!({"framework": id, "sections": {"Q": {}}}),
            json!({"framework": id, "criteria": {"complies": "met"}}),
            json!({"framework": id, "sections": {"overall": {"score": 11}}}),
        ] {
            assert!(!validator(review).is_valid(&wrong), "{wrong}");
        }
    }
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
    for (file, _) in ALL {
        let name = file.strip_suffix(".schema.json").unwrap();
        assert_eq!(text.matches(&format!("\n| `{name}` |")).count(), 1, "{name}");
    }
    let [minimal, full, association] = described().try_into().unwrap();
    for review in [&minimal, &full] {
        check_valid(&validator(REVIEW), review);
        assert!(Review::from_json(&Framework::shropshire_2023(), &review.to_string()).is_ok());
    }
    assert!(association["json.schemas"].is_array());
}
