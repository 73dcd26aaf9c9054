//! Who wrote each piece of advice, and when, in each layout: by hand, from the texts.

use std::collections::BTreeMap;

use ehcp_qa_core::plan::{AdviceKind, advice_sentences_markdown, read_advice_markdown};

use crate::gold::set;

#[track_caller]
fn check(name: &str, expected: &[(&str, &str)]) {
    let set = set(name);
    let found: Vec<(&str, String)> = set
        .advices
        .iter()
        .map(|advice| {
            let date = advice.date.map(|date| date.to_string()).unwrap_or_default();
            (advice.author.as_deref().unwrap_or_default(), date)
        })
        .collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(name, date)| (*name, date.as_str())).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn authors_and_dates_are_read() {
    check(
        "alder",
        &[
            ("Dr Philippa Yarnold", "2026-03-12"),
            ("Roisin Tamblin", "2026-03-20"),
            ("Dr Adeola Brannigan", "2026-04-02"),
        ],
    );
    check(
        "birch",
        &[
            ("Colm Rathbury", "2026-01-21"),
            ("Ewa Lisowska", "2026-02-18"),
            ("Dr Hugh Banerjee", "2026-02-04"),
            ("Nkechi Obodo-Flint", "2026-02-27"),
        ],
    );
    check(
        "cedar",
        &[
            ("Dr Roshni Abernethy-Cole", "2026-02-17"),
            ("Callista Brandreth", "2026-02-24"),
            ("Wilfred Ansah", "2026-03-03"),
            ("Dr Imelda Thrupp", "2026-03-09"),
        ],
    );
    check(
        "dogwood",
        &[
            ("Lowri Saxelby", "2026-10-06"),
            ("Gethin Marchbanks", "2026-10-13"),
            ("Philippa Drury-Osei", "2026-10-20"),
            ("Dashiell Ogunbanjo", "2026-10-22"),
            ("Henrietta Colclough", "2026-10-28"),
        ],
    );
    check(
        "elder",
        &[
            ("Dr Miriam Castellow", "2026-09-09"),
            ("Dr Anselm Prideaux-Hay", "2026-08-21"),
            ("Mrs Gwen Apperley", "2026-09-04"),
            ("Ibrahim Tennyson-Bell", "2026-09-15"),
        ],
    );
    check(
        "fir",
        &[
            ("Lowell Tansley", "2026-07-06"),
            ("Perpetua Nwosu-Clegg", "2026-06-24"),
            ("Dr Oonagh Vasey", "2026-06-30"),
        ],
    );
}

/// These suggest no outcomes.
const WITHOUT: [&str; 1] = ["ivy 4: outcome"];

#[test]
fn every_piece_has_needs_outcomes_and_provision() {
    let mut lacking = Vec::new();
    for name in crate::gold::SETS {
        for (number, advice) in set(name).advices.iter().enumerate() {
            for kind in [AdviceKind::Need, AdviceKind::Outcome, AdviceKind::Provision] {
                if advice.blocks(kind).is_empty() {
                    lacking.push(format!("{name} {}: {}", number + 1, kind.word()));
                }
            }
        }
    }
    assert_eq!(lacking, WITHOUT);
}

/// What the training finds by the same weights, in a program of its own.
#[test]
fn sentences_are_judged_as_the_training_judges_them() {
    let sample: BTreeMap<String, String> =
        serde_json::from_str(include_str!("train/sample.json")).expect("a sample");
    assert!(sample.len() > 40);
    for (name, expected) in sample {
        let path = crate::gold::folder(&format!("{name}.md"));
        let text = std::fs::read_to_string(path).expect("a piece of advice");
        let sentences = advice_sentences_markdown(&text).expect("a piece of advice");
        let kinds: String = sentences.iter().map(|one| &one.kind.word()[..1]).collect();
        assert_eq!(kinds, expected, "{name}");
    }
}

/// A paragraph is parted where what it says changes, and each part knows its place in the file.
#[test]
fn recommendations_in_a_paragraph_are_read_with_their_places() {
    let text = "# Report\n\n## A day with Jo\n\nI met her in the library. Jo should have two sessions of \
                thirty minutes a week with a speech and language therapist.\n";
    let advice = read_advice_markdown(text).expect("a piece of advice");
    let [block] = advice.blocks(AdviceKind::Provision) else { panic!("one recommendation") };
    let sentence = "Jo should have two sessions of thirty minutes a week with a speech and language therapist.";
    assert_eq!(block.text, sentence);
    let [run] = block.runs.as_slice() else { panic!("one run") };
    assert_eq!((run.at.0, run.offset.0), (0, 26));
}

/// The title of a document names services and care, and is no agency.
#[test]
fn agencies_are_read_and_titles_are_none() {
    let advices = set("alder").advices;
    let found: Vec<Option<&str>> = advices.iter().map(|one| one.agency.as_deref()).collect();
    let trust = Some("Skellwater Community Health NHS Trust");
    let in_capitals = Some("SKELLWATER COMMUNITY HEALTH NHS TRUST");
    assert_eq!(found.get(..3), Some([None, trust, in_capitals].as_slice()));
}
