//! The lexicon, and work on hostile texts.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{Lexicon, Linting, Utf16, lint, lint_in};
use ehcp_qa_core::wording::{WORDING, WORDING_WITH_EXAMPLES};
use proptest::prelude::*;

use crate::{checked, parts};

#[test]
fn every_rule_has_a_message_a_reason_a_citation_and_a_known_id() {
    let lexicon = Lexicon::built_in();
    let mut ids = std::collections::BTreeSet::new();
    for rule in lexicon.rules() {
        assert!(ids.insert(rule.id.clone()), "{}", rule.id);
        for text in [&rule.title, &rule.message, &rule.why, &rule.instead] {
            assert!(!text.is_empty(), "{}", rule.id);
        }
        assert!(!rule.cites.is_empty() && !rule.sections.is_empty(), "{}", rule.id);
    }
    assert!(ids.len() > 40);
    let phrases: usize =
        lexicon.rules().filter_map(|rule| rule.phrases.as_ref()).map(Vec::len).sum();
    assert!(phrases >= 150, "{phrases}");
}

#[test]
fn the_text_that_ships_lacks_only_examples() {
    fn without(value: &mut serde_json::Value) {
        if let Some(fields) = value.as_object_mut() {
            fields.remove("example");
            fields.remove("example_context");
            fields.remove("near_miss");
            fields.values_mut().for_each(without);
        } else if let Some(list) = value.as_array_mut() {
            list.iter_mut().for_each(without);
        }
    }
    let mut complete: serde_json::Value = serde_json::from_str(WORDING_WITH_EXAMPLES).unwrap();
    without(&mut complete);
    assert_eq!(serde_json::from_str::<serde_json::Value>(WORDING).unwrap(), complete);
}

#[test]
fn every_rule_fires_on_its_example_and_not_on_its_near_miss() {
    let lexicon = Lexicon::from_json(WORDING_WITH_EXAMPLES).unwrap();
    let mut tried = 0;
    for rule in lexicon.rules() {
        let (Some(example), Some(near_miss)) = (&rule.example, &rule.near_miss) else {
            panic!("{} has no example or no near miss", rule.id);
        };
        let context = rule.example_context.clone().unwrap_or_default();
        let fires = |text: &str| {
            let found = lint(&lexicon, &rule.sections[0], text, &context);
            let of_words = parts(&found).into_iter().map(|finding| finding.rule);
            of_words.chain(found.absent.iter().map(|absence| absence.rule)).any(|id| id == rule.id)
        };
        assert!(fires(example), "{} does not fire on: {example}", rule.id);
        assert!(!fires(near_miss), "{} fires on: {near_miss}", rule.id);
        tried += 1;
    }
    assert_eq!(tried, 45);
}

