//! The suggestions from answers: the criteria, the sections, the cap, the gate, and the counts of answers.

mod notation;

use ehcp_qa_core::{Assessment, Interval, Score, assess};

use notation::review;

fn numbers(interval: Interval) -> (u8, u8) {
    (interval.best.number(), interval.worst.number())
}

/// The scores that the criteria allow, as (best, worst).
#[track_caller]
fn check_criteria(text: &str, expected: (u8, u8)) {
    let review = review(text);
    assert_eq!(assess(&review).plan.criteria.map(numbers), Some(expected), "{text}");
}

#[test]
fn each_criterion_missing_one_at_a_time() {
    check_criteria("best", (1, 1));
    // Requires improvement asks for these three: without any of them it is Inadequate.
    check_criteria("best complies=not_met", (4, 4));
    check_criteria("best no_admin_errors=not_met", (4, 4));
    check_criteria("best agreed_font=not_met", (4, 4));
    // Good asks for these as well: without any of them it is Requires improvement.
    check_criteria("best correct_sections=not_met", (3, 3));
    check_criteria("best writing=not_met", (3, 3));
    check_criteria("best appropriate_detail=not_met", (3, 3));
    // Only Outstanding asks for these.
    check_criteria("best writing=mostly_well_written", (2, 2));
    check_criteria("best smart_outcomes=not_met", (2, 2));
    check_criteria("best specific_provision=not_met", (2, 2));
    check_criteria("best golden_thread=not_met", (2, 2));
    check_criteria("best pfa_age_appropriate=not_met", (2, 2));
}

#[test]
fn each_criterion_open_one_at_a_time() {
    // At best it turns out met, at worst not.
    for (criterion, worst) in [
        ("complies", 4),
        ("no_admin_errors", 4),
        ("agreed_font", 4),
        ("correct_sections", 3),
        ("writing", 3),
        ("appropriate_detail", 3),
        ("smart_outcomes", 2),
        ("specific_provision", 2),
        ("golden_thread", 2),
        ("pfa_age_appropriate", 2),
    ] {
        check_criteria(&format!("best {criterion}=null"), (1, worst));
    }
}

#[test]
fn some_criteria_answered() {
    check_criteria("", (1, 4));
    check_criteria("no_admin_errors=not_met", (4, 4));
    check_criteria("correct_sections=not_met", (3, 4));
    check_criteria("golden_thread=not_met", (2, 4));
    check_criteria("writing=mostly_well_written", (2, 4));
    // The requirements of Requires improvement are met, the rest is open.
    let third = "complies=met no_admin_errors=met agreed_font=met";
    check_criteria(third, (1, 3));
    // Only misplaced information, and everything else of Good met.
    check_criteria(
        &format!(
            "{third} correct_sections=not_met writing=mostly_well_written appropriate_detail=met"
        ),
        (3, 3),
    );
    let second = format!("{third} correct_sections=met appropriate_detail=met");
    check_criteria(&format!("{second} writing=mostly_well_written"), (2, 2));
    check_criteria(&format!("{second} writing=well_written_and_clear"), (1, 2));
    check_criteria(&format!("{second} writing=not_met"), (3, 3));
}

/// The scores that the answers of a section suggest; `None` where nothing applies.
#[track_caller]
fn check_section(section: &str, text: &str, expected: Option<(u8, u8)>) {
    let review = review(text);
    let assessment = assess(&review);
    let found = assessment.sections.iter().find(|found| found.id == section).unwrap();
    assert_eq!(found.suggested.map(numbers), expected, "{text}");
}

#[test]
fn sections_of_which_all_is_answered() {
    // Five descriptors: half of them is 2 and a half, so 3 are needed.
    check_section("A", "A*=yes", Some((2, 2)));
    check_section("A", "A*=yes A5=no", Some((3, 3)));
    check_section("A", "A*=yes A4=no A5=no", Some((3, 3)));
    check_section("A", "A*=no A1=yes A2=yes", Some((4, 4)));
    check_section("A", "A*=no", Some((4, 4)));
    // Four: exactly half is enough.
    check_section("H1", "H1*=no H1.1=yes H1.3=yes", Some((3, 3)));
    check_section("H1", "H1*=no H1.4=yes", Some((4, 4)));
    // Three: 2 are needed.
    check_section("B", "B*=yes B2=no", Some((3, 3)));
    check_section("B", "B*=no B2=yes", Some((4, 4)));
    // The block on overall quality counts like any other section.
    check_section("overall", "overall*=yes overall.4=no", Some((3, 3)));
    check_section("overall", "overall*=no overall.4=yes overall.5=yes", Some((4, 4)));
}

