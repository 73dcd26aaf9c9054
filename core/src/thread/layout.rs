//! The layout of a picture: which items are drawn, and where.

use super::finding::{Thread, ThreadFinding};
use super::label::marks;
use super::plan::ThreadKind;
use crate::text::order::{pack, sort, unpack};

/// The most items that a picture shows: more cannot be read.
const MOST_DRAWN: usize = 200;

// Lengths in pixels. Boxes stand in rows that run through all columns, and below each row a lane is free from
// side to side: a line that passes a column takes the lane and crosses no box.
pub(super) const MARGIN: usize = 40;
pub(super) const BOX_WIDTH: usize = 280;
pub(super) const BOX_HEIGHT: usize = 56;
pub(super) const MARK_HEIGHT: usize = 22;
/// Between two columns.
pub(super) const GAP: usize = 88;
/// Above the first row.
const HEAD: usize = 172;
const LANE_HEIGHT: usize = 36;

/// How many lines run side by side in a lane before they share a place.
const PLACES: usize = 5;

/// Where everything stands.
pub(super) struct Layout {
    /// The numbers of the items in each column, from top to bottom.
    pub(super) columns: Vec<Vec<usize>>,
    /// How many items are drawn.
    pub(super) drawn: usize,
    /// The column and the row of each item that is drawn.
    places: Vec<Option<(usize, usize)>>,
    /// The top of each row, and the top of its lane.
    rows: Vec<(usize, usize)>,
}

impl Layout {
    pub(super) fn new(thread: &Thread, breaks: &[Vec<&ThreadFinding>]) -> Self {
        let is_unbroken = |number: &usize| breaks.get(*number).is_none_or(Vec::is_empty);
        let broken = (0..thread.items.len()).filter(|number| !is_unbroken(number));
        let unbroken = (0..thread.items.len()).filter(is_unbroken);
        let key = |number: usize| {
            let section = thread.items.get(number).map_or(0, |item| item.section as usize);
            pack([0, 0, section, number])
        };
        let mut order: Vec<u64> = broken.chain(unbroken).take(MOST_DRAWN).map(key).collect();
        let drawn = order.len();
        sort(&mut order);
        let mut columns = vec![Vec::new(); ThreadKind::ALL.len()];
        for number in order.into_iter().map(|key| unpack(key)[3]) {
            let Some(item) = thread.items.get(number) else { continue };
            if let Some(column) = columns.get_mut(item.kind as usize) {
                column.push(number);
            }
        }
        let mut places = vec![None; thread.items.len()];
        let mut most_marks: Vec<usize> = Vec::new();
        for (column, numbers) in columns.iter().enumerate() {
            for (row, number) in numbers.iter().enumerate() {
                if let Some(place) = places.get_mut(*number) {
                    *place = Some((column, row));
                }
                let count = breaks.get(*number).map_or(0, |breaks| marks(breaks).len());
                match most_marks.get_mut(row) {
                    Some(most) => *most = count.max(*most),
                    None => most_marks.push(count),
                }
            }
        }
        let mut rows = Vec::new();
        let mut top = HEAD;
        for count in most_marks {
            let bottom = top + BOX_HEIGHT + count * MARK_HEIGHT;
            rows.push((top, bottom));
            top = bottom + LANE_HEIGHT;
        }
        Self { columns, drawn, places, rows }
    }

    pub(super) fn width(&self) -> usize {
        let count = self.columns.len();
        2 * MARGIN + count * BOX_WIDTH + count.saturating_sub(1) * GAP
    }

    pub(super) fn height(&self) -> usize {
        MARGIN + self.rows.last().map_or(HEAD, |(_, bottom)| bottom + LANE_HEIGHT)
    }

    /// The column and the row of an item, if it is drawn.
    pub(super) fn place(&self, number: usize) -> Option<(usize, usize)> {
        self.places.get(number).copied().flatten()
    }

    pub(super) fn top(&self, row: usize) -> usize {
        self.rows.get(row).map_or(HEAD, |(top, _)| *top)
    }

    /// The middle of the boxes of a row.
    pub(super) fn middle(&self, row: usize) -> usize {
        self.top(row) + BOX_HEIGHT / 2
    }

    /// The height at which each line of the thread runs along a lane, for the lines that pass a column.
    pub(super) fn lanes(&self, thread: &Thread) -> Vec<Option<usize>> {
        let mut taken = vec![0; self.rows.len()];
        let lines = thread.lines.iter().map(|line| {
            let (from, to) = (self.place(line.ends.0)?, self.place(line.ends.1)?);
            if to.0 <= from.0 + 1 {
                return None;
            }
            let row = from.1.min(to.1);
            let (_, top) = self.rows.get(row)?;
            let taken = taken.get_mut(row)?;
            let lane = top + LANE_HEIGHT / (PLACES + 1) * (*taken % PLACES + 1);
            *taken += 1;
            Some(lane)
        });
        lines.collect()
    }
}

/// The left edge of a column.
pub(super) fn left(column: usize) -> usize {
    MARGIN + column * (BOX_WIDTH + GAP)
}
