//! Document types and the shape that their JSON must have.
//!
//! `serde`'s derived deserialisers stop at the first error. Here a type's shape is data, written down by
//! [`document!`], [`choice!`] and the bounded types; [`check`] compares any JSON with any shape and reports every
//! problem. What was checked is then deserialised by `serde`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, Unexpected, Visitor};

use super::limits::{is_id, within_length};
use super::problem::{Problem, ProblemKind, Reader};
use super::tree::{Document, Json, MOST_BYTES, MOST_LEVELS, Object};

/// The longest name of an unknown field that a pointer shows.
const LONGEST_FIELD_NAME: usize = 64;

/// In an object with up to so many fields, comparing names one by one is faster than a tree of names.
const FEW_FIELDS: usize = 16;

/// The most entries of a list that has no bound of its own.
pub(crate) const MOST_ENTRIES: usize = 1_000;

/// The shape of a piece of JSON.
pub(crate) enum Kind {
    /// A text of any length.
    Text,
    /// A text of so many characters at most.
    ShortText(usize),
    Flag,
    /// A whole number in a range.
    Integer(i64, i64),
    /// One of some words.
    Word(&'static [&'static str]),
    /// A list with so many entries at most.
    List(usize, &'static Kind),
    /// An object whose keys are any ids.
    Map(&'static Kind),
    /// An object with these fields.
    Object(&'static [Field]),
    /// An object with the fields of several types.
    Joined(&'static [&'static [Field]]),
    /// Any JSON: that of a part which this build does not read, or which is checked elsewhere.
    Unread,
    /// A shape with a check of its own.
    Checked(for<'a> fn(Json<'a>, &mut Reader<'a>)),
}

/// A field of an object.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static Kind,
    pub(crate) required: bool,
}

/// A type that is read from JSON.
pub(crate) trait Shape: DeserializeOwned {
    /// The shape that its JSON must have.
    const KIND: &'static Kind;
    /// Whether a field of this type must be given.
    const REQUIRED: bool = true;
    /// Whether this build reads the type. The JSON of one that it does not read is any.
    const IS_READ: bool = true;

    /// Deserialises JSON whose shape was checked.
    #[expect(clippy::panic, reason = "a type whose JSON was checked deserialises: tests try each")]
    fn take(json: Json) -> Self {
        let Ok(value) = Self::deserialize(json) else {
            panic!("the JSON was not checked against the shape of its type");
        };
        value
    }
}

/// A type whose JSON is an object. Declared with [`document!`].
pub(crate) trait Fields {
    /// The fields of the object.
    const FIELDS: &'static [Field];
}

/// Reads JSON as a type: reports every problem with its shape, or returns the value.
pub(crate) fn read<'a, T: Shape>(json: Json<'a>, reader: &mut Reader<'a>) -> Option<T> {
    let before = reader.count();
    check(json, T::KIND, reader);
    if reader.count() == before { checked(json, reader) } else { None }
}

/// Deserialises JSON whose shape was checked.
pub(crate) fn checked<'a, T: DeserializeOwned>(
    json: Json<'a>,
    reader: &mut Reader<'a>,
) -> Option<T> {
    let value = T::deserialize(json).ok();
    if value.is_none() {
        // A shape that its type does not deserialise is a mistake here: nothing is dropped without a word.
        reader.problem(ProblemKind::WrongType { expected: "of another type" });
    }
    value
}

impl Document<'_> {
    /// A reader of the document, which has reported what is nested too deeply, and its JSON.
    pub(crate) fn open(&self) -> (Json<'_>, Reader<'_>) {
        let json = self.json();
        let mut reader = Reader::default();
        if self.is_too_deep() {
            reader.too_deep(json);
        }
        (json, reader)
    }
}

/// Reads JSON text as a type: the value, or every problem with its shape and whatever `fits` reports beyond it.
pub(crate) fn from_json<T, U>(
    text: &str,
    fits: impl for<'a> FnOnce(Json<'a>, Option<T>, &mut Reader<'a>) -> Option<U>,
) -> Result<U, Vec<Problem>>
where
    T: Shape,
{
    from_json_within(text, MOST_BYTES, fits)
}

