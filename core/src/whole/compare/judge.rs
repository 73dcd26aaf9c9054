//! Whether a statement says less, more or the same in a newer version, element by element.

use super::amount::{Amount, SCHOOL_YEARS, about_the_same, amounts};
use super::comparison::{ChangeEffect, ChangeElement, ChangeOf, ChangeReason};
use super::content::{Content, Count, compare_content, compare_counts, content, counts};
use super::date::{Date, DateKind, dates};
use super::group::{Sharing, groups};
use super::reader::Says;
use super::scale::{Levels, differences, levels};
use super::table::WordTable;
use super::time::{TimeWords, time_words};
use super::word::Word;
use crate::text::order::sort_by;

/// Four school years, in weeks.
const WEEKS: i64 = 156;

/// One version of a statement, measured.
pub(super) struct Measured<'t> {
    text: &'t str,
    words: &'t [Word],
    time: Vec<TimeWords>,
    amounts: Vec<Amount>,
    groups: Vec<Sharing>,
    dates: Vec<Date>,
    levels: Vec<Levels>,
    counts: Vec<Count>,
    content: Content,
    open: Vec<OpenWords>,
}

/// Words that a rule about wording finds open to interpretation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenWords {
    pub(super) rule: String,
    pub(super) quote: String,
}

impl<'t> Measured<'t> {
    /// Measures a statement. `names` has the names of people in both versions.
    pub(super) fn new(
        text: &'t str,
        words: &'t [Word],
        names: &[String],
        of: ChangeOf,
        open: Vec<OpenWords>,
    ) -> Self {
        let table = WordTable::built_in();
        let time = time_words(table, words);
        let groups = groups(table, words);
        let dates = dates(table, words);
        let levels = levels(table, words, &time, of);
        let mut is_measured = vec![false; words.len()];
        let mut mark = |(from, to): (usize, usize)| {
            for measured in is_measured.iter_mut().take(to).skip(from) {
                *measured = true;
            }
        };
        for time in &time {
            mark((time.from, time.to));
        }
        for group in &groups {
            mark((group.from, group.to));
        }
        for date in &dates {
            mark((date.from, date.to));
        }
        let counts = counts(table, words, |at| is_measured.get(at).copied().unwrap_or_default());
        let mut mark = |(from, to): (usize, usize)| {
            for measured in is_measured.iter_mut().take(to).skip(from) {
                *measured = true;
            }
        };
        levels.iter().flat_map(Levels::places).for_each(&mut mark);
        let content =
            content(table, words, names, |at| is_measured.get(at).copied().unwrap_or_default());
        let amounts = amounts(table, words, &time);
        // What a scale or a number reads is judged by it.
        let is_read = |open: &OpenWords| {
            let from = text.find(&open.quote);
            let words = words.iter().zip(&is_measured);
            from.is_some_and(|from| {
                let to = from + open.quote.len();
                words.clone().any(|(word, read)| *read && word.start < to && from < word.end)
            })
        };
        let open = open.into_iter().filter(|open| !is_read(open)).collect();
        Self { text, words, time, amounts, groups, dates, levels, counts, content, open }
    }

    /// The words in a place.
    fn quote(&self, (from, to): (usize, usize)) -> String {
        let (Some(first), Some(last)) =
            (self.words.get(from), self.words.get(to.saturating_sub(1)))
        else {
            return String::new();
        };
        self.text.get(first.start..last.end).unwrap_or_default().to_owned()
    }

    /// For how many weeks it goes on, with the place of the words.
    fn weeks(&self) -> Option<(i64, (usize, usize))> {
        let weeks = self.time.iter().filter_map(|time| match time.says {
            Says::Weeks(weeks) => Some((weeks, (time.from, time.to))),
            _ => None,
        });
        weeks.min_by_key(|(weeks, _)| *weeks)
    }
}

/// Why a newer version of a statement says less, more or something else: what is less comes first.
pub(super) fn judge(old: &Measured, new: &Measured, of: ChangeOf) -> Vec<ChangeReason> {
    let mut judged = Judged { old, new, reasons: Vec::new() };
    if matches!(of, ChangeOf::Provision | ChangeOf::Outcome) {
        judged.amounts(false, of);
        judged.amounts(true, of);
        judged.period();
        judged.groups();
        judged.dates();
    }
    judged.scales();
    if of != ChangeOf::Other {
        judged.counts();
    }
    judged.content();
    judged.open();
    sort_by(&mut judged.reasons, |one, other| one.effect.cmp(&other.effect));
    judged.reasons
}

