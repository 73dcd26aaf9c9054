//! The five plans: the text of each section is the gold's, line by line.

use std::path::Path;

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{FactKind, PlanDocument, facts, read_word};
use serde_json::Value;

/// The plans.
pub(crate) const PLANS: [&str; 5] = [
    "01_wexmoor_headings_prose",
    "02_brackenford_big_tables",
    "04_lower_aldane_form",
    "06_marlingate_early_years",
    "07_hallowshire_proposed_amended",
];

pub(crate) fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn plan(name: &str) -> PlanDocument {
    read_word(&file(&format!("{name}.docx")), &[]).expect("a plan")
}

pub(crate) fn gold(name: &str) -> Value {
    serde_json::from_slice(&file(&format!("{name}.gold.json"))).expect("JSON")
}

/// The lines that differ, of all sections under a key of the gold.
fn differences(
    name: &str,
    key: &str,
    text: impl Fn(&PlanDocument, PlanSection) -> String,
) -> Vec<String> {
    let plan = plan(name);
    let mut lines = Vec::new();
    for (section, gold) in gold(name)[key].as_object().expect("sections") {
        let read = text(&plan, PlanSection::from_word(section).expect("a section"));
        let (read, gold): (Vec<_>, Vec<_>) =
            (read.lines().collect(), gold.as_str().expect("a text").lines().collect());
        for number in 0..read.len().max(gold.len()) {
            let (read, gold) = (read.get(number), gold.get(number));
            if read != gold {
                lines.push(format!(
                    "{name} {section} line {}:\n    read {read:?}\n    gold {gold:?}",
                    number + 1
                ));
            }
        }
    }
    lines
}

#[test]
fn the_text_of_each_section_is_the_golds() {
    let mut lines = Vec::new();
    for name in PLANS {
        lines.extend(differences(name, "sections", PlanDocument::text));
    }
    assert!(lines.is_empty(), "{} lines differ:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn with_what_is_struck_it_is_the_golds_too() {
    let name = "07_hallowshire_proposed_amended";
    let lines = differences(name, "sections_with_struck", PlanDocument::text_with_struck);
    assert!(lines.is_empty(), "{} lines differ:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn facts_are_proposed_from_the_cover_and_the_text() {
    // By hand from the five files: stage, birth date, date of the plan, year group, pronouns, and whether C and D have
    // needs and a budget was requested.
    let expected: [(&str, [&str; 8]); 5] = [
        (PLANS[0], ["final", "2015-02-14", "2024-12-06", "5", "she", "true", "false", "false"]),
        (PLANS[1], ["draft", "2012-05-03", "2025-02-17", "8", "he", "false", "true", ""]),
        (PLANS[2], ["draft", "2010-06-19", "2025-03-11", "10", "she", "true", "false", ""]),
        (PLANS[3], ["draft", "2020-11-11", "2025-03-05", "", "he", "true", "false", ""]),
        (
            PLANS[4],
            ["proposed_amended", "2013-11-02", "2025-01-24", "6", "she", "true", "false", "true"],
        ),
    ];
    for (name, expected) in expected {
        let facts = facts(&plan(name));
        let kinds = [
            FactKind::Stage,
            FactKind::BirthDate,
            FactKind::PlanDate,
            FactKind::YearGroup,
            FactKind::Pronouns,
            FactKind::HealthNeeds,
            FactKind::SocialCareNeeds,
            FactKind::BudgetRequested,
        ];
        let values = kinds.map(|kind| {
            facts.iter().find(|fact| fact.kind == kind).map_or("", |fact| fact.value.as_str())
        });
        assert_eq!(values, expected, "{name}");
    }
    let facts = facts(&plan(PLANS[0]));
    let names = facts.iter().filter(|fact| fact.kind == FactKind::Name);
    let names: Vec<_> = names.map(|fact| fact.value.as_str()).collect();
    assert_eq!(names, ["Zofia Wiśniewska-Hale", "Zofia"]);
}
