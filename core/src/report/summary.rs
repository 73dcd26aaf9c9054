//! Summaries: what the reviews of many plans come to, counted exactly.
//!
//! A [`Summary`] is built up from one [`SummaryRecord`] a plan and from other summaries, in any order and
//! in any parts: it is itself a document that another process can read and merge.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::summary::{Summary, SummaryRecord};
//!
//! let framework = Framework::shropshire_2023();
//! let record = r#"{
//!     "review": {"framework": "shropshire-2023", "sections": {"overall": {"score": 2}}},
//!     "dimensions": {"need": "autism"}
//! }"#;
//! let mut summary = Summary::new(&framework);
//! summary.add(&SummaryRecord::from_json(&framework, record).unwrap()).unwrap();
//! assert_eq!(summary.all.scores.good, 1);
//! assert_eq!(summary.dimensions["need"]["autism"].plans, 1);
//! ```
//!
//! A summary is exact, and so not to be published: small counts tell of single children. [`report`] makes
//! what is shown of it, in which they are hidden.
//!
//! It counts records, and knows no plan by its reference: a plan that is added twice counts twice.

mod csv;
mod figures;
mod hide;
mod html;
mod notes;
mod picture;
mod print;
mod problem;
mod read;
mod record;
mod report;

use crate::framework::FrameworkProblem;
use std::collections::BTreeMap;

use crate::document::Day;
use crate::document::problem::ProblemKind;
use crate::document::shape::{choice, document};
use crate::framework::{Framework, Score, Stage};
use crate::grading::{State, state};
use crate::law::timescale::Timescales;
use crate::process::agreement::Agreement;
use crate::review::Review;

pub use csv::to_csv;
pub use figures::Figure;
pub use html::to_html;
pub use notes::Note;
pub use record::{GradePair, MOST_DIMENSIONS, PlanFacts, Regrade, SummaryRecord};
pub use report::{AverageWeeks, HIDDEN_BELOW, Label, Report, Table, TableRow, report};

/// The dimensions that a summary counts by of its own, from what a review records.
pub const OWN_DIMENSIONS: [&str; 4] = ["level", "phase", "stage", "term"];

document! {
    /// Counts over the plans of one framework: exact, and so not to be published as they are.
    #[derive(Default)]
    pub struct Summary {
        /// The id of the framework.
        pub framework: String,
        /// Records that could not be read, and are not counted.
        pub not_read: u32,
        /// All plans by the score recorded for each as a whole.
        pub all: Graded,
        /// The scores recorded under each section.
        pub sections: BTreeMap<String, Scores>,
        /// How each descriptor stands.
        pub descriptors: BTreeMap<String, DescriptorCounts>,
        /// What was found in the wording of each section.
        pub wording: BTreeMap<String, FindingCounts>,
        /// Where the golden thread breaks.
        pub thread: FindingCounts,
        /// By dimension and its values, the plans of which the value is known. Beside those of the host:
        /// `level`, `phase`, `stage`, and `term`, such as `2023-24-autumn`.
        pub dimensions: BTreeMap<String, BTreeMap<String, Graded>>,
        /// Plans graded again: by the grade before, and then by the grade after.
        pub regraded: RegradedCounts,
        /// Plans that two people graded separately.
        pub agreement: Agreement,
        /// How long it took to issue plans.
        pub timeliness: Timeliness,
    }

    /// Plans, and the scores recorded for them as a whole. The others have none.
    #[derive(Default)]
    pub struct Graded {
        /// How many plans.
        pub plans: u32,
        /// By score.
        pub scores: Scores,
    }

    /// How often each score was recorded.
    #[derive(Default)]
    pub struct Scores {
        /// 1 Outstanding.
        pub outstanding: u32,
        /// 2 Good.
        pub good: u32,
        /// 3 Requires improvement.
        pub requires_improvement: u32,
        /// 4 Inadequate.
        pub inadequate: u32,
    }

    /// How a descriptor stands. In the plans that are left it is open.
    #[derive(Default)]
    pub struct DescriptorCounts {
        /// In how many plans it is met.
        pub met: u32,
        /// In how many it is not met.
        pub not_met: u32,
        /// In how many it does not count: excluded by the assessor or by the context of the plan.
        pub not_applicable: u32,
        /// The plans in which it is not met, by phase where that is known.
        pub not_met_by_phase: BTreeMap<String, u32>,
    }

    /// What was found in the wording of a section, or in the golden thread.
    #[derive(Default)]
    pub struct FindingCounts {
        /// In how many plans it was looked at.
        pub looked_at: u32,
        /// By the id of a rule.
        pub rules: BTreeMap<String, RuleCounts>,
    }

    /// How often a rule was not kept. A plan counts once, however often it was found there.
    #[derive(Default)]
    pub struct RuleCounts {
        /// In how many plans.
        pub found: u32,
        /// The same by phase, where that is known.
        pub found_by_phase: BTreeMap<String, u32>,
    }

    /// The grades after, by the grade before.
    #[derive(Default)]
    pub struct RegradedCounts {
        /// From 1 Outstanding.
        pub outstanding: Scores,
        /// From 2 Good.
        pub good: Scores,
        /// From 3 Requires improvement.
        pub requires_improvement: Scores,
        /// From 4 Inadequate.
        pub inadequate: Scores,
    }

    /// How long it took to issue plans.
    #[derive(Default)]
    pub struct Timeliness {
        /// Those for which no exception is claimed.
        pub no_exception: IssuedCounts,
        /// Those for which one is.
        pub exception_claimed: IssuedCounts,
    }

    /// Plans that were issued, by the time from the request.
    #[derive(Default)]
    pub struct IssuedCounts {
        /// Within 20 weeks.
        pub within_20_weeks: u32,
        /// Later, and within a year.
        pub within_a_year: u32,
        /// Over a year.
        pub over_a_year: u32,
        /// The days that they took, added up.
        pub days: u32,
    }
}

