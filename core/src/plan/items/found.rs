//! The items of a plan as they are found, the headings that they stand under, and its rows.

use super::marks::{Mark, leading, marks, only_marks};
use super::pieces::Piece;
use super::proposed::ItemKind;
use super::statement::{
    Label, is_aspiration, is_need, is_outcome, is_provision, leading_label, says_something,
};
use crate::document::map::{NumberMap, TextMap};
use crate::document::table::{Table, number};
use crate::law::PlanSection;
use crate::plan::document::{Block, BlockKind, TextPlace, Utf16Place};
use crate::plan::words::words;
use crate::text::order::sort_by;

number! {
    /// The number of an item that is found.
    pub(super) struct FoundNumber;

    /// The number of a heading that items stand under.
    pub(super) struct UnderNumber;
}

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
    pub(super) under: Vec<UnderNumber>,
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
    pub(super) items: Vec<FoundNumber>,
    pub(super) refers: Vec<Mark>,
    /// What is said of an item that stands elsewhere.
    pub(super) said: Vec<String>,
}

/// What a row has of each kind, in the order of the kinds.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides(Vec<(ItemKind, RowSide)>);

impl Sides {
    /// Adds what there is of a kind.
    pub(super) fn join(&mut self, kind: ItemKind, more: RowSide) {
        let at = self.0.partition_point(|(known, _)| *known < kind);
        match self.0.get_mut(at) {
            Some((known, side)) if *known == kind => {
                side.items.extend(more.items);
                side.refers.extend(more.refers);
                side.said.extend(more.said);
            }
            _ => self.0.insert(at, (kind, more)),
        }
    }

    /// Takes out what there is of a kind.
    pub(super) fn remove(&mut self, kind: ItemKind) {
        self.0.retain(|(known, _)| *known != kind);
    }

    /// What there is of all kinds.
    pub(super) fn all(&self) -> &[(ItemKind, RowSide)] {
        &self.0
    }

    /// What there is of all kinds, to change.
    pub(super) fn all_mut(&mut self) -> &mut [(ItemKind, RowSide)] {
        &mut self.0
    }
}

/// A row of a table, over all the parts in which its cells stand.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundRow {
    pub(super) sides: Sides,
    /// Whether a label stands at its beginning, and no heading over its columns.
    pub(super) has_label: bool,
    /// The kinds over whose columns it has headings.
    pub(super) heads: Vec<ItemKind>,
}

/// What is found in a plan.
#[derive(Debug, Default)]
pub(super) struct Finding {
    pub(super) items: Table<FoundNumber, Found>,
    pub(super) under: Table<UnderNumber, Under>,
    /// The rows, by the heading of their sections and their numbers.
    pub(super) rows: NumberMap<FoundRow>,
    texts: TextMap<FoundNumber>,
}

/// Where lines of a part are read.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) part: u32,
    pub(super) block: u32,
    pub(super) section: PlanSection,
    pub(super) kind: ItemKind,
    pub(super) under: UnderNumber,
    pub(super) label: Option<Label>,
}

impl Finding {
    /// The items of a paragraph.
    pub(super) fn lines(&mut self, place: &Place, block: &Block) {
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
    pub(super) fn aspirations(&mut self, place: &Place, text: Piece) {
        for sentence in text.sentences() {
            if is_aspiration(sentence.text) {
                for wish in wishes(sentence) {
                    self.push(place, wish, wish.text, Vec::new(), true);
                }
            }
        }
    }

    /// Adds a statement where it is an item.
    pub(super) fn statement(
        &mut self,
        place: &Place,
        text: Piece,
        number: Option<&str>,
        around: Option<&str>,
    ) -> Option<FoundNumber> {
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

    pub(super) fn push(
        &mut self,
        place: &Place,
        text: Piece,
        around: &str,
        mut names: Vec<Mark>,
        is_marked: bool,
    ) -> FoundNumber {
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
        // Aspirations and advice have no areas, so what stands twice there is two.
        let key = matches!(place.kind, ItemKind::Need | ItemKind::Outcome | ItemKind::Provision)
            .then(|| [place.section.word(), &words(text.text).join(" ")].join(" "));
        if let Some(known) = key.as_deref().and_then(|key| self.texts.get(key)) {
            let item = &mut self.items[*known];
            item.others.push(at);
            item.under.push(place.under);
            return *known;
        }
        let number = self.items.push(Found {
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
        if let Some(key) = key {
            self.texts.insert(&key, number);
        }
        number
    }

    /// The headings that an item stands under.
    pub(super) fn over(&self, item: &Found) -> impl Iterator<Item = &Under> {
        item.under.iter().map(|under| &self.under[*under])
    }

    /// Keeps some of the items, and those alone in the rows.
    pub(super) fn keep(&mut self, is_kept: impl Fn(FoundNumber, &Found) -> bool) {
        let mut kept = Table::default();
        let mut numbers = Table::like(&self.items, None);
        for (number, item) in numbers.numbers().zip(std::mem::take(&mut self.items)) {
            if is_kept(number, &item) {
                numbers[number] = Some(kept.push(item));
            }
        }
        self.items = kept;
        for (_, side) in self.rows.values_mut().flat_map(|row| row.sides.all_mut()) {
            side.items = side.items.iter().filter_map(|item| numbers[*item]).collect();
        }
    }
}

/// Whether a mark is that of an item of a kind in a section.
pub(super) fn is_of(mark: &Mark, kind: ItemKind, section: PlanSection) -> bool {
    mark.kind == kind && mark.section.is_none_or(|named| named == section)
}

/// The printed number of a list as a mark.
fn number_mark(number: &str, kind: ItemKind) -> Option<Mark> {
    only_marks(number, kind)?.into_iter().next()
}

/// The wishes of a sentence: parted where another "will" or "to" follows a comma or an "and".
fn wishes(sentence: Piece) -> Vec<Piece> {
    let starts = [", will ", " and will ", ", and will ", ", to ", " and to "];
    let mut ends: Vec<(usize, usize)> = starts
        .iter()
        .flat_map(|start| sentence.text.match_indices(start).map(|(at, found)| (at, found.len())))
        .collect();
    sort_by(&mut ends, Ord::cmp);
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
