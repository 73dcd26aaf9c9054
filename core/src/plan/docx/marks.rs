//! Where marks can stand in the document: between runs, or in a run that is parted for them.
//!
//! Formulas, text boxes, choices with a fallback and content controls that hold plain text take no marks: a mark that
//! is wanted in one stands in front of it or behind it.

use std::ops::Range;

use super::xml::{Next, Start, Vocabulary, Xml};
use crate::document::map::Numbers;
use crate::document::table::{Number, Table, number};
use crate::plan::problem::PlanProblem;
use crate::text::order::sort;

/// The properties of content controls whose content is one plain text, or is replaced when the file is opened.
const PLAIN_CONTROLS: [&str; 7] =
    ["text", "dropDownList", "comboBox", "date", "picture", "checkbox", "dataBinding"];

/// Which end of a stretch a mark is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edge {
    End,
    Start,
}

number! {
    /// The number of a mark that is wanted.
    pub(super) struct MarkNumber;
}

/// A mark that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    /// Where, in bytes of the source: at the edge of a run, or in its text.
    pub(super) at: usize,
    pub(super) edge: Edge,
}

/// Where a mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// In bytes of the source.
    pub(super) at: usize,
    /// The run that is parted there.
    pub(super) parted: Option<Parted>,
    /// Whether the wanted place is in something within a run, such as a text box.
    pub(super) is_moved: bool,
}

/// A run that is parted: what has to be written anew behind the mark, as ranges of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parted {
    pub(super) tag: Range<usize>,
    pub(super) properties: Range<usize>,
    /// The tag of the text that is parted with it.
    pub(super) text: Option<Range<usize>>,
}

/// What was found in a document.
#[derive(Debug, Default)]
pub(super) struct Ground {
    /// Where the wanted marks stand, in their order; nothing where no paragraph around the place takes any.
    pub(super) marks: Table<MarkNumber, Option<Mark>>,
    /// The first run that has text and takes marks around it.
    pub(super) first_run: Option<Range<usize>>,
    /// The ids of the comments that the document has marks of.
    pub(super) ids: Numbers,
    /// How many comments have a stretch.
    pub(super) stretches: usize,
}

/// An element that takes no marks.
#[derive(Debug)]
struct Sealed {
    start: usize,
    depth: usize,
    kind: Seal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seal {
    /// The properties of a run.
    Properties,
    /// Another child of a run than its text.
    InRun,
    /// An element beside the runs of a paragraph.
    InParagraph,
    /// An element around paragraphs.
    AroundParagraphs,
}

/// A run that is open.
#[derive(Debug)]
struct OpenRun {
    depth: usize,
    tag: Range<usize>,
    properties: Range<usize>,
    /// Where its first and its last child but the properties start and end.
    content: Option<Range<usize>>,
    has_text: bool,
    /// The marks in it: their numbers, places, the tags of texts they part, and whether they were moved.
    marks: Vec<(MarkNumber, usize, Option<Range<usize>>, bool)>,
}

struct Walk<'w> {
    /// The wanted marks with their numbers, in the order of their places.
    wanted: &'w [(Wanted, MarkNumber)],
    ground: Ground,
    depth: usize,
    paragraphs: Vec<usize>,
    /// The content controls that are open in a paragraph: their depths, and where they start.
    controls: Vec<(usize, usize)>,
    sealed: Option<Sealed>,
    run: Option<OpenRun>,
    text: Option<(usize, Range<usize>)>,
}

/// Finds places for the marks that are wanted.
pub(super) fn find(
    source: &str,
    wanted: &Table<MarkNumber, Wanted>,
) -> Result<Ground, PlanProblem> {
    // The place, then the edge, then the number: as numbers, which sort in less code.
    let mut keys: Vec<u64> = Vec::with_capacity(wanted.len());
    for (number, Wanted { at, edge }) in wanted.iter() {
        // Those that stand nowhere stay without a mark.
        if *at <= source.len() {
            let edge = u64::from(*edge == Edge::Start);
            keys.push(((*at as u64) << 33 | edge << 32) | number.place() as u64);
        }
    }
    sort(&mut keys);
    let numbers = keys.iter().map(|key| MarkNumber::at((key & 0xffff_ffff) as usize));
    let sorted: Vec<(Wanted, MarkNumber)> =
        numbers.map(|number| (wanted[number], number)).collect();
    let mut walk = Walk {
        wanted: &sorted,
        ground: Ground { marks: Table::like(wanted, None), ..Ground::default() },
        depth: 0,
        paragraphs: Vec::new(),
        controls: Vec::new(),
        sealed: None,
        run: None,
        text: None,
    };
    let mut xml = Xml::new(source);
    loop {
        match xml.next()? {
            Next::Start(start) => walk.start(&start),
            Next::End => walk.end(xml.start(), xml.place()),
            Next::Text(..) => {}
            Next::Nothing => break,
        }
    }
    walk.settle(usize::MAX);
    Ok(walk.ground)
}

