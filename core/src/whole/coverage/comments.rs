//! What became of advice, as comments for the Word files of the plan and of the advice.

use super::bearing::section_of;
use super::document::{AdviceConflict, CarriedStatement, Coverage, CoverageStatus, PlanWords};
use crate::document::map::TextMap;
use crate::document::{Bounded, FreeText, MOST_TEXT};
use crate::law::PlanSection;
use crate::plan::{AdviceDocument, AdviceKind, NewComment, PlanDocument, RunPlace, TextPlace};
use crate::text::fill::fill;
use crate::whole::comments::{bears_on, first, first_unit, heading};

/// The most statements that one comment lists.
const MOST_LISTED: usize = 50;

const WEAKER: &str = "The plan says less here than {author} advises: “{text}”";
const MOVED: &str = "{author} advises this, for a section of another kind: “{text}”";
const NOT_FOUND: &str = "Not found in the plan, and would stand in Section {section}:";
const ADVISED: &str = "{author} advises: “{text}”";
const PAIRED: &str = "Paired by: {words}.";
const CARRIED_BY: &str = "Section {section}: “{text}”";
const CLOSEST: &str = "The closest statement of the plan is in Section {section}: “{text}”";
const LESS_IN_PLAN: &str = "The plan says less than this advice.";
const MOVED_IN_PLAN: &str = "The plan has this in a section of another kind.";
const NOT_IN_PLAN: &str = "No statement of the plan was found that carries this.";

/// Comments for the Word file of the plan: at the statements that say less than was advised, stand in another section
/// or have no source; where advice differs; and at the heading of each section, what of the advice was not found.
///
/// What has no place in the text stands at the heading of its section, or at the first line.
#[must_use]
pub fn coverage_comments(coverage: &Coverage, plan: &PlanDocument) -> Vec<NewComment> {
    let file = File { plan, coverage, bearing: bearing(coverage) };
    let mut comments = Vec::new();
    for (number, advice) in coverage.advices.iter().enumerate() {
        for (at, one) in advice.statements.iter().enumerate() {
            let template = match one.status {
                CoverageStatus::Weaker => WEAKER,
                CoverageStatus::Moved => MOVED,
                CoverageStatus::NotFound | CoverageStatus::Whole => continue,
            };
            let said = [("author", &*author(coverage, number)), ("text", &*one.text)];
            let mut paragraphs = vec![said_with(template, said)];
            paragraphs.extend(why(one));
            let of = [format!("/advices/{number}/statements/{at}")];
            comments.extend(file.comment(one.plan.first(), section_of(one), paragraphs, &of));
        }
    }
    for section in PlanSection::ALL {
        comments.extend(file.not_found(*section));
    }
    for (at, one) in coverage.unsourced.iter().enumerate() {
        let of = [format!("/unsourced/{at}")];
        let paragraphs = vec![one.message.clone()];
        comments.extend(file.comment(Some(&one.plan), one.plan.section, paragraphs, &of));
    }
    for (at, conflict) in coverage.conflicts.iter().enumerate() {
        let of = [format!("/conflicts/{at}")];
        let section = AdviceKind::of_part(conflict.one.place.part).section();
        let place = conflict.resolved_by.as_ref();
        comments.extend(file.comment(place, section, differ(coverage, conflict), &of));
    }
    for (at, fault) in coverage.listed.iter().enumerate() {
        let of = [format!("/listed/{at}")];
        let paragraphs = vec![fault.message.clone()];
        comments.extend(file.comment(fault.entry.as_ref(), PlanSection::K, paragraphs, &of));
    }
    comments
}

/// Comments for the Word file of one piece of advice, by its number among those given: at each statement that the plan
/// does not carry whole, and at each on which other advice differs.
#[must_use]
pub fn advice_coverage_comments(
    coverage: &Coverage,
    number: usize,
    advice: &AdviceDocument,
) -> Vec<NewComment> {
    let plan = advice.as_plan();
    let mut comments = Vec::new();
    let mut add = |place: TextPlace, mut paragraphs: Vec<String>| {
        paragraphs.push(coverage.standing.to_owned());
        comments.extend(plan.run_place(&place).map(|place| comment(place, &paragraphs)));
    };
    let Some(of) = coverage.advices.get(number) else { return comments };
    for one in &of.statements {
        let first = match one.status {
            CoverageStatus::Weaker => LESS_IN_PLAN,
            CoverageStatus::Moved => MOVED_IN_PLAN,
            CoverageStatus::NotFound => NOT_IN_PLAN,
            CoverageStatus::Whole => continue,
        };
        let mut paragraphs = vec![first.to_owned()];
        paragraphs.extend(one.plan.iter().map(|words| quoted(CARRIED_BY, words)));
        paragraphs.extend(one.closest.iter().map(|words| quoted(CLOSEST, words)));
        paragraphs.extend(why(one));
        add(one.place, paragraphs);
    }
    for conflict in &coverage.conflicts {
        for words in [&conflict.one, &conflict.other] {
            if words.advice == number {
                add(words.place, differ(coverage, conflict));
            }
        }
    }
    comments
}

