//! The texts of the printed form, for HTML and Markdown alike.

use super::{Learning, LearningRow};
use crate::framework::{FormField, LearningSummary};

/// The least number of columns: every row has an area and feedback.
const LEAST_COLUMNS: usize = 2;

/// The texts of a field of the header. A field of a framework that this form does not have is left empty, to
/// be filled in by hand.
pub(super) fn written(form: &Learning, field: &FormField) -> Vec<String> {
    match field.id.as_str() {
        "date_of_session" => form.date.iter().map(ToString::to_string).collect(),
        "delivered_by" => form.delivered_by.iter().map(|text| text.0.clone()).collect(),
        "areas_represented" => form.areas_represented.iter().map(|text| text.0.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The headings of the columns, empty where the framework names none.
pub(super) fn headings(printed: &LearningSummary) -> Vec<&str> {
    let mut headings: Vec<&str> = printed.columns.iter().map(String::as_str).collect();
    headings.resize(headings.len().max(LEAST_COLUMNS), "");
    headings
}

/// The text of a column of a row, empty where the document has none.
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

/// Whether a column of a row has feedback that nobody has changed since it was drafted.
pub(super) fn is_drafted(row: &LearningRow, column: usize) -> bool {
    column == 1 && row.drafted.as_ref() == Some(&row.feedback)
}
