//! The rules of the golden thread: one function each.

use super::circle::circles;
use super::finding::{KindCount, Thread, ThreadFinding, ThreadNode};
use super::lines::{Lines, Link, Sections};
use super::plan::{ItemNumber, ThreadItem, ThreadKind, ThreadPlan};
use crate::document::table::{Number, Table};
use crate::framework::{Framework, Severity, ThreadBuiltIn, ThreadReading, ThreadRule};
use crate::text::fill::fill;

/// The entry of `not_checked` for the rules that a framework defines.
const RULES_OF_FRAMEWORK: &str = "thread-rules";

/// The most findings of one rule that are listed.
pub const MOST_OF_A_RULE: usize = 500;

/// The most lines that are listed.
pub const MOST_LINES: usize = 100_000;

/// How the items of a plan hang together under a framework.
///
/// An item without any line breaks each rule about its section. Those findings stay, since each asks for
/// something else and counts by rule would be wrong without them; that it is an orphan is one finding more.
/// Pictures, which have little room, name the orphan alone.
#[must_use]
pub fn thread<'a>(framework: &'a Framework, plan: &'a ThreadPlan) -> Thread<'a> {
    thread_up_to(framework, plan, MOST_OF_A_RULE)
}

/// The same with so many findings of one rule at most.
pub(crate) fn thread_up_to<'a>(
    framework: &'a Framework,
    plan: &'a ThreadPlan,
    most: usize,
) -> Thread<'a> {
    let reading = framework.thread();
    let lines = Lines::new(plan, reading);
    let mut found = Found {
        lines: &lines,
        list: Vec::new(),
        is_broken: Table::like(&lines.items, false),
        most,
        of_rule: 0,
        more: 0,
    };
    if let Some(reading) = reading {
        found.by(reading);
    }
    let Found { list: findings, is_broken, more, .. } = found;
    let counts = ThreadKind::ALL.iter().map(|kind| {
        let (mut count, mut unbroken) = (0, 0);
        for (number, item) in lines.items.iter() {
            if item.section.kind() == *kind {
                count += 1;
                unbroken += usize::from(!is_broken[number]);
            }
        }
        KindCount { kind: *kind, items: count, unbroken: reading.map(|_| unbroken) }
    });
    let (views, more_lines) = lines.views(MOST_LINES);
    Thread {
        counts: counts.collect(),
        findings,
        more,
        not_checked: not_checked(reading),
        lines: views,
        more_lines,
        items: plan.items.iter().map(node).collect(),
    }
}

fn node(item: &ThreadItem) -> ThreadNode<'_> {
    let kind = item.section.kind();
    ThreadNode { id: &item.id, section: item.section, kind, text: &item.text }
}

/// The rules that a framework does not have.
fn not_checked(reading: Option<&ThreadReading>) -> Vec<&'static str> {
    let has =
        |id: &str| reading.is_some_and(|reading| reading.rules.iter().any(|rule| rule.id == id));
    let built_in = ThreadBuiltIn::WORDS.iter().copied().filter(|id| !has(id));
    let of_framework = reading.is_none().then_some(RULES_OF_FRAMEWORK);
    of_framework.into_iter().chain(built_in).collect()
}

/// The rules, the most serious first.
pub(crate) fn by_severity(reading: &ThreadReading) -> impl Iterator<Item = &ThreadRule> {
    let of = |severity: &Severity| {
        let severity = *severity;
        reading.rules.iter().filter(move |rule| rule.severity == severity)
    };
    Severity::ALL.iter().flat_map(of)
}

/// What was found so far.
struct Found<'l, 'a> {
    lines: &'l Lines<'a>,
    list: Vec<ThreadFinding<'a>>,
    /// Which items a finding breaks, listed or not.
    is_broken: Table<ItemNumber, bool>,
    /// The most findings of one rule that are listed.
    most: usize,
    /// How many are listed of the rule in hand.
    of_rule: usize,
    /// How many more there are, of all rules.
    more: usize,
}

