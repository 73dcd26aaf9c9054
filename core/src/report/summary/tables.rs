//! The tables of a report that are about all plans, their sections and what was found in them.

use std::collections::BTreeMap;

use super::by_grade::Scores;
use super::counted::{Counted, Part};
use super::counts::{Graded, total};
use super::crossed::Crossed;
use super::descriptor::{Exclusions, depends_on_age};
use super::hide::Grid;
use super::shown::{Label, Table, TableRow};
use crate::document::message::Message;
use crate::framework::{ThreadRule, ThreadSection};
use crate::report::messages::{
    REPORT_ALL_GRADES, REPORT_ALL_PHASES, REPORT_ALL_PLANS, REPORT_ANSWERED_NO, REPORT_BY,
    REPORT_DESCRIPTOR, REPORT_DESCRIPTORS, REPORT_FAILING, REPORT_FAILING_ROW, REPORT_GRADES,
    REPORT_GRADES_ROW, REPORT_LEFT_OUT_VALUES, REPORT_LOOKED_AT, REPORT_MET, REPORT_NOT_APPLICABLE,
    REPORT_NOT_KNOWN, REPORT_OF_WORDING, REPORT_OPEN, REPORT_OTHER_VALUES, REPORT_PARTLY,
    REPORT_SECTION, REPORT_SECTIONS, REPORT_THREAD, REPORT_THREAD_ROW, REPORT_WITH_FINDING,
    REPORT_WITHOUT_FINDING, REPORT_WORDING, REPORT_WORDING_ROW,
};
use crate::text::fill::{capital, plain};
use crate::text::order::sort_by;
use crate::wording::rule_title;

/// Plans by recorded grade.
pub(super) fn grades(counted: &Counted) -> Table {
    let counts = counted.score_row(&counted.with_rest(&counted.summary.all));
    Table {
        columns: with_total(counted, counted.grade_columns(), &REPORT_ALL_GRADES),
        rows: vec![TableRow::new("total", &counted.say(&REPORT_ALL_PLANS), counts)],
        ..empty(counted, "grades", &REPORT_GRADES, &REPORT_GRADES_ROW)
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
        columns: with_total(counted, counted.grade_columns(), &REPORT_ALL_PLANS),
        rows: rows.collect(),
        ..empty(counted, "sections", &REPORT_SECTIONS, &REPORT_SECTION)
    }
}

/// Plans by the values of a dimension.
pub(super) fn dimension(counted: &Counted, name: &str) -> Table {
    let values = counted.values(name);
    let hidden = counted.hidden_values(name, &values);
    let cells: Vec<Vec<u32>> = values.iter().map(|(_, counts)| counts.clone()).collect();
    let labels =
        values.iter().map(|(value, _)| Label::new(value, &value_label(counted, name, value)));
    let table = Crossed {
        id: ["by-", name].concat(),
        title: counted.say_with(&REPORT_BY, "dimension", &spoken(name)),
        row_heading: capital(spoken(name)),
        rows: labels.collect(),
        columns: counted.grade_columns(),
        totals: [&REPORT_ALL_PLANS, &REPORT_ALL_GRADES].map(|total| counted.say(total)),
    };
    let say = &counted.framework.rules.catalogue;
    let Some(rows) = hidden else {
        let Crossed { id, title, row_heading, columns, .. } = table;
        return Table {
            columns: with_total(counted, columns, &REPORT_ALL_GRADES),
            left_out: Some(counted.say(&REPORT_LEFT_OUT_VALUES)),
            ..Table::new(say, &id, title, row_heading)
        };
    };
    let columns = &counted.hidden_grades;
    table.table(say, &Grid { cells: &cells, rows: &rows, columns, below: counted.below }, false)
}

/// What a value of a dimension is called. One that the framework has no name for is shown as it is.
fn value_label(counted: &Counted, name: &str, value: &str) -> String {
    let framework = counted.framework;
    match (name, value) {
        (_, "not_known") => counted.say(&REPORT_NOT_KNOWN),
        (_, "other_values") => counted.say(&REPORT_OTHER_VALUES),
        ("level", _) => {
            let printed = value.parse().ok().and_then(|number| framework.level_text(number));
            printed.map_or(value, |(title, _)| title).to_owned()
        }
        ("phase", _) => {
            let phase = counted.phases.iter().find(|phase| phase.id == value);
            phase.map_or(value, |phase| &phase.label).to_owned()
        }
        ("term", _) => counted.term_label(value),
        _ => capital(spoken(value)),
    }
}

/// How each descriptor stands.
pub(super) fn descriptors(counted: &Counted, exclusions: &Exclusions) -> Table {
    let mut columns = vec![("met", &REPORT_MET)];
    if counted.framework.rules.answers.has_partly() {
        columns.push(("partly", &REPORT_PARTLY));
    }
    columns.extend([
        ("not_met", &REPORT_ANSWERED_NO),
        ("not_applicable", &REPORT_NOT_APPLICABLE),
        ("open", &REPORT_OPEN),
        ("total", &REPORT_ALL_PLANS),
    ]);
    let rows = counted.parts.iter().flat_map(|part| &part.descriptors).map(|(id, text)| {
        TableRow::new(id, &[id, ": ", text].concat(), exclusions.row(counted, id))
    });
    Table {
        columns: labels(counted, &columns),
        rows: rows.collect(),
        ..empty(counted, "descriptors", &REPORT_DESCRIPTORS, &REPORT_DESCRIPTOR)
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
        columns: finding_columns(counted),
        rows,
        ..empty(counted, "wording", &REPORT_WORDING, &REPORT_WORDING_ROW)
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
        columns: finding_columns(counted),
        rows: rows.collect(),
        ..empty(counted, "thread", &REPORT_THREAD, &REPORT_THREAD_ROW)
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
            let label = counted.say_with(&REPORT_OF_WORDING, "rule", &rule_label(rule));
            let counts = by_phase_of(counted, found, &counts.found_by_phase);
            rows.push(TableRow::new(&["wording.", rule].concat(), &label, counts));
        }
    }
    sort_by(&mut rows, |one, other| other.sum().cmp(&one.sum()));
    let mut columns = counted.phases.clone();
    columns.push(counted.label("not_known", &REPORT_NOT_KNOWN));
    let title = counted.say_with(&REPORT_FAILING, "section", &part.title);
    let id = ["themes-", &part.id].concat();
    let row_heading = counted.say(&REPORT_FAILING_ROW);
    Table {
        columns: with_total(counted, columns, &REPORT_ALL_PHASES),
        rows,
        ..Table::new(&counted.framework.rules.catalogue, &id, title, row_heading)
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

/// A table without columns and rows.
fn empty(counted: &Counted, id: &str, title: &Message, row_heading: &Message) -> Table {
    let say = &counted.framework.rules.catalogue;
    Table::new(say, id, counted.say(title), counted.say(row_heading))
}

fn finding_columns(counted: &Counted) -> Vec<Label> {
    let columns = [
        ("found", &REPORT_WITH_FINDING),
        ("not_found", &REPORT_WITHOUT_FINDING),
        ("total", &REPORT_LOOKED_AT),
    ];
    labels(counted, &columns)
}

fn labels(counted: &Counted, columns: &[(&str, &Message)]) -> Vec<Label> {
    columns.iter().map(|(id, label)| counted.label(id, label)).collect()
}

fn with_total(counted: &Counted, mut columns: Vec<Label>, total: &Message) -> Vec<Label> {
    columns.push(counted.label("total", total));
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
