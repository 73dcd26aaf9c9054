//! The kinds of lint, each with its code and its sentence.

use crate::document::Problem;
use crate::document::problem::room_problems;

room_problems! {
    /// What may be a mistake in a framework that can be used.
    pub enum LintProblem {
        /// A grade that the plan is never suggested.
        #[error("No answers and scores suggest this grade for a plan.")]
        GradeNeverSuggested = "grade_never_suggested" {},
        /// A band of the section suggestion that no section reaches.
        #[error("No section can have a share of credit that reaches this band and none before it.")]
        BandNeverReached = "band_never_reached" {},
        /// A band of the mean that no scores reach.
        #[error("No scores of the sections have a mean that reaches this band and none before it.")]
        MeanNeverReached = "mean_never_reached" {},
        /// A number between two grades.
        #[error("No grade has the numbers from {from} to {to}, which lie between this grade and the next.")]
        GapInScale = "gap_in_scale" {
            /// The first number.
            from: i64,
            /// The last number.
            to: i64,
        },
        /// A value between two conditions.
        #[error("This condition begins behind {value}, and the one at {other} ends before it: {value} is in neither.")]
        BorderOfNobody = "border_of_nobody" {
            /// The value.
            value: i64,
            /// The other condition, as a JSON Pointer.
            other: String,
        },
        /// A limit that is never the strictest.
        #[error("This limit changes nothing: without it the same grade would be the best.")]
        LimitWithoutEffect = "limit_without_effect" {},
        /// A requirement that the worst answer meets.
        #[error("This requires nothing: the worst answer meets it.")]
        RequirementWithoutEffect = "requirement_without_effect" {},
        /// An answer to a criterion that nothing asks for.
        #[error("No grade and no check asks for this answer: it counts as the one before it.")]
        UnusedAnswer = "unused_answer" {},
        /// An answer that excludes, where nothing can be excluded.
        #[error("No descriptor can have this answer: none can be excluded.")]
        UnusedExclusion = "unused_exclusion" {},
        /// Answers that no descriptor has.
        #[error("No descriptor has these answers.")]
        UnusedAnswerSet = "unused_answer_set" {},
        /// A severity that no grade bounds.
        #[error("No grade bounds the findings of this severity: they are counted and printed alone.")]
        UnusedSeverity = "unused_severity" {},
        /// A fact that nothing rests on.
        #[error("Nothing rests on this fact: no condition is about it.")]
        UnusedFact = "unused_fact" {},
        /// A descriptor that nothing rests on.
        #[error("Only progress counts this descriptor: no score, standard, requirement or check is about it.")]
        UnusedDescriptor = "unused_descriptor" {},
        /// A reading of the process that nothing cites.
        #[error("Nothing in the process rests on this reading.")]
        UnusedReading = "unused_reading" {},
        /// A standard without evidence.
        #[error("This standard has no descriptor as its evidence.")]
        StandardWithoutEvidence = "standard_without_evidence" {},
        /// A condition that no value meets.
        #[error("No plan can meet this condition: the values of this fact run from {least} to {most}.")]
        ConditionNeverHolds = "condition_never_holds" {
            /// The least value.
            least: i64,
            /// The greatest value.
            most: i64,
        },
        /// Two conditions that exclude each other.
        #[error("This condition and the one at {other} exclude each other: no plan meets both.")]
        ConditionsExclude = "conditions_exclude" {
            /// The other condition, as a JSON Pointer.
            other: String,
        },
        /// A check that cannot fire.
        #[error("This check cannot find anything: its descriptors cannot stand as it lists.")]
        CheckNeverFires = "check_never_fires" {},
        /// A field that has another name now.
        #[error("This field is called {name} now, and is read as that.")]
        OlderName = "older_name" {
            /// The name now.
            name: &'static str,
        },
        /// Two texts that differ only in spacing.
        #[error("This text and the one at {other} differ only in spacing.")]
        SpacingDiffers = "spacing_differs" {
            /// The other text, as a JSON Pointer.
            other: String,
        },
    }
}

/// A lint at a place.
pub(super) fn at(pointer: String, kind: LintProblem) -> Problem {
    Problem { pointer, kind: kind.into() }
}
