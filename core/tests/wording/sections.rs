//! Outcomes, and what sections say.

use ehcp_qa_core::wording::{Letter, Lexicon, SmartState};

use crate::{check, checked};

#[track_caller]
fn smart(text: &str, expected: [SmartState; 3]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, "E", text, "{}");
    assert_eq!(found.outcomes.len(), 1, "{text}");
    let state = |letter: Letter| {
        found.outcomes[0].smart.iter().find(|view| view.letter == letter).unwrap().state
    };
    let states = [Letter::Specific, Letter::Measurable, Letter::TimeLimited].map(state);
    assert_eq!(states, expected, "{text}");
    for letter in [Letter::Achievable, Letter::Realistic] {
        assert_eq!(state(letter), SmartState::ForAPerson);
    }
}

#[test]
fn outcomes_letter_by_letter() {
    let (said, not) = (SmartState::Said, SmartState::NotSaid);
    smart(
        "By the end of Key Stage 2, Jo will be able to write three sentences without adult help.",
        [said, said, said],
    );
    smart("Jo will improve.", [not, not, not]);
    smart("By July 2027, Jo will feel more confident.", [not, not, said]);
    smart("Jo will be able to order a meal without adult help.", [said, said, not]);
}

#[test]
fn an_outcome_names_the_child_by_any_word_of_a_given_name() {
    let text = "By July 2027, zahrie will be able to write three sentences.";
    let rule = "outcome-no-who";
    check("E", text, "{}", rule, &["By July 2027, zahrie will be able to write three sentences"]);
    check("E", text, r#"{"names": ["Zahrie"]}"#, rule, &[]);
    check("E", text, r#"{"names": ["Amira", "Zahrie Khan"]}"#, rule, &[]);
}

#[test]
fn outcomes_that_are_something_else() {
    check(
        "E",
        "By July 2027 Jo will receive speech therapy.",
        "{}",
        "outcome-as-provision",
        &["will receive speech therapy"],
    );
    check(
        "E",
        "By July 2027 staff will understand Jo.",
        "{}",
        "outcome-service-view",
        &["staff will"],
    );
    check(
        "E",
        "By July 2027 Jo will be able to walk to school on her own.",
        "{}",
        "outcome-as-provision",
        &[],
    );
}

#[test]
fn provision_and_strengths_in_needs() {
    check(
        "B",
        "Jo enjoys art. Jo will receive phonics lessons.",
        "{}",
        "provision-in-needs",
        &["will receive"],
    );
    let lexicon = Lexicon::built_in();
    let absent = |text: &str| {
        let found = checked(&lexicon, "B", text, "{}");
        found.absent.iter().map(|absence| absence.rule).collect::<Vec<_>>()
    };
    assert!(absent("Jo finds reading hard.").contains(&"strengths-missing"));
    assert!(!absent("Jo is good at art.").contains(&"strengths-missing"));
    assert!(absent("").is_empty());
}

#[test]
fn a_diagnosis_says_where_its_impact_is_described() {
    let rule = "diagnosis-without-impact";
    check("C", "Jo has a diagnosis of epilepsy.", "{}", rule, &["Jo has a diagnosis of epilepsy"]);
    check(
        "C",
        "Jo has a diagnosis of epilepsy, the impact of this is described in Section B.",
        "{}",
        rule,
        &[],
    );
}

#[test]
fn a_placement_waits_for_the_final_plan() {
    let rule = "placement-on-draft";
    check("I", "Hill School", r#"{"stage": "draft"}"#, rule, &["Hill School"]);
    check("I", "Hill School", r#"{"stage": "final"}"#, rule, &[]);
    let lexicon = Lexicon::built_in();
    assert_eq!(checked(&lexicon, "I", "Hill School", "{}").not_checked, [rule]);
}

#[test]
fn a_final_plan_says_whether_a_budget_was_requested() {
    let lexicon = Lexicon::built_in();
    let absent = |text: &str, known: &str| {
        let found = checked(&lexicon, "J", text, known);
        found.absent.iter().map(|absence| absence.rule).collect::<Vec<_>>()
    };
    assert_eq!(absent("", r#"{"stage": "final"}"#), ["budget-not-stated"]);
    assert!(absent("", r#"{"stage": "draft"}"#).is_empty());
    assert!(
        absent("A personal budget has not been requested.", r#"{"stage": "final"}"#).is_empty()
    );
    assert_eq!(checked(&lexicon, "J", "", "{}").not_checked, ["budget-not-stated"]);
}
