//! The built-in framework's wording against a second transcription, made straight from the document
//! without sight of the first.

use serde_json::Value;

const TRANSCRIPT: &str = include_str!("shropshire-2023.transcript.json");

/// Every place where two trees differ.
fn differences(ours: &Value, transcript: &Value, at: &str, found: &mut Vec<String>) {
    match (ours, transcript) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let at = format!("{at}/{key}");
                let side =
                    |side: &serde_json::Map<_, _>| side.get(key).cloned().unwrap_or_default();
                differences(&side(a), &side(b), &at, found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for index in 0..a.len().max(b.len()) {
                let at = format!("{at}/{index}");
                let side = |side: &[Value]| side.get(index).cloned().unwrap_or_default();
                differences(&side(a), &side(b), &at, found);
            }
        }
        (a, b) if a == b => {}
        (a, b) => found.push(format!("{at}: {a} / {b}")),
    }
}

fn wording() -> Value {
    let framework = ehcp_qa_core::Framework::built_in();
    let mut wording = framework.document().wording;
    // The ids of the grades are ours: the document prints none, and so the transcription has none.
    for grade in wording.scale.iter_mut().flat_map(|scale| &mut scale.grades) {
        grade.id = None;
    }
    serde_json::to_value(wording).unwrap()
}

#[test]
fn wording_equals_the_second_transcription() {
    let transcript: Value = serde_json::from_str(TRANSCRIPT).unwrap();
    let mut found = Vec::new();
    differences(&wording(), &transcript, "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

/// The comparison sees a changed letter, a missing entry and an added one, wherever they are.
#[test]
fn a_difference_anywhere_is_found() {
    let original = wording();
    let edits: [(&str, Value); 4] = [
        ("/sections/6/descriptors/3/text", "From Year 9 onward".into()),
        ("/levels/items/4/reports_to", Value::Array(vec![])),
        ("/feedback_form/key/0/action", Value::Null),
        ("/overall/descriptors/4", Value::Null),
    ];
    for (at, value) in edits {
        let mut changed = original.clone();
        *changed.pointer_mut(at).unwrap() = value;
        let mut found = Vec::new();
        differences(&original, &changed, "", &mut found);
        assert!(!found.is_empty() && found.iter().all(|found| found.starts_with(at)), "{found:?}");
    }
}
