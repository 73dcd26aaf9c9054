//! What is said of broken documents of the sort that people write: `tests/messages/`.

use serde::Deserialize;
use serde_json::Value;

use crate::run_on;

const DOCUMENTS: &str = include_str!("../../../tests/messages/documents.json");

/// A broken document, as text or as bytes in hexadecimal digits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Broken {
    name: String,
    #[serde(rename = "as")]
    kind: String,
    text: Option<String>,
    hex: Option<String>,
    /// Each problem: `LINE:COLUMN POINTER: SENTENCE`, without a pointer where it is the document.
    expected: Vec<String>,
}

impl Broken {
    fn bytes(&self) -> Vec<u8> {
        match (&self.text, &self.hex) {
            (Some(text), None) => text.clone().into_bytes(),
            (None, Some(hex)) => (0..hex.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
                .collect(),
            _ => panic!("{}: it has either a text or bytes", self.name),
        }
    }
}

/// A line of output without the file, the severity and the code.
fn said(line: &str) -> Option<String> {
    let (place, said) = line.strip_prefix("<stdin>:")?.split_once(": error: ")?;
    Some(format!("{place} {}", said.rsplit_once(" [")?.0))
}

#[test]
fn each_broken_document_gets_its_sentences() {
    let documents: Vec<Broken> = serde_json::from_str(DOCUMENTS).unwrap();
    for document in &documents {
        let ran = run_on(&["validate", "--as", &document.kind, "-"], &document.bytes(), &[]);
        let found: Vec<String> = ran.out.lines().filter_map(said).collect();
        assert_eq!((ran.code, &found), (Some(2), &document.expected), "{}", document.name);
        assert!(!found.is_empty(), "{}: nothing is expected", document.name);
    }
    assert_eq!(documents.len(), 65);
}

/// The texts in a document that have a space, as what is written about a child has.
fn texts(json: &Value) -> Vec<&str> {
    match json {
        Value::String(text) if text.contains(' ') => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_text_of_a_document_is_repeated() {
    let documents: Vec<Broken> = serde_json::from_str(DOCUMENTS).unwrap();
    let mut count = 0;
    for document in &documents {
        let Ok(json) = serde_json::from_slice(&document.bytes()) else { continue };
        for text in texts(&json) {
            count += 1;
            let repeats = document.expected.iter().any(|said| said.contains(text));
            assert!(!repeats, "{}", document.name);
        }
    }
    assert!(count >= 9, "{count} texts");
}
