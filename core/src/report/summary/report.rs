//! What is shown of a summary: tables in which small counts are hidden.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::{Figure, agreement_figures};
use super::hide::{Shown, hide, hide_more, is_small, show};
use super::notes::{Note, notes};
use super::{FindingCounts, Graded, IssuedCounts, OWN_DIMENSIONS, Phase, Scores, Summary};
use crate::framework::{Framework, Score, ThreadRule};
use crate::wording::rule_title;

/// The least count that is shown, where nothing else is asked for; zeros are shown too.
pub const HIDDEN_BELOW: u32 = 5;

/// What is shown of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Report {
    /// The id of the framework.
    pub framework: String,
    /// Counts from 1 to below this one are hidden, and others where these could be worked out.
    pub hidden_below: u32,
    /// Records that could not be read, and are not counted.
    pub not_read: u32,
    /// How many plans; null when they are few, and all is hidden.
    pub plans: Option<u32>,
    /// The tables.
    pub tables: Vec<Table>,
    /// How far two graders agree. All figures are hidden where a count of the table `agreement` is, which
    /// could be worked out from them.
    pub agreement: Vec<Figure>,
    /// How long it took on average to issue a plan.
    pub average_weeks: Vec<AverageWeeks>,
    /// How the counts are to be read.
    pub notes: Vec<Note>,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Table {
    /// Its id, such as `grades`, `by-need`, `themes-F`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What a row is.
    pub row_heading: String,
    /// Its columns. A last one, `total`, has the sum of a row.
    pub columns: Vec<Label>,
    /// Its rows. A last one, `total`, where there is one, has the sums of the columns.
    pub rows: Vec<TableRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Label {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TableRow {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A count for each column; null where it is hidden.
    pub counts: Vec<Option<u32>>,
}

/// How long it took on average to issue a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AverageWeeks {
    /// The id of the row of the table `timeliness` that it is about.
    pub id: String,
    /// What that is called.
    pub label: String,
    /// Tenths of a week, halves rounded up; null where it is hidden, or where there are no plans.
    pub tenths: Option<u32>,
}

/// What is shown of a summary made under a framework. Counts from 1 to below `hidden_below`, which is
/// [`HIDDEN_BELOW`] where a host has no reason for another, are hidden, and as many others as it takes so
/// that none of these can be worked out from what is shown.
#[must_use]
pub fn report(framework: &Framework, summary: &Summary, hidden_below: u32) -> Report {
    let maker = Maker::new(framework, summary, hidden_below);
    let mut tables = vec![maker.grades(), maker.sections()];
    let hosts = summary.dimensions.keys().map(String::as_str);
    let hosts = hosts.filter(|name| !OWN_DIMENSIONS.contains(name));
    tables.extend(OWN_DIMENSIONS.into_iter().chain(hosts).map(|name| maker.dimension(name)));
    tables.extend([maker.descriptors(), maker.wording(), maker.thread()]);
    tables.extend(maker.themes());
    let issued = maker.issued();
    let agreement = maker.agreement();
    let is_shown = is_whole(&agreement);
    tables.extend([maker.regraded(), agreement, maker.timeliness(&issued)]);
    Report {
        framework: framework.id().to_owned(),
        hidden_below,
        not_read: summary.not_read,
        plans: maker.plans,
        agreement: agreement_figures(framework, &summary.agreement, !is_shown),
        average_weeks: maker.average_weeks(&issued),
        notes: notes(framework, hidden_below),
        tables,
    }
}

/// Makes the tables.
struct Maker<'a> {
    framework: &'a Framework,
    summary: &'a Summary,
    below: u32,
    /// How many plans, if that is shown.
    plans: Option<u32>,
    /// The sections with their titles and their descriptors, the block on overall quality last.
    parts: Vec<Part>,
    /// Which phases are hidden as a whole, and whether the plans of none are.
    hidden_phases: Vec<bool>,
}

/// A section.
struct Part {
    id: String,
    title: String,
    is_overall: bool,
    /// Ids and texts.
    descriptors: Vec<(String, String)>,
}

