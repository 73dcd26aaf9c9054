//! Tables in which nothing is counted.

use super::shown::{Label, Table};
use crate::document::message::Catalogue;
use crate::report::messages::REPORT_NOTHING_COUNTED;

/// The tables that are read first. The others are folded.
const READ_FIRST: [&str; 3] = ["grades", "sections", "by-term"];

/// What of a row is left over where nothing is counted in it.
const REST: [&str; 5] = ["not_recorded", "not_applicable", "open", "not_known", "total"];

/// Takes out the tables in which nothing is counted, and returns what they are called. It goes by what is shown: a
/// table with a hidden count stays, whatever it hides.
pub(super) fn take_out(tables: Vec<Table>) -> (Vec<Table>, Vec<Label>) {
    let (empty, mut kept): (Vec<Table>, Vec<Table>) = tables.into_iter().partition(is_empty);
    for table in &mut kept {
        table.is_folded = !READ_FIRST.contains(&table.id.as_str());
    }
    (kept, empty.into_iter().map(|Table { id, title, .. }| Label { id, label: title }).collect())
}

/// The sentence on the tables that are left out. What fails most often in a section goes without saying where nothing
/// fails.
pub(super) fn note(catalogue: &Catalogue, left_out: &[Label]) -> Option<String> {
    let named = left_out.iter().filter(|table| !table.id.starts_with("themes-"));
    let titles: Vec<&str> = named.map(|table| table.label.as_str()).collect();
    let tables = titles.join("; ");
    (!titles.is_empty()).then(|| catalogue.say(&REPORT_NOTHING_COUNTED, &[("tables", &tables)]))
}

fn is_empty(table: &Table) -> bool {
    if table.id == "grades" || table.left_out.is_some() {
        return false;
    }
    // Of sections and descriptors all plans are the sum, and what is left says nothing of them. Elsewhere the sums say
    // whether something is counted.
    let has_rest = ["sections", "descriptors"].contains(&table.id.as_str());
    let is_counted = |column: &Label| {
        if has_rest { !REST.contains(&column.id.as_str()) } else { column.id == "total" }
    };
    table.rows.iter().filter(|row| !REST.contains(&row.id.as_str())).all(|row| {
        let counts = table.columns.iter().zip(&row.counts);
        counts.filter(|(column, _)| is_counted(column)).all(|(_, count)| *count == Some(0))
    })
}
