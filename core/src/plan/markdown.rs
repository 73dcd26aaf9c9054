//! Markdown as a body: headings, lists, quotations, tables, and bold type. Its other marks stay as they are.

use super::body::{Appearance, Body, Paragraph, Spot};
use super::builder::Builder;
use super::plain::{bullet, run};
use super::problem::{MOST_FILE_BYTES, PlanProblem};

/// The deepest heading.
const MOST_LEVELS: usize = 6;

/// Reads Markdown.
pub(super) fn read_markdown(text: &str) -> Result<Body, PlanProblem> {
    if text.len() > MOST_FILE_BYTES {
        return Err(PlanProblem::TooLarge);
    }
    let mut builder = Builder::default();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        let start = at;
        at += line.len();
        let content = line.trim();
        let start = start + (line.len() - line.trim_start().len());
        let spot = Spot { paragraph: u32::try_from(number).unwrap_or(u32::MAX), ..Spot::default() };
        if content.starts_with('|') {
            if is_rule(content) {
                continue;
            }
            let is_heading = lines.peek().is_some_and(|(_, next)| is_rule(next.trim()));
            add_row(&mut builder, content, spot, start, is_heading)?;
            continue;
        }
        builder.close_table();
        if !content.is_empty() {
            add_line(&mut builder, content, spot, start)?;
        }
    }
    Ok(Body::of_one_part("text", builder.take()))
}

/// Whether a line parts the headings of a table from its rows.
fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains("--") && line.chars().all(|c| "|-: ".contains(c))
}

fn add_row(
    builder: &mut Builder,
    line: &str,
    spot: Spot,
    start: usize,
    is_heading: bool,
) -> Result<(), PlanProblem> {
    if !builder.is_in_table() {
        builder.open_table()?;
    }
    builder.open_row()?;
    if let Some(row) = builder.row() {
        row.is_heading = is_heading;
    }
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut at = start + line.len() - inner.len();
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let mut next_run = 0;
    for text in inner.split('|') {
        let appearance = Appearance { bold: is_heading, ..Appearance::default() };
        let from = Spot { run: next_run, ..spot };
        builder
            .add_cell(spot, |builder| next_run = add_runs(builder, text, from, at, appearance))?;
        at += text.len() + 1;
    }
    builder.close_row(true);
    Ok(())
}

fn add_line(
    builder: &mut Builder,
    line: &str,
    spot: Spot,
    start: usize,
) -> Result<(), PlanProblem> {
    let mut paragraph = Paragraph { spot, ..Paragraph::default() };
    let mut appearance = Appearance::default();
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let mut text = line;
    if let Some(heading) = line.get(level..).filter(|text| text.starts_with(' '))
        && (1..=MOST_LEVELS).contains(&level)
    {
        paragraph.heading = u8::try_from(level).ok();
        appearance.bold = true;
        text = heading.trim_start();
    } else if let Some(quotation) = line.strip_prefix('>') {
        paragraph.is_quotation = true;
        text = quotation.trim_start();
    } else if let Some((mark, item)) = bullet(line) {
        paragraph.number = Some(if mark.len() == 1 { "•" } else { mark }.to_owned());
        paragraph.list_level = Some(0);
        text = item;
    }
    builder.open_paragraph(paragraph)?;
    add_runs(builder, text, spot, start + line.len() - text.len(), appearance);
    builder.close_paragraph();
    Ok(())
}

/// Adds the runs of a text, which two stars part into bold and other type; returns the number of the next run.
fn add_runs(
    builder: &mut Builder,
    text: &str,
    spot: Spot,
    start: usize,
    appearance: Appearance,
) -> u32 {
    let pieces: Vec<&str> = text.split("**").collect();
    // An odd mark is a mark of the text.
    let is_paired = pieces.len() % 2 == 1;
    let pieces = if is_paired { pieces } else { vec![text] };
    let mut at = start;
    let mut number = spot.run;
    for (place, piece) in pieces.into_iter().enumerate() {
        let appearance = Appearance { bold: appearance.bold || place % 2 == 1, ..appearance };
        if !piece.is_empty() {
            builder.add_run(run(piece, Spot { run: number, ..spot }, at, appearance));
            number += 1;
        }
        at += piece.len() + 2;
    }
    number
}
