//! Reads the answers of a framework, and the sets that some sections and descriptors have.

use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape};
use crate::document::table::{Number, Table};
use crate::document::{Json, List};
use crate::framework::answers::{
    AnswerSet, AnswerSetNo, AnswerStanding, Answers, Entries, MOST_UNIT, USUAL, common_multiple,
    row,
};
use crate::framework::entries::{each, each_of, id, within};
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::Rules;
use crate::framework::share::{Share, is_share};

/// The most answers: each has a letter of its own in a score line.
const MOST_ANSWERS: usize = 20;

/// The most sets beside the answers of the framework: all answers together have their places in a byte.
const MOST_SETS: usize = 10;

/// Reads the answers of the framework, and the sets that some sections and descriptors have in their place. Credits of
/// all of them are in one unit.
pub(super) fn read<'a>(r: &mut Reader<'a>, rules: &mut Rules, interpretation: Json<'a>) {
    let mut unit: u16 = 1;
    let given = within(r, interpretation, "answers", |r, list| {
        if list.is_empty() { None } else { Some(entries(r, list, &mut unit)) }
    });
    let are_given = given.is_some();
    let mut sets = vec![given.unwrap_or_else(|| {
        let share = |standing| match standing {
            AnswerStanding::Excluded => None,
            AnswerStanding::Met | AnswerStanding::PartlyMet => Some((1, 1)),
            AnswerStanding::NotMet => Some((0, 1)),
        };
        USUAL.iter().map(|(id, _, standing)| ((*id).to_owned(), share(*standing))).collect()
    })];
    read_sets(r, rules, interpretation, &mut sets, &mut unit);
    if unit > MOST_UNIT {
        r.problem_in("answers", FrameworkProblem::NotAShare {});
        return;
    }
    let mut places = 0_usize..;
    let sets = sets.into_iter().map(|entries| {
        let rows = entries.into_iter().zip(&mut places).enumerate();
        AnswerSet::new(rows.map(|(index, (entry, place))| row(entry, place, index, unit)).collect())
    });
    rules.answers = Answers { sets: sets.collect(), unit: unit.into(), are_given };
}

/// Reads the other sets. The set that names a descriptor stands before that of its section.
fn read_sets<'a>(
    r: &mut Reader<'a>,
    rules: &mut Rules,
    interpretation: Json<'a>,
    sets: &mut Vec<Entries>,
    unit: &mut u16,
) {
    let mut seen = Names::default();
    let mut of_sections = Table::like(&rules.sections, None);
    let mut of_descriptors = Table::like(&rules.descriptors, None);
    within(r, interpretation, "answer_sets", |r, list| {
        if list.len() > MOST_SETS {
            r.problem(ProblemKind::TooMany { most: MOST_SETS });
        }
        each_of(r, list, &mut |r, json| {
            let set = AnswerSetNo::at(sets.len());
            id(r, &mut seen, "answer set", json);
            sets.push(within(r, json, "answers", |r, list| entries(r, list, unit)));
            each(r, json, "sections", &mut |r, id| {
                name(r, "section", &mut of_sections, rules.section(id.text()), set);
            });
            each(r, json, "descriptors", &mut |r, id| {
                name(r, "descriptor", &mut of_descriptors, rules.descriptor(id.text()), set);
            });
        });
    });
    for (rule, named) in rules.descriptors.rows_mut().iter_mut().zip(of_descriptors) {
        rule.answers = named.or(of_sections[rule.section]).unwrap_or(AnswerSetNo::at(0));
    }
}

/// Notes that a set is that of a section or a descriptor, which has one set only.
fn name<N: Number>(
    r: &mut Reader<'_>,
    what: &'static str,
    sets: &mut Table<N, Option<AnswerSetNo>>,
    number: Option<N>,
    set: AnswerSetNo,
) {
    let Some(number) = number else { return r.problem(ProblemKind::UnknownId { what }) };
    if sets[number].replace(set).is_some() {
        r.problem(ProblemKind::Duplicate { what });
    }
}

/// Reads answers that stand together. One says that a descriptor is met, and one that it is not.
fn entries<'a>(r: &mut Reader<'a>, list: List<'a>, unit: &mut u16) -> Entries {
    if list.len() > MOST_ANSWERS {
        r.problem(ProblemKind::TooMany { most: MOST_ANSWERS });
    }
    let mut seen = Names::default();
    let mut entries = Entries::new();
    each_of(r, list, &mut |r, json| {
        id(r, &mut seen, "answer", json);
        let share = json.field("credit");
        let given: Option<Share> = Shape::take(share);
        let is_fine = given.is_none() || is_share(share);
        if !is_fine {
            r.problem_in("credit", FrameworkProblem::NotAShare {});
        }
        let credit = given.filter(|_| is_fine);
        let credit = credit.map(|share| (u16::from(share.of), u16::from(share.out_of)));
        if let Some((_, out_of)) = credit {
            *unit = common_multiple(*unit, out_of);
        }
        entries.push((json.text_of("id").to_owned(), credit));
    });
    let is_met = |(of, out_of): (u16, u16)| of == out_of;
    let is_not_met = |(of, _): (u16, u16)| of == 0;
    for (is_it, what) in [(is_met as fn(_) -> bool, "met"), (is_not_met, "not met")] {
        if !entries.iter().any(|(_, credit)| credit.is_some_and(is_it)) {
            r.problem(ProblemKind::NotCovered { what: "answer", id: what.to_owned() });
        }
    }
    entries
}