impl<'a> Maker<'a> {
    fn new(framework: &'a Framework, summary: &'a Summary, below: u32) -> Self {
        let wording = framework.wording();
        let overall = wording.overall.id.clone();
        let parts = wording.sections.into_iter().chain([wording.overall]);
        let parts = parts.map(|section| Part {
            is_overall: section.id == overall,
            descriptors: section.descriptors.into_iter().map(|one| (one.id, one.text)).collect(),
            id: section.id,
            title: section.title,
        });
        let all = summary.all.plans;
        let mut maker = Self {
            framework,
            summary,
            below,
            plans: (!is_small(all, below)).then_some(all),
            parts: parts.collect(),
            hidden_phases: Vec::new(),
        };
        let by_phase: Vec<u32> =
            maker.shares("phase").iter().map(|(_, counts)| super::total(counts)).collect();
        maker.hidden_phases = hide(&by_phase, below);
        maker
    }

    /// Counts that come to a number, which is shown unless all of this is hidden, and then that number.
    fn row(&self, counts: &[u32], is_hidden: bool) -> Vec<Option<u32>> {
        if is_hidden {
            return vec![None; counts.len() + 1];
        }
        let mut row = masked(counts, &hide(counts, self.below));
        row.push(Some(super::total(counts)));
        row
    }

    /// Whether it is hidden how many plans something is known of.
    fn is_hidden(&self, known: u32) -> bool {
        let rest = self.summary.all.plans.saturating_sub(known);
        self.plans.is_none() || hide(&[known, rest], self.below).contains(&true)
    }

    fn grade_columns(&self, total: &str) -> Vec<Label> {
        let mut columns = self.grade_labels();
        columns.extend([label("not_recorded", "No score recorded"), label("total", total)]);
        columns
    }

    fn grade_labels(&self) -> Vec<Label> {
        let one = |score| label(&format!("{score}"), self.framework.grade_name(score));
        Score::ALL.into_iter().map(one).collect()
    }

    fn grades(&self) -> Table {
        let counts = self.row(&self.summary.all.with_rest(), self.plans.is_none());
        Table {
            id: "grades".to_owned(),
            title: "Plans by recorded grade".to_owned(),
            row_heading: "Plans".to_owned(),
            columns: self.grade_columns("All grades"),
            rows: vec![table_row("total", "All plans", counts)],
        }
    }

    fn sections(&self) -> Table {
        let none = Scores::default();
        let rows = self.parts.iter().filter(|part| !part.is_overall).map(|part| {
            let scores = self.summary.sections.get(&part.id).unwrap_or(&none).clone();
            let graded = Graded { plans: self.summary.all.plans, scores };
            table_row(&part.id, &part.title, self.row(&graded.with_rest(), self.plans.is_none()))
        });
        Table {
            id: "sections".to_owned(),
            title: "Sections by recorded grade".to_owned(),
            row_heading: "Section".to_owned(),
            columns: self.grade_columns("All plans"),
            rows: rows.collect(),
        }
    }

    /// The grades of a dimension's values, and of the plans of which its value is not known.
    fn shares(&self, name: &str) -> Vec<(String, [u32; 5])> {
        let none = BTreeMap::new();
        let values = self.summary.dimensions.get(name).unwrap_or(&none);
        let mut rest = self.summary.all.with_rest();
        let mut shares = Vec::new();
        if name == "phase" {
            // All of them, since other tables have a column for each.
            for phase in Phase::WORDS {
                let counts = values.get(*phase).map(Graded::with_rest).unwrap_or_default();
                shares.push(((*phase).to_owned(), counts));
            }
        } else {
            shares.extend(values.iter().map(|(value, graded)| (value.clone(), graded.with_rest())));
        }
        for (_, counts) in &shares {
            for (rest, count) in rest.iter_mut().zip(counts) {
                *rest = rest.saturating_sub(*count);
            }
        }
        shares.push(("not_known".to_owned(), rest));
        shares
    }

    fn dimension(&self, name: &str) -> Table {
        let shares = self.shares(name);
        let cells: Vec<Vec<u32>> = shares.iter().map(|(_, counts)| counts.to_vec()).collect();
        let labels = shares.iter().map(|(value, _)| label(value, &self.value_label(name, value)));
        let mut columns = self.grade_columns("All grades");
        columns.pop();
        let parts = Crossed {
            id: ["by-", name].concat(),
            title: ["Plans by ", &plain(name)].concat(),
            row_heading: capital(&plain(name)),
            rows: labels.collect(),
            columns,
            totals: ["All plans", "All grades"],
        };
        parts.table(&cells, false, self.below)
    }

