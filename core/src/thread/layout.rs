//! The layout of a picture: which items are drawn, and where.

use super::finding::Thread;
use super::label::{Items, marks};
use super::plan::{ItemNumber, ThreadKind};
use crate::document::table::{Number, Table, number};
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

number! {
    /// The number of a row of boxes.
    pub(super) struct RowNumber;
}

/// A row of boxes.
struct Row {
    /// Its top.
    top: usize,
    /// The top of the lane below it.
    lane: usize,
}

/// Where an item is drawn.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) column: usize,
    pub(super) row: RowNumber,
}

/// Where everything stands.
pub(super) struct Layout {
    /// The numbers of the items in each column, from top to bottom.
    pub(super) columns: Vec<Vec<ItemNumber>>,
    /// How many items are drawn.
    pub(super) drawn: usize,
    /// The place of each item that is drawn.
    places: Table<ItemNumber, Option<Place>>,
    rows: Table<RowNumber, Row>,
}

impl Layout {
    pub(super) fn new(items: &Items) -> Self {
        let is_broken = |number: &ItemNumber| !items[*number].breaks.is_empty();
        let broken = items.numbers().filter(is_broken);
        let unbroken = items.numbers().filter(|number| !is_broken(number));
        let key =
            |number: ItemNumber| pack([0, 0, items[number].item.section as usize, number.place()]);
        let mut order: Vec<u64> = broken.chain(unbroken).take(MOST_DRAWN).map(key).collect();
        sort(&mut order);
        let order: Vec<ItemNumber> =
            order.into_iter().map(|key| ItemNumber::at(unpack(key)[3])).collect();
        let column = |kind: &ThreadKind| {
            order.iter().copied().filter(|number| items[*number].item.kind == *kind).collect()
        };
        let columns: Vec<Vec<ItemNumber>> = ThreadKind::ALL.iter().map(column).collect();
        let mut places = Table::like(items, None);
        let mut most_marks: Table<RowNumber, usize> = Table::default();
        for (column, numbers) in columns.iter().enumerate() {
            for (row, number) in numbers.iter().enumerate() {
                let count = marks(&items[*number].breaks).len();
                let row = most_marks.number(row).unwrap_or_else(|| most_marks.push(0));
                most_marks[row] = most_marks[row].max(count);
                places[*number] = Some(Place { column, row });
            }
        }
        let mut rows = Table::default();
        let mut top = HEAD;
        for count in most_marks.rows() {
            let lane = top + BOX_HEIGHT + count * MARK_HEIGHT;
            rows.push(Row { top, lane });
            top = lane + LANE_HEIGHT;
        }
        Self { columns, drawn: order.len(), places, rows }
    }

    pub(super) fn width(&self) -> usize {
        let count = self.columns.len();
        2 * MARGIN + count * BOX_WIDTH + count.saturating_sub(1) * GAP
    }

    pub(super) fn height(&self) -> usize {
        MARGIN + self.rows.rows().last().map_or(HEAD, |row| row.lane + LANE_HEIGHT)
    }

    /// Where an item is drawn, if it is.
    pub(super) fn place(&self, number: ItemNumber) -> Option<Place> {
        self.places[number]
    }

    /// The top of the boxes of each row.
    pub(super) fn tops(&self) -> impl Iterator<Item = usize> {
        self.rows.rows().iter().map(|row| row.top)
    }

    /// The middle of the boxes of a row.
    pub(super) fn middle(&self, row: RowNumber) -> usize {
        self.rows[row].top + BOX_HEIGHT / 2
    }

    /// The height at which each line of the thread runs along a lane, for the lines that pass a column.
    pub(super) fn lanes(&self, thread: &Thread) -> Vec<Option<usize>> {
        let mut taken = Table::like(&self.rows, 0);
        let lines = thread.lines.iter().map(|line| {
            let (from, to) = (self.place(line.ends.0)?, self.place(line.ends.1)?);
            if to.column <= from.column + 1 {
                return None;
            }
            let row = from.row.min(to.row);
            let lane = self.rows[row].lane + LANE_HEIGHT / (PLACES + 1) * (taken[row] % PLACES + 1);
            taken[row] += 1;
            Some(lane)
        });
        lines.collect()
    }
}

/// The left edge of a column.
pub(super) fn left(column: usize) -> usize {
    MARGIN + column * (BOX_WIDTH + GAP)
}
