//! The features of a statement: its words, parts and pairs of them, what the lexicon finds in it and what kind of text
//! it is. Each is a number, a hash, so that no list of words has to be kept.

use std::ops::Range;

use super::word::Word;
use crate::document::table::{Number, each};
use crate::law::SectionPurpose;
use crate::text::hash::{finish, join, letters};
use crate::wording::meaning::{Meaning, Meanings};
use crate::wording::number::{StatementNumber, TokenNumber, before, next};
use crate::wording::outcome::OutcomeGroup;
use crate::wording::passage::Passage;
use crate::wording::phrase::phrases;
use crate::wording::piece::Role;
use crate::wording::provision::{ProvisionGroup, missing};
use crate::wording::purpose::Purpose;
use crate::wording::statement::Statement;
use crate::wording::token::Break;

/// Whether a statement is judged: it is the first of its group, no heading, and leads not only to others. What somebody
/// says commits nobody to provision.
pub(super) fn is_judged(passage: &Passage, number: StatementNumber) -> bool {
    let text = &passage.text;
    let statement = &text.statements[number];
    let is_first = statement.group == number && !statement.role.is_silent();
    let only_leads = statement.leads && text.group_of(number).len() == 1;
    let is_speech = statement.is_speech && passage.is_for(SectionPurpose::Provision);
    is_first && !only_leads && !is_speech && !is_heading(statement)
}

/// Whether a statement is a heading of the plan.
pub(super) fn is_heading(statement: &Statement) -> bool {
    statement.role == Role::Heading && statement.is_heading
}

/// A feature, and the word that it stands at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature {
    pub(super) number: u32,
    /// None where it is of the statement.
    pub(super) at: Option<TokenNumber>,
}

/// The features of one statement. The same lists are filled for each.
#[derive(Debug, Default)]
pub(in crate::wording) struct Features {
    pub(super) all: Vec<Feature>,
    /// The hashes of the words of one sentence.
    words: Vec<u32>,
    word: Word,
}

/// Meanings beside whose words it counts what stands before and behind.
const WITH_NEIGHBOURS: Meanings = Meanings::of(&[
    Meaning::Who,
    Meaning::HowOften,
    Meaning::HowLong,
    Meaning::What,
    Meaning::Group,
    Meaning::Ability,
    Meaning::Measure,
    Meaning::ByWhen,
]);

/// Meanings that count in the statements before and behind.
const OF_NEIGHBOURS: [Meaning; 14] = [
    Meaning::Who,
    Meaning::HowOften,
    Meaning::HowLong,
    Meaning::What,
    Meaning::Group,
    Meaning::Session,
    Meaning::Thing,
    Meaning::ByWhen,
    Meaning::Measure,
    Meaning::Ability,
    Meaning::Situation,
    Meaning::Provision,
    Meaning::Unnamed,
    Meaning::Minimum,
];

/// What a feature is about: the start of its hash.
#[derive(Clone, Copy)]
#[repr(u32)]
enum About {
    Word = 1,
    Pair,
    Part,
    Before,
    Behind,
    First,
    FirstTwo,
    Last,
    Means,
    Found,
    Phrase,
    Excused,
    Missing,
    Missed,
    Provision,
    Outcome,
    Section,
    Kind,
    Title,
    NextMeans,
    PreviousMeans,
}

fn feature(about: About, value: u32, at: Option<TokenNumber>) -> Feature {
    Feature { number: finish(join(about as u32, value)), at }
}

impl Features {
    /// Reads the features of the group that begins with a statement.
    pub(super) fn read(&mut self, passage: &Passage, first: StatementNumber) {
        self.all.clear();
        let text = &passage.text;
        let mut means = Meanings::default();
        let mut number = first;
        for statement in text.group_of(first) {
            if !statement.role.is_silent() {
                means.add(statement.group_means);
                means.add(statement.means);
                self.words(passage, statement, number == first);
                self.lexicon(passage, statement);
                self.kind(passage, statement);
            }
            number = next(number);
        }
        self.meanings(About::Means, means);
        self.elements(passage, first);
        self.neighbours(passage, first, number);
        if let Some(section) = passage.section {
            self.add(About::Section, letters(section.word()), None);
        }
    }

    fn add(&mut self, about: About, value: u32, at: Option<TokenNumber>) {
        self.all.push(feature(about, value, at));
    }

    /// The words of a sentence, and parts and pairs of them.
    fn words(&mut self, passage: &Passage, statement: &Statement, is_first: bool) {
        let text = &passage.text;
        self.words.clear();
        let mut before = letters("<s>");
        for at in each(&statement.tokens) {
            self.word.read(text, at);
            let word = self.word.all;
            self.add(About::Word, word, Some(at));
            self.add(About::Pair, join(before, word), Some(at));
            let parts = self.word.parts().map(|part| feature(About::Part, part, Some(at)));
            self.all.extend(parts);
            before = word;
            self.words.push(word);
        }
        if let ([one, ..], true) = (self.words.as_slice(), is_first) {
            let (one, two) = (*one, self.words.get(1).copied().unwrap_or(0));
            self.add(About::First, one, Some(statement.tokens.start));
            self.add(About::FirstTwo, join(one, two), Some(statement.tokens.start));
        }
        self.add(About::Last, before, None);
    }

