//! Receipts: an assessment names its engine and its framework, so that it can be made again.

mod notation;

use std::collections::BTreeMap;

use ehcp_qa_core::wording::{Lexicon, Linting, WEIGHTS, WORDING_WITH_EXAMPLES, lint};
use ehcp_qa_core::{Framework, assess};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use notation::review;

const BUILT_IN: &str = include_str!("../frameworks/shropshire-2023.json");
const SMALL: &str = include_str!("small-framework.json");

/// JSON with its keys sorted and no white space.
fn canonical(value: &Value) -> String {
    match value {
        Value::Array(list) => {
            format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        Value::Object(fields) => {
            let sorted: BTreeMap<_, _> = fields.iter().collect();
            let fields =
                sorted.iter().map(|(name, value)| format!("{}:{}", json!(name), canonical(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(canonical(&serde_json::from_str(text).unwrap()));
    digest.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[test]
fn an_assessment_names_its_engine_and_framework() {
    let review = review("A1=no");
    let assessment = serde_json::to_value(assess(&review)).unwrap();
    assert_eq!(
        assessment["receipt"],
        json!({
            "engine": env!("CARGO_PKG_VERSION"),
            "framework": {"id": "shropshire-2023", "sha256": sha256(BUILT_IN)},
        })
    );
}

#[test]
fn a_framework_has_the_digest_of_its_canonical_json() {
    // That of the built-in framework is computed by the build, and that of its text when it is asked for.
    assert_eq!(Framework::built_in().sha256(), sha256(BUILT_IN));
    assert_eq!(Framework::from_json(BUILT_IN).unwrap().sha256(), sha256(BUILT_IN));
    let small = Framework::from_json(SMALL).unwrap();
    assert_eq!(small.sha256(), sha256(SMALL));
    let digest = small.digest();
    assert_eq!((digest.id, digest.sha256), ("riverside-2025", small.sha256()));
}

#[test]
fn the_digest_depends_on_the_content_and_not_on_the_notation() {
    let value: Value = serde_json::from_str(SMALL).unwrap();
    // Sorted keys, other white space, and other ways to write a number and a letter.
    let text = serde_json::to_string_pretty(&value).unwrap();
    let text = text
        .replace("\"score\": 2,", "\"score\": 2.0,")
        .replace("\"id\": \"N1\"", "\"id\": \"\\u004e1\"");
    assert_ne!(text, serde_json::to_string_pretty(&value).unwrap());
    let small = Framework::from_json(SMALL).unwrap();
    assert_eq!(Framework::from_json(&text).unwrap().sha256(), small.sha256());
    // One word more is another framework.
    let other = SMALL.replace("Little is wrong.", "Very little is wrong.");
    assert_ne!(Framework::from_json(&other).unwrap().sha256(), small.sha256());
}

#[test]
fn a_finding_about_wording_rests_on_a_lexicon_that_is_named() {
    let built_in = Lexicon::built_in();
    let checked = lint(&built_in, "F", "", &Linting::default());
    let receipt = serde_json::to_value(checked.receipt).unwrap();
    // Examples document a rule: they are left out.
    let mut document: Value = serde_json::from_str(WORDING_WITH_EXAMPLES).unwrap();
    for rule in document["rules"].as_array_mut().unwrap() {
        for name in ["example", "example_context", "near_miss"] {
            rule.as_object_mut().unwrap().remove(name);
        }
        for phrase in rule.get_mut("phrases").and_then(Value::as_array_mut).into_iter().flatten() {
            for name in ["example", "example_context", "near_miss"] {
                phrase.as_object_mut().unwrap().remove(name);
            }
        }
    }
    let expected = sha256(&document.to_string());
    let weights: Value = serde_json::from_str(WEIGHTS).unwrap();
    assert_eq!(
        receipt,
        json!({
            "engine": env!("CARGO_PKG_VERSION"),
            "lexicon": {"id": "wording-2023", "sha256": expected},
            "weights": {"id": "learned-2026", "sha256": sha256(&weights.to_string())},
        })
    );
}
