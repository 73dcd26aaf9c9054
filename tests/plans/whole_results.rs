//! What the check of a plan gives beside its rules: places in the thread, findings that are dismissed, what bears on
//! what, comments, and a form.

use std::collections::BTreeSet;

use ehcp_qa_core::form::feedback_from_plan;
use ehcp_qa_core::framework::{PlanBuiltIn, Severity};
use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{PlanDocument, read_text};
use ehcp_qa_core::whole::{PlanCheck, PlanContext, check, comments};
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Framework, Review};

use crate::whole::{found, framework, plan};

#[test]
fn the_thread_of_confirmed_items_has_places() {
    let plan =
        plan("", &[("B", "Reading is hard for Amira."), ("F", "A teacher reads with her daily.")]);
    let context = r#"{"items": [
        {"id": "B1", "section": "B", "text": "Reading is hard for Amira."},
        {"id": "F1", "section": "F", "text": "A teacher reads with her daily.", "links": ["X9"]}
    ]}"#;
    let found = found(&plan, context);
    let need = found.iter().find(|[rule, ..]| rule == "thread-need-without-provision");
    let need = need.expect("a finding");
    assert_eq!(need[1..], ["Reading is hard for Amira.", "B1 has no provision in Section F."]);
    assert!(found.iter().any(|[rule, ..]| rule == "thread-unknown-link"));
}

/// What holds of every check.
pub(crate) fn check_invariants(plan: &PlanDocument, found: &PlanCheck) {
    let mut names = BTreeSet::new();
    let mut before = (Severity::Error, None);
    for (number, finding) in found.findings.iter().enumerate() {
        assert_eq!(finding.id as usize, number);
        assert!(names.insert(&finding.fingerprint), "{} twice", finding.rule);
        let places = finding.place.iter().chain(&finding.others);
        for place in places.chain(finding.parts.iter().map(|part| &part.place)) {
            let words = plan.words_at(place);
            assert!(words.is_some_and(|words| !words.is_empty()), "{}: {place:?}", finding.rule);
        }
        if let Some(place) = finding.place {
            let now = (finding.severity, Some((place.part, place.block, place.at)));
            assert!(before <= now, "{} is out of order", finding.rule);
            before = now;
            let section = finding.section.expect("a section");
            assert!(plan.parts[place.part as usize].sections.contains(&section));
        }
        assert!(!finding.others.iter().any(|other| Some(*other) == finding.place));
    }
    for of in found.descriptors.iter().map(|of| &of.against) {
        assert!(of.iter().all(|number| (*number as usize) < found.findings.len()));
    }
}

#[test]
fn findings_are_dismissed_by_their_names() {
    let plan = plan(
        "",
        &[("B", "Amira is often dysregulated."), ("F", "Access to the the sensory room.")],
    );
    let (framework, lexicon) = (framework(), Lexicon::built_in());
    let mut context = PlanContext::default();
    let before = check(&framework, &lexicon, &plan, &context);
    assert!(before.findings.len() >= 3);
    check_invariants(&plan, &before);
    context.linting.dismissed =
        Some(before.findings.iter().map(|found| found.fingerprint.clone()).collect());
    assert_eq!(check(&framework, &lexicon, &plan, &context).findings, []);
}

#[test]
fn a_framework_without_rules_about_the_plan_says_so() {
    let small = include_str!("../../core/tests/small-framework.json");
    let small = Framework::from_json(small).expect("a framework");
    let lexicon = Lexicon::built_in();
    let plan = read_text(
        "Section B: Needs\nThe riverbank is near.\nSection C: Health needs\n“I am ill”, she says.\n",
        &[],
    );
    let plan = plan.expect("a plan");
    let found = check(&small, &lexicon, &plan, &PlanContext::default());
    let jargon = found.findings.iter().find(|finding| finding.rule == "jargon").expect("jargon");
    assert_eq!(jargon.message, "Say the edge of a river for riverbank.");
    assert_eq!(jargon.cites[0].place, "Part N: Needs");
    for rule in PlanBuiltIn::ALL {
        let is_known = matches!(rule, PlanBuiltIn::SectionMissing | PlanBuiltIn::Jargon);
        assert_eq!(!is_known, found.not_checked.contains(&rule.word()), "{}", rule.word());
    }
    let clear = found.criteria.iter().find(|of| of.criterion == "clear").expect("a criterion");
    assert_eq!(clear.against, [jargon.id]);
    let lawful = found.criteria.iter().find(|of| of.criterion == "lawful").expect("a criterion");
    let missing: Vec<&str> = lawful
        .against
        .iter()
        .map(|number| found.findings[*number as usize].message.as_str())
        .collect();
    assert_eq!(missing, ["Part G is not there."]);
}

