//! The links of a plan as lines between its items.

use super::finding::ThreadLine;
use super::plan::{ItemNumber, ThreadItem, ThreadPlan};
use crate::document::map::TextMap;
use crate::document::shape::Names;
use crate::document::table::{Number, Table};
use crate::framework::{ThreadReading, ThreadSection};
use crate::text::order::{pack, sort, unpack};

/// A link as it is stated. All numbers are below 65,536: a plan has at most 10,000 items, and an item at most
/// 1,000 links.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// The two items, the first of the plan first.
    low: ItemNumber,
    high: ItemNumber,
    /// The item that states it.
    pub(super) item: ItemNumber,
    /// Which of its links it is.
    pub(super) place: usize,
}

/// A set of sections, a bit each.
#[derive(Clone, Copy, Default)]
pub(super) struct Sections(u16);

/// The lines of a plan, and the links that are none.
pub(super) struct Lines<'p> {
    pub(super) items: Table<ItemNumber, &'p ThreadItem>,
    /// The links between items that may not be joined, by where each is stated first.
    pub(super) senseless: Vec<Link>,
    /// The links to what the plan does not have: the item, and which of its links it is.
    pub(super) unknown: Vec<(ItemNumber, usize)>,
    /// The two ends of each line, the one whose kind comes first before the other.
    ends: Vec<(ItemNumber, ItemNumber)>,
    /// The sections that each item has lines to.
    pub(super) reached: Table<ItemNumber, Sections>,
    /// The items that each item refers to, without those that refer back to it.
    pub(super) references: Table<ItemNumber, Vec<ItemNumber>>,
}

impl Link {
    /// The item at the end that does not state it.
    pub(super) fn other(self) -> ItemNumber {
        if self.item == self.low { self.high } else { self.low }
    }
}

impl Sections {
    /// The set of these sections.
    pub(super) fn of<'s>(sections: impl IntoIterator<Item = &'s ThreadSection>) -> Self {
        let mut set = Self::default();
        for section in sections {
            set.insert(*section);
        }
        set
    }

    fn insert(&mut self, section: ThreadSection) {
        self.0 |= 1 << section as u16;
    }

    /// Whether a section is in the set.
    pub(super) fn has(self, section: ThreadSection) -> bool {
        self.0 & 1 << section as u16 != 0
    }

    /// Whether the sets have a section in common.
    pub(super) fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl<'p> Lines<'p> {
    /// Draws the lines of a plan. A framework without a reading of the thread allows every line.
    pub(super) fn new(plan: &'p ThreadPlan, reading: Option<&ThreadReading>) -> Self {
        let items: Table<ItemNumber, &ThreadItem> = plan.items.iter().collect();
        let mut lines = Self {
            senseless: Vec::new(),
            unknown: Vec::new(),
            ends: Vec::new(),
            reached: Table::like(&items, Sections::default()),
            references: Table::like(&items, Vec::new()),
            items,
        };
        let stated = lines.links();
        for same in stated.chunk_by(|one, next| (one.low, one.high) == (next.low, next.high)) {
            lines.join(same, reading);
        }
        let senseless = lines.senseless.iter();
        let mut keys: Vec<u64> = senseless
            .map(|link| pack([link.item.place(), link.place, link.low.place(), link.high.place()]))
            .collect();
        sort(&mut keys);
        let link = |key: u64| {
            let [item, place, low, high] = unpack(key);
            let [item, low, high] = [item, low, high].map(ItemNumber::at);
            Link { low, high, item, place }
        };
        lines.senseless = keys.into_iter().map(link).collect();
        let ends = lines.ends.iter();
        let mut keys: Vec<u64> =
            ends.map(|(from, to)| pack([0, 0, from.place(), to.place()])).collect();
        sort(&mut keys);
        let ends = |key: u64| {
            let [_, _, from, to] = unpack(key).map(ItemNumber::at);
            (from, to)
        };
        lines.ends = keys.into_iter().map(ends).collect();
        lines
    }

    /// All links to known items, those between the same two items together. The others are noted.
    fn links(&mut self) -> Vec<Link> {
        let mut by_id = TextMap::default();
        for (number, item) in self.items.iter() {
            by_id.insert(&item.id, number);
        }
        let mut keys = Vec::new();
        for (item, stated) in self.items.iter() {
            // One that is named twice is unknown once, where it stands first.
            let mut unknown = Names::default();
            for (place, id) in stated.links.iter().flatten().enumerate() {
                match by_id.get(id) {
                    Some(&other) => {
                        let (low, high) = (item.min(other), item.max(other));
                        keys.push(pack([low.place(), high.place(), item.place(), place]));
                    }
                    None if unknown.insert(id) => self.unknown.push((item, place)),
                    None => {}
                }
            }
        }
        sort(&mut keys);
        let link = |key: u64| {
            let [low, high, item, place] = unpack(key);
            let [low, high, item] = [low, high, item].map(ItemNumber::at);
            Link { low, high, item, place }
        };
        keys.into_iter().map(link).collect()
    }

    /// Joins two items, by all links that state it.
    fn join(&mut self, same: &[Link], reading: Option<&ThreadReading>) {
        let Some(&first) = same.first() else { return };
        let Link { low, high, item, .. } = first;
        if low != high && same.iter().all(|link| link.item == item) {
            self.references[item].push(first.other());
        }
        let [low_section, high_section] = [low, high].map(|item| self.items[item].section);
        let may_join = reading.is_none_or(|reading| reading.may_join(low_section, high_section));
        if low == high || !may_join {
            self.senseless.push(first);
            return;
        }
        let is_first = low_section.kind() <= high_section.kind();
        self.ends.push(if is_first { (low, high) } else { (high, low) });
        self.reached[low].insert(high_section);
        self.reached[high].insert(low_section);
    }

    /// The id of an item.
    pub(super) fn id(&self, item: ItemNumber) -> &'p str {
        &self.items[item].id
    }

    /// The first so many lines as they are reported, and how many more there are.
    pub(super) fn views(&self, most: usize) -> (Vec<ThreadLine<'p>>, usize) {
        let line = |&(from, to): &(ItemNumber, ItemNumber)| ThreadLine {
            from: self.id(from),
            to: self.id(to),
            ends: (from, to),
        };
        let listed = self.ends.iter().take(most).map(line).collect();
        (listed, self.ends.len().saturating_sub(most))
    }
}
