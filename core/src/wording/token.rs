//! A text as tokens: words and numbers in a normal form, with their places.
//!
//! Word processors leave soft hyphens, non-breaking spaces, smart quotation marks and joiners in text. The
//! tokens have none of them, so that no rule has to know of them.

use super::number::TokenNumber;
use super::vocabulary::{Vocabulary, Word};
use crate::document::table::Table;

/// A word, a number or a sign, with its place in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Its number in the vocabulary.
    pub(super) word: Word,
    /// Where it stands, in bytes.
    pub(super) start: u32,
    pub(super) end: u32,
    /// Where it stands, in the reported unit.
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) kind: TokenKind,
    /// It begins with a capital letter.
    pub(super) is_capital: bool,
    /// It ends in an apostrophe and an s, which its word leaves out.
    pub(super) is_possessive: bool,
    /// What it is part of in quotation marks.
    pub(super) quotation: Quotation,
    /// What ends before it.
    pub(super) break_before: Break,
}

impl Token {
    /// Its words in the text.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether it stands in quotation marks, as what somebody said.
    pub(super) fn is_quoted(&self) -> bool {
        self.quotation == Quotation::Speech
    }

    /// Whether it is a term in quotation marks: a word that is spoken of.
    pub(super) fn is_cited(&self) -> bool {
        self.quotation == Quotation::Term
    }

    /// Whether it is a word with a capital, as names are.
    pub(super) fn is_name(&self) -> bool {
        self.is_capital && self.kind == TokenKind::Word
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Number,
    /// A date in digits.
    Date,
    Sign,
    /// A reference in brackets, such as `[K3]`, which is no word of the sentence.
    Tag,
}

/// What stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotation {
    /// Nothing.
    None,
    /// A term of a word or two.
    Term,
    /// What somebody said.
    Speech,
}

/// What ends between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    None,
    /// A line, in the middle of a sentence.
    Line,
    Sentence,
    /// A sentence that ends in a colon: what follows is part of what it says.
    Colon,
    /// A sentence and its line; the next begins with a bullet.
    Bullet,
    Paragraph,
}

/// A quotation of fewer words is a term in quotation marks, not speech.
const LEAST_SPEECH: usize = 3;

/// A quotation of more words is none: its first mark had another meaning.
const MOST_SPEECH: usize = 400;

/// The most bytes of what stands in round brackets within a sentence.
const LONGEST_BRACKET: usize = 400;

/// The normal form of a line that is to be written on, and the shortest.
const BLANK: &str = "__";

/// Words whose full stop does not end a sentence.
const ABBREVIATIONS: [&str; 16] = [
    "eg", "ie", "mr", "mrs", "ms", "dr", "approx", "vs", "no", "incl", "esp", "st", "prof", "ref",
    "inc", "ltd",
];

/// Splits a text into tokens. `width` is how many of the reported units a character takes.
pub(super) fn tokens(
    text: &str,
    vocabulary: &Vocabulary,
    width: fn(char) -> usize,
) -> Table<TokenNumber, Token> {
    let mut reader = Tokeniser {
        vocabulary,
        width,
        tokens: Vec::new(),
        normal: String::new(),
        pending: Break::Paragraph,
        quote: None,
        bracket_end: 0,
    };
    reader.read(text);
    Table::from(reader.tokens)
}

/// Words with full stops of their own behind a time.
const HALVES_OF_A_DAY: [&str; 2] = ["am", "pm"];

struct Tokeniser<'v> {
    vocabulary: &'v Vocabulary,
    width: fn(char) -> usize,
    tokens: Vec<Token>,
    /// The normal form of the token being read.
    normal: String,
    pending: Break,
    /// An open quotation: its closing mark and the first token within.
    quote: Option<(char, usize)>,
    /// Where the last round bracket on the line closes: no sentence ends before.
    bracket_end: usize,
}