/// Two versions with the reasons found so far.
struct Judged<'m, 't> {
    old: &'m Measured<'t>,
    new: &'m Measured<'t>,
    reasons: Vec<ChangeReason>,
}

/// Places of words in both versions.
type Places = (Option<(usize, usize)>, Option<(usize, usize)>);

impl Judged<'_, '_> {
    fn add(
        &mut self,
        element: ChangeElement,
        effect: ChangeEffect,
        title: &str,
        (from, to): Places,
        more: &str,
    ) {
        let from = from.map(|place| self.old.quote(place)).unwrap_or_default();
        let to = to.map(|place| self.new.quote(place)).unwrap_or_default();
        self.add_words(element, effect, title, (from, to), more);
    }

    fn add_words(
        &mut self,
        element: ChangeElement,
        effect: ChangeEffect,
        title: &str,
        (from, to): (String, String),
        more: &str,
    ) {
        let message = match (from.is_empty(), to.is_empty()) {
            (false, false) => [title, ": “", &from, "” became “", &to, "”", more, "."].concat(),
            (false, true) => [title, ": “", &from, "” is gone."].concat(),
            (true, _) => [title, ": “", &to, "” is new."].concat(),
        };
        self.reasons.push(ChangeReason { element, effect, from, to, message });
    }

