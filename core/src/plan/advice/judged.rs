//! What a sentence of advice is, judged by weights that were learned from labelled advice
//! (`tests/advice/train/train.py`). Authors write under headings of their own, and recommend within paragraphs.

use std::rc::Rc;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::document::AdviceKind;
use crate::plan::words::words;
use crate::text::hash::{finish, join, letters};
use crate::text::order::distinct;
use crate::text::weights::{evened, place, weight};

/// The learned weights, as JSON text.
const READING: &str = include_str!("../../../frameworks/advice-reading.json");

/// The fewest letters of a word whose beginning counts, and how many are the beginning.
const BEGINNING: usize = 4;

/// The most words of a heading that count.
const MOST_OF_A_HEADING: usize = 24;

/// The most words of a lead-in or of headings over columns, from the end.
const MOST_LEADING: usize = 6;

/// Lengths count by so many words, up to so many times that.
const WORDS_OF_A_LENGTH: usize = 6;
const MOST_LENGTHS: usize = 6;

/// Places in the advice count by fifths.
const FIFTHS: usize = 5;

/// The edges of a sentence, beside its words.
const START: &str = "^";
const END: &str = "$";

/// What a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(in crate::plan) enum AdviceForm {
    Prose,
    Item,
    Row,
}

/// What stands around the sentences of a block of advice, as features.
pub(in crate::plan) struct Surroundings(Vec<u32>);

/// A sentence of advice as a training reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdviceSentence {
    /// Its text; of a row, the cells parted by tabs.
    pub text: String,
    /// The kind that the heading over it names.
    pub under: AdviceKind,
    /// What it is judged to be.
    pub kind: AdviceKind,
    /// The numbers of its features, each once, in their order.
    pub features: Vec<u32>,
}

/// What a feature is about: the start of its hash.
#[derive(Clone, Copy)]
#[repr(u32)]
enum About {
    Word = 1,
    Pair,
    Beginning,
    Heading,
    Lead,
    Form,
    Number,
    Length,
    Place,
}

/// The weights of all kinds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    heads: Vec<Head>,
}

/// The weights of one kind. A score is the bias and the weights of the features, evened by their number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    kind: AdviceKind,
    bias: i32,
    /// From this score a sentence is of the kind, wherever it stands.
    stated_from: i32,
    /// From this score it is where a heading says that the kind stands beneath it.
    kept_from: i32,
    weights: String,
}

impl Reading {
    fn built_in() -> &'static Self {
        static READ: OnceLock<Reading> = OnceLock::new();
        READ.get_or_init(Self::read)
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn read() -> Self {
        match serde_json::from_str(READING) {
            Ok(reading) => reading,
            Err(error) => panic!("the weights of the reading of advice are at fault: {error}"),
        }
    }
}

impl Head {
    fn score(&self, features: &[u32]) -> i32 {
        let mut places: Vec<u32> =
            features.iter().map(|feature| place(&self.weights, *feature)).collect();
        distinct(&mut places);
        let sum = places.iter().map(|at| weight(&self.weights, *at)).fold(0, i32::saturating_add);
        self.bias.saturating_add(evened(sum, places.len()))
    }
}

/// The kind of a sentence, which is the `number`th of its block and stands under a heading of a kind.
pub(in crate::plan) fn judged(
    sentence: &str,
    number: usize,
    around: &Surroundings,
    under: AdviceKind,
) -> AdviceKind {
    let features = features(sentence, number, around);
    let scored = Reading::built_in().heads.iter().map(|head| (head, head.score(&features)));
    let scored: Vec<(&Head, i32)> = scored.collect();
    let stated = scored.iter().filter(|(head, score)| *score >= head.stated_from);
    let stated = stated.max_by_key(|(head, score)| score - head.stated_from);
    let kept =
        || scored.iter().find(|(head, score)| head.kind == under && *score >= head.kept_from);
    stated.or_else(kept).map_or(AdviceKind::Other, |(head, _)| head.kind)
}

