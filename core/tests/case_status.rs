//! The parts of the status of a case: its reasons, its citations, the count of re-graded plans, its history
//! and its findings.

mod events;

use std::collections::BTreeSet;

use ehcp_qa_core::Framework;
use ehcp_qa_core::case::{CaseState, status};
use ehcp_qa_core::law::Basis;
use serde_json::Value;

use events::{
    AMENDED, APART, BELOW, GOOD, HANDED_UP, ISSUED, MINIMAL, ONCE, SUBMITTED, SUBSTANTIAL, case,
    with_status,
};

#[test]
fn a_record_is_read_up_to_the_first_event_that_does_not_fit() {
    let events = format!("{GOOD}; amended sco S1; issued co C1; issued co C1");
    with_status(&events, |status| {
        assert_eq!(status.state, CaseState::MayBeIssued);
        assert_eq!(status.refused.unwrap().pointer, "/events/2");
        assert_eq!((status.history.len(), status.not_read), (2, 2));
        // The record is not complete, so the plan may not be issued.
        assert!(!status.may_issue);
        let reasons: Vec<(&str, &[String])> = status
            .reasons
            .iter()
            .map(|reason| (reason.message.as_str(), reason.at.as_slice()))
            .collect();
        assert_eq!(
            reasons,
            [
                (
                    "An event does not fit, and nothing behind it was looked at.",
                    ["/events/2".to_owned()].as_slice()
                ),
                (
                    "The draft is graded at least 2 Good: the plan may be issued.",
                    ["/events/1".to_owned()].as_slice()
                ),
            ]
        );
        assert_eq!(status.next[0].event.word(), "issued");
    });
}

/// Expects the one reason, the events it comes from by number, and the places it cites.
#[track_caller]
fn check_reason(events: &str, may_issue: bool, message: &str, from: &[usize], places: &[&str]) {
    with_status(events, |status| {
        assert_eq!(status.may_issue, may_issue, "{events}");
        assert_eq!(status.reasons.len(), 1);
        let reason = &status.reasons[0];
        assert_eq!(reason.message, message);
        let from: Vec<String> = from.iter().map(|number| format!("/events/{number}")).collect();
        assert_eq!(reason.at, from, "{events}");
        let cited: Vec<&str> = reason.cites.iter().map(|cite| cite.place.as_str()).collect();
        assert_eq!(cited, places, "{events}");
    });
}

const LEVEL_2: &str = "Level 2 (LA EHCP Team Senior Case Officer QA)";

#[test]
fn the_reasons_a_plan_may_or_may_not_be_issued() {
    check_reason(
        "",
        false,
        "No draft is submitted, and every draft is graded before the plan is issued.",
        &[],
        &[LEVEL_2],
    );
    check_reason(
        SUBMITTED,
        false,
        "The draft has no grade yet: a Senior Case Officer grades it first.",
        &[0],
        &["Annex B, step 1", LEVEL_2],
    );
    check_reason(
        BELOW,
        false,
        "The draft is not graded at least 2 Good: feedback is given to the plan writer.",
        &[1],
        &[LEVEL_2, "Annex B", "Annex B, step 2"],
    );
    check_reason(
        MINIMAL,
        false,
        "Minimal changes are to be made by the Senior Case Officer, and the draft graded again.",
        &[2],
        &["Annex B, step 2a", "Annex B, step 3"],
    );
    check_reason(
        SUBSTANTIAL,
        false,
        "The draft is to be amended by the plan writer, and graded again.",
        &[2],
        &["Annex B, step 2b", "Annex B, step 3"],
    );
    check_reason(
        AMENDED,
        false,
        "The amended draft is to be graded by two Senior Case Officers separately.",
        &[3],
        &["Annex B, step 3"],
    );
    check_reason(
        &format!("{ONCE}; escalated co C1"),
        false,
        "One of two separate grades is given: the other is still to come.",
        &[4],
        &["Annex B, step 3"],
    );
    check_reason(
        APART,
        false,
        "One separate grade is at least 2 Good and one is not: a grade is to be agreed.",
        &[4, 5],
        &["Annex B, step 3", "Two separate grades across Good"],
    );
    check_reason(
        HANDED_UP,
        false,
        "One separate grade is at least 2 Good and one is not: the Team Manager is to agree a grade.",
        &[4, 5, 6],
        &["Annex B, step 3", "Two separate grades across Good", "Escalation"],
    );
    let may = "The draft is graded at least 2 Good: the plan may be issued.";
    let gate = [LEVEL_2, "Annex B"];
    check_reason(GOOD, true, may, &[1], &gate);
    check_reason(&format!("{GOOD}; graded panel P1 1"), true, may, &[1], &gate);
    check_reason(&format!("{ONCE}; graded_again sco S2 1"), true, may, &[4, 5], &gate);
    check_reason(&format!("{APART}; agreed sco S2 2"), true, may, &[4, 5, 6], &gate);
    check_reason(&format!("{HANDED_UP}; agreed tm T1 2"), true, may, &[4, 5, 7], &gate);
    check_reason(ISSUED, false, "The plan is issued already.", &[2], &["After a plan is issued"]);
}

