//! Makes a report of a summary: its tables with small counts hidden, and the figures worked out from them.

use super::beside::leave_out;
use super::counted::Counted;
use super::counts::{KNOWN_DIMENSIONS, ROWS_OF_REPORT, Summary, total};
use super::descriptor::Exclusions;
use super::empty::{note, take_out};
use super::headline::Shown;
use super::measures::measures;
use super::notes::notes;
use super::share::{Share, add_shares};
use super::shown::{
    GoodShare, HIDDEN, Measure, Report, Since, Table, TableRow, TermShare, hidden_note,
};
use super::tables::{descriptors, dimension, grades, sections, themes, thread, wording};
use super::threshold::HiddenBelow;
use super::timeliness::{average_weeks, timeliness};
use super::top;
use super::two_grades::{agreement, agreement_figures, regraded};
use crate::document::table::Number;
use crate::framework::Framework;
use crate::report::messages::{REPORT_SAME_TERM, REPORT_TERM_BEFORE, REPORT_THEMES_OF_SHOWN};
use crate::text::fill::fill;

/// What is shown of a summary made under a framework. Counts from 1 to below `hidden_below`, which is
/// [`HiddenBelow::USUAL`] where a host has no reason for another, are hidden, and as many others as it takes so
/// that none of these can be worked out from what is shown. A report on no plan has no tables.
#[must_use]
pub fn report(framework: &Framework, summary: &Summary, hidden_below: HiddenBelow) -> Report {
    made(framework, summary, None, hidden_below)
}

/// The same, with what changed since a summary of the term before. What is compared is what a report of each shows.
/// Where both have plans of the same term nothing is compared: small numbers could be worked out from two reports of
/// almost the same plans.
#[must_use]
pub fn report_since(
    framework: &Framework,
    summary: &Summary,
    before: &Summary,
    hidden_below: HiddenBelow,
) -> Report {
    made(framework, summary, Some(before), hidden_below)
}

fn made(
    framework: &Framework,
    summary: &Summary,
    before: Option<&Summary>,
    hidden_below: HiddenBelow,
) -> Report {
    let counted = Counted::new(framework, summary, hidden_below.number());
    let about = Report {
        framework: framework.id().to_owned(),
        hidden_below,
        hidden_sign: HIDDEN,
        hidden_note: hidden_note(hidden_below),
        not_read: summary.not_read,
        plans: counted.plans,
        headline: None,
        measures: Vec::new(),
        themes: Vec::new(),
        themes_note: None,
        since: None,
        tables: Vec::new(),
        nothing_counted: Vec::new(),
        nothing_counted_note: None,
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
    tables.iter_mut().for_each(add_shares);
    let measures = measures(framework, counted.plans, &tables);
    let (tables, nothing_counted) = take_out(tables);
    let mut report = Report {
        measures,
        tables,
        nothing_counted_note: note(&framework.rules.catalogue, &nothing_counted),
        nothing_counted,
        good_share,
        agreement: figures,
        average_weeks,
        ..about
    };
    read_first(
        framework,
        &mut report,
        before.map(|before| Before::of(framework, summary, before, hidden_below)),
    );
    report
}

/// Adds what is read first: what changed, the themes, and the headline.
fn read_first(framework: &Framework, report: &mut Report, before: Option<Before>) {
    let say = &framework.rules.catalogue;
    let (themes, is_hidden) = top::themes(say, &report.tables);
    if let Some(before) = before {
        let Before { label, left_out, measures, tables } = before;
        let moved = top::moved(say, &report.tables, &tables, &label);
        for measure in &mut report.measures {
            let earlier = measures.iter().find(|earlier| earlier.id == measure.id);
            measure.compare(say, earlier.and_then(|earlier| earlier.per_cent), &label);
        }
        report.since = Some(Since { label, left_out, moved });
    }
    report.themes = themes;
    report.themes_note = is_hidden.then(|| say.say(&REPORT_THEMES_OF_SHOWN, &[]));
    report.headline = Shown {
        framework,
        tables: &report.tables,
        measures: &report.measures,
        terms: report.good_share.as_ref(),
    }
    .headline();
}

/// What is shown of the term before. There is nothing to compare where a reason is given.
struct Before {
    label: String,
    left_out: Option<String>,
    measures: Vec<Measure>,
    tables: Vec<Table>,
}

impl Before {
    fn of(
        framework: &Framework,
        summary: &Summary,
        before: &Summary,
        hidden_below: HiddenBelow,
    ) -> Self {
        let say = &framework.rules.catalogue;
        let Report { measures, tables, good_share, .. } = report(framework, before, hidden_below);
        let terms = |summary: &Summary| summary.dimensions.get("term").cloned().unwrap_or_default();
        let of_this = terms(summary);
        let is_same = terms(before).keys().any(|term| of_this.contains_key(term));
        let label = match good_share.as_ref().map(|share| share.rows.as_slice()) {
            Some([only]) => only.label.clone(),
            _ => say.say(&REPORT_TERM_BEFORE, &[]),
        };
        let left_out = is_same.then(|| say.say(&REPORT_SAME_TERM, &[]));
        let (measures, tables) = if is_same { Default::default() } else { (measures, tables) };
        Self { label, left_out, measures, tables }
    }
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
        let share = grades.map(|grades| Share {
            count: total(grades.get(..best).unwrap_or(&grades)),
            of: total(&grades),
        });
        let (per_cent, short, words) = match share {
            None => (None, HIDDEN.to_owned(), HIDDEN.to_owned()),
            Some(share) => said(framework, share),
        };
        TermShare {
            id: row.id.clone(),
            label: row.label.clone(),
            count: share.map(|share| share.count),
            of: share.map(|share| share.of),
            per_cent,
            short,
            words,
        }
    });
    let title = ["Graded plans at least ", framework.grade_name(issue_at)].concat();
    Some(GoodShare { title, rows: rows.collect() })
}

/// A share in whole per cent, in short, and in words.
fn said(framework: &Framework, share: Share) -> (Option<u32>, String, String) {
    let Some((per_cent, words)) = share.said(&framework.rules.catalogue) else {
        return (None, "none".to_owned(), "no plan has a grade".to_owned());
    };
    (Some(per_cent), fill("{share} %", &[("share", &per_cent)]), words)
}
