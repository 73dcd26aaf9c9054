//! What is wrong with a document: every problem at once, each with a place, a code, parameters and
//! a sentence. No value of the document is repeated: plans hold special-category data.

use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

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

/// Declares the kinds of problem with their codes and parameters.
macro_rules! problem_kinds {
    ($(
        $(#[$outer:meta])*
        $variant:ident = $code:literal { $( $(#[$inner:meta])* $param:ident: $type:ty, )* },
    )*) => {
        /// The kinds of problem, each with a stable code and its parameters. `Display` makes the
        /// sentence.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        pub enum ProblemKind {
            $( $(#[$outer])* $variant { $( $(#[$inner])* $param: $type, )* }, )*
        }

        impl ProblemKind {
            /// The stable code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )* }
            }

            /// The parameters by name.
            fn params(&self) -> Vec<(&'static str, Param<'_>)> {
                match self {
                    $( Self::$variant { $($param),* } => {
                        vec![$( (stringify!($param), Param::from($param)) ),*]
                    } )*
                }
            }
        }
    };
}

problem_kinds! {
    /// The text is not JSON. Lines and columns count from 1.
    #[error("This is not valid JSON: it goes wrong at line {line}, column {column}.")]
    NotJson = "not_json" {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// The document is larger than a document may be.
    #[error("This is too large: at most {most} bytes are read.")]
    TooLarge = "too_large" {
        /// The limit in bytes.
        most: usize,
    },
    /// Objects and lists stand inside each other too deeply.
    #[error("Objects and lists are nested too deeply here: at most {most} levels are read.")]
    TooDeep = "too_deep" {
        /// The limit in levels.
        most: usize,
    },
    /// A key stands twice in one object of a JSON text.
    #[error("This field is given more than once.")]
    DuplicateKey = "duplicate_key" {},
    /// A field that this kind of document does not have.
    #[error("This field is not known here.")]
    UnknownField = "unknown_field" {},
    /// A field whose name is not shown, because it does not look like the name of a field.
    #[error("Field number {position} here is not known, and its name is not one a field could have.")]
    UnnamedField = "unnamed_field" {
        /// Which field of the object, counted from 1.
        position: usize,
    },
    /// An id that the framework does not have.
    #[error("The framework has no {what} with this id.")]
    UnknownId = "unknown_id" {
        /// What the id should have named.
        what: &'static str,
    },
    /// A required field is not there.
    #[error("This field is required.")]
    Missing = "missing" {},
    /// A value of the wrong type.
    #[error("This must be {expected}.")]
    WrongType = "wrong_type" {
        /// What it should be, with its article.
        expected: &'static str,
    },
    /// A number that is not in its range.
    #[error("This must be a whole number from {least} to {most}.")]
    OutOfRange = "out_of_range" {
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// A word that is not one of those allowed.
    #[error("This must be one of: {}.", allowed.join(", "))]
    NotOneOf = "not_one_of" {
        /// The words allowed.
        allowed: Vec<String>,
    },
    /// A text that is too long.
    #[error("This text is too long: it has {length} characters, and at most {most} are kept.")]
    TooLong = "too_long" {
        /// The limit in Unicode scalar values.
        most: usize,
        /// The length in Unicode scalar values.
        length: usize,
    },
    /// A list with too many entries.
    #[error("There are too many of these: at most {most} are read.")]
    TooMany = "too_many" {
        /// The limit.
        most: usize,
    },
    /// A date that the calendar does not have, or that is not written as one.
    #[error("This must be a date that exists, written YYYY-MM-DD.")]
    NoSuchDate = "no_such_date" {},
    /// The document names another framework.
    #[error("This must name the framework in use, {expected}.")]
    WrongFramework = "wrong_framework" {
        /// The id of the framework in use.
        expected: String,
    },
    /// A descriptor that belongs to another section.
    #[error("Descriptor {descriptor} belongs to section {section}, not here.")]
    WrongSection = "wrong_section" {
        /// The descriptor.
        descriptor: String,
        /// The section it belongs to.
        section: String,
    },
    /// `not_applicable` on a descriptor that applies to every plan.
    #[error("Descriptor {descriptor} applies to every plan: answer yes or no.")]
    AlwaysApplies = "always_applies" {
        /// The descriptor.
        descriptor: String,
    },
    /// Something in a framework is there twice.
    #[error("This {what} is there already: it can stand only once.")]
    Duplicate = "duplicate" {
        /// What stands twice.
        what: &'static str,
    },
    /// An id that could not stand in a pointer, a form or a score line.
    #[error("An id is 1 to 64 letters, digits, hyphens, underscores or full stops.")]
    NotAnId = "not_an_id" {},
    /// Something in a framework says nothing about an item it must cover.
    #[error("Nothing here covers {what} {id}.")]
    NotCovered = "not_covered" {
        /// What is not covered.
        what: &'static str,
        /// Its id or score.
        id: String,
    },
    /// A grade that no answers to the criteria can reach.
    #[error("No answers can reach this grade: whatever meets it meets a better one too.")]
    UnreachableGrade = "unreachable_grade" {},
    /// A criterion that no grade requires.
    #[error("No grade requires this criterion.")]
    UnusedCriterion = "unused_criterion" {},
    /// The worst grade asks for something, so that some answers would have no grade.
    #[error("The worst grade must require nothing, or some answers would have no grade.")]
    NoFallback = "no_fallback" {},
    /// A share that is not one, such as 3 of 2.
    #[error("This must be a share: of whole parts, not more than the whole.")]
    NotAShare = "not_a_share" {},
    /// Entries that must run from one end to the other do not.
    #[error("This must come in order: {order}.")]
    OutOfOrder = "out_of_order" {
        /// The order asked for.
        order: &'static str,
    },
    /// A check that is neither built in nor says when it fires.
    #[error("This check is not built in, so it must have a message and say what answers it is about.")]
    NotACheck = "not_a_check" {},
    /// A built-in check that tries to say when it fires.
    #[error("This check is built in: what it looks at cannot be set.")]
    BuiltInCheck = "built_in_check" {},
    /// A rule of the golden thread that is neither built in nor says what lines it asks for.
    #[error("This rule is not built in, so it must have a message and name the sections at both ends.")]
    NotAThreadRule = "not_a_thread_rule" {},
    /// A pattern of a lexicon that cannot be read.
    #[error("This is not a pattern: single spaces between words, known word sets, and a word at the start.")]
    NotAPattern = "not_a_pattern" {},
    /// A text that does not look like a score line.
    #[error("This is not a score line: one begins with {prefix}.")]
    NotALine = "not_a_line" {
        /// What a score line begins with.
        prefix: &'static str,
    },
    /// A score line of a version that this one cannot read.
    #[error("This score line is of another version: version {version} is read here.")]
    LineVersion = "line_version" {
        /// The version read.
        version: usize,
    },
    /// A score line whose checksum does not fit.
    #[error("This score line is damaged, or was made with another edition of the framework.")]
    LineDamaged = "line_damaged" {},
    /// An event that has no place where a case stands.
    #[error("The case is at “{}”, where “{}” does not fit; {}.", plain(state), plain(event), expects(expected))]
    EventNotExpected = "event_not_expected" {
        /// Where the case stands.
        state: &'static str,
        /// The kind of event.
        event: &'static str,
        /// The kinds of event that would fit.
        expected: Vec<String>,
    },
    /// An event that is for somebody in another role.
    #[error("The case is at “{}”, where “{}” is for: {}.", plain(state), plain(event), plain(&expected.join(", ")))]
    EventByAnother = "event_by_another" {
        /// Where the case stands.
        state: &'static str,
        /// The kind of event.
        event: &'static str,
        /// The roles it is for.
        expected: Vec<String>,
    },
    /// Two grades that should be separate, and are by one person.
    #[error("The second grade must be by another Senior Case Officer than the first: the two grade separately.")]
    SameGrader = "same_grader" {
        /// Where the case stands.
        state: &'static str,
        /// The kind of event.
        event: &'static str,
        /// The condition that does not hold.
        expected: &'static str,
    },
    /// A grade agreed by somebody who gave none of the two.
    #[error("An agreed grade must be recorded by one of the two who graded separately.")]
    NotOneOfTheTwo = "not_one_of_the_two" {
        /// Where the case stands.
        state: &'static str,
        /// The kind of event.
        event: &'static str,
        /// The condition that does not hold.
        expected: &'static str,
    },
    /// An agreed grade outside the two that it settles.
    #[error("An agreed grade must be one of the two separate grades or lie between them.")]
    NotBetweenTheTwo = "not_between_the_two" {
        /// Where the case stands.
        state: &'static str,
        /// The kind of event.
        event: &'static str,
        /// The condition that does not hold.
        expected: &'static str,
    },
    /// A key for samples that is none.
    #[error("A key is 32 hexadecimal digits.")]
    NotAKey = "not_a_key" {},
    /// A phase of education that does not have the year group.
    #[error("The year group is not in this phase: give one of the two, or put right which is wrong.")]
    PhaseDiffers = "phase_differs" {},
    /// Counts of parts that come to more than the whole.
    #[error("The counts here come to more than the {most} that there are in all.")]
    MoreThanAll = "more_than_all" {
        /// How many there are in all.
        most: usize,
    },
    /// A name that a summary gives to something else.
    #[error("This name is taken: the summary itself counts by it.")]
    NameTaken = "name_taken" {},
    /// More problems than are listed.
    #[error("There are more problems: only the first {shown} are listed.")]
    MoreProblems = "more_problems" {
        /// How many are listed.
        shown: usize,
    },
}

/// A word of a document as people read it.
fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// What would fit instead, as the end of a sentence.
fn expects(events: &[String]) -> String {
    if events.is_empty() {
        return "nothing follows any more".to_owned();
    }
    ["what may follow is: ", &plain(&events.join(", "))].concat()
}

/// A parameter of a problem.
#[derive(Serialize)]
#[serde(untagged)]
enum Param<'a> {
    Number(i64),
    Word(&'a str),
    Words(&'a [String]),
}

impl From<&usize> for Param<'_> {
    fn from(number: &usize) -> Self {
        Self::Number(i64::try_from(*number).unwrap_or(i64::MAX))
    }
}

impl From<&i64> for Param<'_> {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}

impl From<&&'static str> for Param<'_> {
    fn from(word: &&'static str) -> Self {
        Self::Word(word)
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(word: &'a String) -> Self {
        Self::Word(word)
    }
}

impl<'a> From<&'a Vec<String>> for Param<'a> {
    fn from(words: &'a Vec<String>) -> Self {
        Self::Words(words)
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
        fields.serialize_field("message", &self.kind.to_string())?;
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

/// Gathers problems while a document is read, and knows the place being read.
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

    /// Notes a problem at the place being read.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn problem(&mut self, kind: ProblemKind) {
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

    /// Notes a problem one step further in.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn problem_in(&mut self, name: &'a str, kind: ProblemKind) {
        self.within(name, |reader| reader.problem(kind));
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
