//! Lints of a framework: each on one that has the fault, and on one that nearly has it.

#![cfg(feature = "authoring")]

use ehcp_qa_core::Framework;
use ehcp_qa_core::authoring::{advice, lint};
use ehcp_qa_core::framework::Severity;
use serde_json::{Value, json};

const SMALL: &str = include_str!("small-framework.json");

/// A framework with a mean, required descriptors, answers with credit and a scale of ten points.
const MARKED: &str = include_str!("../../tests/frameworks/green-amber-red.json");

/// The codes and places of what is found in a framework.
#[track_caller]
fn found(framework: &Value) -> Vec<(String, &'static str)> {
    let framework = Framework::from_json(&framework.to_string());
    let framework = framework.unwrap_or_else(|problems| panic!("{problems:?}"));
    let found = lint(&framework).into_iter();
    found.map(|lint| (lint.pointer, lint.kind.code())).collect()
}

/// Edits a framework, and expects what is found beside what was found before.
#[track_caller]
fn check(framework: &str, edits: &[(&str, Value)], expected: &[(&str, &str)]) {
    let mut framework: Value = serde_json::from_str(framework).unwrap();
    let before = found(&framework);
    for (at, value) in edits {
        let (place, name) = at.rsplit_once('/').unwrap();
        let parent = framework.pointer_mut(place).unwrap_or_else(|| panic!("{place}"));
        match parent {
            Value::Array(list) if name == "-" => list.push(value.clone()),
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value.clone(),
            parent => parent[name] = value.clone(),
        }
    }
    let mut after = found(&framework);
    after.retain(|lint| !before.contains(lint));
    let after: Vec<_> = after.iter().map(|(at, code)| (at.as_str(), *code)).collect();
    assert_eq!(after, expected);
}

fn ground(mut entry: Value) -> Value {
    entry["basis"] = json!("interpretation");
    entry["reason"] = json!("For the test.");
    entry
}

/// The framework asks for home education and for a medical diagnosis, and says of neither what it decides.
#[test]
fn the_built_in_framework_records_two_facts_that_decide_nothing() {
    let framework = Framework::built_in();
    let found = lint(&framework);
    let found: Vec<_> =
        found.iter().map(|lint| (lint.pointer.as_str(), lint.kind.code())).collect();
    let expected =
        ["/interpretation/context/6", "/interpretation/context/7"].map(|at| (at, "unused_fact"));
    assert_eq!(found, expected);
    assert_eq!(advice("unused_fact").unwrap().severity, Severity::Information);
}

#[test]
fn other_frameworks_have_no_lint() {
    for text in [
        SMALL,
        MARKED,
        include_str!("../frameworks/example-checklist.json"),
        include_str!("../frameworks/example-ten-points.json"),
        include_str!("../frameworks/starter.json"),
    ] {
        let framework: Value = serde_json::from_str(text).unwrap();
        assert_eq!(found(&framework), [], "{}", framework["id"]);
    }
}

#[test]
fn every_lint_has_advice() {
    let codes = [
        "grade_never_suggested",
        "band_never_reached",
        "mean_never_reached",
        "gap_in_scale",
        "border_of_nobody",
        "limit_without_effect",
        "requirement_without_effect",
        "unused_answer",
        "unused_exclusion",
        "unused_answer_set",
        "unused_severity",
        "unused_fact",
        "unused_descriptor",
        "unused_reading",
        "standard_without_evidence",
        "condition_never_holds",
        "conditions_exclude",
        "check_never_fires",
        "older_name",
        "spacing_differs",
    ];
    for code in codes {
        let advice = advice(code).unwrap_or_else(|| panic!("{code}"));
        assert_ne!(advice.severity, Severity::Error, "{code}");
    }
}

#[test]
fn a_grade_that_no_plan_is_suggested() {
    // The best score of a section is limited to 2, and so is every plan.
    let limit = |score: u8| ground(json!({"section_score": score, "plan_at_best": 2}));
    let expected = [("/wording/scale/grades/0", "grade_never_suggested")];
    check(SMALL, &[("/interpretation/section_cap", json!([limit(1)]))], &expected);
    check(SMALL, &[("/interpretation/section_cap", json!([limit(2)]))], &[]);
}

