//! What the built-in rules check, and what they report.

use super::advice::AdviceEntry;
use super::meaning::Meaning;
use super::number::StatementNumber;
use super::outcome::OutcomeGroup;
use super::passage::Passage;
use super::pattern::Match;
use super::provision::ProvisionGroup;

/// The check of a rule, by what it checks one by one.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// The groups of statements about provision: whether there is a finding.
    Provision(fn(&ProvisionGroup) -> bool),
    /// The outcomes: whether there is a finding.
    Outcome(fn(&OutcomeGroup) -> bool),
    /// The entries of the list of advice: whether there is a finding.
    Advice(fn(&AdviceEntry) -> bool),
    /// The statements.
    Statement(fn(&Passage, StatementNumber) -> Verdict),
    /// The matches in each statement: whether there is a finding.
    Words(fn(&Passage, StatementNumber, &Match) -> bool),
    /// Statements in which nothing else is found, by a learned judgement.
    Learned,
    /// The section.
    Section(fn(&Passage) -> Verdict),
}

/// What a rule reports.
pub(super) enum Verdict {
    /// Nothing.
    Fine,
    /// A finding about a statement.
    Finding(StatementNumber),
    /// That the section does not say something; of preparation for adulthood, these pillars.
    Absent(Vec<Meaning>),
    /// That it cannot check, because something about the plan is not known.
    NotChecked,
}
