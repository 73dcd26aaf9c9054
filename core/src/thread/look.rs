//! Draws the lines of a plan, and looks for what breaks the thread.

use std::collections::BTreeMap;

use super::circle::circles;
use super::{
    KindCount, Thread, ThreadFinding, ThreadItem, ThreadKind, ThreadLine, ThreadNode, ThreadPlan,
    ThreadSection,
};
use crate::document::shape::Names;
use crate::framework::{Framework, Severity, ThreadBuiltIn, ThreadReading, ThreadRule};
use crate::text::order::{pack, sort, unpack};

/// What stands in `not_checked` for the rules that a framework tells.
const TOLD_RULES: &str = "thread-rules";

/// How the items of a plan hang together under a framework.
///
/// An item without any line breaks each rule about its section. Those findings stay, since each asks
/// for something else and counts by rule would be wrong without them; that it is an orphan is one
/// finding more. What is told in few words, as in a picture, names the orphan alone.
#[must_use]
pub fn thread<'a>(framework: &'a Framework, plan: &'a ThreadPlan) -> Thread<'a> {
    let reading = framework.rules.thread.as_ref();
    let items: Vec<ThreadNode> = plan.items.iter().map(node).collect();
    let look = Look::new(plan, reading);
    let findings = reading.map_or_else(Vec::new, |reading| look.findings(reading));
    let mut is_broken = vec![false; items.len()];
    for finding in findings.iter().filter(|finding| finding.is_break()) {
        if let Some(is_broken) = is_broken.get_mut(finding.number) {
            *is_broken = true;
        }
    }
    let counts = ThreadKind::ALL.iter().map(|kind| {
        let (mut count, mut whole) = (0, 0);
        for (item, is_broken) in items.iter().zip(&is_broken) {
            if item.kind == *kind {
                count += 1;
                whole += usize::from(!is_broken);
            }
        }
        KindCount { kind: *kind, items: count, whole: reading.map(|_| whole) }
    });
    Thread {
        counts: counts.collect(),
        findings,
        not_checked: not_checked(reading),
        lines: look.lines(),
        items,
    }
}

fn node(item: &ThreadItem) -> ThreadNode<'_> {
    let kind = item.section.kind();
    ThreadNode { id: &item.id, section: item.section, kind, text: &item.text }
}

fn not_checked(reading: Option<&ThreadReading>) -> Vec<&'static str> {
    let has =
        |id: &str| reading.is_some_and(|reading| reading.rules.iter().any(|rule| rule.id == id));
    let built_in = ThreadBuiltIn::WORDS.iter().copied().filter(|id| !has(id));
    let told = reading.is_none().then_some(TOLD_RULES);
    told.into_iter().chain(built_in).collect()
}

impl ThreadFinding<'_> {
    /// Whether it breaks the item that it is about. What is only to be known does not.
    pub(super) fn is_break(&self) -> bool {
        self.severity != Severity::Information
    }
}

/// A link as it is stated. Its numbers are below 65,536: a plan has at most 10,000 items, and an item
/// at most 1,000 links.
#[derive(Clone, Copy)]
struct Link {
    /// The numbers of the two items, the lower first.
    low: usize,
    high: usize,
    /// The item that states it, and which of its links it is.
    item: usize,
    number: usize,
}

/// A plan being looked at.
struct Look<'a> {
    plan: &'a ThreadPlan,
    /// The links between items that may not be joined, by where each is stated first.
    senseless: Vec<Link>,
    /// The links to what the plan does not have: the item and which of its links it is.
    unknown: Vec<(usize, usize)>,
    /// The numbers of the two ends of each line, the one whose kind comes first before the other.
    lines: Vec<(usize, usize)>,
    /// The sections that each item has lines to, a bit each.
    reached: Vec<u16>,
    /// The items that each item refers to, without those that refer back to it.
    references: Vec<Vec<usize>>,
}

const fn bit(section: ThreadSection) -> u16 {
    1 << section as u16
}

