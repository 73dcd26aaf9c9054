//! What a person says of pairs of advice and plan. It stands over what was paired.

use super::document::UnknownChoice;
use crate::document::message::Catalogue;
use crate::document::shape::{document, from_json};
use crate::document::table::Table;
use crate::document::{Bounded, Problem};
use crate::plan::TextPlace;
use crate::whole::align::AlignedNumber;
use crate::whole::compare::Statement;
use crate::whole::messages;

/// The most choices, and the most statements of a plan with which one of advice is paired.
const MOST_CHOICES: usize = 10_000;
const MOST_PAIRED: usize = 100;

document! {
    /// What a person says of a statement of advice: which statements of the plan carry it.
    pub struct CoverageChoice {
        /// The number of the advice among those given, from 0.
        pub advice: u32,
        /// Where the statement stands in the advice.
        pub place: TextPlace,
        /// The statements of the plan that carry it. Where none is listed, none does.
        pub plan: Bounded<TextPlace, MOST_PAIRED>,
    }
}

/// What a person says of pairs of advice and plan. Of two on one statement, the last holds.
pub type CoverageChoices = Bounded<CoverageChoice, MOST_CHOICES>;

impl CoverageChoice {
    /// Reads a list of choices from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn all_from_json(text: &str) -> Result<Vec<Self>, Vec<Problem>> {
        from_json(text, |_, choices: Option<CoverageChoices>, _| {
            choices.map(|Bounded(choices)| choices)
        })
    }
}

/// What is chosen for the statements of one piece of advice: the statements of the plan, or nothing where nobody chose.
pub(super) type Chosen = Table<AlignedNumber, Option<Vec<AlignedNumber>>>;

/// The choices for each piece of advice, and what of them names a place where nothing stands. Such a choice changes
/// nothing.
pub(super) fn chosen(
    catalogue: &Catalogue,
    choices: &[CoverageChoice],
    advices: &[&Table<AlignedNumber, Statement>],
    plan: &Table<AlignedNumber, Statement>,
) -> (Vec<Chosen>, Vec<UnknownChoice>) {
    let mut of: Vec<Chosen> = advices.iter().map(|advice| Table::like(advice, None)).collect();
    let mut unknown = Vec::new();
    for (number, choice) in choices.iter().enumerate() {
        let before = unknown.len();
        let mut report = |field: &str, message| {
            let message = catalogue.template(message, None).to_owned();
            let pointer = format!("/{number}/{field}");
            unknown.push(UnknownChoice { choice: number, pointer, message });
        };
        let at = usize::try_from(choice.advice).unwrap_or(usize::MAX);
        let advice = advices.get(at).zip(of.get_mut(at));
        let Some((statements, of)) = advice else {
            report("advice", &messages::PLAN_COVERAGE_NO_ADVICE);
            continue;
        };
        let statement = number_at(statements, choice.place);
        if statement.is_none() {
            report("place", &messages::PLAN_COVERAGE_NO_STATEMENT);
        }
        let mut paired = Vec::new();
        for (at, place) in choice.plan.iter().enumerate() {
            match number_at(plan, *place) {
                Some(number) if paired.contains(&number) => {}
                Some(number) => paired.push(number),
                None => report(&format!("plan/{at}"), &messages::PLAN_COVERAGE_NO_WORDS),
            }
        }
        if let (Some(statement), true) = (statement, unknown.len() == before) {
            of[statement] = Some(paired);
        }
    }
    (of, unknown)
}

/// The statement at a place. Statements stand in the order of their places.
fn number_at(
    statements: &Table<AlignedNumber, Statement>,
    place: TextPlace,
) -> Option<AlignedNumber> {
    let rows = statements.rows();
    let at = rows.partition_point(|one| one.place < place);
    statements.number(at).filter(|number| statements[*number].place == place)
}
