//! The links that a plan does not state: by the subjects that items share, the area of need that they stand in, and
//! their order.

use super::found::{Finding, Found, FoundNumber};
use super::links::{Links, answered, ground};
use super::order::{MOST_PAIRS, Pairs, in_order};
use super::proposed::{ItemKind, LinkBasis};
use crate::document::map::TextMap;
use crate::document::table::{Number, Table};
use crate::law::PlanSection;
use crate::plan::document::Sureness;
use crate::text::order::distinct;

/// How near a need and an outcome must be for a link, a need and provision, and an aspiration and an outcome.
const NEAR: u64 = 120;
const NEAR_PROVISION: u64 = 200;
const NEAR_ASPIRATION: u64 = 200;

/// How near an item must be to one to which it is linked by way of a third.
const NEAR_CHAIN: u64 = 40;

/// From how near on a link is likely.
const LIKELY: u64 = 400;

/// What a pair must be worth to stand in the order of two lists, and what one is worth that the plan states.
const BAR: i64 = 20;
const STATED: i64 = 2_000;

/// How often nearer two items are that stand at the same place in the order of their lists.
const IN_ORDER: u64 = 2;

/// How much nearer a need is that the provision before answers too.
const GOES_ON: u64 = 30;

/// The most needs of one row that one piece of provision answers together.
const MOST_TOGETHER: usize = 3;

/// Adds the links that are matched.
pub(super) fn matched(links: &mut Links) {
    let items = &links.finding.items;
    let all = |kind: ItemKind| -> Vec<FoundNumber> {
        let of_kind = items.iter().filter(|(_, item)| item.kind == kind);
        of_kind.map(|(number, _)| number).collect()
    };
    let (aspirations, needs) = (all(ItemKind::Aspiration), all(ItemKind::Need));
    let (outcomes, provisions) = (all(ItemKind::Outcome), all(ItemKind::Provision));
    needs_to_outcomes(links, &needs, &outcomes);
    provisions_to_needs(links, &needs, &provisions);
    provisions_to_outcomes(links, &provisions);
    needs_by_provision(links, &needs);
    aspirations_to_outcomes(links, &aspirations, &outcomes);
}

/// Links needs to the outcomes of the provision that is linked to them.
fn needs_by_provision(links: &mut Links, needs: &[FoundNumber]) {
    for need in needs {
        if !links.linked(*need, ItemKind::Outcome).is_empty() {
            continue;
        }
        for outcome in by_way_of(links, *need, ItemKind::Provision, ItemKind::Outcome) {
            let ground = ground(LinkBasis::Chain, Sureness::Doubtful, outcome);
            links.add(*need, outcome, ground);
        }
    }
}

/// The items of a kind that are linked to those of another to which an item is linked, in order.
fn by_way_of(links: &Links, item: FoundNumber, way: ItemKind, kind: ItemKind) -> Vec<FoundNumber> {
    let way = links.linked(item, way).iter();
    let mut found: Vec<FoundNumber> =
        way.flat_map(|item| links.linked(*item, kind)).copied().collect();
    distinct(&mut found);
    found
}

fn needs_to_outcomes(links: &mut Links, needs: &[FoundNumber], outcomes: &[FoundNumber]) {
    if needs.len().saturating_mul(outcomes.len()) > MOST_PAIRS {
        return;
    }
    let is_free = |links: &Links, item: FoundNumber, kind| links.linked(item, kind).is_empty();
    for (need, outcome) in order(links, needs, outcomes, Pairs::OneToOne, score) {
        let is_among = links.among(need, ItemKind::Outcome).is_some();
        if is_free(links, need, ItemKind::Outcome) && !is_among {
            let near = score(links, need, outcome);
            add(links, need, outcome, LinkBasis::Subject, near);
        }
    }
    // An outcome that is left takes a need that is left, then each need the outcome that is nearest, then the reverse.
    outcomes_to_needs(links, needs, outcomes, true);
    for need in needs {
        if is_free(links, *need, ItemKind::Outcome) {
            let among = links.among(*need, ItemKind::Outcome).cloned();
            let candidates = among.as_deref().unwrap_or(outcomes);
            let found = best(candidates, &|outcome| score(links, *need, outcome));
            if let Some((near, outcome)) =
                found.filter(|(near, _)| among.is_some() || *near >= NEAR)
            {
                add(links, *need, outcome, LinkBasis::Subject, near);
            }
        }
    }
    outcomes_to_needs(links, needs, outcomes, false);
}

