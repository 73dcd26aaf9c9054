//! The numbers of words, matches and statements of a text.

use crate::document::table::{Number, number};

number! {
    /// The number of a token of a text.
    pub(super) struct TokenNumber;

    /// The number of a match in a text.
    pub(super) struct MatchNumber;

    /// The number of a statement of a text.
    pub(super) struct StatementNumber;
}

/// The number behind another.
pub(super) fn next<N: Number>(number: N) -> N {
    N::at(number.place() + 1)
}

/// The number before another; the first has none.
pub(super) fn before<N: Number>(number: N) -> Option<N> {
    number.place().checked_sub(1).map(N::at)
}
