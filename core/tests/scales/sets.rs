//! Sections and descriptors with answers of their own.

use ehcp_qa_core::{ProblemKind, assess, from_line, path_to, to_line};
use serde_json::{Value, json};

use crate::{ends, framework, problems, refused, review, small};

fn answer(id: &str, credit: Option<(u8, u8)>) -> Value {
    let credit = credit.map(|(of, out_of)| json!({"of": of, "out_of": out_of}));
    json!({"id": id, "label": id, "credit": credit, "basis": "framework", "reason": "As it is printed."})
}

/// The usual answers, but for section N, which has thirds, and N4, which is good or bad.
fn with_sets() -> Value {
    let mut document = small();
    let thirds = [
        answer("full", Some((1, 1))),
        answer("most", Some((2, 3))),
        answer("yes", Some((1, 3))),
        answer("none", Some((0, 1))),
    ];
    let halves =
        [answer("good", Some((1, 1))), answer("so_so", Some((1, 2))), answer("bad", Some((0, 1)))];
    document["interpretation"]["answer_sets"] = json!([
        {"id": "thirds", "sections": ["N"], "answers": thirds, "basis": "framework", "reason": "N has thirds."},
        {"id": "halves", "descriptors": ["N4"], "answers": halves, "basis": "framework", "reason": "N4 has halves."},
    ]);
    document
}

#[test]
fn credits_of_all_sets_are_in_one_unit() {
    let framework = framework(&with_sets());
    // 1 + 2/3 + 1/3 + 1/2 = 5/2 of 4 is less than three quarters; with N4 good it is 3 of 4.
    let given = |n4: &str| {
        json!({"sections": {
            "N": {"descriptors": {"N1": "full", "N2": "most", "N3": "yes", "N4": n4}},
            "overall": {"descriptors": {"overall.1": "yes"}},
        }})
    };
    let less = review(&framework, &given("so_so"));
    let assessment = assess(&less);
    assert_eq!(ends(assessment.sections[0].suggested), Some((3, 3)));
    assert_eq!(
        assessment.sections[0].because[0].message,
        "The answers come to 2 1/2 of the 4 descriptors that count, so 3 Weak."
    );
    // `yes` is a third in N, and all elsewhere.
    assert_eq!(assessment.sections[0].descriptors.partly, ["N2", "N3", "N4"]);
    assert_eq!(assessment.sections[4].descriptors.yes, ["overall.1"]);
    let enough = review(&framework, &given("good"));
    assert_eq!(ends(assess(&enough).sections[0].suggested), Some((2, 2)));
    // On the path each descriptor becomes the least of its answers that is enough: N3 needs 5/6, which only all of it
    // is.
    let path = path_to(&less, framework.score(2).unwrap());
    let of_n: Vec<_> =
        path.steps.iter().filter(|step| step.at.starts_with("/sections/N/")).collect();
    assert_eq!(of_n.len(), 1);
    assert_eq!(of_n[0].message, "Descriptor N3: full (answered otherwise).");
}

#[test]
fn a_line_has_the_letters_of_each_set() {
    let framework = framework(&with_sets());
    let given = json!({"sections": {
        "N": {"descriptors": {"N1": "full", "N2": "none", "N3": "yes", "N4": "so_so"}},
        "overall": {"descriptors": {"overall.1": "no"}},
    }});
    let review = review(&framework, &given);
    let line = to_line(&review);
    // The usual answers have letters of their own in every set.
    assert!(line.contains("/N:03y1/overall:n/"), "{line}");
    assert_eq!(to_line(&from_line(&framework, &line).unwrap()), line);
    // N4 has the answers of its section: a line of before does not fit.
    let mut moved = with_sets();
    moved["interpretation"]["answer_sets"][1]["descriptors"] = json!([]);
    let moved = crate::framework(&moved);
    assert!(from_line(&moved, &line).is_err());
}

#[test]
fn an_answer_is_one_of_its_place() {
    let framework = framework(&with_sets());
    let given = json!({"sections": {
        "N": {"descriptors": {"N1": "no", "N4": "full"}},
        "overall": {"descriptors": {"overall.1": "good"}},
    }});
    assert_eq!(
        refused(&framework, &given),
        [
            "/sections/N/descriptors/N1: This must be one of: full, most, yes, none.",
            "/sections/N/descriptors/N4: This must be one of: good, so_so, bad.",
            "/sections/overall/descriptors/overall.1: This must be one of: yes, no, not_applicable.",
        ]
    );
    let mut review = review(&framework, &json!({}));
    let number = framework.descriptor_number("N1").unwrap();
    let of_n1: Vec<&str> = framework.answers_to(number).map(|(id, _)| id).collect();
    assert_eq!(of_n1, ["full", "most", "yes", "none"]);
    // Another set's `yes` is no answer to N1.
    let refused = review.set_answer(number, framework.answer("yes"));
    assert_eq!(refused, Err(ProblemKind::UnknownId { what: "answer" }));
    let (_, third) = framework.answers_to(number).nth(2).unwrap();
    assert_eq!(review.set_answer(number, Some(third)), Ok(()));
}

#[test]
fn a_set_is_named_once_and_has_what_every_set_has() {
    let mut document = with_sets();
    let sets = &mut document["interpretation"]["answer_sets"];
    sets[1]["id"] = json!("thirds");
    sets[1]["sections"] = json!(["N", "Q"]);
    sets[1]["descriptors"] = json!(["N4", "N4"]);
    sets[1]["answers"].as_array_mut().unwrap().remove(0);
    let at = "/interpretation/answer_sets/1";
    assert_eq!(
        problems(&document),
        [
            format!("{at}/id: This answer set is there already: it can stand only once."),
            format!("{at}/answers: Nothing here covers answer met."),
            format!("{at}/sections/0: This section is there already: it can stand only once."),
            format!("{at}/sections/1: The framework has no section with this id."),
            format!(
                "{at}/descriptors/1: This descriptor is there already: it can stand only once."
            ),
        ]
    );
}
