//! A template for a statement: a sentence in the author's words, with blanks where something is left out or a finding
//! criticises the words. It never brings an amount.

use std::ops::Range;

use super::meaning::{Element, Meaning};
use super::number::{StatementNumber, TokenNumber};
use super::passage::Passage;
use super::phrase::{FoundPhrase, phrases};
use super::provision::{missing, said};
use super::statement::Statement;
use crate::document::table::{Number, each};
use crate::framework::Severity;
use crate::text::fill::capital;

/// The longest statement that has a template, in bytes.
const LONGEST: usize = 1_500;

/// The most words of a subject.
const MOST_OF_A_SUBJECT: usize = 4;

/// Words behind the subject of a sentence.
const VERBS: [&str; 14] = [
    "will", "would", "shall", "should", "must", "may", "might", "can", "could", "has", "needs",
    "requires", "is", "ought",
];

/// What stands behind a verb that is replaced, and not behind the one in its place.
const FROM: &str = " from";

/// What stands for words that have no words of a template.
const WHAT: &str = "[what is provided]";

/// The template of a group of statements, by its first; none where it is too long, or where nothing would change.
pub(super) fn rewrite(passage: &Passage, first: StatementNumber) -> Option<String> {
    let text = &passage.text;
    let words = text.slice(text.stretch_of(text.tokens_of_group(first)));
    if words.len() > LONGEST {
        return None;
    }
    let group = text.group_of(first);
    let sentences: Vec<_> =
        group.iter().map(|statement| with_phrases(passage, statement)).collect();
    // What has a blank already needs no other.
    let filled: String = sentences.iter().flatten().map(String::as_str).collect();
    let mut template = String::new();
    let mut behind = 0;
    let mut leads = false;
    let mut has_blanks = false;
    for (number, (statement, sentence)) in group.iter().zip(sentences).enumerate() {
        let bytes = text.stretch_of(statement.tokens.clone());
        let between = text.slice(behind..bytes.start);
        behind = bytes.end;
        let is_row = statement.row != 0;
        let is_head = !has_blanks && !statement.leads;
        let joins = match number {
            0 => "",
            _ if is_row => between,
            _ if leads => " ",
            _ => ". ",
        };
        let blanks = if is_head { blanks(&filled, statement) } else { String::new() };
        let is_fragment = number == 0 && is_head && !is_row && !is_sentence(passage, statement);
        let words = match sentence {
            Some(words) if is_fragment => format!("This will be provided{blanks}: {words}"),
            Some(words) => words + &blanks,
            None if is_head && !is_row => anew(passage, statement),
            None if is_head => format!("{WHAT}{blanks}"),
            None if is_row => blank_of(statement).to_owned(),
            // What goes on from the criticised words goes with them.
            None => continue,
        };
        template.push_str(joins);
        template.push_str(&if joins == ". " || number == 0 { opening(words) } else { words });
        leads = statement.leads;
        has_blanks |= is_head;
    }
    template.push('.');
    (template.strip_suffix('.') != Some(words)).then_some(template)
}

/// A sentence with its first letter as a capital, in a blank too.
fn opening(sentence: String) -> String {
    match sentence.strip_prefix('[') {
        Some(blank) => format!("[{}", capital(blank)),
        None => capital(sentence),
    }
}

/// The phrases of a statement that its finding criticises.
fn criticised<'p>(passage: &Passage<'p>, statement: &Statement) -> Vec<FoundPhrase<'p>> {
    let mut phrases = phrases(passage, passage.lexicon, statement);
    // What is left of a template is a blank already.
    phrases.retain(|phrase| {
        phrase.severity != Severity::Information && phrase.entry.rule.in_speech != Some(true)
    });
    phrases
}

/// The words of a statement and what stands between them, with a template's words in place of each phrase that is
/// criticised; none where a phrase has no such words.
fn with_phrases(passage: &Passage, statement: &Statement) -> Option<String> {
    let text = &passage.text;
    let mut template = String::new();
    let all = text.stretch_of(statement.tokens.clone());
    let mut copied = all.start;
    let criticised = criticised(passage, statement);
    for phrase in &criticised {
        let replaced = text.bytes_of(phrase.tokens.clone());
        if replaced.start < copied {
            copied = copied.max(replaced.end);
            continue;
        }
        // Of phrases that begin together, one with words of a template takes the place of the others.
        let mut together = criticised.iter().filter(|of| of.tokens.start == phrase.tokens.start);
        let instead = phrase.rewrite.or_else(|| together.find_map(|of| of.rewrite))?;
        template.push_str(text.slice(copied..replaced.start));
        // One blank stands for what several words leave open.
        if !template.trim_end().ends_with(instead) || !instead.starts_with('[') {
            template.push_str(instead);
        }
        copied = replaced.end;
        // "would benefit from" becomes "will receive".
        if instead.ends_with("receive") && text.slice(copied..all.end).starts_with(FROM) {
            copied += FROM.len();
        }
    }
    template.push_str(text.slice(copied..all.end));
    Some(template)
}

