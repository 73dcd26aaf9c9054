//! That nothing small can be worked out, even by a reader who knows the rules: by brute force over rows and tables.
//! All that would be shown alike are set beside each other, and a hidden small count must have as many values among
//! them as are promised.

use std::collections::{BTreeMap, BTreeSet};

use super::super::counted::by_rarity;
use super::{Grid, STEPS, Shown, column_sums, from_last, hide, is_small, masked, show};

/// All lists of so many counts that come to a sum.
fn shares(sum: u32, length: usize) -> Vec<Vec<u32>> {
    if length == 1 {
        return vec![vec![sum]];
    }
    let first = (0..=sum).flat_map(|first| {
        let rest = shares(sum - first, length - 1).into_iter();
        rest.map(move |rest| [vec![first], rest].concat())
    });
    first.collect()
}

/// The values that a count takes in several lists.
fn values(lists: &[Vec<u32>], place: usize) -> BTreeSet<u32> {
    lists.iter().map(|list| list[place]).collect()
}

#[test]
fn no_small_count_of_a_row_can_be_worked_out() {
    let mut looked_at = 0;
    for (below, length) in
        [(3, 2), (3, 3), (3, 4), (3, 5), (4, 3), (4, 4), (5, 2), (5, 3), (5, 4), (5, 5)]
    {
        // No count is known to be there, all are, or all but the last.
        let least = [vec![0; length], vec![1; length], [vec![1; length - 1], vec![0]].concat()];
        for (least, sum) in least.iter().flat_map(|least| (below..20).map(move |sum| (least, sum)))
        {
            let mut alike: BTreeMap<Vec<Option<u32>>, Vec<Vec<u32>>> = BTreeMap::new();
            for counts in shares(sum, length) {
                if counts.iter().zip(least).any(|(count, least)| count < least) {
                    continue;
                }
                // Where there is no way, nothing is shown, and the reader does not know how many counts there are.
                let Some(hidden) = hide(&counts, least, from_last(length), below) else { continue };
                let has_small = counts.iter().any(|count| is_small(*count, below));
                assert_eq!(hidden.contains(&true), has_small, "nothing is hidden for nothing");
                alike.entry(masked(&counts, &hidden)).or_default().push(counts);
            }
            for (shown, lists) in alike {
                for (place, count) in shown.iter().enumerate() {
                    let values = values(&lists, place);
                    match count {
                        Some(count) => assert!(!is_small(*count, below), "{shown:?}"),
                        None if values.iter().any(|value| is_small(*value, below)) => {
                            let enough = below as usize - 1;
                            assert!(values.len() >= enough, "{shown:?} of {sum}: {values:?}");
                            looked_at += 1;
                        }
                        None => {}
                    }
                }
            }
        }
    }
    assert!(looked_at > 2_000, "{looked_at}");
}

#[test]
fn rows_by_hand() {
    let hidden = |counts: &[u32]| hide(counts, &[], from_last(counts.len()), 5);
    // 3 is small. With the 0 in the last place they come to 3, with the 9 before it to 12, of 4 + 1 that they need.
    assert_eq!(hidden(&[40, 3, 6, 9, 0]).unwrap(), [false, true, false, true, true]);
    assert_eq!(hidden(&[40, 5, 0]).unwrap(), [false, false, false]);
    assert_eq!(hide(&[1, 2, 3], &[], from_last(3), 0).unwrap(), [false, false, false]);
    // Five values with a plan each come to five: that each has one would be known.
    assert_eq!(hide(&[1, 1, 1, 1, 1], &[1; 5], from_last(5), 5), None);
    assert_eq!(hide(&[3, 1, 2, 2, 1], &[1; 5], from_last(5), 5).unwrap(), [true; 5]);
}

/// A table as all tables of a dimension are: a row is there because it has plans, but for the last.
fn shown(cells: &[Vec<u32>], below: u32) -> Option<Shown> {
    let rows: Vec<u32> = cells.iter().map(|row| row.iter().sum()).collect();
    let columns = column_sums(cells, cells[0].len());
    let mut least = vec![1; rows.len()];
    *least.last_mut().unwrap() = 0;
    let rows = hide(&rows, &least, from_last(rows.len()), below)?;
    let columns = hide(&columns, &[], by_rarity(4, 1, columns.len()), below)?;
    Some(show(&Grid { cells, rows: &rows, columns: &columns, below }))
}

