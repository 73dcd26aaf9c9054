//! Frameworks with fields, conditions and checks that are not of the right form.

mod damage;

use ehcp_qa_core::Framework;
use serde_json::{Value, json};

use damage::{check, check_set, list, problems, remove, set};

#[test]
fn the_sentence_of_an_unknown_id() {
    let problems = problems(|framework| {
        set(framework, "/interpretation/evidence/0/descriptors/0", json!("Z1"));
    });
    assert_eq!(
        serde_json::to_value(&problems).unwrap(),
        json!([{
            "pointer": "/interpretation/evidence/0/descriptors/0",
            "code": "unknown_id",
            "params": {"what": "descriptor"},
            "message": "The framework has no descriptor with this id.",
        }])
    );
}

#[test]
fn ids_that_could_not_stand_in_a_pointer() {
    for id in ["", "a/b", "a b", "é", "a:b", &"x".repeat(65)] {
        check_set("/id", json!(id), &[("/id", "not_an_id")]);
    }
    check_set("/id", json!("x".repeat(64)), &[]);
    let at = "/interpretation/checks/0/id";
    check_set(
        at,
        json!("two words"),
        &[(at, "not_an_id"), ("/interpretation/checks/0", "not_a_check")],
    );
}

#[test]
fn scores_outside_the_scale() {
    let at = "/interpretation/section_suggestion/1/score";
    check_set(at, json!(0), &[(at, "out_of_range")]);
    check_set(at, json!(5), &[(at, "out_of_range")]);
    check_set(at, json!(2.5), &[(at, "wrong_type")]);
    check_set(at, json!("2"), &[(at, "wrong_type")]);
    check_set(at, json!(3.0), &[]);
    // A scale has numbers from 0 to 100.
    let grade = "/wording/scale/grades/0/score";
    check_set(grade, json!(101), &[(grade, "out_of_range")]);
    check_set(grade, json!(-1), &[(grade, "out_of_range")]);
    for at in [
        "/interpretation/grade_table/3/score",
        "/interpretation/section_cap/0/section_score",
        "/interpretation/section_cap/0/plan_at_best",
        "/interpretation/gate/issue_at",
    ] {
        check_set(at, json!(5), &[(at, "out_of_range")]);
    }
}

#[test]
fn fields_that_are_unknown_missing_or_of_the_wrong_type() {
    check(|framework| framework["colour"] = json!("blue"), &[("/colour", "unknown_field")]);
    check(
        |framework| framework["wording"]["sections"][0]["descriptors"][0]["note"] = json!(1),
        &[("/wording/sections/0/descriptors/0/note", "unknown_field")],
    );
    check(|framework| drop(remove(framework, "", "edition")), &[("/edition", "missing")]);
    check(
        |framework| drop(remove(framework, "/interpretation/gate", "cites")),
        &[("/interpretation/gate/cites", "missing")],
    );
    // Null is not given.
    check_set("/wording/overall", Value::Null, &[("/wording/overall", "missing")]);
    check_set("/interpretation/context/0/hint", Value::Null, &[]);
    check_set("/wording", json!([]), &[("/wording", "wrong_type")]);
    check_set("/wording/sections", json!({}), &[("/wording/sections", "wrong_type")]);
    check_set("/wording/title", json!(7), &[("/wording/title", "wrong_type")]);
    let at = "/interpretation/applicability/0/may_exclude";
    check_set(at, json!("no"), &[(at, "wrong_type")]);
    let at = "/interpretation/grade_table/0/requires/complies";
    check_set(at, json!(true), &[(at, "wrong_type")]);
    let at = "/interpretation/checks/0/severity";
    check_set(at, json!("fatal"), &[(at, "not_one_of")]);
    for text in ["null", "[]", "3", "\"framework\""] {
        let problems = Framework::from_json(text).unwrap_err();
        assert_eq!(problems[0].kind.code(), "wrong_type", "{text}");
    }
}