#[test]
fn every_rule_bears_on_a_descriptor_or_a_criterion() {
    let (framework, lexicon) = (framework(), Lexicon::built_in());
    let lists = |list: &Option<Vec<String>>| list.clone().unwrap_or_default();
    let entries = framework.bearing();
    let of_lexicon: BTreeSet<String> =
        entries.iter().flat_map(|entry| lists(&entry.wording)).collect();
    let known: BTreeSet<String> = lexicon.rules().map(|rule| rule.id.clone()).collect();
    assert_eq!(of_lexicon, known);
    let of_plan: BTreeSet<String> = entries.iter().flat_map(|entry| lists(&entry.rules)).collect();
    let thread = framework.thread_rule_ids().map(str::to_owned);
    let known: BTreeSet<String> =
        PlanBuiltIn::WORDS.iter().map(|rule| (*rule).to_owned()).chain(thread).collect();
    assert_eq!(of_plan, known);
    let reading = framework.plan().expect("rules about the plan");
    for rule in &reading.rules {
        assert!(!rule.cites.is_empty() && !rule.why.is_empty() && !rule.instead.is_empty());
        assert!(!rule.message.to_lowercase().contains("unlawful"));
    }
}

#[test]
fn comments_say_what_why_and_what_instead() {
    let sections = [("F", "Amira will have access to speech and language therapy.")];
    let plan = plan("", &sections);
    let (framework, lexicon) = (framework(), Lexicon::built_in());
    let context = PlanContext::from_json(r#"{"names": ["Amira"]}"#).expect("a context");
    let found = check(&framework, &lexicon, &plan, &context);
    let written = comments(&found, &plan, &framework);
    assert_eq!(written.len(), found.findings.len());
    let number = found
        .findings
        .iter()
        .position(|finding| finding.parts.iter().any(|part| part.rule == "availability"));
    let number = number.expect("a finding");
    let (finding, comment) = (&found.findings[number], &written[number]);
    let says: Vec<&str> = comment.paragraphs.iter().map(|text| text.0.as_str()).collect();
    assert_eq!(says[0], finding.message);
    assert!(says.iter().any(|line| line.starts_with("Why: ")));
    assert!(says.iter().any(|line| line.starts_with("Instead: ")));
    assert!(says.iter().any(|line| line.starts_with("Where it is written: ")));
    assert!(says.contains(&"It bears on F3, F4, which a person answers."), "{says:?}");
    assert!(says.contains(&"Blue=reword"), "{says:?}");
    assert_eq!(says.last(), Some(&"Open to interpretation: review it."));
    // At the words of the statement.
    let (from, to) = plan.run_place(&finding.place.expect("a place")).expect("runs");
    assert_eq!((&comment.from, &comment.to), (&from, &to));
    // What has no place stands at the heading of its section.
    let absent = found
        .findings
        .iter()
        .position(|finding| finding.place.is_none() && finding.section == Some(PlanSection::J));
    let heading = plan.parts.iter().find(|part| part.sections.contains(&PlanSection::J));
    if let (Some(number), Some(part)) = (absent, heading) {
        assert_eq!(written[number].from, part.heading.place);
    }
}

#[test]
fn a_form_is_drafted_from_the_check_of_a_plan() {
    let plan = plan("", &[("F", "Amira will have access to therapy."), ("K", "Nothing.")]);
    let (framework, lexicon) = (framework(), Lexicon::built_in());
    let found = check(&framework, &lexicon, &plan, &PlanContext::default());
    let review =
        r#"{"framework": "shropshire-2023", "sections": {"F": {"descriptors": {"F3": "no"}}}}"#;
    let review = Review::from_json(&framework, review).expect("a review");
    let form = feedback_from_plan(&review, &plan, &found).expect("a form");
    let section = form.sections.iter().find(|section| section.id == "F").expect("Section F");
    let worth = found.findings.iter().filter(|finding| {
        finding.section == Some(PlanSection::F) && finding.severity != Severity::Information
    });
    // One comment a finding, and one for the descriptor.
    assert_eq!(section.comments.len(), worth.count() + 1);
    let quoted = section.comments[0].quote.as_ref().expect("a quote");
    assert_eq!(quoted.0, "Amira will have access to therapy");
    assert!(section.comments.last().expect("one").note.0.starts_with("Descriptor F3"));
}
