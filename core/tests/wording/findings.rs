//! Findings and their dismissal.

use ehcp_qa_core::wording::{Element, Lexicon};

use crate::{checked, parts};

#[test]
fn a_dismissed_finding_stays_away_and_its_name_holds_no_text() {
    let lexicon = Lexicon::built_in();
    let text = "Regular support with reading.";
    let found = checked(&lexicon, "F", text, "{}");
    let print = found.findings[0].parts[0].fingerprint.clone();
    assert_eq!(print.len(), 16);
    assert!(print.bytes().all(|b| b.is_ascii_hexdigit()));
    let known = format!(r#"{{"dismissed": ["{print}"]}}"#);
    // White space and case are not part of it.
    let again = checked(&lexicon, "F", "  regular  support with READING.", &known);
    assert_eq!(parts(&again).len() + 1, parts(&found).len());
}

#[test]
fn what_is_found_in_one_statement_is_one_finding() {
    let lexicon = Lexicon::built_in();
    let text = "Jo reads. Jo will have regular support as required. A desk is provided as needed.";
    let found = checked(&lexicon, "F", text, "{}");
    let statements: Vec<&str> = found.findings.iter().map(|f| f.span.of(text)).collect();
    assert_eq!(
        statements,
        ["Jo will have regular support as required", "A desk is provided as needed"]
    );
    let first = &found.findings[0];
    let words: Vec<&str> = first.parts.iter().map(|part| part.span.of(text)).collect();
    // The words come first, and then what the statement as such leaves out.
    let all = statements[0];
    assert_eq!(words[..3], ["regular", "support", "as required"]);
    assert!(words.len() > 3 && words[3..].iter().all(|words| *words == all), "{words:?}");
    let most_serious = first.parts.iter().map(|part| part.severity).min().unwrap();
    assert_eq!(first.severity, most_serious);
    assert_eq!(first.message, first.leading().unwrap().message);
    assert_eq!(first.missing, [Element::Who, Element::HowOften, Element::HowLong]);
    assert!(first.rewrite.is_some());
}

#[test]
fn a_dismissed_statement_takes_all_its_parts_with_it() {
    let lexicon = Lexicon::built_in();
    let text = "Regular support with reading. Regular help as required.";
    let found = checked(&lexicon, "F", text, "{}");
    let [first, second] = &found.findings[..] else { panic!("two statements have findings") };
    assert_ne!(first.fingerprint, second.fingerprint);
    let known = format!(r#"{{"dismissed": ["{}"]}}"#, first.fingerprint);
    let again = checked(&lexicon, "F", text, &known);
    assert_eq!(again.findings, std::slice::from_ref(second));
    assert_eq!(again.more, 0);
    // What is dismissed is not counted among what is not listed.
    let many = "Regular support with reading. ".repeat(1_000);
    assert!(checked(&lexicon, "F", &many, "{}").more > 0);
    let of_many = &checked(&lexicon, "F", &many, "{}").findings[0].fingerprint;
    let known = format!(r#"{{"dismissed": ["{of_many}"]}}"#);
    let again = checked(&lexicon, "F", &many, &known);
    assert_eq!((again.findings.len(), again.more), (0, 0));
}
