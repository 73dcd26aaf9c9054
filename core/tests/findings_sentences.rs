//! The sentences of findings, the places they rest on, and their order.

mod notation;

use ehcp_qa_core::assess;

use notation::review;

/// The facts named as not known, and the checks named as not made.
#[track_caller]
fn check_not_known(text: &str, fields: &str, rules: &str, message: &str) {
    let review = review(text);
    let assessment = assess(&review);
    let finding = assessment.findings.iter().find(|finding| finding.rule == "context-not-known");
    let finding = finding.unwrap();
    assert_eq!(finding.fields.join(" "), fields, "{text}");
    assert_eq!(finding.not_checked.join(" "), rules, "{text}");
    assert_eq!(finding.message, message, "{text}");
    let pointers: Vec<_> = finding.fields.iter().map(|id| format!("/plan/{id}")).collect();
    assert_eq!(finding.rests_on, pointers);
}

#[test]
fn unknown_facts_are_named_with_the_checks_not_made() {
    check_not_known(
        "",
        "stage year_group age health_needs social_care_needs personal_budget",
        "health-need-without-provision social-care-need-without-provision placement-on-draft \
         budget-silent-on-final pfa-from-year-9",
        "Not known about the plan: stage, year group, age, health needs, social care needs, \
         personal budget. 5 checks were not made because of it.",
    );
    // Descriptors depend on age and budget, but no check does.
    check_not_known(
        "stage=draft year_group=9 health_needs=true social_care_needs=false",
        "age personal_budget",
        "",
        "Not known about the plan: age, personal budget.",
    );
    check_not_known(
        "stage=final age=9 health_needs=true social_care_needs=false personal_budget=true",
        "year_group",
        "pfa-from-year-9",
        "Not known about the plan: year group. 1 check was not made because of it.",
    );
}

/// The sentence of the only finding of a rule, and the places that it rests on.
#[track_caller]
fn check_sentence(text: &str, rule: &str, message: &str, rests_on: &str) {
    let review = review(text);
    let assessment = assess(&review);
    let finding = assessment.findings.iter().find(|finding| finding.rule == rule).unwrap();
    assert_eq!(finding.message, message);
    assert_eq!(finding.rests_on.join(" "), rests_on, "{rule}");
}

#[test]
fn the_sentences() {
    check_sentence(
        "A1=no A.score=1",
        "recorded-outstanding-with-no",
        "Section A is recorded as 1 Outstanding, but 1 descriptor is answered no.",
        "/sections/A/descriptors/A1",
    );
    check_sentence(
        "A1=no A2=no",
        "no-without-improvement",
        "In section A, 2 descriptors are answered no, but no improvement is noted.",
        "/sections/A/descriptors/A1 /sections/A/descriptors/A2",
    );
    check_sentence(
        "overall.score=2",
        "score-without-rationale",
        "The plan has a score, but no rationale for it.",
        "/sections/overall/score",
    );
    check_sentence(
        "health_needs=true G1=not_applicable",
        "not-applicable-but-applies",
        "Descriptor G1 is answered not applicable, but it applies to this plan: it counts as not \
         answered.",
        "/plan/health_needs",
    );
    check_sentence(
        "social_care_needs=true H2.1=no H1.1=no",
        "social-care-need-without-provision",
        "Social care needs are recorded, but neither Section H1 nor Section H2 has the provision \
         that answers them.",
        "/plan/social_care_needs /sections/H2/descriptors/H2.1 /sections/H1/descriptors/H1.1",
    );
    check_sentence(
        "golden_thread=met overall.3=no",
        "golden-thread-against-overall-3",
        "The golden thread is met as a criterion, but not as a descriptor of overall quality.",
        "/criteria/golden_thread /sections/overall/descriptors/overall.3",
    );
}

#[test]
fn an_answer_that_does_not_count_rests_on_the_fact_that_excludes_it() {
    // Social care needs are not known, and decide nothing here.
    check_sentence(
        "age=18 H1.2=no",
        "answer-does-not-apply",
        "Descriptor H1.2 is answered, but it does not apply to this plan: the answer does not count.",
        "/plan/age",
    );
}

