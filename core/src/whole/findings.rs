//! Gathers findings: each once, at its first place, the most serious first.

use std::fmt::Display;

use super::finding::{FindingKind, PlanFinding};
use crate::document::map::{TextMap, Texts};
use crate::document::table::{Table, number};
use crate::framework::PlanRule;
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace};
use crate::text::fill::fill;
use crate::text::order::{distinct, sort_by};

/// The most findings that are listed for one plan.
pub(super) const MOST_FINDINGS: usize = 5_000;

/// The most other places that are listed for one finding.
const MOST_OTHERS: usize = 100;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

number! {
    /// The number of a finding in the order in which they were made.
    struct FindingNumber;
}

/// The findings so far.
pub(super) struct Findings<'a> {
    dismissed: Texts,
    list: Table<FindingNumber, PlanFinding<'a>>,
    /// Their numbers by their fingerprints.
    known: TextMap<FindingNumber>,
    more: u32,
}

/// Where something was found, and with which words.
pub(super) struct Spot<'w> {
    pub(super) section: Option<PlanSection>,
    pub(super) place: Option<TextPlace>,
    pub(super) others: Vec<TextPlace>,
    /// The words that name the finding: they are hashed and not kept.
    pub(super) words: &'w str,
}

impl<'a> Findings<'a> {
    pub(super) fn new(dismissed: &[String]) -> Self {
        let mut names = Texts::default();
        for name in dismissed {
            names.insert(name);
        }
        Self { dismissed: names, list: Table::default(), known: TextMap::default(), more: 0 }
    }

    /// Adds what a rule about the plan found.
    pub(super) fn found(
        &mut self,
        kind: FindingKind,
        rule: &'a PlanRule,
        spot: Spot<'_>,
        parts: &[(&str, &dyn Display)],
    ) {
        self.add(PlanFinding {
            id: 0,
            kind,
            rule: rule.id.word(),
            severity: rule.severity,
            section: spot.section,
            place: spot.place,
            message: fill(&rule.message, parts),
            why: &rule.why,
            instead: &rule.instead,
            action: rule.action,
            cites: &rule.cites,
            basis: Some(rule.basis),
            missing: Vec::new(),
            rewrite: None,
            learned: None,
            parts: Vec::new(),
            others: spot.others,
            fingerprint: fingerprint(rule.id.word(), spot.words),
        });
    }

    /// Adds a finding, unless it was dismissed. One that is there already has one more place.
    pub(super) fn add(&mut self, mut finding: PlanFinding<'a>) {
        let is_same = |known: &PlanFinding| {
            (known.kind, known.rule, &known.message)
                == (finding.kind, finding.rule, &finding.message)
        };
        if let Some(known) = self.known.get(&finding.fingerprint) {
            if is_same(&self.list[*known]) {
                join(&mut self.list[*known], finding);
                return;
            }
            // The same words can break one rule in a section and another elsewhere.
            finding.fingerprint = fingerprint(finding.rule, &finding.fingerprint);
            if let Some(known) = self.known.get(&finding.fingerprint) {
                join(&mut self.list[*known], finding);
                return;
            }
        }
        if self.dismissed.contains(&finding.fingerprint) {
            return;
        }
        if self.list.len() >= MOST_FINDINGS {
            self.more = self.more.saturating_add(1);
            return;
        }
        let known = finding.fingerprint.clone();
        self.known.insert(&known, self.list.push(finding));
    }

    /// Counts so many that are not listed, as more than these are.
    pub(super) fn more(&mut self, more: usize) {
        self.more = self.more.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
    }

    /// The findings in their order, with their numbers, and how many more there are.
    pub(super) fn in_order(self, plan: &PlanDocument) -> (Vec<PlanFinding<'a>>, u32) {
        let first_parts: Vec<(PlanSection, u32)> = PlanSection::ALL
            .iter()
            .filter_map(|section| {
                let mut parts = (0..).zip(plan.parts.iter());
                let (number, _) = parts.find(|(_, part)| part.sections.contains(section))?;
                Some((*section, number))
            })
            .collect();
        let first_part = |section: PlanSection| {
            let known = first_parts.iter().find(|(known, _)| *known == section);
            known.map(|(_, number)| *number)
        };
        let mut findings: Vec<PlanFinding> = self.list.into_iter().collect();
        for finding in &mut findings {
            distinct(&mut finding.others);
            finding.others.retain(|other| finding.place.as_ref() != Some(other));
            finding.others.truncate(MOST_OTHERS);
        }
        let key = |finding: &PlanFinding| {
            // What a section does not say stands before what it says.
            let [part, block, at] = finding.place.map_or_else(
                || [finding.section.and_then(first_part).unwrap_or(u32::MAX), 0, 0],
                |place| [place.part, place.block, place.at.0],
            );
            [finding.severity as u32, part, block, at]
        };
        sort_by(&mut findings, |one, other| key(one).cmp(&key(other)));
        for (number, finding) in (0_u32..).zip(&mut findings) {
            finding.id = number;
        }
        (findings, self.more)
    }
}

/// Adds the place of a finding to the same one elsewhere, which stands at the first of both.
fn join<'a>(known: &mut PlanFinding<'a>, mut same: PlanFinding<'a>) {
    if same.place.is_some() && same.place < known.place {
        std::mem::swap(&mut known.place, &mut same.place);
        std::mem::swap(&mut known.section, &mut same.section);
        std::mem::swap(&mut known.parts, &mut same.parts);
    }
    if known.others.len() < MOST_OTHERS {
        known.others.extend(same.place);
        known.others.extend(same.others);
    }
}

/// The name of a finding: a hash of its rule and its words (FNV-1a, 64 bits).
pub(super) fn fingerprint(rule: &str, words: &str) -> String {
    let mut hash = FNV_OFFSET;
    let letters = words.chars().map(|c| u32::from(c.to_ascii_lowercase()));
    for letter in rule.chars().map(u32::from).chain([0]).chain(letters) {
        hash = (hash ^ u64::from(letter)).wrapping_mul(FNV_PRIME);
    }
    format!("{hash:016x}")
}
