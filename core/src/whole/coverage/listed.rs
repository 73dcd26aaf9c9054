//! The list of advice in Section K against the advice given.

use super::carried::words_of;
use super::document::{KEntryFault, KFault};
use super::statement::OUTSIDE;
use crate::document::message::Catalogue;
use crate::plan::{AdviceDocument, first_date};
use crate::whole::compare::Statement;
use crate::whole::messages;

/// Words of a name that are no part of it.
const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "miss", "prof", "professor"];

/// The fewest letters of a word of a role.
const LEAST_ROLE: usize = 5;

/// Where the list does not agree with the advice.
pub(super) fn listed(
    catalogue: &Catalogue,
    advices: &[AdviceDocument],
    list: &[Statement],
) -> Vec<KEntryFault> {
    let mut faults = Vec::new();
    let authors: Vec<Vec<String>> =
        advices.iter().filter_map(|advice| advice.author.as_deref()).map(name_words).collect();
    for (number, advice) in advices.iter().enumerate() {
        let Some(author) = &advice.author else { continue };
        let wanted = name_words(author);
        let names = |entry: &&Statement| {
            let has = words(&entry.text);
            wanted.iter().all(|word| has.contains(word))
        };
        let role = advice.role.as_deref().map(words).unwrap_or_default();
        let has_role = |entry: &&Statement| {
            let has = words(&entry.text);
            let is_of_other = authors.iter().any(|name| name.iter().all(|word| has.contains(word)));
            let mut role = role.iter().filter(|word| word.len() >= LEAST_ROLE).peekable();
            !is_of_other && role.peek().is_some() && role.all(|word| has.contains(word))
        };
        let mut add = |fault, entry: Option<&Statement>, message| {
            let date = advice.date.map(|date| date.to_string()).unwrap_or_default();
            let is_placed = |entry: &&Statement| entry.place.part != OUTSIDE;
            let entry = entry.filter(is_placed).map(words_of);
            let message = catalogue.say(message, &[("author", author), ("date", &date)]);
            faults.push(KEntryFault { advice: number, fault, entry, message });
        };
        match (list.iter().find(names), list.iter().find(has_role)) {
            (Some(entry), _) => {
                let listed = date_of(entry, list);
                let given = advice.date.map(|date| date.to_string());
                if given.is_some() && listed.is_some() && given != listed {
                    add(KFault::Date, Some(entry), &messages::PLAN_COVERAGE_OTHER_DATE);
                }
            }
            (None, Some(entry)) => {
                add(KFault::Author, Some(entry), &messages::PLAN_COVERAGE_OTHER_AUTHOR);
            }
            (None, None) => add(KFault::Missing, None, &messages::PLAN_COVERAGE_NOT_LISTED),
        }
    }
    faults
}

/// The date of an entry, which may be several sentences.
fn date_of(entry: &Statement, list: &[Statement]) -> Option<String> {
    let block = |one: &Statement| (one.place.part, one.place.block);
    let of_block = list.iter().filter(|one| block(one) == block(entry));
    let text: Vec<&str> = of_block.map(|one| one.text.as_str()).collect();
    first_date(&text.join(" "))
}

/// The words of a name in lower case, without titles.
fn name_words(name: &str) -> Vec<String> {
    let mut all = words(name);
    all.retain(|word| !TITLES.contains(&word.as_str()));
    all
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