/// The sentence of the first finding of a rule, and answers among those that it rests on.
#[track_caller]
fn check_score(text: &str, rule: &str, message: &str, among: &str) {
    let review = review(text);
    let assessment = assess(&review);
    let finding = assessment.findings.iter().find(|finding| finding.rule == rule).unwrap();
    assert_eq!(finding.message, message);
    for pointer in among.split(' ') {
        assert!(finding.rests_on.contains(&pointer), "{rule}: {pointer} in {:?}", finding.rests_on);
    }
}

#[test]
fn a_score_better_than_the_criteria_rests_on_them() {
    check_score(
        "no_admin_errors=not_met overall.score=3",
        "recorded-better-than-criteria",
        "The plan is recorded as 3 Requires improvement, but the answers to the criteria allow \
         4 Inadequate at best.",
        "/criteria/no_admin_errors",
    );
}

#[test]
fn a_score_better_than_the_cap_rests_on_the_sections() {
    let message =
        "The plan is recorded as 2 Good, but the sections allow 3 Requires improvement at best.";
    let rule = "recorded-better-than-cap";
    let at = "/sections/C/descriptors/C1 /sections/C/descriptors/C2";
    check_score("C*=no overall.score=2", rule, message, at);
    check_score("C.score=4 overall.score=2", rule, message, "/sections/C/score");
}

#[test]
fn a_score_far_from_the_suggestion_rests_on_the_suggesting_answers() {
    let rule = "recorded-far-from-suggestion";
    check_score(
        "C*=yes C.score=4",
        rule,
        "Section C is recorded as 4 Inadequate, more than one grade from the 2 Good that the answers \
         suggest.",
        "/sections/C/descriptors/C1 /sections/C/descriptors/C2",
    );
    check_score(
        "complies=not_met overall.score=2",
        rule,
        "The plan is recorded as 2 Good, more than one grade from the 4 Inadequate that the answers \
         suggest.",
        "/criteria/complies",
    );
}

#[test]
fn a_score_where_nothing_applies_rests_on_the_excluding_facts() {
    check_score(
        "stage=draft I.score=2",
        "score-where-nothing-applies",
        "Section I has a score, but none of its descriptors applies to this plan: the score does not \
         count.",
        "/plan/stage",
    );
}

#[test]
fn the_most_serious_come_first_then_the_order_of_the_checks_then_printed_order() {
    let review = review(
        "stage=draft health_needs=true I2=yes G1=no K1=no B3=no K.score=1 E.score=2 complies=not_met \
         overall.score=1",
    );
    let assessment = assess(&review);
    let found: Vec<_> = assessment
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.severity.word(), finding.rule))
        .collect();
    assert_eq!(
        found,
        [
            "error recorded-better-than-criteria",
            "error health-need-without-provision",
            "error placement-on-draft",
            // 1, where B and G, each with a no, are at 3 at best, and so the plan at 2.
            "warning recorded-better-than-cap",
            "warning recorded-outstanding-with-no",
            // The plan: 1 against 4.
            "warning recorded-far-from-suggestion",
            "warning pfa-every-plan",
            // E, K, the plan.
            "warning score-without-rationale",
            "warning score-without-rationale",
            "warning score-without-rationale",
            // B, G, K in printed order.
            "warning no-without-improvement",
            "warning no-without-improvement",
            "warning no-without-improvement",
            "information answer-does-not-apply",
            "information context-not-known",
        ]
    );
    let at = |rule: &str| {
        let found = assessment.findings.iter().filter(|finding| finding.rule == rule);
        found.map(|finding| finding.at).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        at("score-without-rationale"),
        "/sections/E/rationale /sections/K/rationale /sections/overall/rationale"
    );
    assert_eq!(
        at("no-without-improvement"),
        "/sections/B/improvements /sections/G/improvements /sections/K/improvements"
    );
}

#[test]
fn a_clean_review_has_no_findings() {
    // A complete draft in Year 3, all as it should be; D2, G4, I, H1 under 18 as they apply.
    let review = review(
        "best *=yes I*=null K2=null D2=null G4=null stage=draft year_group=3 age=8 health_needs=true \
         social_care_needs=true personal_budget=true overall.score=1 overall.rationale=Fine",
    );
    assert_eq!(assess(&review).findings, []);
}
