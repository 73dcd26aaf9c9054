//! The words of a statement from a place on, and before it.

use super::table::WordTable;
use super::word::{Gap, Word};

/// Words from a place on.
#[derive(Clone, Copy)]
pub(super) struct Reader<'w> {
    pub(super) table: &'w WordTable,
    pub(super) words: &'w [Word],
    pub(super) from: usize,
}

impl<'w> Reader<'w> {
    /// The word so many places on.
    pub(super) fn word(&self, ahead: usize) -> Option<&'w Word> {
        self.words.get(self.from + ahead)
    }

    /// Whether the word so many places on is one of these, and no sign stands before it.
    pub(super) fn is(&self, ahead: usize, any: &str) -> bool {
        self.word(ahead).is_some_and(|word| word.is(any) && (ahead == 0 || word.gap == Gap::None))
    }

    /// The word so many places before.
    pub(super) fn before(&self, back: usize) -> Option<&'w Word> {
        self.from.checked_sub(back).and_then(|at| self.words.get(at))
    }

    /// Whether the word so many places before is one of these.
    pub(super) fn was(&self, back: usize, any: &str) -> bool {
        self.before(back).is_some_and(|word| word.is(any))
    }

    pub(super) fn number(&self, ahead: usize) -> Option<i64> {
        self.word(ahead).and_then(|word| word.number)
    }
}
