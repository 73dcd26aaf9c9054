//! How counts are written, whatever a report is printed as.

use super::report::{AverageWeeks, Report};

/// What stands for a hidden count, as in published tables.
pub(super) const HIDDEN: &str = "c";

/// A count, or what stands for it.
pub(super) fn shown(count: Option<u32>) -> String {
    count.map_or_else(|| HIDDEN.to_owned(), |count| count.to_string())
}

/// Average weeks with one decimal. Where no plan was issued there is none.
pub(super) fn weeks(report: &Report, average: &AverageWeeks) -> String {
    let table = report.tables.iter().find(|table| table.id == "timeliness");
    let row = table.and_then(|table| table.rows.iter().find(|row| row.id == average.id));
    let plans = row.and_then(|row| row.counts.last().copied().flatten());
    match average.tenths {
        Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        None if plans == Some(0) => "none".to_owned(),
        None => HIDDEN.to_owned(),
    }
}
