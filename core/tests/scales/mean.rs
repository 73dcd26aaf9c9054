//! Plans graded by a weighted mean.

use std::sync::Arc;

use ehcp_qa_core::grading::Path;
use ehcp_qa_core::{Framework, assess, grade, path_to};
use serde_json::{Value, json};

use crate::{ends, framework, half_points, problems, review, weighted, worst};

#[test]
fn a_mean_on_the_border_has_the_better_grade() {
    let framework = framework(&weighted(&half_points()));
    // Sections without descriptors do not count. (1 * 3 + 3 * 1) / 4 = 3/2.
    let on_border = json!({"sections": {"N": {"score": 1}, "P": {"score": 3}}});
    let review = review(&framework, &on_border);
    let assessment = assess(&review);
    assert_eq!(ends(assessment.plan.mean), Some((2, 2)));
    assert_eq!(ends(assessment.plan.suggested), Some((2, 2)));
    let reason = assessment.plan.because.iter().find(|reason| reason.rule == "sound").unwrap();
    assert_eq!(
        reason.message,
        "The sections have 6 weighted points over weights of 4, so 2 Sound."
    );
    assert_eq!(reason.place, "How the plan is graded");
    assert_eq!(reason.rests_on, ["/sections/N/score", "/sections/P/score"]);
    assert_eq!(
        assessment.plan.because.last().unwrap().message,
        "The mean of the sections comes to 2 Sound and the sections allow 1 Excellent at best; the worse of the two \
         is 2 Sound."
    );
    assert_eq!(ends(grade(&review).plan.suggested), Some((2, 2)));
}

#[test]
fn open_answers_leave_an_interval_of_means() {
    let framework = framework(&weighted(&half_points()));
    // P is not answered: 1 or 3. N is 1. Best (3 + 9) / 4 = 3, worst (3 + 3) / 4 = 3/2.
    let given =
        json!({"plan": {"age": 7, "home_educated": false}, "sections": {"N": {"score": 1}}});
    assert_eq!(ends(assess(&review(&framework, &given)).plan.suggested), Some((1, 2)));
}

#[test]
fn a_better_score_never_has_fewer_points() {
    let mut document = weighted(&half_points());
    document["interpretation"]["plan_mean"]["points"][1]["points"] = json!(0);
    let found = problems(&document);
    assert_eq!(
        found,
        [
            "/interpretation/plan_mean/points: This must come in order: a worse score never has more points."
        ]
    );
}

/// Every change that a path can ask for is tried in every combination, and no smaller one is enough.
#[test]
fn a_path_across_weights_has_the_fewest_changes() {
    let framework = framework(&weighted(&half_points()));
    let answers = [None, Some("no"), Some("yes")];
    let scores = [None, Some(4), Some(2)];
    let plan = json!({"age": 7, "home_educated": false});
    let mut tried = 0;
    for number in 0..3_usize.pow(5) {
        let digit = |place: u32| number / 3_usize.pow(place) % 3;
        let mut descriptors = serde_json::Map::new();
        for (place, id) in ["N1", "N2", "N3"].iter().enumerate() {
            if let Some(answer) = answers[digit(u32::try_from(place).unwrap())] {
                descriptors.insert((*id).to_owned(), json!(answer));
            }
        }
        descriptors.insert("N4".to_owned(), json!("not_applicable"));
        let mut p = json!({});
        if let Some(answer) = answers[digit(3)] {
            p["descriptors"] = json!({"P1": answer});
        }
        if let Some(score) = scores[digit(4)] {
            p["score"] = json!(score);
        }
        let given = json!({"plan": plan, "sections": {"N": {"descriptors": descriptors}, "P": p}});
        let review = review(&framework, &given);
        for to in framework.scores() {
            let path = path_to(&review, to);
            let fewest = fewest_by_force(&framework, &given, to.number());
            assert_eq!(path.reachable, fewest.is_some(), "{given} {to}");
            if let Some(fewest) = fewest {
                assert_eq!(path.steps.len(), fewest, "{given} {to} {path:?}");
                assert!(
                    worst_after(&framework, &given, &path) <= to.number(),
                    "{given} {to} {path:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

/// The worst grade still suggested after the steps of a path.
fn worst_after(framework: &Arc<Framework>, given: &Value, path: &Path) -> u8 {
    let mut changed = given.clone();
    for step in &path.steps {
        let parts: Vec<&str> = step.at.split('/').skip(1).collect();
        let mut place = &mut changed;
        for part in parts {
            place = &mut place[part];
        }
        *place = serde_json::to_value(step.value).unwrap();
    }
    worst(framework, &changed)
}

/// The fewest of the changes after which the suggestion is sure, by trying all of them: each descriptor of a section
/// without a score met, each recorded score made the best.
fn fewest_by_force(framework: &Arc<Framework>, given: &Value, to: u8) -> Option<usize> {
    let mut possible: Vec<(&str, &str, Value)> = Vec::new();
    for (section, ids) in [("N", &["N1", "N2", "N3"][..]), ("P", &["P1"][..])] {
        let recorded = &given["sections"][section]["score"];
        if recorded.is_number() {
            possible.push((section, "score", json!(1)));
            continue;
        }
        for id in ids {
            if given["sections"][section]["descriptors"][*id] != json!("yes") {
                possible.push((section, *id, json!("yes")));
            }
        }
    }
    let sets = 0..1_usize << possible.len();
    let enough = sets.filter(|set| {
        let mut changed = given.clone();
        for (place, (section, field, value)) in possible.iter().enumerate() {
            if set >> place & 1 == 0 {
                continue;
            }
            let section = &mut changed["sections"][*section];
            if *field == "score" {
                section["score"] = value.clone();
            } else {
                section["descriptors"][*field] = value.clone();
            }
        }
        worst(framework, &changed) <= to
    });
    enough.map(|set| set.count_ones() as usize).min()
}
