//! A reason, and the end of a suggestion that it explains.

use std::fmt::Display;

use serde::Serialize;

use crate::document::message::{Catalogue, Message};
use crate::framework::{Ground, Score, TraceEntry};
use crate::grading::interval::Interval;
use crate::grading::messages;
use crate::law::Basis;
use crate::text::fill::{capital, fill};

/// Why a suggestion, or one end of it, is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Reason<'a> {
    /// The rule: the id of a band, or one of `grade-table`, `section-cap`, `worse-of-both`,
    /// `applicability`, `recorded-score`, `nothing-applies`.
    pub rule: &'a str,
    /// Which end of the suggestion it explains.
    pub end: End,
    /// The grade it comes to, where it comes to one.
    pub score: Option<Score>,
    /// The answers it rests on, as JSON Pointers into the review; those that are not given too.
    pub rests_on: Vec<&'a str>,
    /// What kind of text the rule is written in.
    pub basis: Basis,
    /// Where that is written.
    pub place: &'a str,
    /// Why the framework is read so.
    pub why: &'a str,
    /// The same in a sentence.
    pub message: String,
}

/// What a reason cites: the basis, the place and the reason of a rule.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a> {
    pub(super) basis: Basis,
    pub(super) place: &'a str,
    pub(super) why: &'a str,
}

impl<'a> Cited<'a> {
    /// A rule that stands under a heading.
    pub(super) fn rule(ground: &'a Ground, place: &'a str) -> Self {
        Self { basis: ground.basis, place, why: &ground.reason }
    }

    /// An entry of the trace.
    pub(super) fn entry(entry: &'a TraceEntry) -> Self {
        Self { basis: entry.basis, place: &entry.place, why: &entry.reason }
    }
}

impl<'a> Reason<'a> {
    /// A reason. Its sentence begins with the assumption about open answers.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(super) fn new(
        rule: &'a str,
        end: End,
        score: Option<Score>,
        rests_on: Vec<&'a str>,
        cited: Cited<'a>,
        (catalogue, template): (&Catalogue, &str),
        parts: &[(&str, &dyn Display)],
    ) -> Self {
        let template = match end.assumption() {
            None => capital(template),
            Some(assumption) => catalogue.say(assumption, &[("sentence", &template)]),
        };
        let Cited { basis, place, why } = cited;
        Self { rule, end, score, rests_on, basis, place, why, message: fill(&template, parts) }
    }
}

crate::document::shape::choice! {
    /// One end of a suggestion, or both where they are the same.
    pub enum End {
        /// Both ends.
        Both = "both",
        /// The best grade still possible.
        Best = "best",
        /// The worst grade still possible.
        Worst = "worst",
    }
}

impl End {
    /// The assumption about open answers, before a sentence.
    fn assumption(self) -> Option<&'static Message> {
        match self {
            Self::Both => None,
            Self::Best => Some(&messages::REASON_IF_WELL),
            Self::Worst => Some(&messages::REASON_IF_BADLY),
        }
    }

    /// The grade at this end.
    pub(super) fn of(self, interval: Interval) -> Score {
        if self == Self::Worst { interval.worst } else { interval.best }
    }
}

/// A value for both ends of a suggestion, or for each of them.
pub(crate) struct Ends<T> {
    /// For the best grade, or for both.
    pub(crate) best: T,
    /// For the worst grade, where it is another.
    pub(crate) worst: Option<T>,
}

impl<T> Ends<T> {
    /// Makes a value for each end of an interval that needs one.
    pub(super) fn of(interval: Interval, make: &mut dyn FnMut(End) -> T) -> Self {
        if interval.is_point() {
            Self { best: make(End::Both), worst: None }
        } else {
            Self { best: make(End::Best), worst: Some(make(End::Worst)) }
        }
    }

    /// The value for one end; none for the worst end where both are the same.
    pub(super) fn at(&self, end: End) -> Option<&T> {
        if end == End::Worst { self.worst.as_ref() } else { Some(&self.best) }
    }

    /// The last of the values.
    pub(crate) fn last(&self) -> &T {
        self.worst.as_ref().unwrap_or(&self.best)
    }

    /// The values, the best first.
    pub(super) fn into_values(self) -> impl Iterator<Item = T> {
        std::iter::once(self.best).chain(self.worst)
    }
}
