//! Finds the items in the blocks of a plan.

use std::collections::BTreeMap;

use super::marks::{Mark, leading, marks, only_marks};
use super::pieces::Piece;
use super::proposed::{ItemKind, MOST_PROPOSED_ITEMS};
use super::statement::{
    Label, is_aspiration, is_need, is_outcome, is_provision, label, leading_label, says_something,
};
use crate::law::PlanSection;
use crate::plan::document::{
    Block, BlockCell, BlockKind, ColumnMeaning, PlanDocument, PlanPart, TextPlace, Utf16Place,
};
use crate::plan::words::words;

/// Of the items of a section, the share that must have marks for those without to be left out: so many of so many.
const MOSTLY: (usize, usize) = (2, 3);

/// An item as it is found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) section: PlanSection,
    pub(super) kind: ItemKind,
    pub(super) text: String,
    /// The text with what stands beside it in its row.
    pub(super) around: String,
    pub(super) place: TextPlace,
    pub(super) others: Vec<TextPlace>,
    /// The marks that it has itself.
    pub(super) names: Vec<Mark>,
    /// The marks of others that its text names.
    pub(super) refers: Vec<Mark>,
    /// The headings that it stands under: one for each place.
    pub(super) under: Vec<usize>,
    /// Whether it is labelled as what it is, or has a mark.
    pub(super) is_marked: bool,
}

/// A heading within a section, or the area of need over a section.
#[derive(Debug, Clone, Default)]
pub(super) struct Under {
    pub(super) text: String,
    /// The words of the area of need that it names; none where it names a card or a kind.
    pub(super) area: Vec<String>,
    pub(super) marks: Vec<Mark>,
    pub(super) number: Option<String>,
}

/// What a row has of one kind.
#[derive(Debug, Clone, Default)]
pub(super) struct RowSide {
    pub(super) items: Vec<usize>,
    pub(super) refers: Vec<Mark>,
    /// What is said of an item that stands elsewhere.
    pub(super) said: Vec<String>,
}

/// A row of a table, over all the parts in which its cells stand.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundRow {
    pub(super) sides: BTreeMap<ItemKind, RowSide>,
    /// Whether a label stands at its beginning, and no heading over its columns.
    pub(super) has_label: bool,
    /// The kinds over whose columns it has headings.
    pub(super) heads: Vec<ItemKind>,
    pub(super) place: Option<TextPlace>,
}

/// What is found in a plan.
#[derive(Debug, Default)]
pub(super) struct Finding {
    pub(super) items: Vec<Found>,
    pub(super) under: Vec<Under>,
    /// The rows, by the heading of their sections and their numbers.
    pub(super) rows: BTreeMap<(u32, u32, u32), FoundRow>,
    texts: BTreeMap<(PlanSection, String), usize>,
}

/// Where lines of a part are read.
struct Place {
    part: u32,
    block: u32,
    section: PlanSection,
    kind: ItemKind,
    under: usize,
    label: Option<Label>,
}

/// The items of a plan, the headings that they stand under, and its rows.
pub(super) fn find(plan: &PlanDocument) -> Finding {
    let mut finding = Finding::default();
    for (number, part) in plan.parts.iter().enumerate() {
        finding.part(u32::try_from(number).unwrap_or(u32::MAX), part);
    }
    finding.items.truncate(MOST_PROPOSED_ITEMS);
    finding.leave_out_what_has_no_mark(PlanSection::B);
    finding.leave_out_what_has_no_mark(PlanSection::E);
    finding
}

impl Finding {
    fn part(&mut self, number: u32, part: &PlanPart) {
        let area = part.heading.area.clone().unwrap_or_default();
        let mut under = self.push_under(&area, None, None);
        let mut current = None;
        let kinds: Vec<(PlanSection, ItemKind)> =
            part.sections.iter().filter_map(|s| Some((*s, ItemKind::of(*s)?))).collect();
        for (block_number, block) in part.blocks.iter().enumerate() {
            if self.items.len() >= MOST_PROPOSED_ITEMS {
                return;
            }
            if block.kind == BlockKind::Heading {
                current = label(&block.text);
                if current.is_none() {
                    under = self.push_under(&block.text, block.number.as_deref(), Some(&area));
                }
                continue;
            }
            // "Needs." alone is a label for what follows.
            let is_alone = words(&block.text).len() <= 3 && block.cells.is_none();
            if let Some(label) = label(&block.text).filter(|_| is_alone) {
                current = Some(label);
                continue;
            }
            let section = section_of(&kinds, block);
            let Some((section, kind)) = section else { continue };
            let place = Place {
                part: number,
                block: u32::try_from(block_number).unwrap_or(u32::MAX),
                section,
                kind,
                under,
                label: current,
            };
            match &block.cells {
                Some(cells) => self.row(part, &place, block, &cells.0),
                None => self.lines(&place, block),
            }
        }
    }

