//! What `jsonschema` says of broken documents of the sort that people write: `tests/messages/jsonschema.txt`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jsonschema::draft202012;
use serde_json::Value;

use crate::{ALL, parse};

/// What the reference validator says, with dates checked, or the reader of JSON in front of it.
fn said(document: &Value) -> Vec<String> {
    let name = document["as"].as_str().unwrap();
    let (_, schema) = ALL.iter().find(|(known, _)| *known == name).unwrap();
    let options = draft202012::options().should_validate_formats(true);
    let validator = options.build(&parse(schema)).unwrap();
    match serde_json::from_slice::<Value>(&bytes(document)) {
        Ok(json) => validator
            .iter_errors(&json)
            .map(|error| match error.instance_path().as_str() {
                "" => error.to_string(),
                path => format!("{path}: {error}"),
            })
            .collect(),
        Err(error) => vec![format!("serde_json: {error}")],
    }
}

/// The document as it is stored.
fn bytes(document: &Value) -> Vec<u8> {
    if let Some(text) = document["text"].as_str() {
        return text.as_bytes().to_vec();
    }
    let digits = document["hex"].as_str().unwrap();
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(byte).collect()
}

#[test]
fn what_jsonschema_says_of_broken_documents_is_what_is_stored() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/messages");
    let documents = parse(&fs::read_to_string(folder.join("documents.json")).unwrap());
    let mut all = String::new();
    for document in documents.as_array().unwrap() {
        writeln!(all, "# {}", document["name"].as_str().unwrap()).unwrap();
        for line in said(document) {
            writeln!(all, "{line}").unwrap();
        }
    }
    let stored = folder.join("jsonschema.txt");
    if std::env::var_os("MESSAGES").is_some_and(|word| word == "write") {
        fs::write(&stored, &all).unwrap();
    }
    let stored = fs::read_to_string(&stored).unwrap_or_default();
    assert!(all == stored, "it is another: MESSAGES=write cargo test -p ehcp-qa-schema messages");
}
