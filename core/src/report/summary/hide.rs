//! Which counts are hidden, so that no small count is shown or can be worked out.
//!
//! A reader knows every number that is shown, which counts have a sum together, and these rules themselves. So nothing
//! is hidden because it is the count that does least harm: that choice would speak of the counts. What is hidden
//! beside a small count goes by its place, or by sums that are shown. Of each hidden count from 1 to below the
//! threshold there are then as many possible values, less one, as the threshold is.

use std::cmp::Reverse;

use super::counts::total;
use crate::document::table::{Number, Table, number};
use crate::text::order::sort_by;

number! {
    /// The number of a count among those whose sum is known.
    pub(super) struct CountNumber;

    /// The number of a row of a table.
    struct RowNumber;
}

/// A count among others whose sum is known.
struct Summand {
    count: u32,
    /// The least that it can be.
    least: u32,
    is_hidden: bool,
}

/// Whether a count is small, and not zero.
pub(super) fn is_small(count: u32, below: u32) -> bool {
    (1..below).contains(&count)
}

/// What is hidden of counts whose sum is known: the small ones, and then those in a fixed order, until the hidden ones
/// come to so much more than the least they can be that each could be any small number. Without an order, the first
/// is the last count. `least` has 1 for a count that would not be there if it were 0; where there is none, it is 0.
///
/// None where the sum is too little for that: then the sum is all that may be shown.
pub(super) fn hide(
    counts: &[u32],
    least: &[u32],
    order: impl IntoIterator<Item = CountNumber>,
    below: u32,
) -> Option<Vec<bool>> {
    let least = least.iter().copied().chain(std::iter::repeat(0));
    let mut summands: Table<CountNumber, Summand> = counts
        .iter()
        .zip(least)
        .map(|(count, least)| Summand { count: *count, least, is_hidden: is_small(*count, below) })
        .collect();
    let small = counts.iter().filter(|count| is_small(**count, below));
    // Of a count that is not hidden by its place the reader knows that it is small, and so not 0.
    let (mut number, mut sum, mut known) = (0_u64, 0_u64, 0_u64);
    for count in small {
        number += 1;
        sum += u64::from(*count);
        known += 1;
    }
    // At least one count is gone through, however much the small ones come to.
    let mut is_beside_others = false;
    let mut order = order.into_iter();
    while number > 0 && !(is_beside_others && sum + 1 >= known.max(1) + u64::from(below)) {
        let summand = &mut summands[order.next()?];
        step();
        if summand.is_hidden {
            known -= 1;
        } else {
            summand.is_hidden = true;
            number += 1;
            sum += u64::from(summand.count);
        }
        known += u64::from(summand.least);
        is_beside_others = number > 1;
    }
    Some(summands.into_iter().map(|summand| summand.is_hidden).collect())
}

/// Counts from the last one up.
pub(super) fn from_last(length: usize) -> impl Iterator<Item = CountNumber> {
    (0..length).rev().map(CountNumber::at)
}

/// Counts in rows and columns, whose sums are known as far as they are not hidden.
pub(super) struct Grid<'a> {
    pub(super) cells: &'a [Vec<u32>],
    /// Which sums of rows are hidden.
    pub(super) rows: &'a [bool],
    /// Which sums of columns are hidden.
    pub(super) columns: &'a [bool],
    pub(super) below: u32,
}

