//! Reads words from a place on.

use super::table::WordTable;
use super::word::{Gap, Word};

/// Minutes of an hour, and of a school day.
pub(super) const HOUR: i64 = 60;
pub(super) const DAY: i64 = 360;

/// Something that words say of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The length of a session, in minutes.
    Minutes(i64),
    /// A sum of money, in pounds.
    Money(i64),
    /// A number of sessions.
    Count(i64),
    /// The number of sessions in a block.
    Block(i64),
    /// How many times in four school years it comes round.
    Rate(i64),
    /// How often, without a number.
    Vague,
    /// For how many school weeks it goes on.
    Weeks(i64),
}

/// Words from a place on.
pub(super) struct Reader<'w> {
    pub(super) table: &'w WordTable,
    pub(super) words: &'w [Word],
    pub(super) from: usize,
}

impl Reader<'_> {
    /// The word so many places on.
    pub(super) fn word(&self, ahead: usize) -> Option<&Word> {
        self.words.get(self.from + ahead)
    }

    /// Whether the word so many places on is one of these, and no comma or stop stands before it.
    pub(super) fn is(&self, ahead: usize, words: &[&str]) -> bool {
        self.word(ahead).is_some_and(|word| word.is(words) && (ahead == 0 || word.gap == Gap::None))
    }

    /// Whether no sign stands before the word so many places on.
    pub(super) fn is_near(&self, ahead: usize) -> bool {
        self.word(ahead).is_some_and(|word| word.gap == Gap::None)
    }

    /// Whether the word so many places before is one of these.
    pub(super) fn is_before(&self, back: usize, words: &[&str]) -> bool {
        let before = self.from.checked_sub(back).and_then(|at| self.words.get(at));
        before.is_some_and(|word| word.is(words))
    }

    pub(super) fn is_number_before(&self, back: usize) -> bool {
        let before = self.from.checked_sub(back).and_then(|at| self.words.get(at));
        before.is_some_and(|word| word.number.is_some())
    }

    pub(super) fn number(&self, ahead: usize) -> Option<i64> {
        self.word(ahead).and_then(|word| word.number)
    }

    /// A number, or an article that stands for one: of a range, the lower end.
    pub(super) fn amount(&self) -> Option<(i64, usize)> {
        let Some(number) = self.number(0) else {
            return self.is(0, &["a", "an"]).then_some((100, 1));
        };
        if self.is(1, &["and"]) && self.is(2, &["a"]) && self.is(3, &["half"]) {
            return Some((number + 50, 4));
        }
        let joins: &[&str] = if self.is_before(1, &["between"]) { &["and"] } else { &["to", "or"] };
        let is_range = self.is(1, joins) && self.number(2).is_some();
        Some((number, if is_range { 3 } else { 1 }))
    }
}
