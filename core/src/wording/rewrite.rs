//! A template for a statement: the author's own words, with blanks where something is left out. It never
//! brings an amount.

use super::Linter;
use super::lexicon::Purpose;
use super::provision::{self, Element};
use super::statement::Statement;

/// The most findings of one statement that carry a template.
pub(super) const MOST: usize = 8;

/// The longest statement that has a template, in bytes.
const LONGEST: usize = 1_500;

/// The template of a statement; none where it is too long, or where nothing would change.
pub(super) fn rewrite<U>(linter: &Linter<'_, '_, U>, statement: &Statement) -> Option<String> {
    let reading = linter.reading;
    let words = reading.words(statement.tokens.clone());
    if words.len() > LONGEST {
        return None;
    }
    let mut template = String::new();
    let mut copied = statement.tokens.start;
    for found in reading.matches_of(statement) {
        let Purpose::Phrase(number) = found.purpose else { continue };
        let Some(phrase) = linter.lexicon.phrases.get(usize::from(number)) else { continue };
        let rule = linter.lexicon.rules.get(phrase.rule);
        let is_answered =
            rule.is_some_and(|rule| provision::lacks(&rule.answered_by, statement) == Some(0));
        let Some(instead) = phrase.rewrite.as_ref().filter(|_| !is_answered) else { continue };
        if found.start < copied {
            continue;
        }
        push(&mut template, reading.words(copied..found.start));
        push(&mut template, instead);
        copied = found.end;
    }
    push(&mut template, reading.words(copied..statement.tokens.end));
    let mut first = template.chars();
    if let Some(c) = first.next() {
        let rest = first.as_str().to_owned();
        template.clear();
        template.push(c.to_ascii_uppercase());
        template.push_str(&rest);
    }
    for element in provision::missing(statement) {
        let (blank, text) = match element {
            Element::HowOften => ("[how often]", " [how often]"),
            Element::HowLong => ("[how long]", " for [how long]"),
            _ => ("[by whom]", ", delivered by [by whom]"),
        };
        if !template.contains(blank) {
            template.push_str(text);
        }
    }
    (template != words).then(|| template + ".")
}

fn push(template: &mut String, words: &str) {
    if !template.is_empty() && !words.is_empty() {
        template.push(' ');
    }
    template.push_str(words);
}
