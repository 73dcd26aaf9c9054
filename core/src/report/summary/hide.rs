//! Which counts are hidden, so that no small count is shown or can be worked out.
//!
//! Small counts are hidden first, and then as many others as it takes: a small count in a sum with everything
//! else shown could be worked out. Each small count that is hidden could have another value with the same shown
//! numbers.
//!
//! Zeros are shown where that gives nothing away. A reader may assume that a hidden count is not zero, so zeros
//! are the last to be hidden, and what is hidden is safe even from that reader where it can be.

use super::counts::total;
use crate::document::table::{Table, number};

/// Whether a count is small, and not zero.
pub(super) fn is_small(count: u32, below: u32) -> bool {
    (1..below).contains(&count)
}

/// What is hidden of counts whose sum is shown.
pub(super) fn hide(counts: &[u32], below: u32) -> Vec<bool> {
    hide_more(counts, &vec![false; counts.len()], below)
}

/// What is hidden of counts whose sum is shown, where some counts are hidden already.
pub(super) fn hide_more(counts: &[u32], already: &[bool], below: u32) -> Vec<bool> {
    struct Count {
        plans: u32,
        was_hidden: bool,
        is_hidden: bool,
    }

    let counts = counts.iter().zip(already).map(|(&count, &was_hidden)| Count {
        plans: count,
        was_hidden,
        is_hidden: was_hidden || is_small(count, below),
    });
    let mut counts: Vec<Count> = counts.collect();
    loop {
        let hidden = || counts.iter().filter(|count| count.is_hidden);
        let sum: u64 = hidden().map(|count| u64::from(count.plans)).sum();
        // A count that is hidden here is taken to be one at least: one can be more and another less only where
        // together they are more than that.
        let least = hidden().filter(|count| !count.was_hidden).count() as u64;
        let is_safe = sum == 0 || hidden().count() > 1 && sum > least;
        let shown = counts.iter_mut().filter(|count| !count.is_hidden);
        match shown.min_by_key(|count| (count.plans == 0, count.plans)) {
            Some(next) if !is_safe => next.is_hidden = true,
            _ => return counts.into_iter().map(|count| count.is_hidden).collect(),
        }
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

/// What is shown of a table and of its sums. What the sums show depends on the sums alone, so that other
/// tables with the same sums show the same of them.
pub(super) fn show(cells: &[Vec<u32>], width: usize, below: u32) -> Shown {
    let rows: Vec<u32> = cells.iter().map(|row| total(row)).collect();
    let column = |column| cells.iter().filter_map(move |row| row.get(column).copied());
    let columns: Vec<u32> =
        (0..width).map(|number| column(number).fold(0, u32::saturating_add)).collect();
    let all = total(&rows);
    let masked = |counts: &[u32], hidden: &[bool]| -> Vec<Option<u32>> {
        counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
    };
    if is_small(all, below) {
        return Shown::nothing(cells.len(), width);
    }
    let (hidden_rows, hidden_columns) = (hide(&rows, below), hide(&columns, below));
    let hidden = hide_table(cells, &hidden_rows, &hidden_columns, below);
    Shown {
        cells: cells.iter().zip(&hidden).map(|(row, hidden)| masked(row, hidden)).collect(),
        rows: masked(&rows, &hidden_rows),
        columns: masked(&columns, &hidden_columns),
        total: Some(all),
    }
}

number! {
    /// The number of a row.
    struct RowNo;
    /// The number of a column.
    struct ColumnNo;
    /// The number of a row or a column among both.
    struct SideNo;
}

/// A cell of a table.
#[derive(Clone, Copy)]
struct Cell {
    count: u32,
    is_hidden: bool,
}

/// Where a cell stands.
type Place = (RowNo, ColumnNo);

/// What is hidden of a table whose rows and columns have their sums beside them, where the sums of some
/// rows and columns are hidden. All in such a row or column is hidden, so that it could be exchanged with
/// what is in another one, here and in every other table with the same sums.
fn hide_table(cells: &[Vec<u32>], rows: &[bool], columns: &[bool], below: u32) -> Vec<Vec<bool>> {
    let mut grid = Grid { rows: Table::default() };
    let mut small: Vec<Place> = Vec::new();
    let is_empty_column = |column: usize| {
        let mut counts = cells.iter().filter_map(|row| row.get(column));
        counts.all(|count| *count == 0)
    };
    for (counts, is_row_hidden) in cells.iter().zip(rows) {
        let is_empty_row = counts.iter().all(|count| *count == 0);
        let mut row: Table<ColumnNo, Cell> = Table::default();
        let mut small_here = Vec::new();
        for (column, (&count, is_column_hidden)) in counts.iter().zip(columns).enumerate() {
            // A shown sum of 0 gives its counts away: they need not be hidden.
            let is_given_away =
                is_empty_row && !is_row_hidden || is_empty_column(column) && !is_column_hidden;
            let is_taken_along = (*is_row_hidden || *is_column_hidden) && !is_given_away;
            let is_hidden = is_taken_along || is_small(count, below);
            let number = row.push(Cell { count, is_hidden });
            if is_hidden && !is_taken_along {
                small_here.push(number);
            }
        }
        let number = grid.rows.push(row);
        small.extend(small_here.into_iter().map(|column| (number, column)));
    }
    for place in small {
        // Without zeros, and with none made of a count hidden, if there is such a way.
        let circle = grid.circle(place, 1).or_else(|| grid.circle(place, 0));
        for (row, column) in circle.unwrap_or_default() {
            grid.rows[row][column].is_hidden = true;
        }
    }
    let is_hidden =
        |row: &Table<ColumnNo, Cell>| row.rows().iter().map(|cell| cell.is_hidden).collect();
    grid.rows.rows().iter().map(is_hidden).collect()
}

/// The cells of a table, of which as many as necessary are hidden.
struct Grid {
    rows: Table<RowNo, Table<ColumnNo, Cell>>,
}

/// A row or a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Row(RowNo),
    Column(ColumnNo),
}

/// For each side, what the cheapest way to it costs and which side it comes from.
type Ways = Table<SideNo, Option<(u64, Option<SideNo>)>>;

impl Grid {
    /// The cells of a circle through one that take one more and one less in turn: all sums stay, and the
    /// cell could have another value. It is the one for which the fewest plans have to be hidden.
    fn circle(&self, place: Place, least: u32) -> Option<Vec<Place>> {
        let more = self.way(place, true, least);
        let can_be_less = self.rows[place.0][place.1].count > least;
        let less = if can_be_less { self.way(place, false, least) } else { None };
        match (more, less) {
            (Some(more), Some(less)) => Some(if more.0 <= less.0 { more.1 } else { less.1 }),
            (one, other) => one.or(other).map(|(_, cells)| cells),
        }
    }

    /// The rows and then the columns.
    fn sides(&self) -> Table<SideNo, Side> {
        let columns = self.rows.rows().first().into_iter().flat_map(Table::numbers);
        self.rows.numbers().map(Side::Row).chain(columns.map(Side::Column)).collect()
    }

    /// The cheapest way from the column of a cell back to its row if the cell takes one more, and from its
    /// row to its column if it takes one less. A step from a row to a column takes one more, a step from a
    /// column to a row one less.
    fn way(&self, place: Place, more: bool, least: u32) -> Option<(u64, Vec<Place>)> {
        let (row, column) = (Side::Row(place.0), Side::Column(place.1));
        let (to, from) = if more { (row, column) } else { (column, row) };
        let sides = self.sides();
        // Dijkstra's way, on tables of a few dozen rows.
        let mut best: Ways = Table::like(&sides, None);
        let mut is_done = Table::like(&sides, false);
        best[sides.find(|side| *side == from)?] = Some((0, None));
        loop {
            let open = sides.numbers().filter(|side| !is_done[*side]);
            let costs = open.filter_map(|side| best[side].map(|(cost, _)| (cost, side)));
            let (cost, at) = costs.min()?;
            is_done[at] = true;
            if sides[at] == to {
                return Some((cost, cells_of(&sides, &best, at)));
            }
            for (next, other) in sides.iter() {
                let Some(step) = self.step(sides[at], *other, place, least) else { continue };
                let cost = cost + step;
                if best[next].is_none_or(|(known, _)| cost < known) {
                    best[next] = Some((cost, Some(at)));
                }
            }
        }
    }

    /// What a step costs: the plans that are hidden for it. None where it cannot be taken.
    fn step(&self, from: Side, to: Side, except: Place, least: u32) -> Option<u64> {
        let ((row, column), more) = match (from, to) {
            (Side::Row(row), Side::Column(column)) => ((row, column), true),
            (Side::Column(column), Side::Row(row)) => ((row, column), false),
            _ => return None,
        };
        let Cell { count, is_hidden } = self.rows[row][column];
        let can_change = if more { is_hidden || count >= least } else { count > least };
        if (row, column) == except || !can_change {
            return None;
        }
        // Each cell costs as much as a plan, so that few are hidden.
        Some(if is_hidden { 0 } else { 1 + u64::from(count) })
    }
}

/// The cells of a way, from its end.
fn cells_of(sides: &Table<SideNo, Side>, best: &Ways, mut at: SideNo) -> Vec<Place> {
    let mut cells = Vec::new();
    while let Some((_, Some(before))) = best[at] {
        match (sides[before], sides[at]) {
            (Side::Row(row), Side::Column(column)) | (Side::Column(column), Side::Row(row)) => {
                cells.push((row, column));
            }
            // A step leads from a row to a column or back.
            _ => {}
        }
        at = before;
    }
    cells
}

#[cfg(test)]
mod tests;
