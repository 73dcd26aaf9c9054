//! Makes a report of a summary: its tables with small counts hidden, and the figures worked out from them.

use super::beside::leave_out;
use super::counted::Counted;
use super::counts::{KNOWN_DIMENSIONS, ROWS_OF_REPORT, Summary, total};
use super::descriptor::Exclusions;
use super::empty::{note, take_out};
use super::families;
use super::headline::Shown;
use super::measures::measures;
use super::notes::notes;
use super::share::{Share, add_shares};
use super::shown::{
    GoodShare, HIDDEN, Measure, Report, Since, Table, TableRow, TermShare, hidden_note,
};
use super::tables::{descriptors, dimension, grades, sections, themes, thread, wording};
use super::threshold::HiddenBelow;
use super::timeliness::{after_order, average_weeks, timeliness};
use super::top;
use super::two_grades::{agreement, agreement_figures, regraded};
use crate::document::table::Number;
use crate::framework::Framework;
use crate::report::messages::{
    REPORT_FAMILIES_HEADING, REPORT_FAMILIES_SAME_TERM, REPORT_GOOD_SHARE, REPORT_NO_CHANGE,
    REPORT_NO_GRADE, REPORT_NONE, REPORT_SAME_TERM, REPORT_SINCE, REPORT_TERM_BEFORE,
    REPORT_THEMES, REPORT_THEMES_OF_SHOWN,
};
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
    let say = &framework.rules.catalogue;
    let about = Report {
        framework: framework.id().to_owned(),
        hidden_below,
        hidden_sign: HIDDEN,
        hidden_note: hidden_note(say, hidden_below),
        not_read: summary.not_read,
        plans: counted.plans,
        headline: None,
        measures: Vec::new(),
        themes_heading: say.say(&REPORT_THEMES, &[]),
        themes: Vec::new(),
        themes_note: None,
        families_heading: say.say(&REPORT_FAMILIES_HEADING, &[]),
        families: Vec::new(),
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
    leave_out(&counted, &mut tables);
    let by_term = tables.iter().find(|table| table.id == "by-term");
    let good_share = good_share(framework, by_term);
    let exclusions = Exclusions::new(&counted);
    tables.extend([descriptors(&counted, &exclusions), wording(&counted), thread(&counted)]);
    tables.extend(themes(&counted, &exclusions));
    let (agreement, timeliness) = (agreement(&counted), timeliness(&counted));
    let figures = agreement_figures(&counted, &agreement);
    let average_weeks = average_weeks(&counted, &timeliness);
    tables.extend([regraded(&counted), agreement, timeliness]);
    if summary.timeliness.after_order.is_some() {
        tables.push(after_order(&counted));
    }
    tables.extend(families::tables(&counted));
    tables.iter_mut().for_each(add_shares);
    let measures = measures(framework, counted.plans, &tables);
    let of_families = families::measures(framework, &tables);
    let (tables, nothing_counted) = take_out(tables);
    let mut report = Report {
        measures,
        families: of_families,
        tables,
        nothing_counted_note: note(say, &nothing_counted),
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
        let Before { label, left_out, measures, tables, families, families_left_out } = before;
        let moved = top::moved(say, &report.tables, &tables, &label);
        for measure in report.measures.iter_mut().chain(&mut report.families) {
            let is_same = |one: &&Measure| (&one.table, &one.id) == (&measure.table, &measure.id);
            let earlier = measures.iter().chain(&families).find(is_same);
            measure.compare(say, earlier.and_then(|earlier| earlier.per_cent), &label);
        }
        let heading = say.say(&REPORT_SINCE, &[("before", &label)]);
        report.since = Some(Since { label, heading, left_out, families_left_out, moved });
        let is_any = report.changed().next().is_some();
        if let Some(since) = report.since.as_mut().filter(|_| !is_any) {
            since.left_out.get_or_insert_with(|| say.say(&REPORT_NO_CHANGE, &[]));
        }
    }
    report.notes.extend(families::note(framework, report));
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
    families: Vec<Measure>,
    families_left_out: Option<String>,
}

impl Before {
    fn of(
        framework: &Framework,
        summary: &Summary,
        before: &Summary,
        hidden_below: HiddenBelow,
    ) -> Self {
        let say = &framework.rules.catalogue;
        let Report { measures, tables, families, good_share, .. } =
            report(framework, before, hidden_below);
        let label = match good_share.as_ref().map(|share| share.rows.as_slice()) {
            Some([only]) => only.label.clone(),
            _ => say.say(&REPORT_TERM_BEFORE, &[]),
        };
        let reason = |is_same: bool, message| is_same.then(|| say.say(message, &[]));
        let left_out = reason(has_same_term(summary, before), &REPORT_SAME_TERM);
        let families_left_out =
            reason(families::has_same_term(summary, before), &REPORT_FAMILIES_SAME_TERM);
        let (measures, tables) =
            if left_out.is_some() { Default::default() } else { (measures, tables) };
        let families = if families_left_out.is_some() { Vec::new() } else { families };
        Self { label, left_out, measures, tables, families, families_left_out }
    }
}

/// Whether two summaries have plans of the same term.
fn has_same_term(one: &Summary, other: &Summary) -> bool {
    let terms = |summary: &Summary| summary.dimensions.get("term").cloned().unwrap_or_default();
    let of_one = terms(one);
    terms(other).keys().any(|term| of_one.contains_key(term))
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
    let grade = framework.grade_name(issue_at);
    let title = framework.rules.catalogue.say(&REPORT_GOOD_SHARE, &[("grade", &grade)]);
    Some(GoodShare { title, rows: rows.collect() })
}

/// A share in whole per cent, in short, and in words.
fn said(framework: &Framework, share: Share) -> (Option<u32>, String, String) {
    let say = &framework.rules.catalogue;
    let Some((per_cent, words)) = share.said(say) else {
        return (None, say.say(&REPORT_NONE, &[]), say.say(&REPORT_NO_GRADE, &[]));
    };
    (Some(per_cent), fill("{share} %", &[("share", &per_cent)]), words)
}