/// The cells and then the sums.
fn numbers(cells: &[Vec<u32>]) -> Vec<u32> {
    let rows = cells.iter().map(|row| row.iter().sum()).collect();
    [cells.concat(), rows, column_sums(cells, cells[0].len())].concat()
}

/// Sets all tables of a size and a sum that are shown alike beside each other. Returns how many hidden numbers could be
/// small.
fn check_tables(height: usize, width: usize, sum: u32, below: u32) -> usize {
    let mut alike: BTreeMap<Vec<Option<u32>>, Vec<Vec<u32>>> = BTreeMap::new();
    for counts in shares(sum, height * width) {
        let cells: Vec<Vec<u32>> = counts.chunks(width).map(<[u32]>::to_vec).collect();
        if cells[..height - 1].iter().any(|row| row.iter().sum::<u32>() == 0) {
            continue;
        }
        let Some(shown) = shown(&cells, below) else { continue };
        let shown = [shown.cells.concat(), shown.rows, shown.columns].concat();
        alike.entry(shown).or_default().push(numbers(&cells));
    }
    let mut looked_at = 0;
    for (shown, tables) in alike {
        for (place, number) in shown.iter().enumerate() {
            let values = values(&tables, place);
            match number {
                Some(number) => {
                    assert!(!is_small(*number, below), "{shown:?}");
                    assert_eq!(values.len(), 1);
                }
                None if values.iter().any(|value| is_small(*value, below)) => {
                    let enough = below as usize - 1;
                    assert!(values.len() >= enough, "{shown:?}: number {place} is {values:?}");
                    looked_at += 1;
                }
                None => {}
            }
        }
    }
    looked_at
}

#[test]
fn no_small_number_of_a_table_can_be_worked_out() {
    let mut looked_at = 0;
    for sum in 3..=14 {
        looked_at += check_tables(2, 2, sum, 3);
        looked_at += check_tables(3, 2, sum, 3);
    }
    for sum in [9, 13, 17] {
        looked_at += check_tables(2, 2, sum, 5);
    }
    looked_at += check_tables(3, 2, 12, 4);
    looked_at += check_tables(2, 3, 11, 3);
    looked_at += check_tables(4, 2, 11, 3);
    looked_at += check_tables(3, 3, 7, 3);
    assert!(looked_at > 10_000, "{looked_at}");
}

#[test]
fn a_table_by_hand() {
    // No sum is small. 2 is, so that its row is hidden, and with it the least row of ten or more, which has 18. Then
    // their columns have 10, 37 and 49, of 2 + 4 that they need.
    let cells = [vec![2, 7, 9], vec![8, 30, 40], vec![20, 50, 60]];
    let all = vec![None, None, None];
    let last = vec![Some(20), Some(50), Some(60)];
    let table = shown(&cells, 5).unwrap();
    assert_eq!(table.cells, [all.clone(), all, last]);
    assert_eq!(table.rows, [Some(18), Some(78), Some(130)]);
    // A row of three plans: the last row goes with it, and all in both. They have 22 and 30.
    let cells = [vec![2, 1], vec![6, 14], vec![20, 30]];
    let table = shown(&cells, 5).unwrap();
    assert_eq!(table.rows, [None, Some(20), None]);
    assert_eq!(table.total, Some(73));
}

/// A row that is hidden takes no more steps in a large table than in a small one.
#[test]
fn the_work_grows_with_the_number_of_counts() {
    let steps = |height: u32| {
        // In the manner of schools: small counts everywhere, and few that are zero.
        let cells: Vec<Vec<u32>> = (0..height)
            .map(|row| vec![row % 5, 5 + row % 7, row * 3 % 5, row * 7 % 5, 0])
            .collect();
        let before = STEPS.get();
        assert!(shown(&cells, 5).is_some());
        STEPS.get() - before
    };
    for height in [100, 1_000, 10_000, 100_000] {
        let most = u64::from(height) * 20;
        let steps = steps(height);
        assert!((u64::from(height)..most).contains(&steps), "{steps} steps for {height} rows");
    }
}
