//! Which counts are hidden, so that none of a few plans is told or can be worked out.
//!
//! Hidden first are the small ones, and then as many others as it takes: a small count that stands in a
//! sum with everything else shown could be worked out. Of each small count that is hidden, another value
//! must be possible with the same shown numbers.
//!
//! Zeros are shown where that gives nothing away. A reader may take it that a hidden count is not zero, so
//! zeros are the last to be hidden, and what is hidden is safe even from that reader where it can be.

use super::total;

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
mod tests {
    use std::collections::BTreeSet;

    use super::{Shown, hide, hide_more, is_small, show};

    /// All lists of so many counts that come to a sum, each from its least on.
    fn shares(sum: u32, least: &[u32]) -> Vec<Vec<u32>> {
        match least {
            [] if sum == 0 => vec![Vec::new()],
            [] => Vec::new(),
            [least, rest @ ..] => (*least..=sum)
                .flat_map(|first| {
                    let rest = shares(sum - first, rest).into_iter();
                    rest.map(move |rest| [vec![first], rest].concat())
                })
                .collect(),
        }
    }

    /// All lists of counts up to some most.
    fn lists(length: usize, most: u32) -> Vec<Vec<u32>> {
        (0..length).fold(vec![Vec::new()], |lists, _| {
            lists
                .iter()
                .flat_map(|list| (0..=most).map(move |count| [list.clone(), vec![count]].concat()))
                .collect()
        })
    }

    /// Whether a reader who knows the sum and what is shown can tell the count in a place.
    fn can_tell(counts: &[u32], hidden: &[bool], least: &[u32], place: usize) -> bool {
        let of_hidden = |list: &[u32]| -> Vec<u32> {
            list.iter()
                .zip(hidden)
                .filter(|(_, hidden)| **hidden)
                .map(|(count, _)| *count)
                .collect()
        };
        let place = hidden[..place].iter().filter(|hidden| **hidden).count();
        let sum = of_hidden(counts).iter().sum();
        let possible = shares(sum, &of_hidden(least));
        assert!(possible.contains(&of_hidden(counts)), "{counts:?} {hidden:?}");
        possible.iter().all(|list| list[place] == possible[0][place])
    }

    #[test]
    fn no_small_count_can_be_worked_out_from_a_sum() {
        let (mut looked_at, mut strictly) = (0, 0);
        for below in 1..=5 {
            for counts in (1..=4).flat_map(|length| lists(length, 6)) {
                if is_small(counts.iter().sum(), below) {
                    continue;
                }
                let hidden = hide(&counts, below);
                for (place, count) in counts.iter().enumerate() {
                    if !is_small(*count, below) {
                        continue;
                    }
                    assert!(hidden[place], "{counts:?} below {below}");
                    assert!(
                        !can_tell(&counts, &hidden, &[0; 4], place),
                        "{counts:?} below {below}"
                    );
                    looked_at += 1;
                    // Nor by a reader who takes it that no hidden count is zero, unless nothing but ones
                    // and zeros could be hidden.
                    if counts.iter().any(|count| *count > 1) {
                        assert!(!can_tell(&counts, &hidden, &[1; 4], place), "{counts:?}");
                        strictly += 1;
                    }
                }
                if !counts.iter().any(|count| is_small(*count, below)) {
                    assert!(!hidden.contains(&true), "{counts:?}: nothing is hidden for nothing");
                }
            }
        }
        assert!(looked_at > 10_000 && strictly > 10_000, "{looked_at} {strictly}");
    }

    #[test]
    fn nor_where_some_counts_are_hidden_already() {
        let mut looked_at = 0;
        for counts in lists(4, 6) {
            if is_small(counts.iter().sum(), 4) {
                continue;
            }
            // Two whole columns of a larger table.
            let already = [true, true, false, false];
            let hidden = hide_more(&counts, &already, 4);
            assert!(hidden[0] && hidden[1]);
            for (place, count) in
                counts.iter().enumerate().filter(|(_, count)| is_small(**count, 4))
            {
                assert!(hidden[place], "{count}");
                assert!(!can_tell(&counts, &hidden, &[0; 4], place), "{counts:?} {hidden:?}");
                looked_at += 1;
            }
        }
        assert!(looked_at > 1_000, "{looked_at}");
    }

