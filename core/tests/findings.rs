//! Each check, on reviews in which it finds something and on near misses.

mod notation;

use std::collections::BTreeSet;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::{Framework, assess};

use notation::review;

/// A check with its severity, reviews in which it finds something at some places, and near misses.
struct Case {
    rule: &'static str,
    severity: Severity,
    fires: &'static [(&'static str, &'static [&'static str])],
    misses: &'static [&'static str],
}

const A_SCORE: &str = "/sections/A/score";
const PLAN_SCORE: &str = "/sections/overall/score";

const CASES: [Case; 22] = [
    Case {
        rule: "recorded-better-than-criteria",
        severity: Severity::Error,
        fires: &[
            // An administrative error leaves 4, misplaced information 3 at best.
            ("no_admin_errors=not_met overall.score=3", &[PLAN_SCORE]),
            ("correct_sections=not_met overall.score=2", &[PLAN_SCORE]),
            ("golden_thread=not_met overall.score=1", &[PLAN_SCORE]),
        ],
        misses: &[
            "no_admin_errors=not_met overall.score=4",
            "correct_sections=not_met overall.score=3",
            "overall.score=1",
            "no_admin_errors=not_met A.score=1",
        ],
    },
    Case {
        rule: "recorded-better-than-cap",
        severity: Severity::Warning,
        fires: &[
            // A section at 4 allows 3 at best, one at 3 allows 2.
            ("A*=no overall.score=2", &[PLAN_SCORE]),
            ("A1=no overall.score=1", &[PLAN_SCORE]),
            ("A.score=4 overall.score=2", &[PLAN_SCORE]),
            // The answers of the block count in the cap.
            ("overall*=no overall.score=2", &[PLAN_SCORE]),
        ],
        misses: &[
            "A*=no overall.score=3",
            "A*=no A.score=2 overall.score=1",
            "A*=yes overall.score=1",
            "stage=draft I.score=4 overall.score=1",
            "A*=no",
        ],
    },
    Case {
        rule: "recorded-outstanding-with-no",
        severity: Severity::Warning,
        fires: &[
            ("A1=no A.score=1", &[A_SCORE]),
            ("overall.5=no overall.score=1", &[PLAN_SCORE]),
            ("A1=no A.score=1 B2=no B.score=1", &[A_SCORE, "/sections/B/score"]),
        ],
        misses: &[
            "A1=no A.score=2",
            "A*=yes A.score=1",
            "A.score=1",
            "stage=draft K1=yes K2=no K.score=1",
            // The score of the plan rests on the descriptors of its block.
            "A1=no overall.score=1",
        ],
    },
    Case {
        rule: "recorded-far-from-suggestion",
        severity: Severity::Warning,
        fires: &[
            ("A*=yes A.score=4", &[A_SCORE]),
            ("A*=no A.score=2", &[A_SCORE]),
            // 2 or 3 by the answers.
            ("G*=yes G.score=4", &["/sections/G/score"]),
            // The score of the plan is compared with the suggestion for the plan: 4 by the criteria.
            ("complies=not_met overall.score=2", &[PLAN_SCORE]),
            ("best *=yes overall.score=3", &[PLAN_SCORE]),
        ],
        misses: &[
            "A*=yes A.score=3",
            "A*=yes A.score=1",
            "A*=no A.score=3",
            // Outstanding beside a no is another check.
            "A*=no A.score=1",
            "complies=not_met overall.1=no overall.score=1",
            // 2 to 4, and 2 to 3, by the answers.
            "A.score=1",
            "A*=yes A5=null A.score=4",
            "complies=not_met overall.score=3",
            // 4 by the block's descriptors, 3 to 4 by the plan's suggestion.
            "overall*=no overall.score=2",
            "stage=draft I*=no I.score=1",
        ],
    },
    Case {
        rule: "score-without-rationale",
        severity: Severity::Warning,
        fires: &[
            ("A.score=2", &["/sections/A/rationale"]),
            ("overall.score=2", &["/sections/overall/rationale"]),
            ("A.score=2 A.rationale=\"\\u0020\\n\\t\\u00a0\"", &["/sections/A/rationale"]),
            ("A.score=2 A.rationale=\"\"", &["/sections/A/rationale"]),
            ("K.score=2 E.score=2", &["/sections/E/rationale", "/sections/K/rationale"]),
            ("stage=draft I.score=2", &["/sections/I/rationale"]),
        ],
        misses: &["A.score=2 A.rationale=Clear", "A.strengths=Much A1=no"],
    },
    Case {
        rule: "no-without-improvement",
        severity: Severity::Warning,
        fires: &[
            ("A1=no", &["/sections/A/improvements"]),
            (
                "A1=no A2=no overall.1=no",
                &["/sections/A/improvements", "/sections/overall/improvements"],
            ),
            ("A1=no A.improvements=\"\\u0020\" A.strengths=Much", &["/sections/A/improvements"]),
        ],
        misses: &["A1=no A.improvements=Ask", "A1=yes", "stage=draft I1=no", "C2=not_applicable"],
    },
    Case {
        rule: "not-applicable-but-applies",
        severity: Severity::Warning,
        fires: &[
            ("health_needs=true G1=not_applicable", &["/sections/G/descriptors/G1"]),
            (
                "stage=final K2=not_applicable I1=not_applicable",
                &["/sections/I/descriptors/I1", "/sections/K/descriptors/K2"],
            ),
            ("social_care_needs=false D2=not_applicable", &["/sections/D/descriptors/D2"]),
            (
                "social_care_needs=true age=17 H1.1=not_applicable",
                &["/sections/H1/descriptors/H1.1"],
            ),
        ],
        misses: &[
            "G1=not_applicable",
            "health_needs=false G1=not_applicable",
            "health_needs=true year_group=9 G4=not_applicable",
            "social_care_needs=true H1.1=not_applicable",
            "stage=final I2=not_applicable",
            "C2=not_applicable",
        ],
    },
    Case {
        rule: "answer-does-not-apply",
        severity: Severity::Information,
        fires: &[
            (
                "stage=draft I1=yes I3=no K2=yes",
                &[
                    "/sections/I/descriptors/I1",
                    "/sections/I/descriptors/I3",
                    "/sections/K/descriptors/K2",
                ],
            ),
            ("stage=proposed_amended I1=yes", &["/sections/I/descriptors/I1"]),
            ("age=18 H1.2=no", &["/sections/H1/descriptors/H1.2"]),
        ],
        misses: &["stage=draft I1=not_applicable", "I1=yes", "stage=final I1=yes", "age=18"],
    },
    Case {
        rule: "score-where-nothing-applies",
        severity: Severity::Information,
        fires: &[
            ("stage=draft I.score=2", &["/sections/I/score"]),
            ("G*=not_applicable G.score=4", &["/sections/G/score"]),
        ],
        misses: &["stage=final I.score=2", "stage=draft K.score=2", "stage=draft I1=yes"],
    },
    Case {
        rule: "context-not-known",
        severity: Severity::Information,
        fires: &[
            ("", &["/plan"]),
            (
                "stage=draft year_group=3 age=8 health_needs=true social_care_needs=false",
                &["/plan"],
            ),
        ],
        misses: &["stage=draft year_group=3 age=8 health_needs=true social_care_needs=false \
             personal_budget=false"],
    },
    Case {
        rule: "golden-thread-against-overall-3",
        severity: Severity::Warning,
        fires: &[("golden_thread=met overall.3=no", &["/sections/overall/descriptors/overall.3"])],
        misses: &[
            "golden_thread=not_met overall.3=no",
            "golden_thread=met overall.2=no",
            "overall.3=no",
        ],
    },
    Case {
        rule: "pfa-against-overall-5",
        severity: Severity::Warning,
        fires: &[(
            "pfa_age_appropriate=met overall.5=no",
            &["/sections/overall/descriptors/overall.5"],
        )],
        misses: &[
            "pfa_age_appropriate=not_met overall.5=no",
            "pfa_age_appropriate=met overall.5=yes",
        ],
    },
    Case {
        rule: "pfa-against-b3",
        severity: Severity::Warning,
        fires: &[("pfa_age_appropriate=met B3=no E3=no", &["/sections/B/descriptors/B3"])],
        misses: &["pfa_age_appropriate=not_met B3=no", "pfa_age_appropriate=met B2=no", "B3=no"],
    },
    Case {
        rule: "pfa-against-e3",
        severity: Severity::Warning,
        fires: &[("pfa_age_appropriate=met B3=no E3=no", &["/sections/E/descriptors/E3"])],
        misses: &["pfa_age_appropriate=not_met E3=no", "pfa_age_appropriate=met E2=no", "E3=no"],
    },
    Case {
        rule: "smart-outcomes-against-e2",
        severity: Severity::Warning,
        fires: &[("smart_outcomes=met E2=no", &["/sections/E/descriptors/E2"])],
        misses: &["smart_outcomes=not_met E2=no", "smart_outcomes=met E2=yes E1=no", "E2=no"],
    },
    Case {
        rule: "specific-provision-against-f3",
        severity: Severity::Warning,
        fires: &[("specific_provision=met F3=no", &["/sections/F/descriptors/F3"])],
        misses: &["specific_provision=not_met F3=no", "specific_provision=met F4=no", "F3=no"],
    },
    Case {
        rule: "health-need-without-provision",
        severity: Severity::Error,
        fires: &[("health_needs=true G1=no", &["/sections/G/descriptors/G1"])],
        misses: &[
            "G1=no",
            "health_needs=false G1=no",
            "health_needs=true G1=yes G2=no",
            "health_needs=true",
        ],
    },
    Case {
        rule: "social-care-need-without-provision",
        severity: Severity::Error,
        fires: &[
            ("social_care_needs=true H2.1=no H1.1=no", &["/sections/H2/descriptors/H2.1"]),
            // At 18 H1.1 does not apply, with any answer.
            ("social_care_needs=true H2.1=no age=18", &["/sections/H2/descriptors/H2.1"]),
            ("social_care_needs=true H2.1=no age=18 H1.1=yes", &["/sections/H2/descriptors/H2.1"]),
            // Age not known: the assessor may leave it out.
            (
                "social_care_needs=true H2.1=no H1.1=not_applicable",
                &["/sections/H2/descriptors/H2.1"],
            ),
        ],
        misses: &[
            "H2.1=no H1.1=no",
            "social_care_needs=false H2.1=no H1.1=no",
            "social_care_needs=true H2.1=no",
            "social_care_needs=true H2.1=no H1.1=yes",
            "social_care_needs=true H2.1=yes H1.1=no",
            "social_care_needs=true H1.1=no",
            // Under 18 not applicable counts as not answered.
            "social_care_needs=true H2.1=no H1.1=not_applicable age=17",
        ],
    },
    Case {
        rule: "placement-on-draft",
        severity: Severity::Error,
        fires: &[
            ("stage=draft I1=yes I3=yes", &["/sections/I/descriptors/I1"]),
            ("stage=draft I1=no I2=yes", &["/sections/I/descriptors/I2"]),
            ("stage=draft I3=yes", &["/sections/I/descriptors/I3"]),
        ],
        misses: &[
            "I1=yes",
            "stage=proposed_amended I1=yes",
            "stage=final I1=yes",
            "stage=draft I1=no I2=not_applicable",
            "stage=draft K2=yes",
        ],
    },
    Case {
        rule: "budget-silent-on-final",
        severity: Severity::Error,
        fires: &[("stage=final J1=no", &["/sections/J/descriptors/J1"])],
        misses: &["J1=no", "stage=draft J1=no", "stage=final J1=yes J2=no", "stage=final"],
    },
    Case {
        rule: "pfa-every-plan",
        severity: Severity::Warning,
        fires: &[
            ("B3=no", &["/sections/B/descriptors/B3"]),
            ("E3=no", &["/sections/E/descriptors/E3"]),
            // One finding for both, at B3.
            ("E3=no B3=no year_group=-2", &["/sections/B/descriptors/B3"]),
        ],
        misses: &["B3=yes E3=yes", "B2=no E2=no", ""],
    },
    Case {
        rule: "pfa-from-year-9",
        severity: Severity::Warning,
        fires: &[
            ("year_group=9 F1=no", &["/sections/F/descriptors/F1"]),
            ("year_group=15 G4=no", &["/sections/G/descriptors/G4"]),
            ("year_group=9 F1=no G4=no", &["/sections/F/descriptors/F1"]),
        ],
        misses: &[
            "year_group=8 F1=no",
            "F1=no G4=no",
            "age=16 F1=no",
            "year_group=9 health_needs=false G4=no",
            "year_group=9 G4=not_applicable F1=yes",
        ],
    },
];

