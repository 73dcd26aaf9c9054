//! Findings about wording: places, elements, outcomes, section rules, context, and hostile text.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{
    Bytes, Element, Letter, Lexicon, Lint, Linting, SmartState, Utf16, lint, lint_in,
};
use ehcp_qa_core::wording::{WORDING, WORDING_WITH_EXAMPLES, WordingFinding};
use proptest::prelude::*;

fn context(json: &str) -> Linting {
    Linting::from_json(json).unwrap()
}

fn checked<'a>(lexicon: &'a Lexicon, section: &str, text: &str, known: &str) -> Lint<'a, Bytes> {
    lint(lexicon, section, text, &context(known))
}

/// The parts of all findings, in the order of the text.
fn parts<'f, 'a, U>(found: &'f Lint<'a, U>) -> Vec<&'f WordingFinding<'a, U>> {
    found.findings.iter().flat_map(|finding| &finding.parts).collect()
}

/// Expects the rules that fire, with the words that each one points at, among those asked for.
#[track_caller]
fn check(section: &str, text: &str, known: &str, rule: &str, expected: &[&str]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, section, text, known);
    let words: Vec<&str> =
        parts(&found).iter().filter(|f| f.rule == rule).map(|f| f.span.of(text)).collect();
    assert_eq!(words, expected, "{rule} in {section}: {text}");
}

/// Expects nothing more serious than information.
#[track_caller]
fn silent(section: &str, text: &str, known: &str) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, section, text, known);
    let serious: Vec<_> = parts(&found)
        .into_iter()
        .filter(|f| f.severity != Severity::Information)
        .map(|f| (f.rule, f.span.of(text)))
        .collect();
    assert_eq!(serious, [], "{section}: {text}");
}

#[test]
fn phrases_of_the_framework_itself_are_found() {
    check("F", "He will be taught in a small group.", "{}", "undefined-group", &["small group"]);
    check("F", "Regular support with reading.", "{}", "vague-frequency", &["Regular"]);
    check(
        "F",
        "There will be opportunities to talk.",
        "{}",
        "opportunities",
        &["opportunities to"],
    );
    check("F", "She would benefit from counselling.", "{}", "no-commitment", &["would benefit"]);
    check("F", "Support is given as required.", "{}", "decided-later", &["as required"]);
    check("F", "Up to 20 minutes of reading daily.", "{}", "zero-complies", &["Up to 20"]);
    check("F", "Funding at Band 6.", "{}", "funding", &["Funding", "Band 6"]);
}

#[test]
fn specified_provision_is_not_reported() {
    silent(
        "F",
        "Amira will have access to a speech and language therapist for 30 minutes weekly, 1:1.",
        "{}",
    );
    silent(
        "F",
        "A teaching assistant trained in Precision Teaching will teach Amira individually for 20 \
         minutes three times a week.",
        "{}",
    );
    silent("F", "A sloping desk is provided for Amira in every lesson.", "{}");
}

#[test]
fn access_with_provider_and_amount_is_information() {
    let lexicon = Lexicon::built_in();
    let text = "Amira will have access to a speech and language therapist for 30 minutes weekly.";
    let found = checked(&lexicon, "F", text, "{}");
    let access = parts(&found).into_iter().find(|f| f.rule == "availability").unwrap();
    assert_eq!(access.severity, Severity::Information);
    assert_eq!(found.findings[0].missing, []);
    let text = "Amira will have access to speech and language therapy.";
    let found = checked(&lexicon, "F", text, "{}");
    let access = parts(&found).into_iter().find(|f| f.rule == "availability").unwrap();
    assert_eq!(access.severity, Severity::Warning);
    assert_eq!(found.findings[0].missing, [Element::Who, Element::HowOften, Element::HowLong]);
}