    fn push_under(&mut self, text: &str, number: Option<&str>, area: Option<&str>) -> usize {
        let (named, rest) = match leading(text) {
            Some((mark, end)) => (Some(mark), text.get(end..).unwrap_or_default()),
            None => (None, text),
        };
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let number = Some(digits.as_str()).filter(|digits| !digits.is_empty()).or(number);
        let title = rest.split(['(', '[']).next().unwrap_or_default();
        let mut area_words = area_words(title);
        if area_words.is_empty() {
            area_words = area_words_of(area);
        }
        let mut marks = marks(rest);
        marks.extend(named);
        self.under.push(Under {
            text: text.trim().to_owned(),
            area: area_words,
            marks,
            number: number.map(|number| number.trim_end_matches(['.', ')']).to_owned()),
        });
        self.under.len() - 1
    }

    /// The items of a paragraph.
    fn lines(&mut self, place: &Place, block: &Block) {
        let all = Piece::new(&block.text);
        if place.kind == ItemKind::Aspiration {
            return self.aspirations(place, all);
        }
        if block.kind == BlockKind::Quotation {
            return;
        }
        let number = block.number.as_deref().filter(|_| block.kind == BlockKind::ListItem);
        self.statement(place, all, number, None);
    }

    /// The wishes in a text. One sentence may have several: "will make a friend, will travel alone and will find work".
    fn aspirations(&mut self, place: &Place, text: Piece) {
        for sentence in text.sentences() {
            if is_aspiration(sentence.text) {
                for wish in wishes(sentence) {
                    self.push(place, wish, wish.text, Vec::new(), true);
                }
            }
        }
    }

    /// Adds a statement where it is an item.
    fn statement(
        &mut self,
        place: &Place,
        text: Piece,
        number: Option<&str>,
        around: Option<&str>,
    ) -> Option<usize> {
        let marked = leading(text.text).filter(|(mark, _)| is_of(mark, place.kind, place.section));
        let (names, rest) = match marked {
            Some((mark, end)) => (vec![mark], text.from(end)),
            None => (
                number.and_then(|number| number_mark(number, place.kind)).into_iter().collect(),
                text,
            ),
        };
        let said = leading_label(rest.text).or(place.label);
        if !says_something(rest.text) || matches!(said, Some(Label::Strength | Label::Other)) {
            return None;
        }
        let has_name = text.at < rest.at;
        let is_labelled = said == Some(Label::Need) || has_name;
        let is_cited = marks(rest.text).iter().any(|mark| mark.kind == ItemKind::Advice);
        let is_item = match place.kind {
            ItemKind::Aspiration => true,
            ItemKind::Need => is_need(rest.text, place.section, is_labelled || is_cited),
            ItemKind::Outcome => is_outcome(rest.text, has_name),
            ItemKind::Provision => is_provision(rest.text),
            ItemKind::Advice => !rest.text.ends_with(':'),
        };
        is_item.then(|| {
            let is_marked = has_name || is_cited || !names.is_empty();
            self.push(place, rest, around.unwrap_or(rest.text), names, is_marked)
        })
    }

