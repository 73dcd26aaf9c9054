//! What it takes to raise the suggestions of sections: of one, and of all until their weighted mean is good enough.

use super::graded::Graded;
use super::grades::{Weighed, section_grade};
use super::state::State;
use crate::document::table::{Table, each};
use crate::framework::{DescriptorNo, MeanRule, Score, SectionNo};
use crate::review::Answer;

/// The answers to change so that a section's suggestion is at worst a score, in printed order; none where answers alone
/// cannot do it, because a score is recorded in their place or they suggest none that is good enough. They are the
/// fewest: those not answered come first, and each becomes the least that is enough.
pub(super) fn answers_for(
    graded: &Graded,
    section: SectionNo,
    wanted: Score,
) -> Option<Vec<(DescriptorNo, Answer)>> {
    let (rules, grade) = (graded.rules, &graded.grades.sections[section]);
    let is_overall = rules.sections[section].is_overall;
    let is_recorded = !is_overall && graded.review.score_of(section).is_some();
    if is_recorded || grade.suggested.is_none() {
        return None;
    }
    if rules.alternatives.iter().any(|rule| rules.descriptors[rule.descriptor].section == section) {
        return with_alternatives(graded, section, wanted);
    }
    let total = grade.counts.total();
    let is_enough = |credit: usize| rules.band(credit, total).score <= wanted;
    let answers = rules.answers.counted();
    let most = answers.last().map_or(0, |answer| answer.credit());
    let mut credit = grade.counts.credit;
    let mut chosen: Vec<(DescriptorNo, usize)> = Vec::new();
    for (number, current) in by_gain(graded, section) {
        if is_enough(credit) {
            break;
        }
        credit += most - current;
        chosen.push((number, current));
    }
    if !is_enough(credit) {
        return None;
    }
    let mut changes: Vec<(DescriptorNo, Answer)> = Vec::new();
    for (number, current) in chosen {
        let rest = credit - most;
        let least = answers
            .iter()
            .find(|answer| answer.credit() > current && is_enough(rest + answer.credit()));
        let Some(least) = least else { continue };
        credit = rest + least.credit();
        let before = changes.iter().filter(|(other, _)| *other < number).count();
        changes.insert(before, (number, *least));
    }
    Some(changes)
}

/// The most descriptors of a section with alternatives of which every set is tried.
const MOST_TRIED: usize = 10;

/// The fewest answers to change in a section with alternatives. To meet one can take others out of the count, so sets
/// of descriptors are tried, each by grading the section anew.
fn with_alternatives(
    graded: &Graded,
    section: SectionNo,
    wanted: Score,
) -> Option<Vec<(DescriptorNo, Answer)>> {
    let rules = graded.rules;
    let answers = rules.answers.counted();
    let most = *answers.last()?;
    // An alternative that is answered otherwise is not met after all: that would say that there is nothing to describe.
    let could_be_met = |number: &DescriptorNo| {
        matches!(graded.states[*number], State::Open | State::No | State::Partly)
    };
    let mut candidates: Vec<DescriptorNo> =
        each(&rules.sections[section].descriptors).filter(could_be_met).collect();
    candidates.truncate(MOST_TRIED);
    let is_enough = |changes: &[(DescriptorNo, Answer)]| {
        let mut review = graded.review.clone();
        let are_put = changes
            .iter()
            .all(|(number, answer)| review.put_answer(*number, Some(*answer)).is_ok());
        let suggested = section_grade(&review, section).suggested;
        are_put && suggested.is_none_or(|suggested| suggested.worst <= wanted)
    };
    let sets = (0..1_u32 << candidates.len()).filter_map(|set| {
        let in_set = candidates.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
        let changes: Vec<_> = in_set.map(|(_, number)| (*number, most)).collect();
        is_enough(&changes).then_some(changes)
    });
    let mut changes = sets.min_by_key(Vec::len)?;
    for place in 0..changes.len() {
        for answer in &answers {
            let mut less = changes.clone();
            if let Some((number, given)) = less.get_mut(place)
                && graded.review.answer_to(*number) != Some(*answer)
            {
                *given = *answer;
                if is_enough(&less) {
                    changes = less;
                    break;
                }
            }
        }
    }
    Some(changes)
}

/// The descriptors of a section that could be met better, each with its credit: first those that would gain most, of
/// these those that are not answered, then in printed order.
fn by_gain(graded: &Graded, section: SectionNo) -> Vec<(DescriptorNo, usize)> {
    let mut all = Vec::new();
    for number in each(&graded.rules.sections[section].descriptors) {
        let rank = match graded.states[number] {
            State::Open => 0,
            State::No => 1,
            State::Partly => 2,
            State::Yes | State::NotApplicable | State::DoesNotApply => continue,
        };
        let answer = graded.review.answer_to(number).filter(|_| rank > 0);
        let credit = answer.map_or(0, Answer::credit);
        let comes_before =
            |(known, other): &&(usize, (DescriptorNo, usize))| (other.1, *known) <= (credit, rank);
        let before = all.iter().filter(comes_before).count();
        all.insert(before, (rank, (number, credit)));
    }
    all.into_iter().map(|(_, entry)| entry).collect()
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
    let weights = Weighed::of(rules, mean, &graded.grades.sections, |ends| ends.worst).weights;
    if weights == 0 {
        return true;
    }
    let Some(band) = mean.bands.rows().iter().rfind(|band| band.score <= to) else { return false };
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
    // A score is recorded against the answers only where the section would else hold the plan back.
    let is_recorded_anyway = is_answered && answers_for(graded, section, least).is_none();
    let mut raises: Vec<Raised> = Vec::new();
    for score in rules.scale.scores().rev().filter(|score| *score <= least) {
        let changes = if counted.worst <= score {
            Some(0)
        } else if is_answered {
            let answers = answers_for(graded, section, score).map(|changes| changes.len());
            answers.or(is_recorded_anyway.then_some(1))
        } else {
            Some(1)
        };
        if let Some(changes) = changes {
            let points = rules.sections[section].weight * mean.points_of(score);
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