impl Grid<'_> {
    /// What is hidden of the cells.
    ///
    /// The columns whose sums are hidden are as one to the reader, who knows what is left in a row. A row with a small
    /// count in it is hidden, and so are those whose sums are; without one of these, beside it the least row that is
    /// large enough, by the sums that are shown; and others after it, until what all of them have in a column is no
    /// small number, however many they are. What is hidden and known to be 0 is shown.
    pub(super) fn hidden(&self) -> Vec<Vec<bool>> {
        let merged: Table<RowNumber, Vec<u32>> =
            self.cells.iter().map(|row| self.merged(row)).collect();
        let mut is_hidden: Table<RowNumber, bool> = merged
            .rows()
            .iter()
            .zip(self.rows)
            .map(|(row, sum)| *sum || row.iter().any(|count| is_small(*count, self.below)))
            .collect();
        let mut number = 0_u32;
        let mut sums = vec![0_u32; merged.rows().first().map_or(0, Vec::len)];
        for (_, row) in merged.iter().filter(|(number, _)| is_hidden[*number]) {
            number += 1;
            add(&mut sums, row);
        }
        let mut partners = self.partners(&merged).into_iter();
        // Rows whose sums are hidden go by their place: they are partners of the others already.
        let mut is_beside_others = number == 0 || self.rows.contains(&true);
        loop {
            let least = number + self.below.saturating_sub(1);
            let is_safe = number != 1 && sums.iter().all(|sum| *sum == 0 || *sum >= least);
            if is_beside_others && is_safe {
                break;
            }
            let Some(row) = partners.next() else { break };
            is_beside_others = true;
            if !std::mem::replace(&mut is_hidden[row], true) {
                number += 1;
                add(&mut sums, &merged[row]);
            }
        }
        let none = vec![0; sums.len()];
        let rows = merged.rows().iter().zip(is_hidden).zip(self.rows);
        rows.map(|((row, is_hidden), is_sum_hidden)| {
            // A reader who knows that a row has no plans, or that all hidden rows have none in a column, knows the
            // zeros.
            let known = match (is_hidden, is_sum_hidden) {
                (true, false) if total(row) == 0 => &none,
                (true, _) => &sums,
                (false, _) => row,
            };
            self.hidden_in(is_hidden, known)
        })
        .collect()
    }

    /// The counts of a row in the columns that have their sums, and then what is left.
    fn merged(&self, row: &[u32]) -> Vec<u32> {
        let in_columns = |is_hidden: bool| {
            let columns = row.iter().zip(self.columns);
            columns.filter(move |(_, hidden)| **hidden == is_hidden).map(|(count, _)| *count)
        };
        let mut merged: Vec<u32> = in_columns(false).collect();
        merged.push(in_columns(true).fold(0, u32::saturating_add));
        merged
    }

    /// The rows that have their sums, in the order in which they are hidden beside others: the least first that has
    /// twice as many as are few; without such a one, the greatest.
    fn partners(&self, merged: &Table<RowNumber, Vec<u32>>) -> Vec<RowNumber> {
        let rows = merged.iter().zip(self.rows).filter(|(_, is_hidden)| !**is_hidden);
        let enough = self.below.saturating_mul(2);
        // Those with enough come first, and the least of them; of the others the greatest.
        let key = |sum: u32| {
            let is_enough = sum >= enough;
            (Reverse(is_enough), if is_enough { sum } else { 0 }, Reverse(sum))
        };
        let rows = rows.map(|((number, row), _)| (key(total(row)), number));
        let mut rows: Vec<_> = rows.inspect(|_| step()).collect();
        sort_by(&mut rows, Ord::cmp);
        rows.into_iter().map(|(_, number)| number).collect()
    }

    /// What is hidden in a row, of which the reader knows where there is nothing: in the columns that have their sums,
    /// and then in what is left.
    fn hidden_in(&self, is_row_hidden: bool, known: &[u32]) -> Vec<bool> {
        let rest = known.last();
        let mut known = known.iter();
        let columns = self.columns.iter().map(|is_column_hidden| {
            let known = if *is_column_hidden { rest } else { known.next() };
            (is_row_hidden || *is_column_hidden) && known != Some(&0)
        });
        columns.collect()
    }
}

fn add(sums: &mut [u32], row: &[u32]) {
    for (sum, count) in sums.iter_mut().zip(row) {
        step();
        *sum = sum.saturating_add(*count);
    }
}

/// A table with its sums, as far as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) cells: Vec<Vec<Option<u32>>>,
    pub(super) rows: Vec<Option<u32>>,
    pub(super) columns: Vec<Option<u32>>,
    pub(super) total: Option<u32>,
}

impl Shown {
    /// A table of which nothing is shown.
    pub(super) fn nothing(height: usize, width: usize) -> Self {
        let (row, sums) = (vec![None; width], vec![None; height]);
        Self { cells: vec![row.clone(); height], rows: sums, columns: row, total: None }
    }
}

/// What is shown of a table and of its sums, of which some are hidden.
pub(super) fn show(grid: &Grid) -> Shown {
    let Grid { cells, rows, columns, below } = grid;
    let sums: Vec<u32> = cells.iter().map(|row| total(row)).collect();
    let all = total(&sums);
    if is_small(all, *below) {
        return Shown::nothing(rows.len(), columns.len());
    }
    let hidden = grid.hidden();
    Shown {
        cells: cells.iter().zip(&hidden).map(|(row, hidden)| masked(row, hidden)).collect(),
        rows: masked(&sums, rows),
        columns: masked(&column_sums(cells, columns.len()), columns),
        total: Some(all),
    }
}

/// The sums of so many columns.
pub(super) fn column_sums(cells: &[Vec<u32>], width: usize) -> Vec<u32> {
    let mut sums = vec![0; width];
    for row in cells {
        add(&mut sums, row);
    }
    sums
}

/// The counts that are not hidden.
pub(super) fn masked(counts: &[u32], hidden: &[bool]) -> Vec<Option<u32>> {
    counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
}

#[cfg(test)]
std::thread_local! {
    /// The steps that were taken: tests bound them by the number of counts.
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts a step, in tests alone.
fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

#[cfg(test)]
mod tests;
