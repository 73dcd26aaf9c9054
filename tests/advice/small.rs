//! A small plan and one piece of advice, worked out by hand: what bears on descriptors, choices and comments.

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::{
    AdviceDocument, AdviceKind, NewComment, PlanDocument, read_advice_markdown, read_markdown,
};
use ehcp_qa_core::whole::{
    Coverage, CoverageChoice, CoverageStatus, advice_coverage_comments, coverage, coverage_comments,
};
use serde_json::{Value, json};

const PLAN: &str = "\
# Section B: Special educational needs

Tamsin reads 40 of the first 100 words.

# Section F: Special educational provision

A teaching assistant will read with Tamsin every day for 10 minutes.

A speech and language therapist will see Tamsin once a term.

# Section K: Advice and information

Priya Nair, Educational Psychologist, 4 March 2026
";

const ADVICE: &str = "\
Author: Priya Nair, Educational Psychologist

Date of report: 4 March 2026

## Needs

- Tamsin reads 40 of the first 100 words.

## Recommendations

- A teaching assistant should read with Tamsin every day for 20 minutes.
- A swimming instructor should teach her to float each Friday.
";

fn plan() -> PlanDocument {
    read_markdown(PLAN, &[]).expect("a plan")
}

fn advice() -> AdviceDocument {
    read_advice_markdown(ADVICE).expect("advice")
}

fn found(choices: &Value) -> Coverage {
    let choices = CoverageChoice::all_from_json(&choices.to_string()).expect("choices");
    coverage(&Framework::built_in(), &[advice()], &plan(), &choices)
}

fn statuses(found: &Coverage) -> Vec<CoverageStatus> {
    found.advices[0].statements.iter().map(|one| one.status).collect()
}

fn bearing(found: &Coverage) -> Vec<(&str, Vec<&str>, Vec<&str>)> {
    found
        .descriptors
        .iter()
        .map(|one| {
            let against = one.against.iter().map(String::as_str).collect();
            (one.descriptor.as_str(), against, one.speaks_for.iter().map(String::as_str).collect())
        })
        .collect()
}

/// The place of a statement of the plan, by how it begins.
fn place(found: &Coverage, begins: &str) -> Value {
    let statement =
        found.plan.iter().find(|one| one.text.starts_with(begins)).expect("a statement");
    serde_json::to_value(statement.place).unwrap()
}

fn advised(found: &Coverage, number: usize) -> Value {
    serde_json::to_value(found.advices[0].statements[number].place).unwrap()
}

#[test]
fn what_was_found_bears_on_the_descriptors_that_ask_for_it() {
    let found = found(&json!([]));
    let expected = [CoverageStatus::Whole, CoverageStatus::Weaker, CoverageStatus::NotFound];
    assert_eq!(statuses(&found), expected);
    // The need is carried. Of two recommendations one is weaker and one not found, and the therapist has no source.
    let (weaker, lost) = ("/advices/0/statements/1", "/advices/0/statements/2");
    assert_eq!(
        bearing(&found),
        [
            ("B1", vec![], vec!["/advices/0/statements/0"]),
            ("F1", vec![weaker, lost, "/unsourced/0"], vec![]),
            ("K1", vec![], vec!["/advices/0"]),
            ("K3", vec![], vec!["/advices/0"]),
        ]
    );
    assert_eq!(found.unsourced.len(), 1);
    assert!(found.unsourced[0].plan.text.starts_with("A speech and language therapist"));
    assert!(found.criteria.is_empty() && found.unknown.is_empty());
}

