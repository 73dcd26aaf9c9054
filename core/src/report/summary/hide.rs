//! Which counts are hidden, so that none of a few plans is told or can be worked out.
//!
//! Hidden first are the small ones, and then as many others as it takes: a small count that stands in a
//! sum with everything else shown could be worked out. Of each small count that is hidden, another value
//! must be possible with the same shown numbers.
//!
//! Zeros are shown where that gives nothing away. A reader may take it that a hidden count is not zero, so
//! zeros are the last to be hidden, and what is hidden is safe even from that reader where it can be.

use super::counts::total;

/// Whether a count is one of a few plans.
pub(super) fn is_small(count: u32, below: u32) -> bool {
    (1..below).contains(&count)
}

/// What is hidden of counts whose sum is shown.
pub(super) fn hide(counts: &[u32], below: u32) -> Vec<bool> {
    hide_more(counts, &vec![false; counts.len()], below)
}

/// What is hidden of counts whose sum is shown, where some are hidden already, whatever they are.
pub(super) fn hide_more(counts: &[u32], already: &[bool], below: u32) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts
        .iter()
        .zip(already)
        .map(|(count, already)| *already || is_small(*count, below))
        .collect();
    loop {
        let is_hidden = |place: usize| hidden.get(place).copied().unwrap_or(false);
        let places = || (0..counts.len()).filter(|place| is_hidden(*place));
        let sum: u64 = places().filter_map(|place| counts.get(place)).map(|n| u64::from(*n)).sum();
        // Counts hidden for their own sake are taken to be one at least; one of them can be more, and
        // another less, only if together they are more than that.
        let least = places().filter(|place| already.get(*place) == Some(&false)).count() as u64;
        let is_safe = sum == 0 || places().count() > 1 && sum > least;
        let shown = counts.iter().copied().enumerate().filter(|(place, _)| !is_hidden(*place));
        let next = shown.min_by_key(|(_, count)| (*count == 0, *count));
        match next {
            Some((place, _)) if !is_safe => {
                if let Some(hidden) = hidden.get_mut(place) {
                    *hidden = true;
                }
            }
            _ => return hidden,
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

/// What is hidden of a table whose rows and columns have their sums beside them, where the sums of some
/// rows and columns are hidden. All in such a row or column is hidden, so that it could be exchanged with
/// what is in another one, here and in every other table with the same sums.
fn hide_table(cells: &[Vec<u32>], rows: &[bool], columns: &[bool], below: u32) -> Vec<Vec<bool>> {
    let mut table = Table { cells, hidden: Vec::new() };
    let mut small = Vec::new();
    let is_empty_column = |column: usize| {
        let mut counts = cells.iter().filter_map(|row| row.get(column));
        counts.all(|count| *count == 0)
    };
    for (row, (counts, is_row_hidden)) in cells.iter().zip(rows).enumerate() {
        let is_empty_row = counts.iter().all(|count| *count == 0);
        let mut hidden = Vec::new();
        for (column, (count, is_column_hidden)) in counts.iter().zip(columns).enumerate() {
            // What a shown sum of 0 tells need not be hidden.
            let is_told =
                is_empty_row && !is_row_hidden || is_empty_column(column) && !is_column_hidden;
            let is_taken_along = (*is_row_hidden || *is_column_hidden) && !is_told;
            hidden.push(is_taken_along || is_small(*count, below));
            if !is_taken_along && is_small(*count, below) {
                small.push((row, column));
            }
        }
        table.hidden.push(hidden);
    }
    for cell in small {
        // Without zeros, and with none made of a count hidden, if there is such a way.
        let circle = table.circle(cell, 1).or_else(|| table.circle(cell, 0));
        for (row, column) in circle.unwrap_or_default() {
            table.hide(row, column);
        }
    }
    table.hidden
}

struct Table<'a> {
    cells: &'a [Vec<u32>],
    hidden: Vec<Vec<bool>>,
}

/// A row or a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Row(usize),
    Column(usize),
}

