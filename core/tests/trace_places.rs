//! The citations of the trace: the places, bases and reasons of the framework in use, and no others.

use std::sync::Arc;

use ehcp_qa_core::{Framework, Reason, Review, assess};
use serde_json::{Value, json};

fn small() -> Arc<Framework> {
    Arc::new(Framework::from_json(include_str!("small-framework.json")).unwrap())
}

/// A reason as rule, end, basis, place and why.
type Cited<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

fn cited<'a>(reasons: &'a [Reason<'a>]) -> Vec<Cited<'a>> {
    let basis = |reason: &Reason| match serde_json::to_value(reason.basis).unwrap().as_str() {
        Some("framework") => "framework",
        Some("law") => "law",
        Some("guidance") => "guidance",
        Some("interpretation") => "interpretation",
        unknown => panic!("{unknown:?}"),
    };
    let cite = |reason: &'a Reason<'a>| {
        (reason.rule, reason.end.word(), basis(reason), reason.place, reason.why)
    };
    reasons.iter().map(cite).collect()
}

/// Expects these reasons of a section, or of the plan, under a framework.
#[track_caller]
fn check(framework: &Arc<Framework>, review: &Value, of: &str, expected: &[Cited]) {
    let review = Review::from_json(framework, &review.to_string()).unwrap();
    let assessment = assess(&review);
    let section = assessment.sections.iter().find(|section| section.id == of);
    let because = section.map_or(&assessment.plan.because, |section| &section.because);
    assert_eq!(cited(because), expected, "{of}");
}

#[test]
fn another_framework_is_cited_in_its_words() {
    // N is 3 of 4 and recorded as 3; P is about children only.
    let review = json!({
        "framework": "riverside-2025",
        "plan": {"age": 20},
        "criteria": {"lawful": "yes", "clear": "unclear"},
        "sections": {
            "N": {"descriptors": {"N1": "yes", "N2": "yes", "N3": "yes", "N4": "no"}, "score": 3},
            "overall": {"descriptors": {"overall.1": "yes"}}
        }
    });
    let scored = "How parts are scored";
    let small = small();
    check(
        &small,
        &review,
        "N",
        &[
            ("three-quarters", "both", "guidance", scored, "Little is wrong."),
            ("recorded-score", "both", "framework", "Scoring", "Each part is scored by a person."),
        ],
    );
    check(
        &small,
        &review,
        "P",
        &[
            ("nothing-applies", "both", "guidance", "Empty parts", "An empty part has no score."),
            (
                "applicability",
                "both",
                "law",
                "Which plans a line is about",
                "For children taught at school.",
            ),
        ],
    );
    check(
        &small,
        &review,
        "overall",
        &[("all", "both", "interpretation", scored, "Nothing is wrong.")],
    );
    check(
        &small,
        &review,
        "plan",
        &[
            // Lawful, but unclear: the third row.
            ("grade-table", "both", "law", "Scale", "Lawful alone."),
            (
                "section-cap",
                "both",
                "framework",
                "How parts limit the plan",
                "A weak part holds it.",
            ),
            (
                "worse-of-both",
                "both",
                "law",
                "The grade of the plan",
                "A plan is as good as its weaker side.",
            ),
        ],
    );
}

#[test]
fn each_end_cites_the_row_that_it_comes_to() {
    // N is 4 or 3 of 4; at best no part limits the plan, at worst a sound one does. Not lawful is the last row.
    let review = json!({
        "framework": "riverside-2025",
        "plan": {"age": 10, "home_educated": false},
        "criteria": {"clear": "clear"},
        "sections": {
            "N": {"descriptors": {"N1": "yes", "N2": "yes", "N3": "yes"}},
            "P": {"descriptors": {"P1": "yes"}},
            "overall": {"descriptors": {"overall.1": "yes"}}
        }
    });
    let small = small();
    check(
        &small,
        &review,
        "N",
        &[
            ("all", "best", "interpretation", "How parts are scored", "Nothing is wrong."),
            ("three-quarters", "worst", "guidance", "How parts are scored", "Little is wrong."),
        ],
    );
    let worse = ("law", "The grade of the plan", "A plan is as good as its weaker side.");
    check(
        &small,
        &review,
        "plan",
        &[
            ("grade-table", "best", "interpretation", "Scale", "Both at their best."),
            ("grade-table", "worst", "interpretation", "Scale", "Anything else."),
            (
                "section-cap",
                "best",
                "interpretation",
                "Parts without faults",
                "A part without faults limits nothing.",
            ),
            (
                "section-cap",
                "worst",
                "guidance",
                "How parts limit the plan",
                "A sound part holds it.",
            ),
            ("worse-of-both", "best", worse.0, worse.1, worse.2),
            ("worse-of-both", "worst", worse.0, worse.1, worse.2),
        ],
    );
}

#[test]
fn the_limit_cited_is_one_that_a_section_reaches() {
    // Two limits allow Weak at best; only the laxer one is reached, though the other stands first.
    let mut framework: Value = serde_json::from_str(include_str!("small-framework.json")).unwrap();
    framework["interpretation"]["section_cap"] = json!([
        {"section_score": 4, "plan_at_best": 3, "basis": "law", "reason": "A poor part."},
        {"section_score": 3, "plan_at_best": 3, "basis": "guidance", "reason": "A weak part."}
    ]);
    let framework = Arc::new(Framework::from_json(&framework.to_string()).unwrap());
    let review = |score: u8| {
        json!({
            "framework": "riverside-2025",
            "criteria": {"lawful": "no"},
            "sections": {
                "N": {"score": score},
                "P": {"score": 1},
                "overall": {"descriptors": {"overall.1": "yes"}}
            }
        })
    };
    let place = "How parts limit the plan";
    let around = |cap: Cited<'static>| {
        let worse = "A plan is as good as its weaker side.";
        [
            ("grade-table", "both", "interpretation", "Scale", "Anything else."),
            cap,
            ("worse-of-both", "both", "law", "The grade of the plan", worse),
        ]
    };
    let weak = around(("section-cap", "both", "guidance", place, "A weak part."));
    check(&framework, &review(3), "plan", &weak);
    let poor = around(("section-cap", "both", "law", place, "A poor part."));
    check(&framework, &review(4), "plan", &poor);
}