    #[test]
    fn the_smallest_other_count_is_hidden_too() {
        // By hand: 3 is small; 6 is the least that can stand beside it.
        assert_eq!(hide(&[40, 3, 6, 9, 0], 5), [false, true, true, false, false]);
        assert_eq!(hide(&[40, 3, 4, 9, 0], 5), [false, true, true, false, false]);
        // Two ones that come to two: whoever takes them to be one at least could tell.
        assert_eq!(hide(&[40, 1, 1, 9, 0], 5), [false, true, true, true, false]);
        assert_eq!(hide(&[40, 5, 0], 5), [false, false, false]);
        assert_eq!(hide(&[1, 2, 3], 0), [false, false, false]);
    }

    /// All tables that have the numbers shown.
    fn possible(shown: &Shown, all: u32) -> Vec<Vec<Vec<u32>>> {
        fn go(shown: &Shown, done: &[u32], left: u32, found: &mut Vec<Vec<Vec<u32>>>) {
            let width = shown.columns.len();
            if done.len() % width == 0 && !done.is_empty() {
                let row = done.len() / width - 1;
                let sum: u32 = done[row * width..].iter().sum();
                if shown.rows[row].is_some_and(|told| told != sum) {
                    return;
                }
            }
            let Some(told) = shown.cells.get(done.len() / width).map(|row| row[done.len() % width])
            else {
                let column = |at: usize| done.iter().skip(at).step_by(width).sum::<u32>();
                let fits =
                    |(at, told): (usize, &Option<u32>)| told.is_none_or(|told| told == column(at));
                if left == 0 && shown.columns.iter().enumerate().all(fits) {
                    found.push(done.chunks(width).map(<[u32]>::to_vec).collect());
                }
                return;
            };
            let counts = told.map_or(0..=left, |told| told..=told);
            for count in counts.filter(|count| *count <= left) {
                go(shown, &[done, &[count]].concat(), left - count, found);
            }
        }
        let mut found = Vec::new();
        go(shown, &[], all, &mut found);
        found
    }

    /// Expects every small number of a table to be hidden, and to have another value in another table
    /// with the same shown numbers. Tells how many there were.
    fn check_table(cells: &[Vec<u32>], below: u32) -> usize {
        let width = cells[0].len();
        let shown = show(cells, width, below);
        let sums = |table: &[Vec<u32>]| -> (Vec<u32>, Vec<u32>) {
            let column = |at: usize| table.iter().map(|row| row[at]).sum();
            (table.iter().map(|row| row.iter().sum()).collect(), (0..width).map(column).collect())
        };
        let (rows, columns) = sums(cells);
        let all: u32 = rows.iter().sum();
        if is_small(all, below) {
            let told =
                [shown.cells.concat(), shown.rows, shown.columns, vec![shown.total]].concat();
            assert!(told.iter().all(Option::is_none), "{cells:?}");
            return 0;
        }
        assert_eq!(shown.total, Some(all));
        // The cells, then the sums, as one list.
        let flat = |table: &[Vec<u32>]| {
            let (rows, columns) = sums(table);
            [table.concat(), rows, columns].concat()
        };
        let told = [shown.cells.concat(), shown.rows.clone(), shown.columns.clone()].concat();
        let tables: Vec<Vec<u32>> = possible(&shown, all).iter().map(|table| flat(table)).collect();
        assert!(tables.contains(&[cells.concat(), rows, columns].concat()), "{cells:?}");
        let mut looked_at = 0;
        for (place, number) in flat(cells).into_iter().enumerate() {
            match told[place] {
                Some(told) => assert_eq!(told, number),
                None if is_small(number, below) => {
                    let is_open = tables.iter().any(|table| table[place] != number);
                    assert!(is_open, "{cells:?} below {below}: number {place} of {told:?}");
                    looked_at += 1;
                }
                None => {}
            }
            assert!(told[place].is_none() || !is_small(number, below), "{cells:?}");
        }
        looked_at
    }

