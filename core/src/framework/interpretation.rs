//! How a framework's wording is read: every entry says so, gives its reason, and can be replaced.

use crate::law::Basis;
use crate::law::Citation;
use std::collections::BTreeMap;

use super::process::ProcessReading;
use super::report::ReportReading;
use super::sampling::SamplingReading;
use super::severity::Severity;
use super::share::Share;
use super::timescales::TimescaleReading;
use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, Shape, check, choice, document};
use crate::framework::Score;

document! {
    /// How the wording is read, and what is computed from answers.
    pub struct Interpretation {
        /// Readings of what is printed, slips included.
        pub readings: Vec<Reading>,
        /// What is asked about a plan before it is graded.
        pub context: Vec<ContextQuestion>,
        /// The criteria of the scale, as questions about the plan as a whole.
        pub criteria: Vec<Criterion>,
        /// What each grade requires of the criteria, best grade first.
        pub grade_table: Vec<GradeRow>,
        /// Which plans each descriptor applies to.
        pub applicability: Vec<Applicability>,
        /// Which descriptors are evidence for each quality standard.
        pub evidence: Vec<Evidence>,
        /// How answers suggest the score of a section, best score first. The first band that fits
        /// counts.
        pub section_suggestion: Vec<Band>,
        /// How the scores of sections limit the grade of the plan.
        pub section_cap: Vec<CapLimit>,
        /// When a plan may be issued.
        pub gate: GateRule,
        /// The checks for answers and scores that do not fit together, in the order of findings.
        pub checks: Vec<Check>,
        /// What is looked for on the feedback form. A check that is not told is not made.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub feedback: Option<Vec<FormCheck>>,
        /// How the golden thread of a plan's items is read. Without it nothing of it is checked, and
        /// a thread says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thread: Option<ThreadReading>,
        /// How samples of plans are drawn. Without it none can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sampling: Option<SamplingReading>,
        /// What the framework says of the deadlines that the law sets.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timescales: Option<Vec<TimescaleReading>>,
        /// How the process around a draft is read. Without it a case has no status.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub process: Option<ProcessReading>,
        /// How summaries and reports are read. Without it no term is known and a report has few notes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub report: Option<ReportReading>,
    }

    /// How something printed is read.
    pub struct Reading {
        /// Its id.
        pub id: String,
        /// What is printed.
        pub printed: String,
        /// How it is read.
        pub read_as: String,
        /// Where it is printed.
        pub place: String,
        /// What the reading rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// A question about the plan that decides what applies.
    pub struct ContextQuestion {
        /// The field of a review's `plan` that holds the answer.
        pub field: ContextField,
        /// What the fact is called within a sentence.
        pub name: String,
        /// The question.
        pub label: String,
        /// What helps to answer it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hint: Option<String>,
        /// The words for the choices, where the answer is one of a few.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub values: Option<Vec<Choice>>,
    }

    /// A choice in a form.
    pub struct Choice {
        /// What documents hold.
        pub id: String,
        /// What people read.
        pub label: String,
    }

    /// A criterion of the scale.
    pub struct Criterion {
        /// Its id.
        pub id: String,
        /// The question.
        pub label: String,
        /// What helps to answer it.
        pub hint: String,
        /// Its answers, from the worst to the best.
        pub values: Vec<Choice>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is asked so.
        pub reason: String,
    }

    /// What one grade requires.
    pub struct GradeRow {
        /// The grade.
        pub score: Score,
        /// The least answer to each criterion that it needs.
        pub requires: BTreeMap<String, String>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// Which plans some descriptors apply to.
    pub struct Applicability {
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// They apply where all of these hold; none means to every plan. One whose field is not
        /// known leaves them applicable and lets the assessor answer `not_applicable`.
        pub all_of: Vec<ContextCondition>,
        /// Whether the assessor may answer `not_applicable` even so.
        pub may_exclude: bool,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// Which descriptors are evidence for a quality standard.
    pub struct Evidence {
        /// The standard.
        pub standard: String,
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// A score suggested when enough of the descriptors that count are met.
    pub struct Band {
        /// Its id.
        pub id: String,
        /// The score suggested.
        pub score: Score,
        /// The least share of yes among the descriptors that count.
        pub yes_at_least: Share,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// What a section's score means for the plan.
    pub struct CapLimit {
        /// A section with this score ...
        pub section_score: Score,
        /// ... allows the plan this grade at best.
        pub plan_at_best: Score,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// When a plan may be issued.
    pub struct GateRule {
        /// The worst recorded grade with which a plan may be issued.
        pub issue_at: Score,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is printed.
        pub cites: Vec<Citation>,
    }

    /// A check for answers and scores that do not fit together: built in, or told by the answers
    /// that it is about.
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
        /// It looks at plans of which all of these hold.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub when: Option<Vec<CheckCondition>>,
        /// It fires when all of these descriptors are as told.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub every: Option<Vec<DescriptorTest>>,
        /// It fires when any of these descriptors is as told.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub any: Option<Vec<DescriptorTest>>,
    }

    /// A check of the feedback form. What it looks at is built in.
    pub struct FormCheck {
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

    /// How the golden thread is read.
    pub struct ThreadReading {
        /// Which items a line may join. A link between any others joins nothing.
        pub joins: Vec<ThreadJoin>,
        /// The rules, in the order of findings.
        pub rules: Vec<ThreadRule>,
    }

    /// Sections whose items a line may join, whichever end states it.
    pub struct ThreadJoin {
        /// An item of one of these ...
        pub from: Vec<ThreadSection>,
        /// ... and an item of one of these.
        pub to: Vec<ThreadSection>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }

    /// A rule of the golden thread: built in, or told by the lines that items must have.
    pub struct ThreadRule {
        /// Its id, which findings carry.
        pub id: String,
        /// How serious a finding is. An item is broken by an error or a warning.
        pub severity: Severity,
        /// What it rests on.
        pub basis: Basis,
        /// Each item of these sections ...
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of: Option<Vec<ThreadSection>>,
        /// ... has a line to at least one item of these.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<Vec<ThreadSection>>,
        /// What the finding says; `{id}` stands for the id of the item. A built-in rule makes its own
        /// sentence.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub message: Option<String>,
        /// The same in a few words, for pictures.
        pub mark: String,
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

    /// A fact about the plan.
    pub enum ContextField {
        /// `draft`, `final` or `proposed_amended`.
        Stage = "stage",
        /// Years since reception; -1 is nursery, 0 reception.
        YearGroup = "year_group",
        /// Age in whole years.
        Age = "age",
        /// Whether there are health needs related to SEN.
        HealthNeeds = "health_needs",
        /// Whether there are social care needs related to SEN, or that require provision under
        /// section 2 of the Chronically Sick and Disabled Persons Act 1970.
        SocialCareNeeds = "social_care_needs",
        /// Whether a personal budget has been requested.
        PersonalBudget = "personal_budget",
        /// Whether the child or young person is educated at home.
        HomeEducated = "home_educated",
        /// Whether there is a medical diagnosis.
        MedicalDiagnosis = "medical_diagnosis",
    }

    /// A section of a plan that has a part in the golden thread.
    pub enum ThreadSection {
        /// Views, interests and aspirations.
        A = "A",
        /// Advice and information.
        K = "K",
        /// Special educational needs.
        B = "B",
        /// Health needs.
        C = "C",
        /// Social care needs.
        D = "D",
        /// Special educational provision.
        F = "F",
        /// Health provision.
        G = "G",
        /// Social care provision under the Chronically Sick and Disabled Persons Act 1970.
        H1 = "H1",
        /// Any other social care provision.
        H2 = "H2",
        /// Outcomes.
        E = "E",
    }

    /// How a descriptor stands, as far as a check cares.
    pub enum Standing {
        /// It counts, and is answered yes.
        CountedYes = "counted_yes",
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
}

impl ThreadReading {
    /// Whether a line may join items of two sections, whichever comes first.
    pub(crate) fn may_join(&self, one: ThreadSection, other: ThreadSection) -> bool {
        self.joins.iter().any(|join| {
            let joins = |from, to| join.from.contains(&from) && join.to.contains(&to);
            joins(one, other) || joins(other, one)
        })
    }
}

/// A condition on one fact about the plan.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ContextCondition {
    /// The fact.
    pub field: ContextField,
    /// What must hold of it.
    #[serde(flatten)]
    pub test: ContextTest,
}

/// What must hold of a fact.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContextTest {
    /// It is this.
    Equals(ContextValue),
    /// It is this number or more.
    AtLeast(i8),
    /// It is less than this number.
    Under(i8),
}

/// A value of a fact about the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ContextValue {
    /// A fact that is true or false.
    Flag(bool),
    /// A number.
    Number(i8),
    /// The stage.
    Stage(Stage),
}

choice! {
    /// The stage of a plan.
    pub enum Stage {
        /// A draft.
        Draft = "draft",
        /// The final plan.
        Final = "final",
        /// A proposed amended plan; read as a draft.
        ProposedAmended = "proposed_amended",
    }
}

/// A condition of a check: on a fact about the plan, or on the answer to a criterion.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CheckCondition {
    /// A fact about the plan.
    Context(ContextCondition),
    /// The answer to a criterion.
    Criterion(CriterionCondition),
}

document! {
    /// A condition on the answer to a criterion.
    pub struct CriterionCondition {
        /// The criterion.
        pub criterion: String,
        /// Its answer.
        pub equals: String,
    }
}

/// The numbers that a condition can compare with.
const NUMBER: Kind = Kind::Integer(-2, 100);

impl Shape for ContextCondition {
    const KIND: &'static Kind = &Kind::Checked(check_condition);
}

/// A condition names a fact and makes one test of it, with a value that the fact could have.
fn check_condition<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let is_number = matches!(
        ContextField::from_word(json.text_of("field")),
        Some(ContextField::YearGroup | ContextField::Age)
    );
    let value = match ContextField::from_word(json.text_of("field")) {
        Some(ContextField::Stage) => Stage::KIND,
        _ if is_number => &NUMBER,
        _ => bool::KIND,
    };
    let is_known = match json.field("field") {
        Json::Text(word) => ContextField::from_word(word).is_some(),
        _ => true,
    };
    let mut tests = 0;
    let mut has_field = false;
    for (position, name, json) in reader.entries(json) {
        let kind = match name {
            "field" => {
                has_field = true;
                ContextField::KIND
            }
            // Of a fact that is none, no value is right or wrong.
            "equals" | "at_least" | "under" if !is_known => {
                tests += 1;
                continue;
            }
            "equals" => value,
            "at_least" | "under" if is_number => &NUMBER,
            _ => {
                reader.field_problem(position, name, ProblemKind::UnknownField {});
                continue;
            }
        };
        tests += usize::from(name != "field");
        reader.within(name, |reader| check(json, kind, reader));
    }
    if matches!(json, Json::Object(_)) && (tests != 1 || !has_field) {
        let expected = "a field with one of equals, at_least and under that the field allows";
        reader.problem(ProblemKind::WrongType { expected });
    }
}

impl Shape for CheckCondition {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        let about_criterion = !json.field("criterion").is_null();
        let kind = if about_criterion { CriterionCondition::KIND } else { ContextCondition::KIND };
        check(json, kind, reader);
    });
}
