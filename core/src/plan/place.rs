//! Places in a plan: from a stretch of a block's text to its words, and to the runs of the file.

use super::document::{Block, PlanDocument, RunPlace, TextPlace, Utf16Place};
use crate::document::map::key;

impl TextPlace {
    /// The place as one number. Numbers are in the order of places.
    pub(crate) fn key(&self) -> u128 {
        key([self.part, self.block, self.at.0, self.length.0])
    }
}

impl PlanDocument {
    /// A block, by the number of its part and its number in the part.
    #[must_use]
    pub fn block(&self, part: u32, block: u32) -> Option<&Block> {
        let part = self.parts.get(usize::try_from(part).ok()?)?;
        part.blocks.get(usize::try_from(block).ok()?)
    }

    /// The words that stand at a place; nothing where the plan has no such place.
    #[must_use]
    pub fn words_at(&self, place: &TextPlace) -> Option<&str> {
        let text = &self.block(place.part, place.block)?.text;
        let end = place.at.0.checked_add(place.length.0)?;
        text.get(byte(text, place.at.0)?..byte(text, end)?)
    }

    /// Where a stretch begins and ends in the file: the place of its first unit, and that just behind its last.
    ///
    /// The tabs and line ends that part cells and paragraphs stand in no run, so a stretch begins behind them and ends
    /// in front of them. Nothing where it has no more than these, or where the plan has no such place.
    #[must_use]
    pub fn run_place(&self, place: &TextPlace) -> Option<(RunPlace, RunPlace)> {
        self.words_at(place)?;
        let (start, end) = (place.at.0, place.at.0.checked_add(place.length.0)?);
        let mut runs = stretches(self.block(place.part, place.block)?);
        runs.retain(|(_, from, to)| start.max(*from) < end.min(*to));
        let ((first, from, _), (last, _, to)) = (runs.first()?, runs.last()?);
        Some((within(first, start.max(*from)), within(last, end.min(*to))))
    }
}

/// The runs of a block that have text in it, each with where that starts and ends.
fn stretches(block: &Block) -> Vec<(&RunPlace, u32, u32)> {
    let mut stretches = Vec::with_capacity(block.runs.len());
    // The units of the text that are read, and the place just behind the last of them that is no white space.
    let (mut at, mut ink) = (0, 0);
    let mut characters = block.text.chars();
    let mut following = block.runs.iter().skip(1);
    for run in &block.runs {
        let next = following.next();
        let end = next.map_or(u32::MAX, |next| next.at.0);
        while at < end
            && let Some(character) = characters.next()
        {
            at += if character.len_utf16() == 2 { 2 } else { 1 };
            ink = if character.is_whitespace() { ink } else { at };
        }
        // The text of a paragraph is trimmed, so what follows its last letter parts it from the next.
        let goes_on =
            next.is_some_and(|next| (next.file, next.paragraph) == (run.file, run.paragraph));
        stretches.push((run, run.at.0, if goes_on { at } else { ink }));
    }
    stretches
}

/// A place in the text of a run.
fn within(run: &RunPlace, at: u32) -> RunPlace {
    let offset = run.offset.0.saturating_add(at.saturating_sub(run.at.0));
    RunPlace { at: Utf16Place(at), offset: Utf16Place(offset), ..run.clone() }
}

/// The place in bytes of one in units; nothing within a character or behind the end.
fn byte(text: &str, units: u32) -> Option<usize> {
    let mut at = 0;
    for (byte, character) in text.char_indices() {
        if at >= units {
            return (at == units).then_some(byte);
        }
        at += if character.len_utf16() == 2 { 2 } else { 1 };
    }
    (at == units).then_some(text.len())
}
