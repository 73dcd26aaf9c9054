//! The rows of tables: the items in their cells, and what the other cells say of items elsewhere.

use super::found::{Finding, FoundNumber, Place, RowSide, Sides, is_of};
use super::marks::{Mark, leading, marks, only_marks};
use super::pieces::Piece;
use super::proposed::ItemKind;
use super::statement::{Label, is_outcome, label, says_something};
use crate::document::map::key;
use crate::plan::document::{Block, BlockCell, BlockKind, ColumnMeaning, PlanPart};

impl Finding {
    /// The items of a row, and what its other cells say of items elsewhere.
    pub(super) fn row(
        &mut self,
        part: &PlanPart,
        place: &Place,
        block: &Block,
        cells: &[BlockCell],
    ) {
        let pieces = cell_pieces(&block.text, cells);
        let heading = &part.heading.place;
        let key = key([0, heading.file, heading.paragraph, block.row.unwrap_or(0)]);
        if block.kind == BlockKind::HeadingRow {
            let heads = cells.iter().filter_map(|cell| kind_of(cell.meaning?)).collect();
            self.rows.entry(&key).heads = heads;
            return;
        }
        let has_label = cells.first().is_some_and(|cell| cell.heading.is_none())
            && cells.get(1).is_some_and(|cell| cell.heading.is_some());
        let mut sides = Sides::default();
        let mut names = Vec::new();
        for (cell, piece) in cells.iter().zip(&pieces) {
            let kind = cell.meaning.and_then(kind_of).filter(|kind| *kind != place.kind);
            let is_reference = cell.meaning == Some(ColumnMeaning::Reference);
            if is_reference && names.is_empty() {
                names = only_marks(piece.text, place.kind).unwrap_or_default();
                names.retain(|mark| is_of(mark, place.kind, place.section));
                names.truncate(1);
            } else if let Some(kind) = kind
                && place.kind != ItemKind::Aspiration
            {
                sides.join(kind, side_of(piece.text, kind));
            } else if place.kind == ItemKind::Need
                && let Some(marks) = only_marks(piece.text, ItemKind::Advice)
                && marks.iter().all(|mark| mark.has_letter && mark.kind == ItemKind::Advice)
            {
                sides.join(ItemKind::Advice, RowSide { refers: marks, ..RowSide::default() });
            }
        }
        if names.is_empty()
            && let Some(first) = pieces.first()
        {
            let first = only_marks(first.text, place.kind).unwrap_or_default();
            names.extend(
                first.into_iter().filter(|mark| is_of(mark, place.kind, place.section)).take(1),
            );
        }
        let items = self.row_items(place, block, cells, &pieces, &names);
        if !items.is_empty()
            || cells.iter().any(|cell| cell.meaning.and_then(kind_of) == Some(place.kind))
        {
            sides.join(place.kind, RowSide { items, ..RowSide::default() });
        }
        let known = self.rows.entry(&key);
        for (kind, side) in sides.all() {
            known.sides.join(*kind, side.clone());
        }
        known.has_label |= has_label;
    }

