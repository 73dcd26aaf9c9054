//! What it takes to raise sections to a score: one of them, and all until their weighted mean is good enough.

use super::graded::Graded;
use super::grades::Weighed;
use super::state::State;
use crate::document::table::{Table, each};
use crate::framework::{Answer, DescriptorNo, MeanRule, Score, SectionNo};

/// What a section needs to come to a score.
pub(super) struct Raised {
    /// The score that it then comes to at worst.
    pub(super) score: Score,
    /// The answers to change.
    pub(super) answers: Vec<(DescriptorNo, Answer)>,
    /// Whether the score is to be recorded.
    pub(super) is_recorded: bool,
}

impl Raised {
    fn changes(&self) -> usize {
        self.answers.len() + usize::from(self.is_recorded)
    }
}

/// The ways to raise a section on the path to a grade, the worst score first: to a score that is tolerated and, where
/// the plan has a mean, to each better one. None where nothing is enough.
pub(super) fn ways(
    graded: &Graded,
    section: SectionNo,
    tolerated: Option<Score>,
    to: Score,
) -> Vec<Raised> {
    let rules = graded.rules;
    let grade = &graded.grades.sections[section];
    let required = || answers_for(graded, section, None, to).unwrap_or_default();
    let Some(counted) = grade.counted else {
        // It holds nothing back, whatever it comes to.
        return vec![Raised { score: rules.scale.best(), answers: required(), is_recorded: false }];
    };
    let Some(tolerated) = tolerated else { return Vec::new() };
    let is_overall = rules.sections[section].is_overall;
    let is_answered =
        grade.suggested.is_some() && (is_overall || graded.review.score_of(section).is_none());
    let by_answers = |score| {
        let answers =
            if is_answered { answers_for(graded, section, Some(score), to) } else { None };
        answers.map(|answers| Raised { score, answers, is_recorded: false })
    };
    // A score is recorded against the answers only where the section would else hold the plan back.
    let first = by_answers(tolerated);
    let may_record = first.is_none() && !is_overall;
    let by_score = |score: Score| {
        may_record.then(|| Raised {
            score,
            answers: required(),
            is_recorded: counted.worst > score,
        })
    };
    let mut ways: Vec<Raised> = first.or_else(|| by_score(tolerated)).into_iter().collect();
    if rules.mean.is_some() {
        for score in rules.scale.scores().rev().filter(|score| *score < tolerated) {
            ways.extend(by_answers(score).or_else(|| by_score(score)));
        }
    }
    ways
}

/// A descriptor that could be met.
struct Candidate {
    number: DescriptorNo,
    credit: usize,
    is_answered: bool,
    is_required: bool,
    /// The alternative that counts until this descriptor is answered.
    frees: Option<usize>,
}

/// The answers to change so that a section's suggestion is at worst a score, and its required descriptors are met; none
/// where answers cannot do it. Without a score the required ones alone. They are the fewest: those come first that take
/// an alternative out of the count, then those that gain most, and each becomes the least that is enough.
fn answers_for(
    graded: &Graded,
    section: SectionNo,
    wanted: Option<Score>,
    to: Score,
) -> Option<Vec<(DescriptorNo, Answer)>> {
    let rules = graded.rules;
    let counts = graded.grades.sections[section].counts;
    let met = rules.answers.unit;
    let (mut credit, mut total) = (counts.credit, counts.total());
    let mut left = candidates(graded, section, to);
    let mut chosen: Vec<Candidate> = Vec::new();
    let is_enough =
        |credit, total| wanted.is_none_or(|wanted| rules.band(credit, total).score <= wanted);
    loop {
        let is_required = left.iter().any(|candidate| candidate.is_required);
        if !is_required && is_enough(credit, total) {
            break;
        }
        let rank = |(_, candidate): &(usize, &Candidate)| {
            (
                !candidate.is_required,
                candidate.frees.is_none(),
                candidate.credit,
                candidate.is_answered,
            )
        };
        let (place, _) = left.iter().enumerate().min_by_key(rank)?;
        let next = left.remove(place);
        credit += met - next.credit;
        if next.frees.is_some() {
            total -= 1;
            for other in left.iter_mut().filter(|other| other.frees == next.frees) {
                other.frees = None;
            }
        }
        chosen.push(next);
    }
    let changes = chosen.into_iter().filter_map(|candidate| {
        let rest = credit - met;
        let answers = rules.answers_to(candidate.number).by_credit();
        let is_least = |answer: &&Answer| {
            answer.credit() > candidate.credit && is_enough(rest + answer.credit(), total)
        };
        let least = answers.iter().find(is_least).filter(|_| !candidate.is_required);
        let answer = *least.or(answers.last())?;
        credit = rest + answer.credit();
        Some((candidate.number, answer))
    });
    Some(changes.collect())
}

