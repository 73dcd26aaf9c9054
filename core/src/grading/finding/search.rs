//! Goes through the checks of a framework.

use super::answers;
use super::built_in::{BuiltInCheck, built_in};
use super::check::{Check, Grounds, Maker, Recorded};
use super::found::Finding;
use crate::framework::{AnswersTest, CheckRule, CheckTest, DescriptorNo, SectionNo};
use crate::grading::graded::Graded;
use crate::grading::grades::Grades;
use crate::grading::reason::PlanReasons;
use crate::review::Review;

/// A check that fires, and where.
enum Hit<'a> {
    Score(&'static Check<Recorded>, Recorded),
    Section(&'static Check<SectionNo>, SectionNo),
    Descriptor(&'static Check<DescriptorNo>, DescriptorNo),
    Context(&'static Check<()>),
    /// At answers that the framework states; the first of them stands at this pointer.
    Answers(&'a AnswersTest, &'a str),
}

/// All findings: the most serious first, then in the order of the checks, then in printed order.
pub(crate) fn findings<'a>(graded: &Graded<'a>, reasons: &PlanReasons<'a>) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    search(graded.review, &graded.grades, &mut |check, hit| {
        let maker = Maker { check, graded, reasons };
        findings.push(match hit {
            Hit::Score(check, recorded) => (check.finding)(&maker, recorded),
            Hit::Section(check, section) => (check.finding)(&maker, section),
            Hit::Descriptor(check, descriptor) => (check.finding)(&maker, descriptor),
            Hit::Context(check) => (check.finding)(&maker, ()),
            Hit::Answers(test, at) => answers::finding(&maker, test, at),
        });
    });
    findings
}

/// The rule of each finding, in the same order.
pub(crate) fn ids<'a>(review: &'a Review, grades: &Grades) -> Vec<&'a str> {
    let rules = &review.framework().rules;
    // Room for more findings than reviews have, so that the list need not grow.
    let mut ids = Vec::with_capacity(rules.checks.len() + rules.sections.len());
    search(review, grades, &mut |check, _| ids.push(check.id.as_str()));
    ids
}

fn search<'a>(review: &'a Review, grades: &Grades, found: &mut dyn FnMut(&'a CheckRule, Hit<'a>)) {
    let rules = &review.framework().rules;
    let grounds = Grounds { review, rules, sections: &grades.sections, plan: &grades.plan };
    let recorded =
        |section: SectionNo| review.score_of(section).map(|score| Recorded { section, score });
    for number in &rules.by_severity {
        let rule = &rules.checks[*number];
        let mut found = |hit| found(rule, hit);
        match &rule.test {
            CheckTest::Answers(test) => {
                if let Some(at) = answers::fires(&grounds, test) {
                    found(Hit::Answers(test, at));
                }
            }
            CheckTest::BuiltIn(name) => match built_in(*name) {
                BuiltInCheck::PlanScore(check) => {
                    if let Some(recorded) = recorded(rules.overall())
                        && (check.fires)(&grounds, recorded)
                    {
                        found(Hit::Score(check, recorded));
                    }
                }
                BuiltInCheck::Scores(check) => {
                    for recorded in rules.sections.numbers().filter_map(recorded) {
                        if (check.fires)(&grounds, recorded) {
                            found(Hit::Score(check, recorded));
                        }
                    }
                }
                BuiltInCheck::Sections(check) => {
                    for section in rules.sections.numbers() {
                        if (check.fires)(&grounds, section) {
                            found(Hit::Section(check, section));
                        }
                    }
                }
                BuiltInCheck::Descriptors(check) => {
                    for descriptor in rules.descriptors.numbers() {
                        if (check.fires)(&grounds, descriptor) {
                            found(Hit::Descriptor(check, descriptor));
                        }
                    }
                }
                BuiltInCheck::Context(check) => {
                    if (check.fires)(&grounds, ()) {
                        found(Hit::Context(check));
                    }
                }
            },
        }
    }
}
