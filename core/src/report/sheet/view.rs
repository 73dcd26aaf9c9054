//! A sheet as a person sees it who corrects its map: each column with what it holds, and what is understood of it.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::brought::{MapBasis, Parted};
use super::cell::{Cell, name_of};
use super::column::{Columns, bind};
use super::field::{FieldKind, field_at};
use super::grid::{Sheet, SheetRow, column_letters};
use super::map::SheetMap;
use super::template::{TemplateColumn, template};
use super::words::plain;
use crate::document::problem::Problem;
use crate::framework::Framework;

/// The rows of which each cell is shown.
const SHOWN_ROWS: usize = 3;

/// The rows in which words that are not read are looked for, and the most of them that a column lists.
const ROWS_OF_WORDS: usize = 5_000;
const MOST_WORDS: usize = 20;

/// The longest text of a cell that is shown, in characters.
const LONGEST_SHOWN: usize = 60;

/// A sheet, and what a map makes of it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SheetView {
    /// The names of the sheets of the workbook; empty for CSV.
    pub sheets: Vec<String>,
    /// The name of this sheet; none for CSV.
    pub sheet: Option<String>,
    /// Which column holds what.
    pub map: SheetMap,
    /// Where the map comes from.
    pub basis: MapBasis,
    /// The headings in the map that the sheet does not have.
    pub missing: Vec<String>,
    /// The columns that have a heading, in order.
    pub columns: Vec<ViewColumn>,
    /// How many rows stand below the headings.
    pub rows: usize,
    /// The fields that a column can hold. Any dimension is one too.
    pub fields: Vec<TemplateColumn>,
}

/// A column of a sheet.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ViewColumn {
    /// Its letters, from A.
    pub letters: String,
    /// Its heading.
    pub heading: String,
    /// Its place among the columns of the map, from 0; none where the map does not have it.
    pub place: Option<usize>,
    /// Whether another column has this heading, so that no map can name it.
    pub is_twice: bool,
    /// The field that it holds; none where it is not read.
    pub field: Option<String>,
    /// The dimension that is called as the column is; none where the heading is no name.
    pub dimension: Option<String>,
    /// Its cells in the first three rows.
    pub cells: Vec<ViewCell>,
    /// Words of up to 60 characters in its first 5,000 cells that are not read, where the framework has a list of
    /// words: the first 20.
    pub unread: Vec<String>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ViewCell {
    /// What stands in it, of a long text the start; none where nothing is given.
    pub written: Option<String>,
    /// What is understood of it; none where its column is not read, or it cannot be.
    pub read: Option<String>,
    /// Whether its column is read and it cannot be.
    pub is_unread: bool,
}

/// A sheet as its parts are read by their map.
///
/// # Errors
/// A heading of the map stands over several columns. The pointers are those of the map.
pub fn view(
    framework: &Arc<Framework>,
    sheet: &Sheet,
    parted: &Parted,
) -> Result<SheetView, Vec<Problem>> {
    let Parted { headings, rows, map, basis } = parted;
    let columns = bind(framework, map, headings)?;
    let missing = columns.missing().iter().filter_map(|place| map.columns.get(*place));
    let mapped: Vec<String> = map.columns.iter().map(|column| plain(&column.heading)).collect();
    let written: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let named = headings.iter().zip(&written).enumerate();
    let named = named.filter(|(_, (_, written))| !written.is_empty());
    let column = |(number, (heading, plain)): (usize, (&String, &String))| {
        let place = mapped.iter().position(|mapped| mapped == plain);
        let field = place.and_then(|place| map.columns.get(place)?.field.clone());
        ViewColumn {
            letters: column_letters(number),
            heading: heading.trim().to_owned(),
            place,
            is_twice: written.iter().filter(|other| *other == plain).count() > 1,
            dimension: name_of(plain).map(|name| ["/dimensions/", &name].concat()),
            cells: rows.iter().take(SHOWN_ROWS).map(|row| cell(&columns, number, row)).collect(),
            unread: if field.as_deref().is_some_and(|at| has_words(framework, at)) {
                unread(&columns, number, rows)
            } else {
                Vec::new()
            },
            field,
        }
    };
    Ok(SheetView {
        sheets: sheet.names.clone(),
        sheet: sheet.name.clone(),
        basis: *basis,
        missing: missing.map(|column| column.heading.clone()).collect(),
        columns: named.map(column).collect(),
        rows: rows.len(),
        fields: template(framework),
        map: map.clone().into_owned(),
    })
}

/// Whether a field has a list of words.
fn has_words(framework: &Framework, at: &str) -> bool {
    let kind = field_at(framework, at).map(|field| field.kind);
    matches!(kind, Some(FieldKind::Words | FieldKind::YearGroup))
}

/// The words of a column that are not read.
fn unread(columns: &Columns, number: usize, rows: &[SheetRow]) -> Vec<String> {
    let mut unread: Vec<String> = Vec::new();
    for row in rows.iter().take(ROWS_OF_WORDS) {
        let cell = row.cell(number);
        // What is cut where it is shown is no word that a map could name.
        if let Some(Err(_)) = columns.value(number, &cell)
            && let Some(word) = cell.text().filter(|text| short(text) == *text)
            && unread.iter().all(|known| plain(known) != plain(&word))
        {
            unread.push(word);
        }
        if unread.len() == MOST_WORDS {
            break;
        }
    }
    unread
}

fn cell(columns: &Columns, number: usize, row: &SheetRow) -> ViewCell {
    let cell = row.cell(number);
    let value = columns.value(number, &cell);
    ViewCell {
        written: shown(&cell),
        is_unread: matches!(value, Some(Err(_))),
        read: match value {
            Some(Ok(Some(Value::String(text)))) => Some(short(&text)),
            Some(Ok(Some(value))) => Some(value.to_string()),
            _ => None,
        },
    }
}

/// What stands in a cell; none where nothing is given.
fn shown(cell: &Cell) -> Option<String> {
    if cell.is_blank() { None } else { cell.text().map(|text| short(&text)) }
}

fn short(text: &str) -> String {
    let is_long = text.chars().nth(LONGEST_SHOWN).is_some();
    let kept = text.chars().take(if is_long { LONGEST_SHOWN - 1 } else { LONGEST_SHOWN });
    kept.chain(is_long.then_some('…')).collect()
}