/// The Word file of a plan, with what is said in it.
struct File<'c> {
    plan: &'c PlanDocument,
    coverage: &'c Coverage,
    /// The descriptors on which something bears that was found, by its pointer.
    bearing: TextMap<Vec<&'c str>>,
}

impl File<'_> {
    /// A comment at words of the plan, or at the heading of a section; `of` has what it is about, as pointers.
    fn comment(
        &self,
        words: Option<&PlanWords>,
        section: PlanSection,
        mut paragraphs: Vec<String>,
        of: &[String],
    ) -> Option<NewComment> {
        let place = words.and_then(|words| self.plan.run_place(&words.place));
        let line = || heading(self.plan, Some(section)).or_else(|| first(self.plan));
        let place = place.or_else(|| Some(first_unit(line()?)))?;
        let mut descriptors: Vec<&str> = Vec::new();
        for descriptor in of.iter().filter_map(|of| self.bearing.get(of)).flatten() {
            if !descriptors.contains(descriptor) {
                descriptors.push(descriptor);
            }
        }
        paragraphs.extend(bears_on(&descriptors));
        paragraphs.push(self.coverage.standing.to_owned());
        Some(comment(place, &paragraphs))
    }

    /// What of all advice was not found and would stand in a section.
    fn not_found(&self, section: PlanSection) -> Vec<NewComment> {
        let mut listed = Vec::new();
        for (number, advice) in self.coverage.advices.iter().enumerate() {
            for (at, one) in advice.statements.iter().enumerate() {
                if one.status == CoverageStatus::NotFound && section_of(one) == section {
                    let said = [("author", &*author(self.coverage, number)), ("text", &*one.text)];
                    let of = format!("/advices/{number}/statements/{at}");
                    listed.push((said_with(ADVISED, said), of));
                }
            }
        }
        let comments = listed.chunks(MOST_LISTED).filter_map(|listed| {
            let (said, of): (Vec<String>, Vec<String>) = listed.iter().cloned().unzip();
            let mut paragraphs = vec![fill(NOT_FOUND, &[("section", &section.word())])];
            paragraphs.extend(said);
            self.comment(None, section, paragraphs, &of)
        });
        comments.collect()
    }
}

/// The descriptors on which each thing bears that was found.
fn bearing(coverage: &Coverage) -> TextMap<Vec<&str>> {
    let mut bearing: TextMap<Vec<&str>> = TextMap::default();
    for of in &coverage.descriptors {
        for pointer in of.against.iter().chain(&of.speaks_for) {
            bearing.or_insert_with(pointer, Vec::new).push(&of.descriptor);
        }
    }
    bearing
}

/// Why a statement is paired, and what is less or more.
fn why(one: &CarriedStatement) -> Vec<String> {
    let mut why: Vec<String> = one.reasons.iter().map(|reason| reason.message.clone()).collect();
    if !one.shared.is_empty() {
        why.push(fill(PAIRED, &[("words", &one.shared.join(", "))]));
    }
    why
}

fn differ(coverage: &Coverage, conflict: &AdviceConflict) -> Vec<String> {
    let said = [&conflict.one, &conflict.other].map(|words| {
        said_with(ADVISED, [("author", &*author(coverage, words.advice)), ("text", &*words.text)])
    });
    let mut paragraphs = vec![conflict.message.clone()];
    paragraphs.extend(said);
    paragraphs
}

/// Who gives a piece of advice, at the beginning of a sentence.
fn author(coverage: &Coverage, number: usize) -> String {
    let advice = coverage.advices.get(number);
    let of = [advice.and_then(|of| of.author.as_ref()), advice.and_then(|of| of.role.as_ref())];
    let of: Vec<&str> = of.into_iter().flatten().map(String::as_str).collect();
    if of.is_empty() { format!("Advice {}", number + 1) } else { of.join(", ") }
}

fn quoted(template: &str, words: &PlanWords) -> String {
    said_with(template, [("section", words.section.word()), ("text", &words.text)])
}

fn said_with(template: &str, [one, other]: [(&str, &str); 2]) -> String {
    fill(template, &[(one.0, &one.1), (other.0, &shown(other.1))])
}

/// A row as it is quoted: its cells are parted by tabs.
fn shown(text: &str) -> String {
    text.replace('\t', " | ")
}

fn comment((from, to): (RunPlace, RunPlace), paragraphs: &[String]) -> NewComment {
    let paragraphs = paragraphs.iter().map(|text| FreeText::cut(text, MOST_TEXT)).collect();
    NewComment { from, to, paragraphs: Bounded(paragraphs), author: None }
}
