//! That nothing small can be worked out: by brute force over small rows and tables.

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

/// Whether a reader who knows the sum and what is shown can work out the count in a place.
fn can_work_out(counts: &[u32], hidden: &[bool], least: &[u32], place: usize) -> bool {
    let of_hidden = |list: &[u32]| -> Vec<u32> {
        list.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count).collect()
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
                    !can_work_out(&counts, &hidden, &[0; 4], place),
                    "{counts:?} below {below}"
                );
                looked_at += 1;
                // Nor by a reader who takes it that no hidden count is zero, unless nothing but ones
                // and zeros could be hidden.
                if counts.iter().any(|count| *count > 1) {
                    assert!(!can_work_out(&counts, &hidden, &[1; 4], place), "{counts:?}");
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
        // Two full columns of a larger table.
        let already = [true, true, false, false];
        let hidden = hide_more(&counts, &already, 4);
        assert!(hidden[0] && hidden[1]);
        for (place, count) in counts.iter().enumerate().filter(|(_, count)| is_small(**count, 4)) {
            assert!(hidden[place], "{count}");
            assert!(!can_work_out(&counts, &hidden, &[0; 4], place), "{counts:?} {hidden:?}");
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
    // Two ones that come to two: whoever takes them to be one at least could work them out.
    assert_eq!(hide(&[40, 1, 1, 9, 0], 5), [false, true, true, true, false]);
    assert_eq!(hide(&[40, 5, 0], 5), [false, false, false]);
    assert_eq!(hide(&[1, 2, 3], 0), [false, false, false]);
}

/// All tables that have the numbers shown.
fn possible(shown: &Shown, all: u32) -> Vec<Vec<Vec<u32>>> {
    fn go(shown: &Shown, done: &[u32], left: u32, found: &mut Vec<Vec<Vec<u32>>>) {
        let width = shown.columns.len();
        if done.len().is_multiple_of(width) && !done.is_empty() {
            let row = done.len() / width - 1;
            let sum: u32 = done[row * width..].iter().sum();
            if shown.rows[row].is_some_and(|number| number != sum) {
                return;
            }
        }
        let Some(number) = shown.cells.get(done.len() / width).map(|row| row[done.len() % width])
        else {
            let column = |at: usize| done.iter().skip(at).step_by(width).sum::<u32>();
            let fits = |(at, number): (usize, &Option<u32>)| {
                number.is_none_or(|number| number == column(at))
            };
            if left == 0 && shown.columns.iter().enumerate().all(fits) {
                found.push(done.chunks(width).map(<[u32]>::to_vec).collect());
            }
            return;
        };
        let counts = number.map_or(0..=left, |number| number..=number);
        for count in counts.filter(|count| *count <= left) {
            go(shown, &[done, &[count]].concat(), left - count, found);
        }
    }
    let mut found = Vec::new();
    go(shown, &[], all, &mut found);
    found
}

/// Expects every small number of a table to be hidden, and to have another value in another table
/// with the same shown numbers. Returns how many there were.
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
        let numbers = [shown.cells.concat(), shown.rows, shown.columns, vec![shown.total]].concat();
        assert!(numbers.iter().all(Option::is_none), "{cells:?}");
        return 0;
    }
    assert_eq!(shown.total, Some(all));
    // The cells, then the sums, as one list.
    let flat = |table: &[Vec<u32>]| {
        let (rows, columns) = sums(table);
        [table.concat(), rows, columns].concat()
    };
    let numbers = [shown.cells.concat(), shown.rows.clone(), shown.columns.clone()].concat();
    let tables: Vec<Vec<u32>> = possible(&shown, all).iter().map(|table| flat(table)).collect();
    assert!(tables.contains(&[cells.concat(), rows, columns].concat()), "{cells:?}");
    let mut looked_at = 0;
    for (place, number) in flat(cells).into_iter().enumerate() {
        match numbers[place] {
            Some(shown) => assert_eq!(shown, number),
            None if is_small(number, below) => {
                let is_open = tables.iter().any(|table| table[place] != number);
                assert!(is_open, "{cells:?} below {below}: number {place} of {numbers:?}");
                looked_at += 1;
            }
            None => {}
        }
        assert!(numbers[place].is_none() || !is_small(number, below), "{cells:?}");
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

/// Several tables with the same sums of rows, as those of one dimension have: the numbers shown of one
/// must not give away a number of another.
#[test]
fn nor_from_several_tables_with_the_same_sums() {
    let below = 3;
    let tables: Vec<Vec<Vec<u32>>> =
        lists(6, 2).iter().map(|counts| counts.chunks(2).map(<[u32]>::to_vec).collect()).collect();
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
    let expected =
        [vec![None, None, Some(9)], vec![None, None, Some(40)], vec![Some(20), Some(50), Some(60)]];
    assert_eq!(show(&cells, 3, 5).cells, expected);
    // A row of three plans: the next smallest row is hidden with it, and all in both.
    let cells = [vec![3, 0], vec![6, 4], vec![20, 30]];
    let shown = show(&cells, 2, 5);
    assert_eq!(shown.cells, [vec![None, None], vec![None, None], vec![Some(20), Some(30)]]);
    assert_eq!((shown.rows, shown.total), (vec![None, None, Some(50)], Some(63)));
    assert_eq!(shown.columns, [Some(29), Some(34)]);
}
