//! What families say in a report: shown, hidden, read first and compared. Worked out by hand.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, report_since, to_csv, to_html};
use serde_json::{Value, json};

use crate::{check, graded, parse, shown, term, text};

/// A term of 40 plans, and what families say in it. To the question that is not there, no response has an answer.
fn told() -> Value {
    let mut summary = term();
    summary["families"] = json!({
        "parents": {
            "responses": 40, "sent": 60, "terms": {"2023-24-autumn": 38},
            "questions": {
                "views": {"yes": 25, "partly": 8, "no": 7},
                "involved": {"yes": 30, "partly": 6, "no": 2},
                "clear": {"partly": 20, "no": 20},
            },
        },
        "young_people": {
            "responses": 10, "sent": 12, "terms": {"2023-24-autumn": 10}, "questions": {"views": {"yes": 10}},
        },
        "contact": {"responses": 3, "terms": {}, "questions": {"listened": {"no": 3}}},
    });
    summary
}

fn read(summary: &Value) -> Summary {
    Summary::from_json(&Framework::built_in(), &summary.to_string()).unwrap()
}

fn since(summary: &Value, before: &Value) -> Report {
    let framework = Framework::built_in();
    report_since(&framework, &read(summary), &read(before), HiddenBelow::USUAL)
}

/// What is read first: where it is from, and what it says.
fn first(report: &Report) -> Vec<(&str, &str, &str)> {
    let measures = report.families.iter();
    measures.map(|one| (one.table.as_str(), one.id.as_str(), one.words.as_str())).collect()
}

#[test]
fn small_numbers_of_responses_are_hidden_in_every_table() {
    let report = shown(&told());
    // 2 of 12 were not returned: beside the 10 responses, which the survey's own table has, 12 would tell it.
    check(&report, "families-returned", &[("parents", "40 20 60"), ("young_people", "10 c c")]);
    // 2 and 2 are small, and the next in order is hidden with them; of 40 nothing is left over elsewhere.
    let parents = [
        ("views", "25 8 7 0 40"),
        ("involved", "30 c c c 40"),
        ("clear", "0 20 20 0 40"),
        ("informed", "0 0 0 40 40"),
    ];
    check(&report, "survey-parents", &parents);
    let young = [("views", "10 0 0 0 10"), ("understood", "0 0 0 10 10"), ("help", "0 0 0 10 10")];
    check(&report, "survey-young_people", &young);
    let few = [("answered", "c c c c c"), ("listened", "c c c c c")];
    check(&report, "survey-contact", &few);
    let terms = [
        ("parents.2023-24-autumn", "c"),
        ("parents.not_known", "c"),
        ("parents.total", "40"),
        ("young_people.2023-24-autumn", "10"),
        ("young_people.not_known", "0"),
        ("young_people.total", "10"),
        ("contact.total", "c"),
    ];
    check(&report, "families-by-term", &terms);
    // 8 and 7 of 40 are 20 and 17.5 %.
    let table = report.tables.iter().find(|table| table.id == "survey-parents").unwrap();
    assert_eq!(table.rows[0].per_cent, [Some(63), Some(20), Some(18), Some(0), None]);
    assert_eq!(table.caption, "Number of responses");
    assert!(report.tables.iter().all(|table| (table.caption == "Number of plans")
        != ["families-", "survey-"].iter().any(|start| table.id.starts_with(start))));
}

