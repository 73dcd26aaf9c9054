//! The document with the marks of comments, and with the runs that are parted for them.

use std::ops::Range;

use maud::{Markup, html};

use super::comments_part::{CommentNumber, Written};
use super::marks::{Mark, Parted};
use super::vocabulary::vocabulary;
use crate::document::map::NumberMap;
use crate::document::table::{Number, Table};
use crate::plan::problem::{MOST_UNPACKED_BYTES, PlanProblem};
use crate::text::order::sort;
use crate::text::page::Text;

/// The attribute without which Word drops spaces at the edges of a text.
const KEEP_SPACES: &str = " xml:space=\"preserve\"";

/// The document with marks.
pub(super) fn edit(
    source: &str,
    stretches: &Table<CommentNumber, (Mark, Mark)>,
    comments: &Table<CommentNumber, Written>,
    style: Option<&str>,
) -> Result<String, PlanProblem> {
    let (_, declaration) = vocabulary(source)?;
    // At one place, what ends there comes before what starts there, so that stretches do not overlap.
    let mut marks = Vec::with_capacity(stretches.len() * 2);
    for (number, (start, end)) in stretches.iter() {
        let key = |at: usize, order: u64| (at as u64) << 34 | order << 32 | number.place() as u64;
        if start.at == end.at {
            marks.push(key(start.at, 1));
        } else {
            marks.extend([key(start.at, 2), key(end.at, 0)]);
        }
    }
    sort(&mut marks);

    let mut edits: NumberMap<String> = NumberMap::default();
    let mut size = source.len();
    for here in marks.chunk_by(|one, other| one >> 34 == other >> 34) {
        let here: Vec<(u64, CommentNumber)> = here
            .iter()
            .map(|key| (key >> 32 & 3, CommentNumber::at((key & 0xffff_ffff) as usize)))
            .collect();
        let Some((order, first)) = here.first() else { continue };
        let (start, end) = &stretches[*first];
        let Mark { at, parted, .. } = if *order == 0 { end } else { start };
        let mut text = String::new();
        if let Some(parted) = parted {
            push_close(&mut text, source, parted);
        }
        for (order, number) in here {
            let id = comments[number].id;
            text.push_str(&marks_of(order, id, declaration.as_ref(), style).into_string());
        }
        if let Some(parted) = parted {
            push_open(&mut text, source, parted);
            if let Some(tag) = &parted.text
                && !has_spaces_kept(source, tag)
            {
                edits.insert(&(tag.end as u128 - 1), KEEP_SPACES.to_owned());
            }
        }
        size += text.len();
        if size as u64 > MOST_UNPACKED_BYTES {
            return Err(PlanProblem::TooLarge);
        }
        edits.insert(&(*at as u128), text);
    }

    let mut edited = String::with_capacity(size + edits.len() * KEEP_SPACES.len());
    let mut done = 0;
    for (at, text) in edits.iter() {
        let at = usize::try_from(*at).map_err(|_| PlanProblem::Damaged)?;
        edited.push_str(source.get(done..at).ok_or(PlanProblem::Damaged)?);
        edited.push_str(text);
        done = at;
    }
    edited.push_str(source.get(done..).ok_or(PlanProblem::Damaged)?);
    Ok(edited)
}

/// Closes the run that is parted.
fn push_close(text: &mut String, source: &str, parted: &Parted) {
    for tag in parted.text.iter().chain([&parted.tag]) {
        text.push_str("</");
        text.push_str(element_name(source, tag));
        text.push('>');
    }
}

/// Opens the run again, with its properties.
fn push_open(text: &mut String, source: &str, parted: &Parted) {
    text.push_str(source.get(parted.tag.clone()).unwrap_or_default());
    text.push_str(source.get(parted.properties.clone()).unwrap_or_default());
    if let Some(tag) = &parted.text {
        let written = source.get(tag.start..tag.end - 1).unwrap_or_default();
        text.push_str(written);
        if !has_spaces_kept(source, tag) {
            text.push_str(KEEP_SPACES);
        }
        text.push('>');
    }
}

/// The name in a tag, with its prefix.
fn element_name<'s>(source: &'s str, tag: &Range<usize>) -> &'s str {
    let tag = source.get(tag.start + 1..tag.end).unwrap_or_default();
    tag.split(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').next().unwrap_or_default()
}

fn has_spaces_kept(source: &str, tag: &Range<usize>) -> bool {
    source.get(tag.clone()).is_some_and(|tag| tag.contains("xml:space"))
}

/// The marks of a comment at a place: where it starts, where it ends with the reference to it, or both.
fn marks_of(order: u64, id: u32, w: Option<&String>, style: Option<&str>) -> Markup {
    html! {
        @if order > 0 { w:commentRangeStart xmlns:w=[w] w:id=(id) {} }
        @if order < 2 {
            w:commentRangeEnd xmlns:w=[w] w:id=(id) {}
            w:r xmlns:w=[w] {
                @if let Some(style) = style { w:rPr { w:rStyle w:val=(Text(style)) {} } }
                w:commentReference w:id=(id) {}
            }
        }
    }
}