    /// What a value of a dimension is called.
    fn value_label(&self, name: &str, value: &str) -> String {
        match (name, value) {
            (_, "not_known") => "Not known".to_owned(),
            ("level", _) => {
                let number = value.parse().unwrap_or(0);
                let title = self.framework.level_text(number).map(|(title, _)| title);
                title.map_or_else(|| ["Level ", value].concat(), str::to_owned)
            }
            ("phase", _) => phase_label(value).to_owned(),
            ("term", _) => match value.rsplit_once('-') {
                Some((year, season)) => [&capital(season), " ", year].concat(),
                None => value.to_owned(),
            },
            _ => capital(&plain(value)),
        }
    }

    fn descriptor_counts(&self, id: &str) -> [u32; 4] {
        let all = self.summary.all.plans;
        match self.summary.descriptors.get(id) {
            Some(counts) => {
                let told = [counts.met, counts.not_met, counts.not_applicable];
                let open = all.saturating_sub(super::total(&told));
                [counts.met, counts.not_met, counts.not_applicable, open]
            }
            None => [0, 0, 0, all],
        }
    }

    fn descriptors(&self) -> Table {
        let rows = self.parts.iter().flat_map(|part| &part.descriptors).map(|(id, text)| {
            let counts = self.row(&self.descriptor_counts(id), self.plans.is_none());
            table_row(id, &[id, ": ", text].concat(), counts)
        });
        Table {
            id: "descriptors".to_owned(),
            title: "Descriptors".to_owned(),
            row_heading: "Descriptor".to_owned(),
            columns: vec![
                label("met", "Met"),
                label("not_met", "Not met"),
                label("not_applicable", "Not applicable"),
                label("open", "Not answered"),
                label("total", "All plans"),
            ],
            rows: rows.collect(),
        }
    }

    fn wording(&self) -> Table {
        let mut rows = Vec::new();
        for part in &self.parts {
            let Some(wording) = self.summary.wording.get(&part.id) else { continue };
            for rule in wording.rules.keys() {
                let name = [&part.id, ": ", rule_label(rule)].concat();
                let counts = self.found(wording, rule);
                rows.push(table_row(&[&part.id, ".", rule].concat(), &name, counts));
            }
        }
        Table {
            id: "wording".to_owned(),
            title: "Wording rules, in the sections in which something was found".to_owned(),
            row_heading: "Section and rule".to_owned(),
            columns: finding_columns(),
            rows,
        }
    }

    fn thread(&self) -> Table {
        let rules = self.framework.rules.thread.iter().flat_map(|thread| &thread.rules);
        let rows = rules.map(|rule| {
            let counts = self.found(&self.summary.thread, &rule.id);
            table_row(&rule.id, &thread_label(rule), counts)
        });
        Table {
            id: "thread".to_owned(),
            title: "Where the golden thread breaks".to_owned(),
            row_heading: "What was found".to_owned(),
            columns: finding_columns(),
            rows: rows.collect(),
        }
    }

    /// In how many plans a rule found something, in how many it did not, and both together.
    fn found(&self, findings: &FindingCounts, rule: &str) -> Vec<Option<u32>> {
        let found = findings.rules.get(rule).map_or(0, |counts| counts.found);
        let rest = findings.looked_at.saturating_sub(found);
        self.row(&[found, rest], self.is_hidden(findings.looked_at))
    }

    /// For each section, what fails most often first; what is hidden comes last, in the order of the
    /// framework.
    fn themes(&self) -> Vec<Table> {
        self.parts.iter().map(|part| self.theme(part)).collect()
    }

