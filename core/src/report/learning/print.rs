//! What stands in the form, whatever it is printed as.

use super::{Learning, LearningRow};
use crate::framework::{FormField, LearningSummary};

/// Said of feedback that is still as it was drafted.
pub(super) const DRAFTED: &str = "Drafted from counts";

/// The least columns of the table: every row has an area and feedback.
const LEAST_COLUMNS: usize = 2;

/// What is written in a field of the header. A field that is not known is left to be written by hand.
pub(super) fn written(form: &Learning, field: &FormField) -> Vec<String> {
    match field.id.as_str() {
        "date_of_session" => form.date.iter().map(ToString::to_string).collect(),
        "delivered_by" => form.delivered_by.iter().map(|text| text.0.clone()).collect(),
        "areas_represented" => form.areas_represented.iter().map(|text| text.0.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The headings of the columns. One that the framework does not name is empty.
pub(super) fn headings(printed: &LearningSummary) -> Vec<&str> {
    let mut headings: Vec<&str> = printed.columns.iter().map(String::as_str).collect();
    headings.resize(headings.len().max(LEAST_COLUMNS), "");
    headings
}

/// What is written in a column of a row. What the document has nothing for is left empty.
pub(super) fn cell(row: &LearningRow, column: usize) -> &str {
    let text = match column {
        0 => Some(&row.area),
        1 => Some(&row.feedback),
        2 => row.learning.as_ref(),
        3 => row.tribunal_learning.as_ref(),
        _ => None,
    };
    text.map_or("", |text| &text.0)
}

/// Whether a column of a row has feedback that is still as it was drafted.
pub(super) fn is_drafted(row: &LearningRow, column: usize) -> bool {
    column == 1 && row.drafted.as_ref() == Some(&row.feedback)
}
