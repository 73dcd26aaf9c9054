//! The SHA-256 of a framework's canonical JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ehcp_qa_core::Framework;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The digest in hexadecimal. For whole numbers and names in ASCII, RFC 8785 asks only for sorted fields and no white
/// space.
pub(super) fn sha256(framework: &Framework) -> String {
    let document = serde_json::to_value(framework.as_json()).unwrap_or_default();
    let mut text = String::new();
    write(&document, &mut text);
    let mut digest = String::new();
    for byte in Sha256::digest(text) {
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(list) => {
            text.push('[');
            for (place, entry) in list.iter().enumerate() {
                text.push_str(if place > 0 { "," } else { "" });
                write(entry, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let sorted: BTreeMap<_, _> = fields.iter().collect();
            text.push('{');
            for (place, (name, value)) in sorted.into_iter().enumerate() {
                text.push_str(if place > 0 { "," } else { "" });
                write(&Value::from(name.as_str()), text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        other => {
            let _ = write!(text, "{other}");
        }
    }
}
