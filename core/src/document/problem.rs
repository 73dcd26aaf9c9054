//! What is wrong with a document: every problem at once, each with a place, a code, parameters and
//! a sentence. No value of the document is repeated: plans hold special-category data.

use std::borrow::Cow;
use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

use crate::text::fill::fill;
use crate::text::near::nearest;

/// The largest number of problems listed for one document; the rest are summed up in one more.
pub const MOST_PROBLEMS: usize = 1_000;

/// One thing wrong with a document, and where.
///
/// Serialised as `{pointer, code, params, message}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A JSON Pointer (RFC 6901) into the document; empty for the document as a whole.
    pub pointer: String,
    /// What is wrong. Its `Display` is the sentence.
    pub kind: ProblemKind,
}

/// Declares the kinds of problem that a module finds: an enum whose `Display` is the sentence, with a stable code
/// and parameters for each kind. A sentence is a template with the parameters as its parts, or with parts of its own.
/// It stands in the catalogue of messages under `problem.` and the code; that of a kind which is found where there is
/// no catalogue yet, in a framework that is just being read, stands beside it.
macro_rules! problems {
    (
        $(#[$of_all:meta])*
        $visibility:vis enum $name:ident {$(
            $(#[doc = $doc:literal])*
            $(#[error($template:literal)])?
            $(#[parts($($part:ident = $shown:expr),*)])?
            $variant:ident = $code:tt { $( $(#[$inner:meta])* $param:ident: $type:ty, )* },
        )*}
        $( or $other:ident($problem:ty) )?
    ) => {
        $(#[$of_all])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        $visibility enum $name {
            $( $(#[doc = $doc])* $variant { $( $(#[$inner])* $param: $type, )* }, )*
            $(
                /// A kind that one room of the core knows.
                $other(Box<$problem>),
            )?
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.message())
            }
        }

        impl std::error::Error for $name {}

        impl $name {
            /// The stable code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $( Self::$variant { .. } => $code, )*
                    $( Self::$other(problem) => { let problem: &$problem = problem; problem.code } )?
                }
            }

            /// The parameters by name.
            #[allow(clippy::allow_attributes, unused_variables, reason = "few kinds have parameters")]
            fn params(&self) -> Vec<(&'static str, $crate::document::problem::Param)> {
                match self {$(
                    Self::$variant { $($param),* } => vec![$(
                        (stringify!($param), $crate::document::problem::Param::from($param.clone()))
                    ),*],
                )*
                $( Self::$other(problem) => { let problem: &$problem = problem; problem.params.clone() } )?
                }
            }

            /// The template of the sentence, and the parts that are no parameters.
            #[allow(clippy::allow_attributes, unused_variables, reason = "few kinds have parts of their own")]
            fn template(&self) -> (std::borrow::Cow<'static, str>, $crate::document::problem::Parts) {
                let (template, parts) = match self {
                    $( Self::$variant { $($param),* } => (
                        $crate::document::problem::template!($code $($template)?),
                        vec![$($((stringify!($part), $crate::document::problem::Param::from($shown))),*)?],
                    ), )*
                    $( Self::$other(problem) => {
                        let problem: &$problem = problem;
                        return (problem.template.clone(), problem.parts.clone());
                    } )?
                };
                (template.into(), parts)
            }

            /// The sentence.
            fn message(&self) -> String {
                let (template, parts) = self.template();
                $crate::document::problem::sentence(&template, parts, self.params())
            }
        }
    };
}

/// The same for the kinds of one room: each becomes a [`ProblemKind`].
macro_rules! room_problems {
    ($(#[$of_all:meta])* $visibility:vis enum $name:ident { $($kinds:tt)* }) => {
        $crate::document::problem::problems! { $(#[$of_all])* $visibility enum $name { $($kinds)* } }

        impl From<$name> for $crate::document::problem::ProblemKind {
            fn from(kind: $name) -> Self {
                let (template, parts) = kind.template();
                Self::OfRoom(Box::new($crate::document::problem::RoomProblem {
                    code: kind.code(),
                    params: kind.params(),
                    template,
                    parts,
                }))
            }
        }
    };
}

// The templates of the catalogue by their codes, as a macro: a code without one does not compile.
include!(concat!(env!("OUT_DIR"), "/problems.rs"));

pub(crate) use {problems, room_problems, template};

/// What a sentence is made of, by name.
pub(crate) type Parts = Vec<(&'static str, Param)>;

/// A problem that only one room of the core knows, or that is said in other words: a code, parameters and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomProblem {
    pub(crate) code: &'static str,
    pub(crate) params: Parts,
    pub(crate) template: Cow<'static, str>,
    /// Parts of the sentence that are no parameters.
    pub(crate) parts: Parts,
}

problems! {
    /// The kinds of problem that any document can have, each with a stable code and its parameters. `Display` is
    /// the sentence.
    pub enum ProblemKind {
        /// The text is not JSON. Lines and columns count from 1.
        NotJson = "not_json" {
            /// The line.
            line: usize,
            /// The column, in bytes.
            column: usize,
        },
        /// A number of the text is larger than any that is read. Lines and columns count from 1.
        NumberTooLarge = "number_too_large" {
            /// The line.
            line: usize,
            /// The column, in bytes.
            column: usize,
        },
        /// The document is larger than a document may be.
        TooLarge = "too_large" {
            /// The limit in bytes.
            most: usize,
        },
        /// Objects and lists stand inside each other too deeply.
        TooDeep = "too_deep" {
            /// The limit in levels.
            most: usize,
        },
        /// A key stands twice in one object of a JSON text.
        DuplicateKey = "duplicate_key" {},
        /// A field that this kind of document does not have.
        UnknownField = "unknown_field" {},
        /// A field whose name is not shown, because it does not look like the name of a field.
        UnnamedField = "unnamed_field" {
            /// Which field of the object, counted from 1.
            position: usize,
        },
        /// An id that the framework does not have.
        UnknownId = "unknown_id" {
            /// What the id should have named.
            what: &'static str,
        },
        /// A required field is not there.
        Missing = "missing" {},
        /// A value of the wrong type.
        WrongType = "wrong_type" {
            /// What it should be, with its article.
            expected: &'static str,
        },
        /// A number that is not in its range.
        OutOfRange = "out_of_range" {
            /// The least allowed.
            least: i64,
            /// The most allowed.
            most: i64,
        },
        /// A word that is not one of those allowed.
        NotOneOf = "not_one_of" {
            /// The words allowed.
            allowed: Vec<String>,
        },
        /// A text that is too long.
        TooLong = "too_long" {
            /// The limit in Unicode scalar values.
            most: usize,
            /// The length in Unicode scalar values.
            length: usize,
        },
        /// A list with too many entries.
        TooMany = "too_many" {
            /// The limit.
            most: usize,
        },
        /// A date that the calendar does not have, or that is not written as one.
        NoSuchDate = "no_such_date" {},
        /// Something in a framework is there twice.
        Duplicate = "duplicate" {
            /// What stands twice.
            what: &'static str,
        },
        /// An id that could not stand in a pointer, a form or a score line.
        NotAnId = "not_an_id" {},
        /// Something in a framework says nothing about an item it must cover.
        NotCovered = "not_covered" {
            /// What is not covered.
            what: &'static str,
            /// Its id or score.
            id: String,
        },
        /// Entries that must run from one end to the other do not.
        OutOfOrder = "out_of_order" {
            /// The order asked for.
            order: &'static str,
        },
        /// More problems than are listed.
        MoreProblems = "more_problems" {
            /// How many are listed.
            shown: usize,
        },
    }
    or OfRoom(RoomProblem)
}

/// A parameter of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Param {
    Number(i64),
    Word(Cow<'static, str>),
    Words(Vec<String>),
}

impl Display for Param {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Word(word) => out.write_str(word),
            Self::Words(words) => out.write_str(&words.join(", ")),
        }
    }
}

/// The sentence of a problem. Of two parts with one name the first is shown.
pub(crate) fn sentence(template: &str, mut parts: Parts, mut params: Parts) -> String {
    parts.append(&mut params);
    let parts: Vec<(&str, &dyn Display)> =
        parts.iter().map(|(name, part)| (*name, part as &dyn Display)).collect();
    fill(template, &parts)
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for Param {
    fn from(word: &'static str) -> Self {
        Self::Word(Cow::Borrowed(word))
    }
}

impl From<String> for Param {
    fn from(word: String) -> Self {
        Self::Word(Cow::Owned(word))
    }
}

impl From<Vec<String>> for Param {
    fn from(words: Vec<String>) -> Self {
        Self::Words(words)
    }
}

/// The parameter that has the known word which is nearest to what was given.
const NEAREST: &str = "nearest";

impl ProblemKind {
    /// The same kind with the known word that is nearest to what was given, and a sentence that asks for it.
    fn near(self, nearest: &str) -> Self {
        let (template, parts) = self.template();
        let template = [&template, " ", template!("did_you_mean")].concat().into();
        let mut params = self.params();
        params.push((NEAREST, Param::from(nearest.to_owned())));
        Self::OfRoom(Box::new(RoomProblem { code: self.code(), params, template, parts }))
    }

    /// Whether the sentence asks for a known word that is near.
    pub(crate) fn is_near(&self) -> bool {
        self.params().iter().any(|(name, _)| *name == NEAREST)
    }
}

impl Problem {
    /// The same problem, said by another template.
    pub(crate) fn said_by(self, template: String) -> Self {
        let Self { pointer, kind } = self;
        let (_, parts) = kind.template();
        let (code, params, template) = (kind.code(), kind.params(), template.into());
        let kind = ProblemKind::OfRoom(Box::new(RoomProblem { code, params, template, parts }));
        Self { pointer, kind }
    }

    /// A problem with a document in all.
    pub(crate) fn of_all(kind: impl Into<ProblemKind>) -> Self {
        Self { pointer: String::new(), kind: kind.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.pointer.is_empty() {
            write!(f, "{}", self.kind)
        } else {
            write!(f, "{}: {}", self.pointer, self.kind)
        }
    }
}

impl std::error::Error for Problem {}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Params<'a>(&'a ProblemKind);

        impl Serialize for Params<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.params())
            }
        }

        let mut fields = serializer.serialize_struct("Problem", 4)?;
        fields.serialize_field("pointer", &self.pointer)?;
        fields.serialize_field("code", self.kind.code())?;
        fields.serialize_field("params", &Params(&self.kind))?;
        fields.serialize_field("message", &self.kind.message())?;
        fields.end()
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Problem {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Problem".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Something wrong with a document, and where. No value of the document is repeated.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
                "pointer": {
                    "type": "string",
                    "description": "A JSON Pointer into the document; empty for the document as a whole.",
                },
                "code": {"type": "string", "description": "What is wrong: a stable code."},
                "params": {
                    "type": "object",
                    "description": "What the sentence is made of.",
                    "additionalProperties": {
                        "anyOf": [
                            {"type": "string"},
                            {"type": "number"},
                            {"type": "array", "items": {"type": "string"}},
                        ],
                    },
                },
                "message": {"type": "string", "description": "The same in a plain sentence."},
            },
            "required": ["pointer", "code", "params", "message"],
        })
    }
}