#[track_caller]
fn check(text: &str, rule: &str, severity: Severity, expected: &[&str]) {
    let review = review(text);
    let assessment = assess(&review);
    let found: Vec<_> = assessment.findings.iter().filter(|finding| finding.rule == rule).collect();
    let at: Vec<_> = found.iter().map(|finding| finding.at).collect();
    assert_eq!(at, expected, "{rule}: {text}");
    for finding in found {
        assert_eq!(finding.severity, severity, "{rule}");
        for sentence in [finding.message.as_str(), finding.why, finding.clear] {
            assert!(sentence.ends_with('.'), "{rule}: {sentence}");
        }
        assert!(!finding.cites.is_empty(), "{rule}");
    }
}

#[test]
fn every_check_fires_and_has_near_misses() {
    for case in &CASES {
        assert!(!case.fires.is_empty() && !case.misses.is_empty(), "{}", case.rule);
        for (text, at) in case.fires {
            check(text, case.rule, case.severity, at);
        }
        for text in case.misses {
            check(text, case.rule, case.severity, &[]);
        }
    }
    // No check of the framework is left out.
    let framework = Framework::built_in();
    let checks = framework.interpretation().checks;
    let all: BTreeSet<_> = checks.iter().map(|check| check.id.as_str()).collect();
    assert_eq!(CASES.iter().map(|case| case.rule).collect::<BTreeSet<_>>(), all);
}
