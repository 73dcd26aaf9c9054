//! The process around a draft: what its steps say, who takes them, and what each rests on.
//!
//! Which event may follow in which state is fixed, in [`STEPS`](super::steps::STEPS). What a step is called,
//! for whom it is and where it is written is the framework's.

use super::entries::{each, each_of, id, not_empty, within};
use super::severity::Severity;
use super::steps::{CaseEventKind, CaseRole, CaseRule, CaseState, STEPS};
use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, document};
use crate::law::Basis;
use crate::text::fill::has_part;

document! {
    /// How the process around a draft is read.
    pub struct ProcessReading if (feature = "service") {
        /// How a printed step is cited: `{step}` stands for its id.
        pub place: String,
        /// What the roles are called.
        pub roles: Vec<ProcessRole>,
        /// What the framework leaves open, how it is read, and why.
        pub readings: Vec<ProcessNote>,
        /// Each event in the states in which it may happen. Every one that is built in stands once.
        pub steps: Vec<ProcessMove>,
        /// Why a plan may or may not be issued, for each state.
        pub reasons: Vec<ProcessState>,
        /// The reason where an event does not fit.
        pub refused: ProcessRefusal,
        /// What the number of plans graded again rests on.
        pub regraded: Vec<ProcessSource>,
        /// What is found in a case whose events all fit.
        pub findings: Vec<ProcessFinding>,
    }

    /// What a role is called.
    pub struct ProcessRole {
        /// The role.
        pub role: CaseRole,
        /// What it is called within a sentence.
        pub name: String,
    }

    /// How something that the framework leaves open is read.
    pub struct ProcessNote {
        /// Its id.
        pub id: String,
        /// What it is called where it is cited.
        pub name: String,
        /// What it rests on.
        pub basis: Basis,
        /// How it is read, and why.
        pub reason: String,
    }

    /// An event in the states in which it may happen.
    pub struct ProcessMove {
        /// The states.
        pub states: Vec<CaseState>,
        /// The event.
        pub event: CaseEventKind,
        /// Who may do it.
        pub roles: Vec<CaseRole>,
        /// What they may do, in a sentence. `{grade}` stands for the grade at which a plan is issued.
        pub message: String,
        /// What it rests on.
        pub rests_on: Vec<ProcessSource>,
    }

    /// Why a plan may or may not be issued in a state.
    pub struct ProcessState {
        /// The state.
        pub state: CaseState,
        /// The reason, in a sentence. `{grade}` stands for the grade at which a plan is issued.
        pub message: String,
        /// What it rests on.
        pub rests_on: Vec<ProcessSource>,
    }

    /// Why a plan is not issued where an event does not fit.
    pub struct ProcessRefusal {
        /// The reason, in a sentence.
        pub message: String,
        /// What it rests on.
        pub rests_on: Vec<ProcessSource>,
    }

    /// A finding in a case.
    pub struct ProcessFinding {
        /// Its id. What it looks for is built in.
        pub id: CaseRule,
        /// How serious it is.
        pub severity: Severity,
        /// What it says.
        pub message: String,
        /// Why it matters.
        pub why: String,
        /// What would clear it.
        pub clear: String,
        /// What it rests on.
        pub rests_on: Vec<ProcessSource>,
    }

    /// What an entry rests on: one of these.
    pub struct ProcessSource {
        /// The id of a printed step.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub step: Option<String>,
        /// The number of a level of checking.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level: Option<u8>,
        /// The id of one of the readings.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reading: Option<String>,
        /// True for the places where it is printed when a plan may be issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub gate: Option<bool>,
    }
}

/// The fields of a [`ProcessSource`].
const SOURCES: [&str; 4] = ["step", "level", "reading", "gate"];

impl ProcessReading {
    /// What an event in a state is called, and for whom it is.
    pub(crate) fn step(&self, state: CaseState, event: CaseEventKind) -> Option<&ProcessMove> {
        self.steps.iter().find(|step| step.event == event && step.states.contains(&state))
    }

    /// What roles are called, as a list in a sentence.
    pub(crate) fn role_names(&self, roles: &[CaseRole]) -> String {
        let named = roles.iter().filter_map(|role| self.roles.iter().find(|of| of.role == *role));
        named.map(|of| of.name.as_str()).collect::<Vec<_>>().join(" or ")
    }
}

/// Checks that a process of the right shape is complete and cites what there is.
pub(super) fn check<'a>(r: &mut Reader<'a>, process: Json<'a>, wording: Json<'a>) {
    if process.is_null() {
        return;
    }
    if !has_part(process.text_of("place"), "step") {
        r.problem_in("place", ProblemKind::WrongType { expected: "text with {step} in it" });
    }
    once(r, process, "roles", "role", CaseRole::WORDS);
    let mut seen = Names::default();
    each(r, process, "readings", &mut |r, reading| id(r, &mut seen, "reading", reading));
    steps(r, process, wording);
    once(r, process, "reasons", "state", CaseState::WORDS);
    once(r, process, "findings", "id", CaseRule::WORDS);
    for list in ["reasons", "findings"] {
        each(r, process, list, &mut |r, entry| sources(r, process, wording, entry, "rests_on"));
    }
    let refused = process.field("refused");
    r.within("refused", |r| sources(r, process, wording, refused, "rests_on"));
    sources(r, process, wording, process, "regraded");
}