impl<'a> Found<'_, 'a> {
    /// What breaks the thread: the most serious first, then in the order of the rules.
    fn by(&mut self, reading: &'a ThreadReading) {
        for rule in by_severity(reading) {
            self.of_rule = 0;
            match ThreadBuiltIn::from_word(&rule.id) {
                None => self.missing_line(rule),
                Some(ThreadBuiltIn::UnknownLink) => self.unknown_link(rule),
                Some(ThreadBuiltIn::SenselessLink) => self.senseless_link(rule),
                Some(ThreadBuiltIn::Orphan) => self.orphan(rule),
                Some(ThreadBuiltIn::ReferenceCycle) => self.reference_cycle(rule),
            }
        }
    }

    /// Adds a finding about an item or, by its place among them, one of its links. One that is not listed has no need
    /// of its sentence.
    fn add(
        &mut self,
        rule: &'a ThreadRule,
        item: ItemNumber,
        link: Option<usize>,
        words: impl FnOnce(&Lines<'a>) -> (String, Vec<&'a str>),
    ) {
        if rule.severity != Severity::Information {
            self.is_broken[item] = true;
        }
        if self.of_rule == self.most {
            self.more += 1;
            return;
        }
        self.of_rule += 1;
        let (message, others) = words(self.lines);
        self.list.push(ThreadFinding { others, ..finding(self.lines, rule, item, link, message) });
    }

    /// The items that have no line of those that a rule of the framework asks for.
    fn missing_line(&mut self, rule: &'a ThreadRule) {
        let of = Sections::of(rule.of.iter().flatten());
        let to = Sections::of(rule.to.iter().flatten());
        let message = rule.message.as_deref().unwrap_or_default();
        for (number, item) in self.lines.items.iter() {
            if of.has(item.section) && !self.lines.reached[number].has_any(to) {
                self.add(rule, number, None, |_| {
                    (fill(message, &[("id", &&*item.id)]), Vec::new())
                });
            }
        }
    }

    /// The links to items that the plan does not have.
    fn unknown_link(&mut self, rule: &'a ThreadRule) {
        for &(item, place) in &self.lines.unknown {
            self.add(rule, item, Some(place), |lines| {
                let template = "{id} is linked to an item that is not in the plan.";
                let mut stated = lines.items[item].links.iter().flatten();
                let other = stated.nth(place).map(|id| &**id);
                (fill(template, &[("id", &lines.id(item))]), other.into_iter().collect())
            });
        }
    }

    /// The links between items that no line joins.
    fn senseless_link(&mut self, rule: &'a ThreadRule) {
        for link in &self.lines.senseless {
            let Link { item, place, .. } = *link;
            let other = link.other();
            self.add(rule, item, Some(place), |lines| {
                let [section, other_section] = [item, other].map(|item| lines.items[item].section);
                let template = if item == other {
                    "{id} is linked to itself."
                } else if section == other_section {
                    "{id} is linked to {other}, but no line joins two items of Section {section}."
                } else {
                    "{id} is linked to {other}, but no line joins Section {section} and Section \
                     {other_section}."
                };
                let parts: [(&str, &dyn std::fmt::Display); 4] = [
                    ("id", &lines.id(item)),
                    ("other", &lines.id(other)),
                    ("section", &section.word()),
                    ("other_section", &other_section.word()),
                ];
                (fill(template, &parts), vec![lines.id(other)])
            });
        }
    }

    /// The items without any line.
    fn orphan(&mut self, rule: &'a ThreadRule) {
        for (number, _) in self.lines.reached.iter().filter(|(_, reached)| reached.is_empty()) {
            self.add(rule, number, None, |lines| {
                let message = "{id} has no line to any other item.";
                (fill(message, &[("id", &lines.id(number))]), Vec::new())
            });
        }
    }

    /// The circles of three items or more that refer to each other.
    fn reference_cycle(&mut self, rule: &'a ThreadRule) {
        for circle in circles(&self.lines.references) {
            let Some((&first, others)) = circle.split_first() else { continue };
            self.add(rule, first, None, |lines| {
                let template = "Links lead from {id} by way of {count} other items back to it.";
                let parts: [(&str, &dyn std::fmt::Display); 2] =
                    [("id", &lines.id(first)), ("count", &others.len())];
                let ids = others.iter().map(|other| lines.id(*other)).collect();
                (fill(template, &parts), ids)
            });
        }
    }
}

/// A finding about an item or, by its place among them, one of its links.
#[cfg_attr(target_family = "wasm", inline(never))]
fn finding<'a>(
    lines: &Lines<'a>,
    rule: &'a ThreadRule,
    item: ItemNumber,
    link: Option<usize>,
    message: String,
) -> ThreadFinding<'a> {
    let mut at = ["/items/", &item.place().to_string()].concat();
    if let Some(link) = link {
        at.push_str("/links/");
        at.push_str(&link.to_string());
    }
    ThreadFinding {
        rule: &rule.id,
        severity: rule.severity,
        item: lines.id(item),
        at,
        message,
        mark: &rule.mark,
        why: &rule.why,
        clear: &rule.clear,
        cites: &rule.cites,
        others: Vec::new(),
        number: item,
    }
}
