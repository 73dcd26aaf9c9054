//! The statements of a plan: sentences, items of lists and rows of tables, each with its place.

use super::amount::amounts;
use super::comparison::{ChangeElement, ChangeOf};
use super::table::WordTable;
use super::time::{Says, time_words};
use super::word::Word;
use crate::document::table::Table;
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::{BlockKind, PlanDocument, TextPlace, Utf16Place, sentences};
use crate::whole::align::{Aligned, AlignedNumber};

/// A statement of a plan.
pub(in crate::whole) struct Statement {
    pub(in crate::whole) section: PlanSection,
    pub(in crate::whole) place: TextPlace,
    pub(in crate::whole) text: String,
    pub(in crate::whole) words: Vec<Word>,
}

impl Statement {
    /// The statement without so many bytes at its beginning.
    pub(in crate::whole) fn behind(&self, from: usize) -> Self {
        self.between(from, self.text.len())
    }

    /// A stretch of the statement, in bytes.
    pub(in crate::whole) fn between(&self, from: usize, to: usize) -> Self {
        let text = self.text.get(from..to).unwrap_or_default();
        let before = utf16(self.text.get(..from).unwrap_or_default());
        let place = TextPlace {
            at: Utf16Place(self.place.at.0 + before),
            length: Utf16Place(utf16(text)),
            ..self.place
        };
        let words = WordTable::built_in().words(text);
        Self { section: self.section, place, text: text.to_owned(), words }
    }

    /// Whether it has a word, a form of it, or its number.
    pub(in crate::whole) fn has(&self, word: &Word) -> bool {
        self.words.iter().any(|other| word.is_same(other))
    }

    /// Whether it has a word, or one that says the same in a plan.
    pub(in crate::whole) fn says(&self, word: &Word) -> bool {
        self.has(word) || self.words.iter().any(|other| word.says_same(other))
    }

    /// Whether one of its amounts is that of other words.
    pub(in crate::whole) fn has_amount_of(&self, words: &[Word]) -> bool {
        self.has_each_amount_of(words).contains(&true)
    }

    /// Whether it has all amounts of other words, of which there is one at least.
    pub(in crate::whole) fn has_amounts_of(&self, words: &[Word]) -> bool {
        let has = self.has_each_amount_of(words);
        !has.is_empty() && !has.contains(&false)
    }

    /// For each amount of other words, whether it has that.
    fn has_each_amount_of(&self, words: &[Word]) -> Vec<bool> {
        let table = WordTable::built_in();
        let of = |words: &[Word]| amounts(table, words, &time_words(table, words));
        let known = of(&self.words);
        of(words).iter().map(|amount| known.iter().any(|other| other.same(amount))).collect()
    }

    /// Which of its words name who provides something.
    pub(in crate::whole) fn roles(&self) -> Vec<bool> {
        let table = WordTable::built_in();
        let mut roles = vec![false; self.words.len()];
        for mark in table.marks(&self.words, ChangeOf::Provision) {
            if table.scales[mark.scale].element == ChangeElement::Who {
                roles.iter_mut().take(mark.to).skip(mark.from).for_each(|role| *role = true);
            }
        }
        roles
    }

    /// Whether it says how long or how often.
    pub(in crate::whole) fn has_amount(&self) -> bool {
        time_words(WordTable::built_in(), &self.words)
            .iter()
            .any(|time| !matches!(time.says, Says::Vague | Says::Weeks(_)))
    }

    /// Whether it says something that is measured or stands on a scale.
    pub(in crate::whole) fn is_measured(&self) -> bool {
        let has_number = self.words.iter().any(|word| word.number.is_some());
        has_number || !WordTable::built_in().marks(&self.words, about(self.section)).is_empty()
    }
}

/// The most that words weigh which stand for one another.
const ALIKE: u32 = 4;

/// What a section is about.
pub(in crate::whole) const fn about(section: PlanSection) -> ChangeOf {
    match section.purpose() {
        SectionPurpose::Provision => ChangeOf::Provision,
        SectionPurpose::Need => ChangeOf::Need,
        SectionPurpose::Outcome => ChangeOf::Outcome,
        _ => ChangeOf::Other,
    }
}

/// The statements of all sections, in the order of the plan.
pub(in crate::whole) fn statements(plan: &PlanDocument) -> Table<AlignedNumber, Statement> {
    let table = WordTable::built_in();
    let mut statements = Table::default();
    for (part_number, part) in plan.parts.iter().enumerate() {
        let Some(section) = part.sections.first() else { continue };
        for (number, block) in part.blocks.iter().enumerate() {
            if !is_statement(block.kind) {
                continue;
            }
            let text = block.text.as_str();
            // The start of the sentence before, in bytes and in units: a block may have many.
            let (mut byte, mut unit) = (0, 0);
            for (start, end) in sentences(text, block.kind) {
                let sentence = text.get(start..end).unwrap_or_default();
                unit += utf16(text.get(byte..start).unwrap_or_default());
                byte = start;
                let words = table.words(sentence);
                if words.is_empty() {
                    continue;
                }
                statements.push(Statement {
                    section: *section,
                    place: TextPlace {
                        part: narrow(part_number),
                        block: narrow(number),
                        at: Utf16Place(unit),
                        length: Utf16Place(utf16(sentence)),
                    },
                    text: sentence.to_owned(),
                    words,
                });
            }
        }
    }
    statements
}

/// What is aligned of statements: function words and the names of people weigh least, then words of every statement and
/// numbers. Ten and 10 are one word, and so are the inflections of a word;
/// by their meaning, so are words that say the same in plans.
pub(in crate::whole) fn aligned<'s>(
    statements: &'s Table<AlignedNumber, Statement>,
    names: &[String],
    by_meaning: bool,
) -> Table<AlignedNumber, Aligned<'s>> {
    let table = WordTable::built_in();
    let weight = |word: &Word| {
        let is_name = names.binary_search(&word.text).is_ok();
        let most = if table.function.has(word) || is_name {
            1
        } else if table.light.has(word) {
            3
        } else if word.number.is_some() {
            4
        } else {
            u32::MAX
        };
        let stem = || word.stem().to_owned();
        let alike = || word.meaning().filter(|_| by_meaning).map(|set| format!("={set}"));
        let key = match (word.number, alike()) {
            (Some(number), _) => number.to_string(),
            // Words of one meaning are in many statements.
            (None, Some(meaning)) => return (meaning, most.min(ALIKE)),
            (None, None) => stem(),
        };
        (key, most)
    };
    let aligned = statements.rows().iter().map(|statement| Aligned {
        section: statement.section,
        words: statement.words.iter().map(|word| word.text.as_str()).collect(),
        weights: statement.words.iter().map(weight).collect(),
    });
    aligned.collect()
}

fn is_statement(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Statement | BlockKind::Row | BlockKind::ListItem | BlockKind::Quotation => true,
        BlockKind::Heading | BlockKind::HeadingRow | BlockKind::Furniture => false,
    }
}

/// The length of a character in UTF-16.
pub(super) fn units_of(c: char) -> u32 {
    if c.len_utf16() == 1 { 1 } else { 2 }
}

fn utf16(text: &str) -> u32 {
    text.chars().map(units_of).sum()
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
