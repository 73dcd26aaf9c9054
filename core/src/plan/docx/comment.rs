//! Comments written into a Word file, at the words they are about.
//!
//! The document differs by the marks and by the runs that are parted for them. Word has comments in the document
//! alone: one about words in a note stands at the note's number, one about a text box around the box, and one about a
//! header or a footer at the first words of the document; each quotes its words.

use std::ops::Range;

use super::comments_part::{CommentNumber, Written, add_comments, free_ids};
use super::edit::edit;
use super::marks::{Edge, Ground, Mark, MarkNumber, Wanted, find};
use super::notes::{note_of, reference, references};
use super::package::Package;
use super::read::{WordFile, read_docx, read_package};
use super::source::{Located, locate};
use crate::document::map::{NumberMap, TextMap, key, parts};
use crate::document::table::{Number, Table};
use crate::plan::body::{Run, Spot, each_paragraph, text_of};
use crate::plan::document::{NewComment, RunPlace};
use crate::plan::problem::{MOST_COMMENT_STRETCHES, PlanProblem};
use crate::text::order::{sort, sort_by};

/// Who comments are from, where nobody else is named.
pub const COMMENT_AUTHOR: &str = "EHCP QA";

/// The most characters of words that a comment quotes, where it cannot stand at them.
const MOST_QUOTE: usize = 200;

/// Where a comment starts or ends.
#[derive(Clone, Copy)]
struct Place<'p> {
    run: &'p Run,
    located: Located,
}