/// Expects the elements that a statement has, and those that it lacks.
#[track_caller]
fn says(text: &str, expected: &[(Element, &str)], missing: &[Element]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, "F", text, "{}");
    assert_eq!(found.statements.len(), 1, "{text}");
    let statement = &found.statements[0];
    for (element, words) in expected {
        let said: Vec<&str> = statement
            .says
            .iter()
            .filter(|view| view.element == *element)
            .map(|view| view.span.of(text))
            .collect();
        assert!(said.contains(words), "{element:?} in {text}: {said:?}");
    }
    assert_eq!(statement.missing, missing, "{text}");
}

#[test]
fn the_elements_of_a_statement() {
    says(
        "A speech and language therapist will deliver Colourful Semantics for 30 minutes weekly, 1:1.",
        &[
            (Element::Who, "speech and language therapist"),
            (Element::What, "Colourful Semantics"),
            (Element::HowLong, "30 minutes"),
            (Element::HowOften, "weekly"),
            (Element::Group, "1:1"),
        ],
        &[],
    );
    says(
        "The SENCO will teach phonics 3 x 20 minutes per week.",
        &[(Element::HowLong, "3 x 20 minutes"), (Element::Who, "SENCO")],
        &[],
    );
    says(
        "The teacher will review targets termly.",
        &[(Element::Review, "review targets termly")],
        &[],
    );
    says(
        "Half an hour of phonics twice a week.",
        &[(Element::HowLong, "Half an hour")],
        &[Element::Who],
    );
    says(
        "Phonics teaching by a teacher.",
        &[(Element::Who, "teacher")],
        &[Element::HowOften, Element::HowLong],
    );
}

#[test]
fn a_statement_without_a_quantity_is_a_finding_without_any_phrase() {
    check(
        "F",
        "The class teacher will teach Jo phonics.",
        "{}",
        "no-quantity",
        &["The class teacher will teach Jo phonics"],
    );
}

#[test]
fn labels_belong_to_their_fields() {
    silent(
        "F",
        "Colourful Semantics sessions. Frequency: weekly. Duration: 30 minutes. Delivered by: speech \
         and language therapist.",
        "{}",
    );
}

#[test]
fn a_template_shows_blanks_and_never_an_amount() {
    let lexicon = Lexicon::built_in();
    let text = "Jo will have access to regular therapy.";
    let found = checked(&lexicon, "F", text, "{}");
    let rewrite = found.findings.iter().find_map(|f| f.rewrite.as_deref()).unwrap();
    assert!(rewrite.starts_with("Jo will"), "{rewrite}");
    for blank in ["[how often]", "[how long]", "[by whom]"] {
        assert!(rewrite.contains(blank), "{rewrite}");
    }
    assert!(!rewrite.bytes().any(|b| b.is_ascii_digit()), "{rewrite}");
}

#[test]
fn a_template_keeps_what_stands_between_the_words() {
    for (text, expected) in [
        (
            "Jo will have regular (see the report) speech therapy, as required, in the class.",
            "Jo will have [how often] (see the report) speech therapy, [when, and who decides], in the class",
        ),
        (
            "Jo will have regular speech therapy\tas required\ta therapist",
            "Jo will have [how often] speech therapy for [how long]\t[when, and who decides]\ta therapist",
        ),
    ] {
        let lexicon = Lexicon::built_in();
        let found = checked(&lexicon, "F", text, "{}");
        let rewrite = found.findings.iter().find_map(|f| f.rewrite.as_deref()).unwrap();
        assert!(rewrite.starts_with(expected), "{rewrite}");
    }
}

#[track_caller]
fn smart(text: &str, expected: [SmartState; 3]) {
    let lexicon = Lexicon::built_in();
    let found = checked(&lexicon, "E", text, "{}");
    assert_eq!(found.outcomes.len(), 1, "{text}");
    let state = |letter: Letter| {
        found.outcomes[0].smart.iter().find(|view| view.letter == letter).unwrap().state
    };
    let states = [Letter::Specific, Letter::Measurable, Letter::TimeLimited].map(state);
    assert_eq!(states, expected, "{text}");
    for letter in [Letter::Achievable, Letter::Realistic] {
        assert_eq!(state(letter), SmartState::ForAPerson);
    }
}

