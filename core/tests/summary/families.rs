//! What families say, counted by hand; that parts and their order are nothing; and what is not read.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{FamilyFeedback, Summary};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::check_summary_problems;

fn counted(records: &[Value]) -> Summary {
    let framework = Framework::built_in();
    let mut summary = Summary::new(&framework);
    for record in records {
        let feedback = FamilyFeedback::from_json(&framework, &record.to_string()).unwrap();
        summary.add_family_feedback(&framework, &feedback).unwrap();
    }
    summary
}

fn response(survey: &str, date: &str, answers: &Value) -> Value {
    let date = (!date.is_empty()).then_some(date);
    json!({"framework": "shropshire-2023", "survey": survey, "date": date, "answers": answers})
}

#[test]
fn responses_and_what_was_sent_are_counted_by_survey() {
    let summary = counted(&[
        response("parents", "2023-11-20", &json!({"views": "yes", "clear": "no"})),
        response("parents", "2024-01-01", &json!({"views": "yes", "clear": null})),
        response("parents", "", &json!({})),
        response("contact", "2023-09-01", &json!({"listened": "partly"})),
        json!({"framework": "shropshire-2023", "survey": "parents", "sent": 5}),
        json!({"framework": "shropshire-2023", "survey": "parents", "date": "2023-09-30", "sent": 2}),
    ]);
    let expected = json!({
        "parents": {
            "responses": 3, "sent": 7,
            "terms": {"2023-24-autumn": 1, "2023-24-spring": 1},
            "questions": {"views": {"yes": 2}, "clear": {"no": 1}},
        },
        "contact": {
            "responses": 1, "terms": {"2023-24-autumn": 1}, "questions": {"listened": {"partly": 1}},
        },
    });
    assert_eq!(serde_json::to_value(&summary.families).unwrap(), expected);
    // No plan is counted by it.
    assert_eq!(summary.all.plans, 0);
}

#[track_caller]
fn check(framework: &Framework, record: &Value, expected: &[(&str, &str)]) {
    let problems = FamilyFeedback::from_json(framework, &record.to_string()).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(found, expected, "{record}");
}

#[test]
fn every_problem_of_a_record_has_its_place() {
    let framework = Framework::built_in();
    let check = |record: Value, expected: &[(&str, &str)]| check(&framework, &record, expected);
    check(json!([]), &[("", "wrong_type")]);
    check(
        json!({"framework": "other", "survey": "school", "date": "2023-02-30", "name": "Amira", "answers": {}}),
        &[
            ("/date", "no_such_date"),
            ("/name", "unknown_field"),
            ("/framework", "wrong_framework"),
            ("/survey", "unknown_id"),
        ],
    );
    let of = |rest: Value| {
        let mut record = json!({"framework": "shropshire-2023", "survey": "contact"});
        record.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        record
    };
    check(of(json!({})), &[("", "answers_or_sent")]);
    check(of(json!({"answers": {}, "sent": 3})), &[("", "answers_or_sent")]);
    check(of(json!({"sent": -1})), &[("/sent", "out_of_range")]);
    check(of(json!({"answers": {"views": "yes"}})), &[("/answers/views", "unknown_id")]);
    check(
        of(json!({"answers": {"answered": "Amira was pleased", "listened": "maybe"}})),
        &[("/answers/answered", "not_an_id"), ("/answers/listened", "not_one_of")],
    );
}

#[test]
fn a_framework_without_surveys_says_so() {
    let framework = Framework::from_json(include_str!("../../frameworks/example-ten-points.json"));
    check(&framework.unwrap(), &json!({"survey": "parents", "sent": 3}), &[("", "no_part")]);
}

#[test]
fn another_framework_has_its_own_surveys() {
    let framework = Framework::from_json(include_str!("../small-framework.json")).unwrap();
    let id = framework.id();
    let letter = json!({"framework": id, "survey": "letter", "answers": {"how": "delighted"}});
    let letter = FamilyFeedback::from_json(&framework, &letter.to_string()).unwrap();
    let mut summary = Summary::new(&framework);
    summary.add_family_feedback(&framework, &letter).unwrap();
    assert_eq!(summary.families.as_ref().unwrap()["letter"].questions["how"]["delighted"], 1);
    // It is no response under the built-in one.
    let mut other = Summary::new(&Framework::built_in());
    assert!(other.add_family_feedback(&framework, &letter).is_err());
    assert_eq!(other.families, None);
    check(
        &framework,
        &json!({"framework": id, "survey": "call", "answers": {"mood": "delighted"}}),
        &[("/answers/mood", "not_one_of")],
    );
}

#[test]
fn a_summary_whose_responses_do_not_add_up_is_not_read() {
    let mut summary = serde_json::to_value(counted(&[])).unwrap();
    let survey = |responses: u32, terms: Value, questions: Value| json!({"responses": responses, "terms": terms, "questions": questions});
    let mut check = |families: Value, expected: &[(&str, &str)]| {
        summary["families"] = families;
        check_summary_problems(&summary, expected);
    };
    check(
        json!({
            "parents": survey(1, json!({}), json!({"moon": {"yes": 1}, "views": {"maybe": 1}})),
            "school": survey(1, json!({}), json!({})),
        }),
        &[
            ("/families/parents/questions/moon", "not_one_of"),
            ("/families/parents/questions/views/maybe", "not_one_of"),
            ("/families/school", "unknown_id"),
        ],
    );
    check(
        json!({"parents": survey(
            3, json!({"2023-24-autumn": 2, "2023-24-spring": 2}), json!({"views": {"yes": 2, "no": 2}}),
        )}),
        &[
            ("/families/parents/terms", "more_than_all"),
            ("/families/parents/questions/views", "more_than_all"),
        ],
    );
}

fn any_feedback() -> impl Strategy<Value = Value> {
    let answer = || option::of(prop::sample::select(&["yes", "partly", "no"][..]));
    let date = prop::sample::select(&["", "2023-09-01", "2024-01-09", "2024-07-20"][..]);
    (any::<bool>(), date, answer(), answer(), option::of(0..50_u32)).prop_map(
        |(is_contact, date, first, second, sent)| {
            let (survey, questions) = if is_contact {
                ("contact", ["answered", "listened"])
            } else {
                ("parents", ["views", "clear"])
            };
            match sent {
                Some(sent) => {
                    json!({"framework": "shropshire-2023", "survey": survey, "sent": sent})
                }
                None => response(survey, date, &json!({questions[0]: first, questions[1]: second})),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_and_order_are_nothing(records in vec(any_feedback(), 0..12), cut in 0..12_usize) {
        let framework = Framework::built_in();
        let total = counted(&records);
        let cut = cut.min(records.len());
        let [mut one, mut other] = [&records[..cut], &records[cut..]].map(counted);
        let (first, second) = (one.clone(), other.clone());
        one.merge(&second).unwrap();
        other.merge(&first).unwrap();
        prop_assert_eq!(&one, &total);
        prop_assert_eq!(&other, &total);
        let text = serde_json::to_string(&total).unwrap();
        prop_assert_eq!(Summary::from_json(&framework, &text).unwrap(), total);
    }
}
