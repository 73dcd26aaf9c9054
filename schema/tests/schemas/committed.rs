//! What is committed is not stale, and described.

use ehcp_qa_schema::text;
use jsonschema::draft202012;
use serde_json::Value;

use crate::{ALL, check_valid, parse, validator};

#[test]
fn the_committed_schemas_are_not_stale() {
    let generated = ehcp_qa_schema::schemas().into_iter();
    let generated: Vec<_> = generated.map(|(name, schema)| (name, text(&schema))).collect();
    let committed = ALL.map(|(name, text)| (name, text.to_owned()));
    assert!(generated == committed, "run `cargo xtask generate`");
}

#[test]
fn the_schemas_that_a_page_closes_are_not_stale() {
    let committed = include_str!("../../open.ndjson");
    assert!(committed == ehcp_qa_schema::open_schemas(), "run `cargo xtask generate`");
    assert_eq!(committed.lines().count(), 21);
}

#[test]
fn the_reference_of_the_rules_is_not_stale_and_has_every_rule() {
    let committed = include_str!("../../../docs/rules.md");
    assert_eq!(committed, ehcp_qa_schema::rules_reference(), "run `cargo xtask generate`");
    let rules = ehcp_qa_core::wording::Lexicon::built_in();
    assert_eq!(committed.matches("\n## `").count(), rules.rules().count());
}

#[test]
fn the_titles_of_the_rules_are_not_stale() {
    let committed = ehcp_qa_core::wording::WORDING_TITLES;
    assert_eq!(committed, ehcp_qa_schema::rule_titles(), "run `cargo xtask generate`");
}

#[test]
fn each_schema_is_one_and_is_true_of_its_examples() {
    for (id, schema) in ALL {
        let validator = validator(schema);
        let schema = parse(schema);
        assert!(draft202012::meta::is_valid(&schema), "{id}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("urn:ehcp-qa:schema:{id}:1"));
        let examples = schema["examples"].as_array().unwrap();
        assert!(!examples.is_empty(), "{id}");
        for example in examples {
            check_valid(&validator, example);
        }
    }
}

/// Every property of a schema has a description where it is declared.
fn undescribed(schema: &Value, at: &str, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                // Conditions are about properties that are declared beside them.
                if ["examples", "if", "then", "else"].contains(&name.as_str()) {
                    continue;
                }
                let at = format!("{at}/{name}");
                if name == "properties" {
                    for (property, value) in value.as_object().unwrap() {
                        let description = value["description"].as_str().or(value["title"].as_str());
                        if description.is_none_or(|description| description.trim().is_empty()) {
                            found.push(format!("{at}/{property}"));
                        }
                    }
                }
                undescribed(value, &at, found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                undescribed(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_property_has_a_description() {
    for (_, schema) in ALL {
        let mut found = Vec::new();
        undescribed(&parse(schema), "", &mut found);
        // The tests of a condition are described one level up.
        found.retain(|at| !at.contains("/$defs/ContextCondition/oneOf/"));
        assert_eq!(found, [""; 0]);
    }
}
