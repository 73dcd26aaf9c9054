//! Where the reasons of a suggestion are cited. Each row of a list carries its own basis and reason; a
//! reason that rests on no row has an entry here.

use super::entries::not_blank;
use crate::document::Json;
use crate::document::problem::Reader;
use crate::document::shape::document;
use crate::law::Basis;

document! {
    /// Where the reasons of a suggestion are cited. A row of the grade table is cited by the heading of
    /// the scale.
    pub struct Trace {
        /// The heading of the bands of `section_suggestion`.
        pub section_suggestion: String,
        /// The heading of the limits of `section_cap`.
        pub section_cap: String,
        /// The heading of the entries of `applicability`.
        pub applicability: String,
        /// A section has no suggestion, because none of its descriptors applies.
        pub nothing_applies: TraceEntry,
        /// A recorded score counts for the plan in place of the suggestion.
        pub recorded_score: TraceEntry,
        /// No section limits the grade of the plan.
        pub no_limit: TraceEntry,
        /// The suggestion for the plan is the worse of what the criteria and the sections allow.
        pub worse_of_both: TraceEntry,
    }

    /// A reason that rests on no row of a list.
    pub struct TraceEntry {
        /// Where it is written.
        pub place: String,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}

/// Every place has words: a reason without one would cite nothing.
pub(super) fn check<'a>(reader: &mut Reader<'a>, trace: Json<'a>) {
    for name in ["section_suggestion", "section_cap", "applicability"] {
        not_blank(reader, trace, name);
    }
    for name in ["nothing_applies", "recorded_score", "no_limit", "worse_of_both"] {
        reader.within(name, |reader| not_blank(reader, trace.field(name), "place"));
    }
}