#[test]
fn a_grade_without_a_row_in_the_table_of_a_mean() {
    // Without the band for 9 and 10, and with a requirement that allows 5 at best, no mean comes to those grades.
    let band = |id: &str, score: u8, of: u8| {
        ground(json!({"id": id, "score": score, "mean_at_least": {"of": of, "out_of": 1}}))
    };
    let bands = json!([band("good", 8, 6), band("weak", 5, 3), band("poor", 2, 0)]);
    let expected = [("/wording/scale/grades/0", "grade_never_suggested")];
    check(MARKED, &[("/interpretation/plan_mean/bands", bands)], &expected);
    let bands =
        json!([band("best", 9, 9), band("good", 6, 6), band("weak", 3, 3), band("poor", 0, 0)]);
    check(MARKED, &[("/interpretation/plan_mean/bands", bands)], &[]);
}

#[test]
fn a_band_between_the_shares_that_answers_come_to() {
    // Of four descriptors, of which one may be excluded, 3 of 4 and 2 of 3 are the shares next below 1.
    let at = "/interpretation/section_suggestion/1/yes_at_least";
    let expected = [("/interpretation/section_suggestion/1", "band_never_reached")];
    check(SMALL, &[(at, json!({"of": 4, "out_of": 5}))], &expected);
    check(SMALL, &[(at, json!({"of": 3, "out_of": 4}))], &[]);
    check(SMALL, &[(at, json!({"of": 2, "out_of": 3}))], &[]);
    // With half a credit, 7 of 8 is a share of four descriptors, and 11 of 12 is none.
    let at = "/interpretation/section_suggestion/1/yes_at_least";
    check(MARKED, &[(at, json!({"of": 7, "out_of": 8}))], &[]);
    check(MARKED, &[(at, json!({"of": 11, "out_of": 12}))], &expected);
}

#[test]
fn a_mean_that_no_scores_come_to() {
    // The best mean is that of sections of 10 points.
    let at = "/interpretation/plan_mean/bands/0/mean_at_least";
    let expected = [("/interpretation/plan_mean/bands/0", "mean_never_reached")];
    check(MARKED, &[(at, json!({"of": 21, "out_of": 2}))], &expected);
    check(MARKED, &[(at, json!({"of": 10, "out_of": 1}))], &[]);
    // Weighted 1 and 2, scores of 10 and 9 come to 28 and 29 of 3; 59 of 6 lies above both.
    check(MARKED, &[(at, json!({"of": 59, "out_of": 6}))], &[]);
    let at = "/interpretation/plan_mean/bands/1/mean_at_least";
    let best = ("/interpretation/plan_mean/bands/0/mean_at_least", json!({"of": 29, "out_of": 3}));
    let expected = [("/interpretation/plan_mean/bands/1", "mean_never_reached")];
    check(MARKED, &[best.clone(), (at, json!({"of": 57, "out_of": 6}))], &expected);
    check(MARKED, &[best, (at, json!({"of": 28, "out_of": 3}))], &[]);
}

#[test]
fn numbers_between_two_grades() {
    let expected = [("/wording/scale/grades/2", "gap_in_scale")];
    let points: Value = serde_json::from_str(MARKED).unwrap();
    let points = points["interpretation"]["plan_mean"]["points"].as_array().unwrap().clone();
    let without = |number: u8| -> Value {
        points.iter().filter(|entry| entry["score"] != json!(number)).cloned().collect()
    };
    let bands = (
        "/interpretation/plan_mean/bands",
        json!([
            ground(json!({"id": "best", "score": 10, "mean_at_least": {"of": 9, "out_of": 1}})),
            ground(json!({"id": "good", "score": 6, "mean_at_least": {"of": 6, "out_of": 1}})),
            ground(json!({"id": "weak", "score": 3, "mean_at_least": {"of": 3, "out_of": 1}})),
            ground(json!({"id": "poor", "score": 0, "mean_at_least": {"of": 0, "out_of": 1}})),
        ]),
    );
    let required = ("/interpretation/required/0/plan_at_best", json!(3));
    let suggestion = ("/interpretation/section_suggestion/2/score", json!(3));
    // 5 is between 3 to 4 and 6 to 8.
    check(
        MARKED,
        &[
            bands,
            required,
            suggestion,
            ("/interpretation/plan_mean/points", without(5)),
            ("/wording/scale/grades/2/up_to", json!(4)),
        ],
        &expected,
    );
}

