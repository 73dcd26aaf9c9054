//! Drafts a form from a report.
//!
//! The report has its small numbers hidden already, and a draft is made from the report alone: hidden counts
//! cannot leak, nor affect the order.

use super::document::{Learning, LearningRow};
use crate::document::shape::MOST_ENTRIES;
use crate::document::{FreeText, Problem};
use crate::framework::{Framework, LEARNING_FORM, Section, no_part};
use crate::report::summary::{Report, Table, TableRow};
use crate::text::order::sort_by;

/// How many of the most frequent are listed.
const MOST_LISTED: usize = 3;

/// The most characters of a label, so that a draft is never longer than a text may be and no number in it is
/// cut.
const MOST_LABEL: usize = 500;

/// Drafts a form, for people to edit.
///
/// Each section that something is shown of has a row, and so have the block on overall quality, the golden
/// thread, re-grading and timeliness. The feedback has the grades and what was most often not met, with the
/// counts that are shown. All else is left empty.
///
/// # Errors
/// The framework has no such form.
pub fn draft(framework: &Framework, report: &Report) -> Result<Learning, Vec<Problem>> {
    if framework.learning_summary().is_none() {
        return Err(no_part(LEARNING_FORM));
    }
    let (sections, overall) = framework.printed_sections();
    let mut rows: Vec<LearningRow> = Vec::new();
    for section in &sections {
        let grades = row(table(report, "sections"), &section.id);
        rows.extend(drafted(&section.title, &of_section(report, section, grades)));
    }
    let grades = row(table(report, "grades"), "total");
    rows.extend(drafted(&overall.title, &of_section(report, &overall, grades)));
    rows.extend(drafted("Golden thread", &[golden_thread(report)]));
    rows.extend(drafted("Re-grading", &regrading(report)));
    rows.extend(drafted("Timeliness", &timeliness(report)));
    rows.truncate(MOST_ENTRIES);
    Ok(Learning {
        framework: framework.id().to_owned(),
        date: None,
        delivered_by: None,
        areas_represented: Vec::new(),
        rows,
        earlier: None,
        actions: Vec::new(),
    })
}

/// A row of an area, if there is something to say.
fn drafted(area: &str, lines: &[Option<String>]) -> Option<LearningRow> {
    let lines: Vec<&str> = lines.iter().flatten().map(String::as_str).collect();
    let feedback = FreeText(lines.join("\n"));
    (!lines.is_empty()).then(|| LearningRow {
        area: FreeText(short(area)),
        drafted: Some(feedback.clone()),
        feedback,
        learning: None,
        tribunal_learning: None,
    })
}

/// How many plans of how many; `None` where that is hidden.
struct Share {
    label: String,
    count: Option<u32>,
    of: Option<u32>,
}

/// The grades of a section, and what was most often not met in it.
fn of_section(
    report: &Report,
    section: &Section,
    grades: Option<&TableRow>,
) -> [Option<String>; 2] {
    let mut grades = shares(table(report, "grades"), grades);
    // The last are the plans without a grade. Alone they say nothing of the section.
    if grades.iter().rev().skip(1).all(|grade| grade.count.unwrap_or(0) == 0) {
        grades.clear();
    }
    let grades = counts_line("Recorded grades", grades, None);
    let themes = table(report, &["themes-", &section.id].concat());
    let not_met = themes.iter().flat_map(|table| &table.rows).map(|theme| {
        // Descriptors and wording have a table each with the number of plans.
        let counted = if section.descriptors.iter().any(|known| known.id == theme.id) {
            row(table(report, "descriptors"), &theme.id)
        } else {
            let rule = theme.id.strip_prefix("wording.").unwrap_or(&theme.id);
            row(table(report, "wording"), &[&section.id, ".", rule].concat())
        };
        let of = counted.and_then(TableRow::sum);
        Share { label: short(&theme.label), count: theme.sum(), of }
    });
    [grades, counts_line("Most often not met", not_met.collect(), Some(MOST_LISTED))]
}

