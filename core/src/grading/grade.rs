//! Grades and how answers suggest them: the criteria's table, the sections' bands, the cap. Whole
//! numbers only.

use crate::framework::Score;
use serde::Serialize;

use crate::document::shape::choice;
use crate::framework::{
    BandRule, ContextTest, ContextValue, DescriptorRule, GradeRule, LimitRule, Rules, SectionRule,
};
use crate::review::{Answer, Context, Review};

/// The grades still possible, from the best to the worst. A value between need not be reachable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Interval {
    /// The best grade still possible.
    pub best: Score,
    /// The worst grade still possible.
    pub worst: Score,
}

impl Interval {
    /// One grade and no other.
    #[must_use]
    pub const fn point(score: Score) -> Self {
        Self { best: score, worst: score }
    }

    /// The worse of the two, end by end.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        Self { best: self.best.max(other.best), worst: self.worst.max(other.worst) }
    }

    /// Both ends mapped.
    fn map(self, f: impl Fn(Score) -> Score) -> Self {
        Self { best: f(self.best), worst: f(self.worst) }
    }
}

choice! {
    /// How a descriptor stands once the context of the plan is taken into account.
    pub enum State {
        /// It counts, and is met.
        Yes = "yes",
        /// It counts, and is not met.
        No = "no",
        /// It counts, and is not answered.
        Open = "open",
        /// The assessor excluded it.
        NotApplicable = "not_applicable",
        /// The context of the plan excludes it.
        DoesNotApply = "does_not_apply",
    }

    /// Whether the context of a plan makes a descriptor apply.
    pub enum Applies {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// A fact that decides it is not known.
        NotKnown = "not_known",
    }

    /// What the recorded grade of the plan means for issuing it.
    pub enum GateState {
        /// Good or better is recorded: it may be issued.
        MayBeIssued = "may_be_issued",
        /// Worse than Good is recorded: the process for such plans applies.
        AnnexB = "annex_b",
        /// No grade is recorded.
        Undecided = "undecided",
    }

    /// Where the suggested grades lie, seen from the grade with which a plan may be issued.
    pub enum GateSuggestion {
        /// All of them are good enough.
        Inside = "inside",
        /// Some of them are.
        Across = "across",
        /// None of them is.
        Outside = "outside",
    }
}

/// How the descriptors of a section stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) yes: usize,
    pub(crate) no: usize,
    pub(crate) open: usize,
}

impl Counts {
    /// How many count.
    pub(crate) fn total(self) -> usize {
        self.yes + self.no + self.open
    }
}

/// What one section comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SectionGrade {
    pub(crate) counts: Counts,
    /// `None` where nothing applies.
    pub(crate) suggested: Option<Interval>,
    /// What counts in the cap: a recorded score before a suggested one.
    pub(crate) counted: Option<Interval>,
}

/// What the plan as a whole comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlanGrade {
    pub(crate) criteria: Interval,
    pub(crate) cap: Interval,
    pub(crate) suggested: Interval,
    pub(crate) gate: GateState,
    pub(crate) gate_suggestion: GateSuggestion,
}

/// Everything graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grades {
    /// How each descriptor stands.
    pub(crate) states: Vec<State>,
    pub(crate) sections: Vec<SectionGrade>,
    pub(crate) plan: PlanGrade,
}

impl Grades {
    /// Where the descriptors of a section are answered that stand in one of these ways, in printed
    /// order.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn pointers<'a>(
        &self,
        rules: &'a Rules,
        section: &SectionRule,
        standing: &[State],
    ) -> Vec<&'a str> {
        let mut pointers = Vec::new();
        for number in section.descriptors.clone() {
            let (Some(rule), Some(state)) =
                (rules.descriptors.get(number), self.states.get(number))
            else {
                continue;
            };
            if standing.contains(state) {
                pointers.push(rule.at.as_str());
            }
        }
        pointers
    }
}

/// Grades a whole review.
pub(crate) fn grade(review: &Review) -> Grades {
    let rules = &review.framework().rules;
    let mut states = Vec::with_capacity(rules.descriptors.len());
    for number in 0..rules.descriptors.len() {
        states.push(state(review, number));
    }
    let mut sections = Vec::with_capacity(rules.sections.len());
    for number in 0..rules.sections.len() {
        sections.push(grade_section(review, &states, number));
    }
    let plan = grade_plan(review, criteria_interval(rules, review.criteria()), &sections);
    Grades { states, sections, plan }
}

/// Whether a fact meets a condition; `None` when it is not known.
pub(crate) fn holds(
    context: &Context,
    condition: &crate::framework::ContextCondition,
) -> Option<bool> {
    let value = context.value(condition.field)?;
    let number = match value {
        ContextValue::Number(number) => Some(number),
        _ => None,
    };
    Some(match condition.test {
        ContextTest::Equals(wanted) => value == wanted,
        ContextTest::AtLeast(least) => number? >= least,
        ContextTest::Under(limit) => number? < limit,
    })
}

