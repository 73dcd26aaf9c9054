//! A reader of a report: what is known from its numbers, and from what stands in public of how plans are counted.

use std::collections::{BTreeMap, BTreeSet};

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, Table, TableRow, report};

use crate::bounds::{Known, MANY, Name};
use crate::rules::Row;

/// The name of a count: of which table, row and column.
fn name(table: &str, row: &str, column: &str) -> Name {
    format!("{table}/{row}/{column}")
}

/// A number that a report hides, and which is small.
#[derive(Debug)]
pub(crate) struct Hidden {
    pub(crate) name: Name,
    pub(crate) is: u32,
}

/// Every count of a summary, as none is hidden.
pub(crate) fn truth(framework: &Framework, summary: &Summary) -> BTreeMap<Name, i64> {
    let all = report(framework, summary, HiddenBelow::NOTHING);
    let mut truth = BTreeMap::from([("plans".to_owned(), i64::from(summary.all.plans))]);
    for table in &all.tables {
        for row in &table.rows {
            for (column, count) in table.columns.iter().zip(&row.counts) {
                truth.insert(name(&table.id, &row.id, &column.id), count.unwrap().into());
            }
        }
    }
    truth
}

/// The small counts that a report hides. It shows none.
#[track_caller]
pub(crate) fn hidden(report: &Report, truth: &BTreeMap<Name, i64>, below: u32) -> Vec<Hidden> {
    no_more_is_said_first(report, below);
    let mut hidden = Vec::new();
    for table in &report.tables {
        for row in &table.rows {
            for (column, count) in table.columns.iter().zip(&row.counts) {
                let name = name(&table.id, &row.id, &column.id);
                // Where nothing is counted in a table it is left out, unless all is hidden.
                let is = truth.get(&name).map_or(0, |count| u32::try_from(*count).unwrap());
                let is_small = (1..below).contains(&is);
                match count {
                    Some(count) => assert!(*count == is && !is_small, "{name} shows {count}"),
                    None if is_small => hidden.push(Hidden { name, is }),
                    None => {}
                }
            }
        }
    }
    hidden
}

/// What is read first has the numbers of the tables, or sums of them, and none that is small.
#[track_caller]
fn no_more_is_said_first(report: &Report, below: u32) {
    let moved = report.since.iter().flat_map(|since| &since.moved);
    let first = report.measures.iter().chain(&report.themes).chain(&report.families);
    for measure in first.chain(moved) {
        for count in [measure.count, measure.of].into_iter().flatten() {
            assert!(count == 0 || count >= below, "{measure:?}");
        }
        let table = report.tables.iter().find(|table| table.id == measure.table);
        let Some(count) = measure.count else { continue };
        let row = |row: &&TableRow| [measure.id.as_str(), "total"].contains(&row.id.as_str());
        let row = table.and_then(|table| table.rows.iter().find(row)).unwrap();
        let shown: Vec<u32> = row.counts.iter().flatten().copied().collect();
        let is_sum = measure.id == "good" && row.counts[..4].iter().all(Option::is_some);
        assert!(shown.contains(&count) || is_sum, "{measure:?} beside {row:?}");
    }
    for (count, share) in report.tables.iter().flat_map(|table| &table.rows).flat_map(shares) {
        assert!(count.is_some() || share.is_none());
    }
}

/// The sum of a row, where it is shown.
fn last_count(row: &TableRow) -> Option<u32> {
    row.counts.last().copied().flatten()
}

fn shares(row: &TableRow) -> impl Iterator<Item = (&Option<u32>, &Option<u32>)> {
    row.counts.iter().zip(&row.per_cent)
}

/// What a reader of a report knows.
pub(crate) fn known(framework: &Framework, report: &Report, below: u32) -> Known {
    let mut known = Known::default();
    learn(&mut known, "", framework, report, below);
    known
}

/// Adds what a reader knows from a report. The names of its numbers have something before them, so that several
/// reports can be read together.
pub(crate) fn learn(
    known: &mut Known,
    before: &str,
    framework: &Framework,
    report: &Report,
    below: u32,
) {
    let mut reader = Reader { known, before, report, below: below.into() };
    match report.plans {
        Some(plans) => reader.range("plans", plans.into(), plans.into()),
        None => reader.range("plans", 1, i64::from(below) - 1),
    }
    for table in &report.tables {
        reader.counts(table);
    }
    reader.totals();
    reader.dimensions();
    reader.findings();
    reader.phases();
    reader.families();
    reader.applicability(framework);
    reader.averages();
    reader.rules(below);
}

