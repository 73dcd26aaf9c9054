//! A template for a statement: the author's words, with blanks where something is left out. It never brings
//! an amount.

use super::number::StatementNumber;
use super::passage::Passage;
use super::provision::{Element, answers, missing};
use super::statement::Statement;
use crate::text::fill::capital;

/// The longest statement that has a template, in bytes.
const LONGEST: usize = 1_500;

/// The template of a group of statements, by its first; none where it is too long, or where nothing would change.
pub(super) fn rewrite(passage: &Passage, first: StatementNumber) -> Option<String> {
    let text = &passage.text;
    let words = text.words(text.tokens_of_group(first));
    if words.len() > LONGEST {
        return None;
    }
    let mut template = String::new();
    for (number, statement) in text.group_of(first).iter().enumerate() {
        let mut sentence = capital(with_phrases(passage, statement));
        if number == 0 {
            add_blanks(&mut sentence, statement);
        } else {
            template.push(' ');
        }
        template.push_str(&sentence);
        template.push('.');
    }
    (template.strip_suffix('.') != Some(words)).then_some(template)
}

/// The words of a statement, with a template's words in place of each phrase that nothing answers.
fn with_phrases(passage: &Passage, statement: &Statement) -> String {
    let text = &passage.text;
    let mut template = String::new();
    let mut copied = statement.tokens.start;
    for found in text.matches_of(statement) {
        let Some(phrase) = found.purpose.phrase() else { continue };
        let phrase = &passage.lexicon.phrases[phrase];
        let is_answered = answers(&passage.lexicon.rules[phrase.rule].answered_by, statement);
        let Some(instead) = phrase.rewrite.as_ref().filter(|_| !is_answered) else { continue };
        if found.tokens.start >= copied {
            push(&mut template, text.words(copied..found.tokens.start));
            push(&mut template, instead);
            copied = found.tokens.end;
        }
    }
    push(&mut template, text.words(copied..statement.tokens.end));
    template
}

/// Adds a blank for each element that a statement leaves out.
fn add_blanks(template: &mut String, statement: &Statement) {
    for element in missing(statement) {
        let (blank, text) = match element {
            Element::HowOften => ("[how often]", " [how often]"),
            Element::HowLong => ("[how long]", " for [how long]"),
            _ => ("[by whom]", ", delivered by [by whom]"),
        };
        if !template.contains(blank) {
            template.push_str(text);
        }
    }
}

/// Adds words behind a space.
fn push(template: &mut String, words: &str) {
    if !template.is_empty() && !words.is_empty() {
        template.push(' ');
    }
    template.push_str(words);
}
