//! Frameworks whose parts do not fit together, and the problems reported.

mod damage;

use serde_json::{Value, json};

use damage::{check, check_set, list, problems, remove, set};

#[test]
fn the_framework_itself_is_right() {
    check(|_| {}, &[]);
}

#[test]
fn ids_that_nothing_has() {
    let at = "/interpretation/applicability/1/descriptors/0";
    // C2 is then covered by nothing.
    check_set(
        at,
        json!("C3"),
        &[(at, "unknown_id"), ("/interpretation/applicability", "not_covered")],
    );
    let at = "/interpretation/evidence/2/descriptors/3";
    check_set(at, json!("C3"), &[(at, "unknown_id")]);
    let at = "/interpretation/evidence/2/standard";
    check_set(at, json!("QS6"), &[(at, "unknown_id"), ("/interpretation/evidence", "not_covered")]);
    // The second check is on health needs and G1, the fourth on placements.
    let at = "/interpretation/checks/1/every/0/descriptor";
    check_set(at, json!("g1"), &[(at, "unknown_id")]);
    let at = "/interpretation/checks/3/any/2/descriptor";
    check_set(at, json!("I4"), &[(at, "unknown_id")]);
    // The tenth is on the golden thread.
    let at = "/interpretation/checks/9/when/0/criterion";
    let expected = "/interpretation/checks/9/when/0/thread";
    check_set(at, json!("thread"), &[(expected, "unknown_id")]);
}

#[test]
fn places_of_the_form_that_nothing_has() {
    let at = "/wording/feedback_form/sections/1/section";
    check_set(at, json!("Z"), &[(at, "unknown_id")]);
}

/// The places where the golden thread names Section E, and the problem at each when there is no Section E.
const OUTCOMES_IN_THREAD: [(&str, &str); 8] = [
    ("/interpretation/thread/joins/0/to/0", "unknown_id"),
    ("/interpretation/thread/joins/3/to/0", "unknown_id"),
    ("/interpretation/thread/joins/4/to/0", "unknown_id"),
    ("/interpretation/thread/joins/7/to/0", "unknown_id"),
    ("/interpretation/thread/rules/3/to/0", "unknown_id"),
    ("/interpretation/thread/rules/5/to/0", "unknown_id"),
    ("/interpretation/thread/rules/6/of/0", "unknown_id"),
    ("/interpretation/thread/rules/7/of/0", "unknown_id"),
];

#[test]
fn ids_that_stand_twice() {
    // Section E comes to be a second A; the feedback form and the golden thread still refer to E.
    let at = "/wording/sections/1/id";
    let form = "/wording/feedback_form/sections/7/section";
    let expected = [&[(at, "duplicate"), (form, "unknown_id")][..], &OUTCOMES_IN_THREAD].concat();
    check_set(at, json!("A"), &expected);
    let at = "/wording/overall/id";
    check_set(at, json!("K"), &[(at, "duplicate")]);
    // A second E1 in the place of E2, which is named in five places.
    let at = "/wording/sections/1/descriptors/1/id";
    check_set(
        at,
        json!("E1"),
        &[
            (at, "duplicate"),
            ("/interpretation/applicability/0/descriptors/6", "unknown_id"),
            ("/interpretation/evidence/1/descriptors/2", "unknown_id"),
            ("/interpretation/evidence/4/descriptors/0", "unknown_id"),
            ("/interpretation/checks/13/every/0/descriptor", "unknown_id"),
            ("/interpretation/bearing/4/descriptors/0", "unknown_id"),
            ("/interpretation/applicability", "not_covered"),
        ],
    );
}

