//! Tables whose rows are numbered by a type of their own, so that a look-up cannot miss.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut, Range};

/// The number of a row in a [`Table`]. Declared with [`number!`].
pub(crate) trait Number: Copy + Ord {
    /// The number with this place in its table.
    fn at(place: usize) -> Self;

    /// Its place in the table, from 0.
    fn place(self) -> usize;
}

/// Declares the type of a row's number.
macro_rules! number {
    ($( $(#[$outer:meta])* $visibility:vis struct $name:ident; )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

pub(crate) use number;

/// Rows by their number. A number comes from the table that it is used with, or from one made for each of
/// its rows: anything that arrives from outside becomes a number through [`Table::number`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table<N, T> {
    rows: Vec<T>,
    number: PhantomData<N>,
}

impl<N: Number, T> Table<N, T> {
    /// The same value for each row of another table.
    pub(crate) fn like<U>(other: &Table<N, U>, value: T) -> Self
    where
        T: Clone,
    {
        Self::from(vec![value; other.len()])
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds a row at the end.
    pub(crate) fn push(&mut self, row: T) -> N {
        self.rows.push(row);
        N::at(self.rows.len() - 1)
    }

    /// The rows to change.
    pub(crate) fn rows_mut(&mut self) -> &mut [T] {
        &mut self.rows
    }

    /// The number with a place, if there is such a row.
    pub(crate) fn number(&self, place: usize) -> Option<N> {
        (place < self.rows.len()).then(|| N::at(place))
    }

    /// The number of the first row for which something holds.
    pub(crate) fn find(&self, holds: impl FnMut(&T) -> bool) -> Option<N> {
        self.rows.iter().position(holds).map(N::at)
    }

    /// The number of the last row. A table without rows has no numbers to be used with.
    pub(crate) fn last_number(&self) -> N {
        N::at(self.rows.len().saturating_sub(1))
    }

    /// The numbers of all rows.
    pub(crate) fn numbers(&self) -> impl DoubleEndedIterator<Item = N> + use<N, T> {
        (0..self.rows.len()).map(N::at)
    }

    /// The rows in order.
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    /// The rows in order, each with its number.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (N, &T)> {
        self.rows.iter().enumerate().map(|(place, row)| (N::at(place), row))
    }
}

/// The numbers from the start of a range up to its end.
pub(crate) fn each<N: Number>(range: &Range<N>) -> impl DoubleEndedIterator<Item = N> + use<N> {
    (range.start.place()..range.end.place()).map(N::at)
}

impl<N, T> Default for Table<N, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), number: PhantomData }
    }
}

impl<N, T> From<Vec<T>> for Table<N, T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, number: PhantomData }
    }
}

impl<N, T> FromIterator<T> for Table<N, T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self::from(Vec::from_iter(rows))
    }
}

impl<N, T> IntoIterator for Table<N, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

/// Reports a number of another table, in one place for all tables: a message at each look-up would be code.
#[cold]
#[inline(never)]
#[expect(clippy::panic, reason = "a number stands for a row of its table: it cannot be reached")]
fn no_such_row() -> ! {
    panic!("a number of another table")
}

impl<N: Number, T> Index<N> for Table<N, T> {
    type Output = T;

    fn index(&self, number: N) -> &T {
        self.rows.get(number.place()).unwrap_or_else(|| no_such_row())
    }
}

impl<N: Number, T> IndexMut<N> for Table<N, T> {
    fn index_mut(&mut self, number: N) -> &mut T {
        self.rows.get_mut(number.place()).unwrap_or_else(|| no_such_row())
    }
}

impl<N: Number, T> Index<Range<N>> for Table<N, T> {
    type Output = [T];

    fn index(&self, range: Range<N>) -> &[T] {
        let range = range.start.place()..range.end.place();
        self.rows.get(range).unwrap_or_else(|| no_such_row())
    }
}