    fn theme(&self, part: &Part) -> Table {
        let none = BTreeMap::new();
        let mut rows = Vec::new();
        for (id, text) in &part.descriptors {
            let all = self.row(&self.descriptor_counts(id), self.plans.is_none());
            let not_met = all.get(1).copied().flatten();
            let by_phase = self.summary.descriptors.get(id).map(|counts| &counts.not_met_by_phase);
            let counts = self.by_phase(not_met, by_phase.unwrap_or(&none));
            rows.push(table_row(id, &[id, ": ", text].concat(), counts));
        }
        if let Some(wording) = self.summary.wording.get(&part.id) {
            for (rule, counts) in &wording.rules {
                let found = self.found(wording, rule).first().copied().flatten();
                let name = ["Wording: ", rule_label(rule)].concat();
                let counts = self.by_phase(found, &counts.found_by_phase);
                rows.push(table_row(&["wording.", rule].concat(), &name, counts));
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.counts.last().copied().flatten()));
        let mut columns: Vec<Label> =
            Phase::WORDS.iter().map(|phase| label(phase, phase_label(phase))).collect();
        columns.extend([label("not_known", "Not known"), label("total", "All phases")]);
        Table {
            id: ["themes-", &part.id].concat(),
            title: ["Most often failing: ", &part.title].concat(),
            row_heading: "Descriptor or wording rule".to_owned(),
            columns,
            rows,
        }
    }

    /// How a number, if it is shown, is shared out over the phases.
    fn by_phase(&self, all: Option<u32>, phases: &BTreeMap<String, u32>) -> Vec<Option<u32>> {
        let mut counts: Vec<u32> =
            Phase::WORDS.iter().map(|phase| phases.get(*phase).copied().unwrap_or(0)).collect();
        let Some(all) = all else { return vec![None; counts.len() + 2] };
        counts.push(all.saturating_sub(super::total(&counts)));
        let mut row = masked(&counts, &hide_more(&counts, &self.hidden_phases, self.below));
        row.push(Some(all));
        row
    }

    fn regraded(&self) -> Table {
        let scores = self.summary.regraded.in_order();
        let cells: Vec<Vec<u32>> = scores.iter().map(|after| after.in_order().to_vec()).collect();
        let all = super::total(&scores.map(Scores::total));
        let parts = Crossed {
            id: "regraded".to_owned(),
            title: "Plans graded again: the grade before, by the grade after".to_owned(),
            row_heading: "Grade before".to_owned(),
            rows: self.grade_labels(),
            columns: self.grade_labels(),
            totals: ["All grades before", "All grades after"],
        };
        parts.table(&cells, self.is_hidden(all), self.below)
    }

    fn agreement(&self) -> Table {
        let cells = self.summary.agreement.matrix().map(Vec::from);
        let all = super::total(self.summary.agreement.matrix().as_flattened());
        let parts = Crossed {
            id: "agreement".to_owned(),
            title: "Plans graded by two people: the first grade, by the second".to_owned(),
            row_heading: "First grade".to_owned(),
            rows: self.grade_labels(),
            columns: self.grade_labels(),
            totals: ["All first grades", "All second grades"],
        };
        parts.table(&cells, self.is_hidden(all), self.below)
    }

    fn issued(&self) -> [&IssuedCounts; 2] {
        let timeliness = &self.summary.timeliness;
        [&timeliness.no_exception, &timeliness.exception_claimed]
    }

    fn timeliness(&self, issued: &[&IssuedCounts; 2]) -> Table {
        let cells: Vec<Vec<u32>> = issued.iter().map(|counts| counts.in_order().to_vec()).collect();
        let all = super::total(&issued.map(IssuedCounts::plans));
        let parts = Crossed {
            id: "timeliness".to_owned(),
            title: "Plans issued, by the time from the request".to_owned(),
            row_heading: "Exceptions".to_owned(),
            rows: vec![
                label("no_exception", WITHOUT_EXCEPTIONS),
                label("exception_claimed", "An exception is claimed"),
            ],
            columns: vec![
                label("within_20_weeks", "Within 20 weeks"),
                label("within_a_year", "Over 20 weeks, within a year"),
                label("over_a_year", "Over a year"),
            ],
            totals: [WITH_EXCEPTIONS, "All issued"],
        };
        parts.table(&cells, self.is_hidden(all), self.below)
    }