/// The class of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Left out of words: soft hyphens, joiners, combining marks.
    Invisible,
    Space,
    Newline,
    Apostrophe,
    Hyphen,
    Other,
}

fn class(c: char) -> Class {
    // Most characters are letters.
    if c.is_ascii_alphabetic() {
        return Class::Letter;
    }
    match c {
        '0'..='9' => Class::Digit,
        _ if is_line_end(c) => Class::Newline,
        ' '
        | '\t'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Class::Space,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Class::Invisible,
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}' => Class::Apostrophe,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Class::Hyphen,
        '\0'..='@'
        | '['..='`'
        | '{'..='\u{bf}'
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}'
        | '\u{2190}'..='\u{27bf}'
        | '\u{3001}'..='\u{3003}' => Class::Other,
        _ => Class::Letter,
    }
}

/// A place in the text, in bytes and in the reported unit.
#[derive(Clone, Copy)]
struct Place {
    byte: usize,
    unit: usize,
}

impl Place {
    /// The place behind so many ASCII characters.
    fn behind_ascii(self, count: usize) -> Self {
        Self { byte: self.byte + count, unit: self.unit + count }
    }
}

impl Tokeniser<'_> {
    fn read(&mut self, text: &str) {
        let mut at = Place { byte: 0, unit: 0 };
        let mut previous = '\n';
        let mut line_starts = true;
        while let Some(c) = char_at(text, at.byte) {
            match class(c) {
                Class::Letter | Class::Digit => {
                    if line_starts && let Some(marker) = marker(text, at.byte) {
                        self.bullet();
                        at = self.skip(text, at, marker);
                        previous = ' ';
                        line_starts = false;
                        continue;
                    }
                    line_starts = false;
                    at = self.token(text, at);
                    previous = 'a';
                    continue;
                }
                Class::Newline => {
                    if c != '\r' || char_at(text, at.byte + 1) != Some('\n') {
                        self.newline();
                    }
                    line_starts = true;
                }
                Class::Space | Class::Invisible => {}
                Class::Hyphen if line_starts => {
                    self.bullet();
                    line_starts = false;
                }
                class => {
                    if matches!(c, '[' | '(') {
                        if let Some(tag) = super::tag::tag(text, at.byte) {
                            at = self.tag(text, at, tag, line_starts);
                            previous = 'a';
                            line_starts = false;
                            continue;
                        }
                        self.open_bracket(text, at.byte);
                    }
                    if let Some(length) = blank(text, at.byte) {
                        at = self.blank(text, at, length);
                        previous = 'a';
                        line_starts = false;
                        continue;
                    }
                    let next = char_at(text, at.byte + c.len_utf8());
                    if line_starts && is_bullet(c) {
                        self.bullet();
                    } else {
                        self.sign(c, class, previous, next, at);
                    }
                    line_starts = false;
                }
            }
            if class(c) != Class::Invisible {
                previous = c;
            }
            at = self.step(at, c);
        }
    }

    fn step(&self, at: Place, c: char) -> Place {
        if c.is_ascii() {
            return at.behind_ascii(1);
        }
        Place { byte: at.byte + c.len_utf8(), unit: at.unit + (self.width)(c) }
    }

    fn skip(&self, text: &str, mut at: Place, bytes: usize) -> Place {
        let end = at.byte + bytes;
        while at.byte < end
            && let Some(c) = char_at(text, at.byte)
        {
            at = self.step(at, c);
        }
        at
    }

    fn ends(&mut self, ended: Break) {
        if !self.tokens.is_empty() {
            self.pending = self.pending.max(ended);
        }
    }

    fn bullet(&mut self) {
        self.ends(Break::Bullet);
    }

    /// Reads a reference in brackets. It belongs to the sentence that it stands behind, or in front of on its line.
    fn tag(&mut self, text: &str, start: Place, length: usize, line_starts: bool) -> Place {
        let end = self.skip(text, start, length);
        self.normal.clear();
        let pending = self.pending;
        let is_behind = !line_starts && !self.tokens.is_empty();
        if is_behind {
            self.pending = Break::None;
        }
        self.push(start, end, TokenKind::Tag, false, false);
        if is_behind {
            self.pending = pending;
        }
        end
    }

    /// Notes where a round bracket closes, if it does so on its line.
    fn open_bracket(&mut self, text: &str, at: usize) {
        if at < self.bracket_end {
            return;
        }
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let ahead = rest.iter().take(LONGEST_BRACKET);
        let end = ahead.take_while(|byte| **byte != b'\n').position(|byte| *byte == b')');
        self.bracket_end = end.map_or(0, |end| at + end);
    }

    fn newline(&mut self) {
        let ended = match self.pending {
            // A blank line, or one that only ends what a line before it ended.
            Break::Line => Break::Paragraph,
            Break::None => Break::Line,
            other => other,
        };
        self.ends(ended);
        // A quotation ends with its paragraph at the latest.
        if self.pending == Break::Paragraph {
            self.quote = None;
        }
    }

    /// Reads a word or a number.
    fn token(&mut self, text: &str, start: Place) -> Place {
        self.normal.clear();
        let mut at = start;
        let first = char_at(text, start.byte).unwrap_or(' ');
        let is_number = first.is_ascii_digit();
        let mut kind = if is_number { TokenKind::Number } else { TokenKind::Word };
        if is_number && let Some(bytes) = date(text, start.byte) {
            kind = TokenKind::Date;
            at = self.skip(text, at, bytes);
            self.push(start, at, kind, false, false);
            return at;
        }
        let mut end = start;
        let mut is_possessive = false;
        while let Some(c) = char_at(text, at.byte) {
            if !is_number {
                // Nearly all letters are ASCII, and their runs are read at once.
                let letters = ascii_letters(text, at.byte);
                if !letters.is_empty() {
                    self.normal.push_str(letters);
                    at = at.behind_ascii(letters.len());
                    end = at;
                    continue;
                }
            }
            let next = char_at(text, at.byte + c.len_utf8());
            let follows = |wanted: Class| next.is_some_and(|next| class(next) == wanted);
            match class(c) {
                Class::Letter if c == '\u{d7}' || is_number => {
                    if at.byte > start.byte {
                        break;
                    }
                    self.normal.push('x');
                    at = self.step(at, c);
                    end = at;
                    break;
                }
                // As in 3x20.
                Class::Digit if self.normal.eq_ignore_ascii_case("x") => break,
                Class::Letter | Class::Digit => self.normal.push(c),
                Class::Invisible => {}
                Class::Apostrophe if !is_number && follows(Class::Letter) => {
                    let rest = text.get(at.byte + c.len_utf8()..).unwrap_or_default();
                    let mut letters = rest.chars();
                    let is_s = matches!(letters.next(), Some('s' | 'S'))
                        && letters.next().is_none_or(|c| class(c) != Class::Letter);
                    if is_s {
                        is_possessive = true;
                        at = self.step(at, c);
                        at = self.step(at, 's');
                        end = at;
                        break;
                    }
                    self.normal.push('\'');
                }
                Class::Other
                    if is_number && matches!(c, '.' | ',' | ':') && follows(Class::Digit) =>
                {
                    self.normal.push(c);
                }
                // Letters with full stops between them, as in e.g. and i.e.
                Class::Other
                    if c == '.'
                        && follows(Class::Letter)
                        && self.normal.len() <= 2
                        && next.is_some_and(|next| next.is_ascii_lowercase()) => {}
                _ => break,
            }
            at = self.step(at, c);
            if class(c) != Class::Invisible {
                end = at;
            }
        }
        self.push(start, end, kind, first.is_ascii_uppercase(), is_possessive);
        at
    }

    fn push(
        &mut self,
        start: Place,
        end: Place,
        kind: TokenKind,
        is_capital: bool,
        possessive: bool,
    ) {
        // A line that goes on with a small letter is one that was wrapped.
        let break_before = match self.pending {
            Break::Line if is_capital || kind != TokenKind::Word => Break::Sentence,
            Break::Line => Break::None,
            other => other,
        };
        self.pending = Break::None;
        self.normal.make_ascii_lowercase();
        self.tokens.push(Token {
            word: self.vocabulary.word(&self.normal),
            start: narrow(start.byte),
            end: narrow(end.byte),
            from: narrow(start.unit),
            to: narrow(end.unit),
            kind,
            is_capital,
            is_possessive: possessive,
            quotation: Quotation::None,
            break_before,
        });
    }

    /// Reads a sign between words. Commas, brackets and strokes only separate words.
    fn sign(&mut self, c: char, class: Class, previous: char, next: Option<char>, at: Place) {
        let after_space = matches!(self::class(previous), Class::Space | Class::Newline)
            || matches!(previous, '(' | '[' | '\u{2013}' | '\u{2014}' | ':');
        let before_space = next.is_none_or(|c| {
            matches!(self::class(c), Class::Space | Class::Newline)
                || matches!(c, ')' | '.' | ',' | ';')
        });
        match c {
            '.' | '!' | '?' | '\u{2026}' => {
                let is_abbreviation = c == '.' && self.is_behind(&ABBREVIATIONS);
                let goes_on = |c: char| {
                    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, ',' | ';' | ':')
                };
                let ends = !next.is_some_and(goes_on);
                if ends && !is_abbreviation && at.byte >= self.bracket_end {
                    self.ends(Break::Sentence);
                }
            }
            // The sentence in front of a closing bracket ends, unless a word ends in that full stop.
            ')' if matches!(previous, '.' | '!' | '?')
                && !self.is_behind(&ABBREVIATIONS)
                && !self.is_behind(&HALVES_OF_A_DAY) =>
            {
                self.ends(Break::Sentence);
            }
            ':' => {
                self.add_sign(":", c, at);
                if before_space && at.byte >= self.bracket_end {
                    self.ends(Break::Colon);
                }
            }
            '"' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{201e}' | '\'' | '\u{2019}' => {
                self.quotation(c, after_space);
            }
            '[' => self.add_sign("[", c, at),
            ']' => self.add_sign("]", c, at),
            '<' => self.add_sign("<", c, at),
            '>' => self.add_sign(">", c, at),
            '%' => self.add_sign("%", c, at),
            // In a key of abbreviations.
            '=' => self.add_sign("=", c, at),
            '\u{a3}' => self.add_sign("\u{a3}", c, at),
            _ if class == Class::Hyphen => {
                // A hyphen between letters joins them and is no sign.
                let joins = self::class(previous) == Class::Letter
                    && next.is_some_and(|c| self::class(c) == Class::Letter);
                let after_number =
                    self.tokens.last().is_some_and(|token| token.kind == TokenKind::Number);
                let is_range = after_number && next.is_some_and(|c| c.is_ascii_digit() || c == ' ');
                if is_range || (!joins && after_space) {
                    self.add_sign("-", c, at);
                }
            }
            _ => {}
        }
    }

    /// Whether the last token is one of these words.
    fn is_behind(&self, words: &[&str]) -> bool {
        let is_word = self.tokens.last().is_some_and(|token| token.kind == TokenKind::Word);
        is_word && words.contains(&self.normal.as_str())
    }

    /// Reads a line that is to be written on, and returns where it ends.
    fn blank(&mut self, text: &str, start: Place, length: usize) -> Place {
        let end = self.skip(text, start, length);
        self.normal.clear();
        self.normal.push_str(BLANK);
        self.push(start, end, TokenKind::Sign, false, false);
        end
    }

    fn add_sign(&mut self, normal: &str, c: char, at: Place) {
        self.normal.clear();
        self.normal.push_str(normal);
        let end = self.step(at, c);
        self.push(at, end, TokenKind::Sign, false, false);
    }

    /// Opens or closes a quotation.
    fn quotation(&mut self, c: char, after_space: bool) {
        if let Some((closing, first)) = self.quote {
            let closes = c == closing || (closing == '\u{2019}' && c == '\'');
            if closes && !(after_space && matches!(c, '\'' | '\u{2019}')) {
                self.quote = None;
                let length = self.tokens.len() - first;
                let quotation =
                    if length < LEAST_SPEECH { Quotation::Term } else { Quotation::Speech };
                for token in self.tokens.iter_mut().skip(first).filter(|_| length <= MOST_SPEECH) {
                    token.quotation = quotation;
                }
                return;
            }
            if self.tokens.len() - first <= MOST_SPEECH {
                return;
            }
        }
        let closing = match c {
            '"' | '\'' if after_space => c,
            '\u{201c}' | '\u{201e}' => '\u{201d}',
            '\u{2018}' => '\u{2019}',
            _ => return,
        };
        self.quote = Some((closing, self.tokens.len()));
    }
}

