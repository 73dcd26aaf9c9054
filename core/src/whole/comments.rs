//! Findings as comments for the Word file of the plan, at the words that they are about.

use std::fmt::Display;

use super::finding::{PlanCheck, PlanFinding};
use super::messages;
use crate::document::map::NumberMap;
use crate::document::{Bounded, FreeText, MOST_TEXT};
use crate::framework::{Framework, PrintedForm};
use crate::law::{Citation, PlanSection};
use crate::plan::{NewComment, PlanDocument, RunPlace, Utf16Place};

/// The most parts of a finding that a comment says.
const MOST_PARTS: usize = 50;

/// A comment for each finding, in their order: what it is, why it matters, what a learned
/// judgement rests on, what to put instead, where it is written,
/// the descriptors that it bears on, and the line of the feedback form's colour key.
///
/// A finding without a place in the text has its comment at the heading of its section; one about the plan, at its
/// first line. A plan without any line has no comments.
#[must_use]
pub fn comments(check: &PlanCheck, plan: &PlanDocument, framework: &Framework) -> Vec<NewComment> {
    let form = framework.feedback_form().unwrap_or_default();
    let mut bearing: NumberMap<Vec<&str>> = NumberMap::default();
    for of in &check.descriptors {
        for number in &of.against {
            bearing.entry(&u128::from(*number)).push(of.descriptor);
        }
    }
    let comment = |finding: &PlanFinding| {
        let (from, to) = place(plan, finding)?;
        let descriptors =
            bearing.get(&u128::from(finding.id)).map(Vec::as_slice).unwrap_or_default();
        let paragraphs = paragraphs(finding, plan, framework, descriptors);
        let standing = [check.standing.to_owned()];
        let of_form = key(&form, finding);
        let paragraphs = paragraphs.iter().chain(&of_form).chain(&standing);
        let paragraphs = paragraphs.map(|text| FreeText::cut(text, MOST_TEXT)).collect();
        Some(NewComment { from, to, paragraphs: Bounded(paragraphs), author: None })
    };
    check.findings.iter().filter_map(comment).collect()
}

/// What a comment says, but for the line of the colour key and what every finding is.
fn paragraphs(
    finding: &PlanFinding,
    plan: &PlanDocument,
    framework: &Framework,
    descriptors: &[&str],
) -> Vec<String> {
    let say = |message, parts: &[(&str, &dyn Display)]| framework.catalogue().say(message, parts);
    let mut paragraphs = vec![finding.message.clone()];
    // One part alone says what the finding does.
    if finding.parts.len() > 1 {
        for part in finding.parts.iter().take(MOST_PARTS) {
            let words = plan.words_at(&part.place).unwrap_or_default();
            let parts: [(&str, &dyn Display); 2] = [("words", &words), ("message", &part.message)];
            paragraphs.push(say(&messages::PLAN_COMMENT_PART, &parts));
        }
    }
    paragraphs.push(say(&messages::PLAN_COMMENT_WHY, &[("why", &finding.why)]));
    paragraphs.extend(finding.learned.iter().map(|learned| learned.reason.clone()));
    paragraphs.push(say(&messages::PLAN_COMMENT_INSTEAD, &[("instead", &finding.instead)]));
    paragraphs.extend(rewritten(framework, finding.rewrite.as_ref()));
    paragraphs.extend(written(framework, finding.cites));
    paragraphs.extend(bears_on(framework, descriptors));
    paragraphs
}

/// What a finding proposes to write, as a sentence.
pub(super) fn rewritten(framework: &Framework, rewrite: Option<&String>) -> Option<String> {
    let say =
        |text| framework.catalogue().say(&messages::PLAN_COMMENT_REWRITE, &[("rewrite", text)]);
    rewrite.map(|text| say(text))
}

/// Where it is written, as a sentence; none where it is written nowhere.
pub(super) fn written(framework: &Framework, cites: &[Citation]) -> Option<String> {
    let places: Vec<&str> = cites.iter().map(|cite| cite.place.as_str()).collect();
    let listed = || places.join("; ");
    let say =
        || framework.catalogue().say(&messages::PLAN_COMMENT_AUTHORITY, &[("places", &listed())]);
    (!places.is_empty()).then(say)
}

/// The descriptors on which something bears, as a sentence; none where there are none.
pub(super) fn bears_on(framework: &Framework, descriptors: &[&str]) -> Option<String> {
    let listed = descriptors.join(", ");
    let message = &messages::PLAN_COMMENT_DESCRIPTORS;
    let say = || framework.catalogue().say(message, &[("descriptors", &listed)]);
    (!descriptors.is_empty()).then(say)
}

/// The line of the form's colour key for what a finding asks for.
fn key(form: &PrintedForm, finding: &PlanFinding) -> Option<String> {
    let key = form.key.iter().find(|key| key.action == finding.action);
    key.map(|key| key.printed.clone())
}

/// Where the comment on a finding stands: its first unit, and the place behind its last.
fn place(plan: &PlanDocument, finding: &PlanFinding) -> Option<(RunPlace, RunPlace)> {
    let found = finding.place.and_then(|place| plan.run_place(&place));
    found.or_else(|| Some(first_unit(heading(plan, finding.section).or_else(|| first(plan))?)))
}

/// The heading of a section.
pub(super) fn heading(plan: &PlanDocument, section: Option<PlanSection>) -> Option<&RunPlace> {
    let section = section?;
    let part = plan.parts.iter().find(|part| part.sections.contains(&section))?;
    Some(&part.heading.place)
}

/// The first line of the plan.
pub(super) fn first(plan: &PlanDocument) -> Option<&RunPlace> {
    let furniture = plan.furniture.iter().flat_map(|block| block.runs.iter());
    let headings = plan.parts.iter().map(|part| &part.heading.place);
    furniture.chain(headings).min_by_key(|place| (place.file, place.paragraph, place.run))
}

/// A place and the one behind its first unit.
pub(super) fn first_unit(place: &RunPlace) -> (RunPlace, RunPlace) {
    let behind = |place: Utf16Place| Utf16Place(place.0.saturating_add(1));
    let to = RunPlace { at: behind(place.at), offset: behind(place.offset), ..place.clone() };
    (place.clone(), to)
}
