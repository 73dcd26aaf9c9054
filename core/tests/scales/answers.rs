//! Answers with a credit, descriptors that a plan must meet, and alternatives.

use ehcp_qa_core::{assess, from_line, path_to, to_line};
use serde_json::{Value, json};

use crate::{ends, framework, problems, refused, required, review, small};

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
