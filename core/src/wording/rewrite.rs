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
    let mut behind = 0;
    for (number, statement) in text.group_of(first).iter().enumerate() {
        let bytes = text.bytes_of(statement.tokens.clone());
        let between = text.slice(behind..bytes.start);
        behind = bytes.end;
        let sentence = with_phrases(passage, statement);
        if number == 0 {
            template = capital(sentence);
            add_blanks(&mut template, statement);
        } else if between.contains('\t') {
            // The next cell of a row.
            template.push_str(between);
            template.push_str(&sentence);
        } else {
            template.push_str(". ");
            template.push_str(&capital(sentence));
        }
    }
    template.push('.');
    (template.strip_suffix('.') != Some(words)).then_some(template)
}

/// The words of a statement and what stands between them, with a template's words in place of each phrase that
/// nothing answers.
fn with_phrases(passage: &Passage, statement: &Statement) -> String {
    let text = &passage.text;
    let mut template = String::new();
    let all = text.bytes_of(statement.tokens.clone());
    let mut copied = all.start;
    for found in text.matches_of(statement) {
        let Some(phrase) = found.purpose.phrase() else { continue };
        let phrase = &passage.lexicon.phrases[phrase];
        let is_answered = answers(&passage.lexicon.rules[phrase.rule].answered_by, statement);
        let Some(instead) = phrase.rewrite.as_ref().filter(|_| !is_answered) else { continue };
        let replaced = text.bytes_of(found.tokens.clone());
        if replaced.start >= copied {
            template.push_str(text.slice(copied..replaced.start));
            template.push_str(instead);
            copied = replaced.end;
        }
    }
    template.push_str(text.slice(copied..all.end));
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
