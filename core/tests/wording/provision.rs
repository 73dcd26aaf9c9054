//! Statements of provision.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{Element, Lexicon};

use crate::{check, checked, parts, says, silent};

#[test]
fn phrases_of_the_framework_itself_are_found() {
    check("F", "He will be taught in a small group.", "{}", "undefined-group", &["small group"]);
    check("F", "Regular support with reading.", "{}", "vague-frequency", &["Regular"]);
    check(
        "F",
        "There will be opportunities to talk.",
        "{}",
        "opportunities",
        &["opportunities to"],
    );
    check("F", "She would benefit from counselling.", "{}", "no-commitment", &["would benefit"]);
    check("F", "Support is given as required.", "{}", "decided-later", &["as required"]);
    check("F", "Up to 20 minutes of reading daily.", "{}", "zero-complies", &["Up to 20"]);
    check("F", "Funding at Band 6.", "{}", "funding", &["Funding", "Band 6"]);
}

#[test]
fn specified_provision_is_not_reported() {
    silent(
        "F",
        "Amira will have access to a speech and language therapist for 30 minutes weekly, 1:1.",
        "{}",
    );
    silent(
        "F",
        "A teaching assistant trained in Precision Teaching will teach Amira individually for 20 \
         minutes three times a week.",
        "{}",
    );
    silent("F", "A sloping desk is provided for Amira in every lesson.", "{}");
}

#[test]
fn access_with_provider_and_amount_is_information() {
    let lexicon = Lexicon::built_in();
    let text = "Amira will have access to a speech and language therapist for 30 minutes weekly.";
    let found = checked(&lexicon, "F", text, "{}");
    let access = parts(&found).into_iter().find(|f| f.rule == "availability").unwrap();
    assert_eq!(access.severity, Severity::Information);
    assert_eq!(found.findings[0].missing, []);
    let text = "Amira will have access to speech and language therapy.";
    let found = checked(&lexicon, "F", text, "{}");
    let access = parts(&found).into_iter().find(|f| f.rule == "availability").unwrap();
    assert_eq!(access.severity, Severity::Warning);
    assert_eq!(found.findings[0].missing, [Element::Who, Element::HowOften, Element::HowLong]);
}

#[test]
fn the_elements_of_a_statement() {
    says(
        "A speech and language therapist will deliver Colourful Semantics for 30 minutes weekly, 1:1.",
        &[
            (Element::Who, "speech and language therapist"),
            (Element::What, "Colourful Semantics"),
            (Element::HowLong, "30 minutes"),
            (Element::HowOften, "weekly"),
            (Element::Group, "1:1"),
        ],
        &[],
    );
    says(
        "The SENCO will teach phonics 3 x 20 minutes per week.",
        &[(Element::HowLong, "3 x 20 minutes"), (Element::Who, "SENCO")],
        &[],
    );
    says(
        "The teacher will review targets termly.",
        &[(Element::Review, "review targets termly")],
        &[],
    );
    says(
        "Half an hour of phonics twice a week.",
        &[(Element::HowLong, "Half an hour")],
        &[Element::Who],
    );
    says(
        "Phonics teaching by a teacher.",
        &[(Element::Who, "teacher")],
        &[Element::HowOften, Element::HowLong],
    );
}

#[test]
fn a_statement_without_a_quantity_is_a_finding_without_any_phrase() {
    check(
        "F",
        "The class teacher will teach Jo phonics.",
        "{}",
        "no-quantity",
        &["The class teacher will teach Jo phonics"],
    );
}

#[test]
fn labels_belong_to_their_fields() {
    silent(
        "F",
        "Colourful Semantics sessions. Frequency: weekly. Duration: 30 minutes. Delivered by: speech \
         and language therapist.",
        "{}",
    );
}

#[test]
fn a_template_shows_blanks_and_never_an_amount() {
    let lexicon = Lexicon::built_in();
    let text = "Jo will have access to regular therapy.";
    let found = checked(&lexicon, "F", text, "{}");
    let rewrite = found.findings.iter().find_map(|f| f.rewrite.as_deref()).unwrap();
    assert!(rewrite.starts_with("Jo will"), "{rewrite}");
    for blank in ["[how often]", "[how long]", "[by whom]"] {
        assert!(rewrite.contains(blank), "{rewrite}");
    }
    assert!(!rewrite.bytes().any(|b| b.is_ascii_digit()), "{rewrite}");
}

#[test]
fn a_template_keeps_what_stands_between_the_words() {
    for (text, expected) in [
        (
            "Jo will have regular (see the report) speech therapy, as required, in the class.",
            "Jo will have [how often] (see the report) speech therapy, [when, and who decides], in the class",
        ),
        (
            "Jo will have regular speech therapy\tas required\ta therapist",
            "Jo will have [how often] speech therapy for [how long]\t[when, and who decides]\ta therapist",
        ),
    ] {
        let lexicon = Lexicon::built_in();
        let found = checked(&lexicon, "F", text, "{}");
        let rewrite = found.findings.iter().find_map(|f| f.rewrite.as_deref()).unwrap();
        assert!(rewrite.starts_with(expected), "{rewrite}");
    }
}
