//! Shares of plans, from counts that are shown.

use std::cmp::Ordering;
use std::fmt::Display;

use super::shown::{HIDDEN, Measure, Table, TableRow};
use crate::document::message::{Catalogue, Message};
use crate::report::messages::REPORT_SHARE;

/// How many plans of how many. Both are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) count: u32,
    pub(super) of: u32,
}

impl Share {
    /// Whole per cent, halves rounded up; none of no plans.
    pub(super) fn per_cent(self) -> Option<u32> {
        let twice = 200 * u64::from(self.count) + u64::from(self.of);
        let per_cent = twice.checked_div(2 * u64::from(self.of))?;
        per_cent.try_into().ok()
    }

    /// Whole per cent, rounded down; none of no plans.
    pub(super) fn per_cent_at_least(self) -> Option<u32> {
        let per_cent = (100 * u64::from(self.count)).checked_div(u64::from(self.of))?;
        per_cent.try_into().ok()
    }

    /// Whole per cent, and with them the plans; none of no plans.
    pub(super) fn said(self, catalogue: &Catalogue) -> Option<(u32, String)> {
        let per_cent = self.per_cent()?;
        let parts: [(&str, &dyn Display); 3] =
            [("per_cent", &per_cent), ("count", &self.count), ("of", &self.of)];
        Some((per_cent, catalogue.say(&REPORT_SHARE, &parts)))
    }

    /// How it stands to another share: exactly, and not by per cent.
    pub(super) fn compared_to(self, other: Self) -> Ordering {
        let across = |one: Self, other: Self| u64::from(one.count) * u64::from(other.of);
        across(self, other).cmp(&across(other, self))
    }

    /// A column of a row, of its sum; none where either is hidden.
    pub(super) fn in_row(table: &Table, row: &TableRow, column: &str) -> Option<Self> {
        Some(Self { count: table.count(row, column)?, of: row.sum()? })
    }
}

impl Measure {
    /// A share of plans, of which nothing before is known; without one it is hidden.
    pub(super) fn new(
        catalogue: &Catalogue,
        [id, table, label]: [&str; 3],
        share: Option<Share>,
    ) -> Self {
        let said = share.and_then(|share| share.said(catalogue));
        let (per_cent, words) =
            said.map_or((None, None), |(share, said)| (Some(share), Some(said)));
        Self {
            id: id.to_owned(),
            table: table.to_owned(),
            label: label.to_owned(),
            count: share.map(|share| share.count),
            of: share.map(|share| share.of),
            per_cent,
            words: words.unwrap_or_else(|| HIDDEN.to_owned()),
            points: None,
            change: None,
        }
    }

    /// The same in other words, where it is shown.
    pub(super) fn said_by(self, catalogue: &Catalogue, message: &Message) -> Self {
        self.said_with(catalogue, message, &[])
    }

    /// The same with more parts.
    pub(super) fn said_with(
        mut self,
        catalogue: &Catalogue,
        message: &Message,
        more: &[(&str, &dyn Display)],
    ) -> Self {
        if let (Some(per_cent), Some(count), Some(of)) = (self.per_cent, self.count, self.of) {
            let mut parts: Vec<(&str, &dyn Display)> =
                vec![("per_cent", &per_cent), ("count", &count), ("of", &of)];
            parts.extend(more);
            self.words = catalogue.say(message, &parts);
        }
        self
    }

    /// The plans that it is about, where they are shown.
    pub(super) fn share(&self) -> Option<Share> {
        Some(Share { count: self.count?, of: self.of? })
    }
}

/// The tables whose rows share out plans over all columns but the last, which is the sum.
fn has_shares(table: &Table) -> bool {
    let shared = ["grades", "sections", "descriptors", "wording", "thread", "timeliness", "orders"];
    let id = table.id.as_str();
    shared.contains(&id) || id.starts_with("by-") || table.is_of_families()
}

/// Works out which share of its row each count is.
pub(super) fn add_shares(table: &mut Table) {
    if !has_shares(table) {
        return;
    }
    for row in &mut table.rows {
        let Some(of) = row.sum() else { continue };
        let last = row.counts.len().saturating_sub(1);
        for (count, per_cent) in row.counts.iter().zip(&mut row.per_cent).take(last) {
            *per_cent = count.and_then(|count| Share { count, of }.per_cent());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn halves_are_rounded_up() {
        let per_cent = |count, of| Share { count, of }.per_cent();
        assert_eq!(per_cent(1, 8), Some(13));
        assert_eq!(per_cent(3, 40), Some(8));
        assert_eq!(per_cent(2, 3), Some(67));
        assert_eq!(per_cent(u32::MAX, u32::MAX), Some(100));
        assert_eq!(per_cent(0, 0), None);
        let at_least = |count, of| Share { count, of }.per_cent_at_least();
        assert_eq!((at_least(2, 3), at_least(1, 1), at_least(0, 0)), (Some(66), Some(100), None));
    }
}
