//! Numbers on a border that belong to nobody.

use std::collections::BTreeMap;

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::framework::{ContextTest, ContextValue, Framework, FrameworkDocument, ScaleNumber};

/// Numbers between two grades, which no score has. Grades of one number each may lie the same step apart, as 0, 50 and
/// 100 do.
pub(super) fn scale(_: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let mut grades: Vec<(i64, i64, usize)> = Vec::new();
    for (index, grade) in document.wording.scale.iter().flat_map(|scale| &scale.grades).enumerate()
    {
        let first = grade.score.number();
        let last = grade.up_to.map_or(first, ScaleNumber::number);
        grades.push((first.into(), last.into(), index));
    }
    grades.sort_unstable();
    let pairs = || grades.iter().zip(grades.iter().skip(1));
    let have_one_number = grades.iter().all(|(first, last, _)| first == last);
    let mut steps = pairs().map(|((first, ..), (next, ..))| next - first);
    let step = steps.next();
    if have_one_number && steps.all(|other| Some(other) == step) {
        return Vec::new();
    }
    let gaps = pairs().filter(|((_, last, _), (next, ..))| last + 1 < *next);
    let gaps = gaps.map(|((_, last, index), (next, ..))| {
        let pointer = format!("/wording/scale/grades/{index}");
        at(pointer, LintProblem::GapInScale { from: last + 1, to: next - 1 })
    });
    gaps.collect()
}

/// One value between two conditions: one is for plans under 9, another from 10, and none is about 9.
pub(super) fn conditions(_: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let mut under: BTreeMap<(&str, i16), String> = BTreeMap::new();
    let mut at_least: BTreeMap<(&str, i16), String> = BTreeMap::new();
    let mut equals: Vec<(&str, &ContextTest)> = Vec::new();
    for (index, entry) in document.interpretation.applicability.iter().enumerate() {
        for (number, condition) in entry.all_of.iter().enumerate() {
            let pointer = || format!("/interpretation/applicability/{index}/all_of/{number}");
            let field = condition.field.as_str();
            match &condition.test {
                ContextTest::Under(limit) => {
                    under.entry((field, limit.number())).or_insert_with(pointer);
                }
                ContextTest::AtLeast(least) => {
                    at_least.entry((field, least.number())).or_insert_with(pointer);
                }
                test @ ContextTest::Equals(_) => equals.push((field, test)),
                // A day between two others may be meant to be in neither.
                ContextTest::OneOf(_) | ContextTest::From(_) | ContextTest::Before(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    for ((field, limit), other) in &under {
        let Some(pointer) = at_least.get(&(*field, limit.saturating_add(1))) else { continue };
        let is_its = |(of, test): &(&str, &ContextTest)| of == field && is_number(test, *limit);
        let belongs = at_least.contains_key(&(*field, *limit))
            || under.contains_key(&(*field, limit.saturating_add(1)))
            || equals.iter().any(is_its);
        if !belongs {
            let (value, other) = ((*limit).into(), other.clone());
            found.push(at(pointer.clone(), LintProblem::BorderOfNobody { value, other }));
        }
    }
    found
}

fn is_number(test: &ContextTest, number: i16) -> bool {
    *test == ContextTest::Equals(ContextValue::Number(number))
}
