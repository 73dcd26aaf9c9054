//! Frameworks with other scales: any number of grades in either direction, grades of several scores, scores that are
//! only entered, plans graded by a weighted mean. Each is `small-framework.json` changed by one fact, and every
//! expected value is worked out by hand.

use std::sync::Arc;

use ehcp_qa_core::case::Case;
use ehcp_qa_core::grading::{GateState, Path};
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use ehcp_qa_core::{
    Framework, Interval, Problem, Review, Score, assess, from_line, grade, path_to, to_line,
};
use serde_json::{Value, json};

fn small() -> Value {
    serde_json::from_str(include_str!("small-framework.json")).unwrap()
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

/// Three grades: the worst of `small-framework.json` is left out everywhere.
fn three_grades() -> Value {
    let mut document = small();
    let interpretation = &mut document["interpretation"];
    interpretation["grade_table"].as_array_mut().unwrap().pop();
    interpretation["grade_table"][2]["requires"] = json!({});
    interpretation["section_cap"].as_array_mut().unwrap().pop();
    document["wording"]["scale"]["grades"].as_array_mut().unwrap().pop();
    document
}

/// Scores of 0 to 10, of which 10 is the best, in four grades. Scores are only entered.
fn ten_points() -> Value {
    let mut document = small();
    document["wording"]["scale"]["grades"] = json!([
        {"id": "outstanding", "score": 9, "up_to": 10, "heading": "9, 10", "label": "Outstanding", "criteria": []},
        {"id": "good", "score": 6, "up_to": 8, "heading": "6-8", "label": "Good", "criteria": []},
        {"id": "weak", "score": 3, "up_to": 5, "heading": "3-5", "label": "Requires improvement", "criteria": []},
        {"id": "poor", "score": 0, "up_to": 2, "heading": "0-2", "label": "Inadequate", "criteria": []},
    ]);
    let interpretation = &mut document["interpretation"];
    interpretation["scale"] =
        json!({"best": "greatest", "basis": "framework", "reason": "10 is the best."});
    for list in ["criteria", "grade_table", "section_suggestion", "section_cap", "checks"] {
        interpretation[list] = json!([]);
    }
    interpretation["gate"]["issue_at"] = json!(6);
    interpretation["plan"] = Value::Null;
    interpretation["bearing"] = Value::Null;
    document
}

#[test]
fn three_grades_have_no_fourth() {
    let framework = framework(&three_grades());
    assert_eq!(framework.scores().map(Score::number).collect::<Vec<_>>(), [1, 2, 3]);
    let not_lawful = review(&framework, &json!({"criteria": {"lawful": "no"}}));
    // The least row asks for nothing, so whatever is not clear is 3.
    assert_eq!(ends(assess(&not_lawful).plan.criteria), Some((3, 3)));
    let given = json!({"sections": {"N": {"score": 4}}});
    let message = "/sections/N/score: This must be a whole number from 1 to 3.";
    assert_eq!(refused(&framework, &given), [message]);
}

#[test]
fn a_row_about_a_grade_that_the_scale_does_not_have_is_a_problem() {
    let mut document = three_grades();
    document["interpretation"]["section_cap"][0]["section_score"] = json!(4);
    let message =
        "/interpretation/section_cap/0/section_score: This must be a whole number from 1 to 3.";
    assert!(problems(&document).contains(&message.to_owned()), "{:?}", problems(&document));
}

#[test]
fn of_ten_points_the_greatest_is_the_best() {
    let framework = framework(&ten_points());
    let numbers: Vec<u8> = framework.scores().map(Score::number).collect();
    assert_eq!(numbers, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    for (score, name, state) in [
        (9, "9 Outstanding", GateState::MayBeIssued),
        (6, "6 Good", GateState::MayBeIssued),
        (5, "5 Requires improvement", GateState::AnnexB),
        (0, "0 Inadequate", GateState::AnnexB),
    ] {
        let review = review(&framework, &json!({"sections": {"overall": {"score": score}}}));
        let assessment = assess(&review);
        assert_eq!(framework.grade_name(assessment.plan.recorded.unwrap()), name);
        assert_eq!(assessment.plan.gate.as_ref().unwrap().state, state);
        // Nothing is suggested, and so there is nothing to differ from.
        assert_eq!(assessment.plan.suggested, None);
        assert_eq!(assessment.plan.criteria, None);
        assert_eq!(assessment.plan.gate.as_ref().unwrap().suggestion, None);
        assert!(
            !assessment.path.as_ref().unwrap().reachable
                && assessment.path.as_ref().unwrap().steps.is_empty()
        );
        assert_eq!(to_line(&from_line(&framework, &to_line(&review)).unwrap()), to_line(&review));
    }
}

#[test]
fn a_score_beyond_ten_points_and_a_mean_of_many_plans_are_refused() {
    let framework = framework(&ten_points());
    let at_overall = |score: Value| json!({"sections": {"overall": {"score": score}}});
    assert_eq!(
        refused(&framework, &at_overall(json!(11))),
        ["/sections/overall/score: This must be a whole number from 0 to 10."]
    );
    assert_eq!(
        refused(&framework, &at_overall(json!(5.2))),
        ["/sections/overall/score: This must be a whole number."]
    );
    let pair = json!({"review": {"framework": framework.id()}, "graded_twice": {"first": 10, "second": 12}});
    let problems = SummaryRecord::from_json(&framework, &pair.to_string()).unwrap_err();
    let message = "/graded_twice/second: This must be a whole number from 0 to 10.";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
    let event =
        json!({"kind": "graded", "date": "2026-03-01", "role": "panel", "by": "P", "score": 11});
    let problems =
        Case::from_json(&framework, &json!({"events": [event]}).to_string()).unwrap_err();
    let message = "/events/0/score: This must be a whole number from 0 to 10.";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
}

#[test]
fn plans_are_counted_by_the_grade_of_their_points() {
    let framework = framework(&ten_points());
    let mut summary = Summary::new(&framework);
    // The counts of one council: 1 in 100 Outstanding, 37 Good, 58 Requires improvement, 4 Inadequate.
    for (score, times) in [(10, 1), (9, 0), (8, 20), (6, 17), (5, 40), (3, 18), (1, 4)] {
        let record = json!({
            "review": {"framework": framework.id(), "sections": {"overall": {"score": score}}},
            "regraded": {"before": 5, "after": score},
        });
        for _ in 0..times {
            let record = SummaryRecord::from_json(&framework, &record.to_string()).unwrap();
            summary.add(&record).unwrap();
        }
    }
    let counts = serde_json::to_value(&summary).unwrap();
    let expected = json!({"outstanding": 1, "good": 37, "weak": 58, "poor": 4});
    assert_eq!(counts["all"]["scores"], expected);
    assert_eq!(counts["regraded"]["weak"], expected);
    let order: Vec<&str> =
        counts["all"]["scores"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(order.len(), 4);
    let read = Summary::from_json(&framework, &counts.to_string()).unwrap();
    assert_eq!(read, summary);
    let shown = report(&framework, &summary, HiddenBelow::NOTHING);
    let grades = &shown.tables[0];
    assert_eq!(grades.columns[0].label, "9 to 10 Outstanding");
    assert_eq!(grades.columns[1].label, "6 to 8 Good");
}

#[test]
fn a_summary_has_each_grade_and_no_other() {
    let framework = framework(&ten_points());
    let mut document = serde_json::to_value(Summary::new(&framework)).unwrap();
    document["all"]["scores"] = json!({"outstanding": 0, "good": 0, "weak": 0, "excellent": 0});
    let problems = Summary::from_json(&framework, &document.to_string()).unwrap_err();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "/all/scores/excellent: This field is not known here.",
            "/all/scores/poor: This field is required.",
        ]
    );
}

#[test]
fn grades_may_not_share_a_score_and_a_range_runs_upwards() {
    let mut document = ten_points();
    document["wording"]["scale"]["grades"][1]["up_to"] = json!(9);
    assert!(problems(&document)[0].starts_with("/wording/scale/grades/1/score: "));
    let mut document = ten_points();
    document["wording"]["scale"]["grades"][0]["up_to"] = json!(8);
    assert!(problems(&document)[0].starts_with("/wording/scale/grades/0/up_to: "));
    let mut document = ten_points();
    document["wording"]["scale"]["grades"] = json!([]);
    assert_eq!(
        problems(&document)[0],
        "/wording/scale/grades: This must be a list with at least one entry."
    );
}

#[test]
fn a_scale_without_a_number_between_lists_its_scores() {
    let mut document = ten_points();
    document["wording"]["scale"]["grades"] =
        json!([grade_entry(0, "Fail"), grade_entry(5, "Pass"), grade_entry(10, "Distinction")]);
    document["interpretation"]["gate"]["issue_at"] = json!(5);
    let framework = framework(&document);
    assert_eq!(
        refused(&framework, &json!({"sections": {"N": {"score": 4}}})),
        ["/sections/N/score: This must be one of: 10, 5, 0."]
    );
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

fn worst(framework: &Arc<Framework>, given: &Value) -> u8 {
    grade(&review(framework, given)).plan.suggested.unwrap().worst.number()
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

#[test]
fn a_framework_without_annexes_grades_and_says_what_it_lacks() {
    let mut document = small();
    let wording = document["wording"].as_object_mut().unwrap();
    for part in
        ["annex_a", "annex_b", "learning_summary", "actions", "vision", "principles", "levels"]
    {
        wording.remove(part);
    }
    let interpretation = document["interpretation"].as_object_mut().unwrap();
    for part in ["process", "report", "sampling", "feedback"] {
        interpretation.remove(part);
    }
    let framework = framework(&document);
    let review = review(&framework, &json!({"criteria": {"lawful": "yes", "clear": "clear"}}));
    assert_eq!(ends(assess(&review).plan.criteria), Some((1, 1)));
    let problems = ehcp_qa_core::form::feedback_from(&review, &[]).unwrap_err();
    assert_eq!(problems[0].to_string(), "The framework in use has no feedback form.");
    let shown = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    let problems = ehcp_qa_core::learning::draft(&framework, &shown).unwrap_err();
    assert_eq!(problems[0].to_string(), "The framework in use has no form for what was learnt.");
}

#[test]
fn a_framework_can_have_one_aspect_in_place_of_sections() {
    let mut document = small();
    let section = json!({
        "id": "journey", "title": "Journey",
        "descriptors": [{"id": "journey.1", "text": "The journey is described."}],
    });
    document["wording"]["sections"] = json!([section]);
    let interpretation = document["interpretation"].as_object_mut().unwrap();
    interpretation.insert("applicability".to_owned(), json!([{
        "descriptors": ["journey.1", "overall.1"], "all_of": [], "may_exclude": false, "basis": "interpretation",
        "reason": "For every plan.",
    }]));
    for part in ["thread", "bearing", "plan", "sampling", "process", "report", "feedback"] {
        interpretation.remove(part);
    }
    interpretation["checks"] = json!([]);
    for evidence in interpretation["evidence"].as_array_mut().unwrap() {
        evidence["descriptors"] = json!(["journey.1"]);
    }
    for part in ["annex_a", "annex_b"] {
        document["wording"].as_object_mut().unwrap().remove(part);
    }
    let framework = framework(&document);
    let answered = json!({"sections": {"journey": {"descriptors": {"journey.1": "no"}}}});
    assert_eq!(ends(assess(&review(&framework, &answered)).sections[0].suggested), Some((3, 3)));
}

/// Yes, partly and no, each in the frame of `small-framework.json`.
fn with_partly() -> Value {
    let mut document = small();
    let answer = |id: &str, label: &str, credit: Value| json!({"id": id, "label": label, "credit": credit, "basis": "framework", "reason": "As it is printed."});
    document["interpretation"]["answers"] = json!([
        answer("green", "Green", json!({"of": 1, "out_of": 1})),
        answer("amber", "Amber", json!({"of": 1, "out_of": 2})),
        answer("red", "Red", json!({"of": 0, "out_of": 1})),
        answer("not_applicable", "Not applicable", Value::Null),
    ]);
    document
}

#[test]
fn an_answer_met_in_part_has_its_credit() {
    let framework = framework(&with_partly());
    // 1 + 1/2 + 1 + 1/2 = 3 of 4, which is the band of three quarters; overall.1 is not answered.
    let given = json!({"sections": {"N": {"descriptors": {
        "N1": "green", "N2": "amber", "N3": "green", "N4": "amber",
    }}}});
    let review = review(&framework, &given);
    let assessment = assess(&review);
    let section = &assessment.sections[0];
    assert_eq!(ends(section.suggested), Some((2, 2)));
    assert_eq!(section.descriptors.yes, ["N1", "N3"]);
    assert_eq!(section.descriptors.partly, ["N2", "N4"]);
    assert_eq!(
        section.because[0].message,
        "The answers come to 3 of the 4 descriptors that count, so 2 Sound."
    );
    assert_eq!((assessment.standards[0].met, assessment.standards[0].partly), (2, 2));
    // The line has letters of its own and comes back.
    let line = to_line(&review);
    assert!(line.contains("/N:0101/"), "{line}");
    assert_eq!(to_line(&from_line(&framework, &line).unwrap()), line);
}

#[test]
fn half_of_a_descriptor_more_decides_a_border() {
    let framework = framework(&with_partly());
    // 1 + 1 + 1/2 + 0 = 5/2 of 4 is less than three quarters.
    let given = json!({"sections": {"N": {"descriptors": {
        "N1": "green", "N2": "green", "N3": "amber", "N4": "red",
    }}}});
    let review = review(&framework, &given);
    let assessment = assess(&review);
    let section = &assessment.sections[0];
    assert_eq!(ends(section.suggested), Some((3, 3)));
    assert_eq!(
        section.because[0].message,
        "The answers come to 2 1/2 of the 4 descriptors that count, so 3 Weak."
    );
    // N4 amber would be enough for 3 of 4, and costs no more than N3 green.
    let path = path_to(&review, framework.score(2).unwrap());
    let of_n: Vec<_> =
        path.steps.iter().filter(|step| step.at.starts_with("/sections/N/")).collect();
    assert_eq!(of_n.len(), 1);
    assert_eq!(of_n[0].message, "Descriptor N4: amber (answered otherwise).");
}

#[test]
fn an_answer_that_is_none_lists_those_of_the_framework() {
    let framework = framework(&with_partly());
    let given = json!({"sections": {"N": {"descriptors": {"N1": "yes", "N2": "not_applicable"}}}});
    assert_eq!(
        refused(&framework, &given),
        [
            "/sections/N/descriptors/N1: This must be one of: green, amber, red, not_applicable.",
            "/sections/N/descriptors/N2: Descriptor N2 applies to every plan: answer green or amber or red.",
        ]
    );
}

#[test]
fn answers_need_one_that_is_met_and_one_that_is_not() {
    let mut document = with_partly();
    document["interpretation"]["answers"].as_array_mut().unwrap().remove(2);
    let found = problems(&document);
    assert!(
        found.contains(&"/interpretation/answers: Nothing here covers answer not met.".to_owned()),
        "{found:?}"
    );
    let mut document = with_partly();
    document["interpretation"]["answers"][1]["credit"] = json!({"of": 3, "out_of": 2});
    let message = "/interpretation/answers/1/credit: This must be a share: of whole parts, not more than the whole.";
    assert!(problems(&document).contains(&message.to_owned()));
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

#[test]
fn a_required_descriptor_that_is_not_met_holds_the_plan() {
    let framework = framework(&required());
    let plan = json!({"age": 7, "home_educated": false});
    let with = |n1: &str, p1: &str| {
        json!({"plan": plan, "sections": {
            "N": {"descriptors": {"N1": n1, "N2": "yes", "N3": "yes", "N4": "yes"}},
            "P": {"descriptors": {"P1": p1}},
        }})
    };
    let met = review(&framework, &with("yes", "yes"));
    assert_eq!(ends(assess(&met).plan.required), Some((1, 1)));
    assert_eq!(ends(assess(&met).plan.suggested), Some((1, 1)));
    let failing = review(&framework, &with("no", "yes"));
    let assessment = assess(&failing);
    assert_eq!(ends(assessment.plan.suggested), Some((4, 4)));
    let reason = assessment.plan.because.iter().find(|reason| reason.rule == "required").unwrap();
    assert_eq!(reason.message, "Descriptors that a plan must meet allow it 4 Poor at best: N1.");
    assert_eq!(reason.rests_on, ["/sections/N/descriptors/N1"]);
    assert_eq!(reason.place, "What no plan may lack");
    assert_eq!(
        assessment.plan.because.last().unwrap().message,
        "The mean of the sections comes to 1 Excellent, the required descriptors allow 4 Poor at best and the \
         sections allow 1 Excellent at best; the worst of them is 4 Poor."
    );
}

#[test]
fn a_required_descriptor_that_is_open_leaves_both_ends() {
    let framework = framework(&required());
    let given =
        json!({"plan": {"age": 7, "home_educated": false}, "sections": {"P": {"score": 1}}});
    assert_eq!(ends(assess(&review(&framework, &given)).plan.required), Some((1, 4)));
    // A descriptor that does not apply is not asked for.
    let older = json!({"plan": {"age": 20}, "sections": {"N": {"descriptors": {"N1": "yes"}}}});
    assert_eq!(ends(assess(&review(&framework, &older)).plan.required), Some((1, 1)));
}

/// N1 says that there is nothing to describe, in place of N2 to N4.
fn with_alternative() -> Value {
    let mut document = small();
    let interpretation = &mut document["interpretation"];
    interpretation["alternatives"] = json!([{
        "descriptor": "N1", "instead_of": ["N2", "N3", "N4"], "place": "Where there are none", "basis": "framework",
        "reason": "Either it says so, or it has all the rest.",
    }]);
    for entry in interpretation["applicability"].as_array_mut().unwrap() {
        entry["may_exclude"] = json!(true);
    }
    interpretation["checks"] = json!([{
        "id": "neither-alternative", "severity": "error", "basis": "framework", "why": "One is asked for.",
        "clear": "Answer one of them.", "cites": [{"basis": "framework", "place": "Where there are none"}],
    }]);
    interpretation["bearing"] = Value::Null;
    document
}

#[test]
fn none_is_the_alternative_to_all_the_rest() {
    let framework = framework(&with_alternative());
    let with = |n1: &str, rest: &str| json!({"sections": {"N": {"descriptors": {"N1": n1, "N2": rest, "N3": rest, "N4": rest}}}});
    // Fully met: 1 of 1, and not 1 of 4.
    for rest in ["not_applicable", "no"] {
        let stated = review(&framework, &with("yes", rest));
        let section = &assess(&stated).sections[0];
        assert_eq!(ends(section.suggested), Some((1, 1)), "{rest}");
        assert_eq!(section.descriptors.yes, ["N1"]);
        assert_eq!(section.descriptors.does_not_apply, ["N2", "N3", "N4"]);
        assert_eq!(
            section.because[0].message,
            "1 of the 1 descriptors that count met, so 1 Excellent."
        );
        assert_eq!(
            section.because[1].message,
            "N1 is met, so nothing else is asked for: N2, N3, N4."
        );
        assert_eq!(section.because[1].place, "Where there are none");
    }
    // All the rest: 3 of 3, and the alternative is no fault.
    let described = review(&framework, &with("no", "yes"));
    let section = &assess(&described).sections[0];
    assert_eq!(ends(section.suggested), Some((1, 1)));
    assert_eq!(section.descriptors.does_not_apply, ["N1"]);
    // Neither: told.
    let neither = review(&framework, &with("no", "not_applicable"));
    let assessment = assess(&neither);
    let rules: Vec<&str> = assessment.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["neither-alternative"]);
    assert_eq!(
        assessment.findings[0].message,
        "Neither N1 nor what it stands in place of counts (N2, N3, N4): one of them must be answered."
    );
    assert_eq!(assessment.sections[0].suggested, None);
}

#[test]
fn what_is_excluded_never_counts_as_met() {
    let framework = framework(&with_alternative());
    // 1 met and 1 not, 1 excluded: 1 of 2 and not 2 of 3.
    let given = json!({"sections": {"N": {"descriptors": {"N2": "yes", "N3": "no", "N4": "not_applicable"}}}});
    let review = review(&framework, &given);
    let assessment = assess(&review);
    let message = "1 of the 2 descriptors that count met, so 3 Weak.";
    // Of the four, N1 gives way to the others, which are answered.
    assert_eq!(assessment.sections[0].because[0].message, message);
}
