//! The form as a document.

use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, choice, document};
use crate::document::{Day, FreeText, Json, List};
use crate::framework::{
    CommentAction, FEEDBACK_FORM, Framework, FrameworkProblem, PrintedForm, ScoreNumber,
    expect_framework,
};
use crate::law::timescale::{Timescales, check_dates};

/// The most comments on one form.
pub const MOST_COMMENTS: usize = 1_000;

document! {
    /// The feedback form of one plan. Of the header, what is not given is not filled in.
    pub struct Feedback {
        /// The id of the framework in use.
        pub framework: String,
        /// The name.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<FreeText>,
        /// The number on Synergy, the records system.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub synergy: Option<FreeText>,
        /// The type of plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub type_of_plan: Option<PlanType>,
        /// The casework officer.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub casework_officer: Option<FreeText>,
        /// The casework officer's date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub casework_officer_date: Option<Day>,
        /// The moderating officer.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub moderating_officer: Option<FreeText>,
        /// The moderating officer's date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub moderating_officer_date: Option<Day>,
        /// The score that a person gives the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rating: Option<ScoreNumber>,
        /// The level of resource, as the case officer sees it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level_of_resource_case_officer: Option<FreeText>,
        /// The funding level that the case officer suggests.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub suggested_funding_level: Option<FreeText>,
        /// The dates from which the deadlines are worked out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timescales: Option<Timescales>,
        /// Whether the statutory timescales were met, as a person records it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub statutory_timescales_met: Option<bool>,
        /// The level of resource, as the senior case officer sees it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level_of_resource_senior_case_officer: Option<FreeText>,
        /// The main category of need.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub main_need: Option<MainNeed>,
        /// The case officer's comments.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub case_officer_comments: Option<FreeText>,
        /// What is written in the sections of the form. One that is not listed is empty.
        pub sections: Vec<FeedbackSection>,
        /// How many more comments were drafted than a form holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub left_out: Option<u32>,
    }

    /// The main category of need in the two places that should agree.
    pub struct MainNeed {
        /// On Synergy, the records system.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on_synergy: Option<AreaOfNeed>,
        /// On the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on_plan: Option<AreaOfNeed>,
    }

    /// What is written in one section of the form.
    pub struct FeedbackSection {
        /// The id of the form's section.
        pub id: String,
        /// Comments on the section.
        pub texts: Vec<FreeText>,
        /// Comments on words in it.
        pub comments: Vec<Comment>,
    }

    /// A comment: what is asked for, of which words, and why.
    pub struct Comment {
        /// The words it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub quote: Option<FreeText>,
        /// Where they stand in the text of the section.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub span: Option<CommentSpan>,
        /// What it asks for, which the colour key has a colour for.
        pub action: CommentAction,
        /// What it says.
        pub note: FreeText,
        /// What to put instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub suggestion: Option<FreeText>,
        /// The rule that found it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rule: Option<FreeText>,
        /// The name of what the rule found, to dismiss it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub fingerprint: Option<FreeText>,
        /// Whether the reviewer keeps it. Not given: that is not decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kept: Option<bool>,
    }

    /// A stretch of the text of a section, in UTF-16 code units as JavaScript counts.
    pub struct CommentSpan {
        /// Where it starts.
        pub start: u32,
        /// Where it ends: the first place behind it.
        pub end: u32,
    }
}

choice! {
    /// The type of a plan, in the order of the form.
    pub enum PlanType {
        /// A proposed amended plan.
        ProposedAmended = "proposed_amended",
        /// A draft.
        Draft = "draft",
    }

    /// The four broad areas of need, in the order of the form.
    pub enum AreaOfNeed {
        /// Communication and interaction.
        Communication = "communication_and_interaction",
        /// Cognition and learning.
        Cognition = "cognition_and_learning",
        /// Social, emotional and mental health.
        Social = "social_emotional_and_mental_health",
        /// Sensory and/or physical.
        Sensory = "sensory_and_or_physical",
    }
}

impl Feedback {
    /// Reads a form from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, form::Feedback};
    ///
    /// let framework = Framework::built_in();
    /// let text = r#"{"framework": "shropshire-2023", "rating": 5, "sections": []}"#;
    /// let problems = Feedback::from_json(&framework, text).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "/rating: This must be a whole number from 1 to 4.");
    /// ```
    ///
    /// # Errors
    /// Every problem found, each with its place; no value of the text is repeated.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, form, reader| {
            expect_framework(reader, json, framework.id());
            framework.rules.scale.expect(reader, json, "rating");
            let sections = json.field("sections").list();
            match framework.feedback_form() {
                Some(printed) => {
                    reader.within("sections", |r| check_sections(&printed, sections, r));
                }
                None => reader.problem(FrameworkProblem::NoPart { part: FEEDBACK_FORM }),
            }
            reader.within("timescales", |r| check_dates(json.field("timescales"), r));
            form
        })
        .map_err(|problems| framework.reworded(problems))
    }
}

/// Every section is one of the form's, and stands once; there are not too many comments.
fn check_sections<'a>(form: &PrintedForm, sections: List<'a>, r: &mut Reader<'a>) {
    let mut seen = Names::default();
    let mut count = 0;
    for (index, section) in sections.iter().enumerate() {
        r.within_index(index, |r| {
            if let Json::Text(id) = section.field("id") {
                if !form.sections.iter().any(|known| known.id == *id) {
                    r.problem_in("id", ProblemKind::UnknownId { what: "section of the form" });
                } else if !seen.insert(id) {
                    r.problem_in("id", ProblemKind::Duplicate { what: "section of the form" });
                }
            }
            let comments = section.field("comments").list();
            count += comments.len();
            r.within("comments", |r| {
                for (index, comment) in comments.iter().enumerate() {
                    let span = comment.field("span");
                    if let (Json::Number(start), Json::Number(end)) =
                        (span.field("start"), span.field("end"))
                        && start > end
                    {
                        let order = "start, then end";
                        r.within_index(index, |r| {
                            r.problem_in("span", ProblemKind::OutOfOrder { order });
                        });
                    }
                }
            });
        });
    }
    if count > MOST_COMMENTS {
        r.problem(ProblemKind::TooMany { most: MOST_COMMENTS });
    }
}