/// The same for a text that has so many bytes at most.
pub(crate) fn from_json_within<T, U>(
    text: &str,
    most: usize,
    fits: impl for<'a> FnOnce(Json<'a>, Option<T>, &mut Reader<'a>) -> Option<U>,
) -> Result<U, Vec<Problem>>
where
    T: Shape,
{
    let document = Document::from_json_within(text, most).map_err(|problem| vec![problem])?;
    let (json, mut reader) = document.open();
    let value = read::<T>(json, &mut reader);
    match fits(json, value, &mut reader) {
        Some(value) if reader.is_fine() => Ok(value),
        _ => Err(reader.into_problems()),
    }
}

/// Compares JSON with a shape, and reports every problem.
pub(crate) fn check<'a>(json: Json<'a>, kind: &Kind, reader: &mut Reader<'a>) {
    match kind {
        Kind::Text => {
            reader.text(json);
        }
        Kind::ShortText(most) => {
            if let Some(text) = reader.text(json)
                && let Err(kind) = within_length(text, *most)
            {
                reader.problem(kind);
            }
        }
        Kind::Flag => {
            if !matches!(json, Json::Bool(_)) {
                reader.wrong_type(json, "true or false");
            }
        }
        Kind::Integer(least, most) => {
            reader.integer(json, *least, *most);
        }
        Kind::Word(words) => {
            reader.word(json, words.iter().copied());
        }
        Kind::List(most, kind) => match json {
            Json::List(list) if list.len() > *most => {
                reader.problem(ProblemKind::TooMany { most: *most });
            }
            Json::List(list) => {
                for (index, json) in list.iter().enumerate() {
                    reader.within_index(index, |reader| check(json, kind, reader));
                }
            }
            _ => reader.wrong_type(json, "a list"),
        },
        Kind::Map(kind) => {
            for (position, name, json) in reader.entries(json) {
                if is_id(name) {
                    reader.within(name, |reader| check(json, kind, reader));
                } else {
                    reader.field_problem(position, name, ProblemKind::NotAnId {});
                }
            }
        }
        Kind::Object(fields) => check_fields(json, &[fields], reader),
        Kind::Joined(fields) => check_fields(json, fields, reader),
        Kind::Unread => {}
        Kind::Checked(check) => check(json, reader),
    }
}

fn check_fields<'a>(json: Json<'a>, fields: &[&[Field]], reader: &mut Reader<'a>) {
    if !reader.expect_object(json) {
        return;
    }
    let all = || fields.iter().copied().flatten();
    for (position, name, json) in reader.entries(json) {
        match all().find(|field| field.name == name) {
            Some(field) => reader.within(name, |reader| check(json, field.kind, reader)),
            None => reader.unknown_field(position, name, &mut all().map(|field| field.name)),
        }
    }
    for field in all().filter(|field| field.required) {
        if json.field(field.name).is_null() {
            reader.problem_in(field.name, ProblemKind::Missing {});
        }
    }
}

/// The names met so far. A tree, and no hash table: no choice of names makes it slow.
#[derive(Default)]
pub(crate) struct Names<'a>(BTreeSet<&'a str>);

impl<'a> Names<'a> {
    /// Adds a name; false where it was there before.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn insert(&mut self, name: &'a str) -> bool {
        self.0.insert(name)
    }
}

impl<'a> Reader<'a> {
    /// Reports that a value has the wrong type; one that was never read has a problem already.
    pub(crate) fn wrong_type(&mut self, json: Json, expected: &'static str) {
        if !matches!(json, Json::TooDeep) {
            self.problem(ProblemKind::WrongType { expected });
        }
    }