    fn push(
        &mut self,
        place: &Place,
        text: Piece,
        around: &str,
        mut names: Vec<Mark>,
        is_marked: bool,
    ) -> usize {
        let (mine, refers): (Vec<Mark>, Vec<Mark>) =
            marks(text.text).into_iter().partition(|mark| mark.kind == place.kind);
        if names.is_empty() {
            names.extend(
                mine.into_iter().filter(|mark| is_of(mark, place.kind, place.section)).take(1),
            );
        }
        let at = TextPlace {
            part: place.part,
            block: place.block,
            at: Utf16Place(text.at),
            length: Utf16Place(text.length()),
        };
        let number = self.items.len();
        // Aspirations and advice have no areas, so what stands twice there is two.
        if matches!(place.kind, ItemKind::Need | ItemKind::Outcome | ItemKind::Provision) {
            let key = (place.section, words(text.text).join(" "));
            let known = *self.texts.entry(key).or_insert(number);
            if let Some(item) = self.items.get_mut(known) {
                item.others.push(at);
                item.under.push(place.under);
                return known;
            }
        }
        self.items.push(Found {
            section: place.section,
            kind: place.kind,
            text: text.text.replace(['\t', '\n'], " "),
            around: around.to_owned(),
            place: at,
            others: Vec::new(),
            names,
            refers,
            under: vec![place.under],
            is_marked,
        });
        number
    }

    /// The items of a row, and what its other cells say of items elsewhere.
    fn row(&mut self, part: &PlanPart, place: &Place, block: &Block, cells: &[BlockCell]) {
        let pieces = cell_pieces(&block.text, cells);
        let key = (part.heading.place.file, part.heading.place.paragraph, block.row.unwrap_or(0));
        if block.kind == BlockKind::HeadingRow {
            let heads = cells.iter().filter_map(|cell| kind_of(cell.meaning?)).collect();
            self.rows.entry(key).or_default().heads = heads;
            return;
        }
        let has_label = cells.first().is_some_and(|cell| cell.heading.is_none())
            && cells.get(1).is_some_and(|cell| cell.heading.is_some());
        let mut row = FoundRow { has_label, ..FoundRow::default() };
        row.place = Some(TextPlace {
            part: place.part,
            block: place.block,
            at: Utf16Place(0),
            length: Utf16Place(Piece::new(&block.text).length()),
        });
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
                let side = row.sides.entry(kind).or_default();
                match only_marks(piece.text, kind) {
                    Some(marks) => side.refers.extend(marks),
                    None if !piece.text.is_empty() => {
                        side.refers
                            .extend(marks(piece.text).into_iter().filter(|m| m.kind == kind));
                        let parts = piece.text.split([';', '\n']).map(str::trim);
                        side.said.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
                    }
                    None => {}
                }
            } else if place.kind == ItemKind::Need
                && let Some(marks) = only_marks(piece.text, ItemKind::Advice)
                && marks.iter().all(|mark| mark.has_letter && mark.kind == ItemKind::Advice)
            {
                row.sides.entry(ItemKind::Advice).or_default().refers.extend(marks);
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
            row.sides.entry(place.kind).or_default().items = items;
        }
        let known = self.rows.entry(key).or_default();
        for (kind, side) in row.sides {
            let entry = known.sides.entry(kind).or_default();
            entry.items.extend(side.items);
            entry.refers.extend(side.refers);
            entry.said.extend(side.said);
        }
        known.has_label |= row.has_label;
        known.place = known.place.or(row.place);
    }

    /// The items in the cells of a row.
    fn row_items(
        &mut self,
        place: &Place,
        block: &Block,
        cells: &[BlockCell],
        pieces: &[Piece],
        names: &[Mark],
    ) -> Vec<usize> {
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
        if let ([item], false) = (items.as_slice(), names.is_empty())
            && let Some(item) = self.items.get_mut(*item)
        {
            item.names = names.to_vec();
            item.is_marked = true;
        }
        items
    }

    /// Adds what stands in a column of its kind.
    fn labelled(&mut self, place: &Place, text: Piece, around: &str) -> Option<usize> {
        let marked = leading(text.text).filter(|(mark, _)| is_of(mark, place.kind, place.section));
        let (names, rest) = match marked {
            Some((mark, end)) => (vec![mark], text.from(end)),
            None => (Vec::new(), text),
        };
        says_something(rest.text).then(|| self.push(place, rest, around, names, true))
    }

    /// Where a plan marks its needs or outcomes, or cites advice in its needs, what has neither is none.
    fn leave_out_what_has_no_mark(&mut self, section: PlanSection) {
        let is_there = |item: &&Found| item.section == section;
        let all = self.items.iter().filter(is_there).count();
        let marked = self.items.iter().filter(is_there).filter(|item| item.is_marked).count();
        if marked < all && marked * MOSTLY.1 >= all * MOSTLY.0 {
            let mut kept = Vec::new();
            let mut numbers = BTreeMap::new();
            for (number, item) in std::mem::take(&mut self.items).into_iter().enumerate() {
                if item.section != section || item.is_marked {
                    numbers.insert(number, kept.len());
                    kept.push(item);
                }
            }
            self.items = kept;
            for side in self.rows.values_mut().flat_map(|row| row.sides.values_mut()) {
                side.items =
                    side.items.iter().filter_map(|item| numbers.get(item).copied()).collect();
            }
        }
    }
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

