//! Words and counts as they are shown.

use crate::output::plain;

/// The beginning of a text, in one line of so many characters.
pub(crate) fn short(text: &str, most: usize) -> String {
    let text = plain(text);
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// A count of something, such as "1 block" and "2 blocks".
pub(crate) fn counted(count: usize, of: &str) -> String {
    if count == 1 { format!("1 {of}") } else { format!("{count} {of}s") }
}
