//! The checks that a framework makes of a review and of the feedback form.

use super::condition::CheckCondition;
use super::severity::Severity;
use crate::document::shape::{choice, document};
use crate::law::{Basis, Citation};

document! {
    /// A check for answers and scores that do not fit together: built in, or stated as the
    /// answers at which it fires.
    pub struct Check {
        /// Its id, which findings carry.
        pub id: String,
        /// How serious a finding is.
        pub severity: Severity,
        /// What it rests on.
        pub basis: Basis,
        /// What the finding says. A built-in check makes its own sentence.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub message: Option<String>,
        /// Why it matters.
        pub why: String,
        /// What would clear it.
        pub clear: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
        /// It is made where all of these hold.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub when: Option<Vec<CheckCondition>>,
        /// It fires when all of these descriptors stand as listed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub every: Option<Vec<DescriptorTest>>,
        /// It fires when any of these descriptors stands as listed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub any: Option<Vec<DescriptorTest>>,
    }

    /// A check of the feedback form. Where it fires is built in.
    pub struct FormCheck if (feature = "writing") {
        /// Its id, which findings carry.
        pub id: FeedbackRule,
        /// How serious a finding is.
        pub severity: Severity,
        /// What it rests on.
        pub basis: Basis,
        /// What the finding says.
        pub message: String,
        /// Why it matters.
        pub why: String,
        /// What would clear it.
        pub clear: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }

    /// How one descriptor must stand for a check to fire.
    pub struct DescriptorTest {
        /// The descriptor.
        pub descriptor: String,
        /// It stands in one of these ways.
        pub is: Vec<Standing>,
    }
}

choice! {
    /// The checks of the feedback form, in the order of its fields.
    pub enum FeedbackRule {
        /// A timescale was not met, and no exception is claimed.
        TimescaleNotMet = "timescale-not-met",
        /// The main category of need is not the same in the two places.
        MainNeedDiffers = "main-need-differs",
    }

    /// How a descriptor stands, as far as a check cares.
    pub enum Standing {
        /// It counts, and is answered yes.
        CountedYes = "counted_yes",
        /// It counts, and is answered as met in part.
        CountedPartly = "counted_partly",
        /// It counts, and is answered no.
        CountedNo = "counted_no",
        /// It is answered yes, whether or not it counts.
        AnsweredYes = "answered_yes",
        /// It is answered no, whether or not it counts.
        AnsweredNo = "answered_no",
        /// It is answered not applicable, and may be.
        NotApplicable = "not_applicable",
        /// It does not apply to this plan.
        DoesNotApply = "does_not_apply",
    }

    /// The checks that are built in; a framework gives their severity and citations.
    pub enum BuiltIn {
        /// The plan is recorded better than its criteria allow.
        RecordedBetterThanCriteria = "recorded-better-than-criteria",
        /// The plan is recorded better than its sections allow.
        RecordedBetterThanCap = "recorded-better-than-cap",
        /// A score of 1 stands beside a counted no.
        RecordedOutstandingWithNo = "recorded-outstanding-with-no",
        /// A score is more than one away from what the answers suggest.
        RecordedFarFromSuggestion = "recorded-far-from-suggestion",
        /// The context makes a descriptor apply that was answered not applicable.
        NotApplicableButApplies = "not-applicable-but-applies",
        /// A score has no rationale.
        ScoreWithoutRationale = "score-without-rationale",
        /// A counted no has no improvement noted.
        NoWithoutImprovement = "no-without-improvement",
        /// A descriptor is answered that does not apply.
        AnswerDoesNotApply = "answer-does-not-apply",
        /// Neither an alternative nor anything that it stands in place of counts.
        NeitherAlternative = "neither-alternative",
        /// A section is scored in which nothing applies.
        ScoreWhereNothingApplies = "score-where-nothing-applies",
        /// Facts that rules depend on are not given.
        ContextNotKnown = "context-not-known",
    }
}
