//! The links that a plan states: by marks, and by rows and cards.

use super::found::{Finding, FoundNumber, FoundRow, Sides};
use super::marks::Mark;
use super::proposed::{ItemKind, LinkBasis, MOST_PROPOSED_LINKS};
use super::weights::{Weighed, Weights};
use crate::document::map::{NumberMap, TextMap, key, parts};
use crate::document::table::{Number, Table};
use crate::law::PlanSection;
use crate::plan::document::Sureness;
use crate::plan::words::words;
use crate::text::order::{distinct, sort_by};

/// The most items of one kind in a row that are linked to each of another.
const MOST_OF_A_ROW: usize = 50;

/// The most needs with which what a row says of a need is compared.
const MOST_COMPARED: usize = 500;

/// How near what a row says of an item must be to it.
const NEAR_ENOUGH: u64 = 150;

/// The kinds between which there are links.
pub(super) const JOINED: [(ItemKind, ItemKind); 5] = [
    (ItemKind::Aspiration, ItemKind::Outcome),
    (ItemKind::Need, ItemKind::Outcome),
    (ItemKind::Need, ItemKind::Provision),
    (ItemKind::Need, ItemKind::Advice),
    (ItemKind::Outcome, ItemKind::Provision),
];

/// What a link rests on, how sure it is, and the item whose place says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    pub(super) basis: LinkBasis,
    pub(super) sureness: Sureness,
    pub(super) says: FoundNumber,
}

/// The links of a plan while they are made.
#[derive(Debug)]
pub(super) struct Links<'f> {
    pub(super) finding: &'f Finding,
    pub(super) weights: Weights,
    pub(super) weighed: Table<FoundNumber, Weighed>,
    /// The links, each once, from the item that comes first.
    made: NumberMap<Ground>,
    /// To which items of each kind an item is linked.
    to: NumberMap<Vec<FoundNumber>>,
    /// Among which items of a kind the one is that an item belongs to, where the plan says so much.
    among: NumberMap<Vec<FoundNumber>>,
    /// The items by their marks, by the numbers of the headings that they stand under, and by areas of need.
    named: TextMap<Vec<FoundNumber>>,
    under_number: TextMap<Vec<FoundNumber>>,
    in_area: TextMap<Vec<FoundNumber>>,
}

impl<'f> Links<'f> {
    /// The links that a plan states.
    pub(super) fn stated(finding: &'f Finding) -> Self {
        let weights = Weights::of(finding.items.rows().iter().map(|item| item.around.as_str()));
        let weighed = finding.items.rows().iter().map(|item| weights.weigh(&item.around)).collect();
        let mut links = Self {
            finding,
            weights,
            weighed,
            made: NumberMap::default(),
            to: NumberMap::default(),
            among: NumberMap::default(),
            named: TextMap::default(),
            under_number: TextMap::default(),
            in_area: TextMap::default(),
        };
        links.index();
        links.by_marks();
        links.by_headings();
        links.by_rows();
        links.by_areas();
        links
    }

    /// Finds items by their marks, headings and areas.
    fn index(&mut self) {
        let finding = self.finding;
        for (number, item) in finding.items.iter() {
            for mark in &item.names {
                keep(self.named.entry(&mark_key(item.section, &mark.number)), number);
            }
            for under in finding.over(item) {
                if let Some(printed) = &under.number {
                    keep(self.under_number.entry(&text_key(item.kind, printed)), number);
                }
                if !under.area.is_empty() {
                    keep(self.in_area.entry(&text_key(item.kind, &under.area.join(" "))), number);
                }
            }
        }
    }

