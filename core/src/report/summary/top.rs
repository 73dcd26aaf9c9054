//! What matters most in a report, and what changed most since the one before: from counts that are shown alone, so
//! that hidden ones affect neither the choice nor the order.

use std::cmp::Reverse;

use super::measures::table;
use super::share::Share;
use super::shown::{Measure, Table, TableRow};
use crate::document::message::Catalogue;
use crate::report::messages::{REPORT_FOUND, REPORT_NOT_MET, REPORT_NOT_MET_OF_ANSWERED};
use crate::text::order::sort_by;

/// The table of descriptors.
const DESCRIPTORS: &str = "descriptors";

/// How many are named.
const MOST: usize = 3;

/// The tables of themes, each with the column that counts what is amiss. What people judged comes first: a rule finds
/// words that are open to interpretation, which need not be wrong.
const KINDS: [(&str, &str); 3] =
    [(DESCRIPTORS, "not_met"), ("thread", "found"), ("wording", "found")];

/// The themes of a report, and whether others are hidden that could be among them.
pub(super) fn themes(catalogue: &Catalogue, tables: &[Table]) -> (Vec<Measure>, bool) {
    let mut themes = Vec::new();
    let mut is_hidden = false;
    for (id, column) in KINDS {
        if themes.len() >= MOST {
            break;
        }
        let Some(table) = table(tables, id) else { continue };
        let share = |row: &TableRow| Share::in_row(table, row, column);
        is_hidden |= table.rows.iter().any(|row| share(row).is_none());
        let shown = table.rows.iter().filter_map(|row| Some((row, share(row)?)));
        let mut shown: Vec<_> = shown.filter(|(_, share)| share.count > 0).collect();
        sort_by(&mut shown, |(_, one), (_, other)| other.compared_to(*one));
        let message = if id == DESCRIPTORS { &REPORT_NOT_MET } else { &REPORT_FOUND };
        themes.extend(shown.into_iter().map(|(row, share)| {
            Measure::new(catalogue, [&row.id, id, &row.label], Some(share))
                .said_by(catalogue, message)
        }));
    }
    themes.truncate(MOST);
    let is_hidden = is_hidden && !themes.is_empty();
    (themes, is_hidden)
}

/// The descriptors whose share of not met changed most, the greatest change first. It is a share of the plans in which
/// a descriptor is answered, so that one that was answered less often before is not taken for one that got worse.
pub(super) fn moved(
    catalogue: &Catalogue,
    now: &[Table],
    earlier: &[Table],
    label: &str,
) -> Vec<Measure> {
    let (Some(now), Some(earlier)) = (table(now, DESCRIPTORS), table(earlier, DESCRIPTORS)) else {
        return Vec::new();
    };
    let moved = now.rows.iter().filter_map(|row| {
        let before = of_answered(earlier, earlier.row(&row.id)?)?.per_cent()?;
        let share = of_answered(now, row)?;
        let measure = Measure::new(catalogue, [&row.id, DESCRIPTORS, &row.label], Some(share));
        let mut measure = measure.said_by(catalogue, &REPORT_NOT_MET_OF_ANSWERED);
        measure.compare(catalogue, Some(before), label);
        measure.points.is_some_and(|points| points != 0).then_some(measure)
    });
    let mut moved: Vec<Measure> = moved.collect();
    let change = |measure: &Measure| Reverse(measure.points.unwrap_or(0).unsigned_abs());
    sort_by(&mut moved, |one, other| change(one).cmp(&change(other)));
    moved.truncate(MOST);
    moved
}

/// The plans in which a descriptor is not met, of those in which it is answered; none where a count of them is hidden.
fn of_answered(table: &Table, row: &TableRow) -> Option<Share> {
    let answers = table.columns.iter().zip(&row.counts);
    let answers = answers.filter(|(column, _)| ["met", "partly", "not_met"].contains(&&*column.id));
    let of: Option<u32> = answers.map(|(_, count)| *count).sum();
    Some(Share { count: table.count(row, "not_met")?, of: of? })
}