#[test]
fn outcomes_letter_by_letter() {
    let (said, not) = (SmartState::Said, SmartState::NotSaid);
    smart(
        "By the end of Key Stage 2, Jo will be able to write three sentences without adult help.",
        [said, said, said],
    );
    smart("Jo will improve.", [not, not, not]);
    smart("By July 2027, Jo will feel more confident.", [not, not, said]);
    smart("Jo will be able to order a meal without adult help.", [said, said, not]);
}

#[test]
fn an_outcome_names_the_child_by_any_word_of_a_given_name() {
    let text = "By July 2027, zahrie will be able to write three sentences.";
    let rule = "outcome-no-who";
    check("E", text, "{}", rule, &["By July 2027, zahrie will be able to write three sentences"]);
    check("E", text, r#"{"names": ["Zahrie"]}"#, rule, &[]);
    check("E", text, r#"{"names": ["Amira", "Zahrie Khan"]}"#, rule, &[]);
}

#[test]
fn outcomes_that_are_something_else() {
    check(
        "E",
        "By July 2027 Jo will receive speech therapy.",
        "{}",
        "outcome-as-provision",
        &["will receive speech therapy"],
    );
    check(
        "E",
        "By July 2027 staff will understand Jo.",
        "{}",
        "outcome-service-view",
        &["staff will"],
    );
    check(
        "E",
        "By July 2027 Jo will be able to walk to school on her own.",
        "{}",
        "outcome-as-provision",
        &[],
    );
}

#[test]
fn provision_and_strengths_in_needs() {
    check(
        "B",
        "Jo enjoys art. Jo will receive phonics lessons.",
        "{}",
        "provision-in-needs",
        &["will receive"],
    );
    let lexicon = Lexicon::built_in();
    let absent = |text: &str| {
        let found = checked(&lexicon, "B", text, "{}");
        found.absent.iter().map(|absence| absence.rule).collect::<Vec<_>>()
    };
    assert!(absent("Jo finds reading hard.").contains(&"strengths-missing"));
    assert!(!absent("Jo is good at art.").contains(&"strengths-missing"));
    assert!(absent("").is_empty());
}

#[test]
fn a_diagnosis_says_where_its_impact_is_described() {
    let rule = "diagnosis-without-impact";
    check("C", "Jo has a diagnosis of epilepsy.", "{}", rule, &["Jo has a diagnosis of epilepsy"]);
    check(
        "C",
        "Jo has a diagnosis of epilepsy, the impact of this is described in Section B.",
        "{}",
        rule,
        &[],
    );
}

#[test]
fn a_placement_waits_for_the_final_plan() {
    let rule = "placement-on-draft";
    check("I", "Hill School", r#"{"stage": "draft"}"#, rule, &["Hill School"]);
    check("I", "Hill School", r#"{"stage": "final"}"#, rule, &[]);
    let lexicon = Lexicon::built_in();
    assert_eq!(checked(&lexicon, "I", "Hill School", "{}").not_checked, [rule]);
}

#[test]
fn a_final_plan_says_whether_a_budget_was_requested() {
    let lexicon = Lexicon::built_in();
    let absent = |text: &str, known: &str| {
        let found = checked(&lexicon, "J", text, known);
        found.absent.iter().map(|absence| absence.rule).collect::<Vec<_>>()
    };
    assert_eq!(absent("", r#"{"stage": "final"}"#), ["budget-not-stated"]);
    assert!(absent("", r#"{"stage": "draft"}"#).is_empty());
    assert!(
        absent("A personal budget has not been requested.", r#"{"stage": "final"}"#).is_empty()
    );
    assert_eq!(checked(&lexicon, "J", "", "{}").not_checked, ["budget-not-stated"]);
}

/// The clause as descriptor I3 prints it, with its slots filled.
fn transport(child: &str, school: &str, other: &str) -> String {
    let framework = ehcp_qa_core::Framework::shropshire_2023();
    let document = framework.document();
    let section = document.wording.sections.iter().find(|section| section.id == "I").unwrap();
    let text = &section.descriptors.iter().find(|d| d.id == "I3").unwrap().text;
    let clause = &text[text.find("Child X").unwrap()..];
    let clause = clause.trim_end_matches(['\u{2019}', '\'']);
    clause.replace("Child X", child).replace("school A", school).replace("B school", other)
}

#[test]
fn the_transport_clause_is_word_for_word() {
    let known = r#"{"stage": "final"}"#;
    silent("I", &transport("Jo", "Hill School", "Dale School"), known);
    let fires = |text: &str, rule: &str| {
        let lexicon = Lexicon::built_in();
        parts(&checked(&lexicon, "I", text, known)).iter().any(|finding| finding.rule == rule)
    };
    assert!(fires("Hill School. Parents provide transport.", "transport-wording"));
    let other = transport("Jo", "Hill School", "Dale School")
        .replace("full responsibility", "responsibility");
    assert!(fires(&other, "transport-wording"));
    assert!(fires(&transport("Jo", "Hill School", "Hill School"), "transport-slots"));
    assert!(fires(&transport("Child X", "Hill School", "Dale School"), "transport-slots"));
    let two = transport("Jo", "Hill School", "Dale School").replacen("Jo", "Sam", 1);
    assert!(fires(&two, "transport-slots"));
}

#[test]
fn the_lexicon_quotes_the_transport_clause_as_the_framework_prints_it() {
    let lexicon = Lexicon::built_in().document();
    let clause = &lexicon.clauses.unwrap()[0];
    assert_eq!(clause.text, transport("Child X", "school A", "B school"));
}

#[test]
fn entries_of_advice() {
    silent(
        "K",
        "K1 Educational psychology report, Dr Shah, 12/05/2024\nK2 School report, 3 June 2024",
        "{}",
    );
    check(
        "K",
        "K1 Educational psychology report",
        "{}",
        "advice-without-date",
        &["K1 Educational psychology report"],
    );
    check(
        "K",
        "School report 12/05/2024",
        "{}",
        "advice-without-reference",
        &["School report 12/05/2024"],
    );
    silent("K", "The advice was gathered in the spring.", "{}");
}

#[test]
fn placeholders_and_names() {
    check("A", "XXX likes football.", "{}", "placeholder", &["XXX"]);
    check("F", "[name] will be taught daily.", "{}", "placeholder", &["[name]"]);
    check("B", "Oliver reads well.", r#"{"names": ["Amira"]}"#, "other-name", &["Oliver"]);
    check("B", "Amira reads well.", r#"{"names": ["Amira"]}"#, "other-name", &[]);
    check("B", "He reads well.", r#"{"pronouns": "she"}"#, "other-pronoun", &["He"]);
}

#[test]
fn pillars_of_preparation_for_adulthood_follow_the_year_group() {
    let lexicon = Lexicon::built_in();
    let text = "A teacher will teach phonics for 20 minutes daily.";
    let found = |known: &str| {
        let found = checked(&lexicon, "F", text, known);
        (found.absent.iter().map(|a| a.pillars.len()).sum::<usize>(), found.not_checked.len())
    };
    assert_eq!(found("{}"), (0, 1));
    assert_eq!(found(r#"{"year_group": 8}"#), (0, 0));
    assert_eq!(found(r#"{"year_group": 9}"#), (3, 0));
}

#[test]
fn speech_is_left_alone() {
    silent(
        "A",
        "\u{201c}I would like more support and regular breaks when I need them.\u{201d}",
        "{}",
    );
    silent("F", "Amira says she would like access to the library when she needs it.", "{}");
}

#[test]
fn text_pasted_from_a_word_processor() {
    // A soft hyphen, a non-breaking space, and an emoji before them.
    let text = "\u{1f600} Re\u{ad}gular\u{a0}sup\u{ad}port.";
    check("F", text, "{}", "vague-frequency", &["Re\u{ad}gular"]);
    let lexicon = Lexicon::built_in();
    let found = lint_in::<Utf16>(&lexicon, "F", text, &Linting::default());
    let regular = parts(&found).into_iter().find(|f| f.rule == "vague-frequency").unwrap();
    // The emoji is two UTF-16 code units, the space one.
    assert_eq!((regular.span.start, regular.span.end), (3, 11));
}

#[test]
fn a_dismissed_finding_stays_away_and_its_name_holds_no_text() {
    let lexicon = Lexicon::built_in();
    let text = "Regular support with reading.";
    let found = checked(&lexicon, "F", text, "{}");
    let print = found.findings[0].parts[0].fingerprint.clone();
    assert_eq!(print.len(), 16);
    assert!(print.bytes().all(|b| b.is_ascii_hexdigit()));
    let known = format!(r#"{{"dismissed": ["{print}"]}}"#);
    // White space and case are not part of it.
    let again = checked(&lexicon, "F", "  regular  support with READING.", &known);
    assert_eq!(parts(&again).len() + 1, parts(&found).len());
}

#[test]
fn what_is_found_in_one_statement_is_one_finding() {
    let lexicon = Lexicon::built_in();
    let text = "Jo reads. Jo will have regular support as required. A desk is provided as needed.";
    let found = checked(&lexicon, "F", text, "{}");
    let statements: Vec<&str> = found.findings.iter().map(|f| f.span.of(text)).collect();
    assert_eq!(
        statements,
        ["Jo will have regular support as required", "A desk is provided as needed"]
    );
    let first = &found.findings[0];
    let words: Vec<&str> = first.parts.iter().map(|part| part.span.of(text)).collect();
    // The words come first, and then what the statement as such leaves out.
    let all = statements[0];
    assert_eq!(words[..3], ["regular", "support", "as required"]);
    assert!(words.len() > 3 && words[3..].iter().all(|words| *words == all), "{words:?}");
    let most_serious = first.parts.iter().map(|part| part.severity).min().unwrap();
    assert_eq!(first.severity, most_serious);
    assert_eq!(first.message, first.leading().unwrap().message);
    assert_eq!(first.missing, [Element::Who, Element::HowOften, Element::HowLong]);
    assert!(first.rewrite.is_some());
}

#[test]
fn a_dismissed_statement_takes_all_its_parts_with_it() {
    let lexicon = Lexicon::built_in();
    let text = "Regular support with reading. Regular help as required.";
    let found = checked(&lexicon, "F", text, "{}");
    let [first, second] = &found.findings[..] else { panic!("two statements have findings") };
    assert_ne!(first.fingerprint, second.fingerprint);
    let known = format!(r#"{{"dismissed": ["{}"]}}"#, first.fingerprint);
    let again = checked(&lexicon, "F", text, &known);
    assert_eq!(again.findings, std::slice::from_ref(second));
    assert_eq!(again.more, 0);
    // What is dismissed is not counted among what is not listed.
    let many = "Regular support with reading. ".repeat(1_000);
    assert!(checked(&lexicon, "F", &many, "{}").more > 0);
    let of_many = &checked(&lexicon, "F", &many, "{}").findings[0].fingerprint;
    let known = format!(r#"{{"dismissed": ["{of_many}"]}}"#);
    let again = checked(&lexicon, "F", &many, &known);
    assert_eq!((again.findings.len(), again.more), (0, 0));
}

#[test]
fn every_rule_has_a_message_a_reason_a_citation_and_a_known_id() {
    let lexicon = Lexicon::built_in();
    let mut ids = std::collections::BTreeSet::new();
    for rule in lexicon.rules() {
        assert!(ids.insert(rule.id.clone()), "{}", rule.id);
        for text in [&rule.title, &rule.message, &rule.why, &rule.instead] {
            assert!(!text.is_empty(), "{}", rule.id);
        }
        assert!(!rule.cites.is_empty() && !rule.sections.is_empty(), "{}", rule.id);
    }
    assert!(ids.len() > 40);
    let phrases: usize =
        lexicon.rules().filter_map(|rule| rule.phrases.as_ref()).map(Vec::len).sum();
    assert!(phrases >= 150, "{phrases}");
}

#[test]
fn the_text_that_ships_lacks_only_examples() {
    fn without(value: &mut serde_json::Value) {
        if let Some(fields) = value.as_object_mut() {
            fields.remove("example");
            fields.remove("example_context");
            fields.remove("near_miss");
            fields.values_mut().for_each(without);
        } else if let Some(list) = value.as_array_mut() {
            list.iter_mut().for_each(without);
        }
    }
    let mut complete: serde_json::Value = serde_json::from_str(WORDING_WITH_EXAMPLES).unwrap();
    without(&mut complete);
    assert_eq!(serde_json::from_str::<serde_json::Value>(WORDING).unwrap(), complete);
}

#[test]
fn every_rule_fires_on_its_example_and_not_on_its_near_miss() {
    let lexicon = Lexicon::from_json(WORDING_WITH_EXAMPLES).unwrap();
    let mut tried = 0;
    for rule in lexicon.rules() {
        let (Some(example), Some(near_miss)) = (&rule.example, &rule.near_miss) else {
            panic!("{} has no example or no near miss", rule.id);
        };
        let context = rule.example_context.clone().unwrap_or_default();
        let fires = |text: &str| {
            let found = lint(&lexicon, &rule.sections[0], text, &context);
            let of_words = parts(&found).into_iter().map(|finding| finding.rule);
            of_words.chain(found.absent.iter().map(|absence| absence.rule)).any(|id| id == rule.id)
        };
        assert!(fires(example), "{} does not fire on: {example}", rule.id);
        assert!(!fires(near_miss), "{} fires on: {near_miss}", rule.id);
        tried += 1;
    }
    assert_eq!(tried, 45);
}

/// A phrase may be answered, and is then at most mentioned.
#[test]
fn every_phrase_fires_on_its_example_and_not_on_its_near_miss() {
    let complete: serde_json::Value = serde_json::from_str(WORDING_WITH_EXAMPLES).unwrap();
    let rules = complete["rules"].as_array().unwrap();
    let mut wrong = Vec::new();
    for (number, rule) in rules.iter().enumerate() {
        let phrases = rule["phrases"].as_array().into_iter().flatten();
        for (index, phrase) in phrases.enumerate() {
            // No other phrase of the rule can fire in its place.
            let mut alone = complete.clone();
            alone["rules"][number]["phrases"] = serde_json::json!([phrase]);
            let lexicon = Lexicon::from_json(&alone.to_string()).unwrap();
            let id = rule["id"].as_str().unwrap();
            let section = rule["sections"][0].as_str().unwrap();
            let fires = |text: &str| {
                let found = checked(&lexicon, section, text, "{}");
                parts(&found).iter().any(|f| f.rule == id && f.severity != Severity::Information)
            };
            for (kind, expected) in [("example", true), ("near_miss", false)] {
                let text = phrase[kind].as_str().unwrap_or("");
                if text.is_empty() || fires(text) != expected {
                    wrong.push(format!("{id}, phrase {index}, {kind}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_lexicon_adds_to_the_built_in_one_and_every_problem_is_reported() {
    let ours = r#"{"id": "own", "edition": "1", "language": "en-GB", "extends": "wording-2023",
        "words": [], "terms": [], "rules": [{"id": "usual", "title": "Usual", "sections": ["F"],
        "severity": "warning", "action": "reword", "message": "m", "why": "w", "instead": "i",
        "cites": [{"basis": "interpretation", "place": "ours"}],
        "phrases": [{"says": ["usual package"]}]}]}"#;
    let lexicon = Lexicon::from_json(ours).unwrap();
    let text = "The usual package and regular support.";
    let found = lint(&lexicon, "F", text, &Linting::default());
    let rules: Vec<&str> = parts(&found).iter().map(|finding| finding.rule).collect();
    assert!(rules.contains(&"usual") && rules.contains(&"vague-frequency"), "{rules:?}");
    let broken = ours
        .replace("usual package", "Usual  package")
        .replace(r#""id": "usual""#, r#""id": "a b""#);
    let problems = Lexicon::from_json(&broken).unwrap_err();
    let places: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(
        places,
        [("/rules/0/id", "not_an_id"), ("/rules/0/phrases/0/says/0", "not_a_pattern")]
    );
}

#[test]
fn a_slot_without_words_ends_the_comparison_with_a_clause() {
    let lexicon = r#"{"id": "ours", "edition": "1", "language": "en-GB", "extends": "wording-2023",
        "words": [], "terms": [], "rules": [],
        "clauses": [{"id": "transport", "text": "Parents provide the transport", "slots": ["", "-"]}]}"#;
    let lexicon = Lexicon::from_json(lexicon).unwrap();
    let rules = |text: &str| {
        let found = lint(&lexicon, "I", text, &Linting::default());
        parts(&found).iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert_eq!(rules("Parents provide the transport."), [""; 0]);
    assert_eq!(rules("Parents provide transport."), ["transport-wording"]);
}

/// Work is counted in allocations and their bytes, as for documents.
#[test]
fn work_grows_with_the_size_of_a_hostile_text() {
    let lexicon = Lexicon::built_in();
    for piece in [
        "access to ",
        "(",
        "\u{201c}",
        "regular small group as required ",
        "30 ",
        "[",
        "a.",
        "\u{301}",
        "K1 report\n",
        "He paints. She reads. ",
    ] {
        for section in ["B", "E", "F", "I", "K"] {
            let work = |bytes: usize| {
                let text = piece.repeat(bytes / piece.len());
                allocation_counter::measure(|| {
                    let found = checked(&lexicon, section, &text, "{}");
                    assert!(parts(&found).len() <= ehcp_qa_core::wording::MOST_FINDINGS);
                })
            };
            let (once, twice) = (work(50_000), work(100_000));
            let figures = format!("{piece:?} in {section}: {once:?} {twice:?}");
            assert!(twice.count_total <= 3 * once.count_total, "{figures}");
            assert!(twice.bytes_total <= 3 * once.bytes_total, "{figures}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_checked_and_places_are_in_it(
        text in "(access to |regular |30 minutes |weekly|\\. |\n|\u{201c}|\u{1f600}|e\u{301}|[a-zA-Z0-9 .:;,()'\\[\\]-]|\\PC){0,60}",
        section in prop::sample::select(vec!["A", "B", "C", "D", "E", "F", "G", "H1", "I", "J", "K"]),
    ) {
        let lexicon = Lexicon::built_in();
        let found = checked(&lexicon, section, &text, "{}");
        let wide = lint_in::<Utf16>(&lexicon, section, &text, &Linting::default());
        prop_assert_eq!(parts(&found).len(), parts(&wide).len());
        let units: Vec<u16> = text.encode_utf16().collect();
        for (narrow, wide) in parts(&found).into_iter().zip(parts(&wide)) {
            let words = text.get(narrow.span.start as usize..narrow.span.end as usize);
            prop_assert!(words.is_some());
            let range = wide.span.start as usize..wide.span.end as usize;
            prop_assert_eq!(String::from_utf16_lossy(&units[range]), words.unwrap());
        }
    }
}
