//! The SHA-256 of a document's canonical JSON (RFC 8785): keys sorted, no white space, so that the same
//! content has the same digest however it is written.

use sha2::{Digest as _, Sha256};

use super::tree::{Json, Object};

/// The digest of a checked framework or lexicon, in hexadecimal, without the fields that are left out. Its keys are
/// ASCII, so sorting by bytes is sorting by UTF-16 code units, as the standard asks; its numbers are whole and below
/// 2^31.
pub(crate) fn sha256(json: Json, left_out: &[&str]) -> String {
    let mut hasher = Sha256::new();
    write(json, left_out, &mut |bytes| hasher.update(bytes));
    let mut text = String::with_capacity(64);
    for byte in hasher.finalize() {
        text.extend([byte >> 4, byte & 0xf].map(|digit| char::from(hexadecimal(digit))));
    }
    text
}

fn hexadecimal(digit: u8) -> u8 {
    if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }
}

/// Writes canonical JSON, piece by piece.
fn write(json: Json, left_out: &[&str], out: &mut dyn FnMut(&[u8])) {
    match json {
        Json::Null | Json::TooDeep => out(b"null"),
        Json::Bool(value) => out(if value { b"true" } else { b"false" }),
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers are small here")]
        Json::Number(number) => out((number as i32).to_string().as_bytes()),
        Json::Text(text) => string(text, out),
        Json::List(list) => {
            out(b"[");
            for (place, entry) in list.iter().enumerate() {
                if place > 0 {
                    out(b",");
                }
                write(entry, left_out, out);
            }
            out(b"]");
        }
        Json::Object(object) => {
            out(b"{");
            let mut last = None;
            while let Some((name, value)) = next_field(object, left_out, last) {
                if last.is_some() {
                    out(b",");
                }
                string(name, out);
                out(b":");
                write(value, left_out, out);
                last = Some(name);
            }
            out(b"}");
        }
    }
}

/// The field whose name comes next. Objects of a framework are small, and sorting would bring code of its
/// own into the WebAssembly.
fn next_field<'a>(
    object: Object<'a>,
    left_out: &[&str],
    last: Option<&str>,
) -> Option<(&'a str, Json<'a>)> {
    let behind = object.iter().filter(|(name, _)| Some(*name) > last && !left_out.contains(name));
    behind.min_by_key(|(name, _)| *name)
}

fn string(text: &str, out: &mut dyn FnMut(&[u8])) {
    out(b"\"");
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| is_escaped(*byte)) {
        let (before, behind) = rest.split_at(at);
        out(before);
        let Some((byte, behind)) = behind.split_first() else { break };
        match byte {
            b'"' => out(b"\\\""),
            b'\\' => out(b"\\\\"),
            0x08 => out(b"\\b"),
            b'\t' => out(b"\\t"),
            b'\n' => out(b"\\n"),
            0x0c => out(b"\\f"),
            b'\r' => out(b"\\r"),
            byte => {
                out(b"\\u00");
                out(&[hexadecimal(byte >> 4), hexadecimal(byte & 0xf)]);
            }
        }
        rest = behind;
    }
    out(rest);
    out(b"\"");
}

fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

#[cfg(test)]
mod tests {
    use super::{sha256, write};
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, canonical: &str) {
        let document = Document::from_json(text).unwrap();
        let mut bytes = Vec::new();
        write(document.json(), &[], &mut |piece| bytes.extend_from_slice(piece));
        assert_eq!(String::from_utf8(bytes).unwrap(), canonical);
    }

    #[test]
    fn json_is_written_as_the_standard_asks() {
        check(
            r#" {"b": [1, -2.0, null], "a": {"d": true, "c": false}} "#,
            r#"{"a":{"c":false,"d":true},"b":[1,-2,null]}"#,
        );
        check("[0, -0, 0.0, {}, []]", "[0,0,0,{},[]]");
        check(
            r#""A \" \\ \/ \b \f \n \r \t é \u00e9 \u001F \u007f""#,
            "\"A \\\" \\\\ / \\b \\f \\n \\r \\t é é \\u001f \u{7f}\"",
        );
    }

    #[test]
    fn the_digest_is_the_one_that_others_compute() {
        let text = r#"{"b": [1, -2, null], "a": {"d": true, "c": "é \" \\ / \n\t\u001f\u007f"}, "id": ""}"#;
        let document = Document::from_json(text).unwrap();
        // Computed by Python: json.dumps with sorted keys and no white space, and hashlib.sha256.
        assert_eq!(
            sha256(document.json(), &[]),
            "6a60d0c5fc3aefefe78821832029920909b9aba452a5ef4640d040989da51048"
        );
    }
}
