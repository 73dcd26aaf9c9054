//! Sheets: maps, headings and rows, with values worked out by hand.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::sheet::{
    Cell, CellProblem, SheetMap, TemplateValues, bind, heading_row, propose, template,
};
use ehcp_qa_core::summary::{Summary, SummaryRecord};

fn shropshire() -> Arc<Framework> {
    Framework::built_in()
}

/// The field that is proposed for a heading alone.
#[track_caller]
fn check_heading(heading: &str, field: Option<&str>) {
    let map = propose(&shropshire(), &[heading]);
    assert_eq!(map.columns[0].field.as_deref(), field, "{heading}");
}

#[test]
fn headings_are_known_as_people_write_them() {
    let overall = Some("/review/sections/overall/score");
    for heading in [
        "Overall",
        "Overall score",
        "Overall QA RAG rating: -",
        "QA grade",
        "RAG",
        "Score",
        "Final grade",
        "Quality score for the overall plan",
        "Overall quality of the EHCP",
    ] {
        check_heading(heading, overall);
    }
    for heading in [
        "F",
        "Section F",
        "F score",
        "Score: F",
        "SECTION F – PROVISION",
        "Quality score F",
        "Section F: Special educational provision",
    ] {
        check_heading(heading, Some("/review/sections/F/score"));
    }
    check_heading("H1", Some("/review/sections/H1/score"));
    for heading in ["F3", "Section F 3", "f3", "Section F: F3"] {
        check_heading(heading, Some("/review/sections/F/descriptors/F3"));
    }
    check_heading("H1.2", Some("/review/sections/H1/descriptors/H1.2"));
    check_heading(
        "Captures the parents' / carers' views and aspirations",
        Some("/review/sections/A/descriptors/A5"),
    );
    for (heading, field) in [
        ("Type of plan", "/review/plan/stage"),
        ("NC Year", "/review/plan/year_group"),
        ("Age", "/review/plan/age"),
        ("Health needs", "/review/plan/health_needs"),
        ("A personal budget has been requested", "/review/plan/personal_budget"),
        ("Key stage", "/phase"),
        ("Date of QA", "/review/review/date"),
        ("QA level", "/review/review/level"),
        ("Main Category of Need:", "/dimensions/need"),
        ("Setting type", "/dimensions/setting"),
        ("Date of request", "/dates/received"),
        ("Final plan issued", "/dates/issued"),
        ("Grade before", "/regraded/before"),
        ("Grade after", "/regraded/after"),
        ("First grade", "/graded_twice/first"),
        ("Second grade", "/graded_twice/second"),
        ("No administrative errors", "/review/criteria/no_admin_errors"),
        ("/dates/decided", "/dates/decided"),
    ] {
        check_heading(heading, Some(field));
    }
    for heading in [
        "Name",
        "Section F comments",
        "Synergy",
        "Case Officer Comments",
        "Plan",
        "School",
        "UPN",
        "Z9",
    ] {
        check_heading(heading, None);
    }
}

#[test]
fn a_field_is_proposed_once_and_texts_of_plans_never() {
    let map =
        propose(&shropshire(), &["Overall score", "RAG rating", "", "Strengths", "Overall score"]);
    let fields: Vec<_> = map.columns.iter().map(|column| column.field.as_deref()).collect();
    // A column without a heading cannot be named, and of two with one heading neither: such a map would be refused.
    assert_eq!(fields, [None, Some("/review/sections/overall/score"), None]);
}

#[test]
fn headings_may_stand_below_a_title() {
    let rows = [
        vec!["Autumn term", "", ""],
        vec!["", "", ""],
        vec!["Ref", "Overall grade", "Need"],
        vec!["P-1", "Good", "F"],
    ];
    assert_eq!(heading_row(&shropshire(), None, &rows), Some(2));
    let map = r#"{"columns": [{"heading": "autumn TERM", "field": "/phase"}]}"#;
    let map = SheetMap::from_json(&shropshire(), map).unwrap();
    assert_eq!(heading_row(&shropshire(), Some(&map), &rows), Some(0));
    assert_eq!(heading_row(&shropshire(), None, &[vec!["Name", "Colour"]]), None);
}

