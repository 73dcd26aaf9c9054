//! A review in editing: after any edits it is graded as if it had been read afresh, and each edit
//! reports exactly its changes.

mod edits;
mod notation;

use ehcp_qa_core::framework::{ContextValue, Fact};
use ehcp_qa_core::grading::{GateState, GateSuggestion};
use ehcp_qa_core::review::ReviewProblem;
use ehcp_qa_core::{
    Change, Framework, Interval, Live, PlanChange, ProblemKind, Review, Score, assess,
};
use proptest::prelude::*;

use edits::{Edit, any_edits, make};
use notation::review;

/// Makes an edit; one of a text reports no change.
fn edit(live: &mut Live, edit: &Edit) -> Result<Change, ProblemKind> {
    match edit.clone() {
        Edit::Answer(descriptor, answer) => live.answer(descriptor, answer),
        Edit::Score(section, score) => live.score(section, score),
        Edit::Criterion(criterion, value) => live.criterion(criterion, value),
        Edit::Context(field, value) => live.context(field, value),
        Edit::Text(section, field, text) => {
            live.text(section, field, text).map(|()| Change::default())
        }
    }
}

/// What the plan comes to: by its criteria, by its sections, and in all; whether it may be issued.
type Plan = (
    Option<Interval>,
    Option<Interval>,
    Option<Interval>,
    Option<GateState>,
    Option<GateSuggestion>,
);

/// All grades of a review, without their reasons.
#[derive(Debug, PartialEq)]
struct Standing {
    sections: Vec<Option<Interval>>,
    plan: Plan,
}

fn standing(review: &Review) -> Standing {
    let assessment = assess(review);
    let plan = &assessment.plan;
    let gate = plan.gate.as_ref();
    let (state, suggestion) = (gate.map(|gate| gate.state), gate.and_then(|gate| gate.suggestion));
    Standing {
        sections: assessment.sections.iter().map(|section| section.suggested).collect(),
        plan: (plan.criteria, plan.cap, plan.suggested, state, suggestion),
    }
}

/// The section that an edit is made in.
fn section_of(edit: &Edit, framework: &Framework) -> Option<usize> {
    match edit {
        Edit::Answer(descriptor, _) => framework.descriptor_ids().nth(*descriptor).map(|(_, n)| n),
        Edit::Score(section, _) => Some(*section),
        Edit::Criterion(..) | Edit::Context(..) | Edit::Text(..) => None,
    }
}