#[test]
fn sections_with_open_answers() {
    check_section("A", "", Some((2, 4)));
    // 5 of 5 or 4 of 5; 5 or 3; 5 or 2.
    check_section("A", "A*=yes A5=null", Some((2, 3)));
    check_section("A", "A1=yes A2=yes A3=yes", Some((2, 3)));
    check_section("A", "A1=yes A2=yes", Some((2, 4)));
    // 4 of 5 at best; 3 of 5 at best; 2 of 5 at best.
    check_section("A", "A1=no", Some((3, 4)));
    check_section("A", "A1=no A2=no", Some((3, 4)));
    check_section("A", "A1=no A2=no A3=no", Some((4, 4)));
    // 4 or 3 of 5; 3 or 2 of 5.
    check_section("A", "A1=no A2=yes A3=yes A4=yes", Some((3, 3)));
    check_section("A", "A1=no A2=no A3=yes A4=yes", Some((3, 4)));
}

#[test]
fn descriptors_that_do_not_apply_leave_the_count() {
    check_section("C", "C1=yes C2=not_applicable", Some((2, 2)));
    check_section("C", "C1=no C2=not_applicable", Some((4, 4)));
    check_section("C", "C1=no C2=yes", Some((3, 3)));
    check_section("C", "C2=not_applicable", Some((2, 4)));
    // Before Year 9 three are left: 1 of 3 is less than half; from Year 9 it is 2 of 4 with G4.
    check_section("G", "year_group=8 G*=no G1=yes G4=yes", Some((4, 4)));
    check_section("G", "year_group=9 G*=no G1=yes G4=yes", Some((3, 3)));
    // With social care needs D1 and D3 are left; without them, D2 and D3.
    check_section("D", "social_care_needs=true D1=yes D2=no D3=yes", Some((2, 2)));
    check_section("D", "social_care_needs=false D1=no D2=yes D3=no", Some((3, 3)));
    // On a draft K2 is left out.
    check_section("K", "stage=draft K1=yes K2=no K3=yes", Some((2, 2)));
    check_section("K", "stage=final K1=yes K2=no K3=yes", Some((3, 3)));
    check_section("J", "personal_budget=false J1=yes", Some((2, 2)));
    // An answer that is not applicable where it applies is no answer: 3 or 4 of 4.
    check_section("G", "health_needs=true G*=yes G2=not_applicable", Some((2, 3)));
}

#[test]
fn nothing_is_suggested_where_nothing_applies() {
    check_section("I", "stage=draft I*=yes", None);
    check_section("G", "health_needs=false", None);
    check_section("H1", "age=18", None);
    // Not known whether there are health needs, so all four may be left out.
    check_section("G", "G*=not_applicable", None);
    check_section("G", "G1=not_applicable G2=not_applicable G3=not_applicable", Some((2, 4)));
}

/// The scores that the sections allow, and the suggestion for the plan.
#[track_caller]
fn check_plan(text: &str, cap: (u8, u8), suggested: (u8, u8)) {
    let review = review(text);
    let plan = assess(&review).plan;
    let found = (numbers(plan.cap.unwrap()), plan.suggested.map(numbers));
    assert_eq!(found, (cap, Some(suggested)), "{text}");
}

#[test]
fn sections_cap_the_plan() {
    check_plan("best *=yes", (1, 1), (1, 1));
    // One section at 3: at best 2. One at 4: at best 3.
    check_plan("best *=yes A1=no", (2, 2), (2, 2));
    check_plan("best *=yes A*=no", (3, 3), (3, 3));
    check_plan("best *=yes A1=no B*=no", (3, 3), (3, 3));
    // The worse of criteria and cap.
    check_plan("best *=yes A1=no complies=not_met", (2, 2), (4, 4));
    check_plan("best *=yes A*=no golden_thread=not_met", (3, 3), (3, 3));
    // Everything open: sections from 2 to 4 cap from 1 to 3; the criteria go from 1 to 4.
    check_plan("", (1, 3), (1, 4));
    check_plan("best", (1, 3), (1, 3));
    // One section open, from 2 to 4; from 2 to 3; from 3 to 4.
    check_plan("best *=yes A*=null", (1, 3), (1, 3));
    check_plan("best *=yes A1=null", (1, 2), (1, 2));
    check_plan("best *=yes A*=null A1=no", (2, 3), (2, 3));
    // End by end: criteria 1 to 2, cap 2 to 3.
    check_plan("best *=yes A*=null A1=no golden_thread=null", (2, 3), (2, 3));
    // Criteria 1 to 4, cap 3 and no other.
    check_plan("*=yes A*=no", (3, 3), (3, 4));
}