impl Table<'_> {
    fn hide(&mut self, row: usize, column: usize) {
        if let Some(hidden) = self.hidden.get_mut(row).and_then(|row| row.get_mut(column)) {
            *hidden = true;
        }
    }

    /// The cells of a circle through one that take one more and one less in turn: all sums stay, and the
    /// cell could have another value. It is the one for which the fewest plans have to be hidden.
    fn circle(&self, cell: (usize, usize), least: u32) -> Option<Vec<(usize, usize)>> {
        let more = self.way(cell, true, least);
        let less = self.count(cell).filter(|count| *count > least);
        let less = less.and_then(|_| self.way(cell, false, least));
        match (more, less) {
            (Some(more), Some(less)) => Some(if more.0 <= less.0 { more.1 } else { less.1 }),
            (one, other) => one.or(other).map(|(_, cells)| cells),
        }
    }

    /// The cheapest way from the column of a cell back to its row if the cell takes one more, and from its
    /// row to its column if it takes one less. A step from a row to a column takes one more, a step from a
    /// column to a row one less.
    fn way(
        &self,
        cell: (usize, usize),
        more: bool,
        least: u32,
    ) -> Option<(u64, Vec<(usize, usize)>)> {
        let ends = [Side::Row(cell.0), Side::Column(cell.1)];
        let [to, from] = if more { ends } else { [ends[1], ends[0]] };
        let width = self.cells.first().map_or(0, Vec::len);
        let rows = (0..self.cells.len()).map(Side::Row);
        let sides: Vec<Side> = rows.chain((0..width).map(Side::Column)).collect();
        // Dijkstra's way, on tables of a few dozen rows.
        let mut best: Vec<Option<(u64, Option<usize>)>> = vec![None; sides.len()];
        let mut is_done = vec![false; sides.len()];
        let start = sides.iter().position(|side| *side == from)?;
        *best.get_mut(start)? = Some((0, None));
        loop {
            let open = best.iter().zip(&is_done).enumerate();
            let open = open.filter(|(_, (_, is_done))| !**is_done);
            let costs = open.filter_map(|(at, (best, _))| best.map(|(cost, _)| (cost, at)));
            let (cost, at) = costs.min()?;
            *is_done.get_mut(at)? = true;
            let side = *sides.get(at)?;
            if side == to {
                return Some((cost, cells_of(&sides, &best, at)));
            }
            for (next, other) in sides.iter().enumerate() {
                let Some(step) = self.step(side, *other, cell, least) else { continue };
                let cost = cost + step;
                let slot = best.get_mut(next)?;
                if slot.is_none_or(|(known, _)| cost < known) {
                    *slot = Some((cost, Some(at)));
                }
            }
        }
    }

    /// What a step costs: the plans that are hidden for it. None where it cannot be taken.
    fn step(&self, from: Side, to: Side, except: (usize, usize), least: u32) -> Option<u64> {
        let (cell, more) = match (from, to) {
            (Side::Row(row), Side::Column(column)) => ((row, column), true),
            (Side::Column(column), Side::Row(row)) => ((row, column), false),
            _ => return None,
        };
        let count = self.count(cell)?;
        let is_hidden = *self.hidden.get(cell.0)?.get(cell.1)?;
        let can_change = if more { is_hidden || count >= least } else { count > least };
        if cell == except || !can_change {
            return None;
        }
        // Each cell costs as much as a plan, so that few are hidden.
        Some(if is_hidden { 0 } else { 1 + u64::from(count) })
    }

    fn count(&self, (row, column): (usize, usize)) -> Option<u32> {
        self.cells.get(row)?.get(column).copied()
    }
}

/// The cells of a way, from its end.
fn cells_of(
    sides: &[Side],
    best: &[Option<(u64, Option<usize>)>],
    mut at: usize,
) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    while let Some(Some((_, Some(before)))) = best.get(at) {
        match (sides.get(*before), sides.get(at)) {
            (Some(Side::Row(row)), Some(Side::Column(column)))
            | (Some(Side::Column(column)), Some(Side::Row(row))) => cells.push((*row, *column)),
            _ => {}
        }
        at = *before;
    }
    cells
}

#[cfg(test)]
mod tests;
