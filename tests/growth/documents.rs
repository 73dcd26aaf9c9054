//! Documents of a size: the examples of the schemas, with one list or object in them swollen.

use serde_json::{Map, Value, json};

use crate::Inputs;

/// Each function with the schema whose examples it reads.
pub(crate) const FUNCTIONS: [(&str, &str); 15] = [
    ("review", "review"),
    ("feedback", "feedback"),
    ("thread", "thread-plan"),
    ("case", "case"),
    ("agreement", "agreement"),
    ("linting", "wording-context"),
    ("context", "plan-context"),
    ("plan", "plan-document"),
    ("lexicon", "lexicon"),
    ("framework", "framework"),
    ("dates", "timescales"),
    ("learning", "learning"),
    ("record", "summary-record"),
    ("records", "summary-record"),
    ("summary", "summary"),
];

/// How many entries the swollen list or object has.
pub(crate) const INPUTS: Inputs =
    Inputs { sizes: [20, 40, 80], scales: [2, 8, 24], most_at_first: 2.42 };

/// How it is swollen.
#[derive(Debug, Clone, Copy)]
enum With {
    /// Its last entry again.
    TheSame,
    /// Its last entry, in which every text ends in the number of the entry.
    Numbered,
    /// Fields that nobody knows.
    UnknownFields,
    /// The same field.
    OneField,
}

/// A document of which one place is swollen.
pub(crate) struct Swollen {
    /// The place, and how.
    pub(crate) place: String,
    document: Value,
    pointer: String,
    with: With,
}

impl Swollen {
    /// The document with so many entries more, as JSON text.
    pub(crate) fn with(&self, count: usize) -> String {
        let mut document = self.document.clone();
        let at = document.pointer_mut(&self.pointer).expect("the place");
        match (self.with, at) {
            (With::TheSame, Value::Array(entries)) => {
                let last = entries.last().cloned().expect("an entry");
                entries.extend(std::iter::repeat_n(last, count));
            }
            (With::Numbered, Value::Array(entries)) => {
                let last = entries.last().cloned().expect("an entry");
                entries.extend((0..count).map(|number| numbered(&last, number)));
            }
            (With::UnknownFields, Value::Object(fields)) => {
                fields.extend((0..count).map(|number| (format!("f{number}"), json!(0))));
            }
            (With::OneField, Value::Object(fields)) => {
                let name = "\u{1}repeated";
                fields.insert(name.to_owned(), json!(0));
                let field = format!("{}:0", json!(name));
                let again =
                    std::iter::repeat_n(r#""twice":0"#, count.max(1)).collect::<Vec<_>>().join(",");
                return document.to_string().replace(&field, &again);
            }
            _ => unreachable!("the place is of that kind"),
        }
        document.to_string()
    }
}

/// Every list and object in the examples of a schema, swollen in each way.
pub(crate) fn swollen(schema: &str) -> Vec<Swollen> {
    let path = format!("{}/../schema/{schema}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(&path).expect("the schema")).expect("JSON");
    let document = schema["examples"][0].clone();
    let mut found = Vec::new();
    let mut kinds = std::collections::BTreeSet::new();
    places(&document, "", &mut |pointer, value| {
        // One entry of each list stands for the others.
        let kind: String =
            pointer.split('/').filter(|step| step.parse::<usize>().is_err()).collect();
        let ways = match value {
            Value::Array(entries) if !entries.is_empty() => [With::TheSame, With::Numbered],
            Value::Object(_) => [With::UnknownFields, With::OneField],
            _ => return,
        };
        if kinds.insert((kind, value.is_array())) {
            for with in ways {
                let place = format!("{pointer} {with:?}");
                found.push(Swollen {
                    place,
                    document: document.clone(),
                    pointer: pointer.to_owned(),
                    with,
                });
            }
        }
    });
    assert!(!found.is_empty(), "{path} has an example");
    found
}

fn places(value: &Value, pointer: &str, found: &mut impl FnMut(&str, &Value)) {
    found(pointer, value);
    match value {
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                places(entry, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let step = name.replace('~', "~0").replace('/', "~1");
                places(field, &format!("{pointer}/{step}"), found);
            }
        }
        _ => {}
    }
}

/// A value in which every text ends in a number.
fn numbered(value: &Value, number: usize) -> Value {
    match value {
        Value::String(text) => json!(format!("{text}{number}")),
        Value::Array(entries) => entries.iter().map(|entry| numbered(entry, number)).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, field)| (name.clone(), numbered(field, number)))
                .collect::<Map<_, _>>(),
        ),
        other => other.clone(),
    }
}
