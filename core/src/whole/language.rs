//! How accessible the language is: words of the field and long sentences, as information.
//!
//! Why: a plan is read by the child or young person, the family and everybody who works with them. What is quoted, and
//! the titles of reports in the section on advice, are left as they are.

use super::finding::{FindingKind, PlanLanguage};
use super::findings::{Findings, Spot};
use super::text::{PlanText, TextBlock, Word};
use super::vocabulary::begins;
use crate::document::map::TextMap;
use crate::framework::{Jargon, PlanBuiltIn, PlanReading};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::TextPlace;

/// Checks the language of the plan.
pub(super) fn language<'a>(
    reading: Option<&'a PlanReading>,
    text: &PlanText,
    findings: &mut Findings<'a>,
) -> PlanLanguage {
    let mut language = PlanLanguage::default();
    let longest = reading.map_or(u32::MAX, |reading| reading.longest_sentence);
    let words = Words::new(reading);
    let mut jargon: TextMap<Vec<(Option<PlanSection>, TextPlace)>> = TextMap::default();
    for block in text.blocks.rows() {
        if !block.is_prose() || block.is_for(SectionPurpose::Advice) {
            continue;
        }
        for sentence in block.in_sentences() {
            let count = u32::try_from(sentence.len()).unwrap_or(u32::MAX);
            language.sentences += 1;
            language.words = language.words.saturating_add(count);
            language.longest_sentence = language.longest_sentence.max(count);
            if count > longest {
                language.long_sentences += 1;
                long_sentence(reading, block, sentence, findings);
            }
            for at in 0..sentence.len() {
                let rest = sentence.get(at..).unwrap_or_default();
                if let Some((found, count)) = words.at(rest) {
                    language.jargon += 1;
                    let place = block.place(rest.get(..count).unwrap_or_default());
                    jargon.entry(&found.word).push((block.section(), place));
                }
            }
        }
    }
    let rule = reading.and_then(|reading| reading.rule(PlanBuiltIn::Jargon));
    for (word, places) in jargon.iter() {
        let known = reading.into_iter().flat_map(|reading| &reading.jargon);
        let found = known.into_iter().find(|jargon| jargon.word == word);
        let mut places = places.iter();
        if let (Some(rule), Some((section, place)), Some(found)) = (rule, places.next(), found) {
            let others = places.map(|(_, place)| *place).collect();
            let spot = Spot { section: *section, place: Some(*place), others, words: word };
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("word", &found.word), ("plain", &found.plain)];
            findings.found(FindingKind::Language, rule, spot, &parts);
        }
    }
    language
}

/// The words of the field by their first words.
struct Words<'r>(TextMap<Vec<&'r Jargon>>);

impl<'r> Words<'r> {
    fn new(reading: Option<&'r PlanReading>) -> Self {
        let mut words: TextMap<Vec<&Jargon>> = TextMap::default();
        for jargon in reading.into_iter().flat_map(|reading| &reading.jargon) {
            let first = jargon.word.split(' ').next().unwrap_or_default();
            words.entry(first).push(jargon);
        }
        Self(words)
    }

    /// The word of the field with which words begin, and how many words it has. One that is explained behind it in
    /// brackets, or quoted, is none.
    fn at(&self, words: &[Word]) -> Option<(&'r Jargon, usize)> {
        let first = words.first().filter(|word| !word.is_quoted)?;
        let known = self.0.get(&first.lower())?;
        let found =
            known.iter().find_map(|jargon| Some((*jargon, begins(words, &jargon.word)?)))?;
        let is_explained = words.get(found.1).is_some_and(|next| next.gap.contains('('));
        (!is_explained).then_some(found)
    }
}

fn long_sentence<'a>(
    reading: Option<&'a PlanReading>,
    block: &TextBlock,
    sentence: &[Word],
    findings: &mut Findings<'a>,
) {
    let rule = reading.and_then(|reading| reading.rule(PlanBuiltIn::LongSentence));
    let Some(rule) = rule else { return };
    let words: Vec<&str> = sentence.iter().map(|word| word.text).collect();
    let spot = Spot {
        section: block.section(),
        place: Some(block.place(sentence)),
        others: Vec::new(),
        words: &words.join(" "),
    };
    findings.found(FindingKind::Language, rule, spot, &[("words", &sentence.len())]);
}
