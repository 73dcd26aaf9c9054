//! The built-in framework and a made-up one: their content, and the effect of their conditions.

mod notation;

use std::sync::Arc;

use ehcp_qa_core::review::ReviewProblem;
use ehcp_qa_core::{Framework, Review, assess, path_to};
use serde_json::{Value, json};

use notation::review;

const SMALL: &str = include_str!("small-framework.json");

/// The descriptors in printed order, section by section.
const PRINTED: [(&str, &str); 13] = [
    ("A", "A1 A2 A3 A4 A5"),
    ("E", "E1 E2 E3 E4 E5"),
    ("B", "B1 B2 B3"),
    ("C", "C1 C2"),
    ("D", "D1 D2 D3"),
    ("F", "F1 F2 F3 F4 F5"),
    ("G", "G1 G2 G3 G4"),
    ("H1", "H1.1 H1.2 H1.3 H1.4"),
    ("H2", "H2.1 H2.2 H2.3"),
    ("I", "I1 I2 I3"),
    ("J", "J1 J2 J3"),
    ("K", "K1 K2 K3"),
    ("overall", "overall.1 overall.2 overall.3 overall.4 overall.5"),
];

#[test]
fn the_built_in_framework_has_48_descriptors_in_printed_order() {
    let framework = Framework::built_in();
    let sections: Vec<_> = framework.section_ids().collect();
    assert_eq!(sections, PRINTED.map(|(section, _)| section));
    let ids: Vec<_> = framework.descriptor_ids().map(|(id, n)| (sections[n], id)).collect();
    let printed: Vec<_> = PRINTED
        .iter()
        .flat_map(|(section, ids)| ids.split(' ').map(move |id| (*section, id)))
        .collect();
    assert_eq!(ids, printed);
    assert_eq!(ids.len(), 48);
    let criteria: Vec<_> =
        framework.interpretation().criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let named = "complies correct_sections no_admin_errors agreed_font writing appropriate_detail \
                 smart_outcomes specific_provision golden_thread pfa_age_appropriate";
    assert_eq!(criteria, named.split(' ').collect::<Vec<_>>());
    let grades: Vec<_> =
        framework.scores().map(|score| framework.grade_name(score).to_owned()).collect();
    assert_eq!(grades, ["1 Outstanding", "2 Good", "3 Requires improvement", "4 Inadequate"]);
}

#[test]
fn places_are_found_by_id() {
    let framework = Framework::built_in();
    let number = framework.descriptor_number("H1.2").unwrap();
    let pointer = "/sections/H1/descriptors/H1.2";
    assert_eq!(framework.descriptor_pointer(number), Some(pointer));
    assert_eq!(framework.descriptor_pointer(48), None);
    // I stands tenth.
    assert_eq!(framework.section_number("I"), Some(9));
    assert_eq!(framework.section_number("i"), None);
    assert_eq!(framework.criterion_number("writing"), Some(4));
    assert_eq!(framework.criterion_number("A1"), None);
}

/// Which descriptors do not apply to a plan.
#[track_caller]
fn check_excluded(context: &str, expected: &str) {
    let review = review(context);
    let assessment = assess(&review);
    let sections = &assessment.sections;
    let excluded: Vec<_> =
        sections.iter().flat_map(|section| section.descriptors.does_not_apply.clone()).collect();
    assert_eq!(excluded.join(" "), expected, "{context}");
}

