//! Wording by blocks: rows, lead-ins, fields, tags and quotations, from plain text and from a plan.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::PlanDocument;
use ehcp_qa_core::wording::{
    Bytes, Element, Lexicon, Lint, Linting, SectionBlocks, Span, Utf16, lint, lint_blocks,
};
use serde_json::{Value, json};

fn of_text(section: &str, text: &str) -> Lint<'static, Bytes> {
    lint(lexicon(), section, text, &Linting::default())
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: std::sync::OnceLock<std::sync::Arc<Lexicon>> = std::sync::OnceLock::new();
    LEXICON.get_or_init(Lexicon::built_in)
}

/// A plan with one part, of one section.
fn plan(section: &str, blocks: &[Value]) -> PlanDocument {
    let place = json!({"at": 0, "file": 0, "paragraph": 0, "run": 0, "offset": 0});
    let with_runs = |block: &Value| {
        let mut block = block.clone();
        block["runs"] = json!([]);
        block
    };
    let blocks: Vec<Value> = blocks.iter().map(with_runs).collect();
    let heading =
        json!({"text": section, "place": place, "recognised_by": ["letter"], "sureness": "sure"});
    let part = json!({"sections": [section], "heading": heading, "blocks": blocks});
    let plan = json!({"files": [], "parts": [part], "furniture": [], "comments": [], "doubts": []});
    serde_json::from_value(plan).expect("a plan")
}

/// A row of a plan whose columns have headings.
fn row(headings: &[&str], cells: &[&str]) -> Value {
    let mut at = 0;
    let mut made = Vec::new();
    for (column, (heading, cell)) in headings.iter().zip(cells).enumerate() {
        let length = cell.encode_utf16().count();
        made.push(json!({"at": at, "length": length, "column": column, "heading": heading}));
        at += length + 1;
    }
    json!({"kind": "row", "text": cells.join("\t"), "row": 0, "cells": made})
}

fn of_plan(section: &str, blocks: &[Value]) -> (String, Lint<'static, Bytes>) {
    let plan = plan(section, blocks);
    let section_of = PlanSection::from_word(section).expect("a section");
    let blocks = SectionBlocks::of_plan(&plan, section_of);
    assert_eq!(blocks.text(), plan.text(section_of));
    let found = lint_blocks(lexicon(), section, &blocks, &Linting::default());
    (blocks.text().to_owned(), found)
}

/// The words of each finding above information.
fn found<'t>(text: &'t str, lint: &Lint<Bytes>) -> Vec<&'t str> {
    let serious = lint.findings.iter().filter(|found| found.severity != Severity::Information);
    serious.map(|found| found.span.of(text)).collect()
}

