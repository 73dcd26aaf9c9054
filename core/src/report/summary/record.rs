//! One plan as a summary counts it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

use super::counts::{KNOWN_DIMENSIONS, ROWS_OF_REPORT};
use super::other::Counted;
use super::problem::SummaryProblem;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Field, Fields, Kind, document};
use crate::document::{Document, Id, Json, is_id};
use crate::framework::{Framework, ScoreNumber};
use crate::law::timescale::{Timescales, check_dates};
use crate::review::{Review, ReviewRecord};

/// The most dimensions of a plan.
pub const MOST_DIMENSIONS: usize = 32;

document! {
    /// What is known of a plan beside its review.
    #[derive(Default)]
    pub struct PlanFacts {
        /// The id of its phase, where its year group is not known. A year group that is known decides it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phase: Option<Id>,
        /// Its dates.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dates: Option<Timescales>,
        /// What it was graded before and after it was amended.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub regraded: Option<Regrade>,
        /// What two people graded it separately, before they agreed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub graded_twice: Option<GradePair>,
        /// What else a host counts by, such as `{"need": "autism", "setting": "special-school"}`: up to 32 names with
        /// a value each, all of them ids and none a name. `level`, `phase`, `stage` and `term` come from the review;
        /// `total`, `not_known` and `other_values` are no values. Where one divides another, its table is
        /// left out of a report as far as small numbers could be worked out from both.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dimensions: Option<BTreeMap<String, Id>>,
        /// By section, how often each wording rule fired, by its id; nothing in it where the section was
        /// looked at and nothing found.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub wording: Option<BTreeMap<String, BTreeMap<String, u32>>>,
        /// How often each rule of the golden thread fired, by its id; nothing in it where the thread was
        /// looked at and nothing found.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thread: Option<BTreeMap<String, u32>>,
    }

    /// The grades of a plan that was graded again.
    pub struct Regrade {
        /// Before it was amended.
        pub before: ScoreNumber,
        /// After.
        pub after: ScoreNumber,
    }

    /// Two grades of a plan.
    pub struct GradePair {
        /// The grade of the first.
        pub first: ScoreNumber,
        /// The grade of the second.
        pub second: ScoreNumber,
    }
}

/// A review and what else is known of its plan, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryRecord {
    /// The review.
    pub review: Review,
    /// What else is known of the plan.
    pub facts: PlanFacts,
}

impl Serialize for SummaryRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Written<'a> {
            review: ReviewRecord<'a>,
            #[serde(flatten)]
            facts: &'a PlanFacts,
        }
        Written { review: self.review.record(), facts: &self.facts }.serialize(serializer)
    }
}

/// The review of a record, which depends on the framework and is checked by itself.
const REVIEW: Field = Field { name: "review", kind: &Kind::Unread, required: true };

/// The shape of a record.
const RECORD: &Kind = &Kind::Joined(&[&[REVIEW], PlanFacts::FIELDS]);

impl SummaryRecord {
    /// Reads a record from JSON text and checks it against a framework. A review alone is one, of whose plan nothing
    /// else is known; so is the file of a case, as the workspace saves it, of which the review counts.
    ///
    /// # Errors
    /// Every problem found, each with its place; no value of the text is repeated.
    pub fn from_json(framework: &Arc<Framework>, text: &str) -> Result<Self, Vec<Problem>> {
        Self::read(framework, text).map_err(|problems| framework.reworded(problems))
    }

    fn read(framework: &Arc<Framework>, text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        let mut review = Review::new(framework.clone());
        match Counted::of(json) {
            Counted::Record => {}
            Counted::Other(what) => {
                reader.problem(SummaryProblem::WrongKind { what });
                return Err(reader.into_problems());
            }
            kind => {
                if kind == Counted::Review {
                    review.read(json, &mut reader);
                } else {
                    reader.within("review", |reader| review.read(json.field("review"), reader));
                }
                let facts = PlanFacts::default();
                return if reader.is_fine() {
                    Ok(Self { review, facts })
                } else {
                    Err(reader.into_problems())
                };
            }
        }
        shape::check(json, RECORD, &mut reader);
        if !json.field("review").is_null() {
            reader.within("review", |reader| review.read(json.field("review"), reader));
        }
        let mut phases = framework.phases().iter().map(|phase| phase.id.as_str());
        if let Json::Text(id) = json.field("phase")
            && is_id(id)
            && !phases.clone().any(|phase| phase == id)
        {
            reader.unknown_word("phase", id, "phase", &mut phases);
        }
        reader.within("dates", |reader| check_dates(json.field("dates"), reader));
        for (name, grades) in
            [("regraded", ["before", "after"]), ("graded_twice", ["first", "second"])]
        {
            reader.within(name, |reader| {
                for grade in grades {
                    framework.rules.scale.expect(reader, json.field(name), grade);
                }
            });
        }
        reader.within("dimensions", |reader| check_dimensions(json.field("dimensions"), reader));
        reader.within("wording", |reader| {
            check_sections(framework, json.field("wording"), reader);
        });
        reader.within("thread", |reader| {
            check_thread_rules(framework, json.field("thread"), reader);
        });
        let facts = if reader.is_fine() { shape::checked(json, &mut reader) } else { None };
        match facts {
            Some(facts) => Ok(Self { review, facts }),
            None => Err(reader.into_problems()),
        }
    }
}

fn check_dimensions<'a>(dimensions: Json<'a>, reader: &mut Reader<'a>) {
    let Json::Object(fields) = dimensions else { return };
    if fields.iter().count() > MOST_DIMENSIONS {
        reader.problem(ProblemKind::TooMany { most: MOST_DIMENSIONS });
    }
    for (name, value) in fields {
        let is_row = matches!(value, Json::Text(value) if ROWS_OF_REPORT.contains(&value));
        if KNOWN_DIMENSIONS.contains(&name) || is_row {
            reader.problem_in(name, SummaryProblem::NameTaken {});
        }
    }
}

/// Expects the names of fields to be those of sections.
pub(super) fn check_sections<'a>(
    framework: &Framework,
    sections: Json<'a>,
    reader: &mut Reader<'a>,
) {
    let Json::Object(fields) = sections else { return };
    for (name, _) in fields {
        if is_id(name) && framework.section_number(name).is_none() {
            let mut known = framework.section_ids();
            reader.unknown_word(name, name, "section", &mut known);
        }
    }
}

/// Expects the names of fields to be those of rules of the golden thread.
pub(super) fn check_thread_rules<'a>(
    framework: &Framework,
    rules: Json<'a>,
    reader: &mut Reader<'a>,
) {
    let Json::Object(fields) = rules else { return };
    for (name, _) in fields {
        if is_id(name) && !framework.thread_rule_ids().any(|id| id == name) {
            let mut known = framework.thread_rule_ids();
            reader.unknown_word(name, name, "rule of the golden thread", &mut known);
        }
    }
}
