//! What it takes to raise the suggestions of sections: of one, and of all until their weighted mean is good enough.

use super::graded::Graded;
use super::grades::Weighed;
use crate::document::table::Table;
use crate::framework::{MeanRule, Score, SectionNo};

/// How many more descriptors are to be met so that a section's suggestion is at worst a score; none where answers alone
/// cannot do it, because a score is recorded in their place or they suggest none that is good enough.
pub(super) fn answers_for(graded: &Graded, section: SectionNo, wanted: Score) -> Option<usize> {
    let grade = &graded.grades.sections[section];
    let is_overall = graded.rules.sections[section].is_overall;
    let is_recorded = !is_overall && graded.review.score_of(section).is_some();
    if is_recorded || grade.suggested.is_none() {
        return None;
    }
    let (yes, total) = (grade.counts.yes, grade.counts.total());
    let enough = (yes..=total).find(|yes| graded.rules.band(*yes, total).score <= wanted);
    enough.map(|enough| enough - yes)
}

/// A score that a section can come to, and with how many changes.
#[derive(Debug, Clone, Copy)]
struct Raised {
    score: Score,
    changes: usize,
    /// Its points times the weight of the section.
    points: u32,
}

/// Raises the scores that are wanted of the sections until their mean is sure to come to a grade, with the fewest
/// changes in all; of those, the worst scores in printed order. Reports whether the grade can be reached.
pub(super) fn raise_to_mean(
    graded: &Graded,
    mean: &MeanRule,
    to: Score,
    wanted: &mut Table<SectionNo, Option<Score>>,
) -> bool {
    let rules = graded.rules;
    let Some(band) = mean.bands.rows().iter().rfind(|band| band.score <= to) else { return false };
    let weights = Weighed::of(rules, mean, &graded.grades.sections, |ends| ends.worst).weights;
    if weights == 0 {
        return true;
    }
    let sections: Vec<SectionNo> =
        rules.sections.numbers().filter(|number| rules.sections[*number].weight > 0).collect();
    let options: Vec<Vec<Raised>> =
        sections.iter().map(|number| raises(graded, mean, *number, wanted[*number])).collect();
    let Some(mut chosen) = fewest_changes(&options, |points| band.fits(points, weights)) else {
        return false;
    };
    let mut points: u32 = chosen.iter().map(|raised| raised.points).sum();
    for ((number, options), chosen) in sections.into_iter().zip(&options).zip(&mut chosen) {
        let fits = |option: &&Raised| {
            option.changes <= chosen.changes
                && band.fits(points - chosen.points + option.points, weights)
        };
        // Options come worst score first.
        if let Some(least) = options.iter().find(fits).copied() {
            points = points - chosen.points + least.points;
            *chosen = least;
        }
        if graded.grades.sections[number].counted.is_some() {
            wanted[number] = Some(chosen.score);
        }
    }
    true
}

/// The scores that a section can come to, worst first: from the one that is wanted of it anyway, or that it has.
fn raises(
    graded: &Graded,
    mean: &MeanRule,
    section: SectionNo,
    wanted: Option<Score>,
) -> Vec<Raised> {
    let (rules, grade) = (graded.rules, &graded.grades.sections[section]);
    let Some(counted) = grade.counted else {
        return vec![Raised { score: rules.scale.best(), changes: 0, points: 0 }];
    };
    let is_answered = grade.suggested.is_some() && graded.review.score_of(section).is_none();
    let least = wanted.map_or(counted.worst, |wanted| wanted.min(counted.worst));
    let mut raises: Vec<Raised> = Vec::new();
    for score in rules.scale.scores().rev().filter(|score| *score <= least) {
        let changes = if counted.worst <= score {
            Some(0)
        } else if is_answered {
            // A score is recorded against the answers only where the sections would else hold the plan back.
            answers_for(graded, section, score).or((score == least).then_some(1))
        } else {
            Some(1)
        };
        if let Some(changes) = changes {
            let points = rules.sections[section].weight * mean.points(score);
            raises.push(Raised { score, changes, points });
        }
    }
    raises
}

/// One option of each list, so that their points are enough with the fewest changes in all.
fn fewest_changes(options: &[Vec<Raised>], is_enough: impl Fn(u32) -> bool) -> Option<Vec<Raised>> {
    // For each list and number of changes, the most points so far and the option that gives them.
    let mut rounds: Vec<Vec<Option<(u32, Raised)>>> = Vec::new();
    let mut best: Vec<Option<u32>> = vec![Some(0)];
    for list in options {
        let most = list.iter().map(|raised| raised.changes).max().unwrap_or(0);
        let mut round: Vec<Option<(u32, Raised)>> = vec![None; best.len() + most];
        for (changes, points) in best.iter().enumerate() {
            let Some(points) = points else { continue };
            for raised in list {
                let sum = points + raised.points;
                if let Some(entry) = round.get_mut(changes + raised.changes)
                    && entry.is_none_or(|(known, _)| known < sum)
                {
                    *entry = Some((sum, *raised));
                }
            }
        }
        best = round.iter().map(|entry| entry.map(|(points, _)| points)).collect();
        rounds.push(round);
    }
    let mut changes = best.iter().position(|points| points.is_some_and(&is_enough))?;
    let mut chosen = Vec::with_capacity(options.len());
    for round in rounds.iter().rev() {
        let (_, raised) = round.get(changes).copied().flatten()?;
        changes -= raised.changes;
        chosen.push(raised);
    }
    chosen.reverse();
    Some(chosen)
}