    /// What the lexicon finds in a sentence, and the words beside it.
    fn lexicon(&mut self, passage: &Passage, statement: &Statement) {
        let lexicon = passage.lexicon;
        for found in passage.text.matches_of(statement) {
            let at = Some(found.tokens.start);
            let term = match found.purpose {
                Purpose::Phrase(phrase) => {
                    let rule = letters(&lexicon.rules[lexicon.phrases[phrase].rule].rule.id);
                    self.add(About::Phrase, rule, at);
                    Some(rule)
                }
                Purpose::Unless { rule, .. } => {
                    self.add(About::Excused, letters(&lexicon.rules[rule].rule.id), at);
                    None
                }
                Purpose::Term(meaning) => {
                    WITH_NEIGHBOURS.has(meaning).then(|| letters(meaning.word()))
                }
            };
            if let Some(term) = term {
                self.beside(statement, &found.tokens, term);
            }
        }
        for phrase in phrases(passage, lexicon, statement) {
            let rule = letters(&phrase.entry.rule.id);
            let found = join(rule, letters(phrase.severity.word()));
            self.add(About::Found, found, Some(phrase.tokens.start));
        }
    }

    /// The words before and behind what the lexicon finds.
    fn beside(&mut self, statement: &Statement, tokens: &Range<TokenNumber>, term: u32) {
        let start = statement.tokens.start.place();
        let word = |at: TokenNumber| self.words.get(at.place().checked_sub(start)?).copied();
        let previous = before(tokens.start).and_then(word);
        let behind = word(tokens.end);
        if let Some(previous) = previous {
            self.add(About::Before, join(term, previous), Some(tokens.start));
        }
        if let Some(behind) = behind {
            self.add(About::Behind, join(term, behind), Some(tokens.start));
        }
    }

    /// What kind of text a sentence is.
    fn kind(&mut self, passage: &Passage, statement: &Statement) {
        let first = &passage.text.tokens[statement.tokens.start];
        let role = match statement.role {
            Role::Prose => "prose",
            Role::Heading => "heading",
            Role::Main { .. } => "main",
            Role::Field(_) => "field",
            Role::Beside(_) => "beside",
            Role::Silent | Role::Label => "silent",
        };
        let is = [
            (true, role),
            (statement.is_heading, "reads as a heading"),
            (statement.leads, "leads"),
            (statement.is_speech, "speech"),
            (statement.row != 0, "row"),
            (first.break_before == Break::Bullet, "bullet"),
        ];
        for (_, kind) in is.into_iter().filter(|(is, _)| *is) {
            self.add(About::Kind, letters(kind), None);
        }
        self.meanings(About::Title, statement.title);
    }

    fn meanings(&mut self, about: About, means: Meanings) {
        for meaning in Meaning::ALL.iter().filter(|meaning| means.has(**meaning)) {
            self.add(about, letters(meaning.word()), None);
        }
    }

    /// The elements that the rules find missing.
    fn elements(&mut self, passage: &Passage, first: StatementNumber) {
        if passage.is_for(SectionPurpose::Outcome) {
            let outcome = OutcomeGroup::new(passage, first);
            let has = outcome.map_or([false; 5], |outcome| {
                let OutcomeGroup { is_ability, is_measurable, has_who, .. } = outcome;
                [true, outcome.is_dated(), is_ability, is_measurable, has_who]
            });
            for (place, has) in (0..).zip(has) {
                self.add(About::Outcome, place * 2 + u32::from(has), None);
            }
            return;
        }
        let mut missed = 0;
        for element in missing(&passage.text.statements[first]) {
            self.add(About::Missing, letters(element.word()), None);
            missed += 1;
        }
        self.add(About::Missed, missed, None);
        let group = ProvisionGroup::new(passage, first);
        let has = group.map_or([false; 3], |group| [true, group.has_amount(), group.has_content()]);
        for (place, has) in (0..).zip(has) {
            self.add(About::Provision, place * 2 + u32::from(has), None);
        }
    }

    /// What the statements before and behind say, in the same paragraph.
    fn neighbours(&mut self, passage: &Passage, first: StatementNumber, behind: StatementNumber) {
        let text = &passage.text;
        let begins = |statement: &Statement| {
            text.tokens[statement.tokens.start].break_before == Break::Paragraph
        };
        let known = |means: Meanings, meaning: &&Meaning| means.has(**meaning);
        if let Some(previous) = before(first)
            && !begins(&text.statements[first])
        {
            let means = text.statements[previous].means;
            self.add(About::PreviousMeans, 0, None);
            for meaning in OF_NEIGHBOURS.iter().filter(|meaning| known(means, meaning)) {
                self.add(About::PreviousMeans, letters(meaning.word()), None);
            }
        }
        if let Some(behind) = text.statements.number(behind.place())
            && !begins(&text.statements[behind])
        {
            let means = text.statements[behind].means;
            self.add(About::NextMeans, 0, None);
            for meaning in OF_NEIGHBOURS.iter().filter(|meaning| known(means, meaning)) {
                self.add(About::NextMeans, letters(meaning.word()), None);
            }
        }
    }
}