#[test]
fn grades_of_one_number_each_may_be_a_step_apart() {
    let scale = |numbers: [u8; 4]| {
        let mut framework: Value = serde_json::from_str(SMALL).unwrap();
        let grade = |number: Value| numbers[usize::try_from(number.as_u64().unwrap()).unwrap() - 1];
        for row in framework["wording"]["scale"]["grades"].as_array_mut().unwrap() {
            row["score"] = json!(grade(row["score"].take()));
        }
        for (list, fields) in [
            ("grade_table", &["score"][..]),
            ("section_suggestion", &["score"]),
            ("section_cap", &["section_score", "plan_at_best"]),
        ] {
            for row in framework["interpretation"][list].as_array_mut().unwrap() {
                for field in fields {
                    row[*field] = json!(grade(row[*field].take()));
                }
            }
        }
        framework["interpretation"]["gate"]["issue_at"] = json!(numbers[0]);
        let framework = Framework::from_json(&framework.to_string()).unwrap();
        lint(&framework).into_iter().map(|lint| (lint.pointer, lint.kind.to_string())).collect()
    };
    let found: Vec<(String, String)> = scale([10, 20, 30, 40]);
    assert_eq!(found, []);
    let found: Vec<(String, String)> = scale([1, 2, 3, 5]);
    let sentence =
        "No grade has the numbers from 4 to 4, which lie between this grade and the next.";
    assert_eq!(found, [("/wording/scale/grades/2".to_owned(), sentence.to_owned())]);
}

/// An entry of the applicability for a descriptor of the second section.
fn applies(descriptor: &str, conditions: &Value) -> Value {
    ground(json!({"descriptors": [descriptor], "all_of": conditions, "may_exclude": false}))
}

/// The applicability of the small framework with two descriptors under conditions.
fn applicability(first: &Value, second: &Value) -> Vec<(&'static str, Value)> {
    let rest = ground(json!({
        "descriptors": ["N1", "N2", "overall.1"], "all_of": [], "may_exclude": false,
    }));
    let school = applies("P1", &json!([{"field": "home_educated", "equals": false}]));
    let entries = json!([
        applies("N3", first),
        {"descriptors": ["N4"], "all_of": second, "may_exclude": true, "basis": "law", "reason": "R."},
        rest,
        school,
    ]);
    vec![("/interpretation/applicability", entries)]
}

#[test]
fn a_year_between_two_conditions() {
    let under = json!([{"field": "year_group", "under": 9}]);
    let from = |year: i8| json!([{"field": "year_group", "at_least": year}]);
    let expected = [("/interpretation/applicability/1/all_of/0", "border_of_nobody")];
    check(SMALL, &applicability(&under, &from(10)), &expected);
    check(SMALL, &applicability(&under, &from(9)), &[]);
    // Far apart, they are two matters.
    check(SMALL, &applicability(&under, &from(12)), &[]);
    let ages = json!([{"field": "age", "at_least": 10}]);
    check(SMALL, &applicability(&under, &ages), &[]);
}