/// Links each outcome that has no need to the nearest, among all of them or those that have no outcome.
fn outcomes_to_needs(
    links: &mut Links,
    needs: &[FoundNumber],
    outcomes: &[FoundNumber],
    only_free: bool,
) {
    for outcome in outcomes {
        if !links.linked(*outcome, ItemKind::Need).is_empty() {
            continue;
        }
        let fits =
            |need: &FoundNumber| !only_free || links.linked(*need, ItemKind::Outcome).is_empty();
        let candidates: Vec<FoundNumber> = needs.iter().copied().filter(fits).collect();
        let found = best(&candidates, &|need| score(links, need, *outcome));
        if let Some((near, need)) = found.filter(|(near, _)| *near >= NEAR) {
            add(links, need, *outcome, LinkBasis::Subject, near);
        }
    }
}

fn provisions_to_needs(links: &mut Links, needs: &[FoundNumber], provisions: &[FoundNumber]) {
    for section in PlanSection::ALL.iter().copied() {
        let is_in = |provision: &FoundNumber| links.finding.items[*provision].section == section;
        let provisions: Vec<FoundNumber> = provisions.iter().copied().filter(is_in).collect();
        let sections = answered(section);
        let fits = |need: &FoundNumber| sections.contains(&links.finding.items[*need].section);
        let needs: Vec<FoundNumber> = needs.iter().copied().filter(fits).collect();
        if needs.len().saturating_mul(provisions.len()) > MOST_PAIRS {
            continue;
        }
        let mut expected = Table::like(&links.finding.items, None);
        let mut expect = |ones: &[FoundNumber], others: &[FoundNumber]| {
            for (one, other) in order(links, ones, others, Pairs::ManyToOne, answers) {
                expected[one] = Some(other);
            }
        };
        expect(&provisions, &needs);
        // Provision that belongs to one of a few needs follows their order.
        let mut sharing: TextMap<(Vec<FoundNumber>, Vec<FoundNumber>)> = TextMap::default();
        for provision in &provisions {
            if let Some(among) = links.among(*provision, ItemKind::Need) {
                let (of, provisions) = sharing.entry(&named(among));
                of.clone_from(among);
                provisions.push(*provision);
            }
        }
        for (_, (among, provisions)) in sharing.iter() {
            expect(provisions, among);
        }
        let mut before = None;
        for provision in &provisions {
            if links.linked(*provision, ItemKind::Need).is_empty() {
                let among = links.among(*provision, ItemKind::Need).cloned();
                match among {
                    Some(among)
                        if among.len() <= MOST_TOGETHER
                            && sharing
                                .get(&named(&among))
                                .is_some_and(|(_, all)| all.len() == 1) =>
                    {
                        for need in among {
                            add(links, *provision, need, LinkBasis::Row, LIKELY);
                        }
                    }
                    among => {
                        let in_order = expected[*provision];
                        let expected = Expected { in_order, before };
                        provision_to_need(links, &needs, *provision, among, expected);
                    }
                }
            }
            before = links.linked(*provision, ItemKind::Need).last().copied().or(before);
        }
    }
}

/// Items as a text by which they are found.
fn named(items: &[FoundNumber]) -> String {
    let numbers: Vec<String> = items.iter().map(|item| item.place().to_string()).collect();
    numbers.join(" ")
}

/// The needs that the place of a piece of provision speaks for.
#[derive(Debug, Clone, Copy)]
struct Expected {
    in_order: Option<FoundNumber>,
    before: Option<FoundNumber>,
}

fn provision_to_need(
    links: &mut Links,
    needs: &[FoundNumber],
    provision: FoundNumber,
    among: Option<Vec<FoundNumber>>,
    expected: Expected,
) {
    // Where the outcome is known, its needs are those to choose from.
    let chosen = among.unwrap_or_else(|| {
        let mut by_outcome = by_way_of(links, provision, ItemKind::Outcome, ItemKind::Need);
        by_outcome.retain(|need| needs.contains(need));
        by_outcome
    });
    let is_chosen = !chosen.is_empty();
    let candidates = if is_chosen { chosen.as_slice() } else { needs };
    let near = |need: FoundNumber| {
        let goes_on = if expected.before == Some(need) { GOES_ON } else { 0 };
        let near = answers(links, provision, need) + goes_on;
        if expected.in_order == Some(need) { near * IN_ORDER } else { near }
    };
    let found = best(candidates, &near);
    let is_only = candidates.len() == 1;
    if let Some((near, need)) =
        found.filter(|(near, _)| is_chosen || is_only || *near >= NEAR_PROVISION)
    {
        let basis = if is_chosen { LinkBasis::Chain } else { LinkBasis::Subject };
        add(links, provision, need, basis, near);
    }
}

