//! The tables of what families say, and the shares that are read first. Responses are other people than plans, and so
//! are counted and hidden by themselves.

use std::fmt::Display;

use super::counted::{Counted, row_of};
use super::counts::{Summary, SurveyCounts, total};
use super::hide::{CountNumber, from_last, hide, is_small, masked};
use super::share::Share;
use super::shown::{Label, Measure, Note, Report, SURVEY, Table, TableRow};
use crate::document::message::{Catalogue, Message};
use crate::document::table::Number;
use crate::framework::{BESIDE_ANSWERS, FamiliesReading, Framework, Survey};
use crate::report::messages::{
    REPORT_FAMILIES_ALL_TERMS, REPORT_FAMILIES_ANSWER, REPORT_FAMILIES_BY_TERM,
    REPORT_FAMILIES_NOT_RETURNED, REPORT_FAMILIES_NOTE, REPORT_FAMILIES_OR,
    REPORT_FAMILIES_QUESTION, REPORT_FAMILIES_RESPONSES, REPORT_FAMILIES_RETURNED,
    REPORT_FAMILIES_RETURNED_OF, REPORT_FAMILIES_RETURNED_TITLE, REPORT_FAMILIES_SENT,
    REPORT_FAMILIES_SURVEY, REPORT_FAMILIES_TERM, REPORT_FAMILIES_TERM_HEADING, REPORT_NOT_KNOWN,
    REPORT_OPEN,
};
use crate::text::order::sort_by;

/// The table of what was sent out and returned.
const RETURNED: &str = "families-returned";

/// The table of responses by term.
const BY_TERM: &str = "families-by-term";

/// The surveys of which something is counted, each with its counts.
fn counted_surveys<'a>(counted: &Counted<'a>) -> Vec<(&'a Survey, &'a SurveyCounts)> {
    let (framework, summary) = (counted.framework, counted.summary);
    let surveys = framework.families().into_iter().flat_map(|families| &families.surveys);
    let counts = |survey: &Survey| summary.families.as_ref()?.get(&survey.id);
    surveys.filter_map(|survey| Some((survey, counts(survey)?))).collect()
}

/// All tables of what families say; none where nothing of it is counted.
pub(super) fn tables(counted: &Counted) -> Vec<Table> {
    let surveys = counted_surveys(counted);
    if surveys.is_empty() {
        return Vec::new();
    }
    let mut tables = vec![returned(counted, &surveys)];
    tables.extend(surveys.iter().map(|(survey, counts)| answers(counted, survey, counts)));
    tables.push(by_term(counted, &surveys));
    tables
}

fn table(counted: &Counted, id: &str, title: &str, heading: &Message) -> Table {
    let say = &counted.framework.rules.catalogue;
    Table::new(say, id, title.to_owned(), counted.say(heading))
}

/// How many were returned of those sent out, where it is known. The responses of a survey are shown in its own table,
/// so where few were not returned, how many were sent is hidden with them.
fn returned(counted: &Counted, surveys: &[(&Survey, &SurveyCounts)]) -> Table {
    let title = counted.say(&REPORT_FAMILIES_RETURNED_TITLE);
    let mut table = table(counted, RETURNED, &title, &REPORT_FAMILIES_SURVEY);
    table.columns = vec![
        counted.label("returned", &REPORT_FAMILIES_RETURNED),
        counted.label("not_returned", &REPORT_FAMILIES_NOT_RETURNED),
        counted.label("total", &REPORT_FAMILIES_SENT),
    ];
    for (survey, counts) in surveys {
        let returned = counts.responses;
        let Some((sent, rest)) =
            counts.sent.and_then(|sent| Some((sent, sent.checked_sub(returned)?)))
        else {
            continue;
        };
        let row = if is_small(returned, counted.below) {
            vec![None; 3]
        } else if is_small(rest, counted.below) {
            vec![Some(returned), None, None]
        } else {
            vec![Some(returned), Some(rest), Some(sent)]
        };
        table.rows.push(TableRow::new(&survey.id, &survey.name, row));
    }
    table
}

/// The answers to each question of a survey, of all its responses.
fn answers(counted: &Counted, survey: &Survey, counts: &SurveyCounts) -> Table {
    let id = [SURVEY, &survey.id].concat();
    let mut table = table(counted, &id, &survey.name, &REPORT_FAMILIES_QUESTION);
    let answers = survey.answers.iter().map(|answer| Label::new(&answer.id, &answer.label));
    let beside = [&REPORT_OPEN, &REPORT_FAMILIES_RESPONSES];
    let beside = BESIDE_ANSWERS.iter().zip(beside);
    let beside = beside.map(|(id, message)| counted.label(id, message));
    table.columns = answers.chain(beside).collect();
    for question in &survey.questions {
        let given = counts.questions.get(&question.id);
        let count = |answer: &str| given.and_then(|given| given.get(answer)).copied().unwrap_or(0);
        let mut row: Vec<u32> = survey.answers.iter().map(|answer| count(&answer.id)).collect();
        row.push(counts.responses.saturating_sub(total(&row)));
        let hidden = counted.hidden(&row, &[], from_last(row.len()));
        let row = row_of(&row, &hidden, is_small(counts.responses, counted.below));
        table.rows.push(TableRow::new(&question.id, &question.text, row));
    }
    table
}

