//! Files and texts as plans.

use super::advice::{AdviceDocument, AdviceSentence};
use super::document::{PlanDocument, SectionChoice};
use super::docx::read_docx;
use super::html;
use super::markdown;
use super::plain::read_plain;
use super::problem::PlanProblem;
use super::section::{advice_sentences, divide, divide_advice};

/// Reads a Word file (`.docx`) as a plan. What a person says of a line stands over what is recognised.
///
/// # Errors
/// Why the file cannot be read, in one sentence.
pub fn read_word(bytes: &[u8], choices: &[SectionChoice]) -> Result<PlanDocument, PlanProblem> {
    Ok(divide(&read_docx(bytes)?, choices))
}

/// Reads plain text as a plan: a line is a paragraph, and tabs part the cells of a row.
///
/// ```
/// use ehcp_qa_core::law::PlanSection;
/// use ehcp_qa_core::plan::read_text;
///
/// let text = "Section B: Special educational needs\nReading is hard for Sam.";
/// let plan = read_text(text, &[]).unwrap();
/// assert_eq!(plan.text(PlanSection::B), "Reading is hard for Sam.");
/// assert_eq!(plan.doubts[0].why, "No heading of Section A was found.");
/// ```
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_text(text: &str, choices: &[SectionChoice]) -> Result<PlanDocument, PlanProblem> {
    Ok(divide(&read_plain(text)?, choices))
}

/// Reads Markdown as a plan.
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_markdown(text: &str, choices: &[SectionChoice]) -> Result<PlanDocument, PlanProblem> {
    Ok(divide(&markdown::read_markdown(text)?, choices))
}

/// Reads HTML as a plan, as a clipboard has it when a part of a plan is copied in a word processor or a page.
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_html(html: &str, choices: &[SectionChoice]) -> Result<PlanDocument, PlanProblem> {
    Ok(divide(&html::read_html(html)?, choices))
}

/// Reads a Word file (`.docx`) as a piece of advice: its parts by the words of their headings.
///
/// # Errors
/// Why the file cannot be read, in one sentence.
pub fn read_advice_word(bytes: &[u8]) -> Result<AdviceDocument, PlanProblem> {
    Ok(divide_advice(&read_docx(bytes)?))
}

/// Reads plain text as a piece of advice.
///
/// ```
/// use ehcp_qa_core::plan::read_advice_text;
///
/// let text = "Needs\nReading is hard for Sam.\nWhat I recommend\nA tutor, one hour a week.";
/// let advice = read_advice_text(text).unwrap();
/// assert_eq!(advice.needs[0].text, "Reading is hard for Sam.");
/// assert_eq!(advice.provision[0].text, "A tutor, one hour a week.");
/// ```
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_advice_text(text: &str) -> Result<AdviceDocument, PlanProblem> {
    Ok(divide_advice(&read_plain(text)?))
}

/// Reads Markdown as a piece of advice.
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_advice_markdown(text: &str) -> Result<AdviceDocument, PlanProblem> {
    Ok(divide_advice(&markdown::read_markdown(text)?))
}

/// The sentences of a piece of advice in Markdown, for a training.
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn advice_sentences_markdown(text: &str) -> Result<Vec<AdviceSentence>, PlanProblem> {
    Ok(advice_sentences(&markdown::read_markdown(text)?))
}

/// Reads HTML as a piece of advice.
///
/// # Errors
/// Why the text cannot be read, in one sentence.
pub fn read_advice_html(html: &str) -> Result<AdviceDocument, PlanProblem> {
    Ok(divide_advice(&html::read_html(html)?))
}
