//! The schemas are closed.

use serde_json::{Value, json};

use crate::{ASSESSMENT, FRAMEWORK, REVIEW, SMALL, objects, parse, validator};

/// Expects an unknown property to be refused in each object of a document.
#[track_caller]
fn check_closed(schema: &str, document: &Value, least: usize) {
    let validator = validator(schema);
    let places = objects(document);
    assert!(places.len() >= least, "{}", places.len());
    for place in places {
        // The requirements of a grade are keyed by the criteria of its framework.
        if place.ends_with("/requires") {
            continue;
        }
        let mut opened = document.clone();
        opened.pointer_mut(&place).unwrap()["unknown_property"] = json!("x");
        assert!(!validator.is_valid(&opened), "{place}");
    }
}

#[test]
fn the_schemas_are_closed() {
    let example = |schema| parse(schema)["examples"][0].clone();
    check_closed(REVIEW, &example(REVIEW), 10);
    check_closed(ASSESSMENT, &example(ASSESSMENT), 100);
    // Each kind of object that a framework has is in this one.
    check_closed(FRAMEWORK, &parse(SMALL), 80);
}
