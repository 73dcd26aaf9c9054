//! The check for facts about the plan that are not known.

use super::check::Check;
use super::found::Finding;
use crate::framework::{CheckRule, CheckTest, Fact, Rules};
use crate::grading::messages;
use crate::grading::state::holds;
use crate::review::Context;

/// Facts that a descriptor or a check depends on are not given.
pub(super) static NOT_KNOWN: Check<()> = Check {
    fires: |grounds, ()| not_known(grounds.rules, grounds.review.context()).next().is_some(),
    finding: |maker, ()| {
        let (rules, context) = (maker.graded.rules, maker.graded.review.context());
        let facts: Vec<_> = not_known(rules, context).map(|fact| &rules.facts[fact]).collect();
        let names: Vec<&str> = facts.iter().map(|fact| fact.name.as_str()).collect();
        let checks = rules.checks.rows().iter().filter(|check| is_undecided(check, context));
        let not_checked: Vec<&str> = checks.map(|check| check.id.as_str()).collect();
        let message = if not_checked.is_empty() {
            &messages::FINDING_CONTEXT_NOT_KNOWN
        } else {
            &messages::FINDING_CONTEXT_NOT_KNOWN_CHECKS
        };
        let message = maker.say_of(message, not_checked.len(), &[("names", &names.join(", "))]);
        let fields = facts.iter().map(|fact| fact.id.as_str()).collect();
        let pointers = facts.iter().map(|fact| fact.at.as_str()).collect();
        Finding { fields, not_checked, ..maker.finding("/plan", pointers, message) }
    },
};

fn not_known(rules: &Rules, context: &Context) -> impl Iterator<Item = Fact> {
    rules.facts_needed.iter().copied().filter(|fact| context.number(*fact).is_none())
}

/// Whether a check could not be made: a fact it depends on is not known, and no other fact rules it out.
fn is_undecided(check: &CheckRule, context: &Context) -> bool {
    let CheckTest::Answers(test) = &check.test else { return false };
    let mut holding = test.context.iter().map(|condition| holds(context, condition));
    let rules_out = holding.clone().any(|holds| holds == Some(false));
    !rules_out && holding.any(|holds| holds.is_none())
}