#[test]
fn another_framework_maps_it_in_its_own_way() {
    let small = include_str!("../../core/tests/small-framework.json");
    let framework = Framework::from_json(small).expect("a framework");
    // What was not found or is carried bears on N1, in Section C alone.
    let of = |plan: &str, advice: &str| {
        let plan = read_markdown(plan, &[]).expect("a plan");
        let found =
            coverage(&framework, &[read_advice_markdown(advice).expect("advice")], &plan, &[]);
        bearing(&found).iter().map(|(id, ..)| (*id).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(PLAN, ADVICE), [""; 0]);
    let plan = "# Section C: Health needs\n\nTamsin has asthma and uses an inhaler twice a day.\n";
    let advice = "## Needs\n\n- Tamsin has asthma and uses an inhaler twice a day.\n";
    assert_eq!(of(plan, advice), ["N1"]);
}

#[test]
fn a_person_pairs_and_parts() {
    let before = found(&json!([]));
    let swims = json!({
        "advice": 0, "place": advised(&before, 2), "plan": [place(&before, "A speech")],
    });
    let paired = found(&json!([swims]));
    let one = &paired.advices[0].statements[2];
    assert!(one.chosen && one.plan[0].text.starts_with("A speech"));
    // Once a term is less often than each Friday.
    assert_eq!(one.status, CoverageStatus::Weaker);
    assert!(paired.unsourced.is_empty(), "what is paired has a source");
    assert!(!paired.advices[0].statements[1].chosen);

    let parted = found(&json!([{"advice": 0, "place": advised(&before, 0), "plan": []}]));
    let one = &parted.advices[0].statements[0];
    assert!(one.chosen && one.plan.is_empty());
    assert_eq!(one.status, CoverageStatus::NotFound);
    assert_eq!(bearing(&parted)[0], ("B1", vec!["/advices/0/statements/0"], vec![]));

    // Of two on one statement, the last holds.
    let both = found(&json!([swims, {"advice": 0, "place": advised(&before, 2), "plan": []}]));
    assert_eq!(both.advices[0].statements[2].status, CoverageStatus::NotFound);
}

#[test]
fn a_choice_that_names_no_statement_is_reported_and_changes_nothing() {
    let before = found(&json!([]));
    let nowhere = json!({"part": 9, "block": 0, "at": 0, "length": 1});
    let after = found(&json!([
        {"advice": 1, "place": advised(&before, 0), "plan": []},
        {"advice": 0, "place": nowhere, "plan": [nowhere]},
        {"advice": 0, "place": advised(&before, 0), "plan": [place(&before, "Tamsin reads"), nowhere]},
    ]));
    let unknown: Vec<(usize, &str)> =
        after.unknown.iter().map(|one| (one.choice, one.pointer.as_str())).collect();
    assert_eq!(unknown, [(0, "/0/advice"), (1, "/1/place"), (1, "/1/plan/0"), (2, "/2/plan/1")]);
    assert_eq!(after.advices, before.advices);

    let problems = CoverageChoice::all_from_json(r#"[{"advice": -1, "place": {}, "plan": null}]"#);
    let places: Vec<String> = problems.unwrap_err().into_iter().map(|one| one.pointer).collect();
    for expected in ["/0/advice", "/0/place/part", "/0/plan"] {
        assert!(places.iter().any(|place| place == expected), "{expected}: {places:?}");
    }
}

fn said(comment: &NewComment) -> Vec<&str> {
    comment.paragraphs.iter().map(|text| &**text).collect()
}

#[test]
fn the_plan_has_comments_at_its_statements_and_its_headings() {
    let (found, plan) = (found(&json!([])), plan());
    let comments = coverage_comments(&found, &plan, &Framework::built_in());
    let [weaker, lost, unsourced] = &comments[..] else { panic!("{comments:#?}") };
    let runs = |part: usize, block: usize| &plan.parts[part].blocks[block].runs[0];
    assert_eq!(weaker.from.paragraph, runs(1, 0).paragraph);
    let text = "A teaching assistant should read with Tamsin every day for 20 minutes.";
    let lines = said(weaker);
    assert_eq!(
        lines[0],
        format!(
            "The plan says less here than Priya Nair, Educational Psychologist advises: “{text}”"
        )
    );
    assert_eq!(lines[lines.len() - 2], "It bears on F1, which a person answers.");
    assert_eq!(lines.last(), Some(&"Open to interpretation: review it."));

    assert_eq!(lost.from.paragraph, plan.parts[1].heading.place.paragraph);
    let text = "A swimming instructor should teach her to float each Friday.";
    assert_eq!(
        said(lost),
        [
            "Not found in the plan, and would stand in Section F:",
            &format!("Priya Nair, Educational Psychologist advises: “{text}”"),
            "It bears on F1, which a person answers.",
            "Open to interpretation: review it.",
        ]
    );
    assert_eq!(unsourced.from.paragraph, runs(1, 1).paragraph);
    assert!(said(unsourced)[0].starts_with("No source was found in the advice for “A speech"));
}

#[test]
fn the_advice_has_comments_at_what_is_not_carried_whole() {
    let (found, advice) = (found(&json!([])), advice());
    let framework = &Framework::built_in();
    let comments = advice_coverage_comments(&found, 0, &advice, framework);
    let [weaker, lost] = &comments[..] else { panic!("{comments:#?}") };
    assert_eq!(weaker.from.paragraph, advice.provision[0].runs[0].paragraph);
    assert_eq!(
        said(weaker)[..2],
        [
            "The plan says less than this advice.",
            "Section F: “A teaching assistant will read with Tamsin every day for 10 minutes.”",
        ]
    );
    assert_eq!(lost.from.paragraph, advice.provision[1].runs[0].paragraph);
    assert_eq!(said(lost)[0], "No statement of the plan was found that carries this.");
    assert!(advice_coverage_comments(&found, 1, &advice, framework).is_empty());
}

/// A person pairs a statement of advice with one in a section for statements of its kind.
#[test]
fn words_of_the_plan_say_what_their_section_carries() {
    let sections = [
        ("A", None),
        ("B", Some("need")),
        ("C", Some("need")),
        ("D", Some("need")),
        ("E", Some("outcome")),
        ("F", Some("provision")),
        ("G", Some("provision")),
        ("H1", Some("provision")),
        ("H2", Some("provision")),
        ("I", None),
        ("J", None),
    ];
    let text: String =
        sections.map(|(id, _)| ["# Section ", id, "\n\nIvo has a bat.\n\n"].concat()).concat();
    let plan = read_markdown(&text, &[]).expect("a plan");
    let found = coverage(&Framework::built_in(), &[advice()], &plan, &[]);
    let carried =
        found.plan.iter().map(|one| (one.section.word(), one.carries.map(AdviceKind::word)));
    assert_eq!(carried.collect::<Vec<_>>(), sections);
}
