//! Checks of the scores and texts recorded under the sections.

use super::check::{Check, Grounds, Recorded};
use crate::document::table::{Number, Table, each};
use crate::framework::{GradeNo, SectionNo};
use crate::grading::grades::{PlanGrade, SectionGrade};
use crate::grading::interval::Interval;
use crate::grading::messages;
use crate::grading::reason::Ends;
use crate::grading::state::{State, excluding};
use crate::review::TextField;

/// The best grade stands beside a counted no.
pub(super) static OUTSTANDING_WITH_NO: Check<Recorded> = Check {
    fires: is_outstanding_with_no,
    finding: |maker, recorded| {
        let section = recorded.section;
        let message = maker.say_of(
            &messages::FINDING_OUTSTANDING_WITH_NO,
            maker.graded.grades.sections[section].counts.no,
            &[("subject", &maker.subject(section)), ("grade", &maker.name(recorded.score))],
        );
        let at = &maker.graded.rules.sections[section].score_at;
        maker.finding(at, maker.graded.pointers(section, &[State::No]), message)
    },
};

fn is_outstanding_with_no(grounds: &Grounds, recorded: Recorded) -> bool {
    let is_best = grounds.rules.scale.grade_of(recorded.score) == GradeNo::at(0);
    is_best && grounds.sections[recorded.section].counts.no > 0
}

/// A score is more than one away from what the answers suggest, and no plainer check says so.
pub(super) static FAR_FROM_SUGGESTION: Check<Recorded> = Check {
    fires: |grounds, recorded| {
        let is_overall = grounds.rules.sections[recorded.section].is_overall;
        let suggested = suggestion(*grounds.plan, grounds.sections, is_overall, recorded);
        let grade = |score| grounds.rules.scale.grade_of(score).place();
        let recorded_grade = grade(recorded.score);
        let is_far = recorded_grade + 1 < grade(suggested.best)
            || recorded_grade > grade(suggested.worst) + 1;
        is_far && !is_outstanding_with_no(grounds, recorded)
    },
    finding: |maker, recorded| {
        let section = recorded.section;
        let rule = &maker.graded.rules.sections[section];
        let grades = &maker.graded.grades;
        let suggested = suggestion(grades.plan, &grades.sections, rule.is_overall, recorded);
        let template = if suggested.is_point() {
            &messages::FINDING_FAR_FROM_GRADE
        } else {
            &messages::FINDING_FAR_FROM_GRADES
        };
        let message = maker.say(
            template,
            &[
                ("subject", &maker.subject(section)),
                ("grade", &maker.name(recorded.score)),
                ("best", &maker.name(suggested.best)),
                ("worst", &maker.name(suggested.worst)),
            ],
        );
        let rests_on = if rule.is_overall {
            let reason = maker.reasons.suggested.as_ref().map(Ends::last);
            reason.map(|reason| reason.rests_on.clone()).unwrap_or_default()
        } else {
            maker.graded.pointers(section, &[State::Yes, State::Partly, State::No, State::Open])
        };
        maker.finding(&rule.score_at, rests_on, message)
    },
};

/// The suggestion that a recorded score is compared with: the plan's or the section's. Where nothing is
/// suggested there is nothing to differ from.
fn suggestion(
    plan: PlanGrade,
    sections: &Table<SectionNo, SectionGrade>,
    is_overall: bool,
    recorded: Recorded,
) -> Interval {
    let of_section = || sections[recorded.section].suggested;
    let suggested = if is_overall { plan.suggested } else { of_section() };
    suggested.unwrap_or(Interval::point(recorded.score))
}

/// A score has no rationale.
pub(super) static SCORE_WITHOUT_RATIONALE: Check<Recorded> = Check {
    fires: |grounds, recorded| grounds.is_blank(recorded.section, TextField::Rationale),
    finding: |maker, recorded| {
        let rule = &maker.graded.rules.sections[recorded.section];
        let subject = maker.subject(recorded.section);
        let message =
            maker.say(&messages::FINDING_SCORE_WITHOUT_RATIONALE, &[("subject", &subject)]);
        maker.finding(&rule.rationale_at, vec![&rule.score_at], message)
    },
};

/// A counted no has no improvement noted.
pub(super) static NO_WITHOUT_IMPROVEMENT: Check<SectionNo> = Check {
    fires: |grounds, section| {
        grounds.sections[section].counts.no > 0
            && grounds.is_blank(section, TextField::Improvements)
    },
    finding: |maker, section| {
        let rule = &maker.graded.rules.sections[section];
        let message = maker.say_of(
            &messages::FINDING_NO_WITHOUT_IMPROVEMENT,
            maker.graded.grades.sections[section].counts.no,
            &[("id", &rule.id)],
        );
        let rests_on = maker.graded.pointers(section, &[State::No]);
        maker.finding(&rule.improvements_at, rests_on, message)
    },
};

/// A section is scored in which nothing applies.
pub(super) static SCORE_WHERE_NOTHING_APPLIES: Check<Recorded> = Check {
    fires: |grounds, recorded| {
        let section = recorded.section;
        !grounds.rules.sections[section].is_overall && !grounds.sections[section].applies
    },
    finding: |maker, recorded| {
        let graded = maker.graded;
        let rule = &graded.rules.sections[recorded.section];
        let message =
            maker.say(&messages::FINDING_SCORE_WHERE_NOTHING_APPLIES, &[("id", &rule.id)]);
        let mut rests_on = graded.pointers(recorded.section, &[State::NotApplicable]);
        let mut facts = Vec::new();
        for descriptor in each(&rule.descriptors) {
            for fact in excluding(graded.review, descriptor) {
                // There are few facts.
                if !facts.contains(&fact) {
                    facts.push(fact);
                    rests_on.push(&graded.rules.facts[fact].at);
                }
            }
        }
        maker.finding(&rule.score_at, rests_on, message)
    },
};
