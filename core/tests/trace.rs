//! The trace: every suggestion is explained at both ends, rests on places that a review has, and can
//! be redone from the places that it names.

mod edits;
mod notation;

use std::collections::BTreeSet;

use ehcp_qa_core::{Assessment, Framework, Interval, Reason, Review, Score, assess};
use proptest::prelude::*;
use serde_json::Value;

use edits::{any_edits, make};
use notation::review;

/// Every place that a review under the built-in framework can have, as JSON Pointers.
fn places() -> BTreeSet<String> {
    let facts = "stage year_group age health_needs social_care_needs personal_budget home_educated \
                 medical_diagnosis";
    let mut places: BTreeSet<_> = facts.split(' ').map(|fact| format!("/plan/{fact}")).collect();
    places.insert("/plan".to_owned());
    let framework = Framework::built_in();
    for criterion in &framework.interpretation().criteria {
        places.insert(format!("/criteria/{}", criterion.id));
    }
    let sections: Vec<_> = framework.section_ids().collect();
    for section in &sections {
        for field in ["score", "strengths", "improvements", "rationale"] {
            places.insert(format!("/sections/{section}/{field}"));
        }
    }
    for (id, section) in framework.descriptor_ids() {
        places.insert(format!("/sections/{}/descriptors/{id}", sections[section]));
    }
    places
}