choice! {
    /// The phase of education: the four that the termly sample of Level 5 goes over. The framework names
    /// them and not the year groups in them, which are read as usual: Reception is in the early years.
    pub enum Phase {
        /// Up to and including Reception.
        EarlyYears = "early_years",
        /// Years 1 to 6.
        KeyStage1And2 = "key_stage_1_2",
        /// Years 7 to 11.
        KeyStage3And4 = "key_stage_3_4",
        /// After Year 11.
        Post16 = "post_16",
    }
}

impl Phase {
    /// The phase of a year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    #[must_use]
    pub const fn of_year_group(year_group: i8) -> Self {
        match year_group {
            ..=0 => Self::EarlyYears,
            1..=6 => Self::KeyStage1And2,
            7..=11 => Self::KeyStage3And4,
            12.. => Self::Post16,
        }
    }
}

impl Scores {
    /// The counts, best score first.
    #[must_use]
    pub const fn in_order(&self) -> [u32; 4] {
        [self.outstanding, self.good, self.requires_improvement, self.inadequate]
    }

    /// How many scores.
    #[must_use]
    pub fn total(&self) -> u32 {
        total(&self.in_order())
    }

    fn count(&mut self, score: Score) {
        one_more(match score {
            Score::Outstanding => &mut self.outstanding,
            Score::Good => &mut self.good,
            Score::RequiresImprovement => &mut self.requires_improvement,
            Score::Inadequate => &mut self.inadequate,
        });
    }
}

impl Graded {
    /// The counts, best score first, and then the plans without one.
    #[must_use]
    pub fn with_rest(&self) -> [u32; 5] {
        let [outstanding, good, requires_improvement, inadequate] = self.scores.in_order();
        let rest = self.plans.saturating_sub(self.scores.total());
        [outstanding, good, requires_improvement, inadequate, rest]
    }

    fn count(&mut self, score: Option<Score>) {
        one_more(&mut self.plans);
        if let Some(score) = score {
            self.scores.count(score);
        }
    }
}

impl RegradedCounts {
    /// The grades after, best grade before first.
    #[must_use]
    pub const fn in_order(&self) -> [&Scores; 4] {
        [&self.outstanding, &self.good, &self.requires_improvement, &self.inadequate]
    }
}