/// How near a piece of provision is to a need and to what is to come of it.
fn answers(links: &Links, provision: FoundNumber, need: FoundNumber) -> u64 {
    let outcomes = links.linked(need, ItemKind::Outcome).iter();
    let by_outcome = outcomes.map(|outcome| score(links, *outcome, provision)).max();
    score(links, need, provision) + by_outcome.unwrap_or(0)
}

fn provisions_to_outcomes(links: &mut Links, provisions: &[FoundNumber]) {
    for provision in provisions {
        if !links.linked(*provision, ItemKind::Outcome).is_empty() {
            continue;
        }
        let by_need = by_way_of(links, *provision, ItemKind::Need, ItemKind::Outcome);
        let among = links.among(*provision, ItemKind::Outcome).cloned();
        let is_among = among.is_some();
        let candidates = among.unwrap_or_else(|| by_need.clone());
        let near = |outcome: FoundNumber| {
            let chained = if is_among && by_need.contains(&outcome) { LIKELY } else { 0 };
            score(links, outcome, *provision) + chained
        };
        let found = best(&candidates, &near);
        if let Some((near, outcome)) = found.filter(|(near, _)| is_among || *near >= NEAR_CHAIN) {
            let basis =
                if by_need.contains(&outcome) { LinkBasis::Chain } else { LinkBasis::Subject };
            add(links, *provision, outcome, basis, near);
        }
    }
}

fn aspirations_to_outcomes(
    links: &mut Links,
    aspirations: &[FoundNumber],
    outcomes: &[FoundNumber],
) {
    if aspirations.len().saturating_mul(outcomes.len()) > MOST_PAIRS {
        return;
    }
    for aspiration in aspirations {
        let found = best(outcomes, &|outcome| score(links, *aspiration, outcome));
        if let Some((near, outcome)) = found.filter(|(near, _)| *near >= NEAR_ASPIRATION) {
            add(links, *aspiration, outcome, LinkBasis::Subject, near);
        }
    }
}

/// With which of some others each item is paired where the order of both lists counts.
fn order(
    links: &Links,
    ones: &[FoundNumber],
    others: &[FoundNumber],
    pairs: Pairs,
    near: fn(&Links, FoundNumber, FoundNumber) -> u64,
) -> Vec<(FoundNumber, FoundNumber)> {
    let worth = |one: FoundNumber, other: FoundNumber| {
        let is_stated = links.are_linked(one, other);
        let near = i64::try_from(near(links, one, other)).unwrap_or(i64::MAX);
        if is_stated { STATED } else { near.min(STATED) - BAR }
    };
    let paired = in_order(ones, others, pairs, &worth);
    ones.iter().zip(paired).filter_map(|(one, other)| Some((*one, other?))).collect()
}

fn add(links: &mut Links, one: FoundNumber, other: FoundNumber, basis: LinkBasis, near: u64) {
    let sureness = if near >= LIKELY { Sureness::Likely } else { Sureness::Doubtful };
    links.add(one, other, ground(basis, sureness, one.max(other)));
}

/// The candidate that is nearest; of several the first.
fn best(
    candidates: &[FoundNumber],
    near: &dyn Fn(FoundNumber) -> u64,
) -> Option<(u64, FoundNumber)> {
    let scored = candidates.iter().map(|item| (near(*item), std::cmp::Reverse(*item)));
    scored.max().map(|(near, item)| (near, item.0))
}

/// How near two items are, by their words and their areas.
fn score(links: &Links, one: FoundNumber, other: FoundNumber) -> u64 {
    let near = links.weighed[one].near(&links.weighed[other]);
    let [one, other] = [one, other].map(|item| &links.finding.items[item]);
    match are_in_one_area(links.finding, one, other) {
        Some(true) => near * 2 + 20,
        Some(false) => near / 3,
        None => near,
    }
}

/// Whether two items stand in one area of need; nothing where the plan does not say.
fn are_in_one_area(finding: &Finding, item: &Found, other: &Found) -> Option<bool> {
    let areas = |item: &Found| -> Vec<&[String]> {
        finding
            .over(item)
            .map(|under| under.area.as_slice())
            .filter(|area| !area.is_empty())
            .collect()
    };
    let (of_item, of_other) = (areas(item), areas(other));
    let is_known = !of_item.is_empty() && !of_other.is_empty();
    is_known
        .then(|| of_item.iter().any(|area| of_other.iter().any(|other| is_same_area(area, other))))
}

/// Whether two headings name one area: the words of the shorter stand in the longer.
fn is_same_area(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().all(|word| long.contains(word))
}
