//! Conditions that no plan meets, and checks that cannot find anything.

use super::problem::{LintProblem, at};
use crate::document::{Age, Problem, YearGroup};
use crate::framework::{
    AnswerStanding, CheckCondition, ContextCondition, ContextTest, ContextValue, DescriptorTest,
    Fact, Framework, FrameworkDocument, Rules, Stage, Standing,
};

/// Lists of conditions, all of which must hold.
pub(super) fn excluding(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = &document.interpretation;
    let mut found = Vec::new();
    for (index, entry) in interpretation.applicability.iter().enumerate() {
        let conditions = entry.all_of.iter().map(Condition::of_fact).collect();
        let list = format!("/interpretation/applicability/{index}/all_of");
        all_of(&list, &conditions, &mut found);
    }
    for (index, check) in interpretation.checks.iter().enumerate() {
        let conditions = check.when.iter().flatten().map(Condition::of).collect();
        let place = format!("/interpretation/checks/{index}");
        all_of(&format!("{place}/when"), &conditions, &mut found);
        let can_stand = |test: &DescriptorTest| can_stand(&framework.rules, test);
        let every = check.every.as_deref().unwrap_or_default();
        let any = check.any.as_deref().unwrap_or_default();
        if !every.iter().all(can_stand) || !any.is_empty() && !any.iter().any(can_stand) {
            found.push(at(place, LintProblem::CheckNeverFires {}));
        }
    }
    found
}

/// What a condition is about, and the values with which it holds.
struct Condition<'a> {
    about: (&'static str, &'a str),
    values: Values<'a>,
}

/// The values with which a condition holds.
#[derive(PartialEq, Eq)]
enum Values<'a> {
    /// Numbers from one to another. The first is greater where there are none.
    Numbers(i8, i8),
    Flag(bool),
    Stage(Stage),
    /// The answer to a criterion.
    Answer(&'a str),
}

impl<'a> Condition<'a> {
    fn of(condition: &'a CheckCondition) -> Self {
        match condition {
            CheckCondition::Context(condition) => Self::of_fact(condition),
            CheckCondition::Criterion(condition) => Self {
                about: ("criterion", &condition.criterion),
                values: Values::Answer(&condition.equals),
            },
        }
    }

    fn of_fact(condition: &'a ContextCondition) -> Self {
        let (least, most) = range(&condition.field);
        let values = match condition.test {
            ContextTest::AtLeast(from) => Values::Numbers(from.max(least), most),
            ContextTest::Under(limit) => Values::Numbers(least, limit.saturating_sub(1).min(most)),
            ContextTest::Equals(ContextValue::Number(number)) => {
                Values::Numbers(number.max(least), number.min(most))
            }
            ContextTest::Equals(ContextValue::Flag(flag)) => Values::Flag(flag),
            ContextTest::Equals(ContextValue::Stage(stage)) => Values::Stage(stage),
        };
        Self { about: ("fact", &condition.field), values }
    }

    /// Whether a value meets both.
    fn meets(&self, other: &Self) -> bool {
        match (&self.values, &other.values) {
            (Values::Numbers(first, last), Values::Numbers(from, to)) => {
                first.max(from) <= last.min(to)
            }
            (one, another) => one == another,
        }
    }
}

/// The values of a fact that is a number.
fn range(fact: &str) -> (i8, i8) {
    match Fact::typed(fact) {
        Some(Fact::Age) => (Age::LEAST, Age::MOST),
        _ => (YearGroup::LEAST, YearGroup::MOST),
    }
}

/// Reports a condition that no value meets, or else the first before it that excludes it. Where each two of some ranges
/// meet, all of them do.
fn all_of(list: &str, conditions: &Vec<Condition>, found: &mut Vec<Problem>) {
    for (number, condition) in conditions.iter().enumerate() {
        let pointer = format!("{list}/{number}");
        if !condition.meets(condition) {
            let (least, most) = range(condition.about.1);
            let (least, most) = (least.into(), most.into());
            found.push(at(pointer, LintProblem::ConditionNeverHolds { least, most }));
            continue;
        }
        let mut earlier = conditions.iter().take(number);
        let excludes =
            |other: &Condition| other.about == condition.about && !other.meets(condition);
        if let Some(other) = earlier.position(excludes) {
            let other = format!("{list}/{other}");
            found.push(at(pointer, LintProblem::ConditionsExclude { other }));
        }
    }
}

/// Whether a descriptor can stand in one of the ways that a test lists.
fn can_stand(rules: &Rules, test: &DescriptorTest) -> bool {
    let Some(number) = rules.descriptor(&test.descriptor) else { return true };
    let rule = &rules.descriptors[number];
    let mut answers = rules.answers.rows().iter();
    let has_exclusion = answers.any(|row| row.answer.standing() == AnswerStanding::Excluded);
    test.is.iter().any(|standing| match standing {
        Standing::CountedYes
        | Standing::CountedNo
        | Standing::AnsweredYes
        | Standing::AnsweredNo => true,
        Standing::CountedPartly => rules.answers.has_partly(),
        Standing::NotApplicable => has_exclusion && rule.may_not_apply(),
        Standing::DoesNotApply => !rule.all_of.is_empty() || rule.alternative.is_some(),
    })
}
