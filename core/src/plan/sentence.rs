//! The sentences of a block, and the mark of a list in front of them.

use super::document::BlockKind;

/// Words behind which a full stop does not end a sentence.
const ABBREVIATIONS: [&str; 14] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "eg", "ie", "approx", "no", "incl", "max",
];

/// Where the sentences of a block begin and end, in bytes. A row is one.
pub(crate) fn sentences(text: &str, kind: BlockKind) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    if kind != BlockKind::Row {
        for (at, c) in text.char_indices() {
            let behind = at + c.len_utf8();
            if c == '\n' || (matches!(c, '.' | '!' | '?') && ends_sentence(text, at, behind)) {
                ends.push(behind);
            }
        }
    }
    ends.push(text.len());
    let mut sentences = Vec::new();
    let mut from = mark_length(text);
    ends.retain(|end| *end > from);
    for end in ends {
        let sentence = text.get(from..end).unwrap_or_default();
        let start = from + (sentence.len() - sentence.trim_start().len());
        let length = sentence.trim().len();
        if length > 0 {
            sentences.push((start, start + length));
        }
        from = end;
    }
    sentences
}

/// Whether a text begins with the mark of a list.
#[cfg(feature = "readers")]
pub(super) fn begins_with_mark(text: &str) -> bool {
    mark_length(text) > 0
}

/// The length of the mark of a list with which a block begins: "1.", "2.3", "G4", "(a)", "iv.". Behind it stands a word
/// with a capital letter.
fn mark_length(text: &str) -> usize {
    let begins = text.trim_start();
    let Some((mark, rest)) = begins.split_once(char::is_whitespace) else { return 0 };
    let is_closed = mark.ends_with(['.', ')', ':']);
    let inner = mark.trim_matches(|c| matches!(c, '(' | ')' | '.' | ':' | '[' | ']'));
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && inner.len() - digits.len() <= 2;
    let has_section = inner.starts_with(|c| ('A'..='K').contains(&c));
    let is_letter = inner.len() == 1 || inner.bytes().all(|byte| b"ivx".contains(&byte));
    let is_mark = if is_number {
        is_closed || has_section || digits.contains('.')
    } else {
        is_closed && is_letter && !inner.is_empty()
    };
    // A star of Markdown may stand before the capital letter.
    let rest = rest.trim_start();
    if is_mark && rest.trim_start_matches('*').starts_with(char::is_uppercase) {
        text.len() - rest.len()
    } else {
        0
    }
}

/// Whether a full stop ends a sentence: a space and a capital letter or a digit follow.
fn ends_sentence(text: &str, at: usize, behind: usize) -> bool {
    let rest = text.get(behind..).unwrap_or_default();
    let mut rest = rest.trim_start_matches('*').chars();
    if rest.next().is_some_and(|next| !next.is_whitespace()) {
        return false;
    }
    let begins =
        |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '\u{201c}' | '\u{2018}');
    let next = rest.find(|c| !c.is_whitespace());
    let before = text.get(..at).unwrap_or_default();
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let is_abbreviation = ABBREVIATIONS.contains(&last.to_lowercase().as_str())
        || (last.chars().count() == 1 && last.chars().all(char::is_uppercase));
    next.is_none_or(begins) && !is_abbreviation
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, sentences};

    #[test]
    fn sentences_end_where_a_reader_sees_their_end() {
        let text = "Mrs. Lee reads at 9.30 daily. It lasts 2.5 hours!  \"Yes.\" e.g. a\nNext";
        let found: Vec<_> = sentences(text, BlockKind::Statement)
            .into_iter()
            .map(|(start, end)| text.get(start..end).expect("a sentence"))
            .collect();
        let expected =
            ["Mrs. Lee reads at 9.30 daily.", "It lasts 2.5 hours!", "\"Yes.\" e.g. a", "Next"];
        assert_eq!(found, expected);
        assert_eq!(sentences("A. B.\tC. D.", BlockKind::Row).len(), 1);
        for text in ["1. Ann", "2.3 Ann", "G4 Ann", "(a) Ann", "iv. Ann", "H1.2: Ann", "Ann"] {
            assert_eq!(sentences(text, BlockKind::ListItem), [(text.len() - 3, text.len())]);
        }
        for text in ["20 minutes", "2.5 hours", "1:1 Help", "A TA", "I will"] {
            assert_eq!(sentences(text, BlockKind::ListItem), [(0, text.len())]);
        }
    }
}
