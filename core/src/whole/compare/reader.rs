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

    /// Whether a number is part of a share: "four out of five occasions".
    pub(super) fn is_share(&self) -> bool {
        let out_of = if self.is(2, "the|every") { 3 } else { 2 };
        let was_number = |back| self.before(back).is_some_and(|word| word.number.is_some());
        self.is(1, "out")
            || self.is(2, "out")
            || self.is_in_so_many()
            || self.is(1, "of|in") && self.number(out_of).is_some()
            || self.was(1, "of") && (self.was(2, "out") || was_number(2))
            || self.was(2, "of") && was_number(3)
    }

    /// Whether the time here is that in which something happens.
    pub(super) fn is_within(&self) -> bool {
        self.was(1, "within|inside") || self.was(1, "than") && self.was(2, "later")
    }

    /// Whether it is of so many times: "nine times in ten".
    pub(super) fn is_in_so_many(&self) -> bool {
        let is_period = self.word(4).is_some_and(|word| {
            self.table.period(word).is_some() || word.is("school|working|minutes|hours")
        });
        self.is(1, "times|occasions|days")
            && self.is(2, "in")
            && self.number(3).is_some()
            && !is_period
    }
}