/// The rules of all parts above information.
fn rules(lint: &Lint<'static, Bytes>) -> Vec<&'static str> {
    let parts = lint.findings.iter().flat_map(|found| &found.parts);
    parts.filter(|part| part.severity != Severity::Information).map(|part| part.rule).collect()
}

#[track_caller]
fn silent(section: &str, text: &str) {
    let lint = of_text(section, text);
    assert_eq!(rules(&lint), [""; 0], "{text}");
}

/// Expects so many statements of provision, none of which lacks anything.
#[track_caller]
fn complete(text: &str, count: usize) {
    let lint = of_text("F", text);
    assert_eq!(rules(&lint), [""; 0], "{text}");
    let missing: Vec<_> = lint.statements.iter().map(|statement| &statement.missing).collect();
    assert_eq!(missing, vec![&Vec::<Element>::new(); count], "{text}");
}

#[test]
fn a_row_is_one_statement_and_its_heading_row_none() {
    complete(
        "Provision\tBy whom\tHow often\n\
         Precision teaching of twelve key words\tHigher-level teaching assistant\t15 minutes, every \
         school day\n\
         Touch typing with a named course\tClass teacher\t20 minutes, three times a week",
        2,
    );
    complete(
        "Provision\tWho\tHow often\tHow long\n\
         Rowan will follow the Read Write Inc phonics programme 1:1 in a quiet room.\tTeaching \
         assistant trained in Read Write Inc\tThree times a week\t20 minutes\n\
         Rowan will have a calm plan.\tTeaching assistant\tDaily\t15 minutes",
        2,
    );
    // Without headings over its columns it is one statement too.
    complete("Precision teaching of key words\tTeaching assistant\tDaily\t15 minutes", 1);
    // Lines may end as Windows ends them.
    complete("Provision\tWho\tHow often\r\nPhonics teaching\tMs Carr\t20 minutes daily\r\n", 1);
}

#[test]
fn what_a_column_says_counts_although_no_word_of_the_cell_is_known() {
    let headings = "Provision\tWho\tHow often\tHow long\tGroup size\n";
    let row = "Reading aloud\tMx Zyx\tEach breaktime\tA quarter hour\tJo alone";
    let lint = of_text("F", &format!("{headings}{row}"));
    let [statement] = &lint.statements[..] else { panic!("there is one statement") };
    assert_eq!(statement.missing, []);
    let said = |element| {
        let text = format!("{headings}{row}");
        let mut views = statement.says.iter().filter(|view| view.element == element);
        views.next().map(|view| view.span.of(&text).to_owned())
    };
    assert_eq!(said(Element::Who).as_deref(), Some("Mx Zyx"));
    assert_eq!(said(Element::Group).as_deref(), Some("Jo alone"));
    // An empty cell says nothing, nor does one that is open itself.
    for (cell, missing) in [("", Element::Who), ("School staff", Element::Who)] {
        let text = format!("{headings}Phonics\t{cell}\tdaily\t20 minutes\tJo alone");
        let lint = of_text("F", &text);
        assert_eq!(lint.statements[0].missing, [missing], "{text}");
    }
}

#[test]
fn vague_cells_are_parts_of_the_finding_of_their_row() {
    let text = "Provision\tWho\tHow often\n\
                Help with spelling, as appropriate\tSchool staff\tOngoing";
    let lint = of_text("F", text);
    let [finding] = &lint.findings[..] else { panic!("there is one finding") };
    assert_eq!(finding.span.of(text), "Help with spelling, as appropriate\tSchool staff\tOngoing");
    let words: Vec<&str> = finding.parts.iter().map(|part| part.span.of(text)).collect();
    for expected in ["as appropriate", "staff", "Ongoing"] {
        assert!(words.iter().any(|words| words.contains(expected)), "{expected}: {words:?}");
    }
}

#[test]
fn each_line_of_a_cell_is_a_statement_to_which_the_fields_belong() {
    let headings = ["Provision", "Who", "How often"];
    let cells = [
        "Phonics teaching in a pair\nSpelling practice in a pair",
        "Ms Carr, teacher",
        "20 minutes daily",
    ];
    let (text, lint) = of_plan("F", &[row(&headings, &cells)]);
    assert_eq!(rules(&lint), [""; 0], "{text}");
    let missing: Vec<_> = lint.statements.iter().map(|statement| &statement.missing).collect();
    assert_eq!(missing, [&Vec::<Element>::new(), &Vec::new()]);
}

#[test]
fn cells_beside_a_statement_are_not_checked_as_provision() {
    let headings = ["Need", "Provision", "Staffing and frequency"];
    let cells = ["He needs regular support", "Phonics teaching", "Class teacher, 20 minutes daily"];
    let (text, lint) = of_plan("F", &[row(&headings, &cells)]);
    assert_eq!(rules(&lint), [""; 0], "{text}");
    assert_eq!(lint.statements.len(), 1);
    // What was left of the template is reported wherever it stands.
    let cells = ["[insert need]", "Phonics teaching", "Class teacher, 20 minutes daily"];
    let (_, lint) = of_plan("F", &[row(&headings, &cells)]);
    assert_eq!(rules(&lint), ["placeholder"]);
}

#[test]
fn cells_without_their_row_belong_to_the_line_before() {
    let text = "Precision teaching of twelve key words\nTeaching assistant\nDaily\n15 minutes";
    complete(text, 1);
    // Three fields alone are not three statements.
    assert_eq!(of_text("F", "Teaching assistant\nDaily\n15 minutes").statements.len(), 1);
}

#[test]
fn items_have_what_their_lead_in_says() {
    let items = [
        "give Jo each instruction one step at a time",
        "write each step on a card on her desk",
        "ask Jo to say the step back before she starts",
    ];
    let lead = "In every lesson, the class teacher will:";
    let mut text = lead.to_owned();
    let mut blocks = vec![json!({"kind": "statement", "text": lead})];
    for item in items {
        text = format!("{text}\n- {item}");
        blocks.push(json!({"kind": "list_item", "text": item, "number": "•", "lead_in": lead}));
    }
    silent("F", &text);
    let (_, lint) = of_plan("F", &blocks);
    assert_eq!(rules(&lint), [""; 0]);
    // Without the lead-in nobody is said to do it.
    let (_, lint) = of_plan("F", &[json!({"kind": "list_item", "text": "teach Jo phonics daily"})]);
    assert!(rules(&lint).contains(&"provider-missing"));
}

#[test]
fn a_heading_a_heading_row_and_a_quotation_are_no_statements() {
    let words = "Regular support from staff as required";
    for (kind, is_checked) in [
        ("heading", false),
        ("heading_row", false),
        ("quotation", false),
        ("furniture", false),
        ("statement", true),
    ] {
        let (_, lint) = of_plan("F", &[json!({"kind": kind, "text": words})]);
        assert_eq!(!lint.findings.is_empty(), is_checked, "{kind}");
        assert_eq!(!lint.statements.is_empty(), is_checked, "{kind}");
    }
    // A label is none, though it has the words of a placeholder.
    silent("I", "Name of school\tA mainstream maintained school");
    silent("I", "Name of school: a mainstream maintained school");
    check_rules("I", "Name of school", &["placeholder"]);
}

#[track_caller]
fn check_rules(section: &str, text: &str, expected: &[&str]) {
    assert_eq!(rules(&of_text(section, text)), expected, "{text}");
}

#[test]
fn a_tag_is_no_statement_and_no_placeholder() {
    silent("F", "[K3]");
    silent("B", "Jo reads well [K2, K5]. (B2)");
    check_rules("B", "Jo reads [insert books] well.", &["placeholder"]);
    let text = "A teacher will teach Jo phonics for 20 minutes daily. [need 1, outcome 2]";
    let lint = of_text("F", text);
    assert_eq!((lint.statements.len(), rules(&lint).len()), (1, 0));
    // In the list of advice it is the reference.
    check_rules("K", "[K1] School report, 3 June 2024\n(K2) Letter, 5 June 2024", &[]);
}

#[test]
fn a_sentence_that_carries_on_belongs_to_the_one_before() {
    for text in [
        "In every lesson, the class teacher will give Jo one instruction at a time. The assistant \
         will then ask Jo to show what to do first.",
        "A counsellor will see Jo for 50 minutes once a week. If she is away, Jo will be told.",
        "A laptop will be provided for Jo in every lesson. The laptop is bought by the school.",
        "A therapist will see Jo for one hour weekly (in the library. It is quiet there).",
    ] {
        assert_eq!(of_text("F", text).statements.len(), 1, "{text}");
    }
    let apart = "A teacher will teach Jo phonics daily. A nurse will visit Jo weekly.";
    assert_eq!(of_text("F", apart).statements.len(), 2);
}

#[test]
fn a_full_stop_within_a_time_or_brackets_ends_no_sentence() {
    let text =
        "A tutor will send a report every Friday by 4 p.m., with marks (work. See notes) for Jo.";
    let lint = of_text("F", text);
    assert_eq!(lint.statements.len(), 1);
    assert_eq!(lint.statements[0].span.of(text), &text[..text.len() - 1]);
}

#[test]
fn the_fields_of_a_card_belong_to_its_outcome() {
    let card = |date: &str| {
        format!("Outcome\tJo will write three sentences alone.\nTo be achieved by\t{date}")
    };
    let undated = |text: &str| rules(&of_text("E", text)).contains(&"outcome-no-date");
    assert!(!undated(&card("31/07/2026")));
    assert!(!undated(&card("End of Year 4")));
    assert!(undated(&card("Ongoing")));
    assert!(undated("Outcome\tJo will write three sentences alone."));
    let text = card("31/07/2026");
    assert_eq!(of_text("E", &text).outcomes.len(), 1);
    // A label in front of a colon is the same.
    assert!(!undated("Jo will write three sentences alone.\nBy when (date): 31/07/2026"));
}

#[test]
fn the_columns_of_outcomes_are_told_apart() {
    let text = "Need\tOutcome\tBy when\tReview\n\
                Jo finds reading hard\tJo will read ten words alone\tJuly 2027\tEach term, by the SENCO";
    let lint = of_text("E", text);
    assert_eq!(found(text, &lint), [""; 0]);
    assert_eq!(lint.outcomes.len(), 1);
    // A date of review is no date of the outcome.
    let text = "Outcome\tReview\nJo will read ten words alone\tby July 2027";
    assert_eq!(rules(&of_text("E", text)), ["outcome-no-date"]);
}

#[test]
fn an_entry_of_advice_is_a_row() {
    let headings = "Ref\tAdvice from\tName and role\tDate\n";
    silent("K", &format!("{headings}K1\tSchool\tMr Tate\t2 December 2024"));
    check_rules("K", &format!("{headings}K1\tSchool\tMr Tate\t"), &["advice-without-date"]);
    check_rules("K", &format!("{headings}K1\tSchool\tMr Tate\tAutumn"), &["advice-without-date"]);
    check_rules(
        "K",
        &format!("{headings}\tSchool\tMr Tate\t2 December 2024"),
        &["advice-without-reference"],
    );
}

#[test]
fn a_stretch_of_the_text_leads_to_its_blocks() {
    let texts = ["A 😀 tutor will help", "", "Regular support", "Ms Carr\tas required"];
    let kinds = ["statement", "statement", "statement", "row"];
    let blocks: Vec<Value> =
        kinds.iter().zip(texts).map(|(kind, text)| json!({"kind": kind, "text": text})).collect();
    let plan = plan("F", &blocks);
    let blocks = SectionBlocks::of_plan(&plan, PlanSection::F);
    let lint: Lint<Utf16> = lint_blocks(lexicon(), "F", &blocks, &Linting::default());
    let units: Vec<u16> = blocks.text().encode_utf16().collect();
    let mut words = Vec::new();
    for part in lint.findings.iter().flat_map(|finding| &finding.parts) {
        let places = blocks.places(part.span);
        let at: Vec<&str> = places.iter().filter_map(|place| plan.words_at(place)).collect();
        let range = part.span.start as usize..part.span.end as usize;
        assert_eq!(at.join("\n"), String::from_utf16_lossy(&units[range]));
        words.extend(places.iter().map(|place| (place.block, place.at.0)));
    }
    assert!(words.contains(&(2, 0)), "“Regular” begins the third block: {words:?}");
    assert!(words.contains(&(3, 8)), "“as required” stands behind the tab: {words:?}");
    // Over two blocks: "tutor will help" from 5 on, the line end at 20, and "Regular" behind it.
    let places = blocks.places(Span::new(5, 28));
    let found: Vec<_> = places.iter().map(|place| plan.words_at(place).unwrap()).collect();
    assert_eq!(found, ["tutor will help", "Regular"]);
    assert_eq!(SectionBlocks::of_text("Regular support").places(Span::new(0, 7)), []);
}

/// Work is counted in allocations and their bytes, as for documents.
#[test]
fn work_grows_with_the_size_of_a_hostile_table() {
    for piece in
        ["\t", "a\tb\n", "Who\tWhen\n", "a:\tb\n", "Date: 1\n", "(", "[", "[K1", "Review: (\n"]
    {
        for section in ["B", "E", "F", "K"] {
            let work = |bytes: usize| {
                let text = piece.repeat(bytes / piece.len());
                allocation_counter::measure(|| drop(of_text(section, &text)))
            };
            let (once, twice) = (work(50_000), work(100_000));
            let figures = format!("{piece:?} in {section}: {once:?} {twice:?}");
            assert!(twice.count_total <= 3 * once.count_total, "{figures}");
            assert!(twice.bytes_total <= 3 * once.bytes_total, "{figures}");
        }
    }
}
