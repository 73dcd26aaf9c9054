//! Frameworks with other scales: any number of grades in either direction, grades of several scores, scores that are
//! only entered, plans graded by a weighted mean. Each is `small-framework.json` changed by one fact, and every
//! expected value is worked out by hand.

mod answers;
mod counts;
mod mean;
mod parts;
mod scale;
mod sets;

use std::sync::Arc;

use ehcp_qa_core::{Framework, Interval, Problem, Review, grade};
use serde_json::{Value, json};

fn small() -> Value {
    serde_json::from_str(include_str!("../small-framework.json")).unwrap()
}

fn framework(document: &Value) -> Arc<Framework> {
    match Framework::from_json(&document.to_string()) {
        Ok(framework) => Arc::new(framework),
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn problems(document: &Value) -> Vec<String> {
    let problems = Framework::from_json(&document.to_string()).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

fn review(framework: &Arc<Framework>, given: &Value) -> Review {
    let mut review = given.clone();
    review["framework"] = json!(framework.id());
    Review::from_json(framework, &review.to_string()).unwrap()
}

fn refused(framework: &Arc<Framework>, given: &Value) -> Vec<String> {
    let mut review = given.clone();
    review["framework"] = json!(framework.id());
    let problems = Review::from_json(framework, &review.to_string()).unwrap_err();
    problems.iter().map(Problem::to_string).collect()
}

/// Both ends by their numbers.
fn ends(interval: Option<Interval>) -> Option<(u8, u8)> {
    interval.map(|interval| (interval.best.number(), interval.worst.number()))
}

fn grade_entry(score: u8, label: &str) -> Value {
    json!({"score": score, "heading": label, "label": label, "criteria": []})
}

/// Points for the grades of `small-framework.json`: 3, 2, 1, 0. Section P weighs 3, the others 1.
fn weighted(bands: &Value) -> Value {
    let mut document = small();
    document["wording"]["sections"][1]["weight"] = json!(3);
    let interpretation = &mut document["interpretation"];
    interpretation["plan_mean"] = json!({
        "place": "How the plan is graded",
        "points": [
            {"score": 1, "points": 3},
            {"score": 2, "points": 2},
            {"score": 3, "points": 1},
            {"score": 4, "points": 0},
        ],
        "bands": bands,
    });
    for list in ["criteria", "grade_table", "section_cap", "checks"] {
        interpretation[list] = json!([]);
    }
    interpretation["bearing"] = Value::Null;
    document
}

fn band(id: &str, score: u8, of: u8, out_of: u8) -> Value {
    json!({
        "id": id, "score": score, "mean_at_least": {"of": of, "out_of": out_of}, "basis": "framework",
        "reason": "As it is printed.",
    })
}

fn half_points() -> Value {
    json!([
        band("best", 1, 5, 2),
        band("sound", 2, 3, 2),
        band("weak", 3, 1, 2),
        band("poor", 4, 0, 1)
    ])
}

fn worst(framework: &Arc<Framework>, given: &Value) -> u8 {
    grade(&review(framework, given)).plan.suggested.unwrap().worst.number()
}

/// N1 must be met, or the plan is 4 Poor at best.
fn required() -> Value {
    let mut document = weighted(&half_points());
    document["interpretation"]["required"] = json!([{
        "descriptors": ["N1", "P1"], "plan_at_best": 4, "place": "What no plan may lack", "basis": "framework",
        "reason": "Needs are answered.",
    }]);
    document
}
