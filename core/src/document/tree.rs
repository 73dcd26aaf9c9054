//! A document as it arrives: any JSON within bounds on size and depth, before its shape is checked.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::problem::{Problem, ProblemKind};

/// The largest document read, in bytes of JSON text.
pub const MOST_BYTES: usize = 2_000_000;

/// How deeply objects and lists may stand inside each other.
pub const MOST_LEVELS: usize = 32;

/// Nodes in document order. Containers store their length in nodes, and their entries follow them; before each
/// value of an object stands its name. Fields that stand twice are kept, so that a check can report them.
#[derive(Debug, Clone, PartialEq)]
enum Node<'t> {
    Null,
    Bool(bool),
    Number(f64),
    /// Borrowed from the document where it has no escapes.
    Text(Cow<'t, str>),
    List(usize),
    Object(usize),
    /// A list or an object below the deepest level, which is not read.
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

/// The values in a list of nodes.
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

/// The fields of an object, with their names.
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

    /// The number of entries, which takes a pass over them.
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
    /// Whether this is null, which means that it is not given.
    pub(crate) fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    /// A field of an object; null where it is not given.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn field(self, name: &str) -> Self {
        let Self::Object(object) = self else { return Self::Null };
        object.iter().find(|(known, _)| *known == name).map_or(Self::Null, |(_, value)| value)
    }

    /// The entries of a list; none for anything else.
    pub(crate) fn list(self) -> List<'a> {
        if let Self::List(list) = self { list } else { List::default() }
    }

    /// The fields of an object; none for anything else.
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
            #[expect(clippy::cast_possible_truncation, reason = "a whole number within the range")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list.iter()),
            Self::Object(object) => serializer.collect_map(object.iter()),
        }
    }
}

/// A document within bounds, whose shape is not checked yet. An empty one is null.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document<'t> {
    nodes: Vec<Node<'t>>,
    is_too_deep: bool,
}

/// A document has room for a node in so many bytes at first.
const BYTES_A_NODE: usize = 8;

impl<'t> Document<'t> {
    /// Reads JSON text. A byte order mark at its start is left out.
    ///
    /// # Errors
    /// One problem, when the text is larger than [`MOST_BYTES`] or is not JSON.
    pub fn from_json(text: &'t str) -> Result<Self, Problem> {
        Self::from_json_within(text, MOST_BYTES)
    }

    /// Reads JSON text that has so many bytes at most.
    ///
    /// # Errors
    /// One problem, when the text is larger or is not JSON.
    pub(crate) fn from_json_within(text: &'t str, most: usize) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > most {
            return Err(Problem::of_all(ProblemKind::TooLarge { most }));
        }
        let nodes = Vec::with_capacity(text.len() / BYTES_A_NODE + 1);
        let mut document = Self { nodes, is_too_deep: false };
        let mut source = serde_json::Deserializer::from_str(text);
        let filled = Filling { document: &mut document, levels: 0 }.deserialize(&mut source);
        match filled.and_then(|()| source.end()) {
            Ok(()) => Ok(document),
            Err(error) => Err(Problem::of_all(not_json(text, &error))),
        }
    }

    /// The JSON of the document.
    pub(crate) fn json(&self) -> Json<'_> {
        Values(&self.nodes).next().unwrap_or(Json::Null)
    }

    /// Whether something in it is below the deepest level.
    pub(crate) fn is_too_deep(&self) -> bool {
        self.is_too_deep
    }

    /// Gives a field of a part of the document another name, and returns whether it stood there.
    pub(crate) fn rename(&mut self, part: &str, from: &str, to: &'static str) -> bool {
        let at = self.name_in(0, part).and_then(|part| self.name_in(part + 1, from));
        let node = at.and_then(|at| self.nodes.get_mut(at));
        node.map(|node| *node = Node::Text(Cow::Borrowed(to))).is_some()
    }

    /// Where the name of a field stands in the object at a place.
    fn name_in(&self, object: usize, name: &str) -> Option<usize> {
        let Some(Node::Object(length)) = self.nodes.get(object) else { return None };
        let mut at = object + 1;
        while at < object + 1 + length {
            if matches!(self.nodes.get(at), Some(Node::Text(text)) if text == name) {
                return Some(at);
            }
            at += match self.nodes.get(at + 1) {
                Some(Node::List(length) | Node::Object(length)) => 2 + length,
                _ => 2,
            };
        }
        None
    }

    /// A copy that does not borrow from the text.
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

