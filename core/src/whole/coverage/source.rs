//! What a plan specifies that no advice has: amounts, provision, providers and diagnoses.

use super::carried::words_of;
use super::document::{CarriedStatement, NoSource, Unsourced};
use super::statement::names_advice;
use crate::document::map::NumberMap;
use crate::document::message::Catalogue;
use crate::document::table::Table;
use crate::law::SectionPurpose;
use crate::plan::is_provision;
use crate::whole::align::AlignedNumber;
use crate::whole::compare::{ChangeElement, Gap, Statement, Word, WordTable};
use crate::whole::messages;

/// Words with which a sentence denies what it names.
const DENIES: &str = "no|not|never|without|nor|cleared";

/// Words of a diagnosis that name no condition.
const DIAGNOSES: &str = "diagnosis|diagnoses|diagnosed|childhood|condition|disorder|also|made|well|controlled|seen|\
                         impact|affects|has";

/// The share of a statement's weighty words that one sentence of advice has which is its source, in hundredths.
const SOURCE: usize = 50;

/// What the plan specifies without a source. `sources` has all sentences of the advice, `carried` those that the plan
/// is to carry, with what became of them.
pub(super) fn unsourced(
    catalogue: &Catalogue,
    plan: &Table<AlignedNumber, Statement>,
    sources: &[&Statement],
    carried: &[&CarriedStatement],
    names: &[String],
) -> Vec<Unsourced> {
    let mut partners: NumberMap<Vec<&CarriedStatement>> = NumberMap::default();
    for one in carried {
        for words in &one.plan {
            partners.entry(&words.place.key()).push(one);
        }
    }
    let none = Vec::new();
    let known = Known { sources, names };
    let mut found = Vec::new();
    for statement in plan.rows() {
        let of = partners.get(&statement.place.key()).unwrap_or(&none);
        let (kind, words) = match statement.section.purpose() {
            SectionPurpose::Need => match known.diagnosis(statement) {
                Some(words) => (NoSource::Diagnosis, words),
                None => continue,
            },
            SectionPurpose::Provision if !names_advice(&statement.words) => {
                match known.provision(statement, of) {
                    Some(found) => found,
                    None => continue,
                }
            }
            _ => continue,
        };
        let message = catalogue.say(&messages::PLAN_COVERAGE_UNSOURCED, &[("words", &words)]);
        found.push(Unsourced { kind, plan: words_of(statement), words, message });
    }
    found
}

/// All sentences of the advice.
struct Known<'s> {
    sources: &'s [&'s Statement],
    /// The names of people, in their order.
    names: &'s [String],
}

impl Known<'_> {
    /// The name of a condition, in a sentence that speaks of a diagnosis.
    fn diagnosis(&self, statement: &Statement) -> Option<String> {
        let is_diagnosis = |word: &Word| word.text.starts_with("diagnos");
        if !statement.words.iter().any(is_diagnosis) {
            return None;
        }
        let table = WordTable::built_in();
        let names =
            |word: &&Word| table.is_weighty(word) && !word.is(DIAGNOSES) && !self.affirms(word);
        statement.words.iter().find(names).map(|_| statement.text.clone())
    }

    /// Whether a sentence of the advice has a word, and does not deny it.
    fn affirms(&self, word: &Word) -> bool {
        self.sources
            .iter()
            .any(|source| source.has(word) && !source.words.iter().any(|other| other.is(DENIES)))
    }

    /// What a statement of provision has without a source: all of it, an amount, or a name.
    fn provision(
        &self,
        statement: &Statement,
        of: &[&CarriedStatement],
    ) -> Option<(NoSource, String)> {
        if of.is_empty() && !self.has_source(statement) && states(statement) {
            let kind = if statement.has_amount() { NoSource::Amount } else { NoSource::Provision };
            return Some((kind, statement.text.clone()));
        }
        let amount = of.iter().map(|one| self.amount(statement, one)).collect::<Vec<_>>();
        // One source of an amount is enough.
        if !amount.is_empty() && amount.iter().all(Option::is_some) {
            return amount.into_iter().flatten().next().map(|words| (NoSource::Amount, words));
        }
        self.name(statement).map(|name| (NoSource::Provider, name))
    }

    /// Whether one sentence of the advice has most of what a statement says, with its numbers and times.
    fn has_source(&self, statement: &Statement) -> bool {
        let table = WordTable::built_in();
        let weighty: Vec<&Word> =
            statement.words.iter().filter(|word| self.names_thing(word)).collect();
        let measures = || {
            statement.words.iter().filter(|word| word.number.is_some() || table.is_of_time(word))
        };
        self.sources.iter().any(|source| {
            let has = weighty.iter().filter(|word| source.has(word)).count();
            has > 1
                && has * 100 >= weighty.len() * SOURCE
                && measures().all(|word| source.has(word))
        })
    }

    /// Whether a word names a thing, and no person.
    fn names_thing(&self, word: &Word) -> bool {
        WordTable::built_in().is_weighty(word) && self.names.binary_search(&word.text).is_err()
    }

    /// An amount that is new beside a statement of advice and that no sentence of the advice has.
    fn amount(&self, statement: &Statement, of: &CarriedStatement) -> Option<String> {
        let is_amount = |element| {
            use ChangeElement::{HowOften, Period, Time};
            matches!(element, Time | HowOften | Period)
        };
        let table = WordTable::built_in();
        let new = of.reasons.iter().filter(|reason| {
            reason.from.is_empty()
                && is_amount(reason.element)
                && statement.text.contains(&reason.to)
        });
        let mut amounts = new.filter(|reason| {
            let words = table.words(&reason.to);
            let counts = words.iter().any(|word| word.number.is_some());
            let says = |source: &&Statement| {
                let is_shared =
                    |word: &Word| self.names_thing(word) && of.shared.contains(&word.text);
                let has = |word: &Word| !table.is_content(word) || source.has(word);
                source.words.iter().any(is_shared)
                    && (words.iter().all(has) || counts && source.has_amount_of(&words))
            };
            !self.sources.iter().any(says)
        });
        let price = || {
            let mut prices = statement.words.windows(2).filter_map(|pair| match pair {
                [sign, number] if sign.is("£") => Some(number),
                _ => None,
            });
            let number =
                prices.find(|number| !self.sources.iter().any(|source| source.has(number)))?;
            Some(["£", &number.text].concat())
        };
        amounts.next().map(|reason| reason.to.clone()).or_else(price)
    }

    /// A name that no advice has.
    fn name(&self, statement: &Statement) -> Option<String> {
        let table = WordTable::built_in();
        let is_new = |pair: &&[Word]| {
            let [before, word] = pair else { return false };
            word.is_capital
                && word.gap == Gap::None
                && word.number.is_none()
                && table.is_weighty(word)
                && before.number.is_none()
                && !table.is_of_time(word)
                && table.month(word).is_none()
                && !self.sources.iter().any(|source| source.has(word))
        };
        let new: Vec<&str> = statement
            .words
            .windows(2)
            .filter(is_new)
            .filter_map(|pair| statement.text.get(pair.get(1)?.start..pair.get(1)?.end))
            .collect();
        (!new.is_empty()).then(|| new.join(" "))
    }
}

/// Whether a statement states provision: it says what is to be, or is a row.
fn states(statement: &Statement) -> bool {
    let asks = statement.words.iter().any(|word| word.is("will|shall|must|should|be"));
    (asks || statement.text.contains('\t') || statement.has_amount())
        && is_provision(&statement.text)
}
