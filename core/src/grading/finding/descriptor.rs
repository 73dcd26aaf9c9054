//! Checks of answers that do not count.

use super::check::Check;
use crate::framework::DescriptorNo;
use crate::grading::state::{State, excluding, state};
use crate::review::Answer;
use crate::text::fill::fill;

/// The context makes a descriptor apply that was answered not applicable.
pub(super) static NOT_APPLICABLE_BUT_APPLIES: Check<DescriptorNo> = Check {
    fires: |grounds, descriptor| {
        grounds.review.answer_to(descriptor) == Some(Answer::NotApplicable)
            && state(grounds.review, descriptor) == State::Open
    },
    finding: |maker, descriptor| {
        let rule = &maker.graded.rules.descriptors[descriptor];
        let facts = &maker.graded.rules.facts;
        let facts = rule.all_of.iter().map(|condition| facts[condition.fact].at.as_str());
        let message = fill(
            "Descriptor {id} is answered not applicable, but it applies to this plan: it counts as not \
             answered.",
            &[("id", &rule.id)],
        );
        maker.finding(&rule.at, facts.collect(), message)
    },
};

/// A descriptor is answered that does not apply.
pub(super) static ANSWER_DOES_NOT_APPLY: Check<DescriptorNo> = Check {
    fires: |grounds, descriptor| {
        matches!(grounds.review.answer_to(descriptor), Some(Answer::Yes | Answer::No))
            && state(grounds.review, descriptor) == State::DoesNotApply
    },
    finding: |maker, descriptor| {
        let rule = &maker.graded.rules.descriptors[descriptor];
        let facts = &maker.graded.rules.facts;
        let excluding = excluding(maker.graded.review, descriptor);
        let facts = excluding.map(|fact| facts[fact].at.as_str());
        let message = fill(
            "Descriptor {id} is answered, but it does not apply to this plan: the answer does not count.",
            &[("id", &rule.id)],
        );
        maker.finding(&rule.at, facts.collect(), message)
    },
};
