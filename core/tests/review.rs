//! The problems of a review, each with its place, code and sentence.

use std::sync::Arc;

use ehcp_qa_core::{Framework, Problem, Review};
use serde_json::{Value, json};

/// A valid review of a plan, to be changed.
fn full_review() -> Value {
    json!({
        "framework": "shropshire-2023",
        "plan": {
            "reference": "P-1",
            "stage": "final",
            "year_group": 9,
            "age": 14,
            "health_needs": true,
            "social_care_needs": false,
            "personal_budget": true,
            "home_educated": false,
            "medical_diagnosis": true,
        },
        "review": {"level": 2, "reviewer": {"role": "Officer", "id": "O-1"}, "date": "2023-11-06"},
        "criteria": {"complies": "met", "writing": "mostly_well_written"},
        "sections": {
            "A": {
                "descriptors": {"A1": "yes", "A2": "no"},
                "score": 3,
                "strengths": "S",
                "improvements": "I",
                "rationale": "R",
            },
            "J": {"descriptors": {"J2": "not_applicable"}},
            "overall": {"descriptors": {"overall.1": "yes"}, "score": 2},
        },
    })
}

fn problems(text: &str) -> Vec<Problem> {
    Review::from_json(&Framework::built_in(), text).err().unwrap_or_default()
}

/// Expects these problems and no others, as (pointer, code, sentence).
#[track_caller]
fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let problems = serde_json::to_value(problems(text)).unwrap();
    let found: Vec<_> = problems
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| ["pointer", "code", "message"].map(|key| problem[key].as_str().unwrap()))
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|&(at, code, message)| [at, code, message]).collect();
    assert_eq!(found, expected);
}

/// Expects one problem once a value is put in its place, and none before.
#[track_caller]
fn check_set(pointer: &str, value: Value, code: &str, message: &str) {
    check(&with(pointer, value), &[(pointer, code, message)]);
}

/// Expects a value to be allowed.
#[track_caller]
fn check_fine(pointer: &str, value: Value) {
    check(&with(pointer, value), &[]);
}

/// The full review with one value put in or added.
#[track_caller]
fn with(pointer: &str, value: Value) -> String {
    let mut document = full_review();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[key] = value;
    document.to_string()
}

const WHOLE_NUMBER: &str = "This must be a whole number.";
const TEXT: &str = "This must be text.";

const DAY: &str = "This must be a date, written \"YYYY-MM-DD\".";
const FLAG: &str = "This must be true or false.";
const OBJECT: &str = "This must be an object.";
const UNKNOWN: &str = "This field is not known here.";

