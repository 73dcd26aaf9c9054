//! Conditions that no plan meets, and checks that cannot find anything.

use super::problem::{LintProblem, at};
use crate::document::problem::Reader;
use crate::document::table::Number;
use crate::document::{Json, List, Problem};
use crate::framework::{
    AnswerStanding, DescriptorTest, Framework, FrameworkDocument, Rules, Standing, fact_condition,
};

/// Lists of conditions, all of which must hold.
pub(super) fn excluding(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = framework.json().field("interpretation");
    let mut found = Vec::new();
    for (index, entry) in interpretation.field("applicability").list().iter().enumerate() {
        let list = format!("/interpretation/applicability/{index}/all_of");
        all_of(&list, &conditions(framework, entry.field("all_of").list()), &mut found);
    }
    let given = interpretation.field("checks").list();
    for (index, (check, given)) in
        document.interpretation.checks.iter().zip(given.iter()).enumerate()
    {
        let place = format!("/interpretation/checks/{index}");
        all_of(
            &format!("{place}/when"),
            &conditions(framework, given.field("when").list()),
            &mut found,
        );
        let can_stand = |test: &DescriptorTest| can_stand(&framework.rules, test);
        let every = check.every.as_deref().unwrap_or_default();
        let any = check.any.as_deref().unwrap_or_default();
        if !every.iter().all(can_stand) || !any.is_empty() && !any.iter().any(can_stand) {
            found.push(at(place, LintProblem::CheckNeverFires {}));
        }
    }
    found
}

fn conditions<'a>(framework: &Framework, list: List<'a>) -> Vec<Condition<'a>> {
    list.iter().filter_map(|one| Condition::of(&framework.rules, one)).collect()
}

/// What a condition is about, and the values with which it holds.
struct Condition<'a> {
    about: (&'static str, &'a str),
    /// The least and the greatest value that there is.
    ends: (i32, i32),
    /// It holds from the first to the last of each.
    within: Vec<(i32, i32)>,
}

impl<'a> Condition<'a> {
    /// A condition on a fact, or on the answer to a criterion.
    fn of(rules: &Rules, json: Json<'a>) -> Option<Self> {
        if json.field("criterion").is_null() {
            let condition = fact_condition(&mut Reader::default(), &rules.facts, json)?;
            let ends = rules.facts[condition.fact].values.ends();
            let about = ("fact", json.text_of("field"));
            return Some(Self { about, ends, within: condition.within });
        }
        let criterion = json.text_of("criterion");
        let values = &rules.criteria[rules.criterion(criterion)?].values;
        let place = values.find(|value| value.id == json.text_of("equals"))?.place();
        let place = i32::try_from(place).ok()?;
        let within = vec![(place, place)];
        Some(Self { about: ("criterion", criterion), ends: (0, i32::MAX), within })
    }

    /// Whether a value meets both.
    fn meets(&self, other: &Self) -> bool {
        let pairs =
            self.within.iter().flat_map(|one| other.within.iter().map(move |two| (one, two)));
        let (least, most) = self.ends;
        pairs.into_iter().any(|((first, last), (from, to))| {
            *first.max(from).max(&least) <= *last.min(to).min(&most)
        })
    }
}

/// Reports a condition that no value meets, or else the first before it that excludes it. Where each two of some ranges
/// meet, all of them do; three lists of words need not, which is not looked for.
fn all_of(list: &str, conditions: &[Condition], found: &mut Vec<Problem>) {
    for (number, condition) in conditions.iter().enumerate() {
        let pointer = format!("{list}/{number}");
        if !condition.meets(condition) {
            let (least, most) = (condition.ends.0.into(), condition.ends.1.into());
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
    let answers = rules.answers_to(number);
    let has_exclusion =
        answers.rows().iter().any(|row| row.answer.standing() == AnswerStanding::Excluded);
    test.is.iter().any(|standing| match standing {
        Standing::CountedYes
        | Standing::CountedNo
        | Standing::AnsweredYes
        | Standing::AnsweredNo => true,
        Standing::CountedPartly => answers.has_partly(),
        Standing::NotApplicable => has_exclusion && rule.may_not_apply(),
        Standing::DoesNotApply => !rule.all_of.is_empty() || rule.alternative.is_some(),
    })
}
