//! A text as statements: sentences and bullets, each with what its words mean.

use std::ops::Range;

use super::block::SectionBlocks;
use super::lexicon::{Lexicon, RuleEntry};
use super::meaning::{Meaning, Meanings};
use super::name::GivenNames;
use super::number::{MatchNumber, StatementNumber, TokenNumber, before, next};
use super::pattern::{LONGEST, Match};
use super::piece::{Piece, Role, pieces};
use super::purpose::{Purpose, RuleNumber};
use super::token::{Break, Token, TokenKind, is_line_end, tokens};
use crate::document::table::{Number, Table, each};
use crate::law::{PlanSection, SectionPurpose};

/// The most words of a line that is a heading.
const MOST_HEADING: usize = 8;

/// The most words in front of the first sign of a key of tags or abbreviations, and behind each on the average.
const BEFORE_SIGN: usize = 6;
const BEHIND_SIGN: usize = 8;

/// Meanings that count only where a statement begins with them.
const OPENINGS: Meanings = Meanings::of(&[Meaning::Continues, Meaning::Label, Meaning::Framing]);

/// Meanings that a heading does not have.
const NOT_OF_HEADINGS: Meanings = Meanings::of(&[
    Meaning::Provision,
    Meaning::Who,
    Meaning::HowOften,
    Meaning::Situation,
    Meaning::HowLong,
    Meaning::ByWhen,
    Meaning::Dated,
    Meaning::Label,
]);

/// Meanings that the title of a numbered part does not have.
const NOT_OF_TITLES: Meanings = Meanings::of(&[
    Meaning::Prose,
    Meaning::Who,
    Meaning::HowOften,
    Meaning::HowLong,
    Meaning::Group,
    Meaning::ByWhen,
]);

/// Whether a word numbers a part, such as 5.10 or F4.
fn is_number_of_part(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = word.len() - digits.len();
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    is_number && (letters == 1 || (letters == 0 && digits.contains('.')))
}

/// A sentence, or a bullet.
#[derive(Debug)]
pub(super) struct Statement {
    /// Its tokens, at least one.
    pub(super) tokens: Range<TokenNumber>,
    /// The matches in it.
    pub(super) matches: Range<MatchNumber>,
    /// What its words mean.
    pub(super) means: Meanings,
    /// The first statement of its group, which is the statements that belong together with it.
    pub(super) group: StatementNumber,
    /// What the words of its group mean.
    pub(super) group_means: Meanings,
    /// What its words mean, or those of a statement behind it in its paragraph.
    pub(super) means_to_paragraph_end: Meanings,
    /// It ends in a colon, and what follows is part of it.
    pub(super) leads: bool,
    /// All of it stands in quotation marks, or it reports what somebody said.
    pub(super) is_speech: bool,
    pub(super) is_heading: bool,
    /// What it is to the statements around it.
    pub(super) role: Role,
    /// What the title over its cell or in front of it says that it has.
    pub(super) title: Meanings,
    /// The number of its row, from 1; 0 where it is in none.
    pub(super) row: u32,
}

impl Statement {
    /// Whether its words have a meaning.
    pub(super) fn says(&self, meaning: Meaning) -> bool {
        self.means.has(meaning)
    }

    /// Whether its words, or those of its group, have a meaning.
    pub(super) fn group_says(&self, meaning: Meaning) -> bool {
        self.group_means.has(meaning)
    }

    /// Whether it is one of the statements that its group makes together.
    pub(super) fn counts(&self) -> bool {
        self.role.counts()
    }
}

/// A text as tokens and statements, with what matches in it.
pub(super) struct SplitText<'a> {
    pub(super) text: &'a str,
    pub(super) purpose: Option<SectionPurpose>,
    pub(super) tokens: Table<TokenNumber, Token>,
    pub(super) statements: Table<StatementNumber, Statement>,
    pub(super) matches: Table<MatchNumber, Match>,
    /// Where the last line break stands, in bytes.
    last_line_break: Option<usize>,
}