    /// Adds a link where there may be one and none is there.
    pub(super) fn add(&mut self, one: FoundNumber, other: FoundNumber, ground: Ground) {
        let [kind, other_kind] = [one, other].map(|item| self.finding.items[item].kind);
        let is_joined =
            JOINED.contains(&(kind, other_kind)) || JOINED.contains(&(other_kind, kind));
        if !is_joined || self.are_linked(one, other) || self.made.len() >= MOST_PROPOSED_LINKS {
            return;
        }
        self.made.insert(&pair_key(one, other), ground);
        self.to.entry(&kind_key(one, other_kind)).push(other);
        self.to.entry(&kind_key(other, kind)).push(one);
    }

    /// Whether there is a link between two items.
    pub(super) fn are_linked(&self, one: FoundNumber, other: FoundNumber) -> bool {
        self.made.contains(&pair_key(one, other))
    }

    /// The links in the order of the items that come first, with both items.
    pub(super) fn all(&self) -> impl Iterator<Item = ([FoundNumber; 2], &Ground)> {
        self.made.iter().map(|(key, ground)| {
            let [_, _, one, other] = parts(*key);
            ([one, other].map(|number| FoundNumber::at(number as usize)), ground)
        })
    }

    /// Among which items of a kind the one is that an item belongs to.
    pub(super) fn among(&self, item: FoundNumber, kind: ItemKind) -> Option<&Vec<FoundNumber>> {
        self.among.get(&kind_key(item, kind))
    }

    /// The items of a kind to which an item is linked.
    pub(super) fn linked(&self, item: FoundNumber, kind: ItemKind) -> &[FoundNumber] {
        self.to.get(&kind_key(item, kind)).map_or(&[], Vec::as_slice)
    }

    /// The items that a mark stands for, as an item of a section uses it.
    fn resolve(&self, mark: &Mark, from: PlanSection) -> Vec<FoundNumber> {
        let of = |section: &PlanSection| {
            let fits = ItemKind::of(*section) == Some(mark.kind);
            self.named.get(&mark_key(*section, &mark.number)).filter(|_| fits)
        };
        if let Some(section) = mark.section {
            return of(&section).cloned().unwrap_or_default();
        }
        let named: Vec<FoundNumber> =
            PlanSection::ALL.iter().filter_map(of).flatten().copied().collect();
        // "Need 1" in Section G is the first of Section C, where B has one too.
        let near: Vec<FoundNumber> =
            answered(from).iter().filter_map(of).flatten().copied().collect();
        if named.len() > 1 && !near.is_empty() { near } else { named }
    }

    /// Links by the marks that stand in the texts of items.
    fn by_marks(&mut self) {
        let finding = self.finding;
        for (number, item) in finding.items.iter() {
            let mut named = Vec::new();
            for mark in &item.refers {
                if let [other] = self.resolve(mark, item.section).as_slice() {
                    named.push(*other);
                    self.add(number, *other, ground(LinkBasis::Mark, Sureness::Sure, number));
                }
            }
            // What one piece of provision names together hangs together.
            for (at, one) in named.iter().enumerate() {
                for other in named.iter().skip(at + 1) {
                    self.add(*one, *other, ground(LinkBasis::Chain, Sureness::Likely, number));
                }
            }
        }
    }

    /// Links by the marks in the headings that items stand under. Where a heading names several, each item belongs to
    /// one of them.
    fn by_headings(&mut self) {
        let finding = self.finding;
        for (number, item) in finding.items.iter() {
            for under in finding.over(item) {
                for kind in ItemKind::ALL.iter().filter(|kind| **kind != item.kind) {
                    let marks = under.marks.iter().filter(|mark| mark.kind == *kind);
                    let mut named: Vec<FoundNumber> =
                        marks.flat_map(|mark| self.resolve(mark, item.section)).collect();
                    distinct(&mut named);
                    self.belongs(
                        number,
                        *kind,
                        &named,
                        ground(LinkBasis::Card, Sureness::Sure, number),
                    );
                }
            }
        }
    }

    /// Links an item to the only one, or keeps in mind that it belongs to one of several.
    fn belongs(
        &mut self,
        item: FoundNumber,
        kind: ItemKind,
        named: &[FoundNumber],
        ground: Ground,
    ) {
        match named {
            [] => {}
            [one] => self.add(item, *one, ground),
            several => {
                self.among.or_insert_with(&kind_key(item, kind), || several.to_vec());
            }
        }
    }

