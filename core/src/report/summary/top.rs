//! What matters most in a report, and what changed most since the one before: from counts that are shown alone, so
//! that hidden ones affect neither the choice nor the order.

use std::cmp::Reverse;

use super::measures::table;
use super::share::Share;
use super::shown::{Measure, Table, TableRow};
use crate::document::message::Catalogue;
use crate::text::order::sort_by;

/// How many are named.
const MOST: usize = 3;

/// The tables of themes, each with the column that counts what is amiss. What people judged comes first: a rule finds
/// words that are open to interpretation, which need not be wrong.
const KINDS: [(&str, &str); 3] =
    [("descriptors", "not_met"), ("thread", "found"), ("wording", "found")];

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
        themes.extend(
            shown.into_iter().map(|(row, share)| {
                Measure::new(catalogue, [&row.id, id, &row.label], Some(share))
            }),
        );
    }
    themes.truncate(MOST);
    let is_hidden = is_hidden && !themes.is_empty();
    (themes, is_hidden)
}

/// In how many per cent of plans what a theme is about was amiss in another report.
pub(super) fn before(tables: &[Table], theme: &Measure) -> Option<u32> {
    let (id, column) = KINDS.into_iter().find(|(id, _)| *id == theme.table)?;
    let table = table(tables, id)?;
    Share::in_row(table, table.row(&theme.id)?, column)?.per_cent()
}

/// The descriptors whose share of plans in which they are not met changed most, the greatest change first.
pub(super) fn moved(
    catalogue: &Catalogue,
    now: &[Table],
    earlier: &[Table],
    label: &str,
) -> Vec<Measure> {
    let [(id, column), ..] = KINDS;
    let mut moved = Vec::new();
    if let Some(table) = table(now, id) {
        for row in &table.rows {
            let share = Share::in_row(table, row, column);
            let mut measure = Measure::new(catalogue, [&row.id, id, &row.label], share);
            let before = before(earlier, &measure);
            measure.compare(catalogue, before, label);
            moved.push(measure);
        }
    }
    moved.retain(|measure| measure.points.is_some_and(|points| points != 0));
    let change = |measure: &Measure| Reverse(measure.points.unwrap_or(0).unsigned_abs());
    sort_by(&mut moved, |one, other| change(one).cmp(&change(other)));
    moved.truncate(MOST);
    moved
}