    /// Expects a text.
    pub(crate) fn text(&mut self, json: Json<'a>) -> Option<&'a str> {
        if let Json::Text(text) = json {
            return Some(text);
        }
        self.wrong_type(json, "text");
        None
    }

    /// Reports what is nested too deeply, wherever it stands.
    pub(crate) fn too_deep(&mut self, json: Json<'a>) {
        match json {
            Json::TooDeep => self.problem(ProblemKind::TooDeep { most: MOST_LEVELS }),
            Json::List(list) => {
                for (index, json) in list.iter().enumerate() {
                    self.within_index(index, |reader| reader.too_deep(json));
                }
            }
            Json::Object(fields) => {
                for (name, json) in fields {
                    // A name that does not look like one is not shown: its object stands for it.
                    if is_field_name(name) {
                        self.within(name, |reader| reader.too_deep(json));
                    } else {
                        self.too_deep(json);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether this is an object.
    pub(crate) fn expect_object(&mut self, json: Json) -> bool {
        let is_object = matches!(json, Json::Object(_));
        if !is_object {
            self.wrong_type(json, "an object");
        }
        is_object
    }

    /// The fields of an object that are given, with their positions. Null means not given, and of two fields with
    /// one name the second is reported and left out.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn entries(
        &mut self,
        json: Json<'a>,
    ) -> impl Iterator<Item = (usize, &'a str, Json<'a>)> + use<'a> {
        if !matches!(json, Json::Object(_)) {
            self.wrong_type(json, "an object");
        }
        let seconds = second_fields(json.object());
        for (position, name) in &seconds {
            self.field_problem(*position, name, ProblemKind::DuplicateKey {});
        }
        let entries = json.object().iter().enumerate();
        entries
            .filter(move |(position, (_, value))| {
                !value.is_null()
                    && seconds.binary_search_by_key(position, |(second, _)| *second).is_err()
            })
            .map(|(position, (name, value))| (position, name, value))
    }

    /// Reports a problem with a field as such. A name that does not look like one is not shown: it may be text of a
    /// plan.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn field_problem(&mut self, position: usize, name: &'a str, kind: ProblemKind) {
        if is_field_name(name) {
            self.problem_in(name, kind);
        } else {
            self.problem(ProblemKind::UnnamedField { position: position + 1 });
        }
    }

    /// Reports a field that is not among those known.
    pub(crate) fn unknown_field(
        &mut self,
        position: usize,
        name: &'a str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        self.unknown(position, name, ProblemKind::UnknownField {}, known);
    }

    /// Reports a field whose name is an id that the framework does not have, with what it should have named.
    pub(crate) fn unknown_id(
        &mut self,
        position: usize,
        name: &'a str,
        what: &'static str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        self.unknown(position, name, ProblemKind::UnknownId { what }, known);
    }

    /// Reports that the framework has nothing with the id that a field gives, with what it should have named.
    pub(crate) fn unknown_word(
        &mut self,
        field: &'a str,
        given: &str,
        what: &'static str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        let kind = self.near(ProblemKind::UnknownId { what }, given, known);
        self.problem_in(field, kind);
    }

    fn unknown(
        &mut self,
        position: usize,
        name: &'a str,
        kind: ProblemKind,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        let kind = self.near(kind, name, known);
        self.field_problem(position, name, kind);
    }

    /// Expects a whole number in a range; 2.0 is 2.
    pub(crate) fn integer(&mut self, json: Json, least: i64, most: i64) -> Option<i64> {
        match json {
            Json::Number(number) if number.fract() == 0.0 => {
                #[expect(clippy::cast_possible_truncation, reason = "the range is checked next")]
                let integer = number as i64;
                if (least..=most).contains(&integer) {
                    return Some(integer);
                }
                self.problem(ProblemKind::OutOfRange { least, most });
            }
            _ => self.wrong_type(json, "a whole number"),
        }
        None
    }

    /// Expects one of some words, and returns its number among them.
    pub(crate) fn word<'w>(
        &mut self,
        json: Json<'a>,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<usize> {
        let word = self.text(json)?;
        let found = words.clone().position(|known| known == word);
        if found.is_none() {
            let allowed = words.clone().map(str::to_owned).collect();
            let mut words = words;
            let kind = self.near(ProblemKind::NotOneOf { allowed }, word, &mut words);
            self.problem(kind);
        }
        found
    }
}

/// The fields that have the name of an earlier one: their positions and names.
fn second_fields(fields: Object<'_>) -> Vec<(usize, &str)> {
    // Where each name has a bit to itself, none need be compared.
    let (mut bits, mut may_be_alike, mut count) = (0, false, 0);
    for (name, _) in fields {
        let bit = name_bit(name);
        may_be_alike |= bits & bit != 0;
        bits |= bit;
        count += 1;
    }
    if !may_be_alike {
        return Vec::new();
    }
    let mut seen = Names::default();
    let names = fields.iter().map(|(name, _)| name).enumerate().filter(|(position, name)| {
        if count <= FEW_FIELDS {
            fields.iter().take(*position).any(|(earlier, _)| earlier == *name)
        } else {
            !seen.insert(name)
        }
    });
    names.collect()
}

/// Hashes a name to one of 64 bits.
fn name_bit(name: &str) -> u64 {
    let mut bytes = name.bytes();
    let first = bytes.next().unwrap_or_default();
    let last = bytes.next_back().unwrap_or_default();
    1 << ((usize::from(first) * 3 + usize::from(last) + name.len() * 7) % 64)
}

/// Whether a name looks like that of a field, so that a pointer may show it.
fn is_field_name(name: &str) -> bool {
    (1..=LONGEST_FIELD_NAME).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'$'))
}

