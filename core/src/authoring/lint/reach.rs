//! Grades and bands that no answers reach.

use std::collections::BTreeSet;

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::document::table::each;
use crate::framework::{
    DescriptorRule, Framework, FrameworkDocument, MeanRule, Rules, ScaleNumber, Score, SectionNo,
};

/// The most steps that are taken, and the most sums that are kept, to find what answers come to. Beyond them everything
/// counts as reached.
const MOST_STEPS: usize = 2_000_000;
const MOST_SUMS: usize = 20_000;

/// A suggestion is the worst of its parts: a grade is reached where a part has it, and no part always has a worse one.
pub(super) fn grades(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let rules = &framework.rules;
    let best = rules.scale.best();
    // What each part comes to at best.
    let mut at_best = vec![rules.cap(best)];
    let mut reached: Vec<Score> = rules.limits.iter().map(|limit| limit.plan_at_best).collect();
    let rows = rules.grades.rows();
    at_best.extend(rows.first().map(|row| row.score));
    reached.extend(rows.iter().map(|row| row.score));
    if let Some(mean) = &rules.mean {
        let means = reached_means(rules, mean);
        reached.extend(means.scores.iter().copied());
        if means.always {
            at_best.extend(means.scores.iter().min());
        }
    }
    if !rules.required.is_empty() {
        reached.push(best);
        reached.extend(rules.required.iter().map(|required| required.plan_at_best));
    }
    if rows.is_empty() && rules.mean.is_none() && rules.required.is_empty() {
        // No grade is suggested at all, which a framework may want.
        return Vec::new();
    }
    let floor = at_best.into_iter().max().unwrap_or(best);
    let mut found = Vec::new();
    for (index, grade) in document.wording.scale.iter().flat_map(|scale| &scale.grades).enumerate()
    {
        let first = grade.score.number();
        let last = grade.up_to.map_or(first, ScaleNumber::number);
        let is_of_grade = |score: &Score| (first..=last).contains(&score.number());
        if !reached.iter().any(|score| is_of_grade(score) && *score >= floor) {
            let pointer = format!("/wording/scale/grades/{index}");
            found.push(at(pointer, LintProblem::GradeNeverSuggested {}));
        }
    }
    found
}

/// Bands of the section suggestion that no answers of any section reach.
pub(super) fn bands(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let rules = &framework.rules;
    if rules.bands.0.len() == 0 {
        return Vec::new();
    }
    let mut reached = BTreeSet::new();
    for section in rules.sections.numbers() {
        let Some(shares) = shares(rules, section) else { return Vec::new() };
        reached.extend(
            shares.into_iter().map(|(credit, total)| rules.band(credit, total).id.as_str()),
        );
    }
    let mut found = Vec::new();
    for (index, band) in rules.bands.0.rows().iter().enumerate() {
        if !reached.contains(band.id.as_str()) {
            let pointer = format!("/interpretation/section_suggestion/{index}");
            found.push(at(pointer, LintProblem::BandNeverReached {}));
        }
    }
    found
}

/// The credits that the answers of a section can come to, each with how many descriptors count; none where there are
/// too many.
fn shares(rules: &Rules, section: SectionNo) -> Option<Vec<(usize, usize)>> {
    let descriptors = &rules.sections[section].descriptors;
    // What is counted has no part in a share.
    let answered = || each(descriptors).filter(|number| !rules.descriptors[*number].is_counted());
    let all = answered().count();
    let may_not_count = answered().filter(|number| {
        let rule = &rules.descriptors[*number];
        rule.may_not_apply() || rule.alternative.is_some()
    });
    let least = (all - may_not_count.count()).max(1);
    let unit = rules.answers.unit;
    let answers = answered().flat_map(|number| rules.answers_to(number).by_credit());
    let credits: BTreeSet<usize> = answers.map(|answer| answer.credit()).collect();
    if all.saturating_mul(all).saturating_mul(unit).saturating_mul(credits.len()) > MOST_STEPS {
        return None;
    }
    let mut shares = Vec::new();
    let mut sums = BTreeSet::from([0]);
    for total in 1..=all {
        sums = sums.iter().flat_map(|sum| credits.iter().map(move |credit| sum + credit)).collect();
        if total >= least {
            shares.extend(sums.iter().map(|sum| (*sum, total)));
        }
    }
    Some(shares)
}

/// Bands of the mean that no scores of the sections reach.
pub(super) fn means(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let rules = &framework.rules;
    let Some(mean) = &rules.mean else { return Vec::new() };
    let reached = reached_means(rules, mean).scores;
    let mut found = Vec::new();
    for (index, band) in mean.bands.0.rows().iter().enumerate() {
        if !reached.contains(&band.score) {
            let pointer = format!("/interpretation/plan_mean/bands/{index}");
            found.push(at(pointer, LintProblem::MeanNeverReached {}));
        }
    }
    found
}

/// What the mean comes to, and whether some section counts in every plan.
struct Means {
    scores: BTreeSet<Score>,
    always: bool,
}

/// A person can record any score of a section that counts.
fn reached_means(rules: &Rules, mean: &MeanRule) -> Means {
    let points: BTreeSet<usize> = rules.scale.scores().map(|score| mean.points_of(score)).collect();
    let mut always = false;
    let mut sums = BTreeSet::from([(0, 0)]);
    for section in rules.sections.rows().iter().filter(|section| section.weight > 0) {
        let descriptors = || {
            let all = each(&section.descriptors).map(|number| &rules.descriptors[number]);
            all.filter(|rule| !rule.is_counted())
        };
        if descriptors().next().is_none() && rules.bands.0.len() > 0 {
            // Nothing of it can count.
            continue;
        }
        let may_leave =
            descriptors().next().is_some() && descriptors().all(DescriptorRule::may_not_apply);
        always |= !may_leave;
        let counted = |(weights, sum): (usize, usize)| {
            let weight = section.weight;
            points.iter().map(move |points| (weights + weight, sum + weight * points))
        };
        let mut next: BTreeSet<(usize, usize)> =
            sums.iter().flat_map(|state| counted(*state)).collect();
        if may_leave {
            next.extend(&sums);
        }
        sums = next;
        if sums.len() > MOST_SUMS {
            let scores = mean.bands.0.rows().iter().map(|band| band.score).collect();
            return Means { scores, always };
        }
    }
    let counted = sums.into_iter().filter(|(weights, _)| *weights > 0);
    let scores = counted.map(|(weights, sum)| mean.bands.band(sum, weights).score).collect();
    Means { scores, always }
}