impl<'a> Look<'a> {
    fn new(plan: &'a ThreadPlan, reading: Option<&ThreadReading>) -> Self {
        let count = plan.items.len();
        let mut look = Self {
            plan,
            senseless: Vec::new(),
            unknown: Vec::new(),
            lines: Vec::new(),
            reached: vec![0; count],
            references: vec![Vec::new(); count],
        };
        let links = look.links();
        for same in links.chunk_by(|one, next| (one.low, one.high) == (next.low, next.high)) {
            look.join(same, reading);
        }
        let stated = |link: &Link| pack([link.item, link.number, link.low, link.high]);
        let mut senseless: Vec<u64> = look.senseless.iter().map(stated).collect();
        sort(&mut senseless);
        let link = |key: u64| {
            let [item, number, low, high] = unpack(key);
            Link { low, high, item, number }
        };
        look.senseless = senseless.into_iter().map(link).collect();
        let mut drawn: Vec<u64> =
            look.lines.iter().map(|(from, to)| pack([0, 0, *from, *to])).collect();
        sort(&mut drawn);
        let ends = |key: u64| {
            let [_, _, from, to] = unpack(key);
            (from, to)
        };
        look.lines = drawn.into_iter().map(ends).collect();
        look
    }

    /// All links to known items, those between the same two items together; the others are noted.
    fn links(&mut self) -> Vec<Link> {
        let items = &self.plan.items;
        let mut by_id = BTreeMap::new();
        for (number, item) in items.iter().enumerate() {
            by_id.insert(item.id.as_str(), number);
        }
        let mut links = Vec::new();
        for (item, stated) in items.iter().enumerate() {
            // One that is named twice is unknown once, where it stands first.
            let mut unknown = Names::default();
            for (number, id) in stated.links.iter().flatten().enumerate() {
                match by_id.get(id.as_str()) {
                    Some(&other) => {
                        links.push(pack([item.min(other), item.max(other), item, number]));
                    }
                    None if unknown.insert(id) => self.unknown.push((item, number)),
                    None => {}
                }
            }
        }
        sort(&mut links);
        let link = |key: u64| {
            let [low, high, item, number] = unpack(key);
            Link { low, high, item, number }
        };
        links.into_iter().map(link).collect()
    }

    /// Joins two items, by all links that state it.
    fn join(&mut self, same: &[Link], reading: Option<&ThreadReading>) {
        let Some(&first) = same.first() else { return };
        let Link { low, high, item, .. } = first;
        let other = if item == low { high } else { low };
        if low != high
            && same.iter().all(|link| link.item == item)
            && let Some(references) = self.references.get_mut(item)
        {
            references.push(other);
        }
        let Some(low_section) = self.section(low) else { return };
        let Some(high_section) = self.section(high) else { return };
        // A framework that does not tell which lines may be drawn has all of them drawn.
        let may_join = reading.is_none_or(|reading| reading.may_join(low_section, high_section));
        if low == high || !may_join {
            self.senseless.push(first);
            return;
        }
        let is_first = low_section.kind() <= high_section.kind();
        self.lines.push(if is_first { (low, high) } else { (high, low) });
        for (item, section) in [(low, high_section), (high, low_section)] {
            if let Some(reached) = self.reached.get_mut(item) {
                *reached |= bit(section);
            }
        }
    }

    fn section(&self, number: usize) -> Option<ThreadSection> {
        self.plan.items.get(number).map(|item| item.section)
    }

