//! That results are said in the messages of a catalogue, and in nothing else: over every review of the conformance kit,
//! with a catalogue whose every template is marked.

use std::collections::BTreeSet;
use std::sync::Arc;

use ehcp_qa_core::{Framework, MESSAGES, Messages, Problem, Review, assess};
use serde_json::{Value, json};

use super::KITS;

/// The English templates, each between marks.
fn marked() -> String {
    let mut catalogue: Value = serde_json::from_str(MESSAGES).expect("JSON");
    for text in catalogue["texts"].as_object_mut().expect("texts").values_mut() {
        *text = json!(format!("⟦{}⟧", text.as_str().expect("a text")));
    }
    catalogue.to_string()
}

/// The sentences of an assessment, in their order.
fn sentences(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| sentences(entry, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "message" => found.push(text.clone()),
                    _ => sentences(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Without marks, and with a capital where a mark stood before it.
fn unmarked(sentence: &str) -> String {
    let mut plain: String = sentence.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    if let Some(first) = plain.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    plain
}

/// The messages that each framework's own checks give.
fn of_checks(framework: &Value) -> BTreeSet<&str> {
    let checks = framework["interpretation"]["checks"].as_array();
    checks.into_iter().flatten().filter_map(|check| check["message"].as_str()).collect()
}

/// The same problems in English and between marks, but for the sentence; how many there are.
fn check_problems(english: &[Problem], marked: &[Problem]) -> usize {
    assert_eq!(english.len(), marked.len());
    for (english, marked) in english.iter().zip(marked) {
        let (mut english, mut marked) = (json!(english), json!(marked));
        let [of_english, of_marked] =
            [&mut english, &mut marked].map(|problem| problem["message"].take());
        assert_eq!(english, marked);
        // A question for the nearest word is a message of its own.
        let said = of_english.as_str().expect("a text").replace(" Did you", "⟧ ⟦Did you");
        assert_eq!(json!(format!("⟦{said}⟧")), of_marked);
    }
    english.len()
}

#[test]
fn every_sentence_of_a_result_is_in_the_catalogue() {
    let (mut seen, mut refused) = (0, 0);
    for (framework, kit) in KITS {
        let document: Value = serde_json::from_str(framework).expect("JSON");
        let id = &document["id"];
        let own = of_checks(&document);
        let english = Arc::new(Framework::from_json(framework).expect("a framework"));
        let messages = Messages::from_json(&marked()).expect("a catalogue");
        let other = Framework::from_json(framework).expect("a framework").with_messages(messages);
        let other = Arc::new(other);
        assert_eq!(english.sha256(), other.sha256(), "the framework stays the same");
        let kit: Value = serde_json::from_str(kit).expect("JSON");
        for case in kit["cases"].as_array().expect("cases") {
            let text =
                case["text"].as_str().map_or_else(|| case["review"].to_string(), str::to_owned);
            let review = match Review::from_json(&english, &text) {
                Ok(review) => review,
                Err(problems) => {
                    let marked = Review::from_json(&other, &text).expect_err("the same problems");
                    refused += check_problems(&problems, &marked);
                    continue;
                }
            };
            let marked = Review::from_json(&other, &text).expect("the same review");
            let (mut of_english, mut of_marked) = (Vec::new(), Vec::new());
            sentences(&serde_json::to_value(assess(&review)).expect("JSON"), &mut of_english);
            sentences(&serde_json::to_value(assess(&marked)).expect("JSON"), &mut of_marked);
            assert_eq!(of_english.len(), of_marked.len());
            for (english, marked) in of_english.iter().zip(&of_marked) {
                if own.contains(english.as_str()) {
                    continue;
                }
                assert!(marked.starts_with('⟦') && marked.ends_with('⟧'), "{id}: {marked}");
                assert_eq!(&unmarked(marked), &unmarked(english), "{id}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10_000, "only {seen} sentences");
    assert!(refused > 150, "only {refused} problems");
}