#[track_caller]
fn check_map(map: &str, expected: &[(&str, &str)]) {
    let problems = SheetMap::from_json(&shropshire(), map).unwrap_err();
    let found: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_wrong_with_a_map_is_reported_at_its_place() {
    check_map(r#"{"columns": [{"field": "/phase"}]}"#, &[("/columns/0/heading", "missing")]);
    check_map(
        r#"{"framework": "other", "columns": [
            {"heading": "Grade", "field": "/review/sections/overall/score", "words": [
                {"written": "Green", "means": "2"}, {"written": "green", "means": "Very good"}]},
            {"heading": "GRADE:", "field": "/review/sections/overall/score"},
            {"heading": "a", "field": "phase"},
            {"heading": "b", "field": "/review/sections/F/descriptors/A1"},
            {"heading": "c", "field": "/dimensions/a b"},
            {"heading": "d", "field": "/dates/today"}
        ], "always": [{"field": "/review/review/level", "value": "6"}, {"field": "/x", "value": ""}]}"#,
        &[
            ("/framework", "wrong_framework"),
            ("/columns/0/words/1/written", "duplicate"),
            ("/columns/0/words/1/means", "unread_cell"),
            ("/columns/1/heading", "duplicate"),
            ("/columns/1/field", "field_given_twice"),
            ("/columns/2/field", "not_a_field"),
            ("/columns/3/field", "not_a_field"),
            ("/columns/4/field", "not_a_field"),
            ("/columns/5/field", "not_a_field"),
            ("/always/0/value", "unread_cell"),
            ("/always/1/field", "not_a_field"),
        ],
    );
}

const MAP: &str = r#"{"columns": [
    {"heading": "RAG", "field": "/review/sections/overall/score", "words": [
        {"written": "Green", "means": "Good"}, {"written": "tbc", "means": ""}]},
    {"heading": "A1", "field": "/review/sections/A/descriptors/A1"},
    {"heading": "Requested", "field": "/dates/received"},
    {"heading": "Issued", "field": "/dates/issued"},
    {"heading": "Need", "field": "/dimensions/need", "words": [{"written": "Autism", "means": "asc"}]},
    {"heading": "Elsewhere", "field": "/phase"},
    {"heading": "Notes"}
], "always": [{"field": "/review/review/level", "value": "2"}]}"#;

const HEADINGS: [&str; 6] = ["RAG", "A1", "Requested", "Issued", "Need", "Notes"];

#[track_caller]
fn record(row: &[Cell]) -> Result<Option<SummaryRecord>, Vec<CellProblem>> {
    let framework = shropshire();
    let columns =
        bind(&framework, &SheetMap::from_json(&framework, MAP).unwrap(), &HEADINGS).unwrap();
    assert_eq!((columns.count(), columns.missing()), (5, &[5][..]));
    columns.record(row)
}

#[test]
fn a_row_is_a_record() {
    // From 19 June to 6 November 2023 are 140 days; 45236 is 6 November 2023.
    let row = [
        Cell::Text("GREEN"),
        Cell::Text("Yes"),
        Cell::Text("19/06/2023"),
        Cell::Number(45_236.0),
        Cell::Text("Autism"),
        Cell::Text("=cmd"),
    ];
    let record = record(&row).unwrap().unwrap();
    assert_eq!(record.review.plan_score().unwrap().number(), 2);
    assert_eq!(record.review.level(), Some(2));
    assert_eq!(&*record.facts.dimensions.as_ref().unwrap()["need"], "asc");
    let mut summary = Summary::new(&shropshire());
    summary.add(&record).unwrap();
    assert_eq!(summary.timeliness.no_exception.within_20_weeks, 1);
    assert_eq!(summary.timeliness.no_exception.days, 140);
    assert_eq!(summary.descriptors["A1"].met, 1);
}

#[test]
fn a_row_without_a_value_is_no_record() {
    assert_eq!(record(&[]), Ok(None));
    let blank = [
        Cell::Empty,
        Cell::Text(" - "),
        Cell::Text("tbc"),
        Cell::Empty,
        Cell::Text("–"),
        Cell::Text("text"),
    ];
    // "tbc" is a word of another column: here it is no date.
    assert_eq!(record(&blank).unwrap_err().len(), 1);
    let blank = [Cell::Text("TBC"), Cell::Text("-"), Cell::Empty];
    assert_eq!(record(&blank), Ok(None));
}

#[test]
fn every_cell_that_is_not_read_is_reported_and_none_repeated() {
    let row = [
        Cell::Text("Godo"),
        Cell::Broken,
        Cell::Text("13/13/2023"),
        Cell::Number(12.0),
        Cell::Text("Jo Smith, who lives at 12 High Street and has moved here from another county"),
    ];
    let problems = record(&row).unwrap_err();
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.column.unwrap(), problem.field.as_str(), problem.kind.code()))
        .collect();
    assert_eq!(
        found,
        [
            (0, "/review/sections/overall/score", "near_cell"),
            (1, "/review/sections/A/descriptors/A1", "unread_cell"),
            (2, "/dates/received", "unread_cell"),
            (3, "/dates/issued", "unread_cell"),
            (4, "/dimensions/need", "unread_cell"),
        ]
    );
    assert_eq!(problems[0].kind.to_string(), "This is not read. The nearest that is read: 2 Good.");
    assert_eq!(
        problems[1].kind.to_string(),
        "This is not read. It must be one of: Yes; No; Not applicable; or a word that the map gives.",
    );
    let sentences: String = problems.iter().map(|problem| problem.kind.to_string()).collect();
    assert!(!sentences.contains("Smith") && !sentences.contains("Godo"), "{sentences}");
}

