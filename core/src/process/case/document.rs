//! The events of a case as a document, and how it is read.

use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, choice, document};
use crate::document::{Bounded, Day, Id, Json, List};
use crate::framework::{CaseEventKind, CaseRole, CompiledScale, Framework, ScoreNumber};

/// The most events of a case.
pub const MOST_EVENTS: usize = 10_000;

document! {
    /// The events of one case.
    pub struct CaseDocument {
        /// The events in the order in which they happened: up to 10,000. A new one is added at the end.
        pub events: Bounded<CaseEvent, MOST_EVENTS>,
    }

    /// Something that happened to a draft.
    pub struct CaseEvent {
        /// What happened.
        pub kind: CaseEventKind,
        /// On which day. It is not earlier than that of the event before.
        pub date: Day,
        /// The role of whoever did it.
        pub role: CaseRole,
        /// A pseudonym of whoever did it, the same each time: 1 to 64 letters, digits, hyphens,
        /// underscores or full stops.
        pub by: Id,
        /// The grade: with `graded`, `graded_again` and `agreed`, and no other.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub score: Option<ScoreNumber>,
        /// How much is to be changed: with `feedback_given`, and no other.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extent: Option<CaseExtent>,
    }
}

choice! {
    /// How much feedback asks to be changed.
    pub enum CaseExtent {
        /// Minimal changes, which the Senior Case Officer makes.
        Minimal = "minimal",
        /// More substantial work, which the plan writer does.
        Substantial = "substantial",
    }
}

/// A checked case: each event is complete, and the events are in order of time. Whether each fits where it
/// stands is in its [`status`](super::status()).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case(CaseDocument);

impl Case {
    /// Reads a case from JSON text and checks its grades against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, case::Case};
    ///
    /// let framework = Framework::built_in();
    /// let text = r#"{"events": [{"kind": "graded", "date": "2024-03-01", "role": "panel", "by": "P-1"}]}"#;
    /// let problems = Case::from_json(&framework, text).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "/events/0/score: This field is required.");
    /// ```
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, then what is no pseudonym, fields that the kind of
    /// an event lacks or does not have, and dates that go backwards. No value of the text is repeated.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json(text, |json, case, reader| {
            let events = json.field("events").list();
            // More events than are read are one problem, whatever is in them.
            if events.len() <= MOST_EVENTS {
                reader.within("events", |reader| {
                    check_events(&framework.rules.scale, events, reader);
                });
            }
            case.map(Self)
        })
        .map_err(|problems| framework.reworded(problems))
    }

    /// Its events.
    #[must_use]
    pub fn events(&self) -> &[CaseEvent] {
        &self.0.events
    }

    /// The document that it was read from.
    #[must_use]
    pub fn document(&self) -> &CaseDocument {
        &self.0
    }
}

fn check_events<'a>(scale: &CompiledScale, events: List<'a>, reader: &mut Reader<'a>) {
    let mut latest = None;
    for (index, event) in events.iter().enumerate() {
        reader.within_index(index, |reader| {
            if let Some(kind) = CaseEventKind::from_word(event.text_of("kind")) {
                check_given("score", kind.has_score(), event, reader);
                scale.expect(reader, event, "score");
                check_given("extent", kind.has_extent(), event, reader);
            }
            // An event inserted later would change what the events behind it were judged by.
            if let Some(date) = Day::from_text(event.text_of("date")) {
                if latest.is_some_and(|latest| date < latest) {
                    let order = "no event before the day of the one above it";
                    reader.problem_in("date", ProblemKind::OutOfOrder { order });
                }
                latest = Some(date);
            }
        });
    }
}

/// Expects a field of an event to be given exactly where its kind has it.
fn check_given<'a>(name: &'static str, has: bool, event: Json<'a>, reader: &mut Reader<'a>) {
    let given = !event.field(name).is_null();
    if has && !given {
        reader.problem_in(name, ProblemKind::Missing {});
    } else if given && !has {
        reader.problem_in(name, ProblemKind::UnknownField {});
    }
}