#[test]
fn the_built_in_framework_is_cited_by_its_headings() {
    let framework = Framework::built_in();
    let review = json!({
        "framework": "shropshire-2023",
        "plan": {"health_needs": false},
        "criteria": {"no_admin_errors": "not_met"},
        "sections": {"C": {"descriptors": {"C1": "yes", "C2": "yes"}, "score": 4}}
    });
    let places = |of: &str| {
        let review = Review::from_json(&framework, &review.to_string()).unwrap();
        let assessment = assess(&review);
        let section = assessment.sections.iter().find(|section| section.id == of);
        let because = section.map_or(&assessment.plan.because, |section| &section.because);
        let places = because.iter().map(|reason| (reason.rule.to_owned(), reason.place.to_owned()));
        places.collect::<Vec<_>>()
    };
    let expect = |pairs: &[(&str, &str)]| {
        let owned = pairs.iter().map(|&(rule, place)| (rule.to_owned(), place.to_owned()));
        owned.collect::<Vec<_>>()
    };
    assert_eq!(
        places("C"),
        expect(&[
            ("no-descriptor-fails", "Section suggestion"),
            ("recorded-score", "Quality Assurance Score"),
        ])
    );
    assert_eq!(
        places("G"),
        // Two entries ask for health needs: one for G1 to G3, one for G4.
        expect(&[
            ("nothing-applies", "Applicability"),
            ("applicability", "Applicability"),
            ("applicability", "Applicability"),
        ])
    );
    // An administrative error leaves only Inadequate. C is recorded as 4, so the sections allow 3.
    assert_eq!(
        places("plan"),
        expect(&[
            ("grade-table", "Framework for Quality Assurance"),
            ("section-cap", "Limit set by sections"),
            ("worse-of-both", "Plan suggestion"),
        ])
    );
}
