//! Pieces of a text with their places in it.

/// A piece of the text of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    /// Where it starts in the text of the block, in UTF-16 code units.
    pub(super) at: u32,
}

impl<'t> Piece<'t> {
    /// All of a text.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }.trimmed()
    }

    /// How long it is.
    pub(super) fn length(self) -> u32 {
        units(self.text)
    }

    /// What is left from a byte on.
    pub(super) fn from(self, byte: usize) -> Self {
        let (before, text) = self.text.split_at_checked(byte).unwrap_or((self.text, ""));
        Self { text, at: self.at.saturating_add(units(before)) }.trimmed()
    }

    /// Without the white space around it.
    pub(super) fn trimmed(self) -> Self {
        let text = self.text.trim_start();
        let (before, _) = self.text.split_at(self.text.len() - text.len());
        Self { text: text.trim_end(), at: self.at.saturating_add(units(before)) }
    }

    /// The lines that say something.
    pub(super) fn lines(self) -> Vec<Self> {
        self.parted(|_, behind| behind.starts_with('\n'))
    }

    /// The sentences: up to a full stop, a question or an exclamation mark and what closes behind it.
    pub(super) fn sentences(self) -> Vec<Self> {
        self.parted(|before, behind| {
            let is_end = before.trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?']);
            behind.starts_with(['\n', '\t']) || (is_end && behind.starts_with(' '))
        })
    }

    /// The pieces between the places at which a text parts, by what stands before and behind.
    fn parted(self, is_end: impl Fn(&str, &str) -> bool) -> Vec<Self> {
        let mut pieces = Vec::new();
        let (mut start, mut at, mut length) = (0, self.at, 0);
        for (byte, character) in self.text.char_indices() {
            let (before, behind) = self.text.split_at(byte);
            if character.is_whitespace() && is_end(before, behind) {
                let text = self.text.get(start..byte).unwrap_or_default();
                pieces.push(Self { text, at }.trimmed());
                (start, at, length) = (byte, at.saturating_add(length), 0);
            }
            length += unit(character);
        }
        let text = self.text.get(start..).unwrap_or_default();
        pieces.push(Self { text, at }.trimmed());
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}

/// The length of a text in UTF-16 code units.
fn units(text: &str) -> u32 {
    text.chars().map(unit).fold(0, u32::saturating_add)
}

const fn unit(character: char) -> u32 {
    if character.len_utf16() == 2 { 2 } else { 1 }
}
