//! Drafts a form from a review and from what was found in the text of its sections.

use super::feedback::{Comment, CommentSpan, Feedback, FeedbackSection, MOST_COMMENTS, PlanType};
use crate::document::{FreeText, MOST_TEXT, Problem};
use crate::framework::{CommentAction, FEEDBACK_FORM, PrintedForm, Severity, Stage, no_part};
use crate::review::{Answer, AnswerStanding, Review, TextField};
use crate::text::fill::fill;
use crate::text::order::sort;
use crate::wording::{Lint, Span, Utf16, WordingFinding};

/// The most words that a drafted comment quotes, in characters.
pub const MOST_QUOTE: usize = 200;

/// The form's section for what a review says of the plan, and not of one of its sections.
const ADDITIONAL_COMMENTS: &str = "additional_comments";

/// The text of a section, and what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct SectionText<'a> {
    /// The id of a section of the form; or of the plan, which stands for the first of the form's
    /// sections about it.
    pub section: &'a str,
    /// The text.
    pub text: &'a str,
    /// What was found in it.
    pub lint: &'a Lint<'a, Utf16>,
}

/// Drafts a form, for a person to edit.
///
/// The rating is the score that the review records, and never a suggestion. Each section has the review's
/// strengths, improvements and rationale, in this order; a comment for each statement with a finding and for each
/// absence, of severity warning or error; and one for each descriptor answered no. What the review says of the plan,
/// and not of one of its sections, stands under the additional comments.
///
/// # Errors
/// The framework has no such form.
pub fn feedback_from(review: &Review, found: &[SectionText]) -> Result<Feedback, Vec<Problem>> {
    let framework = review.framework();
    let form = &framework.feedback_form().ok_or_else(|| no_part(FEEDBACK_FORM))?;
    let mut left_out = 0_usize;
    let mut room = MOST_COMMENTS;
    let mut sections = Vec::new();
    for (number, entry) in form.sections.iter().enumerate() {
        let mut section =
            FeedbackSection { id: entry.id.clone(), texts: Vec::new(), comments: Vec::new() };
        for found in found {
            if place_of(form, found.section) == Some(number) {
                wording_comments(found, &mut section.comments);
            }
        }
        // Several sections of the form can be about one of the plan: the first has its texts.
        let of_plan = match &entry.section {
            Some(id) => Some(id.as_str()).filter(|id| first_about(form, id) == Some(number)),
            None => Some(framework.overall_id()).filter(|_| entry.id == ADDITIONAL_COMMENTS),
        };
        if let Some(of_plan) = of_plan.and_then(|id| framework.section_number(id)) {
            for field in TextField::ALL {
                let text = review.text(of_plan, *field).unwrap_or_default();
                if !text.trim().is_empty() {
                    section.texts.push(FreeText(text.to_owned()));
                }
            }
            descriptor_comments(review, of_plan, &mut section.comments);
        }
        left_out += section.comments.len().saturating_sub(room);
        section.comments.truncate(room);
        room -= section.comments.len();
        if !section.texts.is_empty() || !section.comments.is_empty() {
            sections.push(section);
        }
    }
    Ok(Feedback {
        framework: framework.id().to_owned(),
        name: None,
        synergy: None,
        type_of_plan: match review.context().stage() {
            Some(Stage::Draft) => Some(PlanType::Draft),
            Some(Stage::ProposedAmended) => Some(PlanType::ProposedAmended),
            Some(Stage::Final) | None => None,
        },
        casework_officer: None,
        casework_officer_date: None,
        moderating_officer: None,
        moderating_officer_date: None,
        rating: review.plan_score().map(Into::into),
        level_of_resource_case_officer: None,
        suggested_funding_level: None,
        timescales: None,
        statutory_timescales_met: None,
        level_of_resource_senior_case_officer: None,
        main_need: None,
        case_officer_comments: None,
        sections,
        left_out: u32::try_from(left_out).ok().filter(|count| *count > 0),
    })
}

/// The number of the form's section that a text belongs to.
pub(super) fn place_of(form: &PrintedForm, section: &str) -> Option<usize> {
    let named = form.sections.iter().position(|entry| entry.id == section);
    named.or_else(|| first_about(form, section))
}

/// The first of the form's sections about a section of the plan.
fn first_about(form: &PrintedForm, section: &str) -> Option<usize> {
    form.sections.iter().position(|entry| entry.section.as_deref() == Some(section))
}