#[test]
fn every_reason_of_a_suggestion_has_a_place() {
    for name in ["section_suggestion", "section_cap", "applicability"] {
        let at = format!("/interpretation/trace/{name}");
        check_set(&at, json!(" \n"), &[(&at, "wrong_type")]);
        check(
            |framework| drop(remove(framework, "/interpretation/trace", name)),
            &[(&at, "missing")],
        );
    }
    for name in ["nothing_applies", "recorded_score", "no_limit", "worse_of_both"] {
        let at = format!("/interpretation/trace/{name}/place");
        check_set(&at, json!(""), &[(&at, "wrong_type")]);
    }
    let at = "/interpretation/trace/worse_of_both/basis";
    check_set(at, json!("custom"), &[(at, "not_one_of")]);
    check_set("/interpretation/trace", Value::Null, &[("/interpretation/trace", "missing")]);
    // The grade table is cited by the heading of the scale.
    let at = "/wording/scale/heading";
    check_set(at, json!(""), &[(at, "wrong_type")]);
}

#[test]
fn bad_conditions() {
    // The entry for H1 has two conditions, on social care needs and on age.
    let at = "/interpretation/applicability/6/all_of/1";
    check_set(at, json!({"field": "age", "under": 18, "at_least": 3}), &[(at, "wrong_type")]);
    check_set(at, json!({"field": "age"}), &[(at, "wrong_type")]);
    check_set(
        at,
        json!({"under": 18}),
        &[(&format!("{at}/under"), "unknown_field"), (at, "wrong_type")],
    );
    check_set(
        at,
        json!({"field": "health_needs", "at_least": 3}),
        &[(&format!("{at}/at_least"), "unknown_field"), (at, "wrong_type")],
    );
    check_set(
        at,
        json!({"field": "health_needs", "equals": 1}),
        &[(&format!("{at}/equals"), "wrong_type")],
    );
    check_set(
        at,
        json!({"field": "stage", "equals": "finished"}),
        &[(&format!("{at}/equals"), "not_one_of")],
    );
    check_set(
        at,
        json!({"field": "height", "equals": "draft"}),
        &[(&format!("{at}/field"), "not_one_of")],
    );
    check_set(
        at,
        json!({"field": "age", "under": 101}),
        &[(&format!("{at}/under"), "out_of_range")],
    );
    check_set(at, json!({"field": "age", "equals": 17}), &[]);
    check_set(at, json!("age"), &[(at, "wrong_type")]);
    let at = "/interpretation/checks/9/when/0";
    check_set(
        at,
        json!({"criterion": "golden_thread", "equals": "met", "field": "age"}),
        &[(&format!("{at}/field"), "unknown_field")],
    );
}

#[test]
fn a_condition_on_no_fact_says_only_that() {
    let at = "/interpretation/applicability/6/all_of/1";
    let field = format!("{at}/field");
    check_set(at, json!({"field": "height", "equals": true}), &[(&field, "not_one_of")]);
    check_set(at, json!({"field": "height", "under": 18}), &[(&field, "not_one_of")]);
}

#[test]
fn checks_that_are_none() {
    // The first check is built in, the second is known by its answers.
    check(
        |framework| framework["interpretation"]["checks"][0]["when"] = json!([]),
        &[("/interpretation/checks/0", "built_in_check")],
    );
    check(
        |framework| framework["interpretation"]["checks"][0]["message"] = json!("No."),
        &[("/interpretation/checks/0", "built_in_check")],
    );
    let at = "/interpretation/checks/1";
    for field in ["every", "message"] {
        check(|framework| drop(remove(framework, at, field)), &[(at, "not_a_check")]);
    }
    check_set("/interpretation/checks/1/every", json!([]), &[(at, "not_a_check")]);
    // Without a condition on the plan it applies to every plan.
    check(|framework| drop(remove(framework, at, "when")), &[]);
}

