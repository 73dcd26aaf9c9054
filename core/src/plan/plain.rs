//! Plain text as a body: a line is a paragraph, and tabs part the cells of a row.

use super::body::{Appearance, Body, Paragraph, Run, Spot};
use super::builder::Builder;
use super::problem::{MOST_FILE_BYTES, PlanProblem};

/// The marks with which the items of a list begin.
const BULLETS: [&str; 8] = ["•", "◦", "▪", "●", "–", "-", "*", "·"];

/// The most digits of the number of an item.
const MOST_DIGITS: usize = 3;

/// Reads plain text.
pub(super) fn read_plain(text: &str) -> Result<Body, PlanProblem> {
    if text.len() > MOST_FILE_BYTES {
        return Err(PlanProblem::TooLarge);
    }
    let mut builder = Builder::default();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let spot = Spot { paragraph: u32::try_from(number).unwrap_or(u32::MAX), ..Spot::default() };
        if line.trim().contains('\t') && bullet(line).is_none() {
            add_row(&mut builder, line, spot, start)?;
        } else {
            builder.close_table();
            add_line(&mut builder, line, spot, start)?;
        }
    }
    Ok(Body::of_one_part("text", builder.take()))
}

/// Adds a line whose tabs part the cells of a row.
fn add_row(builder: &mut Builder, line: &str, spot: Spot, start: usize) -> Result<(), PlanProblem> {
    if !builder.is_in_table() {
        builder.open_table()?;
    }
    builder.open_row()?;
    let mut at = 0;
    for (number, text) in line.split('\t').enumerate() {
        let from = Spot { run: u32::try_from(number).unwrap_or(u32::MAX), ..spot };
        let run = run(text, from, start + at, Appearance::default());
        builder.add_cell(spot, |builder| builder.add_run(run))?;
        at += text.len() + 1;
    }
    builder.close_row(true);
    Ok(())
}

/// Adds a line as a paragraph, or as an item of a list by the mark at its beginning.
fn add_line(
    builder: &mut Builder,
    line: &str,
    spot: Spot,
    start: usize,
) -> Result<(), PlanProblem> {
    let (mark, text) = bullet(line).unwrap_or(("", line));
    let paragraph = Paragraph {
        spot,
        number: Some(mark).filter(|mark| !mark.is_empty()).map(str::to_owned),
        list_level: (!mark.is_empty()).then_some(0),
        ..Paragraph::default()
    };
    builder.open_paragraph(paragraph)?;
    builder.add_run(run(text, spot, start + line.len() - text.len(), Appearance::default()));
    builder.close_paragraph();
    Ok(())
}

/// The mark or the number of an item, and its text.
pub(super) fn bullet(line: &str) -> Option<(&str, &str)> {
    let trimmed = line.trim_start();
    for mark in BULLETS {
        if let Some(text) = trimmed.strip_prefix(mark).filter(|text| text.starts_with([' ', '\t']))
        {
            return Some((mark, text.trim_start()));
        }
    }
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let behind = trimmed.get(digits..)?.strip_prefix(['.', ')'])?;
    let is_number = (1..=MOST_DIGITS).contains(&digits) && behind.starts_with([' ', '\t']);
    is_number.then(|| (trimmed.get(..=digits).unwrap_or_default(), behind.trim_start()))
}

/// A run that is a stretch of the source as it is.
pub(super) fn run(text: &str, spot: Spot, start: usize, appearance: Appearance) -> Run {
    let mut run = Run { spot, appearance, source: start..start + text.len(), ..Run::default() };
    run.push_text(text, start..start + text.len());
    run
}
