//! Characters as they are read: as they are, as another, or not at all.

/// How a character of a text is read.
pub(super) fn read(character: char) -> Option<char> {
    match character {
        // Line ends in a source are no line breaks of the document.
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '\n' | '\r' => Some(' '),
        '\u{2011}' => Some('-'),
        '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}' => None,
        _ => Some(character),
    }
}
