//! The weights that statements are judged by: the scores that their training gives to some texts, and its figures.

use ehcp_qa_core::wording::{Lexicon, Linting, SectionBlocks, Weights, features};
use serde::Deserialize;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/wording");

/// A text with the scores of its statements, as the training added them up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scored {
    section: String,
    text: String,
    scores: Vec<i32>,
}

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{FOLDER}/{path}"))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_engine_and_the_training_agree_on_scores() {
    let lexicon = Lexicon::built_in();
    let sample: Vec<Scored> = serde_json::from_str(&read("train/sample.json")).expect("JSON");
    assert!(sample.len() >= 60, "{}", sample.len());
    for Scored { section, text, scores } in sample {
        let blocks = SectionBlocks::of_text(&text);
        let statements = features(&lexicon, &section, &blocks, &Linting::default());
        let found: Vec<i32> = statements.iter().filter_map(|statement| statement.score).collect();
        assert_eq!(found, scores, "[{section}] {text}: run `cargo xtask train`");
    }
}

/// The training writes the figures with the weights that it measured.
#[test]
fn the_figures_are_those_of_the_weights() {
    let measured = read("measured-learned.txt");
    let weights = Weights::built_in();
    let line = format!("weights {}", weights.digest().sha256);
    assert_eq!(measured.lines().next(), Some(line.as_str()), "run `cargo xtask train`");
    println!("{measured}");
}
