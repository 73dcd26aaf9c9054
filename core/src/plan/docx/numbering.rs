//! The numbers that Word prints in front of the paragraphs of a list, which the text of the file does not have.

use super::xml::{Next, Start, Xml};
use crate::document::map::{NumberMap, Numbers, TextMap, key};
use crate::plan::problem::PlanProblem;

/// The levels of a list.
const LEVELS: usize = 9;

/// The greatest number that is printed as letters or in Roman figures; beyond it figures are printed.
const MOST_IN_LETTERS: u32 = 780;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    /// The printed text, in which `%1` stands for the number of the first level.
    text: String,
    /// The style that takes this level.
    style: Option<String>,
}

/// The levels of a kind of list.
#[derive(Debug, Clone, Default)]
struct Kind {
    levels: [Option<Level>; LEVELS],
    /// The style whose list this one takes the place of.
    style_link: Option<String>,
    /// The style that stands for this list.
    for_style: Option<String>,
}

/// A list.
#[derive(Debug, Clone, Default)]
struct List {
    kind: u32,
    /// Where it starts anew, by level.
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: NumberMap<Kind>,
    lists: NumberMap<List>,
    counts: NumberMap<[Option<u32>; LEVELS]>,
    /// The kinds of lists by the styles that stand for them.
    by_style: TextMap<u32>,
    /// The lists that have started anew.
    started: Numbers,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str) -> Result<Self, PlanProblem> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Next::Start(start) if start.word() == "abstractNum" => {
                    let id = number(&start, "abstractNumId");
                    let kind = read_kind(&mut xml)?;
                    if let Some(style) = &kind.for_style {
                        numbering.by_style.or_insert_with(style, || id);
                    }
                    numbering.kinds.insert(&id.into(), kind);
                }
                Next::Start(start) if start.word() == "num" => {
                    let id = number(&start, "numId");
                    let list = read_list(&mut xml)?;
                    numbering.lists.insert(&id.into(), list);
                }
                Next::Nothing => return Ok(numbering),
                _ => {}
            }
        }
    }

    /// The level that a list has for a style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let kind = self.kinds.get(&self.lists.get(&list.into())?.kind.into())?;
        let has_style = |level: &Level| level.style.as_deref() == Some(style);
        let mut levels = kind.levels.iter();
        u8::try_from(levels.position(|level| level.as_ref().is_some_and(has_style))?).ok()
    }

    /// Counts a paragraph of a list, and returns what is printed in front of it.
    pub(super) fn count(&mut self, list: u32, level: u8) -> Option<String> {
        let level = usize::from(level).min(LEVELS - 1);
        let found = self.lists.get(&list.into())?;
        let kind_id = self.kind_of(found);
        let kind = self.kinds.get(&kind_id.into())?;
        let level_at = |level: usize| {
            let of_list = found.levels.get(level).and_then(Option::as_ref);
            of_list.or_else(|| kind.levels.get(level)?.as_ref())
        };
        let starts_at = |level: usize| level_at(level).and_then(|level| level.start).unwrap_or(1);

        let counts = self.counts.entry(&kind_id.into());
        for ((at, count), starts) in (0_u32..).zip(counts.iter_mut()).zip(&found.starts) {
            let place = at as usize;
            if let Some(start) = *starts
                && place <= level
                && self.started.insert(&key([0, 0, list, at]))
            {
                *count = (place < level).then_some(start);
                if place == level {
                    *count = start.checked_sub(1);
                }
            }
            *count = match *count {
                count if place < level => count.or_else(|| Some(starts_at(place))),
                _ if place > level => None,
                Some(count) => Some(count.saturating_add(1)),
                None => Some(starts.unwrap_or_else(|| starts_at(place))),
            };
        }
        let counts = *counts;
        let printed = level_at(level)?;
        match printed.format.as_str() {
            "none" => return None,
            "bullet" => return Some("•".to_owned()),
            _ => {}
        }
        let mut text = String::new();
        let mut characters = printed.text.chars();
        while let Some(character) = characters.next() {
            let mut rest = characters.clone();
            let digit = rest.next().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
            match digit {
                Some(digit) if character == '%' => {
                    characters = rest;
                    let at = digit as usize - 1;
                    let count = counts.get(at).copied().flatten().unwrap_or(1);
                    text.push_str(&in_format(
                        count,
                        level_at(at).map_or("", |level| &level.format),
                    ));
                }
                _ => text.push(character),
            }
        }
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The kind of a list, through a style where one stands in between.
    fn kind_of(&self, list: &List) -> u32 {
        let kind = self.kinds.get(&list.kind.into());
        let style = kind.and_then(|kind| kind.style_link.as_ref());
        style.and_then(|style| self.by_style.get(style)).copied().unwrap_or(list.kind)
    }
}

