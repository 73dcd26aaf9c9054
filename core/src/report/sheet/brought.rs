//! Maps that come with the core, and the map by which a sheet is read.

use std::borrow::Cow;

use super::grid::{Sheet, SheetRow};
use super::heading::{FIRST_ROWS, heading_row, propose};
use super::map::SheetMap;
use super::words::plain;
use crate::framework::Framework;

/// The map of person-level extracts of the SEN2 return, as JSON text.
pub const SEN2_MAP: &str = include_str!("../../../maps/sen2.json");

/// The fewest columns of a map that comes with the core by which its sheets are known.
const FEWEST_KNOWN: usize = 3;

/// Where the map of a sheet comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MapBasis {
    /// It was given.
    Given,
    /// It is proposed from the headings.
    Headings,
    /// The headings are those of a person-level extract of the SEN2 return.
    Sen2,
    /// No heading is known: the row with the most texts has them, and nothing is read.
    Unknown,
}

/// A sheet in parts: its headings, the map by which it is read, and its rows.
#[derive(Debug, Clone)]
pub struct Parted<'s> {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows below them.
    pub rows: &'s [SheetRow],
    /// Which column holds what.
    pub map: Cow<'s, SheetMap>,
    /// Where the map comes from.
    pub basis: MapBasis,
}

/// Finds the headings of a sheet, and the rows below them. Without a map, one is proposed: that of the SEN2 return
/// where the headings are its own, or one from the headings. Returns nothing where no row has a text, or none of the
/// headings of the map that was given.
#[must_use]
pub fn part<'s>(
    framework: &Framework,
    sheet: &'s Sheet,
    map: Option<&'s SheetMap>,
) -> Option<Parted<'s>> {
    let first = sheet.rows.iter().take(FIRST_ROWS);
    let texts: Vec<Vec<String>> = first.map(SheetRow::headings).collect();
    let at = |number: usize, map, basis| {
        let headings = texts.get(number)?.clone();
        let rows = sheet.rows.get(number + 1..)?;
        Some(Parted { headings, rows, map, basis })
    };
    if let Some(map) = map {
        return at(heading_row(framework, Some(map), &texts)?, Cow::Borrowed(map), MapBasis::Given);
    }
    let proposed = heading_row(framework, None, &texts).and_then(|number| {
        let mut map = propose(framework, texts.get(number)?);
        map.sheet.clone_from(&sheet.name);
        at(number, Cow::Owned(map), MapBasis::Headings)
    });
    let known = proposed.iter().flat_map(|parted| parted.map.columns.iter());
    let known = known.filter(|column| column.field.is_some()).count();
    if let Ok(map) = SheetMap::from_json(framework, SEN2_MAP)
        && let Some(number) = heading_row(framework, Some(&map), &texts)
        && let count = texts.get(number).map_or(0, |headings| columns_of(&map, headings))
        && count >= FEWEST_KNOWN
        && count > known
    {
        return at(number, Cow::Owned(map), MapBasis::Sen2);
    }
    proposed.or_else(|| {
        let texts_of = |row: &[String]| row.iter().filter(|text| !text.is_empty()).count();
        let first = texts.iter().enumerate();
        let (number, row) = first.rev().max_by_key(|(_, row)| texts_of(row))?;
        let mut map = propose(framework, row);
        map.sheet.clone_from(&sheet.name);
        if texts_of(row) > 0 { at(number, Cow::Owned(map), MapBasis::Unknown) } else { None }
    })
}

/// How many columns of a map have a heading among these.
fn columns_of(map: &SheetMap, headings: &[String]) -> usize {
    let headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    map.columns.iter().filter(|column| headings.contains(&plain(&column.heading))).count()
}
