//! What was found as a log in SARIF 2.1.0, which code hosts and editors read.

use std::collections::BTreeSet;

use ehcp_qa_core::framework::Severity;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::place::Place;

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

/// Something that was found.
#[derive(Debug)]
pub(crate) struct SarifResult {
    /// The rule that found it.
    pub(crate) rule: String,
    /// How serious it is.
    pub(crate) level: Level,
    /// What it says.
    pub(crate) message: String,
    /// The file, as it was named.
    pub(crate) file: String,
    /// The line and the column.
    pub(crate) place: Option<Place>,
    /// The part of the document, for files without lines.
    pub(crate) part: Option<String>,
    /// The same for what was found before.
    pub(crate) fingerprint: Option<String>,
}

/// How serious something is, in the words of SARIF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    Error,
    Warning,
    Note,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Information => Self::Note,
        }
    }
}

/// The log of one run.
pub(crate) fn log(results: &[SarifResult]) -> Value {
    let ids: BTreeSet<&str> = results.iter().map(|result| result.rule.as_str()).collect();
    let rules: Vec<Value> = ids.iter().map(|id| json!({"id": id})).collect();
    let entry = |result: &SarifResult| {
        let mut entry = json!({
            "ruleId": result.rule,
            "ruleIndex": ids.iter().position(|id| *id == result.rule),
            "level": result.level,
            "message": {"text": result.message},
            "locations": [location(result)],
        });
        if let Some(fingerprint) = &result.fingerprint {
            entry["partialFingerprints"] = json!({"ehcpQa/v1": fingerprint});
        }
        entry
    };
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
            "results": results.iter().map(entry).collect::<Vec<_>>(),
        }],
    })
}

fn location(result: &SarifResult) -> Value {
    // A separator of folders is a slash in a URI.
    let file = result.file.replace(std::path::MAIN_SEPARATOR, "/");
    let uri = utf8_percent_encode(&file, NOT_IN_URI).to_string();
    let mut location = json!({"physicalLocation": {"artifactLocation": {"uri": uri}}});
    if let Some(place) = result.place {
        location["physicalLocation"]["region"] =
            json!({"startLine": place.line, "startColumn": place.column});
    }
    if let Some(part) = &result.part {
        location["logicalLocations"] = json!([{"fullyQualifiedName": part}]);
    }
    location
}