/// Compares the changes that an edit reports with those it made.
fn check_change(
    edit: &Edit,
    change: Change,
    before: &Standing,
    after: &Standing,
    framework: &Framework,
) {
    let changed: Vec<usize> = (0..before.sections.len())
        .filter(|&section| before.sections[section] != after.sections[section])
        .collect();
    if let Some(suggested) = change.section {
        let section = section_of(edit, framework).unwrap();
        assert_eq!(changed, [section], "{edit:?}");
        assert_eq!(suggested, after.sections[section], "{edit:?}");
    } else if !change.everything {
        assert_eq!(changed, [0; 0], "{edit:?}");
    }
    assert!(!change.everything || matches!(edit, Edit::Context(..)), "{edit:?}");
    assert_eq!(change.plan.is_some(), before.plan != after.plan, "{edit:?}");
    if let Some(PlanChange { criteria, cap, suggested, gate, gate_suggestion }) = change.plan {
        assert_eq!((criteria, cap, suggested, gate, gate_suggestion), after.plan, "{edit:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn edits_come_to_the_same_as_reading_afresh(
        first in any_edits(80),
        then in any_edits(60),
    ) {
        let framework = Framework::built_in();
        let mut start = Review::new(framework.clone());
        for edit in &first {
            let _ = make(edit, &mut start);
        }
        let mut expected = start.clone();
        let mut live = Live::new(start);
        for step in &then {
            let before = standing(live.review());
            let untouched = live.review().clone();
            let done = edit(&mut live, step);
            let made = make(step, &mut expected);
            match done {
                Ok(change) => {
                    prop_assert_eq!(made, Ok(()));
                    check_change(step, change, &before, &standing(live.review()), &framework);
                }
                Err(kind) => {
                    prop_assert_eq!(made, Err(kind));
                    prop_assert_eq!(live.review(), &untouched);
                }
            }
            prop_assert_eq!(live.review(), &expected);
            let assessment = live.assessment();
            for (number, section) in assessment.sections.iter().enumerate() {
                prop_assert_eq!(live.section_progress(number), section.progress);
            }
        }
        // Read afresh from its document, it is the same review with the same grades.
        let record = serde_json::to_string(&live.review().record()).unwrap();
        let fresh = Review::from_json(&framework, &record).unwrap();
        prop_assert_eq!(live.review(), &fresh);
        prop_assert_eq!(live.assessment(), assess(&fresh));
        let opened = Live::new(fresh.clone());
        prop_assert_eq!(live.assessment(), opened.assessment());
    }
}

fn score(number: i64) -> Score {
    Framework::built_in().score(number).unwrap()
}

fn interval(best: i64, worst: i64) -> Interval {
    Interval { best: score(best), worst: score(worst) }
}

#[test]
fn an_edit_reports_only_its_changes() {
    let mut live = Live::new(review("best *=yes C1=null"));
    // 2 of 2 instead of 1 or 2 of 2, which was 2 to 3 and capped the plan at 1 to 2.
    let change = live.answer(13, Framework::built_in().answer("yes")).unwrap();
    assert_eq!(change.section, Some(Some(interval(2, 2))));
    assert_eq!(change.plan.unwrap().cap, Some(interval(1, 1)));
    assert_eq!(change.plan.unwrap().suggested, Some(interval(1, 1)));
    assert!(!change.everything);
    // The same again changes nothing.
    assert_eq!(live.answer(13, Framework::built_in().answer("yes")), Ok(Change::default()));
    // A score leaves the suggestion of its section, and can cap the plan.
    let change = live.score(0, Some(score(4))).unwrap();
    assert_eq!(change.section, None);
    assert_eq!(change.plan.unwrap().suggested, Some(interval(3, 3)));
    let change = live.score(0, Some(score(2))).unwrap();
    assert_eq!(change.plan.unwrap().suggested, Some(interval(1, 1)));
    // The score of the plan moves the gate alone.
    let change = live.score(12, Some(score(2))).unwrap();
    assert_eq!(change.plan.unwrap().gate.unwrap().word(), "may_be_issued");
    assert_eq!(change.plan.unwrap().suggested, Some(interval(1, 1)));
    assert_eq!(live.score(12, Some(score(1))), Ok(Change::default()));
    // A criterion moves the plan: golden thread is the ninth.
    let change = live.criterion(8, Some(0)).unwrap();
    assert_eq!((change.section, change.everything), (None, false));
    assert_eq!(change.plan.unwrap().criteria, Some(interval(2, 2)));
}

#[test]
fn a_fact_may_change_every_section() {
    let mut live = Live::new(review(""));
    let health = live.review().framework().fact("health_needs").unwrap();
    let change = live.context(health, Some(ContextValue::Flag(false))).unwrap();
    assert_eq!((change.section, change.everything), (None, true));
    // G goes, but the others still leave the plan open from 1 to 4.
    assert_eq!(change.plan, None);
    assert_eq!(live.assessment().sections[6].suggested, None);
    // With health needs, the descriptors that were open now apply.
    live.context(health, None).unwrap();
    let change = live.context(health, Some(ContextValue::Flag(true))).unwrap();
    assert_eq!(change, Change::default());
    let home = live.review().framework().fact("home_educated").unwrap();
    assert_eq!(live.context(home, Some(ContextValue::Flag(true))), Ok(Change::default()));
}

#[test]
fn a_section_can_come_to_have_nothing_that_applies() {
    let mut live = Live::new(review("G1=not_applicable G2=not_applicable G3=not_applicable"));
    // G4 is the 27th descriptor.
    let change = live.answer(26, Framework::built_in().answer("not_applicable")).unwrap();
    assert_eq!(change.section, Some(None));
    let change = live.answer(26, None).unwrap();
    assert_eq!(change.section, Some(Some(interval(2, 4))));
}

#[test]
fn a_refused_edit_changes_nothing() {
    let mut live = Live::new(review("A1=yes A.score=2"));
    let before = live.review().clone();
    let always = ProblemKind::from(ReviewProblem::AlwaysApplies {
        descriptor: "A1".to_owned(),
        answers: "yes or no".to_owned(),
    });
    assert_eq!(live.answer(0, Framework::built_in().answer("not_applicable")), Err(always));
    let unknown = |what| Err(ProblemKind::UnknownId { what });
    assert_eq!(live.answer(48, None), unknown("descriptor"));
    assert_eq!(live.answer(usize::MAX, Framework::built_in().answer("yes")), unknown("descriptor"));
    assert_eq!(live.score(13, Some(score(2))), unknown("section"));
    assert_eq!(live.criterion(10, Some(0)), unknown("criterion"));
    let range = |least, most| Err(ProblemKind::OutOfRange { least, most });
    assert_eq!(live.criterion(0, Some(2)), range(0, 1));
    assert_eq!(live.criterion(4, Some(3)), range(0, 2));
    assert_eq!(live.context(Fact::AGE, Some(ContextValue::Number(26))), range(0, 25));
    let year = Fact::YEAR_GROUP;
    assert_eq!(live.context(year, Some(ContextValue::Number(-3))), range(-2, 15));
    let flag = ContextValue::Flag(true);
    let wrong = |expected| Err(ProblemKind::WrongType { expected });
    assert_eq!(live.context(year, Some(flag.clone())), wrong("a whole number"));
    assert_eq!(live.context(Fact::STAGE, Some(flag)), wrong("text"));
    let number = ContextValue::Number(1);
    let health = live.review().framework().fact("health_needs").unwrap();
    assert_eq!(live.context(health, Some(number)), wrong("true or false"));
    let strengths = ehcp_qa_core::review::TextField::Strengths;
    let long = ProblemKind::TooLong { most: 20_000, length: 20_001 };
    assert_eq!(live.text(0, strengths, Some("é".repeat(20_001))), Err(long));
    assert_eq!(live.text(13, strengths, None), Err(ProblemKind::UnknownId { what: "section" }));
    assert_eq!(live.review(), &before);
    assert_eq!(live.assessment(), assess(&before));
}
