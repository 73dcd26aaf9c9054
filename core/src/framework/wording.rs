//! What a framework document says, word for word.

use super::score::ScaleNumber;
use crate::document::Id;
use crate::document::bounded::whole_number;
use crate::document::shape::{choice, document};

whole_number! {
    /// The weight of a section.
    pub struct Weight(u8) from 1 to 100;
}

document! {
    /// The wording of a quality assurance framework, verbatim and in its printed order. What a document does not have
    /// is left out.
    pub struct Wording {
        /// The title of the document.
        pub title: String,
        /// The introduction.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub introduction: Option<Passage>,
        /// The vision.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub vision: Option<Passage>,
        /// The principles.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub principles: Option<Principles>,
        /// The quality standards.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub standards: Option<Standards>,
        /// The levels of checking.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub levels: Option<Levels>,
        /// The passages on continuous improvement.
        pub continuous_improvement: Vec<Passage>,
        /// How feedback is gathered from children, young people and families.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub feedback: Option<Feedback>,
        /// The scale, with what each grade means. Without it nothing is graded: a checklist.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scale: Option<Scale>,
        /// How scores are recorded.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scoring: Option<Scoring>,
        /// The headings of the table of descriptors.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub descriptor_table: Option<DescriptorTable>,
        /// The sections of a plan with their descriptors, in printed order.
        pub sections: Vec<Section>,
        /// The block on the quality of the plan as a whole.
        pub overall: Section,
        /// What follows each strategic discussion.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub actions: Option<Passage>,
        /// The form that sums up what was learnt.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub learning_summary: Option<LearningSummary>,
        /// The feedback form for draft plans.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub feedback_form: Option<PrintedForm>,
        /// The process for plans that are not good enough to be issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub improvement_process: Option<ImprovementProcess>,
    }

    /// A headed passage of text.
    #[derive(Default)]
    pub struct Passage {
        /// The heading.
        pub heading: String,
        /// The paragraphs.
        pub text: Vec<String>,
    }

    /// The principles and what introduces them.
    pub struct Principles if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// The heading.
        pub heading: String,
        /// The paragraphs before the list.
        pub introduction: Vec<String>,
        /// The principles in order.
        pub items: Vec<Principle>,
    }

    /// One principle.
    pub struct Principle {
        /// Its id, such as `P1`.
        pub id: String,
        /// The words before the colon.
        pub title: String,
        /// The words after it.
        pub text: String,
    }

    /// The quality standards and what introduces them.
    pub struct Standards {
        /// The paragraphs before the list.
        pub introduction: Vec<String>,
        /// The standards in order.
        pub items: Vec<Standard>,
    }

    /// One quality standard.
    pub struct Standard {
        /// Its id, such as `QS1`.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Its text.
        pub text: String,
    }

    /// The levels of checking and what introduces them.
    pub struct Levels {
        /// The heading.
        pub heading: String,
        /// The paragraphs before the levels.
        pub introduction: Vec<String>,
        /// The levels in order.
        pub items: Vec<Level>,
        /// The line that closes them.
        pub closing: String,
    }

    /// One level of checking. The lists quote its text; an empty one means that it does not say.
    pub struct Level {
        /// Its number, from 1.
        pub level: u8,
        /// Its title.
        pub title: String,
        /// Its text.
        pub text: String,
        /// Who checks.
        pub who: Vec<String>,
        /// What is checked.
        pub sample: Vec<String>,
        /// How often.
        pub how_often: Vec<String>,
        /// To whom it is reported.
        pub reports_to: Vec<String>,
    }

    /// How feedback is gathered.
    pub struct Feedback if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// The heading.
        pub heading: String,
        /// The paragraphs before the list.
        pub introduction: Vec<String>,
        /// The ways in which it is gathered.
        pub items: Vec<String>,
    }

    /// The scale.
    pub struct Scale {
        /// The heading.
        pub heading: String,
        /// The paragraphs before the table.
        pub introduction: Vec<String>,
        /// The grades in printed order.
        pub grades: Vec<Grade>,
    }

    /// One grade of the scale.
    pub struct Grade {
        /// Its id; without it, its number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<Id>,
        /// Its number on the scale; the least of them where it has several.
        pub score: ScaleNumber,
        /// The greatest of its numbers, where it has several.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub up_to: Option<ScaleNumber>,
        /// The heading of its column.
        pub heading: String,
        /// Its name.
        pub label: String,
        /// What is printed under it.
        pub criteria: Vec<String>,
    }

    /// How scores are recorded.
    pub struct Scoring if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// The heading.
        pub heading: String,
        /// The paragraphs before the list.
        pub introduction: Vec<String>,
        /// What is recorded.
        pub items: Vec<Passage>,
    }

    /// The headings of the table of descriptors.
    pub struct DescriptorTable if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// The heading of the table.
        pub heading: String,
        /// The headings of its columns.
        pub columns: Vec<String>,
        /// The lines under the column for the score.
        pub scale: Vec<String>,
        /// The line under the column for the commentary.
        pub commentary: String,
    }

    /// One section of a plan.
    pub struct Section {
        /// Its id, such as `H1`.
        pub id: String,
        /// Its title.
        pub title: String,
        /// How much it weighs beside the others, from 1 to 100; without it, 1. The block on overall quality weighs
        /// nothing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub weight: Option<Weight>,
        /// Its descriptors in printed order.
        pub descriptors: Vec<Descriptor>,
    }

    /// One descriptor of good practice.
    pub struct Descriptor {
        /// Its id, such as `H1.2`.
        pub id: String,
        /// Its text. Texts can be the same in two sections: compare by id.
        pub text: String,
    }

    /// The form that sums up what was learnt.
    #[derive(Default)]
    pub struct LearningSummary if (feature = "service") {
        /// The heading.
        pub heading: String,
        /// The title of the form.
        pub title: String,
        /// The fields above its table.
        pub fields: Vec<FormField>,
        /// The headings of its table.
        pub columns: Vec<String>,
    }

    /// A field of a form.
    pub struct FormField {
        /// Its id.
        pub id: String,
        /// Its label.
        pub label: String,
        /// What is printed with it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// The choices printed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub options: Option<Vec<String>>,
        /// The columns printed, where the field is filled in more than once.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub columns: Option<Vec<String>>,
    }

    /// The feedback form for draft plans.
    #[derive(Default)]
    pub struct PrintedForm if (any(feature = "whole", feature = "writing")) {
        /// Its title.
        pub title: String,
        /// The fields of its header.
        pub fields: Vec<FormField>,
        /// The heading over the sections.
        pub sections_heading: String,
        /// The heading over the comments and the colour key.
        pub key_heading: String,
        /// What the colours of comments mean.
        pub key: Vec<ColourKey>,
        /// The sections of the form.
        pub sections: Vec<FormSection>,
        /// The statement on specific and quantified provision.
        pub statement: String,
    }

    /// What one colour of comment means.
    pub struct ColourKey {
        /// The colour.
        pub colour: String,
        /// What it asks for.
        pub action: CommentAction,
        /// The line as printed.
        pub printed: String,
    }

    /// One section of the feedback form.
    pub struct FormSection {
        /// Its id.
        pub id: String,
        /// Its heading.
        pub heading: String,
        /// What is printed under the heading.
        pub prompts: Vec<String>,
        /// The section of the plan it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub section: Option<String>,
    }

    /// The process for plans that are not good enough to be issued.
    pub struct ImprovementProcess if (feature = "service") {
        /// Its title.
        pub title: String,
        /// What stands before the steps.
        pub introduction: String,
        /// The steps.
        pub steps: Vec<ProcessStep>,
    }

    /// One step of the process.
    pub struct ProcessStep {
        /// Its number, such as `2`.
        pub id: String,
        /// Its text.
        pub text: String,
        /// The alternatives within it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub steps: Option<Vec<ProcessPart>>,
    }

    /// One alternative within a step.
    pub struct ProcessPart {
        /// Its number, such as `2a`.
        pub id: String,
        /// Its text.
        pub text: String,
    }
}

choice! {
    /// What a comment on the feedback form asks for.
    pub enum CommentAction {
        /// Take the words out.
        Remove = "remove",
        /// Say it in other words.
        Reword = "reword",
        /// Correct the spelling or amend.
        Amend = "amend",
        /// Wording is suggested.
        Suggest = "suggest",
    }
}
