//! Reads which descriptors ask for counts of findings, and what a grade requires of them.

use super::descriptor::descriptor;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape as _};
use crate::document::table::{Number, Table};
use crate::document::{Json, List};
use crate::framework::entries::{each_of, id, not_empty, pointer, take, within};
use crate::framework::interpretation::{Choice, FindingCount};
use crate::framework::rules::{CountNo, CountRule, DescriptorNo, Rules, SeverityNo};

/// The most severities: each is a field of every descriptor that is counted.
const MOST_SEVERITIES: usize = 10;

/// The most descriptors that are counted: their findings are added up for each row of the grade table.
const MOST_COUNTED: usize = 100;

/// Each severity has an id, and each descriptor is counted once.
pub(super) fn read<'a>(r: &mut Reader<'a>, rules: &mut Rules, json: Json<'a>) {
    if json.is_null() {
        return;
    }
    let mut seen = Names::default();
    within(r, json, "severities", |r, list| {
        not_empty(r, list);
        if list.len() > MOST_SEVERITIES {
            r.problem(ProblemKind::TooMany { most: MOST_SEVERITIES });
        }
        each_of(r, list, &mut |r, entry| id(r, &mut seen, "severity", entry));
    });
    rules.severities = Table::from(take::<Vec<Choice>>(json, "severities"));
    let mut is_counted = Table::like(&rules.descriptors, false);
    within(r, json, "descriptors", |r, list: List<'a>| {
        not_empty(r, list);
        if list.len() > MOST_COUNTED {
            r.problem(ProblemKind::TooMany { most: MOST_COUNTED });
        }
        each_of(r, list, &mut |r, id| {
            let Some(number) = descriptor(r, rules, id) else { return };
            if std::mem::replace(&mut is_counted[number], true) {
                r.problem(ProblemKind::Duplicate { what: "descriptor" });
            }
        });
    });
    for descriptor in rules.descriptors.numbers().filter(|number| is_counted[*number]) {
        let first = CountNo::at(rules.counts.len());
        let rule = &mut rules.descriptors[descriptor];
        for (severity, named) in rules.severities.iter() {
            let at = pointer(&rule.at, &named.id);
            rules.counts.push(CountRule { descriptor, severity, at });
        }
        rule.counts = first..CountNo::at(rules.counts.len());
    }
}

/// How many findings of some severities a grade allows at most.
pub(super) fn at_most<'a>(
    r: &mut Reader<'a>,
    rules: &Rules,
    row: Json<'a>,
) -> Vec<(SeverityNo, u16)> {
    let mut bounds = Vec::new();
    r.within("at_most", |r| {
        let given = row.field("at_most").object().iter().filter(|(_, value)| !value.is_null());
        for (name, value) in given {
            match rules.severities.find(|severity| severity.id == name) {
                Some(severity) => {
                    let most = FindingCount::take(value);
                    bounds.push((severity, most.number()));
                }
                None => r.problem_in(name, ProblemKind::UnknownId { what: "severity" }),
            }
        }
    });
    bounds
}

/// A descriptor that has answers. One that is counted cannot be met.
pub(super) fn answered(r: &mut Reader<'_>, rules: &Rules, id: Json) -> Option<DescriptorNo> {
    let number = descriptor(r, rules, id)?;
    if rules.descriptors[number].is_counted() {
        r.problem(ProblemKind::UnknownId { what: "descriptor with answers" });
        return None;
    }
    Some(number)
}
