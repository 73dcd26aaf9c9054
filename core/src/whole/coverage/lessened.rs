//! Which differences between advice and plan lessen what was advised. A plan is written anew, in other words and in
//! another order; so words that went count where few were changed, and numbers, roles and conditions count always.

use crate::plan::AdviceKind;
use crate::whole::compare::{
    ChangeEffect, ChangeElement, ChangeReason, Gap, Judged, Statement, Word, WordTable, changed,
};

/// Words for all of something, of which one stands for another.
const ALL: &str = "each|every|all|any|whenever|wherever|always|throughout|whole|both";

/// Words by which something depends on another.
const DEPENDS: &str = "if|when|whenever|where|once|until|unless|while";

/// Words behind a time that is how long before something else.
const BEFORE: &str = "before|beforehand|ahead|earlier";

/// How far behind a time it is said that it is before something, in words.
const NEAR: usize = 5;

/// Words by which something is given every second time.
const ALTERNATE: &str = "other|alternate|second|fortnight|fortnightly";

/// Words with which a part of a sentence begins.
const JOINS: &str = "and|or|with|who|which|to|in|from|before|after|for";

/// So many weighty words are a part that is gone, beside so many new words.
const PART: usize = 2;
const MOST_NEW: usize = 3;

/// Words of time behind a number.
const TIMES: &str = "minute|minutes|hour|hours|%|per|other|days|am|pm";

/// A number from here on is a year, in hundredths.
const YEARS: i64 = 190_000;

/// The reasons that hold between a statement of advice and those of the plan that carry it: what is less comes first.
pub(super) fn held(
    judged: Judged,
    kind: AdviceKind,
    advice: &Statement,
    plan: &[&Statement],
) -> Vec<ChangeReason> {
    let texts = Texts { advice, plan, kind, is_edited: judged.is_edited };
    let mut reasons = judged.reasons;
    reasons.retain(|reason| reason.effect != ChangeEffect::Less || texts.holds(reason));
    for reason in &mut reasons {
        if reason.element == ChangeElement::Number
            && words(&reason.from).iter().any(|word| word.is("level"))
        {
            reason.element = ChangeElement::Qualification;
        }
    }
    let is_less = |element| {
        move |reason: &ChangeReason| {
            reason.effect == ChangeEffect::Less && reason.element == element
        }
    };
    let mut more = Vec::new();
    if !reasons.iter().any(is_less(ChangeElement::Content)) {
        more.extend(texts.gone());
    }
    if kind != AdviceKind::Need && reasons.iter().all(|reason| reason.effect != ChangeEffect::Less)
    {
        more.extend(texts.smaller_number());
    }
    more.append(&mut reasons);
    more
}

/// A number in digits or in words, also behind letters.
fn number_of(word: &Word) -> Option<i64> {
    let digits = word.text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    word.number.or_else(|| digits.parse::<i64>().ok().map(|number| number.saturating_mul(100)))
}

/// The numbers of a statement that count something and are not elsewhere.
fn numbers(one: &Statement, is_elsewhere: impl Fn(i64) -> bool) -> Vec<(i64, &str)> {
    let table = WordTable::built_in();
    let counts = one.words.iter().enumerate().filter_map(|(at, word)| {
        let is_other = |next: &Word| {
            table.is_of_time(next)
                || table.people.has(next)
                || next.is(TIMES)
                || next.number.is_some()
        };
        let is_time = one.words.iter().skip(at + 1).take(2).any(is_other);
        let number = number_of(word).filter(|number| number % 100 == 0 && *number > 100);
        number.filter(|_| !is_time).map(|number| (number, word.text.as_str()))
    });
    counts.filter(|(number, _)| !is_elsewhere(*number)).collect()
}

fn less(element: ChangeElement, title: &str, from: &str, to: &str) -> ChangeReason {
    changed(element, ChangeEffect::Less, title, from.to_owned(), to.to_owned())
}

/// Both sides of a comparison.
struct Texts<'s> {
    advice: &'s Statement,
    plan: &'s [&'s Statement],
    kind: AdviceKind,
    /// Few words were changed.
    is_edited: bool,
}

