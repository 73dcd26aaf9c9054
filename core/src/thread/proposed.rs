//! The items that a plan proposes, as a plan whose thread can be checked.

use super::plan::{MOST_ITEMS, ThreadItem, ThreadPlan};
use crate::document::map::TextMap;
use crate::document::{Bounded, FreeText, Id};
use crate::framework::ThreadSection;
use crate::plan::ProposedItems;

/// The most characters of what an item says.
const MOST_CHARACTERS: usize = 2_000;

/// The most links that an item states.
const MOST_LINKS: usize = 1_000;

impl ThreadPlan {
    /// The items and links that are proposed. Each link stands at the item that comes first.
    #[must_use]
    pub fn of_proposed(proposed: &ProposedItems) -> Self {
        let mut links: TextMap<Vec<Id>> = TextMap::default();
        for link in &*proposed.links {
            let stated = links.entry(&link.from);
            if stated.len() < MOST_LINKS {
                stated.push(link.to.clone());
            }
        }
        let items = proposed.items.iter().filter_map(|item| {
            Some(ThreadItem {
                id: item.id.clone(),
                section: ThreadSection::from_word(item.section.word())?,
                text: FreeText::cut(&item.text, MOST_CHARACTERS),
                links: links
                    .get_mut(&item.id)
                    .map(std::mem::take)
                    .filter(|links| !links.is_empty()),
            })
        });
        Self { items: Bounded(items.take(MOST_ITEMS).collect()) }
    }
}
