//! What a framework asks of a piece of advice, and what of a comparison of advice with a plan can bear on a descriptor.

use super::entries::{each, not_blank};
use super::severity::Severity;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{Names, choice, document, from_json};
use crate::document::{Id, Json};
use crate::law::{Basis, Citation};

document! {
    /// What is asked of a piece of advice.
    pub struct AdviceQuestions if (feature = "whole") {
        /// Its id.
        pub id: Id,
        /// Its title.
        pub title: String,
        /// What is asked. What is not listed is not asked.
        pub items: Vec<AdviceItem>,
    }

    /// Something that is asked, and what is said where it is not there.
    pub struct AdviceItem {
        /// What is asked.
        pub asks: AdviceAsk,
        /// How serious it is where it is not there.
        pub severity: Severity,
        /// What is said.
        pub message: String,
        /// Why it matters.
        pub why: String,
        /// What to do.
        pub instead: String,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is asked.
        pub reason: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }
}

choice! {
    /// What can be asked of a piece of advice.
    pub enum AdviceAsk {
        /// Its title.
        Title = "title",
        /// The name of its author.
        Author = "author",
        /// The role of its author.
        Role = "role",
        /// The agency.
        Agency = "agency",
        /// Its date.
        Date = "date",
        /// That it is given within six weeks of the request.
        InTime = "in_time",
        /// Needs.
        Needs = "needs",
        /// Outcomes.
        Outcomes = "outcomes",
        /// Provision.
        Provision = "provision",
        /// That needs and provision stand apart.
        Apart = "apart",
        /// The views of the child or young person.
        Child = "child",
        /// The views of the parents.
        Parents = "parents",
    }

    /// What a comparison of advice with a plan finds, by which it speaks against a descriptor.
    pub enum CoverageFinding {
        /// A statement of advice for which the plan has none.
        NotFound = "not_found",
        /// A statement of advice of which the plan says less.
        Weaker = "weaker",
        /// A statement of advice that the plan has in a section which is not for it.
        Moved = "moved",
        /// What the plan specifies and no advice has.
        NoSource = "no_source",
        /// Two pieces of advice that differ, where the plan does not speak of it.
        Conflict = "conflict",
        /// Advice that Section K does not list.
        NotListed = "not_listed",
        /// Advice that Section K lists with another date.
        OtherDate = "other_date",
        /// Advice that Section K lists under another name.
        OtherAuthor = "other_author",
    }
}

impl AdviceQuestions {
    /// Reads questions from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        from_json(text, |json, questions: Option<Self>, r| {
            check(r, json);
            questions
        })
    }
}

/// Each thing is asked once, in words.
pub(super) fn check<'a>(r: &mut Reader<'a>, json: Json<'a>) {
    let mut seen = Names::default();
    each(r, json, "items", &mut |r, item| {
        if matches!(item.field("asks"), Json::Text(_)) && !seen.insert(item.text_of("asks")) {
            r.problem_in("asks", ProblemKind::Duplicate { what: "question" });
        }
        for field in ["message", "why", "instead"] {
            if matches!(item.field(field), Json::Text(_)) {
                not_blank(r, item, field);
            }
        }
    });
}