/// Expects each word of a vocabulary in a field of exactly one entry.
fn once<'a>(
    r: &mut Reader<'a>,
    process: Json<'a>,
    list: &'static str,
    field: &'static str,
    words: &[&str],
) {
    let what = if field == "id" { "finding" } else { field };
    within(r, process, list, |r, entries| {
        let mut seen = Names::default();
        each_of(r, entries, &mut |r, entry| {
            if !seen.insert(entry.text_of(field)) {
                r.problem_in(field, ProblemKind::Duplicate { what });
            }
        });
        for word in words {
            if !entries.iter().any(|entry| entry.text_of(field) == *word) {
                r.problem(ProblemKind::NotCovered { what, id: (*word).to_owned() });
            }
        }
    });
}

/// Every event that is built in stands once in each of its states, with somebody who may do it.
fn steps<'a>(r: &mut Reader<'a>, process: Json<'a>, wording: Json<'a>) {
    let mut met: Vec<(&str, &str)> = Vec::new();
    within(r, process, "steps", |r, list| {
        each_of(r, list, &mut |r, entry| {
            let event = entry.text_of("event");
            each(r, entry, "states", &mut |r, state| {
                let step = (state.text(), event);
                let states = STEPS.iter().filter(|known| known.event.word() == event);
                if !states.clone().any(|known| known.state.word() == step.0) {
                    let allowed = states.map(|known| known.state.word().to_owned()).collect();
                    r.problem(ProblemKind::NotOneOf { allowed });
                } else if met.contains(&step) {
                    r.problem(ProblemKind::Duplicate { what: "step" });
                }
                met.push(step);
            });
            let mut seen = Names::default();
            within(r, entry, "roles", |r, roles| {
                not_empty(r, roles);
                each_of(r, roles, &mut |r, role| {
                    if !seen.insert(role.text()) {
                        r.problem(ProblemKind::Duplicate { what: "role" });
                    }
                });
            });
            sources(r, process, wording, entry, "rests_on");
        });
        for (state, event) in STEPS.iter().map(|step| (step.state.word(), step.event.word())) {
            if !met.contains(&(state, event)) {
                let id = [event, " in ", state].concat();
                r.problem(ProblemKind::NotCovered { what: "step", id });
            }
        }
    });
}

/// Expects a field to list at least one source, each with one place that is there.
fn sources<'a>(
    r: &mut Reader<'a>,
    process: Json<'a>,
    wording: Json<'a>,
    entry: Json<'a>,
    name: &'static str,
) {
    within(r, entry, name, |r, sources| {
        not_empty(r, sources);
        each_of(r, sources, &mut |r, source| {
            let given = SOURCES.into_iter().filter(|name| !source.field(name).is_null());
            if given.count() != 1 {
                let expected = "an object with one of step, level, reading and gate";
                r.problem(ProblemKind::WrongType { expected });
                return;
            }
            if let Json::Text(step) = source.field("step")
                && printed_step(wording, step).is_none()
            {
                r.problem_in("step", ProblemKind::UnknownId { what: "step of the process" });
            }
            if let Json::Text(reading) = source.field("reading") {
                let mut readings = process.field("readings").list().iter();
                if !readings.any(|known| known.text_of("id") == reading) {
                    r.problem_in("reading", ProblemKind::UnknownId { what: "reading" });
                }
            }
            let level = source.field("level");
            if !level.is_null() && !has_level(wording, u8::take(level)) {
                r.problem_in("level", ProblemKind::UnknownId { what: "level" });
            }
            if matches!(source.field("gate"), Json::Bool(false)) {
                r.problem_in("gate", ProblemKind::NotOneOf { allowed: vec!["true".to_owned()] });
            }
        });
    });
}

/// A printed step of the process, or an alternative within one.
pub(super) fn printed_step<'a>(wording: Json<'a>, id: &str) -> Option<Json<'a>> {
    let steps = wording.field("improvement_process").field("steps").list();
    let mut parts =
        steps.iter().flat_map(|step| std::iter::once(step).chain(step.field("steps").list()));
    parts.find(|part| part.text_of("id") == id)
}

/// Whether a level of checking is printed.
pub(super) fn has_level(wording: Json, number: u8) -> bool {
    let mut levels = wording.field("levels").field("items").list().iter();
    levels.any(|level| u8::take(level.field("level")) == number)
}
