//! Where the impact of a diagnosis is described.

use crate::document::table::Number;
use crate::wording::check::Verdict;
use crate::wording::meaning::Meaning;
use crate::wording::number::{StatementNumber, next};
use crate::wording::passage::Passage;
use crate::wording::statement::Statement;
use crate::wording::token::Break;

/// A diagnosis whose paragraph does not refer to where its impact is described.
pub(super) fn diagnosis_without_impact(passage: &Passage, number: StatementNumber) -> Verdict {
    let text = &passage.text;
    let statement = &text.statements[number];
    if !statement.says(Meaning::Diagnosis) || statement.is_speech || statement.is_heading {
        return Verdict::Fine;
    }
    let end = StatementNumber::at(text.statements.len());
    let is_in_paragraph =
        |behind: &&Statement| text.tokens[behind.tokens.start].break_before < Break::Paragraph;
    let mut behind = text.statements[next(number)..end].iter().take_while(is_in_paragraph);
    let refers = |statement: &Statement| statement.says(Meaning::ImpactReference);
    if refers(statement) || behind.any(refers) { Verdict::Fine } else { Verdict::Finding(number) }
}
