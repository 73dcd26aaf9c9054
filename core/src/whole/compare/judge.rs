//! Whether a statement says less, more or the same in a newer version, element by element.

use super::amount::{Amount, SCHOOL_YEARS, about_the_same, amounts};
use super::comparison::{ChangeEffect, ChangeElement, ChangeOf, ChangeReason};
use super::content::{Content, compare_content};
use super::count::counts;
use super::date::dates;
use super::group::groups;
use super::measure::{Measure, Stretch, compare_measures};
use super::scale::{Levels, difference, levels};
use super::table::WordTable;
use super::time::{Says, TimeWords, WEEKS, time_words};
use super::word::Word;
use crate::text::order::sort_by;

/// How many weeks four school years have.
const FOUR_YEARS: i64 = 4 * WEEKS;

/// One version of a statement, measured.
pub(super) struct Measured<'t> {
    text: &'t str,
    pub(super) content: Content<'t>,
    amounts: Vec<Amount>,
    measures: Vec<Measure>,
    levels: Vec<Levels>,
    open: Vec<OpenWords>,
}

/// Words that a rule about wording finds open to interpretation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenWords {
    pub(super) rule: String,
    pub(super) quote: String,
}

impl<'t> Measured<'t> {
    /// Measures a statement. `names` has the names of people in both versions, and `is_alone` says which words the
    /// other version does not have.
    pub(super) fn new(
        text: &'t str,
        words: &'t [Word],
        names: &'t [String],
        is_alone: &'t [bool],
        of: ChangeOf,
        open: Vec<OpenWords>,
    ) -> Self {
        let table = WordTable::built_in();
        let time = time_words(table, words);
        let levels = levels(table, words, &time, of);
        let mut measures: Vec<Measure> = time.iter().filter_map(period).collect();
        measures.extend(groups(table, words));
        measures.extend(dates(table, words));
        let mut content = Content {
            words,
            names,
            is_measured: vec![false; words.len()],
            is_judged: vec![false; words.len()],
            marks: levels.iter().flat_map(|levels| levels.marks.clone()).collect(),
            is_alone,
        };
        for time in &time {
            content.judge((time.from, time.to));
        }
        content.is_measured.clone_from(&content.is_judged);
        for one in &measures {
            set(&mut content.is_measured, one.stretch());
        }
        measures.extend(counts(table, words, &content.is_measured));
        for mark in &content.marks {
            set(&mut content.is_measured, (mark.from, mark.to));
        }
        // What a scale or a number reads is judged by it.
        let is_read = |open: &OpenWords| {
            text.find(&open.quote).is_some_and(|from| {
                let to = from + open.quote.len();
                let mut read = words.iter().zip(&content.is_measured).filter(|(_, read)| **read);
                read.any(|(word, _)| word.start < to && from < word.end)
            })
        };
        let open = open.into_iter().filter(|open| !is_read(open)).collect();
        let amounts = amounts(table, words, &time);
        Self { text, content, amounts, measures, levels, open }
    }

    /// The words in a place.
    fn quote(&self, place: Option<Stretch>) -> String {
        let words = place.and_then(|(from, to)| self.content.words.get(from..to));
        let ends = words.and_then(|words| Some((words.first()?.start, words.last()?.end)));
        let (start, end) = ends.unwrap_or_default();
        self.text.get(start..end).unwrap_or_default().to_owned()
    }
}

/// For how long it goes on, where that is less than a school year.
fn period(time: &TimeWords) -> Option<Measure> {
    let Says::Weeks(value) = time.says else { return None };
    let is_part = value < WEEKS;
    Some(Measure {
        element: ChangeElement::Period,
        of: vec!["weeks".to_owned()],
        value,
        is_less_more: false,
        gone: is_part.then_some(ChangeEffect::More),
        come: is_part.then_some(ChangeEffect::Less),
        from: time.from,
        to: time.to,
    })
}

pub(super) fn set(flags: &mut [bool], (from, to): Stretch) {
    flags.iter_mut().take(to).skip(from).for_each(|flag| *flag = true);
}

