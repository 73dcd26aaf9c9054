//! Findings about wording: places, elements, outcomes, section rules, context, and hostile text.

mod findings;
mod lexicon;
mod marks;
mod provision;
mod sections;
mod transport;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::WordingFinding;
use ehcp_qa_core::wording::{Bytes, Element, Lexicon, Lint, Linting, lint};

fn context(json: &str) -> Linting {
    Linting::from_json(json).unwrap()
}

fn checked<'a>(lexicon: &'a Lexicon, section: &str, text: &str, known: &str) -> Lint<'a, Bytes> {
    lint(lexicon, section, text, &context(known))
}

/// The parts of all findings, in the order of the text.
fn parts<'f, 'a, U>(found: &'f Lint<'a, U>) -> Vec<&'f WordingFinding<'a, U>> {
    found.findings.iter().flat_map(|finding| &finding.parts).collect()
}

/// Expects the rules that fire, with the words that each one points at, among those asked for.
#[track_caller]
fn check(section: &str, text: &str, known: &str, rule: &str, expected: &[&str]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, section, text, known);
    let words: Vec<&str> =
        parts(&found).iter().filter(|f| f.rule == rule).map(|f| f.span.of(text)).collect();
    assert_eq!(words, expected, "{rule} in {section}: {text}");
}

/// Expects nothing more serious than information.
#[track_caller]
fn silent(section: &str, text: &str, known: &str) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, section, text, known);
    let serious: Vec<_> = parts(&found)
        .into_iter()
        .filter(|f| f.severity != Severity::Information)
        .map(|f| (f.rule, f.span.of(text)))
        .collect();
    assert_eq!(serious, [], "{section}: {text}");
}

/// Expects the elements that a statement has, and those that it lacks.
#[track_caller]
fn says(text: &str, expected: &[(Element, &str)], missing: &[Element]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, "F", text, "{}");
    assert_eq!(found.statements.len(), 1, "{text}");
    let statement = &found.statements[0];
    for (element, words) in expected {
        let said: Vec<&str> = statement
            .says
            .iter()
            .filter(|view| view.element == *element)
            .map(|view| view.span.of(text))
            .collect();
        assert!(said.contains(words), "{element:?} in {text}: {said:?}");
    }
    assert_eq!(statement.missing, missing, "{text}");
}

/// The clause as descriptor I3 prints it, with its slots filled.
fn transport(child: &str, school: &str, other: &str) -> String {
    let framework = ehcp_qa_core::Framework::built_in();
    let document = framework.document();
    let section = document.wording.sections.iter().find(|section| section.id == "I").unwrap();
    let text = &section.descriptors.iter().find(|d| d.id == "I3").unwrap().text;
    let clause = &text[text.find("Child X").unwrap()..];
    let clause = clause.trim_end_matches(['\u{2019}', '\'']);
    clause.replace("Child X", child).replace("school A", school).replace("B school", other)
}
