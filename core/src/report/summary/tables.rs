//! The tables of a report that are about all plans, their sections and what was found in them.

use std::collections::BTreeMap;

use super::by_grade::Scores;
use super::counted::{Counted, Part, split_term};
use super::counts::{Graded, total};
use super::crossed::Crossed;
use super::descriptor::{Exclusions, depends_on_age};
use super::hide::Grid;
use super::shown::{Label, Table, TableRow};
use crate::framework::{ThreadRule, ThreadSection};
use crate::text::fill::{capital, plain};
use crate::text::order::sort_by;
use crate::wording::rule_title;

/// Plans by recorded grade.
pub(super) fn grades(counted: &Counted) -> Table {
    let counts = counted.score_row(&counted.with_rest(&counted.summary.all));
    Table {
        id: "grades".to_owned(),
        title: "Plans by recorded grade".to_owned(),
        row_heading: "Plans".to_owned(),
        columns: with_total(counted.grade_columns(), "All grades"),
        rows: vec![TableRow::new("total", "All plans", counts)],
        left_out: None,
        is_folded: true,
    }
}

/// Sections by recorded grade.
pub(super) fn sections(counted: &Counted) -> Table {
    let none = Scores::default();
    let rows = counted.parts.iter().filter(|part| !part.is_overall).map(|part| {
        let scores = counted.summary.sections.get(&part.id).unwrap_or(&none).clone();
        let graded = Graded { plans: counted.summary.all.plans, scores };
        TableRow::new(&part.id, &part.title, counted.score_row(&counted.with_rest(&graded)))
    });
    Table {
        id: "sections".to_owned(),
        title: "Sections by recorded grade".to_owned(),
        row_heading: "Section".to_owned(),
        columns: with_total(counted.grade_columns(), "All plans"),
        rows: rows.collect(),
        left_out: None,
        is_folded: true,
    }
}

/// Why a table of values is left out.
const LEFT_OUT: &str = "Left out: so few plans are counted beside so many values that the plans of each could be \
    worked out.";

/// Plans by the values of a dimension.
pub(super) fn dimension(counted: &Counted, name: &str) -> Table {
    let values = counted.values(name);
    let hidden = counted.hidden_values(name, &values);
    let cells: Vec<Vec<u32>> = values.iter().map(|(_, counts)| counts.clone()).collect();
    let labels =
        values.iter().map(|(value, _)| Label::new(value, &value_label(counted, name, value)));
    let table = Crossed {
        id: ["by-", name].concat(),
        title: ["Plans by ", &spoken(name)].concat(),
        row_heading: capital(spoken(name)),
        rows: labels.collect(),
        columns: counted.grade_columns(),
        totals: ["All plans", "All grades"],
    };
    let Some(rows) = hidden else {
        let Crossed { id, title, row_heading, columns, totals, .. } = table;
        let columns = with_total(columns, totals[1]);
        let left_out = Some(LEFT_OUT.to_owned());
        return Table {
            id,
            title,
            row_heading,
            columns,
            rows: Vec::new(),
            left_out,
            is_folded: true,
        };
    };
    let columns = &counted.hidden_grades;
    table.table(&Grid { cells: &cells, rows: &rows, columns, below: counted.below }, false)
}

/// What a value of a dimension is called. One that the framework has no name for is shown as it is.
fn value_label(counted: &Counted, name: &str, value: &str) -> String {
    let framework = counted.framework;
    match (name, value) {
        (_, "not_known") => "Not known".to_owned(),
        (_, "other_values") => "Other values".to_owned(),
        ("level", _) => {
            let printed = value.parse().ok().and_then(|number| framework.level_text(number));
            printed.map_or(value, |(title, _)| title).to_owned()
        }
        ("phase", _) => {
            let phase = counted.phases.iter().find(|phase| phase.id == value);
            phase.map_or(value, |phase| &phase.label).to_owned()
        }
        ("term", _) => {
            let (year, id) = split_term(value);
            let mut terms = framework.report().into_iter().flat_map(|report| &report.terms);
            let term = terms.find(|term| term.id == id);
            term.map_or_else(|| value.to_owned(), |term| [&term.name, " ", year].concat())
        }
        _ => capital(spoken(value)),
    }
}

/// How each descriptor stands.
pub(super) fn descriptors(counted: &Counted, exclusions: &Exclusions) -> Table {
    let mut columns = vec![("met", "Met")];
    if counted.framework.rules.answers.has_partly() {
        columns.push(("partly", "Met in part"));
    }
    columns.extend([
        ("not_met", "Not met"),
        ("not_applicable", "Not applicable"),
        ("open", "Not answered"),
        ("total", "All plans"),
    ]);
    let rows = counted.parts.iter().flat_map(|part| &part.descriptors).map(|(id, text)| {
        TableRow::new(id, &[id, ": ", text].concat(), exclusions.row(counted, id))
    });
    Table {
        id: "descriptors".to_owned(),
        title: "Descriptors".to_owned(),
        row_heading: "Descriptor".to_owned(),
        columns: labels(&columns),
        rows: rows.collect(),
        left_out: None,
        is_folded: true,
    }
}

/// What was found in the wording of sections.
pub(super) fn wording(counted: &Counted) -> Table {
    let mut rows = Vec::new();
    for part in &counted.parts {
        let section = &part.id;
        let Some(wording) = counted.summary.wording.get(section) else { continue };
        for rule in wording.rules.keys() {
            let id = [section, ".", rule].concat();
            let label = [section, ": ", rule_label(rule)].concat();
            rows.push(TableRow::new(&id, &label, counted.found(wording, rule, true)));
        }
    }
    Table {
        id: "wording".to_owned(),
        title: "Wording rules, in the sections in which something was found".to_owned(),
        row_heading: "Section and rule".to_owned(),
        columns: finding_columns(),
        rows,
        left_out: None,
        is_folded: true,
    }
}

