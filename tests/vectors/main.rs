//! The vectors, run natively: those worked out by hand, and those of the conformance kit.

mod messages;

use std::sync::Arc;

use ehcp_qa_core::{Framework, Review, assess, path_to, to_line};
use serde_json::{Value, json};

const BY_HAND: &str = include_str!("grading.json");
/// Each framework of the kit, with its cases.
const KITS: [(&str, &str); 4] = [
    (
        include_str!("../../core/frameworks/shropshire-2023.json"),
        include_str!("shropshire-2023.json"),
    ),
    (
        include_str!("../../core/frameworks/example-ten-points.json"),
        include_str!("example-ten-points.json"),
    ),
    (
        include_str!("../../core/frameworks/example-checklist.json"),
        include_str!("example-checklist.json"),
    ),
    (include_str!("../frameworks/kinds-2026.json"), include_str!("kinds-2026.json")),
];

fn ends(interval: &Value) -> Value {
    if interval.is_null() { Value::Null } else { json!([interval["best"], interval["worst"]]) }
}

fn each<'a>(list: &'a Value, key: &'a str) -> impl Iterator<Item = Value> + use<'a> {
    list.as_array().unwrap().iter().map(move |entry| entry[key].clone())
}

/// What an assessment has under a name that a vector expects.
fn value_of(review: &Review, assessment: &Value, name: &str, expected: &Value) -> Value {
    let (plan, sections) = (&assessment["plan"], assessment["sections"].as_array().unwrap());
    match name {
        "criteria" | "mean" | "required" | "cap" | "suggested" => ends(&plan[name]),
        "recorded" => plan["recorded"].clone(),
        "gate" => json!([plan["gate"]["state"], plan["gate"]["suggestion"]]),
        "findings" => each(&assessment["findings"], "rule").collect(),
        "places" => each(&assessment["findings"], "at").collect(),
        "progress" => {
            let total = &assessment["progress"]["total"];
            json!([total["answered"], total["total"]])
        }
        "counts" => {
            let counts = plan["counts"].as_array().unwrap().iter();
            let ends = |count: &Value| json!([count["id"], count["given"], count["open"]]);
            counts.map(ends).collect()
        }
        "partly" | "no" | "not_applicable" | "does_not_apply" => {
            let lists =
                sections.iter().filter_map(|section| section["descriptors"][name].as_array());
            lists.flatten().cloned().collect()
        }
        "sections" => {
            let id = |section: &Value| section["id"].as_str().unwrap().to_owned();
            let named = sections.iter().filter(|section| expected.get(id(section)).is_some());
            named.map(|section| (id(section), ends(&section["suggested"]))).collect()
        }
        "path" => {
            let to = review.framework().score(expected[0].as_i64().unwrap()).unwrap();
            let path = json!(path_to(review, to));
            let steps = path["steps"].as_array().unwrap().iter();
            let steps: Value =
                steps.map(|step| json!([step["at"], step["value"], step["state"]])).collect();
            json!([to, steps])
        }
        "path_length" => {
            let path = &assessment["path"];
            let steps = path["steps"].as_array().unwrap().len();
            json!([path["to"], path["reachable"].as_bool().unwrap().then_some(steps)])
        }
        "line" => json!(to_line(review)),
        unknown => panic!("a vector expects {unknown}, which no runner knows"),
    }
}

/// Asserts what a vector expects, and returns of how much it did so.
fn check(framework: &Arc<Framework>, vector: &Value) -> usize {
    let text = vector["text"].as_str().map_or_else(|| vector["review"].to_string(), str::to_owned);
    let expected = vector["expect"].as_object().unwrap();
    match Review::from_json(framework, &text) {
        Ok(review) => {
            let assessment = json!(assess(&review));
            for (name, expected) in expected {
                let found = value_of(&review, &assessment, name, expected);
                assert_eq!(found, *expected, "{}: {name}", vector["name"]);
            }
        }
        Err(problems) => {
            let mut found: Vec<_> = problems
                .iter()
                .map(|problem| (problem.pointer.as_str(), problem.kind.code()))
                .collect();
            found.sort_by_key(|(pointer, _)| *pointer);
            assert_eq!(json!({ "problems": found }), vector["expect"], "{}", vector["name"]);
        }
    }
    expected.len()
}

#[test]
fn vectors_have_the_results_worked_out_by_hand() {
    let framework = Framework::built_in();
    let vectors: Vec<Value> = serde_json::from_str(BY_HAND).unwrap();
    let expectations: usize = vectors.iter().map(|vector| check(&framework, vector)).sum();
    assert_eq!((vectors.len(), expectations), (18, 63));
}

#[test]
fn the_cases_of_the_kit_have_their_results() {
    for (framework, kit) in KITS {
        let framework = Arc::new(Framework::from_json(framework).unwrap());
        let kit: Value = serde_json::from_str(kit).unwrap();
        assert_eq!(kit["framework"]["sha256"], framework.sha256());
        let cases = kit["cases"].as_array().unwrap();
        assert!(cases.len() >= 40, "{}", cases.len());
        for case in cases {
            assert!(check(&framework, case) > 0, "{}", case["name"]);
        }
    }
}