impl<'a> SplitText<'a> {
    /// Splits the text of a section and matches the patterns of the rules that check it. Each statement is a group.
    pub(super) fn new(
        lexicon: &Lexicon,
        section: &str,
        blocks: &'a SectionBlocks,
        names: &GivenNames,
        width: fn(char) -> usize,
    ) -> Self {
        let text = blocks.text();
        let purpose = PlanSection::from_word(section).map(PlanSection::purpose);
        let checks = |entry: &RuleEntry| entry.checks(section);
        let active: Table<RuleNumber, bool> = lexicon.rules.rows().iter().map(checks).collect();
        let is_wanted = |purpose| match purpose {
            Purpose::Phrase(phrase) => {
                let phrase = &lexicon.phrases[phrase];
                active[phrase.rule] && phrase.is_found_in(section)
            }
            Purpose::Unless { rule, .. } => active[rule],
            Purpose::Term(_) => true,
        };
        let pieces = pieces(blocks, purpose);
        let mut read = Self {
            text,
            purpose,
            tokens: tokens(text, lexicon.patterns.vocabulary(), width),
            statements: Table::default(),
            matches: Table::default(),
            last_line_break: text.rfind('\n'),
        };
        read.part(&pieces);
        names.take_from_words(text, &mut read.tokens);
        let mut found = Vec::new();
        let mut start = TokenNumber::at(0);
        let mut ahead = pieces.as_slice();
        let mut piece = None;
        for token in read.tokens.numbers() {
            let end = next(token);
            let ends = end.place() == read.tokens.len()
                || read.tokens[end].break_before >= Break::Sentence;
            if ends {
                found.clear();
                lexicon.patterns.find(&read.tokens, start..end, is_wanted, &mut found);
                if purpose != Some(SectionPurpose::Aspirations) {
                    names.add_unknown(text, &read.tokens, &mut found);
                }
                let mut begins = false;
                while let Some((next, behind)) = ahead.split_first()
                    && next.start <= read.tokens[start].start as usize
                {
                    (piece, ahead, begins) = (Some(*next), behind, true);
                }
                read.add(start..end, &found, piece, begins);
                start = end;
            }
        }
        read
    }

    /// Where a range of tokens stands in the text, with the brackets behind it that are opened in it.
    pub(super) fn stretch_of(&self, tokens: Range<TokenNumber>) -> Range<usize> {
        let bytes = self.bytes_of(tokens);
        bytes.start..bytes.end + self.closing(bytes.clone())
    }

    /// How many brackets behind a stretch of the text close what is opened in it.
    pub(super) fn closing(&self, bytes: Range<usize>) -> usize {
        let words = self.slice(bytes.clone());
        let count = |sign: u8| words.bytes().filter(|byte| *byte == sign).count();
        let open = count(b'(').saturating_sub(count(b')'));
        let behind = self.text.as_bytes().get(bytes.end..).unwrap_or_default();
        behind.iter().take(open).take_while(|byte| **byte == b')').count()
    }

