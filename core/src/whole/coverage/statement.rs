//! Which sentences of advice state a need, an outcome or a recommendation, and which explain one.

use crate::document::table::Table;
use crate::plan::{AdviceDocument, AdviceKind, BlockKind};
use crate::whole::align::AlignedNumber;
use crate::whole::compare::{Statement, begins_with_mark, statements};

/// Words of a sentence that asks for something.
const ASKS: &str = "will|shall|must|should|recommend|recommended|needs|required|ought|advise|\
                    request|requested";

/// Words with which an author speaks of the author.
const AUTHOR: &str = "i|we|my|our";

/// The statements of a piece of advice.
pub(super) struct AdviceStatements {
    /// Its needs, outcomes and recommendations, in their order.
    pub(super) stated: Table<AlignedNumber, Statement>,
    /// All its other sentences.
    pub(super) rest: Vec<Statement>,
}

/// The statements of a piece of advice: those that a plan is to carry, and the rest.
pub(super) fn advice_statements(advice: &AdviceDocument) -> AdviceStatements {
    let mut found = AdviceStatements { stated: Table::default(), rest: Vec::new() };
    let mut last = None;
    for statement in statements(&advice.as_plan()) {
        let place = (statement.place.part, statement.place.block);
        let is_first = last != Some(place);
        last = Some(place);
        if is_stated(advice, &statement, is_first) {
            found.stated.push(statement);
        } else {
            found.rest.push(statement);
        }
    }
    found
}

/// Whether a sentence states something that a plan is to carry. An item of a list or a row does with its first
/// sentence, whatever its form; another sentence does by its words.
fn is_stated(advice: &AdviceDocument, statement: &Statement, is_first: bool) -> bool {
    let kind = AdviceKind::of_part(statement.place.part);
    let block = usize::try_from(statement.place.block).ok();
    let block = block.and_then(|block| advice.blocks(kind).get(block));
    let Some(block) = block else { return false };
    let is_item =
        matches!(block.kind, BlockKind::ListItem | BlockKind::Row) || begins_with_mark(&block.text);
    let asks = statement.words.iter().any(|word| word.is(ASKS))
        || statement.words.windows(2).any(|pair| match pair {
            [to, be] => to.is("to") && be.is("be"),
            _ => false,
        });
    let is_author = statement.words.first().is_some_and(|word| word.is(AUTHOR));
    match kind {
        AdviceKind::Views | AdviceKind::Other => false,
        AdviceKind::Need => is_first && is_item || !is_item && !is_author,
        AdviceKind::Outcome | AdviceKind::Provision => {
            is_first && is_item && !is_author || asks && !is_author
        }
    }
}
