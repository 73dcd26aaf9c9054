//! Checks of the score recorded for the plan.

use super::check::{Check, Maker, Recorded};
use super::found::Finding;
use crate::document::message::Message;
use crate::framework::Score;
use crate::grading::messages;
use crate::grading::reason::{Ends, Reason};

/// The plan is recorded better than its criteria allow.
pub(super) static BETTER_THAN_CRITERIA: Check<Recorded> = Check {
    fires: |grounds, recorded| {
        grounds.plan.criteria.is_some_and(|criteria| recorded.score < criteria.best)
    },
    finding: |maker, recorded| {
        let best =
            maker.graded.grades.plan.criteria.map_or(recorded.score, |criteria| criteria.best);
        let message = &messages::FINDING_BETTER_THAN_CRITERIA;
        better_than(maker, recorded, best, maker.reasons.criteria.as_ref(), message)
    },
};

/// The plan is recorded better than its sections allow.
pub(super) static BETTER_THAN_CAP: Check<Recorded> = Check {
    fires: |grounds, recorded| grounds.plan.cap.is_some_and(|cap| recorded.score < cap.best),
    finding: |maker, recorded| {
        let best = maker.graded.grades.plan.cap.map_or(recorded.score, |cap| cap.best);
        let message = &messages::FINDING_BETTER_THAN_CAP;
        better_than(maker, recorded, best, maker.reasons.cap.as_ref(), message)
    },
};

/// A finding that rests on the answers of the reason why no better grade is allowed.
fn better_than<'a>(
    maker: &Maker<'a, '_>,
    recorded: Recorded,
    best: Score,
    reasons: Option<&Ends<Reason<'a>>>,
    message: &Message,
) -> Finding<'a> {
    let names: [(&str, &dyn std::fmt::Display); 2] =
        [("recorded", &maker.name(recorded.score)), ("best", &maker.name(best))];
    let at = &maker.graded.rules.sections[recorded.section].score_at;
    let rests_on = reasons.map(|ends| ends.best.rests_on.clone()).unwrap_or_default();
    maker.finding(at, rests_on, maker.say(message, &names))
}
