//! The path to a grade: its steps and their order, and that no fewer steps are enough.

mod edits;
mod following;
mod notation;

use ehcp_qa_core::{Framework, Path, Review, StepKind, StepValue, assess, path_to};
use proptest::prelude::*;

use edits::{any_edits, make};
use following::{follow, worst};
use notation::review;

/// A path as `at=value` for each step, `!` where it was answered otherwise.
fn written(path: &Path<'_>) -> String {
    let steps: Vec<_> = path
        .steps
        .iter()
        .map(|step| {
            let mut tokens = step.at.rsplit('/');
            let last = tokens.next().unwrap();
            let place = match step.kind {
                StepKind::Rescore => format!("{}.{last}", tokens.next().unwrap()),
                StepKind::Criterion | StepKind::Descriptor | StepKind::Count => last.to_owned(),
            };
            let value = match step.value {
                StepValue::Answer(answer) => answer.to_owned(),
                StepValue::Score(score) => score.to_string(),
                StepValue::Count(count) => count.to_string(),
            };
            let otherwise = if step.state.word() == "answered_otherwise" { "!" } else { "" };
            format!("{place}={value}{otherwise}")
        })
        .collect();
    steps.join(" ")
}

#[track_caller]
fn check(text: &str, to: i64, expected: &str) {
    let review = review(text);
    let to = review.framework().score(to).unwrap();
    let path = path_to(&review, to);
    assert_eq!(written(&path), expected, "{text}");
    assert_eq!((path.to, path.reachable), (to, true));
}

#[test]
fn from_nothing() {
    // The criteria of Good, and half of the descriptors of each section, rounded up.
    let good = "complies=met correct_sections=met no_admin_errors=met agreed_font=met \
        writing=mostly_well_written appropriate_detail=met A1=yes A2=yes A3=yes E1=yes E2=yes \
        E3=yes B1=yes B2=yes C1=yes D1=yes D2=yes F1=yes F2=yes F3=yes G1=yes G2=yes H1.1=yes \
        H1.2=yes H2.1=yes H2.2=yes I1=yes I2=yes J1=yes J2=yes K1=yes K2=yes overall.1=yes \
        overall.2=yes overall.3=yes";
    check("", 2, good);
    // It is the one that an assessment holds.
    let review = review("");
    assert_eq!(written(&assess(&review).path.unwrap()), good);
    check("", 3, "complies=met no_admin_errors=met agreed_font=met");
    check("", 4, "");
}

#[test]
fn to_outstanding_every_descriptor_is_needed() {
    check(
        "best *=yes A2=no C2=null writing=mostly_well_written golden_thread=null",
        1,
        "writing=well_written_and_clear! golden_thread=met A2=yes! C2=yes",
    );
    // Descriptors that the assessor excluded stay out.
    check("best *=yes C2=not_applicable G*=not_applicable A1=no", 1, "A1=yes!");
}

#[test]
fn nothing_when_it_is_there() {
    check("best *=yes", 1, "");
    check("best *=yes A1=no", 2, "");
    check("best *=yes A*=no", 3, "");
    // With any open answers, it is Good at worst.
    check("best *=yes A1=null A2=null", 2, "");
    check("best *=yes overall.score=4", 1, "");
}

#[test]
fn those_not_answered_come_first_but_stand_in_printed_order() {
    let rest = "best *=yes A*=null ";
    // One is met, 3 of 5 are needed: the two that are open.
    check(&format!("{rest} A1=no A3=no A4=yes"), 2, "A2=yes A5=yes");
    // One is met: the open one, and the first that failed.
    check(&format!("{rest} A1=no A2=no A3=yes A5=no"), 2, "A1=yes! A4=yes");
    // None: all three in printed order.
    check(&format!("{rest} A*=no"), 2, "A1=yes! A2=yes! A3=yes!");
    check(&format!("{rest} A*=no A5=null"), 2, "A1=yes! A2=yes! A5=yes");
    // Only descriptors that apply are asked for: 2 of the 3 that are left.
    check("best *=yes G*=no health_needs=true year_group=5", 2, "G1=yes! G2=yes!");
    // Not applicable where it applies is not answered.
    check("best *=yes health_needs=true G*=no G3=not_applicable", 2, "G1=yes! G3=yes");
}

#[test]
fn a_recorded_score_in_the_way_is_one_step() {
    check("best *=yes A.score=4", 2, "A.score=3!");
    check("best *=yes A.score=4", 1, "A.score=2!");
    check("best *=yes A.score=4", 3, "");
    check("best *=yes A.score=3", 2, "");
    check("best *=yes A.score=3", 1, "A.score=2!");
    // The record counts, so the answers beneath it are not asked for.
    check("best *=yes A*=no A.score=4", 2, "A.score=3!");
    check("best *=yes A*=no A.score=2", 1, "");
    // The score of the plan does not limit it; the descriptors of the block do.
    check(
        "best *=yes overall*=no overall.score=4",
        2,
        "overall.1=yes! overall.2=yes! overall.3=yes!",
    );
    // Where nothing applies, a score does not count.
    check("best *=yes stage=draft I.score=4", 1, "");
}

#[test]
fn criteria_come_first_then_sections() {
    check(
        "best *=yes complies=not_met writing=not_met A.score=4 E*=no H1*=null overall*=no overall.5=yes",
        2,
        "complies=met! writing=mostly_well_written! A.score=3! E1=yes! E2=yes! E3=yes! H1.1=yes \
         H1.2=yes overall.1=yes! overall.2=yes!",
    );
}

#[test]
fn the_sentences() {
    let review = review(
        "best *=yes writing=not_met golden_thread=null A2=no A5=null E*=yes E2=no E3=no E.score=4",
    );
    let path = path_to(&review, review.framework().score(1).unwrap());
    let messages: Vec<_> = path.steps.iter().map(|step| step.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "Quality of writing: Well written and clearly presented (answered otherwise).",
            "A golden thread links needs, provision and outcomes: Met (not answered yet).",
            "Descriptor A2: yes (answered otherwise).",
            "Descriptor A5: yes (not answered yet).",
            "Section E: score 2 Good or better (answered otherwise).",
        ]
    );
    // A new score rests on the descriptors that fail beneath it.
    let rests_on: Vec<_> = path.steps.iter().map(|step| step.rests_on.join(" ")).collect();
    let failing = "/sections/E/descriptors/E2 /sections/E/descriptors/E3";
    assert_eq!(rests_on, ["", "", "", "", failing]);
    let at: Vec<_> = path.steps.iter().map(|step| step.at).collect();
    assert_eq!(
        at,
        [
            "/criteria/writing",
            "/criteria/golden_thread",
            "/sections/A/descriptors/A2",
            "/sections/A/descriptors/A5",
            "/sections/E/score",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// The steps are enough, and none of them can be left out.
    #[test]
    fn a_path_reaches_its_grade_and_nothing_less_does(edits in any_edits(120), to in 1..=4_i64) {
        let mut review = Review::new(Framework::built_in());
        for edit in &edits {
            let _ = make(edit, &mut review);
        }
        let to = review.framework().score(to).unwrap();
        let path = path_to(&review, to);
        prop_assert!(path.reachable);
        prop_assert_eq!(path.steps.is_empty(), worst(&review) <= to);
        let changed = follow(&review, &path, None);
        prop_assert!(worst(&changed) <= to);
        prop_assert!(path_to(&changed, to).steps.is_empty());
        for except in 0..path.steps.len() {
            prop_assert!(worst(&follow(&review, &path, Some(except))) > to);
        }
    }
}