#[test]
fn context_decides_which_descriptors_apply() {
    check_excluded("", "");
    // D1 / D2: unless social care needs are false / true; H1 and H2 unless false.
    check_excluded("social_care_needs=false", "D1 H1.1 H1.2 H1.3 H1.4 H2.1 H2.2 H2.3");
    check_excluded("social_care_needs=true", "D2");
    // G1-G3 unless health needs are false; G4 also only from Year 9.
    check_excluded("health_needs=false", "G1 G2 G3 G4");
    check_excluded("health_needs=true", "");
    check_excluded("year_group=-2", "G4");
    check_excluded("year_group=8", "G4");
    check_excluded("year_group=9", "");
    check_excluded("year_group=15", "");
    check_excluded("health_needs=true year_group=8", "G4");
    check_excluded("health_needs=false year_group=9", "G1 G2 G3 G4");
    // H1 only under 18.
    check_excluded("age=17", "");
    check_excluded("age=18", "H1.1 H1.2 H1.3 H1.4");
    check_excluded("age=18 social_care_needs=true", "D2 H1.1 H1.2 H1.3 H1.4");
    // I and K2 only on a final plan; a proposed amended plan is a draft.
    check_excluded("stage=draft", "I1 I2 I3 K2");
    check_excluded("stage=proposed_amended", "I1 I2 I3 K2");
    check_excluded("stage=final", "");
    // J2, J3 unless a personal budget is false.
    check_excluded("personal_budget=false", "J2 J3");
    check_excluded("personal_budget=true", "");
    // No rule depends on these two.
    check_excluded("home_educated=true medical_diagnosis=false", "");
    check_excluded("home_educated=false medical_diagnosis=true", "");
    // Age and year group are never derived from each other.
    check_excluded("age=25", "H1.1 H1.2 H1.3 H1.4");
    check_excluded("age=4", "");
    check_excluded("year_group=14", "");
    check_excluded(
        "stage=draft year_group=3 age=19 health_needs=true social_care_needs=true personal_budget=false",
        "D2 G4 H1.1 H1.2 H1.3 H1.4 I1 I2 I3 J2 J3 K2",
    );
}

#[test]
fn not_applicable_is_refused_where_a_descriptor_always_applies() {
    let mut review = review("");
    let framework = review.framework().clone();
    let refused: Vec<_> = framework
        .descriptor_ids()
        .enumerate()
        .filter_map(|(number, (id, _))| {
            let kind = review.set_answer(number, framework.answer("not_applicable")).err()?;
            assert_eq!(
                kind,
                ReviewProblem::AlwaysApplies {
                    descriptor: id.to_owned(),
                    answers: "yes or no".to_owned()
                }
                .into()
            );
            Some(id)
        })
        .collect();
    let always = "A1 A2 A3 A4 A5 E1 E2 E3 E4 E5 B1 B2 B3 C1 F1 F2 F3 F4 F5 J1 K1 K3 \
                  overall.1 overall.2 overall.3 overall.4 overall.5";
    assert_eq!(refused.join(" "), always);
}

#[test]
fn where_the_context_is_known_only_some_may_be_excluded() {
    // Everything known so that all but D2 applies; all that may be answered so is not_applicable.
    let review = review(
        "stage=final year_group=9 age=17 health_needs=true social_care_needs=true \
         personal_budget=true C2=not_applicable D1=not_applicable D3=not_applicable \
         G*=not_applicable H1*=not_applicable H2*=not_applicable I*=not_applicable \
         J2=not_applicable J3=not_applicable K2=not_applicable",
    );
    let assessment = assess(&review);
    let sections = &assessment.sections;
    let excluded: Vec<_> =
        sections.iter().flat_map(|section| section.descriptors.not_applicable.clone()).collect();
    assert_eq!(excluded.join(" "), "C2 D3 G4 I2 I3 J2 J3");
    let open: Vec<_> =
        sections[6..10].iter().flat_map(|section| section.descriptors.open.clone()).collect();
    assert_eq!(open.join(" "), "G1 G2 G3 H1.1 H1.2 H1.3 H1.4 H2.1 H2.2 H2.3 I1");
}