fn golden_thread(report: &Report) -> Option<String> {
    let rules = table(report, "thread").map(|table| table.rows.as_slice()).unwrap_or_default();
    let breaks = rules.iter().map(|rule| Share {
        label: short(&rule.label),
        count: rule.counts.first().copied().flatten(),
        of: rule.sum(),
    });
    counts_line("Breaks most often", breaks.collect(), Some(MOST_LISTED))
}

/// How many plans were graded again, and from which grade to which most of them.
fn regrading(report: &Report) -> [Option<String>; 2] {
    let table = table(report, "regraded");
    let all = row(table, "total").and_then(TableRow::sum);
    let mut moves = Vec::new();
    for before in table.iter().flat_map(|table| &table.rows).filter(|row| row.id != "total") {
        for after in shares(table, Some(before)) {
            let label = ["from ", &short(&before.label), " to ", &after.label].concat();
            moves.push(Share { label, count: after.count, of: all });
        }
    }
    let all = all.filter(|all| *all > 0).map(|all| ["Graded again: ", &plans(all), "."].concat());
    [all, counts_line("Most often", moves, Some(MOST_LISTED))]
}

/// How long it took to issue plans, with exceptions and without.
fn timeliness(report: &Report) -> Vec<Option<String>> {
    let table = table(report, "timeliness");
    let mut lines = Vec::new();
    for average in &report.average_weeks {
        if let Some(issued) = row(table, &average.id) {
            lines.push(counts_line(&issued.label, shares(table, Some(issued)), None));
        }
        lines.push(average.tenths.map(|_| {
            let label = average.label.to_ascii_lowercase();
            ["Average weeks, ", &label, ": ", &average.words, "."].concat()
        }));
    }
    lines
}

/// The counts of a row in all columns but the last, which has the sum.
fn shares(table: Option<&Table>, row: Option<&TableRow>) -> Vec<Share> {
    let (Some(table), Some(row)) = (table, row) else { return Vec::new() };
    let of = row.sum();
    let counts = table.columns.iter().zip(&row.counts).filter(|(column, _)| column.id != "total");
    counts.map(|(column, count)| Share { label: short(&column.label), count: *count, of }).collect()
}

/// Counts in a line: those that are shown and not zero, in their order, or the most frequent first where only so
/// many are listed. The line says so where others are hidden, since one of these could be the most frequent.
fn counts_line(start: &str, shares: Vec<Share>, most: Option<usize>) -> Option<String> {
    let all = shares.len();
    let shown = shares.into_iter().filter_map(|share| Some((share.count?, share.of?, share.label)));
    let mut shown: Vec<(u32, u32, String)> = shown.collect();
    let is_hidden = shown.len() < all;
    shown.retain(|(count, ..)| *count > 0);
    if let Some(most) = most {
        sort_by(&mut shown, |(one, ..), (other, ..)| other.cmp(one));
        shown.truncate(most);
    }
    let counts: Vec<String> = shown
        .iter()
        .map(|(count, of, label)| format!("{label} ({count} of {})", plans(*of)))
        .collect();
    let hidden = if is_hidden { ", of the counts that are shown" } else { "" };
    (!counts.is_empty()).then(|| [start, hidden, ": ", &counts.join("; "), "."].concat())
}

fn plans(count: u32) -> String {
    format!("{count} plan{}", if count == 1 { "" } else { "s" })
}

fn table<'r>(report: &'r Report, id: &str) -> Option<&'r Table> {
    report.tables.iter().find(|table| table.id == id)
}

fn row<'r>(table: Option<&'r Table>, id: &str) -> Option<&'r TableRow> {
    table?.row(id)
}

fn short(label: &str) -> String {
    let FreeText(mut cut) = FreeText::cut(label, MOST_LABEL);
    if cut.len() < label.len() {
        cut.push('…');
    }
    cut
}
