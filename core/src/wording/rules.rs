//! The built-in rules: one function each. What a rule is called, why it matters, its example, its near miss
//! and its authority are in the lexicon, as for rules that find phrases.

mod advice;
mod child;
mod diagnosis;
mod needs;
mod outcome;
mod placement;
mod provision;

use super::check::Check;
use super::lexicon::{Lexicon, RuleEntry};
use super::rule::BuiltInRule;

/// The check of each built-in rule.
fn check(rule: BuiltInRule) -> Check {
    match rule {
        BuiltInRule::NoQuantity => Check::Provision(provision::no_quantity),
        BuiltInRule::ContentMissing => Check::Provision(provision::content_missing),
        BuiltInRule::ProviderMissing => Check::Provision(provision::provider_missing),
        BuiltInRule::IncompleteProvision => Check::Provision(provision::incomplete_provision),
        // The judgement itself reports them.
        BuiltInRule::OpenToInterpretation | BuiltInRule::OutcomeNotSmart => Check::Learned,
        BuiltInRule::OutcomeNoDate => Check::Outcome(outcome::outcome_no_date),
        BuiltInRule::OutcomeNotAbility => Check::Outcome(outcome::outcome_not_ability),
        BuiltInRule::OutcomeNotMeasurable => Check::Outcome(outcome::outcome_not_measurable),
        BuiltInRule::OutcomeNoWho => Check::Outcome(outcome::outcome_no_who),
        BuiltInRule::StrengthsMissing => Check::Section(needs::strengths_missing),
        BuiltInRule::PfaPillarMissing => Check::Section(needs::pfa_pillar_missing),
        BuiltInRule::DiagnosisWithoutImpact => {
            Check::Statement(diagnosis::diagnosis_without_impact)
        }
        BuiltInRule::PlacementOnDraft => Check::Statement(placement::placement_on_draft),
        BuiltInRule::BudgetNotStated => Check::Section(placement::budget_not_stated),
        BuiltInRule::TransportWording => Check::Section(placement::transport_wording),
        BuiltInRule::TransportSlots => Check::Section(placement::transport_slots),
        BuiltInRule::AdviceWithoutTitle => Check::Advice(advice::advice_without_title),
        BuiltInRule::AdviceWithoutDate => Check::Advice(advice::advice_without_date),
        BuiltInRule::AdviceWithoutReference => Check::Advice(advice::advice_without_reference),
        BuiltInRule::OtherName => Check::Words(child::other_name),
        BuiltInRule::OtherPronoun => Check::Words(child::other_pronoun),
    }
}

/// The built-in rules of a lexicon that check a section, each with its check.
pub(super) fn built_in_rules<'a>(
    lexicon: &'a Lexicon,
    section: &str,
) -> Vec<(&'a RuleEntry, Check)> {
    let rules = lexicon.rules.rows();
    let entry = |rule: &BuiltInRule| {
        let entry = rules.iter().find(|entry| entry.built_in == Some(*rule))?;
        entry.checks(section).then(|| (entry, check(*rule)))
    };
    BuiltInRule::ALL.iter().filter_map(entry).collect()
}
