//! Places in the text of a run as places in the source that it was read from.

use quick_xml::escape::resolve_xml_entity;

use super::marks::Edge;
use crate::plan::body::{Piece, Run};
use crate::plan::character::read;

/// What opens and closes a section of data in XML.
const DATA: (&str, &str) = ("<![CDATA[", "]]>");

/// A place in the text of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Located {
    /// In the text, in bytes.
    pub(super) byte: usize,
    /// In the source, in bytes; 0 where there is none to look in.
    pub(super) at: usize,
}

/// Finds places of a run, which are given in UTF-16 code units and in their order: nothing for one that the text does
/// not have. Text and source are walked through once, however many places there are.
pub(super) fn locate(
    run: &Run,
    source: Option<&str>,
    wanted: impl Iterator<Item = (u32, Edge)>,
) -> Vec<Option<Located>> {
    let mut characters = run.text.char_indices();
    let (mut byte, mut units) = (0, 0);
    let mut pieces = Pieces { run, source: source.unwrap_or_default(), open: None };
    let mut found = Vec::new();
    for (offset, edge) in wanted {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        while units < offset
            && let Some((start, character)) = characters.next()
        {
            units += character.len_utf16();
            byte = start + character.len_utf8();
        }
        // In the middle of a character, or behind the end.
        if units != offset {
            found.push(None);
            continue;
        }
        let at = if source.is_some() { pieces.place(byte, edge) } else { Some(0) };
        found.push(at.map(|at| Located { byte, at }));
    }
    found
}

/// The pieces of a run, of which one is being walked through.
struct Pieces<'s> {
    run: &'s Run,
    source: &'s str,
    open: Option<(usize, Written<'s>)>,
}

impl Pieces<'_> {
    /// The place in the source of a place in the text.
    fn place(&mut self, byte: usize, edge: Edge) -> Option<usize> {
        let run = self.run;
        if byte == 0 {
            return Some(run.source.start);
        }
        if byte == run.text.len() {
            return Some(run.source.end);
        }
        // Between two pieces, what starts there starts with the later one, and what ends there ends with the earlier.
        let count = match edge {
            Edge::Start => run.pieces.partition_point(|piece| piece.at <= byte),
            Edge::End => run.pieces.partition_point(|piece| piece.at < byte),
        };
        let number = count.checked_sub(1)?;
        let Piece { at, source, is_element } = run.pieces.get(number)?;
        if *is_element {
            return Some(if byte == *at { source.start } else { source.end });
        }
        let written = match &mut self.open {
            Some((open, written)) if *open == number => written,
            open => {
                let all = self.source.get(source.clone())?;
                &mut open.insert((number, Written { all, rest: all, count: 0, data: None })).1
            }
        };
        written.advance(byte - at)?;
        Some(source.start + written.place(edge))
    }
}

/// A written text that is being walked through.
struct Written<'s> {
    all: &'s str,
    rest: &'s str,
    /// How many bytes the part before `rest` has as it is read.
    count: usize,
    /// Where the section of data starts and ends that `rest` begins in.
    data: Option<(usize, usize)>,
}

impl Written<'_> {
    /// Goes on until so many bytes are read.
    fn advance(&mut self, count: usize) -> Option<()> {
        while self.count < count {
            let at = self.all.len() - self.rest.len();
            if self.data.is_none() && self.rest.starts_with(DATA.0) {
                self.data = Some((at, at + self.rest.find(DATA.1)? + DATA.1.len()));
                self.rest = self.rest.get(DATA.0.len()..)?;
                continue;
            }
            if self.data.is_some() && self.rest.starts_with(DATA.1) {
                self.data = None;
                self.rest = self.rest.get(DATA.1.len()..)?;
                continue;
            }
            let mut characters = self.rest.chars();
            let character = characters.next()?;
            let name = self.rest.strip_prefix('&').filter(|_| self.data.is_none());
            let (character, behind) = match name {
                Some(name) => {
                    let (name, behind) = name.split_once(';')?;
                    (entity(name)?, behind)
                }
                None => (character, characters.as_str()),
            };
            self.count += read(character).map_or(0, char::len_utf8);
            self.rest = behind;
        }
        Some(())
    }

    /// How far it was walked through. A section of data, which Word never writes, is not parted.
    fn place(&self, edge: Edge) -> usize {
        match (self.data, edge) {
            (None, _) => self.all.len() - self.rest.len(),
            (Some((start, _)), Edge::Start) => start,
            (Some((_, end)), Edge::End) => end,
        }
    }
}

/// The character that a reference stands for.
fn entity(name: &str) -> Option<char> {
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        },
        None => return resolve_xml_entity(name)?.chars().next(),
    };
    char::from_u32(code?)
}