    /// Where a range of tokens stands in the text.
    pub(super) fn bytes_of(&self, tokens: Range<TokenNumber>) -> Range<usize> {
        let tokens = &self.tokens[tokens];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return 0..0 };
        first.start as usize..last.end as usize
    }

    /// A stretch of the text.
    pub(super) fn slice(&self, bytes: Range<usize>) -> &'a str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// Whether a sign stands between a token and the one before it.
    pub(super) fn has_between(&self, at: TokenNumber, sign: char) -> bool {
        let Some(before) = before(at) else { return false };
        let between = self.tokens[before].end as usize..self.tokens[at].start as usize;
        self.slice(between).contains(sign)
    }

    /// Whether a sign stands behind a token, or what it stands in ends there.
    pub(super) fn ends_or_has(&self, at: TokenNumber, sign: char) -> bool {
        let Some(behind) = self.tokens.number(next(at).place()) else { return true };
        self.tokens[behind].break_before != Break::None || self.has_between(behind, sign)
    }

    /// The words of one token.
    pub(super) fn word(&self, token: TokenNumber) -> &'a str {
        self.tokens[token].of(self.text)
    }

    /// The matches in a statement.
    pub(super) fn matches_of(&self, statement: &Statement) -> &[Match] {
        &self.matches[statement.matches.clone()]
    }

    /// The matches in a statement that can reach to a token: those that start at it or near it, and not behind it.
    pub(super) fn matches_near(&self, statement: &Statement, at: TokenNumber) -> &[Match] {
        let all = self.matches_of(statement);
        let is_far = |found: &Match| found.tokens.start.place() + LONGEST < at.place();
        let (from, to) =
            (all.partition_point(is_far), all.partition_point(|of| of.tokens.start <= at));
        all.get(from..to).unwrap_or_default()
    }

    /// The statements of a group, by its first.
    pub(super) fn group_of(&self, first: StatementNumber) -> &[Statement] {
        let rest = &self.statements[first..StatementNumber::at(self.statements.len())];
        let length = rest.iter().take_while(|statement| statement.group == first).count();
        rest.get(..length).unwrap_or_default()
    }

    /// The statement that a group is about, by its first. In a row, words in front of it may only name its place.
    pub(super) fn head_of(&self, first: StatementNumber) -> Option<&Statement> {
        let group = self.group_of(first);
        let is_head = |statement: &&Statement| {
            statement.row != 0 && statement.counts() && !statement.says(Meaning::Framing)
        };
        group.iter().find(is_head).or(group.first())
    }

    /// The tokens of a group, by its first statement.
    pub(super) fn tokens_of_group(&self, first: StatementNumber) -> Range<TokenNumber> {
        let group = self.group_of(first);
        let start = group.first().map_or(TokenNumber::at(0), |first| first.tokens.start);
        start..group.last().map_or(start, |last| last.tokens.end)
    }

    /// Whether any statement says something.
    pub(super) fn says(&self, meaning: Meaning) -> bool {
        self.statements.rows().iter().any(|statement| statement.says(meaning))
    }

    /// Ends what stands before each piece.
    fn part(&mut self, pieces: &[Piece]) {
        let mut ahead = pieces;
        for number in self.tokens.numbers() {
            let token = &mut self.tokens[number];
            while let Some((piece, behind)) = ahead.split_first()
                && piece.start <= token.start as usize
            {
                if piece.break_before != Break::None {
                    token.break_before = piece.break_before;
                }
                ahead = behind;
            }
        }
    }

    /// Whether a statement stands at the start of a line.
    pub(super) fn starts_line(&self, tokens: &Range<TokenNumber>) -> bool {
        let Some(before) = before(tokens.start) else { return true };
        let (end, start) = (self.tokens[before].end, self.tokens[tokens.start].start);
        let between = self.text.get(end as usize..start as usize);
        between.is_some_and(|between| between.contains(is_line_end))
    }

    /// Whether a sentence stands in brackets, and so says more of the one before.
    fn is_in_brackets(&self, tokens: &Range<TokenNumber>) -> bool {
        let tokens = &self.tokens[tokens.clone()];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let before = self.text.get(..first.start as usize).unwrap_or_default();
        let behind = self.text.get(last.end as usize..).unwrap_or_default();
        before.ends_with('(') && behind.trim_start_matches(['.', '!', '?']).starts_with(')')
    }

    /// Adds a statement with what matches in it. It may be the first of its piece.
    fn add(
        &mut self,
        range: Range<TokenNumber>,
        found: &[Match],
        piece: Option<Piece>,
        begins_piece: bool,
    ) {
        let first = MatchNumber::at(self.matches.len());
        keep_what_counts(found, &mut self.matches);
        let matches = first..MatchNumber::at(self.matches.len());
        let mut means = self.meanings(&range, &self.matches[matches.clone()]);
        let leads_here = self.statements.rows().last().is_some_and(|last| last.says(Meaning::Note));
        if leads_here && self.tokens[range.start].break_before == Break::Colon {
            means.insert(Meaning::Note);
        }
        if self.is_key(&range, &self.matches[matches.clone()]) {
            means.insert(Meaning::Note);
        }
        let tokens = &self.tokens[range.clone()];
        let ends_in_colon = before(range.end).is_some_and(|last| self.word(last) == ":");
        let is_speech = means.has(Meaning::Reported) || tokens.iter().all(Token::is_quoted);
        let end = tokens.last().map_or(0, |last| last.end as usize);
        let behind = self.text.get(end..).unwrap_or_default();
        let ends_line =
            !behind.trim_start_matches([' ', '\t']).starts_with(['.', '!', '?', ';', ',']);
        // A question is the title of what answers it.
        let is_question = behind.starts_with('?');
        let is_bullet = tokens.first().is_some_and(|first| first.break_before == Break::Bullet);
        // With the number of a part and no verb it is the title of the part.
        let is_numbered =
            matches!(self.purpose, Some(SectionPurpose::Provision | SectionPurpose::Outcome))
                && tokens.first().is_some_and(|first| is_number_of_part(first.of(self.text)))
                && self.starts_line(&range)
                && !means.has_any(NOT_OF_TITLES);
        let is_heading = tokens.len() <= MOST_HEADING
            && !is_bullet
            && (!means.has_any(NOT_OF_HEADINGS) || is_numbered)
            && (ends_in_colon
                || (is_numbered && ends_line)
                || (ends_line && self.last_line_break.is_some_and(|line_break| line_break >= end)));
        let is_tag = tokens.iter().all(|token| token.kind == TokenKind::Tag);
        let role = match piece.map_or(Role::Prose, |piece| piece.role) {
            _ if is_tag => Role::Label,
            Role::Prose if self.is_in_brackets(&range) => Role::Field(Meanings::default()),
            // In a cell each line is a statement.
            Role::Main { .. } if !begins_piece => Role::Main { begins: self.starts_line(&range) },
            role => role,
        };
        let row = piece.map_or(0, |piece| piece.row);
        let is_heading = match role {
            Role::Heading => is_heading || !ends_in_colon,
            Role::Prose => (is_heading && row == 0) || is_question,
            _ => false,
        };
        let title = self.title(role.title(), &range, &self.matches[matches.clone()]);
        let mut says = if role.counts() { means } else { Meanings::default() };
        says.add(title);
        let none = matches.end..matches.end;
        self.statements.push(Statement {
            matches: if role.is_silent() { none } else { matches },
            means,
            group: StatementNumber::at(self.statements.len()),
            group_means: says,
            role,
            title,
            row,
            means_to_paragraph_end: means,
            leads: ends_in_colon,
            is_speech,
            is_heading,
            tokens: range,
        });
    }

    /// Whether a statement is a key of tags or abbreviations: what stands on both sides of its signs is short, and
    /// nothing in it is open to interpretation.
    fn is_key(&self, range: &Range<TokenNumber>, matches: &[Match]) -> bool {
        let words = || each(range).map(|at| self.word(at));
        let signs = words().filter(|word| *word == "=").count();
        let before = words().take_while(|word| *word != "=").count();
        let length = words().count();
        signs > 0
            && before <= BEFORE_SIGN
            && length <= before + signs * (1 + BEHIND_SIGN)
            && !matches.iter().any(|found| found.purpose.phrase().is_some())
    }

    /// What a title says that its cell has, where the cell is filled in and is not open to interpretation itself.
    fn title(&self, title: Meanings, range: &Range<TokenNumber>, matches: &[Match]) -> Meanings {
        let dates = Meanings::of(&[Meaning::ByWhen, Meaning::Dated]);
        let is_open = |found: &Match| {
            found.purpose.phrase().is_some() || found.purpose == Purpose::Term(Meaning::Blank)
        };
        let tokens = &self.tokens[range.clone()];
        let has_number =
            tokens.iter().any(|token| matches!(token.kind, TokenKind::Number | TokenKind::Date));
        let has_date = has_number
            || matches
                .iter()
                .any(|found| found.purpose.meaning().is_some_and(|meaning| dates.has(meaning)));
        if matches.iter().any(is_open) || (title.has_any(dates) && !has_date) {
            return Meanings::default();
        }
        title
    }

    /// What the words of a statement mean.
    fn meanings(&self, range: &Range<TokenNumber>, matches: &[Match]) -> Meanings {
        let mut means = Meanings::default();
        let mut begins = Meanings::default();
        let mut situation_until = range.start;
        for Match { tokens, purpose } in matches {
            let Some(meaning) = purpose.meaning() else { continue };
            // "In every lesson" says when something happens, and names no session.
            match meaning {
                Meaning::Situation => situation_until = tokens.end.max(situation_until),
                Meaning::Session if tokens.end <= situation_until => continue,
                _ => {}
            }
            // What belongs to somebody is not done by them.
            let is_possessive =
                before(tokens.end).is_some_and(|last| self.tokens[last].is_possessive);
            if meaning == Meaning::Who && is_possessive {
                continue;
            }
            means.insert(meaning);
            if tokens.start == range.start {
                begins.insert(meaning);
            }
        }
        means = means.without(OPENINGS);
        means.add(begins.common(OPENINGS));
        means
    }
}

