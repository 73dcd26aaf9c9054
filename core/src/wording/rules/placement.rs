//! What depends on the stage of the plan: the placement, home-to-school transport and the personal budget.

use crate::framework::Stage;
use crate::wording::check::Verdict;
use crate::wording::clause::{ClauseState, compare};
use crate::wording::meaning::Meaning;
use crate::wording::number::StatementNumber;
use crate::wording::passage::Passage;

/// A placement on a draft.
pub(super) fn placement_on_draft(passage: &Passage, number: StatementNumber) -> Verdict {
    let statement = &passage.text.statements[number];
    let is_blank = statement.is_heading || statement.says(Meaning::Blank);
    match passage.context.stage {
        None => Verdict::NotChecked,
        Some(Stage::Draft) if !is_blank => Verdict::Finding(number),
        Some(_) => Verdict::Fine,
    }
}

/// A final plan does not state whether a personal budget was requested.
pub(super) fn budget_not_stated(passage: &Passage) -> Verdict {
    if passage.text.says(Meaning::BudgetSaid) {
        return Verdict::Fine;
    }
    match passage.context.stage {
        None => Verdict::NotChecked,
        Some(Stage::Final) => Verdict::Absent(Vec::new()),
        Some(_) => Verdict::Fine,
    }
}

/// Transport in other than the exact wording.
pub(super) fn transport_wording(passage: &Passage) -> Verdict {
    transport(passage, ClauseState::Differs)
}

/// A slot of the transport clause filled in two ways, or not.
pub(super) fn transport_slots(passage: &Passage) -> Verdict {
    transport(passage, ClauseState::Slots)
}

/// A finding about the first mention of transport where the text has its clause in this state. A draft names
/// no placement, so that its clause cannot be filled in.
fn transport(passage: &Passage, state: ClauseState) -> Verdict {
    let text = &passage.text;
    let mention = text.statements.find(|statement| statement.says(Meaning::Transport));
    let (Some(mention), Some(clause)) = (mention, &passage.lexicon.transport) else {
        return Verdict::Fine;
    };
    let is_draft = passage.context.stage == Some(Stage::Draft);
    if is_draft || compare(clause, text) != state {
        return Verdict::Fine;
    }
    Verdict::Finding(mention)
}