/// Why a newer version of a statement says less, more or something else: what is less comes first. `is_edited` says
/// that few words were changed, and the others are as they were.
pub(super) fn judge(
    old: Measured,
    new: Measured,
    is_edited: bool,
    of: ChangeOf,
) -> Vec<ChangeReason> {
    // A sentence that became a row is written anew.
    let is_edited = is_edited && old.text.contains('\t') == new.text.contains('\t');
    let mut judged = Judged { old, new, is_edited, of, reasons: Vec::new() };
    if matches!(of, ChangeOf::Provision | ChangeOf::Outcome) {
        judged.amounts(false);
        judged.amounts(true);
    }
    judged.measures();
    judged.scales();
    judged.content();
    judged.open();
    sort_by(&mut judged.reasons, |one, other| one.effect.cmp(&other.effect));
    judged.reasons
}

/// Two versions with the reasons found so far.
struct Judged<'t> {
    old: Measured<'t>,
    new: Measured<'t>,
    is_edited: bool,
    of: ChangeOf,
    reasons: Vec<ChangeReason>,
}

impl Judged<'_> {
    fn add(
        &mut self,
        element: ChangeElement,
        effect: ChangeEffect,
        title: &str,
        old: Option<Stretch>,
        new: Option<Stretch>,
        more: &str,
    ) {
        for (content, place) in [(&mut self.old.content, old), (&mut self.new.content, new)] {
            if let Some(place) = place {
                content.judge(place);
            }
        }
        let (from, to) = (self.old.quote(old), self.new.quote(new));
        self.reasons.push(reason(element, effect, title, from, to, more));
    }

    /// How long and how often, or how often it is reviewed.
    fn amounts(&mut self, is_review: bool) {
        // Where one version alone has words of reviewing, they do not show what is reviewed.
        let reviews = |amounts: &[Amount]| amounts.iter().any(|amount| amount.is_review);
        let has_reviews = reviews(&self.old.amounts) && reviews(&self.new.amounts);
        let is_one = |amount: &&Amount| (amount.is_review && has_reviews) == is_review;
        let mut was = alone(self.old.amounts.iter().filter(is_one), &self.new.amounts);
        let mut is = alone(self.new.amounts.iter().filter(is_one), &self.old.amounts);
        // One amount that was divided, or two that became one.
        let is_sum = |many: &[Amount], others: &[Amount]| {
            let is_it = |sum| {
                others
                    .iter()
                    .filter_map(Amount::total)
                    .any(|one| about_the_same(sum, one, SCHOOL_YEARS))
            };
            many.len() > 1 && total(many).is_some_and(is_it)
        };
        if is_sum(&was, &is) || is_sum(&is, &was) {
            return;
        }
        if was.len() != is.len()
            && let (Some(before), Some(after)) = (total(&was), total(&is))
            && about_the_same(before, after, SCHOOL_YEARS)
        {
            return;
        }
        let (element, title) = if is_review {
            (ChangeElement::Review, "Review")
        } else {
            (ChangeElement::Time, "Time")
        };
        while !was.is_empty() && !is.is_empty() {
            let (was, is) = Amount::alike(was.remove(0), is.remove(0));
            let is_said_otherwise = self.of == ChangeOf::Outcome
                && (was.minutes.is_some() != is.minutes.is_some()
                    || was.times().is_some() != is.times().is_some());
            let changed = compare_amounts(&was, &is).filter(|_| !is_said_otherwise);
            let Some((effect, of_amount)) = changed else { continue };
            let per_week = |total: i64| total.saturating_add(FOUR_YEARS / 2) / FOUR_YEARS;
            let more = match (was.total(), is.total()) {
                (Some(before), Some(after)) if !was.is_money && !is_review => {
                    format!(", {} to {} minutes a week", per_week(before), per_week(after))
                }
                _ => String::new(),
            };
            let (element, title) = if of_amount == ChangeElement::HowOften && !is_review {
                (of_amount, "How often")
            } else {
                (element, title)
            };
            let (old, new) = (Some((was.from, was.to)), Some((is.from, is.to)));
            self.add(element, effect, title, old, new, &more);
        }
        // An outcome can be said without an amount that it had.
        if self.of == ChangeOf::Outcome {
            return;
        }
        // What is left of a statement that was written anew can say in part again what is the same.
        let (old, new) = (&self.old.amounts, &self.new.amounts);
        let mut timed = old.iter().filter(|was| was.times().is_some());
        let is_kept = timed.any(|was| new.iter().any(|is| was.same(is)));
        let counts = is_review || self.is_edited || !is_kept;
        was.retain(|amount| counts || amount.total().is_some());
        is.retain(|amount| counts || amount.total().is_some());
        for was in was {
            self.add(element, ChangeEffect::Less, title, Some((was.from, was.to)), None, "");
        }
        for is in is {
            self.add(element, ChangeEffect::More, title, None, Some((is.from, is.to)), "");
        }
    }

    fn measures(&mut self) {
        let is_judged = |one: &Measure| match self.of {
            ChangeOf::Provision => true,
            ChangeOf::Outcome => !one.is_alone(),
            ChangeOf::Need => one.element == ChangeElement::Number,
            ChangeOf::Other => false,
        };
        for measures in [&mut self.old.measures, &mut self.new.measures] {
            measures.retain(is_judged);
            // An outcome with more children is more.
            let groups = measures.iter_mut().filter(|one| one.element == ChangeElement::Group);
            groups.for_each(|group| group.is_less_more = self.of != ChangeOf::Outcome);
        }
        let (old, new) = (&self.old.measures, &self.new.measures);
        // What both versions have is judged, in whatever words.
        for was in old {
            for is in new.iter().filter(|is| was.is_same(is)) {
                self.old.content.judge(was.stretch());
                self.new.content.judge(is.stretch());
            }
        }
        for found in compare_measures(old, new, self.new.content.words) {
            let title = match found.element {
                ChangeElement::Group => "Group",
                ChangeElement::ByWhen => "By when",
                ChangeElement::Period => "For how long",
                _ => "Number",
            };
            self.add(found.element, found.effect, title, found.old, found.new, "");
        }
    }

    fn scales(&mut self) {
        let (old, new) =
            (std::mem::take(&mut self.old.levels), std::mem::take(&mut self.new.levels));
        for (was, is) in old.iter().zip(&new) {
            // Who provided it now plans it, and nobody else is said to provide it: the words for it alone differ.
            let still = |levels: &Levels| {
                levels.element == ChangeElement::Oversight && levels.highest() >= was.highest()
            };
            // Who oversaw it now provides it.
            let of_who = |all: &[Levels]| {
                let who = all.iter().find(|levels| levels.element == ChangeElement::Who);
                who.and_then(Levels::highest)
            };
            let provides = was.element == ChangeElement::Oversight
                && of_who(&new) >= was.highest()
                && of_who(&old).is_some_and(|who| Some(who) < was.highest());
            let is_still_there = provides
                || was.element == ChangeElement::Who
                    && is.marks.is_empty()
                    && new.iter().any(still);
            if let Some((effect, old, new)) = difference(was, is).filter(|_| !is_still_there) {
                let place = |mark: super::phrase::Mark| (mark.from, mark.to);
                let (old, new) = (old.map(place), new.map(place));
                self.add(was.element, effect, &was.title, old, new, "");
            }
        }
    }

    fn content(&mut self) {
        let (old, new) = (&self.old.content, &self.new.content);
        let (lost, gained) = compare_content(WordTable::built_in(), old, new, self.is_edited);
        let is_more = self.reasons.iter().any(|reason| reason.effect == ChangeEffect::More);
        let says_nothing = !old.is_measured.contains(&true);
        let effect = match (lost, gained) {
            // Other words where nothing is provided, or beside more of something.
            (Some(_), Some(_)) if self.is_edited && (says_nothing || is_more) => return,
            (Some(_), _) => ChangeEffect::Less,
            (None, Some(_)) => ChangeEffect::More,
            (None, None) => return,
        };
        self.add(ChangeElement::Content, effect, "Content", lost, gained, "");
    }

    /// Words that are open to interpretation by a rule that finds nothing in the other version.
    fn open(&mut self) {
        let alone = |open: &[OpenWords], others: &[OpenWords]| {
            let is_alone = |words: &&OpenWords| others.iter().all(|other| other.rule != words.rule);
            open.iter().find(is_alone).map(|words| words.quote.clone())
        };
        let (gone, come) =
            (alone(&self.old.open, &self.new.open), alone(&self.new.open, &self.old.open));
        let (effect, from, to) = match (gone, come) {
            (_, Some(come)) => (ChangeEffect::Less, String::new(), come),
            (Some(gone), None) => (ChangeEffect::More, gone, String::new()),
            (None, None) => return,
        };
        let title = "Open to interpretation";
        self.reasons.push(reason(ChangeElement::Wording, effect, title, from, to, ""));
    }
}