/// The responses to each survey by term. A term is listed where a response has it.
fn by_term(counted: &Counted, surveys: &[(&Survey, &SurveyCounts)]) -> Table {
    let title = counted.say(&REPORT_FAMILIES_BY_TERM);
    let mut table = table(counted, BY_TERM, &title, &REPORT_FAMILIES_TERM_HEADING);
    table.columns = vec![counted.label("total", &REPORT_FAMILIES_RESPONSES)];
    for (survey, counts) in surveys {
        let row = |id: &str, name: &str, count: Option<u32>| {
            let parts: [(&str, &dyn Display); 2] = [("survey", &survey.name), ("term", &name)];
            let label = counted.framework.rules.catalogue.say(&REPORT_FAMILIES_TERM, &parts);
            TableRow::new(&[&survey.id, ".", id].concat(), &label, vec![count])
        };
        let terms = terms_of(counted, counts).unwrap_or_default().into_iter();
        table.rows.extend(terms.map(|(id, name, count)| row(&id, &name, count)));
        let is_hidden = is_small(counts.responses, counted.below);
        let all = (!is_hidden).then_some(counts.responses);
        table.rows.push(row("total", &counted.say(&REPORT_FAMILIES_ALL_TERMS), all));
    }
    table
}

/// The responses to a survey by term, the oldest first, and those of which it is not known: each with its id, its name
/// and its number, if that is shown. None where even the list of terms would give numbers away.
fn terms_of(
    counted: &Counted,
    counts: &SurveyCounts,
) -> Option<Vec<(String, String, Option<u32>)>> {
    let mut terms: Vec<&String> = counts.terms.keys().collect();
    sort_by(&mut terms, |one, other| counted.compare_terms(one, other));
    let mut numbers: Vec<u32> =
        terms.iter().map(|term| counts.terms.get(*term).copied().unwrap_or(0)).collect();
    let rest = numbers.len();
    numbers.push(counts.responses.saturating_sub(total(&numbers)));
    let order = std::iter::once(rest).chain(0..rest).map(CountNumber::at);
    let hidden = hide(&numbers, &vec![1; rest], order, counted.below)?;
    let ids = terms.iter().map(|term| (*term).clone()).chain(["not_known".to_owned()]);
    let not_known = counted.say(&REPORT_NOT_KNOWN);
    let names = terms.iter().map(|term| counted.term_label(term)).chain([not_known]);
    let rows = ids.zip(names).zip(masked(&numbers, &hidden));
    Some(rows.map(|((id, name), count)| (id, name, count)).collect())
}

/// What is read first: of each survey how many were returned, and of each question how many gave a good answer.
pub(super) fn measures(framework: &Framework, tables: &[Table]) -> Vec<Measure> {
    let say = &framework.rules.catalogue;
    let find = |id: &str| tables.iter().find(|table| table.id == id);
    let mut measures = Vec::new();
    for survey in framework.families().into_iter().flat_map(|families| &families.surveys) {
        if let Some(table) = find(RETURNED)
            && let Some(row) = table.row(&survey.id)
        {
            let label = say.say(&REPORT_FAMILIES_RETURNED_OF, &[("survey", &survey.name)]);
            let share = Share::in_row(table, row, "returned");
            measures.push(Measure::new(say, [&survey.id, RETURNED, &label], share));
        }
        let Some(table) = find(&[SURVEY, &survey.id].concat()) else { continue };
        measures.extend(table.rows.iter().map(|row| good_answers(say, survey, table, row)));
    }
    measures.retain(|measure| measure.of != Some(0));
    measures
}

/// The good answers to a question of all responses: of those that answer it, the number is seldom shown.
fn good_answers(say: &Catalogue, survey: &Survey, table: &Table, row: &TableRow) -> Measure {
    let good = || survey.answers.iter().filter(|answer| answer.good);
    let count: Option<u32> = good().map(|answer| table.count(row, &answer.id)).sum();
    let share = count.zip(row.sum()).map(|(count, of)| Share { count, of });
    let measure = Measure::new(say, [&row.id, &table.id, &row.label], share);
    let labels: Vec<&str> = good().map(|answer| answer.label.as_str()).collect();
    let answers = labels.join(&say.say(&REPORT_FAMILIES_OR, &[]));
    measure.said_with(say, &REPORT_FAMILIES_ANSWER, &[("answers", &answers)])
}

/// Whether two summaries have responses to the same survey of the same term.
pub(super) fn has_same_term(one: &Summary, other: &Summary) -> bool {
    let (one, other) = (one.families.iter().flatten(), other.families.as_ref());
    one.filter_map(|(survey, counts)| Some((counts, other?.get(survey)?)))
        .any(|(counts, others)| counts.terms.keys().any(|term| others.terms.contains_key(term)))
}

/// How responses are counted, where some are.
pub(super) fn note(framework: &Framework, report: &Report) -> Option<Note> {
    let FamiliesReading { basis, reason, .. } = framework.families()?;
    report.tables.iter().any(Table::is_of_families).then(|| Note {
        basis: *basis,
        place: framework.rules.catalogue.say(&REPORT_FAMILIES_NOTE, &[]),
        text: reason.clone(),
    })
}
