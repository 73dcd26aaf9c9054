//! Any input at all is answered: with a review or a framework that works, or with problems.

mod edits;
mod following;

use std::sync::Arc;

use ehcp_qa_core::{Framework, Review, assess, from_line, path_to, to_line};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use edits::{any_edits, make};
use following::{follow, worst};

const BUILT_IN: &str = include_str!("../frameworks/shropshire-2023.json");
const SMALL: &str = include_str!("small-framework.json");

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Names and words that documents have, so that random ones get past the first check.
const WORDS: [&str; 34] = [
    "framework",
    "plan",
    "review",
    "criteria",
    "sections",
    "reference",
    "stage",
    "year_group",
    "age",
    "health_needs",
    "level",
    "reviewer",
    "role",
    "id",
    "date",
    "writing",
    "complies",
    "A",
    "C",
    "overall",
    "descriptors",
    "score",
    "strengths",
    "A1",
    "C2",
    "overall.1",
    "yes",
    "not_applicable",
    "met",
    "final",
    "2024-02-29",
    "shropshire-2023",
    "",
    "a/b~",
];

fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(&WORDS[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3..30_i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_word().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((any_word(), inner), 0..6)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A document that is like a review: an object with the right parts, of random content.
fn like_a_review() -> impl Strategy<Value = Value> {
    const PARTS: [&str; 6] = ["plan", "review", "criteria", "sections", "framework", "other"];
    vec((select(&PARTS[..]), any_json()), 0..4).prop_map(|entries| {
        let mut document = json!({"framework": "shropshire-2023"});
        for (name, value) in entries {
            document[name] = value;
        }
        document
    })
}

/// Assesses a review, follows its path to each score, and reads its line back.
fn ask_everything(review: &Review) {
    let assessment = assess(review);
    assert!(serde_json::to_string(&assessment).is_ok());
    for score in review.framework().scores() {
        let path = path_to(review, score);
        let reached = worst(&follow(review, &path, None)) <= score;
        assert_eq!(path.reachable, reached, "{score} {path:?}");
    }
    let line = to_line(review);
    assert_eq!(from_line(review.framework(), &line).map(|review| to_line(&review)), Ok(line));
}

/// Reads a review under the built-in framework; it is right, or has a problem.
fn check_review(text: &str) {
    let framework = Framework::built_in();
    match Review::from_json(&framework, text) {
        Ok(review) => {
            ask_everything(&review);
            let record = serde_json::to_string(&review.record()).unwrap();
            assert_eq!(Review::from_json(&framework, &record), Ok(review));
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.kind.to_string().is_empty());
                assert!(problem.pointer.is_empty() || problem.pointer.starts_with('/'));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn any_json_is_answered(document in any_json()) {
        check_review(&document.to_string());
        prop_assert!(Framework::from_json(&document.to_string()).is_err());
    }

    #[test]
    fn anything_like_a_review_is_answered(document in like_a_review()) {
        check_review(&document.to_string());
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), json in "[\\[\\]{}:,\"0-9eE.+\\-a-z \\\\]*") {
        check_review(&text);
        check_review(&json);
        prop_assert!(Framework::from_json(&text).is_err());
    }

    /// A document cut off or with some bytes replaced.
    #[test]
    fn a_torn_document_is_answered(place in 0..2_000_usize, with in any::<char>(), cut in any::<bool>()) {
        let mut text: Vec<char> = TORN.chars().collect();
        let place = place % text.len();
        if cut {
            text.truncate(place);
        } else {
            text[place] = with;
        }
        check_review(&text.into_iter().collect::<String>());
    }
}

const TORN: &str = r#"{"framework": "shropshire-2023", "plan": {"stage": "final", "age": 14},
    "review": {"level": 2, "date": "2023-11-06"}, "criteria": {"writing": "not_met"},
    "sections": {"A": {"descriptors": {"A1": "yes"}, "score": 3, "rationale": "\u00e9\n"}}}"#;

/// One way to damage a framework. Places are taken among all there are.
#[derive(Debug, Clone)]
enum Damage {
    Delete(usize),
    Replace(usize, Value),
    CopyOver(usize, usize),
    Duplicate(usize),
}

fn any_damage() -> impl Strategy<Value = Damage> {
    let place = || any::<usize>();
    let values = vec![
        json!(null),
        json!(0),
        json!(1),
        json!(4),
        json!(255),
        json!(2.5),
        json!(true),
        json!(false),
        json!(""),
        json!("A1"),
        json!("N1"),
        json!("not_applicable"),
        json!("counted_no"),
        json!("stage"),
        json!("age"),
        json!("draft"),
        json!([]),
        json!({}),
        json!({"field": "age", "under": 3}),
    ];
    prop_oneof![
        place().prop_map(Damage::Delete),
        (place(), select(values)).prop_map(|(place, value)| Damage::Replace(place, value)),
        (place(), place()).prop_map(|(from, to)| Damage::CopyOver(from, to)),
        place().prop_map(Damage::Duplicate),
    ]
}

/// The places in a document, as JSON Pointers. Most checks are on the interpretation, so its places are listed
/// several times.
fn places(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, places: &mut Vec<String>) {
        let times = if at.starts_with("/interpretation") { 4 } else { 1 };
        places.extend(std::iter::repeat_n(at.to_owned(), times));
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    walk(value, &format!("{at}/{name}"), places);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    walk(value, &format!("{at}/{index}"), places);
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    walk(document, "", &mut all);
    all
}

fn damage(document: &mut Value, damage: &Damage) {
    let all = places(document);
    let place = |number: usize| all[number % all.len()].as_str();
    match damage {
        Damage::Replace(to, value) => *document.pointer_mut(place(*to)).unwrap() = value.clone(),
        Damage::CopyOver(from, to) => {
            let value = document.pointer(place(*from)).unwrap().clone();
            *document.pointer_mut(place(*to)).unwrap() = value;
        }
        Damage::Delete(at) | Damage::Duplicate(at) => {
            let Some((parent, key)) = place(*at).rsplit_once('/') else { return };
            match document.pointer_mut(parent).unwrap() {
                Value::Object(fields) => drop(fields.remove(key)),
                Value::Array(list) => {
                    let index: usize = key.parse().unwrap();
                    if matches!(damage, Damage::Delete(_)) {
                        list.remove(index);
                    } else {
                        list.insert(index, list[index].clone());
                    }
                }
                _ => {}
            }
        }
    }
}

/// A review with something in every part.
fn full_review() -> Value {
    json!({
        "framework": "shropshire-2023",
        "plan": {"reference": "P-1", "stage": "final", "year_group": 9, "age": 14, "health_needs": true},
        "review": {"level": 2, "reviewer": {"role": "Officer", "id": "O-1"}, "date": "2023-11-06"},
        "criteria": {"complies": "met", "writing": "mostly_well_written", "golden_thread": "not_met"},
        "sections": {
            "A": {"descriptors": {"A1": "yes", "A2": "no", "A3": null}, "score": 3, "rationale": "R"},
            "G": {"descriptors": {"G1": "no", "G4": "not_applicable"}, "improvements": ""},
            "overall": {"descriptors": {"overall.1": "yes"}, "score": 2},
        },
    })
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn a_damaged_review_is_answered(damages in vec(any_damage(), 1..3)) {
        let mut document = full_review();
        for one in &damages {
            damage(&mut document, one);
        }
        check_review(&document.to_string());
    }
}

/// Damages a framework; when it is still accepted, any review under it can be assessed.
fn check_framework(text: &str, damages: &[Damage], edits: &[edits::Edit]) {
    let mut document = serde_json::from_str(text).unwrap();
    for one in damages {
        damage(&mut document, one);
    }
    match Framework::from_json(&document.to_string()) {
        Ok(framework) => {
            let mut review = Review::new(Arc::new(framework));
            ask_everything(&review);
            for edit in edits {
                let _ = make(edit, &mut review);
            }
            ask_everything(&review);
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_damaged_framework_is_answered(
        damages in vec(any_damage(), 1..4),
        edits in any_edits(60),
    ) {
        check_framework(BUILT_IN, &damages, &edits);
    }
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn a_damaged_small_framework_is_answered(
        damages in vec(any_damage(), 1..4),
        edits in any_edits(20),
    ) {
        check_framework(SMALL, &damages, &edits);
    }
}