impl Summary {
    /// A summary of no plans. Merging it changes nothing.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        Self { framework: framework.id().to_owned(), ..Self::default() }
    }

    /// Counts one plan.
    ///
    /// # Errors
    /// Its review is under another framework. Nothing is counted then.
    pub fn add(&mut self, record: &SummaryRecord) -> Result<(), ProblemKind> {
        let SummaryRecord { review, facts } = record;
        self.expect_framework(review.framework().id())?;
        let phase = review.context().year_group.map(Phase::of_year_group);
        self.all.count(review.plan_score());
        self.add_sections(review);
        self.add_descriptors(review, phase);
        for (section, rules) in facts.wording.iter().flatten() {
            under(&mut self.wording, section, |counts| counts.count(rules, phase));
        }
        if let Some(rules) = &facts.thread {
            self.thread.count(rules, phase);
        }
        self.add_dimensions(record, phase);
        if let Some(Regrade { before, after }) = facts.regraded {
            match before {
                Score::Outstanding => &mut self.regraded.outstanding,
                Score::Good => &mut self.regraded.good,
                Score::RequiresImprovement => &mut self.regraded.requires_improvement,
                Score::Inadequate => &mut self.regraded.inadequate,
            }
            .count(after);
        }
        if let Some(GradePair { first, second }) = facts.graded_twice {
            self.agreement.add(first, second);
        }
        if let Some(dates) = &facts.dates {
            self.timeliness.add(dates);
        }
        Ok(())
    }

    /// Notes a record that could not be read, so that whoever reads the summary knows of it.
    pub fn add_unread(&mut self) {
        one_more(&mut self.not_read);
    }

    /// Adds what another summary counts. The order does not matter, nor in which parts it was counted.
    ///
    /// # Errors
    /// It is under another framework. Nothing is added then.
    pub fn merge(&mut self, other: &Self) -> Result<(), ProblemKind> {
        self.expect_framework(&other.framework)?;
        Counts::merge(self, other);
        Ok(())
    }

    fn expect_framework(&self, id: &str) -> Result<(), ProblemKind> {
        if self.framework == id {
            Ok(())
        } else {
            Err(FrameworkProblem::WrongFramework { expected: self.framework.clone() }.into())
        }
    }

    fn add_sections(&mut self, review: &Review) {
        for (number, section) in review.framework().rules.sections.iter().enumerate() {
            if let Some(score) = review.score(number).filter(|_| !section.is_overall) {
                under(&mut self.sections, &section.id, |scores| scores.count(score));
            }
        }
    }

    fn add_descriptors(&mut self, review: &Review, phase: Option<Phase>) {
        let rules = &review.framework().rules;
        if self.descriptors.len() == rules.descriptors.len() {
            // Each has been counted before. They stand in the order of their ids: none is searched for.
            for (counts, number) in self.descriptors.values_mut().zip(&rules.by_id) {
                counts.count(state(review, *number), phase);
            }
            return;
        }
        for (number, descriptor) in rules.descriptors.iter().enumerate() {
            let state = state(review, number);
            if state != State::Open {
                under(&mut self.descriptors, &descriptor.id, |counts: &mut DescriptorCounts| {
                    counts.count(state, phase);
                });
            }
        }
    }

    fn add_dimensions(&mut self, record: &SummaryRecord, phase: Option<Phase>) {
        let SummaryRecord { review, facts } = record;
        let level = review.level().map(|level| level.to_string());
        let term = review.date().and_then(Day::from_text).map(term);
        let own = [
            level.as_deref(),
            phase.map(Phase::word),
            review.context().stage.map(Stage::word),
            term.as_deref(),
        ];
        let own = OWN_DIMENSIONS.into_iter().zip(own);
        let hosts = facts.dimensions.iter().flatten();
        let hosts = hosts.map(|(name, value)| (name.as_str(), Some(value.as_str())));
        for (name, value) in own.chain(hosts) {
            if let Some(value) = value {
                under(&mut self.dimensions, name, |values| {
                    under(values, value, |graded: &mut Graded| graded.count(review.plan_score()));
                });
            }
        }
    }
}