#[test]
fn other_ids_that_stand_twice() {
    let again = |framework: &mut Value, pointer: &str| {
        let all = list(framework, pointer);
        let first = all[0].clone();
        all.push(first);
    };
    check(
        |framework| again(framework, "/interpretation/criteria"),
        &[("/interpretation/criteria/10/id", "duplicate")],
    );
    check(
        |framework| again(framework, "/interpretation/checks"),
        &[("/interpretation/checks/22/id", "duplicate")],
    );
    check(
        |framework| again(framework, "/wording/standards/items"),
        &[("/wording/standards/items/5/id", "duplicate")],
    );
    check(
        |framework| again(framework, "/wording/principles/items"),
        &[("/wording/principles/items/5/id", "duplicate")],
    );
    check(
        |framework| again(framework, "/interpretation/evidence"),
        &[("/interpretation/evidence/5/standard", "duplicate")],
    );
    let at = "/interpretation/section_suggestion/1/id";
    check_set(at, json!("no-descriptor-fails"), &[(at, "duplicate")]);
    let at = "/interpretation/criteria/4/values/2/id";
    let expected =
        &[(at, "duplicate"), ("/interpretation/grade_table/0/requires/writing", "not_one_of")];
    check_set(at, json!("not_met"), expected);
    let at = "/interpretation/section_cap/1/section_score";
    check_set(at, json!(4), &[(at, "duplicate")]);
}

#[test]
fn a_reading_that_stands_twice() {
    check(
        |framework| {
            let readings = list(framework, "/interpretation/readings");
            let first = readings[0].clone();
            readings.push(first);
        },
        &[("/interpretation/readings/11/id", "duplicate")],
    );
}

#[test]
fn a_fact_that_is_asked_for_twice() {
    check(
        |framework| {
            let questions = list(framework, "/interpretation/context");
            let first = questions[0].clone();
            questions.push(first);
        },
        &[("/interpretation/context/8/field", "duplicate")],
    );
}

#[test]
fn a_choice_that_no_plan_can_record() {
    let at = "/interpretation/context/0/values/0/id";
    check_set(at, json!("outline"), &[(at, "not_one_of")]);
}

#[test]
fn a_grade_table_with_criteria_or_answers_that_are_not_there() {
    check(
        |framework| {
            let requires = "/interpretation/grade_table/2/requires";
            framework.pointer_mut(requires).unwrap()["spelling"] = json!("met");
        },
        &[("/interpretation/grade_table/2/requires/spelling", "unknown_id")],
    );
    let at = "/interpretation/grade_table/1/requires/writing";
    check_set(at, json!("met"), &[(at, "not_one_of")]);
    let at = "/interpretation/checks/9/when/0/equals";
    check_set(at, json!("yes"), &[("/interpretation/checks/9/when/0/golden_thread", "not_one_of")]);
}

#[test]
fn a_grade_that_no_answers_reach() {
    let requires = |row: usize| format!("/interpretation/grade_table/{row}/requires");
    let second = "/interpretation/grade_table/1";
    let third = "/interpretation/grade_table/2";
    // Good asks for the same as Outstanding, so every plan that meets it is Outstanding.
    check(
        |framework| {
            let same = framework.pointer(&requires(0)).unwrap().clone();
            set(framework, &requires(1), same);
        },
        &[(second, "unreachable_grade")],
    );
    // Good asks for less than Requires improvement does.
    check(
        |framework| set(framework, &requires(1), json!({"complies": "met", "agreed_font": "met"})),
        &[(third, "unreachable_grade")],
    );
    // Good asks for nothing: neither worse grade is left.
    check(
        |framework| set(framework, &requires(1), json!({})),
        &[(third, "unreachable_grade"), ("/interpretation/grade_table/3", "unreachable_grade")],
    );
    // Asking for the worst answer is asking for nothing.
    check(
        |framework| set(framework, &requires(2), json!({"writing": "not_met"})),
        &[("/interpretation/grade_table/3", "unreachable_grade")],
    );
    // Different requirements, neither within the other, are both reached.
    check(|framework| set(framework, &requires(2), json!({"golden_thread": "met"})), &[]);
}

#[test]
fn a_criterion_that_no_grade_uses() {
    // Only Outstanding asks for SMART outcomes.
    check(
        |framework| {
            remove(framework, "/interpretation/grade_table/0/requires", "smart_outcomes");
        },
        &[("/interpretation/criteria/6", "unused_criterion")],
    );
}