/// Adds what a reader of a report learns of the term before, from what changed: of each share, how many per cent it was
/// then, rounded. The numbers of that term have something else before their names.
pub(crate) fn learn_changes(known: &mut Known, before: &str, report: &Report) {
    let of = |[table, row, column]: [&str; 3]| [before, &name(table, row, column)].concat();
    let moved = report.since.iter().flat_map(|since| &since.moved);
    for measure in report.measures.iter().chain(&report.families).chain(moved) {
        let (Some(now), Some(points)) = (measure.per_cent, measure.points) else { continue };
        let then = i64::from(now) - i64::from(points);
        let table = measure.table.as_str();
        let (counts, all): (Vec<Name>, Vec<Name>) = match (table, measure.id.as_str()) {
            ("grades", _) => {
                let grade = |grade: &str| of([table, "total", grade]);
                (["1", "2"].map(grade).into(), ["1", "2", "3", "4"].map(grade).into())
            }
            ("regraded", _) => {
                (vec![of([table, "total", "total"])], vec![[before, "plans"].concat()])
            }
            ("timeliness", _) => {
                let of = |column: &str| vec![of([table, "total", column])];
                (of("within_20_weeks"), of("total"))
            }
            ("descriptors", id) => {
                let answer = |answer: &str| of([table, id, answer]);
                (vec![answer("not_met")], ["met", "not_met"].map(answer).into())
            }
            ("families-returned", id) => {
                (vec![of([table, id, "returned"])], vec![of([table, id, "total"])])
            }
            (_, id) => (vec![of([table, id, "yes"])], vec![of([table, id, "total"])]),
        };
        // Per cent are rounded, halves up: 200 times the count and the whole lie between so many times the whole.
        let mut times: BTreeMap<&str, [i64; 2]> = BTreeMap::new();
        for name in &counts {
            let [least, most] = times.entry(name).or_default();
            (*least, *most) = (*least + 200, *most + 200);
        }
        for name in &all {
            let [least, most] = times.entry(name).or_default();
            *least += 1 - 2 * then;
            *most += 1 - 2 * (then + 1);
        }
        let terms = |end: usize| -> Vec<(&str, i64)> {
            times.iter().map(|(name, times)| (*name, times[end])).collect()
        };
        known.sum(&terms(0), 0, MANY * MANY);
        known.sum(&terms(1), -MANY * MANY, -1);
    }
}

/// A report as far as those who did not see it know it: its tables, and how many plans it is about.
pub(crate) fn unseen(report: &Report) -> Report {
    let mut unseen = report.clone();
    // Of these a count that is not shown is known to be small, where the report is seen.
    unseen.tables.retain(|table| !table.id.starts_with("families-"));
    for row in unseen.tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.counts.fill(None);
    }
    unseen.average_weeks.clear();
    unseen
}

struct Reader<'a> {
    known: &'a mut Known,
    before: &'a str,
    report: &'a Report,
    below: i64,
}

/// Whether a table counts responses and not plans.
fn is_of_families(table: &str) -> bool {
    table.starts_with("survey-") || table.starts_with("families-")
}

impl<'a> Reader<'a> {
    fn named(&self, name: &str) -> Name {
        format!("{}{name}", self.before)
    }

    fn range(&mut self, name: &str, least: i64, most: i64) {
        self.known.range(&self.named(name), least, most);
    }

    fn sum(&mut self, terms: &[(&str, i64)], least: i64, most: i64) {
        let terms: Vec<(Name, i64)> =
            terms.iter().map(|(name, times)| (self.named(name), *times)).collect();
        let terms: Vec<(&str, i64)> =
            terms.iter().map(|(name, times)| (name.as_str(), *times)).collect();
        self.known.sum(&terms, least, most);
    }

    fn equal(&mut self, one: &str, other: &str) {
        self.sum(&[(one, 1), (other, -1)], 0, 0);
    }

    fn at_least(&mut self, larger: &str, smaller: &str) {
        self.sum(&[(larger, 1), (smaller, -1)], 0, MANY);
    }

    fn total(&mut self, parts: &[Name], total: &str) {
        let mut terms: Vec<(&str, i64)> = parts.iter().map(|part| (part.as_str(), 1)).collect();
        terms.push((total, -1));
        self.sum(&terms, 0, 0);
    }

    fn table(&self, id: &str) -> Option<&Table> {
        self.report.tables.iter().find(|table| table.id == id)
    }

