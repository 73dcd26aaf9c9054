//! The table of the built-in checks.

use super::check::{Check, Recorded};
use super::{context, descriptor, plan, section};
use crate::framework::{BuiltIn, DescriptorNo, SectionNo};

/// A built-in check, by what it is a check of.
pub(super) enum BuiltInCheck {
    /// The score recorded for the plan.
    PlanScore(&'static Check<Recorded>),
    /// Each recorded score, the plan's too.
    Scores(&'static Check<Recorded>),
    /// Each section.
    Sections(&'static Check<SectionNo>),
    /// Each descriptor.
    Descriptors(&'static Check<DescriptorNo>),
    /// The facts about the plan.
    Context(&'static Check<()>),
}

/// The check that goes by a name.
pub(super) fn built_in(name: BuiltIn) -> BuiltInCheck {
    use BuiltInCheck::{Context, Descriptors, PlanScore, Scores, Sections};
    match name {
        BuiltIn::RecordedBetterThanCriteria => PlanScore(&plan::BETTER_THAN_CRITERIA),
        BuiltIn::RecordedBetterThanCap => PlanScore(&plan::BETTER_THAN_CAP),
        BuiltIn::RecordedOutstandingWithNo => Scores(&section::OUTSTANDING_WITH_NO),
        BuiltIn::RecordedFarFromSuggestion => Scores(&section::FAR_FROM_SUGGESTION),
        BuiltIn::NotApplicableButApplies => Descriptors(&descriptor::NOT_APPLICABLE_BUT_APPLIES),
        BuiltIn::ScoreWithoutRationale => Scores(&section::SCORE_WITHOUT_RATIONALE),
        BuiltIn::NoWithoutImprovement => Sections(&section::NO_WITHOUT_IMPROVEMENT),
        BuiltIn::AnswerDoesNotApply => Descriptors(&descriptor::ANSWER_DOES_NOT_APPLY),
        BuiltIn::NeitherAlternative => Descriptors(&descriptor::NEITHER_ALTERNATIVE),
        BuiltIn::ScoreWhereNothingApplies => Scores(&section::SCORE_WHERE_NOTHING_APPLIES),
        BuiltIn::ContextNotKnown => Context(&context::NOT_KNOWN),
    }
}