    /// The items in the cells of a row.
    fn row_items(
        &mut self,
        place: &Place,
        block: &Block,
        cells: &[BlockCell],
        pieces: &[Piece],
        names: &[Mark],
    ) -> Vec<FoundNumber> {
        let has_meaning = |wanted: ItemKind| {
            cells.iter().position(|c| c.meaning.and_then(kind_of) == Some(wanted))
        };
        let all = Piece::new(&block.text);
        if place.kind == ItemKind::Aspiration {
            let cells = pieces.iter().skip(usize::from(pieces.len() > 1));
            cells.for_each(|piece| self.aspirations(place, *piece));
            return Vec::new();
        }
        if place.kind == ItemKind::Advice {
            let is_name = |piece: &Piece| {
                only_marks(piece.text, ItemKind::Advice).is_some_and(|_| !names.is_empty())
            };
            let behind = pieces.iter().skip_while(|piece| piece.text.is_empty() || is_name(piece));
            let Some(first) = behind.clone().next() else { return Vec::new() };
            let text = Piece {
                text: all.text.get(all.text.len() - rest(all, first)..).unwrap_or_default(),
                at: first.at,
            };
            return vec![self.push(place, text.trimmed(), text.text, names.to_vec(), true)];
        }
        let row_label =
            pieces.first().filter(|_| cells.first().is_some_and(|cell| cell.heading.is_none()));
        if let Some(Label::Strength | Label::Other) = row_label.and_then(|piece| label(piece.text))
        {
            return Vec::new();
        }
        let is_headed = cells.iter().any(|cell| cell.heading.is_some());
        let at = match has_meaning(place.kind) {
            Some(at) => at,
            // Who, how often or an outcome are no provision of their own.
            None if cells.iter().any(|cell| cell.meaning.is_some()) => return Vec::new(),
            None if is_headed && cells.first().is_some_and(|cell| cell.heading.is_none()) => 1,
            None => {
                let longest = pieces.iter().enumerate().max_by_key(|(_, piece)| piece.text.len());
                longest.map_or(0, |(at, _)| at)
            }
        };
        let is_labelled = has_meaning(place.kind).is_some();
        let Some(piece) = pieces.get(at) else { return Vec::new() };
        let lines = piece.lines();
        let is_split = match place.kind {
            ItemKind::Need | ItemKind::Provision => true,
            _ => lines.iter().all(|line| is_outcome(line.text, false)),
        };
        let lines = if is_split { lines } else { vec![*piece] };
        let said = Place { label: is_labelled.then_some(Label::Need).or(place.label), ..*place };
        let mut items = Vec::new();
        for line in &lines {
            let around = if lines.len() == 1 { block.text.as_str() } else { line.text };
            let item = if place.kind == ItemKind::Outcome && is_labelled {
                self.labelled(place, *line, around)
            } else {
                self.statement(&said, *line, None, Some(around))
            };
            items.extend(item);
        }
        if let ([item], false) = (items.as_slice(), names.is_empty()) {
            let item = &mut self.items[*item];
            item.names = names.to_vec();
            item.is_marked = true;
        }
        items
    }

    /// Adds what stands in a column of its kind.
    fn labelled(&mut self, place: &Place, text: Piece, around: &str) -> Option<FoundNumber> {
        let marked = leading(text.text).filter(|(mark, _)| is_of(mark, place.kind, place.section));
        let (names, rest) = match marked {
            Some((mark, end)) => (vec![mark], text.from(end)),
            None => (Vec::new(), text),
        };
        says_something(rest.text).then(|| self.push(place, rest, around, names, true))
    }
}

/// What a cell says of items of a kind that stand elsewhere.
fn side_of(text: &str, kind: ItemKind) -> RowSide {
    let mut side = RowSide::default();
    if let Some(marks) = only_marks(text, kind) {
        side.refers = marks;
    } else {
        side.refers.extend(marks(text).into_iter().filter(|mark| mark.kind == kind));
        let parts = text.split([';', '\n']).map(str::trim);
        side.said.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    side
}

/// How many bytes of a text stand from a piece of it on.
fn rest(all: Piece, first: &Piece) -> usize {
    let mut at = all.at;
    for (byte, character) in all.text.char_indices() {
        if at >= first.at {
            return all.text.len() - byte;
        }
        at += if character.len_utf16() == 2 { 2 } else { 1 };
    }
    0
}

/// What the cells of a column are, where they are items.
pub(super) const fn kind_of(meaning: ColumnMeaning) -> Option<ItemKind> {
    match meaning {
        ColumnMeaning::Need => Some(ItemKind::Need),
        ColumnMeaning::Outcome => Some(ItemKind::Outcome),
        ColumnMeaning::Provision => Some(ItemKind::Provision),
        ColumnMeaning::Advice => Some(ItemKind::Advice),
        _ => None,
    }
}

/// The texts of cells.
fn cell_pieces<'t>(text: &'t str, cells: &[BlockCell]) -> Vec<Piece<'t>> {
    let mut pieces = Vec::with_capacity(cells.len());
    let (mut byte, mut at) = (0, 0);
    let mut characters = text.chars();
    let mut to = |place: u32| {
        while at < place
            && let Some(character) = characters.next()
        {
            byte += character.len_utf8();
            at += if character.len_utf16() == 2 { 2 } else { 1 };
        }
        byte
    };
    for cell in cells {
        let (start, end) = (to(cell.at.0), to(cell.at.0.saturating_add(cell.length.0)));
        let text = text.get(start..end).unwrap_or_default();
        pieces.push(Piece { text, at: cell.at.0 }.trimmed());
    }
    pieces
}
