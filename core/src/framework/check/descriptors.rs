//! Reads which plans the descriptors apply to, and what they are evidence for.

use super::counts::answered;
use super::descriptor::descriptor;
use super::facts::condition;
use super::grades::score;
use super::ground::ground;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::table::{Number, Table};
use crate::document::{Json, List};
use crate::framework::entries::{each, each_of, not_blank, not_empty, take, text, within};
use crate::framework::rules::{
    AlternativeRule, ApplicabilityRule, DescriptorNo, EntryNo, RequiredRule, Rules,
};

/// Every descriptor is covered once.
pub(super) fn applicability<'a>(r: &mut Reader<'a>, rules: &mut Rules, entries: List<'a>) {
    let mut is_covered = Table::like(&rules.descriptors, false);
    each_of(r, entries, &mut |r, json| {
        let entry = EntryNo::at(rules.applicability.len());
        let mut numbers = Vec::new();
        each(r, json, "descriptors", &mut |r, id| {
            let Some(number) = descriptor(r, rules, id) else { return };
            if is_covered[number] {
                r.problem(ProblemKind::Duplicate { what: "descriptor" });
                return;
            }
            is_covered[number] = true;
            numbers.push(number);
        });
        let mut all_of = Vec::new();
        each(r, json, "all_of", &mut |r, json| {
            all_of.extend(condition(r, &rules.facts, json));
        });
        for number in numbers {
            let rule = &mut rules.descriptors[number];
            rule.entry = entry;
            rule.all_of.clone_from(&all_of);
            rule.may_exclude = take(json, "may_exclude");
        }
        rules.applicability.push(ApplicabilityRule { ground: ground(json) });
    });
    for (number, rule) in rules.descriptors.iter() {
        if !is_covered[number] {
            r.problem(ProblemKind::NotCovered { what: "descriptor", id: rule.id.clone() });
        }
    }
}

/// Every quality standard has an entry, and in it each descriptor once.
pub(super) fn evidence<'a>(
    r: &mut Reader<'a>,
    rules: &mut Rules,
    entries: List<'a>,
    standards: List<'a>,
) {
    let mut evidence: Vec<(&str, Vec<DescriptorNo>)> = Vec::new();
    each_of(r, entries, &mut |r, entry| {
        let standard = entry.text_of("standard");
        if !standards.iter().any(|known| known.text_of("id") == standard) {
            r.problem_in("standard", ProblemKind::UnknownId { what: "quality standard" });
        } else if evidence.iter().any(|(known, _)| *known == standard) {
            r.problem_in("standard", ProblemKind::Duplicate { what: "quality standard" });
        }
        let mut numbers = Vec::new();
        each(r, entry, "descriptors", &mut |r, id| match answered(r, rules, id) {
            Some(number) if numbers.contains(&number) => {
                r.problem(ProblemKind::Duplicate { what: "descriptor" });
            }
            number => numbers.extend(number),
        });
        evidence.push((standard, numbers));
    });
    for standard in standards {
        let id = text(standard, "id");
        match evidence.iter().find(|(of, _)| *of == id) {
            Some((_, numbers)) => rules.evidence.push((id, numbers.clone())),
            None => r.problem(ProblemKind::NotCovered { what: "quality standard", id }),
        }
    }
}

/// Each descriptor has a part in one alternative at most, and all of one are in the same section.
pub(super) fn alternatives<'a>(r: &mut Reader<'a>, rules: &mut Rules, entries: List<'a>) {
    each_of(r, entries, &mut |r, json| {
        not_blank(r, json, "place");
        let place = rules.alternatives.len();
        let mut descriptors = Vec::new();
        let mut take_part = |r: &mut Reader<'a>, json: Json<'a>| {
            let Some(number) = answered(r, rules, json) else { return };
            let section = rules.descriptors[number].section;
            let first = descriptors.first().copied().unwrap_or(number);
            if rules.descriptors[number].alternative.is_some() {
                r.problem(ProblemKind::Duplicate { what: "descriptor" });
            } else if rules.descriptors[first].section != section {
                let what = "descriptor of the same section";
                r.problem(ProblemKind::UnknownId { what });
            }
            rules.descriptors[number].alternative = Some(place);
            descriptors.push(number);
        };
        r.within("descriptor", |r| take_part(r, json.field("descriptor")));
        within(r, json, "instead_of", |r, list| {
            not_empty(r, list);
            each_of(r, list, &mut take_part);
        });
        if let [descriptor, instead_of @ ..] = descriptors.as_slice() {
            rules.alternatives.push(AlternativeRule {
                descriptor: *descriptor,
                instead_of: instead_of.to_vec(),
                place: text(json, "place"),
                ground: ground(json),
            });
        }
    });
}

/// Each entry names descriptors, each of them once.
pub(super) fn required<'a>(r: &mut Reader<'a>, rules: &mut Rules, entries: List<'a>) {
    let mut is_named = Table::like(&rules.descriptors, false);
    each_of(r, entries, &mut |r, json| {
        not_blank(r, json, "place");
        let mut descriptors = Vec::new();
        within(r, json, "descriptors", |r, list| {
            not_empty(r, list);
            each_of(r, list, &mut |r, id| {
                let Some(number) = answered(r, rules, id) else { return };
                if is_named[number] {
                    r.problem(ProblemKind::Duplicate { what: "descriptor" });
                }
                is_named[number] = true;
                descriptors.push(number);
            });
        });
        let plan_at_best = score(r, &rules.scale, json, "plan_at_best");
        let (place, ground) = (text(json, "place"), ground(json));
        rules.required.push(RequiredRule { descriptors, plan_at_best, place, ground });
    });
}
