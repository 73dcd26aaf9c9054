//! Drafts a form from a report.
//!
//! The report has its small numbers hidden already, and a draft is made from the report alone: hidden counts
//! cannot leak, nor affect the order.

use std::fmt::Display;

use super::document::{Learning, LearningRow};
use crate::document::message::{Catalogue, Message};
use crate::document::shape::MOST_ENTRIES;
use crate::document::{FreeText, Problem};
use crate::framework::{Framework, LEARNING_FORM, Section, no_part};
use crate::report::messages::{
    REPORT_AVERAGE_WEEKS, REPORT_LEARNING_AGAIN, REPORT_LEARNING_BREAKS, REPORT_LEARNING_COUNT,
    REPORT_LEARNING_GRADES, REPORT_LEARNING_LINE, REPORT_LEARNING_LINE_SHOWN, REPORT_LEARNING_MOST,
    REPORT_LEARNING_MOVE, REPORT_LEARNING_NOT_MET, REPORT_LEARNING_PLANS, REPORT_LEARNING_REGRADED,
    REPORT_LEARNING_THREAD, REPORT_LEARNING_TIMELINESS,
};
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
    let say = &framework.rules.catalogue;
    let area = |message: &Message| say.say(message, &[]);
    let (sections, overall) = framework.printed_sections();
    let mut rows: Vec<LearningRow> = Vec::new();
    for section in &sections {
        let grades = row(table(report, "sections"), &section.id);
        rows.extend(drafted(&section.title, &of_section(say, report, section, grades)));
    }
    let grades = row(table(report, "grades"), "total");
    rows.extend(drafted(&overall.title, &of_section(say, report, &overall, grades)));
    rows.extend(drafted(&area(&REPORT_LEARNING_THREAD), &[golden_thread(say, report)]));
    rows.extend(drafted(&area(&REPORT_LEARNING_REGRADED), &regrading(say, report)));
    rows.extend(drafted(&area(&REPORT_LEARNING_TIMELINESS), &timeliness(say, report)));
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
    say: &Catalogue,
    report: &Report,
    section: &Section,
    grades: Option<&TableRow>,
) -> [Option<String>; 2] {
    let mut grades = shares(table(report, "grades"), grades);
    // The last are the plans without a grade. Alone they say nothing of the section.
    if grades.iter().rev().skip(1).all(|grade| grade.count.unwrap_or(0) == 0) {
        grades.clear();
    }
    let start = say.say(&REPORT_LEARNING_GRADES, &[]);
    let grades = counts_line(say, &start, grades, None);
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
    let start = say.say(&REPORT_LEARNING_NOT_MET, &[]);
    [grades, counts_line(say, &start, not_met.collect(), Some(MOST_LISTED))]
}

fn golden_thread(say: &Catalogue, report: &Report) -> Option<String> {
    let rules = table(report, "thread").map(|table| table.rows.as_slice()).unwrap_or_default();
    let breaks = rules.iter().map(|rule| Share {
        label: short(&rule.label),
        count: rule.counts.first().copied().flatten(),
        of: rule.sum(),
    });
    let start = say.say(&REPORT_LEARNING_BREAKS, &[]);
    counts_line(say, &start, breaks.collect(), Some(MOST_LISTED))
}

/// How many plans were graded again, and from which grade to which most of them.
fn regrading(say: &Catalogue, report: &Report) -> [Option<String>; 2] {
    let table = table(report, "regraded");
    let all = row(table, "total").and_then(TableRow::sum);
    let mut moves = Vec::new();
    for before in table.iter().flat_map(|table| &table.rows).filter(|row| row.id != "total") {
        for after in shares(table, Some(before)) {
            let parts: [(&str, &dyn Display); 2] =
                [("before", &short(&before.label)), ("after", &after.label)];
            let label = say.say(&REPORT_LEARNING_MOVE, &parts);
            moves.push(Share { label, count: after.count, of: all });
        }
    }
    let all = all.filter(|all| *all > 0);
    let all = all.map(|all| say.say(&REPORT_LEARNING_AGAIN, &[("plans", &plans(say, all))]));
    let start = say.say(&REPORT_LEARNING_MOST, &[]);
    [all, counts_line(say, &start, moves, Some(MOST_LISTED))]
}

/// How long it took to issue plans, with exceptions and without.
fn timeliness(say: &Catalogue, report: &Report) -> Vec<Option<String>> {
    let table = table(report, "timeliness");
    let mut lines = Vec::new();
    for average in &report.average_weeks {
        if let Some(issued) = row(table, &average.id) {
            lines.push(counts_line(say, &issued.label, shares(table, Some(issued)), None));
        }
        lines.push(average.tenths.map(|_| {
            let label = average.label.to_ascii_lowercase();
            let parts: [(&str, &dyn Display); 2] = [("label", &label), ("weeks", &average.words)];
            [&say.say(&REPORT_AVERAGE_WEEKS, &parts), "."].concat()
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
fn counts_line(
    say: &Catalogue,
    start: &str,
    shares: Vec<Share>,
    most: Option<usize>,
) -> Option<String> {
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
        .map(|(count, of, label)| {
            let of = plans(say, *of);
            say.say(&REPORT_LEARNING_COUNT, &[("label", label), ("count", count), ("of", &of)])
        })
        .collect();
    let line = if is_hidden { &REPORT_LEARNING_LINE_SHOWN } else { &REPORT_LEARNING_LINE };
    let parts: [(&str, &dyn Display); 2] = [("start", &start), ("counts", &counts.join("; "))];
    (!counts.is_empty()).then(|| say.say(line, &parts))
}

fn plans(say: &Catalogue, count: u32) -> String {
    say.say_of(&REPORT_LEARNING_PLANS, usize::try_from(count).unwrap_or(usize::MAX), &[])
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