/// A reason in one sentence: words became others, are gone or are new.
pub(in crate::whole) fn changed(
    element: ChangeElement,
    effect: ChangeEffect,
    title: &str,
    from: String,
    to: String,
) -> ChangeReason {
    reason(element, effect, title, from, to, "")
}

fn reason(
    element: ChangeElement,
    effect: ChangeEffect,
    title: &str,
    from: String,
    to: String,
    more: &str,
) -> ChangeReason {
    let message = match (from.is_empty(), to.is_empty()) {
        (false, false) => [title, ": “", &from, "” became “", &to, "”", more, "."].concat(),
        (false, true) => [title, ": “", &from, "” is gone."].concat(),
        (true, _) => [title, ": “", &to, "” is new."].concat(),
    };
    ChangeReason { element, effect, from, to, message }
}

/// The amounts that another version does not have. Twice the same time is met by twice the same.
fn alone<'a>(amounts: impl Iterator<Item = &'a Amount>, others: &[Amount]) -> Vec<Amount> {
    let mut left = others.to_vec();
    let mut alone = Vec::new();
    for amount in amounts {
        match left.iter().position(|other| other.same(amount)) {
            Some(at) if amount.minutes.is_some() => {
                left.remove(at);
            }
            Some(_) => {}
            None => alone.push(*amount),
        }
    }
    alone
}

