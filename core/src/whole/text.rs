//! The text of a plan in sentences and words, each with its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::table::{Table, number};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::{Block, BlockKind, ColumnMeaning, PlanDocument, TextPlace, Utf16Place};

number! {
    /// The number of a block, over all sections of a plan.
    pub(super) struct BlockNumber;
}

/// The text of the sections of a plan, in its order.
pub(super) struct PlanText<'p> {
    pub(super) blocks: Table<BlockNumber, TextBlock<'p>>,
}

/// A block with its words.
pub(super) struct TextBlock<'p> {
    pub(super) part: u32,
    pub(super) number: u32,
    /// The sections of its part.
    pub(super) sections: &'p [PlanSection],
    pub(super) block: &'p Block,
    /// Its words, in order.
    pub(super) words: Vec<Word<'p>>,
    /// The words of each sentence: a cell of a row begins another.
    pub(super) sentences: Vec<Range<usize>>,
}

/// A word of a block.
#[derive(Clone, Copy)]
pub(super) struct Word<'p> {
    pub(super) text: &'p str,
    /// What stands between it and the word before it.
    pub(super) gap: &'p str,
    /// Where it starts in the text of the block, and how long it is, in UTF-16 code units.
    pub(super) at: u32,
    pub(super) length: u32,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
}

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 10] = ["mr", "mrs", "ms", "dr", "st", "prof", "eg", "ie", "e.g", "i.e"];

impl<'p> PlanText<'p> {
    pub(super) fn new(plan: &'p PlanDocument) -> Self {
        let mut blocks = Table::default();
        for (part_number, part) in (0..).zip(plan.parts.iter()) {
            for (number, block) in (0..).zip(part.blocks.iter()) {
                let words = words(&block.text);
                let sentences = sentences(&words);
                blocks.push(TextBlock {
                    part: part_number,
                    number,
                    sections: &part.sections,
                    block,
                    words,
                    sentences,
                });
            }
        }
        Self { blocks }
    }

    /// The blocks of a section.
    pub(super) fn of(&self, section: PlanSection) -> impl Iterator<Item = &TextBlock<'p>> {
        self.blocks.rows().iter().filter(move |block| block.sections.contains(&section))
    }
}

impl<'p> TextBlock<'p> {
    /// The first section of its part.
    pub(super) fn section(&self) -> Option<PlanSection> {
        self.sections.first().copied()
    }

    /// Whether its part is of a section with a purpose.
    pub(super) fn is_for(&self, purpose: SectionPurpose) -> bool {
        self.sections.iter().any(|section| section.purpose() == purpose)
    }

    /// Whether it is text that says something: no heading and no quotation.
    pub(super) fn is_prose(&self) -> bool {
        !matches!(
            self.block.kind,
            BlockKind::Heading
                | BlockKind::HeadingRow
                | BlockKind::Quotation
                | BlockKind::Furniture
        )
    }

    /// The words of a range.
    pub(super) fn slice(&self, range: Range<usize>) -> &[Word<'p>] {
        self.words.get(range).unwrap_or_default()
    }

    /// The sentences by their words.
    pub(super) fn in_sentences(&self) -> impl Iterator<Item = &[Word<'p>]> {
        self.sentences.iter().map(|range| self.slice(range.clone()))
    }

    /// The words of its paragraphs: those of a row are those of its cells that have a meaning, or of no cells where
    /// the row has none.
    pub(super) fn paragraphs(&self, meaning: ColumnMeaning) -> Vec<&[Word<'p>]> {
        let cells = self.block.cells.iter().flat_map(|cells| cells.iter());
        let cells = cells.filter(|cell| cell.meaning == Some(meaning));
        let is_row = self.block.kind == BlockKind::Row;
        let ranges: Vec<[u32; 2]> = if is_row {
            cells.map(|cell| [cell.at.0, cell.at.0.saturating_add(cell.length.0)]).collect()
        } else {
            vec![[0, u32::MAX]]
        };
        let mut paragraphs = Vec::new();
        for [start, end] in ranges {
            let from = self.words.partition_point(|word| word.at < start);
            let to = self.words.partition_point(|word| word.at < end);
            let words = self.slice(from..to);
            let mut rest = words;
            while !rest.is_empty() {
                let end = rest.iter().skip(1).position(|word| word.gap.contains('\n'));
                let (paragraph, behind) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
                paragraphs.push(paragraph);
                rest = behind;
            }
        }
        paragraphs
    }