impl Shape for String {
    const KIND: &'static Kind = &Kind::Text;
}

impl Shape for bool {
    const KIND: &'static Kind = &Kind::Flag;
}

impl Shape for u8 {
    const KIND: &'static Kind = &Kind::Integer(0, 255);
}

impl Shape for u32 {
    const KIND: &'static Kind = &Kind::Integer(0, u32::MAX as i64);
}

impl<T: Shape> Shape for Option<T> {
    const KIND: &'static Kind = T::KIND;
    const REQUIRED: bool = false;
    const IS_READ: bool = T::IS_READ;
}

impl<T: Shape> Shape for Vec<T> {
    const KIND: &'static Kind =
        if T::IS_READ { &Kind::List(MOST_ENTRIES, T::KIND) } else { &Kind::Unread };
    const IS_READ: bool = T::IS_READ;
}

impl<K: DeserializeOwned + Ord, T: Shape> Shape for BTreeMap<K, T> {
    const KIND: &'static Kind = &Kind::Map(T::KIND);
}

/// Declares a document type: a struct whose fields are the fields of a JSON object. `serde` reads and writes it,
/// `schemars` describes it, and its shape is checked by the fields' own shapes.
macro_rules! document {
    ($(
        $(#[$outer:meta])*
        pub struct $name:ident $(if ($($reads:tt)*))? {
            $( $(#[$inner:meta])* pub $field:ident: $type:ty, )*
        }
    )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $( $(#[$inner])* pub $field: $type, )*
        }

        impl $crate::document::shape::Fields for $name {
            const FIELDS: &'static [$crate::document::shape::Field] = &[$(
                $crate::document::shape::Field {
                    name: stringify!($field),
                    kind: <$type as $crate::document::shape::Shape>::KIND,
                    required: <$type as $crate::document::shape::Shape>::REQUIRED,
                }
            ),*];
        }

        impl $crate::document::shape::Shape for $name {
            $( const IS_READ: bool = cfg!($($reads)*); )?
            const KIND: &'static $crate::document::shape::Kind = if Self::IS_READ {
                &$crate::document::shape::Kind::Object(<Self as $crate::document::shape::Fields>::FIELDS)
            } else {
                &$crate::document::shape::Kind::Unread
            };
        }
    )*};
}

/// Declares a closed set of words.
macro_rules! choice {
    ($(
        $(#[$outer:meta])*
        pub enum $name:ident {
            $( $(#[$inner:meta])* $variant:ident = $word:literal, )*
        }
    )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$inner])* #[cfg_attr(feature = "schemars", schemars(rename = $word))] $variant, )*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The words that documents use, in the same order.
            pub const WORDS: &[&'static str] = &[$($word),*];

            /// The word that documents use.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The one that documents call by this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                let number = $crate::document::shape::position(Self::WORDS, word)?;
                Self::ALL.get(number).copied()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                $crate::document::shape::parsed(source, Self::from_word)
            }
        }

        impl $crate::document::shape::Shape for $name {
            const KIND: &'static $crate::document::shape::Kind = &$crate::document::shape::Kind::Word(Self::WORDS);
        }
    )*};
}

pub(crate) use {choice, document};

/// The place of a word among others.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn position(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

/// Deserialises a value from a text that was checked to be one.
pub(crate) fn parsed<'de, T, D: Deserializer<'de>>(
    source: D,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    struct Parse<T>(fn(&str) -> Option<T>);

    impl<T> Visitor<'_> for Parse<T> {
        type Value = T;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a text of this type")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            self.0(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    source.deserialize_str(Parse(parse))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::second_fields;
    use crate::document::Document;

    proptest! {
        /// Few names, many, alike and not: those found are those that a set has had before.
        #[test]
        fn fields_that_stand_twice_are_found(names in prop::collection::vec("[ab]?[a-z]{0,2}", 0..40)) {
            let fields: Vec<String> = names.iter().map(|name| format!("{name:?}: 0")).collect();
            let text = format!("{{{}}}", fields.join(","));
            let document = Document::from_json(&text).unwrap();
            let mut met = BTreeSet::new();
            let twice = names.iter().map(String::as_str).enumerate().filter(|(_, name)| !met.insert(*name));
            prop_assert_eq!(second_fields(document.json().object()), twice.collect::<Vec<_>>());
        }
    }
}
