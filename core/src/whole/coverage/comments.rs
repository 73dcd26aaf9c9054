//! What became of advice, as comments for the Word files of the plan and of the advice.

use super::bearing::section_of;
use super::document::{AdviceConflict, CarriedStatement, Coverage, CoverageStatus, PlanWords};
use crate::document::map::TextMap;
use crate::document::message::{Catalogue, Message};
use crate::document::{Bounded, FreeText, MOST_TEXT};
use crate::framework::Framework;
use crate::law::PlanSection;
use crate::plan::{AdviceDocument, AdviceKind, NewComment, PlanDocument, RunPlace, TextPlace};
use crate::whole::comments::{bears_on, first, first_unit, heading};
use crate::whole::messages;

/// The most statements that one comment lists.
const MOST_LISTED: usize = 50;

/// Comments for the Word file of the plan: at the statements that say less than was advised, stand in another section
/// or have no source; where advice differs; and at the heading of each section, what of the advice was not found.
///
/// What has no place in the text stands at the heading of its section, or at the first line.
#[must_use]
pub fn coverage_comments(
    coverage: &Coverage,
    plan: &PlanDocument,
    framework: &Framework,
) -> Vec<NewComment> {
    let said = Said { coverage, catalogue: framework.catalogue() };
    let file = File { plan, framework, said, bearing: bearing(coverage) };
    let mut comments = Vec::new();
    for (number, advice) in coverage.advices.iter().enumerate() {
        for (at, one) in advice.statements.iter().enumerate() {
            let message = match one.status {
                CoverageStatus::Weaker => &messages::PLAN_COVERAGE_WEAKER,
                CoverageStatus::Moved => &messages::PLAN_COVERAGE_MOVED,
                CoverageStatus::NotFound | CoverageStatus::Whole => continue,
            };
            let mut paragraphs = vec![said.by(message, number, &one.text)];
            paragraphs.extend(said.why(one));
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
        comments.extend(file.comment(place, section, said.differ(conflict), &of));
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
    framework: &Framework,
) -> Vec<NewComment> {
    let catalogue = framework.catalogue();
    let said = Said { coverage, catalogue };
    let plan = advice.as_plan();
    let mut comments = Vec::new();
    let mut add = |place: TextPlace, mut paragraphs: Vec<String>| {
        paragraphs.push(coverage.standing.clone());
        comments.extend(plan.run_place(&place).map(|place| comment(place, &paragraphs)));
    };
    let Some(of) = coverage.advices.get(number) else { return comments };
    for one in &of.statements {
        let first = match one.status {
            CoverageStatus::Weaker => &messages::PLAN_COVERAGE_LESS_IN_PLAN,
            CoverageStatus::Moved => &messages::PLAN_COVERAGE_MOVED_IN_PLAN,
            CoverageStatus::NotFound => &messages::PLAN_COVERAGE_NOT_IN_PLAN,
            CoverageStatus::Whole => continue,
        };
        let mut paragraphs = vec![catalogue.template(first, None).to_owned()];
        let quoted = |message, words: &PlanWords| {
            let (section, text) = (words.section.word(), shown(&words.text));
            catalogue.say(message, &[("section", &section), ("text", &text)])
        };
        let carried = &messages::PLAN_COVERAGE_CARRIED_BY;
        paragraphs.extend(one.plan.iter().map(|words| quoted(carried, words)));
        let closest = &messages::PLAN_COVERAGE_CLOSEST;
        paragraphs.extend(one.closest.iter().map(|words| quoted(closest, words)));
        paragraphs.extend(said.why(one));
        add(one.place, paragraphs);
    }
    for conflict in &coverage.conflicts {
        for words in [&conflict.one, &conflict.other] {
            if words.advice == number {
                add(words.place, said.differ(conflict));
            }
        }
    }
    comments
}

/// The Word file of a plan, with what is said in it.
struct File<'c> {
    plan: &'c PlanDocument,
    framework: &'c Framework,
    said: Said<'c>,
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
        paragraphs.extend(bears_on(self.framework, &descriptors));
        paragraphs.push(self.said.coverage.standing.clone());
        Some(comment(place, &paragraphs))
    }

    /// What of all advice was not found and would stand in a section.
    fn not_found(&self, section: PlanSection) -> Vec<NewComment> {
        let mut listed = Vec::new();
        for (number, advice) in self.said.coverage.advices.iter().enumerate() {
            for (at, one) in advice.statements.iter().enumerate() {
                if one.status == CoverageStatus::NotFound && section_of(one) == section {
                    let of = format!("/advices/{number}/statements/{at}");
                    listed.push((self.said.advised(number, &one.text), of));
                }
            }
        }
        let comments = listed.chunks(MOST_LISTED).filter_map(|listed| {
            let (said, of): (Vec<String>, Vec<String>) = listed.iter().cloned().unzip();
            let message = &messages::PLAN_COVERAGE_NOT_FOUND;
            let first = self.said.catalogue.say(message, &[("section", &section.word())]);
            let mut paragraphs = vec![first];
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

/// What became of advice, with how sentences about it are said.
#[derive(Clone, Copy)]
struct Said<'c> {
    coverage: &'c Coverage,
    catalogue: &'c Catalogue,
}

impl Said<'_> {
    /// A sentence about words of a piece of advice, by its number.
    fn by(&self, message: &Message, number: usize, text: &str) -> String {
        let (author, text) = (self.author(number), shown(text));
        self.catalogue.say(message, &[("author", &author), ("text", &text)])
    }

    fn advised(&self, number: usize, text: &str) -> String {
        self.by(&messages::PLAN_COVERAGE_ADVISED, number, text)
    }

    /// Why a statement is paired, and what is less or more.
    fn why(&self, one: &CarriedStatement) -> Vec<String> {
        let reasons = one.reasons.iter().map(|reason| reason.message.clone());
        let mut why: Vec<String> = reasons.collect();
        if !one.shared.is_empty() {
            let words = one.shared.join(", ");
            why.push(self.catalogue.say(&messages::PLAN_COVERAGE_PAIRED, &[("words", &words)]));
        }
        why
    }

    fn differ(&self, conflict: &AdviceConflict) -> Vec<String> {
        let advised = [&conflict.one, &conflict.other];
        let advised = advised.map(|words| self.advised(words.advice, &words.text));
        let mut paragraphs = vec![conflict.message.clone()];
        paragraphs.extend(advised);
        paragraphs
    }

    /// Who gives a piece of advice, at the beginning of a sentence.
    fn author(&self, number: usize) -> String {
        let of = self.coverage.advices.get(number);
        let of = [of.and_then(|of| of.author.as_ref()), of.and_then(|of| of.role.as_ref())];
        let of: Vec<&str> = of.into_iter().flatten().map(String::as_str).collect();
        if of.is_empty() {
            self.catalogue.say(&messages::PLAN_COVERAGE_NAMELESS, &[("number", &(number + 1))])
        } else {
            of.join(", ")
        }
    }
}

/// A row as it is quoted: its cells are parted by tabs.
fn shown(text: &str) -> String {
    text.replace('\t', " | ")
}

fn comment((from, to): (RunPlace, RunPlace), paragraphs: &[String]) -> NewComment {
    let paragraphs = paragraphs.iter().map(|text| FreeText::cut(text, MOST_TEXT)).collect();
    NewComment { from, to, paragraphs: Bounded(paragraphs), author: None }
}