/// Whether the words of a statement have a verb, so that they are a sentence.
fn is_sentence(passage: &Passage, statement: &Statement) -> bool {
    let is_verb = |at| {
        let word: &str = passage.text.word(at);
        VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb))
    };
    statement.says(Meaning::Prose) || each(&statement.tokens).any(is_verb)
}

/// A sentence in place of one whose words cannot stay: its subject and what it says well.
fn anew(passage: &Passage, statement: &Statement) -> String {
    let text = &passage.text;
    let criticised = criticised(passage, statement);
    let is_fine = |tokens: &Range<TokenNumber>| {
        !criticised.iter().any(|of| of.tokens.start < tokens.end && tokens.start < of.tokens.end)
    };
    let said = said(text, statement);
    let words_of = |element: Element| {
        let mut said = said.iter().filter(|(of, tokens)| *of == element && is_fine(tokens));
        said.next().map(|(_, tokens)| text.slice(text.bytes_of(tokens.clone())))
    };
    let missing = missing(statement);
    let part = |element: Element, before: &str, blank: &str| match words_of(element) {
        // A role has an article.
        Some(words) if element == Element::Who => format!("{before}the {words}"),
        Some(words) => format!("{before}{words}"),
        None if missing.contains(&element) || said.iter().any(|(of, _)| *of == element) => {
            format!("{before}{blank}")
        }
        None => String::new(),
    };
    let subject = subject(passage, statement).filter(is_fine);
    let subject = subject.map(|tokens| text.slice(text.bytes_of(tokens)));
    let opening = match subject {
        Some(subject) => format!("{subject} will receive {WHAT}"),
        None => "[What is provided] will be provided".to_owned(),
    };
    let who = part(Element::Who, ", delivered by ", "[by whom]");
    let often = part(Element::HowOften, " ", "[how often]");
    let long = part(Element::HowLong, " for ", "[how long]");
    [opening, who, often, long].concat()
}

/// The child at the start of a sentence, in front of its verb.
fn subject(passage: &Passage, statement: &Statement) -> Option<Range<TokenNumber>> {
    let text = &passage.text;
    let start = statement.tokens.start;
    let is_verb = |at: &TokenNumber| {
        let word = text.word(*at);
        VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb))
    };
    let verb = each(&statement.tokens).take(MOST_OF_A_SUBJECT + 1).find(is_verb)?;
    let subject = start..verb;
    let said = text.matches_of(statement).iter();
    let is_child = said
        .clone()
        .any(|found| found.purpose.meaning() == Some(Meaning::Child) && found.tokens.end == verb);
    let is_staff = said.clone().any(|found| {
        matches!(found.purpose.meaning(), Some(Meaning::Who | Meaning::Unnamed))
            && found.tokens.start < verb
    });
    let is_name = verb.place() > start.place()
        && each(&subject).all(|at| text.tokens[at].is_capital && !text.tokens[at].is_possessive);
    (!is_staff && (is_child || is_name)).then_some(subject)
}

/// The blanks for what a statement leaves out, where its template has none of them yet.
fn blanks(template: &str, statement: &Statement) -> String {
    let mut blanks = String::new();
    for element in missing(statement) {
        let (blank, text) = match element {
            Element::HowOften => ("[how often]", " [how often]"),
            Element::HowLong => ("[how long]", " for [how long]"),
            _ => ("[by whom]", ", delivered by [by whom]"),
        };
        let is_named = element == Element::Who && template.contains("[job title");
        if !template.contains(blank) && !is_named {
            blanks.push_str(text);
        }
    }
    blanks
}

/// The blank of a cell, by what its title says that it has.
fn blank_of(statement: &Statement) -> &'static str {
    if statement.title.has(Meaning::Who) {
        "[by whom]"
    } else if statement.title.has(Meaning::HowOften) {
        "[how often]"
    } else if statement.title.has(Meaning::HowLong) {
        "[how long]"
    } else {
        WHAT
    }
}