#[test]
fn a_review_that_is_right() {
    check(&full_review().to_string(), &[]);
    check(r#"{"framework": "shropshire-2023"}"#, &[]);
}

#[test]
fn a_problem_as_json() {
    let found = serde_json::to_value(problems(&with("/plan/age", json!(26)))).unwrap();
    let expected = json!([{
        "pointer": "/plan/age",
        "code": "out_of_range",
        "params": {"least": 0, "most": 25},
        "message": "This must be a whole number from 0 to 25.",
    }]);
    assert_eq!(found, expected);
}

#[test]
fn the_framework_is_named() {
    let other = "This must name the framework in use, shropshire-2023.";
    check_set("/framework", json!("shropshire-2021"), "wrong_framework", other);
    check_set("/framework", json!(2023), "wrong_type", TEXT);
    let missing = ("/framework", "missing", "This field is required.");
    check("{}", &[missing]);
    check(r#"{"framework": null}"#, &[missing]);
    check(r#"{"plan": {"age": 3}, "framework": null}"#, &[missing]);
}

#[test]
fn values_that_are_not_objects() {
    for text in ["null", "true", "3", "\"x\"", "[]", "[{}]"] {
        check(text, &[("", "wrong_type", OBJECT)]);
    }
    for at in [
        "/plan",
        "/review",
        "/review/reviewer",
        "/criteria",
        "/sections",
        "/sections/A",
        "/sections/A/descriptors",
    ] {
        for value in [json!([]), json!("x"), json!(1), json!(false)] {
            check_set(at, value, "wrong_type", OBJECT);
        }
    }
}

#[test]
fn text_that_is_not_json() {
    let broken = "This is not valid JSON: it goes wrong at line 1, column";
    for (text, column) in [("{]", 2), ("{} {}", 4), ("{\"a\": 01}", 8), ("{'a': 1}", 2)] {
        check(text, &[("", "not_json", &format!("{broken} {column}."))]);
    }
    let text = "{\n  \"framework\": oops\n}";
    check(text, &[("", "not_json", "This is not valid JSON: it goes wrong at line 2, column 16.")]);
    assert_eq!(problems("")[0].kind.code(), "not_json");
}

#[test]
fn unknown_fields() {
    for at in ["/plan/name", "/review/time", "/review/reviewer/name"] {
        check_set(at, json!("x"), "unknown_field", UNKNOWN);
    }
    for (at, nearest) in [("/plans", "plan"), ("/sections/A/descriptor", "descriptors")] {
        let asked = format!("{UNKNOWN} Did you mean {nearest}?");
        check_set(at, json!("x"), "unknown_field", &asked);
    }
    // A name that does not look like one is not shown; it is the tenth field of `plan`.
    let text = r#"{"framework": "shropshire-2023", "plan": {"age": 3, "Jo Bloggs": 1, "": 2, "stage": "x"}}"#;
    let unnamed = |position: usize| {
        format!(
            "Field number {position} here is not known, and its name is not one a field could have."
        )
    };
    check(
        text,
        &[
            ("/plan", "unnamed_field", &unnamed(2)),
            ("/plan", "unnamed_field", &unnamed(3)),
            ("/plan/stage", "not_one_of", "This must be one of: draft, final, proposed_amended."),
        ],
    );
}

#[test]
fn unknown_ids() {
    check_set(
        "/criteria/spelling",
        json!("met"),
        "unknown_id",
        "The framework has no criterion with this id.",
    );
    check_set("/sections/L", json!({}), "unknown_id", "The framework has no section with this id.");
    let asked = "The framework has no section with this id. Did you mean H1?";
    check_set("/sections/H", json!({}), "unknown_id", asked);
    let descriptor = "The framework has no descriptor with this id.";
    check_set("/sections/A/descriptors/A6", json!("yes"), "unknown_id", descriptor);
    let asked = format!("{descriptor} Did you mean A1?");
    check_set("/sections/A/descriptors/a1", json!("yes"), "unknown_id", &asked);
}

#[test]
fn a_descriptor_under_another_section() {
    let home = "Descriptor H1.2 belongs to section H1, not here.";
    check_set("/sections/A/descriptors/H1.2", json!("yes"), "wrong_section", home);
    let home = "Descriptor overall.1 belongs to section overall, not here.";
    check_set("/sections/J/descriptors/overall.1", json!("maybe"), "wrong_section", home);
}

#[test]
fn answers() {
    let answers = "This must be one of: yes, no, not_applicable.";
    for (written, nearest) in
        [("Yes", "yes"), ("yse", "yes"), ("n", "no"), ("N/A", "not_applicable")]
    {
        let asked = format!("{answers} Did you mean {nearest}?");
        check_set("/sections/A/descriptors/A1", json!(written), "not_one_of", &asked);
    }
    check_set("/sections/A/descriptors/A1", json!("maybe"), "not_one_of", answers);
    check_set("/sections/A/descriptors/A1", json!(true), "wrong_type", TEXT);
    let always = "Descriptor A1 applies to every plan: answer yes or no.";
    check_set("/sections/A/descriptors/A1", json!("not_applicable"), "always_applies", always);
    // Where the context decides, or the assessor may, it is never a problem.
    let mut document = full_review();
    for (section, id) in [("C", "C2"), ("D", "D1"), ("G", "G1"), ("H1", "H1.4"), ("K", "K2")] {
        document["sections"][section]["descriptors"][id] = json!("not_applicable");
    }
    check(&document.to_string(), &[]);
    let values = "This must be one of: not_met, met.";
    check_set("/criteria/complies", json!("yes"), "not_one_of", values);
    let values = "This must be one of: not_met, mostly_well_written, well_written_and_clear.";
    check_set("/criteria/writing", json!("met"), "not_one_of", values);
    check_set("/criteria/writing", json!(2), "wrong_type", TEXT);
}

#[test]
fn scores() {
    let at = "/sections/A/score";
    let range = "This must be a whole number from 1 to 4.";
    for value in [json!(0), json!(5), json!(-1), json!(1e300)] {
        check_set(at, value, "out_of_range", range);
    }
    for value in [json!(2.5), json!("x"), json!(true), json!([2]), json!({})] {
        check_set(at, value, "wrong_type", WHOLE_NUMBER);
    }
    for written in ["2", "Good", "2 Good", "2 - good"] {
        let asked = format!("{WHOLE_NUMBER} Did you mean 2?");
        check_set(at, json!(written), "wrong_type", &asked);
    }
    for value in [json!(1), json!(4), json!(2.0)] {
        check_fine(at, value);
    }
}

#[test]
fn facts_about_the_plan() {
    let range =
        |least: i8, most: i8| format!("This must be a whole number from {least} to {most}.");
    for value in [-3, 16] {
        check_set("/plan/year_group", json!(value), "out_of_range", &range(-2, 15));
    }
    for value in [-2, 0, 15] {
        check_fine("/plan/year_group", json!(value));
    }
    for value in [-1, 26] {
        check_set("/plan/age", json!(value), "out_of_range", &range(0, 25));
    }
    for value in [0, 25] {
        check_fine("/plan/age", json!(value));
    }
    check_set("/plan/age", json!(12.5), "wrong_type", WHOLE_NUMBER);
    let stages = "This must be one of: draft, final, proposed_amended.";
    let asked = format!("{stages} Did you mean draft?");
    check_set("/plan/stage", json!("Draft"), "not_one_of", &asked);
    check_set("/plan/stage", json!(1), "wrong_type", TEXT);
    for fact in [
        "health_needs",
        "social_care_needs",
        "personal_budget",
        "home_educated",
        "medical_diagnosis",
    ] {
        check_set(&format!("/plan/{fact}"), json!("yes"), "wrong_type", FLAG);
        check_set(&format!("/plan/{fact}"), json!(1), "wrong_type", FLAG);
    }
}

#[test]
fn the_reviewer_and_the_level() {
    let range = "This must be a whole number from 1 to 5.";
    check_set("/review/level", json!(0), "out_of_range", range);
    check_set("/review/level", json!(6), "out_of_range", range);
    check_fine("/review/level", json!(5.0));
    check_set("/review/level", json!("2"), "wrong_type", WHOLE_NUMBER);
    check_set("/review/reviewer/role", json!(3), "wrong_type", TEXT);
    check_set("/review/reviewer/id", json!({}), "wrong_type", TEXT);
    check_set("/plan/reference", json!(417), "wrong_type", TEXT);
    check_set("/sections/A/rationale", json!(["R"]), "wrong_type", TEXT);
}

#[test]
fn dates() {
    let at = "/review/date";
    for date in ["2024-02-29", "2000-02-29", "1999-12-31", "2023-01-01"] {
        check_fine(at, json!(date));
    }
    for date in [
        "2023-02-29",
        "1900-02-29",
        "2023-13-01",
        "2023-00-10",
        "2023-01-00",
        "2023-04-31",
        "2023-1-1",
        "2023-01-1 ",
        " 2023-01-1",
        "2023/01/01",
        "20230101",
        "01-01-2023",
        "+023-01-01",
        "-023-01-01",
        "2023-01-01T00:00:00Z",
        "2023-+1-01",
        "２０２３-０１-０１",
        "202３-01-01",
        "",
        "yesterday",
    ] {
        let message = "This must be a date that exists, written YYYY-MM-DD.";
        check_set(at, json!(date), "no_such_date", message);
    }
    check_set(at, json!(20_230_101), "wrong_type", DAY);
}

#[test]
fn null_is_not_given_and_nothing_empty_is_anything() {
    let bare = Review::new(Framework::built_in());
    let framework = Framework::built_in();
    for text in [
        r#"{"framework": "shropshire-2023", "plan": null, "review": null, "criteria": null, "sections": null}"#,
        r#"{"framework": "shropshire-2023", "plan": {}, "review": {}, "criteria": {}, "sections": {}}"#,
        r#"{"framework": "shropshire-2023", "review": {"reviewer": {}}, "sections": {"A": {}, "B": null}}"#,
        r#"{"framework": "shropshire-2023", "plan": {"stage": null, "age": null, "health_needs": null},
            "review": {"reviewer": {"role": null, "id": null}, "date": null, "level": null},
            "criteria": {"writing": null},
            "sections": {"A": {"descriptors": {"A1": null}, "score": null, "rationale": null}}}"#,
    ] {
        let review = Review::from_json(&framework, text).unwrap();
        assert_eq!(review, bare);
        assert_eq!(
            serde_json::to_string(&review.record()).unwrap(),
            r#"{"framework":"shropshire-2023"}"#
        );
    }
}

#[test]
fn numbers_that_are_whole() {
    let framework = Framework::built_in();
    let read = |number: &str| {
        let text = format!(
            r#"{{"framework": "shropshire-2023", "plan": {{"age": {number}}},
                "sections": {{"A": {{"score": {number}}}}}}}"#
        );
        Review::from_json(&framework, &text).unwrap()
    };
    for number in ["2.0", "2e0", "0.2e1", "20e-1"] {
        assert_eq!(read(number), read("2"), "{number}");
    }
}