#[test]
fn grades_that_are_missing_or_stand_twice() {
    let table = "/interpretation/grade_table";
    check(|framework| drop(list(framework, table).remove(1)), &[(table, "not_covered")]);
    // A second Good in the place of Requires improvement.
    let at = "/interpretation/grade_table/2/score";
    check_set(at, json!(2), &[(at, "duplicate"), (table, "not_covered")]);
    // Read in this order, whatever is Good has been Requires improvement before.
    check(
        |framework| list(framework, table).swap(1, 2),
        &[(table, "out_of_order"), ("/interpretation/grade_table/2", "unreachable_grade")],
    );
    let grades = "/wording/scale/grades";
    // Without Inadequate, 4 is no score: three rules name it.
    check(
        |framework| drop(list(framework, grades).remove(0)),
        &[
            ("/interpretation/grade_table/3/score", "out_of_range"),
            ("/interpretation/section_cap/0/section_score", "out_of_range"),
            ("/interpretation/section_suggestion/2/score", "out_of_range"),
        ],
    );
    // A second Good in the place of Outstanding: 1 is no score.
    let at = "/wording/scale/grades/3/score";
    check_set(
        at,
        json!(2),
        &[("/interpretation/grade_table/0/score", "out_of_range"), (at, "duplicate")],
    );
}

#[test]
fn the_last_grade_must_ask_for_nothing() {
    // Not complied with is neither Requires improvement nor, then, anything else.
    let at = "/interpretation/grade_table/3/requires";
    check_set(at, json!({"writing": "mostly_well_written"}), &[(at, "no_fallback")]);
}

#[test]
fn bands_that_are_no_shares_or_out_of_order() {
    let bands = "/interpretation/section_suggestion";
    let share = |band: usize| format!("{bands}/{band}/yes_at_least");
    check_set(&share(0), json!({"of": 3, "out_of": 2}), &[(&share(0), "not_a_share")]);
    check_set(
        &share(1),
        json!({"of": 0, "out_of": 0}),
        &[(&share(1), "not_a_share"), (bands, "out_of_order")],
    );
    // The second asks for as much as the first; 2 of 2 is 1 of 1.
    check_set(&share(1), json!({"of": 2, "out_of": 2}), &[(bands, "out_of_order")]);
    let at = "/interpretation/section_suggestion/1/score";
    check_set(at, json!(2), &[(bands, "out_of_order")]);
    check_set(at, json!(4), &[(bands, "out_of_order")]);
    // Without a last one that asks for nothing some answers have no score.
    check(|framework| drop(list(framework, bands).pop()), &[(bands, "not_covered")]);
    // Without any band no section has a suggestion.
    check(|framework| list(framework, bands).clear(), &[]);
    let at = format!("{bands}/0/yes_at_least/of");
    check_set(&at, json!(256), &[(&at, "out_of_range")]);
}

#[test]
fn a_cap_that_loosens_as_sections_get_worse() {
    // A section at 3 would allow 4 at best, one at 4 allows 3.
    let at = "/interpretation/section_cap/1/plan_at_best";
    check_set(at, json!(4), &[("/interpretation/section_cap/1", "out_of_order")]);
    check_set(at, json!(3), &[]);
    check_set("/interpretation/section_cap", json!([]), &[]);
}

#[test]
fn descriptors_covered_not_once() {
    let at = "/interpretation/applicability";
    check(|framework| drop(list(framework, at).remove(2)), &[(at, "not_covered")]);
    check(
        |framework| {
            list(framework, "/interpretation/applicability/1/descriptors").push(json!("A1"));
        },
        &[("/interpretation/applicability/1/descriptors/2", "duplicate")],
    );
    let problems = problems(|framework| drop(list(framework, at).remove(2)));
    assert_eq!(
        problems[0].to_string(),
        "/interpretation/applicability: Nothing here covers descriptor D1."
    );
}

