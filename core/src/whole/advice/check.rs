//! Checks a piece of advice: what is asked of it, and the wording of its outcomes and recommendations.

use super::context::AdviceContext;
use super::finding::{AdviceCheck, AdviceFinding};
use crate::framework::{AdviceAsk, AdviceItem, AdviceQuestions};
use crate::law::{PlanSection, WEEKS_FOR_ADVICE};
use crate::plan::{AdviceDocument, Block, PlanDocument, TextPlace, Utf16Place};
use crate::wording::{Lexicon, Linting, SectionBlocks, Utf16, lint_blocks};

/// Words of parents.
const PARENTS: &[&str] =
    &["parent", "parents", "mother", "father", "mum", "dad", "carer", "carers", "family"];

/// Words with which a sentence says what is provided.
const PROVIDES: &[&str] =
    &["will receive", "should receive", "should have", "should be given", "must be given"];

/// With these words an author recommends; in a plan they would leave it open.
const RECOMMENDS: &[&str] = &["should", "should be"];

/// Checks a piece of advice by itself: what is asked of it, and its wording. Without questions nothing is asked.
#[must_use]
pub fn advice_check<'a>(
    questions: Option<&'a AdviceQuestions>,
    lexicon: &'a Lexicon,
    advice: &AdviceDocument,
    context: &AdviceContext,
) -> AdviceCheck<'a> {
    let mut findings = Vec::new();
    let mut not_checked = Vec::new();
    for item in questions.iter().flat_map(|questions| &questions.items) {
        match asked(item.asks, advice, context) {
            Answer::Missing(place) => findings.push(missing(item, advice, place)),
            Answer::NotKnown => not_checked.push(item.asks.word()),
            Answer::There => {}
        }
    }
    let plan = advice.as_plan();
    for section in [PlanSection::E, PlanSection::F] {
        wording(lexicon, &plan, section, &context.linting, &mut findings);
    }
    let questions = questions.map(|questions| &*questions.id);
    AdviceCheck { standing: lexicon.standing(), questions, findings, not_checked }
}

/// Whether something that is asked is there.
enum Answer {
    There,
    /// It is not there, or words stand at a place where they should not.
    Missing(Option<TextPlace>),
    NotKnown,
}

fn asked(asks: AdviceAsk, advice: &AdviceDocument, context: &AdviceContext) -> Answer {
    let is_there = match asks {
        AdviceAsk::Title => advice.title.is_some(),
        AdviceAsk::Author => advice.author.is_some(),
        AdviceAsk::Role => advice.role.is_some(),
        AdviceAsk::Agency => advice.agency.is_some(),
        AdviceAsk::Date => advice.date.is_some(),
        AdviceAsk::InTime => {
            let (Some(requested), Some(date)) = (context.advice.requested, advice.date) else {
                return Answer::NotKnown;
            };
            date <= requested.plus(7 * WEEKS_FOR_ADVICE.number)
        }
        AdviceAsk::Needs => !advice.needs.is_empty(),
        AdviceAsk::Outcomes => !advice.outcomes.is_empty(),
        AdviceAsk::Provision => !advice.provision.is_empty(),
        AdviceAsk::Apart => {
            let provides = |block: &&Block| {
                let text = block.text.to_lowercase();
                PROVIDES.iter().any(|phrase| text.contains(phrase))
            };
            let at = advice.needs.iter().position(|block| provides(&block));
            match at {
                Some(at) => return Answer::Missing(Some(block_place(advice, at))),
                None => true,
            }
        }
        AdviceAsk::Child => !advice.views.is_empty(),
        AdviceAsk::Parents => {
            let mut blocks = advice.views.iter().chain(advice.other.iter());
            blocks.any(|block| {
                let text = block.text.to_lowercase();
                let mut words = text.split(|c: char| !c.is_alphanumeric());
                words.any(|word| PARENTS.contains(&word))
            })
        }
    };
    if is_there { Answer::There } else { Answer::Missing(None) }
}

/// The place of a block among the needs.
fn block_place(advice: &AdviceDocument, at: usize) -> TextPlace {
    let length = advice.needs.get(at).map_or(0, |block| block.text.encode_utf16().count());
    let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    TextPlace { part: 1, block: narrow(at), at: Utf16Place(0), length: Utf16Place(narrow(length)) }
}

fn missing<'a>(
    item: &'a AdviceItem,
    advice: &AdviceDocument,
    place: Option<TextPlace>,
) -> AdviceFinding<'a> {
    let plan = place.map(|place| (advice.as_plan(), place));
    let words = plan.as_ref().and_then(|(plan, place)| plan.words_at(place)).unwrap_or_default();
    AdviceFinding {
        rule: item.asks.word(),
        severity: item.severity,
        message: &item.message,
        why: &item.why,
        instead: &item.instead,
        cites: &item.cites,
        place,
        words: words.to_owned(),
        rewrite: None,
    }
}

/// The wording of what stands in one section, by the rules for a plan. "Should" is how an author recommends.
fn wording<'a>(
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    section: PlanSection,
    linting: &Linting,
    findings: &mut Vec<AdviceFinding<'a>>,
) {
    let blocks = SectionBlocks::of_plan(plan, section);
    let lint = lint_blocks::<Utf16>(lexicon, section.word(), &blocks, linting);
    for finding in lint.findings {
        let rewrite = finding.rewrite;
        for (number, part) in finding.parts.into_iter().enumerate() {
            let place = blocks.places(part.span).first().copied();
            let words = place.and_then(|place| plan.words_at(&place)).unwrap_or_default();
            if RECOMMENDS.contains(&words.to_lowercase().as_str()) {
                continue;
            }
            findings.push(AdviceFinding {
                rule: part.rule,
                severity: part.severity,
                message: part.message,
                why: part.why,
                instead: part.instead,
                cites: part.cites,
                place,
                words: words.to_owned(),
                rewrite: rewrite.clone().filter(|_| number == 0),
            });
        }
    }
}