    /// The place of some words of it; of none, its beginning.
    pub(super) fn place(&self, words: &[Word<'_>]) -> TextPlace {
        let at = words.first().map_or(0, |word| word.at);
        let end = words.last().map_or(at, |word| word.at + word.length);
        TextPlace {
            part: self.part,
            block: self.number,
            at: Utf16Place(at),
            length: Utf16Place(end - at),
        }
    }

    /// The place of all its words.
    pub(super) fn all(&self) -> TextPlace {
        self.place(&self.words)
    }
}

impl<'p> Word<'p> {
    /// The word in lower case, without the ending of the possessive. Most words are in lower case already.
    pub(super) fn lower(&self) -> Cow<'p, str> {
        let word = self.text;
        let short = word.strip_suffix("'s").or_else(|| word.strip_suffix('’'));
        let short = short.or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        if short.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            Cow::Borrowed(short)
        } else {
            Cow::Owned(short.to_lowercase())
        }
    }

    /// Whether it is this word, whatever the case of its ASCII letters.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    }

    /// Whether nothing but spaces stands between it and the word before it.
    pub(super) fn follows_closely(&self) -> bool {
        self.gap.chars().all(|c| c == ' ' || c == '\u{a0}')
    }
}

/// The words of a text: letters and digits, with what joins them within a word.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut characters = text.char_indices().peekable();
    // The bytes and the units at which the gap and the word that is open begin.
    let (mut gap_start, mut units, mut is_quoted) = (0, 0_u32, false);
    while let Some((start, first)) = characters.next() {
        let first_unit = units;
        units += width(first);
        match first {
            '“' => is_quoted = true,
            '”' | '\n' | '\t' => is_quoted = false,
            '"' => is_quoted = !is_quoted,
            _ => {}
        }
        if !first.is_alphanumeric() {
            continue;
        }
        let (mut end, mut last) = (start + first.len_utf8(), first);
        while let Some((at, next)) = characters.peek().copied() {
            let behind = text.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next());
            let joins = match next {
                '\'' | '’' | '-' | '\u{2011}' => behind.is_some_and(char::is_alphanumeric),
                '.' | ',' | ':' => {
                    last.is_ascii_digit() && behind.is_some_and(|c| c.is_ascii_digit())
                }
                _ => false,
            };
            if !next.is_alphanumeric() && !joins {
                break;
            }
            (end, last) = (at + next.len_utf8(), next);
            units += width(next);
            characters.next();
        }
        words.push(Word {
            text: text.get(start..end).unwrap_or_default(),
            gap: text.get(gap_start..start).unwrap_or_default(),
            at: first_unit,
            length: units - first_unit,
            is_quoted,
        });
        gap_start = end;
    }
    words
}

fn width(c: char) -> u32 {
    if c.len_utf16() == 2 { 2 } else { 1 }
}

/// The sentences that words make.
fn sentences(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut before: Option<&Word> = None;
    for (number, word) in words.iter().enumerate() {
        if number > start && before.is_some_and(|before| parts(before, word)) {
            sentences.push(start..number);
            start = number;
        }
        before = Some(word);
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences
}

/// Whether a sentence ends between two words.
fn parts(before: &Word, word: &Word) -> bool {
    if word.gap.contains(['\n', '\t', '?', '!', ';']) {
        return true;
    }
    let is_short = before.text.chars().count() == 1 && before.is_capital();
    let is_abbreviation = || ABBREVIATIONS.iter().any(|known| before.is(known));
    word.gap.contains('.') && !is_short && !is_abbreviation()
}