impl Texts<'_> {
    /// Whether what is less by the words is less in what is advised.
    fn holds(&self, reason: &ChangeReason) -> bool {
        use ChangeElement as Of;
        let (from, to) = (words(&reason.from), words(&reason.to));
        // Words that both have say no change, whatever they are read as.
        let is_kept = !from.is_empty() && self.plan_has(&from);
        let is_known = !to.is_empty() && self.advice_has(&to);
        let is_same = match (from.is_empty(), to.is_empty()) {
            (false, true) => is_kept,
            (true, false) => is_known,
            _ => false,
        };
        if is_same {
            return false;
        }
        let numbers =
            |words: &[Word]| words.iter().filter_map(|word| word.number).collect::<Vec<_>>();
        let (before, after) = (numbers(&from), numbers(&to));
        match reason.element {
            Of::Number => {
                let is_kept = before.iter().all(|number| self.plan_has_number(*number))
                    || matches!(before.as_slice(), [part, of] if self.plan_has_share(*part, *of));
                !before.is_empty() && !after.is_empty() && !is_kept
            }
            Of::Commitment => {
                // A row has no verb, and says as much.
                let is_one = to.iter().skip(1).all(|word| word.gap < Gap::Clause);
                self.kind != AdviceKind::Need && !to.is_empty() && is_one
            }
            Of::Condition => {
                self.is_edited || !self.advice.words.iter().any(|word| word.is(DEPENDS))
            }
            Of::Scope => {
                let has_all = self.plan.iter().flat_map(|one| &one.words).any(|word| word.is(ALL));
                self.is_edited || !to.is_empty() && !self.advice_has(&to) || !has_all && !is_kept
            }
            Of::Group => self.kind == AdviceKind::Provision,
            Of::Who | Of::Qualification | Of::Independence => !is_kept,
            // A term in which it is given is no bound of it.
            Of::Period => {
                let is_known = after.iter().all(|number| self.advice_has_number(*number));
                !from.is_empty() || !after.is_empty() && !is_known
            }
            Of::Time | Of::HowOften | Of::Review => {
                let is_kept = self.is_amount_kept(&from, &to)
                    || self.plan.iter().any(|one| one.has_amounts_of(&from));
                let is_amount = !from.is_empty() || !after.is_empty();
                self.kind != AdviceKind::Need && is_amount && !is_kept && !self.is_lead(&from)
            }
            Of::ByWhen => !from.is_empty(),
            // Parts that are gone are found below.
            Of::Content => self.is_edited && !is_kept,
            Of::Limit
            | Of::Situation
            | Of::Seriousness
            | Of::Delivery
            | Of::Named
            | Of::Oversight => self.is_edited,
            Of::Wording | Of::Section => false,
        }
    }

    /// Whether what stands in the plan for an amount, or the plan where nothing does, has all its numbers and words for
    /// time.
    fn is_amount_kept(&self, words: &[Word], to: &[Word]) -> bool {
        let table = WordTable::built_in();
        let of_amount = |word: &&Word| word.number.is_some() || table.is_of_time(word);
        let mut all = words.iter().filter(of_amount).peekable();
        let is_new =
            |word: &Word| (word.number.is_some() || word.is(ALTERNATE)) && !self.advice.has(word);
        all.peek().is_some()
            && all.all(|word| {
                to.iter().any(|other| word.is_same(other))
                    || to.is_empty() && self.plan.iter().any(|one| one.has(word))
            })
            && !self.plan.iter().flat_map(|one| &one.words).any(is_new)
    }

    /// Whether words are how long before something else it happens.
    fn is_lead(&self, words: &[Word]) -> bool {
        let Some(number) = words.iter().find_map(|word| word.number) else { return false };
        let words = self.advice.words.iter().enumerate();
        words.filter(|(_, word)| word.number == Some(number)).any(|(at, _)| {
            let behind = self.advice.words.iter().skip(at + 1).take(NEAR);
            behind.take_while(|word| word.gap == Gap::None).any(|word| word.is(BEFORE))
        })
    }

    /// A part of what is advised of which the plan has no word.
    fn gone(&self) -> Option<ChangeReason> {
        let table = WordTable::built_in();
        let words = &self.advice.words;
        let parts = words.chunk_by(|_, next| next.gap == Gap::None && !next.is(JOINS));
        let mut gone = parts.filter(|part| {
            let weighty = || part.iter().filter(|word| table.is_weighty(word));
            weighty().count() >= PART
                && weighty().all(|word| !self.plan.iter().any(|one| one.says(word)))
        });
        let part = gone.next()?;
        // Other words of the plan can say the same.
        let is_new = |word: &&Word| table.is_weighty(word) && !self.advice.says(word);
        let come = self.plan.iter().flat_map(|one| &one.words).filter(is_new).count();
        let lost = part.iter().filter(|word| table.is_weighty(word)).count();
        let text = self.advice.text.get(part.first()?.start..part.last()?.end)?;
        (come < lost + MOST_NEW).then(|| less(ChangeElement::Content, "Content", text, ""))
    }

    /// A number of the advice for which the plan has a smaller one, where all others are the same.
    fn smaller_number(&self) -> Option<ChangeReason> {
        let plan_has = |number: i64| {
            self.plan.iter().any(|one| one.words.iter().any(|word| number_of(word) == Some(number)))
        };
        let advice_has =
            |number: i64| self.advice.words.iter().any(|word| number_of(word) == Some(number));
        let before = numbers(self.advice, plan_has);
        let after: Vec<(i64, &str)> =
            self.plan.iter().flat_map(|one| numbers(one, advice_has)).collect();
        match (before.as_slice(), after.as_slice()) {
            ([(was, from)], [(is, to)]) if is < was && *was < YEARS => {
                Some(less(ChangeElement::Number, "Number", from, to))
            }
            _ => None,
        }
    }

    fn plan_has(&self, words: &[Word]) -> bool {
        words.iter().all(|word| self.plan.iter().any(|one| one.says(word)))
    }

    fn plan_has_number(&self, number: i64) -> bool {
        let mut all = self.plan.iter().flat_map(|one| &one.words);
        all.any(|word| word.number == Some(number))
    }

    /// Whether the plan has a share of something in hundredths of it: "eight out of ten" is 80 %.
    fn plan_has_share(&self, part: i64, of: i64) -> bool {
        let share = part.saturating_mul(10_000).checked_div(of);
        part <= of && share.is_some_and(|share| self.plan_has_number(share))
    }

    fn advice_has_number(&self, number: i64) -> bool {
        self.advice.words.iter().any(|word| word.number == Some(number))
    }

    fn advice_has(&self, words: &[Word]) -> bool {
        words.iter().all(|word| self.advice.says(word))
    }
}

fn words(text: &str) -> Vec<Word> {
    WordTable::built_in().words(text)
}
