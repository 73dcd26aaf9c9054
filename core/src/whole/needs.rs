//! Needs that no provision answers, and provision that answers no need.
//!
//! Why: a plan that names a need and provides nothing for it leaves the need unmet. Words alone are compared here: a
//! need counts as taken up where one distinctive word of it stands in a section that would answer it, so that little is
//! found that is not so. Links between items are the thread's.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{BlockNumber, PlanText, TextBlock, Word};
use super::vocabulary::{contains_any, is_content, stem};
use crate::document::map::{TextMap, Texts};
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::law::PlanSection;
use crate::plan::{BlockKind, ColumnMeaning};

/// A block of needs with fewer words says too little to compare.
const LEAST_WORDS: usize = 8;

/// Stems that are in more than so many of a hundred blocks distinguish nothing, unless they are in few blocks.
const MOST_OF_HUNDRED: usize = 6;
const FEW_BLOCKS: usize = 4;

/// The sections of needs with those that answer them.
const ANSWERS: [(PlanSection, &[PlanSection], &str); 3] = [
    (
        PlanSection::B,
        &[PlanSection::E, PlanSection::F, PlanSection::G, PlanSection::H1, PlanSection::H2],
        "Sections E to H",
    ),
    (PlanSection::C, &[PlanSection::G], "Section G"),
    (PlanSection::D, &[PlanSection::H1, PlanSection::H2], "Section H1 or H2"),
];

/// What is known of whether Sections C and D have needs.
pub(super) struct KnownNeeds {
    pub(super) health: Option<bool>,
    pub(super) social_care: Option<bool>,
}

/// Compares each section of needs with the sections that answer it.
pub(super) fn needs<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    known: &KnownNeeds,
    names: &Texts,
    findings: &mut Findings<'a>,
) {
    let distinctive = distinctive_stems(text, names);
    for (section, answering, name) in ANSWERS {
        let provides = answering.iter().any(|answer| provides(reading, text, *answer));
        let (has_needs, unanswered) = match section {
            PlanSection::C => (known.health, PlanBuiltIn::HealthNeedsWithoutProvision),
            PlanSection::D => (known.social_care, PlanBuiltIn::SocialCareNeedsWithoutProvision),
            _ => (Some(true), PlanBuiltIn::NeedNotTakenUp),
        };
        let is_there = answering.iter().any(|answer| text.of(*answer).next().is_some());
        if provides && has_needs == Some(false) {
            without_need(reading, text, section, answering, findings);
        } else if provides && has_needs == Some(true) {
            let said = stems_of(text, answering);
            not_taken_up(reading, text, (section, name), &(&distinctive, &said), findings);
        } else if is_there && has_needs == Some(true) && section != PlanSection::B {
            let need = needs_of(reading, text, section).next();
            if let (Some(rule), Some((block, need))) = (reading.rule(unanswered), need) {
                let place = Some(block.place(need));
                let words = section.word();
                let spot = Spot { section: Some(section), place, others: Vec::new(), words };
                findings.found(FindingKind::Thread, rule, spot, &[]);
            }
        }
    }
}

/// Whether a section says that anything is provided.
fn provides(reading: &PlanReading, text: &PlanText, section: PlanSection) -> bool {
    text.of(section).any(|block| {
        block.is_prose()
            && block.words.len() >= 3
            && !contains_any(&block.words, &reading.nothing_words)
            && !contains_any(&block.words, &reading.set_words)
    })
}

/// The paragraphs of a section that state needs which ask for provision.
fn needs_of<'t, 'p>(
    reading: &'t PlanReading,
    text: &'t PlanText<'p>,
    section: PlanSection,
) -> impl Iterator<Item = (&'t TextBlock<'p>, &'t [Word<'p>])> {
    let blocks = text.of(section).filter(|block| block.is_prose());
    let paragraphs = blocks.flat_map(|block| {
        let paragraphs = block.paragraphs(ColumnMeaning::Need).into_iter();
        paragraphs.map(move |words| (block, words))
    });
    paragraphs.filter(|(_, words)| {
        words.len() >= LEAST_WORDS
            && !contains_any(words, &reading.nothing_words)
            && !contains_any(words, &reading.set_words)
            && !contains_any(words, &reading.settled_words)
    })
}

/// The needs of a section none of whose distinctive words stand where they would be answered.
fn not_taken_up<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    (section, name): (PlanSection, &str),
    (distinctive, said): &(&Texts, &Texts),
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::NeedNotTakenUp) else { return };
    for (block, need) in needs_of(reading, text, section) {
        // In Section B strengths and needs stand side by side.
        if section == PlanSection::B && !contains_any(need, &reading.need_words) {
            continue;
        }
        let mut stems = stems_among(need, distinctive).peekable();
        if stems.peek().is_none() || stems.any(|stem| said.contains(&stem)) {
            continue;
        }
        let place = block.place(need);
        let words: Vec<&str> = need.iter().map(|word| word.text).collect();
        let spot = Spot {
            section: Some(section),
            place: Some(place),
            others: Vec::new(),
            words: &words.join(" "),
        };
        let from = section.word();
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("section", &from), ("answers", &name)];
        findings.found(FindingKind::Thread, rule, spot, &parts);
    }
}

/// Provision in a section whose needs are said not to be there.
fn without_need<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    needs: PlanSection,
    answering: &[PlanSection],
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::ProvisionWithoutNeed) else { return };
    for section in answering {
        for block in text.of(*section) {
            let is_provision = block.is_prose()
                && block.words.len() >= LEAST_WORDS
                && block.block.kind != BlockKind::Furniture
                && !contains_any(&block.words, &reading.nothing_words)
                && !contains_any(&block.words, &reading.set_words);
            if !is_provision {
                continue;
            }
            let (section, needs) = (section.word(), needs.word());
            let spot = Spot {
                section: PlanSection::from_word(section),
                place: Some(block.all()),
                others: Vec::new(),
                words: &block.block.text,
            };
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("section", &section), ("needs", &needs)];
            findings.found(FindingKind::Thread, rule, spot, &parts);
        }
    }
}

/// The stems that distinguish one block of the plan from others.
fn distinctive_stems(text: &PlanText, names: &Texts) -> Texts {
    // How many blocks have the stem, and which was the last of them.
    let mut counts: TextMap<(usize, Option<BlockNumber>)> = TextMap::default();
    for (number, block) in text.blocks.iter() {
        let content = block.words.iter().filter(|word| is_content(word));
        for word in content.filter(|word| !names.contains(&word.lower())) {
            let (count, last) = counts.entry(&stem(word));
            *count += usize::from(*last != Some(number));
            *last = Some(number);
        }
    }
    let most = FEW_BLOCKS.max(text.blocks.len() * MOST_OF_HUNDRED / 100);
    let mut distinctive = Texts::default();
    for (stem, _) in counts.iter().filter(|(_, (count, _))| *count <= most) {
        distinctive.insert(stem);
    }
    distinctive
}

/// The stems of words that are distinctive.
fn stems_among<'w>(
    words: &'w [Word<'_>],
    distinctive: &'w Texts,
) -> impl Iterator<Item = String> + 'w {
    words.iter().filter(|word| is_content(word)).map(stem).filter(|stem| distinctive.contains(stem))
}

/// The stems of all blocks of some sections.
fn stems_of(text: &PlanText, sections: &[PlanSection]) -> Texts {
    let mut stems = Texts::default();
    for section in sections {
        for block in text.of(*section) {
            for word in block.words.iter().filter(|word| is_content(word)) {
                stems.insert(&stem(word));
            }
        }
    }
    stems
}
