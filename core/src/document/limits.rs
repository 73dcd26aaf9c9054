//! The limits of texts and ids.

use super::problem::ProblemKind;

/// The longest free text, in Unicode scalar values.
pub const MOST_TEXT: usize = 20_000;

/// The longest pseudonymous reference, in Unicode scalar values.
pub const MOST_REFERENCE: usize = 64;

/// The longest id, in bytes.
const LONGEST_ID: usize = 64;

/// Whether a text is an id.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// Whether a text has at most so many characters.
pub(crate) fn within_length(text: &str, most: usize) -> Result<(), ProblemKind> {
    // A character has at least a byte, so most texts need not be counted.
    if text.len() <= most {
        return Ok(());
    }
    let length = text.chars().count();
    if length > most { Err(ProblemKind::TooLong { most, length }) } else { Ok(()) }
}
