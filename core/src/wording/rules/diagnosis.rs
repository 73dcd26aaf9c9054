//! Where the impact of a diagnosis is described.

use crate::wording::check::Verdict;
use crate::wording::meaning::Meaning;
use crate::wording::number::StatementNumber;
use crate::wording::passage::Passage;

/// A diagnosis whose paragraph does not refer to where its impact is described.
pub(super) fn diagnosis_without_impact(passage: &Passage, number: StatementNumber) -> Verdict {
    let statement = &passage.text.statements[number];
    let is_fine = !statement.says(Meaning::Diagnosis)
        || statement.is_speech
        || statement.is_heading
        || statement.means_to_paragraph_end.has(Meaning::ImpactReference);
    if is_fine { Verdict::Fine } else { Verdict::Finding(number) }
}
