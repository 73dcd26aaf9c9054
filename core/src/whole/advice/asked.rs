//! What is asked of a piece of advice: data that an agency can replace.

use std::sync::OnceLock;

use crate::document::shape::{choice, document, from_json};
use crate::document::{Id, Problem};
use crate::framework::Severity;
use crate::law::{Basis, Citation};

/// The built-in document.
const BUILT_IN: &str = include_str!("../../../frameworks/advice.json");

document! {
    /// What is asked of a piece of advice.
    pub struct AdviceQuestions {
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
}

impl AdviceQuestions {
    /// The built-in questions: our reading of regulation 6 and of the Code of Practice.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static READ: OnceLock<AdviceQuestions> = OnceLock::new();
        READ.get_or_init(Self::read)
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn read() -> Self {
        match Self::from_json(BUILT_IN) {
            Ok(questions) => questions,
            Err(problems) => panic!("the questions about advice are at fault: {problems:?}"),
        }
    }

    /// Reads questions from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        from_json(text, |_, questions: Option<Self>, _| questions)
    }
}

#[cfg(test)]
mod tests {
    use super::{AdviceAsk, AdviceQuestions};

    #[test]
    fn the_built_in_questions_ask_each_thing_once() {
        let mut asked: Vec<_> =
            AdviceQuestions::built_in().items.iter().map(|item| item.asks).collect();
        asked.sort_unstable();
        assert_eq!(asked, AdviceAsk::ALL);
    }
}