/// Keeps the matches of a statement that count. Left out are phrases within longer ones or within names of
/// people and things, terms within words that mean nothing here, and the times of a review. Matches come
/// in the order of their starts.
fn keep_what_counts(found: &[Match], kept: &mut Table<MatchNumber, Match>) {
    /// How far the matches that cover others reach.
    #[derive(Clone, Copy)]
    struct Cover {
        names: TokenNumber,
        nothing: TokenNumber,
        review: TokenNumber,
    }

    let start = TokenNumber::at(0);
    let none = Cover { names: start, nothing: start, review: start };
    // Of the matches that began earlier.
    let mut earlier = none;
    for same_start in found.chunk_by(|one, next| one.tokens.start == next.tokens.start) {
        let mut here = none;
        for Match { tokens, purpose } in same_start {
            let cover = match purpose {
                Purpose::Phrase(_)
                | Purpose::Unless { .. }
                | Purpose::Term(Meaning::Who | Meaning::What | Meaning::Qualification) => {
                    &mut here.names
                }
                Purpose::Term(Meaning::Nothing) => &mut here.nothing,
                Purpose::Term(Meaning::Review) => &mut here.review,
                Purpose::Term(_) => continue,
            };
            *cover = tokens.end.max(*cover);
        }
        here.names = here.names.max(here.nothing);
        for found in same_start {
            let end = found.tokens.end;
            let is_within = |earlier: TokenNumber, here: TokenNumber| earlier >= end || here > end;
            let is_covered = match found.purpose {
                Purpose::Phrase(_) => is_within(earlier.names, here.names),
                Purpose::Unless { .. }
                | Purpose::Term(
                    Meaning::Nothing
                    | Meaning::He
                    | Meaning::She
                    | Meaning::Aim
                    | Meaning::Provision,
                ) => false,
                Purpose::Term(meaning) => {
                    let is_time = matches!(
                        meaning,
                        Meaning::HowOften | Meaning::HowLong | Meaning::Situation
                    );
                    earlier.nothing >= end
                        || here.nothing >= end
                        || (is_time && is_within(earlier.review, here.review))
                }
            };
            if !is_covered {
                kept.push(found.clone());
            }
        }
        earlier = Cover {
            names: earlier.names.max(here.names),
            nothing: earlier.nothing.max(here.nothing),
            review: earlier.review.max(here.review),
        };
    }
}