#[test]
fn citations_quote_the_framework_and_choices_of_ours_have_a_reason() {
    let framework = Framework::built_in();
    let wording = framework.wording();
    let mut steps = Vec::new();
    for step in &wording.improvement_process.unwrap().steps {
        steps.push((format!("Annex B, step {}", step.id), step.text.clone()));
        for part in step.steps.iter().flatten() {
            steps.push((format!("Annex B, step {}", part.id), part.text.clone()));
        }
    }
    let levels = wording.levels.unwrap().items.into_iter();
    steps.extend(levels.map(|level| (level.title, level.text)));
    let (mut cited, mut ours) = (BTreeSet::new(), BTreeSet::new());
    let mut findings = 0;
    for path in
        ["", SUBMITTED, BELOW, MINIMAL, SUBSTANTIAL, AMENDED, ONCE, APART, HANDED_UP, GOOD, ISSUED]
    {
        // With a further event that fits nowhere, and with findings.
        for events in [path.to_owned(), format!("{path}; draft_submitted panel P1")] {
            let case = case(&events.replace("S2", "S3").replacen("S1", "C1", 1));
            let status = status(&framework, &case).unwrap();
            let next = status.next.iter().map(|next| &next.cites);
            let reasons = status.reasons.iter().map(|reason| &reason.cites);
            findings += status.findings.len();
            let found = status.findings.iter().map(|found| &found.cites);
            for cite in next.chain(reasons).chain(found).chain([&status.regraded.cites]).flatten() {
                match (cite.basis, cite.text) {
                    (Basis::Interpretation, reason) => {
                        assert!(reason.unwrap().ends_with('.'));
                        ours.insert(cite.place.clone());
                    }
                    // The gate cites places by name, as the framework does.
                    (_, None) => assert!([LEVEL_2, "Annex B"].contains(&cite.place.as_str())),
                    (_, Some(text)) => {
                        let (_, said) =
                            steps.iter().find(|(place, _)| *place == cite.place).unwrap();
                        assert_eq!(text, said);
                        cited.insert(cite.place.clone());
                    }
                }
            }
        }
    }
    assert!(findings > 0);
    assert_eq!(cited.iter().filter(|place| place.starts_with("Annex B")).count(), 6);
    assert_eq!(cited.len(), 8, "all of Annex B, Level 2 and Level 4: {cited:?}");
    assert_eq!(ours.len(), 15, "{ours:?}");
}

/// Expects what a case adds to the number of plans re-graded, and the events that do so.
#[track_caller]
fn check_regraded(events: &str, count: u8, rounds: usize, at: &[usize]) {
    with_status(events, |status| {
        assert!(status.refused.is_none(), "{events}");
        let regraded = status.regraded;
        let at: Vec<String> = at.iter().map(|number| format!("/events/{number}")).collect();
        assert_eq!((regraded.count, regraded.rounds, regraded.at), (count, rounds, at), "{events}");
    });
}

#[test]
fn a_plan_is_re_graded_once_both_separate_grades_are_given() {
    check_regraded("", 0, 0, &[]);
    check_regraded(ISSUED, 0, 0, &[]);
    // Neither the first grade, nor those of Level 4, nor amending, nor one separate grade.
    check_regraded(&format!("{GOOD}; graded tm T1 3; graded panel P1 1"), 0, 0, &[]);
    check_regraded(AMENDED, 0, 0, &[]);
    check_regraded(ONCE, 0, 0, &[]);
    // With any two grades, and with any event after them.
    check_regraded(&format!("{ONCE}; graded_again sco S2 2"), 1, 1, &[4, 5]);
    check_regraded(&format!("{ONCE}; escalated sco S1; graded_again sco S2 2"), 1, 1, &[4, 6]);
    check_regraded(APART, 1, 1, &[4, 5]);
    check_regraded(&format!("{HANDED_UP}; agreed tm T1 2; issued tm T1"), 1, 1, &[4, 5]);
    // A plan is one plan, however many rounds it takes.
    let second = "feedback_given sco S2 substantial; amended co C1; graded_again sco S2 1";
    let twice = format!("{APART}; agreed sco S1 3; {second}");
    check_regraded(&twice, 1, 1, &[4, 5]);
    check_regraded(&format!("{twice}; graded_again sco S1 2"), 1, 2, &[4, 5, 9, 10]);
}