/// What is wrong with a text that `serde_json` refuses. A number that no `f64` holds is JSON all the same.
fn not_json(text: &str, error: &serde_json::Error) -> ProblemKind {
    let (line, column) = (error.line(), error.column());
    let read = text.split('\n').nth(line.saturating_sub(1)).and_then(|line| line.get(..column));
    if error.is_syntax() && read.is_some_and(ends_in_large_number) {
        ProblemKind::NumberTooLarge { line, column }
    } else {
        ProblemKind::NotJson { line, column }
    }
}

/// Whether a text ends in a number of so many digits, or with so large an exponent, that it can be out of the range of
/// `f64`. Where `serde_json` then stops at its end, it is: other mistakes are behind the character that they are seen
/// by. The sentence of the error says the same, but the sentences of all its errors are 1 kB of a compressed module.
fn ends_in_large_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    let number = text.get(text.trim_end_matches(is_part).len()..).unwrap_or_default();
    let exponent = number.rsplit_once(['e', 'E']).map_or("", |(_, exponent)| exponent);
    let digits = exponent.trim_start_matches('+');
    number.len() > 200 || digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Fills a document with the nodes of one value.
struct Filling<'d, 't> {
    document: &'d mut Document<'t>,
    /// The number of lists and objects around the value.
    levels: usize,
}

impl<'t> Filling<'_, 't> {
    fn push(&mut self, node: Node<'t>) {
        self.document.nodes.push(node);
    }

    /// Reads what is in a list or an object, and then stores how long it is.
    fn fill<E>(
        mut self,
        container: fn(usize) -> Node<'t>,
        mut read_next: impl FnMut(Option<Filling<'_, 't>>) -> Result<bool, E>,
    ) -> Result<(), E> {
        if self.levels >= MOST_LEVELS {
            while read_next(None)? {}
            self.document.is_too_deep = true;
            self.push(Node::TooDeep);
            return Ok(());
        }
        let place = self.document.nodes.len();
        self.push(container(0));
        while read_next(Some(Filling { document: self.document, levels: self.levels + 1 }))? {}
        let length = self.document.nodes.len() - place - 1;
        if let Some(node) = self.document.nodes.get_mut(place) {
            *node = container(length);
        }
        Ok(())
    }
}

