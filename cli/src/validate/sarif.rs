//! What is wrong as a log in SARIF 2.1.0, which code hosts and editors read.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use crate::fault::Fault;

/// The characters that a URI (RFC 3986) escapes. A colon would make a scheme of what is before it.
const NOT_IN_URI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The log of one run. A code is a rule, and all results are errors.
pub(super) fn log(faults: &[Fault]) -> Value {
    let codes: BTreeSet<&str> = faults.iter().map(|fault| fault.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| json!({"id": code})).collect();
    let results: Vec<Value> = faults
        .iter()
        .map(|fault| {
            json!({
                "ruleId": fault.code,
                "ruleIndex": codes.iter().position(|code| *code == fault.code),
                "level": "error",
                "message": {"text": fault.sentence()},
                "locations": [location(fault)],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "ehcp-qa",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn location(fault: &Fault) -> Value {
    // A separator of folders is a slash in a URI.
    let file = fault.file.replace(std::path::MAIN_SEPARATOR, "/");
    let uri = utf8_percent_encode(&file, NOT_IN_URI).to_string();
    let mut location = json!({"physicalLocation": {"artifactLocation": {"uri": uri}}});
    if let Some(place) = fault.place {
        location["physicalLocation"]["region"] =
            json!({"startLine": place.line, "startColumn": place.column});
    }
    if !fault.pointer.is_empty() {
        location["logicalLocations"] = json!([{"fullyQualifiedName": fault.pointer}]);
    }
    location
}