/// What was found in the golden thread.
pub(super) fn thread(counted: &Counted) -> Table {
    let rules = counted.framework.thread().into_iter().flat_map(|thread| &thread.rules);
    let rows = rules.map(|rule| {
        let counts = counted.found(&counted.summary.thread, &rule.id, false);
        TableRow::new(&rule.id, &thread_label(rule), counts)
    });
    Table {
        id: "thread".to_owned(),
        title: "Where the golden thread breaks".to_owned(),
        row_heading: "What was found".to_owned(),
        columns: finding_columns(),
        rows: rows.collect(),
        left_out: None,
        is_folded: true,
    }
}

/// For each section, what fails most often first. What is hidden comes last, in the order of the framework.
pub(super) fn themes(counted: &Counted, exclusions: &Exclusions) -> impl Iterator<Item = Table> {
    counted.parts.iter().map(|part| theme(counted, exclusions, part))
}

fn theme(counted: &Counted, exclusions: &Exclusions, part: &Part) -> Table {
    let none = BTreeMap::new();
    let not_met_at = if counted.framework.rules.answers.has_partly() { 2 } else { 1 };
    let mut rows = Vec::new();
    for (id, text) in &part.descriptors {
        let not_met = exclusions.row(counted, id).get(not_met_at).copied().flatten();
        let by_phase = counted.summary.descriptors.get(id).map(|counts| &counts.not_met_by_phase);
        let mut counts = by_phase_of(counted, not_met, by_phase.unwrap_or(&none));
        if counted.below > 0 && not_met != Some(0) && depends_on_age(counted, id) {
            // A reader knows phases in which it cannot fail.
            counts = vec![None; counts.len() - 1];
            counts.push(not_met);
        }
        rows.push(TableRow::new(id, &[id, ": ", text].concat(), counts));
    }
    if let Some(wording) = counted.summary.wording.get(&part.id) {
        for (rule, counts) in &wording.rules {
            let found = counted.found(wording, rule, true).first().copied().flatten();
            let label = ["Wording: ", rule_label(rule)].concat();
            let counts = by_phase_of(counted, found, &counts.found_by_phase);
            rows.push(TableRow::new(&["wording.", rule].concat(), &label, counts));
        }
    }
    sort_by(&mut rows, |one, other| other.sum().cmp(&one.sum()));
    let mut columns = counted.phases.clone();
    columns.push(Label::new("not_known", "Not known"));
    Table {
        id: ["themes-", &part.id].concat(),
        title: ["Most often failing: ", &part.title].concat(),
        row_heading: "Descriptor or wording rule".to_owned(),
        columns: with_total(columns, "All phases"),
        rows,
        left_out: None,
        is_folded: true,
    }
}

/// How a number, if it is shown, is shared out over the phases. What is left of each phase is known with it.
fn by_phase_of(
    counted: &Counted,
    all: Option<u32>,
    phases: &BTreeMap<String, u32>,
) -> Vec<Option<u32>> {
    let of_phase = |phase: &Label| phases.get(&phase.id).copied().unwrap_or(0);
    let mut counts: Vec<u32> = counted.phases.iter().map(of_phase).collect();
    let Some(all) = all else { return vec![None; counts.len() + 2] };
    counts.push(all.saturating_sub(total(&counts)));
    let plans = counts.iter().zip(&counted.by_phase);
    let cells: Vec<Vec<u32>> =
        plans.map(|(count, plans)| vec![*count, plans.saturating_sub(*count)]).collect();
    let rows = &counted.hidden_phases;
    let hidden = Grid { cells: &cells, rows, columns: &[false; 2], below: counted.below }.hidden();
    let is_hidden = |hidden: &Vec<bool>| hidden.first() == Some(&true);
    let shown = counts.iter().zip(&hidden);
    let mut row: Vec<Option<u32>> =
        shown.map(|(count, hidden)| (!is_hidden(hidden)).then_some(*count)).collect();
    row.push(Some(all));
    row
}

fn finding_columns() -> Vec<Label> {
    labels(&[
        ("found", "Plans with a finding"),
        ("not_found", "Plans without"),
        ("total", "Plans looked at"),
    ])
}

fn labels(columns: &[(&str, &str)]) -> Vec<Label> {
    columns.iter().map(|(id, label)| Label::new(id, label)).collect()
}

fn with_total(mut columns: Vec<Label>, total: &str) -> Vec<Label> {
    columns.push(Label::new("total", total));
    columns
}

/// What a wording rule is called; one of another lexicon is known by its id alone.
fn rule_label(rule: &str) -> &str {
    rule_title(rule).unwrap_or(rule)
}

/// What a rule of the golden thread finds, in a few words.
fn thread_label(rule: &ThreadRule) -> String {
    let Some(sections) = &rule.of else { return capital(&rule.mark) };
    let sections: Vec<&str> = sections.iter().copied().map(ThreadSection::word).collect();
    [&sections.join(", "), ": ", &rule.mark].concat()
}

/// An id as people read it. Years and numbers stay as they are.
fn spoken(id: &str) -> String {
    let has_letters = id.bytes().any(|byte| byte.is_ascii_alphabetic());
    if has_letters { plain(id) } else { id.to_owned() }
}
