//! A document as it arrives: any JSON, within bounds on size and depth, before anything is known of
//! what it should hold.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use crate::document::json;
use crate::document::problem::{Problem, ProblemKind, Reader};

/// The largest document read, in bytes of JSON text.
pub const MOST_BYTES: usize = 2_000_000;

/// How deeply objects and lists may stand inside each other.
pub const MOST_LEVELS: usize = 32;

/// JSON with what a checker needs to see kept: fields in order, duplicates too. What it is made of stands in
/// one list, each part behind the one before it: before each value of an object its name, and behind a list
/// or an object what is in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'t> {
    Null,
    Bool(bool),
    Number(f64),
    /// That of the document where it has no escapes.
    Text(Cow<'t, str>),
    /// A list, and how many nodes are in it.
    List(usize),
    /// An object, and how many nodes are in it.
    Object(usize),
    /// Something below the deepest level.
    TooDeep,
}

/// A value of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    List(List<'a>),
    Object(Object<'a>),
    TooDeep,
}

/// The entries of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct List<'a>(&'a [Node<'a>]);

/// The fields of an object.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Object<'a>(&'a [Node<'a>]);

/// Goes through values that stand behind each other.
#[derive(Debug, Clone)]
pub(crate) struct Values<'a>(&'a [Node<'a>]);

impl<'a> Iterator for Values<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        let (first, behind) = self.0.split_first()?;
        let length =
            if let Node::List(length) | Node::Object(length) = first { *length } else { 0 };
        let (within, behind) = behind.split_at_checked(length)?;
        self.0 = behind;
        Some(match first {
            Node::Null => Json::Null,
            Node::Bool(value) => Json::Bool(*value),
            Node::Number(number) => Json::Number(*number),
            Node::Text(text) => Json::Text(text),
            Node::List(_) => Json::List(List(within)),
            Node::Object(_) => Json::Object(Object(within)),
            Node::TooDeep => Json::TooDeep,
        })
    }
}

/// Goes through the fields of an object.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'a>(Values<'a>);

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a str, Json<'a>);

    fn next(&mut self) -> Option<(&'a str, Json<'a>)> {
        Some((self.0.next()?.text(), self.0.next()?))
    }
}

impl<'a> List<'a> {
    pub(crate) fn iter(self) -> Values<'a> {
        Values(self.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// How many there are. They are counted.
    pub(crate) fn len(self) -> usize {
        self.iter().count()
    }
}

impl<'a> Object<'a> {
    /// The fields with their names, in order.
    pub(crate) fn iter(self) -> Fields<'a> {
        Fields(Values(self.0))
    }
}

impl<'a> IntoIterator for List<'a> {
    type Item = Json<'a>;
    type IntoIter = Values<'a>;

    fn into_iter(self) -> Values<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for Object<'a> {
    type Item = (&'a str, Json<'a>);
    type IntoIter = Fields<'a>;

    fn into_iter(self) -> Fields<'a> {
        self.iter()
    }
}

impl<'a> Json<'a> {
    /// Whether this is null, which is as good as not given.
    pub(crate) fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    /// A field of an object; null when it is not given.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn field(self, name: &str) -> Self {
        let Self::Object(object) = self else { return Self::Null };
        object.iter().find(|(known, _)| *known == name).map_or(Self::Null, |(_, value)| value)
    }

    /// The entries of a list; none of anything else.
    pub(crate) fn list(self) -> List<'a> {
        if let Self::List(list) = self { list } else { List::default() }
    }

    /// The fields of an object; none of anything else.
    pub(crate) fn object(self) -> Object<'a> {
        if let Self::Object(object) = self { object } else { Object::default() }
    }

    /// The text; empty for anything else.
    pub(crate) fn text(self) -> &'a str {
        if let Self::Text(text) = self { text } else { "" }
    }

    /// The text of a field.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn text_of(self, name: &str) -> &'a str {
        self.field(name).text()
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::TooDeep => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            #[expect(clippy::cast_possible_truncation, reason = "whole numbers are small here")]
            Self::Number(number) if number.fract() == 0.0 => {
                serializer.serialize_i32(*number as i32)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list.iter()),
            Self::Object(object) => serializer.collect_map(object.iter()),
        }
    }
}

/// A document within bounds, not yet checked for what it holds. An empty one is null.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document<'t> {
    nodes: Vec<Node<'t>>,
    /// Whether something in it is below the deepest level.
    is_too_deep: bool,
}

impl<'t> Document<'t> {
    /// Reads JSON text. A byte order mark at its start is passed over.
    ///
    /// # Errors
    /// One problem, when the text is larger than [`MOST_BYTES`] or is not JSON.
    pub fn from_json(text: &'t str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > MOST_BYTES {
            return Err(whole(ProblemKind::TooLarge { most: MOST_BYTES }));
        }
        match json::read(text) {
            Ok((nodes, is_too_deep)) => Ok(Self { nodes, is_too_deep }),
            Err(offset) => Err(whole(place(text, offset))),
        }
    }

    /// All that is in it.
    pub(crate) fn json(&self) -> Json<'_> {
        Values(&self.nodes).next().unwrap_or(Json::Null)
    }

    /// Its JSON, and a reader of it that has noted what is nested too deeply.
    pub(crate) fn open(&self) -> (Json<'_>, Reader<'_>) {
        let json = self.json();
        let mut reader = Reader::default();
        if self.is_too_deep {
            reader.too_deep(json);
        }
        (json, reader)
    }

    /// The same, apart from the text it was read from.
    pub(crate) fn into_owned(self) -> Document<'static> {
        let owned = |node| match node {
            Node::Null => Node::Null,
            Node::Bool(value) => Node::Bool(value),
            Node::Number(number) => Node::Number(number),
            Node::Text(text) => Node::Text(Cow::Owned(text.into_owned())),
            Node::List(length) => Node::List(length),
            Node::Object(length) => Node::Object(length),
            Node::TooDeep => Node::TooDeep,
        };
        let nodes = self.nodes.into_iter().map(owned).collect();
        Document { nodes, is_too_deep: self.is_too_deep }
    }
}

fn whole(kind: ProblemKind) -> Problem {
    Problem { pointer: String::new(), kind }
}

/// The line and the column of an offset in a text.
fn place(text: &str, offset: usize) -> ProblemKind {
    let (mut line, mut column) = (1, 0);
    for byte in text.bytes().take(offset) {
        column += 1;
        if byte == b'\n' {
            line += 1;
            column = 0;
        }
    }
    ProblemKind::NotJson { line, column }
}