/// Whether a descriptor applies. One condition known to fail decides it.
fn applies(rule: &DescriptorRule, context: &Context) -> Applies {
    let mut result = Applies::Yes;
    for condition in &rule.all_of {
        match holds(context, condition) {
            Some(true) => {}
            Some(false) => return Applies::No,
            None => result = Applies::NotKnown,
        }
    }
    result
}

/// How a descriptor stands.
pub(crate) fn state(review: &Review, descriptor: usize) -> State {
    let Some(rule) = review.framework().rules.descriptors.get(descriptor) else {
        return State::Open;
    };
    let applies = applies(rule, review.context());
    if applies == Applies::No {
        return State::DoesNotApply;
    }
    let may_exclude = applies == Applies::NotKnown || rule.may_exclude;
    match review.answer(descriptor) {
        Some(Answer::Yes) => State::Yes,
        Some(Answer::No) => State::No,
        Some(Answer::NotApplicable) if may_exclude => State::NotApplicable,
        // The context has come to make it apply: it is still to be answered.
        Some(Answer::NotApplicable) | None => State::Open,
    }
}

/// Grades one section from how the descriptors stand.
pub(crate) fn grade_section(review: &Review, states: &[State], section: usize) -> SectionGrade {
    let rules = &review.framework().rules;
    let mut counts = Counts::default();
    let Some(rule) = rules.sections.get(section) else {
        return SectionGrade { counts, suggested: None, counted: None };
    };
    for state in states.get(rule.descriptors.clone()).unwrap_or_default() {
        match state {
            State::Yes => counts.yes += 1,
            State::No => counts.no += 1,
            State::Open => counts.open += 1,
            State::NotApplicable | State::DoesNotApply => {}
        }
    }
    let suggested = (counts.total() > 0).then(|| Interval {
        best: band_score(&rules.bands, counts.yes + counts.open, counts.total()),
        worst: band_score(&rules.bands, counts.yes, counts.total()),
    });
    let recorded = review.score(section).filter(|_| !rule.is_overall).map(Interval::point);
    SectionGrade {
        counts,
        suggested,
        counted: suggested.map(|suggested| recorded.unwrap_or(suggested)),
    }
}

/// The first band with enough yes. The last one asks for none, so there always is one.
pub(crate) fn band(bands: &[BandRule], yes: usize, total: usize) -> Option<&BandRule> {
    bands.iter().find(|band| yes * usize::from(band.out_of) >= total * usize::from(band.of))
}

fn band_score(bands: &[BandRule], yes: usize, total: usize) -> Score {
    band(bands, yes, total).map_or(Score::Inadequate, |band| band.score)
}

/// The grade that a section's score allows the plan at best.
pub(crate) fn cap_of(limits: &[LimitRule], section: Score) -> Score {
    // Limits only tighten as scores get worse, so the strictest that is reached counts.
    let mut cap = Score::Outstanding;
    for limit in limits {
        if limit.section_score <= section {
            cap = cap.max(limit.plan_at_best);
        }
    }
    cap
}

/// The grades that the answers to the criteria still allow.
pub(crate) fn criteria_interval(rules: &Rules, answers: &[Option<usize>]) -> Interval {
    let grade = |open_turn_out_best: bool| {
        let met = |row: &&GradeRule| meets(answers, &row.requires, open_turn_out_best);
        rules.grades.iter().find(met).map_or(Score::Inadequate, |row| row.score)
    };
    Interval { best: grade(true), worst: grade(false) }
}

/// Whether answers meet all of some requirements, open ones taken to turn out well or badly.
fn meets(answers: &[Option<usize>], requires: &[(usize, usize)], open_turn_out_best: bool) -> bool {
    requires.iter().all(|requirement| is_met(answers, *requirement, open_turn_out_best))
}

/// Whether answers meet a requirement.
pub(crate) fn is_met(
    answers: &[Option<usize>],
    (criterion, least): (usize, usize),
    open_turn_out_best: bool,
) -> bool {
    match answers.get(criterion) {
        Some(Some(answer)) => *answer >= least,
        _ => open_turn_out_best || least == 0,
    }
}

/// Grades the plan from its criteria and its sections.
pub(crate) fn grade_plan(
    review: &Review,
    criteria: Interval,
    sections: &[SectionGrade],
) -> PlanGrade {
    let rules = &review.framework().rules;
    let mut cap = Interval::point(Score::Outstanding);
    for section in sections {
        if let Some(counted) = section.counted {
            cap = cap.worse(counted.map(|score| cap_of(&rules.limits, score)));
        }
    }
    let suggested = criteria.worse(cap);
    let issue_at = rules.issue.issue_at;
    let gate = match review.plan_score() {
        Some(score) if score <= issue_at => GateState::MayBeIssued,
        Some(_) => GateState::AnnexB,
        None => GateState::Undecided,
    };
    let gate_suggestion = if suggested.worst <= issue_at {
        GateSuggestion::Inside
    } else if suggested.best <= issue_at {
        GateSuggestion::Across
    } else {
        GateSuggestion::Outside
    };
    PlanGrade { criteria, cap, suggested, gate, gate_suggestion }
}