#[test]
fn a_recorded_score_counts_before_a_suggested_one() {
    check_plan("best *=yes A*=no A.score=2", (1, 1), (1, 1));
    check_plan("best *=yes A*=no A.score=3", (2, 2), (2, 2));
    check_plan("best *=yes A.score=4", (3, 3), (3, 3));
    check_plan("best *=yes A.score=1", (1, 1), (1, 1));
    // It makes a point of an open section.
    check_plan("best *=yes A*=null A.score=3", (2, 2), (2, 2));
    // A score where nothing applies does not count.
    check_plan("best *=yes stage=draft I.score=4", (1, 1), (1, 1));
    check_plan("best *=yes stage=final I.score=4", (3, 3), (3, 3));
    check_plan("best *=yes G*=not_applicable G.score=4", (1, 1), (1, 1));
}

#[test]
fn the_overall_block_caps_by_its_descriptors_and_not_by_the_plans_score() {
    check_plan("best *=yes overall.score=4", (1, 1), (1, 1));
    check_plan("best *=yes overall*=no", (3, 3), (3, 3));
    check_plan("best *=yes overall*=no overall.score=1", (3, 3), (3, 3));
    check_plan("best *=yes overall.1=no", (2, 2), (2, 2));
    // The recorded score is returned beside it, for the plan and for the block.
    let review = review("overall.score=4 *=yes");
    let assessment = assess(&review);
    assert_eq!(assessment.plan.recorded.map(Score::number), Some(4));
    let overall = assessment.sections.last().unwrap();
    assert_eq!(overall.recorded.map(Score::number), Some(4));
    assert_eq!(overall.counted.map(numbers), Some((2, 2)));
}

/// Whether a plan may be issued, where the suggestion lies, and the sentence.
#[track_caller]
fn check_gate(text: &str, state: &str, suggestion: &str, message: &str) {
    let review = review(text);
    let gate = assess(&review).plan.gate.unwrap();
    let found = (gate.state.word(), gate.suggestion.unwrap().word(), gate.message.as_str());
    assert_eq!(found, (state, suggestion, message), "{text}");
    assert!(!gate.cites.is_empty());
}

#[test]
fn the_gate_rests_on_the_record() {
    // Inside Good for sure, from 1 to 4, for sure outside.
    for (answers, suggestion) in
        [("best *=yes", "inside"), ("", "across"), ("complies=not_met", "outside")]
    {
        for (score, name) in [(1, "1 Outstanding"), (2, "2 Good")] {
            let message = format!("The plan is recorded as {name}: it may be issued.");
            let text = format!("{answers} overall.score={score}");
            check_gate(&text, "may_be_issued", suggestion, &message);
        }
        for (score, name) in [(3, "3 Requires improvement"), (4, "4 Inadequate")] {
            let message = format!(
                "The plan is recorded as {name}: it is not issued until it is at least 2 Good."
            );
            let text = format!("{answers} overall.score={score}");
            check_gate(&text, "not_to_be_issued", suggestion, &message);
        }
    }
    check_gate(
        "best *=yes",
        "undecided",
        "inside",
        "No score is recorded for the plan. The answers suggest at least 2 Good, with which it could \
         be issued.",
    );
    check_gate(
        "",
        "undecided",
        "across",
        "No score is recorded for the plan. The answers leave open whether it will be at least 2 Good.",
    );
    check_gate(
        "complies=not_met",
        "undecided",
        "outside",
        "No score is recorded for the plan. The answers suggest that it is below 2 Good, with which \
         it could not be issued.",
    );
}

/// Where the suggestion lies when nothing is recorded.
#[track_caller]
fn check_side(text: &str, suggestion: &str) {
    let review = review(text);
    assert_eq!(assess(&review).plan.gate.unwrap().suggestion.unwrap().word(), suggestion, "{text}");
}