    /// Links by rows and cards.
    fn by_rows(&mut self) {
        let finding = self.finding;
        let mut above = Sides::default();
        let mut card: Option<FoundRow> = None;
        let mut opener = None;
        let mut before = None;
        for (key, row) in finding.rows.iter() {
            if before != key.checked_sub(1) {
                above = Sides::default();
                self.card(card.take());
                opener = None;
            }
            before = Some(*key);
            row.heads.iter().for_each(|kind| above.remove(*kind));
            if row.has_label {
                let kind = row.sides.all().first().map(|(kind, _)| *kind);
                if kind.is_some() && (opener.is_none() || opener == kind) {
                    // A row of another kind may go on with the card that is open.
                    self.card(card.take());
                    opener = kind;
                    above = Sides::default();
                }
                let open = card.get_or_insert_with(FoundRow::default);
                merge(open, row);
                continue;
            }
            if let Some(open) = card.as_mut().filter(|_| !row.sides.all().is_empty()) {
                merge(open, row);
            }
            // What stands above counts for the kinds of which the row has nothing.
            for (kind, _) in row.sides.all() {
                above.remove(*kind);
            }
            for (kind, side) in row.sides.all() {
                above.join(*kind, side.clone());
            }
            self.unit(&above, LinkBasis::Row);
        }
        self.card(card);
    }

    fn card(&mut self, card: Option<FoundRow>) {
        if let Some(card) = card {
            self.unit(&card.sides, LinkBasis::Card);
        }
    }

    /// Links outcomes and provision to the only need of their area, and provision to its only outcome.
    fn by_areas(&mut self) {
        let finding = self.finding;
        let mut found = Vec::new();
        for (number, item) in finding.items.iter() {
            let kinds: &[ItemKind] = match item.kind {
                ItemKind::Outcome => &[ItemKind::Need],
                ItemKind::Provision => &[ItemKind::Need, ItemKind::Outcome],
                _ => continue,
            };
            let areas = finding.over(item);
            for area in areas.filter(|under| !under.area.is_empty()) {
                for kind in kinds.iter().filter(|kind| self.linked(number, **kind).is_empty()) {
                    let area = text_key(*kind, &area.area.join(" "));
                    if let Some([only]) = self.in_area.get(&area).map(Vec::as_slice) {
                        found.push((number, *only));
                    }
                }
            }
        }
        for (item, only) in found {
            self.add(item, only, ground(LinkBasis::Area, Sureness::Likely, item));
        }
    }

    /// Links what stands together in a row or a card.
    fn unit(&mut self, row: &Sides, basis: LinkBasis) {
        let items = row.all().iter().flat_map(|(_, side)| side.items.iter().copied());
        let Some(says) = items.clone().next() else { return };
        let last = items.last().unwrap_or(says);
        let from = self.finding.items[last].section;
        let mut sides = Vec::new();
        for (kind, side) in row.all() {
            let mut all = side.items.clone();
            let mut basis = basis;
            let mut is_exact = false;
            if all.is_empty() {
                is_exact = side.refers.iter().all(|mark| self.resolve(mark, from).len() == 1);
                let marks = side.refers.iter().flat_map(|mark| self.meant(mark, from));
                all.extend(marks);
                basis = LinkBasis::Mark;
            }
            if all.is_empty() {
                all = side.said.iter().flat_map(|said| self.said(*kind, said)).collect();
                basis = LinkBasis::SameWords;
            }
            distinct(&mut all);
            all.truncate(MOST_OF_A_ROW);
            sides.push((*kind, all, basis, is_exact));
        }
        let side = |wanted: ItemKind| sides.iter().find(|(kind, ..)| *kind == wanted);
        for (kind, other_kind) in JOINED {
            let (Some((_, ones, basis, is_exact)), Some((_, others, other_basis, _))) =
                (side(kind), side(other_kind))
            else {
                continue;
            };
            let basis = if *basis == LinkBasis::Row || *basis == LinkBasis::Card {
                *other_basis
            } else {
                *basis
            };
            let sureness =
                if basis == LinkBasis::SameWords { Sureness::Likely } else { Sureness::Sure };
            let ground = ground(basis, sureness, says);
            // Of several needs in a row each provision answers one, unless it names them; an outcome answers all.
            if ones.len() > 1 && !is_exact && other_kind == ItemKind::Provision {
                for other in others {
                    self.belongs(*other, kind, ones, ground);
                }
            } else {
                for one in ones {
                    for other in others {
                        self.add(*one, *other, ground);
                    }
                }
            }
        }
    }

