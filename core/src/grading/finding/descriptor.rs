//! Checks of answers that do not count.

use super::check::Check;
use crate::framework::{AlternativeRule, DescriptorNo, Rules};
use crate::grading::messages;
use crate::grading::state::{State, excluding, state};
use crate::review::{Answer, AnswerStanding};

/// The context makes a descriptor apply that was answered not applicable.
pub(super) static NOT_APPLICABLE_BUT_APPLIES: Check<DescriptorNo> = Check {
    fires: |grounds, descriptor| {
        let standing = grounds.review.answer_to(descriptor).map(Answer::standing);
        standing == Some(AnswerStanding::Excluded)
            && state(grounds.review, descriptor) == State::Open
    },
    finding: |maker, descriptor| {
        let rule = &maker.graded.rules.descriptors[descriptor];
        let facts = &maker.graded.rules.facts;
        let facts = rule.all_of.iter().map(|condition| facts[condition.fact].at.as_str());
        let message = maker.say(&messages::FINDING_NOT_APPLICABLE_BUT_APPLIES, &[("id", &rule.id)]);
        maker.finding(&rule.at, facts.collect(), message)
    },
};

/// A descriptor is answered that does not apply.
pub(super) static ANSWER_DOES_NOT_APPLY: Check<DescriptorNo> = Check {
    fires: |grounds, descriptor| {
        let standing = grounds.review.answer_to(descriptor).map(Answer::standing);
        // An alternative that is answered no gives way to what it stands in place of: that is how it is meant.
        let gives_way = || {
            alternative(grounds.rules, descriptor).is_some()
                && excluding(grounds.review, descriptor).next().is_none()
        };
        standing.is_some_and(|standing| standing != AnswerStanding::Excluded)
            && state(grounds.review, descriptor) == State::DoesNotApply
            && !gives_way()
    },
    finding: |maker, descriptor| {
        let rule = &maker.graded.rules.descriptors[descriptor];
        let facts = &maker.graded.rules.facts;
        let excluding = excluding(maker.graded.review, descriptor);
        let facts = excluding.map(|fact| facts[fact].at.as_str());
        let message = maker.say(&messages::FINDING_ANSWER_DOES_NOT_APPLY, &[("id", &rule.id)]);
        maker.finding(&rule.at, facts.collect(), message)
    },
};

/// Neither an alternative nor anything that it stands in place of counts.
pub(super) static NEITHER_ALTERNATIVE: Check<DescriptorNo> = Check {
    fires: |grounds, descriptor| {
        let Some(rule) = alternative(grounds.rules, descriptor) else { return false };
        let is_out = |number: &DescriptorNo| {
            let state = state(grounds.review, *number);
            matches!(state, State::NotApplicable | State::DoesNotApply)
        };
        is_out(&descriptor) && rule.instead_of.iter().all(is_out)
    },
    finding: |maker, descriptor| {
        let rules = maker.graded.rules;
        let rule = &rules.descriptors[descriptor];
        let others = alternative(rules, descriptor).map_or(&[][..], |rule| &rule.instead_of);
        let (mut ids, mut rests_on) = (Vec::new(), vec![rule.at.as_str()]);
        for number in others {
            ids.push(rules.descriptors[*number].id.as_str());
            rests_on.push(&rules.descriptors[*number].at);
        }
        let message = maker.say(
            &messages::FINDING_NEITHER_ALTERNATIVE,
            &[("id", &rule.id), ("others", &ids.join(", "))],
        );
        maker.finding(&rule.at, rests_on, message)
    },
};

/// The alternative that a descriptor is.
fn alternative(rules: &Rules, descriptor: DescriptorNo) -> Option<&AlternativeRule> {
    let rule = rules.alternatives.get(rules.descriptors[descriptor].alternative?)?;
    (rule.descriptor == descriptor).then_some(rule)
}