/// A phrase may be answered, and is then at most mentioned.
#[test]
fn every_phrase_fires_on_its_example_and_not_on_its_near_miss() {
    let complete: serde_json::Value = serde_json::from_str(WORDING_WITH_EXAMPLES).unwrap();
    let rules = complete["rules"].as_array().unwrap();
    let mut wrong = Vec::new();
    for (number, rule) in rules.iter().enumerate() {
        let phrases = rule["phrases"].as_array().into_iter().flatten();
        for (index, phrase) in phrases.enumerate() {
            // No other phrase of the rule can fire in its place.
            let mut alone = complete.clone();
            alone["rules"][number]["phrases"] = serde_json::json!([phrase]);
            let lexicon = Lexicon::from_json(&alone.to_string()).unwrap();
            let id = rule["id"].as_str().unwrap();
            let section = rule["sections"][0].as_str().unwrap();
            let fires = |text: &str| {
                let found = checked(&lexicon, section, text, "{}");
                parts(&found).iter().any(|f| f.rule == id && f.severity != Severity::Information)
            };
            for (kind, expected) in [("example", true), ("near_miss", false)] {
                let text = phrase[kind].as_str().unwrap_or("");
                if text.is_empty() || fires(text) != expected {
                    wrong.push(format!("{id}, phrase {index}, {kind}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_lexicon_adds_to_the_built_in_one_and_every_problem_is_reported() {
    let ours = r#"{"id": "own", "edition": "1", "language": "en-GB", "extends": "wording-2023",
        "words": [], "terms": [], "rules": [{"id": "usual", "title": "Usual", "sections": ["F"],
        "severity": "warning", "action": "reword", "message": "m", "why": "w", "instead": "i",
        "cites": [{"basis": "interpretation", "place": "ours"}],
        "phrases": [{"says": ["usual package"]}]}]}"#;
    let lexicon = Lexicon::from_json(ours).unwrap();
    let text = "The usual package and regular support.";
    let found = lint(&lexicon, "F", text, &Linting::default());
    let rules: Vec<&str> = parts(&found).iter().map(|finding| finding.rule).collect();
    assert!(rules.contains(&"usual") && rules.contains(&"vague-frequency"), "{rules:?}");
    let broken = ours
        .replace("usual package", "Usual  package")
        .replace(r#""id": "usual""#, r#""id": "a b""#);
    let problems = Lexicon::from_json(&broken).unwrap_err();
    let places: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(
        places,
        [("/rules/0/id", "not_an_id"), ("/rules/0/phrases/0/says/0", "not_a_pattern")]
    );
}

#[test]
fn a_slot_without_words_ends_the_comparison_with_a_clause() {
    let lexicon = r#"{"id": "ours", "edition": "1", "language": "en-GB", "extends": "wording-2023",
        "words": [], "terms": [], "rules": [],
        "clauses": [{"id": "transport", "text": "Parents provide the transport", "slots": ["", "-"]}]}"#;
    let lexicon = Lexicon::from_json(lexicon).unwrap();
    let rules = |text: &str| {
        let found = lint(&lexicon, "I", text, &Linting::default());
        parts(&found).iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert_eq!(rules("Parents provide the transport."), [""; 0]);
    assert_eq!(rules("Parents provide transport."), ["transport-wording"]);
}

/// Work is counted in allocations and their bytes, as for documents.
#[test]
fn work_grows_with_the_size_of_a_hostile_text() {
    let lexicon = Lexicon::built_in();
    for piece in [
        "access to ",
        "(",
        "\u{201c}",
        "regular small group as required ",
        "30 ",
        "[",
        "a.",
        "\u{301}",
        "K1 report\n",
        "He paints. She reads. ",
    ] {
        for section in ["B", "E", "F", "I", "K"] {
            let work = |bytes: usize| {
                let text = piece.repeat(bytes / piece.len());
                allocation_counter::measure(|| {
                    let found = checked(&lexicon, section, &text, "{}");
                    assert!(parts(&found).len() <= ehcp_qa_core::wording::MOST_FINDINGS);
                })
            };
            let (once, twice) = (work(50_000), work(100_000));
            let figures = format!("{piece:?} in {section}: {once:?} {twice:?}");
            assert!(twice.count_total <= 3 * once.count_total, "{figures}");
            assert!(twice.bytes_total <= 3 * once.bytes_total, "{figures}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_checked_and_places_are_in_it(
        text in "(access to |regular |30 minutes |weekly|\\. |\n|\u{201c}|\u{1f600}|e\u{301}|[a-zA-Z0-9 .:;,()'\\[\\]-]|\\PC){0,60}",
        section in prop::sample::select(vec!["A", "B", "C", "D", "E", "F", "G", "H1", "I", "J", "K"]),
    ) {
        let lexicon = Lexicon::built_in();
        let found = checked(&lexicon, section, &text, "{}");
        let wide = lint_in::<Utf16>(&lexicon, section, &text, &Linting::default());
        prop_assert_eq!(parts(&found).len(), parts(&wide).len());
        let units: Vec<u16> = text.encode_utf16().collect();
        for (narrow, wide) in parts(&found).into_iter().zip(parts(&wide)) {
            let words = text.get(narrow.span.start as usize..narrow.span.end as usize);
            prop_assert!(words.is_some());
            let range = wide.span.start as usize..wide.span.end as usize;
            prop_assert_eq!(String::from_utf16_lossy(&units[range]), words.unwrap());
        }
    }
}
