//! The rules of the golden thread.

use ehcp_qa_core::framework::ThreadBuiltIn;
use ehcp_qa_core::law::{PlanSection, SectionPurpose};
use ehcp_qa_core::thread::{ThreadKind, ThreadSection, thread};

use crate::{COMPLETE, check, check_finding, framework, plan};

#[test]
fn a_complete_thread_has_no_findings() {
    check(COMPLETE, &[]);
    check("", &[]);
    // H2 will do as well as H1.
    check("a:A; k:K; e:E > a; d:D > k h e; h:H2 > e", &[]);
}

#[test]
fn each_rule_fires_and_only_the_right_section_clears_it() {
    check("a:A; k:K; e:E > a; b:B > k e g; g:G > e", &["/items/3 thread-need-without-provision"]);
    check(
        "a:A; k:K; e:E > a; c:C > k e f; f:F > e",
        &["/items/3 thread-health-need-without-provision"],
    );
    check(
        "a:A; k:K; e:E > a; d:D > k e f; f:F > e",
        &["/items/3 thread-social-care-need-without-provision"],
    );
    let need = "a:A; k:K; e:E > a; b:B > k f e; f:F > e";
    check(need, &[]);
    check(
        "a:A; k:K; e:E > a; b:B > k f; f:F > e",
        &["/items/3 thread-need-without-outcome", "/items/2 thread-outcome-without-need"],
    );
    check(&format!("{COMPLETE}; f2:F > e"), &["/items/9 thread-provision-without-need"]);
    check(&format!("{COMPLETE}; f2:F > b"), &["/items/9 thread-provision-without-outcome"]);
    check(&format!("{COMPLETE}; e2:E > b"), &["/items/9 thread-outcome-without-aspiration"]);
    check(&format!("{COMPLETE}; e2:E > a"), &["/items/9 thread-outcome-without-need"]);
    check(&format!("{COMPLETE}; b2:B > f e"), &["/items/9 thread-need-without-advice"]);
    check(&format!("{COMPLETE}; b2:B > f e k"), &[]);
}

/// Every section but those of the placement and the budget has a part in the thread.
#[test]
fn the_section_of_an_item_decides_its_kind() {
    let mut sections: Vec<_> = ThreadSection::ALL.iter().map(|section| section.of_plan()).collect();
    sections.sort_unstable();
    let mut expected = PlanSection::ALL.to_vec();
    expected.retain(|section| !matches!(section, PlanSection::I | PlanSection::J));
    assert_eq!(sections, expected);
    for section in ThreadSection::ALL {
        assert_eq!(section.word(), section.of_plan().word());
        let purpose = match section.kind() {
            ThreadKind::Aspiration => SectionPurpose::Aspirations,
            ThreadKind::Advice => SectionPurpose::Advice,
            ThreadKind::Need => SectionPurpose::Need,
            ThreadKind::Provision => SectionPurpose::Provision,
            ThreadKind::Outcome => SectionPurpose::Outcome,
        };
        assert_eq!(section.of_plan().purpose(), purpose, "{}", section.word());
    }
}

/// Every rule that the framework defines fires on an item without lines, in each of its sections and in
/// no other, and is cleared by a line to any of the sections at its other end.
#[test]
fn every_rule_of_the_framework_fires_and_is_cleared() {
    let framework = framework();
    let rules = framework.interpretation().thread.unwrap().rules;
    assert_eq!(rules.len(), 13);
    let mut tried = 0;
    for rule in &rules {
        let (Some(of), Some(to)) = (&rule.of, &rule.to) else {
            assert!(ThreadBuiltIn::from_word(&rule.id).is_some(), "{}", rule.id);
            continue;
        };
        tried += 1;
        for section in ThreadSection::ALL {
            let alone = plan(&format!("x:{}", section.word()));
            let fires = thread(&framework, &alone).findings.iter().any(|f| f.rule == rule.id);
            assert_eq!(fires, of.contains(section), "{} {section:?}", rule.id);
            for other in ThreadSection::ALL.iter().filter(|_| fires) {
                let joined = plan(&format!("x:{} > y; y:{}", section.word(), other.word()));
                let thread = thread(&framework, &joined);
                let found = thread.findings.iter().find(|f| f.rule == rule.id && f.item == "x");
                assert_eq!(found.is_none(), to.contains(other), "{} {other:?}", rule.id);
                let said = rule.message.as_ref().unwrap().replace("{id}", "x");
                assert!(found.is_none_or(|found| found.message == said && found.at == "/items/0"));
            }
        }
    }
    assert_eq!(tried, 9);
    assert_eq!(rules.len() - tried, ThreadBuiltIn::ALL.len());
    let checks = framework.interpretation().checks;
    assert!(rules.iter().all(|rule| checks.iter().all(|check| check.id != rule.id)));
}

/// Every cited place exists: the sections and descriptors of the framework by their numbers.
#[test]
fn the_places_that_rules_cite_are_in_the_framework() {
    let framework = framework();
    let document = framework.document();
    let thread = document.interpretation.thread.unwrap();
    let mut places = vec!["Golden thread".to_owned()];
    for section in &document.wording.sections {
        for number in 1..=section.descriptors.len() {
            places.push(format!("Section {}, descriptor {number}", section.id));
        }
    }
    for number in 1..=document.wording.overall.descriptors.len() {
        places.push(format!("Overall quality of the EHCP, descriptor {number}"));
    }
    for part in &document.wording.feedback_form.as_ref().unwrap().sections {
        if let (Some(section), false) = (&part.section, part.prompts.is_empty()) {
            places.push(format!("Annex A, Section {section}"));
        }
    }
    let of_rules = thread.rules.iter().flat_map(|rule| &rule.cites);
    let mut count = 0;
    for cite in thread.joins.iter().flat_map(|join| &join.cites).chain(of_rules) {
        assert!(places.contains(&cite.place), "{}", cite.place);
        count += 1;
    }
    assert!(count > 50);
    assert!(thread.rules.iter().all(|rule| !rule.cites.is_empty()));
}

#[test]
fn messages() {
    let finds = |items, rule, message| check_finding(items, rule, "x.1", message, &[]);
    finds("x.1:B", "thread-need-without-provision", "x.1 has no provision in Section F.");
    finds("x.1:C", "thread-health-need-without-provision", "x.1 has no provision in Section G.");
    finds(
        "x.1:D",
        "thread-social-care-need-without-provision",
        "x.1 has no provision in Section H1 or H2.",
    );
    finds("x.1:C", "thread-need-without-outcome", "x.1 has no outcome.");
    finds("x.1:H2", "thread-provision-without-need", "x.1 answers no need.");
    finds("x.1:G", "thread-provision-without-outcome", "x.1 supports no outcome.");
    finds("x.1:E", "thread-outcome-without-aspiration", "x.1 answers no aspiration.");
    finds("x.1:E", "thread-outcome-without-need", "x.1 answers no need.");
    finds("x.1:D", "thread-need-without-advice", "x.1 rests on no advice.");
    finds("x.1:K", "thread-orphan", "x.1 has no line to any other item.");
}