    /// The numbers of a table, and the sums of its rows and columns.
    fn counts(&mut self, table: &Table) {
        let of = |row: &str, column: &str| name(&table.id, row, column);
        let parts = |ids: Vec<&String>| -> Vec<String> {
            ids.into_iter().filter(|id| *id != "total").cloned().collect()
        };
        let columns = parts(table.columns.iter().map(|column| &column.id).collect());
        let has_parts = !columns.is_empty();
        for row in &table.rows {
            for (column, count) in table.columns.iter().zip(&row.counts) {
                let (least, most) = count.map_or((0, MANY), |count| (count.into(), count.into()));
                self.range(&of(&row.id, &column.id), least, most);
            }
            let cells: Vec<Name> = columns.iter().map(|column| of(&row.id, column)).collect();
            if has_parts {
                self.total(&cells, &of(&row.id, "total"));
            }
        }
        let rows = parts(table.rows.iter().map(|row| &row.id).collect());
        if rows.len() + 1 == table.rows.len() && !rows.is_empty() {
            for column in &table.columns {
                let cells: Vec<Name> = rows.iter().map(|row| of(row, &column.id)).collect();
                self.total(&cells, &of("total", &column.id));
            }
        }
    }

    /// Many tables are about all plans.
    fn totals(&mut self) {
        for table in &self.report.tables {
            for row in &table.rows {
                let total = name(&table.id, &row.id, "total");
                match table.id.as_str() {
                    "grades" | "sections" | "descriptors" => self.equal(&total, "plans"),
                    id if is_of_families(id) => {}
                    _ => self.at_least("plans", &total),
                }
            }
        }
    }

    /// The plans of each grade are the same in all tables. A value is listed where a plan has it.
    fn dimensions(&mut self) {
        for table in self.report.tables.iter().filter(|table| table.id.starts_with("by-")) {
            for row in &table.rows {
                if row.id == "total" {
                    for column in &table.columns {
                        let of = |table: &str| name(table, "total", &column.id);
                        self.equal(&of(&table.id), &of("grades"));
                    }
                } else if row.id != "not_known" && table.id != "by-phase" {
                    self.range(&name(&table.id, &row.id, "total"), 1, MANY);
                }
            }
        }
    }

    /// A rule of wording is listed where it found something. All rules of a section were looked for in the same plans.
    fn findings(&mut self) {
        for (id, is_listed) in [("wording", true), ("thread", false)] {
            let Some(table) = self.table(id) else { continue };
            let rows: Vec<String> = table.rows.iter().map(|row| row.id.clone()).collect();
            let section = |row: &str| row.split('.').next().unwrap_or_default().to_owned();
            let mut first: BTreeMap<String, Name> = BTreeMap::new();
            for row in rows {
                let group = if is_listed { section(&row) } else { String::new() };
                let total = name(id, &row, "total");
                let first = first.entry(group).or_insert_with(|| total.clone()).clone();
                self.equal(&total, &first);
                if is_listed {
                    self.range(&name(id, &row, "found"), 1, MANY);
                }
            }
        }
    }

    /// What fails in a phase fails in no more plans than there are of it, and comes to what fails at all.
    fn phases(&mut self) {
        for table in self.report.tables.iter().filter(|table| table.id.starts_with("themes-")) {
            let section = &table.id["themes-".len()..];
            for row in &table.rows {
                let total = name(&table.id, &row.id, "total");
                match row.id.strip_prefix("wording.") {
                    Some(rule) => {
                        self.equal(&total, &name("wording", &format!("{section}.{rule}"), "found"));
                    }
                    None => self.equal(&total, &name("descriptors", &row.id, "not_met")),
                }
                for column in table.columns.iter().filter(|column| column.id != "total") {
                    let plans = name("by-phase", &column.id, "total");
                    self.at_least(&plans, &name(&table.id, &row.id, &column.id));
                }
            }
        }
    }