/// The comments on the wording of a section.
#[cfg_attr(target_family = "wasm", inline(never))]
fn wording_comments(found: &SectionText, comments: &mut Vec<Comment>) {
    let lint = found.lint;
    let worth = lint.findings.iter().filter(|finding| is_worth_a_comment(finding.severity));
    let leading: Vec<_> = worth.filter_map(|of| Some((of, of.leading()?))).collect();
    let places = Places::of(found.text, leading.iter().map(|(_, leading)| leading.span));
    for (finding, leading) in leading {
        let quote = places.words(found.text, leading.span);
        let serious = finding.parts.iter().filter(|part| is_worth_a_comment(part.severity));
        let (mut note, instead) = sentences(serious);
        with_reason(&mut note, finding.learned.as_ref().map(|learned| &learned.reason));
        let suggestion = finding.rewrite.as_deref().unwrap_or(&instead);
        comments.push(Comment {
            quote: (!quote.is_empty()).then(|| FreeText::cut(quote, MOST_QUOTE)),
            span: Some(CommentSpan { start: leading.span.start, end: leading.span.end }),
            action: leading.action,
            note: FreeText::cut(&note, MOST_TEXT),
            suggestion: Some(FreeText::cut(suggestion, MOST_TEXT)),
            rule: Some(FreeText::cut(leading.rule, MOST_TEXT)),
            fingerprint: Some(FreeText::cut(&finding.fingerprint, MOST_TEXT)),
            kept: None,
        });
    }
    for absence in lint.absent.iter().filter(|absence| is_worth_a_comment(absence.severity)) {
        comments.push(Comment {
            quote: None,
            span: None,
            action: absence.action,
            note: FreeText::cut(absence.message, MOST_TEXT),
            suggestion: Some(FreeText::cut(absence.instead, MOST_TEXT)),
            rule: Some(FreeText::cut(absence.rule, MOST_TEXT)),
            fingerprint: Some(FreeText::cut(&absence.fingerprint, MOST_TEXT)),
            kept: None,
        });
    }
}

/// Adds why a learned judgement reports a statement.
pub(super) fn with_reason(note: &mut String, reason: Option<&String>) {
    if let Some(reason) = reason {
        note.push(' ');
        note.push_str(reason);
    }
}

/// What parts say, and what to put instead: each sentence once.
fn sentences<'a>(parts: impl Iterator<Item = &'a WordingFinding<'a, Utf16>>) -> (String, String) {
    let (mut messages, mut instead) = (Vec::new(), Vec::new());
    for part in parts {
        for (sentences, sentence) in [(&mut messages, part.message), (&mut instead, part.instead)] {
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    (messages.join(" "), instead.join(" "))
}

/// The comments on the descriptors of a section that are answered no or as met in part.
fn descriptor_comments(review: &Review, section: usize, comments: &mut Vec<Comment>) {
    let framework = review.framework();
    for (number, (id, of)) in framework.descriptor_ids().enumerate() {
        let standing = review.answer(number).map(Answer::standing);
        let template = match standing {
            Some(AnswerStanding::NotMet) => "Descriptor {id} is answered no: {text}",
            Some(AnswerStanding::PartlyMet) => "Descriptor {id} is met in part: {text}",
            Some(AnswerStanding::Met | AnswerStanding::Excluded) | None => continue,
        };
        if of != section {
            continue;
        }
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("id", &id), ("text", &framework.descriptor_text(id))];
        let note = fill(template, &parts);
        comments.push(Comment {
            quote: None,
            span: None,
            action: CommentAction::Suggest,
            note: FreeText::cut(&note, MOST_TEXT),
            suggestion: None,
            rule: None,
            fingerprint: None,
            kept: None,
        });
    }
}

/// Whether a finding of this severity becomes a comment.
pub(super) fn is_worth_a_comment(severity: Severity) -> bool {
    matches!(severity, Severity::Error | Severity::Warning)
}

/// Places in a text, in UTF-16 code units, each with the same place in bytes.
struct Places(Vec<(u64, usize)>);

impl Places {
    /// Converts the ends of spans in one pass over the text.
    fn of(text: &str, spans: impl Iterator<Item = Span<Utf16>>) -> Self {
        let places = spans.flat_map(|span| [span.start, span.end]);
        let mut places: Vec<u64> = places.map(u64::from).collect();
        sort(&mut places);
        let mut chars = text.chars();
        let (mut units, mut bytes) = (0, 0);
        let convert = |place: u64| {
            while units < place
                && let Some(c) = chars.next()
            {
                units += u64::from(c > '\u{ffff}') + 1;
                bytes += c.len_utf8();
            }
            (place, bytes)
        };
        Self(places.into_iter().map(convert).collect())
    }

    /// The words that stand at a place.
    fn words<'t>(&self, text: &'t str, span: Span<Utf16>) -> &'t str {
        let byte = |place: u32| {
            let place = u64::from(place);
            let found = self.0.binary_search_by_key(&place, |(known, _)| *known).ok();
            found.and_then(|number| self.0.get(number)).map_or(0, |(_, byte)| *byte)
        };
        text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }
}
