//! A check that the framework states as the answers at which it fires.

use super::check::{Grounds, Maker};
use super::found::Finding;
use crate::framework::{AnswersTest, DescriptorNo, Rules, Standing};
use crate::grading::state::{State, holds, state};
use crate::review::{Answer, AnswerStanding, Review};

/// The first of the descriptors at which the check fires, as a JSON Pointer, if it fires.
pub(super) fn fires<'a>(grounds: &Grounds<'a, '_>, test: &'a AnswersTest) -> Option<&'a str> {
    let review = grounds.review;
    let facts_hold =
        test.context.iter().all(|condition| holds(review.context(), condition) == Some(true));
    let criteria_hold =
        test.criteria.iter().all(|(number, value)| review.criteria()[*number] == Some(*value));
    let descriptors_hold = || test.every.iter().all(|each| stands(review, each));
    if !facts_hold || !criteria_hold || !descriptors_hold() {
        return None;
    }
    standing(review, grounds.rules, test).next()
}

/// The finding.
pub(super) fn finding<'a>(
    maker: &Maker<'a, '_>,
    test: &'a AnswersTest,
    at: &'a str,
) -> Finding<'a> {
    let (review, rules) = (maker.graded.review, maker.graded.rules);
    let mut rests_on: Vec<&str> = Vec::new();
    rests_on.extend(test.context.iter().map(|condition| rules.facts[condition.fact].at.as_str()));
    rests_on.extend(test.criteria.iter().map(|(number, _)| rules.criteria[*number].at.as_str()));
    rests_on.extend(standing(review, rules, test));
    maker.finding(at, rests_on, test.message.clone())
}

/// The descriptors that stand as the test asks, as JSON Pointers.
fn standing<'a>(
    review: &'a Review,
    rules: &'a Rules,
    test: &'a AnswersTest,
) -> impl Iterator<Item = &'a str> {
    let all = test.every.iter().chain(&test.any).filter(|each| stands(review, each));
    all.map(|(number, _)| rules.descriptors[*number].at.as_str())
}

fn stands(review: &Review, (descriptor, standings): &(DescriptorNo, Vec<Standing>)) -> bool {
    let state = state(review, *descriptor);
    let answer = review.answer_to(*descriptor).map(Answer::standing);
    standings.iter().any(|standing| match standing {
        Standing::CountedYes => state == State::Yes,
        Standing::CountedPartly => state == State::Partly,
        Standing::CountedNo => state == State::No,
        Standing::NotApplicable => state == State::NotApplicable,
        Standing::DoesNotApply => state == State::DoesNotApply,
        Standing::AnsweredYes => answer == Some(AnswerStanding::Met),
        Standing::AnsweredNo => answer == Some(AnswerStanding::NotMet),
    })
}
