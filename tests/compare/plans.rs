//! The five plans against copies that were edited by hand here: what was done is what is found.

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{Block, BlockKind, PlanDocument, read_word};
use ehcp_qa_core::whole::{ChangeElement, ChangeKind, PlanComparison, compare_amended};
use ehcp_qa_core::wording::{Lexicon, Linting};

use crate::files::{compared, file, plan_of};

const PLANS: [&str; 5] = [
    "01_wexmoor_headings_prose",
    "02_brackenford_big_tables",
    "04_lower_aldane_form",
    "06_marlingate_early_years",
    "07_hallowshire_proposed_amended",
];

fn plan(name: &str) -> PlanDocument {
    read_word(&file(&format!("plans/{name}.docx")), &[]).expect("a plan")
}

/// The kinds of the changes, each with its section.
fn kinds(comparison: &PlanComparison) -> Vec<(ChangeKind, PlanSection)> {
    comparison.changes.iter().map(|change| (change.kind, change.section)).collect()
}

/// A copy of a plan in which every block's text went through a function; blocks without text are left out.
fn edited(
    plan: &PlanDocument,
    mut edit: impl FnMut(PlanSection, &Block) -> Option<String>,
) -> PlanDocument {
    let mut value = serde_json::to_value(plan).expect("JSON");
    for (part, of_plan) in plan.parts.iter().enumerate() {
        let section = of_plan.sections[0];
        let blocks: Vec<serde_json::Value> = of_plan
            .blocks
            .iter()
            .filter_map(|block| {
                let text = edit(section, block)?;
                let mut value = serde_json::to_value(block).expect("JSON");
                value["text"] = text.into();
                Some(value)
            })
            .collect();
        value["parts"][part]["blocks"] = blocks.into();
    }
    serde_json::from_value(value).expect("a plan")
}

/// The first block of provision that has minutes.
fn timed(plan: &PlanDocument) -> String {
    let mut blocks = plan.blocks(PlanSection::F);
    let is_timed = |block: &&Block| {
        block.kind != BlockKind::Heading
            && block.text.contains(" minutes")
            && block.text.len() < 400
    };
    blocks.find(is_timed).expect("a block with minutes").text.clone()
}

#[test]
fn a_plan_against_itself_has_no_change() {
    for name in PLANS {
        let plan = plan(name);
        let comparison = compared(&plan, &plan);
        assert_eq!(kinds(&comparison), [], "{name}");
        assert!(comparison.unchanged > 60, "{name}: {}", comparison.unchanged);
        assert!(comparison.findings.cleared.is_empty() && comparison.findings.added.is_empty());
        assert!(!comparison.findings.left.is_empty(), "{name}");
    }
}

#[test]
fn sections_in_another_order_are_no_change() {
    for name in PLANS {
        let old = plan(name);
        let mut value = serde_json::to_value(&old).expect("JSON");
        value["parts"].as_array_mut().expect("parts").reverse();
        let new: PlanDocument = serde_json::from_value(value).expect("a plan");
        assert_eq!(kinds(&compared(&old, &new)), [], "{name}");
    }
}

#[test]
fn a_statement_that_was_dropped_is_removed() {
    for name in PLANS {
        let old = plan(name);
        let dropped = timed(&old);
        let new = edited(&old, |_, block| (block.text != dropped).then(|| block.text.clone()));
        let comparison = compared(&old, &new);
        assert!(!comparison.changes.is_empty(), "{name}");
        for change in &comparison.changes {
            assert_eq!(
                (change.kind, change.section),
                (ChangeKind::Removed, PlanSection::F),
                "{name}"
            );
            assert!(dropped.contains(&change.old[0].text), "{name}: {}", change.old[0].text);
        }
        // The other way round it was added.
        let back = compared(&new, &old);
        assert!(back.changes.iter().all(|change| change.kind == ChangeKind::Added), "{name}");
        assert_eq!(back.changes.len(), comparison.changes.len(), "{name}");
    }
}

#[test]
fn minutes_that_were_cut_are_a_reduction_and_nothing_else_is() {
    for name in PLANS {
        let old = plan(name);
        let text = timed(&old);
        let at = text.find(" minutes").expect("minutes");
        let from = text[..at].rfind([' ', '\t', '(']).map_or(0, |space| space + 1);
        let cut = format!("{}5{}", &text[..from], &text[at..]);
        let new = edited(&old, |_, block| {
            Some(if block.text == text { cut.clone() } else { block.text.clone() })
        });
        let comparison = compared(&old, &new);
        assert_eq!(kinds(&comparison), [(ChangeKind::Reduced, PlanSection::F)], "{name}: {cut}");
        let reasons = &comparison.changes[0].reasons;
        assert!(
            reasons.iter().any(|reason| reason.element == ChangeElement::Time),
            "{name}: {reasons:?}"
        );
        let back = compared(&new, &old);
        assert_eq!(kinds(&back), [(ChangeKind::Increased, PlanSection::F)], "{name}: {cut}");
    }
}