#[test]
fn conditions_that_no_plan_meets() {
    let of = |conditions: Value| applicability(&conditions, &json!([]));
    let at = "/interpretation/applicability/0/all_of/1";
    let excluding = [(at, "conditions_exclude")];
    let age = |test: &str, number: i8| json!({"field": "age", test: number});
    check(SMALL, &of(json!([age("at_least", 16), age("under", 16)])), &excluding);
    check(SMALL, &of(json!([age("at_least", 16), age("under", 17)])), &[]);
    check(SMALL, &of(json!([age("equals", 16), age("under", 16)])), &excluding);
    let stage = |word: &str| json!({"field": "stage", "equals": word});
    check(SMALL, &of(json!([stage("draft"), stage("final")])), &excluding);
    check(SMALL, &of(json!([stage("draft"), age("under", 5)])), &[]);
    let home = |flag: bool| json!({"field": "home_educated", "equals": flag});
    check(SMALL, &of(json!([home(true), home(false)])), &excluding);
    check(SMALL, &of(json!([home(true), home(true)])), &[]);
    let never = [("/interpretation/applicability/0/all_of/0", "condition_never_holds")];
    check(SMALL, &of(json!([age("at_least", 26)])), &never);
    check(SMALL, &of(json!([age("at_least", 25)])), &[]);
    check(SMALL, &of(json!([age("under", 0)])), &never);
    check(SMALL, &of(json!([{"field": "year_group", "under": 0}])), &[]);
}

#[test]
fn a_check_whose_conditions_exclude_each_other() {
    let at = "/interpretation/checks/0/when";
    let lawful = |answer: &str| json!({"criterion": "lawful", "equals": answer});
    let expected = [("/interpretation/checks/0/when/1", "conditions_exclude")];
    check(SMALL, &[(at, json!([lawful("yes"), lawful("no")]))], &expected);
    let clear = json!({"criterion": "clear", "equals": "fair"});
    check(SMALL, &[(at, json!([lawful("yes"), clear]))], &[]);
}

#[test]
fn a_check_whose_descriptors_cannot_stand_so() {
    let expected = [("/interpretation/checks/1", "check_never_fires")];
    let test = |descriptor: &str, is: &str| json!({"descriptor": descriptor, "is": [is]});
    let any = "/interpretation/checks/1/any";
    // N1 is for every plan, N4 may be excluded, P1 is under conditions.
    check(SMALL, &[(any, json!([test("N1", "not_applicable")]))], &expected);
    check(SMALL, &[(any, json!([test("N4", "not_applicable")]))], &[]);
    check(SMALL, &[(any, json!([test("N4", "does_not_apply")]))], &expected);
    check(SMALL, &[(any, json!([test("P1", "does_not_apply")]))], &[]);
    check(SMALL, &[(any, json!([test("N2", "counted_partly")]))], &expected);
    // One of the two is enough under `any`, and both must hold under `every`.
    let both = json!([test("N1", "not_applicable"), test("N2", "counted_no")]);
    check(SMALL, &[(any, both.clone())], &[]);
    check(SMALL, &[("/interpretation/checks/1/every", both)], &expected);
}

#[test]
fn limits_that_change_nothing() {
    let limit =
        |score: u8, at_best: u8| ground(json!({"section_score": score, "plan_at_best": at_best}));
    let at = "/interpretation/section_cap";
    let expected = [("/interpretation/section_cap/1", "limit_without_effect")];
    check(SMALL, &[(at, json!([limit(3, 3), limit(4, 3)]))], &expected);
    check(SMALL, &[(at, json!([limit(3, 2), limit(4, 3)]))], &[]);
    check(SMALL, &[(at, json!([limit(3, 3), limit(2, 1)]))], &expected);
    let at = "/interpretation/required/0/plan_at_best";
    let expected = [("/interpretation/required/0", "limit_without_effect")];
    check(MARKED, &[(at, json!(10))], &expected);
    check(MARKED, &[(at, json!(9))], &[]);
}

#[test]
fn a_requirement_that_the_worst_answer_meets() {
    let at = "/interpretation/grade_table/2/requires";
    let expected = [("/interpretation/grade_table/2/requires/clear", "requirement_without_effect")];
    check(SMALL, &[(at, json!({"lawful": "yes", "clear": "unclear"}))], &expected);
}

#[test]
fn an_answer_that_nothing_asks_for() {
    let at = "/interpretation/grade_table/1/requires";
    let expected = [("/interpretation/criteria/1/values/1", "unused_answer")];
    // The second grade no longer asks for "fair", and the third asks for nothing of the kind.
    check(
        SMALL,
        &[
            ("/interpretation/grade_table/0/requires", json!({"lawful": "yes", "clear": "clear"})),
            (at, json!({"clear": "clear"})),
        ],
        &expected,
    );
    let asks = json!([{"criterion": "clear", "equals": "fair"}]);
    check(SMALL, &[(at, json!({"clear": "clear"})), ("/interpretation/checks/1/when", asks)], &[]);
}

