//! What was found in a piece of advice, as comments for its Word file.

use super::finding::{AdviceCheck, AdviceFinding};
use crate::document::{Bounded, FreeText, MOST_TEXT};
use crate::framework::Framework;
use crate::plan::{AdviceDocument, NewComment, PlanDocument, RunPlace, TextPlace};
use crate::whole::comments::{first_unit, rewritten, written};
use crate::whole::messages;

/// A comment for each finding, at its words. One that is about no words stands at the first line.
#[must_use]
pub fn advice_comments(
    check: &AdviceCheck,
    advice: &AdviceDocument,
    framework: &Framework,
) -> Vec<NewComment> {
    let catalogue = framework.catalogue();
    let plan = advice.as_plan();
    let first = first(&plan);
    let comment = |finding: &AdviceFinding| {
        let at = |place: TextPlace| plan.run_place(&place);
        let (from, to) = finding.place.and_then(at).or_else(|| first.clone())?;
        let mut paragraphs = vec![
            finding.message.to_owned(),
            catalogue.say(&messages::PLAN_COMMENT_WHY, &[("why", &finding.why)]),
            catalogue.say(&messages::PLAN_COMMENT_INSTEAD, &[("instead", &finding.instead)]),
        ];
        paragraphs.extend(rewritten(framework, finding.rewrite.as_ref()));
        paragraphs.extend(written(framework, finding.cites));
        paragraphs.push(check.standing.to_owned());
        let paragraphs = paragraphs.iter().map(|text| FreeText::cut(text, MOST_TEXT)).collect();
        Some(NewComment { from, to, paragraphs: Bounded(paragraphs), author: None })
    };
    check.findings.iter().filter_map(comment).collect()
}

/// The first unit of the file, and the place behind it.
fn first(plan: &PlanDocument) -> Option<(RunPlace, RunPlace)> {
    let blocks = plan.parts.iter().flat_map(|part| part.blocks.iter());
    let runs = blocks.flat_map(|block| block.runs.iter());
    let place = runs.min_by_key(|place| (place.file, place.paragraph, place.run))?;
    Some(first_unit(place))
}