impl<'t> DeserializeSeed<'t> for Filling<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Filling<'_, 't> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(mut self) -> Result<(), E> {
        self.push(Node::Null);
        Ok(())
    }

    fn visit_bool<E>(mut self, value: bool) -> Result<(), E> {
        self.push(Node::Bool(value));
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers of JSON are of this type")]
    fn visit_i64<E>(mut self, number: i64) -> Result<(), E> {
        self.push(Node::Number(number as f64));
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers of JSON are of this type")]
    fn visit_u64<E>(mut self, number: u64) -> Result<(), E> {
        self.push(Node::Number(number as f64));
        Ok(())
    }

    fn visit_f64<E>(mut self, number: f64) -> Result<(), E> {
        self.push(Node::Number(number));
        Ok(())
    }

    fn visit_borrowed_str<E>(mut self, text: &'t str) -> Result<(), E> {
        self.push(Node::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_str<E>(mut self, text: &str) -> Result<(), E> {
        self.push(Node::Text(Cow::Owned(text.to_owned())));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut entries: A) -> Result<(), A::Error> {
        self.fill(Node::List, |filling| match filling {
            Some(filling) => Ok(entries.next_element_seed(filling)?.is_some()),
            None => Ok(entries.next_element::<IgnoredAny>()?.is_some()),
        })
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<(), A::Error> {
        self.fill(Node::Object, |filling| {
            let Some(filling) = filling else {
                return Ok(fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some());
            };
            let Filling { document, levels } = filling;
            if fields.next_key_seed(Filling { document: &mut *document, levels })?.is_none() {
                return Ok(false);
            }
            fields.next_value_seed(Filling { document, levels })?;
            Ok(true)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{Document, Json, MOST_LEVELS, Node};
    use crate::document::problem::ProblemKind;

    /// JSON text, with white space, of a few levels.
    fn json() -> impl Strategy<Value = String> {
        let number = prop_oneof![
            "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?",
            "[1-9]0{0,30}e-[0-9]{1,2}",
        ];
        let string = prop::collection::vec(any::<char>(), 0..6)
            .prop_map(|text| Value::from(String::from_iter(text)).to_string());
        let word = prop::sample::select(vec!["true", "false", "null"]).prop_map(str::to_owned);
        let leaf = prop_oneof![number, string, word];
        leaf.prop_recursive(4, 24, 4, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|values| format!("[ {}\n]", values.join(",\t")));
            let object = prop::collection::vec(("[a-c]?", inner), 0..4).prop_map(|fields| {
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| format!("\"{name}\" : {value}")).collect();
                format!("{{{}\r\n}}", fields.join(" , "))
            });
            prop_oneof![list, object]
        })
    }

    /// Whether two trees are the same. Of fields with one name, the other has the last alone.
    fn is_same(json: Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(ours), Value::Bool(theirs)) => ours == *theirs,
            (Json::Text(ours), Value::String(theirs)) => ours == theirs,
            (Json::Number(ours), Value::Number(theirs)) => theirs.as_f64() == Some(ours),
            (Json::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
            }
            (Json::Object(ours), Value::Object(theirs)) => {
                let last = |name: &str| ours.iter().filter(|(known, _)| *known == name).last();
                ours.iter().all(|(name, _)| theirs.contains_key(name))
                    && theirs.iter().all(|(name, value)| {
                        last(name).is_some_and(|(_, json)| is_same(json, value))
                    })
            }
            _ => false,
        }
    }

    proptest! {
        /// The list of nodes says the same as a tree.
        #[test]
        fn a_document_holds_what_its_text_says(text in json()) {
            let document = Document::from_json(&text).unwrap();
            prop_assert!(is_same(document.json(), &serde_json::from_str(&text).unwrap()), "{document:?}");
        }
    }

    #[test]
    fn fields_that_stand_twice_are_kept_in_order() {
        let document = Document::from_json(r#"{"b": 1, "a": [2, {}], "b": null}"#).unwrap();
        let names: Vec<&str> = document.json().object().iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(document.json().field("a").list().len(), 2);
        assert!(matches!(document.json().field("b"), Json::Number(1.0)));
    }

    #[test]
    fn texts_are_copied_only_where_they_have_escapes() {
        let document = Document::from_json(r#"["plain", "with \u00e9"]"#).unwrap();
        let is_borrowed = |node: &Node| matches!(node, Node::Text(std::borrow::Cow::Borrowed(_)));
        assert_eq!(
            document.nodes.iter().map(is_borrowed).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    #[test]
    fn what_is_nested_too_deeply_is_left_out() {
        let nested = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        assert!(!Document::from_json(&nested(MOST_LEVELS)).unwrap().is_too_deep());
        for levels in [MOST_LEVELS + 1, 1_000, 500_000] {
            let text = nested(levels);
            let document = Document::from_json(&text).unwrap();
            assert!(document.is_too_deep());
            assert_eq!(document.nodes.len(), MOST_LEVELS + 1, "{levels}");
        }
        let kind = Document::from_json(&"[".repeat(1_000_000)).unwrap_err().kind;
        assert_eq!(kind, ProblemKind::NotJson { line: 1, column: 1_000_000 });
    }

    #[test]
    fn a_number_that_is_too_large_is_told_apart_from_what_is_not_json() {
        let kind = |text: &str| Document::from_json(text).unwrap_err().kind;
        assert_eq!(kind("{\n\"a\": 1E400}"), ProblemKind::NumberTooLarge { line: 2, column: 10 });
        assert_eq!(kind("{\n\"a\": 1E}"), ProblemKind::NotJson { line: 2, column: 8 });
        for text in [
            "[-1.5e+309]",
            "[1e99999999999]",
            &"9".repeat(400),
            &["9".repeat(250), "e99".to_owned()].concat(),
        ] {
            assert!(matches!(kind(text), ProblemKind::NumberTooLarge { .. }), "{text}");
        }
        assert_eq!(kind("[1E400x]"), ProblemKind::NumberTooLarge { line: 1, column: 6 });
        let not_json = [
            "[1e100 1e100]",
            "01e400",
            "-e400",
            "1.e400",
            r#""\ude400""#,
            r#""\ud8e4""#,
            r#""1e400"#,
        ];
        for text in not_json {
            assert!(matches!(kind(text), ProblemKind::NotJson { .. }), "{text}");
        }
        for text in ["NaN", "[1,]", "{} {}", "'a'", "// x\n1", "", "\"\\ud83d\""] {
            assert!(matches!(kind(text), ProblemKind::NotJson { .. }), "{text}");
        }
    }
}
