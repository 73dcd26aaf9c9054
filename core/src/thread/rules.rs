//! The rules of the golden thread: one function each.

use super::circle::circles;
use super::finding::{KindCount, Thread, ThreadFinding, ThreadNode};
use super::lines::{ItemNumber, Lines, Link, Sections};
use super::plan::{ThreadItem, ThreadKind, ThreadPlan};
use crate::document::table::{Number, Table};
use crate::framework::{Framework, Severity, ThreadBuiltIn, ThreadReading, ThreadRule};
use crate::text::fill::fill;

/// The entry of `not_checked` for the rules that a framework defines.
const RULES_OF_FRAMEWORK: &str = "thread-rules";

/// How the items of a plan hang together under a framework.
///
/// An item without any line breaks each rule about its section. Those findings stay, since each asks for
/// something else and counts by rule would be wrong without them; that it is an orphan is one finding more.
/// Pictures, which have little room, name the orphan alone.
#[must_use]
pub fn thread<'a>(framework: &'a Framework, plan: &'a ThreadPlan) -> Thread<'a> {
    let reading = framework.thread();
    let lines = Lines::new(plan, reading);
    let findings = reading.map_or_else(Vec::new, |reading| findings(&lines, reading));
    let mut is_broken = Table::like(&lines.items, false);
    for finding in findings.iter().filter(|finding| finding.is_break()) {
        is_broken[ItemNumber::at(finding.number)] = true;
    }
    let counts = ThreadKind::ALL.iter().map(|kind| {
        let (mut count, mut unbroken) = (0, 0);
        for (number, item) in lines.items.iter() {
            if item.section.kind() == *kind {
                count += 1;
                unbroken += usize::from(!is_broken[number]);
            }
        }
        KindCount { kind: *kind, items: count, whole: reading.map(|_| unbroken) }
    });
    Thread {
        counts: counts.collect(),
        findings,
        not_checked: not_checked(reading),
        lines: lines.views(),
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

/// What breaks the thread: the most serious first, then in the order of the rules.
fn findings<'a>(lines: &Lines<'a>, reading: &'a ThreadReading) -> Vec<ThreadFinding<'a>> {
    let mut findings = Vec::new();
    for severity in Severity::ALL {
        for rule in reading.rules.iter().filter(|rule| rule.severity == *severity) {
            findings.extend(match ThreadBuiltIn::from_word(&rule.id) {
                None => missing_line(lines, rule),
                Some(ThreadBuiltIn::UnknownLink) => unknown_link(lines, rule),
                Some(ThreadBuiltIn::SenselessLink) => senseless_link(lines, rule),
                Some(ThreadBuiltIn::Orphan) => orphan(lines, rule),
                Some(ThreadBuiltIn::ReferenceCycle) => reference_cycle(lines, rule),
            });
        }
    }
    findings
}

/// The items that have no line of those that a rule of the framework asks for.
fn missing_line<'a>(lines: &Lines<'a>, rule: &'a ThreadRule) -> Vec<ThreadFinding<'a>> {
    let of = Sections::of(rule.of.iter().flatten());
    let to = Sections::of(rule.to.iter().flatten());
    let message = rule.message.as_deref().unwrap_or_default();
    let mut findings = Vec::new();
    for (number, item) in lines.items.iter() {
        if of.has(item.section) && !lines.reached[number].has_any(to) {
            let message = fill(message, &[("id", &&*item.id)]);
            findings.push(finding(lines, rule, number, None, message));
        }
    }
    findings
}

/// The links to items that the plan does not have.
fn unknown_link<'a>(lines: &Lines<'a>, rule: &'a ThreadRule) -> Vec<ThreadFinding<'a>> {
    let mut findings = Vec::new();
    for &(item, place) in &lines.unknown {
        let template = "{id} is linked to an item that is not in the plan.";
        let message = fill(template, &[("id", &lines.id(item))]);
        let mut finding = finding(lines, rule, item, Some(place), message);
        let mut stated = lines.items[item].links.iter().flatten();
        finding.others.extend(stated.nth(place).map(|id| &**id));
        findings.push(finding);
    }
    findings
}

/// The links between items that no line joins.
fn senseless_link<'a>(lines: &Lines<'a>, rule: &'a ThreadRule) -> Vec<ThreadFinding<'a>> {
    let mut findings = Vec::new();
    for link in &lines.senseless {
        let Link { item, place, .. } = *link;
        let other = link.other();
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
        let mut finding = finding(lines, rule, item, Some(place), fill(template, &parts));
        finding.others.push(lines.id(other));
        findings.push(finding);
    }
    findings
}

/// The items without any line.
fn orphan<'a>(lines: &Lines<'a>, rule: &'a ThreadRule) -> Vec<ThreadFinding<'a>> {
    let mut findings = Vec::new();
    for (number, _) in lines.reached.iter().filter(|(_, reached)| reached.is_empty()) {
        let message = fill("{id} has no line to any other item.", &[("id", &lines.id(number))]);
        findings.push(finding(lines, rule, number, None, message));
    }
    findings
}

/// The circles of three items or more that refer to each other.
fn reference_cycle<'a>(lines: &Lines<'a>, rule: &'a ThreadRule) -> Vec<ThreadFinding<'a>> {
    let mut findings = Vec::new();
    for circle in circles(&lines.references) {
        if let Some((&first, others)) = circle.split_first() {
            let template = "Links lead from {id} by way of {count} other items back to it.";
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("id", &lines.id(first)), ("count", &others.len())];
            let mut finding = finding(lines, rule, first, None, fill(template, &parts));
            finding.others = others.iter().map(|other| lines.id(*other)).collect();
            findings.push(finding);
        }
    }
    findings
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
    let number = item.place();
    let mut at = ["/items/", &number.to_string()].concat();
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
        number,
    }
}
