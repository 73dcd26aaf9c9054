//! Makes a report of a summary: its tables with small counts hidden, and the figures worked out from them.

use super::beside::leave_out;
use super::counted::Counted;
use super::counts::{KNOWN_DIMENSIONS, ROWS_OF_REPORT, Summary, total};
use super::descriptor::Exclusions;
use super::notes::notes;
use super::shown::{GoodShare, HIDDEN, Report, Table, TableRow, TermShare, hidden_note};
use super::tables::{descriptors, dimension, grades, sections, themes, thread, wording};
use super::threshold::HiddenBelow;
use super::timeliness::{average_weeks, timeliness};
use super::two_grades::{agreement, agreement_figures, regraded};
use crate::document::table::Number;
use crate::framework::Framework;
use crate::text::fill::fill;

/// What is shown of a summary made under a framework. Counts from 1 to below `hidden_below`, which is
/// [`HiddenBelow::USUAL`] where a host has no reason for another, are hidden, and as many others as it takes so
/// that none of these can be worked out from what is shown. A report on no plan has no tables.
#[must_use]
pub fn report(framework: &Framework, summary: &Summary, hidden_below: HiddenBelow) -> Report {
    let counted = Counted::new(framework, summary, hidden_below.number());
    let about = Report {
        framework: framework.id().to_owned(),
        hidden_below,
        hidden_sign: HIDDEN,
        hidden_note: hidden_note(hidden_below),
        not_read: summary.not_read,
        plans: counted.plans,
        tables: Vec::new(),
        good_share: None,
        agreement: Vec::new(),
        average_weeks: Vec::new(),
        notes: notes(framework, hidden_below),
    };
    if summary.all.plans == 0 {
        return about;
    }
    let mut tables = vec![grades(&counted), sections(&counted)];
    let hosts = summary.dimensions.keys().map(String::as_str);
    let hosts = hosts.filter(|name| !KNOWN_DIMENSIONS.contains(name));
    tables.extend(KNOWN_DIMENSIONS.into_iter().chain(hosts).map(|name| dimension(&counted, name)));
    leave_out(summary, counted.below, &mut tables);
    let by_term = tables.iter().find(|table| table.id == "by-term");
    let good_share = good_share(framework, by_term);
    let exclusions = Exclusions::new(&counted);
    tables.extend([descriptors(&counted, &exclusions), wording(&counted), thread(&counted)]);
    tables.extend(themes(&counted, &exclusions));
    let (agreement, timeliness) = (agreement(&counted), timeliness(&counted));
    let figures = agreement_figures(&counted, &agreement);
    let average_weeks = average_weeks(&counted, &timeliness);
    tables.extend([regraded(&counted), agreement, timeliness]);
    Report { tables, good_share, agreement: figures, average_weeks, ..about }
}

/// The share of graded plans that may be issued, for each term that is known; none where the framework does not say
/// which may.
fn good_share(framework: &Framework, by_term: Option<&Table>) -> Option<GoodShare> {
    let issue_at = framework.rules.issue.issue_at?;
    let scale = &framework.rules.scale;
    let grades_of_row = scale.grades().len();
    let best = scale.grade_of(issue_at).place() + 1;
    let is_term = |row: &&TableRow| !ROWS_OF_REPORT.contains(&row.id.as_str());
    let rows = by_term.into_iter().flat_map(|table| &table.rows).filter(is_term).map(|row| {
        let grades: Option<Vec<u32>> = row.counts.iter().take(grades_of_row).copied().collect();
        let (per_cent, short, words) = match grades {
            None => (None, HIDDEN.to_owned(), HIDDEN.to_owned()),
            Some(grades) => share(total(grades.get(..best).unwrap_or(&grades)), total(&grades)),
        };
        TermShare { id: row.id.clone(), label: row.label.clone(), per_cent, short, words }
    });
    let title = ["Graded plans at least ", framework.grade_name(issue_at)].concat();
    Some(GoodShare { title, rows: rows.collect() })
}

/// Plans among those with a grade: in whole per cent, halves rounded up, in short, and in words.
fn share(good: u32, graded: u32) -> (Option<u32>, String, String) {
    let twice = 200 * u64::from(good) + u64::from(graded);
    let per_cent = twice.checked_div(2 * u64::from(graded)).and_then(|share| share.try_into().ok());
    let Some(per_cent) = per_cent else {
        return (None, "none".to_owned(), "no plan has a grade".to_owned());
    };
    let words = "{share} % ({good} of {graded})";
    let words = fill(words, &[("share", &per_cent), ("good", &good), ("graded", &graded)]);
    (Some(per_cent), fill("{share} %", &[("share", &per_cent)]), words)
}
