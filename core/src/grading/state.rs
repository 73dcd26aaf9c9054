//! How a descriptor stands: its answer, and whether the context of the plan makes it apply.

use crate::document::shape::choice;
use crate::document::table::{Table, each};
use crate::framework::{DescriptorNo, DescriptorRule, Fact, FactCondition};
use crate::review::{Answer, AnswerStanding, Context, Review};

choice! {
    /// How a descriptor stands once the context of the plan is taken into account.
    pub enum State {
        /// It counts, and is met.
        Yes = "yes",
        /// It counts, and is met in part.
        Partly = "partly",
        /// It counts, and is not met.
        No = "no",
        /// It counts, and is not answered.
        Open = "open",
        /// It has its counts of findings.
        Counted = "counted",
        /// It asks for counts of findings, and not all of them are given.
        ToCount = "to_count",
        /// The assessor excluded it.
        NotApplicable = "not_applicable",
        /// The context of the plan excludes it.
        DoesNotApply = "does_not_apply",
    }

    /// Whether the context of a plan makes a descriptor apply.
    pub enum Applies {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// A fact that decides it is not known.
        NotKnown = "not_known",
    }
}

/// How each descriptor stands.
pub(crate) fn states(review: &Review) -> Table<DescriptorNo, State> {
    review.framework().rules.descriptors.numbers().map(|number| state(review, number)).collect()
}

/// How a descriptor stands.
pub(crate) fn state(review: &Review, descriptor: DescriptorNo) -> State {
    let rule = &review.framework().rules.descriptors[descriptor];
    let applies = applies(rule, review.context());
    if applies == Applies::No {
        return State::DoesNotApply;
    }
    if rule.alternative.is_some_and(|place| is_replaced(review, descriptor, place)) {
        return State::DoesNotApply;
    }
    if rule.is_counted() {
        let is_complete = each(&rule.counts).all(|count| review.count(count).is_some());
        return if is_complete { State::Counted } else { State::ToCount };
    }
    let may_exclude = applies == Applies::NotKnown || rule.may_exclude;
    match review.answer_to(descriptor).map(Answer::standing) {
        Some(AnswerStanding::Met) => State::Yes,
        Some(AnswerStanding::PartlyMet) => State::Partly,
        Some(AnswerStanding::NotMet) => State::No,
        Some(AnswerStanding::Excluded) if may_exclude => State::NotApplicable,
        // The context has come to make it apply: it is still to be answered.
        Some(AnswerStanding::Excluded) | None => State::Open,
    }
}

/// Whether a descriptor is out of the count because of an alternative that it has a part in: the alternative is met, or
/// it is the alternative itself and is not, or what it stands in place of is answered.
fn is_replaced(review: &Review, descriptor: DescriptorNo, place: usize) -> bool {
    let Some(rule) = review.framework().rules.alternatives.get(place) else { return false };
    let of_rule = taken(review, rule.descriptor);
    if descriptor != rule.descriptor {
        return of_rule == Some(AnswerStanding::Met);
    }
    let counts = |number: &DescriptorNo| {
        taken(review, *number).is_some_and(|standing| standing != AnswerStanding::Excluded)
    };
    match of_rule {
        Some(AnswerStanding::Met | AnswerStanding::Excluded) => false,
        Some(AnswerStanding::PartlyMet | AnswerStanding::NotMet) => true,
        None => rule.instead_of.iter().any(counts),
    }
}

/// The answer to a descriptor as far as it is taken: not where the descriptor does not apply, nor one that excludes it
/// where it applies.
fn taken(review: &Review, descriptor: DescriptorNo) -> Option<AnswerStanding> {
    let rule = &review.framework().rules.descriptors[descriptor];
    let applies = applies(rule, review.context());
    let standing = review.answer_to(descriptor).map(Answer::standing)?;
    let may_exclude = applies == Applies::NotKnown || rule.may_exclude;
    let is_taken = standing != AnswerStanding::Excluded || may_exclude;
    (applies != Applies::No && is_taken).then_some(standing)
}

/// Whether a descriptor applies. One condition known to fail decides it.
fn applies(rule: &DescriptorRule, context: &Context) -> Applies {
    let mut result = Applies::Yes;
    for condition in &rule.all_of {
        match holds(context, condition) {
            Some(true) => {}
            Some(false) => return Applies::No,
            None => result = Applies::NotKnown,
        }
    }
    result
}

/// Whether a fact meets a condition; `None` when it is not known.
pub(crate) fn holds(context: &Context, condition: &FactCondition) -> Option<bool> {
    let number = context.number(condition.fact)?;
    Some(condition.within.iter().any(|(first, last)| (first..=last).contains(&&number)))
}

/// The facts about the plan because of which a descriptor does not apply.
pub(crate) fn excluding(review: &Review, descriptor: DescriptorNo) -> impl Iterator<Item = Fact> {
    let failing = review.framework().rules.descriptors[descriptor].all_of.iter();
    let failing = failing.filter(|condition| holds(review.context(), condition) == Some(false));
    failing.map(|condition| condition.fact)
}