#[test]
fn a_check_without_a_message_is_read_on() {
    check(
        |framework| {
            drop(remove(framework, "/interpretation/checks/1", "message"));
            set(framework, "/interpretation/checks/1/every/0/descriptor", json!("Z2"));
        },
        &[
            ("/interpretation/checks/1", "not_a_check"),
            ("/interpretation/checks/1/every/0/descriptor", "unknown_id"),
        ],
    );
}

#[test]
fn lists_have_an_end() {
    let at = "/wording/feedback/items";
    check(|framework| list(framework, at).resize(1_000, json!("by post")), &[]);
    check(|framework| list(framework, at).resize(1_001, json!("by post")), &[(at, "too_many")]);
}

#[test]
fn samples_that_do_not_fit_together() {
    let of = |field: &str| format!("/interpretation/sampling/{field}");
    for key in ["", "656863702d71612073616d706c65203", "656863702d71612073616d706c65203x"] {
        check_set(&of("key"), json!(key), &[(&of("key"), "not_a_key")]);
    }
    let at = of("purposes/0/rate");
    check_set(&at, json!({"of": 2, "out_of": 1}), &[(&at, "not_a_share")]);
    check_set(&at, json!({"of": 0, "out_of": 0}), &[(&at, "not_a_share")]);
    check_set(&at, Value::Null, &[]);
    let at = of("purposes/1/id");
    check_set(&at, json!("team_manager"), &[(&at, "duplicate")]);
    check_set(&at, json!("the panel"), &[(&at, "not_an_id")]);
    let at = of("purposes/2/level");
    check_set(&at, json!(6), &[(&at, "unknown_id")]);
    let at = of("phases/2/id");
    check_set(&at, json!("post_16"), &[(&of("phases/3/id"), "duplicate")]);
    let at = of("phases/2/from_year_group");
    check_set(&at, json!(16), &[(&at, "out_of_range")]);
    // Key Stage 3 and 4 would be empty, or the one after it would.
    check_set(&at, json!(1), &[(&at, "out_of_order")]);
    check_set(&at, json!(12), &[(&of("phases/3/from_year_group"), "out_of_order")]);
    // Nobody would be in a phase before nursery.
    check_set(&of("phases/0/from_year_group"), json!(-1), &[(&of("phases"), "not_covered")]);
    check_set(&of("phases"), json!([]), &[(&of("phases"), "not_covered")]);
}

#[test]
fn a_process_that_is_incomplete_or_cites_missing_places() {
    let of = |field: &str| format!("/interpretation/process/{field}");
    check_set("/interpretation/process", Value::Null, &[]);
    check_set(&of("place"), json!("Annex B"), &[(&of("place"), "wrong_type")]);
    // A role, a state and a finding each stand once.
    let at = of("roles/1/role");
    check_set(
        &at,
        json!("panel"),
        &[(&of("roles"), "not_covered"), (&of("roles/3/role"), "duplicate")],
    );
    check(
        |framework| drop(list(framework, &of("reasons")).pop()),
        &[(&of("reasons"), "not_covered")],
    );
    check(
        |framework| drop(list(framework, &of("findings")).pop()),
        &[(&of("findings"), "not_covered")],
    );
    let at = of("reasons/0/state");
    check_set(&at, json!("finished"), &[(&at, "not_one_of")]);
    // The first step is on the submitting of a draft, the third on escalating in six states.
    let at = of("steps/0/states/0");
    check_set(&at, json!("submitted"), &[(&at, "not_one_of"), (&of("steps"), "not_covered")]);
    let at = of("steps/2/states/0");
    check_set(
        &at,
        json!("below_good"),
        &[(&of("steps/2/states/1"), "duplicate"), (&of("steps"), "not_covered")],
    );
    check(|framework| drop(list(framework, &of("steps")).pop()), &[(&of("steps"), "not_covered")]);
    check_set(&of("steps/0/roles"), json!([]), &[(&of("steps/0/roles"), "wrong_type")]);
    check_set(
        &of("steps/0/roles"),
        json!(["panel", "panel"]),
        &[(&of("steps/0/roles/1"), "duplicate")],
    );
    // Each source is one place that is there.
    let at = of("steps/0/rests_on");
    check_set(&at, json!([]), &[(&at, "wrong_type")]);
    let source = of("steps/0/rests_on/0");
    for (value, place, code) in [
        (json!({}), "", "wrong_type"),
        (json!({"step": "1", "level": 2}), "", "wrong_type"),
        (json!({"step": "5"}), "/step", "unknown_id"),
        (json!({"level": 6}), "/level", "unknown_id"),
        (json!({"reading": "none"}), "/reading", "unknown_id"),
        (json!({"gate": false}), "/gate", "not_one_of"),
        (json!({"annex": "B"}), "/annex", "unknown_field"),
    ] {
        check_set(&source, value, &[(&format!("{source}{place}"), code)]);
    }
    check_set(&of("regraded/0/step"), json!("9"), &[(&of("regraded/0/step"), "unknown_id")]);
    let at = of("refused/rests_on/0/reading");
    check_set(&at, json!("none"), &[(&at, "unknown_id")]);
    let at = of("readings/1/id");
    check_set(
        &at,
        json!("level-4-grades"),
        &[(&at, "duplicate"), (&of("steps/15/rests_on/1/reading"), "unknown_id")],
    );
    check(
        |framework| drop(remove(framework, &of("steps/0"), "message")),
        &[(&of("steps/0/message"), "missing")],
    );
}