    /// Every question of a survey has all responses, and so have its terms together. What was returned is they too.
    fn families(&mut self) {
        let tables = self.report.tables.iter();
        for table in tables.clone().filter(|table| table.id.starts_with("survey-")) {
            let survey = &table.id["survey-".len()..];
            let all = name("families-by-term", &format!("{survey}.total"), "total");
            for row in &table.rows {
                self.equal(&name(&table.id, &row.id, "total"), &all);
            }
        }
        for row in tables
            .clone()
            .filter(|table| table.id == "families-returned")
            .flat_map(|table| &table.rows)
        {
            let of = |column: &str| name("families-returned", &row.id, column);
            let all = name("families-by-term", &format!("{}.total", row.id), "total");
            self.equal(&of("returned"), &all);
            // How many were sent is hidden with them where few were not returned, or few were.
            if row.counts[0].is_some() && row.counts[2].is_none() {
                self.range(&of("not_returned"), 1, self.below - 1);
            }
        }
        for rows in self.terms() {
            let of = |row: &str| name("families-by-term", row, "total");
            let Some((all, terms)) = rows.split_last() else { continue };
            if last_count(all).is_none() {
                self.range(&of(&all.id), 1, self.below - 1);
            }
            if !terms.is_empty() {
                let cells: Vec<Name> = terms.iter().map(|row| of(&row.id)).collect();
                self.total(&cells, &of(&all.id));
            }
            for row in terms.iter().filter(|row| row.id.rsplit('.').next() != Some("not_known")) {
                self.range(&of(&row.id), 1, MANY);
            }
        }
    }

