//! Document types and the shape that their JSON must have.
//!
//! `serde`'s derived deserialisers stop at the first error and fill a WebAssembly module with code of
//! their own for each type. Here a type's shape is data, written down by [`document!`] and [`choice!`];
//! one function checks any document against any shape and reports every problem. What has been checked
//! is then taken over without a further error.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::problem::{ProblemKind, Reader};
use crate::document::{Json, MOST_LEVELS, Object, is_id};

/// The longest name of an unknown field that a pointer shows.
const LONGEST_FIELD_NAME: usize = 64;

/// Up to so many fields are looked through one by one, which is faster than a tree.
const FEW_FIELDS: usize = 16;

/// The most entries of a list.
pub(crate) const MOST_ENTRIES: usize = 1_000;

/// The shape of a piece of JSON.
pub(crate) enum Kind {
    Text,
    Flag,
    /// A whole number in a range.
    Integer(i64, i64),
    /// One of some words.
    Word(&'static [&'static str]),
    List(&'static Kind),
    /// A list that may be longer than others: up to so many entries.
    LongList(usize, &'static Kind),
    /// An object whose keys are any ids.
    Map(&'static Kind),
    /// An object with these fields.
    Object(&'static [Field]),
    /// Something with rules of its own.
    Own(for<'a> fn(Json<'a>, &mut Reader<'a>)),
}

/// A field of an object.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static Kind,
    pub(crate) required: bool,
}

/// A type that is read from JSON.
pub(crate) trait Shape: Sized {
    /// The shape that its JSON must have.
    const KIND: &'static Kind;
    /// Whether a field of this type must be given.
    const REQUIRED: bool = true;

    /// Takes the value over. Where the JSON was not checked and has another shape, an arbitrary
    /// value stands in.
    fn take(json: Json) -> Self;
}

/// Checks JSON against a shape, noting every problem.
pub(crate) fn check<'a>(json: Json<'a>, kind: &Kind, reader: &mut Reader<'a>) {
    match kind {
        Kind::Text => {
            if !matches!(json, Json::Text(_)) {
                reader.wrong_type(json, "text");
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
        Kind::List(kind) => check_list(json, MOST_ENTRIES, kind, reader),
        Kind::LongList(most, kind) => check_list(json, *most, kind, reader),
        Kind::Map(kind) => {
            for (position, name, json) in reader.entries(json) {
                if is_id(name) {
                    reader.within(name, |reader| check(json, kind, reader));
                } else {
                    reader.field_problem(position, name, ProblemKind::NotAnId {});
                }
            }
        }
        Kind::Object(fields) => {
            if reader.expect_object(json) {
                for (position, name, json) in reader.entries(json) {
                    match fields.iter().find(|field| field.name == name) {
                        Some(field) => {
                            reader.within(name, |reader| check(json, field.kind, reader));
                        }
                        None => reader.field_problem(position, name, ProblemKind::UnknownField {}),
                    }
                }
                for field in fields.iter().filter(|field| field.required) {
                    if json.field(field.name).is_null() {
                        reader.problem_in(field.name, ProblemKind::Missing {});
                    }
                }
            }
        }
        Kind::Own(check) => check(json, reader),
    }
}

fn check_list<'a>(json: Json<'a>, most: usize, kind: &Kind, reader: &mut Reader<'a>) {
    match json {
        Json::List(list) if list.len() > most => reader.problem(ProblemKind::TooMany { most }),
        Json::List(list) => {
            for (index, json) in list.iter().enumerate() {
                reader.within_index(index, |reader| check(json, kind, reader));
            }
        }
        _ => reader.wrong_type(json, "a list"),
    }
}

/// Names that were met, to find those met before. A tree, and no hash table: no choice of names makes
/// it slow.
#[derive(Default)]
pub(crate) struct Names<'a>(BTreeSet<&'a str>);

impl<'a> Names<'a> {
    /// Notes a name; false if it was met before.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn insert(&mut self, name: &'a str) -> bool {
        self.0.insert(name)
    }
}

impl<'a> Reader<'a> {
    /// Notes that a value has the wrong type; one that was never read has its own problem.
    pub(crate) fn wrong_type(&mut self, json: Json, expected: &'static str) {
        // What is nested too deeply is told once, for all of a document.
        if !matches!(json, Json::TooDeep) {
            self.problem(ProblemKind::WrongType { expected });
        }
    }

    /// Notes what is nested too deeply, wherever it stands.
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

    /// Expects a document to name the framework in use. One that names none has a problem of its own.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn expect_framework(&mut self, json: Json, id: &str) {
        if matches!(json.field("framework"), Json::Text(named) if named != id) {
            let expected = id.to_owned();
            self.problem_in("framework", ProblemKind::WrongFramework { expected });
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

    /// The fields of an object with their positions, without those that are null, which means not
    /// given, and without second ones of a name.
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

    /// Notes a problem with a field as such. A name that does not look like one is not shown: it
    /// may be text of a plan.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn field_problem(&mut self, position: usize, name: &'a str, kind: ProblemKind) {
        if is_field_name(name) {
            self.problem_in(name, kind);
        } else {
            self.problem(ProblemKind::UnnamedField { position: position + 1 });
        }
    }

    /// Reads a whole number in a range; 2.0 is 2.
    pub(crate) fn integer(&mut self, json: Json, least: i64, most: i64) -> Option<i64> {
        match json {
            Json::Number(number) if number.fract() == 0.0 => {
                #[expect(clippy::cast_possible_truncation, reason = "the range is checked next")]
                let whole = number as i64;
                if (least..=most).contains(&whole) {
                    return Some(whole);
                }
                self.problem(ProblemKind::OutOfRange { least, most });
            }
            _ => self.wrong_type(json, "a whole number"),
        }
        None
    }

    /// Reads one of some words: its number among them.
    pub(crate) fn word<'w>(
        &mut self,
        json: Json,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<usize> {
        let Json::Text(word) = json else {
            self.wrong_type(json, "text");
            return None;
        };
        let found = words.clone().position(|known| known == word);
        if found.is_none() {
            let allowed = words.map(str::to_owned).collect();
            self.problem(ProblemKind::NotOneOf { allowed });
        }
        found
    }
}

/// The positions of fields whose name stands before them already, with their names.
fn second_fields(fields: Object<'_>) -> Vec<(usize, &str)> {
    // Where no two names look alike, none need be compared.
    let (mut looks, mut are_alike, mut count) = (0, false, 0);
    for (name, _) in fields {
        let look = look(name);
        are_alike |= looks & look != 0;
        looks |= look;
        count += 1;
    }
    if !are_alike {
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

/// One of 64 bits, the same for the same name.
fn look(name: &str) -> u64 {
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

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn take(json: Json) -> Self {
        json.text().to_owned()
    }
}

impl Shape for bool {
    const KIND: &'static Kind = &Kind::Flag;

    fn take(json: Json) -> Self {
        matches!(json, Json::Bool(true))
    }
}

impl Shape for u8 {
    const KIND: &'static Kind = &Kind::Integer(0, 255);

    fn take(json: Json) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
        if let Json::Number(number) = json { number as Self } else { 0 }
    }
}

impl Shape for u32 {
    const KIND: &'static Kind = &Kind::Integer(0, u32::MAX as i64);

    fn take(json: Json) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
        if let Json::Number(number) = json { number as Self } else { 0 }
    }
}

impl<T: Shape> Shape for Option<T> {
    const KIND: &'static Kind = T::KIND;
    const REQUIRED: bool = false;

    fn take(json: Json) -> Self {
        (!json.is_null()).then(|| T::take(json))
    }
}

impl<T: Shape> Shape for Vec<T> {
    const KIND: &'static Kind = &Kind::List(T::KIND);

    fn take(json: Json) -> Self {
        json.list().iter().map(T::take).collect()
    }
}

impl<T: Shape> Shape for BTreeMap<String, T> {
    const KIND: &'static Kind = &Kind::Map(T::KIND);

    fn take(json: Json) -> Self {
        let mut map = Self::new();
        // Null means not given, here too.
        for (name, json) in json.object().iter().filter(|(_, json)| !json.is_null()) {
            map.insert(name.to_owned(), T::take(json));
        }
        map
    }
}

/// Declares a document type: a struct whose fields are the fields of a JSON object.
macro_rules! document {
    ($(
        $(#[$outer:meta])*
        pub struct $name:ident {
            $( $(#[$inner:meta])* pub $field:ident: $type:ty, )*
        }
    )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $( $(#[$inner])* pub $field: $type, )*
        }

        impl $crate::document::shape::Shape for $name {
            const KIND: &'static $crate::document::shape::Kind = &$crate::document::shape::Kind::Object(&[$(
                $crate::document::shape::Field {
                    name: stringify!($field),
                    kind: <$type as $crate::document::shape::Shape>::KIND,
                    required: <$type as $crate::document::shape::Shape>::REQUIRED,
                }
            ),*]);

            fn take(json: $crate::document::Json) -> Self {
                Self { $(
                    $field: <$type as $crate::document::shape::Shape>::take(json.field(stringify!($field))),
                )* }
            }
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
                let number = Self::WORDS.iter().position(|known| *known == word)?;
                Self::ALL.get(number).copied()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl $crate::document::shape::Shape for $name {
            const KIND: &'static $crate::document::shape::Kind = &$crate::document::shape::Kind::Word(Self::WORDS);

            fn take(json: $crate::document::Json) -> Self {
                Self::from_word(json.text()).unwrap_or(Self::ALL[0])
            }
        }
    )*};
}

pub(crate) use {choice, document};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::second_fields;
    use crate::document::Document;

    proptest! {
        /// Few names, many, alike and not: those told are those that a set has had before.
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