#[test]
fn all_problems_at_once() {
    check(
        |framework| {
            set(framework, "/wording/title", json!(1));
            // 9 would be a score of another scale, and 101 of none.
            set(framework, "/interpretation/gate/issue_at", json!(101));
            framework["interpretation"]["extra"] = json!({});
            drop(remove(framework, "/wording/improvement_process", "steps"));
        },
        &[
            ("/interpretation/extra", "unknown_field"),
            ("/interpretation/gate/issue_at", "out_of_range"),
            ("/wording/improvement_process/steps", "missing"),
            ("/wording/title", "wrong_type"),
        ],
    );
    check(
        |framework| {
            set(framework, "/wording/sections/1/id", json!("A"));
            drop(remove(framework, "/interpretation/grade_table/0/requires", "smart_outcomes"));
            set(
                framework,
                "/interpretation/grade_table/3/requires",
                json!({"writing": "mostly_well_written"}),
            );
            set(framework, "/interpretation/evidence/0/descriptors/0", json!("Z1"));
            set(framework, "/interpretation/section_suggestion/0/yes_at_least/of", json!(2));
            set(framework, "/interpretation/section_cap/1/plan_at_best", json!(4));
            set(framework, "/interpretation/checks/1/every/0/descriptor", json!("Z2"));
            drop(remove(framework, "/interpretation/checks/2", "message"));
        },
        &[
            &[
                ("/wording/sections/1/id", "duplicate"),
                ("/wording/feedback_form/sections/7/section", "unknown_id"),
                ("/interpretation/criteria/6", "unused_criterion"),
                ("/interpretation/grade_table/3/requires", "no_fallback"),
                ("/interpretation/evidence/0/descriptors/0", "unknown_id"),
                ("/interpretation/section_suggestion/0/yes_at_least", "not_a_share"),
                ("/interpretation/section_cap/1", "out_of_order"),
                ("/interpretation/checks/1/every/0/descriptor", "unknown_id"),
                ("/interpretation/checks/2", "not_a_check"),
            ][..],
            &OUTCOMES_IN_THREAD,
        ]
        .concat(),
    );
}

#[test]
fn rules_about_the_plan_that_do_not_fit() {
    let rule = "/interpretation/plan/rules/1";
    check_set(
        &format!("{rule}/id"),
        json!("section-missing"),
        &[(&format!("{rule}/id"), "duplicate")],
    );
    check_set(
        &format!("{rule}/message"),
        json!(" "),
        &[(&format!("{rule}/message"), "wrong_type")],
    );
    check_set(&format!("{rule}/id"), json!("own-rule"), &[(&format!("{rule}/id"), "not_one_of")]);
    let jargon = "/interpretation/plan/jargon/0/word";
    check_set(jargon, json!("bilateral"), &[("/interpretation/plan/jargon/1/word", "duplicate")]);
}

#[test]
fn questions_about_advice_that_do_not_fit() {
    let item =
        |number: usize, field: &str| format!("/interpretation/advice/items/{number}/{field}");
    check_set(&item(1, "asks"), json!("author"), &[(&item(1, "asks"), "duplicate")]);
    check_set(&item(1, "asks"), json!("shoe_size"), &[(&item(1, "asks"), "not_one_of")]);
    for field in ["message", "why", "instead"] {
        check_set(&item(0, field), json!(" "), &[(&item(0, field), "wrong_type")]);
    }
    check_set(
        "/interpretation/advice/id",
        json!("a b"),
        &[("/interpretation/advice/id", "not_an_id")],
    );
    check_set("/interpretation/advice", Value::Null, &[]);
}

#[test]
fn what_findings_bear_on_is_there() {
    let at = "/interpretation/bearing";
    let entry = |fields: Value| {
        let mut entry = json!({"basis": "interpretation", "reason": "So it is read."});
        for (name, value) in fields.as_object().unwrap() {
            entry[name] = value.clone();
        }
        json!([entry])
    };
    let known = json!({
        "rules": ["jargon", "thread-orphan"], "wording": ["a-rule-of-ours"], "sections": ["F"],
        "descriptors": ["F3"], "criteria": ["writing"],
    });
    check_set(at, entry(known), &[]);
    check_set(
        at,
        entry(
            json!({"rules": ["no-rule"], "descriptors": ["F9"], "criteria": ["no"], "evidence": ["none"]}),
        ),
        &[("/interpretation/bearing/0/evidence/0", "not_one_of")],
    );
    check_set(
        at,
        entry(json!({"rules": ["no-rule"], "descriptors": ["F9"], "criteria": ["no"]})),
        &[
            ("/interpretation/bearing/0/rules/0", "unknown_id"),
            ("/interpretation/bearing/0/descriptors/0", "unknown_id"),
            ("/interpretation/bearing/0/criteria/0", "unknown_id"),
        ],
    );
    check_set(
        at,
        entry(json!({"rules": ["jargon"]})),
        &[("/interpretation/bearing/0", "not_a_bearing")],
    );
    check_set(
        at,
        entry(json!({"criteria": ["writing"]})),
        &[("/interpretation/bearing/0", "not_a_bearing")],
    );
    check_set(at, entry(json!({"coverage": ["not_found"], "descriptors": ["B1"]})), &[]);
    check_set(
        at,
        entry(json!({"coverage": ["lost"], "descriptors": ["B1"]})),
        &[("/interpretation/bearing/0/coverage/0", "not_one_of")],
    );
    // Neither need be there.
    check_set(at, Value::Null, &[]);
}