#[test]
fn the_sides_of_good() {
    // From 1 to 2; 2; from 2 to 3; 3; from 3 to 4.
    check_side("best *=yes A1=null", "inside");
    check_side("best *=yes A1=no", "inside");
    check_side("best *=yes A*=null A1=no", "across");
    check_side("best *=yes A*=no", "outside");
    check_side("*=yes A*=no", "outside");
    // The level and the stage change nothing.
    check_side("best *=yes A1=no stage=final", "inside");
}

fn progress(assessment: &Assessment<'_>) -> String {
    let sections = assessment.sections.iter().map(|section| (section.id, section.progress));
    let all = [("criteria", assessment.progress.criteria), ("total", assessment.progress.total)];
    let counts: Vec<_> = sections
        .chain(all)
        .map(|(id, progress)| format!("{id} {}/{}", progress.answered, progress.total))
        .collect();
    counts.join(", ")
}

#[track_caller]
fn check_progress(text: &str, expected: &str) {
    let review = review(text);
    assert_eq!(progress(&assess(&review)), expected, "{text}");
}

#[test]
fn progress_counts_answers_that_are_to_be_given() {
    // 48 descriptors, 10 criteria, 12 scores of sections and the plan's: 71.
    check_progress(
        "",
        "A 0/6, E 0/6, B 0/4, C 0/3, D 0/4, F 0/6, G 0/5, H1 0/5, H2 0/4, I 0/4, J 0/4, K 0/4, \
         overall 0/6, criteria 0/10, total 0/71",
    );
    // A draft in Year 3 without health or social care needs, no budget: D1, G1-G4, H1 (4), H2 (3),
    // I (3), J2, J3 and K2 go, 18 in all, and the scores of G, H1, H2 and I, in which nothing
    // applies: 71 - 18 - 4 = 49.
    check_progress(
        "stage=draft year_group=3 health_needs=false social_care_needs=false personal_budget=false \
         A1=yes A2=no A.score=3 C2=not_applicable I1=yes I.score=2 writing=not_met overall.score=3",
        "A 3/6, E 0/6, B 0/4, C 1/3, D 0/3, F 0/6, G 0/0, H1 0/0, H2 0/0, I 0/0, J 0/2, K 0/3, \
         overall 1/6, criteria 1/10, total 6/49",
    );
    // Excluded by the assessor is answered, and leaves no score to give; not applicable where it
    // applies is not answered.
    check_progress(
        "G*=not_applicable J2=not_applicable personal_budget=true social_care_needs=true \
         H2.1=not_applicable",
        "A 0/6, E 0/6, B 0/4, C 0/3, D 0/3, F 0/6, G 4/4, H1 0/5, H2 0/4, I 0/4, J 1/4, K 0/4, \
         overall 0/6, criteria 0/10, total 5/69",
    );
}

/// The standards as met / not met / open / not applicable.
#[track_caller]
fn check_standards(text: &str, expected: [(usize, usize, usize, usize); 5]) {
    let review = review(text);
    let assessment = assess(&review);
    let ids: Vec<_> = assessment.standards.iter().map(|view| view.id).collect();
    assert_eq!(ids, ["QS1", "QS2", "QS3", "QS4", "QS5"]);
    let found: Vec<_> = assessment
        .standards
        .iter()
        .map(|view| (view.met, view.not_met, view.open, view.not_applicable))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn standards_count_the_descriptors_that_are_evidence_for_them() {
    // 7, 13, 15, 11 and 17 descriptors are listed.
    check_standards("", [(0, 0, 7, 0), (0, 0, 13, 0), (0, 0, 15, 0), (0, 0, 11, 0), (0, 0, 17, 0)]);
    // QS1 has I2, QS2 I1 and I3, QS3 K2, of those that go on a draft.
    // A1 is in QS1, QS2 and QS4; A3 in QS1; B1 in QS3 and QS4; C2 in QS3; overall.4 in QS1 and QS3.
    check_standards(
        "stage=draft A1=yes A3=no B1=no C2=not_applicable overall.4=yes I1=yes",
        [(2, 1, 3, 1), (1, 0, 10, 2), (1, 1, 11, 2), (1, 1, 9, 0), (0, 0, 17, 0)],
    );
}