/// The features of a heading.
pub(in crate::plan) fn heading_features(heading: &str) -> Rc<[u32]> {
    let words = words(heading);
    let named = words.iter().take(MOST_OF_A_HEADING).map(|word| named(word));
    named.map(|word| feature(About::Heading, letters(word))).collect()
}

impl Surroundings {
    /// Those of a block that stands under a heading with features: its form, the line that leads in to its list or the
    /// headings over the columns of its row, and how many of so many blocks of the advice stand before it.
    pub(in crate::plan) fn new(
        heading: &[u32],
        lead: &str,
        form: AdviceForm,
        [before, of]: [usize; 2],
    ) -> Self {
        let mut features = heading.to_vec();
        for word in words(lead).iter().rev().take(MOST_LEADING) {
            features.push(feature(About::Lead, letters(named(word))));
        }
        features.push(feature(About::Form, form as u32));
        features.push(counted(About::Place, before * FIFTHS / of.max(1)));
        Self(features)
    }
}

/// The numbers of the features of a sentence, which is the `number`th of its block: each once, in their order.
pub(in crate::plan) fn features(sentence: &str, number: usize, around: &Surroundings) -> Vec<u32> {
    let mut found = around.0.clone();
    let mut add = |about: About, value: u32| found.push(feature(about, value));
    let said = words(sentence);
    let mut before = START;
    for word in said.iter().map(|word| named(word)) {
        add(About::Word, letters(word));
        add(About::Pair, join(letters(before), letters(word)));
        if let Some((end, _)) = word.char_indices().nth(BEGINNING) {
            add(About::Beginning, letters(word.get(..end).unwrap_or(word)));
        }
        before = word;
    }
    add(About::Pair, join(letters(before), letters(END)));
    found.push(counted(About::Number, number.min(2)));
    found.push(counted(About::Length, (said.len() / WORDS_OF_A_LENGTH).min(MOST_LENGTHS)));
    distinct(&mut found);
    found
}

fn feature(about: About, value: u32) -> u32 {
    finish(join(about as u32, value))
}

fn counted(about: About, count: usize) -> u32 {
    feature(about, u32::try_from(count).unwrap_or(u32::MAX))
}

/// A word as it counts: numbers are one.
fn named(word: &str) -> &str {
    if word.bytes().all(|byte| byte.is_ascii_digit()) { "#" } else { word }
}

#[cfg(test)]
mod tests {
    use super::{
        AdviceForm, AdviceKind, READING, Reading, Surroundings, features, heading_features, judged,
    };

    fn under(heading: &str) -> Surroundings {
        Surroundings::new(&heading_features(heading), "", AdviceForm::Prose, [3, 5])
    }

    #[test]
    fn the_built_in_weights_are_read() {
        let reading: Reading = serde_json::from_str(READING).expect("weights");
        let kinds: Vec<AdviceKind> = reading.heads.iter().map(|head| head.kind).collect();
        assert_eq!(kinds, [AdviceKind::Need, AdviceKind::Outcome, AdviceKind::Provision]);
        for head in &reading.heads {
            assert!(head.weights.len().is_power_of_two());
            assert!(crate::text::weights::are_weights(&head.weights));
            assert!(head.kept_from <= head.stated_from);
        }
    }

    #[test]
    fn numbers_are_one_word_and_a_heading_counts() {
        let of = |text: &str, heading: &str| features(text, 0, &under(heading));
        assert_eq!(of("He reads for 20 minutes.", "Plan"), of("He reads for 5 minutes.", "Plan"));
        assert_ne!(of("He reads for 20 minutes.", "Plan"), of("He reads for 20 minutes.", "Past"));
    }

    #[test]
    fn a_recommendation_is_one_wherever_it_stands() {
        let text = "I recommend that a teaching assistant works with him for 20 minutes a day.";
        let kind = judged(text, 0, &under("Some thoughts"), AdviceKind::Other);
        assert_eq!(kind, AdviceKind::Provision);
        let kind =
            judged("I saw him in the library.", 0, &under("Some thoughts"), AdviceKind::Other);
        assert_eq!(kind, AdviceKind::Other);
    }
}
