//! The texts of a printed form, for HTML and Markdown alike.

use super::feedback::{AreaOfNeed, Feedback, PlanType};
use super::messages;
use crate::document::Day;
use crate::document::table::Number;
use crate::framework::{CommentAction, FormField, Framework, PrintedForm};
use crate::law::timescale::{DeadlineKind, deadlines};
use crate::text::fill::{capital, fill, plain};

/// The text of a field of the header. A field of a framework that this form does not have is left empty, to
/// be filled in by hand.
pub(super) fn written(framework: &Framework, form: &Feedback, field: &FormField) -> String {
    let text = match field.id.as_str() {
        "name" => &form.name,
        "synergy" => &form.synergy,
        "casework_officer" => &form.casework_officer,
        "moderating_officer" => &form.moderating_officer,
        "level_of_resource_case_officer" => &form.level_of_resource_case_officer,
        "level_of_resource_senior_case_officer" => &form.level_of_resource_senior_case_officer,
        "suggested_funding_level" => &form.suggested_funding_level,
        "case_officer_comments" => &form.case_officer_comments,
        "casework_officer_date" => return date(form.casework_officer_date),
        "moderating_officer_date" => return date(form.moderating_officer_date),
        "overall_rating" => {
            let score = form.rating.and_then(|number| framework.rules.scale.of(number));
            return score.map_or("", |score| framework.grade_name(score)).to_owned();
        }
        "sixteen_weeks" => return weeks(form, DeadlineKind::SixteenWeeks),
        "twenty_weeks" => return weeks(form, DeadlineKind::TwentyWeeks),
        "statutory_timescales_met" => {
            let met = form.statutory_timescales_met;
            return met.map_or("", |met| if met { "Y" } else { "N" }).to_owned();
        }
        _ => &None,
    };
    text.as_ref().map(|text| text.0.clone()).unwrap_or_default()
}

fn date(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The last day of a deadline, and whether it is met.
fn weeks(form: &Feedback, kind: DeadlineKind) -> String {
    let deadlines = form.timescales.as_ref().map(deadlines).unwrap_or_default();
    let deadline = deadlines.iter().find(|deadline| deadline.kind == kind);
    deadline.map_or_else(String::new, |deadline| {
        let state = plain(deadline.state.word());
        fill("{due}: {state}", &[("due", &deadline.due), ("state", &state)])
    })
}

/// The index of the option that is chosen in a field, or in one of its columns.
pub(super) fn chosen(
    framework: &Framework,
    form: &Feedback,
    field: &FormField,
    column: usize,
) -> Option<usize> {
    match field.id.as_str() {
        "type_of_plan" => PlanType::ALL.iter().position(|known| Some(*known) == form.type_of_plan),
        "rag_rating" => {
            let scale = &framework.rules.scale;
            form.rating
                .and_then(|number| scale.of(number))
                .map(|score| scale.grade_of(score).place())
        }
        "main_category_of_need" => {
            let need = form.main_need.as_ref()?;
            let area = match column {
                0 => need.on_synergy,
                1 => need.on_plan,
                _ => None,
            };
            AreaOfNeed::ALL.iter().position(|known| Some(*known) == area)
        }
        _ => None,
    }
}

/// The action of a comment with its colour in words, such as "Reword (blue):".
pub(super) fn label(printed: &PrintedForm, action: CommentAction) -> String {
    let word = capital(action.word());
    match printed.key.iter().find(|key| key.action == action) {
        Some(key) => {
            let colour = key.colour.to_ascii_lowercase();
            fill("{word} ({colour}):", &[("word", &word), ("colour", &colour)])
        }
        None => word + ":",
    }
}

/// How many comments did not fit on the form.
pub(super) fn left_out(framework: &Framework, form: &Feedback) -> Option<String> {
    let count = usize::try_from(form.left_out?).ok()?;
    Some(framework.catalogue().say_of(&messages::FORM_LEFT_OUT, count, &[]))
}

/// Whether the reviewer keeps a comment, in words.
pub(super) const fn kept(is_kept: bool) -> &'static str {
    if is_kept { "Kept" } else { "Not kept" }
}

/// The rows of the header: two short fields share a row, as on paper.
pub(super) fn rows(mut fields: &[FormField]) -> Vec<Vec<&FormField>> {
    let mut rows = Vec::new();
    while let [first, rest @ ..] = fields {
        match rest {
            [second, rest @ ..] if is_short(first) && is_short(second) => {
                rows.push(vec![first, second]);
                fields = rest;
            }
            _ => {
                rows.push(vec![first]);
                fields = rest;
            }
        }
    }
    rows
}

/// Whether a field is a single line.
fn is_short(field: &FormField) -> bool {
    let is_plain = field.note.is_none() && field.options.is_none() && field.columns.is_none();
    is_plain && field.id != "case_officer_comments"
}