#[test]
fn duplicate_keys() {
    let twice = "This field is given more than once.";
    check(
        r#"{"framework": "shropshire-2023", "plan": {"age": 3, "age": 3}}"#,
        &[("/plan/age", "duplicate_key", twice)],
    );
    // A second value of the same field is not read.
    check(
        r#"{"framework": "shropshire-2023", "plan": {"age": 3}, "plan": {"age": 99}}"#,
        &[("/plan", "duplicate_key", twice)],
    );
    check(
        r#"{"framework": "shropshire-2023", "sections": {"A": {"score": null, "score": 2,
            "descriptors": {"A1": "yes", "\u00411": "no"}}}}"#,
        &[
            ("/sections/A/score", "duplicate_key", twice),
            ("/sections/A/descriptors/A1", "duplicate_key", twice),
        ],
    );
}

#[test]
fn all_problems_at_once_in_the_order_of_the_document() {
    let text = r#"{
        "framework": "other",
        "plan": {"age": 99, "stage": "x"},
        "review": {"date": "2023-02-30"},
        "criteria": {"writing": "met"},
        "sections": {
            "A": {"descriptors": {"A1": "not_applicable", "B1": "yes"}, "score": 9},
            "Z": {}
        },
        "more": 1
    }"#;
    let problems = problems(text);
    let found: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    assert_eq!(
        found,
        [
            ("/framework", "wrong_framework"),
            ("/plan/age", "out_of_range"),
            ("/plan/stage", "not_one_of"),
            ("/review/date", "no_such_date"),
            ("/criteria/writing", "not_one_of"),
            ("/sections/A/descriptors/A1", "always_applies"),
            ("/sections/A/descriptors/B1", "wrong_section"),
            ("/sections/A/score", "out_of_range"),
            ("/sections/Z", "unknown_id"),
            ("/more", "unknown_field"),
        ]
    );
}