fn read_kind(xml: &mut Xml) -> Result<Kind, PlanProblem> {
    let mut kind = Kind::default();
    xml.children(&mut |xml, start| {
        match start.word() {
            "lvl" => {
                let at = number(start, "ilvl") as usize;
                let level = read_level(xml)?;
                if let Some(place) = kind.levels.get_mut(at) {
                    *place = Some(level);
                }
                return Ok(true);
            }
            "numStyleLink" => kind.style_link = start.value().map(Into::into),
            "styleLink" => kind.for_style = start.value().map(Into::into),
            _ => {}
        }
        Ok(false)
    })?;
    Ok(kind)
}

fn read_level(xml: &mut Xml) -> Result<Level, PlanProblem> {
    let mut level = Level::default();
    xml.children(&mut |_, start| {
        match start.word() {
            "start" => level.start = start.number(),
            "numFmt" => level.format = start.value().unwrap_or_default().into_owned(),
            "lvlText" => level.text = start.value().unwrap_or_default().into_owned(),
            "pStyle" => level.style = start.value().map(Into::into),
            _ => {}
        }
        Ok(false)
    })?;
    Ok(level)
}

fn read_list(xml: &mut Xml) -> Result<List, PlanProblem> {
    let mut list = List::default();
    xml.children(&mut |xml, start| {
        match start.word() {
            "abstractNumId" => list.kind = start.number().unwrap_or_default(),
            "lvlOverride" => {
                let at = number(start, "ilvl") as usize;
                xml.children(&mut |xml, start| {
                    match start.word() {
                        "startOverride" => {
                            if let Some(place) = list.starts.get_mut(at) {
                                *place = Some(start.number().unwrap_or(1));
                            }
                        }
                        "lvl" => {
                            let level = read_level(xml)?;
                            if let Some(place) = list.levels.get_mut(at) {
                                *place = Some(level);
                            }
                            return Ok(true);
                        }
                        _ => {}
                    }
                    Ok(false)
                })?;
                return Ok(true);
            }
            _ => {}
        }
        Ok(false)
    })?;
    Ok(list)
}

/// An attribute as a number.
fn number(start: &Start, name: &str) -> u32 {
    start.attribute(name).and_then(|value| value.trim().parse().ok()).unwrap_or_default()
}

/// A number as it is printed.
fn in_format(number: u32, format: &str) -> String {
    let fits = (1..=MOST_IN_LETTERS).contains(&number);
    match format {
        "upperLetter" if fits => letters(number, b'A'),
        "lowerLetter" if fits => letters(number, b'a'),
        "upperRoman" if fits => roman(number).to_ascii_uppercase(),
        "lowerRoman" if fits => roman(number),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => {
            let ending = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{number}{ending}")
        }
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// A, B, ..., Z, AA, BB, ...: as Word counts.
fn letters(number: u32, first: u8) -> String {
    let place = number.saturating_sub(1);
    let letter = char::from(first + u8::try_from(place % 26).unwrap_or_default());
    std::iter::repeat_n(letter, place as usize / 26 + 1).collect()
}

fn roman(mut number: u32) -> String {
    const FIGURES: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (value, figure) in FIGURES {
        while number >= value {
            text.push_str(figure);
            number -= value;
        }
    }
    text
}
