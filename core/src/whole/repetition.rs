//! Sentences that stand in several places, and words that stand twice.
//!
//! Why: what is said twice is longer to read and is easily amended in one place alone. An outcome may stand under each
//! need that it serves, and set sentences stand wherever there is nothing to say: both are rules of templates.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{PlanText, Word};
use super::vocabulary::contains_any;
use crate::document::map::TextMap;
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::TextPlace;

/// Words that no sentence has twice in a row. Others may be said twice on purpose.
const NEVER_TWICE: [&str; 22] = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on",
    "or", "the", "their", "this", "to", "will", "with",
];

/// Where a sentence stands first and where else.
struct Places {
    section: Option<PlanSection>,
    first: TextPlace,
    others: Vec<TextPlace>,
}

/// Finds the sentences that stand in several places.
pub(super) fn repetition<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::RepeatedSentence) else { return };
    let least = reading.repeated_words as usize;
    let mut known: TextMap<Places> = TextMap::default();
    for block in text.blocks.rows().iter().filter(|block| block.is_prose()) {
        if block.is_for(SectionPurpose::Outcome) {
            continue;
        }
        for sentence in block.in_sentences() {
            if sentence.len() < least || contains_any(sentence, &reading.set_words) {
                continue;
            }
            let words: Vec<_> = sentence.iter().map(Word::lower).collect();
            let place = block.place(sentence);
            let words = words.join(" ");
            match known.get_mut(&words) {
                Some(places) => places.others.push(place),
                None => known.insert(
                    &words,
                    Places { section: block.section(), first: place, others: Vec::new() },
                ),
            }
        }
    }
    for (words, places) in known.iter() {
        if !places.others.is_empty() {
            let (section, place) = (places.section, Some(places.first));
            let spot = Spot { section, place, others: places.others.clone(), words };
            findings.found(FindingKind::Repetition, rule, spot, &[]);
        }
    }
}

/// Finds the words that stand twice in a row.
pub(super) fn doubled_words<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::DoubledWord) else { return };
    for block in text.blocks.rows() {
        for sentence in block.in_sentences() {
            for (at, pair) in sentence.windows(2).enumerate() {
                let [first, second] = pair else { continue };
                if !second.follows_closely() || !first.text.eq_ignore_ascii_case(second.text) {
                    continue;
                }
                let word = second.lower();
                if !NEVER_TWICE.contains(&&*word) {
                    continue;
                }
                // The words around it name the finding, so that each has a name of its own.
                let around = sentence.get(at.saturating_sub(3)..).unwrap_or_default();
                let words: Vec<&str> = around.iter().take(8).map(|word| word.text).collect();
                let spot = Spot {
                    section: block.section(),
                    place: Some(block.place(pair)),
                    others: Vec::new(),
                    words: &words.join(" "),
                };
                findings.found(FindingKind::Name, rule, spot, &[("word", &word)]);
            }
        }
    }
}