    fn id(&self, number: usize) -> &'a str {
        self.plan.items.get(number).map_or("", |item| &item.id)
    }

    fn lines(&self) -> Vec<ThreadLine<'a>> {
        let line = |&(from, to): &(usize, usize)| ThreadLine {
            from: self.id(from),
            to: self.id(to),
            ends: (from, to),
        };
        self.lines.iter().map(line).collect()
    }

    fn findings(&self, reading: &'a ThreadReading) -> Vec<ThreadFinding<'a>> {
        let mut findings = Vec::new();
        for severity in Severity::ALL {
            for rule in reading.rules.iter().filter(|rule| rule.severity == *severity) {
                match ThreadBuiltIn::from_word(&rule.id) {
                    None => self.missing(rule, &mut findings),
                    Some(ThreadBuiltIn::UnknownLink) => {
                        findings.extend(self.unknown.iter().map(|link| self.unknown(rule, *link)));
                    }
                    Some(ThreadBuiltIn::SenselessLink) => {
                        let links = self.senseless.iter();
                        findings.extend(links.map(|link| self.senseless(rule, *link)));
                    }
                    Some(ThreadBuiltIn::Orphan) => {
                        for (number, reached) in self.reached.iter().enumerate() {
                            if *reached == 0 {
                                let message = [self.id(number), " has no line to any other item."];
                                findings.push(self.finding(rule, number, None, &message));
                            }
                        }
                    }
                    Some(ThreadBuiltIn::ReferenceCycle) => {
                        let circles = circles(&self.references);
                        findings.extend(circles.iter().filter_map(|all| self.circle(rule, all)));
                    }
                }
            }
        }
        findings
    }

    /// The items that have no line of those that a rule asks for.
    fn missing(&self, rule: &'a ThreadRule, findings: &mut Vec<ThreadFinding<'a>>) {
        let sections = |list: &Option<Vec<ThreadSection>>| {
            list.iter().flatten().fold(0, |all, section| all | bit(*section))
        };
        let (of, to) = (sections(&rule.of), sections(&rule.to));
        let message = rule.message.as_deref().unwrap_or_default();
        for (number, (item, reached)) in self.plan.items.iter().zip(&self.reached).enumerate() {
            if bit(item.section) & of != 0 && reached & to == 0 {
                let message = message.replace("{id}", &item.id);
                findings.push(self.finding(rule, number, None, &[&message]));
            }
        }
    }

    fn unknown(&self, rule: &'a ThreadRule, (item, link): (usize, usize)) -> ThreadFinding<'a> {
        let message = [self.id(item), " is linked to an item that is not in the plan."];
        let mut finding = self.finding(rule, item, Some(link), &message);
        let links = self.plan.items.get(item).and_then(|item| item.links.as_ref());
        finding.others.extend(links.and_then(|links| links.get(link)).map(String::as_str));
        finding
    }

    fn senseless(&self, rule: &'a ThreadRule, link: Link) -> ThreadFinding<'a> {
        let Link { low, high, item, number } = link;
        let other = if item == low { high } else { low };
        let section = |number| self.section(number).map_or("", ThreadSection::word);
        let (own, others) = (section(item), section(other));
        let (id, other_id) = (self.id(item), self.id(other));
        let message: &[&str] = if item == other {
            &[id, " is linked to itself."]
        } else if own == others {
            let what = ", but no line joins two items of Section ";
            &[id, " is linked to ", other_id, what, own, "."]
        } else {
            let what = ", but no line joins Section ";
            &[id, " is linked to ", other_id, what, own, " and Section ", others, "."]
        };
        let mut finding = self.finding(rule, item, Some(number), message);
        finding.others.push(other_id);
        finding
    }

    fn circle(&self, rule: &'a ThreadRule, all: &[usize]) -> Option<ThreadFinding<'a>> {
        let (&first, others) = all.split_first()?;
        let count = others.len().to_string();
        let message =
            ["Links lead from ", self.id(first), " by way of ", &count, " other items back to it."];
        let mut finding = self.finding(rule, first, None, &message);
        finding.others = others.iter().map(|other| self.id(*other)).collect();
        Some(finding)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn finding(
        &self,
        rule: &'a ThreadRule,
        number: usize,
        link: Option<usize>,
        message: &[&str],
    ) -> ThreadFinding<'a> {
        let mut at = ["/items/", &number.to_string()].concat();
        if let Some(link) = link {
            at.push_str("/links/");
            at.push_str(&link.to_string());
        }
        ThreadFinding {
            rule: &rule.id,
            severity: rule.severity,
            item: self.id(number),
            at,
            message: message.concat(),
            mark: &rule.mark,
            why: &rule.why,
            clear: &rule.clear,
            cites: &rule.cites,
            others: Vec::new(),
            number,
        }
    }
}
