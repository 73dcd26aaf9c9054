//! References to advice that lead nowhere, and advice to which nothing refers.
//!
//! Why: a reference lets a reader find what a statement rests on. Entries are known by the mark in front of them, such
//! as K3, and a reference is the same kind of mark elsewhere. A plan whose entries have no marks has no such findings.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{BlockNumber, PlanText, TextBlock, Word};
use crate::document::map::TextMap;
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::law::SectionPurpose;
use crate::plan::TextPlace;

/// The entries of advice and the references to them.
pub(super) struct Citations {
    /// The entries by their marks, in capitals, with the blocks that they are.
    pub(super) entries: TextMap<BlockNumber>,
    /// The references by their marks, with their blocks and places.
    pub(super) references: TextMap<Vec<(BlockNumber, TextPlace)>>,
}

impl Citations {
    pub(super) fn new(text: &PlanText) -> Self {
        let mut entries = TextMap::default();
        for (number, block) in text.blocks.iter() {
            if block.is_for(SectionPurpose::Advice)
                && let Some(mark) = entry_mark(block)
            {
                entries.or_insert_with(&mark, || number);
            }
        }
        let mut letters: Vec<&str> = entries.iter().map(|(mark, _)| letters(mark)).collect();
        letters.dedup();
        let mut references: TextMap<Vec<(BlockNumber, TextPlace)>> = TextMap::default();
        for (number, block) in text.blocks.iter() {
            if block.is_for(SectionPurpose::Advice) {
                continue;
            }
            for (at, word) in block.words.iter().enumerate() {
                let Some(mark) =
                    mark(word.text).filter(|mark| letters.contains(&self::letters(mark)))
                else {
                    continue;
                };
                let place = block.place(std::slice::from_ref(word));
                for mark in range(block, at, &mark) {
                    references.entry(&mark).push((number, place));
                }
            }
        }
        Self { entries, references }
    }
}

/// The mark in front of an entry: its first word or its number.
fn entry_mark(block: &TextBlock) -> Option<String> {
    let first = block.words.first().and_then(|word| mark(word.text));
    first.or_else(|| {
        mark(block.block.number.as_deref()?.trim_matches(['(', ')', '.', '[', ']', ':']))
    })
}

/// A mark: one or two capitals and a number of one or two digits. In capitals.
fn mark(word: &str) -> Option<String> {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let count = letters(word).len();
    let digits = word.get(count..)?;
    let is_mark = (1..=2).contains(&count)
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_mark.then(|| word.to_owned())
}

/// The capitals at the beginning of a mark.
fn letters(mark: &str) -> &str {
    let end = mark.bytes().take_while(u8::is_ascii_uppercase).count();
    mark.get(..end).unwrap_or_default()
}

/// The marks that one stands for: with the end of a range behind it, all between them.
fn range(block: &TextBlock, at: usize, mark: &str) -> Vec<String> {
    let number = |mark: &str| mark.get(letters(mark).len()..)?.parse::<u8>().ok();
    let is_to = |word: &Word| {
        word.is("to") || matches!(word.gap.trim(), "-" | "–" | "—") && word.gap.len() <= 5
    };
    let behind = block.words.get(at + 1);
    let end = match behind {
        Some(to) if to.is("to") => block.words.get(at + 2),
        Some(word) if is_to(word) => Some(word),
        _ => None,
    };
    let last = end.and_then(|end| {
        self::mark(end.text).or_else(|| {
            let digits = end.text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| [letters(mark), end.text].concat())
        })
    });
    match (number(mark), last.as_deref().and_then(number)) {
        (Some(first), Some(last)) if first < last => {
            (first..=last).map(|number| [letters(mark), &number.to_string()].concat()).collect()
        }
        _ => vec![mark.to_owned()],
    }
}

/// Compares the references with the entries.
pub(super) fn citations<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    citations: &Citations,
    findings: &mut Findings<'a>,
) {
    if let Some(rule) = reading.rule(PlanBuiltIn::CitationWithoutEntry) {
        for (mark, places) in citations.references.iter() {
            if citations.entries.contains(mark) {
                continue;
            }
            let Some((number, place)) = places.first() else { continue };
            let spot = Spot {
                section: text.blocks[*number].section(),
                place: Some(*place),
                others: places.iter().skip(1).map(|(_, place)| *place).collect(),
                words: mark,
            };
            findings.found(FindingKind::Citation, rule, spot, &[("mark", &mark)]);
        }
    }
    // Where a plan refers to no entry, it does not use its marks.
    let uses_marks = citations.references.iter().any(|(mark, _)| citations.entries.contains(mark));
    if let Some(rule) = reading.rule(PlanBuiltIn::EntryNotCited)
        && uses_marks
    {
        for (mark, number) in citations.entries.iter() {
            if citations.references.contains(mark) {
                continue;
            }
            let block = &text.blocks[*number];
            let place = Some(block.all());
            let spot = Spot { section: block.section(), place, others: Vec::new(), words: mark };
            findings.found(FindingKind::Citation, rule, spot, &[("mark", &mark)]);
        }
    }
}
