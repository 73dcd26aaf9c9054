//! The statements of a text as a training reads them.

use serde::Serialize;

use super::features::{Features, is_judged};
use super::judge::Judge;
use crate::framework::Severity;
use crate::text::order::distinct;
use crate::wording::block::SectionBlocks;
use crate::wording::context::Linting;
use crate::wording::lexicon::Lexicon;
use crate::wording::passage::Passage;
use crate::wording::phrase::phrases;
use crate::wording::span::{Bytes, Span, Unit};

/// What a statement is judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementFeatures {
    /// Where the statement is.
    pub span: Span<Bytes>,
    /// The numbers of its features, each once, in their order.
    pub features: Vec<u32>,
    /// Whether words are found in it that are reported whatever is judged.
    pub stands: bool,
    /// Its score by the weights in use; none where nothing is judged in its section.
    pub score: Option<i32>,
}

/// The features of each statement of a text that is judged, for a training.
#[must_use]
pub fn features(
    lexicon: &Lexicon,
    section: &str,
    blocks: &SectionBlocks,
    context: &Linting,
) -> Vec<StatementFeatures> {
    let passage = Passage::new(lexicon, section, blocks, context, Bytes::width);
    let mut judge = Judge::new(&passage);
    let mut read = Features::default();
    let mut all = Vec::new();
    for number in passage.text.statements.numbers() {
        if is_judged(&passage, number) {
            read.read(&passage, number);
            let mut features: Vec<u32> = read.all.iter().map(|feature| feature.number).collect();
            distinct(&mut features);
            let span = passage.span(passage.text.tokens_of_group(number));
            let score = judge.as_mut().map(|judge| judge.score(number));
            let mut statements = passage.text.group_of(number).iter();
            let stands = statements.any(|statement| {
                let found = phrases(&passage, lexicon, statement);
                found.iter().any(|found| found.stands && found.severity != Severity::Information)
            });
            all.push(StatementFeatures { span, features, stands, score });
        }
    }
    all
}
