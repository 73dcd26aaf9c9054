//! The ids of items.

use super::found::{Found, FoundNumber};
use crate::document::map::{TextMap, Texts};
use crate::document::table::Table;
use crate::document::{Id, is_id};

/// The ids of items, in their order: the plan's own mark where it is unique, or the section and the next number that is
/// free.
pub(super) fn names(items: &Table<FoundNumber, Found>) -> Table<FoundNumber, Id> {
    let marks: Vec<Option<String>> = items.rows().iter().map(mark).collect();
    let mut counts: TextMap<usize> = TextMap::default();
    for mark in marks.iter().flatten() {
        *counts.entry(mark) += 1;
    }
    let is_unique = |mark: &String| counts.get(mark) == Some(&1);
    let mut taken = Texts::default();
    for mark in marks.iter().flatten().filter(|mark| is_unique(mark)) {
        taken.insert(mark);
    }
    let mut next: TextMap<usize> = TextMap::default();
    let name = |(item, mark): (&Found, &Option<String>)| {
        if let Some(mark) = mark.as_ref().filter(|mark| is_unique(mark)) {
            return Id(mark.clone());
        }
        let section = item.section.word();
        let number = next.entry(section);
        loop {
            *number += 1;
            let id = [section, dash(section), &number.to_string()].concat();
            if !taken.contains(&id) {
                return Id(id);
            }
        }
    };
    items.rows().iter().zip(&marks).map(name).collect()
}

/// The id that an item's own mark makes: as it is where it has a letter, or its number behind the section.
fn mark(item: &Found) -> Option<String> {
    let mark = item.names.first()?;
    let section = item.section.word();
    let id = if mark.has_letter {
        mark.text.clone()
    } else {
        [section, dash(section), &mark.number].concat()
    };
    is_id(&id).then_some(id)
}

/// What parts a section from a number: "H1" and 2 are not "H12".
fn dash(section: &str) -> &'static str {
    if section.len() > 1 { "-" } else { "" }
}