/// The length of a line of underscores that is to be written on.
fn blank(text: &str, byte: usize) -> Option<usize> {
    let rest = text.as_bytes().get(byte..)?;
    let length = rest.iter().take_while(|byte| **byte == b'_').count();
    (length >= BLANK.len()).then_some(length)
}

/// Whether a character ends a line.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a word leaves a character out.
pub(super) fn is_invisible(c: char) -> bool {
    !c.is_ascii() && class(c) == Class::Invisible
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn char_at(text: &str, byte: usize) -> Option<char> {
    let first = *text.as_bytes().get(byte)?;
    if first.is_ascii() { Some(char::from(first)) } else { text.get(byte..)?.chars().next() }
}

/// The ASCII letters that stand together from a place on.
fn ascii_letters(text: &str, byte: usize) -> &str {
    let rest = text.as_bytes().get(byte..).unwrap_or_default();
    let length = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
    text.get(byte..byte + length).unwrap_or_default()
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '*' | '+'
            | '\u{b7}'
            | '\u{2022}'
            | '\u{2023}'
            | '\u{25aa}'
            | '\u{25cf}'
            | '\u{25e6}'
            | '\u{2043}'
            | '\u{f0b7}'
    )
}

/// The length of what numbers a line, such as `1.`, `a)` or `(iv)`, with the space behind it.
fn marker(text: &str, byte: usize) -> Option<usize> {
    let rest = text.as_bytes().get(byte..)?;
    let sign = rest.iter().position(|b| !b.is_ascii_alphanumeric())?;
    let is_short = match rest.first()? {
        b'0'..=b'9' => sign <= 2,
        _ => sign == 1 || rest.get(..sign)?.iter().all(|b| matches!(b, b'i' | b'v' | b'x')),
    };
    let is_marker = is_short
        && match rest.get(sign)? {
            b'.' | b')' => matches!(rest.get(sign + 1), Some(b' ' | b'\t')),
            // The hollow bullet of Word arrives as this letter.
            b' ' | b'\t' => rest.first() == Some(&b'o') && sign == 1,
            _ => false,
        };
    is_marker.then_some(sign + 1)
}

/// The length of a date in digits, such as 12/05/2024 or 2024-05-12.
fn date(text: &str, byte: usize) -> Option<usize> {
    let rest = text.as_bytes().get(byte..)?;
    let mut at = 0;
    let mut sign = None;
    for part in 0..3 {
        let digits = rest.get(at..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
        if !matches!(digits, 1 | 2 | 4) {
            return None;
        }
        at += digits;
        if part < 2 {
            let found = rest.get(at).copied().filter(|b| matches!(b, b'/' | b'-' | b'.'))?;
            if sign.is_some_and(|sign| sign != found) {
                return None;
            }
            sign = Some(found);
            at += 1;
        }
    }
    rest.get(at).is_none_or(|b| !b.is_ascii_alphanumeric()).then_some(at)
}