    #[test]
    fn no_small_number_of_a_table_can_be_worked_out() {
        let mut looked_at = 0;
        let mut all = |rows: usize, width: usize, most: u32, step: usize, below: u32| {
            for counts in lists(rows * width, most).into_iter().step_by(step) {
                let cells: Vec<Vec<u32>> = counts.chunks(width).map(<[u32]>::to_vec).collect();
                looked_at += check_table(&cells, below);
            }
        };
        all(1, 3, 6, 1, 4);
        all(3, 1, 6, 1, 4);
        all(2, 2, 6, 5, 4);
        all(2, 3, 2, 1, 2);
        all(2, 3, 3, 11, 3);
        all(3, 3, 2, 101, 2);
        all(3, 3, 2, 103, 3);
        assert!(looked_at > 2_000, "{looked_at}");
    }

    /// Several tables with the same sums of rows, as those of one dimension have: what one of them tells
    /// must not help with another.
    #[test]
    fn nor_from_several_tables_with_the_same_sums() {
        let below = 3;
        let tables: Vec<Vec<Vec<u32>>> = lists(6, 2)
            .iter()
            .map(|counts| counts.chunks(2).map(<[u32]>::to_vec).collect())
            .collect();
        let rows_of =
            |table: &[Vec<u32>]| -> Vec<u32> { table.iter().map(|row| row.iter().sum()).collect() };
        let mut looked_at = 0;
        for rows in [[1, 3, 4], [2, 2, 3], [1, 1, 4], [2, 3, 3], [1, 2, 2]] {
            let same: Vec<_> = tables.iter().filter(|table| rows_of(table) == rows).collect();
            let all = rows.iter().sum();
            let possible: Vec<Vec<Vec<Vec<u32>>>> =
                same.iter().map(|table| possible(&show(table, 2, below), all)).collect();
            let sums: Vec<BTreeSet<Vec<u32>>> = possible
                .iter()
                .map(|tables| tables.iter().map(|table| rows_of(table)).collect())
                .collect();
            // With every table that could stand beside it, all of them at once.
            let common = |sum: &Vec<u32>| sums.iter().all(|sums| sums.contains(sum));
            for (table, possible) in same.iter().zip(&possible) {
                let possible: Vec<_> =
                    possible.iter().filter(|table| common(&rows_of(table))).collect();
                for (place, count) in table.concat().into_iter().enumerate() {
                    if is_small(count, below) {
                        let is_open = possible.iter().any(|table| table.concat()[place] != count);
                        assert!(is_open, "{table:?}: {place}");
                        looked_at += 1;
                    }
                }
                for (row, count) in
                    rows.into_iter().enumerate().filter(|(_, count)| is_small(*count, below))
                {
                    assert!(possible.iter().any(|table| rows_of(table)[row] != count), "{table:?}");
                }
            }
        }
        assert!(looked_at > 100, "{looked_at}");
    }

    #[test]
    fn a_table_by_hand() {
        // 2 is small. Beside it 7 or 9 in its row, 8 or 20 in its column: 7 and 8 with 30 hide least.
        let cells = [vec![2, 7, 9], vec![8, 30, 40], vec![20, 50, 60]];
        let told = [
            vec![None, None, Some(9)],
            vec![None, None, Some(40)],
            vec![Some(20), Some(50), Some(60)],
        ];
        assert_eq!(show(&cells, 3, 5).cells, told);
        // A row of three plans: the next smallest row is hidden with it, and all in both.
        let cells = [vec![3, 0], vec![6, 4], vec![20, 30]];
        let told = show(&cells, 2, 5);
        assert_eq!(told.cells, [vec![None, None], vec![None, None], vec![Some(20), Some(30)]]);
        assert_eq!((told.rows, told.total), (vec![None, None, Some(50)], Some(63)));
        assert_eq!(told.columns, [Some(29), Some(34)]);
    }
}