#[test]
fn a_golden_thread_that_does_not_fit() {
    let of = |at: &str| format!("/interpretation/thread/{at}");
    // The first join is of A and E, the first rule of B and F, and the tenth rule is built in.
    let at = of("joins/0/from/0");
    check_set(&at, json!("Z"), &[(&at, "not_one_of")]);
    let at = of("joins/1/to/1");
    check_set(&at, json!("B"), &[(&at, "duplicate")]);
    for at in [of("joins/0/to"), of("rules/3/of"), of("rules/3/to")] {
        let problem = (at.as_str(), "wrong_type");
        // To no section there is no line from any.
        let from = [0, 1, 2].map(|index| of(&format!("rules/3/of/{index}")));
        let mut expected = vec![problem];
        if at.ends_with("rules/3/to") {
            expected.extend(from.iter().map(|at| (at.as_str(), "not_covered")));
        }
        // Without the join of A and E, no outcome could have an aspiration.
        let outcome = of("rules/6/of/0");
        if at.ends_with("joins/0/to") {
            expected.push((&outcome, "not_covered"));
        }
        check_set(&at, json!([]), &expected);
    }
    let at = of("rules/1/id");
    // The second rule is then gone, which findings bear by.
    check_set(
        &at,
        json!("thread-need-without-provision"),
        &[
            (&at, "duplicate"),
            ("/interpretation/bearing/7/rules/6", "unknown_id"),
            ("/interpretation/bearing/19/rules/2", "unknown_id"),
            ("/interpretation/bearing/21/rules/1", "unknown_id"),
        ],
    );
    // A line that a rule asks for may be drawn.
    check_set(&of("rules/0/to/0"), json!("A"), &[]);
    check_set(&of("rules/0/to/0"), json!("K"), &[]);
    check_set(&of("rules/0/to/0"), json!("B"), &[(&of("rules/0/of/0"), "not_covered")]);
    check_set(&of("rules/0/message"), Value::Null, &[(&of("rules/0"), "not_a_thread_rule")]);
    check(
        |framework| framework["interpretation"]["thread"]["rules"][9]["message"] = json!("Said."),
        &[(&of("rules/9"), "built_in_check")],
    );
    check_set(
        &of("joins"),
        json!([{}]),
        &[
            (&of("joins/0/from"), "missing"),
            (&of("joins/0/to"), "missing"),
            (&of("joins/0/basis"), "missing"),
            (&of("joins/0/reason"), "missing"),
            (&of("joins/0/cites"), "missing"),
        ],
    );
    // It need not be there.
    check_set("/interpretation/thread", Value::Null, &[]);
}

#[test]
fn a_golden_thread_through_a_section_that_the_framework_does_not_have() {
    let small: Value = serde_json::from_str(include_str!("small-framework.json")).unwrap();
    let mut small = small;
    let has = |id: &str| {
        let sections = small["wording"]["sections"].as_array().unwrap();
        sections.iter().any(|section| section["id"] == id)
    };
    assert!(!has("H2"));
    small["interpretation"]["thread"] = json!({
        "joins": [{
            "from": ["H2"], "to": ["H2"], "basis": "interpretation", "reason": "", "cites": [],
        }],
        "rules": [],
    });
    let problems = ehcp_qa_core::Framework::from_json(&small.to_string()).unwrap_err();
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/interpretation/thread/joins/0/from/0: The framework has no section with this id.",
            "/interpretation/thread/joins/0/to/0: The framework has no section with this id.",
            "/interpretation/thread/rules: This must be a list with at least one entry.",
        ]
    );
}