#[test]
fn good_answers_are_read_first_with_their_own_denominators() {
    let report = shown(&told());
    let expected = [
        // 40 of 60 are 66.7 %, 25 of 40 62.5 %.
        ("families-returned", "parents", "67 % (40 of 60)"),
        ("survey-parents", "views", "“Yes” in 63 % of responses (25 of 40)"),
        ("survey-parents", "involved", "“Yes” in 75 % of responses (30 of 40)"),
        ("survey-parents", "clear", "“Yes” in 0 % of responses (0 of 40)"),
        ("survey-parents", "informed", "“Yes” in 0 % of responses (0 of 40)"),
        ("families-returned", "young_people", "c"),
        ("survey-young_people", "views", "“Yes” in 100 % of responses (10 of 10)"),
        ("survey-young_people", "understood", "“Yes” in 0 % of responses (0 of 10)"),
        ("survey-young_people", "help", "“Yes” in 0 % of responses (0 of 10)"),
        ("survey-contact", "answered", "c"),
        ("survey-contact", "listened", "c"),
    ];
    assert_eq!(first(&report), expected);
    let last = report.notes.last().unwrap();
    assert!(last.place == "Families' feedback" && last.text.contains("prints no questions"));
    let page = text(parse(&to_html(&Framework::built_in(), &report, "")).root_element());
    for part in [
        "What families say",
        "Survey for parents and carers: returned: 67 % (40 of 60)",
        "Number of responses: Survey for parents and carers",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let csv = to_csv(&Framework::built_in(), &report);
    let line = "survey-parents,views,measure,Does the plan say what you and your child told us?,Share of responses,\
        “Yes” in 63 % of responses (25 of 40)\r\n";
    assert!(csv.contains(line), "{csv}");
}

#[test]
fn where_nothing_is_said_a_report_has_nothing_of_it() {
    let report = shown(&term());
    assert!(report.families.is_empty());
    assert!(report.notes.iter().all(|note| note.place != "Families' feedback"));
    assert!(!report.nothing_counted.iter().any(|table| table.id.starts_with("survey-")));
    let page = to_html(&Framework::built_in(), &report, "");
    assert!(!page.contains("What families say"));
}

#[test]
fn more_responses_than_were_sent_have_no_share() {
    let mut summary = told();
    summary["families"]["parents"]["sent"] = json!(39);
    let report = shown(&summary);
    check(&report, "families-returned", &[("young_people", "10 c c")]);
    assert_eq!(first(&report)[0].0, "survey-parents");
    // As many as were sent: nobody is left, and nothing is hidden.
    summary["families"]["parents"]["sent"] = json!(40);
    let returned = [("parents", "40 0 40"), ("young_people", "10 c c")];
    check(&shown(&summary), "families-returned", &returned);
}

/// The same plans and responses a term before, where half of 20 parents said yes.
fn earlier() -> Value {
    let mut before = told();
    before["dimensions"]["term"] = json!({"2022-23-summer": graded(40, [3, 20, 10, 7])});
    before["families"] = json!({"parents": {
        "responses": 20, "terms": {"2022-23-summer": 20},
        "questions": {"views": {"yes": 10, "no": 10}, "clear": {"yes": 2, "no": 18}},
    }});
    before
}

#[test]
fn what_families_say_is_compared_with_the_term_before() {
    let report = since(&told(), &earlier());
    let changes: Vec<(&str, i32, &str)> = report
        .families
        .iter()
        .filter_map(|one| Some((one.id.as_str(), one.points?, one.change.as_deref()?)))
        .collect();
    // 63 % now, 50 % then; nobody was asked whether they took part; 2 is small, and hidden then; nobody was informed.
    let expected = [
        ("views", 13, "13 points up on Summer 2022-23"),
        ("involved", 75, "75 points up on Summer 2022-23"),
        ("informed", 0, "as in Summer 2022-23"),
    ];
    assert_eq!(changes, expected);
    let since = report.since.as_ref().unwrap();
    assert_eq!(since.heading, "What changed since Summer 2022-23");
    assert_eq!(since.families_left_out, None);
}

#[test]
fn responses_of_the_same_term_are_not_compared() {
    let mut before = earlier();
    before["families"]["parents"]["terms"] = json!({"2023-24-autumn": 20});
    let report = since(&told(), &before);
    assert!(report.families.iter().all(|one| one.change.is_none()));
    let since = report.since.as_ref().unwrap();
    // Plans are of different terms.
    assert_eq!(since.left_out, None);
    let why =
        "What changed in what families say is not shown: both have responses of the same term.";
    assert_eq!(since.families_left_out.as_deref(), Some(why));
    let page = text(parse(&to_html(&Framework::built_in(), &report, "")).root_element());
    assert!(page.contains(why), "{page}");
}
