//! The transport clause.

use ehcp_qa_core::wording::Lexicon;

use crate::{checked, parts, silent, transport};

#[test]
fn the_transport_clause_is_word_for_word() {
    let known = r#"{"stage": "final"}"#;
    silent("I", &transport("Jo", "Hill School", "Dale School"), known);
    let fires = |text: &str, rule: &str| {
        let lexicon = Lexicon::built_in();
        parts(&checked(&lexicon, "I", text, known)).iter().any(|finding| finding.rule == rule)
    };
    assert!(fires("Hill School. Parents provide transport.", "transport-wording"));
    let other = transport("Jo", "Hill School", "Dale School")
        .replace("full responsibility", "responsibility");
    assert!(fires(&other, "transport-wording"));
    assert!(fires(&transport("Jo", "Hill School", "Hill School"), "transport-slots"));
    assert!(fires(&transport("Child X", "Hill School", "Dale School"), "transport-slots"));
    let two = transport("Jo", "Hill School", "Dale School").replacen("Jo", "Sam", 1);
    assert!(fires(&two, "transport-slots"));
}

#[test]
fn the_lexicon_quotes_the_transport_clause_as_the_framework_prints_it() {
    let lexicon = Lexicon::built_in().document();
    let clause = &lexicon.clauses.unwrap()[0];
    assert_eq!(clause.text, transport("Child X", "school A", "B school"));
}