#[test]
fn a_review_is_given_back_as_it_came() {
    let framework = Framework::built_in();
    let read = |text: &str| Review::from_json(&framework, text).unwrap();
    let review = read(&full_review().to_string());
    let record = serde_json::to_string(&review.record()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&record).unwrap(), full_review());
    assert_eq!(read(&record), review);
    // Text is kept to the letter, empty or not.
    let text = "\u{0}\t \"quoted\" \\ \u{1f600} é \u{202e}\n";
    let review = read(&with("/sections/A/rationale", json!(text)));
    assert_eq!(review.text(0, ehcp_qa_core::review::TextField::Rationale), Some(text));
    assert_eq!(read(&serde_json::to_string(&review.record()).unwrap()), review);
    let review = read(&with("/sections/A/strengths", json!("")));
    assert_eq!(read(&serde_json::to_string(&review.record()).unwrap()), review);
}

#[test]
fn a_review_stays_with_its_framework() {
    let small = include_str!("small-framework.json");
    let framework = Arc::new(Framework::from_json(small).unwrap());
    let problems = Review::from_json(&framework, &full_review().to_string()).unwrap_err();
    let found: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let expected = "/framework: This must name the framework in use, riverside-2025.";
    assert!(found.iter().any(|problem| problem == expected), "{found:?}");
}