impl<'w> Walk<'w> {
    fn start(&mut self, start: &Start) {
        self.depth += 1;
        let source = start.source.clone();
        let name = start.name();
        let is_word = start.vocabulary == Vocabulary::Word;
        if is_word && name.starts_with("comment") {
            self.ground.stretches += usize::from(name == "commentRangeStart");
            if let Some(id) = start.attribute("id").and_then(|id| id.parse::<u32>().ok()) {
                self.ground.ids.insert(&id.into());
            }
        }
        if self.sealed.is_some() || self.text.is_some() {
            return;
        }
        self.settle(source.start);
        let in_paragraph = !self.paragraphs.is_empty();
        if let Some(run) = &mut self.run {
            match name {
                "rPr" if is_word => self.seal(source.start, Seal::Properties),
                "t" if is_word => {
                    run.has_text |= !source.is_empty();
                    self.text = Some((self.depth, source));
                }
                _ => self.seal(source.start, Seal::InRun),
            }
            return;
        }
        match (start.vocabulary, name) {
            (Vocabulary::Word, "p") => self.paragraphs.push(self.depth),
            (Vocabulary::Word, "r") if in_paragraph => {
                let properties = source.end..source.end;
                self.run = Some(OpenRun {
                    depth: self.depth,
                    tag: source,
                    properties,
                    content: None,
                    has_text: false,
                    marks: Vec::new(),
                });
            }
            (Vocabulary::Word, "sdt") if in_paragraph => {
                self.controls.push((self.depth, source.start));
            }
            (Vocabulary::Math, "oMath" | "oMathPara") if in_paragraph => {
                self.seal(source.start, Seal::InParagraph);
            }
            (Vocabulary::Compatibility, "AlternateContent") => {
                let kind = if in_paragraph { Seal::InParagraph } else { Seal::AroundParagraphs };
                self.seal(source.start, kind);
            }
            _ if PLAIN_CONTROLS.contains(&name) => {
                // A property stands in the properties of its control.
                if let Some((depth, start)) = self.controls.last().copied()
                    && depth + 2 == self.depth
                {
                    let kind = Seal::InParagraph;
                    self.sealed = Some(Sealed { start, depth, kind });
                }
            }
            _ => {}
        }
    }

    fn seal(&mut self, start: usize, kind: Seal) {
        self.sealed = Some(Sealed { start, depth: self.depth, kind });
    }

    /// Reads an end, which is written from `start` to `end`.
    fn end(&mut self, start: usize, end: usize) {
        if let Some(sealed) = self.sealed.take_if(|sealed| sealed.depth == self.depth) {
            self.end_seal(&sealed, end);
        } else if let Some((_, tag)) = self.text.take_if(|(depth, _)| *depth == self.depth) {
            self.end_text(&tag, start, end);
        } else if let Some(run) = self.run.take_if(|run| run.depth == self.depth) {
            self.end_run(run, end);
        }
        self.paragraphs.pop_if(|depth| *depth == self.depth);
        self.controls.pop_if(|(depth, _)| *depth == self.depth);
        self.depth -= 1;
    }

    fn end_seal(&mut self, sealed: &Sealed, end: usize) {
        if sealed.kind == Seal::Properties {
            if let Some(run) = &mut self.run {
                run.properties = sealed.start..end;
            }
            return;
        }
        for (wanted, number) in self.take(end) {
            let at = match wanted.edge {
                Edge::End if wanted.at > sealed.start => end,
                _ => sealed.start,
            };
            let is_moved = wanted.at > sealed.start;
            match sealed.kind {
                Seal::InRun => self.put_in_run(number, at, None, is_moved),
                Seal::InParagraph => self.put(number, Mark { at, parted: None, is_moved: false }),
                Seal::Properties | Seal::AroundParagraphs => {}
            }
        }
        self.extend_run(sealed.start..end);
    }

    fn end_text(&mut self, tag: &Range<usize>, start: usize, end: usize) {
        for (wanted, number) in self.take(end) {
            if wanted.at <= tag.end {
                self.put_in_run(number, tag.start, None, false);
            } else if wanted.at >= start {
                self.put_in_run(number, end, None, false);
            } else {
                self.put_in_run(number, wanted.at, Some(tag.clone()), false);
            }
        }
        self.extend_run(tag.start..end);
    }

    fn end_run(&mut self, run: OpenRun, end: usize) {
        let OpenRun { tag, properties, content, mut marks, .. } = run;
        marks.extend(self.take(end).map(|(wanted, number)| (number, wanted.at, None, false)));
        let content = content.unwrap_or(end..end);
        for (number, at, text, is_moved) in marks {
            let mark = if at <= content.start {
                Mark { at: tag.start, parted: None, is_moved }
            } else if at >= content.end {
                Mark { at: end, parted: None, is_moved }
            } else {
                let (tag, properties) = (tag.clone(), properties.clone());
                Mark { at, parted: Some(Parted { tag, properties, text }), is_moved }
            };
            self.put(number, mark);
        }
        if run.has_text {
            self.ground.first_run.get_or_insert(tag.start..end);
        }
    }

    /// The wanted marks before a place of the source, once each.
    fn take(&mut self, end: usize) -> impl Iterator<Item = (Wanted, MarkNumber)> + use<'w> {
        let count = self.wanted.partition_point(|(wanted, _)| wanted.at < end);
        let (taken, rest) = self.wanted.split_at_checked(count).unwrap_or_default();
        self.wanted = rest;
        taken.iter().copied()
    }

    /// Puts the marks that are wanted up to a place where something starts.
    fn settle(&mut self, start: usize) {
        for (wanted, number) in self.take(start.saturating_add(1)) {
            if self.run.is_some() {
                self.put_in_run(number, wanted.at, None, false);
            } else {
                self.put(number, Mark { at: wanted.at, parted: None, is_moved: false });
            }
        }
    }

    fn put_in_run(
        &mut self,
        number: MarkNumber,
        at: usize,
        text: Option<Range<usize>>,
        moved: bool,
    ) {
        if let Some(run) = &mut self.run {
            run.marks.push((number, at, text, moved));
        }
    }

    fn put(&mut self, number: MarkNumber, mark: Mark) {
        self.ground.marks[number] = Some(mark);
    }

    /// Adds a child to the content of the open run.
    fn extend_run(&mut self, child: Range<usize>) {
        if let Some(run) = &mut self.run {
            let start = run.content.as_ref().map_or(child.start, |content| content.start);
            run.content = Some(start..child.end);
        }
    }
}