    /// The items that a mark in a cell stands for: those with the mark, or those under the heading with its number.
    fn meant(&self, mark: &Mark, from: PlanSection) -> Vec<FoundNumber> {
        let named = self.resolve(mark, from);
        if !named.is_empty() || mark.has_letter {
            return named;
        }
        self.under_number.get(&text_key(mark.kind, &mark.number)).cloned().unwrap_or_default()
    }

    /// The items of a kind that a cell speaks of: those of an area, or the nearest by its words.
    fn said(&self, kind: ItemKind, said: &str) -> Vec<FoundNumber> {
        let items = self.finding.items.iter().filter(|(_, item)| item.kind == kind);
        let mut area = words(said);
        area.retain(|word| !["and", "or"].contains(&word.as_str()));
        sort_by(&mut area, Ord::cmp);
        if let Some(in_area) = self.in_area.get(&text_key(kind, &area.join(" "))) {
            return in_area.clone();
        }
        let weighed = self.weights.weigh(said);
        let near = items.take(MOST_COMPARED).filter_map(|(number, _)| {
            let near = weighed.near(&self.weighed[number]);
            (near >= NEAR_ENOUGH).then_some((near, std::cmp::Reverse(number)))
        });
        near.max().map(|(_, number)| number.0).into_iter().collect()
    }
}

/// The sections whose needs the provision of a section answers; all of them for outcomes.
pub(super) const fn answered(section: PlanSection) -> &'static [PlanSection] {
    match section {
        PlanSection::F => &[PlanSection::B],
        PlanSection::G => &[PlanSection::C],
        PlanSection::H1 | PlanSection::H2 => &[PlanSection::D],
        _ => &[PlanSection::B, PlanSection::C, PlanSection::D],
    }
}

pub(super) const fn ground(basis: LinkBasis, sureness: Sureness, says: FoundNumber) -> Ground {
    Ground { basis, sureness, says }
}

/// Keeps an item where there are not too many.
fn keep(items: &mut Vec<FoundNumber>, item: FoundNumber) {
    if items.len() < MOST_OF_A_ROW {
        items.push(item);
    }
}

/// Adds what a row has to a card.
fn merge(card: &mut FoundRow, row: &FoundRow) {
    for (kind, side) in row.sides.all() {
        card.sides.join(*kind, side.clone());
    }
}

/// Two items as one key, the first of the plan first.
fn pair_key(one: FoundNumber, other: FoundNumber) -> u128 {
    number_key(one.min(other).place(), one.max(other).place())
}

/// An item and a kind as one key.
fn kind_key(item: FoundNumber, kind: ItemKind) -> u128 {
    number_key(item.place(), kind as usize)
}

fn number_key(one: usize, other: usize) -> u128 {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    key([0, 0, number(one), number(other)])
}

/// A kind and a text as one key.
fn text_key(kind: ItemKind, text: &str) -> String {
    [kind.word(), text].join(" ")
}

/// A section and the number of a mark as one key.
fn mark_key(section: PlanSection, number: &str) -> String {
    [section.word(), number].join(" ")
}