#[test]
fn what_does_not_fit_together_is_reported_at_its_column() {
    // A1 applies to every plan; a plan is not issued before its request; a date needs that of the request.
    let row = [Cell::Empty, Cell::Text("N/A"), Cell::Text("6/11/2023"), Cell::Text("5/11/2023")];
    let problems = record(&row).unwrap_err();
    let found: Vec<_> =
        problems.iter().map(|problem| (problem.column, problem.kind.code())).collect();
    assert_eq!(found, [(Some(1), "always_applies"), (Some(3), "out_of_order")]);
    let row = [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Text("5/11/2023")];
    let problems = record(&row).unwrap_err();
    let found: Vec<_> =
        problems.iter().map(|problem| (problem.column, problem.kind.code())).collect();
    assert_eq!(found, [(Some(2), "missing")]);
}

#[test]
fn a_heading_over_two_columns_is_reported() {
    let framework = shropshire();
    let map = SheetMap::from_json(&framework, MAP).unwrap();
    let problems = bind(&framework, &map, &["Need", "RAG", "need:"]).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].pointer.as_str(), problems[0].kind.code()),
        ("/columns/4/heading", "heading_twice")
    );
}

/// Every value that the empty sheet offers is read below its heading, without a map, under each framework.
#[track_caller]
fn check_template(framework: &Arc<Framework>, least: usize) {
    let columns = template(framework);
    assert!(columns.len() >= least, "{}", columns.len());
    let headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
    let map = propose(framework, &headings);
    let proposed: Vec<_> = map.columns.iter().map(|column| column.field.as_deref()).collect();
    let expected: Vec<_> = columns.iter().map(|column| Some(column.field.as_str())).collect();
    assert_eq!(proposed, expected);
    let text = serde_json::to_string(&map).unwrap();
    assert_eq!(SheetMap::from_json(framework, &text).as_ref(), Ok(&map));
    let bound = bind(framework, &map, &headings).unwrap();
    for (number, column) in columns.iter().enumerate() {
        let values = match &column.values {
            TemplateValues::Choice(values) => values.clone(),
            TemplateValues::Date => vec!["1/9/2023".to_owned()],
            _ => vec!["7".to_owned()],
        };
        assert!(!values.is_empty());
        for value in &values {
            let mut row = vec![Cell::Empty; columns.len()];
            row[number] = Cell::Text(value);
            for (place, value) in bound.values(&row) {
                assert_eq!(value.unwrap().is_some(), place == number, "{} {place}", column.heading);
            }
        }
    }
}

#[test]
fn an_empty_sheet_is_read_without_a_map() {
    // 8 facts, reference, phase, level, date, need, setting, 13 scores, 48 descriptors, 10 criteria, 6 of dates and
    // 4 grades of a second grading.
    check_template(&shropshire(), 1 + 8 + 5 + 13 + 48 + 10 + 6 + 4);
    for text in [
        include_str!("small-framework.json"),
        include_str!("../frameworks/example-ten-points.json"),
        include_str!("../frameworks/example-checklist.json"),
        include_str!("../frameworks/starter.json"),
    ] {
        check_template(&Arc::new(Framework::from_json(text).unwrap()), 5);
    }
}

#[test]
fn a_phase_counts_where_no_year_group_is_known() {
    let framework = shropshire();
    let mut summary = Summary::new(&framework);
    let mut add = |plan: &str, phase: &str| {
        let record = format!(
            r#"{{"review": {{"framework": "shropshire-2023", "plan": {plan}}}, "phase": "{phase}"}}"#,
        );
        summary.add(&SummaryRecord::from_json(&framework, &record).unwrap()).unwrap();
    };
    let phases = framework.sampling().unwrap().phases.clone();
    let (first, last) = (&phases[0].id, &phases[phases.len() - 1].id);
    add("{}", last);
    add(r#"{"year_group": -1}"#, last);
    assert_eq!(summary.dimensions["phase"][first].plans, 1);
    assert_eq!(summary.dimensions["phase"][last].plans, 1);
    let record = r#"{"review": {"framework": "shropshire-2023"}, "phase": "nothing"}"#;
    let problems = SummaryRecord::from_json(&framework, record).unwrap_err();
    assert_eq!((problems[0].pointer.as_str(), problems[0].kind.code()), ("/phase", "unknown_id"));
}
