//! The numbers of words, matches and statements of a text. A text has more of them than the numbers of
//! other tables hold.

use crate::document::table::Number;

/// Declares the type of a number up to 4,294,967,295.
macro_rules! wide_number {
    ($( $(#[$outer:meta])* $visibility:vis struct $name:ident; )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        $visibility struct $name(u32);

        impl $crate::document::table::Number for $name {
            fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }

            fn place(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

pub(super) use wide_number;

wide_number! {
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