    fn average_weeks(&self, issued: &[&IssuedCounts; 2]) -> Vec<AverageWeeks> {
        let table = self.timeliness(issued);
        let [without, claimed] = issued.map(|counts| (counts.plans(), counts.days));
        let both = (without.0.saturating_add(claimed.0), without.1.saturating_add(claimed.1));
        let average = |id: &str, label: &str, (plans, days): (u32, u32)| {
            let row = table.rows.iter().find(|row| row.id == id);
            let told = row.and_then(|row| row.counts.last().copied().flatten());
            let tenths = told.and_then(|_| tenths_of_weeks(days, plans));
            AverageWeeks { id: id.to_owned(), label: label.to_owned(), tenths }
        };
        vec![
            average("total", WITH_EXCEPTIONS, both),
            average("no_exception", WITHOUT_EXCEPTIONS, without),
        ]
    }
}

const WITH_EXCEPTIONS: &str = "With exceptions";
const WITHOUT_EXCEPTIONS: &str = "Without exceptions";

/// Days over plans, in tenths of a week, halves rounded up.
fn tenths_of_weeks(days: u32, plans: u32) -> Option<u32> {
    let plans = u64::from(plans);
    let tenths = (20 * u64::from(days) + 7 * plans).checked_div(14 * plans)?;
    tenths.try_into().ok()
}

/// A table whose rows and columns have sums.
struct Crossed {
    id: String,
    title: String,
    row_heading: String,
    rows: Vec<Label>,
    columns: Vec<Label>,
    /// What the row and the column of sums are called.
    totals: [&'static str; 2],
}

impl Crossed {
    fn table(self, cells: &[Vec<u32>], is_hidden: bool, below: u32) -> Table {
        let Self { id, title, row_heading, rows, mut columns, totals: [all_rows, all_columns] } =
            self;
        let width = columns.len();
        let shown =
            if is_hidden { Shown::nothing(cells.len(), width) } else { show(cells, width, below) };
        let sums = shown.rows.into_iter();
        let counts = shown.cells.into_iter().zip(sums).map(|(mut cells, sum)| {
            cells.push(sum);
            cells
        });
        let mut rows: Vec<TableRow> = rows
            .iter()
            .zip(counts)
            .map(|(row, counts)| table_row(&row.id, &row.label, counts))
            .collect();
        let mut sums = shown.columns;
        sums.push(shown.total);
        rows.push(table_row("total", all_rows, sums));
        columns.push(label("total", all_columns));
        Table { id, title, row_heading, columns, rows }
    }
}

/// Whether nothing of a table is hidden.
fn is_whole(table: &Table) -> bool {
    table.rows.iter().all(|row| row.counts.iter().all(Option::is_some))
}

fn finding_columns() -> Vec<Label> {
    vec![
        label("found", "Plans with a finding"),
        label("not_found", "Plans without"),
        label("total", "Plans looked at"),
    ]
}

/// What a wording rule is called; one of another lexicon is known by its id alone.
fn rule_label(rule: &str) -> &str {
    rule_title(rule).unwrap_or(rule)
}

/// What a rule of the golden thread finds, in a few words.
fn thread_label(rule: &ThreadRule) -> String {
    match &rule.of {
        Some(sections) => {
            let sections: Vec<&str> = sections.iter().map(|section| section.word()).collect();
            [&sections.join(", "), ": ", &rule.mark].concat()
        }
        None => capital(&rule.mark),
    }
}

fn masked(counts: &[u32], hidden: &[bool]) -> Vec<Option<u32>> {
    counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
}

fn table_row(id: &str, label: &str, counts: Vec<Option<u32>>) -> TableRow {
    TableRow { id: id.to_owned(), label: label.to_owned(), counts }
}

fn label(id: &str, label: &str) -> Label {
    Label { id: id.to_owned(), label: label.to_owned() }
}

/// What a phase is called, as the framework calls it.
fn phase_label(phase: &str) -> &str {
    match Phase::from_word(phase) {
        Some(Phase::EarlyYears) => "Early Years",
        Some(Phase::KeyStage1And2) => "Key Stage 1 and 2",
        Some(Phase::KeyStage3And4) => "Key Stage 3 and 4",
        Some(Phase::Post16) => "Post 16",
        None => phase,
    }
}

/// An id as people read it. Years and numbers stay as they are.
fn plain(id: &str) -> String {
    let is_words = id.bytes().any(|byte| byte.is_ascii_alphabetic());
    if is_words { id.replace(['_', '-'], " ") } else { id.to_owned() }
}

fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
