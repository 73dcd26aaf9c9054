//! Small texts from the field, each with what must be found in it and what must not.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{Bytes, Element, Letter, Lint, Linting, SmartState, lint};
use serde::Deserialize;

use crate::lexicon;

/// A text and what is right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    reference: String,
    section: String,
    text: String,
    /// Rules, or `rule@words`, of which each is found; `|` stands between alternatives.
    must: Vec<String>,
    /// The same, of which none is found; `*` is any finding above information.
    must_not: Vec<String>,
    /// Whether the letter T of an outcome is met.
    #[serde(default)]
    time_letter: Option<bool>,
    #[serde(default)]
    context: Linting,
    #[serde(default, rename = "note")]
    _note: String,
}

fn text(name: &str) -> String {
    let path = format!("{}/wording/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Whether one of the alternatives is found.
fn has(found: &Lint<Bytes>, text: &str, wanted: &str) -> bool {
    wanted.split('|').any(|wanted| {
        let (rule, words) = wanted.split_once('@').unwrap_or((wanted, ""));
        let mut parts = found.findings.iter().flat_map(|finding| &finding.parts);
        let is_part = parts.any(|part| {
            let said = part.span.of(text);
            let is_rule =
                part.rule == rule || (rule == "*" && part.severity != Severity::Information);
            is_rule && (said.contains(words) || words.contains(said))
        });
        is_part || found.absent.iter().any(|absence| absence.rule == rule)
    })
}

fn check(case: &Case) -> Vec<String> {
    let found = lint(lexicon(), &case.section, &case.text, &case.context);
    let mut faults = Vec::new();
    for wanted in case.must.iter().filter(|wanted| !has(&found, &case.text, wanted)) {
        faults.push(format!("{}: {wanted} is not found in: {}", case.reference, case.text));
    }
    for unwanted in case.must_not.iter().filter(|unwanted| has(&found, &case.text, unwanted)) {
        faults.push(format!("{}: {unwanted} is found in: {}", case.reference, case.text));
    }
    if let Some(expected) = case.time_letter {
        let letters = found.outcomes.iter().flat_map(|outcome| &outcome.smart);
        let time: Vec<_> = letters.filter(|view| view.letter == Letter::TimeLimited).collect();
        if time.is_empty() || time.iter().any(|view| (view.state == SmartState::Said) != expected) {
            faults.push(format!("{}: the letter T of: {}", case.reference, case.text));
        }
    }
    faults
}

#[track_caller]
fn check_file(name: &str, count: usize) {
    let cases: Vec<Case> = serde_json::from_str(&text(name)).expect("cases");
    assert_eq!(cases.len(), count, "each case is run");
    let faults: Vec<String> = cases.iter().flat_map(check).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_case_from_the_field_is_right() {
    check_file("wording.json", 42);
}

#[test]
fn each_case_of_the_same_kinds_is_right() {
    check_file("more.json", MORE);
}

/// How many cases of the same kinds there are.
const MORE: usize = 83;

#[test]
fn an_improvement_in_a_subject_is_not_measurable() {
    for line in text("outcomes-missed-E.txt").lines() {
        let found = lint(lexicon(), "E", line, &Linting::default());
        assert!(has(&found, line, "outcome-not-measurable"), "{line}");
    }
}

#[test]
fn a_school_and_the_article_behind_it_are_no_placeholder() {
    for (name, section) in [("school-a-section-F.txt", "F"), ("school-a-section-I.txt", "I")] {
        let text = text(name);
        let found = lint(lexicon(), section, &text, &Linting::default());
        assert!(!has(&found, &text, "placeholder"), "{text}");
    }
}

#[test]
fn a_row_of_a_table_from_a_word_processor_is_one_statement() {
    let text = text("word-table-section-f.txt");
    let found = lint(lexicon(), "F", &text, &Linting::default());
    let rows: Vec<&str> = found.statements.iter().map(|row| row.span.of(&text)).collect();
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(rows, lines);
    assert!(!has(&found, &text, "*"));
}

#[test]
fn an_element_is_quoted_as_a_phrase() {
    let text = text("templates-and-chips-F.txt");
    let found = lint(lexicon(), "F", &text, &Linting::default());
    let last = found.statements.last().expect("a statement");
    let words = |element: Element| {
        let says = last.says.iter().filter(|view| view.element == element);
        says.map(|view| view.span.of(&text)).collect::<Vec<_>>()
    };
    assert_eq!(words(Element::Who), ["teaching assistant"]);
    assert_eq!(words(Element::Group), ["1:1"]);
    assert_eq!(words(Element::HowLong), ["20 minutes"]);
    assert_eq!(words(Element::HowOften), ["three times a week"]);
    assert_eq!(words(Element::Where), ["in a quiet room"]);
}