/// What the place of a comment is in.
enum Home {
    Document,
    /// A header, a footer, or a note without a number in the document.
    Elsewhere(&'static str),
    /// A note: where its number stands, in bytes of the document.
    Note(&'static str, Range<usize>),
}

/// The same Word file with comments at the words they are about, by `author` where they name nobody.
///
/// Comments and changes that stand in it stay, as do the bytes of every part but the document, the comments, and where
/// the package lists them. A place that the file does not have makes the call fail: comments on words of another file,
/// or of an earlier state of this one, would all stand at the wrong words.
///
/// # Errors
/// Why the file cannot be read, or that a comment has no place in it, in one sentence.
pub fn comment_word(
    bytes: &[u8],
    comments: &[NewComment],
    author: &str,
) -> Result<Vec<u8>, PlanProblem> {
    let mut package = Package::open(bytes)?;
    let file = read_package(&mut package)?;
    if comments.is_empty() {
        return Ok(bytes.to_vec());
    }
    let runs = runs(&file);
    let places = places(&runs, &file.main.text, comments)?;
    let homes = homes(&mut package, &file, &places)?;
    let wanted = wanted(&places, &homes)?;
    let ground = find(&file.main.text, &wanted)?;
    if ground.stretches + comments.len() > MOST_COMMENT_STRETCHES {
        return Err(PlanProblem::TooManyComments);
    }
    let stretches = stretches(&ground)?;

    let mut parts = Vec::new();
    let ids = free_ids(&mut package, &file, &ground.ids)?;
    let author = if author.trim().is_empty() { COMMENT_AUTHOR } else { author };
    let mut written = Table::default();
    let each = comments.iter().zip(ids).zip(&places).zip(&homes).zip(stretches.rows());
    for ((((comment, id), (from, to)), home), (start, end)) in each {
        let is_moved = start.is_moved || end.is_moved;
        let by = comment.author.as_deref().filter(|author| !author.trim().is_empty());
        written.push(Written {
            id,
            author: by.unwrap_or(author),
            about: about(home, is_moved, || quote(&runs, *from, *to)),
            paragraphs: &comment.paragraphs,
        });
    }
    let reference = file.styles.named("annotation reference");
    let text = edit(&file.main.text, &stretches, &written, reference)?;
    let main = file.body.parts.first().cloned().unwrap_or_default();
    parts.push((main, file.main.encode(text)));
    add_comments(&mut package, &file, written.rows(), &mut parts)?;
    let commented = package.with_parts(parts)?;
    // A file whose elements stand where they may not can be read and still break when it is written. Nobody gets a file
    // that does not open, or whose text is another.
    let again = read_docx(&commented)?;
    let is_same = text_of(&again.nodes, true) == text_of(&file.body.nodes, true);
    if is_same { Ok(commented) } else { Err(PlanProblem::Damaged) }
}

/// All runs that have text, in the order of their places.
fn runs(file: &WordFile) -> Vec<&Run> {
    let mut runs = Vec::new();
    for nodes in [&file.body.nodes, &file.body.furniture] {
        each_paragraph(nodes, &mut |paragraph| runs.extend(&paragraph.runs));
    }
    sort_by(&mut runs, |one: &&Run, other| one.spot.cmp(&other.spot));
    runs
}

/// Where each comment starts and ends.
fn places<'r>(
    runs: &[&'r Run],
    source: &str,
    comments: &[NewComment],
) -> Result<Vec<(Place<'r>, Place<'r>)>, PlanProblem> {
    // By run, and there in the order of the text: as numbers, which sort in less code.
    let mut ends: NumberMap<Vec<u64>> = NumberMap::default();
    for (number, comment) in comments.iter().enumerate() {
        for (edge, place) in [(Edge::Start, &comment.from), (Edge::End, &comment.to)] {
            let RunPlace { file, paragraph, run, offset, .. } = *place;
            if u16::try_from(file).is_err() {
                return Err(no_place(number));
            }
            let edge = u64::from(edge == Edge::Start) << 31;
            let end = u64::from(offset.0) << 32 | edge | number as u64 & 0x7fff_ffff;
            ends.entry(&key([0, file, paragraph, run])).push(end);
        }
    }
    let mut found: Table<CommentNumber, (Option<Place>, Option<Place>)> =
        comments.iter().map(|_| (None, None)).collect();
    ends.values_mut().for_each(|ends| sort(ends));
    for (spot, ends) in ends.iter() {
        let ends: Vec<(u32, Edge, CommentNumber)> = ends.iter().copied().map(end_of).collect();
        let first = ends.iter().map(|(_, _, number)| number.place()).min().unwrap_or_default();
        let [_, part, paragraph, run] = parts(*spot);
        let spot = Spot { part: u16::try_from(part).unwrap_or(u16::MAX), paragraph, run };
        let run = runs.binary_search_by(|run| run.spot.cmp(&spot)).ok();
        let run = *run.and_then(|run| runs.get(run)).ok_or_else(|| no_place(first))?;
        let wanted = ends.iter().map(|(offset, edge, _)| (*offset, *edge));
        let located = locate(run, (spot.part == 0).then_some(source), wanted);
        for ((_, edge, number), located) in ends.into_iter().zip(located) {
            let place = Place { run, located: located.ok_or_else(|| no_place(number.place()))? };
            let (from, to) = &mut found[number];
            *(if edge == Edge::Start { from } else { to }) = Some(place);
        }
    }
    let places = found.into_iter().enumerate().map(|(number, (from, to))| {
        let (from, to) = from.zip(to).ok_or_else(|| no_place(number))?;
        let is_one_part = from.run.spot.part == to.run.spot.part;
        if is_one_part { Ok((from, to)) } else { Err(no_place(number)) }
    });
    places.collect()
}

/// The offset, the edge and the number of a comment in one number.
fn end_of(key: u64) -> (u32, Edge, CommentNumber) {
    let half = |half: u64| u32::try_from(half & 0xffff_ffff).unwrap_or(u32::MAX);
    let edge = if key & 0x8000_0000 == 0 { Edge::End } else { Edge::Start };
    (half(key >> 32), edge, CommentNumber::at((key & 0x7fff_ffff) as usize))
}

/// The problem of the comment with an index.
fn no_place(number: usize) -> PlanProblem {
    PlanProblem::NoSuchPlace {
        comment: u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1),
    }
}

/// What each comment's place is in.
fn homes(
    package: &mut Package,
    file: &WordFile,
    places: &[(Place, Place)],
) -> Result<Vec<Home>, PlanProblem> {
    let mut kinds: TextMap<&str> = TextMap::default();
    for relation in &file.relations {
        kinds.insert(&relation.target, &relation.kind);
    }
    // The number of the note of each paragraph, and the places of the numbers, are read where they are asked for.
    let mut notes: NumberMap<Vec<String>> = NumberMap::default();
    let mut numbers = None;
    let mut homes = Vec::with_capacity(places.len());
    for (from, _) in places {
        let Spot { part, paragraph, .. } = from.run.spot;
        let name = file.body.parts.get(usize::from(part));
        let kind = name.and_then(|name| kinds.get(name)).copied();
        let (words, element) = match kind.unwrap_or_default() {
            _ if part == 0 => {
                homes.push(Home::Document);
                continue;
            }
            "footnotes" => ("a footnote", "footnoteReference"),
            "endnotes" => ("an endnote", "endnoteReference"),
            "header" => ("a header", ""),
            "footer" => ("a footer", ""),
            _ => ("another part of the file", ""),
        };
        if element.is_empty() {
            homes.push(Home::Elsewhere(words));
            continue;
        }
        let part = u128::from(part);
        if !notes.contains(&part) {
            let text = package.text(name.map_or("", String::as_str))?.unwrap_or_default();
            notes.insert(&part, note_of(&text)?);
        }
        if numbers.is_none() {
            numbers = Some(references(&file.main.text)?);
        }
        let note = notes.get(&part).and_then(|notes| notes.get(usize::try_from(paragraph).ok()?));
        let number = note.and_then(|id| numbers.as_ref()?.get(&reference(element, id)));
        homes.push(match number {
            Some(source) => Home::Note(words, source.clone()),
            None => Home::Elsewhere(words),
        });
    }
    Ok(homes)
}

/// The marks that are wanted: two for each comment, and those at no place for one that stands at the first words.
fn wanted(
    places: &[(Place, Place)],
    homes: &[Home],
) -> Result<Table<MarkNumber, Wanted>, PlanProblem> {
    let mut wanted = Table::default();
    for (((from, to), home), number) in places.iter().zip(homes).zip(0..) {
        let place = |place: &Place| (place.run.spot, place.located.byte);
        let (start, end) = match home {
            // Boxes stand in one another, so that the order is that of the source.
            Home::Document if place(from) == place(to) => (from.located.at, from.located.at),
            Home::Document => (from.located.at, to.located.at),
            _ if place(from) > place(to) => return Err(no_place(number)),
            Home::Note(_, number) => (number.start, number.end),
            Home::Elsewhere(_) => (usize::MAX, usize::MAX),
        };
        if start > end {
            return Err(no_place(number));
        }
        wanted.push(Wanted { at: start, edge: Edge::Start });
        wanted.push(Wanted { at: end, edge: Edge::End });
    }
    Ok(wanted)
}

/// The stretch of each comment: where its marks stand, or around the first words of the document.
fn stretches(ground: &Ground) -> Result<Table<CommentNumber, (Mark, Mark)>, PlanProblem> {
    let first = |at: usize| Mark { at, parted: None, is_moved: true };
    let first = ground.first_run.as_ref().map(|run| (first(run.start), first(run.end)));
    let (pairs, _) = ground.marks.rows().as_chunks::<2>();
    let stretch = |([start, end], number): (&[Option<Mark>; 2], usize)| match (start, end) {
        (Some(start), Some(end)) => Ok((start.clone(), end.clone())),
        _ => first.clone().ok_or_else(|| no_place(number)),
    };
    pairs.iter().zip(0..).map(stretch).collect()
}

/// What a comment says first, where it cannot stand at its words.
fn about(home: &Home, is_moved: bool, quote: impl Fn() -> String) -> Option<String> {
    let words = match home {
        Home::Document if !is_moved => return None,
        Home::Document => "",
        Home::Elsewhere(words) | Home::Note(words, _) => words,
    };
    let place = if words.is_empty() { String::new() } else { format!(" in {words}") };
    Some(format!("About “{}”{place}.", quote()))
}

/// The words between two places, cut where they are many.
fn quote(runs: &[&Run], from: Place, to: Place) -> String {
    let mut words = String::new();
    let first = runs.partition_point(|run| run.spot < from.run.spot);
    for run in runs.iter().skip(first) {
        let spot = run.spot;
        let is_last = spot == to.run.spot;
        let start = if spot == from.run.spot { from.located.byte } else { 0 };
        let end = if is_last { to.located.byte } else { run.text.len() };
        if !words.is_empty() && spot.run == 0 {
            words.push(' ');
        }
        let text = run.text.get(start..end).unwrap_or_default();
        // A place within a long text is not walked to its end for each comment.
        words.extend(text.chars().take(MOST_QUOTE + 1));
        if is_last || words.len() > MOST_QUOTE * 4 || spot.part != from.run.spot.part {
            break;
        }
    }
    match words.char_indices().nth(MOST_QUOTE) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words,
    }
}
