//! The figures that are read first: how many plans are good enough, were graded again, and were in time. They are
//! worked out from the tables of a report, so that they tell no more than these.

use super::share::Share;
use super::shown::{Measure, Table};
use crate::document::message::Catalogue;
use crate::document::table::Number;
use crate::framework::Framework;
use crate::law::WEEKS_TO_ISSUE;
use crate::report::messages::{
    REPORT_CHANGE_DOWN, REPORT_CHANGE_SAME, REPORT_CHANGE_UP, REPORT_MEASURE_GOOD,
    REPORT_MEASURE_IN_TIME, REPORT_MEASURE_REGRADED,
};

/// The figures of some tables about so many plans.
pub(super) fn measures(
    framework: &Framework,
    plans: Option<u32>,
    tables: &[Table],
) -> Vec<Measure> {
    let say = &framework.rules.catalogue;
    let mut measures = Vec::new();
    let mut add = |id: &str, table: &str, label: &str, share: Option<Share>| {
        // Of no plans there is no share.
        if share.is_none_or(|share| share.of > 0) {
            measures.push(Measure::new(say, [id, table, label], share));
        }
    };
    if let Some(issue_at) = framework.rules.issue.issue_at {
        let grade = framework.grade_name(issue_at);
        let label = say.say(&REPORT_MEASURE_GOOD, &[("grade", &grade)]);
        add("good", "grades", &label, good(framework, tables));
    }
    let label = say.say(&REPORT_MEASURE_REGRADED, &[]);
    add("regraded", "regraded", &label, regraded(plans, tables));
    let label = say.say(&REPORT_MEASURE_IN_TIME, &[("weeks", &WEEKS_TO_ISSUE.number)]);
    add("in_time", "timeliness", &label, in_time(tables));
    measures
}

/// The graded plans that may be issued, where each grade is shown.
fn good(framework: &Framework, tables: &[Table]) -> Option<Share> {
    let grades = grades(framework, tables)?;
    let all: Option<Vec<u32>> = grades.iter().copied().collect();
    let all = all?;
    let best = best(framework);
    Some(Share { count: sum(all.get(..best).unwrap_or(&all)), of: sum(&all) })
}

/// At least so many plans may be issued, where some of the grades with which they may are shown: a part of the graded
/// plans, or of all where it is not shown how many those are.
pub(super) fn good_at_least(framework: &Framework, tables: &[Table]) -> Option<Share> {
    let grades = grades(framework, tables)?;
    let shown = grades.get(..best(framework))?.iter().flatten().copied().collect::<Vec<u32>>();
    let table = table(tables, "grades")?;
    let row = table.rows.first()?;
    let without = table.count(row, "not_recorded").unwrap_or(0);
    let share = Share { count: sum(&shown), of: row.sum()?.saturating_sub(without) };
    (share.count > 0).then_some(share)
}

/// The counts of all plans by grade, the best first.
fn grades(framework: &Framework, tables: &[Table]) -> Option<Vec<Option<u32>>> {
    let row = table(tables, "grades")?.rows.first()?;
    let grades = framework.rules.scale.grades().len();
    Some(row.counts.iter().take(grades).copied().collect())
}

/// How many grades are good enough for a plan to be issued.
fn best(framework: &Framework) -> usize {
    let issue_at = framework.rules.issue.issue_at;
    issue_at.map_or(0, |score| framework.rules.scale.grade_of(score).place() + 1)
}

/// The plans that were graded again, of all; of none where there are none.
fn regraded(plans: Option<u32>, tables: &[Table]) -> Option<Share> {
    let count = table(tables, "regraded")?.row("total")?.sum()?;
    Some(Share { count, of: if count == 0 { 0 } else { plans? } })
}

/// The plans issued within the time that the law sets, of those issued, with exceptions.
fn in_time(tables: &[Table]) -> Option<Share> {
    let table = table(tables, "timeliness")?;
    Share::in_row(table, table.row("total")?, "within_20_weeks")
}

pub(super) fn table<'t>(tables: &'t [Table], id: &str) -> Option<&'t Table> {
    tables.iter().find(|table| table.id == id)
}

fn sum(counts: &[u32]) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

impl Measure {
    /// Adds what changed since a share before, where both are shown.
    pub(super) fn compare(&mut self, catalogue: &Catalogue, before: Option<u32>, label: &str) {
        if let (Some(now), Some(before)) = (self.per_cent, before) {
            self.points = i32::try_from(i64::from(now) - i64::from(before)).ok();
            self.change = Some(changed(catalogue, now, before, label));
        }
    }
}

/// A change from one share to another in words.
pub(super) fn changed(catalogue: &Catalogue, now: u32, before: u32, label: &str) -> String {
    let message = match now.cmp(&before) {
        std::cmp::Ordering::Less => &REPORT_CHANGE_DOWN,
        std::cmp::Ordering::Equal => &REPORT_CHANGE_SAME,
        std::cmp::Ordering::Greater => &REPORT_CHANGE_UP,
    };
    let points = usize::try_from(now.abs_diff(before)).unwrap_or(usize::MAX);
    catalogue.say_of(message, points, &[("before", &label)])
}