/// The descriptors of a section that count and are not met, in printed order. An alternative is one only where nothing
/// counts that it stands in place of: to meet it would say that there is nothing to describe.
fn candidates(graded: &Graded, section: SectionNo, to: Score) -> Vec<Candidate> {
    let rules = graded.rules;
    let counts = |number: &DescriptorNo| {
        !matches!(graded.states[*number], State::NotApplicable | State::DoesNotApply)
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    for number in each(&rules.sections[section].descriptors) {
        let state = graded.states[number];
        if !matches!(state, State::Open | State::No | State::Partly) {
            continue;
        }
        let place = rules.descriptors[number].alternative;
        let rule = place.and_then(|place| rules.alternatives.get(place));
        let is_alternative = rule.is_some_and(|rule| rule.descriptor == number);
        if is_alternative && rule.is_some_and(|rule| rule.instead_of.iter().any(counts)) {
            continue;
        }
        let is_open = rule.is_some_and(|rule| !is_alternative && counts(&rule.descriptor));
        let answer = graded.review.answer_to(number).filter(|_| state != State::Open);
        candidates.push(Candidate {
            number,
            credit: answer.map_or(0, Answer::credit),
            is_answered: state != State::Open,
            is_required: is_required(graded, number, to),
            frees: place.filter(|_| is_open),
        });
    }
    // A required alternative that gives way needs one answer to what it stands in place of.
    for (place, rule) in rules.alternatives.iter().enumerate() {
        let mut group = candidates.iter_mut().filter(|candidate| candidate.frees == Some(place));
        if is_required(graded, rule.descriptor, to)
            && let Some(first) = group.next()
            && !first.is_required
            && !group.any(|candidate| candidate.is_required)
        {
            first.is_required = true;
        }
    }
    candidates
}

/// Whether a plan that does not meet a descriptor is held below a grade.
fn is_required(graded: &Graded, number: DescriptorNo, to: Score) -> bool {
    let mut holding = graded.rules.required.iter().filter(|rule| rule.plan_at_best > to);
    holding.any(|rule| rule.descriptors.contains(&number))
}

/// The places of the ways that raise the weighted mean to a grade with the fewest changes in all; of those, the worst
/// scores in printed order. None where no ways are enough.
pub(super) fn fewest(
    graded: &Graded,
    mean: &MeanRule,
    ways: &Table<SectionNo, Vec<Raised>>,
    to: Score,
) -> Option<Vec<usize>> {
    let rules = graded.rules;
    let weights = Weighed::of(rules, mean, &graded.grades.sections, |ends| ends.worst).weights;
    if weights == 0 {
        return Some(vec![0; ways.len()]);
    }
    let band = mean.bands.0.rows().iter().rfind(|band| band.score <= to)?;
    let points = |section: SectionNo, raised: &Raised| {
        let counts = graded.grades.sections[section].counted.is_some();
        if counts { rules.sections[section].weight * mean.points_of(raised.score) } else { 0 }
    };
    // For each section and number of changes so far: the most points, and the way that gives them.
    let mut rounds: Vec<Vec<Option<(usize, usize)>>> = vec![vec![Some((0, 0))]];
    for (section, ways) in ways.iter() {
        let before = rounds.last()?;
        let most = ways.iter().map(Raised::changes).max()?;
        let mut round = vec![None; before.len() + most];
        for (changes, entry) in before.iter().enumerate() {
            let Some((sum, _)) = entry else { continue };
            for (place, raised) in ways.iter().enumerate() {
                let sum = sum + points(section, raised);
                if let Some(entry) = round.get_mut(changes + raised.changes())
                    && entry.is_none_or(|(known, _)| known < sum)
                {
                    *entry = Some((sum, place));
                }
            }
        }
        rounds.push(round);
    }
    let is_enough =
        |entry: &Option<(usize, usize)>| entry.is_some_and(|(sum, _)| band.fits(sum, weights));
    let last = rounds.last()?;
    let mut changes = last.iter().position(is_enough)?;
    let (mut sum, _) = last.get(changes).copied().flatten()?;
    let mut chosen = vec![0; ways.len()];
    let rounds = rounds.iter().skip(1).zip(&mut chosen);
    for (ways, (round, chosen)) in ways.rows().iter().zip(rounds).rev() {
        (_, *chosen) = round.get(changes).copied().flatten()?;
        changes -= ways.get(*chosen)?.changes();
    }
    // What has points to spare comes to a worse score with no more changes.
    for ((section, ways), chosen) in ways.iter().zip(&mut chosen) {
        let now = ways.get(*chosen)?;
        let rest = sum - points(section, now);
        let worse = ways.iter().position(|raised| {
            raised.changes() <= now.changes() && band.fits(rest + points(section, raised), weights)
        });
        *chosen = worse.unwrap_or(*chosen);
        sum = rest + points(section, ways.get(*chosen)?);
    }
    Some(chosen)
}
