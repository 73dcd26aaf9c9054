//! Drafts a form from a review and from the check of the plan.

use super::draft::{MOST_QUOTE, feedback_from, is_worth_a_comment, place_of, with_reason};
use super::feedback::{Comment, Feedback, FeedbackSection, MOST_COMMENTS};
use crate::document::{FreeText, MOST_TEXT, Problem};
use crate::plan::PlanDocument;
use crate::review::Review;
use crate::whole::{PlanCheck, PlanFinding};

/// Drafts a form, for a person to edit: that of the review, with a comment for each finding of severity warning or
/// error in the section that it is about. What is about no section stands under the last section of the form.
///
/// # Errors
/// The framework has no such form.
pub fn feedback_from_plan(
    review: &Review,
    plan: &PlanDocument,
    check: &PlanCheck,
) -> Result<Feedback, Vec<Problem>> {
    let mut drafted = feedback_from(review, &[])?;
    let form = review.framework().feedback_form().unwrap_or_default();
    let mut comments: Vec<Vec<Comment>> = form.sections.iter().map(|_| Vec::new()).collect();
    for finding in check.findings.iter().filter(|finding| is_worth_a_comment(finding.severity)) {
        let of_section = finding.section.and_then(|section| place_of(&form, section.word()));
        let number = of_section.or_else(|| comments.len().checked_sub(1));
        if let Some(of) = number.and_then(|number| comments.get_mut(number)) {
            of.push(comment(plan, finding));
        }
    }
    let mut known = std::mem::take(&mut drafted.sections);
    let mut room = MOST_COMMENTS;
    let mut left_out = drafted.left_out.unwrap_or(0) as usize;
    for (entry, mut comments) in form.sections.iter().zip(comments) {
        let place = known.iter().position(|section| section.id == entry.id);
        let mut section = place.map_or_else(
            || FeedbackSection { id: entry.id.clone(), texts: Vec::new(), comments: Vec::new() },
            |place| known.remove(place),
        );
        comments.append(&mut section.comments);
        left_out += comments.len().saturating_sub(room);
        comments.truncate(room);
        room -= comments.len();
        section.comments = comments;
        if !section.texts.is_empty() || !section.comments.is_empty() {
            drafted.sections.push(section);
        }
    }
    drafted.left_out = u32::try_from(left_out).ok().filter(|count| *count > 0);
    Ok(drafted)
}

fn comment(plan: &PlanDocument, finding: &PlanFinding) -> Comment {
    let quote = finding.place.and_then(|place| plan.words_at(&place)).unwrap_or_default();
    let suggestion = finding.rewrite.as_deref().unwrap_or(finding.instead);
    let mut note = finding.message.clone();
    with_reason(&mut note, finding.learned.as_ref().map(|learned| &learned.reason));
    Comment {
        quote: (!quote.is_empty()).then(|| FreeText::cut(quote, MOST_QUOTE)),
        span: None,
        kept: None,
        action: finding.action,
        note: FreeText::cut(&note, MOST_TEXT),
        suggestion: Some(FreeText::cut(suggestion, MOST_TEXT)),
        rule: Some(FreeText::cut(finding.rule, MOST_TEXT)),
        fingerprint: Some(FreeText::cut(&finding.fingerprint, MOST_TEXT)),
    }
}