/// The minutes of amounts together, where all of them have a total.
fn total(amounts: &[Amount]) -> Option<i64> {
    let add = |sum: i64, amount: &Amount| Some(sum.saturating_add(amount.total()?));
    amounts.iter().try_fold(0, add).filter(|_| !amounts.is_empty())
}

/// Whether an amount is less or more than it was, and by which element.
fn compare_amounts(was: &Amount, is: &Amount) -> Option<(ChangeEffect, ChangeElement)> {
    if was.is_money != is.is_money {
        return None;
    }
    // What is not said is nothing.
    let or_nothing = |one: Option<i64>, other: Option<i64>| (one.unwrap_or(0), other.unwrap_or(0));
    let minutes = or_nothing(was.minutes, is.minutes);
    let times = or_nothing(was.times(), is.times());
    let (is_timed, is_counted) = (minutes.0.min(minutes.1) > 0, times.0.min(times.1) > 0);
    let ((before, after), element) = if minutes.0 > 0 && minutes.1 == 0 {
        (minutes, ChangeElement::Time)
    } else if is_timed && is_counted {
        (or_nothing(was.total(), is.total()), ChangeElement::Time)
    } else if is_counted && !about_the_same(times.0, times.1, SCHOOL_YEARS)
        || minutes.1 >= minutes.0 && times.1 < times.0
        || minutes.0 == minutes.1
    {
        (times, ChangeElement::HowOften)
    } else {
        (minutes, ChangeElement::Time)
    };
    let effect = if after < before { ChangeEffect::Less } else { ChangeEffect::More };
    (before != after).then_some((effect, element))
}