#[test]
fn the_history_lists_each_event_and_where_it_led() {
    with_status(&format!("{APART}; escalated sco S1; agreed tm T1 2; issued co C1"), |status| {
        let history: Vec<String> = status
            .history
            .iter()
            .map(|moment| format!("{} {} {}", moment.at, moment.event.word(), moment.state.word()))
            .collect();
        assert_eq!(
            history,
            [
                "/events/0 draft_submitted submitted",
                "/events/1 graded below_good",
                "/events/2 feedback_given minimal_changes",
                "/events/3 amended amended",
                "/events/4 graded_again graded_once",
                "/events/5 graded_again disagreed",
                "/events/6 escalated escalated",
                "/events/7 agreed may_be_issued",
                "/events/8 issued issued",
            ]
        );
        assert!(status.next.is_empty());
    });
}

/// Expects the findings, each as `rule pointer`.
#[track_caller]
fn check_findings(events: &str, expected: &[&str]) {
    with_status(events, |status| {
        let found: Vec<String> = status
            .findings
            .iter()
            .map(|found| format!("{} {}", found.rule.word(), found.at))
            .collect();
        assert_eq!(found, expected, "{events}");
    });
}

#[test]
fn the_people_who_grade_are_checked() {
    check_findings(&format!("{ONCE}; graded_again sco S2 2"), &[]);
    check_findings(
        "draft_submitted co S1; graded sco S1 2",
        &["case-grader-is-writer /events/1/by"],
    );
    // A case officer who amends the plan is its writer too; a Senior Case Officer who amends it is not.
    check_findings(
        &format!(
            "{SUBSTANTIAL}; amended co C2; graded_again sco C2 2; graded_again sco S1 3;
             agreed sco C2 2"
        ),
        &["case-grader-is-writer /events/4/by", "case-grader-is-writer /events/6/by"],
    );
    check_findings(
        &format!("{AMENDED}; graded_again sco S2 2; graded_again sco S3 2"),
        &["case-first-grader-absent /events/5/by"],
    );
    check_findings(&format!("{AMENDED}; graded_again sco S2 2; graded_again sco S1 2"), &[]);
    // It is the Senior Case Officer of step 1, not the Team Manager; each round is checked.
    check_findings(
        "draft_submitted co C1; graded sco S1 2; graded tm T1 3; feedback_given sco S2 minimal;
         amended sco S2; graded_again sco S2 3; graded_again sco S3 3; feedback_given sco S1 minimal;
         amended sco S1; graded_again sco S3 2; graded_again sco S1 2",
        &["case-first-grader-absent /events/6/by"],
    );
    check_findings(
        &format!(
            "{ONCE}; graded_again sco S2 3; agreed sco S1 3; feedback_given sco S1 minimal;
             amended sco S1; graded_again sco S2 2; graded_again sco S3 2"
        ),
        &["case-first-grader-absent /events/10/by"],
    );
    // An event that does not fit is not checked.
    check_findings("graded sco S1 2", &[]);
}

#[test]
fn the_grade_at_which_a_plan_is_issued_is_the_framework_s() {
    let small = Framework::from_json(include_str!("small-framework.json")).unwrap();
    let two = status(&small, &case(GOOD)).unwrap();
    assert_eq!(two.state, CaseState::BelowGood);
    assert_eq!(two.reasons[0].message, "It is not 1 Excellent.");
    let one = status(&small, &case("draft_submitted co C1; graded sco S1 1")).unwrap();
    assert!(one.may_issue);
}

#[test]
fn without_a_process_there_is_no_status() {
    let small = include_str!("small-framework.json");
    let mut small: Value = serde_json::from_str(small).unwrap();
    small["interpretation"]["process"] = Value::Null;
    let small = Framework::from_json(&small.to_string()).unwrap();
    let problems = status(&small, &case(GOOD)).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "This framework says nothing of the process around a draft, so that a case has no status."
    );
}