#[test]
fn an_exclusion_that_no_descriptor_can_have() {
    let excluded = ground(json!({"id": "none", "label": "Not for this plan"}));
    let answers = ("/interpretation/answers/-", excluded);
    let expected = [("/interpretation/answers/3", "unused_exclusion")];
    check(MARKED, std::slice::from_ref(&answers), &expected);
    check(MARKED, &[answers, ("/interpretation/applicability/0/may_exclude", json!(true))], &[]);
}

#[test]
fn a_fact_that_nothing_rests_on() {
    let fact = json!({"field": "adopted", "name": "adoption", "label": "Adopted"});
    let expected = [("/interpretation/context/3", "unused_fact")];
    check(SMALL, &[("/interpretation/context/-", fact.clone())], &expected);
    let asks = json!([{"field": "adopted", "equals": true}]);
    check(
        SMALL,
        &[("/interpretation/context/-", fact), ("/interpretation/checks/1/when", asks)],
        &[],
    );
    // The law uses the year group, whatever a framework does with it.
    let year = json!({"field": "year_group", "name": "year group", "label": "Year group"});
    check(SMALL, &[("/interpretation/context/-", year)], &[]);
}

#[test]
fn a_descriptor_that_only_progress_counts() {
    // Scores are only entered, and the second standard has no more than P1.
    let edits = [
        ("/interpretation/section_suggestion", json!([])),
        ("/interpretation/evidence/1/descriptors", json!(["P1"])),
    ];
    check(SMALL, &edits, &[("/wording/overall/descriptors/0", "unused_descriptor")]);
    check(SMALL, &edits[1..], &[]);
    check(SMALL, &edits[..1], &[]);
}

#[test]
fn a_reading_of_the_process_that_nothing_rests_on() {
    let small: Value = serde_json::from_str(SMALL).unwrap();
    let count = small["interpretation"]["process"]["readings"].as_array().unwrap().len();
    let reading = ground(json!({"id": "spare", "name": "a spare reading"}));
    let place = format!("/interpretation/process/readings/{count}");
    let add = ("/interpretation/process/readings/-", reading);
    check(SMALL, std::slice::from_ref(&add), &[(place.as_str(), "unused_reading")]);
    let rests = json!([{"reading": "spare"}]);
    check(SMALL, &[add, ("/interpretation/process/refused/rests_on", rests)], &[]);
}

#[test]
fn a_standard_without_evidence() {
    let at = "/interpretation/evidence/1/descriptors";
    let expected = [("/interpretation/evidence/1", "standard_without_evidence")];
    check(SMALL, &[(at, json!([]))], &expected);
    check(SMALL, &[(at, json!(["P1"]))], &[]);
}

#[test]
fn texts_that_differ_only_in_spacing() {
    let at = "/wording/sections/0/descriptors/1/text";
    let expected = [(at, "spacing_differs")];
    // The first descriptor is "Needs are listed."
    check(SMALL, &[(at, json!("Needs are  listed."))], &expected);
    check(SMALL, &[(at, json!("Needs are\u{a0}listed."))], &expected);
    check(SMALL, &[(at, json!("Needs are listed."))], &[]);
    check(SMALL, &[(at, json!("Needs are listed!"))], &[]);
}