/// Which of the sections of a part a block belongs to.
fn section_of(kinds: &[(PlanSection, ItemKind)], block: &Block) -> Option<(PlanSection, ItemKind)> {
    let (first, rest) = kinds.split_first()?;
    if rest.iter().all(|(_, kind)| *kind == first.1) {
        return Some(*first);
    }
    let has = |kind: ItemKind| {
        let cells = block.cells.iter().flat_map(|cells| cells.iter());
        cells.filter_map(|cell| cell.meaning.and_then(kind_of)).any(|found| found == kind)
    };
    let mut of_cells = kinds.iter().filter(|(_, kind)| has(*kind));
    let of_mark = leading(&block.text).map(|(mark, _)| mark.kind);
    let of_mark = || kinds.iter().find(|(_, kind)| Some(*kind) == of_mark);
    let says_outcome = is_outcome(&block.text, false) && block.text.starts_with("By ");
    let outcome = || kinds.iter().find(|(_, kind)| says_outcome && *kind == ItemKind::Outcome);
    of_cells.next().or_else(of_mark).or_else(outcome).or(kinds.last()).copied()
}

/// What the cells of a column are, where they are items.
const fn kind_of(meaning: ColumnMeaning) -> Option<ItemKind> {
    match meaning {
        ColumnMeaning::Need => Some(ItemKind::Need),
        ColumnMeaning::Outcome => Some(ItemKind::Outcome),
        ColumnMeaning::Provision => Some(ItemKind::Provision),
        ColumnMeaning::Advice => Some(ItemKind::Advice),
        _ => None,
    }
}

/// Whether a mark is that of an item of a kind in a section.
fn is_of(mark: &Mark, kind: ItemKind, section: PlanSection) -> bool {
    mark.kind == kind && mark.section.is_none_or(|named| named == section)
}

/// The printed number of a list as a mark.
fn number_mark(number: &str, kind: ItemKind) -> Option<Mark> {
    only_marks(number, kind)?.into_iter().next()
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

/// The wishes of a sentence: parted where another "will" or "to" follows a comma or an "and".
fn wishes(sentence: Piece) -> Vec<Piece> {
    let starts = [", will ", " and will ", ", and will ", ", to ", " and to "];
    let mut ends: Vec<(usize, usize)> = starts
        .iter()
        .flat_map(|start| sentence.text.match_indices(start).map(|(at, found)| (at, found.len())))
        .collect();
    ends.sort_unstable();
    let mut wishes = Vec::new();
    let mut start = 0;
    for (end, _) in ends {
        if end <= start {
            continue;
        }
        wishes.push(part_of(sentence, start, end));
        start = end + 1;
    }
    wishes.push(part_of(sentence, start, sentence.text.len()));
    wishes.retain(|wish| words(wish.text).len() > 2);
    wishes
}

fn part_of(piece: Piece, start: usize, end: usize) -> Piece {
    let from = piece.from(start);
    let text = piece.text.get(start..end).unwrap_or_default();
    Piece { text: text.trim(), at: from.at }
}

/// The words of an area of need in a heading, in order; none where the heading names a kind of items or has a number.
fn area_words(heading: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "and",
        "or",
        "the",
        "of",
        "area",
        "need",
        "needs",
        "outcome",
        "outcomes",
        "provision",
        "section",
    ];
    let mut words = words(heading);
    words.retain(|word| {
        !SMALL.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit())
    });
    words.sort_unstable();
    words
}

fn area_words_of(area: Option<&str>) -> Vec<String> {
    area.map(area_words).unwrap_or_default()
}