/// Gathers the problems of a document while it is read, each with its place.
#[derive(Debug, Default)]
pub(crate) struct Reader<'a> {
    place: Vec<Token<'a>>,
    problems: Vec<Problem>,
    more: bool,
}

/// One step into a document. Pointers are written only for problems, of which there are few.
#[derive(Debug, Clone, Copy)]
enum Token<'a> {
    Field(&'a str),
    Index(usize),
}

impl<'a> Reader<'a> {
    /// Reads something one step further in.
    pub(crate) fn within<T>(&mut self, name: &'a str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Token::Field(name));
        let value = read(self);
        self.place.pop();
        value
    }

    /// Reads an element of a list.
    pub(crate) fn within_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Token::Index(index));
        let value = read(self);
        self.place.pop();
        value
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn enter(&mut self, token: Token<'a>) {
        self.place.push(token);
    }

    /// Reports a problem at the place that is read.
    pub(crate) fn problem(&mut self, kind: impl Into<ProblemKind>) {
        self.report(kind.into());
    }

    /// A kind of problem with the known word that is nearest to what was given, where one is. None is looked for once
    /// no more problems are listed.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn near(
        &self,
        kind: ProblemKind,
        given: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) -> ProblemKind {
        self.near_to(kind, given, &mut known.map(|word| (word, word)))
    }

    /// The same for words that are known by other words.
    pub(crate) fn near_to(
        &self,
        kind: ProblemKind,
        given: &str,
        known: &mut dyn Iterator<Item = (&str, &str)>,
    ) -> ProblemKind {
        let is_listed = self.problems.len() < MOST_PROBLEMS;
        match is_listed.then(|| nearest(given, known)).flatten() {
            Some(nearest) => kind.near(nearest),
            None => kind,
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn report(&mut self, kind: ProblemKind) {
        if self.problems.len() < MOST_PROBLEMS {
            let mut pointer = String::new();
            for token in &self.place {
                match token {
                    Token::Field(name) => push_token(&mut pointer, name),
                    Token::Index(index) => push_token(&mut pointer, &index.to_string()),
                }
            }
            self.problems.push(Problem { pointer, kind });
        } else {
            self.more = true;
        }
    }

    /// Reports a problem one step further in.
    pub(crate) fn problem_in(&mut self, name: &'a str, kind: impl Into<ProblemKind>) {
        self.report_in(name, kind.into());
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn report_in(&mut self, name: &'a str, kind: ProblemKind) {
        self.within(name, |reader| reader.report(kind));
    }

    /// How many problems were found.
    pub(crate) fn count(&self) -> usize {
        self.problems.len() + usize::from(self.more)
    }

    /// Whether nothing was found wrong.
    pub(crate) fn is_fine(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problems found, in the order of the document.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        if self.more {
            let kind = ProblemKind::MoreProblems { shown: MOST_PROBLEMS };
            self.problems.push(Problem { pointer: String::new(), kind });
        }
        self.problems
    }
}

/// Appends one reference token to a JSON Pointer, escaped as RFC 6901 says.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for c in token.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}