#[test]
fn quotations_of_a_level_come_from_its_text() {
    let document = Framework::built_in().document();
    let levels = &document.wording.levels.as_ref().unwrap().items;
    assert_eq!(levels.iter().map(|level| level.level).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let mut quotes = 0;
    for level in levels {
        for quote in
            [&level.who, &level.sample, &level.how_often, &level.reports_to].into_iter().flatten()
        {
            assert!(level.text.contains(quote.as_str()), "level {}: {quote}", level.level);
            quotes += 1;
        }
    }
    // Each level says at least who checks and what.
    assert!(quotes >= 10, "{quotes}");
}

#[test]
fn every_interpretation_is_marked_and_has_a_reason() {
    let framework = serde_json::to_value(Framework::built_in().as_json()).unwrap();
    let parts = [
        "readings",
        "criteria",
        "grade_table",
        "applicability",
        "evidence",
        "section_suggestion",
        "section_cap",
    ];
    for part in parts {
        let entries = framework["interpretation"][part].as_array().unwrap();
        assert!(!entries.is_empty(), "{part}");
        for entry in entries {
            assert_eq!(entry["basis"], "interpretation", "{part}: {entry}");
            assert!(!entry["reason"].as_str().unwrap().trim().is_empty(), "{part}: {entry}");
        }
    }
    for check in framework["interpretation"]["checks"].as_array().unwrap() {
        for text in ["why", "clear"] {
            assert!(!check[text].as_str().unwrap().trim().is_empty(), "{check}");
        }
        assert!(!check["cites"].as_array().unwrap().is_empty(), "{check}");
    }
}

/// Expects the interpretation of a printed passage, given a part of each.
#[track_caller]
fn check_interpretation(printed: &str, read_as: &str) {
    let framework = Framework::built_in();
    let readings = &framework.interpretation().readings;
    let found = readings.iter().any(|reading| {
        reading.printed.contains(printed) && reading.read_as.to_lowercase().contains(read_as)
    });
    assert!(found, "{printed}");
}

#[test]
fn every_misprint_has_an_interpretation() {
    check_interpretation("1-4 from inadequate to outstanding", "1 is outstanding");
    check_interpretation("Information placed in incorrect sections", "in correct sections");
    check_interpretation("Good and Outstanding", "administrative errors and font");
    check_interpretation(
        "Outstanding does not mention the level of detail",
        "good's on an appropriate level",
    );
    check_interpretation("All relevant information is included", "complies, stands for both");
    check_interpretation("SENDAP Board (Actions)", "send partnership board");
    check_interpretation("(Level 2)", "levels 2 and 4 name one and the same check");
    check_interpretation("a second Senior Case Officer", "each records a grade of their own");
}

#[test]
fn slips_of_the_print_stay_and_those_of_the_conversion_go() {
    let framework = Framework::built_in();
    let text = serde_json::to_string(&framework.document().wording).unwrap();
    assert!(text.contains("relating to meals. relating to"));
    assert!(text.contains("tis delivered"));
    assert!(!text.contains('\u{ac}'));
    assert!(text.contains("ongoing"));
    assert!(!text.contains('\u{a0}') && !text.contains("  "));
}

#[test]
fn descriptors_may_repeat_word_for_word() {
    let document = Framework::built_in().document();
    let sections = &document.wording.sections;
    let text = |id: &str| {
        let mut all = sections.iter().flat_map(|section| &section.descriptors);
        all.find(|descriptor| descriptor.id == id).unwrap().text.clone()
    };
    assert_eq!(text("H2.2"), text("H1.3"));
    assert_eq!(text("H2.2"), text("G2"));
    assert_eq!(text("H2.3"), text("H1.4"));
}

fn small() -> Arc<Framework> {
    Arc::new(Framework::from_json(SMALL).unwrap_or_else(|problems| panic!("{problems:?}")))
}

#[track_caller]
fn small_review(document: &Value) -> Review {
    let mut document = document.clone();
    document["framework"] = json!("riverside-2025");
    Review::from_json(&small(), &document.to_string()).unwrap()
}

#[test]
fn a_framework_is_given_back_as_it_came() {
    for text in [SMALL, include_str!("../frameworks/shropshire-2023.json")] {
        let framework = Framework::from_json(text).unwrap();
        let given: Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(framework.as_json()).unwrap(), given);
        assert_eq!(serde_json::to_value(framework.document()).unwrap(), given);
    }
}

/// The suggestions under the made-up framework: N, P, overall, then the plan. Parts C and G have no descriptors.
#[track_caller]
fn check_small(document: &Value, expected: &[Option<(u8, u8)>; 4]) {
    let review = small_review(document);
    let assessment = assess(&review);
    let number =
        |interval: ehcp_qa_core::Interval| (interval.best.number(), interval.worst.number());
    let graded = assessment.sections.iter().filter(|section| !["C", "G"].contains(&section.id));
    let mut got: Vec<_> = graded.map(|section| section.suggested.map(number)).collect();
    got.push(assessment.plan.suggested.map(number));
    assert_eq!(got, expected, "{document}");
}

