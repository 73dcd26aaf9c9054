//! Reads the criteria and the scores: the grade table, the bands of sections and the limits of the plan.

use super::counts::at_most;
use super::ground::ground;
use crate::document::problem::{MOST_PROBLEMS, ProblemKind, Reader};
use crate::document::shape::Names;
use crate::document::table::{Number, Table};
use crate::document::{Json, List};
use crate::framework::entries::{each, each_of, id, pointer, take, text, within};
use crate::framework::interpretation::Choice;
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::{
    CriterionNo, CriterionRule, GradeRowNo, GradeRule, LimitRule, Rules, SeverityNo, ValueNo,
};
use crate::framework::scale::Scale;
use crate::framework::score::Score;

/// The score that a field names. One that the scale does not have is a problem, and counts as the best.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn score(r: &mut Reader<'_>, scale: &Scale, json: Json, name: &'static str) -> Score {
    scale.expect(r, json, name);
    scale.of(take(json, name)).unwrap_or_default()
}

/// Whether the scale has the scores that entries of a list name. Without them their order is not judged.
pub(super) fn are_scores(scale: &Scale, list: List, names: &[&str]) -> bool {
    let is_score = |json: Json, name: &str| scale.of(take(json, name)).is_some();
    list.iter().all(|json| names.iter().all(|name| is_score(json, name)))
}

/// Each row is about another score, and each grade has one.
fn each_grade_once(r: &mut Reader<'_>, scale: &Scale, rows: &Table<GradeRowNo, GradeRule>) {
    for (index, row) in rows.rows().iter().enumerate() {
        if rows.rows().iter().take(index).any(|earlier| earlier.score == row.score) {
            let kind = ProblemKind::Duplicate { what: "grade" };
            r.within_index(index, |r| r.problem_in("score", kind));
        }
    }
    for (number, grade) in scale.grades().iter() {
        if !rows.rows().iter().any(|row| scale.grade_of(row.score) == number) {
            r.problem(ProblemKind::NotCovered { what: "grade", id: grade.id.to_string() });
        }
    }
}

pub(super) fn criteria<'a>(r: &mut Reader<'a>, rules: &mut Rules, interpretation: Json<'a>) {
    let mut seen = Names::default();
    let rows = interpretation.field("grade_table").list();
    each(r, interpretation, "criteria", &mut |r, json| {
        id(r, &mut seen, "criterion", json);
        let name = json.text_of("id");
        if !rows.iter().any(|row| has_field(row.field("requires"), name)) {
            r.problem(FrameworkProblem::UnusedCriterion {});
        }
        within(r, json, "values", |r, values| {
            let mut seen = Names::default();
            each_of(r, values, &mut |r, value| id(r, &mut seen, "value", value));
            // A score line holds an answer as one digit.
            if !(2..=10).contains(&values.len()) {
                let expected = "a list of 2 to 10 answers, from the worst to the best";
                r.problem(ProblemKind::WrongType { expected });
            }
        });
        rules.criteria.push(CriterionRule {
            id: name.to_owned(),
            at: pointer("/criteria", name),
            label: text(json, "label"),
            values: Table::from(take::<Vec<Choice>>(json, "values")),
        });
    });
}

/// Whether an object has a field, be it null.
fn has_field(json: Json, name: &str) -> bool {
    matches!(json, Json::Object(fields) if fields.iter().any(|(known, _)| known == name))
}