impl DescriptorCounts {
    fn count(&mut self, state: State, phase: Option<Phase>) {
        match state {
            State::Yes => one_more(&mut self.met),
            State::No => {
                one_more(&mut self.not_met);
                count_phase(&mut self.not_met_by_phase, phase);
            }
            State::NotApplicable | State::DoesNotApply => one_more(&mut self.not_applicable),
            State::Open => {}
        }
    }
}

impl FindingCounts {
    fn count(&mut self, rules: &BTreeMap<String, u32>, phase: Option<Phase>) {
        one_more(&mut self.looked_at);
        for (rule, _) in rules.iter().filter(|(_, found)| **found > 0) {
            under(&mut self.rules, rule, |counts| {
                one_more(&mut counts.found);
                count_phase(&mut counts.found_by_phase, phase);
            });
        }
    }
}

impl IssuedCounts {
    /// The counts, the shortest time first.
    #[must_use]
    pub const fn in_order(&self) -> [u32; 3] {
        [self.within_20_weeks, self.within_a_year, self.over_a_year]
    }

    /// How many plans.
    #[must_use]
    pub fn plans(&self) -> u32 {
        total(&self.in_order())
    }
}

impl Timeliness {
    fn add(&mut self, dates: &Timescales) {
        let Some(issued) = dates.issued else { return };
        // A record with a plan issued before its request is not read.
        let Some(days) = issued.days_after(dates.received) else { return };
        let counts = match dates.exception {
            None => &mut self.no_exception,
            Some(_) => &mut self.exception_claimed,
        };
        counts.days = counts.days.saturating_add(days);
        one_more(if days <= 140 {
            &mut counts.within_20_weeks
        } else if issued <= dates.received.a_year_later() {
            &mut counts.within_a_year
        } else {
            &mut counts.over_a_year
        });
    }
}

/// The school year and the term of a day, such as `2023-24-autumn`: sorted as text, they are in order of
/// time.
fn term(day: Day) -> String {
    let (year, month) = day.year_and_month();
    let (first, season) = match month {
        9.. => (year, "autumn"),
        4..=8 => (year - 1, "summer"),
        _ => (year - 1, "spring"),
    };
    format!("{first:04}-{:02}-{season}", (first + 1) % 100)
}

/// All of some counts.
fn total(counts: &[u32]) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// Counts one more of a phase, if it is known.
fn count_phase(phases: &mut BTreeMap<String, u32>, phase: Option<Phase>) {
    if let Some(phase) = phase {
        under(phases, phase.word(), one_more);
    }
}

fn one_more(count: &mut u32) {
    *count = count.saturating_add(1);
}

/// Counts under a name, from nothing on. The name is copied the first time alone.
fn under<T: Default>(map: &mut BTreeMap<String, T>, name: &str, count: impl FnOnce(&mut T)) {
    if let Some(counts) = map.get_mut(name) {
        count(counts);
    } else {
        let mut counts = T::default();
        count(&mut counts);
        map.insert(name.to_owned(), counts);
    }
}

/// Counts that can be added up. All stop at the highest number, so that even there the order is nothing.
trait Counts: Default {
    fn merge(&mut self, other: &Self);
}

impl Counts for u32 {
    fn merge(&mut self, other: &Self) {
        *self = self.saturating_add(*other);
    }
}

impl<T: Counts> Counts for BTreeMap<String, T> {
    fn merge(&mut self, other: &Self) {
        for (name, counts) in other {
            under(self, name, |own: &mut T| own.merge(counts));
        }
    }
}

impl Counts for Agreement {
    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

/// Adds up structs field by field.
macro_rules! counts {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Counts for $name {
            fn merge(&mut self, other: &Self) {
                $( Counts::merge(&mut self.$field, &other.$field); )*
            }
        }
    )*};
}

counts! {
    Summary { not_read, all, sections, descriptors, wording, thread, dimensions, regraded, agreement, timeliness }
    Graded { plans, scores }
    Scores { outstanding, good, requires_improvement, inadequate }
    DescriptorCounts { met, not_met, not_applicable, not_met_by_phase }
    FindingCounts { looked_at, rules }
    RuleCounts { found, found_by_phase }
    RegradedCounts { outstanding, good, requires_improvement, inadequate }
    Timeliness { no_exception, exception_claimed }
    IssuedCounts { within_20_weeks, within_a_year, over_a_year, days }
}