#[test]
fn surveys_that_do_not_fit_together() {
    let of = |field: &str| format!("/interpretation/families/{field}");
    check_set("/interpretation/families", Value::Null, &[]);
    check_set(&of("surveys"), json!([]), &[(&of("surveys"), "wrong_type")]);
    check_set(&of("surveys/1/id"), json!("parents"), &[(&of("surveys/1/id"), "duplicate")]);
    check_set(&of("surveys/0/name"), json!(" "), &[(&of("surveys/0/name"), "wrong_type")]);
    // Three items are printed.
    for item in [0, 4] {
        check_set(&of("surveys/2/item"), json!(item), &[(&of("surveys/2/item"), "unknown_id")]);
    }
    check_set(&of("surveys/0/questions"), json!([]), &[(&of("surveys/0/questions"), "wrong_type")]);
    let at = of("surveys/0/questions/1/id");
    check_set(&at, json!("views"), &[(&at, "duplicate")]);
    let at = of("surveys/0/answers/1/id");
    check_set(&at, json!("yes"), &[(&at, "duplicate")]);
    // A report counts it beside the answers.
    check_set(&at, json!("not_answered"), &[(&at, "duplicate")]);
    // No answer would be good.
    let good = of("surveys/0/answers/0/good");
    check_set(&good, json!(false), &[(&of("surveys/0/answers"), "wrong_type")]);
}

#[test]
fn reports_and_deadlines_that_do_not_fit_together() {
    let of = |field: &str| format!("/interpretation/report/{field}");
    check_set("/interpretation/report", Value::Null, &[]);
    check_set(&of("level"), json!(6), &[(&of("level"), "unknown_id")]);
    check_set(&of("terms"), json!([]), &[(&of("terms"), "wrong_type")]);
    check_set(&of("terms/1/id"), json!("autumn"), &[(&of("terms/1/id"), "duplicate")]);
    let at = of("terms/1/from_month");
    check_set(&at, json!(13), &[(&at, "out_of_range")]);
    // Spring would begin with autumn, or after summer.
    check_set(&at, json!(9), &[(&at, "out_of_order")]);
    check_set(&at, json!(5), &[(&of("terms/2/from_month"), "out_of_order")]);
    let at = "/interpretation/timescales/1/deadline";
    check_set(at, json!("sixteen_weeks"), &[(at, "duplicate")]);
    check_set(at, json!("ten_weeks"), &[(at, "not_one_of")]);
    check_set("/interpretation/timescales", Value::Null, &[]);
}
