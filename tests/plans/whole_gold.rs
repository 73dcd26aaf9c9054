//! The check of the five plans as wholes, against their gold.

use std::collections::BTreeMap;

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::{PlanDocument, read_word};
use ehcp_qa_core::whole::{FindingKind, PlanContext, PlanFinding, check};
use ehcp_qa_core::wording::Lexicon;
use serde_json::{Value, json};

use crate::gold::{PLANS, file, gold};
use crate::whole_results::check_invariants;

/// The kinds of gold that only the whole plan shows, with the rules that find them.
const KINDS: [(&str, &[&str]); 5] = [
    ("other_name", &["other-name", "unknown-name"]),
    ("other_pronoun", &["other-pronoun"]),
    ("provision_in_b", &["provision-in-needs"]),
    (
        "need_without_provision",
        &[
            "need-not-taken-up",
            "health-needs-without-provision",
            "social-care-needs-without-provision",
        ],
    ),
    ("thread_orphan_need", &["need-not-taken-up"]),
];
const ORPHANS: (&str, &[&str]) = ("thread_orphan_provision", &["provision-without-need"]);

/// How many of the gold are found, and how many there are: by the rules about the plan, and by the wording.
const OF_THE_PLAN: [(&str, usize, usize); 4] = [
    ("need_without_provision", 2, 3),
    ("other_name", 4, 4),
    ("thread_orphan_need", 2, 4),
    ("thread_orphan_provision", 1, 3),
];
const OF_THE_WORDING: [(&str, usize, usize); 2] =
    [("other_pronoun", 1, 2), ("provision_in_b", 0, 4)];

/// The errors and warnings in all five plans that the gold does not have, by rule.
const FALSE_ONES: [(&str, usize); 0] = [];

/// What a host would know of a plan, from the gold: the people in it without what is said of them in brackets.
fn context(gold: &Value) -> PlanContext {
    let about = &gold["context"];
    let people = about["people"].as_array().expect("people").iter();
    let people = people.map(|who| who.as_str().expect("a name").split(" (").next());
    let context = json!({
        "stage": about["stage"],
        "names": about["names"],
        "pronouns": about["pronouns"].as_str().expect("pronouns").split('/').next(),
        "people": people.collect::<Vec<_>>(),
        "health_needs": about["health_needs"],
        "social_care_needs": about["social_care_needs"],
    });
    PlanContext::from_json(&context.to_string()).expect("a context")
}

/// Whether a finding, or a part of it by one of some rules, is about the words that the gold quotes.
fn is_about(
    plan: &PlanDocument,
    finding: &PlanFinding,
    rules: &[&str],
    section: &str,
    quote: &str,
) -> bool {
    let of_parts = finding.parts.iter().map(|part| (part.rule, Some(part.place)));
    let mut places = of_parts.chain([(finding.rule, finding.place)]);
    finding.section.is_some_and(|of| of.word() == section)
        && places.any(|(rule, place)| {
            let words = place.and_then(|place| plan.words_at(&place)).unwrap_or_default();
            let is_same = words.contains(quote) || quote.contains(words.trim_end_matches('.'));
            rules.contains(&rule) && !words.is_empty() && is_same
        })
}

/// Found and all, by kind; and the findings that no gold asks for, by rule.
#[test]
fn the_gold_of_the_five_plans() {
    let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut false_ones: BTreeMap<String, usize> = BTreeMap::new();
    let mut information: BTreeMap<String, usize> = BTreeMap::new();
    let (mut words, mut missed, mut extra) = (0, Vec::new(), Vec::new());
    for name in PLANS {
        let plan = read_word(&file(&format!("{name}.docx")), &[]).expect("a plan");
        let gold = gold(name);
        let found = check(&framework, &lexicon, &plan, &context(&gold));
        check_invariants(&plan, &found);
        words += found.sections.iter().map(|section| section.words).sum::<u32>();
        let wanted = gold["findings"].as_array().expect("findings");
        let tolerable = gold["tolerable"].as_array().cloned().unwrap_or_default();
        let text = |of: &Value, field: &str| of[field].as_str().unwrap_or_default().to_owned();
        for (kind, rules) in KINDS.into_iter().chain([ORPHANS]) {
            for of in wanted.iter().filter(|of| of["kind"] == kind) {
                let (section, quote) = (text(of, "section"), text(of, "quote"));
                let (count, all) = kinds.entry(kind).or_default();
                *all += 1;
                if found.findings.iter().any(|one| is_about(&plan, one, rules, &section, &quote)) {
                    *count += 1;
                } else {
                    missed.push(format!("{name} {kind}: {quote}"));
                }
            }
        }
        for finding in &found.findings {
            if matches!(finding.kind, FindingKind::Wording | FindingKind::Absence) {
                continue;
            }
            let is_wanted = wanted.iter().chain(&tolerable).any(|of| {
                let rules = [finding.rule];
                is_about(&plan, finding, &rules, &text(of, "section"), &text(of, "quote"))
            });
            let counts = match finding.severity {
                ehcp_qa_core::framework::Severity::Information => &mut information,
                _ if is_wanted => continue,
                _ => &mut false_ones,
            };
            *counts.entry(finding.rule.to_owned()).or_default() += 1;
            if finding.severity != ehcp_qa_core::framework::Severity::Information {
                let words = finding.place.and_then(|place| plan.words_at(&place));
                extra.push(format!("{name} {}: {}", finding.rule, words.unwrap_or_default()));
            }
        }
    }
    println!("{kinds:?}\nfalse {false_ones:?}\ninformation {information:?}\n{words} words");
    println!("missed {missed:#?}\nextra {extra:#?}");
    for (kind, count, all) in OF_THE_PLAN {
        assert_eq!(kinds.get(kind), Some(&(count, all)), "{kind}: {missed:#?}");
    }
    // What the wording finds is measured with it: here it must not be lost.
    for (kind, least, all) in OF_THE_WORDING {
        let (count, of) = kinds.get(kind).copied().unwrap_or_default();
        assert!(count >= least && of == all, "{kind}: {count} of {of}");
    }
    let false_ones: Vec<(&str, usize)> =
        false_ones.iter().map(|(rule, count)| (rule.as_str(), *count)).collect();
    assert_eq!(false_ones, FALSE_ONES, "{extra:#?}");
}