#[test]
fn what_was_struck_was_removed_or_changed() {
    let lexicon = Lexicon::built_in();
    let comparison = compare_amended(&lexicon, &plan(PLANS[4]), &Linting::default());
    assert!(!comparison.changes.is_empty());
    // Nothing was written in place of what was struck: all that is new was there before.
    assert!(comparison.changes.iter().all(|change| change.kind != ChangeKind::Added));
    for name in &PLANS[..4] {
        assert_eq!(
            kinds(&compare_amended(&lexicon, &plan(name), &Linting::default())),
            [],
            "{name}"
        );
    }
}

#[test]
fn prose_that_became_rows_is_reworded() {
    let old = plan_of(&[(
        "F",
        "A speech and language therapist will work with Ann one to one for 45 minutes once a week.\n\
         A teaching assistant will lead a reading group of four pupils for 20 minutes every day.",
    )]);
    let new = plan_of(&[(
        "F",
        "Reading group of four pupils\tTeaching assistant\t20 minutes every day\n\
         Speech and language therapy, one to one\tSpeech and language therapist\t45 minutes once a week",
    )]);
    let comparison = compared(&old, &new);
    let expected = [(ChangeKind::Reworded, PlanSection::F), (ChangeKind::Reworded, PlanSection::F)];
    assert_eq!(kinds(&comparison), expected, "{:#?}", comparison.changes);
}

#[test]
fn provision_that_left_its_section_is_reduced() {
    let sentence = "A teaching assistant will read with Ann for 20 minutes every day.";
    let old = plan_of(&[("F", sentence), ("G", "A nurse will visit once a term for an hour.")]);
    let new = plan_of(&[("B", sentence), ("G", "A nurse will visit once a term for an hour.")]);
    let comparison = compared(&old, &new);
    let change = &comparison.changes[0];
    assert_eq!((change.kind, change.section), (ChangeKind::Reduced, PlanSection::B));
    assert_eq!(change.from_section, Some(PlanSection::F));
    assert_eq!(
        change.reasons[0].message,
        "It stood in Section F and stands in Section B, which is not for provision."
    );
    let moved =
        plan_of(&[("G", &format!("A nurse will visit once a term for an hour.\n{sentence}"))]);
    assert_eq!(kinds(&compared(&old, &moved)), [(ChangeKind::Moved, PlanSection::G)]);
}

#[test]
fn an_increase_beside_a_reduction_is_a_reduction_with_both_reasons() {
    let old = plan_of(&[("F", "A therapist will teach Ann one to one for 30 minutes each week.")]);
    let new = plan_of(&[(
        "F",
        "A therapist will teach Ann in a group of four for 45 minutes each week.",
    )]);
    let comparison = compared(&old, &new);
    let change = &comparison.changes[0];
    assert_eq!(change.kind, ChangeKind::Reduced);
    let messages: Vec<_> = change.reasons.iter().map(|reason| reason.message.as_str()).collect();
    let expected = [
        "Group: “one to one” became “group of four”.",
        "Time: “30 minutes each week” became “45 minutes each week”, 30 to 45 minutes a week.",
    ];
    assert_eq!(messages, expected);
    let words: Vec<_> = change.old[0].changed.iter().map(|span| (span.start, span.end)).collect();
    // "one to one" and "30".
    assert_eq!(words, [(27, 37), (42, 44)]);
}

#[test]
fn findings_are_cleared_left_and_new() {
    let old =
        plan_of(&[("F", "Ann will have regular support.\nAnn will have access to a laptop.")]);
    let new =
        plan_of(&[("F", "Ann will have access to a laptop.\nStaff will help Ann where possible.")]);
    let comparison = compared(&old, &new);
    let rules = |findings: &[ehcp_qa_core::whole::ComparedFinding]| -> Vec<String> {
        findings.iter().map(|finding| finding.rule.to_owned()).collect()
    };
    assert!(rules(&comparison.findings.cleared).contains(&"vague-frequency".to_owned()));
    assert!(rules(&comparison.findings.left).contains(&"availability".to_owned()));
    assert!(rules(&comparison.findings.added).contains(&"decided-later".to_owned()));
    let left = &comparison.findings.left[0];
    assert_eq!((left.quote.as_str(), left.place.block), ("have access to", 0));
}