#[test]
fn another_framework_grades_by_another_policy() {
    // Nothing answered: 4 of 4 is 1, 0 of 4 is 3; the plan 1 (all well) to 4 (not lawful).
    check_small(&json!({}), &[Some((1, 3)), Some((1, 3)), Some((1, 3)), Some((1, 4))]);
    let answers = |n: [&str; 4], p: &str, overall: &str| {
        json!({
            "plan": {"age": 12, "home_educated": false},
            "criteria": {"lawful": "yes", "clear": "clear"},
            "sections": {
                "N": {"descriptors": {"N1": n[0], "N2": n[1], "N3": n[2], "N4": n[3]}},
                "P": {"descriptors": {"P1": p}},
                "overall": {"descriptors": {"overall.1": overall}},
            },
        })
    };
    // 3 of 4 is exactly three quarters: 2. The plan is as good as its worst part.
    let good = answers(["yes", "yes", "yes", "no"], "yes", "yes");
    check_small(&good, &[Some((2, 2)), Some((1, 1)), Some((1, 1)), Some((2, 2))]);
    // 2 of 4 is less than three quarters: 3.
    let fewer = answers(["yes", "yes", "no", "no"], "yes", "yes");
    check_small(&fewer, &[Some((3, 3)), Some((1, 1)), Some((1, 1)), Some((3, 3))]);
    // N4 may be left out: 2 of 3 is less than three quarters (8 < 9).
    let left_out = answers(["yes", "yes", "no", "not_applicable"], "yes", "yes");
    check_small(&left_out, &[Some((3, 3)), Some((1, 1)), Some((1, 1)), Some((3, 3))]);
    // At 19 P1 does not apply, so its no does not count.
    let mut adult = answers(["yes", "yes", "yes", "yes"], "no", "yes");
    adult["plan"]["age"] = json!(19);
    check_small(&adult, &[Some((1, 1)), None, Some((1, 1)), Some((1, 1))]);
}

#[test]
fn another_framework_has_another_gate_path_and_checks() {
    let mut review = small_review(&json!({
        "plan": {"age": 5, "home_educated": false, "stage": "draft"},
        "criteria": {"lawful": "yes", "clear": "unclear"},
        "sections": {
            "N": {"descriptors": {"N1": "yes", "N3": "yes"}},
            "P": {"descriptors": {"P1": "no"}},
            "overall": {"score": 2},
        },
    }));
    let assessment = assess(&review);
    // Only 1 goes out.
    assert_eq!(assessment.plan.gate.as_ref().unwrap().state.word(), "not_to_be_issued");
    assert_eq!(
        assessment.plan.gate.as_ref().unwrap().message,
        "The plan is recorded as 2 Sound: it is not issued until it is at least 1 Excellent."
    );
    // An unclear plan is at best 3 Weak, and N2 is open, so only these two checks find anything.
    let rules: Vec<_> = assessment.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["lawful-without-provision", "score-without-rationale"]);
    assert_eq!(assessment.findings[1].severity.word(), "information");
    // To 1, the grade with which it goes out, everything is needed.
    let steps = |steps: &[ehcp_qa_core::Step<'_>]| {
        steps.iter().map(|step| step.at.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(assessment.path.as_ref().unwrap().to.number(), 1);
    assert_eq!(
        steps(&assessment.path.as_ref().unwrap().steps),
        ["clear", "N2", "N4", "P1", "overall.1"]
    );
    // To 2: clear enough, 3 of 4 in N, and the two single descriptors, of which 0 of 1 is 3.
    let path = path_to(&review, review.framework().score(2).unwrap());
    assert_eq!(steps(&path.steps), ["clear", "N2", "P1", "overall.1"]);
    assert_eq!(path.steps[0].message, "Clear: Fairly clear (answered otherwise).");
    // N1 answered no is enough for the check of answers.
    review.set_answer(0, review.framework().clone().answer("no")).unwrap();
    let assessment = assess(&review);
    assert_eq!(assessment.findings[1].rule, "unclear-needs");
    assert_eq!(assessment.findings[1].at, "/sections/N/descriptors/N1");
}

#[test]
fn a_worse_section_never_allows_the_plan_more() {
    // The framework has no cap for a section at 4, so it allows no more than one at 3 does.
    let mut framework: Value = serde_json::from_str(SMALL).unwrap();
    framework["interpretation"]["section_cap"].as_array_mut().unwrap().pop();
    let framework = Arc::new(Framework::from_json(&framework.to_string()).unwrap());
    let text = r#"{
        "framework": "riverside-2025",
        "criteria": {"lawful": "yes", "clear": "clear"},
        "sections": {
            "N": {"score": 4},
            "P": {"score": 1},
            "overall": {"descriptors": {"overall.1": "yes"}}
        }
    }"#;
    let review = Review::from_json(&framework, text).unwrap();
    let plan = assess(&review).plan;
    assert_eq!((plan.cap.unwrap().best.number(), plan.cap.unwrap().worst.number()), (3, 3));
    assert_eq!(plan.suggested, plan.cap);
}
