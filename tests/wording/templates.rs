//! Templates: a sentence each, once a statement, without a word that its finding criticises.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{Linting, lint};
use serde::Deserialize;

use crate::lexicon;

/// A statement with the template that is right for it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    template: String,
}

/// How many statements have their template by hand.
const COUNT: usize = 60;

#[test]
fn each_statement_has_its_template() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/wording/cases/templates.json");
    let cases: Vec<Case> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(cases.len(), COUNT);
    let lexicon = lexicon();
    let mut faults = Vec::new();
    for Case { text, template } in &cases {
        let found = lint(lexicon, "F", text, &Linting::default());
        let templates: Vec<_> = found.findings.iter().map(|of| of.rewrite.as_deref()).collect();
        if templates != [Some(template.as_str())] {
            faults.push(format!("{text}\n  expected {template}\n  found {templates:?}"));
        }
    }
    assert!(faults.is_empty(), "{} of {COUNT}\n{}", faults.len(), faults.join("\n"));
}

/// Rules of which a template is no matter: names, and blanks that are left.
const OTHERS: [&str; 3] = ["placeholder", "other-name", "other-pronoun"];

/// A statement of the labelled sentences.
#[derive(Deserialize)]
struct Labelled {
    section: String,
    text: String,
}

#[test]
fn no_template_keeps_what_is_criticised() {
    let lexicon = lexicon();
    let mut count = 0;
    for part in ["development", "measuring"] {
        let path = format!("{}/wording/{part}/provision.json", env!("CARGO_MANIFEST_DIR"));
        let read = std::fs::read_to_string(path).unwrap();
        let rows: Vec<Labelled> = serde_json::from_str(&read).unwrap();
        for Labelled { section, text } in rows {
            let found = lint(lexicon, &section, &text, &Linting::default());
            for finding in &found.findings {
                let Some(template) = &finding.rewrite else { continue };
                count += 1;
                let first = template.trim_start_matches('[').chars().next().unwrap();
                assert!(!first.is_lowercase(), "{template}");
                assert!(template.ends_with('.') && !template.ends_with(".."), "{template}");
                for part in &finding.parts {
                    let words = part.span.of(&text);
                    let is_whole = part.span == finding.span;
                    let is_of_words = !OTHERS.contains(&part.rule);
                    if part.severity == Severity::Information || is_whole || !is_of_words {
                        continue;
                    }
                    let times = |of: &str| of.matches(words).count();
                    assert!(times(template) < times(&text), "{words}: {template}");
                }
            }
        }
    }
    assert!(count > 90, "{count} templates");
}