    /// How long and how often, or how often it is reviewed.
    fn amounts(&mut self, is_review: bool, of: ChangeOf) {
        // Where one version alone has words of reviewing, they do not show what is reviewed.
        let reviews = |amounts: &[Amount]| amounts.iter().any(|amount| amount.is_review);
        let has_reviews = reviews(&self.old.amounts) && reviews(&self.new.amounts);
        let of_kind = |amounts: &[Amount]| -> Vec<Amount> {
            let is_one = |amount: &&Amount| (amount.is_review && has_reviews) == is_review;
            amounts.iter().filter(is_one).copied().collect()
        };
        let (old, new) = (of_kind(&self.old.amounts), of_kind(&self.new.amounts));
        let alone = |amounts: &[Amount], others: &[Amount]| -> Vec<Amount> {
            // Twice the same time, such as that of two statements, is met by twice the same.
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
        };
        let (mut was, mut is) = (alone(&old, &self.new.amounts), alone(&new, &self.old.amounts));
        // One amount that was divided, or two that became one.
        let total = |amounts: &[Amount]| {
            amounts
                .iter()
                .map(Amount::total)
                .try_fold(0_i64, |sum, total| Some(sum.saturating_add(total?)))
        };
        if was.len() != is.len()
            && let (Some(before), Some(after)) = (total(&was), total(&is))
            && !was.is_empty()
            && !is.is_empty()
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
            let (was, is) = (was.remove(0), is.remove(0));
            let (was, is) = (was.counted_as(&is), is.counted_as(&was));
            let (was, is) = (was.measured_as(&is), is.measured_as(&was));
            let places = (Some((was.from, was.to)), Some((is.from, is.to)));
            let is_said_otherwise = of == ChangeOf::Outcome
                && (was.minutes.is_some() != is.minutes.is_some()
                    || was.times.is_some() != is.times.is_some());
            match compare_amounts(&was, &is).filter(|_| !is_said_otherwise) {
                Some((effect, _)) if is_review => self.add(element, effect, title, places, ""),
                Some((effect, element)) => {
                    let more = match (was.total(), is.total()) {
                        (Some(before), Some(after)) if !was.is_money => {
                            format!(", {} to {} minutes a week", per_week(before), per_week(after))
                        }
                        _ => String::new(),
                    };
                    let title =
                        if element == ChangeElement::HowOften { "How often" } else { title };
                    self.add(element, effect, title, places, &more);
                }
                None => {}
            }
        }
        // An outcome can be said without an amount that it had.
        if of == ChangeOf::Outcome {
            return;
        }
        for was in was {
            self.add(element, ChangeEffect::Less, title, (Some((was.from, was.to)), None), "");
        }
        for is in is {
            let effect = if is.is_vague { ChangeEffect::Other } else { ChangeEffect::More };
            self.add(element, effect, title, (None, Some((is.from, is.to))), "");
        }
    }

    fn period(&mut self) {
        let title = "For how long";
        match (self.old.weeks(), self.new.weeks()) {
            (Some((was, from)), Some((is, to))) if !about_the_same(was, is, SCHOOL_YEARS) => {
                let effect = if is < was { ChangeEffect::Less } else { ChangeEffect::More };
                self.add(ChangeElement::Period, effect, title, (Some(from), Some(to)), "");
            }
            (None, Some((weeks, to))) if weeks < WEEKS / 4 => {
                self.add(ChangeElement::Period, ChangeEffect::Less, title, (None, Some(to)), "");
            }
            (Some((weeks, from)), None) if weeks < WEEKS / 4 => {
                self.add(ChangeElement::Period, ChangeEffect::More, title, (Some(from), None), "");
            }
            _ => {}
        }
    }

    fn groups(&mut self) {
        let alone = |groups: &[Sharing], others: &[Sharing]| -> Vec<Sharing> {
            let mut alone: Vec<Sharing> = Vec::new();
            for group in groups {
                let is_known = |known: &Sharing| known.size == group.size;
                if !others.iter().any(is_known) && !alone.iter().any(is_known) {
                    alone.push(*group);
                }
            }
            alone
        };
        let (was, is) =
            (alone(&self.old.groups, &self.new.groups), alone(&self.new.groups, &self.old.groups));
        let title = "Group";
        let element = ChangeElement::Group;
        let place = |group: &Sharing| (group.from, group.to);
        let largest = |groups: &[Sharing]| groups.iter().max_by_key(|group| group.size).copied();
        match (largest(&was), largest(&is)) {
            (Some(was), Some(is)) => {
                let effect =
                    if is.size > was.size { ChangeEffect::Less } else { ChangeEffect::More };
                self.add(element, effect, title, (Some(place(&was)), Some(place(&is))), "");
            }
            (Some(was), None) => {
                let is_counted = was.size % 100 == 0 && was.size < 3_000;
                let effect = if was.size <= 100 || self.new.groups.is_empty() && is_counted {
                    ChangeEffect::Less
                } else {
                    ChangeEffect::More
                };
                self.add(element, effect, title, (Some(place(&was)), None), "");
            }
            (None, Some(is)) => {
                let effect = if is.size <= 100 { ChangeEffect::More } else { ChangeEffect::Less };
                self.add(element, effect, title, (None, Some(place(&is))), "");
            }
            (None, None) => {}
        }
    }

    fn dates(&mut self) {
        let kinds = [DateKind::Day, DateKind::Month, DateKind::Year];
        for kind in kinds {
            for ends in [false, true] {
                let of = |dates: &[Date], others: &[Date]| -> Option<Date> {
                    let is_of = |date: &&Date| date.kind == kind && date.ends == ends;
                    let is_new = |date: &&Date| {
                        !others.iter().any(|other| other.kind == kind && other.order == date.order)
                    };
                    dates.iter().filter(is_of).find(is_new).copied()
                };
                let was = of(&self.old.dates, &self.new.dates);
                let is = of(&self.new.dates, &self.old.dates);
                if let (Some(was), Some(is)) = (was, is) {
                    let is_less = (is.order > was.order) != ends;
                    let effect = if is_less { ChangeEffect::Less } else { ChangeEffect::More };
                    let places = (Some((was.from, was.to)), Some((is.from, is.to)));
                    self.add(ChangeElement::ByWhen, effect, "By when", places, "");
                }
            }
        }
        let (old, new) = (&self.old.dates, &self.new.dates);
        if let (false, true, Some(was)) = (old.is_empty(), new.is_empty(), old.first()) {
            let effect = if was.ends { ChangeEffect::More } else { ChangeEffect::Less };
            self.add(
                ChangeElement::ByWhen,
                effect,
                "By when",
                (Some((was.from, was.to)), None),
                "",
            );
        } else if let Some(is) = self.new_end() {
            self.add(
                ChangeElement::Period,
                ChangeEffect::Less,
                "Until when",
                (None, Some((is.from, is.to))),
                "",
            );
        }
    }

    /// A date with which it ends, where it had none, or ended with a stage that is years away.
    fn new_end(&self) -> Option<Date> {
        let ends = |dates: &[Date]| dates.iter().find(|date| date.ends).copied();
        let is = ends(&self.new.dates)?;
        let is_sooner = match ends(&self.old.dates) {
            Some(was) => was.kind == DateKind::Year && is.kind == DateKind::Month,
            None => !self.old.dates.iter().any(|date| date.kind == is.kind),
        };
        is_sooner.then_some(is)
    }

    fn scales(&mut self) {
        let (old, new) = (self.old, self.new);
        for (was, is) in old.levels.iter().zip(&new.levels) {
            let difference = differences(was, is);
            // Who provided it now plans it, and nobody else is said to provide it: the words for it alone differ.
            let still = |levels: &&Levels| {
                levels.element == ChangeElement::Oversight && levels.highest() >= was.highest()
            };
            let is_still_there = was.element == ChangeElement::Who
                && is.is_empty()
                && new.levels.iter().any(|levels| still(&levels));
            if let Some(difference) = difference.filter(|_| !is_still_there) {
                let place = |mark: super::table::Mark| (mark.from, mark.to);
                let places = (difference.old.map(place), difference.new.map(place));
                self.add(was.element, difference.effect, &was.title, places, "");
            }
        }
    }

    fn counts(&mut self) {
        for change in compare_counts(&self.old.counts, &self.new.counts, self.new.words) {
            let effect = if change.is_less { ChangeEffect::Less } else { ChangeEffect::More };
            self.add(ChangeElement::Number, effect, "Number", (Some(change.old), change.new), "");
        }
    }

    /// Words that are open to interpretation by a rule that finds nothing in the other version.
    fn open(&mut self) {
        let alone = |open: &[OpenWords], others: &[OpenWords]| {
            let is_alone = |words: &&OpenWords| others.iter().all(|other| other.rule != words.rule);
            open.iter().find(is_alone).map(|words| words.quote.clone())
        };
        let (gone, come) =
            (alone(&self.old.open, &self.new.open), alone(&self.new.open, &self.old.open));
        let effect = if come.is_some() { ChangeEffect::Less } else { ChangeEffect::More };
        let title = "Open to interpretation";
        let words = match (gone, come) {
            (_, Some(come)) => (String::new(), come),
            (Some(gone), None) => (gone, String::new()),
            (None, None) => return,
        };
        self.add_words(ChangeElement::Wording, effect, title, words, "");
    }

    fn content(&mut self) {
        let change = compare_content(&self.old.content, &self.new.content);
        if let Some(lost) = change.lost {
            let place = (lost.from, lost.to);
            self.add(
                ChangeElement::Content,
                ChangeEffect::Less,
                "Content",
                (Some(place), None),
                "",
            );
        }
        if let Some(gained) = change.gained {
            let place = (gained.from, gained.to);
            self.add(
                ChangeElement::Content,
                ChangeEffect::More,
                "Content",
                (None, Some(place)),
                "",
            );
        }
    }
}

