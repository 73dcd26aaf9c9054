//! The XML of a Word file as events. Namespace and name identify an element, whatever its prefix is.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use crate::plan::problem::PlanProblem;

/// The most elements that stand in one another, before the XML counts as damaged.
const MOST_ELEMENTS_NESTED: usize = 2_000;

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// `WordprocessingML`, transitional or strict.
    Word,
    /// Markup compatibility: a choice and its fallback.
    Compatibility,
    /// Mathematics.
    Math,
    /// Any other.
    Other,
}

impl Vocabulary {
    fn of(found: &ResolveResult) -> Self {
        let ResolveResult::Bound(namespace) = found else { return Self::Other };
        match namespace.0 {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            _ => Self::Other,
        }
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Start<'x> {
    pub(super) vocabulary: Vocabulary,
    tag: BytesStart<'x>,
    /// Where its bytes are.
    pub(super) source: Range<usize>,
}

impl Start<'_> {
    /// The name, for an element of Word's vocabulary; else nothing.
    pub(super) fn word(&self) -> &str {
        if self.vocabulary == Vocabulary::Word { self.name() } else { "" }
    }

    /// The name with its prefix.
    pub(super) fn full_name(&self) -> &str {
        self.tag.name().0
    }

    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.tag.name().0;
        name.rsplit_once(':').map_or(name, |(_, name)| name)
    }

    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.tag.attributes();
        attributes.with_checks(false);
        let mut attributes = attributes.filter_map(Result::ok);
        let found = attributes.find(|attribute| {
            let key = attribute.key.0;
            key.rsplit_once(':').map_or(key, |(_, key)| key) == name
        })?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// The attribute `val`.
    pub(super) fn value(&self) -> Option<Cow<'_, str>> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number<N: TryFrom<u32>>(&self) -> Option<N> {
        let number: u32 = self.value()?.trim().parse().ok()?;
        number.try_into().ok()
    }

    /// Whether a property is on, as it is where it has no value.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Next<'x> {
    Start(Start<'x>),
    /// The end of the element that was opened last.
    End,
    /// Text, with the bytes it stands for.
    Text(Cow<'x, str>, Range<usize>),
    /// The end of the file.
    Nothing,
}

/// XML as events.
pub(super) struct Xml<'x> {
    reader: NsReader<&'x [u8]>,
    start: usize,
    depth: usize,
    has_root: bool,
}

impl<'x> Xml<'x> {
    /// Reads a text.
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, start: 0, depth: 0, has_root: false }
    }

    /// Where what was read last starts, in bytes.
    pub(super) const fn start(&self) -> usize {
        self.start
    }

    /// How far it has been read, in bytes.
    pub(super) fn place(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Next<'x>, PlanProblem> {
        loop {
            let before = self.place();
            self.start = before;
            let (found, event) =
                self.reader.read_resolved_event().map_err(|_| PlanProblem::Damaged)?;
            match event {
                Event::Start(tag) => {
                    let vocabulary = Vocabulary::of(&found);
                    self.depth += 1;
                    self.has_root = true;
                    if self.depth > MOST_ELEMENTS_NESTED {
                        return Err(PlanProblem::TooDeep);
                    }
                    return Ok(Next::Start(Start {
                        vocabulary,
                        tag,
                        source: before..self.place(),
                    }));
                }
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(Next::End);
                }
                Event::Text(text) => {
                    return Ok(Next::Text(text.into_inner(), before..self.place()));
                }
                Event::CData(text) => {
                    return Ok(Next::Text(text.into_inner(), before..self.place()));
                }
                Event::GeneralRef(reference) => {
                    let character =
                        reference.resolve_char_ref().map_err(|_| PlanProblem::Damaged)?;
                    let name = reference.into_inner();
                    let text = match character {
                        Some(character) => Cow::Owned(character.to_string()),
                        // A file that defines entities of its own is no file of Word's.
                        None => {
                            Cow::Borrowed(resolve_xml_entity(&name).ok_or(PlanProblem::Damaged)?)
                        }
                    };
                    return Ok(Next::Text(text, before..self.place()));
                }
                Event::Eof if self.depth > 0 || !self.has_root => return Err(PlanProblem::Damaged),
                Event::Eof => return Ok(Next::Nothing),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over the rest of the element that was opened last, and calls a function with each start in it.
    pub(super) fn pass_over(&mut self, visit: &mut dyn FnMut(&Start)) -> Result<(), PlanProblem> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Next::Start(start) => {
                    visit(&start);
                    depth += 1;
                }
                Next::End => depth -= 1,
                Next::Text(..) => {}
                Next::Nothing => return Err(PlanProblem::Damaged),
            }
        }
        Ok(())
    }

    /// Calls a function with each start that is a child of the element that was opened last. The function returns
    /// whether it read the child to its end.
    pub(super) fn children(
        &mut self,
        visit: &mut dyn FnMut(&mut Self, &Start) -> Result<bool, PlanProblem>,
    ) -> Result<(), PlanProblem> {
        loop {
            match self.next()? {
                Next::Start(start) => {
                    if !visit(self, &start)? {
                        self.pass_over(&mut |_| {})?;
                    }
                }
                Next::End => return Ok(()),
                Next::Text(..) => {}
                Next::Nothing => return Err(PlanProblem::Damaged),
            }
        }
    }

    /// The name of the outermost element, in Word's vocabulary or another.
    pub(super) fn root(&mut self) -> Result<String, PlanProblem> {
        loop {
            match self.next()? {
                Next::Start(start) => return Ok(start.word().to_owned()),
                Next::Text(..) => {}
                Next::End | Next::Nothing => return Err(PlanProblem::Damaged),
            }
        }
    }
}