    /// The rows of the terms of each survey, the last with all.
    fn terms(&self) -> Vec<Vec<&'a TableRow>> {
        let rows = self.report.tables.iter().filter(|table| table.id == "families-by-term");
        let rows: Vec<&TableRow> = rows.flat_map(|table| &table.rows).collect();
        let surveys = rows.split_inclusive(|row| row.id.rsplit('.').next() == Some("total"));
        surveys.map(<[&TableRow]>::to_vec).collect()
    }

    /// To how many plans a descriptor does not apply: as many as every other that depends on the same facts, and as
    /// many as one that depends on fewer, or more. All facts are taken to be known of all plans.
    fn applicability(&mut self, framework: &Framework) {
        let entries = framework.interpretation().applicability;
        let number = |id: &String| name("descriptors", id, "not_applicable");
        for entry in &entries {
            for id in &entry.descriptors {
                if entry.all_of.is_empty() && !entry.may_exclude {
                    self.range(&number(id), 0, 0);
                }
            }
        }
        for wider in entries.iter().filter(|entry| !entry.may_exclude && !entry.all_of.is_empty()) {
            for entry in &entries {
                if !wider.all_of.iter().all(|one| entry.all_of.contains(one)) {
                    continue;
                }
                let is_same = entry.all_of.len() == wider.all_of.len() && !entry.may_exclude;
                for id in &entry.descriptors {
                    let first = number(&wider.descriptors[0]);
                    if is_same {
                        self.equal(&number(id), &first);
                    } else {
                        self.at_least(&number(id), &first);
                    }
                }
            }
            // The stages are counted too: where it has to be another, the descriptor does not apply.
            let condition = &wider.all_of[0];
            let Some(table) = self.table("by-stage") else { continue };
            if wider.all_of.len() == 1 && condition.field == "stage" && table.left_out.is_none() {
                let needed = serde_json::to_value(condition).unwrap()["equals"].clone();
                let stages: BTreeSet<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
                let others: Vec<Name> = stages
                    .into_iter()
                    .filter(|stage| !["total", "not_known"].contains(stage) && needed != *stage)
                    .map(|stage| name("by-stage", stage, "total"))
                    .collect();
                self.total(&others, &number(&wider.descriptors[0]));
            }
        }
        self.opposites(framework);
    }

    /// Two descriptors that depend on a fact and on its opposite: no plan is outside both.
    fn opposites(&mut self, framework: &Framework) {
        let entries = framework.interpretation().applicability;
        let flag = |entry: &ehcp_qa_core::framework::Applicability| {
            let [one] = entry.all_of.as_slice() else { return None };
            let value = serde_json::to_value(one).unwrap()["equals"].as_bool()?;
            (!entry.may_exclude).then(|| (one.field.clone(), value, entry.descriptors[0].clone()))
        };
        for (field, value, id) in entries.iter().filter_map(flag) {
            for (other_field, other_value, other) in entries.iter().filter_map(flag) {
                if field == other_field && value && !other_value {
                    let of = |id: &str| name("descriptors", id, "not_applicable");
                    let (one, other) = (of(&id), of(&other));
                    self.sum(&[("plans", 1), (&one, -1), (&other, -1)], 0, MANY);
                }
            }
        }
    }

    /// An average is of as many days as plans can have taken.
    fn averages(&mut self) {
        for average in &self.report.average_weeks {
            let rows = self.table("timeliness").into_iter().flat_map(|table| &table.rows);
            let row = rows.into_iter().find(|row| row.id == average.id);
            let plans = row.and_then(|row| *row.counts.last()?);
            let (Some(tenths), Some(plans)) = (average.tenths, plans) else { continue };
            let (plans, tenths) = (i64::from(plans), i64::from(tenths));
            let least = (14 * plans * tenths - 7 * plans).div_euclid(20);
            let most = (14 * plans * (tenths + 1) - 7 * plans).div_euclid(20);
            let [within, year, over] = ["within_20_weeks", "within_a_year", "over_a_year"]
                .map(|column| name("timeliness", &average.id, column));
            self.sum(&[(&year, 141), (&over, 366)], 0, most);
            if self.known.is(&self.named(&over), 0) {
                self.sum(&[(&within, 140), (&year, 366)], least, MANY * 366);
            }
        }
    }

    /// Of a row with its sum, the counts are those of which the same would be hidden, by the rules themselves.
    fn rules(&mut self, below: u32) {
        for table in &self.report.tables {
            let (cells, order, least): (usize, &[usize], &[i64]) = match table.id.as_str() {
                // The two ends of the scale, plans without a score, Requires improvement, Good.
                "grades" | "sections" => (5, &[0, 3, 4, 2, 1], &[0; 5]),
                // What is not found, then what is: a rule of wording is listed where it found something.
                "wording" => (2, &[1, 0], &[1, 0]),
                "thread" => (2, &[1, 0], &[0, 0]),
                // No answer, then the last answer and those before it.
                id if id.starts_with("survey-") => (4, &[3, 2, 1, 0], &[0; 4]),
                _ => continue,
            };
            for row in &table.rows {
                let counts: Vec<Option<i64>> =
                    row.counts.iter().map(|count| count.map(i64::from)).collect();
                let Some(total) = counts[cells] else { continue };
                let names: Vec<Name> = table
                    .columns
                    .iter()
                    .map(|column| name(&table.id, &row.id, &column.id))
                    .collect();
                self.same_is_hidden(&names[..cells], &counts[..cells], total, order, least, below);
            }
        }
        for rows in self.terms() {
            let Some((all, terms)) = rows.split_last() else { continue };
            let Some(total) = last_count(all).filter(|_| !terms.is_empty()) else { continue };
            let counts: Vec<Option<i64>> =
                terms.iter().map(|row| row.counts[0].map(i64::from)).collect();
            let names: Vec<Name> =
                terms.iter().map(|row| name("families-by-term", &row.id, "total")).collect();
            // Those of which the term is not known first, and then the oldest terms.
            let unknown = terms.len() - 1;
            let order: Vec<usize> = [unknown].into_iter().chain(0..unknown).collect();
            let least = [vec![1; unknown], vec![0]].concat();
            let one = Row {
                shown: &counts,
                total: total.into(),
                least: &least,
                order: &order,
                below: self.below,
                or_all: false,
            };
            self.one_of(&names, &one);
        }
        let descriptors = self.report.tables.iter().filter(|table| table.id == "descriptors");
        for row in descriptors.flat_map(|table| &table.rows) {
            // Where it is shown to how many plans a descriptor does not apply, the others are a row by themselves.
            let counts: Vec<Option<i64>> =
                row.counts.iter().map(|count| count.map(i64::from)).collect();
            let [met, not_met, Some(not_applicable), open, Some(total)] = counts[..] else {
                continue;
            };
            let names =
                ["met", "not_met", "open"].map(|column| name("descriptors", &row.id, column));
            let counts = [met, not_met, open];
            let left = total - not_applicable;
            self.same_is_hidden(&names, &counts, left, &[2, 0, 1], &[0; 3], below);
        }
    }

    fn same_is_hidden(
        &mut self,
        names: &[Name],
        shown: &[Option<i64>],
        total: i64,
        order: &[usize],
        least: &[i64],
        below: u32,
    ) {
        let row = Row { shown, total, least, order, below: below.into(), or_all: true };
        self.one_of(names, &row);
    }

    fn one_of(&mut self, names: &[Name], row: &Row) {
        if let Some(lists) = row.possible().filter(|_| row.shown.contains(&None)) {
            let hidden = names.iter().zip(row.shown).filter(|(_, count)| count.is_none());
            let hidden: Vec<Name> = hidden.map(|(name, _)| self.named(name)).collect();
            self.known.one_of(&hidden, lists);
        }
    }
}