/// The table with its criteria and answers as numbers. Without rows, the criteria suggest no grade.
pub(super) fn table<'a>(r: &mut Reader<'a>, rules: &mut Rules, rows: List<'a>) {
    let mut left = rows.len();
    each_of(r, rows, &mut |r, row| {
        left -= 1;
        let asks = row.field("requires");
        let requires = r.within("requires", |r| {
            unknown_criteria(r, rules, asks);
            let mut answers = Vec::new();
            for rule in rules.criteria.rows() {
                if let Json::Object(fields) = asks
                    && let Some((name, value)) = fields.iter().find(|(name, _)| *name == rule.id)
                {
                    answers.extend(criterion_answer(r, rules, name, value));
                }
            }
            answers
        });
        // Requirements only ever ask for more, so if the least that meets this grade meets a
        // better one, then everything that meets it does.
        let least = |criterion: CriterionNo| {
            let asked = requires.iter().find(|(required, _)| *required == criterion);
            asked.map_or(ValueNo::at(0), |(_, least)| *least)
        };
        let at_most = at_most(r, rules, row);
        let most = |severity: SeverityNo| {
            let bound = at_most.iter().find(|(bounded, _)| *bounded == severity);
            bound.map_or(u16::MAX, |(_, most)| *most)
        };
        let meets = |better: &GradeRule| {
            better.requires.iter().all(|(criterion, needed)| least(*criterion) >= *needed)
                && better.at_most.iter().all(|(severity, allowed)| most(*severity) <= *allowed)
        };
        if rules.grades.rows().iter().any(meets) {
            r.problem(FrameworkProblem::UnreachableGrade {});
        }
        if left == 0 && !requires.is_empty() {
            r.problem_in("requires", FrameworkProblem::NoFallback {});
        }
        if left == 0 && !at_most.is_empty() {
            r.problem_in("at_most", FrameworkProblem::NoFallback {});
        }
        let score = score(r, &rules.scale, row, "score");
        rules.grades.push(GradeRule { score, requires, at_most, ground: ground(row) });
    });
    if rows.is_empty() || !are_scores(&rules.scale, rows, &["score"]) {
        return;
    }
    each_grade_once(r, &rules.scale, &rules.grades);
    if !rules.grades.rows().iter().is_sorted_by_key(|row| row.score) {
        r.problem(ProblemKind::OutOfOrder { order: "the best grade first" });
    }
}

/// Notes the fields that name no criterion, in the order of their names.
fn unknown_criteria<'a>(r: &mut Reader<'a>, rules: &Rules, asks: Json<'a>) {
    let Json::Object(fields) = asks else { return };
    let mut unknown: Vec<&str> = Vec::new();
    for (name, _) in fields {
        if rules.criterion(name).is_none() {
            unknown.push(name);
        }
    }
    let mut last = None;
    // Each round finds the next; rounds beyond the problems that are listed would add nothing.
    for _ in 0..=MOST_PROBLEMS {
        let Some(next) = unknown.iter().copied().filter(|name| Some(*name) > last).min() else {
            break;
        };
        r.problem_in(next, ProblemKind::UnknownId { what: "criterion" });
        last = Some(next);
    }
}

/// A criterion and one of its answers as numbers.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn criterion_answer<'a>(
    r: &mut Reader<'a>,
    rules: &Rules,
    name: &'a str,
    value: Json,
) -> Option<(CriterionNo, ValueNo)> {
    let Some(number) = rules.criterion(name) else {
        r.problem_in(name, ProblemKind::UnknownId { what: "criterion" });
        return None;
    };
    let values = &rules.criteria[number].values;
    let answer = values.find(|known| known.id == value.text());
    if answer.is_none() {
        let allowed = values.rows().iter().map(|value| value.id.clone()).collect();
        r.problem_in(name, ProblemKind::NotOneOf { allowed });
    }
    Some((number, answer?))
}

/// A worse section never allows the plan a better grade.
pub(super) fn limits<'a>(r: &mut Reader<'a>, rules: &mut Rules, limits: List<'a>) {
    each_of(r, limits, &mut |r, json| {
        rules.limits.push(LimitRule {
            section_score: score(r, &rules.scale, json, "section_score"),
            plan_at_best: score(r, &rules.scale, json, "plan_at_best"),
            ground: ground(json),
        });
    });
    if !are_scores(&rules.scale, limits, &["section_score", "plan_at_best"]) {
        return;
    }
    for (index, limit) in rules.limits.iter().enumerate() {
        let score = limit.section_score;
        if rules.limits.iter().take(index).any(|earlier| earlier.section_score == score) {
            let kind = ProblemKind::Duplicate { what: "score" };
            r.within_index(index, |r| r.problem_in("section_score", kind));
        }
        let laxer = |other: &LimitRule| {
            other.section_score > score && other.plan_at_best < limit.plan_at_best
        };
        if rules.limits.iter().any(laxer) {
            let order = "a worse section never allows the plan a better grade";
            r.within_index(index, |r| r.problem(ProblemKind::OutOfOrder { order }));
        }
    }
}
