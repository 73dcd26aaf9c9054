//! The hand-worked vectors, run natively.

use ehcp_qa_core::{Framework, Interval, Review, StepValue, assess, path_to};
use serde_json::{Value, json};

const VECTORS: &str = include_str!("grading.json");

fn ends(interval: Interval) -> Value {
    json!([interval.best, interval.worst])
}

/// The result of a review that a vector names.
fn value_of(review: &Review, name: &str, expected: &Value) -> Value {
    let assessment = assess(review);
    let plan = &assessment.plan;
    match name {
        "criteria" => json!(plan.criteria.map(ends)),
        "cap" => ends(plan.cap),
        "suggested" => json!(plan.suggested.map(ends)),
        "recorded" => json!(plan.recorded),
        "gate" => json!([plan.gate.state, plan.gate.suggestion]),
        "findings" => assessment.findings.iter().map(|finding| finding.rule).collect(),
        "progress" => json!([assessment.progress.total.answered, assessment.progress.total.total]),
        "sections" => {
            let sections =
                assessment.sections.iter().filter(|section| expected.get(section.id).is_some());
            sections.map(|section| (section.id, json!(section.suggested.map(ends)))).collect()
        }
        "path" => {
            let to = review.framework().score(expected[0].as_i64().unwrap()).unwrap();
            let steps = path_to(review, to).steps.into_iter().map(|step| {
                let value = match step.value {
                    StepValue::Answer(answer) => json!(answer),
                    StepValue::Score(score) => json!(score),
                };
                json!([step.at, value, step.state])
            });
            json!([to, steps.collect::<Vec<_>>()])
        }
        unknown => panic!("a vector expects {unknown}, which no runner knows"),
    }
}

#[test]
fn vectors_have_the_results_worked_out_by_hand() {
    let framework = Framework::shropshire_2023();
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let mut expectations = 0;
    for vector in &vectors {
        let review = Review::from_json(&framework, &vector["review"].to_string()).unwrap();
        for (name, expected) in vector["expect"].as_object().unwrap() {
            assert_eq!(value_of(&review, name, expected), *expected, "{}: {name}", vector["name"]);
            expectations += 1;
        }
    }
    assert_eq!((vectors.len(), expectations), (18, 63));
}