/// The ends that reasons of a rule explain, with the grades they come to.
fn explained(reasons: &[Reason<'_>], is_rule: impl Fn(&str) -> bool) -> Vec<(String, Score)> {
    let reasons = reasons.iter().filter(|reason| is_rule(reason.rule));
    reasons.map(|reason| (reason.end.word().to_owned(), reason.score.unwrap())).collect()
}

/// The ends that an interval has.
fn ends(interval: Interval) -> Vec<(String, Score)> {
    if interval.best == interval.worst {
        vec![("both".to_owned(), interval.best)]
    } else {
        vec![("best".to_owned(), interval.best), ("worst".to_owned(), interval.worst)]
    }
}

/// The number of the score that a reason comes to.
fn number(reason: &Reason<'_>) -> u8 {
    reason.score.unwrap().number()
}

const BANDS: [&str; 3] = ["no-descriptor-fails", "at-least-half-met", "less-than-half-met"];

/// Redoes the number of a section's score from the answers that a reason names.
fn redo_section(document: &Value, reason: &Reason<'_>) -> u8 {
    let answer =
        |pointer: &&str| document.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let answers: Vec<_> = reason.rests_on.iter().map(answer).collect();
    let yes = answers.iter().filter(|answer| answer.as_deref() == Some("yes")).count();
    let no = answers.iter().filter(|answer| answer.as_deref() == Some("no")).count();
    let total = answers.len();
    let met = if reason.end.word() == "worst" { yes } else { total - no };
    match met {
        met if met == total => 2,
        met if 2 * met >= total => 3,
        _ => 4,
    }
}

/// Whether the answers to the criteria that a reason names rule out each better grade and meet its
/// own.
fn criteria_follow(review: &Review, document: &Value, reason: &Reason<'_>) -> bool {
    let framework = review.framework();
    let interpretation = framework.interpretation();
    let met = |criterion: &str, least: &str| {
        let number = framework.criterion_number(criterion).unwrap();
        let values = &interpretation.criteria[number].values;
        let place = |id: &str| values.iter().position(|value| value.id == id).unwrap();
        match document.pointer(&format!("/criteria/{criterion}")).and_then(Value::as_str) {
            Some(answer) => place(answer) >= place(least),
            None => reason.end.word() != "worst",
        }
    };
    let named =
        |criterion: &str| reason.rests_on.contains(&format!("/criteria/{criterion}").as_str());
    let score = number(reason);
    interpretation.grade_table.iter().filter(|row| row.score.number() <= score).all(|row| {
        let mut requires = row.requires.iter();
        if row.score.number() == score {
            requires.all(|(criterion, least)| named(criterion) && met(criterion, least))
        } else {
            requires.any(|(criterion, least)| named(criterion) && !met(criterion, least))
        }
    })
}

/// The number of the score that the sections which a reason names allow at an end, from the assessment itself: the
/// worst of them decides.
fn redo_cap(assessment: &Assessment<'_>, reason: &Reason<'_>) -> u8 {
    let named = |id: &str| {
        let at = format!("/sections/{id}/");
        reason.rests_on.iter().any(|pointer| pointer.starts_with(&at))
    };
    let counted = assessment.sections.iter().filter(|section| named(section.id));
    let worst = counted
        .filter_map(|section| section.counted)
        .map(|counted| if reason.end.word() == "worst" { counted.worst } else { counted.best })
        .max();
    match worst.map(Score::number) {
        Some(4) => 3,
        Some(3) => 2,
        _ => 1,
    }
}

/// Checks all reasons of an assessment.
fn check_trace(review: &Review) {
    let assessment = assess(review);
    let document = serde_json::to_value(review.record()).unwrap();
    let places = places();
    for section in &assessment.sections {
        let because = &section.because;
        if let Some(suggested) = section.suggested {
            let found = explained(because, |rule| BANDS.contains(&rule));
            assert_eq!(found, ends(suggested), "{}", section.id);
            for reason in because.iter().filter(|reason| BANDS.contains(&reason.rule)) {
                assert_eq!(redo_section(&document, reason), number(reason), "{reason:?}");
            }
            if section.counted != section.suggested {
                let found = explained(because, |rule| rule == "recorded-score");
                assert_eq!(found, ends(section.counted.unwrap()), "{}", section.id);
            }
        } else {
            let reason = because.iter().find(|reason| reason.rule == "nothing-applies").unwrap();
            assert!(!reason.rests_on.is_empty());
        }
        // Every excluded descriptor has a reason that names it and a fact.
        for id in &section.descriptors.does_not_apply {
            let at = format!("/sections/{}/descriptors/{id}", section.id);
            let named = because.iter().any(|reason| {
                reason.rule == "applicability"
                    && reason.rests_on.contains(&at.as_str())
                    && reason.rests_on[0].starts_with("/plan/")
            });
            assert!(named, "{id}");
        }
    }
    let plan = &assessment.plan;
    for (rule, interval) in [
        ("grade-table", plan.criteria.unwrap()),
        ("section-cap", plan.cap.unwrap()),
        ("worse-of-both", plan.suggested.unwrap()),
    ] {
        assert_eq!(explained(&plan.because, |applied| applied == rule), ends(interval), "{rule}");
    }
    for reason in &plan.because {
        match reason.rule {
            "grade-table" => assert!(criteria_follow(review, &document, reason), "{reason:?}"),
            "section-cap" => {
                assert_eq!(redo_cap(&assessment, reason), number(reason), "{reason:?}");
            }
            _ => {}
        }
    }
    let of_sections = assessment.sections.iter().flat_map(|section| &section.because);
    for reason in of_sections.chain(&plan.because) {
        for pointer in &reason.rests_on {
            assert!(places.contains(*pointer), "{pointer}");
        }
        assert!(reason.message.ends_with('.'), "{}", reason.message);
        assert!(reason.message.starts_with(|c: char| !c.is_lowercase()), "{}", reason.message);
        assert!(!reason.place.is_empty());
    }
    for finding in &assessment.findings {
        for pointer in finding.rests_on.iter().chain([&finding.at]) {
            assert!(places.contains(*pointer), "{pointer}");
        }
    }
    for step in &assessment.path.as_ref().unwrap().steps {
        for pointer in step.rests_on.iter().chain([&step.at]) {
            assert!(places.contains(*pointer), "{pointer}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_suggestion_can_be_redone_from_its_reasons(edits in any_edits(150)) {
        let mut review = Review::new(Framework::built_in());
        for edit in &edits {
            let _ = make(edit, &mut review);
        }
        check_trace(&review);
    }
}

#[test]
fn reviews_at_the_edges_can_be_redone() {
    for text in ["", "best *=yes", "best", "*=yes", "complies=not_met *=no", "stage=draft age=18"] {
        check_trace(&review(text));
    }
}

/// Every reason of a section, as rule, end and sentence.
#[track_caller]
fn check_section(text: &str, section: &str, expected: &[(&str, &str, &str)]) {
    let review = review(text);
    let assessment = assess(&review);
    let section = assessment.sections.iter().find(|view| view.id == section).unwrap();
    let found: Vec<_> = section
        .because
        .iter()
        .map(|reason| (reason.rule, reason.end.word(), reason.message.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_reasons_of_a_section() {
    check_section(
        "C1=no",
        "C",
        &[
            // C2 is open: 1 of 2 or 0 of 2.
            (
                "at-least-half-met",
                "best",
                "If every open answer turns out well: 1 of the 2 descriptors that count met, so \
                 3 Requires improvement.",
            ),
            (
                "less-than-half-met",
                "worst",
                "If every open answer turns out badly: 0 of the 2 descriptors that count met, so \
                 4 Inadequate.",
            ),
        ],
    );
    check_section(
        "A*=yes A.score=3",
        "A",
        &[
            ("no-descriptor-fails", "both", "5 of the 5 descriptors that count met, so 2 Good."),
            (
                "recorded-score",
                "both",
                "The assessor recorded 3 Requires improvement: the record counts for the plan, not \
                 the suggestion.",
            ),
        ],
    );
    check_section(
        "age=18 social_care_needs=false",
        "H1",
        &[
            (
                "nothing-applies",
                "both",
                "No descriptor of this section applies, so nothing is suggested.",
            ),
            (
                "applicability",
                "both",
                "H1.1, H1.2, H1.3, H1.4 do not apply to this plan, because of what is recorded of its \
                 social care needs, age.",
            ),
        ],
    );
    // The plan's score is no reason for the block's suggestion.
    check_section(
        "overall*=yes overall.score=3",
        "overall",
        &[("no-descriptor-fails", "both", "5 of the 5 descriptors that count met, so 2 Good.")],
    );
}

#[test]
fn the_facts_that_exclude_a_descriptor_are_named() {
    let facts = |text: &str, section: usize| {
        let review = review(text);
        let assessment = assess(&review);
        let because = &assessment.sections[section].because;
        let reason = because.iter().find(|reason| reason.rule == "applicability").unwrap();
        let rests_on = reason.rests_on.iter().filter(|pointer| pointer.starts_with("/plan/"));
        rests_on.copied().collect::<Vec<_>>().join(" ")
    };
    // G is the seventh, H1 the eighth. Only the facts that speak against it are named.
    assert_eq!(facts("health_needs=true year_group=8", 6), "/plan/year_group");
    assert_eq!(facts("health_needs=false year_group=9", 6), "/plan/health_needs");
    assert_eq!(facts("age=18", 7), "/plan/age");
    assert_eq!(facts("age=18 social_care_needs=false", 7), "/plan/social_care_needs /plan/age");
}

/// The reasons of the plan for one rule, as end, places and sentence.
#[track_caller]
fn check_plan(text: &str, rule: &str, expected: &[(&str, &str, &str)]) {
    let review = review(text);
    let assessment = assess(&review);
    let reasons = assessment.plan.because.iter().filter(|reason| reason.rule == rule);
    let found: Vec<_> = reasons
        .map(|reason| (reason.end.word(), reason.rests_on.join(" "), reason.message.clone()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|&(end, rests_on, message)| (end, rests_on.to_owned(), message.to_owned()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_reasons_of_the_plan() {
    check_plan(
        "best *=yes C*=null",
        "section-cap",
        &[
            ("best", "", "If every open answer turns out well: no section holds the plan back."),
            (
                "worst",
                "/sections/C/descriptors/C1 /sections/C/descriptors/C2",
                "If every open answer turns out badly: section C allows the plan \
                 3 Requires improvement at best.",
            ),
        ],
    );
    check_plan("best *=yes", "section-cap", &[("both", "", "No section holds the plan back.")]);
    check_plan(
        "best *=yes A*=no smart_outcomes=not_met",
        "worse-of-both",
        &[(
            "both",
            // What Outstanding lacks, what Good requires, and what holds A back.
            "/criteria/smart_outcomes /criteria/complies /criteria/correct_sections \
             /criteria/no_admin_errors /criteria/agreed_font /criteria/writing \
             /criteria/appropriate_detail /sections/A/descriptors/A1 /sections/A/descriptors/A2 \
             /sections/A/descriptors/A3 /sections/A/descriptors/A4 /sections/A/descriptors/A5",
            "The criteria come to 2 Good and the sections allow 3 Requires improvement at best; the \
             worse of the two is 3 Requires improvement.",
        )],
    );
    check_plan(
        "complies=met no_admin_errors=not_met",
        "grade-table",
        &[(
            "both",
            "/criteria/no_admin_errors",
            "The criteria come to 4 Inadequate; a better grade also requires: No administrative errors.",
        )],
    );
}

#[test]
fn several_sections_that_hold_the_plan_back() {
    // A is at 3 either way: 4 or 3 of 5.
    check_plan(
        "best *=yes A1=no A2=null C.score=3",
        "section-cap",
        &[(
            "both",
            "/sections/A/descriptors/A1 /sections/C/score",
            "Sections A, C allow the plan 2 Good at best.",
        )],
    );
}
