//! The form as a document, and how it is read.

use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, choice, document};
use crate::document::{Day, FreeText, Json};
use crate::framework::{
    Framework, FrameworkProblem, LEARNING_FORM, LearningSummary, expect_framework,
};

document! {
    /// What was learnt in one session. Of the header, what is not given is not filled in.
    pub struct Learning {
        /// The id of the framework in use.
        pub framework: String,
        /// The date of the session.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<Day>,
        /// Who delivered it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub delivered_by: Option<FreeText>,
        /// The areas that were represented, one entry each.
        pub areas_represented: Vec<FreeText>,
        /// The rows of the table.
        pub rows: Vec<LearningRow>,
        /// The actions of earlier sessions that were open, with what became of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub earlier: Option<Vec<LearningAction>>,
        /// The actions agreed in this session, one entry each.
        pub actions: Vec<LearningAction>,
    }

    /// A strategic action. The framework has them agreed and shared; who does it, by when, and what became of it are
    /// our reading of what that takes.
    pub struct LearningAction {
        /// What is to be done.
        pub what: FreeText,
        /// Who does it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub who: Option<FreeText>,
        /// By when.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub by: Option<Day>,
        /// The date of the session that agreed it, of one of an earlier session.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agreed: Option<Day>,
        /// How it stands.
        pub state: ActionState,
        /// What became of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub outcome: Option<FreeText>,
    }

    /// What is said of one area.
    pub struct LearningRow {
        /// The area, such as a section of the plan.
        pub area: FreeText,
        /// The feedback on it.
        pub feedback: FreeText,
        /// The feedback as it was drafted from counts. As long as the two are the same, the printed form
        /// says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub drafted: Option<FreeText>,
        /// What was learnt.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub learning: Option<FreeText>,
        /// What was learnt from tribunals.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tribunal_learning: Option<FreeText>,
    }
}

choice! {
    /// How an action stands.
    pub enum ActionState {
        /// It is not done, and stays to be done.
        Open = "open",
        /// It is done.
        Done = "done",
        /// It will not be done.
        Dropped = "dropped",
    }
}

impl Learning {
    /// Reads a form from JSON text and checks it against a framework. What the framework's printed form has no
    /// place for is a problem, since it would not be printed.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, learning::Learning};
    ///
    /// let framework = Framework::built_in();
    /// let text = r#"{"framework": "shropshire-2023", "areas_represented": [], "rows": [], "actions": "x"}"#;
    /// let problems = Learning::from_json(&framework, text).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "/actions: This must be a list.");
    /// ```
    ///
    /// # Errors
    /// Every problem found, each with its place; no value of the text is repeated.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, form, reader| {
            expect_framework(reader, json, framework.id());
            match framework.learning_summary() {
                Some(printed) => check_places(&printed, json, reader),
                None => reader.problem(FrameworkProblem::NoPart { part: LEARNING_FORM }),
            }
            form
        })
        .map_err(|problems| framework.reworded(problems))
    }
}

/// Each field of a document, with the field of the printed form that has it.
const FIELDS: [(&str, &str); 3] = [
    ("date", "date_of_session"),
    ("delivered_by", "delivered_by"),
    ("areas_represented", "areas_represented"),
];

/// What a form may leave out of its table, with the number of the column.
const COLUMNS: [(&str, usize); 2] = [("learning", 2), ("tribunal_learning", 3)];

/// Everything that is filled in has a place on the printed form.
fn check_places<'a>(form: &LearningSummary, json: Json<'a>, r: &mut Reader<'a>) {
    for (name, printed) in FIELDS {
        let is_given = match json.field(name) {
            Json::List(list) => !list.is_empty(),
            other => !other.is_null(),
        };
        if is_given && !form.fields.iter().any(|field| field.id == printed) {
            r.problem_in(name, ProblemKind::UnknownField {});
        }
    }
    r.within("rows", |r| {
        for (index, row) in json.field("rows").list().iter().enumerate() {
            r.within_index(index, |r| {
                for (name, column) in COLUMNS {
                    if !row.field(name).is_null() && form.columns.len() <= column {
                        r.problem_in(name, ProblemKind::UnknownField {});
                    }
                }
            });
        }
    });
}