#[test]
fn facts_of_every_kind_that_no_plan_meets() {
    let hours = json!({"field": "hours", "name": "hours", "label": "Hours", "kind": "number", "least": 0, "most": 40});
    let words = ["home", "school", "other"].map(|id| json!({"id": id, "label": id}));
    let place = json!({"field": "place", "name": "place", "label": "Where", "kind": "choice", "values": words});
    let day = json!({"field": "day", "name": "day", "label": "When", "kind": "date"});
    let mut framework: Value = serde_json::from_str(SMALL).unwrap();
    let context = framework["interpretation"]["context"].as_array_mut().unwrap();
    context.extend([hours, place, day]);
    // A check is about all of them, so that none is unused.
    framework["interpretation"]["checks"][1]["when"] = json!([
        {"field": "hours", "at_least": 1}, {"field": "place", "one_of": ["home", "school"]},
        {"field": "day", "from": "2024-01-01"},
    ]);
    let text = framework.to_string();
    let of = |conditions: Value| applicability(&conditions, &json!([]));
    let excluding = [("/interpretation/applicability/0/all_of/1", "conditions_exclude")];
    let never = [("/interpretation/applicability/0/all_of/0", "condition_never_holds")];
    let hours = |test: &str, number: i16| json!({"field": "hours", test: number});
    check(&text, &of(json!([hours("at_least", 41)])), &never);
    check(&text, &of(json!([hours("at_least", 40)])), &[]);
    check(&text, &of(json!([hours("at_least", 20), hours("under", 20)])), &excluding);
    let place = |words: &[&str]| json!({"field": "place", "one_of": words});
    check(&text, &of(json!([place(&["home"]), place(&["school", "other"])])), &excluding);
    check(&text, &of(json!([place(&["home"]), place(&["school", "home"])])), &[]);
    let day = |test: &str, day: &str| json!({"field": "day", test: day});
    check(&text, &of(json!([day("from", "2024-03-01"), day("before", "2024-03-01")])), &excluding);
    check(&text, &of(json!([day("from", "2024-02-29"), day("before", "2024-03-01")])), &[]);
}

#[test]
fn answers_that_no_descriptor_has() {
    let answers = ["yes", "no"].map(|id| {
        ground(json!({"id": id, "label": id, "credit": {"of": u8::from(id == "yes"), "out_of": 1}}))
    });
    let set = |sections: &[&str], descriptors: &[&str]| {
        ground(
            json!({"id": "own", "sections": sections, "descriptors": descriptors, "answers": answers}),
        )
    };
    let at = "/interpretation/answer_sets";
    let expected = [("/interpretation/answer_sets/0", "unused_answer_set")];
    // Section C has no descriptors.
    check(SMALL, &[(at, json!([set(&["C"], &[])]))], &expected);
    check(SMALL, &[(at, json!([set(&["C"], &["N1"])]))], &[]);
    let everywhere = json!([set(&["aims", "provision", "overall"], &[])]);
    check(MARKED, &[(at, everywhere)], &[("/interpretation/answers", "unused_answer_set")]);
}

#[test]
fn a_severity_that_no_grade_bounds() {
    let severities = ["critical", "standard"].map(|id| json!({"id": id, "label": id}));
    let counts = ground(json!({"severities": severities, "descriptors": ["N4"]}));
    let bound = |severity: &str| ("/interpretation/grade_table/0/at_most", json!({severity: 0}));
    let at = ("/interpretation/counts", counts);
    let evidence = ("/interpretation/evidence/0/descriptors", json!(["N1"]));
    // Three descriptors of the section are left with answers, of which two are less than three quarters.
    let band = ("/interpretation/section_suggestion/1", "band_never_reached");
    let expected = [band, ("/interpretation/counts/severities/1", "unused_severity")];
    check(SMALL, &[evidence.clone(), at.clone(), bound("critical")], &expected);
    let second = ("/interpretation/grade_table/1/at_most", json!({"standard": 9}));
    check(SMALL, &[evidence, at, bound("critical"), second], &[band]);
}

#[test]
fn fields_with_older_names_are_said_to_be_read_as_what_they_are_called_now() {
    let older: Value =
        serde_json::from_str(include_str!("frozen/framework-1-older-names.json")).unwrap();
    let expected = ["/wording/annex_a", "/wording/annex_b"].map(|at| (at.into(), "older_name"));
    assert_eq!(found(&older), expected);
    let framework = Framework::from_json(&older.to_string()).unwrap();
    let sentences: Vec<_> = lint(&framework).iter().map(|lint| lint.kind.to_string()).collect();
    let expected = ["feedback_form", "improvement_process"]
        .map(|name| format!("This field is called {name} now, and is read as that."));
    assert_eq!(sentences, expected);
}