/// Whether an amount is less or more than it was, and by which element.
fn compare_amounts(was: &Amount, is: &Amount) -> Option<(ChangeEffect, ChangeElement)> {
    let by = |was: i64, is: i64, element| {
        (was != is)
            .then_some((if is < was { ChangeEffect::Less } else { ChangeEffect::More }, element))
    };
    if was.is_money != is.is_money {
        return None;
    }
    if let (Some(was), Some(is)) = (was.total(), is.total()) {
        return by(was, is, ChangeElement::Time);
    }
    let less = |element| Some((ChangeEffect::Less, element));
    match ((was.minutes, was.times), (is.minutes, is.times)) {
        ((_, Some(was)), (_, Some(is))) if !about_the_same(was, is, SCHOOL_YEARS) => {
            by(was, is, ChangeElement::HowOften)
        }
        ((Some(_), _), (None, _)) => less(ChangeElement::Time),
        ((_, Some(_)), (_, None)) => less(ChangeElement::HowOften),
        ((Some(was), _), (Some(is), _)) if was != is => by(was, is, ChangeElement::Time),
        ((None, _), (Some(_), _)) => Some((ChangeEffect::More, ChangeElement::Time)),
        ((_, None), (_, Some(_))) => Some((ChangeEffect::More, ChangeElement::HowOften)),
        _ => None,
    }
}

/// Minutes a week, of minutes in four school years.
fn per_week(total: i64) -> i64 {
    total.saturating_add(WEEKS / 2) / WEEKS
}
